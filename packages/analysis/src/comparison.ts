import {
  type Change,
  type ClosedPeriod,
  addMonths,
  isClosed,
  isWholeMonths,
  samePeriod,
  yearsEarlier,
} from "@jianbao/model";
import type { Comparison, NotComparable, Point } from "./analysis.ts";
import { type Cell, type StatedChange, type Track, chosenOf, printedOf, readingsIn } from "./cell.ts";
import { computedChange, impliedLevel, statedInterval } from "./change.ts";
import { compareLists } from "./order.ts";
import type { Timeline } from "./timeline.ts";

/** A comparison before its points are written out. */
export interface Pairing {
  readonly track: Track;
  readonly current: Cell;
  readonly previousPeriod: ClosedPeriod | null;
  readonly previous: Cell | null;
  readonly reason: NotComparable | null;
  /** Further cells that articles of the period give. */
  readonly also: readonly Cell[];
}

/** Sets the newest figure of a series beside last year's; null where no article of the period speaks of the series. */
export function pairingOf(track: Track, timeline: Timeline, kind: "flow" | "stock"): Pairing | null {
  const spoken = track.cells.filter((cell) => readingsIn(cell).some(({ publication }) => publication.isCurrent));
  if (spoken.length === 0) return null;
  const current = newestOf(track, spoken, kind);
  const also = spoken
    .filter((cell) => cell !== current)
    .sort((a, b) => compareLists([b.endLast, b.period.start], [a.endLast, a.period.start]));
  const previousPeriod = comparablePeriod(current);
  const previous =
    previousPeriod === null
      ? null
      : (track.cells.find((cell) => isClosed(cell.period) && samePeriod(cell.period, previousPeriod)) ?? null);
  return {
    track,
    current,
    previousPeriod,
    previous,
    reason: reasonOf(track, current, previousPeriod, previous, timeline),
    also,
  };
}

/** Writes a pairing out, with the change as stated, as computed and the level implied, each for itself. */
export function comparisonOf(pairing: Pairing, pointOf: (cell: Cell) => Point): Comparison {
  const current = pointOf(pairing.current);
  const previous = pairing.previous === null ? null : pointOf(pairing.previous);
  const stated = statedYearly(pairing.current);
  return {
    key: pairing.track.key,
    current,
    previousPeriod: pairing.previousPeriod,
    previous,
    stated,
    computed: previous === null ? null : computedChange(current.value, previous.value),
    implied: stated === null ? null : impliedOf(current, stated),
    reason: pairing.reason,
    ...(pairing.also.length === 0 ? {} : { also: pairing.also.map(pointOf) }),
  };
}

/**
 * The change against the year before that is stated beside a figure: one in the unit that its level asks for
 * (points for percentages) before others, the narrowest first, of equals the first in order.
 */
export function statedYearly(cell: Cell): StatedChange | null {
  const inPoints = cell.key.unit === "percent";
  const yearly = cell.stated.filter(({ change }) => {
    if (change.basis !== "yoy") return false;
    return inPoints || change.unit !== "pp";
  });
  const rank = ({ change }: StatedChange): number => {
    const unit = statedInterval(change)?.unit ?? null;
    return unit === null ? 2 : inPoints === (unit === "pp") || change.direction === "flat" ? 0 : 1;
  };
  const ordered = yearly.map((stated, index) => ({ stated, index }));
  ordered.sort((a, b) =>
    compareLists(
      [rank(a.stated), widthOf(a.stated.change), a.index],
      [rank(b.stated), widthOf(b.stated.change), b.index],
    ),
  );
  return ordered[0]?.stated ?? null;
}

function widthOf({ low, high }: Change): number {
  return low === null || high === null ? Infinity : high - low;
}

/**
 * The newest figure of a series. Of what the period's articles say, a figure since the start of a year goes
 * before single months, and those before campaigns and spans of years, unless it is a year older; an older
 * article's figure of the same rank wins where its period ends later.
 */
function newestOf(track: Track, spoken: readonly Cell[], kind: "flow" | "stock"): Cell {
  const latest = Math.max(...spoken.map((cell) => Number(cell.endLast.replaceAll("-", ""))));
  const best = spoken
    .filter((cell) => Number(addMonths(cell.endLast, 12).replaceAll("-", "")) > latest)
    .sort((a, b) => compareLists(newness(a, kind), newness(b, kind)))[0];
  if (best === undefined) throw new RangeError("no newest figure among none");
  const rank = placeInYear(best, kind);
  return track.cells.reduce(
    (newest, cell) =>
      placeInYear(cell, kind) <= rank && cell.endLast > newest.endLast && isAfter(cell, newest) ? cell : newest,
    best,
  );
}

/** An open end proves nothing later than its first possible day. */
function isAfter(a: Cell, b: Cell): boolean {
  return a.endFirst > b.endFirst;
}

function newness(cell: Cell, kind: "flow" | "stock"): (string | number | null)[] {
  // Later ends first: digits are turned round so that the list sorts upwards.
  return [placeInYear(cell, kind), 99_999_999 - Number(cell.endLast.replaceAll("-", "")), cell.period.start];
}

/** 0: since 1 January of its year, or a stock; 1: whole months of one year; 2: anything else. */
function placeInYear(cell: Cell, kind: "flow" | "stock"): number {
  const { start, end } = cell.period;
  if (start === null) return kind === "stock" ? 0 : 2;
  if (start.slice(0, 4) !== cell.endLast.slice(0, 4)) return 2;
  if (start.endsWith("-01-01")) return 0;
  return end !== null && isWholeMonths({ start, end }) ? 1 : 2;
}

/** The same period a year before; null where the period is open or has no place in a year. */
function comparablePeriod(cell: Cell): ClosedPeriod | null {
  return isClosed(cell.period) && isWithinYear(cell.period) ? yearsEarlier(cell.period) : null;
}

/** A span of more than twelve months overlaps itself a year before: it has no "same period". */
function isWithinYear(period: ClosedPeriod): boolean {
  return period.end < addMonths(period.start, 12);
}

function reasonOf(
  track: Track,
  current: Cell,
  previousPeriod: ClosedPeriod | null,
  previous: Cell | null,
  timeline: Timeline,
): NotComparable | null {
  if (!isClosed(current.period)) return "open-period";
  if (previousPeriod === null) return "period-differs";
  if (previous !== null) return printedOf(chosenOf(previous)).value.value === 0 ? "base-zero" : null;
  const ofThatYear = track.cells.some(
    ({ period, endLast }) =>
      endLast >= previousPeriod.start &&
      endLast < (current.period.start ?? "") &&
      (period.start === null || period.start <= previousPeriod.end),
  );
  if (ofThatYear) return "period-differs";
  const until = addMonths(previousPeriod.end, 6);
  for (const { first, last } of timeline.known.values()) {
    if (first > previousPeriod.end && last <= until) return "not-published";
  }
  return "missing";
}

function impliedOf(current: Point, { change, observation }: StatedChange): Comparison["implied"] {
  const implied = impliedLevel(current.value, change);
  if (implied === null) return null;
  return { ...implied, observations: [...new Set([...implied.observations, observation])] };
}
