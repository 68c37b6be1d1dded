import {
  type Change,
  type Decimal,
  add,
  compareDecimals,
  decimalOf,
  divide,
  isCurrency,
  multiply,
  round,
  shift,
  subtract,
  toNumber,
} from "@jianbao/model";
import type { ComputedChange, Value } from "./analysis.ts";
import { type Interval, intervalOf } from "./interval.ts";

const zero: Decimal = { digits: 0n, scale: 0 };
const one: Decimal = { digits: 1n, scale: 0 };
const hundred: Decimal = { digits: 100n, scale: 0 };

/** Digits after the point that quotients are carried to: far below what any printed figure resolves. */
const working = 12;

/**
 * The change from one level to another: percent, or percentage points where the levels are percentages.
 *
 *   value = (current − base) / base,  low = (current.low − base.high) / base.high,  high = (current.high − base.low) / base.low
 *
 * Null where the base is 0 or the levels have different units.
 */
export function computedChange(current: Value, base: Value): ComputedChange | null {
  if (current.unit !== base.unit) return null;
  const inPoints = current.unit === "percent";
  const between = (to: Decimal | null, from: Decimal | null): Decimal | null => {
    if (to === null || from === null) return null;
    if (inPoints) return subtract(to, from);
    if (compareDecimals(from, zero) <= 0) return null;
    return divide(multiply(subtract(to, from), hundred), from, working);
  };
  const value = between(decimalOf(current.value), decimalOf(base.value));
  if (value === null) return null;
  const a = endsOf(intervalOf(current));
  const b = endsOf(intervalOf(base));
  const low = between(a.low, b.high);
  const high = between(a.high, b.low);
  const digits = low === null || high === null ? 0 : supportedDigits(subtract(high, low));
  const rounded = round(value, digits);
  const isSure = low !== null && high !== null && compareDecimals(low, zero) * compareDecimals(high, zero) > 0;
  const sign = compareDecimals(isSure ? value : rounded, zero);
  return {
    direction: sign > 0 ? "up" : sign < 0 ? "down" : "flat",
    value: Math.abs(toNumber(rounded)),
    unit: inPoints ? "pp" : "percent",
    low: low === null ? null : toNumber(outward(low, 2, "down")),
    high: high === null ? null : toNumber(outward(high, 2, "up")),
    digits,
    observations: [...current.observations, ...base.observations],
  };
}

/**
 * What a stated change can mean, signed, in percent or percentage points; `times` are percent (增长2倍: +200 %).
 * Null where only words are given, or where the arithmetic is undefined (减少2倍).
 */
export function statedInterval(change: Change): { readonly unit: "percent" | "pp"; readonly range: Interval } | null {
  if (change.direction === null) return null;
  if (change.direction === "flat") return { unit: "percent", range: { low: -0.5, high: 0.5 } };
  if (change.value === null || change.unit === null) return null;
  const size = sizeOf(change, change.value);
  const down = change.direction === "down";
  switch (change.unit) {
    case "percent":
    case "pp":
      return { unit: change.unit, range: down ? negated(size) : size };
    case "times":
      return down ? null : { unit: "percent", range: inPercent(size) };
    default:
      return null;
  }
}

/**
 * The level a year before that a level and its stated change imply (推算), rounded to what its range supports.
 * Null where nothing can be said: % of a percentage, a fall by all or more, a change in words.
 */
export function impliedLevel(current: Value, change: Change): Value | null {
  const stated = statedInterval(change);
  if (stated === null || change.value === null) return null;
  const inPoints = current.unit === "percent";
  if (inPoints !== (stated.unit === "pp")) return null;
  const before = (level: Decimal | null, by: Decimal | null): Decimal | null => {
    if (level === null || by === null) return null;
    if (inPoints) return subtract(level, by);
    const factor = add(one, shift(by, -2));
    return compareDecimals(factor, zero) <= 0 ? null : divide(level, factor, working);
  };
  const value = before(decimalOf(current.value), signedSize(change, change.value));
  if (value === null) return null;
  const a = endsOf(intervalOf(current));
  const by = endsOf(stated.range);
  const low = before(a.low, by.high);
  const high = before(a.high, by.low);
  const whole = inPoints ? 2 : 0;
  return {
    value: toNumber(roundedWithin(value, low, high, whole)),
    unit: current.unit,
    bound: "approx",
    low: low === null ? null : toNumber(outward(low, whole, "down")),
    high: high === null ? null : toNumber(outward(high, whole, "up")),
    text: null,
    observations: current.observations,
  };
}

