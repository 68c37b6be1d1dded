import { type Inline, type ResolvedRole, type Table, type TableRow, textOf } from "@jianbao/document";
import { naturalWidth } from "../line/break.ts";
import { type InlineSegment, collectInlines } from "../line/inline.ts";
import { type SetLine, setLines, trailingMarks } from "../line/set.ts";
import type { Frame } from "../page/page.ts";
import type { ElementKind } from "../page/structure.ts";
import { type World, colourOf, styleOf, roleIn } from "../world.ts";
import { type BlockContext, shortened } from "./context.ts";
import { filling } from "./decoration.ts";
import { type FlowBox, type FlowFrame, type Repeat, boxesOf, shifted, stacked } from "./flow.ts";
import { type GridCell, columnWidths, gridOf } from "./table-grid.ts";

/** A cell measured, before the columns have widths. */
interface MeasuredCell extends GridCell {
  readonly role: ResolvedRole;
  readonly align: "start" | "center" | "end";
  readonly segments: readonly InlineSegment[];
}

/** Rows of one part of the table that stand together: one row, or several that a cell spans. */
interface RowGroup {
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

/** Collects a table: caption and unit, head rows that come again on each page, body and foot rows. */
export function collectTable(context: BlockContext, table: Table, keepWithNext: boolean): void {
  const { world, flow, width, left } = context;
  const element = world.structure.add(context.element, "Table");
  const inner = { ...context, element };
  const place = `table “${shortened(textOf(table.caption))}”`;
  const captionRole = roleIn(world, "caption", context.around);
  flow.space(captionRole.spaceBefore);
  const title = titleBoxes(inner, element, table, captionRole, place);

  const parts = [
    measureRows(inner, table.head, "THead", place),
    measureRows(inner, table.body, "TBody", place),
    measureRows(inner, table.foot, "TFoot", place),
  ];
  const columns = Math.max(1, ...parts.map((part) => part.columns));
  const wanted = columnInsets(
    parts.flatMap((part) => part.cells),
    columns,
  );
  const widths = columnWidths(
    columns,
    table.columns,
    parts.flatMap((part) =>
      part.cells.map((cell) => ({
        column: cell.column,
        columnSpan: cell.columnSpan,
        padding: cell.role.padding,
        inset: insetOf(cell, wanted),
        segments: cell.segments.map((segment) => segment.measured),
      })),
    ),
    width,
  );
  const insets = fittingInsets(
    wanted,
    parts.flatMap((part) => part.cells),
    widths,
  );
  const [head = [], body = [], foot = []] = parts.map((part) => groupsOf(world, part, { widths, insets }, left, place));
  const headRole = roleIn(world, "tableHead", context.around);
  const edge = Math.max(headRole.ruleAbove, 0.5);
  const edgeColour = colourOf(world, headRole.ruleColour);
  const close = filling(left, -edge / 2, width, edge, edgeColour);
  const headBoxes = head.map((group) => groupBox(world, group, left, width, true));
  const rows = [...body, ...foot];
  const repeat: Repeat = {
    head: stacked(
      [...asArtifacts(continuationTitle(inner, table, captionRole, place)), ...asArtifacts(headBoxes)],
      true,
    ),
    height: rows.reduce((sum, group) => sum + group.rows.reduce((all, row) => all + row.height, 0), 0),
    close: [close],
  };
  const boxes = rows.map((group, index): FlowBox => {
    const isLast = index === rows.length - 1;
    // The last two rows stay together, as do the first two: no row is alone on a page.
    const keep = isLast ? keepWithNext : (index === 0 || index === rows.length - 2) && rows.length > 2;
    return { ...splittable(world, group, left, width, keep, isLast ? [close] : []), repeat };
  });
  flow.boxes([...title, ...headBoxes, ...boxes]);
  if (rows.length === 0) flow.box({ height: edge, frames: [shifted(close, 0, edge / 2)] });
  flow.space(captionRole.spaceAfter + 4);
}

/** Caption and unit; the unit stands on the caption's last line where there is room at the right. */
function titleBoxes(
  context: BlockContext,
  parent: number | null,
  table: Table,
  role: ResolvedRole,
  place: string,
): FlowBox[] {
  const { world, left, width } = context;
  const boxes: FlowBox[] = [];
  let captionWidth = Infinity;
  const element =
    parent === null || (table.caption.length === 0 && table.unit === null)
      ? null
      : world.structure.add(parent, "Caption");
  if (table.caption.length > 0) {
    const lines = linesOf(world, table.caption, role, element, width, role.align, place);
    captionWidth = lines.at(-1)?.width ?? Infinity;
    boxes.push(...boxesOf(lines, left, true).map((box) => ({ ...box, keep: true })));
  }
  if (table.unit !== null) {
    const unitRole = roleIn(world, "tableUnit", context.around);
    const text: Inline[] = [{ type: "text", value: table.unit }];
    const lines = linesOf(world, text, unitRole, element, width, unitRole.align, place);
    const unitWidth = Math.max(0, ...lines.map((line) => line.width));
    const last = boxes.at(-1);
    const room = role.align === "center" ? (width - captionWidth) / 2 : width - captionWidth;
    if (last !== undefined && lines.length === 1 && unitWidth + unitRole.size < room) {
      const [unit] = boxesOf(lines, left, true);
      const drop = last.height - (unit?.height ?? 0);
      const frames = (unit?.frames ?? []).map((frame) => shifted(frame, 0, drop));
      boxes[boxes.length - 1] = { ...last, frames: [...last.frames, ...frames] };
    } else {
      boxes.push(...boxesOf(lines, left, true).map((box) => ({ ...box, keep: true })));
    }
  }
  return boxes;
}

/** The caption of a page that continues the table: 续表 and the caption's words. */
function continuationTitle(context: BlockContext, table: Table, role: ResolvedRole, place: string): FlowBox[] {
  const { world } = context;
  const caption: Inline[] = withoutCalls(table.caption);
  const text = textOf(caption);
  // 续表1 where the caption numbers itself (表1 …), else the caption with 续表 in brackets.
  const continued: Inline[] =
    world.language === "en"
      ? [...caption, { type: "text", value: " (continued)" }]
      : text === ""
        ? [{ type: "text", value: "续表" }]
        : /^表\s*\d/u.test(text) // matches 表1 and 表 2, not 表彰
          ? [{ type: "text", value: "续" }, ...caption]
          : [...caption, { type: "text", value: "（续表）" }];
  return titleBoxes(context, null, { ...table, caption: continued }, role, place);
}

/** The same boxes outside the reading order: they are read once, where they first stand. */
function asArtifacts(boxes: readonly FlowBox[]): FlowBox[] {
  return boxes.map((box) => ({
    ...box,
    frames: box.frames.filter((frame) => frame.type !== "place").map(asArtifact),
    calls: box.calls.map((call) => ({ ...call, element: null })),
  }));
}

function asArtifact(frame: FlowFrame): FlowFrame {
  if (frame.type === "text") return { ...frame, element: null, artifact: "Pagination" };
  if (frame.type === "mark")
    return { ...frame, style: { ...frame.style, element: null }, call: { ...frame.call, element: null } };
  return frame.type === "link" ? { ...frame, element: null } : frame;
}

function withoutCalls(inlines: readonly Inline[]): Inline[] {
  return inlines.filter((inline) => inline.type !== "footnote");
}

function linesOf(
  world: World,
  inlines: readonly Inline[],
  role: ResolvedRole,
  element: number | null,
  measure: number,
  align: ResolvedRole["align"],
  place: string,
): SetLine[] {
  const segments = collectInlines(world, inlines, { style: styleOf(world, role), element, place });
  const leading = role.leading * role.size;
  return setLines(world, segments, { measure, indent: 0, align, leading, size: role.size, place });
}

interface MeasuredPart {
  readonly rows: readonly TableRow[];
  readonly cells: readonly MeasuredCell[];
  readonly columns: number;
}

function measureRows(context: BlockContext, rows: readonly TableRow[], kind: ElementKind, place: string): MeasuredPart {
  const { world } = context;
  const { cells, columns } = gridOf(rows);
  if (rows.length === 0) return { rows, cells: [], columns };
  const part = world.structure.add(context.element, kind);
  const rowElements = rows.map(() => world.structure.add(part, "TR"));
  const measured = cells.map((grid): MeasuredCell => {
    const { cell } = grid;
    const row = rows[grid.row];
    const around = row?.role === undefined ? context.around : roleIn(world, row, context.around);
    const role = roleIn(world, cell, around);
    const element = world.structure.add(rowElements[grid.row] ?? part, cell.header === null ? "TD" : "TH", {
      ...(cell.header === null ? {} : { scope: cell.header === "row" ? "Row" : "Column" }),
      ...(grid.columnSpan > 1 ? { columnSpan: grid.columnSpan } : {}),
      ...(grid.rowSpan > 1 ? { rowSpan: grid.rowSpan } : {}),
    });
    const segments = collectInlines(world, cell.children, { style: styleOf(world, role), element, place });
    const align =
      cell.header === "column" && cell.align === "start" && role.align !== "justify" ? role.align : cell.align;
    return { ...grid, role, align, segments };
  });
  return { rows, cells: measured, columns };
}

/**
 * Room at the right of columns: where numbers that end at a column's edge meet words that start at
 * the next one's, an em keeps them apart; note marks hang into it.
 */
function columnInsets(cells: readonly MeasuredCell[], columns: number): number[] {
  const body = cells.filter((cell) => cell.cell.header !== "column");
  const starts = new Set(body.filter((cell) => cell.align === "start").map((cell) => cell.column));
  const insets = Array.from({ length: columns }, () => 0);
  for (const cell of body) {
    const next = cell.column + cell.columnSpan;
    if (cell.align !== "end") continue;
    const apart = starts.has(next) ? cell.role.size : 0;
    insets[next - 1] = Math.max(insets[next - 1] ?? 0, apart, marksOf(cell));
  }
  return insets;
}

/** Width of the note marks that a cell's text ends with. */
function marksOf({ segments }: MeasuredCell): number {
  const last = segments.at(-1);
  return last === undefined ? 0 : trailingMarks(last, last.boxes.length);
}

/** The insets that columns have room for: no text is broken for one. */
function fittingInsets(wanted: readonly number[], cells: readonly MeasuredCell[], widths: readonly number[]): number[] {
  const insets = [...wanted];
  for (const cell of cells) {
    const { align, column, columnSpan, role, segments } = cell;
    const inset = insets[column] ?? 0;
    if (align !== "end" || columnSpan > 1 || inset === 0) continue;
    const natural = Math.max(0, ...segments.map((segment) => naturalWidth(segment.measured)));
    insets[column] = Math.max(0, Math.min(inset, (widths[column] ?? 0) - 2 * role.padding - (natural - marksOf(cell))));
  }
  return insets;
}

/** The room at the right of a cell's text; only text that ends there needs it. */
function insetOf(cell: MeasuredCell, insets: readonly number[]): number {
  return cell.align === "end" ? (insets[cell.column + cell.columnSpan - 1] ?? 0) : 0;
}

/** Sets the cells in their columns and gathers rows that a cell holds together. */
function groupsOf(
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
    const heights = Array.from({ length: end - start }, () => 0);
    for (const cell of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
      let have = 0;
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) have += heights[row] ?? 0;
      const last = cell.row + cell.rowSpan - 1;
      heights[last] = (heights[last] ?? 0) + Math.max(0, heightOf(cell) - have);
    }
    const role = cells[0]?.role ?? roleIn(world, "tableCell");
    groups.push({ role, rows: heights.map((height) => ({ height })), cells });
    start = end;
  }
  return groups;
}

