import type { Change } from "@jianbao/model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Value, computedChange, impliedLevel } from "../src/index.ts";
import { shareInterval } from "../src/change.ts";
import { type Interval, differenceOf, hull, intersect, intersection, intervalOf, sumOf } from "../src/interval.ts";

/**
 * Interval arithmetic against brute force: every true value that the figures may stand for is tried, or a grid of them
 * with both ends. A result's interval must hold all that come out, and be no wider than its rounding makes it.
 */
interface Case {
  readonly value: Value;
  readonly truths: readonly number[];
}

/** Levels as articles print them: exact, rounded, 余, 近 and 约, of any size. */
const level: fc.Arbitrary<Case> = fc
  .record({
    digits: fc.integer({ min: 1, max: 9999 }),
    zeros: fc.integer({ min: 0, max: 7 }),
    kind: fc.constantFrom("exact", "rounded", "min", "max", "approx"),
  })
  .map(({ digits, zeros, kind }) => {
    const step = 10 ** zeros;
    const value = digits * step;
    const [low, high] = {
      exact: [value, value],
      rounded: zeros === 0 ? [value, value] : [value - step / 2, value + step / 2],
      min: [value, value + step],
      max: [Math.max(1, value - step), value],
      approx: [Math.ceil(value * 0.9), Math.floor(value * 1.1)],
    }[kind] as [number, number];
    const bound = kind === "rounded" || kind === "exact" ? "exact" : (kind as Value["bound"]);
    return {
      value: { value, unit: "case", bound, low, high, text: null, observations: [] },
      truths: truthsIn(low, high),
    };
  });

/** Whole numbers of a range: all where they are few, else a grid with both ends. */
function truthsIn(low: number, high: number): number[] {
  const count = Math.min(12, high - low + 1);
  if (count <= 1) return [low];
  return Array.from({ length: count }, (_, i) => low + Math.round(((high - low) * i) / (count - 1)));
}

function allOf(a: Case, b: Case, combine: (x: number, y: number) => number): { least: number; most: number } {
  const results = a.truths.flatMap((x) => b.truths.map((y) => combine(x, y)));
  return { least: Math.min(...results), most: Math.max(...results) };
}

function expectHolds({ low, high }: Interval, { least, most }: { least: number; most: number }, slack: number): void {
  if (low === null || high === null) throw new RangeError("an open interval of closed figures");
  const epsilon = 1e-9 * Math.max(1, Math.abs(least), Math.abs(most));
  expect(low).toBeLessThanOrEqual(least + epsilon);
  expect(high).toBeGreaterThanOrEqual(most - epsilon);
  expect(low).toBeGreaterThanOrEqual(least - slack - epsilon);
  expect(high).toBeLessThanOrEqual(most + slack + epsilon);
}

