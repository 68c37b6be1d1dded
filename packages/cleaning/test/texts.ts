import { readFileSync, readdirSync } from "node:fs";

/** A clean text of `texts/`: a whole article or a single paragraph. */
export interface CleanText {
  readonly name: string;
  readonly text: string;
}

interface Article {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

interface Kind {
  readonly kind: string;
  readonly text: string;
}

const folder = new URL("texts/", import.meta.url);

function read<T>(prefix: string): T[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith(".json"));
  return names.sort().flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as T[]);
}

/** The whole articles, a paragraph a line under the headline. */
export function articles(): CleanText[] {
  return read<Article>("articles-").map(({ id, title, paragraphs }) => ({
    name: id,
    text: [title, ...paragraphs].join("\n"),
  }));
}

/** The single paragraphs of many kinds. */
export function paragraphs(): CleanText[] {
  return read<Kind>("kinds-").map(({ kind, text }) => ({ name: `${kind}: ${text.slice(0, 12)}`, text }));
}