function heightOf(cell: SetCell): number {
  return cell.lines.reduce((sum, line) => sum + line.height, 0) + 2 * cell.role.padding;
}

/** The box of a group: backgrounds and rules first, then the cells, their text in the middle of their height. */
function groupBox(world: World, group: RowGroup, left: number, width: number, keep: boolean): FlowBox {
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

/** A body row that can be cut between lines where it is taller than what a page has left. */
function splittable(
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
      const heads: SetCell[] = [];
      const tails: SetCell[] = [];
      let fits = false;
      for (const cell of group.cells) {
        const room = available - 2 * cell.role.padding;
        let count = 0;
        let height = 0;
        for (const line of cell.lines) {
          if (height + line.height > room) break;
          height += line.height;
          count += 1;
        }
        if (count > 0) fits = true;
        heads.push({ ...cell, row: 0, rowSpan: 1, lines: cell.lines.slice(0, count) });
        tails.push({ ...cell, row: 0, rowSpan: 1, lines: cell.lines.slice(count) });
      }
      if (!fits || tails.every((cell) => cell.lines.length === 0)) return null;
      const part = (cells: readonly SetCell[]): RowGroup => ({
        isPart: true,
        role: group.role,
        rows: [{ height: Math.max(...cells.map(heightOf)) }],
        cells,
      });
      return [
        groupBox(world, part(heads), left, width, false),
        splittable(world, part(tails), left, width, keep, closing),
      ];
    },
  };
}
