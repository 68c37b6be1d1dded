import { type Diagnostic, nearest } from "@jianbao/model";
import { type Place, tokensOf } from "./tokens.ts";
import { allowedIn, holds, vocabulary } from "./vocabulary.ts";

/** An element as written, checked against the vocabulary but not yet a node of the document. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  readonly place: Place;
  /** `section > table > tr`. */
  readonly path: string;
}

/** Collects problems, each naming file, line, element path and remedy. */
export type Report = (rule: string, message: string, place: Place, path: string, hint?: string) => void;

/** Makes a report that adds to a list of diagnostics. */
export function reportTo(diagnostics: Diagnostic[]): Report {
  return (rule, message, place, path, hint) => {
    diagnostics.push({
      severity: "error",
      rule: `briefing/${rule}`,
      message: `${message} (${place.file}:${place.line}, ${path === "" ? "at the top" : path})`,
      document: place.file,
      ...(hint === undefined ? {} : { hint }),
    });
  };
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly place: Place;
  readonly path: string;
}

/** Reads markup into elements: every tag closed in order, every element and attribute known and in its place. */
export function elementsOf(markup: string, file: string, report: Report): readonly (Element | string)[] {
  const { tokens, problems } = tokensOf(markup, file);
  for (const { message, hint, place } of problems) report("markup-syntax", message, place, "", hint);
  const top: (Element | string)[] = [];
  const stack: Open[] = [];
  const here = (): (Element | string)[] => stack.at(-1)?.children ?? top;
  const path = (): string => stack.at(-1)?.path ?? "";

  for (const token of tokens) {
    if (token.type === "text") {
      checkText(token.value, token.place, stack.at(-1) ?? null, report);
      here().push(token.value);
    } else if (token.type === "open") {
      const parent = stack.at(-1)?.name ?? null;
      const element: Open = {
        name: token.name,
        attributes: token.attributes,
        children: [],
        place: token.place,
        path: path() === "" ? token.name : `${path()} > ${token.name}`,
      };
      checkElement(element, parent, report);
      here().push(element);
      const isVoid = vocabulary[token.name]?.content === "nothing";
      if (token.selfClosing && !isVoid) {
        report(
          "markup-nesting",
          `empty <${token.name}/>`,
          token.place,
          element.path,
          `write <${token.name}>…</${token.name}>`,
        );
      }
      if (!isVoid && !token.selfClosing) stack.push(element);
    } else closeElement(token.name, token.place, stack, report);
  }
  for (const open of stack.toReversed()) {
    report("markup-unclosed", `unclosed <${open.name}>`, open.place, open.path, `add </${open.name}>`);
  }
  return top;
}

function closeElement(name: string, place: Place, stack: Open[], report: Report): void {
  const path = stack.at(-1)?.path ?? "";
  if (vocabulary[name]?.content === "nothing") {
    report("markup-nesting", `stray </${name}>`, place, path, `<${name}> holds nothing: leave </${name}> out`);
    return;
  }
  const index = stack.findLastIndex((open) => open.name === name);
  if (index < 0) {
    report("markup-nesting", `stray </${name}>`, place, path, `there is no open <${name}> to close`);
    return;
  }
  for (const open of stack.splice(index).slice(1)) {
    report(
      "markup-unclosed",
      `unclosed <${open.name}>`,
      open.place,
      open.path,
      `add </${open.name}> before </${name}>`,
    );
  }
}

function checkText(text: string, place: Place, parent: Open | null, report: Report): void {
  if (text.trim() === "") return;
  const content = parent === null ? "blocks" : (vocabulary[parent.name]?.content ?? "inlines");
  if (content !== "inlines" && content !== "flow") {
    const shown = text.trim().slice(0, 20);
    report(
      "markup-nesting",
      `misplaced text “${shown}”`,
      place,
      parent?.path ?? "",
      content === "cells" || content === "rows" ? "put it into <td>" : "put it into <p>",
    );
  }
}

function checkElement(element: Open, parent: string | null, report: Report): void {
  const rule = vocabulary[element.name];
  if (!rule) {
    const meant = nearest(element.name, Object.keys(vocabulary));
    report(
      "markup-element",
      `unknown element <${element.name}>`,
      element.place,
      element.path,
      meant === null ? `allowed here: ${allowedIn(parent).join(" ")}` : `did you mean <${meant}>?`,
    );
    return;
  }
  const around = parent === null ? "blocks" : vocabulary[parent]?.content;
  if (around !== undefined && !holds[around].includes(rule.kind)) {
    report(
      "markup-nesting",
      `misplaced <${element.name}>`,
      element.place,
      element.path,
      `${parent === null ? "at the top" : `in <${parent}>`} may stand: ${allowedIn(parent).join(" ")}`,
    );
  }
  for (const name of element.attributes.keys()) {
    if (!rule.attributes.includes(name)) {
      const meant = nearest(name, rule.attributes);
      report(
        "markup-attribute",
        `unknown attribute ${name} of <${element.name}>`,
        element.place,
        element.path,
        meant === null ? `allowed: ${rule.attributes.join(" ")}` : `did you mean ${meant}?`,
      );
    }
  }
  for (const name of rule.required) {
    if (!element.attributes.has(name)) {
      report(
        "markup-attribute",
        `missing attribute ${name} of <${element.name}>`,
        element.place,
        element.path,
        `add ${name}="…"`,
      );
    }
  }
}
