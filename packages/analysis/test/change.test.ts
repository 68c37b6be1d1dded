import type { Change } from "@jianbao/model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Value, computedChange, impliedLevel } from "../src/index.ts";
import { statedInterval } from "../src/change.ts";
import { quantityOf } from "./notation.ts";

function level(text: string, unit: Value["unit"] = "case"): Value {
  const quantity = quantityOf(text, unit);
  if (!quantity || quantity.value === null) throw new RangeError(text);
  const { value, bound, low, high } = quantity;
  return { value, unit, bound, low, high, text, observations: [`o-${text}`] };
}

function change(fields: Partial<Change>): Change {
  return {
    basis: "yoy",
    direction: "up",
    value: null,
    unit: "percent",
    bound: "exact",
    low: null,
    high: null,
    text: "",
    ...fields,
  };
}

describe("computedChange", () => {
  test.each([
    // The interval is [(low − high') / high', (high − low') / low'], ends rounded outward to two digits.
    ["46.4万", "43.7万", { direction: "down", value: 6, low: -6.03, high: -5.6, digits: 0 }],
    ["13.1万", "20万", { direction: "up", value: 53, low: 48.28, high: 57.09, digits: 0 }],
    ["1000", "1500", { direction: "up", value: 50, low: 50, high: 50, digits: 2 }],
    ["3000", "1000", { direction: "down", value: 66.67, low: -66.67, high: -66.66, digits: 2 }],
    ["20.000万", "20.010万", { direction: "up", value: 0.1, low: 0.04, high: 0.06, digits: 1 }],
    ["13.120万", "13.150万", { direction: "up", value: 0.2, low: 0.22, high: 0.24, digits: 1 }],
    ["13.1万", "13.1万", { direction: "flat", value: 0, low: -0.77, high: 0.77, digits: 0 }],
    ["12345", "12345", { direction: "flat", value: 0, low: 0, high: 0, digits: 2 }],
    ["37万余", "46.4万", { direction: "up", value: 25, low: 21.97, high: 25.55, digits: 0 }],
  ])("from %s to %s", (before, after, expected) => {
    expect(computedChange(level(after), level(before))).toMatchObject({ unit: "percent", ...expected });
  });

  test("is open where a figure is: 超 has no upper end here", () => {
    const open = { ...level("30万"), bound: "min" as const, high: null };
    expect(computedChange(open, level("20万"))).toMatchObject({ high: null, digits: 0 });
  });

  test("takes percentage points between percentages, never percent", () => {
    expect(computedChange(level("87.5", "percent"), level("80", "percent"))).toMatchObject({ unit: "pp", value: 7.5 });
  });

  test("says nothing against a base of 0 or between units", () => {
    expect(computedChange(level("5"), level("0"))).toBeNull();
    expect(computedChange(level("5", "person"), level("5", "case"))).toBeNull();
  });

  test("rests on both figures", () => {
    expect(computedChange(level("6"), level("5"))?.observations).toEqual(["o-6", "o-5"]);
  });

  test("has its value within its interval, whatever the figures", () => {
    const figure = fc.record({
      value: fc.integer({ min: 1, max: 10 ** 12 }),
      below: fc.nat(1000),
      above: fc.nat(1000),
    });
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [now, before] = [a, b].map(({ value, below, above }): Value => ({
          ...level("1"),
          value,
          low: Math.max(1, value - below),
          high: value + above,
        }));
        if (now === undefined || before === undefined) throw new RangeError("two figures");
        const computed = computedChange(now, before);
        if (computed === null || computed.low === null || computed.high === null) throw new RangeError("no change");
        const signed = computed.direction === "down" ? -computed.value : computed.value;
        const slack = 0.5 * 10 ** -computed.digits;
        expect(signed).toBeGreaterThanOrEqual(computed.low - slack - 0.01);
        expect(signed).toBeLessThanOrEqual(computed.high + slack + 0.01);
        // Printed digits never promise more than the interval gives.
        if (computed.digits > 0)
          expect(computed.high - computed.low).toBeLessThanOrEqual(10 ** -computed.digits + 0.021);
      }),
    );
  });
});

