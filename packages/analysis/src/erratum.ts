import type { Change, Observation } from "@jianbao/model";
import type { AnalysisInput, SeriesKey, Value } from "./analysis.ts";
import { type Cell, chosenOf, printedOf } from "./cell.ts";
import { type Decision, decided } from "./decision.ts";
import { finderOf } from "./decision-object.ts";
import type { OpenPeriod } from "./identity.ts";
import { compareLists, groupBy } from "./order.ts";
import { type IssueName, type PrintedReading, type SignedFigure, cellId, isSameFigure, sizeOf } from "./printed.ts";
import type { Placed, Reading } from "./reading.ts";

/**
 * A figure of a signed issue that was wrong (更正): what it was printed from does not hold any more. A figure whose
 * own source stands and that a later one revises was right when it was printed, and is an `IssueChange`.
 */
export interface Erratum {
  /** Of the printed figure. */
  readonly id: string;
  /** The issue that said it last. */
  readonly issue: IssueName;
  readonly key: SeriesKey;
  readonly period: OpenPeriod;
  readonly printed: Value;
  /** What the figure is now; null where it is withdrawn. */
  readonly after: Value | null;
  /** For an open period of `after`: the month of publication that its end lies in. */
  readonly asOf?: string;
  readonly cause: ErratumCause;
  /** For `rejected` and `corrected`: the decision, where one is known. */
  readonly decision?: Pick<Decision, "by" | "on" | "why">;
  /** For a change that an article stated: what it was printed as, and what the article says now. */
  readonly change?: { readonly printed: Change; readonly after: Change | null };
  /** What the number is a figure of after all, where it was taken for one of another statistic, place or period. */
  readonly moved?: { readonly key: SeriesKey; readonly period: OpenPeriod; readonly value: Value };
}

/**
 * Why a printed figure does not hold.
 *
 * - `rejected`, `corrected`: an editor decided so
 * - `reread`: the same file is read otherwise now, or what is known of the article was corrected
 * - `source-changed`: the file was replaced and says something else
 * - `source-removed`: the article is not among the sources any more
 */
export type ErratumCause = "rejected" | "corrected" | "reread" | "source-changed" | "source-removed";

/** What the figures of signed issues are held against. */
export interface Present {
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Cells by the ids of printed figures. */
  readonly known: ReadonlyMap<string, Cell>;
  readonly readings: readonly Reading[];
  /** Observations of known articles, as the editor left them. */
  readonly placed: readonly Placed[];
}

/** Finds the figures of signed issues that were wrong, in the order of their issues and series. */
export function errataOf(
  input: Pick<AnalysisInput, "hashes" | "observations" | "signed">,
  present: Present,
): Erratum[] {
  const { signed = [] } = input;
  if (signed.length === 0) return [];
  const check = checkOf(input, present);
  const isStated = statedIn(present.placed);
  const errata = signed.flatMap((figure) =>
    figure.change === undefined
      ? (levelErratum(figure, present, check) ?? [])
      : (changeErratum(figure, figure.change, check, isStated) ?? []),
  );
  return errata.sort((a, b) => compareLists(orderOf(a), orderOf(b)));
}

function orderOf({ issue, key, id }: Erratum): string[] {
  return [issue.period.end, key.indicator, key.area.code, id];
}

function levelErratum(figure: SignedFigure, { known, readings }: Present, check: Check): Erratum | null {
  const cell = known.get(figure.id);
  const after = cell === undefined ? null : printedOf(chosenOf(cell)).value;
  if (after !== null && isSameFigure(figure.value, after)) return null;
  const { fault, now } = check(figure, (effective) => textOf(effective) === textOf(figure.basis));
  if (fault === null) return null;
  const elsewhere = now === null ? undefined : readings.find(({ observation }) => observation.id === now.id);
  const isMoved = elsewhere !== undefined && known.get(cellId(elsewhere)) !== cell;
  return {
    ...plain(figure),
    after,
    ...(cell?.asOf === undefined ? {} : { asOf: cell.asOf }),
    ...fault,
    ...(isMoved ? { moved: movedTo(elsewhere) } : {}),
  };
}