/** What share of a whole a part can be, in percent, its ends rounded outward to two digits; null where an end is open. */
export function shareInterval(part: Interval, whole: Interval): Interval {
  const [a, b] = [endsOf(part), endsOf(whole)];
  return { low: shareOf(a.low, b.high, "down"), high: shareOf(a.high, b.low, "up") };
}

function shareOf(part: Decimal | null, whole: Decimal | null, direction: "down" | "up"): number | null {
  if (part === null || whole === null || compareDecimals(whole, zero) <= 0) return null;
  const percent = divide(multiply(part, hundred), whole, working);
  return percent === null ? null : toNumber(outward(percent, 2, direction));
}

/** A level known to lie within an interval, with as few digits as tell it: 27,900 to 28,100 is 28,000. */
export function levelWithin(value: Decimal, { low, high }: Interval): number {
  const ends = endsOf({ low, high });
  return toNumber(roundedWithin(value, ends.low, ends.high, 0));
}

/**
 * Tells whether a count is too small to take percentages of: against a base of fewer than ten, one case more is more
 * than ten percent. Money and percentages are no counts.
 */
export function isSmallBase({ value, unit }: Pick<Value, "unit" | "value">): boolean {
  return !isCurrency(unit) && unit !== "percent" && unit !== "pp" && value > 0 && value < 10;
}

/** Digits after the point, 0 to 2, at which a result known to within `width` may be printed. */
function supportedDigits(width: Decimal): number {
  if (compareDecimals(width, { digits: 1n, scale: 2 }) <= 0) return 2;
  return compareDecimals(width, { digits: 1n, scale: 1 }) <= 0 ? 1 : 0;
}

/** Places after the point of the power of ten below `width`: 807 → −2, so that rounding stays within it. */
function placesOf(width: Decimal): number {
  if (width.digits <= 0n) return Number.MAX_SAFE_INTEGER;
  return width.scale - (`${width.digits}`.length - 1);
}

/** Rounds to as few digits as the range supports, and more where that would leave the range. */
function roundedWithin(value: Decimal, low: Decimal | null, high: Decimal | null, whole: number): Decimal {
  if (low === null || high === null) return round(value, whole);
  for (let places = Math.min(whole, placesOf(subtract(high, low))); places < whole; places++) {
    const rounded = roundTo(value, places);
    if (compareDecimals(low, rounded) <= 0 && compareDecimals(rounded, high) <= 0) return rounded;
  }
  return round(value, whole);
}

/** Rounds to places after the point; negative places round to tens, hundreds … */
function roundTo(value: Decimal, places: number): Decimal {
  return places >= 0 ? round(value, places) : shift(round(shift(value, places), 0), -places);
}

/** Rounds away from the middle, so that an interval never gets narrower. */
function outward(value: Decimal, scale: number, direction: "up" | "down"): Decimal {
  const nearest = round(value, scale);
  const order = compareDecimals(nearest, value);
  const step: Decimal = { digits: 1n, scale };
  if (direction === "down" && order > 0) return subtract(nearest, step);
  if (direction === "up" && order < 0) return add(nearest, step);
  return nearest;
}

/** The ends of an interval, to calculate with. */
function endsOf({ low, high }: Interval): { readonly low: Decimal | null; readonly high: Decimal | null } {
  return { low: low === null ? null : decimalOf(low), high: high === null ? null : decimalOf(high) };
}

/**
 * The size of a change without its sign. A printed percentage is rounded: an exact one means at least
 * half a unit of its last digit to either side.
 */
function sizeOf(change: Change, value: number): Interval {
  const exact = decimalOf(value);
  const step: Decimal = { digits: 5n, scale: exact.scale + 1 };
  const least = toNumber(subtract(exact, step));
  const most = toNumber(add(exact, step));
  switch (change.bound) {
    case "exact":
      return { low: Math.min(change.low ?? least, least), high: Math.max(change.high ?? most, most) };
    case "min":
      return { low: change.low ?? value, high: change.high };
    case "max":
      return { low: change.low ?? 0, high: change.high ?? value };
    default:
      return { low: change.low ?? least, high: change.high ?? most };
  }
}

function signedSize(change: Change, value: number): Decimal {
  const size = change.unit === "times" ? shift(decimalOf(value), 2) : decimalOf(value);
  if (change.direction === "flat") return zero;
  return change.direction === "down" ? subtract(zero, size) : size;
}

function negated({ low, high }: Interval): Interval {
  return { low: high === null ? null : 0 - high, high: low === null ? null : 0 - low };
}

/** As many times in percent: 2倍 is 200 %. */
function inPercent({ low, high }: Interval): Interval {
  return {
    low: low === null ? null : toNumber(shift(decimalOf(low), 2)),
    high: high === null ? null : toNumber(shift(decimalOf(high), 2)),
  };
}
