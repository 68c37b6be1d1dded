import { type PageLine, isClosed } from "./lines.ts";
import type { Placed } from "./placed.ts";

/** How a document shows where its paragraphs begin. */
export interface Manner {
  /** By an indent of two characters. */
  readonly indented: boolean;
  /** By white space. */
  readonly spaced: boolean;
  /** The size of its running text. */
  readonly body: number;
}

/** Finds how a document sets its paragraphs apart. */
export function mannerOf(lines: readonly Placed[], body: number): Manner {
  const text = lines
    .map(({ line }) => line)
    .filter((line) => line.role === undefined && Math.abs(line.size - body) < body * 0.08);
  const indents = text.filter((line) => line.indent).length;
  const gaps = text.filter((line) => line.gap).length;
  return {
    indented: indents >= 2 && indents * 40 >= text.length,
    spaced: gaps >= 2 && gaps * 40 >= text.length && gaps * 1.6 < text.length,
    body,
  };
}

/**
 * What stands between two lines of one paragraph, or null where the second begins a line of the text. Lines are
 * joined only where their places prove it: the first reaches its column's edge and the second is not set apart.
 * What the places leave open is left to the words.
 */
export function jointOf(before: Placed, here: Placed, opening: PageLine, manner: Manner): string | null {
  const a = before.line;
  const b = here.line;
  if (a.aside !== b.aside || a.role !== b.role || Math.abs(a.size - b.size) > b.size * 0.08) return null;
  if (a.role === "row" || a.role === "heading" || a.aside === -1) return null;
  if (a.role === "note" || a.role === "caption") return opensNote(b.text) ? null : between(a.text, b.text);
  // A headline breaks by its sense.
  if (a.size > manner.body * 1.15 && !isClosed(opening.text) && opening === a) return null;
  if (!isFull(a, b)) return null;
  const beside =
    before.page === here.page && a.columnLeft === b.columnLeft && a.columnRight === b.columnRight && b.top > a.top;
  if (!beside && !isLikeColumn(a, b)) return null;
  // The lines of an entry hang under its text, not under its mark.
  if (b.indent)
    return beside && !isClosed(a.text) && opensItem(opening.text) && opening.left < b.left - 4
      ? between(a.text, b.text)
      : null;
  const ends = isClosed(a.text);
  // Where paragraphs are indented, a line that is not goes on with an open sentence, past a picture as well.
  if (b.left > b.columnLeft + b.size * 2.7 || (beside && b.gap && (ends || !manner.indented))) return null;
  if (!ends) return opensItem(b.text) && !manner.indented ? null : between(a.text, b.text);
  if (manner.indented) return opening.indent || beside ? between(a.text, b.text) : null;
  return manner.spaced && beside && !opensItem(b.text) ? between(a.text, b.text) : null;
}

/** Reaches its column's edge, but for what could not be broken: a mark that may not begin a line, a number, a word. */
function isFull(a: PageLine, b: PageLine): boolean {
  const [start = ""] =
    /^[“（《‘「『【]?(?:[\p{Script=Latin}\d.,%]{1,24}|.)[，。、；：！？”’）》%]?/u.exec(b.text) ?? [];
  let width = 0.6;
  for (const character of start) width += /[\p{Script=Latin}\d.,%]/u.test(character) ? 0.55 : 1;
  return a.right > a.columnRight - a.size * width - 1;
}

/** A column of another page or place that the text may go on in: about as wide. */
function isLikeColumn(a: PageLine, b: PageLine): boolean {
  const widths = [a.columnRight - a.columnLeft, b.columnRight - b.columnLeft];
  return Math.min(...widths) > Math.max(...widths) * 0.7 && a.right - a.left > Math.min(...widths) * 0.7;
}

function between(before: string, after: string): string {
  return /[\p{Script=Latin}\d,.;:!?)%]$/u.test(before) &&
    /^[\p{Script=Latin}\d(]/u.test(after) &&
    /\p{Script=Latin}/u.test(before.slice(-1) + after.slice(0, 1))
    ? " "
    : "";
}

/** Begins an entry of a list: 一、 （二） 3. ① ● */
function opensItem(text: string): boolean {
  return /^(?:第?[一二三四五六七八九十]{1,3}[、．章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|[●•·■◆▪○□▲★※➢✓❖→]|——)/u.test(
    text,
  );
}

function opensNote(text: string): boolean {
  return /^(?:[①-⑳⁰¹²³⁴-⁹*※†‡]|[[［〔【(（]\d{1,2}[\]］〕】)）]|\d{1,2}[\s.．、]|注\s?\d{0,2}\s?[:：])/u.test(text);
}
