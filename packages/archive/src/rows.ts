import {
  type ArticleMetadata,
  type CleanArticle,
  type Diagnostic,
  type Doubt,
  type Observation,
  type Removal,
  type Repair,
  SourceMap,
  type SourcePlace,
  type SourceText,
  type Span,
} from "@jianbao/model";
import type { SQLOutputValue } from "node:sqlite";
import { type Publication, digestOf } from "./record.ts";
import { restoredText } from "./text.ts";

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Columns that `sourceOf` needs, of `sources`. */
export const sourceColumns = "document, sha256, format, encoding, text, places";

/** Columns that `articleOf` needs, of `articles` as a and `sources` as s. */
export const articleColumns =
  "s.document, a.part, a.text, a.map, a.metadata, a.removals, a.repairs, a.headings, a.doubts, a.places";

/** The source text of a row; null where nothing could be read of the file. */
export function sourceOf(row: Row): SourceText | null {
  if (row["text"] === null) return null;
  return {
    document: string(row, "document"),
    // The schema's writer is `put`, which takes a SourceText.
    format: string(row, "format") as SourceText["format"],
    text: restoredText(row["text"]),
    encoding: string(row, "encoding"),
    places: json<SourcePlace[]>(row, "places"),
    sha256: string(row, "sha256"),
  };
}

/** The clean article of a row, its map restored. */
export function articleOf(row: Row): CleanArticle {
  return {
    document: string(row, "document"),
    part: number(row, "part"),
    text: restoredText(row["text"]),
    map: SourceMap.parse(string(row, "map")),
    metadata: json<ArticleMetadata>(row, "metadata"),
    removals: json<Removal[]>(row, "removals"),
    repairs: json<Repair[]>(row, "repairs"),
    headings: json<Span[]>(row, "headings"),
    doubts: json<Doubt[]>(row, "doubts"),
    places: json<SourcePlace[]>(row, "places"),
  };
}

/** What source notes need of an article's row. */
export function publicationOf(row: Row): Publication {
  const metadata = json<ArticleMetadata>(row, "metadata");
  const document = string(row, "document");
  const part = number(row, "part");
  return {
    key: `${document}#${part}`,
    document,
    part,
    title: metadata.title?.value ?? null,
    publisher: metadata.publisher?.value ?? null,
    published: metadata.published?.value ?? null,
    url: metadata.url?.value ?? null,
  };
}

/** The observation of a row, exactly as it was put. */
export function observationOf(row: Row): Observation {
  return json<Observation>(row, "json");
}

/** The diagnostic of a row, exactly as it was put. */
export function diagnosticOf(row: Row): Diagnostic {
  return json<Diagnostic>(row, "json");
}

/** An article's columns as they are stored, in the order of the schema. */
export function articleValues(
  article: CleanArticle,
): readonly [string, string, string, string, string, string, string, string] {
  return [
    article.text,
    article.map.toString(),
    JSON.stringify(article.metadata),
    JSON.stringify(article.removals),
    JSON.stringify(article.repairs),
    JSON.stringify(article.headings),
    JSON.stringify(article.places),
    JSON.stringify(article.doubts),
  ];
}

/**
 * One hash over the texts that are stored of a source, in text order: tells whether rows were altered since.
 * An empty list of doubts, the last of an article's columns, does not count: rows that are older than it had none.
 */
export function contentDigest(
  source: SourceText | null,
  articles: readonly (readonly string[])[],
  observations: readonly string[],
): string {
  return digestOf([source === null ? null : source.text, ...articles.flatMap(counted), ...observations]);
}

function counted(values: readonly string[]): readonly string[] {
  return values.at(-1) === "[]" ? values.slice(0, -1) : values;
}

/** The text in a column; throws where the schema is not kept. */
export function string(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`column ${column} holds ${typeof value}, not a text`);
  return value;
}

/** The number in a column; throws where the schema is not kept. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`column ${column} holds ${typeof value}, not a number`);
  return value;
}

/** The JSON in a column, trusted to be what `put` wrote there. */
export function json<T>(row: Row, column: string): T {
  return JSON.parse(string(row, column)) as T;
}
