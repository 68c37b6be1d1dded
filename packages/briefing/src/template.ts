import type { Inline } from "@jianbao/document";
import { type Diagnostic, nearest } from "@jianbao/model";
import { placeMark } from "./markup/tokens.ts";
import { markupOf } from "./markup/write.ts";

/** A template as files: `briefing.hbs`, `partials/*.hbs`, `charts/*.vl.json`; others (theme.yaml) are not looked at. */
export interface Template {
  readonly name: string;
  /** File name, relative to the template's folder, → text. */
  readonly files: Readonly<Record<string, string>>;
}

/** Fills a template with a view; the markup carries a mark of its place before each tag. */
export type Render = (view: object) => { readonly markup: string | null; readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles a template, strictly: a field that the view lacks, an unknown helper or partial and
 * unescaped output are errors. Handlebars is loaded here and nowhere else, so that precompiled
 * templates can take this function's place.
 */
export async function rendererOf(
  template: Template,
): Promise<{ readonly render: Render | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { default: handlebars } = await import("handlebars");
  const engine = handlebars.create();
  const diagnostics: Diagnostic[] = [];
  const main = template.files["briefing.hbs"];
  if (main === undefined) {
    diagnostics.push(problem("template-missing", `missing file ${template.name}/briefing.hbs`, template.name));
    return { render: null, diagnostics };
  }
  restrict(engine);
  const partials = new Map<string, string>();
  for (const file of Object.keys(template.files)) {
    // Matches `partials/key-figures.hbs`; must not match `briefing.hbs` or `partials/a/b.hbs`.
    const match = /^partials\/([a-z][a-z0-9-]*)\.hbs$/u.exec(file);
    if (match) partials.set(match[1] ?? "", file);
  }
  // Where rendering is: the file whose partial runs innermost.
  const running: string[] = [];
  const compile = (file: string, text: string): HandlebarsTemplateDelegate | null => {
    const path = `${template.name}/${file}`;
    let program: hbs.AST.Program;
    try {
      program = engine.parse(text);
    } catch (error) {
      const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unreadable";
      diagnostics.push(problem("template-syntax", `unreadable template: ${message} (${path})`, path));
      return null;
    }
    diagnostics.push(...prepare(program, path, [...partials.keys()]));
    const compiled = engine.compile(program, {
      strict: true,
      noEscape: false,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
      preventIndent: true,
    });
    return (view, options) => {
      running.push(path);
      const text = compiled(view, options);
      running.pop();
      return text;
    };
  };
  const top = compile("briefing.hbs", main);
  for (const [name, file] of partials) {
    const partial = compile(file, template.files[file] ?? "");
    if (partial) engine.registerPartial(name, partial);
  }
  if (!top || diagnostics.length > 0) return { render: null, diagnostics };

  const render: Render = (view) => {
    running.length = 0;
    try {
      return { markup: top(view), diagnostics: [] };
    } catch (error) {
      return { markup: null, diagnostics: [renderingProblem(error, running.at(-1) ?? template.name, view)] };
    }
  };
  return { render, diagnostics };
}

/** Helpers that a template may use: control flow, and `phrase`, which writes a generated sentence. */
const helpers = ["if", "unless", "each", "with", "phrase"] as const;

function problem(rule: string, message: string, document: string, hint?: string): Diagnostic {
  return { severity: "error", rule: `briefing/${rule}`, message, document, ...(hint === undefined ? {} : { hint }) };
}

/** Leaves only our helpers, each refusing a value that is not there: Handlebars' own take it for false. */
function restrict(engine: typeof Handlebars): void {
  const builtIn = { ...engine.helpers };
  for (const name of Object.keys(builtIn)) {
    if (name !== "helperMissing" && name !== "blockHelperMissing") engine.unregisterHelper(name);
  }
  for (const name of helpers) {
    const original = builtIn[name];
    engine.registerHelper(name, function strict(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      const at = String(options.hash["at"] ?? "");
      if (value === undefined) throw new MissingField(at);
      if (original) return original.call(this, value, options) as unknown;
      if (!Array.isArray(value)) throw new TypeError(`{{phrase}} writes generated sentences only (${at})`);
      // The view is made by `viewOf`: a list handed to `phrase` is a list of inlines.
      return new engine.SafeString(markupOf(value as readonly Inline[]));
    });
  }
}

/** Thrown by a helper for a field that the view lacks; the message is `file:line:expression`. */
class MissingField extends Error {}

function renderingProblem(error: unknown, file: string, view: object): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  // Matches `"tilte" not defined in [object Object] - 3:4`.
  const strict = /^"([^"]+)" not defined in .* - (\d+):\d+$/u.exec(message);
  const [place, name] =
    error instanceof MissingField
      ? [message.slice(0, message.lastIndexOf(":")), message.slice(message.lastIndexOf(":") + 1)]
      : [strict ? `${file}:${strict[2]}` : file, strict?.[1] ?? null];
  if (name === null) return problem("template-failed", `failed template: ${message} (${file})`, file);
  const last = name.split(/[./]/u).at(-1) ?? name;
  const close = nearest(last, [...fieldNames(view, new Set())].sort());
  return problem(
    "template-field",
    `unknown field ${name} (${place})`,
    file,
    close === null || close === last ? `the view has: ${Object.keys(view).join(" ")}` : `did you mean ${close}?`,
  );
}

