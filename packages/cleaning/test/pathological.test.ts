import { expect, test } from "vitest";
import { clean } from "../src/index.ts";

/** Each is read in a second or two; what is quadratic would take minutes. */
const inputs: readonly (readonly [format: "text" | "html" | "markdown", unit: string, times: number])[] = [
  ["text", "(", 300_000],
  ["text", "汉(", 150_000],
  ["text", "汉?", 150_000],
  ["text", "汉\uFFFD", 150_000],
  ["text", "?!汉A", 80_000],
  ["text", "<", 300_000],
  ["text", "<script>", 60_000],
  ["text", "<!--", 100_000],
  ["text", "[img]", 60_000],
  ["text", "&amp", 100_000],
  ["text", "\n", 300_000],
  ["text", " ", 300_000],
  ["text", "汉 ", 100_000],
  ["text", "来源：", 60_000],
  ["text", "汉字一行\n", 20_000],
  ["text", "今年以来，某地共办理各类案件若干起并抓获\n", 5000],
  ["text", "“", 200_000],
  ["text", "1", 300_000],
  ["text", "https://a.cn/?", 40_000],
  ["html", "<div>", 60_000],
  ["html", "<a>", 60_000],
  ["html", "<p>汉", 40_000],
  ["html", "</div>", 60_000],
  ["html", "<tr><td>汉<td>", 20_000],
  ["html", "&nbsp;汉", 40_000],
  ["markdown", "[", 200_000],
  ["markdown", "](", 100_000],
  ["markdown", "*", 200_000],
  ["markdown", "|", 200_000],
  ["markdown", "[a](", 60_000],
  ["markdown", "**汉", 60_000],
  ["markdown", "`", 200_000],
  ["markdown", "[1]: a.b\n", 20_000],
  ["text", "<b>", 100_000],
  ["text", "<p a=b ", 40_000],
  ["text", "汉(guān)", 40_000],
  ["text", "關guān", 40_000],
  ["text", "關(guān係", 40_000],
  ["text", "(guān)關於", 40_000],
  ["text", "天干物燥，\n", 60_000],
  ["text", "> 今天，早上\n", 40_000],
  ["text", "{{a", 80_000],
  ["text", "[[a|", 60_000],
  ["text", "\\u4e00", 40_000],
  ["text", "\\n汉", 60_000],
  ["text", "%E4", 80_000],
  ["text", "var a=1;\n", 30_000],
  ["text", "說「著", 80_000],
  ["text", "１，２３４", 50_000],
  ["text", "汉 ， ", 60_000],
  ["text", "汉...", 60_000],
];

test.each(inputs)("reads %s of %j many times in linear time", { timeout: 30_000 }, (format, unit, times) => {
  const text = unit.repeat(times);
  const { articles } = clean({ document: "a", format, text, encoding: "utf-8", places: [], sha256: "" });
  for (const article of articles) article.map.check(text, article.text);
  expect(articles.length).toBeLessThanOrEqual(1);
});
