import type { StructureElement } from "../page/structure.ts";

/** Which header cells have an id, and which of them each cell names. */
export interface TableHeaders {
  /** Ids of header cells by element. */
  readonly ids: ReadonlyMap<number, string>;
  /** Elements of header cells by the element of the cell that they head, columns first, from outside in. */
  readonly headers: ReadonlyMap<number, readonly number[]>;
}

/**
 * Finds the header cells of each cell of the tables that have spans: scope alone does not say there what heads what
 * (ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7). A cell is headed by the column headers above it that share a column, and
 * by the row headers before it that share a row. Tables without spans need none, and get none.
 */
export function tableHeaders(elements: readonly StructureElement[]): TableHeaders {
  const ids = new Map<number, string>();
  const headers = new Map<number, readonly number[]>();
  for (const cells of tablesOf(elements)) {
    if (!cells.some(({ columns, rows }) => columns > 1 || rows > 1)) continue;
    const heads = cells.filter(({ scope }) => scope !== undefined);
    for (const cell of cells) {
      const own = heads.filter((head) => head !== cell && isHeadedBy(cell, head)).map(({ element }) => element);
      if (own.length === 0) continue;
      headers.set(cell.element, own);
      for (const element of own) ids.set(element, `cell-${element}`);
    }
  }
  return { ids, headers };
}

/** A cell in its table's grid. */
interface Cell {
  readonly element: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly scope: "Row" | "Column" | undefined;
}

function isHeadedBy(cell: Cell, head: Cell): boolean {
  if (head.scope === "Column")
    return head.row + head.rows <= cell.row && overlaps(head.column, head.columns, cell.column, cell.columns);
  return head.column + head.columns <= cell.column && overlaps(head.row, head.rows, cell.row, cell.rows);
}

function overlaps(start: number, length: number, otherStart: number, otherLength: number): boolean {
  return start < otherStart + otherLength && otherStart < start + length;
}

/** The cells of each table at their places. */
function tablesOf(elements: readonly StructureElement[]): readonly (readonly Cell[])[] {
  const rowsByTable = new Map<number, number[]>();
  const cellsByRow = new Map<number, number[]>();
  elements.forEach((element, index) => {
    if (element.kind === "TR") push(rowsByTable, tableOf(elements, index), index);
    if ((element.kind === "TH" || element.kind === "TD") && element.parent !== null)
      push(cellsByRow, element.parent, index);
  });
  return [...rowsByTable.values()].map((rows) =>
    placed(
      elements,
      rows.map((row) => cellsByRow.get(row) ?? []),
    ),
  );
}

function tableOf(elements: readonly StructureElement[], index: number): number {
  let at: number | null = index;
  while (at !== null && elements[at]?.kind !== "Table") at = elements[at]?.parent ?? null;
  return at ?? -1;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Gives each cell the first free columns of its row. */
function placed(elements: readonly StructureElement[], rows: readonly (readonly number[])[]): readonly Cell[] {
  const cells: Cell[] = [];
  /** For each column, the first row that is free again. */
  const freeFrom: number[] = [];
  rows.forEach((members, row) => {
    let column = 0;
    for (const element of members) {
      const { columnSpan = 1, rowSpan = 1, kind, scope } = elements[element] ?? { kind: "TD" };
      while ((freeFrom[column] ?? 0) > row) column += 1;
      cells.push({
        element,
        row,
        column,
        rows: rowSpan,
        columns: columnSpan,
        scope: kind === "TH" ? (scope ?? "Column") : undefined,
      });
      for (let i = 0; i < columnSpan; i++) freeFrom[column + i] = row + rowSpan;
      column += columnSpan;
    }
  });
  return cells;
}