function numbers(fields: Partial<Change>): unknown {
  const stated = statedInterval(change(fields));
  if (stated === null) return null;
  const { low, high } = stated.range;
  return [stated.unit, low, high];
}

describe("statedInterval", () => {
  test.each<[string, Partial<Change>, unknown]>([
    ["同比上升52.7%", { value: 52.7 }, ["percent", 52.65, 52.75]],
    ["同比上升18%", { value: 18, low: 18, high: 18 }, ["percent", 17.5, 18.5]],
    ["同比下降3.1%", { direction: "down", value: 3.1 }, ["percent", -3.15, -3.05]],
    ["同比上升近52%", { value: 52, bound: "max", low: 51.5, high: 52 }, ["percent", 51.5, 52]],
    ["同比上升超七成", { value: 70, bound: "min" }, ["percent", 70, null]],
    ["同比下降近一半", { direction: "down", value: 50, bound: "max" }, ["percent", -50, 0]],
    ["增长2倍", { value: 2, unit: "times" }, ["percent", 150, 250]],
    ["翻一番", { value: 100 }, ["percent", 99.5, 100.5]],
    ["上升2.2个百分点", { value: 2.2, unit: "pp" }, ["pp", 2.15, 2.25]],
    ["同比持平", { direction: "flat", value: 0 }, ["percent", -0.5, 0.5]],
    ["减少2倍", { direction: "down", value: 2, unit: "times" }, null],
    ["明显下降", { direction: "down", unit: null }, null],
    ["占三成", { basis: "share", direction: null, value: 30 }, null],
  ])("reads %s", (_, fields, expected) => {
    expect(numbers(fields)).toEqual(expected);
  });
});

describe("impliedLevel", () => {
  test("rounds last year's level to what its range supports", () => {
    const implied = impliedLevel(level("3.4万余"), change({ value: 52 }));
    // 34,000/1.525 to 35,000/1.515 is 22,295 to 23,103: hundreds are all that can be said.
    expect(implied).toMatchObject({ value: 22_400, bound: "approx", low: 22_295, high: 23_103, text: null });
  });

  test("takes more digits where fewer would leave the range", () => {
    const implied = impliedLevel(level("3.4万余"), change({ value: 52, bound: "max", low: 46.8, high: 52 }));
    expect(implied).toMatchObject({ value: 22_400, low: 22_368, high: 23_842 });
  });

  test.each<[string, Partial<Change>, number]>([
    ["200", { value: 100, low: 100, high: 100 }, 100],
    ["150", { direction: "down", value: 50, low: 50, high: 50 }, 300],
    ["300", { value: 2, unit: "times", low: 2, high: 2 }, 100],
    ["300", { direction: "flat", value: 0, low: 0, high: 0 }, 300],
  ])("finds the level before %s", (text, fields, expected) => {
    expect(impliedLevel(level(text), change(fields))?.value).toBe(expected);
  });

  test("says nothing where the change is in words, is not a ratio, or takes all away", () => {
    expect(impliedLevel(level("100"), change({ value: null }))).toBeNull();
    expect(impliedLevel(level("100"), change({ value: 3, unit: "pp" }))).toBeNull();
    expect(impliedLevel(level("87", "percent"), change({ value: 3 }))).toBeNull();
    expect(impliedLevel(level("100"), change({ direction: "down", value: 100 }))).toBeNull();
  });

  test("takes points from percentages", () => {
    const implied = impliedLevel(level("87.5", "percent"), change({ value: 2.5, unit: "pp" }));
    expect(implied?.value).toBe(85);
  });

  test("agrees with the change computed back from it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10 ** 9 }), fc.integer({ min: -90, max: 400 }), (value, percent) => {
        const stated = change({ direction: percent < 0 ? "down" : "up", value: Math.abs(percent) });
        const now = { ...level("1"), value, low: value, high: value };
        const implied = impliedLevel(now, stated);
        const range = statedInterval(stated)?.range;
        const low = range?.low ?? Number.NaN;
        const high = range?.high ?? Number.NaN;
        if (implied === null) throw new RangeError("no level");
        const back = computedChange(now, { ...implied, observations: [] });
        expect(back?.low).toBeLessThanOrEqual(high);
        expect(back?.high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});
