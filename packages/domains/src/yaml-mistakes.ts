import type { Severity, Span } from "@jianbao/model";
import type { YAMLError } from "yaml";

/** A mistake in a file, with its place in the text. */
export interface Mistake extends Span {
  readonly severity?: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Says what is wrong with a file that is no YAML, in the words of whoever typed it: a tab, a mark of Chinese typing, a
 * space that is missing. Where no line shows such a thing, the parser's errors are told.
 */
export function yamlMistakes(text: string, errors: readonly YAMLError[]): readonly Mistake[] {
  const typed = typingMistakes(text);
  if (typed.length > 0) return typed;
  const told: Mistake[] = [];
  for (const error of errors) {
    const mistake = asMistake(text, error);
    // One slip breaks all that follows it: a rule is told once a line, and once where its line follows on the last.
    const last = told.at(-1);
    if (last === undefined || (last.rule !== mistake.rule && lineOf(text, last.start) !== lineOf(text, mistake.start)))
      told.push(mistake);
  }
  return told;
}

/** Lines that look as they should but for a mark or a space. */
const lineRules: readonly {
  readonly rule: string;
  /** `at` is what to point at. */
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly hint: string;
}[] = [
  {
    rule: "tab",
    // Matches a line that begins with spaces and a tab; must not match a tab after a word.
    pattern: /^ *(?<at>\t+)/u,
    message: () => "tab in the indent",
    hint: "indent with spaces, two for each step; let the editor turn tabs into spaces",
  },
  {
    rule: "full-width-mark",
    // Matches a line that begins with U+3000; must not match one within a text.
    pattern: /^ *(?<at>[\u3000\u00A0]+)/u,
    message: () => "full-width space in the indent",
    hint: "indent with ordinary spaces, two for each step",
  },
  {
    rule: "full-width-mark",
    // Matches `  unit：case`, `- id：a.b`, `{ zh-Hans：破案`; must not match `# 说明：…`, `行动：一`.
    pattern: /(?:^ *(?:- +)?|[{,] *)[A-Za-z][\w-]*(?<at>：)/u,
    message: () => "full-width colon after a field",
    hint: "write an ordinary colon and a space after it: unit: case",
  },
  {
    rule: "full-width-mark",
    // Matches `verbs: ［破获］`, `verbs: 【破获】`; must not match `verbs: [破获]`.
    pattern: /^ *(?:- +)?[A-Za-z][\w-]*: *(?<at>[［【｛「〔])/u,
    message: (found) => `full-width bracket: ${found}`,
    hint: "write ordinary brackets: verbs: [破获, 侦破]",
  },
  {
    rule: "full-width-mark",
    // Matches `－ id: a.b`, `— id: a.b`; must not match `- id: a.b`.
    pattern: /^ *(?<at>[－—–﹣])\s*\S/u,
    message: (found) => `full-width dash: ${found}`,
    hint: "begin an item with an ordinary - and a space",
  },
  {
    rule: "missing-space",
    // Matches `  unit:case`, `- id:a.b`; must not match `unit: case`, `labels:`, `https://…` in a value.
    pattern: /^ *(?:- +)?[A-Za-z][\w-]*(?<at>:)(?=[^\s/])/u,
    message: () => "missing space after the colon",
    hint: "write a space after the colon: unit: case",
  },
  {
    rule: "missing-space",
    // Matches `-id: a.b`; must not match `- id: a.b`, `---`.
    pattern: /^ *(?<at>-)(?=[^\s-])/u,
    message: () => "missing space after the dash",
    hint: "begin an item with - and a space: - id: …",
  },
];

/** Finds the lines that look as they should but for a mark or a space. */
export function typingMistakes(text: string): readonly Mistake[] {
  const found: Mistake[] = [];
  let start = 0;
  let block: number | null = null; // indent of the field whose text follows after `|`
  for (const line of text.split("\n")) {
    const indent = line.search(/[^ ]/u);
    if (block !== null && (indent > block || line.trim() === "")) {
      start += line.length + 1;
      continue;
    }
    block = /(?::|^ *-) *[|>][-+]?\s*$/u.test(line) ? Math.max(0, indent) : null;
    const isComment = line.trimStart().startsWith("#");
    for (const { rule, pattern, message, hint } of isComment ? [] : lineRules) {
      const match = pattern.exec(line);
      const at = match?.groups?.["at"];
      if (match === null || at === undefined) continue;
      const offset = start + match.index + match[0].indexOf(at);
      found.push({ rule, message: message(at), hint, start: offset, end: offset + at.length });
      break;
    }
    start += line.length + 1;
  }
  return found;
}

const wrongIndent = {
  rule: "indent",
  message: "wrong indent, or a word out of its place",
  hint: "the fields of one item begin in the same column, two spaces after its -",
};

/** What the parser's error means to whoever typed it. */
function asMistake(text: string, { code, message, pos }: YAMLError): Mistake {
  const place = { start: pos[0], end: Math.max(pos[0], pos[1]) };
  switch (code) {
    case "DUPLICATE_KEY":
      return {
        ...place,
        rule: "repeated-field",
        message: `repeated field: ${/^[\w-]+/u.exec(text.slice(pos[0]))?.[0] ?? ""}`,
        hint: "each field stands once in an item; a new item begins with - ",
      };
    case "MISSING_CHAR":
      if (!/quote/u.test(message) && /^ *$/u.test(text.slice(text.lastIndexOf("\n", pos[0] - 1) + 1, pos[0])))
        return { ...place, ...wrongIndent };
      return {
        ...place,
        rule: "unclosed",
        message: /quote/u.test(message) ? "unclosed quotation mark" : "unclosed bracket, or a missing colon or comma",
        hint: "each [ { and quotation mark needs its end; words are parted by an ordinary comma and a space",
      };
    case "BAD_SCALAR_START":
      return {
        ...place,
        rule: "odd-opening",
        message: `odd opening of a word: ${text[pos[0]] ?? ""}`,
        hint: "put the word in quotation marks",
      };
    case "BAD_INDENT":
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
    case "UNEXPECTED_TOKEN":
    case "IMPOSSIBLE":
      return { ...place, ...wrongIndent };
    default:
      return {
        ...place,
        rule: "yaml-syntax",
        message: `broken YAML: ${message.split("\n")[0] ?? ""}`,
        hint: "write field: value, one a line, indented with spaces",
      };
  }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