/** A stated change was wrong where its article does not state it of this statistic, and no other article does. */
function changeErratum(
  figure: SignedFigure,
  change: Change,
  check: Check,
  isStated: (figure: SignedFigure, change: Change) => boolean,
): Erratum | null {
  if (isStated(figure, change)) return null;
  const isOfIt = (one: Observation): boolean => statisticOf(one) === statisticOf(figure.basis);
  const { fault, now, effective } = check(
    figure,
    (one) => isOfIt(one) && one.change.some((other) => isSameChange(other, change)),
  );
  if (fault === null) return null;
  const after =
    effective !== null && isOfIt(effective) ? effective.change.find(({ basis }) => basis === change.basis) : undefined;
  return {
    ...plain(figure),
    after: after === undefined || now === null ? null : sizeOf(after, now.id),
    change: { printed: change, after: after ?? null },
    ...fault,
  };
}

function plain({
  id,
  issue,
  key,
  period,
  value,
}: SignedFigure): Pick<Erratum, "id" | "issue" | "key" | "period" | "printed"> {
  return { id, issue, key, period, printed: value };
}

function movedTo({ key, period, value }: Reading): NonNullable<Erratum["moved"]> {
  return { key, period, value };
}

/** What became of the observation that a figure was printed from, and why it does not hold, where it does not. */
interface Fate {
  readonly now: Observation | null;
  /** As the editor left it. */
  readonly effective: Observation | null;
  readonly fault: Pick<Erratum, "cause" | "decision"> | null;
}

type Check = (figure: SignedFigure, holds: (effective: Observation) => boolean) => Fate;

function checkOf(
  { hashes = {}, observations }: Pick<AnalysisInput, "hashes" | "observations">,
  { decisions }: Present,
): Check {
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const find = finderOf(observations);
  const documents = new Set([...Object.keys(hashes), ...observations.map(({ document }) => document)]);
  return ({ basis, change }, holds) => {
    const text = basis.quantity?.text || (change?.text ?? basis.measure);
    const now = byId.get(basis.id) ?? find({ ...basis, text });
    const isSameFile = basis.sha256 === null || hashes[basis.document] === basis.sha256;
    if (now === null) {
      const isGone = !documents.has(basis.document);
      const cause = isGone ? "source-removed" : isSameFile ? "reread" : "source-changed";
      return { now, effective: null, fault: { cause } };
    }
    const decision = decisions.get(now.id);
    const effective = decided(now, decision);
    const by = decision === undefined ? {} : { decision: { by: decision.by, on: decision.on, why: decision.why } };
    if (effective === null) return { now, effective, fault: { cause: "rejected", ...by } };
    if (holds(effective)) return { now, effective, fault: null };
    if (decision?.verdict === "correct") return { now, effective, fault: { cause: "corrected", ...by } };
    const isRead = now.document !== basis.document || isSameFile;
    return { now, effective, fault: { cause: isRead ? "reread" : "source-changed" } };
  };
}

/** Tells whether some known article states a change of a figure's statistic and period. */
function statedIn(placed: readonly Placed[]): (figure: SignedFigure, change: Change) => boolean {
  const stated = groupBy(
    placed.filter(({ observation }) => observation.change.length > 0),
    ({ observation }) => statisticOf(observation),
  );
  return ({ basis }, change) =>
    (stated.get(statisticOf(basis)) ?? []).some(({ observation }) =>
      observation.change.some((other) => isSameChange(other, change)),
    );
}

function isSameChange(a: Change, b: Change): boolean {
  return JSON.stringify(sizeParts(a)) === JSON.stringify(sizeParts(b));
}

function sizeParts({ basis, direction, value, unit, bound, low, high }: Change): readonly unknown[] {
  return [basis, direction, value, unit, bound, low, high];
}

/** The statistic and period that an observation is of, as one text. */
function statisticOf(one: Omit<PrintedReading, "quote" | "sha256">): string {
  const { indicator, subject, breakdown, scope, area, period, rate } = one;
  return JSON.stringify([indicator, subject, breakdown, scope, rate, area?.code, period?.start, period?.end]);
}

/** All that a figure says, as one text. */
function textOf(one: Omit<PrintedReading, "quote" | "sha256">): string {
  const { value, unit, bound, low, high } = one.quantity ?? {};
  return JSON.stringify([statisticOf(one), value, unit, bound, low, high]);
}
