import type { Change } from "@jianbao/model";
import type { SeriesKey } from "./analysis.ts";
import { type OpenPeriod, keyText, periodText } from "./identity.ts";
import { type Interval, intersect, intersection, isBelow } from "./interval.ts";
import { compareLists, compareTexts, groupBy } from "./order.ts";
import { type Reading, compareCited } from "./reading.ts";

/** Readings of one statistic and period whose ranges agree: one figure, several sources. */
export interface Cluster {
  /** The most precise first, of equals the earliest. */
  readonly readings: readonly Reading[];
  /** What all of them allow. */
  readonly interval: Interval;
}

/** All that is known of one series for one period. */
export interface Cell {
  readonly key: SeriesKey;
  readonly period: OpenPeriod;
  readonly asOf: string | undefined;
  readonly endFirst: string;
  readonly endLast: string;
  /** More than one where sources disagree; the first is printed. */
  clusters: readonly Cluster[];
  /** Doubtful readings that a surer one contradicts. */
  readonly aside: readonly Reading[];
  /** Readings that disagree with one before them in their sentence, or are parts of it: no contradiction. */
  readonly beside: readonly Reading[];
  readonly stated: readonly StatedChange[];
}

/** A change that an article states beside a figure. */
export interface StatedChange {
  readonly change: Change;
  readonly observation: string;
}

/** The cells of one series, by end of period, then start. */
export interface Track {
  readonly key: SeriesKey;
  readonly cells: readonly Cell[];
}

/** Sorts readings, given in reading order, into series and periods and gathers those that agree. */
export function tracksOf(readings: readonly Reading[], extra: ReadonlyMap<string, readonly StatedChange[]>): Track[] {
  return [...groupBy(readings, (reading) => keyText(reading.key)).values()]
    .flatMap((group) => {
      const first = group[0];
      return first === undefined ? [] : [{ key: first.key, cells: cellsOf(group, extra) }];
    })
    .sort((a, b) => compareTexts(keyText(a.key), keyText(b.key)));
}

/** The key that changes without a level are kept under until a cell of their statistic is met. */
export function statedKey(key: Omit<SeriesKey, "unit">, period: OpenPeriod, asOf: string | undefined): string {
  const { indicator, subject, breakdown, area, rate } = key;
  return JSON.stringify([indicator, subject, breakdown, area.code, rate, periodText(period, asOf)]);
}

/** The reading that is printed for a cluster. */
export function printedOf(cluster: Cluster): Reading {
  const [first] = cluster.readings;
  if (first === undefined) throw new RangeError("a cluster has no readings");
  return first;
}

/** The cluster that is printed for a cell. */
export function chosenOf(cell: Cell): Cluster {
  const [first] = cell.clusters;
  if (first === undefined) throw new RangeError("a cell has no clusters");
  return first;
}

/** All readings of a cell, the printed one first. */
export function readingsIn(cell: Cell): Reading[] {
  return [...cell.clusters.flatMap((cluster) => cluster.readings), ...cell.aside, ...cell.beside];
}

/** Tells whether some reading of a cell is so. */
export function isAnyIn(cell: Cell, is: (reading: Reading) => boolean): boolean {
  return cell.clusters.some(({ readings }) => readings.some(is)) || cell.aside.some(is) || cell.beside.some(is);
}

/** Tells whether the period's articles say something of a cell. */
export function isSpokenOf(cell: Cell): boolean {
  return isAnyIn(cell, ({ isCurrent }) => isCurrent);
}

function cellsOf(readings: readonly Reading[], extra: ReadonlyMap<string, readonly StatedChange[]>): Cell[] {
  const groups = [...groupBy(readings, (reading) => periodText(reading.period, reading.asOf)).values()];
  return closeOpenGroups(groups)
    .map((group) => cellOf(group, extra))
    .sort((a, b) => compareLists([a.endLast, a.period.start, a.period.end], [b.endLast, b.period.start, b.period.end]));
}

/**
 * Moves figures of an open period (今年以来, said in January 2021) to a closed one that it may mean
 * (1 January 2020 to 4 January 2021) where their ranges agree.
 */
function closeOpenGroups(groups: readonly (readonly Reading[])[]): Reading[][] {
  const closed = groups.filter((group) => !isOpen(group)).map((group) => [...group]);
  const byStart = groupBy(closed, (group) => group[0]?.period.start ?? "");
  const open: Reading[][] = [];
  for (const group of groups.filter(isOpen)) {
    const left: Reading[] = [];
    for (const reading of group) {
      const home = byStart.get(reading.period.start ?? "")?.find((candidate) => isHome(candidate, reading));
      if (home === undefined) left.push(reading);
      else home.push(reading);
    }
    if (left.length > 0) open.push(left);
  }
  return [...closed, ...open];
}

