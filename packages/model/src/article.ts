import type { Area } from "./area.ts";
import type { PartialDate } from "./date.ts";
import type { SourceMap } from "./source-map.ts";
import type { Span } from "./span.ts";

/** What kind of file an article came in. */
export type SourceFormat = "text" | "html" | "markdown" | "pdf" | "docx";

/** A piece of a source text with its place in the container: a page of a PDF, a paragraph of a DOCX. */
export interface SourcePlace extends Span {
  /** 1-based. */
  readonly page?: number;
  /** 1-based. */
  readonly paragraph?: number;
  /** Left, top, right, bottom in points from the page's top left corner. */
  readonly box?: readonly [number, number, number, number];
  /** What the container shows the piece to be; running text where it is missing. */
  readonly role?: PlaceRole;
}

/**
 * What a container shows a piece of its text to be, by its form and place there.
 *
 * - `heading`: set or styled as a heading;
 * - `row`: a row of a table, its cells set apart by tabs;
 * - `caption`: beside a picture; `note`: a footnote or endnote;
 * - `furniture`: of the page, not of the text on it: running heads, page numbers, watermarks.
 */
export type PlaceRole = "heading" | "row" | "caption" | "note" | "furniture";

/** What a file says, before any judgement: the text that all source positions count in. */
export interface SourceText {
  /** The input's file name, relative to the folder of sources. */
  readonly document: string;
  readonly format: SourceFormat;
  /** The decoded text; for PDF and DOCX the text as read out of the container; for HTML the markup itself. */
  readonly text: string;
  /** The encoding that was used (`utf-8`, `gb18030`, `big5`, `utf-16le`), or `container` for PDF and DOCX. */
  readonly encoding: string;
  /** Places within the container, in text order; empty for plain text. */
  readonly places: readonly SourcePlace[];
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  /** Where the bytes of a text file are no character of its encoding, in text order; missing where there are none. */
  readonly strays?: readonly StrayBytes[];
}

/** Bytes that are no character: one U+FFFD stands for them in the source text. */
export interface StrayBytes {
  /** Where it stands in the source text. */
  readonly at: number;
  readonly bytes: readonly number[];
  /** What stood there before a byte was lost, put in or changed, where the words leave no doubt; else null. */
  readonly original: string | null;
}

/** What a sidecar file or the command line states of an article; it wins over what the text suggests. */
export interface ArticleFacts {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: PartialDate | undefined;
  readonly url?: string | undefined;
  readonly area?: string | undefined;
}

/** A fact about an article, with where it comes from. */
export interface Found<T> {
  readonly value: T;
  /** `sidecar` is stated by a person, `text` stands in the article, `inferred` follows from several hints. */
  readonly by: "sidecar" | "text" | "inferred";
  /** The words that it rests on, or how it was inferred. */
  readonly evidence: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Facts about an article; what was not found is null. */
export interface ArticleMetadata {
  readonly title: Found<string> | null;
  readonly publisher: Found<string> | null;
  readonly byline: Found<string> | null;
  readonly published: Found<PartialDate> | null;
  readonly url: Found<string> | null;
  /** The article's own area, which 我省 and 全市 refer to. */
  readonly area: Found<Area> | null;
  /** The script that the article was written in. */
  readonly script: "hans" | "hant" | "mixed";
}

/** Text of the source that is not the article's and was left out. */
export interface Removal {
  /** In the source text. */
  readonly span: Span;
  /** `cleaning/kebab-name`. */
  readonly rule: string;
  /** Why, in a few words for a person. */
  readonly reason: string;
  /** 0 to 1: how sure. */
  readonly score: number;
}

/** Damage that was undone: the source characters and what stands in the clean text for them. */
export interface Repair {
  /** In the source text. */
  readonly span: Span;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/** Text that stays in the article and may not be the article's, or may be damaged: figures in it are less sure. */
export interface Doubt {
  /** In the clean text. */
  readonly cleanSpan: Span;
  /** `cleaning/kebab-name`, of the rule that would remove or repair it were it surer. */
  readonly rule: string;
  /** Why, in a few words for a person. */
  readonly reason: string;
  /** 0 to 1: how likely the text is not what the article says. */
  readonly score: number;
}

/** One article, clean: simplified script, full-width punctuation, one paragraph a line. */
export interface CleanArticle {
  readonly document: string;
  /** Numbers the article within its file, from 1. */
  readonly part: number;
  readonly text: string;
  /** From the whole source text (of `document`) to `text`. */
  readonly map: SourceMap;
  readonly metadata: ArticleMetadata;
  readonly removals: readonly Removal[];
  readonly repairs: readonly Repair[];
  /** Spans of `text` that are headlines or headings, for extraction to treat as such. */
  readonly headings: readonly Span[];
  /** What is kept although it is doubtful, in text order; spans may overlap. */
  readonly doubts: readonly Doubt[];
  /** Places within the container (PDF pages, DOCX paragraphs), in source positions. */
  readonly places: readonly SourcePlace[];
}
