import { type DomainPack, type Observation, isClosed, isWholeYear, overseas } from "@jianbao/model";
import type {
  Analysis,
  AnalysisInput,
  Comparison,
  Point,
  Publication,
  Series,
  SeriesKey,
  StatedOnly,
} from "./analysis.ts";
import {
  type Cell,
  type StatedChange,
  type Track,
  chosenOf,
  printedOf,
  readingsIn,
  statedKey,
  tracksOf,
} from "./cell.ts";
import { changeRemarks, partRemarks, shareRemarks, statedRemarks, sumRemarks } from "./check-arithmetic.ts";
import { jumpRemarks } from "./check-jump.ts";
import { type Placed, contradictionRemarks, readingRemarks, undatedRemarks } from "./check-reading.ts";
import { comparisonOf, pairingOf } from "./comparison.ts";
import { type Dispute, disputesOf } from "./conflict.ts";
import { type Decision, decided, latestDecisions } from "./decision.ts";
import { type Evidence, type Remark, findingsOf } from "./finding.ts";
import { compareLists, groupBy } from "./order.ts";
import { independentSources } from "./origin.ts";
import { issueChanges } from "./printed.ts";
import { type Reading, compareReadings, readingOf, subjectOf } from "./reading.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

/**
 * Reconciles, compares and checks all that was published by the end of an issue's period.
 *
 * Pure: the same input gives the same analysis, whatever the order within its lists.
 */
export function analyse(input: AnalysisInput): Analysis {
  const { pack, period, area } = input;
  const subject = subjectOf(pack);
  const timeline = timelineOf(input.publications, period);
  const decisions = latestDecisions(input.decisions);
  const observations = decidedObservations(input.observations, decisions);
  const placed = placedObservations(observations, timeline);
  const readings = placed.flatMap(({ observation, publication }) => readingOf(observation, publication, subject) ?? []);
  const levelless = levellessChanges(placed, subject, pack);
  const tracks = tracksOf(readings, levelless.byStatistic);
  const disputes = disputesOf(tracks, decisions, pack);

  const pairings = inPackOrder(tracks, pack, area.code).flatMap(
    (track) => pairingOf(track, timeline, kindOf(track.key, pack)) ?? [],
  );
  const isOwn = (key: SeriesKey): boolean => key.area.code === area.code || key.area.code === overseas.code;
  const own = pairings.filter(({ track }) => isOwn(track.key));
  const others = pairings.filter(({ track }) => !isOwn(track.key));
  const yearly = inPackOrder(tracks, pack, area.code).filter(
    ({ key, cells }) => key.area.code === area.code && cells.some(isYear),
  );

  const printed = new Set([
    ...pairings.flatMap(({ current, previous, also }) => [current, ...(previous === null ? [] : [previous]), ...also]),
    ...yearly.flatMap(({ cells }) => cells.filter(isYear)),
  ]);
  const concerned = concernedIds(placed, printed);
  const shown = disputes.filter(({ cells }) => cells.some((cell) => isShown(cell, printed)));
  const pointOf = pointWriter(shown);
  const comparisons = own.map((pairing) => comparisonOf(pairing, pointOf));
  const areas = others.map((pairing) => comparisonOf(pairing, pointOf));
  const series = yearly.map(({ key, cells }): Series => ({ key, points: cells.filter(isYear).map(pointOf) }));

  const evidence: Evidence = { tracks, pairings, pack, concerned };
  const places = new Map(placed.map(({ observation }, place) => [observation.id, place]));
  const findings = findingsOf(
    [
      ...readingRemarks(
        placed.filter(({ observation }) => concerned.has(observation.id)),
        subject,
      ),
      ...undatedRemarks(observations, timeline.undated, subject),
      ...contradictionRemarks(evidence),
      ...changeRemarks(evidence),
      ...statedRemarks(evidence),
      ...partRemarks(evidence),
      ...shareRemarks(evidence),
      ...sumRemarks(evidence),
      ...jumpRemarks(evidence, shown),
      ...lostDecisions(input),
    ],
    decisions,
    (id) => places.get(id) ?? Number.MAX_SAFE_INTEGER,
  );
  const statedOnly = levelless.alone(new Set(tracks.flatMap(({ cells }) => cells.flatMap(({ stated }) => stated))));
  const changes = issueChanges(
    input.previous,
    tracks,
    pairings.flatMap(({ current, also }) => [current, ...also]),
  );
  const conflicts = shown.map(({ conflict }) => conflict);
  const named = namedIds({ comparisons, areas, series, conflicts, findings, statedOnly, changes });
  return {
    period,
    subject,
    area,
    publications: publicationsOf(placed, observations, timeline, named),
    observations: observationsOf(observations, named),
    comparisons,
    series,
    areas,
    conflicts,
    findings,
    changes,
    ...(statedOnly.length === 0 ? {} : { statedOnly }),
  };
}

