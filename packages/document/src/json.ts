import type { Diagnostic } from "@jianbao/model";
import type { Document } from "./node.ts";

/** Writes a document as JSON, two spaces deep, keys in the order of the types' declarations as far as given. */
export function documentToJson(document: Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Reads what `documentToJson` wrote, checking the shape of every node; a file that a person or
 * another program changed gives diagnostics that name the place (`children[2].cells[0]`).
 * Law: `documentFromJson(documentToJson(d)).document` equals `d`.
 */
export function documentFromJson(text: string): {
  readonly document: Document | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const problems: Diagnostic[] = [];
  const report = (path: string, message: string): void => {
    problems.push({ severity: "error", rule: "document/bad-json", message: `${message} at ${path || "the top"}` });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    report("", `broken JSON (${error instanceof Error ? error.message : "unreadable"})`);
    return { document: null, diagnostics: problems };
  }
  checkNode(value, "document", "", report);
  // The shape has just been checked field by field.
  return problems.length > 0
    ? { document: null, diagnostics: problems }
    : { document: value as Document, diagnostics: [] };
}

type Report = (path: string, message: string) => void;

type Field =
  | "string"
  | "string?"
  | "string|null"
  | "number|null"
  | "boolean"
  | "numbers"
  | "strings"
  | "properties"
  | "blocks"
  | "inlines"
  | "items"
  | "rows"
  | "cells"
  | "span"
  | readonly (string | number | null | undefined)[];

const identity = { role: "string?", id: "string?" } as const satisfies Record<string, Field>;
const phrase = { ...identity, children: "inlines" } as const satisfies Record<string, Field>;

/** Fields of each node kind; no others are allowed. */
const shapes: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  document: {
    language: ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"],
    title: "string",
    properties: "properties",
    children: "blocks",
  },
  section: { ...identity, children: "blocks" },
  heading: { ...phrase, level: [1, 2, 3, 4] },
  paragraph: phrase,
  list: { ...identity, ordered: "boolean", children: "items" },
  listItem: { ...identity, children: "blocks" },
  table: {
    ...identity,
    caption: "inlines",
    unit: "string|null",
    columns: "numbers",
    place: ["here", undefined],
    head: "rows",
    body: "rows",
    foot: "rows",
  },
  row: { ...identity, cells: "cells" },
  cell: {
    ...phrase,
    header: ["column", "row", null],
    columnSpan: "span",
    rowSpan: "span",
    align: ["start", "center", "end"],
  },
  figure: { ...identity, chart: "string", alternative: "string", place: ["here", undefined], caption: "inlines" },
  quotation: { ...identity, children: "blocks" },
  imprint: { ...identity, to: ["even", undefined], children: "blocks" },
  pageBreak: { ...identity, to: ["odd", "even", undefined] },
  toc: { ...identity, depth: [1, 2, 3, 4] },
  running: {
    ...phrase,
    slot: ["head-start", "head-center", "head-end", "foot-start", "foot-center", "foot-end"],
  },
  text: { value: "string" },
  strong: phrase,
  emphasis: phrase,
  superscript: phrase,
  subscript: phrase,
  bold: phrase,
  lineBreak: {},
  link: { ...phrase, href: "string" },
  data: { ...phrase, value: "number|null", observations: "strings" },
  time: { ...phrase, datetime: "string" },
  footnote: { ...phrase, source: "string", observations: "strings", short: "string?" },
  reference: { ...identity, to: "string", as: ["label", "title", "page"] },
  pageNumber: {},
  pageCount: {},
  sectionTitle: {},
  properties: { issuer: "string", date: "string", issue: "string|null", subject: "string", draft: "boolean" },
};

const inlineTypes = new Set(
  "text strong emphasis superscript subscript bold lineBreak link data time footnote reference pageNumber pageCount sectionTitle".split(
    " ",
  ),
);
const blockTypes = new Set(
  "section heading paragraph list table figure quotation imprint pageBreak toc running".split(" "),
);

function checkNode(value: unknown, type: string, path: string, report: Report): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return report(path, `expected ${type}`);
  const shape = shapes[type];
  if (!shape) return report(path, `unknown node type ${type}`);
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const key of fields.keys()) {
    if (key !== "type" && shape[key] === undefined) report(path, `unknown field ${key} of ${type}`);
  }
  for (const [key, field] of Object.entries(shape)) {
    checkField(fields.get(key), field, path === "" ? key : `${path}.${key}`, report);
  }
}

function checkField(value: unknown, field: Field, path: string, report: Report): void {
  switch (field) {
    case "string":
      if (typeof value !== "string") report(path, "expected text");
      return;
    case "string?":
      if (value !== undefined && typeof value !== "string") report(path, "expected text");
      return;
    case "string|null":
      if (value !== null && typeof value !== "string") report(path, "expected text or null");
      return;
    case "number|null":
      if (value !== null && typeof value !== "number") report(path, "expected a number or null");
      return;
    case "boolean":
      if (typeof value !== "boolean") report(path, "expected true or false");
      return;
    case "span":
      if (typeof value !== "number" || !Number.isInteger(value) || value < 1) report(path, "expected a positive count");
      return;
    case "numbers":
    case "strings":
      if (!Array.isArray(value) || value.some((one) => typeof one !== field.slice(0, -1))) {
        report(path, `expected a list of ${field}`);
      }
      return;
    case "properties":
      checkNode(value, "properties", path, report);
      return;
    case "blocks":
      checkList(value, blockTypes, path, report);
      return;
    case "inlines":
      checkList(value, inlineTypes, path, report);
      return;
    case "items":
      checkList(value, new Set(["listItem"]), path, report);
      return;
    case "rows":
      checkList(value, new Set(["row"]), path, report);
      return;
    case "cells":
      checkList(value, new Set(["cell"]), path, report);
      return;
    default:
      if (!field.some((one) => one === value))
        report(path, `expected one of ${field.filter((one) => one !== undefined).join(" ")}`);
  }
}

function checkList(value: unknown, types: ReadonlySet<string>, path: string, report: Report): void {
  if (!Array.isArray(value)) return report(path, "expected a list");
  for (const [index, one] of value.entries()) {
    const place = `${path}[${index}]`;
    const type: unknown =
      typeof one === "object" && one !== null && "type" in one ? (one as { type: unknown }).type : null;
    if (typeof type === "string" && types.has(type)) checkNode(one, type, place, report);
    else report(place, `misplaced node ${JSON.stringify(type)}`);
  }
}
