import { SourceMap } from "@jianbao/model";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, extract } from "../src/index.ts";
import { articleOf, pack } from "./notation.ts";

describe("an observation", () => {
  const text = "2021年，全省公安机关共破获电信网络诈骗案件1.3万起。";
  const article = articleOf(text, { published: "2022-01-10", area: "CN-ZJ" });

  test("points into the source text through the article's map", () => {
    // Ten characters of page furniture stand before the article, three glosses inside its figure.
    const moved = { ...article, map: SourceMap.parse(`10:0 ${text.length - 3} 3:0 3`) };
    const [plain] = extract(article, pack).observations;
    const [observation] = extract(moved, pack).observations;
    expect(observation?.source.start).toBe((plain?.source.start ?? 0) + 10);
    expect(observation?.source.end).toBe((plain?.source.end ?? 0) + 13);
    expect(observation?.source.quote).toBe(text);
    expect(observation?.source.quoteStart).toBe(10);
  });

  test("keeps its id for the same text, and changes it with the place", () => {
    expect(ids(text)).toEqual(ids(text));
    expect(ids(text)[0]).toMatch(/^o-[0-9a-f]{12}$/u);
    const twice = ids(`${text}${text}`);
    expect(new Set(twice).size).toBe(2);
  });

  test("names the page or paragraph of its figure where the source has such", () => {
    const places = [{ start: 0, end: text.length, page: 3, paragraph: 7 }];
    expect(extract({ ...article, places }, pack).observations[0]?.source).toMatchObject({ page: 3, paragraph: 7 });
  });

  test("says what is counted in the words of the text", () => {
    expect(extract(article, pack).observations[0]?.measure).toBe("破获电信网络诈骗案件");
  });

  test("has a diagnostic in place of a date where none is known", () => {
    const { diagnostics } = extract(articleOf("今年以来，全国破获电诈案件30起。"), pack);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["extraction/no-publication-date"]);
  });

  test("has a diagnostic, and doubts figures, where nothing tells of a place", () => {
    const published = { published: "2024-01-10" };
    const { diagnostics, observations } = extract(articleOf("2023年，全县破获电诈案件30起。", published), pack);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["extraction/no-area"]);
    const placed = extract(articleOf("2023年，全国破获电诈案件30起。", published), pack);
    expect(placed.diagnostics).toEqual([]);
    expect(observations[0]?.confidence).toBeLessThan(0.6);
    expect(placed.observations[0]?.confidence).toBeGreaterThan(0.6);
  });
});

describe("explain", () => {
  test("names the words that a reading rests on and why a figure was left out", () => {
    const text = "2021年，全省要抓好4个方面的工作，共破获电诈案件30起。";
    const article = articleOf(text, { published: "2022-01-10", area: "CN-ZJ" });
    const [{ id } = { id: "" }] = extract(article, pack).observations;
    expect(explain(article, pack)).toMatchObject([
      { text: "4个", id: null, reason: "organises the text" },
      { text: "30起", id, verb: "破获", noun: "案件", period: "stated", reason: null },
    ]);
  });
});

describe("a text of shuffled words", () => {
  const words =
    "今年以来 2021年 1至7月 截至 全省 全国 公安机关 破获 电信网络诈骗案件 抓获 嫌疑人 1.3万起 56名 同比 分别 上升 下降 15.3% 、 ， 。 ； 其中 由 至 余 近 超 《 》 （ ） “ ” 某 \n 数千万元 7 , 占 倍 连续 5个月 王某 境外 柬埔寨".split(
      " ",
    );

  test("yields observations in order, each with its figure inside its quote and its own id", () => {
    assert(
      property(array(constantFrom(...words), { maxLength: 60 }), (shuffled) => {
        const text = shuffled.join("");
        const { observations } = extract(articleOf(text, { published: "2022-08-15", area: "CN-ZJ" }), pack);
        expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length);
        for (const { source, quantity, change, confidence } of observations) {
          expect(text.slice(source.quoteStart, source.quoteEnd)).toBe(source.quote);
          expect(source.start >= source.quoteStart && source.end <= source.quoteEnd).toBe(true);
          expect(quantity?.value !== null || change.length > 0 || quantity.bound === "approx").toBe(true);
          expect(confidence > 0 && confidence < 1).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a strange text", () => {
  test.each([
    "",
    "\n\n",
    "。。。",
    "同比上升",
    "1",
    "13.1万",
    "一二三四五六七八九十",
    "截至",
    "（（（",
    "分之",
    "百分之",
    "年月日",
    "以来",
    "《《3起",
  ])("%j never throws", (text) => {
    expect(() => extract(articleOf(text, { published: "2022-01" }), pack)).not.toThrow();
  });
});

function ids(given: string): string[] {
  return extract(articleOf(given, { published: "2022-01-10" }), pack).observations.map(({ id }) => id);
}
