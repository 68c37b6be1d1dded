import { readFileSync, readdirSync } from "node:fs";
import { type Article, parseArticle } from "./article.ts";

/** The folder of this workspace. */
export const folder: URL = new URL("../", import.meta.url);

/** Reads the clean originals in order of their file names. */
export function readArticles(): Article[] {
  const articles = new URL("articles/", folder);
  return readdirSync(articles)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => parseArticle(name.slice(0, -3), readFileSync(new URL(name, articles), "utf8")));
}
