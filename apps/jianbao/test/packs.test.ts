import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadPack } from "../src/pack.ts";
import { readArticle } from "../src/reading.ts";
import { compare, emptyTally, f1 } from "./compare.ts";
import { readNotation } from "./packs/notation.ts";

/** How much of the articles on a pack's subject is read with nothing but its data: floors that only rise. */
const packs = [["road-traffic", { articles: 18, figures: 0.99, whole: 0.95 }]] as const;

test.each(packs)("reads articles with the pack %s, which is data alone", async (name, reached) => {
  const articles = readNotation(readFileSync(new URL(`packs/${name}.txt`, import.meta.url), "utf8"), name);
  expect(articles).toHaveLength(reached.articles);
  const { pack, diagnostics } = await loadPack(name, null);
  expect(diagnostics).toEqual([]);
  const tally = emptyTally();
  for (const { document, published, text, expected } of articles) {
    const { observations } = await readArticle(Buffer.from(text), `${document}.txt`, { published }, pack);
    compare(tally, document, observations, expected, name);
  }
  expect(f1(tally.found, tally), tally.misses.join("\n")).toBeGreaterThanOrEqual(reached.figures);
  expect(f1(tally.whole, tally), tally.misses.join("\n")).toBeGreaterThanOrEqual(reached.whole);
});
