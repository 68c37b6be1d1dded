import type { Comparison } from "@jianbao/analysis";
import { type Phrase, mark, number, observationsIn, phrase } from "../phrase.ts";
import type { Statement } from "../statement.ts";
import type { Mark, Wording } from "../wording/wording.ts";
import { type Context, fullLabelOf, notesOf, publicationKey, unitTextOf } from "./context.ts";

/** A cell for a template to write. */
export interface CellView {
  /** `col`, `row`, or null for a plain cell. */
  readonly scope: "col" | "row" | null;
  readonly align: "start" | "center" | "end";
  readonly text: Phrase;
}

/** A table for a template to write. */
export interface TableView {
  readonly id: string;
  readonly caption: Phrase;
  /** Relative widths: `3 2 2`. */
  readonly columns: string;
  readonly head: readonly CellView[];
  readonly rows: readonly { readonly cells: readonly CellView[] }[];
  /** Explains the marks; null where there are none. */
  readonly note: string | null;
}

/** Lays out this period beside the year before, a row a statistic. */
export function changeTable(
  context: Context,
  index: number,
  theme: string,
  statements: readonly Statement[],
): TableView {
  const { wording } = context;
  const marks = new Set<Mark>();
  const rows = statements.map((one) => changeRow(context, one, marks));
  const placed = placeNotes(context, rows);
  return {
    id: `t-${index}`,
    caption: phrase(wording.tableCaption(index, theme), placed.caption),
    columns: "15 14 17 16 16 22",
    head: [
      headCell(wording.words.indicator, "start"),
      headCell(wording.words.current, "end", placed.heads[0]),
      headCell(wording.words.previous, "end", placed.heads[1]),
      headCell(wording.words.stated, "end", placed.heads[2]),
      headCell(wording.words.computed, "end"),
      headCell(wording.words.period, "start"),
    ],
    rows: statements.map((one, row) => ({
      cells: [
        { scope: "row", align: "start", text: phrase(fullLabelOf(context, one.comparison.key)) },
        ...(placed.cells[row] ?? []).map((text): CellView => ({ scope: null, align: "end", text })),
        { scope: null, align: "start", text: wording.period(one.comparison.current.period) },
      ],
    })),
    note: wording.marks([...marks], {
      emphasised: rows.some((row) =>
        row.some((cell) => cell.some((inline) => "role" in inline && inline.role === "changeBad")),
      ),
      computed: true,
    }),
  };
}

/** Lays out what areas publish, a row an area and statistic. */
export function areasTable(context: Context, index: number, statements: readonly Statement[]): TableView {
  const { wording } = context;
  const marks = new Set<Mark>();
  const rows = statements.map((one): Row => {
    const [current = [], , stated = []] = changeRow(context, one, marks, true);
    return [current, [], stated, []];
  });
  const placed = placeNotes(context, rows);
  return {
    id: `t-${index}`,
    caption: phrase(wording.areasCaption(index), placed.caption),
    columns: "13 25 18 18 26",
    head: [
      headCell(wording.words.area, "start"),
      headCell(wording.words.indicator, "start"),
      headCell(wording.words.value, "end", placed.heads[0]),
      headCell(wording.words.stated, "end", placed.heads[2]),
      headCell(wording.words.period, "start"),
    ],
    rows: statements.map((one, row) => {
      const [current = [], , stated = []] = placed.cells[row] ?? [];
      return {
        cells: [
          { scope: "row", align: "start", text: phrase(wording.area(one.comparison.key.area)) },
          { scope: null, align: "start", text: phrase(fullLabelOf(context, one.comparison.key)) },
          { scope: null, align: "end", text: current },
          { scope: null, align: "end", text: stated },
          { scope: null, align: "start", text: wording.period(one.comparison.current.period) },
        ],
      };
    }),
    note: wording.marks([...marks], {
      emphasised: rows.some((row) =>
        row.some((cell) => cell.some((inline) => "role" in inline && inline.role === "changeBad")),
      ),
      computed: false,
    }),
  };
}

/** Current, previous, stated, computed, each without its notes. */
type Row = readonly [Phrase, Phrase, Phrase, Phrase];

