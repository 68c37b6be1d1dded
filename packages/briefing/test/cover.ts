import { type AnyNode, type Document, type Inline, textOf, walk } from "@jianbao/document";

/** Sections that quote (titles, sentences), number themselves or list addressees. */
const quoting = new Set(["sources", "evidence", "method", "distribution"]);

/** Lists what a document prints with digits outside numbers that rest on observations; times, notes and numbering aside. */
export function bareNumbers(document: Document): readonly string[] {
  const bare: string[] = [];
  walk(document, (node, ancestors) => {
    if ((node.type === "section" || node.type === "imprint") && node.id !== undefined && quoting.has(node.id))
      return false;
    if (node.type === "running" || node.type === "time" || node.type === "footnote" || isMasthead(node)) return false;
    if (node.type === "data") {
      if (/\d/u.test(textOf(node.children)) && node.observations.length === 0) bare.push(textOf(node.children));
      return false;
    }
    if (node.type === "text" && /\d/u.test(withoutTitles(withoutNumbering(node.value, ancestors))))
      bare.push(node.value);
    return true;
  });
  return bare;
}

function isMasthead(node: AnyNode): boolean {
  return node.type === "paragraph" && (node.role?.startsWith("masthead") ?? false);
}

/** Titles of articles are quotations. */
function withoutTitles(text: string): string {
  return text.replaceAll(/《[^》]*》|“[^”]*”/gu, "");
}

/** 表1, 图2, Table 1: captions number themselves. */
function withoutNumbering(text: string, ancestors: readonly AnyNode[]): string {
  if (ancestors.at(-1)?.type === "heading") return text.replace(/^\d+\. /u, "");
  const isCaption = ancestors.at(-1)?.type === "table" || ancestors.at(-1)?.type === "figure";
  return isCaption ? text.replace(/^(?:[表图圖]|Table |Figure )\d+/u, "") : text;
}

/** A paragraph, table or figure: its numbers, and the observations that its notes vouch for. */
export interface NumberPlace {
  readonly numbers: { readonly text: string; readonly observations: readonly string[] }[];
  readonly vouched: Set<string>;
}

/** Lists the places of a document that print numbers. */
export function placesOf(document: Document): readonly NumberPlace[] {
  const places: NumberPlace[] = [];
  walk(document, (node) => {
    if ((node.type === "section" || node.type === "imprint") && node.id !== undefined && quoting.has(node.id))
      return false;
    if (node.type !== "paragraph" && node.type !== "table" && node.type !== "figure") return true;
    const place: NumberPlace = { numbers: [], vouched: new Set() };
    const visit = (inlines: readonly Inline[]): void => {
      for (const inline of inlines) {
        if (inline.type === "footnote") for (const id of inline.observations) place.vouched.add(id);
        else if (inline.type === "data") {
          if (inline.observations.length > 0) {
            place.numbers.push({ text: textOf(inline.children), observations: inline.observations });
          }
        } else if ("children" in inline) visit(inline.children);
      }
    };
    if (node.type === "paragraph") visit(node.children);
    else {
      visit(node.caption);
      if (node.type === "table")
        for (const row of [...node.head, ...node.body]) for (const cell of row.cells) visit(cell.children);
    }
    places.push(place);
    return false;
  });
  return places;
}
