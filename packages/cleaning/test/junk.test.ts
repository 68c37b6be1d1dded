import { expect, test } from "vitest";
import { type Block, type Outcome, articles, blocksOf, outcomeOf, plant, randomFrom } from "./planting.ts";

const blocks = [...blocksOf("trades.json"), ...blocksOf("page.json"), ...blocksOf("more.json")];

/** Plants every block some times, two in an article, at random places, and cleans what comes of it. */
async function outcomes(planted: readonly Block[], rounds: number): Promise<Outcome[]> {
  const random = randomFrom(20_240_607);
  const texts = articles();
  const found: Outcome[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < planted.length; i += 2) {
      const pair = [planted[i], planted[i + 1]].filter((block) => block !== undefined);
      const article = texts[Math.floor(random() * texts.length)] ?? "";
      found.push(await outcomeOf(plant(article, pair, random)));
    }
  }
  return found;
}

/** The share of blocks that are gone to the last character, and of their characters. */
function sharesOf(found: readonly Outcome[]): { blocks: number; characters: number; lost: string[] } {
  const all = found.flatMap((one) => one.blocks);
  const size = all.reduce((sum, block) => sum + block.size, 0);
  const left = all.reduce((sum, block) => sum + block.left.length, 0);
  return {
    blocks: all.filter((block) => block.left === "").length / all.length,
    characters: 1 - left / size,
    lost: found.flatMap((one) => one.lost),
  };
}

test("there are articles, kinds and blocks enough", () => {
  expect(articles().length).toBeGreaterThanOrEqual(60);
  expect(new Set(blocks.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(60);
});

test.each(articles().map((text) => [text.split("\n")[0] ?? "", text] as const))(
  "loses nothing of %j where nothing is planted",
  async (_title, text) => {
    const own = Array.from({ length: text.length }, () => true);
    expect((await outcomeOf({ text, own, spans: [] })).lost).toEqual([]);
  },
);

test("removes planted blocks and no sentence of the article", async () => {
  const { blocks: whole, characters, lost } = sharesOf(await outcomes(blocks, 2));
  expect(lost.length).toBeLessThanOrEqual(12);
  expect(whole).toBeGreaterThanOrEqual(0.83);
  expect(characters).toBeGreaterThanOrEqual(0.89);
}, 60_000);
