import { type DomainPack, daysBetween, isClosed, isWholeMonths, samePeriod } from "@jianbao/model";
import type { Candidate, Conflict } from "./analysis.ts";
import { type Cell, type Cluster, type Track, chosenOf, printedOf } from "./cell.ts";
import type { Decision } from "./decision.ts";
import { keyText, periodText, stableId } from "./identity.ts";
import { type Interval, intersect, isBelow } from "./interval.ts";
import { compareLists } from "./order.ts";
import { independentSources } from "./origin.ts";
import { type Reading, compareCited, compareReadings } from "./reading.ts";
import { isSlip, ratioOf } from "./slip.ts";

/** A conflict with the cells that it concerns. */
export interface Dispute {
  readonly conflict: Conflict;
  readonly cells: readonly Cell[];
  /** True where the figures follow one another in time and differ slightly: the later revises the earlier. */
  readonly isRevision: boolean;
}

/**
 * A figure that differs by at most so much from one published before it revises it: by a tenth where one publisher
 * gives both on different days, by a twentieth where another gives it so many days later that statistics may have
 * been put in order meanwhile. Greater differences, and those of one week's papers, are contradictions.
 */
const revision = { own: 0.1, others: 0.05, daysLater: 60 };

/** Two periods are nearly the same where their ends are apart by at most this share of the longer one. */
const nearShare = 0.05;

/**
 * Finds where sources disagree on one period, or on nearly the same one, and puts the proposed figure first.
 * Reorders the clusters of each disputed cell accordingly.
 */
export function disputesOf(
  tracks: readonly Track[],
  decisions: ReadonlyMap<string, Decision>,
  pack: DomainPack,
): Dispute[] {
  const office = officeRank(pack);
  const disputes: Dispute[] = [];
  for (const { cells } of tracks) {
    for (const cell of cells) {
      if (cell.clusters.length > 1) disputes.push(exactDispute(cell, cells, decisions, office));
    }
    for (const [a, b] of nearPairs(cells)) disputes.push(nearDispute(a, b, decisions, office));
  }
  return disputes.sort((a, b) =>
    compareLists(
      [keyText(a.conflict.key), periodText(a.conflict.period, undefined), a.conflict.id],
      [keyText(b.conflict.key), periodText(b.conflict.period, undefined), b.conflict.id],
    ),
  );
}

type Office = (reading: Reading) => number;

interface Proposal {
  readonly clusters: readonly Cluster[];
  readonly rule: Conflict["rule"];
  readonly tie: boolean;
  readonly settled: Decision | null;
}

function exactDispute(
  cell: Cell,
  cells: readonly Cell[],
  decisions: ReadonlyMap<string, Decision>,
  office: Office,
): Dispute {
  const id = stableId("c", [keyText(cell.key), periodText(cell.period, cell.asOf)]);
  const proposal = proposalOf(cell.clusters, decisions.get(id), office, fitOf(cell, cells));
  cell.clusters = proposal.clusters;
  return {
    cells: [cell],
    isRevision: proposal.settled === null && isRevised(cell.clusters),
    conflict: {
      id,
      key: cell.key,
      period: cell.period,
      candidates: proposal.clusters.map((cluster) => candidateOf(cluster)),
      rule: proposal.rule,
      ...(proposal.tie ? { tie: true } : {}),
      nearly: false,
      ...(proposal.settled === null ? {} : { settled: proposal.settled }),
    },
  };
}

function nearDispute(a: Cell, b: Cell, decisions: ReadonlyMap<string, Decision>, office: Office): Dispute {
  const cellOf = new Map([a, b].map((cell) => [chosenOf(cell), cell]));
  const id = stableId("c", [keyText(a.key), periodText(a.period, a.asOf), periodText(b.period, b.asOf)]);
  const proposal = proposalOf([...cellOf.keys()], decisions.get(id), office);
  const [proposed = chosenOf(a)] = proposal.clusters;
  const period = (cellOf.get(proposed) ?? a).period;
  return {
    cells: [a, b],
    isRevision: false,
    conflict: {
      id,
      key: a.key,
      period,
      candidates: proposal.clusters.map((cluster) => ({
        ...candidateOf(cluster),
        period: (cellOf.get(cluster) ?? a).period,
      })),
      rule: proposal.rule,
      ...(proposal.tie ? { tie: true } : {}),
      nearly: true,
      ...(proposal.settled === null ? {} : { settled: proposal.settled }),
    },
  };
}