describe("an interval holds all that its figures can mean, and no more:", () => {
  test("sums", () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const sum = sumOf(intervalOf(a.value), intervalOf(b.value));
        expectHolds(
          sum,
          allOf(a, b, (x, y) => x + y),
          0,
        );
      }),
    );
  });

  test("differences", () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const difference = differenceOf(intervalOf(a.value), intervalOf(b.value));
        expectHolds(
          difference,
          allOf(a, b, (x, y) => x - y),
          0,
        );
      }),
    );
  });

  test("changes in percent, rounded outward to two digits", () => {
    fc.assert(
      fc.property(level, level, (now, before) => {
        const computed = computedChange(now.value, before.value);
        if (computed === null) throw new RangeError("no change");
        expectHolds(
          computed,
          allOf(now, before, (x, y) => ((x - y) / y) * 100),
          0.01,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("changes in percentage points", () => {
    const rate = fc.integer({ min: 1, max: 1000 }).map((tenths): Case => {
      const value = tenths / 10;
      const [low, high] = [(tenths - 0.5) / 10, (tenths + 0.5) / 10];
      return {
        value: { value, unit: "percent", bound: "exact", low, high, text: null, observations: [] },
        truths: [low, value, high],
      };
    });
    fc.assert(
      fc.property(rate, rate, (now, before) => {
        const computed = computedChange(now.value, before.value);
        if (computed === null) throw new RangeError("no change");
        expect(computed.unit).toBe("pp");
        expectHolds(
          computed,
          allOf(now, before, (x, y) => x - y),
          0.01,
        );
      }),
    );
  });

  test("shares, rounded outward to two digits", () => {
    fc.assert(
      fc.property(level, level, (part, whole) => {
        const share = shareInterval(intervalOf(part.value), intervalOf(whole.value));
        expectHolds(
          share,
          allOf(part, whole, (x, y) => (x / y) * 100),
          0.01,
        );
      }),
    );
  });

  test("levels a year before that a level and its stated change imply, rounded outward to one", () => {
    const stated = fc.record({
      tenths: fc.integer({ min: 1, max: 3000 }),
      up: fc.boolean(),
      bound: fc.constantFrom("exact", "min", "max" as const),
    });
    fc.assert(
      fc.property(level, stated, (now, { tenths, up, bound }) => {
        const value = up ? tenths / 10 : Math.min(tenths, 950) / 10;
        // 95% is 94.5 to 95.5, 95.2% is 95.15 to 95.25.
        const half = Number.isInteger(value) ? 0.5 : 0.05;
        const [low, high] = {
          exact: [value - half, value + half],
          min: [value, value + 1],
          max: [Math.max(0, value - 1), value],
        }[bound] as [number, number];
        const direction = up ? "up" : "down";
        const change: Change = { basis: "yoy", direction, value, unit: "percent", bound, low, high, text: "" };
        const implied = impliedLevel(now.value, change);
        if (implied === null) throw new RangeError("nothing implied");
        const sizes = [low, (low + high) / 2, high].map((size) => (up ? size : -size));
        const truths = now.truths.flatMap((x) => sizes.map((size) => x / (1 + size / 100)));
        expectHolds(implied, { least: Math.min(...truths), most: Math.max(...truths) }, 1);
        expect(implied.value).toBeGreaterThanOrEqual((implied.low ?? 0) - 1e-9);
        expect(implied.value).toBeLessThanOrEqual((implied.high ?? Infinity) + 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});

test("is open where one of the figures is, on the side that it leaves open", () => {
  const open: Interval = { low: 5, high: null };
  const closed: Interval = { low: 1, high: 2 };
  expect(sumOf(open, closed)).toEqual({ low: 6, high: null });
  expect(differenceOf(open, closed)).toEqual({ low: 3, high: null });
  expect(differenceOf(closed, open)).toEqual({ low: null, high: -3 });
  expect(shareInterval(closed, open)).toEqual({ low: null, high: 40 });
  expect(shareInterval(closed, { low: 0, high: 4 })).toEqual({ low: 25, high: null });
});

function isIn(x: number, { low, high }: Interval): boolean {
  return (low === null || low <= x) && (high === null || x <= high);
}

test("finds that two intervals meet where some number is in both, and only then", () => {
  const end = fc.option(fc.integer({ min: 0, max: 12 }));
  const interval = fc
    .tuple(end, end)
    .filter(([low, high]) => low === null || high === null || low <= high)
    .map(([low, high]): Interval => ({ low, high }));
  const numbers = Array.from({ length: 15 }, (_, i) => i - 1);
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const both = numbers.filter((x) => isIn(x, a) && isIn(x, b));
      expect(intersect(a, b)).toBe(both.length > 0);
      if (both.length > 0) expect(numbers.filter((x) => isIn(x, intersection(a, b)))).toEqual(both);
    }),
  );
});

test("spans what some intervals hold, and is open where one of them is", () => {
  expect(
    hull([
      { low: 1, high: 2 },
      { low: 5, high: 9 },
    ]),
  ).toEqual({ low: 1, high: 9 });
  expect(
    hull([
      { low: 1, high: null },
      { low: null, high: 9 },
    ]),
  ).toEqual({ low: null, high: null });
  expect(hull([])).toEqual({ low: null, high: null });
});

test("prints no digit of a change that two true values of its figures would not share", () => {
  fc.assert(
    fc.property(level, level, (now, before) => {
      const computed = computedChange(now.value, before.value);
      if (computed === null) throw new RangeError("no change");
      const { least, most } = allOf(now, before, (x, y) => ((x - y) / y) * 100);
      const unit = 10 ** -computed.digits;
      // At one digit and more, all that the figures can mean is within one unit of the last digit printed.
      if (computed.digits === 0) return;
      const signed = computed.direction === "down" ? -computed.value : computed.value;
      expect(most - least).toBeLessThanOrEqual(unit + 1e-9);
      expect(Math.abs(most - signed)).toBeLessThanOrEqual(unit * 1.5 + 1e-9);
      expect(Math.abs(least - signed)).toBeLessThanOrEqual(unit * 1.5 + 1e-9);
    }),
    { numRuns: 2000 },
  );
});
