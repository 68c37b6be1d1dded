import type { Piece } from "./pieces.ts";
import { textOfCell } from "./tables.ts";

/** Pieces of one line, or of the lines of one row of a table; `cells` where they are a row's. */
export interface GridRow {
  readonly pieces: readonly Piece[];
  readonly cells: readonly string[] | null;
}

interface Column {
  left: number;
  right: number;
}

/**
 * Finds tables without rules among the lines of a column: lines of several pieces under each other. A cell that
 * wraps is joined to its row, and each figure stands in its column even where cells before it are empty.
 */
export function gridRows(rows: readonly (readonly Piece[])[]): GridRow[] {
  const out: GridRow[] = [];
  for (let i = 0; i < rows.length;) {
    const end = stretchFrom(rows, i);
    if (end === i) {
      out.push({ pieces: rows[i] ?? [], cells: null });
      i++;
    } else {
      out.push(...tableOf(rows.slice(i, end)));
      i = end;
    }
  }
  return out;
}

/** Where a stretch of rows that begins here ends; here itself where none begins. */
function stretchFrom(rows: readonly (readonly Piece[])[], from: number): number {
  let columns: Column[] = [];
  let full = 0;
  let end = from;
  for (let i = from; i < rows.length; i++) {
    const row = rows[i] ?? [];
    const step = i === from ? 0 : (row[0]?.baseline ?? 0) - (rows[i - 1]?.[0]?.baseline ?? 0);
    if (step > (row[0]?.size ?? 10) * 3.6) break;
    if (isApart(row)) {
      const joined = withRow(columns, row);
      // A row that bridges the columns found so far belongs to no table, or to another.
      if (columns.length > 1 && joined.length < Math.min(2, columns.length)) break;
      columns = joined;
      full++;
      end = i + 1;
      continue;
    }
    const [piece] = row;
    if (piece === undefined || full === 0 || piece.vertical) break;
    if (!isWithinOne(columns, piece)) break;
  }
  return full >= 2 ? end : from;
}

/** Begins in one of the columns and ends before the next: a wrapped cell, not a line of text across the table. */
function isWithinOne(columns: readonly Column[], piece: Piece): boolean {
  const own = columns.findLastIndex((one) => piece.left >= one.left - piece.size * 1.2);
  if (own < 0 || piece.text.length > 40) return false;
  const next = columns[own + 1];
  return next === undefined ? piece.left <= (columns[own]?.right ?? 0) : piece.right < next.left - piece.size * 0.3;
}

/** Pieces with a clear gap between them all; a single gap must be wider, lest two names make a table. */
function isApart(row: readonly Piece[]): boolean {
  if (row.length < 2 || row.some((piece) => piece.vertical)) return false;
  const least = row.length > 2 ? 0.9 : 1.5;
  return row.slice(1).every((piece, i) => piece.left - (row[i]?.right ?? 0) > piece.size * least);
}

function withRow(columns: readonly Column[], row: readonly Piece[]): Column[] {
  const all = [...columns, ...row].map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left);
  const joined: Column[] = [];
  for (const one of all) {
    const last = joined.at(-1);
    if (last !== undefined && one.left < last.right) last.right = Math.max(last.right, one.right);
    else joined.push(one);
  }
  return joined;
}

function tableOf(rows: readonly (readonly Piece[])[]): GridRow[] {
  const columns = rows.filter((row) => isApart(row)).reduce<Column[]>((list, row) => withRow(list, row), []);
  // A head over several columns would make them one.
  const most = Math.max(...rows.map((row) => row.length));
  const inner =
    columns.length < most
      ? rows.filter((row) => row.length === most).reduce<Column[]>((list, row) => withRow(list, row), [])
      : columns;
  const groups = wrapsOf(rows, inner.length);
  return groups.map((pieces) => {
    if (pieces.length === 1) return { pieces, cells: null };
    const cells = inner.map(() => [] as Piece[]);
    for (const piece of pieces) cells[nearest(inner, piece)]?.push(piece);
    return { pieces, cells: cells.map((list) => textOfCell(list)) };
  });
}

function nearest(columns: readonly Column[], piece: Piece): number {
  let best = 0;
  let least = Infinity;
  columns.forEach((column, c) => {
    const shared = Math.min(column.right, piece.right) - Math.max(column.left, piece.left);
    const distance = shared > 0 ? -shared : -shared + 1;
    if (distance < least) {
      least = distance;
      best = c;
    }
  });
  return best;
}

/** Lines of a table gathered into rows: a line with few cells that stands close to a full one is of its row. */
function wrapsOf(rows: readonly (readonly Piece[])[], columns: number): Piece[][] {
  const isFull = (row: readonly Piece[] | undefined): boolean =>
    row !== undefined && row.length >= Math.max(2, columns * 0.6);
  const base = (i: number): number => rows[i]?.[0]?.baseline ?? 0;
  const steps: number[] = [];
  for (let i = 1; i < rows.length; i++) if (isFull(rows[i]) && isFull(rows[i - 1])) steps.push(base(i) - base(i - 1));
  steps.sort((a, b) => a - b);
  const usual = steps[steps.length >> 1] ?? Infinity;
  const groups: Piece[][] = [];
  let ahead: Piece[] = [];
  rows.forEach((row, i) => {
    if (isFull(row)) {
      groups.push([...ahead, ...row]);
      ahead = [];
      return;
    }
    const up =
      isFull(rows[i - 1]) || (i > 0 && groups.length > 0 && !isFull(rows[i - 1])) ? base(i) - base(i - 1) : Infinity;
    const down = isFull(rows[i + 1]) ? base(i + 1) - base(i) : Infinity;
    const limit = Math.min(usual * 0.88, (row[0]?.size ?? 10) * 1.9);
    const last = groups.at(-1);
    if (last !== undefined && up <= down && up < limit && (usual < Infinity || up < down * 0.9)) last.push(...row);
    else if (down < limit && (usual < Infinity || down < up * 0.9)) ahead.push(...row);
    else groups.push([...ahead, ...row]);
  });
  if (ahead.length > 0) groups.push(ahead);
  return groups;
}
