import type { ResolvedRole, TableRow } from "@jianbao/document";
import type { InlineSegment } from "../line/inline.ts";
import { type SetLine, setLines, trailingMarks } from "../line/set.ts";
import type { Frame } from "../page/page.ts";
import { type World, colourOf, roleIn } from "../world.ts";
import { filling } from "./decoration.ts";
import { type FlowBox, type FlowFrame, shifted } from "./flow.ts";
import type { GridCell } from "./table-grid.ts";

/** A cell measured, before the columns have widths. */
export interface MeasuredCell extends GridCell {
  readonly role: ResolvedRole;
  readonly align: "start" | "center" | "end";
  readonly segments: readonly InlineSegment[];
}

/** Head, body or foot of a table, measured. */
export interface MeasuredPart {
  readonly rows: readonly TableRow[];
  readonly cells: readonly MeasuredCell[];
  readonly columns: number;
}

/** Rows of one part of the table that stand together: one row, or several that a cell spans. */
export interface RowGroup {
  /** Set where the row is a part of one: its text starts at the top. */
  readonly isPart?: boolean;
  readonly role: ResolvedRole;
  readonly rows: readonly { readonly height: number }[];
  readonly cells: readonly SetCell[];
}

interface SetCell extends MeasuredCell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly SetLine[];
}

/** Width of the note marks that a cell's text ends with. */
export function marksOf({ segments }: MeasuredCell): number {
  const last = segments.at(-1);
  return last === undefined ? 0 : trailingMarks(last, last.boxes.length);
}

/** The room at the right of a cell's text; only text that ends there needs it. */
export function insetOf(cell: MeasuredCell, insets: readonly number[]): number {
  return cell.align === "end" ? (insets[cell.column + cell.columnSpan - 1] ?? 0) : 0;
}

/** Sets the cells in their columns and gathers rows that a cell holds together. */
export function groupsOf(
  world: World,
  part: MeasuredPart,
  { widths, insets }: { readonly widths: readonly number[]; readonly insets: readonly number[] },
  left: number,
  place: string,
): RowGroup[] {
  const edges = [left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const set = part.cells.map((cell): SetCell => {
    const x = edges[cell.column] ?? left;
    const width = (edges[cell.column + cell.columnSpan] ?? x) - x;
    const { role } = cell;
    const inset = insetOf(cell, insets);
    // Note marks hang into the inset, so that the numbers before them stand under each other.
    const measure = Math.max(role.size, width - 2 * role.padding - inset + Math.min(inset, marksOf(cell)));
    const leading = role.leading * role.size;
    const lines = setLines(world, cell.segments, {
      measure,
      indent: 0,
      align: cell.align,
      leading,
      size: role.size,
      place,
    });
    return { ...cell, x, width, lines };
  });
  const groups: RowGroup[] = [];
  for (let start = 0; start < part.rows.length;) {
    let end = start + 1;
    for (const cell of set) if (cell.row >= start && cell.row < end) end = Math.max(end, cell.row + cell.rowSpan);
    const cells = set
      .filter((cell) => cell.row >= start && cell.row < end)
      .map((cell) => ({ ...cell, row: cell.row - start }));
    const rows = heightened(
      Array.from({ length: end - start }, () => 0),
      cells,
    );
    const role = cells[0]?.role ?? roleIn(world, "tableCell");
    groups.push({ role, rows, cells });
    start = end;
  }
  return groups;
}

/** Rows at least as high as their cells; a cell of several rows makes the last of them higher. */
function heightened(least: readonly number[], cells: readonly SetCell[]): { readonly height: number }[] {
  const heights = [...least];
  for (const cell of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    let have = 0;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) have += heights[row] ?? 0;
    const last = cell.row + cell.rowSpan - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, heightOf(cell) - have);
  }
  return heights.map((height) => ({ height }));
}

function heightOf(cell: SetCell): number {
  return cell.lines.reduce((sum, line) => sum + line.height, 0) + 2 * cell.role.padding;
}

/** The box of a group: backgrounds and rules first, then the cells, their text in the middle of their height. */
export function groupBox(world: World, group: RowGroup, left: number, width: number, keep: boolean): FlowBox {
  const { role } = group;
  const tops = [0];
  for (const row of group.rows) tops.push((tops.at(-1) ?? 0) + row.height);
  const height = tops.at(-1) ?? 0;
  const frames: FlowFrame[] = [...rulesOf(world, role, left, width, height)];
  // Between rows that a cell spans, the rule passes under the cells that end there.
  for (const cell of group.cells) {
    const bottom = tops[cell.row + cell.rowSpan] ?? height;
    if (role.ruleBelow > 0 && bottom < height) {
      frames.push(
        filling(cell.x, bottom - role.ruleBelow / 2, cell.width, role.ruleBelow, colourOf(world, role.ruleColour)),
      );
    }
  }
  for (const cell of group.cells) {
    const top = tops[cell.row] ?? 0;
    const room = (tops[cell.row + cell.rowSpan] ?? height) - top;
    let y = top + cell.role.padding + (group.isPart === true ? 0 : (room - heightOf(cell)) / 2);
    for (const line of cell.lines) {
      frames.push(...line.frames.map((frame) => shifted(frame, cell.x + cell.role.padding, y)));
      y += line.height;
    }
  }
  const calls = group.cells.flatMap((cell) => cell.lines.flatMap((line) => line.calls));
  return { type: "box", height, frames, calls, keep, split: null, repeat: null };
}

