import { hash } from "node:crypto";
import type {
  Area,
  ArticleFacts,
  Bound,
  CleanArticle,
  Diagnostic,
  IssuePeriod,
  Observation,
  PartialDate,
  Rate,
  SourceText,
  Unit,
} from "@jianbao/model";

/** Version of what is stored of a source file: part of its key, so that a new one has every file put anew. */
export const version = 3;

/** All that is known of one source file: what `put` takes. */
export interface SourceRecord {
  /** The file's name, relative to the folder of sources. */
  readonly document: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** What a sidecar or the command line states of the article. */
  readonly facts: ArticleFacts | null;
  /** Versions of everything that made the record of the bytes: cleaning, extraction, subject pack. */
  readonly program: string;
  /** Null where nothing could be read. */
  readonly source: SourceText | null;
  readonly articles: readonly CleanArticle[];
  readonly observations: readonly Observation[];
  readonly diagnostics: readonly Diagnostic[];
  /** The file itself, where the archive is to keep it. */
  readonly bytes?: Uint8Array | null | undefined;
  /** What the file system said of the file when it was read, in words of the app: see `Archive.markSeen`. */
  readonly seen?: string | null | undefined;
}

/** What a source file was when it was put: enough to tell whether it is to be read anew. */
export interface SourceState {
  readonly document: string;
  readonly key: string;
  readonly sha256: string;
  readonly program: string;
  readonly facts: ArticleFacts | null;
  /** As `SourceRecord.seen`; null where nothing was noted. */
  readonly seen: string | null;
}

/** How much an archive holds. */
export interface ArchiveSize {
  readonly files: number;
  readonly articles: number;
  readonly observations: number;
  /** Of the files as they arrived, those with the same bytes counted once. */
  readonly bytes: number;
}

/** An article as analysis and source notes need it. */
export interface Publication {
  /** `document#part`. */
  readonly key: string;
  readonly document: string;
  readonly part: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
}

/** Which observations to give; what is left out does not restrict. */
export interface ObservationFilter {
  readonly document?: string | undefined;
  readonly indicator?: string | undefined;
  readonly subject?: string | undefined;
  readonly area?: string | undefined;
  readonly scope?: Observation["scope"] | undefined;
  /** Only of articles surely published by this day; a month or year counts as its last day. */
  readonly publishedUntil?: string | undefined;
}

/** A place where a search text stands. */
export interface SearchHit {
  readonly document: string;
  readonly part: number;
  readonly title: string | null;
  readonly published: PartialDate | null;
  /** The first hit, in the clean text of the article. */
  readonly start: number;
  readonly end: number;
  /** The line of the clean text that holds it, and where in that text it begins. */
  readonly line: string;
  readonly lineStart: number;
}

/** An issue that was made: what the archive remembers of it. */
export interface Issue {
  readonly period: IssuePeriod;
  readonly number: string | null;
  readonly date: string | null;
  /** Null for a draft. */
  readonly signedBy: string | null;
  /** Hashes of outputs, template, language and whatever else the app wants back; JSON values. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** A figure that an issue printed; the same shape as in analysis. */
export interface PrintedFigure {
  readonly id: string;
  readonly key: {
    readonly indicator: string;
    readonly subject: string;
    readonly breakdown: string | null;
    readonly area: Area;
    readonly rate: Rate | null;
    readonly unit: Unit;
  };
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly asOf?: string;
  readonly value: {
    readonly value: number;
    readonly unit: Unit;
    readonly bound: Bound;
    readonly low: number | null;
    readonly high: number | null;
    readonly text: string | null;
    readonly observations: readonly string[];
  };
}

/** What an archived decision must have; the rest of it comes back as it went in. */
export interface ArchivedDecision {
  /** Of an observation, conflict or finding. */
  readonly id: string;
}

/** The key under which a source file is stored: equal keys mean that nothing need be done again. */
export function recordKey(record: Pick<SourceRecord, "sha256" | "facts" | "program">): string {
  const facts = Object.entries(record.facts ?? {})
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf([`${version}`, record.sha256, record.program, JSON.stringify(facts)]);
}

/** SHA-256 of texts in order; the lengths are part of it, so that no two lists are confused. */
export function digestOf(texts: readonly (string | null)[]): string {
  const lengths = texts.map((text) => (text === null ? "-" : `${text.length}`)).join(" ");
  return hash("sha256", `${lengths}\n${texts.join("")}`);
}
