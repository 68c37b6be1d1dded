import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

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
    for (let column = 1; column < width; column++) {
      const figures = found.filter((i) => isFigure(cellsOf(views[i])[column] ?? ""));
      const first = figures[0];
      if (figures.length < 3 || first === undefined) continue;
      for (const i of figures) rows[i] = true;
      // The head of the table stands right before.
      if (cellsOf(views[first - 1]).length === width) rows[first - 1] = true;
    }
  };
  for (const [i, view] of views.entries()) {
    const width = cellsOf(view).length;
    if (width < 2) continue;
    const found = open.get(width);
    if (found !== undefined && i - (found.at(-1) ?? i) > 24) close(width);
    const rest = open.get(width);
    if (rest === undefined) open.set(width, [i]);
    else rest.push(i);
  }
  for (const width of open.keys()) close(width);
  return rows;
}

const gap = guarded(/\s+/u);

function cellsOf(view: View | undefined): string[] {
  if (view === undefined || view.line.text.length > 80 || view.line.clauses > 0) return [];
  const cells = gap.split(view.line.text);
  return cells.every((cell) => cell.length <= 20) ? cells : [];
}

const figure = guarded(/^[-+−]?\d{1,3}(?:,?\d{3}){0,3}(?:\.\d{1,3})?[%％]?$/u);

/** Matches `4.20`, `-12.5%`, `1,024`; must not match `¥299`, `0700-5550111`. */
function isFigure(cell: string): boolean {
  return figure.test(cell);
}
