import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const folder = new URL("../../../../shared/corpus/", import.meta.url);
const names = existsSync(folder) ? readdirSync(new URL("seeds/", folder)).sort() : [];

/** White space and the width of ，：；！？（） do not count. */
function fold(text: string): string {
  return text
    .replaceAll(/\s/gu, "")
    .replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

test("restores each article of the corpus, where it is there, to the character", async () => {
  const shares: Record<string, number> = {};
  for (const name of names) {
    const { articles } = await cleaned(readFileSync(new URL(`seeds/${name}`, folder)), { document: name });
    const mine = fold(articles.map((article) => article.text).join(""));
    const wanted = fold(readFileSync(new URL(`seeds-clean/${name}`, folder), "utf8"));
    let same = 0;
    while (same < wanted.length && mine[same] === wanted[same]) same++;
    shares[name] = same / Math.max(wanted.length, mine.length);
  }
  expect(shares).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
});
