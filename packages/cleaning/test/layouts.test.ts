import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";
import {
  type LaidArticle,
  type Layout,
  laidArticles,
  layouts,
  lineScore,
  randomFrom,
  unmarkedLayouts,
} from "./layouts.ts";

async function scoreOf(article: LaidArticle, layout: Layout, seed: number): Promise<ReturnType<typeof lineScore>> {
  const { articles } = await cleaned(layout.set(article.blocks, randomFrom(seed)));
  return lineScore(article.blocks, articles.map(({ text }) => text).join("\n"));
}

/** Sets each article in a layout and counts what went wrong. */
async function countsOf(layout: Layout): Promise<Record<"changed" | "missed" | "parted" | "merged", string[]>> {
  const counts = { changed: [] as string[], missed: [] as string[], parted: [] as string[], merged: [] as string[] };
  for (const [i, article] of laidArticles.entries()) {
    const score = await scoreOf(article, layout, i * 7 + 1);
    if (score.changed) counts.changed.push(article.id);
    counts.missed.push(...score.missed);
    counts.parted.push(...score.parted);
    counts.merged.push(...score.merged);
  }
  return counts;
}

test.each(layouts)("gives each paragraph a line of its own in the layout: $name", async (layout) => {
  const { changed, missed, parted, merged } = await countsOf(layout);
  expect(changed).toEqual([]);
  // Of some hundreds of breaks in each layout; the columns' breaks are all in mid-sentence.
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(layout.name.startsWith("columns") ? 7 : 1);
  expect(parted.length, parted.join("\n")).toBeLessThanOrEqual(4);
  expect(merged.length, merged.join("\n")).toBeLessThanOrEqual(3);
});

test.each(unmarkedLayouts)("joins sentences where short lines alone tell paragraphs: $name", async (layout) => {
  const { changed, missed, parted, merged } = await countsOf(layout);
  expect(changed).toEqual([]);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(2);
  expect(parted.length + merged.length, [...parted, ...merged].join("\n")).toBeLessThanOrEqual(11);
});
