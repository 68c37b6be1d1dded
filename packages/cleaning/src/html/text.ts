import { decodeHTML } from "entities";
import type { Span } from "@jianbao/model";
import { isHanAt } from "../characters.ts";
import { isByline } from "../article/lines/forms.ts";
import type { Change } from "../draft.ts";
import { type MarkupElement, type MarkupNode, type MarkupText, isBlock } from "../readers/markup.ts";
import { isDataTable } from "./boxes.ts";
import { pushDecoded } from "./escapes.ts";
import { type Measure, beginsWithLabel } from "./measure.ts";
import { silent, visit } from "./tree.ts";

/** What of a page is left out: boxes, single pieces of text, and all outside a span. */
export interface LeftOut {
  readonly boxes: ReadonlyMap<MarkupElement, unknown>;
  readonly texts: ReadonlySet<MarkupText>;
  readonly within: Span;
}

/** Turns the text that is left into lines, and tells which of them are headings. */
export function collectText(measure: Measure, out: LeftOut): { changes: Change[]; headings: Span[]; blocks: number[] } {
  const { source, page, hidden } = measure;
  const changes: Change[] = [];
  const headings: Span[] = [];
  const blocks: number[] = [];
  let done = 0;
  let separator = "";
  let preformatted = 0;
  /** How deep in the cells of a table of data: nothing in a cell breaks the row. */
  let inCell = 0;
  const tables: MarkupElement[] = [];
  const breakLine = (mark: string): void => {
    if (inCell > 0 || separator === "\n") return;
    separator = mark === "\n" ? "\n" : separator + mark;
  };
  visit(
    page,
    (node) => {
      if (node.type === "text") {
        const { start, end } = node;
        if (start < done || start >= out.within.end || end <= out.within.start || out.texts.has(node)) return false;
        if (separator !== "" && isBlankText(source, node)) return false;
        if (separator === "" && start > done && beginsWithLabel(source.slice(start, Math.min(end, start + 24))))
          separator = " ";
        if (start > done || separator !== "") changes.push({ start: done, end: start, replacement: separator });
        separator = "";
        textChanges(source, node, preformatted > 0, changes);
        done = end;
        return false;
      }
      if (out.boxes.has(node) || silent.has(node.name) || hidden.has(node)) {
        if (isBlock(node.name)) breakLine("\n");
        return false;
      }
      const { name } = node;
      if (name === "pre") preformatted++;
      const inData = tables.length > 0;
      if (name === "table") {
        breakLine("\n");
        if (isDataTable(node, measure)) tables.push(node);
      } else if (name === "br" || name === "hr") breakLine("\n");
      else if (name === "td" || name === "th") {
        if (isFirstCell(node)) breakLine("\n");
        else if (inData) breakLine("\t");
        else if (separator === "") breakLine("\t");
        if (inData) inCell++;
      } else if (isBlock(name)) breakLine("\n");
      if (isBlock(name)) blocks.push(node.start);
      if (isHeading(node, measure)) headings.push({ start: node.start, end: node.end });
      return true;
    },
    (node) => {
      const { name } = node;
      if (name === "pre") preformatted--;
      if (name === "td" || name === "th") {
        if (tables.length > 0) inCell--;
        return;
      }
      if (name === "table" && tables.at(-1) === node) tables.pop();
      if (isBlock(name)) {
        breakLine("\n");
        blocks.push(node.end);
      }
    },
  );
  if (done < source.length) changes.push({ start: done, end: source.length, replacement: "" });
  return { changes, headings, blocks };
}

function isFirstCell(node: MarkupElement): boolean {
  return node.parent?.children.find((one) => isCell(one)) === node;
}

function isCell(node: MarkupNode): boolean {
  return node.type === "element" && (node.name === "td" || node.name === "th");
}

/** A heading by its element, or a paragraph of a few words that are all bold. */
function isHeading(node: MarkupElement, measure: Measure): boolean {
  // Matches h1 to h6; must not match `hr` or `header`.
  if (/^h[1-6]$/u.test(node.name)) return measure.of(node).text <= 120;
  if (node.name !== "p" && node.name !== "div") return false;
  const children = node.children.filter((child) => child.type === "element" || !isBlankText(measure.source, child));
  const [only] = children;
  if (children.length !== 1 || only?.type !== "element" || !isBold(only)) return false;
  const { text, marks, linked } = measure.of(node);
  const [line] = measure.within(node);
  return (
    text >= 4 &&
    text <= 40 &&
    marks === 0 &&
    linked === 0 &&
    line !== undefined &&
    !/[：:、]|编辑|审核|监制|来源/u.test(measure.words(line)) &&
    !isByline(measure.text(line))
  );
}

function isBold(node: MarkupElement): boolean {
  let at: MarkupElement | undefined = node;
  for (let depth = 0; depth < 4 && at !== undefined; depth++) {
    // Matches `font-weight:bold` and `font-weight: 700`; must not match `font-weight: normal`.
    if (
      at.name === "strong" ||
      at.name === "b" ||
      /font-weight\s?:\s?(?:bold|[6-9]00)/iu.test(at.attributes["style"] ?? "")
    )
      return true;
    const inner: MarkupNode[] = at.children;
    const [first] = inner;
    at = inner.length === 1 && first?.type === "element" ? first : undefined;
  }
  return false;
}

function isBlankText(source: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit > 32 && unit !== 0xfeff && unit !== 0x200b) return false;
  }
  return true;
}

/** Decodes entity references and folds the markup's line ends within one piece of text. */
function textChanges(source: string, span: Span, preformatted: boolean, changes: Change[]): void {
  const raw = source.slice(span.start, span.end);
  // Matches `&nbsp;`, `&#x4e2d;`, `&copy`, white space with a line end in it; must not match `A & B`.
  for (const match of raw.matchAll(/&(?:#x?[\da-f]{1,8}|[a-z][a-z\d]{1,31});?|[ \t]*[\n\r][ \t\n\r]*/giu)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const unit = match[0].charCodeAt(0);
    if (unit === 0x26) {
      const decoded = decodeHTML(match[0]).replace("\u00A0", " ");
      if (decoded !== match[0]) pushDecoded(changes, start, end, decoded);
      continue;
    }
    if (preformatted) continue;
    const glued = start === span.start || end === span.end || isHanAt(source, start - 1) || isHanAt(source, end);
    changes.push({ start, end, replacement: glued ? "" : " " });
  }
}
