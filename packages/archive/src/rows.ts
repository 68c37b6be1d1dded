import {
  type ArticleFacts,
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
  type StrayBytes,
} from "@jianbao/model";
import type { SQLOutputValue } from "node:sqlite";
import { unpackedBytes } from "./blob.ts";
import type { Publication, SourceState } from "./record.ts";
import { restoredText } from "./text.ts";

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Columns that `sourceOf` and `bytesOf` need, of `sources` as s and `blobs` as b. */
export const sourceColumns =
  "s.document, s.sha256, s.format, s.encoding, s.text, s.text_of_bytes, s.places, s.strays, b.packing, b.bytes";

/** The tables that `sourceColumns` are of. */
export const sourceTables = "sources s LEFT JOIN blobs b ON b.id = s.blob";

/** Columns that `articleOf` needs, of `articles` as a and `sources` as s. */
export const articleColumns =
  "s.document, a.part, a.text, a.map, a.metadata, a.removals, a.repairs, a.headings, a.doubts, a.places";

/** The source text of a row; null where nothing could be read of the file. */
export function sourceOf(row: Row): SourceText | null {
  const text = row["text_of_bytes"] === 1 ? decoded(bytesOf(row)) : row["text"];
  if (text === null) return null;
  const source: SourceText = {
    document: string(row, "document"),
    // The schema's writer is `put`, which takes a SourceText.
    format: string(row, "format") as SourceText["format"],
    text: restoredText(text),
    encoding: string(row, "encoding"),
    places: json<SourcePlace[]>(row, "places"),
    sha256: string(row, "sha256"),
  };
  return row["strays"] === null ? source : { ...source, strays: json<StrayBytes[]>(row, "strays") };
}

/** The bytes of a row's file; null where they were not kept. */
export function bytesOf(row: Row): Uint8Array | null {
  const bytes = row["bytes"];
  return bytes instanceof Uint8Array ? unpackedBytes(string(row, "packing"), bytes) : null;
}

function decoded(bytes: Uint8Array | null): string {
  if (bytes === null) throw new TypeError("a text that is its file's bytes has lost them");
  // It was stored so only where it has these very bytes, a byte order mark among them.
  return new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
}

/** What a source file was when it was put. */
export function stateOf(row: Row): SourceState {
  return {
    document: string(row, "document"),
    key: string(row, "key"),
    sha256: string(row, "sha256"),
    program: string(row, "program"),
    facts: row["facts"] === null ? null : json<ArticleFacts>(row, "facts"),
    seen: row["seen"] === null ? null : string(row, "seen"),
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
