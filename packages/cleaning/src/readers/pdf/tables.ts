import type { Box } from "./glyphs.ts";
import type { Piece } from "./pieces.ts";

/** A table with ruled cells: its box, and its rows as they read. */
export interface RuledTable extends Box {
  readonly rows: readonly TableRow[];
}

/** A row of a table: the cells' texts, and where they stand. */
export interface TableRow extends Box {
  readonly cells: readonly string[];
}

/** A straight line of the page: where it lies across its direction, and how far it reaches along it. */
interface Line {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const near = 2.5;

/** Finds tables by their rules: at least three lines across that cross at least one down. */
export function ruledTables(rules: readonly Box[], pieces: readonly Piece[]): RuledTable[] {
  const across = linesOf(
    rules
      .filter((one) => one.right - one.left >= one.bottom - one.top)
      .map((one) => ({ at: (one.top + one.bottom) / 2, from: one.left, to: one.right })),
  );
  const down = linesOf(
    rules
      .filter((one) => one.bottom - one.top > one.right - one.left)
      .map((one) => ({ at: (one.left + one.right) / 2, from: one.top, to: one.bottom })),
  );
  const tables: RuledTable[] = [];
  for (const { across: h, down: v } of gridsOf(across, down)) {
    const table = tableOf(h, v, pieces);
    if (table !== null) tables.push(table);
  }
  return tables;
}

/** Joins stretches of one line: a table's rules are often drawn cell by cell. */
function linesOf(stretches: readonly Line[]): Line[] {
  const sorted = [...stretches].sort((a, b) => a.at - b.at || a.from - b.from);
  const levels: Line[][] = [];
  for (const one of sorted) {
    const level = levels.at(-1);
    if (level?.[0] !== undefined && one.at - level[0].at <= near) level.push(one);
    else levels.push([one]);
  }
  return levels.flatMap((level) => {
    const lines: Line[] = [];
    for (const one of level.sort((a, b) => a.from - b.from)) {
      const last = lines.at(-1);
      if (last !== undefined && one.from <= last.to + near)
        lines[lines.length - 1] = { ...last, to: Math.max(last.to, one.to) };
      else lines.push(one);
    }
    return lines;
  });
}

/** Lines that cross or touch make one grid. */
function gridsOf(across: readonly Line[], down: readonly Line[]): { across: Line[]; down: Line[] }[] {
  const group = new Map<Line, number>();
  let groups = 0;
  for (const first of across) {
    if (group.has(first)) continue;
    const number = groups++;
    const open: { line: Line; level: boolean }[] = [{ line: first, level: true }];
    group.set(first, number);
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { line, level } = one;
      for (const other of level ? down : across) {
        if (group.has(other) || !touches(line, other)) continue;
        group.set(other, number);
        open.push({ line: other, level: !level });
      }
    }
  }
  return Array.from({ length: groups }, (_none, i) => ({
    across: across.filter((line) => group.get(line) === i),
    down: down.filter((line) => group.get(line) === i),
  })).filter((grid) => grid.across.length >= 3 && grid.down.length > 0);
}

function touches(a: Line, b: Line): boolean {
  return b.at >= a.from - near && b.at <= a.to + near && a.at >= b.from - near && a.at <= b.to + near;
}

function tableOf(across: readonly Line[], down: readonly Line[], pieces: readonly Piece[]): RuledTable | null {
  const left = Math.min(...across.map((line) => line.from));
  const right = Math.max(...across.map((line) => line.to));
  const top = Math.min(...across.map((line) => line.at));
  const bottom = Math.max(...across.map((line) => line.at));
  const ys = levelsOf(across.map((line) => line.at));
  const xs = levelsOf([left, ...down.map((line) => line.at), right]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 2 || columns * rows > 20_000) return null;
  // Cells that no rule parts are one.
  const parent = Array.from({ length: rows * columns }, (_none, i) => i);
  const rootOf = (cell: number): number => {
    let root = cell;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  // The upper left cell stands for all that are one with it.
  const unite = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)];
    parent[Math.max(first, second)] = Math.min(first, second);
  };
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const cell = r * columns + c;
      const middleX = (x(c) + x(c + 1)) / 2;
      const middleY = (y(r) + y(r + 1)) / 2;
      if (c + 1 < columns && !covers(down, x(c + 1), middleY)) unite(cell, cell + 1);
      if (r + 1 < rows && !covers(across, y(r + 1), middleX)) unite(cell, cell + columns);
    }
  }
  const within = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const middleX = (piece.left + piece.right) / 2;
    const middleY = (piece.top + piece.bottom) / 2;
    if (middleX < left || middleX > right || middleY < top || middleY > bottom) continue;
    const r = ys.findLastIndex((one) => one <= middleY);
    const c = xs.findLastIndex((one) => one <= middleX);
    const root = rootOf(Math.min(r, rows - 1) * columns + Math.min(c, columns - 1));
    const list = within.get(root);
    if (list === undefined) within.set(root, [piece]);
    else list.push(piece);
  }
  if (within.size < 3) return null;
  const texts = new Map([...within].map(([root, list]) => [root, textOfCell(list)]));
  // Frames of whole articles touch each other as well: their cells are not a table's.
  const lengths = [...texts.values()].map((text) => text.length).sort((a, b) => a - b);
  const prose = [...within.values()].filter(
    (list) => list.length >= 6 && list.reduce((sum, one) => sum + one.text.length, 0) > 80,
  ).length;
  if ((lengths[lengths.length >> 1] ?? 0) > 50 || prose * 3 > within.size) return null;
  const out: TableRow[] = [];
  for (let r = 0; r < rows; r++) {
    const roots = Array.from({ length: columns }, (_none, c) => rootOf(r * columns + c));
    const whole = new Set(roots).size === 1;
    const cells = roots.map((root, c) => {
      const text = texts.get(root) ?? "";
      const own = Math.floor(root / columns) === r && root % columns === c;
      if (own) return text;
      // A head that spans rows or columns stands at each of them; a figure is said once.
      if (whole) return "";
      return /\d/u.test(text) ? "" : text;
    });
    const said = whole ? cells.filter((cell) => cell !== "") : cells;
    if (said.some((cell) => cell !== "")) out.push({ cells: said, left, right, top: y(r), bottom: y(r + 1) });
  }
  return { left, right, top, bottom, rows: out };
}

function covers(lines: readonly Line[], at: number, along: number): boolean {
  return lines.some(
    (line) => Math.abs(line.at - at) <= near + 0.5 && line.from - near <= along && line.to + near >= along,
  );
}

function levelsOf(values: readonly number[]): number[] {
  const levels: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (levels.length === 0 || value - (levels.at(-1) ?? 0) > 4) levels.push(value);
  return levels;
}

/** The text of a cell: its lines joined, as wrapped cells are read. */
export function textOfCell(pieces: readonly Piece[]): string {
  const sorted = [...pieces].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) < a.size * 0.4 ? a.left - b.left : a.baseline - b.baseline,
  );
  let text = "";
  for (const { text: piece } of sorted) {
    const words = /[\p{Script=Latin}\d,.;:)]$/u.test(text) && /^[\p{Script=Latin}(]/u.test(piece);
    text += (words ? " " : "") + piece.trim();
  }
  return text.replaceAll("\t", " ");
}
