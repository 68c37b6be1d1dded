import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jianbao, temporaryFolder } from "./run.ts";

const packs = join(import.meta.dirname, "..", "..", "..", "packages", "domains");

/** A copy of a pack that comes with jianbao, with one file changed. */
function copyPack(to: string, file: string, change: (text: string) => string): void {
  cpSync(join(packs, "road-traffic"), to, { recursive: true });
  writeFileSync(join(to, file), change(readFileSync(join(to, file), "utf8")));
}

describe("jianbao domain check", () => {
  it("names file, line, column, what is wrong and the remedy, and shows the line", async () => {
    using folder = temporaryFolder();
    copyPack(join(folder.path, "mine"), "campaigns.yaml", (text) => `${text}- { name: 新行动, start: 2024-13-01 }\n`);
    const { code, out } = await jianbao(folder.path, ["domain", "check", "mine"]);
    expect(code).toBe(1);
    const line = readFileSync(join(folder.path, "mine", "campaigns.yaml"), "utf8").split("\n").length - 1;
    expect(out.split("\n")).toEqual([
      `error campaigns.yaml:${line}:23: odd date: 2024-13-01 [domains/odd-date]`,
      "  → write it as 2024-03-01, or leave it out",
      `  ${line} │ - { name: 新行动, start: 2024-13-01 }`,
      "",
    ]);
  });

  it("says it in Chinese to who works in Chinese, whatever is wrong", async () => {
    using folder = temporaryFolder();
    const wrong: Readonly<Record<string, string>> = {
      "pack.yaml":
        "id: Fire\nlabels: { zh-Hans: 火, en: Fire }\nthemes:\n  - { id: a, labels: { zh-Hans: 甲 } }\n  - { id: a, labels: { zh-Hans: 乙 } }\n",
      "indicators.yaml":
        "- id: 火\n  labels: { zh-Hans: 火 }\n  theme: b\n  unit: 起\n  rise: 坏\n  nouns: 火\n  verbs:\n  phrases: [119]\n  teme: a\n  zh-Hans: 火\n  abroad: no\n",
      "subjects.yaml": "- id: x\n  labels: 火\n  words: []\n  whole: yes\n",
      "campaigns.yaml": "- name：一\n-id: 二\n\tname:三\n",
      "organisations.yaml": "- name: [一\n",
      "other.yaml": "",
    };
    for (const [name, text] of Object.entries(wrong)) writeFileSync(join(folder.path, name), text);
    const { out } = await jianbao(folder.path, ["domain", "check", "."], { tongue: "zh" });
    const problems = out.split("\n").filter((line) => /^(?:错误|警告|提示)/u.test(line));
    expect(problems.length).toBeGreaterThan(14);
    for (const line of out.split("\n").filter((row) => row !== "" && !row.includes("│"))) {
      expect(line).toMatch(/\p{Script=Han}/u);
      expect(line).not.toMatch(/[a-z]{3,} [a-z]{2,}/u);
    }
  });

  it("is for machines as well", async () => {
    using folder = temporaryFolder();
    copyPack(join(folder.path, "mine"), "pack.yaml", (text) => text.replace("id: hazards", "id：hazards"));
    const { out } = await jianbao(folder.path, ["domain", "check", "mine", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ valid: false });
  });

  it("asks for a folder with a pack", async () => {
    using folder = temporaryFolder();
    expect(await jianbao(folder.path, ["domain", "check", "nowhere"])).toMatchObject({ code: 2 });
    expect((await jianbao(folder.path, ["domain", "check", "."])).err).toContain("no YAML files");
    expect((await jianbao(folder.path, ["domain", "mend", "."])).err).toContain("jianbao domain");
  });
});

