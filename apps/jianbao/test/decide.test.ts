import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Run, jianbao, temporaryFolder } from "./run.ts";
import { writeArticle, writeSettings } from "./workspace.ts";

const text = "2022年，全国公安机关共破获电信网络诈骗案件46.4万起，抓获犯罪嫌疑人35.1万名。";
const other = "2022年，全国公安机关共破获电信网络诈骗案件47.8万起。";
const who = ["--by", "王编辑", "--why", "与原文核对"] as const;

function workspaceOf(root: string): void {
  writeSettings(root);
  writeArticle(root, { file: "a.txt", text, published: "2023-01-12" });
  writeArticle(root, { file: "b.txt", text: other, published: "2023-01-12", publisher: "示例晚报" });
}

function run(root: string, ...args: readonly string[]): Promise<Run> {
  return jianbao(root, args, { today: "2023-02-03" });
}

interface Figure {
  readonly id: string;
  readonly quantity: { readonly text: string };
}

/** The id of the figure that the archive has so. */
async function idOf(root: string, figure: string): Promise<string> {
  const { out } = await run(root, "export", "--format", "jsonl");
  const rows = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Figure);
  const row = rows.find(({ quantity }) => quantity.text === figure);
  if (row === undefined) throw new RangeError(`no figure ${figure}`);
  return row.id;
}

function decisionsOf(root: string): readonly Record<string, unknown>[] {
  return parse(readFileSync(join(root, "decisions.yaml"), "utf8"), { schema: "core" }) as Record<string, unknown>[];
}

interface Briefing {
  readonly analysis: {
    readonly conflicts: readonly { readonly id: string; readonly settled?: unknown }[];
    readonly findings: readonly { readonly id: string; readonly rule: string; readonly accepted?: unknown }[];
    readonly comparisons: readonly {
      readonly key: { readonly indicator: string; readonly area: { readonly code: string } };
      readonly current: { readonly value: { readonly text: string; readonly low: number } };
    }[];
    readonly areas: Briefing["analysis"]["comparisons"];
  };
}

async function analysisOf(root: string, period: string): Promise<Briefing["analysis"]> {
  await run(root, "build", period, "--format", "json");
  return (JSON.parse(readFileSync(join(root, "out", period, "briefing.json"), "utf8")) as Briefing).analysis;
}

