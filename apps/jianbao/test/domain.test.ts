import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jianbao, temporaryFolder } from "./run.ts";

const packs = join(import.meta.dirname, "..", "..", "..", "packages", "domains");

/** A copy of a pack that comes with jianbao, with one file changed. */
function copyPack(to: string, file: string, change: (text: string) => string): void {
  cpSync(join(packs, "telecom-fraud"), to, { recursive: true });
  writeFileSync(join(to, file), change(readFileSync(join(to, file), "utf8")));
}

describe("jianbao domain check", () => {
  it("names file, line, column, what is wrong and the remedy, and shows the line", async () => {
    using folder = temporaryFolder();
    copyPack(join(folder.path, "mine"), "campaigns.yaml", (text) => `${text}- { name: 新行动, start: 2024-13-01 }\n`);
    const { code, out } = await jianbao(folder.path, ["domain", "check", "mine"]);
    expect(code).toBe(1);
    const line = readFileSync(join(folder.path, "mine", "campaigns.yaml"), "utf8").split("\n").length - 1;
    expect(out.split("\n").filter((row) => !/^note|^ {2}.*(?:钱|课)|→ it could be part/u.test(row))).toEqual([
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
    copyPack(join(folder.path, "mine"), "pack.yaml", (text) => text.replace("id: money", "id：money"));
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
