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
