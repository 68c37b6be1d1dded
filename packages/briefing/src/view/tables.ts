import type { Comparison } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { type ChangeBasis, periodKey } from "@jianbao/model";
import { type Phrase, mark, number, observationsIn, phrase, withoutNotes } from "../phrase.ts";
import type { Statement } from "../statement.ts";
import type { Mark, TableFacts, Wording } from "../wording/wording.ts";
import { type Context, fullLabelOf, isQuestioned, notesOf, publicationKey, unitTextOf } from "./context.ts";

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

/**
 * Lays out this period beside the year before, a row a statistic. What holds for all rows stands in the caption: the
 * period, the area; a column in which no row has anything is left out, and the note says so.
 */
export function changeTable(
  context: Context,
  index: number,
  theme: string,
  statements: readonly Statement[],
): TableView {
  const { wording } = context;
  const { rows, marks, hasPrevious, hasStated, hasComputed, isEmphasised } = rowsOf(context, statements, false);
  const placed = placeNotes(context, rows);
  const when = commonPeriod(context, statements);
  const caption = wording.tableCaption(index, theme, placesOf(context, statements), when, hasPrevious);
  return tableOf(`t-${index}`, phrase(caption, placed.caption), wording.marks(marks, notesFor(hasComputed)), [
    labelColumn(context, statements),
    ...numberColumns(placed, [
      { title: wording.words.current, at: 0, weight: 14 },
      ...(hasPrevious ? [{ title: wording.words.previous, at: 1, weight: 17 }] : []),
      ...(hasStated ? [{ title: wording.words.stated, at: 2, weight: 16 }] : []),
      ...(hasComputed ? [{ title: wording.words.computed, at: 3, weight: 16 }] : []),
    ]),
    ...(when === null ? [periodColumn(context, statements)] : []),
  ]);

  function notesFor(computed: boolean): TableFacts {
    return { emphasised: isEmphasised, stated: hasStated, computed, unmatched: hasPrevious ? [] : reasonsOf() };
  }

  /** Why there is no year before in any row. */
  function reasonsOf(): readonly Mark[] {
    return [...new Set(statements.map(({ comparison }) => wording.markFor(comparison.reason)))];
  }
}

/** Lays out what areas publish, a row an area and statistic. */
export function areasTable(context: Context, index: number, statements: readonly Statement[]): TableView {
  const { wording } = context;
  const { rows, marks, hasStated, isEmphasised } = rowsOf(context, statements, true);
  const placed = placeNotes(context, rows);
  const when = commonPeriod(context, statements);
  const places = placesOf(context, statements);
  const [only = null] = places.length === 1 ? places : [];
  const note = wording.marks(marks, { emphasised: isEmphasised, stated: hasStated, computed: false, unmatched: [] });
  return tableOf(`t-${index}`, phrase(wording.areasCaption(index, only, when), placed.caption), note, [
    ...(only === null
      ? [
          {
            title: wording.words.area,
            align: "start",
            weight: 13,
            notes: [],
            isHead: true,
            cells: statements.map((one) => phrase(wording.area(one.comparison.key.area))),
          } as const,
        ]
      : []),
    { ...labelColumn(context, statements), isHead: only !== null, weight: 25 },
    ...numberColumns(placed, [
      { title: wording.words.value, at: 0, weight: 18 },
      ...(hasStated ? [{ title: wording.words.stated, at: 2, weight: 18 }] : []),
    ]),
    ...(when === null ? [periodColumn(context, statements)] : []),
  ]);
}

/** A column before it is cut into cells. */
export interface Column {
  readonly title: string;
  readonly align: "start" | "end";
  /** Relative width. */
  readonly weight: number;
  readonly notes: Phrase;
  /** Its cells name their rows. */
  readonly isHead: boolean;
  readonly cells: readonly Phrase[];
}

/** Cuts columns into rows. */
export function tableOf(id: string, caption: Phrase, note: string | null, columns: readonly Column[]): TableView {
  const count = columns[0]?.cells.length ?? 0;
  return {
    id,
    caption,
    columns: columns.map(({ weight }) => weight).join(" "),
    head: columns.map(({ title, align, notes }) => headCell(title, align, notes)),
    rows: Array.from({ length: count }, (_, row) => ({
      cells: columns.map(({ align, isHead, cells }): CellView => ({
        scope: isHead ? "row" : null,
        align,
        text: cells[row] ?? [],
      })),
    })),
    note,
  };
}

function labelColumn(context: Context, statements: readonly Statement[]): Column {
  return {
    title: context.wording.words.indicator,
    align: "start",
    weight: 15,
    notes: [],
    isHead: true,
    cells: statements.map((one) => phrase(fullLabelOf(context, one.comparison.key))),
  };
}

function periodColumn(context: Context, statements: readonly Statement[]): Column {
  return {
    title: context.wording.words.period,
    align: "start",
    weight: 22,
    notes: [],
    isHead: false,
    cells: statements.map((one) => context.wording.period(one.comparison.current.period)),
  };
}

