import type { TableCell, TableRow } from "@jianbao/document";
import type { MeasuredParagraph } from "../line/paragraph.ts";
import { minimalWidth, naturalWidth } from "../line/break.ts";

/** A cell with the place it takes in the grid. */
export interface GridCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Puts the cells of rows on a grid: each takes the first free place of its row; spans are cut at the last row. */
export function gridOf(rows: readonly TableRow[]): { cells: GridCell[]; columns: number } {
  const taken: boolean[][] = rows.map(() => []);
  const cells: GridCell[] = [];
  let columns = 0;
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[index]?.[column] === true) column += 1;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, rows.length - index));
      const columnSpan = Math.max(1, cell.columnSpan);
      for (let r = index; r < index + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) {
          const places = taken[r];
          if (places !== undefined) places[c] = true;
        }
      }
      cells.push({ cell, row: index, column, rowSpan, columnSpan });
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  });
  return { cells, columns };
}

/** What a column must and would like to have, in points, without padding. */
export interface CellMeasure {
  readonly column: number;
  readonly columnSpan: number;
  readonly padding: number;
  /** Room kept free at the right of the text. */
  readonly inset: number;
  readonly segments: readonly MeasuredParagraph[];
}

/**
 * Widths of columns that fill a width: relative ones where the table names them, else by content:
 * each column gets at least its widest uncuttable piece, and room goes where lines would be long.
 */
export function columnWidths(
  columns: number,
  relative: readonly number[],
  cells: readonly CellMeasure[],
  width: number,
): number[] {
  const sum = relative.reduce((total, part) => total + Math.max(0, part), 0);
  const { least, most } = extents(columns, cells);
  const leastSum = total(least);
  if (leastSum >= width && leastSum > 0) return least.map((part) => (part / leastSum) * width);
  if (relative.length === columns && sum > 0) {
    const asked = relative.map((part) => (Math.max(0, part) / sum) * width);
    return widened(asked, least);
  }
  const mostSum = total(most);
  if (mostSum <= 0) return most.map(() => width / columns);
  // All on one line each: what is left over is shared evenly, so that columns keep their order of width.
  if (mostSum <= width) return most.map((part) => part + (width - mostSum) / columns);
  const share = (width - leastSum) / (mostSum - leastSum);
  return least.map((part, column) => part + ((most[column] ?? part) - part) * share);
}

/** The width below which a table of such cells cuts numbers and words. */
export function leastWidth(columns: number, cells: readonly CellMeasure[]): number {
  return total(extents(columns, cells).least);
}

/** Columns that are narrower than what they hold take from those that have more than they need. */
function widened(asked: readonly number[], least: readonly number[]): number[] {
  const missing = total(asked.map((part, column) => Math.max(0, (least[column] ?? 0) - part)));
  const spare = total(asked.map((part, column) => Math.max(0, part - (least[column] ?? 0))));
  return asked.map((part, column) => {
    const needed = least[column] ?? 0;
    return part < needed ? needed : part - (missing * (part - needed)) / Math.max(spare, 1e-9);
  });
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** What each column must have, its widest uncuttable piece, and would like to have, all on one line. */
function extents(columns: number, cells: readonly CellMeasure[]): { least: number[]; most: number[] } {
  const least = Array.from({ length: columns }, () => 0);
  const most = Array.from({ length: columns }, () => 0);
  for (const cell of [...cells].sort((a, b) => a.columnSpan - b.columnSpan)) {
    const minimal = cell.segments.reduce((widest, segment) => Math.max(widest, minimalWidth(segment)), 0);
    const natural = cell.segments.reduce((widest, segment) => Math.max(widest, naturalWidth(segment)), 0);
    spread(least, cell, minimal + 2 * cell.padding + cell.inset);
    spread(most, cell, natural + 2 * cell.padding + cell.inset);
  }
  return { least, most };
}

/** Sees to it that the columns a cell covers are together at least as wide as it is. */
function spread(widths: number[], cell: CellMeasure, wanted: number): void {
  let have = 0;
  for (let c = cell.column; c < cell.column + cell.columnSpan; c++) have += widths[c] ?? 0;
  const missing = wanted - have;
  if (missing <= 0) return;
  for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
    widths[c] = (widths[c] ?? 0) + missing / cell.columnSpan;
  }
}