function candidateOf(cluster: Cluster): Candidate {
  const byDate = [...cluster.readings].sort(compareCited);
  const publications = independentSources(byDate).flatMap((group) => group[0]?.publication.key ?? []);
  return {
    value: { ...printedOf(cluster).value, observations: cluster.readings.map(({ observation }) => observation.id) },
    publications,
  };
}

/**
 * Tells of each figure of a cell whether it is of the size of the series' other periods, where two of the cell are about
 * ten thousand times apart: the one with a lost or doubled 万 must not be proposed for being the later.
 */
function fitOf(cell: Cell, cells: readonly Cell[]): (cluster: Cluster) => number {
  const values = cell.clusters.map(levelOf);
  if (!values.some((a) => values.some((b) => isSlip(ratioOf(a, b))))) return () => 0;
  const others = cells
    .filter((other) => other !== cell && other.clusters.length === 1)
    .map((other) => levelOf(chosenOf(other)));
  const typical = others.sort((a, b) => a - b)[others.length >> 1];
  if (typical === undefined) return () => 0;
  return (cluster) => ((ratioOf(levelOf(cluster), typical) ?? Infinity) < mostOff ? 1 : 0);
}

/** Periods of a series, months and years, differ by less than so many times. */
const mostOff = 200;

function levelOf(cluster: Cluster): number {
  return printedOf(cluster).observation.quantity?.value ?? 0;
}

/**
 * Puts the figure to be printed first: as decided, else the one that fits its series where a 万 was lost, the later,
 * the more precise, of the higher office.
 */
function proposalOf(
  clusters: readonly Cluster[],
  decision: Decision | undefined,
  office: Office,
  fit: (cluster: Cluster) => number = () => 0,
): Proposal {
  const dates = comparableDates(clusters);
  const criteria: readonly { rule: Conflict["rule"]; of: (cluster: Cluster) => string | number }[] = [
    { rule: "decided", of: (cluster) => (isSettledFor(cluster, decision) ? 1 : 0) },
    { rule: "fits-series", of: fit },
    { rule: "later", of: (cluster) => dates.get(cluster) ?? "" },
    { rule: "more-precise", of: (cluster) => -printedOf(cluster).width },
    { rule: "higher-office", of: (cluster) => Math.max(...cluster.readings.map(office)) },
  ];
  const sorted = [...clusters].sort((a, b) => {
    for (const { of } of criteria) {
      const x = of(a);
      const y = of(b);
      if (x !== y) return x > y ? -1 : 1;
    }
    return compareReadings(printedOf(a), printedOf(b));
  });
  const [first, second] = sorted;
  if (first === undefined || second === undefined) throw new RangeError("a conflict needs two candidates");
  const telling = criteria.find(({ of }) => of(first) !== of(second));
  const settled = telling?.rule === "decided" ? (decision ?? null) : null;
  return {
    clusters: settled === null ? sorted : withSettledFirst(sorted, settled),
    rule: telling?.rule ?? "higher-office",
    tie: telling === undefined,
    settled,
  };
}

/** Tells whether each figure, the latest first, slightly revises the next. */
function isRevised(clusters: readonly Cluster[]): boolean {
  return clusters.every((later, i) => {
    const earlier = clusters[i + 1];
    if (earlier === undefined) return true;
    const [now, before] = [later, earlier].map(firstOf);
    if (now === undefined || before === undefined || now.publication.first <= before.publication.last) return false;
    const [a, b] = [levelOf(later), levelOf(earlier)];
    const difference = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    const publishers = new Set(publishersOf(earlier));
    const isOwn = publishersOf(later).some((name) => name !== null && publishers.has(name));
    if (isOwn && difference <= revision.own) return true;
    const days = daysBetween(before.publication.last, now.publication.first);
    return days >= revision.daysLater && difference <= revision.others;
  });
}

function publishersOf({ readings }: Cluster): (string | null)[] {
  return readings.map(({ publication }) => publication.publisher);
}

/** The reading of a cluster that was published first. */
function firstOf(cluster: Cluster): Reading | undefined {
  return [...cluster.readings].sort(compareReadings)[0];
}

function isSettledFor(cluster: Cluster, decision: Decision | undefined): boolean {
  if (decision?.verdict !== "settle" || decision.observation === undefined) return false;
  return cluster.readings.some(({ observation }) => observation.id === decision.observation);
}

