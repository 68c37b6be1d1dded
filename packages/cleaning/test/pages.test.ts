import { decodeHTML } from "entities";
import * as OpenCC from "opencc-js";
import { expect, test } from "vitest";
import { articles, heldBack, read, score, tuned } from "./pages/measure.ts";

// The layouts held back are measured, never tuned on: `node scripts/pages.ts` tells both figures.
test.each([
  ["built on", tuned, 0.999],
  ["held back", heldBack, 0.97],
] as const)("reads the articles out of page layouts: those %s", { timeout: 120_000 }, async (_set, layouts, floor) => {
  const figures: number[] = [];
  const low: string[] = [];
  for (const layout of layouts) {
    for (const [i, article] of articles.entries()) {
      const seed = i * 3 + layout.name.length;
      const { f } = score(layout, article, seed, (await read(layout, article, seed)).text);
      figures.push(f);
      if (f < 0.95) low.push(`${layout.name}: ${article.title}: ${f.toFixed(3)}`);
    }
  }
  expect(low).toEqual([]);
  expect(figures.reduce((sum, f) => sum + f, 0) / figures.length).toBeGreaterThan(floor);
});

test("leads every figure of an article back to the same figure in the markup", async () => {
  for (const [l, layout] of [...tuned, ...heldBack].entries()) {
    const article = articles[l % articles.length];
    if (article === undefined) continue;
    const { text, source, toSource } = await read(layout, article, l);
    for (const match of text.matchAll(/\d[\d.,]*/gu)) {
      const [start, end] = toSource(match.index, match.index + match[0].length);
      expect(end - start, layout.name).toBeLessThan(900);
      // Of characters that are written out the last may be pointed at by its first sign.
      const whole = source[end - 1] === "&" ? source.indexOf(";", end) + 1 : end;
      const raw = decodeHTML(source.slice(start, whole));
      // What only copies carry stands between the characters of the source.
      expect(
        raw.replaceAll(/<(?:span|i|em|font)\s[^<>]{0,200}>[^<]{0,99}<\/|<[^<>]{0,999}>|[a-z]{1,9}>/gu, ""),
        layout.name,
      ).toContain(match[0]);
    }
  }
});

test("reads pages in traditional script as those in simplified", async () => {
  const traditional = OpenCC.Converter({ from: "cn", to: "tw" });
  for (const [l, layout] of [...tuned, ...heldBack].entries()) {
    const article = articles[l % articles.length];
    if (article === undefined || layout.bytes !== undefined || layout.name.startsWith("entities")) continue;
    const { text } = await read({ ...layout, page: (one, seed) => traditional(layout.page(one, seed)) }, article, l);
    expect(score(layout, article, l, text).f, layout.name).toBeGreaterThan(0.95);
  }
});
