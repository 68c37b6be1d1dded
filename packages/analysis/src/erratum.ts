import type { Observation } from "@jianbao/model";
import type { AnalysisInput, SeriesKey, Value } from "./analysis.ts";
import { type Cell, chosenOf, printedOf } from "./cell.ts";
import { type Decision, decided } from "./decision.ts";
import { finderOf } from "./decision-object.ts";
import type { OpenPeriod } from "./identity.ts";
import { compareLists } from "./order.ts";
import { type IssueName, type PrintedReading, cellId, isSameFigure } from "./printed.ts";
import type { Reading } from "./reading.ts";

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

/** Finds the figures of signed issues that were wrong, in the order of their issues and series. */
export function errataOf(
  input: Pick<AnalysisInput, "hashes" | "observations" | "signed">,
  decisions: ReadonlyMap<string, Decision>,
  known: ReadonlyMap<string, Cell>,
  readings: readonly Reading[],
): Erratum[] {
  const { signed = [], hashes = {}, observations } = input;
  if (signed.length === 0) return [];
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const find = finderOf(observations);
  const documents = new Set([...Object.keys(hashes), ...observations.map(({ document }) => document)]);
  const errata = signed.flatMap((figure): Erratum[] => {
    const cell = known.get(figure.id);
    const after = cell === undefined ? null : printedOf(chosenOf(cell)).value;
    if (after !== null && isSameFigure(figure.value, after)) return [];
    const { basis } = figure;
    const now = byId.get(basis.id) ?? find({ ...basis, text: basis.quantity?.text || basis.measure });
    const fault = faultOf(basis, now, now === null ? undefined : decisions.get(now.id), documents, hashes);
    if (fault === null) return [];
    const elsewhere = now === null ? undefined : readings.find(({ observation }) => observation.id === now.id);
    return [
      {
        id: figure.id,
        issue: figure.issue,
        key: figure.key,
        period: figure.period,
        printed: figure.value,
        after,
        ...(cell?.asOf === undefined ? {} : { asOf: cell.asOf }),
        ...fault,
        ...(elsewhere === undefined || known.get(cellId(elsewhere)) === cell ? {} : { moved: movedTo(elsewhere) }),
      },
    ];
  });
  return errata.sort((a, b) => compareLists(orderOf(a), orderOf(b)));
}

function orderOf({ issue, key, id }: Erratum): string[] {
  return [issue.period.end, key.indicator, key.area.code, id];
}

function movedTo({ key, period, value }: Reading): NonNullable<Erratum["moved"]> {
  return { key, period, value };
}

/** Why what a figure was printed from does not hold; null where it stands as it did. */
function faultOf(
  then: PrintedReading,
  now: Observation | null,
  decision: Decision | undefined,
  documents: ReadonlySet<string>,
  hashes: Readonly<Record<string, string>>,
): Pick<Erratum, "cause" | "decision"> | null {
  const isSameFile = then.sha256 === null || hashes[then.document] === then.sha256;
  if (now === null) {
    if (!documents.has(then.document)) return { cause: "source-removed" };
    return { cause: isSameFile ? "reread" : "source-changed" };
  }
  const effective = decided(now, decision);
  const by = decision === undefined ? {} : { decision: { by: decision.by, on: decision.on, why: decision.why } };
  if (effective === null) return { cause: "rejected", ...by };
  if (saysTheSame(effective, then)) return null;
  if (decision?.verdict === "correct") return { cause: "corrected", ...by };
  return { cause: now.document !== then.document || isSameFile ? "reread" : "source-changed" };
}

function saysTheSame(now: Observation, then: PrintedReading): boolean {
  return textOf(now) === textOf(then);
}

/** All that a figure says, as one text. */
function textOf(one: Omit<PrintedReading, "quote" | "sha256">): string {
  const { indicator, subject, breakdown, scope, quantity, area, period, rate } = one;
  const { value, unit, bound, low, high } = quantity ?? {};
  return JSON.stringify([
    [indicator, subject, breakdown, scope, rate, area?.code],
    [value, unit, bound, low, high],
    [period?.start, period?.end],
  ]);
}
