import { documentFromJson, documentToJson, textOf, validate, walk } from "@jianbao/document";
import { type CleanArticle, type Observation, SourceMap, type SourceText } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { evidencePage } from "../src/index.ts";
import { quoteOf } from "../src/view/evidence.ts";
import { dumpOf } from "./dump.ts";
import { fullAnalysis, options } from "./fixture.ts";

//                 0123456789…: an advertisement, a doubled character, a control character, two lines
const sourceText = "点击订阅\n全国国破获案件13.1万起，\u0007抓获7.3万名。\n第二段。";
const clean = "全国破获案件13.1万起，抓获7.3万名。\n第二段。";
const source: SourceText = {
  document: "a.txt",
  format: "text",
  text: sourceText,
  encoding: "gb18030",
  places: [],
  sha256: "00ff",
};
const found = <T>(value: T) => ({ value, by: "text" as const, evidence: "", confidence: 1 });
const article: CleanArticle = {
  document: "a.txt",
  part: 1,
  text: clean,
  map: SourceMap.parse("5:0 2 1:0 11 1:0 13"),
  metadata: {
    title: found("公安部通报工作情况"),
    publisher: found("某报"),
    byline: null,
    published: found("2019-03"),
    url: null,
    area: null,
    script: "hans",
  },
  removals: [
    { span: { start: 0, end: 4 }, rule: "cleaning/advertisement", reason: "订阅广告", score: 0.9 },
    { span: { start: 19, end: 20 }, rule: "cleaning/control", reason: "控制字符", score: 1 },
  ],
  repairs: [{ span: { start: 7, end: 8 }, rule: "cleaning/doubled", before: "国", after: "" }],
  headings: [],
  doubts: [],
  places: [],
};

function observation(id: string, text: string): Observation {
  const start = sourceText.indexOf(text);
  const template = Object.values(fullAnalysis().observations)[0];
  if (!template) throw new Error("no observation");
  return {
    ...template,
    id,
    quantity: { text, value: 1, unit: "case", unitText: "", bound: "exact", low: 1, high: 1 },
    source: {
      start,
      end: start + text.length,
      quote: "全国破获案件13.1万起，抓获7.3万名。",
      quoteStart: 5,
      quoteEnd: 30,
    },
  };
}

const observations = [observation("o-1", "13.1万起"), observation("o-2", "7.3万名")];

describe("evidencePage", () => {
  test("shows the article as cleaned and as it arrived, every change marked and listed", async () => {
    expect(article.map.sourceLength).toBe(sourceText.length);
    expect(article.map.cleanLength).toBe(clean.length);
    const page = evidencePage(source, article, observations, { "o-1": "../briefing.html#p-o-1" });
    await expect(dumpOf(page)).toMatchFileSnapshot("reference/evidence-page.txt");
    expect(validate(page, options().theme)).toEqual([]);
    expect(documentFromJson(documentToJson(page)).document).toEqual(page);
  });

  test("marks each figure's own characters and leads to where it is printed", () => {
    const page = evidencePage(source, article, observations, { "o-1": "../briefing.html#p-o-1" });
    const figures: string[] = [];
    walk(page, (node, ancestors) => {
      if (node.type !== "data") return;
      const link = ancestors.at(-1);
      figures.push(`${node.id} ${textOf(node.children)} ${link?.type === "link" ? link.href : "-"}`);
    });
    expect(figures).toEqual(["o-1 13.1万起 ../briefing.html#p-o-1", "o-2 7.3万名 -"]);
  });

  test("loses no character of either text", () => {
    const page = evidencePage(source, article, observations, {});
    const texts: Record<string, string> = { clean: "", source: "" };
    walk(page, (node, ancestors) => {
      const section = ancestors.find((one) => one.type === "section");
      if (node.type === "superscript" || node.type === "heading") return false;
      if (node.type === "text" && section?.type === "section") texts[section.id ?? ""] += node.value;
      return true;
    });
    expect(texts["clean"]).toBe(clean.replaceAll("\n", ""));
    expect(texts["source"]).toBe(sourceText.replaceAll("\n", "").replace("\u0007", "␇"));
  });

  test("marks what is doubtful in the article as cleaned, with its reason in the list", () => {
    const doubts = [
      { cleanSpan: { start: 4, end: 15 }, rule: "cleaning/unrepaired-shift", reason: "is damaged", score: 0.5 },
    ];
    const page = evidencePage(source, { ...article, doubts }, observations, {}, "en");
    const doubtful: string[] = [];
    walk(page, (node, ancestors) => {
      const section = ancestors.find((one) => one.type === "section");
      if (node.type === "emphasis" && section?.type === "section" && section.id === "clean")
        doubtful.push(textOf(node.children));
    });
    expect(doubtful).toEqual([clean.slice(4, 15)]);
    const json = JSON.stringify(page);
    expect(json).toContain("One place of the article as cleaned");
    expect(json).toContain("(left as it is) is damaged");
    expect(json).toContain('"href":"#doubt-1"');
    expect(json).toContain('"id":"o-1"');
    expect(validate(page, options().theme)).toEqual([]);
    expect(JSON.stringify(evidencePage(source, { ...article, doubts }, [], {}))).toContain("1处存疑");
  });

  test("speaks the language asked for", () => {
    const page = evidencePage(source, article, [], {}, "en");
    expect(JSON.stringify(page)).toContain("The article as cleaned");
    expect(validate(page, options().theme)).toEqual([]);
  });
});

describe("quoteOf", () => {
  test("marks the figures of one sentence, each at its own occurrence", () => {
    const quote = "甲地3起，乙地3起。";
    const at = (id: string, start: number): Observation => ({
      ...observation(id, "3起"),
      source: { start: 100 + start, end: 102 + start, quote, quoteStart: 100, quoteEnd: 100 + quote.length },
    });
    expect(quoteOf([at("o-b", 7), at("o-a", 2)]).map((one) => (one.type === "data" ? one.id : textOf([one])))).toEqual([
      "甲地",
      "o-a",
      "，乙地",
      "o-b",
      "。",
    ]);
  });
});
