import type { Block, Data, Inline, ListItem, Running, Table, TableCell, TableRow } from "@jianbao/document";
import type { Diagnostic } from "@jianbao/model";
import { type Element, type Report, elementsOf, reportTo } from "./element.ts";
import { foldWhiteSpace } from "./fold.ts";
import { vocabulary } from "./vocabulary.ts";

/**
 * Parses the closed vocabulary that templates yield into blocks of a document, strictly.
 * Nothing is repaired: with any diagnostic the blocks are null.
 */
export function parseMarkup(
  markup: string,
  file: string,
): { readonly blocks: readonly Block[] | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = reportTo(diagnostics);
  const elements = elementsOf(markup, file, report);
  if (diagnostics.length > 0) return { blocks: null, diagnostics };
  const blocks = blocksOf(elements, report);
  return { blocks: diagnostics.length > 0 ? null : blocks, diagnostics };
}

type Child = Element | string;

function blocksOf(children: readonly Child[], report: Report): readonly Block[] {
  return children.flatMap((child) => (typeof child === "string" ? [] : [blockOf(child, report)]));
}

/** `<li>` and `<blockquote>` may hold plain text, which is then one paragraph. */
function flowOf(element: Element, report: Report): readonly Block[] {
  const blocks: Block[] = [];
  let line: Child[] = [];
  const flush = (): void => {
    const children = inlinesOf(line, report);
    if (children.length > 0) blocks.push({ type: "paragraph", children });
    line = [];
  };
  for (const child of element.children) {
    if (typeof child === "string" || vocabulary[child.name]?.kind === "inline") line.push(child);
    else {
      flush();
      blocks.push(blockOf(child, report));
    }
  }
  flush();
  return blocks;
}

function blockOf(element: Element, report: Report): Block {
  const names = identityOf(element);
  const inlines = (): readonly Inline[] => inlinesOf(element.children, report);
  switch (element.name) {
    case "section":
      return { type: "section", ...names, children: blocksOf(element.children, report) };
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return { type: "heading", ...names, level: levelOf(element.name), children: inlines() };
    case "p":
      return { type: "paragraph", ...names, children: inlines() };
    case "ul":
    case "ol":
      return { type: "list", ...names, ordered: element.name === "ol", children: itemsOf(element, report) };
    case "blockquote":
      return { type: "quotation", ...names, children: flowOf(element, report) };
    case "table":
      return tableOf(element, report);
    case "figure": {
      const chart = only(element, "chart", report);
      return {
        type: "figure",
        ...names,
        chart: chart?.attributes.get("ref") ?? "",
        alternative: chart?.attributes.get("alt") ?? "",
        ...oneOf(element, "place", Object.keys(places), "float", report, places),
        caption: inlinesOf(optional(element, "figcaption", report)?.children ?? [], report),
      };
    }
    case "imprint":
      return {
        type: "imprint",
        ...names,
        ...oneOf(element, "to", ["even"], "any", report, { even: { to: "even" }, any: {} } as const),
        children: blocksOf(element.children, report),
      };
    case "page-break":
      return { type: "pageBreak", ...names, ...oneOf(element, "to", ["odd", "even"], "any", report, sides) };
    case "toc":
      return { type: "toc", ...names, depth: oneOf(element, "depth", ["1", "2", "3", "4"], "2", report, levels) };
    case "running":
      return {
        type: "running",
        ...names,
        slot: oneOf(element, "slot", Object.keys(slots), "head-start", report, slots),
        children: inlines(),
      };
    default:
      throw new TypeError(`no block is spelled <${element.name}>`);
  }
}

function itemsOf(list: Element, report: Report): readonly ListItem[] {
  return list.children.flatMap((child): ListItem[] =>
    typeof child === "string" ? [] : [{ type: "listItem", ...identityOf(child), children: flowOf(child, report) }],
  );
}

function tableOf(table: Element, report: Report): Table {
  const rows = (name: string): readonly TableRow[] =>
    (optional(table, name, report)?.children ?? []).flatMap((child): TableRow[] =>
      typeof child === "string" ? [] : [{ type: "row", ...identityOf(child), cells: cellsOf(child, report) }],
    );
  const columns = (table.attributes.get("columns") ?? "").split(/\s+/u).filter((word) => word !== "");
  for (const width of columns) {
    // Matches `3` and `1.5`; must not match `0`, `-1` or `30%`.
    if (!/^(?:[1-9]\d*(?:\.\d+)?|0\.\d*[1-9])$/u.test(width)) {
      report(
        "markup-value",
        `unreadable column width ${width}`,
        table.place,
        table.path,
        'write relative widths: columns="3 2 2"',
      );
    }
  }
  return {
    type: "table",
    ...identityOf(table),
    caption: inlinesOf(optional(table, "caption", report)?.children ?? [], report),
    unit: table.attributes.get("unit") ?? null,
    columns: columns.map(Number),
    ...oneOf(table, "place", Object.keys(places), "float", report, places),
    head: rows("thead"),
    body: rows("tbody"),
    foot: rows("tfoot"),
  };
}

function cellsOf(row: Element, report: Report): readonly TableCell[] {
  return row.children.flatMap((child): TableCell[] => {
    if (typeof child === "string") return [];
    const header =
      child.name === "td"
        ? null
        : oneOf(child, "scope", ["col", "row"], "col", report, { col: "column", row: "row" } as const);
    return [
      {
        type: "cell",
        ...identityOf(child),
        header,
        columnSpan: spanOf(child, "colspan", report),
        rowSpan: spanOf(child, "rowspan", report),
        align: oneOf(
          child,
          "align",
          Object.keys(alignments),
          header === "column" ? "center" : "start",
          report,
          alignments,
        ),
        children: inlinesOf(child.children, report),
      },
    ];
  });
}

