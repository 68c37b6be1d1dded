import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { articleRecordSchema } from "@jianbao/model/article-schema";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../src/columns.ts";
import { exampleFolder, jianbao, temporaryFolder } from "./run.ts";

const example = join(exampleFolder, "sources");

/** Audits a text of its own, without colour. */
async function audit(text: string, options: Parameters<typeof jianbao>[2] = {}): Promise<string> {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "a.txt"), text);
  return (await jianbao(folder.path, ["clean", "a.txt", "--audit", "--published", "2024-01-09"], options)).out;
}

const prose =
  "2024年1月8日，示例市公安局召开新闻通气会，介绍去年全市打击治理工作情况。\n去年全市破获案件385起，抓获嫌疑人412名，同比上升9%。\n";

describe("jianbao clean --audit", () => {
  it("marks repairs and removals in the text, with line numbers, rules and reasons", async () => {
    const out = await audit(`某地去年破獲案件逾三百起\n来源：示例日报 点击：120\n${prose}`);
    expect(out).toContain("1 │ 某地去年破[-獲-]{+获+}〔a〕案件逾三百起");
    expect(out).toMatch(/2 │ \[-来源：示例日报 点击：120-\]〔b .*0\.\d\d〕/u);
    expect(out).toContain("4 │ 去年全市破获案件385起");
    expect(out).toContain("1 repairs, 1 removals (14 characters), 0 doubts");
    expect(out).toContain("cleaning/page-data  ×1");
  });

  it("speaks Chinese, with the facts found and what they rest on", async () => {
    const out = await audit(`某地去年破獲案件逾三百起\n来源：示例日报\n${prose}`, { tongue: "zh" });
    expect(out).toMatch(/媒体 {7}示例日报 {2}\(文中写明 0\.\d\d: 来源：示例日报\)/u);
    expect(out).toContain("修复 1 处，删去 1 处（7 字），存疑 0 处");
    expect(out).toContain("字形       ");
  });

  it("counts a repair that occurs many times, and shows in the text no more than its colour", async () => {
    const line = "電信(xìn)詐騙案件(jiàn)385起，".repeat(20);
    const glossed = ["破獲", "立案", "查處"].map((deed) => `${line}今年以來全市${deed}。\n`).join("");
    const plain = await audit(glossed);
    expect(plain).toContain("電信‹(xìn)›詐騙案件‹(jiàn)›385起");
    expect(plain).not.toContain("[-(xìn)-]");
    expect(plain).toMatch(/cleaning\/pinyin-gloss {2}×120 .*\n.*\(jiàn\) 60, \(xìn\) 60/u);
    const coloured = await audit(glossed, { colour: true });
    expect(coloured).toContain("\u001b[0;2;9m(xìn)");
    expect(coloured).not.toContain("‹");
    expect(plain.split("\n").length).toBeLessThan(60);
  });

  it("says what may be wrong, and underlines it", async () => {
    const damaged = `${prose}警方提醒，冒充客服类案件占全部案件的三成左右，仍居首位?!跋确敌±衮_(piàn)大錢?!鞭k(bàn)案民警這樣概括騙子的套路。\n`;
    const out = await audit(damaged);
    const doubts = Number(/(\d+) doubts/u.exec(out)?.[1]);
    expect(doubts).toBeGreaterThan(0);
    expect(out.split("{?").length - 1 - 1).toBe(doubts); // and once in the legend
    expect(await audit(damaged, { colour: true })).toContain("\u001b[0;31;9;4m?");
  });

  it("keeps every line within the terminal, and Latin words and figures whole", async () => {
    const long = `${"示例市公安局通报说，全市共破获案件12345起，涉案APPLICATION一百个，".repeat(8)}以上。\n`;
    for (const columns of [60, 81]) {
      const lines = (await audit(long + prose, { columns })).split("\n").filter((line) => line.includes("│"));
      expect(lines.length).toBeGreaterThan(8);
      for (const line of lines) {
        expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(line).not.toMatch(/│ [，。、5]/u);
        expect(line).not.toMatch(/APPLICATIO$/u);
      }
    }
  });

  it("lets no control character of the source reach the terminal", async () => {
    const hostile = `\u001b[2J\u001b]0;x\u0007某地\u202E去年破获案件\u009B三百起\n\u001b[31m来源：\u001b]8;;http://a\u0007示例日报\n${prose}尾\u0008\n${prose.repeat(8)}`;
    for (const colour of [false, true]) {
      const out = await audit(hostile, { colour });
      const rest = out
        .split("\u001b[")
        .map((piece, i) => (i === 0 ? piece : piece.replace(/^[\d;]*m/u, "")))
        .join("");
      expect(rest).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Co}]/u);
      if (!colour) expect(out).not.toContain("\u001b");
      expect(out).toContain("<U+001B>");
    }
  });

  it("tells the articles of a file apart, and shows where a line was joined with the next", async () => {
    using folder = temporaryFolder();
    const run = await jianbao(folder.path, ["clean", join(example, "2021-04-liangpian.txt"), "--audit"]);
    expect(run.out).toContain("──── article 1 of 2");
    expect(run.out).toContain("──── article 2 of 2");
    const broken = await audit(
      `${prose}截至年底，全市公安机关共打掉犯罪\n团伙12个，抓获嫌疑人57名，挽回损失300万元。\n`,
    );
    expect(broken).toContain("犯罪 ↩");
  });

  it("draws every article of the example, whatever it came in", async () => {
    using folder = temporaryFolder();
    for (const name of ["2023-05-zhuanban.pdf", "gansu-2024-01.docx", "2024-01-zhanguo.html", "2022-05-fabu.md"]) {
      const run = await jianbao(folder.path, ["clean", join(example, name), "--audit"]);
      expect([name, run.code]).toEqual([name, 0]);
      expect(run.out).toContain(name);
      expect(run.out).toMatch(/\d+ repairs, \d+ removals/u);
    }
  });
});

