import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A clean article of the pool. */
export interface Story {
  readonly title: string;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
}

const folder = join(import.meta.dirname, "..", "texts");

/** The pool's articles, in the order of its files. */
export const stories: readonly Story[] = readdirSync(folder)
  .filter((name) => /^articles-\d+\.json$/u.test(name))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Story[])
  // Articles with tables of their own are tested as such.
  .filter((story) => story.paragraphs.every((paragraph) => !/[\t\n]/u.test(paragraph)));

/** The first paragraphs of an article that together have about so many characters. */
export function cut(story: Story | undefined, length: number): string[] {
  const out: string[] = [];
  let sum = 0;
  for (const paragraph of story?.paragraphs ?? []) {
    if (sum > 0 && sum + paragraph.length > length) break;
    out.push(paragraph);
    sum += paragraph.length;
  }
  return out;
}
