import { type ArticleMetadata, parsePartialDate } from "@jianbao/model";
import type { SearchHit } from "./record.ts";
import { type Row, json, number, string } from "./rows.ts";
import { restoredText } from "./text.ts";

/** The words of a search text: what stands between spaces, in lower case, each once. */
export function searchTerms(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().toWellFormed().split(/\s+/u))].filter((term) => term !== "");
}

/**
 * The FTS5 expression that narrows the articles down: all trigrams of all words.
 * Null where no word has three characters, so that the index cannot help.
 */
export function matchExpression(terms: readonly string[]): string | null {
  const grams = new Set<string>();
  for (const term of terms) {
    const characters = [...term];
    for (let i = 0; i + 3 <= characters.length; i++) grams.add(characters.slice(i, i + 3).join(""));
  }
  if (grams.size === 0) return null;
  return [...grams].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(" AND ");
}

/** The first place in an article where a word stands; null where a word is missing. */
export function hitOf(row: Row, terms: readonly string[]): SearchHit | null {
  const text = restoredText(row["text"]);
  const folded = foldedText(text);
  let start = Infinity;
  let length = 0;
  for (const term of terms) {
    const at = folded.indexOf(term);
    if (at < 0) return null;
    if (at < start) {
      start = at;
      length = term.length;
    }
  }
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  const metadata = json<ArticleMetadata>(row, "metadata");
  const published = metadata.published?.value ?? null;
  return {
    document: string(row, "document"),
    part: number(row, "part"),
    title: metadata.title?.value ?? null,
    published: published !== null && parsePartialDate(published) ? published : null,
    start,
    end: start + length,
    lineStart,
    line: text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd),
  };
}

/** Lower case, length kept: the few letters that grow (`İ`) stay as they are. */
function foldedText(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
}
