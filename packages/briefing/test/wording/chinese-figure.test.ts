import type { Value } from "@jianbao/analysis";
import type { Bound } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { chineseFigure, commonScale } from "../../src/wording/chinese-figure.ts";
import { englishFigure, englishScale } from "../../src/wording/english-number.ts";

function value(text: string, size: number, bound: Bound = "exact"): Value {
  return { value: size, unit: "case", bound, low: size, high: size, text, observations: [] };
}

function inMoney(text: string, size: number, unit: "TWD" | "HKD" | "CNY"): string {
  return chineseFigure({ ...value(text, size), unit }, "元");
}

describe("a figure", () => {
  test.each([
    ["21450", 214_500_000, "元", "21450万元"],
    ["2367", 2367, "起", "2367起"],
    ["3.2", 320_000_000, "元", "3.2亿元"],
    ["5", 5000, "起", "5000起"],
    ["38.5%", 38.5, "%", "38.5%"],
    ["1,234起", 1234, "起", "1234起"],
  ])("of a table gains the unit of its head: %s, %d of %s, is %s", (text, size, unit, written) => {
    expect(chineseFigure(value(text, size), unit)).toBe(written);
  });

  test.each([
    ["1万6230件", 16_230, "exact", "1.623万件"],
    ["118亿6千万元", 11_860_000_000, "exact", "118.6亿元"],
    ["9万9千余人次", 99_000, "min", "9.9万余人次"],
    ["近4亿8千万元", 480_000_000, "max", "近4.8亿元"],
  ] as const)("spelled in several scales is written in one: %s, %d, %s, is %s", (text, size, bound, written) => {
    expect(chineseFigure(value(text, size, bound), "")).toBe(written);
  });

  test.each([
    ["3180余亿元", 3.18e11, "min"],
    ["103亿余元", 1.03e10, "min"],
    ["近7万张", 70_000, "max"],
    ["几十起", 20, "range"],
    ["三万余宗", 30_000, "min"],
    ["3千起", 3000, "exact"],
    ["50微克/立方米", 50, "exact"],
  ] as const)("of one scale stands as its article has it: %s", (text, size, bound) => {
    expect(chineseFigure(value(text, size, bound), "起")).toBe(text);
  });

  test("of another money than yuan names it", () => {
    expect(inMoney("118亿6千万元", 11_860_000_000, "TWD")).toBe("新台币118.6亿元");
    expect(inMoney("3.2亿元", 320_000_000, "HKD")).toBe("3.2亿港元");
    expect(inMoney("6亿港元", 600_000_000, "HKD")).toBe("6亿港元");
    expect(inMoney("3.2亿元", 320_000_000, "CNY")).toBe("3.2亿元");
  });

  test("keeps its hedge, and gains it back where the text lost it", () => {
    expect(chineseFigure(value("52亿元", 5.2e9, "max"), "元")).toBe("近52亿元");
    expect(chineseFigure(value("21450", 214_500_000, "min"), "元")).toBe("逾21450万元");
  });

  test("is moved to the scale of a greater one beside it, where it can be read so, every digit and hedge kept", () => {
    const scale = commonScale([value("2.21万起", 22_100), value("14326起", 14_326)]);
    expect(scale.word).toBe("万");
    expect(chineseFigure(value("14326起", 14_326), "起", scale)).toBe("1.4326万起");
    expect(chineseFigure(value("2600余场次", 2600, "min"), "场次", scale)).toBe("0.26万余场次");
    expect(chineseFigure(value("近9800起", 9800, "max"), "起", scale)).toBe("近0.98万起");
    expect(chineseFigure(value("320起", 320), "起", scale)).toBe("320起");
    expect(chineseFigure(value("3千起", 3000), "起", scale)).toBe("3千起");
    expect(chineseFigure(value("3.1亿元", 3.1e8), "元", scale)).toBe("3.1亿元");
  });

  test("in English shares a scale with those beside it as well", () => {
    const billions = englishScale([value("23亿次", 2_300_000_000), value("980万次", 9_800_000)]);
    expect(englishFigure(value("4.58亿次", 458_000_000), billions)).toBe("0.458 billion");
    expect(englishFigure(value("980万次", 9_800_000), billions)).toBe("9.8 million");
    const millions = englishScale([value("210万", 2_100_000)]);
    expect(englishFigure(value("98万", 980_000), millions)).toBe("0.98 million");
    expect(englishFigure(value("4286起", 4286), millions)).toBe("4,286");
    expect(englishFigure(value("836.4万个", 8_364_000))).toBe("8.364 million");
  });
});
