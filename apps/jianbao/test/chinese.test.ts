import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inChinese } from "../src/chinese.ts";
import { jianbao, temporaryFolder } from "./run.ts";

/** The rules that a package reports, as its sources name them: `report(world, "warning", "too-tall", …)`. */
function rulesOf(folder: string): readonly string[] {
  const root = join(import.meta.dirname, "..", "..", "..", "packages", folder, "src");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/"(?:error|warning|info)",\s*"([a-z]+(?:-[a-z]+)+)"/gu)].map(
      ([, rule = ""]) => `${folder}/${rule}`,
    ),
  );
}

function said(rule: string, message: string): string {
  return inChinese({ severity: "warning", rule, message }).message;
}

describe("problems under a Chinese locale", () => {
  it("have a wording of their own, all that the pages give", () => {
    const rules = new Set([...rulesOf("print"), "print/pdf-conformance"]);
    expect(rules.size).toBeGreaterThan(15);
    for (const rule of rules) {
      expect(said(rule, "plain words"), rule).toMatch(/\p{Script=Han}/u);
    }
  });

  it("name page and words of what is found on the pages", () => {
    expect(said("print/cut-number", "a number cut at a line's end on page 3: “破获43/7万起”")).toBe(
      "第 3 页行末把一个数断开了：“破获43/7万起”",
    );
    expect(said("print/low-contrast", "low contrast, 2.3:1 (#aaaaaa on #ffffff), on page 1: “淡”")).toBe(
      "第 1 页的字看不清（#aaaaaa 在 #ffffff 上，对比度 2.3:1）：“淡”",
    );
    expect(said("print/note-moved", "a note of page 1 moved, it stands on page 2: “甲”")).toBe(
      "第 1 页的注移到了第 2 页：“甲”",
    );
    expect(said("print/overfull-line", "too long by 1.2 pt: 长串 (paragraph “长”) on page 2")).toBe(
      "有一行排不下（第 2 页）：长串",
    );
    expect(
      said("print/missing-glyph", "no face has the character U+20BB7 𠮷 of paragraph “𠮷” on page 2, under “一、要点”"),
    ).toBe("字体里没有这个字：U+20BB7 𠮷（第 2 页），在“一、要点”下；PDF 不能写");
  });

  it("are said in Chinese, with their values and remedies, and keep their rule", async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "空.txt"), "");
    writeFileSync(
      join(folder.path, "网页.html"),
      '<html><head><meta charset="gbk"></head><body><h1>全市反诈工作情况</h1><p>今年以来，全市公安机关破获电信网络诈骗案件120起，抓获犯罪嫌疑人80名。</p></body></html>',
    );
    writeFileSync(join(folder.path, "坏.docx"), "PK\u0003\u0004");
    const { err } = await jianbao(folder.path, ["extract", "空.txt", "网页.html", "坏.docx"], { tongue: "zh" });
    expect(err).toContain("错误 空.txt: 空文件 [cleaning/empty-file]\n  → 重新保存或下载这篇文章");
    expect(err).toContain("声明的编码是 gbk，实际是 utf-8，已按实际的读 [cleaning/wrong-charset]");
    expect(err).toContain("没有发表日期：“今年”和没有年份的月份无从确定 [extraction/no-publication-date]");
    expect(err).toContain("损坏的 DOCX [cleaning/docx-broken]");
  });

  it("of an empty month name the month", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    const { err } = await jianbao(folder.path, ["check", "2021-05"], { tongue: "zh" });
    const { out } = await jianbao(folder.path, ["check", "2021-05"], { tongue: "zh" });
    expect(err + out).toContain("2021-05 没有发表的文章");
  });
});
