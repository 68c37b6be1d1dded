import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Run, jianbao, temporaryFolder } from "./run.ts";
import { type TestArticle, writeArticle, writeSettings } from "./workspace.ts";

/** The 24 months of 2022 and 2023, in order. */
const months: readonly string[] = Array.from(
  { length: 24 },
  (_, index) => `${2022 + Math.floor(index / 12)}-${`${(index % 12) + 1}`.padStart(2, "0")}`,
);

/**
 * The articles that arrive in a month: the country's and two provinces' figures of the month before and of the year so
 * far, in January the year's, in June a revision of the year before, in September another paper's disagreeing figure.
 */
function articlesOf(index: number): readonly TestArticle[] {
  const month = months[index] ?? "";
  const of = index % 12;
  const year = 2022 + Math.floor(index / 12);
  const last = of === 0 ? 12 : of;
  const reported = of === 0 ? year - 1 : year;
  const solved = (26_000 + 613 * index + 40 * ((index * 7) % 13)) / 10_000;
  const caught = 1900 + 37 * index + ((index * 11) % 17) * 10;
  const stopped = (21.4 + index * 1.3).toFixed(1);
  const day = `${month}-${`${8 + (index % 9)}`.padStart(2, "0")}`;
  const whole = of === 0 ? `${reported}年` : `${reported}年1月至${last}月`;
  const articles: TestArticle[] = [
    {
      file: `${month}/quanguo.txt`,
      published: day,
      text: `${reported}年${last}月，全国公安机关共破获电信网络诈骗案件${solved.toFixed(2)}万起，止付拦截资金${stopped}亿元。\n\n${whole}，全国共破获电信网络诈骗案件${(solved * last).toFixed(1)}万起，抓获犯罪嫌疑人近${(solved * last * 0.7).toFixed(1)}万名。`,
    },
    {
      file: `${month}/shanxi.txt`,
      published: `${month}-20`,
      area: "CN-SX",
      text: `${reported}年${last}月，山西全省破获电信网络诈骗案件${caught}起，同比上升${(3 + (index % 9) * 0.7).toFixed(1)}%，抓获犯罪嫌疑人${caught - 400}名。`,
    },
    {
      file: `${month}/gansu.txt`,
      published: month,
      area: "CN-GS",
      text: `${whole}，甘肃省公安机关破获电信网络诈骗案件${caught * last}余起，返还群众资金${(1.2 + index * 0.1).toFixed(1)}亿元。`,
    },
  ];
  if (of === 5) {
    articles.push({
      file: `${month}/dingzheng.txt`,
      published: `${month}-25`,
      text: `经核定，${year - 1}年全国公安机关共破获电信网络诈骗案件${(41.3 + index).toFixed(1)}万起。`,
    });
  }
  if (of === 8) {
    articles.push({
      file: `${month}/wanbao.txt`,
      published: `${month}-26`,
      publisher: "示例晚报",
      text: `${reported}年${last}月，全国公安机关共破获电信网络诈骗案件${(solved + 0.9).toFixed(2)}万起。`,
    });
  }
  return articles;
}

function run(root: string, ...args: readonly string[]): Promise<Run> {
  return jianbao(root, args, { today: "2024-06-01" });
}

/** Pages take the longest to make: every sixth issue has its PDF as well. */
function formatOf(index: number): string {
  return index % 6 === 0 ? "pdf,html,json,csv" : "html,json,csv";
}

/** SHA-256 of every file of a folder, by path. */
function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