function isOpen(group: readonly Reading[]): boolean {
  return group[0]?.period.end === null;
}

function isHome(group: readonly Reading[], reading: Reading): boolean {
  const closed = group.find(({ period }) => period.end !== null);
  if (closed === undefined) return false;
  return (
    closed.endLast >= reading.endFirst &&
    closed.endLast <= reading.endLast &&
    group.some((other) => intersect(other.interval, reading.interval))
  );
}

function cellOf(readings: readonly Reading[], extra: ReadonlyMap<string, readonly StatedChange[]>): Cell {
  const closed = readings.find(({ period }) => period.end !== null) ?? readings[0];
  if (closed === undefined) throw new RangeError("a cell has no readings");
  const { key, period, asOf, endFirst, endLast } = closed;
  const { clusters, aside, beside } = clustersOf(readings);
  const inOrder = [...clusters.flatMap((cluster) => cluster.readings), ...aside, ...beside];
  return {
    key,
    period,
    asOf,
    endFirst,
    endLast,
    clusters,
    aside,
    beside,
    stated: [
      ...inOrder.flatMap(({ observation }) =>
        observation.change.map((change) => ({ change, observation: observation.id })),
      ),
      ...((extra.size === 0 ? undefined : extra.get(statedKey(key, period, asOf))) ?? []),
    ],
  };
}

/**
 * Gathers readings whose ranges agree. The most precise come first and each joins the first cluster that it
 * agrees with as a whole, so that a wide figure (约30万) never makes one of two narrow ones that disagree.
 */
function clustersOf(readings: readonly Reading[]): { clusters: Cluster[]; aside: Reading[]; beside: Reading[] } {
  const [only] = readings;
  if (only !== undefined && readings.length === 1) {
    return { clusters: [{ readings: [only], interval: only.interval }], aside: [], beside: [] };
  }
  const clusters: { readings: Reading[]; interval: Interval }[] = [];
  const aside: Reading[] = [];
  const beside: Reading[] = [];
  const hasSure = readings.some((reading) => !reading.isDoubtful);
  const followers = followersIn(readings);
  const precise = [...readings].sort(
    (a, b) =>
      Number(a.isDoubtful) - Number(b.isDoubtful) ||
      Number(followers.has(a)) - Number(followers.has(b)) ||
      compareWidths(a, b) ||
      compareCited(a, b),
  );
  for (const reading of precise) {
    const cluster = clusters.find((candidate) => intersect(candidate.interval, reading.interval));
    if (cluster !== undefined) {
      cluster.readings.push(reading);
      cluster.interval = intersection(cluster.interval, reading.interval);
    } else if (hasSure && reading.isDoubtful) {
      aside.push(reading);
    } else if (followers.has(reading) || beside.some((other) => intersect(other.interval, reading.interval))) {
      beside.push(reading);
    } else {
      clusters.push({ readings: [reading], interval: reading.interval });
    }
  }
  if (clusters.length > 0) return { clusters, aside, beside };
  // Only parts are sure: the doubtful whole is what the figures are about, and is asked about as doubtful.
  const whole = precise.find((reading) => !followers.has(reading)) ?? precise[0];
  if (whole === undefined) throw new RangeError("a cell has no readings");
  const isOther = (reading: Reading): boolean => reading !== whole;
  return {
    clusters: [{ readings: [whole], interval: whole.interval }],
    aside: aside.filter(isOther),
    beside: beside.filter(isOther),
  };
}

/**
 * Readings that stand after another one of their article with which they disagree, in its sentence or as a part
 * of it (其中…, 占…): the whole comes first, and what follows is something that was not told apart.
 */
function followersIn(readings: readonly Reading[]): ReadonlySet<Reading> {
  const followers = new Set<Reading>();
  for (const group of groupBy(readings, ({ publication }) => publication.key).values()) {
    for (const [i, reading] of group.entries()) {
      const isAfter = group
        .slice(0, Math.min(i, mostBefore))
        .some((other) => !intersect(other.interval, reading.interval) && isTiedTo(other, reading));
      if (isAfter) followers.add(reading);
    }
  }
  return followers;
}

/** How many figures of an article are looked at before one: a long table is no sentence. */
const mostBefore = 20;

function isTiedTo(first: Reading, second: Reading): boolean {
  if (first.observation.source.quoteStart === second.observation.source.quoteStart) return true;
  return isPart(second) && isBelow(second.interval, first.interval);
}

/** Tells whether a figure says of itself that it is a part: 其中起诉未成年人112人, 占总数的2.2%. */
function isPart({ observation }: Reading): boolean {
  return (
    observation.change.some(({ basis }) => basis === "share") || observation.source.quote.trimStart().startsWith("其中")
  );
}

function compareWidths(a: Reading, b: Reading): number {
  return a.width === b.width ? 0 : a.width < b.width ? -1 : 1;
}
