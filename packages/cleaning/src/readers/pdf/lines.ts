import type { PlaceRole } from "@jianbao/model";
import type { Box } from "./glyphs.ts";
import { gridRows } from "./grid.ts";
import type { Piece } from "./pieces.ts";

/** A line of a page in reading order. */
export interface PageLine extends Box {
  readonly text: string;
  readonly size: number;
  readonly font: string;
  /** The edges of the column that it stands in. */
  readonly columnLeft: number;
  readonly columnRight: number;
  /** Begins two characters within its column. */
  readonly indent: boolean;
  /** White space before it, within its column. */
  readonly gap: boolean;
  readonly role?: PlaceRole;
  /** Lines of one box, table or caption bear one number; 0 is the running text. */
  readonly aside: number;
}

/** Puts the pieces of one column into lines; several pieces of one line are the cells of a row. */
export function linesOfColumn(pieces: readonly Piece[], body: number, edges: Edges = edgesOf(pieces)): PageLine[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const first = rows.at(-1)?.[0];
    const level =
      first !== undefined &&
      !first.vertical &&
      !piece.vertical &&
      Math.abs(piece.baseline - first.baseline) < Math.max(piece.size, first.size) * 0.4;
    if (level) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  const { left, right } = edges;
  const pitch = pitchOf(rows);
  const lines: PageLine[] = [];
  let above: Piece | undefined;
  for (const grid of gridRows(rows)) {
    const row = grid.pieces;
    const [first] = row;
    if (first === undefined) continue;
    const { text, cells } = grid.cells === null ? textOfRow(row) : { text: grid.cells.join("\t"), cells: true };
    const size = row.length === 1 ? first.size : Math.max(...row.map((one) => one.size));
    const step = above === undefined ? 0 : first.baseline - above.baseline;
    const inward = first.left - left;
    lines.push({
      text,
      left: first.left,
      top: first.top,
      right: Math.max(...row.map((one) => one.right)),
      bottom: Math.max(...row.map((one) => one.bottom)),
      size,
      font: first.font,
      columnLeft: left,
      columnRight: right,
      indent: inward > size * 1.5 && inward < size * 2.7 && size < body * 1.25,
      gap: above !== undefined && step > Math.max(pitch * 1.4, Math.max(size, above.size) * 1.9),
      ...(cells ? { role: "row" as const } : {}),
      aside: 0,
    });
    above = row.at(-1);
  }
  return lines;
}

/** Between which a column's lines run. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where a column's lines begin and end, but for a stray one that hangs out. */
export function edgesOf(pieces: readonly Piece[]): Edges {
  const lefts = pieces.map((one) => one.left).sort((a, b) => a - b);
  const rights = pieces.map((one) => one.right).sort((a, b) => b - a);
  // Cells of a table begin further in: they are no reason to move the edge.
  const stray = pieces.length >= 20 ? Math.floor(pieces.length / 20) : 0;
  return { left: lefts[stray] ?? 0, right: rights[stray] ?? 0 };
}

/** The usual distance from a line to the next. */
function pitchOf(rows: readonly (readonly Piece[])[]): number {
  const steps = rows
    .slice(1)
    .map((row, i) => (row[0]?.baseline ?? 0) - (rows[i]?.[0]?.baseline ?? 0))
    .filter((step) => step > 1)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? 20;
}

function textOfRow(row: readonly Piece[]): { text: string; cells: boolean } {
  const gaps = row.slice(1).map((piece, i) => piece.left - (row[i]?.right ?? 0));
  const size = row[0]?.size ?? 10;
  // Single characters, all as far apart: one word set apart for looks.
  if (row.length >= 3 && row.every((piece) => [...piece.text].length === 1)) {
    const [least = 0, most = 0] = [Math.min(...gaps), Math.max(...gaps)];
    if (most - least < size * 0.3) return { text: row.map((piece) => piece.text).join(""), cells: false };
  }
  // A gap of one or two characters between two pieces is a space: 记者 张三.
  const cells = row.length > 2 ? gaps.some((gap) => gap > size * 1.3) : gaps.some((gap) => gap > size * 1.7);
  return { text: row.map((piece) => piece.text.trim()).join(cells ? "\t" : "　"), cells };
}

/** A line that ends as a sentence or a paragraph does. */
export function isClosed(text: string): boolean {
  return /[。！？!?…；;：:][”’"』」）)】]*$/u.test(text);
}

/** Tells that a line goes on with the sentence that the one before left open at its column's edge. */
export function continues(before: PageLine | undefined, line: PageLine | undefined): boolean {
  if (before === undefined || line === undefined || line.indent || before.role !== undefined || line.role !== undefined)
    return false;
  if (isClosed(before.text) || Math.abs(before.size - line.size) > line.size * 0.08) return false;
  return before.right > before.columnRight - before.size * 2.2 && line.left < line.columnLeft + line.size * 0.8;
}