function rulesOf(world: World, role: ResolvedRole, left: number, width: number, height: number): Frame[] {
  const frames: Frame[] = [];
  const colour = colourOf(world, role.ruleColour);
  if (role.background !== null) frames.push(filling(left, 0, width, height, colourOf(world, role.background)));
  if (role.ruleAbove > 0) frames.push(filling(left, 0, width, role.ruleAbove, colour));
  if (role.ruleBelow > 0) frames.push(filling(left, height - role.ruleBelow, width, role.ruleBelow, colour));
  return frames;
}

/**
 * Body rows that stand together, to be cut where they are taller than what a page has left: between
 * two rows, or between the lines of a single one. Cells that both parts have go on below the cut;
 * one that names its rows and is done is said again there, outside the reading order.
 */
export function splittable(
  world: World,
  group: RowGroup,
  left: number,
  width: number,
  keep: boolean,
  closing: readonly Frame[],
): FlowBox {
  const box = groupBox(world, group, left, width, keep);
  return {
    ...box,
    frames: [...box.frames, ...closing.map((frame) => shifted(frame, 0, box.height))],
    split: (available) => {
      const cut = cutGroup(group, available);
      if (cut === null) return null;
      return [groupBox(world, cut[0], left, width, false), splittable(world, cut[1], left, width, keep, closing)];
    },
  };
}

/** Cuts rows so that the first part is no taller than a height; null where not a line of it fits. */
function cutGroup(group: RowGroup, available: number): readonly [RowGroup, RowGroup] | null {
  let whole = 0;
  let height = 0;
  while (whole < group.rows.length && height + (group.rows[whole]?.height ?? 0) <= available) {
    height += group.rows[whole]?.height ?? 0;
    whole += 1;
  }
  return whole > 0 ? betweenRows(group, whole) : withinRow(group, available);
}

/** Cuts after so many rows. */
function betweenRows(group: RowGroup, count: number): readonly [RowGroup, RowGroup] | null {
  if (count >= group.rows.length) return null;
  const heads: SetCell[] = [];
  const tails: SetCell[] = [];
  for (const cell of group.cells) {
    const end = cell.row + cell.rowSpan;
    if (end <= count) heads.push(cell);
    else if (cell.row >= count) tails.push({ ...cell, row: cell.row - count });
    else {
      let room = -2 * cell.role.padding;
      for (let row = cell.row; row < count; row++) room += group.rows[row]?.height ?? 0;
      const [head, tail] = cutCell(cell, room);
      heads.push({ ...head, rowSpan: count - cell.row });
      tails.push({ ...tail, row: 0, rowSpan: end - count });
    }
  }
  const rest = group.rows.slice(count).map(({ height }) => height);
  return [
    { isPart: true, role: group.role, rows: group.rows.slice(0, count), cells: heads },
    { isPart: true, role: group.role, rows: heightened(rest, tails), cells: tails },
  ];
}

/** Cuts the first row between its lines. */
function withinRow(group: RowGroup, available: number): readonly [RowGroup, RowGroup] | null {
  const heads: SetCell[] = [];
  const tails: SetCell[] = [];
  let isFitting = false;
  let isLeft = false;
  for (const cell of group.cells) {
    if (cell.row > 0) {
      tails.push(cell);
      continue;
    }
    const [head, tail] = cutCell(cell, available - 2 * cell.role.padding);
    isFitting ||= head.lines.length > 0;
    isLeft ||= head.lines.length < cell.lines.length;
    heads.push({ ...head, rowSpan: 1 });
    tails.push(tail);
  }
  if (!isFitting || !isLeft) return null;
  const rest = [0, ...group.rows.slice(1).map(({ height }) => height)];
  return [
    { isPart: true, role: group.role, rows: [{ height: Math.max(...heads.map(heightOf)) }], cells: heads },
    { isPart: true, role: group.role, rows: heightened(rest, tails), cells: tails },
  ];
}

/** Shares the lines of a cell out over the parts above and below a cut. */
function cutCell(cell: SetCell, room: number): readonly [SetCell, SetCell] {
  let count = 0;
  let height = 0;
  for (const line of cell.lines) {
    if (height + line.height > room + 0.01) break;
    height += line.height;
    count += 1;
  }
  const isDone = count === cell.lines.length;
  const again = isDone && (cell.cell.header === "row" || cell.rowSpan > 1) ? cell.lines.map(repeated) : [];
  return [
    { ...cell, lines: cell.lines.slice(0, count) },
    { ...cell, lines: isDone ? again : cell.lines.slice(count) },
  ];
}

/** A line said again where a page continues it: without its notes, and read once. */
function repeated(line: SetLine): SetLine {
  const frames = line.frames.filter((frame) => frame.type === "text");
  return {
    ...line,
    frames: frames.map((frame) => ({ ...frame, element: null, artifact: "Pagination" as const })),
    calls: [],
  };
}
