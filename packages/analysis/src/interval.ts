import { type Bound, add, decimalOf, subtract, toNumber } from "@jianbao/model";

/**
 * What a figure can mean, ends included; null where an end is open.
 * Ends are compared as numbers (a decimal has but one nearest number) and calculated with as decimals.
 */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** A figure with its printed range. */
export interface Ranged extends Interval {
  readonly value: number;
  readonly bound: Bound;
}

/**
 * The interval of a figure: its `low` and `high`; where one is missing, the value itself closes the side
 * that the bound closes (余 below, 近 above, an exact figure both) and the other is open.
 */
export function intervalOf({ value, bound, low, high }: Ranged): Interval {
  return {
    low: low ?? (bound === "max" || bound === "approx" ? null : value),
    high: high ?? (bound === "min" || bound === "approx" ? null : value),
  };
}

/** Tells whether two intervals share a point; touching ends do. */
export function intersect(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Tells whether all of `a` is less than all of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high !== null && b.low !== null && a.high < b.low;
}

/** The part that two intervals share; they must intersect. */
export function intersection(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? (a.low ?? b.low) : Math.max(a.low, b.low),
    high: a.high === null || b.high === null ? (a.high ?? b.high) : Math.min(a.high, b.high),
  };
}

/** The least interval that holds all of some; open where one of them is. */
export function hull(intervals: readonly Interval[]): Interval {
  const ends = (of: (interval: Interval) => number | null, pick: (...all: number[]) => number): number | null => {
    const all = intervals.map(of);
    return all.length === 0 || all.includes(null) ? null : pick(...all.filter((end) => end !== null));
  };
  return { low: ends(({ low }) => low, Math.min), high: ends(({ high }) => high, Math.max) };
}

/** Adds two intervals, exactly: what the sum can mean. */
export function sumOf(a: Interval, b: Interval): Interval {
  return { low: sum(a.low, b.low), high: sum(a.high, b.high) };
}

/** Subtracts `b` from `a`, exactly: what is left can mean. */
export function differenceOf(a: Interval, b: Interval): Interval {
  return { low: difference(a.low, b.high), high: difference(a.high, b.low) };
}

/** Relative width of a figure's range: 0 for one value, Infinity where an end is open. */
export function relativeWidth(figure: Ranged): number {
  const { low, high } = intervalOf(figure);
  if (low === null || high === null) return Infinity;
  return high === low ? 0 : (high - low) / Math.max(Math.abs(figure.value), Number.MIN_VALUE);
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : toNumber(add(decimalOf(a), decimalOf(b)));
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : toNumber(subtract(decimalOf(a), decimalOf(b)));
}
