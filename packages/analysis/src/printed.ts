import type { Analysis, IssueChange, Point, SeriesKey, Value } from "./analysis.ts";
import { type Cell, type Track, chosenOf, isSpokenOf, printedOf, readingsIn } from "./cell.ts";
import { type OpenPeriod, keyText, periodText, stableId } from "./identity.ts";
import { compareLists } from "./order.ts";

/** A figure as an issue printed it: what the next issue is compared with. */
export interface PrintedFigure {
  /** Of the series and period: equal ids are one figure, whatever its value. */
  readonly id: string;
  readonly key: SeriesKey;
  readonly period: OpenPeriod;
  /** For an open period: the month of publication that its end lies in. */
  readonly asOf?: string;
  readonly value: Value;
}

/** The figures that an issue prints: of its comparisons, the areas and the charts, each once, in a stable order. */
export function printedFigures(analysis: Analysis): PrintedFigure[] {
  const figures = new Map<string, PrintedFigure>();
  const add = (key: SeriesKey, point: Point | null): void => {
    if (point === null || point.value.missing === true) return;
    const figure = figureOf(key, point.period, point.asOf, point.value);
    if (!figures.has(figure.id)) figures.set(figure.id, figure);
  };
  for (const { key, current, previous, also } of [...analysis.comparisons, ...analysis.areas]) {
    for (const point of [current, previous, ...(also ?? [])]) add(key, point);
  }
  for (const { key, points } of analysis.series) for (const point of points) add(key, point);
  return [...figures.values()].sort(compareFigures);
}

/**
 * What happened to figures since the issue before: `new`, printed for the first time from an article of the
 * period; `revised`, printed then and otherwise now; `withdrawn`, printed then and no longer known.
 */
export function issueChanges(
  previous: readonly PrintedFigure[] | null,
  tracks: readonly Track[],
  printed: readonly Cell[],
): IssueChange[] {
  if (previous === null) return [];
  const known = knownCells(tracks);
  const before = new Map(previous.map((figure) => [figure.id, figure]));
  const changes: IssueChange[] = [];
  for (const figure of [...before.values()].sort(compareFigures)) {
    const cell = known.get(figure.id);
    const after = cell === undefined ? null : printedOf(chosenOf(cell)).value;
    if (after !== null && isSameFigure(figure.value, after)) continue;
    const kind = after === null ? "withdrawn" : "revised";
    changes.push({ kind, key: figure.key, period: figure.period, before: figure.value, after });
  }
  for (const cell of printed) {
    if (before.has(cellId(cell)) || !isSpokenOf(cell)) continue;
    const after = printedOf(chosenOf(cell)).value;
    changes.push({ kind: "new", key: cell.key, period: cell.period, before: null, after });
  }
  const order = { revised: 0, withdrawn: 1, new: 2 };
  return changes.sort((a, b) =>
    compareLists(
      [order[a.kind], keyText(a.key), periodText(a.period, undefined), a.after?.observations[0] ?? ""],
      [order[b.kind], keyText(b.key), periodText(b.period, undefined), b.after?.observations[0] ?? ""],
    ),
  );
}

/** Cells by the ids of all periods that their readings are of: an open period may since have been closed. */
function knownCells(tracks: readonly Track[]): Map<string, Cell> {
  const known = new Map<string, Cell>();
  for (const cell of tracks.flatMap(({ cells }) => cells)) {
    for (const { key, period, asOf } of readingsIn(cell)) known.set(cellId({ key, period, asOf }), cell);
  }
  return known;
}

function figureOf(key: SeriesKey, period: OpenPeriod, asOf: string | undefined, value: Value): PrintedFigure {
  const id = stableId("p", [keyText(key), periodText(period, asOf)]);
  return { id, key, period, ...(asOf === undefined ? {} : { asOf }), value };
}

function cellId(cell: Pick<Cell, "asOf" | "key" | "period">): string {
  return stableId("p", [keyText(cell.key), periodText(cell.period, cell.asOf)]);
}

/** A figure is the same where it says the same: another article that prints it changes nothing. */
function isSameFigure(a: Value, b: Value): boolean {
  return a.value === b.value && a.bound === b.bound && a.low === b.low && a.high === b.high;
}

function compareFigures(a: PrintedFigure, b: PrintedFigure): number {
  return compareLists(
    [keyText(a.key), periodText(a.period, a.asOf), a.id],
    [keyText(b.key), periodText(b.period, b.asOf), b.id],
  );
}
