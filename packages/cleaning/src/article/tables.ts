import type { View } from "./view.ts";

/**
 * Tells of each line whether it is a row of a table in plain text: rows of as many cells, with a column of figures.
 * A block of foreign lines may stand among them.
 */
export function tableRows(views: readonly View[]): boolean[] {
  const rows = views.map(() => false);
  const open = new Map<number, number[]>();
  const close = (width: number): void => {
    const found = open.get(width) ?? [];
    open.delete(width);
    if (
      found.length >= 3 &&
      hasFigures(
        found.map((i) => cellsOf(views[i])),
        width,
      )
    )
      for (const i of found) rows[i] = true;
  };
  for (const [i, view] of views.entries()) {
    const width = cellsOf(view).length;
    if (width < 2) continue;
    const found = open.get(width);
    if (found !== undefined && i - (found.at(-1) ?? i) > 24) close(width);
    open.set(width, [...(open.get(width) ?? []), i]);
  }
  for (const width of open.keys()) close(width);
  return rows;
}

function cellsOf(view: View | undefined): string[] {
  if (view === undefined || view.line.text.length > 80 || view.line.clauses > 0) return [];
  const cells = view.line.text.split(/\s+/u);
  return cells.every((cell) => cell.length <= 20) ? cells : [];
}

/** The first row may be the table's head. */
function hasFigures(rows: readonly (readonly string[])[], width: number): boolean {
  for (let column = 1; column < width; column++) {
    const figures = rows.slice(1).filter((row) => isFigure(row[column] ?? "")).length;
    if (figures * 4 >= (rows.length - 1) * 3) return true;
  }
  return false;
}

/** Matches `4.20`, `-12.5%`, `1,024`; must not match `¥299`, `0700-5550111`. */
function isFigure(cell: string): boolean {
  return /^[-+−]?\d{1,3}(?:,?\d{3}){0,3}(?:\.\d{1,3})?[%％]?$/u.test(cell);
}
