import { expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, pack } from "./notation.ts";

test("is less sure of the figures of a sentence that cleaning doubts, and of no other", () => {
  const text = "2023年，全省破获电信网络诈骗案件1.2万起。抓获犯罪嫌疑人8600名。";
  const article = articleOf(text, { published: "2024-01-10", area: "CN-JX" });
  const doubted = { start: text.indexOf("抓获"), end: text.length };
  const doubts = [
    { cleanSpan: doubted, rule: "cleaning/related-news", reason: "may be another article's", score: 0.5 },
  ];
  const sure = extract(article, pack).observations;
  const less = extract({ ...article, doubts }, pack).observations;
  expect(less.map((one) => one.confidence)).toEqual([
    sure[0]?.confidence,
    Math.round((sure[1]?.confidence ?? 0) * 50) / 100,
  ]);
});

function surenessOf(text: string): number {
  return extract(articleOf(text, { published: "2024-01-10", area: "CN-JX" }), pack).observations[0]?.confidence ?? 1;
}

test.each([
  ["2023年，全省电信网络诈骗发案同比下降04%。", "2023年，全省电信网络诈骗发案同比下降0.4%。"],
  ["2023年，全省共立案012起。", "2023年，全省共立案112起。"],
  ["2023年，全省共立案1,02万起。", "2023年，全省共立案1.02万起。"],
])("doubts a number that a digit or its point went from: %s", (broken, whole) => {
  expect(surenessOf(broken)).toBeLessThan(0.3);
  expect(surenessOf(whole)).toBeGreaterThan(0.6);
});

test("is surer of what its sentence says than of what is carried, shared out or told of one case", () => {
  const text =
    "2023年，全省破获电信网络诈骗案件1.2万起，抓获犯罪嫌疑人8600名。两级法院分别审结480件、520件。警方抓获李某等3人。";
  const [solved, captured, ...rest] = extract(
    articleOf(text, { published: "2024-01-10", area: "CN-JX" }),
    pack,
  ).observations.map((one) => one.confidence);
  expect(solved).toBeGreaterThan(0.9);
  expect(captured).toBeGreaterThan(0.9);
  for (const one of rest) expect(one).toBeLessThan(solved ?? 0);
});
