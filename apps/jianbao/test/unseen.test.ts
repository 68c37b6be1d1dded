import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadPack } from "../src/pack.ts";
import { readArticle } from "../src/reading.ts";
import { type Expected, compare, emptyTally, f1 } from "./compare.ts";

/** An article that was written without seeing the program, with what a careful reader reads in it. */
interface Unseen {
  readonly document: string;
  readonly published?: string;
  readonly text: readonly string[];
  readonly expected: readonly Expected[];
}

/** How much of a set is read: figures found, and whole rows right. Floors that only rise. */
const sets = [
  ["a", { figures: 0.995, whole: 0.984 }],
  ["b", { figures: 0.988, whole: 0.955 }],
  ["c", { figures: 0.98, whole: 0.92 }],
  ["d", { figures: 0.99, whole: 0.99 }],
  ["e", { figures: 0.98, whole: 0.9 }],
  ["f", { figures: 0.975, whole: 0.9 }],
  ["g", { figures: 0.995, whole: 0.92 }],
  ["h", { figures: 0.98, whole: 0.88 }],
  ["i", { figures: 0.98, whole: 0.92 }],
  ["j", { figures: 0.975, whole: 0.71 }],
] as const;

test.each(sets)("reads the articles of set %s as far as is reached", async (name, reached) => {
  const articles = JSON.parse(readFileSync(new URL(`unseen/${name}.json`, import.meta.url), "utf8")) as Unseen[];
  const { pack } = await loadPack("telecom-fraud", null);
  const tally = emptyTally();
  for (const { document, published, text, expected } of articles) {
    const facts = published === undefined ? {} : { published };
    const { observations } = await readArticle(Buffer.from(text.join("\n")), document, facts, pack);
    compare(tally, document, observations, expected);
  }
  expect(f1(tally.found, tally), tally.misses.join("\n")).toBeGreaterThanOrEqual(reached.figures);
  expect(f1(tally.whole, tally), tally.misses.join("\n")).toBeGreaterThanOrEqual(reached.whole);
});
