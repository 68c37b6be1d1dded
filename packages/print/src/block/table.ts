import { type Table, type TableRow, textOf } from "@jianbao/document";
import { naturalWidth } from "../line/break.ts";
import { collectInlines } from "../line/inline.ts";
import type { ElementKind } from "../page/structure.ts";
import { type World, colourOf, report, roleIn, styleOf } from "../world.ts";
import { type BlockContext, shortened } from "./context.ts";
import { filling } from "./decoration.ts";
import { type FlowBox, type Repeat, asArtifacts, shifted, stacked } from "./flow.ts";
import { type CellMeasure, columnWidths, gridOf, leastWidth } from "./table-grid.ts";
import {
  type MeasuredCell,
  type MeasuredPart,
  groupBox,
  groupsOf,
  insetOf,
  marksOf,
  splittable,
} from "./table-rows.ts";
import { scaledSegment } from "./table-scale.ts";
import { continuationTitle, titleBoxes } from "./table-title.ts";

/** Collects a table: caption and unit, head rows that come again on each page, body and foot rows. */
export function collectTable(context: BlockContext, table: Table, keepWithNext: boolean): void {
  const { world, flow, width, left } = context;
  const element = world.structure.add(context.element, "Table");
  const inner = { ...context, element };
  const place = `table “${shortened(textOf(table.caption))}”`;
  const captionRole = roleIn(world, "caption", context.around);
  flow.space(captionRole.spaceBefore);
  const title = titleBoxes(inner, element, table, captionRole, place);

  const natural = [
    measureRows(inner, table.head, "THead", place),
    measureRows(inner, table.body, "TBody", place),
    measureRows(inner, table.foot, "TFoot", place),
  ];
  const columns = Math.max(1, ...natural.map((part) => part.columns));
  const parts = fittingParts(world, natural, { columns, width, place });
  const cells = parts.flatMap((part) => part.cells);
  const wanted = columnInsets(cells, columns);
  const widths = columnWidths(columns, table.columns, measuresOf(cells, wanted), width);
  const insets = fittingInsets(wanted, cells, widths);
  const [head = [], body = [], foot = []] = parts.map((part) => groupsOf(world, part, { widths, insets }, left, place));
  const headRole = roleIn(world, "tableHead", context.around);
  const edge = Math.max(headRole.ruleAbove, 0.5);
  const edgeColour = colourOf(world, headRole.ruleColour);
  const close = filling(left, -edge / 2, width, edge, edgeColour);
  const gap = gapBox(captionRole.spaceAfter);
  const headBoxes = head.map((group) => groupBox(world, group, left, width, true));
  const rows = [...body, ...foot];
  const repeat: Repeat = {
    head: stacked(
      [...asArtifacts(continuationTitle(inner, table, captionRole, place)), gap, ...asArtifacts(headBoxes)],
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
  flow.boxes([...title, ...(title.length > 0 ? [gap] : []), ...headBoxes, ...boxes]);
  if (rows.length === 0) flow.box({ height: edge, frames: [shifted(close, 0, edge / 2)] });
  flow.space(captionRole.spaceAfter + 4);
}

/** Room that belongs to the table, and vanishes at no page's top. */
function gapBox(height: number): FlowBox {
  return { type: "box", height, frames: [], calls: [], keep: true, split: null, repeat: null };
}

/** 六号: no table is set in smaller characters (CLREQ 2.1.3). */
const leastSize = 7.5;

/** Sets a table in smaller characters where its numbers and words would not fit the width; reports one that still does not. */
function fittingParts(
  world: World,
  parts: readonly MeasuredPart[],
  { columns, width, place }: { readonly columns: number; readonly width: number; readonly place: string },
): readonly MeasuredPart[] {
  const cells = parts.flatMap((part) => part.cells);
  const needed = leastWidth(columns, measuresOf(cells, columnInsets(cells, columns)));
  if (needed <= width + 0.01) return parts;
  const size = Math.min(...cells.map((cell) => cell.role.size));
  const least = Math.min(1, leastSize / size);
  // Padding is scaled with the characters, so that one factor does.
  const factor = Math.max(least, width / needed);
  if (width / needed < least) {
    report(
      world,
      "warning",
      "table-too-wide",
      `too wide: ${place} needs ${Math.round(needed * least)} pt at ${(size * least).toFixed(1)} pt characters, ${Math.round(width)} pt available`,
      "leave out columns, or make two tables of it",
    );
  }
  return parts.map((part) => ({ ...part, cells: part.cells.map((cell) => scaledCell(world, cell, factor, place)) }));
}

function scaledCell(world: World, cell: MeasuredCell, factor: number, place: string): MeasuredCell {
  const { role } = cell;
  return {
    ...cell,
    role: { ...role, size: role.size * factor, padding: role.padding * factor },
    segments: cell.segments.map((segment) => scaledSegment(world, segment, factor, place)),
  };
}

function measuresOf(cells: readonly MeasuredCell[], insets: readonly number[]): CellMeasure[] {
  return cells.map((cell) => ({
    column: cell.column,
    columnSpan: cell.columnSpan,
    padding: cell.role.padding,
    inset: insetOf(cell, insets),
    segments: cell.segments.map((segment) => segment.measured),
  }));
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
