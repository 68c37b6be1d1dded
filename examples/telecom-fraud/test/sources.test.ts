import { readFileSync, readdirSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { plainText } from "../scripts/article.ts";
import { buildSources } from "../scripts/build.ts";
import { folder, readArticles } from "../scripts/workspace.ts";

const articles = readArticles();
const built = await buildSources(articles);
const committed = new Map(
  readdirSync(new URL("sources/", folder))
    .sort()
    .map((name) => [name, new Uint8Array(readFileSync(new URL(`sources/${name}`, folder)))]),
);

test("the committed sources are exactly the files that the recipes make", () => {
  expect([...committed.keys()]).toEqual([...built.keys()]);
});

test.each([...built])("%s is made again byte for byte", (name, bytes) => {
  expect(Buffer.compare(bytes, committed.get(name) ?? new Uint8Array())).toBe(0);
});

test("a second run makes the same bytes", async () => {
  const again = [...(await buildSources(readArticles()))];
  const different = again.filter(([name, bytes]) => Buffer.compare(bytes, built.get(name) ?? new Uint8Array()) !== 0);
  expect(different.map(([name]) => name)).toEqual([]);
});

test("a sidecar states only what its original says and stands beside its source", () => {
  for (const article of articles) {
    if (article.source === null || article.sidecar.length === 0) continue;
    const sidecar = committed.get(article.source.replace(/\.[^.]+$/u, ".meta.yaml"));
    const stated = parse(new TextDecoder().decode(sidecar)) as Record<string, string>;
    expect(stated).toEqual(Object.fromEntries(article.sidecar.map((fact) => [fact, article.facts[fact]])));
  }
});

test("an article without a date has neither a sidecar nor a year in its text", () => {
  const undated = articles.filter((article) => article.facts.published === undefined);
  expect(undated.map((article) => article.source)).toEqual(["zunyi-fanzha.txt"]);
  for (const article of undated) {
    expect(plainText(article)).not.toMatch(/\d{4}年/u);
    expect(article.sidecar).toEqual([]);
  }
});

const decode = (name: string, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(committed.get(name));

describe("the encodings are those that the names of the files do not tell", () => {
  test.each([
    ["2021-12-jieduan.txt", "utf-16le", "今年1月至11月"],
    ["2021-01-04-tongbao.txt", "gb18030", "2020年以来"],
    ["jiangxi-2023-01.txt", "gb18030", "去年，全省公安机关"],
    ["fujian-2023-12.txt", "big5", "電信網絡詐騙案件2.03萬起"],
    ["jiangxi-2024-01.txt", "utf-8", "16892人"],
  ])("%s is read as %s", (name, encoding, words) => {
    expect(decode(name, encoding)).toContain(words);
  });

  test("one page says utf-8 and is not, the other says gb2312 and is utf-8", () => {
    expect(() => decode("2020-02-zongshu.html", "utf-8")).toThrow("not valid");
    expect(decode("2020-02-zongshu.html", "gb18030")).toContain("charset=utf-8");
    expect(decode("2024-01-zhanguo.html", "utf-8")).toContain('charset="gb2312"');
  });
});

test("the office document holds its table and no date of the machine that made it", () => {
  const files = unzipSync(committed.get("gansu-2024-01.docx") ?? new Uint8Array());
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  expect(text("word/document.xml").match(/<w:tr>/gu)).toHaveLength(6);
  expect(text("docProps/core.xml").match(/\d{4}-\d{2}-\d{2}T/gu)).toEqual(["2024-01-10T", "2024-01-10T"]);
});
