import type { Span } from "@jianbao/model";

/** What the container or the markup says of the text, all in source positions. */
export interface Structure {
  /** Headings that are marked as such, in order. */
  readonly headings: readonly Span[];
  /** Facts that stand in the markup's head, not in its text. */
  readonly stated: readonly Stated[];
  /** Where blocks of the markup begin, in order: a paragraph seldom goes on in another block. */
  readonly blocks?: readonly number[];
  /** Lines that the markup builds as it builds the article's paragraphs, in order: they are the article's. */
  readonly settled?: readonly Span[];
  /** What to do where the file turns out to hold no article. */
  readonly remedy?: string;
}

/** A fact stated outside the text, such as `<meta name="publishdate">`. */
export interface Stated {
  readonly field: "title" | "publisher" | "published" | "url" | "byline";
  readonly value: string;
  readonly evidence: string;
}

/** Nothing but text. */
export const unstructured: Structure = { headings: [], stated: [] };
