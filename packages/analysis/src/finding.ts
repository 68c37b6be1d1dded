import type { DomainPack } from "@jianbao/model";
import type { Finding, SeriesKey, Value } from "./analysis.ts";
import type { Cell, Track } from "./cell.ts";
import type { Pairing } from "./comparison.ts";
import type { Dispute } from "./conflict.ts";
import type { Decision } from "./decision.ts";
import { type OpenPeriod, stableId } from "./identity.ts";
import { compareLists, compareTexts } from "./order.ts";
import type { Reading } from "./reading.ts";

/** What the checks look at. */
export interface Evidence {
  readonly tracks: readonly Track[];
  readonly pairings: readonly Pairing[];
  readonly pack: DomainPack;
  /** Observations of the period's articles and those behind printed figures: only what concerns them is reported. */
  readonly concerned: ReadonlySet<string>;
  /** Observations of the period's articles alone. */
  readonly fresh: ReadonlySet<string>;
  readonly disputes: readonly Dispute[];
  /** Cells whose figures sources disagree on, unsettled. */
  readonly disputed: ReadonlySet<Cell>;
}

/** A finding before it has its id. */
export type Remark = Pick<Finding, "rule" | "severity" | "observations" | "facts">;

/** Gives remarks their ids, marks those that an editor accepted and puts the worst first. */
export function findingsOf(
  remarks: readonly Remark[],
  decisions: ReadonlyMap<string, Decision>,
  readingOrder: readonly string[],
): Finding[] {
  const places = new Map(readingOrder.map((id, place) => [id, place]));
  const placeOf = (id: string | undefined): number => places.get(id ?? "") ?? readingOrder.length;
  const findings = new Map<string, Finding>();
  for (const remark of remarks) {
    const observations = [...new Set(remark.observations)].sort(
      (a, b) => placeOf(a) - placeOf(b) || compareTexts(a, b),
    );
    const id = stableId("f", [remark.rule, [...observations].sort(), observations.length === 0 ? remark.facts : null]);
    const decision = decisions.get(id);
    const accepted = decision?.verdict === "accept" ? decision : null;
    if (findings.has(id)) continue;
    findings.set(id, {
      id,
      rule: remark.rule,
      severity: accepted === null ? remark.severity : "info",
      observations,
      facts: remark.facts,
      ...(accepted === null ? {} : { accepted }),
    });
  }
  const rank = { error: 0, warning: 1, info: 2 };
  const listOf = ({ severity, rule, observations, id }: Finding): (string | number)[] => [
    rank[severity],
    rule,
    placeOf(observations[0]),
    observations[0] ?? "",
    id,
  ];
  return [...findings.values()].sort((a, b) => compareLists(listOf(a), listOf(b)));
}

/** Facts that name a statistic. */
export function keyFacts(key: SeriesKey, period: OpenPeriod): Record<string, string | null> {
  return {
    indicator: key.indicator,
    breakdown: key.breakdown,
    area: key.area.code,
    areaName: key.area.name,
    unit: key.unit,
    start: period.start,
    end: period.end,
  };
}

/** A figure in words: as printed, else its plain value. */
export function figureText(value: Value): string {
  return value.text ?? `${value.value}`;
}

/** When a figure was published, as far as it is known: a fact beside every figure that stands against another one. */
export function publishedOf({ publication }: Reading): string {
  return publication.published;
}

/** The unit as a figure's article prints it: it follows what is worked out from the figure. */
export function unitTextOf({ observation }: Reading): string {
  return observation.quantity?.unitText ?? "";
}

/** Ids of the observations behind readings. */
export function idsOf(readings: readonly Reading[]): string[] {
  return readings.map(({ observation }) => observation.id);
}
