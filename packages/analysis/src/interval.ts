import { type Bound, type Decimal, compareDecimals, decimalOf } from "@jianbao/model";

/** What a figure can mean, ends included; null where an end is open. */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/** A figure with its printed range. */
export interface Ranged {
  readonly value: number;
  readonly bound: Bound;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The interval of a figure: its `low` and `high`; where one is missing, the value itself closes the side
 * that the bound closes (余 below, 近 above, an exact figure both) and the other is open.
 */
export function intervalOf(figure: Ranged): Interval {
  const { value, bound, low, high } = figure;
  return {
    low: low !== null ? decimalOf(low) : bound === "max" || bound === "approx" ? null : decimalOf(value),
    high: high !== null ? decimalOf(high) : bound === "min" || bound === "approx" ? null : decimalOf(value),
  };
}

/** Tells whether two intervals share a point; touching ends do. */
export function intersect(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Tells whether all of `a` is less than all of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high !== null && b.low !== null && compareDecimals(a.high, b.low) < 0;
}

/** The part that two intervals share; they must intersect. */
export function intersection(a: Interval, b: Interval): Interval {
  return { low: greater(a.low, b.low), high: lesser(a.high, b.high) };
}

/** Relative width of a figure's range: 0 for one value, Infinity where an end is open. */
export function relativeWidth(figure: Ranged): number {
  const { low, high } = intervalOf(figure);
  if (low === null || high === null) return Infinity;
  const width = (figure.high ?? figure.value) - (figure.low ?? figure.value);
  return width === 0 ? 0 : width / Math.max(Math.abs(figure.value), Number.MIN_VALUE);
}

function greater(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return a ?? b;
  return compareDecimals(a, b) >= 0 ? a : b;
}

function lesser(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return a ?? b;
  return compareDecimals(a, b) <= 0 ? a : b;
}
