import { expect, test } from "vitest";
import { readSource } from "../src/index.ts";
import { randomPage } from "./pdf/random-pages.ts";
import { bare } from "./pdf/score.ts";

test("reads nine in ten articles of random newspaper pages whole, paragraph by paragraph", async () => {
  let state = 777;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let all = 0;
  let whole = 0;
  for (let i = 0; i < 12; i++) {
    const page = await randomPage(random);
    if (page === null) continue;
    const { source } = await readSource(page.bytes, { document: "a.pdf" });
    const text = (source?.text ?? "").split("\n").map((line) => bare(line));
    const read = text.filter((line) => line !== "").join("\n");
    for (const article of page.articles) {
      all++;
      if (read.includes(article.map((one) => bare(one)).join("\n"))) whole++;
    }
  }
  expect(all).toBeGreaterThan(40);
  expect(whole / all).toBeGreaterThan(0.9);
});
