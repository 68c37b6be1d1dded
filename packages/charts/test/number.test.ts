import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tickText, ticksOf } from "../src/number.ts";

describe("tick texts", () => {
  it.each([
    [0, "起", "0"],
    [5000, "起", "5000"],
    [450_000, "起", "45万"],
    [120_000_000, "元", "1.2亿"],
    [-30_000, "人", "−3万"],
    [20_000, "万起", "20,000"],
    [0.25, "万起", "0.25"],
    [1_000_000_000_000, "元", "10,000亿"],
  ])("write %d %s as %s", (value, unit, text) => {
    expect(tickText(value, unit)).toBe(text);
  });

  it("are traditional where the briefing is", () => {
    expect(tickText(450_000, "起", "zh-Hant-TW")).toBe("45萬");
  });
});

describe("ticks", () => {
  it.each([
    [0, 46.4, [0, 20, 40, 60]],
    [0, 1, [0, 0.5, 1]],
    [-3, 9, [-5, 0, 5, 10]],
  ])("from %d to %d are %j", (low, high, ticks) => {
    expect(ticksOf(low, high, 4)).toEqual(ticks);
  });

  it("span the range, evenly, and not too many", () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-3 && high - low > Math.abs(high) * 1e-6);
        const ticks = ticksOf(low, high, 4);
        const slack = (high - low) * 1e-6;
        expect(ticks[0]).toBeLessThanOrEqual(low + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
