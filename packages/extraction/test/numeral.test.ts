import { toNumber } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { readNumeral } from "../src/numeral.ts";

function valueOf(text: string): number | null {
  const read = readNumeral(text, 0);
  return read === null || read.end !== text.length || read.value === null ? null : toNumber(read.value);
}

describe("numbers in Chinese digits", () => {
  test.each([
    ["三百二十一", 321],
    ["四亿五千六百四十二万零一十五", 456_420_015],
    ["四十五亿四千零四万", 4_540_040_000],
    ["一万二千亿", 1_200_000_000_000],
    ["五兆零六亿", 5_000_600_000_000],
    ["两千四百五", 2450],
    ["一万三", 13_000],
    ["一千零五", 1005],
    ["九十二万四", 924_000],
    ["三点五", 3.5],
    ["5千零20万", 50_200_000],
    ["三点五万", 35_000],
    ["零点七八亿", 78_000_000],
    ["兩萬三千", 23_000],
    ["叁佰贰拾万", 3_200_000],
    ["十几万", 100_000],
    ["廿四", 24],
    ["一百卅", 130],
    ["卅一", 31],
  ])("%s", (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  test.each([
    ["三五百", 300, 500],
    ["两三千万", 20_000_000, 30_000_000],
    ["七八十", 70, 80],
  ])("%s is a range", (text, low, high) => {
    const read = readNumeral(text, 0);
    expect([
      toNumber(read?.value ?? { digits: 0n, scale: 0 }),
      toNumber(read?.upper ?? { digits: 0n, scale: 0 }),
    ]).toEqual([low, high]);
  });

  test.each([
    ["三分之一", 33.3],
    ["四分之三", 75],
    ["百分之五点七", 5.7],
    ["千分之五", 0.5],
    ["万分之三", 0.03],
    ["十六分之五", 31.25],
    ["三千三分之七", 0.212],
  ])("%s is a share in percent", (text, value) => {
    expect(readNumeral(text, 0)?.percent).toBe(true);
    expect(valueOf(text)).toBe(value);
  });

  test.each([
    ["12 345起", 12_345],
    ["1 234 567元", 1_234_567],
    ["3\u2009120.5万元", 31_205_000],
    ["27 208余人", 27_208],
  ])("%s stands in groups of three digits", (text, value) => {
    expect(toNumber(readNumeral(text, 0)?.value ?? { digits: 0n, scale: 0 })).toBe(value);
  });

  test.each(["12 2023年", "5 1200人", "3 120 起", "0 120人"])("%s is no number of several groups", (text) => {
    expect(readNumeral(text, 0)?.end).toBe(text.indexOf(" "));
  });

  test.each(["十足", "陆家嘴", "伍某", "万名民警", "亿万群众"])("%s begins with none", (text) => {
    expect(readNumeral(text, 0)).toBeNull();
  });

  test.each(["九点五十分", "三点看法", "两点半"])("%s has no decimals", (text) => {
    expect(readNumeral(text, 0)?.end).toBe(1);
  });
});
