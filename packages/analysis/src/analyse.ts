import { type DomainPack, type Observation, type Unit, isClosed, isWholeYear, overseas } from "@jianbao/model";
import type {
  Analysis,
  AnalysisInput,
  Comparison,
  Point,
  Publication,
  Series,
  SeriesKey,
  StatedOnly,
  StepSeries,
  Value,
} from "./analysis.ts";
import { type Cell, type Track, chosenOf, isSpokenOf, printedOf, readingsIn, tracksOf } from "./cell.ts";
import { changeRemarks, statedRemarks } from "./check-change.ts";
import { jumpRemarks } from "./check-jump.ts";
import { partRemarks, shareRemarks } from "./check-part.ts";
import { partsRemarks } from "./check-parts.ts";
import { contradictionRemarks, readingRemarks, undatedRemarks } from "./check-reading.ts";
import { firstPublished, revisionRemarks } from "./check-revision.ts";
import { sumRemarks } from "./check-sum.ts";
import { type Pairing, comparisonOf, pairingOf } from "./comparison.ts";
import { type Dispute, disputesOf } from "./conflict.ts";
import { copiesAmong } from "./copies.ts";
import { type Decision, decided, latestDecisions } from "./decision.ts";
import { relocated } from "./decision-object.ts";
import { decisionRemarks } from "./check-decision.ts";
import { type Erratum, errataOf } from "./erratum.ts";
import { type Evidence, type Remark, findingsOf } from "./finding.ts";
import { keyText } from "./identity.ts";
import { groupedChanges, levellessChanges, levellessPairings } from "./levelless.ts";
import { compareLists, compareTexts } from "./order.ts";
import { independentSources } from "./origin.ts";
import { issueChanges, knownCells } from "./printed.ts";
import { type Placed, compareObservations, compareReadings, readingOf, stocksOf, subjectOf } from "./reading.ts";
import { stepSeriesOf } from "./step.ts";
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
  const decisions = latestDecisions(relocated(input.decisions, input.observations));
  const observations = decidedObservations(input.observations, decisions);
  const placed = placedObservations(observations, timeline);
  const stocks = stocksOf(pack);
  const texts = copiesAmong(placed);
  const readings = placed.flatMap((one) => readingOf(one, subject, stocks, texts) ?? []);
  const changesAlone = levellessChanges(placed, subject, pack);
  const tracks = tracksOf(readings, groupedChanges(changesAlone)).sort(byKeys(pack, area.code));
  const disputes = disputesOf(tracks, decisions, pack);

  const levels = tracks.flatMap((track) => pairingOf(track, timeline, kindOf(track.key, pack)) ?? []);
  const { pairings: bare, inWords } = levellessPairings(changesAlone, tracks, timeline, pack);
  const pairings = [...levels, ...bare].sort((a, b) => byKeys(pack, area.code)(a.track, b.track));
  const spoken = new Set(pairings.map(({ track }) => keyText(track.key)));
  const yearly = tracks.filter(
    ({ key, cells }) => key.area.code === area.code && spoken.has(keyText(key)) && cells.some(isYear),
  );
  const compared = new Set(levels.flatMap(cellsOf));
  const printed = new Set([...pairings.flatMap(cellsOf), ...yearly.flatMap(({ cells }) => cells.filter(isYear))]);
  const shown = disputes.filter(({ cells }) => cells.some((cell) => isShown(cell, printed)));

  const pointOf = pointWriter(
    shown.filter(({ isRevision }) => !isRevision),
    shown,
  );
  const isOwn = ({ track }: Pairing): boolean =>
    track.key.area.code === area.code || track.key.area.code === overseas.code;
  const comparisons = pairings.filter(isOwn).map((pairing) => comparisonOf(pairing, pointOf));
  const areas = pairings.filter((pairing) => !isOwn(pairing)).map((pairing) => comparisonOf(pairing, pointOf));
  const series = yearly.map(({ key, cells }): Series => ({ key, points: cells.filter(isYear).map(pointOf) }));
  const contradictions = shown.filter(({ isRevision }) => !isRevision);
  const conflicts = contradictions.map(({ conflict }) => conflict);
  const disputed = new Set(
    disputes.flatMap(({ conflict, cells, isRevision }) => (isRevision || conflict.settled ? [] : cells)),
  );
  const steps = [...new Set(levels)].flatMap((pairing) =>
    stepSeriesOf(pairing.track, {
      pointOf,
      told: isOwn(pairing) ? "all" : "newest",
      isAdditive: isAdditive(pairing.track.key, pack),
      disputed,
    }),
  );

  const fresh = new Set(placed.filter(({ isCurrent }) => isCurrent).map(({ observation }) => observation.id));
  const behind = [...compared].map((cell) => printedOf(chosenOf(cell)).observation.id);
  const evidence: Evidence = {
    tracks,
    pairings: levels,
    pack,
    fresh,
    concerned: new Set([...fresh, ...behind]),
    disputes: shown,
    disputed,
  };
  const remarks = [
    ...readingRemarks(
      placed.filter(({ observation }) => evidence.concerned.has(observation.id)),
      subject,
      pack,
    ),
    ...undatedRemarks(observations, timeline.undated, subject),
    ...contradictionRemarks(evidence),
    ...changeRemarks(evidence),
    ...statedRemarks(evidence),
    ...partRemarks(evidence),
    ...shareRemarks(evidence),
    ...sumRemarks(evidence),
    ...partsRemarks(evidence),
    ...revisionRemarks(evidence),
    ...jumpRemarks(evidence),
  ];
  const readingOrder = placed.map(({ observation }) => observation.id);
  const idsAmong = (list: readonly Remark[]): string[] => findingsOf(list, decisions, readingOrder).map(({ id }) => id);
  const findings = findingsOf(
    [...remarks, ...decisionRemarks({ input, decisions, disputes, remarks, idsAmong })],
    decisions,
    readingOrder,
  );
  const known = knownCells(tracks);
  const errata = errataOf(input, decisions, known, readings);
  const corrected = new Set(errata.map(({ id }) => id));
  const changes = issueChanges(input.previous, known, [...compared], corrected);
  const statedOnly = inWords.map(({ key, period, stated }): StatedOnly => ({ key, period, stated }));
  const named = namedIds({ comparisons, areas, series, steps, conflicts, findings, statedOnly, changes, errata });
  return {
    period,
    subject,
    area,
    publications: publicationsOf(observations, timeline, named),
    observations: observationsOf(placed, observations, named),
    comparisons,
    series,
    areas,
    conflicts,
    findings,
    changes,
    ...(errata.length === 0 ? {} : { errata }),
    ...(steps.length === 0 ? {} : { steps }),
    ...(statedOnly.length === 0 ? {} : { statedOnly }),
  };
}

