import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computedSizeOf } from "../../src/wording/computed.ts";
import { englishFigure, englishNumber } from "../../src/wording/english-number.ts";
import { chineseNumeral, hedgeOf, hedged, scaleOf, scaled, supported } from "../../src/wording/number.ts";

const words = { between: "至", above: "以上", percent: "%", pp: "个百分点", about: "约" };

describe("numbers for reading", () => {
  test("chooses 万 or 亿 and never a false digit", () => {
    expect(scaled(437_000, scaleOf(437_000), 2)).toBe("43.7");
    expect(scaleOf(437_000).word).toBe("万");
    expect(scaleOf(9_999).word).toBe("");
    expect(scaleOf(1e8).word).toBe("亿");
  });

  test.each([
    [436_500, 437_500, "43.65万至43.75万", true],
    [124_000_000, 126_000_000, "1.24亿至1.26亿", true],
    [437_000, 437_000, "43.7万", false],
    [134_000, 136_000, "13.4万至13.6万", true],
    [9.95e9, 10.05e9, "99.5亿至100.5亿", true],
    [316, 316, "316", false],
    [12_345, 18_765, "1.2万至1.9万", true],
  ])("writes %d to %d as %s", (low, high, text, range) => {
    expect(supported(low, high)).toEqual({ text, range });
  });

  test("rounds a range outward: what is written holds what was computed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e8 }), (low, width) => {
        const written = supported(low, low + width);
        if (!written?.range) return;
        const [from = 0, to = 0] = written.text.split("至").map(valueOf);
        expect(from).toBeLessThanOrEqual(low);
        expect(to).toBeGreaterThanOrEqual(low + width);
      }),
    );
  });

  test("leaves no hedge out", () => {
    const defaults = { min: "逾", max: "近", approx: "约" };
    expect(hedged("1500余名", "min", defaults)).toBe("1500余名");
    expect(hedged("52亿元", "max", defaults)).toBe("近52亿元");
    expect(hedged("43.7万起", "exact", defaults)).toBe("43.7万起");
    expect(hedgeOf("同比上升近52%")).toBe("近");
    expect(hedgeOf("降幅超过七成")).toBe("超过");
    expect(hedgeOf("同比上升52%")).toBeNull();
  });

  test.each([
    ["down", 6, -6.03, -5.61, 0, "6%"],
    ["up", 53, 52.2, 53.9, 0, "约53%"],
    ["up", 16, 14.1, 18, 0, "14%至18%"],
    ["up", 1, -2.4, 3.1, 0, "−3%至+4%"],
    ["up", 15, 14.6, null, 0, "14%以上"],
    ["down", 15, null, -14.6, 0, "14%以上"],
    ["down", 15, -15.4, null, 0, "约15%"],
    // Statistical offices publish one digit after the point.
    ["up", 56.25, 56.25, 56.25, 2, "56.3%"],
    ["up", 6.88, 6.87, 6.88, 2, "6.9%"],
  ] as const)("writes a computed change %s %d within %s and %s as %s", (direction, value, low, high, digits, text) => {
    expect(computedSizeOf({ direction, value, unit: "percent", low, high, digits, observations: [] }, words)).toBe(
      text,
    );
  });

  test("writes Chinese numerals and English figures", () => {
    expect([1, 10, 11, 20, 35].map(chineseNumeral)).toEqual(["一", "十", "十一", "二十", "三十五"]);
    expect([437_000, 2_750_000_000, 13_890_000, 12.5, 1_234_567].map((size) => englishNumber(size))).toEqual([
      "437,000",
      "2.75 billion",
      "13.89 million",
      "12.5",
      "1,234,567",
    ]);
    const base = { unit: "CNY" as const, low: 1e9, high: 2e9, observations: [], text: "十亿余元" };
    expect(englishFigure({ ...base, value: 1e9, bound: "min" })).toBe("more than 1 billion yuan");
    expect(englishFigure({ ...base, value: 1e9, bound: "range" })).toBe("1 billion to 2 billion yuan");
    expect(englishFigure({ ...base, value: 1.5e9, bound: "approx", text: null })).toBe("1 billion to 2 billion yuan");
  });
});

/** 13.4万 → 134000, beyond what a float loses. */
function valueOf(text: string): number {
  const scale = text.endsWith("亿") ? 1e8 : text.endsWith("万") ? 1e4 : 1;
  return Math.round(Number(text.replace(/[万亿]/u, "")) * scale * 1000) / 1000;
}
