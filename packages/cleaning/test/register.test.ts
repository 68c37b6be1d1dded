import { expect, test } from "vitest";
import { registerOf } from "../src/article/register.ts";
import { blocksOf } from "./planting.ts";
import { articles, paragraphs } from "./texts.ts";

const linesOf = (file: string): string[] => blocksOf(file).flatMap(({ lines }) => lines);

test.each([
  "鼓手架子鼓一对一，试课免费，学不会退钱",
  "竹编凉席厂家直发，一米五两百，送枕片",
  "信鸽饲料每袋九十，买五袋送一袋，全国发货",
  "想学裁缝的姐妹看过来，包教会，名额六个",
  "潜水证快班，零基础可报，三天拿证，拍照免费",
])("hears an offer in a trade that it was not fitted on: %s", (text) => {
  expect(registerOf(text)).toBeGreaterThan(0);
});

test.each([
  "“日赚三百，足不出户”，传单上就这么写着",
  "鼓楼修好了，三层，一百零八级台阶",
  "席子凉，蝉声长，奶奶摇着蒲扇讲从前",
  "六十岁以上老人凭身份证免费游园",
  "修鞋匠一天修三十双，收入两百元",
  "买假药退钱难，老人跑了四趟",
])("hears what is told in it: %s", (text) => {
  expect(registerOf(text)).toBeLessThan(-0.5);
});

test("hears most offers, and hardly a line of articles", () => {
  const offers = linesOf("offers.json");
  expect(offers.filter((text) => registerOf(text) > 0).length / offers.length).toBeGreaterThan(0.75);
  const told = linesOf("told.json");
  expect(told.filter((text) => registerOf(text) > 0).length / told.length).toBeLessThan(0.06);
  const own = [...articles(), ...paragraphs()].flatMap(({ text }) => text.split("\n"));
  expect(own.filter((text) => registerOf(text) > 0)).toEqual([]);
});