/** Observations as the editor left them, in order of document and place, each place once. */
function decidedObservations(
  observations: readonly Observation[],
  decisions: ReadonlyMap<string, Decision>,
): readonly Observation[] {
  const sorted = [...observations].sort(
    (a, b) => compareObservations(a, b) || compareTexts(JSON.stringify(a), JSON.stringify(b)),
  );
  return sorted.flatMap((observation, i) => {
    const before = sorted[i - 1];
    if (before !== undefined && compareObservations(before, observation) === 0) return [];
    return decided(observation, decisions.get(observation.id)) ?? [];
  });
}

/**
 * Observations of articles known by the end of the period, in reading order, each id once: where files hold
 * the same article the first to appear is cited, and a copy within the period makes the figure current.
 */
function placedObservations(observations: readonly Observation[], { known }: Timeline): Placed[] {
  const all = observations
    .flatMap((observation): Placed[] => {
      const publication = known.get(`${observation.document}#${observation.part}`);
      return publication === undefined ? [] : [{ observation, publication, isCurrent: publication.isCurrent }];
    })
    .sort(compareReadings);
  const byId = new Map<string, Placed>();
  for (const one of all) {
    const first = byId.get(one.observation.id);
    if (first === undefined) byId.set(one.observation.id, one);
    else if (one.isCurrent && !first.isCurrent) byId.set(one.observation.id, { ...first, isCurrent: true });
  }
  return [...byId.values()];
}

/** Orders series as the pack has its indicators; within one the issue's area first, the whole before its parts. */
function byKeys(pack: DomainPack, area: string): (a: Pick<Track, "key">, b: Pick<Track, "key">) => number {
  const order = new Map(pack.indicators.map(({ id }, index) => [id, index]));
  const listOf = ({ key }: Pick<Track, "key">): (string | number)[] => [
    order.get(key.indicator) ?? pack.indicators.length,
    key.indicator,
    key.area.code === area ? 0 : key.area.code === overseas.code ? 1 : 2,
    key.area.code,
    key.breakdown ?? "",
    key.rate ?? "",
    key.unit,
  ];
  return (a, b) => compareLists(listOf(a), listOf(b));
}

function kindOf(key: SeriesKey, pack: DomainPack): "flow" | "stock" {
  return pack.indicators.find(({ id }) => id === key.indicator)?.kind ?? "flow";
}

function isYear(cell: Cell): boolean {
  return isClosed(cell.period) && isWholeYear(cell.period);
}

/** The cells that a comparison prints and that have a level. */
function cellsOf({ current, previous, also }: Pairing): Cell[] {
  return [current, ...(previous === null ? [] : [previous]), ...also].filter(({ clusters }) => clusters.length > 0);
}

