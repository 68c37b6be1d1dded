import type { Bound } from "@jianbao/model";
import { expect, test } from "vitest";
import { hedgedText } from "../src/reading.ts";
import { articles } from "./notation.ts";

function hedged(quote: string, text: string, bound: Bound, place?: number): string | null {
  const [observation] = articles("2024-01 甲 a.txt: cases.solved 2023 5万").observations;
  if (!observation?.quantity) throw new RangeError("no observation");
  const start = place ?? quote.indexOf(text);
  return hedgedText({
    ...observation,
    quantity: { ...observation.quantity, text, bound },
    source: { start, end: start + text.length, quote, quoteStart: 0, quoteEnd: quote.length },
  });
}

test.each<[string, string, Bound, string]>([
  ["共破获案件近5万起。", "5万起", "max", "近5万起"],
  ["涉案约300人左右。", "300人", "approx", "约300人左右"],
  ["挽回损失超过3亿元。", "3亿元", "min", "超过3亿元"],
  ["冻结资金3亿元以上。", "3亿元", "min", "3亿元以上"],
  ["冻结资金3亿余元。", "3亿余元", "min", "3亿余元"],
  ["最近5万起案件。", "5万起", "exact", "5万起"],
  ["最近5万余起案件。", "5万余起", "min", "5万余起"],
  ["损失不超过20元。", "20元", "max", "不超过20元"],
  ["句中没有它。", "20元", "max", "20元"],
])("prints the figure of %s with its hedge", (quote, text, bound, expected) => {
  expect(hedged(quote, text, bound, quote.includes(text) ? undefined : 0)).toBe(expected);
});

test("looks at the place of the figure where the sentence has it twice", () => {
  const quote = "甲市破案近5万起，后来又听说乙市也破案约5万起。";
  expect(hedged(quote, "5万起", "approx", quote.lastIndexOf("5万起"))).toBe("约5万起");
  expect(hedged(quote, "5万起", "max", quote.indexOf("5万起"))).toBe("近5万起");
});