/** Observations as the editor left them, in a fixed order, one for each id (the first in that order). */
function decidedObservations(
  observations: readonly Observation[],
  decisions: ReadonlyMap<string, Decision>,
): readonly Observation[] {
  const byId = new Map<string, Observation>();
  const sorted = [...observations].sort((a, b) =>
    compareLists(
      [a.document, a.part, a.source.start, a.source.end, a.id, JSON.stringify(a)],
      [b.document, b.part, b.source.start, b.source.end, b.id, JSON.stringify(b)],
    ),
  );
  for (const observation of sorted) {
    if (byId.has(observation.id)) continue;
    const after = decided(observation, decisions.get(observation.id));
    if (after !== null) byId.set(observation.id, after);
  }
  return [...byId.values()];
}

/** Observations of articles known by the end of the period, in reading order. */
function placedObservations(observations: readonly Observation[], { known }: Timeline): Placed[] {
  return observations
    .flatMap((observation) => {
      const publication = known.get(`${observation.document}#${observation.part}`);
      return publication === undefined ? [] : [{ observation, publication }];
    })
    .sort(compareReadings);
}

/** Changes stated without a level: kept for the figure that they belong to, or for themselves. */
function levellessChanges(
  placed: readonly Placed[],
  subject: string,
  pack: DomainPack,
): {
  readonly byStatistic: ReadonlyMap<string, readonly StatedChange[]>;
  alone(used: ReadonlySet<StatedChange>): StatedOnly[];
} {
  const entries = placed.flatMap(({ observation, publication }) => {
    const { indicator, area, period, quantity } = observation;
    if (observation.subject !== subject || observation.scope !== "aggregate" || observation.change.length === 0)
      return [];
    if (indicator === null || area === null || period === null || (quantity !== null && quantity.value !== null))
      return [];
    const unit = quantity?.unit ?? pack.indicators.find(({ id }) => id === indicator)?.unit ?? "other";
    const key: SeriesKey = { indicator, subject, breakdown: observation.breakdown, area, rate: observation.rate, unit };
    const asOf = period.end === null ? publication.published.slice(0, 7) : undefined;
    const stated = observation.change.map((change): StatedChange => ({ change, observation: observation.id }));
    return [{ key, period, id: statedKey(key, period, asOf), stated, isCurrent: publication.isCurrent }];
  });
  const groups = groupBy(entries, ({ id }) => id);
  return {
    byStatistic: new Map([...groups].map(([id, group]) => [id, group.flatMap(({ stated }) => stated)])),
    alone: (used) =>
      [...groups.values()].flatMap((group) => {
        const [first] = group;
        const stated = group.flatMap((entry) => entry.stated);
        if (first === undefined || stated.some((change) => used.has(change))) return [];
        if (!group.some(({ isCurrent }) => isCurrent)) return [];
        return [{ key: first.key, period: { start: first.period.start, end: first.period.end }, stated }];
      }),
  };
}

/** Series in the order of the pack's indicators; within one the issue's area first, the whole before its parts. */
function inPackOrder(tracks: readonly Track[], pack: DomainPack, area: string): Track[] {
  const order = new Map(pack.indicators.map(({ id }, index) => [id, index]));
  const listOf = ({ key }: Track): (string | number)[] => [
    order.get(key.indicator) ?? pack.indicators.length,
    key.indicator,
    key.area.code === area ? 0 : key.area.code === overseas.code ? 1 : 2,
    key.area.code,
    key.breakdown ?? "",
    key.rate ?? "",
    key.unit,
  ];
  return [...tracks].sort((a, b) => compareLists(listOf(a), listOf(b)));
}

function kindOf(key: SeriesKey, pack: DomainPack): "flow" | "stock" {
  return pack.indicators.find(({ id }) => id === key.indicator)?.kind ?? "flow";
}

function isYear(cell: Cell): boolean {
  return isClosed(cell.period) && isWholeYear(cell.period);
}

/** Observations of the period's articles, and those behind printed figures. */
function concernedIds(placed: readonly Placed[], printed: ReadonlySet<Cell>): Set<string> {
  const current = placed.filter(({ publication }) => publication.isCurrent).map(({ observation }) => observation.id);
  const behind = [...printed].map((cell) => printedOf(chosenOf(cell)).observation.id);
  return new Set([...current, ...behind]);
}

