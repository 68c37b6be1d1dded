import { type ClosedPeriod, addMonths, isClosed, isWholeMonths, samePeriod, yearsEarlier } from "@jianbao/model";
import type { Comparison, NotComparable, Point } from "./analysis.ts";
import { type Cell, type StatedChange, type Track, chosenOf, isSpokenOf, printedOf } from "./cell.ts";
import { computedChange, impliedLevel, isSmallBase } from "./change.ts";
import { compareLists } from "./order.ts";
import { statedOn } from "./stated.ts";
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
  const spoken = track.cells.filter(isSpokenOf);
  if (spoken.length === 0) return null;
  const current = newestOf(track, spoken, kind);
  const pairing = pairedWith(track, current, timeline, kind);
  const also = spoken
    .filter((cell) => cell !== current && cell !== pairing.previous)
    .sort((a, b) => compareLists([b.endLast, b.period.start], [a.endLast, a.period.start]));
  return { ...pairing, also };
}

/** Sets a cell beside the one of the same period a year before, or says why there is none. */
export function pairedWith(track: Track, current: Cell, timeline: Timeline, kind: "flow" | "stock"): Pairing {
  const previousPeriod = comparablePeriod(current);
  const previous =
    track.cells.find((cell) =>
      previousPeriod === null
        ? kind === "stock" && isSameMoment(cell, current)
        : isClosed(cell.period) && samePeriod(cell.period, previousPeriod),
    ) ?? null;
  const reason = reasonOf(track, current, previousPeriod, previous, timeline);
  return { track, current, previousPeriod, previous, reason, also: [] };
}

/** Writes a pairing out, with the change as stated, as computed and the level implied, each for itself. */
export function comparisonOf(pairing: Pairing, pointOf: (cell: Cell) => Point): Comparison {
  const current = pointOf(pairing.current);
  const previous = pairing.previous === null ? null : pointOf(pairing.previous);
  const stated = statedOn(pairing.current, "yoy");
  const isMissing = current.value.missing === true;
  return {
    key: pairing.track.key,
    current,
    previousPeriod: pairing.previousPeriod,
    previous,
    stated,
    computed:
      previous === null || isMissing || pairing.reason === "base-small"
        ? null
        : computedChange(current.value, previous.value),
    implied: stated === null || isMissing ? null : impliedOf(current, stated),
    reason: pairing.reason,
    ...(pairing.also.length === 0 ? {} : { also: pairing.also.map(pointOf) }),
  };
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
    (newest, cell) => (placeInYear(cell, kind) <= rank && isNewer(cell, newest, kind) ? cell : newest),
    best,
  );
}

/** Later in any case (an open end proves nothing later than its first possible day), or of a better rank at one end. */
function isNewer(a: Cell, b: Cell, kind: "flow" | "stock"): boolean {
  if (a.endFirst === b.endFirst && a.endLast === b.endLast) return placeInYear(a, kind) < placeInYear(b, kind);
  return a.endFirst > b.endFirst && a.endLast > b.endLast;
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

/** Tells whether a stock (截至2019年底) stands at the same day of the year before another one. */
function isSameMoment(before: Cell, now: Cell): boolean {
  if (before.period.start !== null || now.period.start !== null || before.period.end === null) return false;
  return (
    now.period.end !== null && before.period.end === yearsEarlier({ start: now.period.end, end: now.period.end }).end
  );
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
  if (previous === null && !isClosed(current.period)) return "open-period";
  if (previous !== null) {
    const base = printedOf(chosenOf(previous)).value;
    return base.value === 0 ? "base-zero" : isSmallBase(base) ? "base-small" : null;
  }
  if (previousPeriod === null) return "period-differs";
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
