import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jianbao, temporaryFolder } from "./run.ts";

describe("problems under a Chinese locale", () => {
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
