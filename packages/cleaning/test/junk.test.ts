import { expect, test } from "vitest";
import {
  type Block,
  type Outcome,
  articles,
  blocksOf,
  outcomeOf,
  plainArticles,
  plant,
  randomFrom,
  serviceArticles,
} from "./planting.ts";

const blocks = [...blocksOf("trades.json"), ...blocksOf("page.json")];
const tuned = [...blocks.filter(({ held }) => held === null), ...blocksOf("more.json")];
const held = blocks.filter((block) => block.held !== null);
/** Written before the rules for the voice of a line, in kinds of their own: offers in a line, what readers and pages say. */
const fresh = blocksOf("fresh.json");
/** Others written with these, in other kinds, and not looked into while the rules were made. */
const freshHeld = blocksOf("fresh-held.json");

/** Plants every block some times, two in an article, at random places, and cleans what comes of it. */
async function outcomes(texts: readonly string[], planted: readonly Block[], rounds: number): Promise<Outcome[]> {
  const random = randomFrom(20_240_607);
  const found: Outcome[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < planted.length; i += 2) {
      const pair = [planted[i], planted[(i * 7 + round * 13 + 5) % planted.length]].filter((one) => one !== undefined);
      const article = texts[Math.floor(random() * texts.length)] ?? "";
      found.push(await outcomeOf(plant(article, pair, random)));
    }
  }
  return found;
}

/** The share of blocks that are gone to the last character, of their characters, and the pieces lost a document. */
function sharesOf(found: readonly Outcome[]): { blocks: number; characters: number; lost: number } {
  const all = found.flatMap((one) => one.blocks);
  const size = all.reduce((sum, block) => sum + block.size, 0);
  const left = all.reduce((sum, block) => sum + block.left.length, 0);
  return {
    blocks: all.filter((block) => block.left === "").length / all.length,
    characters: 1 - left / size,
    lost: found.reduce((sum, { lost }) => sum + lost.length, 0) / found.length,
  };
}

test("there are articles, kinds and blocks enough", () => {
  expect(articles().length).toBeGreaterThanOrEqual(60);
  expect(new Set([...tuned, ...held].map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(60);
});

test.each([...articles(), ...serviceArticles()].map((text) => [text.split("\n")[0] ?? "", text] as const))(
  "loses nothing of %j where nothing is planted",
  async (_title, text) => {
    const own = Array.from({ length: text.length }, () => true);
    expect((await outcomeOf({ text, own, spans: [] })).lost).toEqual([]);
  },
);

test("removes planted blocks, and hardly ever a line of the article", async () => {
  const shares = sharesOf(await outcomes(articles(), tuned, 3));
  expect(shares.blocks).toBeGreaterThanOrEqual(0.98);
  expect(shares.characters).toBeGreaterThanOrEqual(0.985);
  expect(shares.lost).toBe(0);
}, 60_000);

test("removes blocks and kinds that it was not tuned on", async () => {
  const shares = sharesOf(await outcomes(articles(), held, 3));
  expect(shares.blocks).toBeGreaterThanOrEqual(0.92);
  expect(shares.characters).toBeGreaterThanOrEqual(0.92);
  expect(shares.lost).toBe(0);
}, 60_000);

test.each([
  ["made with the rules", fresh, 0.91],
  ["in kinds that were not looked into", freshHeld, 0.82],
] as const)(
  "removes lines that no word gives away: %s",
  async (_name, planted, least) => {
    const shares = sharesOf(await outcomes(articles(), planted, 3));
    expect(shares.blocks).toBeGreaterThanOrEqual(least);
    expect(shares.lost).toBe(0);
  },
  60_000,
);

test.each([
  ["for the next fit", "kinds.json", 0.83],
  ["held back from every fit", "kinds-held.json", 0.83],
  ["of sites, accounts and papers", "classes.json", 0.9],
  ["of sites, accounts and papers, held back", "classes-held.json", 0.89],
  ["of telephones' screens", "screens.json", 0.84],
  ["of telephones' screens, held back", "screens-held.json", 0.82],
  ["of kinds that stayed most often, for the next fit", "screens-2.json", 0.58],
] as const)(
  "removes kinds that nobody had in mind when the rules were written: %s",
  async (_name, file, least) => {
    const shares = sharesOf(await outcomes(articles(), blocksOf(file), 2));
    expect(shares.blocks).toBeGreaterThanOrEqual(least);
    expect(shares.lost).toBe(0);
  },
  60_000,
);

test.each([
  ["for the next fit", "clean.json", 0],
  ["held back from every fit", "clean-held.json", 0],
  ["of delicate kinds, held back", "delicate-held.json", 0],
  ["notices, prices, calls and quoted offers", "delicate-2.json", 0],
  ["notices, prices, calls and quoted offers, held back", "delicate-2-held.json", 0],
  ["of offers, apps and readers' words", "matters.json", 0],
  ["of offers, apps and readers' words, held back", "matters-held.json", 0],
] as const)("loses few articles' lists and notices where nothing is planted: %s", async (_name, file, most) => {
  const harmed: string[] = [];
  for (const text of plainArticles(file)) {
    const own = Array.from({ length: text.length }, () => true);
    if ((await outcomeOf({ text, own, spans: [] })).lost.length > 0) harmed.push(text.split("\n")[0] ?? "");
  }
  expect(harmed.length).toBeLessThanOrEqual(most);
});

test.each([
  ["for the next fit", ["delicate-2.json", "clean.json"], 0.03],
  ["held back from every fit", ["delicate-2-held.json", "delicate-held.json", "clean-held.json"], 0.06],
] as const)(
  "hardly ever loses a line of an article's lists and notices where blocks stand among them: %s",
  async (_name, files, most) => {
    const found = await outcomes(files.flatMap(plainArticles), tuned, 2);
    expect(found.filter(({ lost }) => lost.length > 0).length / found.length).toBeLessThanOrEqual(most);
  },
  60_000,
);

test("keeps what serves the readers, beside what sells", async () => {
  const shares = sharesOf(await outcomes(serviceArticles(), tuned, 2));
  expect(shares.characters).toBeGreaterThanOrEqual(0.9);
  expect(shares.lost).toBe(0);
}, 60_000);
