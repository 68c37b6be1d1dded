import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evidenceWords } from "../../src/wording/evidence-words.ts";
import { bulkRules, cleaningWords } from "../../src/wording/cleaning-words.ts";

/** Ids of the tables of repairs and removals in the README of cleaning. */
function documentedRules(): readonly string[] {
  const readme = readFileSync(new URL("../../../cleaning/README.md", import.meta.url), "utf8");
  const changes = readme.slice(readme.indexOf("## Repairs"), readme.indexOf("## Diagnostics"));
  return [...changes.matchAll(/^\| `(cleaning\/[a-z0-9-]+)`/gmu)].map((match) => match[1] ?? "");
}

describe("the words of cleaning's rules", () => {
  const rules = documentedRules();

  test("exist for each that its README lists, in both languages", () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter((rule) => cleaningWords(rule, "zh") === null || cleaningWords(rule, "en") === null)).toEqual(
      [],
    );
    expect([...bulkRules].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test("are Chinese in a Chinese issue, even for a rule that has none", () => {
    const words = evidenceWords("zh-Hans");
    for (const rule of [...rules, "cleaning/unheard-of"]) {
      for (const type of ["repair", "removal", "doubt"] as const)
        expect(words.rule(rule, type)).not.toMatch(/[A-Za-z]/u);
    }
    expect(words.nothingLeft("is an advertisement")).toBe("（删除）");
  });
});
