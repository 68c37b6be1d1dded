import { type Diagnostic, nearest } from "@jianbao/model";
import type { Document, Footnote, Table, TableRow } from "./node.ts";
import { roleNameOf } from "./role.ts";
import { referredTo, targetsOf } from "./target.ts";
import { textOf } from "./text.ts";
import type { Theme } from "./theme.ts";
import { type AnyNode, walk } from "./walk.ts";

/**
 * Checks what the types cannot say: roles are the theme's, headings skip no level, ids are unique
 * and links and references find them, tables are rectangles without a blank cell, the imprint stands last, every number rests on
 * observations, and notes of one source are equal. Empty where all is in order.
 */
export function validate(document: Document, theme: Theme): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const ids = new Map<string, string>();
  const links: { target: string; path: string }[] = [];
  const targets = targetsOf(document);
  const notes = new Map<string, string>();
  const report = (rule: string, message: string, hint?: string): void => {
    found.push({
      severity: "error",
      rule: `document/${rule}`,
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  };
  let level = 0;
  const last = document.children.findLast((block) => block.type !== "running");

  walk(document, (node, ancestors) => {
    const path = (): string => pathOf(node, ancestors);
    const role = roleNameOf(node);
    if (role !== null && theme.roles[role] === undefined) {
      report("unknown-role", `unknown role ${role} at ${path()}`, didYouMean(role, Object.keys(theme.roles)));
    }
    const id = "id" in node ? node.id : undefined;
    if (id !== undefined) {
      const first = ids.get(id);
      if (first === undefined) ids.set(id, path());
      else report("duplicate-id", `duplicate id ${id} at ${path()}`, `the first is at ${first}`);
    }
    switch (node.type) {
      case "heading":
        if (node.level > level + 1) {
          report(
            "skipped-level",
            `skipped heading level at ${path()}: ${node.level} after ${level}`,
            `use level ${level + 1}`,
          );
        }
        ({ level } = node);
        if (textOf(node.children).trim() === "") report("empty-heading", `empty heading at ${path()}`);
        break;
      case "link":
        if (node.href.startsWith("#")) links.push({ target: node.href.slice(1), path: path() });
        else if (!/^(?:https?:\/\/|mailto:)/u.test(node.href) && !isRelative(node.href)) {
          report(
            "bad-address",
            `unsafe address ${node.href} at ${path()}`,
            "use http, https, mailto or a relative path",
          );
        }
        break;
      case "reference":
        if (!targets.has(node.to)) links.push({ target: node.to, path: path() });
        else if (node.as !== "page" && referredTo(node, targets, null) === null) {
          report(
            "unnamed-reference",
            `nameless reference to #${node.to} at ${path()}`,
            'refer to a figure, a table, a heading or an item of a numbered list, or to its page with as="page"',
          );
        }
        break;
      case "table":
        checkTable(node, path, report);
        break;
      case "cell":
        if (node.children.length === 0 || textOf(node.children).trim() === "") {
          report("empty-cell", `empty cell at ${path()}`, "print a mark such as … or — and explain it under the table");
        }
        break;
      case "data":
        if (node.value !== null && node.observations.length === 0) {
          report("data-without-observations", `unsupported number ${textOf(node.children)} at ${path()}`);
        }
        if (textOf(node.children) === "") report("empty-data", `empty number at ${path()}`);
        break;
      case "footnote":
        checkNote(node, ancestors, notes, path, report);
        break;
      case "pageNumber":
      case "pageCount":
      case "sectionTitle":
        if (!ancestors.some((ancestor) => ancestor.type === "running")) {
          report(
            "misplaced-page-number",
            `misplaced page number at ${path()}`,
            "page numbers stand in <running> alone",
          );
        }
        break;
      case "text":
        if (node.value === "" || /[\n\r]/u.test(node.value)) {
          report("bad-text", `empty or broken text at ${path()}`, "write a line break as <br>");
        }
        break;
      case "imprint":
        if (node !== last) {
          report("misplaced-imprint", `misplaced imprint at ${path()}`, "it stands once, at the end of the document");
        }
        break;
      case "figure":
        if (node.alternative.trim() === "") report("missing-alternative", `missing text alternative at ${path()}`);
        break;
      default:
        break;
    }
  });

  for (const { target, path } of links) {
    if (!ids.has(target)) {
      report("dangling-link", `dangling link #${target} at ${path}`, didYouMean(target, [...ids.keys()]));
    }
  }
  return found;
}

/** Writes a node's place for a person: `section#key > table > row > cell`. */
export function pathOf(node: AnyNode, ancestors: readonly AnyNode[]): string {
  return [...ancestors, node]
    .map((one) => ("id" in one && one.id !== undefined ? `${one.type}#${one.id}` : one.type))
    .join(" > ");
}

type Report = (rule: string, message: string, hint?: string) => void;

function checkNote(
  node: Footnote,
  ancestors: readonly AnyNode[],
  notes: Map<string, string>,
  path: () => string,
  report: Report,
): void {
  if (ancestors.some((ancestor) => ancestor.type === "footnote")) report("nested-note", `nested note at ${path()}`);
  if (textOf(node.children).trim() === "") report("empty-note", `empty note at ${path()}`);
  const body = JSON.stringify([node.short, node.children]);
  const first = notes.get(node.source);
  if (first === undefined) notes.set(node.source, body);
  else if (first !== body) {
    report(
      "unequal-notes",
      `unequal notes of one source ${node.source} at ${path()}`,
      "calls that share a source share one note: give them equal bodies",
    );
  }
}

/** A table is a rectangle: with spans counted, each row of each part has the same number of columns. */
function checkTable(table: Table, path: () => string, report: Report): void {
  let width = table.columns.length === 0 ? null : table.columns.length;
  if (table.body.length === 0) report("empty-table", `empty table at ${path()}`, "leave the table out");
  if (textOf(table.caption).trim() === "") report("missing-caption", `missing caption at ${path()}`);
  for (const [name, rows] of [
    ["head", table.head],
    ["body", table.body],
    ["foot", table.foot],
  ] as const) {
    for (const [index, count] of widthsOf(rows).entries()) {
      width ??= count;
      if (count !== width) {
        report(
          "table-geometry",
          `uneven table at ${path()}: ${name} row ${index + 1} has ${count} columns, not ${width}`,
        );
      }
    }
  }
}

/** Counts the columns of each row, cells that reach down from above included; overlong row spans add a row. */
function widthsOf(rows: readonly TableRow[]): number[] {
  const widths: number[] = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      for (let below = 0; below < cell.rowSpan; below++) {
        widths[index + below] = (widths[index + below] ?? 0) + cell.columnSpan;
      }
    }
  }
  return widths;
}

function isRelative(href: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/iu.test(href) && !href.startsWith("//");
}

function didYouMean(word: string, words: readonly string[]): string {
  const close = nearest(word, words);
  return close === null ? `known: ${words.slice(0, 30).join(" ")}` : `did you mean ${close}?`;
}