/** Prints the very figure that was decided on, not a more precise one of its cluster. */
function withSettledFirst(clusters: readonly Cluster[], decision: Decision): Cluster[] {
  return clusters.map((cluster) => {
    const settled = cluster.readings.find(({ observation }) => observation.id === decision.observation);
    if (settled === undefined) return cluster;
    return { ...cluster, readings: [settled, ...cluster.readings.filter((reading) => reading !== settled)] };
  });
}

/**
 * When each figure was first published, cut to what all of them tell (day, month or year), so that
 * 2021-04 is neither before nor after 2021-04-10. Copies that appear later do not make a figure newer.
 */
function comparableDates(clusters: readonly Cluster[]): Map<Cluster, string> {
  const firsts = clusters.map((cluster) => firstOf(cluster)?.publication.published ?? "");
  const length = Math.min(...firsts.map((date) => date.length));
  return new Map(clusters.map((cluster, i) => [cluster, (firsts[i] ?? "").slice(0, length)]));
}

/** Ranks who speaks: 3 a national body of the pack, 2 a provincial, 1 a local one, 0 unknown. */
function officeRank(pack: DomainPack): Office {
  const bodies = pack.organisations.flatMap(({ name, area }) => {
    if (area === null || name === "") return [];
    return [{ name, rank: area.code === "CN" ? 3 : area.code.startsWith("CN-") ? 2 : 1 }];
  });
  return ({ observation, publication }) => {
    const names = `${publication.publisher ?? ""}\n${observation.actor ?? ""}`;
    return Math.max(0, ...bodies.filter(({ name }) => names.includes(name)).map(({ rank }) => rank));
  };
}

/** A cell with its days counted, so that dates are read once. */
interface Counted {
  readonly cell: Cell;
  readonly start: number;
  readonly endFirst: number;
  readonly endLast: number;
}

/** Pairs of cells whose periods are nearly the same and whose figures the few days between cannot explain. */
function nearPairs(cells: readonly Cell[]): [Cell, Cell][] {
  if (cells.length < 2) return [];
  const pairs: [Cell, Cell][] = [];
  const sorted = cells
    .filter((cell) => cell.period.start !== null && !printedOf(chosenOf(cell)).isDoubtful)
    .map((cell): Counted => ({
      cell,
      start: daysBetween(epoch, cell.period.start ?? cell.endFirst),
      endFirst: daysBetween(epoch, cell.endFirst),
      endLast: daysBetween(epoch, cell.endLast),
    }))
    .sort((a, b) => a.endFirst - b.endFirst || a.endLast - b.endLast || a.start - b.start);
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (b === undefined || b.endFirst - a.endLast > nearShare * longestDays) break;
      if (areNear(a, b) && !isExplained(a, b)) pairs.push([a.cell, b.cell]);
    }
  }
  return pairs;
}

/** No period is taken to be longer than ten years: bounds how far apart ends are looked at. */
const longestDays = 3660;

/** Where days are counted from; any day would do. */
const epoch = "2000-01-01";

function areNear(a: Counted, b: Counted): boolean {
  if (distances(a, b).least > nearShare * Math.max(lengthOf(a), lengthOf(b))) return false;
  const x = a.cell.period;
  const y = b.cell.period;
  if (!isClosed(x) || !isClosed(y)) return true;
  return !samePeriod(x, y) && !(isWholeMonths(x) && isWholeMonths(y));
}

/** Days by which starts and ends differ: the least and the most that open ends allow. */
function distances(a: Counted, b: Counted): { least: number; most: number } {
  const starts = Math.abs(a.start - b.start);
  const gap = Math.max(0, b.endFirst - a.endLast, a.endFirst - b.endLast);
  const reach = Math.max(Math.abs(b.endLast - a.endFirst), Math.abs(a.endLast - b.endFirst));
  return { least: starts + gap, most: starts + reach };
}

function lengthOf({ start, endLast }: Counted): number {
  return endLast - start + 1;
}

/** Tells whether the longer period's figure is greater by no more than three times its share of further days. */
function isExplained(a: Counted, b: Counted): boolean {
  const [shorter, longer] = lengthOf(a) <= lengthOf(b) ? [a, b] : [b, a];
  const less = chosenOf(shorter.cell).interval;
  const more = chosenOf(longer.cell).interval;
  if (intersect(less, more)) return true;
  const share = distances(a, b).most / Math.max(1, lengthOf(shorter));
  return !isBelow(more, less) && intersect(growth(less, 1 + 3 * share), more);
}

function growth(interval: Interval, factor: number): Interval {
  return { low: interval.low, high: interval.high === null ? null : interval.high * factor };
}