describe("jianbao domain init and try", () => {
  it("begins a pack that is without fault and reads its own example", async () => {
    using folder = temporaryFolder();
    expect(await jianbao(folder.path, ["domain", "init", "fire"])).toMatchObject({ code: 0 });
    expect(existsSync(join(folder.path, "fire", ".schema", "indicators.schema.json"))).toBe(true);
    expect((await jianbao(folder.path, ["domain", "check", "fire"])).out).toBe(
      "fire: 6 indicators, 2 themes, 3 subjects\n",
    );
    const { code, out } = await jianbao(folder.path, ["domain", "try", "fire"], { tongue: "zh" });
    expect(code).toBe(0);
    expect(out).toContain("310起  cases.handled 查处案件 ← 查处 + 案件");
    expect(out).toContain("〔查处 动词〕");
    expect(out).toContain("6 个指标里，读到了 6 个");
    expect((await jianbao(folder.path, ["domain", "init", "fire"])).code).toBe(2);
    expect((await jianbao(folder.path, ["domain", "init", "火灾"])).code).toBe(0);
    expect((await jianbao(folder.path, ["domain", "init", "x", "--id", "Fire!"])).err).toContain("unusable id: Fire!");
  });

  it("tells which words were found, and why a figure is of no indicator", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["domain", "init", "food"]);
    const article =
      "2023年，全市食品安全检查中发现食品问题218处，没收食品3起，抽检合格率减去不合格率为1.4%，培训人员560人。";
    writeFileSync(join(folder.path, "a.txt"), article);
    const { out } = await jianbao(folder.path, ["domain", "try", "food", "a.txt", "--published", "2024-01-09"]);
    expect(out).toContain("218处  no indicator");
    expect(out).toMatch(/goods\.seized 没收问题食品: .*食品.*, of another unit/u);
    expect(out).toMatch(
      /1\.4% {2}no indicator.*\n(?: {2}.*\n)+? {2}samples\.pass_rate 抽检合格率: 合格率, ruled out by a word of not \(不合格率\)/u,
    );
    expect(out).toMatch(/560人 {2}no indicator.*\n.*\n {2}no word of the pack stands beside it/u);
    expect(out).toContain("figures of 0 of 6 indicators");
    const explained = await jianbao(folder.path, ["extract", "a.txt", "--domain", "food", "--explain"]);
    expect(explained.out).toMatch(
      /^218处 .*\n {2}indicator {1,}—\n {2}near {1,}sites\.inspected 检查单位: 检查, a verb/mu,
    );
  });

  it("says what is wrong with a pack that cannot be read, with the line", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["domain", "init", "food"]);
    const file = join(folder.path, "food", "indicators.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("unit: case", "unit：case"));
    const { code, out } = await jianbao(folder.path, ["domain", "try", "food"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^error indicators\.yaml:\d+:7: full-width colon after a field/u);
  });
});

describe("a pack in a workspace", () => {
  it("begins one by name or by folder, and is the one that extract reads with there", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["domain", "init", "food"]);
    await jianbao(folder.path, ["init", "a", "--domain", "food"]);
    await jianbao(folder.path, ["init", "b", "--domain", "road-traffic"]);
    expect(readFileSync(join(folder.path, "a", "briefing.yaml"), "utf8")).toMatch(/^domain: food /mu);
    expect(existsSync(join(folder.path, "a", "domains", "food", ".schema", "pack.schema.json"))).toBe(true);
    const inside = await jianbao(join(folder.path, "a"), ["extract", "sources/example.txt", "--format", "csv"]);
    expect(inside.out).toContain("cases.handled");
    expect((await jianbao(join(folder.path, "b"), ["extract", "sources/example.txt"])).out).toContain("drink.drunk");
    const named = await jianbao(folder.path, ["extract", "a/sources/example.txt", "--domain", "food"]);
    expect(named.out).toContain("samples.pass_rate");
    expect((await jianbao(folder.path, ["init", "c", "--domain", "nowhere"])).code).toBe(2);
  });

  it("builds an issue on road traffic, with its sections", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", ".", "--domain", "road-traffic"]);
    const { code, err } = await jianbao(folder.path, ["build", "2024-01", "--format", "html,json,csv"]);
    expect([code, err]).toEqual([0, ""]);
    const html = readFileSync(join(folder.path, "out", "2024-01", "briefing.html"), "utf8");
    expect(html).toContain("道路交通安全简报");
    for (const section of ["事故", "执法", "隐患治理", "车辆与驾驶人"])
      expect(html).toMatch(new RegExp(`<h2[^>]*>[^<]*${section}`, "u"));
    expect(html).not.toContain("诈骗");
  });
});