describe("jianbao clean --format", () => {
  it("writes a line of JSON an article, as the schema has it, each span leading to its characters", async () => {
    using folder = temporaryFolder();
    const names = ["2021-04-liangpian.txt", "gansu-2023-12.txt", "2023-05-zhuanban.pdf", "2024-01-zhanguo.html"];
    const args = ["clean", ...names.map((name) => join(example, name)), "--format", "json", "--with-source"];
    const { out } = await jianbao(folder.path, args);
    const records = out
      .trim()
      .split("\n")
      .map((line) => articleRecordSchema.parse(JSON.parse(line)));
    expect(records.map(({ document, part }) => `${document}#${part}`)).toEqual([
      "2021-04-liangpian.txt#1",
      "2021-04-liangpian.txt#2",
      "gansu-2023-12.txt#1",
      "2023-05-zhuanban.pdf#1",
      "2024-01-zhanguo.html#1",
    ]);
    for (const { source, repairs, removals } of records) {
      const points = [...(source.text ?? "")];
      expect(points.length).toBe(source.codePoints);
      for (const { span, before } of repairs) {
        expect(source.text?.slice(span.start, span.end)).toBe(before);
        expect(points.slice(span.codePoints.start, span.codePoints.end).join("")).toBe(before);
      }
      for (const { span, text } of removals) expect(source.text?.slice(span.start, span.end)).toBe(text);
    }
    expect(records[2]?.doubts.length).toBeGreaterThan(0);
    expect(records[2]?.diagnostics[0]?.rule).toBe("cleaning/unrepaired-shift");
    expect(records[3]?.places[0]?.page).toBe(1);
  });

  it("prints all articles, an empty line between them and none within", async () => {
    using folder = temporaryFolder();
    const paths = ["2021-04-liangpian.txt", "gansu-2023-12.txt"].map((name) => join(example, name));
    const { out } = await jianbao(folder.path, ["clean", ...paths]);
    expect(out.split("\n\n").length).toBe(3);
    expect(out.endsWith("\n")).toBe(true);
  });

  it("reads standard input, in any encoding", async () => {
    using folder = temporaryFolder();
    const bytes = Uint8Array.from(
      // 全市破获案件385起。 in GB18030
      "c8ab cad0 c6c6 bbf1 b0b8 bcfe 33 38 35 c6f0 a1a3 0a".replaceAll(" ", "").match(/../gu) ?? [],
      (pair) => Number.parseInt(pair, 16),
    );
    const run = await jianbao(folder.path, ["clean", "-"], { input: bytes });
    expect(run.out).toBe("全市破获案件385起。\n");
    const html = await jianbao(folder.path, ["clean", "-", "--format", "json"], {
      input: `<!doctype html><title>某地</title><article><h1>某地去年破获案件逾三百起</h1><p>${prose}</p></article>`,
    });
    expect(JSON.parse(html.out)).toMatchObject({ document: "-", source: { format: "html", encoding: "utf-8" } });
  });
});