function isShown(cell: Cell, printed: ReadonlySet<Cell>): boolean {
  return printed.has(cell) || readingsIn(cell).some(({ publication }) => publication.isCurrent);
}

/** Writes cells out as points, with the index of the conflict that they are in. */
function pointWriter(disputes: readonly Dispute[]): (cell: Cell) => Point {
  const conflictOf = new Map<Cell, number>();
  for (const nearly of [false, true]) {
    for (const [index, { conflict, cells }] of disputes.entries()) {
      if (conflict.nearly !== nearly) continue;
      for (const cell of cells) if (!conflictOf.has(cell)) conflictOf.set(cell, index);
    }
  }
  const points = new Map<Cell, Point>();
  return (cell) => {
    let point = points.get(cell);
    if (point === undefined) {
      point = pointOf(cell, conflictOf.get(cell) ?? null);
      points.set(cell, point);
    }
    return point;
  };
}

function pointOf(cell: Cell, conflict: number | null): Point {
  const cluster = chosenOf(cell);
  const byDate: Reading[] = [...cluster.readings].sort(compareReadings);
  return {
    period: cell.period,
    ...(cell.asOf === undefined ? {} : { asOf: cell.asOf }),
    value: printedOf(cluster).value,
    stated: cell.stated,
    observations: readingsIn(cell).map(({ observation }) => observation.id),
    sources: independentSources(byDate).length,
    conflict,
  };
}

/** Decisions on observations that are not there (any more): `decision-without-object`. */
function lostDecisions({ decisions, observations }: AnalysisInput): Remark[] {
  const ids = new Set(observations.map(({ id }) => id));
  return [...latestDecisions(decisions).values()]
    .filter(({ id }) => id.startsWith("o-") && !ids.has(id))
    .map(({ id, verdict, by, on, why }) => ({
      rule: "analysis/decision-without-object",
      severity: "info",
      observations: [],
      facts: { observation: id, verdict, by, on, why },
    }));
}

type Parts = Pick<Analysis, "areas" | "changes" | "comparisons" | "conflicts" | "findings" | "series"> & {
  readonly statedOnly: readonly StatedOnly[];
};

/** Every observation that some part of the analysis names. */
function namedIds(parts: Parts): Set<string> {
  const ids = new Set<string>();
  const addAll = (list: readonly string[]): void => list.forEach((id) => ids.add(id));
  const addPoint = (point: Point | null): void => {
    if (point === null) return;
    addAll(point.observations);
    addAll(point.stated.map(({ observation }) => observation));
  };
  const addComparison = ({ current, previous, implied, also }: Comparison): void => {
    for (const point of [current, previous, ...(also ?? [])]) addPoint(point);
    addAll(implied?.observations ?? []);
  };
  for (const comparison of [...parts.comparisons, ...parts.areas]) addComparison(comparison);
  for (const { points } of parts.series) points.forEach(addPoint);
  for (const { candidates } of parts.conflicts) for (const { value } of candidates) addAll(value.observations);
  for (const { observations } of parts.findings) addAll(observations);
  for (const { stated } of parts.statedOnly) addAll(stated.map(({ observation }) => observation));
  for (const { after } of parts.changes) addAll(after?.observations ?? []);
  return ids;
}

/** Articles of the period and all whose figures are named, in the order of their keys. */
function publicationsOf(
  placed: readonly Placed[],
  observations: readonly Observation[],
  { known, undated }: Timeline,
  named: ReadonlySet<string>,
): Record<string, Publication> {
  const wanted = new Set([...known.values()].filter(({ isCurrent }) => isCurrent).map(({ key }) => key));
  for (const { id, document, part } of observations) if (named.has(id)) wanted.add(`${document}#${part}`);
  for (const { observation, publication } of placed) if (named.has(observation.id)) wanted.add(publication.key);
  const result: Record<string, Publication> = {};
  for (const key of [...wanted].sort()) {
    const publication = known.get(key) ?? undated.get(key);
    if (publication !== undefined) result[key] = plainPublication(publication);
  }
  return result;
}

function plainPublication({ key, document, part, title, publisher, published, url }: Publication): Publication {
  return { key, document, part, title, publisher, published, url };
}

function observationsOf(observations: readonly Observation[], named: ReadonlySet<string>): Record<string, Observation> {
  const entries = observations.filter(({ id }) => named.has(id)).map((o) => [o.id, o] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
