import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleJsonSchema, articleRecordSchema } from "../src/article-schema.ts";
import { CodePoints } from "../src/code-points.ts";
import { type CleanArticle, type SourceText, SourceMap, applyEdits, articleRecordOf } from "../src/index.ts";

const source: SourceText = {
  document: "a.txt",
  format: "text",
  text: "广告\r\n𠮷林破獲(huò)案件3起。",
  encoding: "utf-8",
  places: [
    { start: 0, end: 4, page: 1 },
    { start: 4, end: 19, page: 2 },
  ],
  sha256: "0".repeat(64),
};
const { text, map } = applyEdits(source.text, [
  { start: 0, end: 4, replacement: "" },
  { start: 8, end: 9, replacement: "获" },
  { start: 9, end: 14, replacement: "" },
]);
const article: CleanArticle = {
  document: "a.txt",
  part: 1,
  text,
  map,
  metadata: { title: null, publisher: null, byline: null, published: null, url: null, area: null, script: "mixed" },
  removals: [{ span: { start: 0, end: 2 }, rule: "cleaning/advertisement", reason: "is an advertisement", score: 0.9 }],
  repairs: [{ span: { start: 9, end: 14 }, rule: "cleaning/pinyin-gloss", before: "(huò)", after: "" }],
  headings: [{ start: 0, end: 3 }],
  doubts: [{ cleanSpan: { start: 5, end: 7 }, rule: "cleaning/doubt", reason: "is doubtful", score: 0.5 }],
  places: source.places,
};

describe("articleRecordOf", () => {
  const record = articleRecordOf(source, article, [
    { severity: "info", rule: "cleaning/wrong-charset", message: "of the file" },
    { severity: "warning", rule: "cleaning/unrepaired-shift", message: "in it", span: { start: 4, end: 6 } },
    { severity: "warning", rule: "cleaning/unrepaired-shift", message: "before it", span: { start: 0, end: 2 } },
  ]);

  it("gives every span in code units and in code points", () => {
    expect(text).toBe("𠮷林破获案件3起。");
    expect(record.repairs[0]?.span).toEqual({ start: 9, end: 14, codePoints: { start: 8, end: 13 } });
    expect(record.headings[0]?.cleanSpan).toEqual({ start: 0, end: 3, codePoints: { start: 0, end: 2 } });
    expect(record.doubts[0]).toMatchObject({
      cleanSpan: { start: 5, end: 7, codePoints: { start: 4, end: 6 } },
      span: { start: 14, end: 16, codePoints: { start: 13, end: 15 } },
    });
    expect(record.removals[0]?.text).toBe("广告");
    expect(record.source).toMatchObject({ utf16: 19, codePoints: 18 });
    expect(record.map).toEqual({ utf16: "4:0 5 5:0 5", codePoints: "4:0 4 5:0 5" });
  });

  it("keeps the places and the problems of this article, and those of the whole file", () => {
    expect(record.places).toEqual([{ span: expect.objectContaining({ start: 4, end: 19 }), page: 2 }]);
    expect(record.diagnostics.map((one) => one.message)).toEqual(["of the file", "in it"]);
  });

  it("follows the published schema, and the schema is published unchanged", () => {
    const written: unknown = JSON.parse(JSON.stringify(articleRecordOf(source, article, [], { withSource: true })));
    expect(articleRecordSchema.parse(written)).toEqual(written);
    expect(articleRecordSchema.safeParse({ ...(written as object), colour: "red" }).success).toBe(false);
    const published: unknown = JSON.parse(
      readFileSync(new URL("../../../docs/schema/clean-article.schema.json", import.meta.url), "utf8"),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(articleJsonSchema())));
  });

  it("counts code points as an iteration does, and a map in them leads to the same characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (whole) => {
        const points = new CodePoints(whole);
        let at = 0;
        for (const [count, character] of [...whole].entries()) {
          expect(points.at(at)).toBe(count);
          at += character.length;
        }
        expect(points.length).toBe([...whole].length);
      }),
    );
    const inPoints = SourceMap.parse(record.map.codePoints);
    const found = inPoints.toSourceSpan({ start: 2, end: 4 });
    expect([...source.text].slice(found.start, found.end).join("")).toBe("破獲(huò)".slice(0, 2));
  });
});