/** Columns of numbers, their notes where `placeNotes` puts them. */
export function numberColumns(
  placed: ReturnType<typeof placeNotes>,
  columns: readonly { readonly title: string; readonly at: number; readonly weight: number }[],
): readonly Column[] {
  return columns.map(({ title, at, weight }) => ({
    title,
    align: "end",
    weight,
    notes: placed.heads[at] ?? [],
    isHead: false,
    cells: placed.cells.map((row) => row[at] ?? []),
  }));
}

/** The rows of a table, the marks that they use, and which columns hold anything. */
function rowsOf(
  context: Context,
  statements: readonly Statement[],
  areas: boolean,
): {
  readonly rows: readonly Row[];
  readonly marks: readonly Mark[];
  readonly hasPrevious: boolean;
  readonly hasStated: boolean;
  readonly hasComputed: boolean;
  readonly isEmphasised: boolean;
} {
  const hasPrevious = statements.some((one) => one.previous !== null || one.comparison.implied !== null);
  const hasStated = statements.some((one) => one.stated !== null);
  // Where both years stand side by side, why nothing is computed is told as well.
  const hasComputed = !areas && statements.some((one) => one.computed !== null || one.previous !== null);
  const marks = new Set<Mark>();
  const rows = statements.map((one): Row => {
    const own = new Set<Mark>();
    const [current = [], previous = [], stated = [], computed = []] = changeRow(context, one, own, areas);
    for (const cell of [
      current,
      ...(hasPrevious ? [previous] : []),
      ...(hasStated ? [stated] : []),
      ...(hasComputed ? [computed] : []),
    ]) {
      for (const kind of own) if (textOf(cell).includes(context.wording.mark(kind))) marks.add(kind);
    }
    return [current, hasPrevious ? previous : [], hasStated ? stated : [], hasComputed ? computed : []];
  });
  const isEmphasised = rows.some((row) =>
    row.some((cell) => cell.some((inline) => "role" in inline && inline.role === "changeBad")),
  );
  return { rows, marks: [...marks], hasPrevious, hasStated, hasComputed, isEmphasised };
}

/** The period that all rows are of, for the caption; null where they differ. */
function commonPeriod(context: Context, statements: readonly Statement[]): Phrase | null {
  const [first] = statements;
  const keys = new Set(statements.map((one) => periodKey(one.comparison.current.period)));
  return first && keys.size === 1 ? context.wording.period(first.comparison.current.period) : null;
}

/** The areas of the rows, each once; action abroad as such. */
function placesOf(context: Context, statements: readonly Statement[]): readonly string[] {
  const { wording } = context;
  return [
    ...new Set(
      statements.map(({ comparison: { key } }) =>
        key.area.code === "OVERSEAS" ? wording.words.overseas : wording.area(key.area),
      ),
    ),
  ];
}

/** Cells without their notes: of a change table current, previous, stated and computed. */
type Row = readonly Phrase[];

function changeRow(context: Context, one: Statement, marks: Set<Mark>, areas = false): Row {
  const { wording } = context;
  const { comparison } = one;
  const blank = (kind: Mark): Phrase => {
    marks.add(kind);
    return [mark(wording.mark(kind))];
  };
  const reason = wording.markFor(comparison.reason);
  if (comparison.current.conflict !== null || (comparison.previous?.conflict ?? null) !== null) marks.add("disputed");
  if (
    isQuestioned(context, [
      ...comparison.current.value.observations,
      ...(comparison.previous?.value.observations ?? []),
    ])
  )
    marks.add("questioned");
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

/** A stated change as a cell; under a head that names its basis (`known`) the cell does not. */
export function statedCell(wording: Wording, { stated }: Statement, known?: ChangeBasis): Phrase | null {
  if (!stated) return null;
  if (!stated.number) return withoutNotes(stated.clause);
  const [text] = stated.number.children;
  const size = text?.type === "text" ? text.value : "";
  return [
    {
      ...stated.number,
      children: [
        {
          type: "text",
          value: wording.tableChange(known === stated.basis ? "yoy" : stated.basis, stated.direction, size),
        },
      ],
    },
  ];
}

/** A computed change as a cell. */
export function computedCell(wording: Wording, { computed }: Pick<Statement, "computed">): Phrase | null {
  if (!computed) return null;
  const [text] = computed.number.children;
  const size = text?.type === "text" ? text.value : "";
  const words = computed.direction === null ? size : wording.tableChange("yoy", computed.direction, size);
  return [{ ...computed.number, children: [{ type: "text", value: words }] }];
}

function headCell(title: string, align: CellView["align"], notes: Phrase = []): CellView {
  return { scope: "col", align, text: phrase(title, notes) };
}

/**
 * Decides where a table's source notes stand: at the caption where all cells share one source, at
 * the head of a column that shares one, else in the cells. What is computed from figures of its own
 * row needs no note: the figures have theirs.
 */
export function placeNotes(
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
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const ids = [...new Set(needs.flatMap((row) => row[column] ?? []))];
    const filled = needs.filter((row) => (row[column] ?? []).length > 0).length;
    if (filled > 1 && sourcesOf(ids).size === 1) {
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
