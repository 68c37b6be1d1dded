import type { Change, IssuePeriod, Observation } from "@jianbao/model";
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
  /** Where what is printed is a change that an article states (同比上升52%): `value` is its size then. */
  readonly change?: Change;
}

/** An issue as others speak of it: 第1期（总第61期）, 2024年1月. */
export interface IssueName {
  readonly period: IssuePeriod;
  readonly number: number | null;
  readonly total: number | null;
}

/** A figure that a signed issue printed, with where it was read: by that is told later whether it was wrong. */
export interface SignedFigure extends PrintedFigure {
  readonly issue: IssueName;
  /** What it was printed from, as read and decided then. */
  readonly basis: PrintedReading;
}

/** The fields of an observation that make a printed figure what it is, and where it stands. */
export interface PrintedReading extends Pick<
  Observation,
  | "id"
  | "document"
  | "part"
  | "indicator"
  | "measure"
  | "subject"
  | "breakdown"
  | "scope"
  | "quantity"
  | "area"
  | "period"
  | "rate"
> {
  readonly quote: string;
  /** SHA-256 of the file it stood in. */
  readonly sha256: string | null;
}

/** What a signed issue said: the figures that it printed, and those that its correction box took back. */
export interface SignedStatement {
  readonly figures: readonly SignedFigure[];
  /** Ids of the figures that were corrected, with what they are now said to be; null where withdrawn. */
  readonly errata: readonly { readonly id: string; readonly after: SignedFigure | null }[];
}

/** Of issues in the order of their signing: what was last said of each figure. */
export function lastSaid(statements: readonly SignedStatement[]): SignedFigure[] {
  const said = new Map<string, SignedFigure>();
  for (const { figures, errata } of statements) {
    for (const { id, after } of errata) {
      if (after === null) said.delete(id);
      else said.set(id, after);
    }
    for (const figure of figures) said.set(figure.id, figure);
  }
  return [...said.values()].sort(compareFigures);
}

/** The figures that an issue prints, with what each was printed from; `sha256` gives the hash of a document. */
export function signedFigures(
  analysis: Analysis,
  issue: IssueName,
  sha256: (document: string) => string | null,
): SignedFigure[] {
  return [...printedFigures(analysis), ...printedChanges(analysis)].flatMap((figure) => {
    const signed = signedFigure(figure, issue, analysis, sha256);
    return signed === null ? [] : [signed];
  });
}

/** A printed figure with what it was printed from; null where the analysis does not know that. */
export function signedFigure(
  figure: PrintedFigure,
  issue: IssueName,
  analysis: Pick<Analysis, "observations">,
  sha256: (document: string) => string | null,
): SignedFigure | null {
  const observation = analysis.observations[figure.value.observations[0] ?? ""];
  if (observation === undefined) return null;
  const { id, document, part, indicator, measure, subject, breakdown, scope, quantity, area, period, rate } =
    observation;
  return {
    ...figure,
    issue,
    basis: {
      id,
      document,
      part,
      indicator,
      measure,
      subject,
      breakdown,
      scope,
      quantity,
      area,
      period,
      rate,
      quote: observation.source.quote,
      sha256: sha256(document),
    },
  };
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

/** The changes of its figures that an issue prints as articles state them. */
function printedChanges(analysis: Analysis): PrintedFigure[] {
  const figures = [...analysis.comparisons, ...analysis.areas].flatMap(({ key, current, stated }): PrintedFigure[] => {
    if (stated === null) return [];
    const { period, asOf } = current;
    const { change, observation } = stated;
    const id = stableId("p", [keyText(key), periodText(period, asOf), "change", change.basis]);
    return [{ id, key, period, ...(asOf === undefined ? {} : { asOf }), value: sizeOf(change, observation), change }];
  });
  return figures.sort(compareFigures);
}

/** The size of a change as a value. */
export function sizeOf({ value, unit, bound, low, high, text }: Change, observation: string): Value {
  return { value: value ?? 0, unit: unit ?? "other", bound, low, high, text, observations: [observation] };
}

/**
 * What happened to figures since the issue before: `new`, printed for the first time from an article of the
 * period; `revised`, printed then and otherwise now; `withdrawn`, printed then and no longer known. Figures of which a
 * correction speaks (`corrected`, by id) are left to it.
 */
export function issueChanges(
  previous: readonly PrintedFigure[] | null,
  known: ReadonlyMap<string, Cell>,
  printed: readonly Cell[],
  corrected: ReadonlySet<string>,
): IssueChange[] {
  if (previous === null) return [];
  const levels = previous.filter(({ change }) => change === undefined);
  const before = new Map(levels.map((figure) => [figure.id, figure]));
  const changes: IssueChange[] = [];
  for (const figure of [...before.values()].sort(compareFigures)) {
    if (corrected.has(figure.id)) continue;
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
export function knownCells(tracks: readonly Track[]): Map<string, Cell> {
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

/** The id of a cell as a printed figure. */
export function cellId(cell: Pick<Cell, "asOf" | "key" | "period">): string {
  return stableId("p", [keyText(cell.key), periodText(cell.period, cell.asOf)]);
}

/** A figure is the same where it says the same: another article that prints it changes nothing. */
export function isSameFigure(a: Value, b: Value): boolean {
  return a.value === b.value && a.bound === b.bound && a.low === b.low && a.high === b.high;
}

function compareFigures(a: PrintedFigure, b: PrintedFigure): number {
  return compareLists(
    [keyText(a.key), periodText(a.period, a.asOf), a.id],
    [keyText(b.key), periodText(b.period, b.asOf), b.id],
  );
}
