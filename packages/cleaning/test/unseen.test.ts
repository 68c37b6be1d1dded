import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clean, readSource } from "../src/index.ts";

/** A file that was written without seeing the program, with what a careful editor makes of it. */
interface Unseen {
  readonly document: string;
  readonly source?: readonly string[];
  readonly sourceBase64?: string;
  readonly articles: readonly { readonly paragraphs: readonly string[] }[];
}

/** How many files of a set come out to the character, and how many wanted characters at most do not. */
const sets = [
  ["a", { exact: 104, missing: 39 }],
  ["b", { exact: 122, missing: 68 }],
  ["c", { exact: 91, missing: 50 }],
  ["d", { exact: 98, missing: 45 }],
  ["e", { exact: 80, missing: 41 }],
  ["f", { exact: 90, missing: 86 }],
  ["g", { exact: 84, missing: 80 }],
  ["h", { exact: 40, missing: 4 }],
] as const;

test.each(sets)("restores the files of set %s as far as is reached", async (name, reached) => {
  const files = JSON.parse(readFileSync(new URL(`unseen/${name}.json`, import.meta.url), "utf8")) as Unseen[];
  let exact = 0;
  let missing = 0;
  for (const { document, source, sourceBase64, articles } of files) {
    const bytes = source === undefined ? Buffer.from(sourceBase64 ?? "", "base64") : Buffer.from(source.join("\n"));
    const read = await readSource(new Uint8Array(bytes), { document });
    const cleaned = read.source === null ? [] : clean(read.source).articles;
    const wanted = folded(articles.flatMap(({ paragraphs }) => paragraphs).join(""));
    const found = folded(cleaned.map(({ text }) => text).join(""));
    if (found === wanted) exact++;
    else missing += missingFrom(wanted, found);
  }
  expect(exact).toBeGreaterThanOrEqual(reached.exact);
  expect(missing).toBeLessThanOrEqual(reached.missing);
});

function folded(text: string): string {
  return text
    .replaceAll(/\s/gu, "")
    .replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

/** How many characters of one text another has not, whatever their order. */
function missingFrom(wanted: string, found: string): number {
  const left = new Map<string, number>();
  for (const character of found) left.set(character, (left.get(character) ?? 0) + 1);
  let missing = 0;
  for (const character of wanted) {
    const count = left.get(character) ?? 0;
    if (count === 0) missing++;
    else left.set(character, count - 1);
  }
  return missing;
}