describe("24 issues, made month by month as their articles arrive", () => {
  it("come out the same to the byte from the archive of the last month", { timeout: 180_000 }, async () => {
    using folder = temporaryFolder();
    const root = folder.path;
    const out = join(root, "out");
    writeSettings(root, { numbering: { first: "2022-01", number: 1, total: 1 } });
    const made: Record<string, Readonly<Record<string, string>>> = {};
    for (const [index, month] of months.entries()) {
      for (const article of articlesOf(index)) writeArticle(root, article);
      const built = await run(root, "build", month, "--format", formatOf(index), "--fail-on", "never");
      expect([month, built.code]).toEqual([month, 0]);
      made[month] = hashes(join(out, month));
    }
    expect(new Set(Object.values(made).map((files) => files["briefing.html"])).size).toBe(24);
    rmSync(out, { recursive: true });
    rmSync(join(root, "archive.db"));
    const again: Record<string, Readonly<Record<string, string>>> = {};
    for (const [index, month] of [...months.entries()].reverse()) {
      await run(root, "build", month, "--format", formatOf(index), "--fail-on", "never");
      again[month] = hashes(join(out, month));
    }
    const equal = months.filter((month) => JSON.stringify(made[month]) === JSON.stringify(again[month]));
    expect(equal).toEqual(months);
  });

  it("stay as they were signed, whatever arrives, is decided or is set later", { timeout: 180_000 }, async () => {
    using folder = temporaryFolder();
    const root = folder.path;
    const out = join(root, "out");
    writeSettings(root, { numbering: { first: "2022-01", number: 1, total: 1 } });
    const signed: Record<string, Readonly<Record<string, string>>> = {};
    for (const [index, month] of months.entries()) {
      if (month === "2022-08") continue; // a month in which none was made
      for (const article of articlesOf(index)) writeArticle(root, article);
      const by = await run(
        root,
        "sign",
        month,
        "--by",
        "王主任",
        "--on",
        `${months[index + 1] ?? "2024-01"}-05`,
        "--despite",
        "测试",
      );
      expect([month, by.code, by.err]).toEqual([month, 0, by.err]);
      signed[month] = hashes(join(out, month));
      if (month === "2022-11") {
        // What nobody dated arrives, and a figure of an issue long signed is found to be wrong.
        writeArticle(root, { file: "undated.txt", text: "全国公安机关共破获电信网络诈骗案件1.1万起。" });
        const id = await firstId(root, "2022-03/quanguo.txt");
        await run(
          root,
          "decide",
          id,
          "correct",
          "--value",
          "9.99万起",
          "--by",
          "李四",
          "--why",
          "误读",
          "--on",
          "2022-12-20",
        );
        writeSettings(root, { title: "改了名的简报", numbering: { first: "2022-01", number: 1, total: 1 } });
      }
    }
    const issues = parse(readFileSync(join(root, "issues.yaml"), "utf8")) as { number: number; total: number }[];
    expect(issues.map(({ number, total }) => `${number}/${total}`)).toEqual(
      [...Array(23).keys()].map((index) => `${index < 11 ? index + 1 : index - 10}/${index + 1}`),
    );
    const december = readFileSync(join(out, "2022-12", "briefing.html"), "utf8").replaceAll(/<[^>]*>/gu, "");
    expect(december).toContain("第3期（总第3期，2022年3月）");
    expect(readFileSync(join(out, "2023-01", "briefing.html"), "utf8")).not.toContain("correction-1");
    rmSync(out, { recursive: true });
    rmSync(join(root, "archive.db"));
    const same: string[] = [];
    for (const month of Object.keys(signed).reverse()) {
      const { code } = await run(root, "build", month, "--fail-on", "never");
      if (code === 0 && JSON.stringify(hashes(join(out, month))) === JSON.stringify(signed[month])) same.push(month);
    }
    expect(same.reverse()).toEqual(Object.keys(signed));
    writeFileSync(join(root, "issues", "2022-05.json"), "{}");
    expect((await run(root, "build", "2022-05")).code).toBe(1);
  });
});

/** The id of the first figure of a document. */
async function firstId(root: string, document: string): Promise<string> {
  const { out } = await run(root, "export", "--format", "jsonl", "--where", `document=${document}`);
  return (JSON.parse(out.split("\n")[0] ?? "") as { id: string }).id;
}
