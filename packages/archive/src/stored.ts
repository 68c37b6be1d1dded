import {
  type CleanArticle,
  type IsoDate,
  type Observation,
  type PartialDate,
  lastDay,
  parsePartialDate,
} from "@jianbao/model";
import type { SQLInputValue } from "node:sqlite";
import { type Blob, packedBytes } from "./blob.ts";
import { type SourceRecord, digestOf, recordKey } from "./record.ts";
import { storedText } from "./text.ts";

/**
 * A record as it is written: values of columns and nothing else, so that it can be made in one thread and written in
 * another. `storedRecord` makes it, `Archive.putStored` takes it.
 */
export interface StoredRecord {
  readonly document: string;
  readonly key: string;
  readonly sha256: string;
  readonly blob: Blob | null;
  readonly seen: string | null;
  /** Columns of `sources` after `document`, `key`, `blob`, `seen`; the order is that of `sourceColumnNames`. */
  readonly source: readonly SQLInputValue[];
  /** One list of columns an article. */
  readonly articles: readonly StoredArticle[];
  /** One list of columns an observation, in text order. */
  readonly observations: readonly (readonly SQLInputValue[])[];
  /** Diagnostics as JSON. */
  readonly diagnostics: readonly string[];
}

/** An article's columns, with the text that the search index takes; null where it is the very text of the column. */
export interface StoredArticle {
  readonly columns: readonly SQLInputValue[];
  readonly searchable: string | null;
}

/** Columns of `sources` that a `StoredRecord` lists in `source`. */
export const sourceColumnNames =
  "sha256, program, facts, format, encoding, text, text_of_bytes, places, strays, digest";

/** Columns of `articles` that a `StoredArticle` lists. */
export const articleColumnNames =
  "part, text, map, metadata, removals, repairs, headings, places, doubts, published_last";

/** Where the text stands among the columns of a `StoredArticle`. */
export const textColumn = 1;

/** Columns of `observations` but the source's number and the place in its order. */
export const observationColumnNames =
  "part, id, indicator, subject, breakdown, scope, area, rate, unit, period_start, period_end, value, low, high, bound, json";

/** Makes a record ready to be written. Throws a RangeError where its parts do not belong together. */
export function storedRecord(record: SourceRecord): StoredRecord {
  checkRecord(record);
  const { source } = record;
  const bytes = record.bytes ?? null;
  const articles = record.articles.map(articleValues);
  const observations = record.observations.map((observation) => JSON.stringify(observation));
  const isTextOfBytes = source !== null && bytes !== null && isUtf8Of(source.text, bytes);
  return {
    document: record.document,
    key: recordKey(record),
    sha256: record.sha256,
    blob: bytes === null ? null : packedBytes(bytes),
    seen: record.seen ?? null,
    source: [
      record.sha256,
      record.program,
      record.facts === null ? null : JSON.stringify(record.facts),
      source?.format ?? null,
      source?.encoding ?? null,
      source === null || isTextOfBytes ? null : storedText(source.text),
      isTextOfBytes ? 1 : 0,
      source === null ? null : JSON.stringify(source.places),
      source?.strays === undefined ? null : JSON.stringify(source.strays),
      contentDigest(source?.text ?? null, articles, observations),
    ],
    articles: record.articles.map((article, index) => {
      const [text, ...others] = articles[index] ?? articleValues(article);
      const stored = storedText(text);
      return {
        columns: [article.part, stored, ...others, publishedLast(article.metadata.published?.value ?? null)],
        searchable: stored === text ? null : text.toWellFormed().replaceAll("\0", " "),
      };
    }),
    observations: record.observations.map((observation, index) => [
      ...observationValues(observation),
      observations[index] ?? "",
    ]),
    diagnostics: record.diagnostics.map((diagnostic) => JSON.stringify(diagnostic)),
  };
}

/** An article's columns as text, in the order in which they are hashed. */
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

/** What the columns of an observation say, beside its JSON: all of it follows from the observation. */
export function observationValues(observation: Observation): readonly SQLInputValue[] {
  const { quantity, period } = observation;
  return [
    observation.part,
    observation.id,
    observation.indicator,
    observation.subject,
    observation.breakdown,
    observation.scope,
    observation.area?.code ?? null,
    observation.rate,
    quantity?.unit ?? null,
    period?.start ?? null,
    period?.end ?? null,
    quantity?.value ?? null,
    quantity?.low ?? null,
    quantity?.high ?? null,
    quantity?.bound ?? null,
  ];
}

/** The day by which an article was surely published; null where that is not known. */
export function publishedLast(published: PartialDate | null): IsoDate | null {
  return published !== null && parsePartialDate(published) !== null ? lastDay(published) : null;
}

/**
 * One hash over the texts that are stored of a source, in text order: tells whether rows were altered since.
 * An empty list of doubts, the last of an article's columns, does not count: rows that are older than it had none.
 */
export function contentDigest(
  text: string | null,
  articles: readonly (readonly string[])[],
  observations: readonly string[],
): string {
  return digestOf([text, ...articles.flatMap(counted), ...observations]);
}

function counted(values: readonly string[]): readonly string[] {
  return values.at(-1) === "[]" ? values.slice(0, -1) : values;
}

/** Tells whether a text is just what its bytes say in UTF-8, so that it need not be stored beside them. */
function isUtf8Of(text: string, bytes: Uint8Array): boolean {
  // Lone surrogates have no UTF-8; they would become U+FFFD.
  return text.isWellFormed() && Buffer.from(text, "utf8").equals(bytes);
}

/** Throws where the parts of a record do not belong together. */
function checkRecord(record: SourceRecord): void {
  const parts = new Set<number>();
  for (const article of record.articles) {
    if (article.document !== record.document) throw misplaced("article", article.document, record.document);
    if (parts.has(article.part)) throw new RangeError(`two articles are part ${article.part} of ${record.document}`);
    parts.add(article.part);
  }
  for (const observation of record.observations) {
    if (observation.document !== record.document) throw misplaced("observation", observation.document, record.document);
    if (!parts.has(observation.part)) {
      throw new RangeError(`observation ${observation.id} is of part ${observation.part}, which is not in the record`);
    }
  }
  if (record.source !== null && record.source.document !== record.document) {
    throw misplaced("source", record.source.document, record.document);
  }
}

function misplaced(what: string, document: string, expected: string): RangeError {
  return new RangeError(`${what} of ${JSON.stringify(document)} in the record of ${JSON.stringify(expected)}`);
}