function changeRow(context: Context, one: Statement, marks: Set<Mark>, areas = false): Row {
  const { wording } = context;
  const { comparison } = one;
  const blank = (kind: Mark): Phrase => {
    marks.add(kind);
    return [mark(wording.mark(kind))];
  };
  const reason = wording.markFor(comparison.reason);
  if (comparison.current.conflict !== null || (comparison.previous?.conflict ?? null) !== null) marks.add("disputed");
  const current = one.figure ? withoutNotes(one.figure) : blank("no-level");
  const stated = statedCell(wording, one) ?? blank("unknown");
  if (areas) return [current, [], stated, []];
  return [
    current,
    previousCell(context, comparison, one, marks) ?? blank(reason),
    stated,
    computedCell(wording, one) ?? blank(reason === "zero-base" || reason === "small-base" ? reason : "incomparable"),
  ];
}

function previousCell(context: Context, comparison: Comparison, one: Statement, marks: Set<Mark>): Phrase | null {
  if (one.previous) return withoutNotes(one.previous);
  if (!comparison.implied) return null;
  marks.add("implied");
  const unitText = unitTextOf(context, comparison.current.value);
  const text = context.wording.implied(context.wording.figure(comparison.implied, unitText));
  return [number(text, comparison.implied.value, comparison.implied.observations, figureRole(context))];
}

function figureRole(context: Context): string | undefined {
  return context.theme.roles["computed"] === undefined ? undefined : "computed";
}

function statedCell(wording: Wording, one: Statement): Phrase | null {
  const { stated } = one;
  if (!stated) return null;
  if (!stated.number) return withoutNotes(stated.clause);
  const [text] = stated.number.children;
  const size = text?.type === "text" ? text.value : "";
  return [
    {
      ...stated.number,
      children: [{ type: "text", value: wording.tableChange(stated.basis, stated.direction, size) }],
    },
  ];
}

function computedCell(wording: Wording, one: Statement): Phrase | null {
  if (!one.computed) return null;
  const [text] = one.computed.number.children;
  const size = text?.type === "text" ? text.value : "";
  const words = one.computed.direction === null ? size : wording.tableChange("yoy", one.computed.direction, size);
  return [{ ...one.computed.number, children: [{ type: "text", value: words }] }];
}

function headCell(title: string, align: CellView["align"], notes: Phrase = []): CellView {
  return { scope: "col", align, text: phrase(title, notes) };
}

function withoutNotes(inlines: Phrase): Phrase {
  return inlines.filter((inline) => inline.type !== "footnote");
}

/**
 * Decides where a table's source notes stand: at the caption where all cells share one source, at
 * the head of a column that shares one, else in the cells. What is computed from figures of its own
 * row needs no note: the figures have theirs.
 */
function placeNotes(
  context: Context,
  rows: readonly Row[],
): { readonly caption: Phrase; readonly heads: readonly Phrase[]; readonly cells: readonly (readonly Phrase[])[] } {
  const needs = rows.map((row) => {
    const vouched = new Set<string>();
    return row.map((cell) => {
      const ids = observationsIn(cell).filter((id) => !vouched.has(id));
      for (const id of ids) vouched.add(id);
      return ids;
    });
  });
  const sourcesOf = (ids: readonly string[]): Set<string | null> =>
    new Set(ids.map((id) => publicationKey(context, id)));
  const all = [...new Set(needs.flat(2))];
  if (sourcesOf(all).size <= 1) {
    return { caption: notesOf(context, all), heads: [], cells: rows };
  }
  const heads: Phrase[] = [];
  const cells = rows.map((row) => [...row]);
  for (let column = 0; column < 4; column++) {
    const ids = [...new Set(needs.flatMap((row) => row[column] ?? []))];
    const filled = needs.filter((row) => (row[column] ?? []).length > 0).length;
    if (filled > 1 && column < 3 && sourcesOf(ids).size === 1) {
      heads[column] = notesOf(context, ids);
      continue;
    }
    for (const [index, row] of cells.entries()) {
      const own = needs[index]?.[column] ?? [];
      if (own.length > 0) row[column] = phrase(row[column] ?? [], notesOf(context, own));
    }
  }
  return { caption: [], heads, cells };
}