describe("decide", () => {
  it("writes a correction with the figure's words, and says what it changes", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const id = await idOf(folder.path, "35.1万名");
    const options = ["--value", "近36万名", "--period", "2022-01/2022-11", "--area", "山西", "--breakdown", "骨干"];
    const done = await run(folder.path, "decide", id, "correct", ...options, ...who);
    expect([done.code, done.err]).toEqual([0, "decisions.yaml: written\n"]);
    expect(done.out).toContain(`a.txt: ${text} 〔35.1万名〕`);
    expect(done.out).toContain("  value: 35.1万名 → 近36万名\n");
    expect(done.out).toContain("  period: 2022-01-01..2022-12-31 → 2022-01-01..2022-11-30\n");
    expect(done.out).toContain("  area: 全国 → 山西省\n");
    expect(decisionsOf(folder.path)).toEqual([
      {
        id,
        verdict: "correct",
        correction: {
          quantity: expect.objectContaining({
            text: "近36万名",
            value: 360_000,
            unit: "person",
            bound: "max",
          }) as unknown,
          period: { start: "2022-01-01", end: "2022-11-30", text: null },
          area: "CN-SX",
          breakdown: "骨干",
        },
        by: "王编辑",
        on: "2023-02-03",
        why: "与原文核对",
        about: [{ id, document: "a.txt", quote: text, text: "35.1万名", indicator: "suspects.captured" }],
      },
    ]);
    const { areas } = await analysisOf(folder.path, "2023-01");
    // The hedge is printed with the figure.
    expect(areas.map(({ key, current }) => [key.area.code, current.value.text])).toEqual([["CN-SX", "近36万名"]]);
  });

  it("keeps the file's comments and order, and takes the place of a decision of the same day alone", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const id = await idOf(folder.path, "35.1万名");
    writeFileSync(
      join(folder.path, "decisions.yaml"),
      `# 科室公用\n- id: ${id} # 甲\n  verdict: accept\n  by: 甲\n  on: 2023-01-20\n  why: 电话核实\n\n# 第二条\n- {id: o-000000000000, verdict: reject, by: 甲, on: 2023-01-20, why: 重复}\n`,
    );
    await run(folder.path, "decide", id, "reject", ...who);
    const second = await run(folder.path, "decide", id, "correct", "--value", "35.2", ...who);
    expect(second.err).toContain("in place of one of the same day");
    const file = readFileSync(join(folder.path, "decisions.yaml"), "utf8");
    expect(file).toMatch(/^# 科室公用\n/u);
    expect(file).toContain("# 甲");
    expect(file).toContain("# 第二条");
    expect(decisionsOf(folder.path).map(({ id: of, verdict, by }) => [of, verdict, by])).toEqual([
      [id, "accept", "甲"],
      ["o-000000000000", "reject", "甲"],
      [id, "correct", "王编辑"],
    ]);
    // A number without its unit is counted in what the figure was.
    expect(decisionsOf(folder.path)[2]).toMatchObject({
      correction: { quantity: { text: "35.2名", value: 35.2, unit: "person" } },
    });
  });

  it("settles a conflict for one of its sides, and for no other figure", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const [conflict] = (await analysisOf(folder.path, "2023-01")).conflicts;
    const id = conflict?.id ?? "";
    const stray = await run(
      folder.path,
      "decide",
      id,
      "settle",
      "--observation",
      await idOf(folder.path, "35.1万名"),
      ...who,
    );
    expect([stray.code, stray.err]).toEqual([2, expect.stringContaining("(46.4万起)")]);
    expect(stray.err).toContain("(47.8万起)");
    const chosen = await idOf(folder.path, "46.4万起");
    expect((await run(folder.path, "decide", id, "settle", "--observation", chosen, ...who)).code).toBe(0);
    const { comparisons, conflicts } = await analysisOf(folder.path, "2023-01");
    expect(conflicts[0]?.settled).toMatchObject({ by: "王编辑", observation: chosen });
    expect(comparisons[0]?.current.value.text).toBe("46.4万起");
  });

  it("finds its figures again when their article is read anew under other ids", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const [conflict] = (await analysisOf(folder.path, "2023-01")).conflicts;
    const chosen = await idOf(folder.path, "46.4万起");
    await run(folder.path, "decide", conflict?.id ?? "", "settle", "--observation", chosen, ...who);
    const captured = await idOf(folder.path, "35.1万名");
    await run(folder.path, "decide", captured, "reject", ...who);
    writeArticle(folder.path, {
      file: "a.txt",
      text: `各地扎实开展打击治理工作，成效明显。\n\n${text}`,
      published: "2023-01-12",
    });
    expect(await idOf(folder.path, "46.4万起")).not.toBe(chosen);
    const { comparisons, conflicts, findings } = await analysisOf(folder.path, "2023-01");
    expect(conflicts[0]?.settled).toBeDefined();
    expect(comparisons.map(({ current }) => current.value.text)).toEqual(["46.4万起"]);
    expect(findings).toEqual([]);
    // The sentence itself is another now: the decision is about nothing, and somebody has to look.
    writeArticle(folder.path, { file: "a.txt", text: text.replace("共破获", "总共破获"), published: "2023-01-12" });
    const after = await analysisOf(folder.path, "2023-01");
    expect(after.findings.map(({ rule }) => rule)).toContain("analysis/decision-without-object");
  });

  it("accepts a question of the checks, which is asked no more, also after its article was read anew", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const jump = {
      file: "c.txt",
      text: "2021年，全国公安机关共破获电信网络诈骗案件4.41万起。",
      published: "2022-01-12",
    };
    writeArticle(folder.path, jump);
    const asked = (await analysisOf(folder.path, "2023-01")).findings.find(({ accepted }) => accepted === undefined);
    expect(asked?.rule).toMatch(/jump|slip/u);
    expect((await run(folder.path, "decide", asked?.id ?? "", "accept", ...who)).code).toBe(0);
    const isOpen = async (): Promise<boolean> =>
      (await analysisOf(folder.path, "2023-01")).findings.some(
        ({ rule, accepted }) => rule === asked?.rule && accepted === undefined,
      );
    expect(await isOpen()).toBe(false);
    writeArticle(folder.path, { ...jump, text: `各地深入推进打击治理。\n\n${jump.text}` });
    expect(await isOpen()).toBe(false);
  });

  it("refuses what it cannot use, names what was meant, and writes nothing", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const id = await idOf(folder.path, "35.1万名");
    const slip = `${id.slice(0, -2)}${id.at(-1)}${id.at(-2)}`;
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[slip, "reject", ...who], slip === id ? id : `did you mean ${id}`],
      [["o-ffffffffffff", "reject", ...who], "nothing has the id o-ffffffffffff"],
      [[id, "settle", ...who], `unfit verdict on observation ${id}: settle`],
      [[id, "forget", ...who], "one of accept, reject, correct, settle"],
      [[id, "reject", "--by", "王"], "missing --why"],
      [[id, "reject", "--value", "3", ...who], "--value belongs to correct"],
      [[id, "correct", ...who], "nothing to correct"],
      [[id, "correct", "--value", "很多", ...who], "unusable figure"],
      [[id, "correct", "--period", "2023-13", ...who], "unusable period"],
      [[id, "correct", "--period", "2023/2022", ...who], "unusable period"],
      [[id, "correct", "--area", "某处", ...who], "unknown area"],
      [[id, "correct", "--indicator", "cases.slved", ...who], "did you mean cases.solved?"],
      [[id, "correct", "--subject", "telecom-frauds", ...who], "did you mean telecom-fraud?"],
    ];
    for (const [args, message] of cases) {
      const refused = await run(folder.path, "decide", ...args);
      expect([args, refused.code, refused.err]).toEqual([args, 2, expect.stringContaining(message)]);
    }
    expect((await run(folder.path, "decide", id, "reject", "--dry-run", ...who)).out).toContain("35.1万名 → not used");
    expect(existsSync(join(folder.path, "decisions.yaml"))).toBe(false);
  });

  it("does not write over a file that it cannot read whole", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const broken = "- {id: o-1, verdict: maybe}\n";
    writeFileSync(join(folder.path, "decisions.yaml"), broken);
    const refused = await run(folder.path, "decide", await idOf(folder.path, "35.1万名"), "reject", ...who);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("unusable decision 1")]);
    expect(readFileSync(join(folder.path, "decisions.yaml"), "utf8")).toBe(broken);
  });

  it("tells in which signed issue the figure is printed", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任");
    const { err } = await run(folder.path, "decide", await idOf(folder.path, "35.1万名"), "reject", ...who);
    expect(err).toContain("printed in the signed issue 2023-01: the next issue corrects what differs");
  });
});