function inlinesOf(children: readonly Child[], report: Report): readonly Inline[] {
  return foldWhiteSpace(
    children.map((child) => (typeof child === "string" ? textNode(child) : inlineOf(child, report))),
  );
}

/** Inlines within inlines: white space is folded once, from the block down. */
function inlineOf(element: Element, report: Report): Inline {
  const names = identityOf(element);
  const children = element.children.map((child) =>
    typeof child === "string" ? textNode(child) : inlineOf(child, report),
  );
  switch (element.name) {
    case "strong":
      return { type: "strong", ...names, children };
    case "em":
      return { type: "emphasis", ...names, children };
    case "b":
      return { type: "bold", ...names, children };
    case "sup":
      return { type: "superscript", ...names, children };
    case "sub":
      return { type: "subscript", ...names, children };
    case "br":
      return { type: "lineBreak" };
    case "a":
      return { type: "link", ...names, href: element.attributes.get("href") ?? "", children };
    case "data":
      return dataOf(element, children, report);
    case "time":
      return { type: "time", ...names, datetime: element.attributes.get("datetime") ?? "", children };
    case "fn":
      return {
        type: "footnote",
        ...names,
        source: element.attributes.get("source") ?? "",
        observations: wordsOf(element.attributes.get("observations")),
        ...(element.attributes.has("short") ? { short: element.attributes.get("short") ?? "" } : {}),
        children,
      };
    case "ref":
      return {
        type: "reference",
        ...names,
        to: element.attributes.get("to") ?? "",
        as: oneOf(element, "as", Object.keys(referenceForms), "label", report, referenceForms),
      };
    case "page-number":
      return { type: "pageNumber" };
    case "page-count":
      return { type: "pageCount" };
    case "section-title":
      return { type: "sectionTitle" };
    default:
      throw new TypeError(`no inline is spelled <${element.name}>`);
  }
}

function dataOf(element: Element, children: readonly Inline[], report: Report): Data {
  const written = element.attributes.get("value") ?? "";
  const value = written === "" ? null : Number(written);
  if (value !== null && !Number.isFinite(value)) {
    report(
      "markup-value",
      `unreadable value ${written}`,
      element.place,
      element.path,
      'write plain digits: value="131000"',
    );
  }
  return {
    type: "data",
    ...identityOf(element),
    value,
    observations: wordsOf(element.attributes.get("observations")),
    children,
  };
}

function textNode(value: string): Inline {
  return { type: "text", value };
}

function identityOf(element: Element): { readonly role?: string; readonly id?: string } {
  const role = element.attributes.get("class");
  const id = element.attributes.get("id");
  return { ...(role === undefined ? {} : { role }), ...(id === undefined ? {} : { id }) };
}

function only(element: Element, name: string, report: Report): Element | null {
  const found = optional(element, name, report);
  if (!found)
    report("markup-nesting", `missing <${name}>`, element.place, element.path, `add <${name}> to <${element.name}>`);
  return found;
}

function optional(element: Element, name: string, report: Report): Element | null {
  const found = element.children.filter((child): child is Element => typeof child !== "string" && child.name === name);
  const second = found[1];
  if (second) report("markup-nesting", `repeated <${name}>`, second.place, second.path, `one <${name}> is enough`);
  return found[0] ?? null;
}

function spanOf(element: Element, name: string, report: Report): number {
  const written = element.attributes.get(name) ?? "1";
  if (/^[1-9]\d?$/u.test(written)) return Number(written);
  report("markup-value", `unreadable ${name} ${written}`, element.place, element.path, "write a number from 1 up");
  return 1;
}

function oneOf<T>(
  element: Element,
  name: string,
  choices: readonly string[],
  otherwise: string,
  report: Report,
  values: Readonly<Record<string, T>>,
): T {
  const written = element.attributes.get(name) ?? otherwise;
  const value = values[written];
  if (value !== undefined) return value;
  report(
    "markup-value",
    `unknown ${name} ${written}`,
    element.place,
    element.path,
    `choose from: ${choices.join(" ")}`,
  );
  const fallback = values[otherwise];
  if (fallback === undefined) throw new RangeError(`no such choice: ${otherwise}`);
  return fallback;
}

const levels = { "1": 1, "2": 2, "3": 3, "4": 4 } as const;

function levelOf(name: "h1" | "h2" | "h3" | "h4"): 1 | 2 | 3 | 4 {
  return ({ h1: 1, h2: 2, h3: 3, h4: 4 } as const)[name];
}

const referenceForms = { label: "label", title: "title", page: "page" } as const;

const sides = { odd: { to: "odd" }, even: { to: "even" }, any: {} } as const;

const places = { here: { place: "here" }, float: {} } as const;

const alignments = { start: "start", center: "center", end: "end" } as const;

const slots: Readonly<Record<string, Running["slot"]>> = {
  "head-start": "head-start",
  "head-center": "head-center",
  "head-end": "head-end",
  "foot-start": "foot-start",
  "foot-center": "foot-center",
  "foot-end": "foot-end",
};

function wordsOf(list: string | undefined): readonly string[] {
  return (list ?? "").split(/\s+/u).filter((word) => word !== "");
}
