import fc from "fast-check";
import { expect, test } from "vitest";

import { clean } from "../src/index.ts";

const piece = fc.constantFrom(
  "今年，全市公安機關(guān)破獲案件",
  "1,234起",
  "，抓獲",
  "3.5萬元",
  "嫌疑人(含12名)",
  "。",
  "\n",
  "\r\n\r\n",
  "　　",
  "𠮷野家",
  "?!惫膊坑嘘P",
  "&nbsp;",
  '<p class="a">',
  "</p>",
  "/p>",
  "[b]",
  "â€œ",
  "咨询热线：0700-1234567 限时5折",
  "来源：某某网",
  "(原載某某報)",
  "某市打擊詐騙見成效\n",
  "著",
  " and ",
  "Super",
  "\uFFFD",
  "(",
  "）",
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const format = fc.constantFrom("text" as const, "html" as const, "markdown" as const);

function sourceOf(text: string, format: "text" | "html" | "markdown"): Parameters<typeof clean>[0] {
  return { document: "a", format, text, encoding: "utf-8", places: [], sha256: "" };
}

test("maps every clean text lawfully from the whole source, whatever the noise", () => {
  fc.assert(
    fc.property(text, format, (source, format) => {
      for (const article of clean(sourceOf(source, format)).articles) {
        article.map.check(source, article.text);
        let last = 0;
        for (let at = 0; at <= article.text.length; at++) {
          const to = article.map.toSource(at, "start");
          expect(to).toBeGreaterThanOrEqual(last);
          last = to;
        }
        // Every figure of the clean text comes from the same digits of the source.
        for (const match of article.text.matchAll(/\d[\d,.]*\d|\d/gu)) {
          const span = article.map.toSourceSpan({ start: match.index, end: match.index + match[0].length });
          expect(source.slice(span.start, span.end)).toBe(match[0]);
        }
        for (const { span } of article.removals)
          expect(article.map.toCleanSpan(span).start).toBeLessThanOrEqual(article.text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test("gives the same result twice, and cleans what is clean no further", () => {
  fc.assert(
    fc.property(text, (source) => {
      const once = clean(sourceOf(source, "text"));
      expect(clean(sourceOf(source, "text"))).toEqual(once);
    }),
    { numRuns: 100 },
  );
});
