import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Article, plainText } from "../scripts/article.ts";
import { folder, readArticles } from "../scripts/workspace.ts";

interface Change {
  readonly basis: string;
  readonly direction: string | null;
  readonly value: number;
  readonly unit: string;
}

interface Expected {
  readonly doc: string;
  readonly text: string;
  readonly n: number;
  readonly value: number | null;
  readonly unit: string;
  readonly indicator: string | null;
  readonly scope: string;
  readonly area: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly bound: string;
  readonly change: readonly Change[] | null;
  readonly subject: string;
}

const read = (name: string): string => readFileSync(new URL(name, folder), "utf8").trimEnd();
const expected = read("expected.jsonl")
  .split("\n")
  .map((line) => JSON.parse(line) as Expected);
const [, ...facts] = read("facts.csv")
  .split("\n")
  .map((line) => line.split(","));
const articles = readArticles();
const published = new Map(articles.map((article) => [article.source, article.facts.published]));

test.each(facts)("the national figure of %s, %s, %s to %s, %s %s is expected of an article", (...fact) => {
  const [month = "", area, start, end = "", indicator, value = "", unit, bound, change = ""] = fact;
  const found = expected.filter(
    (row) =>
      published.get(row.doc)?.startsWith(month) === true &&
      row.area === area &&
      row.start === start &&
      (end === "" || row.end === end) &&
      row.indicator === indicator &&
      row.value === (value === "" ? null : Number(value)) &&
      row.unit === unit &&
      (bound === "" || row.bound === bound) &&
      row.scope === "aggregate" &&
      row.subject === "telecom-fraud" &&
      (change === "" || row.change?.some((stated) => wordsOf(stated) === change) === true),
  );
  expect(found).not.toHaveLength(0);
});

test("each source is expected to give something, and nothing is expected of files that are not there", () => {
  const sources = articles.map((article) => article.source).filter((source) => source !== null);
  expect([...new Set(expected.map((row) => row.doc))].sort()).toEqual(sources.sort());
});

test("figures are expected in reading order, each as the clean article prints it", () => {
  const position = new Map<string, number>();
  const misplaced: string[] = [];
  for (const row of expected) {
    const text = cleanTextOf(row.doc);
    const from = position.get(row.doc) ?? 0;
    const at = text.indexOf(row.text, from);
    if (at < from) misplaced.push(`${row.doc}: ${row.text} after ${from}`);
    position.set(row.doc, at + row.text.length);
  }
  expect(misplaced).toEqual([]);
});

test("a restated figure is numbered by its occurrence", () => {
  const counts = new Map<string, number>();
  const numbers = expected.map((row) => {
    const key = `${row.doc} ${row.text}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${key} ${count}`;
  });
  expect(expected.map((row) => `${row.doc} ${row.text} ${row.n}`)).toEqual(numbers);
});

test("values follow from the printed figures", () => {
  for (const row of expected) {
    // Matches `13.1万起`, `100余亿元`, `1,215人`; must not match `两万起` or `基本持平`.
    const match = /^(\d[\d,]*(?:\.\d+)?)[余多]?([万亿]?)[余多]?/u.exec(row.text);
    if (!match || row.value === null) continue;
    const power = match[2] === "万" ? 1e4 : match[2] === "亿" ? 1e8 : 1;
    expect(row.value).toBeCloseTo(Number(match[1]?.replaceAll(",", "")) * power, 3);
  }
});

test("the two articles on 2020 disagree, and the five-year total comes after both issues", () => {
  const solved = expected.filter((row) => row.indicator === "cases.solved" && row.area === "CN");
  const of = (doc: string): (string | number | null)[][] =>
    solved.filter((row) => row.doc === doc).map((row) => [row.value, row.start, row.end]);
  expect(of("2021-01-04-tongbao.txt")).toEqual([[256000, "2020-01-01", "2021-01-04"]]);
  expect(of("2021-04-liangpian.txt")).toEqual([[322000, "2020-01-01", "2020-12-31"]]);
  expect(of("2024-05-wunian.txt")).toEqual([[1945000, "2019-01-01", "2023-12-31"]]);
  expect((published.get("2024-05-wunian.txt") ?? "") > "2024-01-31").toBe(true);
});

test("stated changes agree with the levels, but for the one that is meant not to", () => {
  const wrong: string[] = [];
  for (const row of expected) {
    const stated = row.change?.find((change) => change.basis === "yoy" && change.unit === "percent");
    const before = expected.find(
      (other) =>
        other.indicator === row.indicator &&
        other.area === row.area &&
        other.subject === row.subject &&
        other.value !== null &&
        other.start === yearEarlier(row.start) &&
        other.end === yearEarlier(row.end),
    );
    if (stated === undefined || row.value === null || before?.value === null || before === undefined) continue;
    const computed = (row.value / before.value - 1) * 100;
    const sign = stated.direction === "down" ? -1 : 1;
    if (Math.abs(computed - sign * stated.value) > 0.8) wrong.push(`${row.doc} ${row.text}`);
  }
  expect(wrong).toEqual(["gansu-2023-12.txt 5588起"]);
});

test("three provinces give five indicators for 2022 and for 2023", () => {
  for (const area of ["CN-JX", "CN-GS", "CN-FJ"]) {
    for (const year of ["2022", "2023"]) {
      const whole = expected.filter(
        (row) => row.area === area && row.start === `${year}-01-01` && row.end === `${year}-12-31`,
      );
      const indicators = new Set(whole.map((row) => row.indicator));
      expect([...indicators]).toEqual(
        expect.arrayContaining([
          "cases.solved",
          "suspects.captured",
          "gangs.dismantled",
          "funds.stopped",
          "people.dissuaded",
        ]),
      );
    }
  }
});

function cleanTextOf(source: string): string {
  const first = articles.find((article) => article.source === source);
  if (first === undefined) throw new RangeError(`no article is made into ${source}`);
  const followers = first.recipe
    .filter((step) => step.name === "followed-by")
    .map((step) => articles.find((article) => article.slug === step.options));
  return [first, ...followers]
    .filter((article): article is Article => article !== undefined)
    .map(plainText)
    .join("\n");
}

function wordsOf(change: Change): string {
  return `${change.basis} ${change.direction} ${change.value} ${change.unit}`;
}

function yearEarlier(date: string | null): string | null {
  return date === null ? null : `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}
