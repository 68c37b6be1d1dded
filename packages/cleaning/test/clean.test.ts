import { expect, test } from "vitest";
import { clean, readSource } from "../src/index.ts";

const utf8 = new TextEncoder();

async function cleanText(text: string, document = "a.txt"): Promise<ReturnType<typeof clean> & { source: string }> {
  const { source } = await readSource(utf8.encode(text), { document });
  if (source === null) throw new Error("nothing was read");
  const result = clean(source);
  for (const article of result.articles) article.map.check(source.text, article.text);
  return { ...result, source: source.text };
}

test("leads every figure back through glosses and script to the characters of the source", async () => {
  const { articles, source } = await cleanText(
    "去年,全市公安機(jī)關(guān)破獲電信網(wǎng)絡(luò)詐騙案件1,234起,挽回損失5.6億元。\n群眾的防範(fàn)意識(shí)明顯(xiǎn)增強(qiáng)。",
  );
  const [article] = articles;
  expect(article?.text).toBe(
    "去年，全市公安机关破获电信网络诈骗案件1,234起，挽回损失5.6亿元。\n群众的防范意识明显增强。",
  );
  const start = article?.text.indexOf("5.6亿元") ?? -1;
  const span = article?.map.toSourceSpan({ start, end: start + 5 });
  expect(source.slice(span?.start, span?.end)).toBe("5.6億元");
});
