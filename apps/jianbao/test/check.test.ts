import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, jianbao, temporaryFolder } from "./run.ts";
import { writeArticle, writeSettings } from "./workspace.ts";

function run(root: string, ...args: readonly string[]): Promise<Run> {
  return jianbao(root, args, { today: "2023-02-03" });
}

interface Report {
  readonly conflicts: number;
  readonly problems: readonly {
    readonly group: string;
    readonly severity: string;
    readonly rule: string;
    readonly id?: string;
    readonly hint?: string;
    readonly file?: string;
    readonly line?: number;
    readonly observations?: readonly string[];
  }[];
}

async function reportOf(root: string, period: string): Promise<Report> {
  return JSON.parse((await run(root, "check", period, "--json")).out) as Report;
}

/** Two papers that disagree, a jump, a doubtful figure, an article without a date, a broken file, one of another year. */
function workspaceOf(root: string): void {
  writeSettings(root);
  writeArticle(root, {
    file: "a.txt",
    published: "2023-01-12",
    text: "各地深入推进打击治理。\n\n2022年，全国公安机关共破获电信网络诈骗案件46.4万起。\n\n2022年，全国返还资金3.1亿元。",
  });
  writeArticle(root, {
    file: "b.txt",
    published: "2023-01-12",
    publisher: "示例晚报",
    text: "2022年，全国公安机关共破获电信网络诈骗案件47.8万起。",
  });
  writeArticle(root, {
    file: "c.txt",
    published: "2022-01-12",
    text: "2021年，全国公安机关共破获电信网络诈骗案件4.41万起。",
  });
  writeArticle(root, { file: "undated.txt", text: "2022年，全国公安机关共抓获犯罪嫌疑人35.1万名。" });
  writeFileSync(join(root, "sources", "broken.docx"), "PK\u0003\u0004");
}

describe("check", () => {
  it("asks what would embarrass most first, each with its place and the command that settles it", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const { problems } = await reportOf(folder.path, "2023-01");
    const order = problems.map(({ group }) => group);
    const groups = [
      "printed-error",
      "file",
      "printed-conflict",
      "printed-finding",
      "unprinted",
      "doubtful",
      "damage",
      "undated",
    ];
    expect(order).toEqual([...order].sort((a, b) => groups.indexOf(a) - groups.indexOf(b)));
    expect([...new Set(order)]).toEqual(expect.arrayContaining(["file", "printed-conflict", "undated"]));
    const conflict = problems.find(({ rule }) => rule === "analysis/conflict");
    expect(conflict).toMatchObject({
      group: "printed-conflict",
      file: expect.stringMatching(/^sources\/[ab]\.txt$/u) as unknown,
    });
    expect(conflict?.hint).toMatch(/^jianbao decide c-[\da-f]{12} settle --observation o-[\da-f]{12} --by … --why …$/u);
    expect(problems.find(({ rule }) => rule === "cleaning/docx-broken")).toMatchObject({
      group: "file",
      severity: "error",
      file: "sources/broken.docx",
    });
    expect(problems.find(({ rule }) => rule === "analysis/undated-publication")?.hint).toContain(
      "sources/undated.meta.yaml",
    );
  });

  it("takes the command that it shows, and does not ask again what is settled", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    for (let round = 0; round < 6; round++) {
      const open = (await reportOf(folder.path, "2023-01")).problems.find(
        ({ hint }) => hint?.startsWith("jianbao decide ") === true,
      );
      if (open?.hint === undefined) break;
      const args = open.hint.split(" ").slice(1, -4);
      const done = await run(folder.path, ...args, "--by", "王编辑", "--why", "与来源核对");
      expect([open.hint, done.code, done.err]).toEqual([open.hint, 0, done.err]);
      const { problems } = await reportOf(folder.path, "2023-01");
      expect(problems.map(({ id }) => id)).not.toContain(open.id);
    }
    const { problems, conflicts } = await reportOf(folder.path, "2023-01");
    expect(conflicts).toBe(0);
    expect(problems.filter(({ id, rule }) => id !== undefined && !rule.includes("undated"))).toEqual([]);
  });

  it("names file and line in annotations, from where it was called", async () => {
    using folder = temporaryFolder();
    writeSettings(join(folder.path, "ws"));
    workspaceOf(join(folder.path, "ws"));
    writeFileSync(join(folder.path, "ws", "briefing.yaml"), "title: 简报\nissuer: 某处\n\ntemplte: monthly\n");
    const { out, code } = await run(folder.path, "check", "2023-01", "--workspace", "ws", "--format", "annotations");
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=ws\/briefing\.yaml,line=4,title=app\/briefing-yaml::/mu);
    expect(out).toMatch(
      /^::warning file=ws\/sources\/a\.txt,line=3,title=analysis\/conflict::|^::warning file=ws\/sources\/b\.txt,line=1,title=analysis\/conflict::/mu,
    );
    expect(out).toMatch(/^::error file=ws\/sources\/broken\.docx,title=cleaning\/docx-broken::/mu);
  });

  it("writes its list as Markdown, a table a group, with commands to copy", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const { out } = await jianbao(folder.path, ["check", "2023-01", "--format", "markdown"], {
      tongue: "zh",
      today: "2023-02-03",
    });
    expect(out).toMatch(/^## 简报 2023-01 检查\n/u);
    expect(out).toContain("### 印出的数字说法不一（1）\n\n| 级别 | 文件 | 问题 | 办法 |\n| --- | --- | --- | --- |\n");
    expect(out).toMatch(/\| `jianbao decide c-[\da-f]{12} settle --observation o-[\da-f]{12} --by … --why …` \|/u);
    expect(out.indexOf("读不出或用不上的文件")).toBeLessThan(out.indexOf("印出的数字说法不一"));
  });

  it("does not ask about articles that the issue does not rest on, unless they cannot be read", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    writeArticle(folder.path, {
      file: "later.txt",
      published: "2023-06-10",
      text: "上半年，全市破获电信网络诈骗案件12起。",
    });
    expect(rulesOfLater(await reportOf(folder.path, "2023-06"))).not.toEqual([]);
    expect(rulesOfLater(await reportOf(folder.path, "2023-01"))).toEqual([]);
  });

  it("says of a signed issue that it is signed", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--despite", "坏文件无关");
    expect((await run(folder.path, "check", "2023-01")).out).toContain("signed by 王主任 on 2023-02-03");
  });
});

/** Rules of the problems that a report has of the later article. */
function rulesOfLater({ problems }: Report): readonly string[] {
  return problems.filter(({ file }) => file === "sources/later.txt").map(({ rule }) => rule);
}