function fieldNames(value: unknown, names: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const one of value) fieldNames(one, names);
  else if (typeof value === "object" && value !== null) {
    for (const [name, inside] of Object.entries(value)) {
      names.add(name);
      fieldNames(inside, names);
    }
  }
  return names;
}

/** Checks a parsed template and marks its tags with their places. */
function prepare(program: hbs.AST.Program, file: string, partials: readonly string[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (node: hbs.AST.Node, rule: string, message: string, hint: string): void => {
    found.push(problem(rule, `${message} (${file}:${node.loc.start.line})`, file, hint));
  };
  const checkHelper = (node: hbs.AST.Statement, called: hbs.AST.Expression): void => {
    const name = isPath(called) ? called.original : "";
    if ((helpers as readonly string[]).includes(name)) return;
    const meant = nearest(name, helpers);
    report(
      node,
      "template-helper",
      `unknown helper ${name}`,
      meant === null ? `helpers: ${helpers.join(" ")}` : `did you mean ${meant}?`,
    );
  };
  const visit = (body: readonly hbs.AST.Statement[]): void => {
    for (const statement of body) {
      switch (statement.type) {
        case "ContentStatement":
          markTags(statement as hbs.AST.ContentStatement, file);
          break;
        case "MustacheStatement": {
          const mustache = statement as hbs.AST.MustacheStatement;
          if (!mustache.escaped) {
            report(
              mustache,
              "template-unescaped",
              "unescaped output {{{",
              "write {{…}}, or {{phrase …}} for a generated sentence",
            );
          }
          if (mustache.params.length > 0) {
            checkHelper(mustache, mustache.path);
            mustache.hash = withPlace(mustache, file);
          }
          break;
        }
        case "BlockStatement": {
          const block = statement as hbs.AST.BlockStatement;
          checkHelper(block, block.path);
          block.hash = withPlace(block, file);
          visit(block.program.body);
          // The types have an inverse on every block, the parser only where there is an else.
          visit((block.inverse as hbs.AST.Program | undefined)?.body ?? []);
          break;
        }
        case "PartialStatement": {
          const { name } = statement as hbs.AST.PartialStatement;
          const called = isPath(name) ? name.original : "";
          if (!partials.includes(called)) {
            const meant = nearest(called, partials);
            report(
              statement,
              "template-partial",
              `unknown partial ${called || "(computed)"}`,
              meant === null ? `partials: ${partials.join(" ")}` : `did you mean ${meant}?`,
            );
          }
          break;
        }
        case "CommentStatement":
          break;
        default:
          report(
            statement,
            "template-syntax",
            `unsupported ${statement.type}`,
            "use {{…}}, {{#if}}, {{#each}}, {{#with}}, {{> partial}}",
          );
      }
    }
  };
  visit(program.body);
  return found;
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

/** Hands a helper its own place in the template, so that it can name it. */
function withPlace(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement, file: string): hbs.AST.Hash {
  const [parameter] = node.params;
  const shown = parameter && isPath(parameter) ? parameter.original : "";
  const value = `${file}:${node.loc.start.line}:${shown}`;
  const literal: hbs.AST.StringLiteral = { type: "StringLiteral", value, original: value, loc: node.loc };
  const pair: hbs.AST.HashPair = { type: "HashPair", key: "at", value: literal, loc: node.loc };
  return { type: "Hash", loc: node.loc, pairs: [pair] };
}

/** Writes a place mark before every tag of a piece of template text. */
function markTags(content: hbs.AST.ContentStatement, file: string): void {
  // White space control may have cut the piece at its ends; lines count from the uncut one.
  const { original } = content as unknown as { readonly original: string };
  let line = content.loc.start.line + newLines(original.slice(0, Math.max(0, original.indexOf(content.value))));
  content.value = content.value.replaceAll(/\n|<(?=[a-z/])/gu, (found) => {
    if (found === "\n") {
      line++;
      return found;
    }
    return `${placeMark({ file, line })}<`;
  });
}

function newLines(text: string): number {
  return text.split("\n").length - 1;
}
