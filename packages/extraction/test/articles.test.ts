import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, pack, parseNotation, rowOf } from "./notation.ts";

const folder = new URL("articles/", import.meta.url);
const totals = { expected: 0, found: 0, paired: 0, whole: 0 };
const misses: string[] = [];

for (const name of readdirSync(folder)) {
  const file = readFileSync(new URL(name, folder), "utf8");
  const head = file.slice(0, file.indexOf("\n"));
  const facts = Object.fromEntries(head.split(" ").map((pair) => pair.split("=") as [string, string]));
  const { text, expected } = parseNotation(file.slice(head.length + 1), facts["area"] ?? "CN");
  const { observations } = extract(articleOf(text, facts), pack);
  const left = [...observations];
  totals.expected += expected.length;
  totals.found += observations.length;
  for (const { start, text: figure, row } of expected) {
    const at = left.findIndex(({ source }) => source.start <= start && start < source.end);
    const [observation] = at < 0 ? [] : left.splice(at, 1);
    if (observation === undefined) {
      misses.push(`${name}: ${figure} is missed`);
      continue;
    }
    totals.paired++;
    if (rowOf(observation) === row) totals.whole++;
    else misses.push(`${name}: ${figure}\n  expected ${row}\n  read     ${rowOf(observation)}`);
  }
  for (const extra of left) misses.push(`${name}: ${extra.quantity?.text ?? ""} is none`);
}

describe("articles in many wordings", () => {
  test("have nearly all their figures found and most of them read whole", () => {
    const figures = (2 * totals.paired) / (totals.expected + totals.found);
    const whole = (2 * totals.whole) / (totals.expected + totals.found);
    expect(totals.expected).toBeGreaterThan(90);
    // A failure shows the rows that were misread, not only a ratio.
    expect({ enough: figures >= 0.97 && whole >= 0.93, misses: whole >= 0.93 ? [] : misses }).toEqual({
      enough: true,
      misses: [],
    });
  });
});
