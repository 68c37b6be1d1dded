import { expect, test } from "vitest";
import { readQuantity } from "../src/index.ts";

test.each([
  ["13.1万起", { value: 131_000, unit: "case", unitText: "起", bound: "exact", low: 130_500, high: 131_500 }],
  ["近4万人", { value: 40_000, unit: "person", bound: "max", high: 40_000 }],
  ["103亿余元", { value: 10_300_000_000, unit: "CNY", bound: "min", low: 10_300_000_000 }],
  ["46.8%", { value: 46.8, unit: "percent", bound: "exact" }],
  ["385", { value: 385, unit: "other", unitText: "", low: 385, high: 385 }],
] as const)("reads %s whole, with its hedge and what it can mean", (text, quantity) => {
  expect(readQuantity(text)).toMatchObject({ text, ...quantity });
});

test.each(["", "起", "破获385起", "385起，抓获12人", "12 or 13"])("takes %j for no figure", (text) => {
  expect(readQuantity(text)).toBeNull();
});