function isShown(cell: Cell, printed: ReadonlySet<Cell>): boolean {
  return printed.has(cell) || isSpokenOf(cell);
}

/** Writes cells out as points, with the index of the conflict that they are in. */
function pointWriter(disputes: readonly Dispute[], all: readonly Dispute[]): (cell: Cell) => Point {
  const revised = new Set(all.flatMap(({ cells, isRevision }) => (isRevision ? cells : [])));
  const conflictOf = new Map<Cell, number>();
  for (const nearly of [false, true]) {
    for (const [index, { conflict, cells }] of disputes.entries()) {
      if (conflict.nearly !== nearly || conflict.settled !== undefined) continue;
      for (const cell of cells) if (!conflictOf.has(cell)) conflictOf.set(cell, index);
    }
  }
  const points = new Map<Cell, Point>();
  return (cell) => {
    let point = points.get(cell);
    if (point === undefined) {
      point = { ...pointOf(cell, conflictOf.get(cell) ?? null), ...(revised.has(cell) ? revisesOf(cell) : {}) };
      points.set(cell, point);
    }
    return point;
  };
}

function pointOf(cell: Cell, conflict: number | null): Point {
  const shared = {
    period: cell.period,
    ...(cell.asOf === undefined ? {} : { asOf: cell.asOf }),
    stated: cell.stated,
    conflict,
  };
  const [cluster] = cell.clusters;
  if (cluster === undefined) {
    const ids = [...new Set(cell.stated.map(({ observation }) => observation))];
    return { ...shared, value: missingValue(cell.key.unit, ids), observations: ids };
  }
  return {
    ...shared,
    value: printedOf(cluster).value,
    observations: readingsIn(cell).map(({ observation }) => observation.id),
    sources: independentSources([...cluster.readings].sort(compareReadings)).length,
  };
}

/** The figures that the latest one of a cell revises, the oldest first. */
function revisesOf({ clusters }: Cell): Pick<Point, "revises"> {
  const earlier = clusters.slice(1).reverse();
  return {
    revises: earlier.map((cluster) => ({ value: printedOf(cluster).value, published: firstPublished(cluster) ?? "" })),
  };
}

/** Tells whether figures of a series add up over time: no stock, rate or percentage. */
function isAdditive(key: SeriesKey, pack: DomainPack): boolean {
  return kindOf(key, pack) === "flow" && key.rate === null && key.unit !== "percent" && key.unit !== "pp";
}

function missingValue(unit: Unit, observations: readonly string[]): Value {
  return { value: 0, unit, bound: "exact", low: null, high: null, text: null, observations, missing: true };
}

type Parts = Pick<Analysis, "areas" | "changes" | "comparisons" | "conflicts" | "findings" | "series"> & {
  readonly statedOnly: readonly StatedOnly[];
  readonly errata: readonly Erratum[];
  readonly steps: readonly StepSeries[];
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
  for (const step of parts.steps.flatMap((one) => one.steps)) {
    for (const point of [step.stated, step.derived?.minuend, step.derived?.subtrahend]) addPoint(point ?? null);
  }
  for (const { candidates } of parts.conflicts) for (const { value } of candidates) addAll(value.observations);
  for (const { observations } of parts.findings) addAll(observations);
  for (const { stated } of parts.statedOnly) addAll(stated.map(({ observation }) => observation));
  for (const { after } of parts.changes) addAll(after?.observations ?? []);
  for (const { printed, after, moved } of parts.errata)
    for (const value of [printed, after, moved?.value]) addAll(value?.observations ?? []);
  return ids;
}

/** Articles of the period and all whose figures are named, in the order of their keys. */
function publicationsOf(
  observations: readonly Observation[],
  { known, undated }: Timeline,
  named: ReadonlySet<string>,
): Record<string, Publication> {
  const wanted = new Set([...known.values()].filter(({ isCurrent }) => isCurrent).map(({ key }) => key));
  for (const { id, document, part } of observations) if (named.has(id)) wanted.add(`${document}#${part}`);
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

/** Observations by id; of copies the one that is cited. */
function observationsOf(
  placed: readonly Placed[],
  observations: readonly Observation[],
  named: ReadonlySet<string>,
): Record<string, Observation> {
  const byId = new Map<string, Observation>();
  const add = (observation: Observation): void => {
    const { id } = observation;
    if (named.has(id) && !byId.has(id)) byId.set(id, observation);
  };
  for (const { observation } of placed) add(observation);
  observations.forEach(add);
  return Object.fromEntries([...byId].sort(([a], [b]) => compareTexts(a, b)));
}
