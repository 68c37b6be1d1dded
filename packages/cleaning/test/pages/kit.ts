import { type Article, type Part, others } from "./articles.ts";

/** How a kind of site lays out an article. */
export interface Layout {
  readonly name: string;
  /** The page for an article; `seed` chooses what stands around it. */
  readonly page: (article: Article, seed: number) => string;
  /** The lines that must come out; without it the headline and the paragraphs. */
  readonly lines?: (article: Article, seed: number) => readonly string[];
  /** How the page is stored; UTF-8 where nothing is said. */
  readonly bytes?: (page: string) => Uint8Array;
  /** The file's name, where it matters. */
  readonly document?: string;
}

/** What comes out of most layouts: the headline and the paragraphs. */
export function linesOf({ title, body }: Article): string[] {
  return [title, ...body.map((part) => part.text)];
}

/** Writes each paragraph or heading of an article with one function, and joins them. */
export function parts(article: Article, write: (text: string, part: Part, i: number) => string): string {
  return article.body.map((part, i) => write(part.text, part, i)).join("\n");
}

/** Headlines of other articles, other ones for another seed. */
export function pick(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_none, i) => others[(seed * 7 + i * 4) % others.length] ?? "");
}

/** Other articles as entries of a list of links. */
export function links(seed: number, count: number, write = (link: string): string => `<li>${link}</li>`): string {
  return pick(seed, count)
    .map((title, i) => write(`<a href="/a/${seed}${i}.html" target="_blank">${title}</a>`))
    .join("\n");
}

/** The day in figures: year, month and day. */
export function dayOf({ day }: Article): readonly [year: string, month: string, day: string] {
  const [year = "", month = "", date = ""] = day.split("-");
  return [year, month, date];
}
