/** Where a printed figure comes from: the sentence in the article, and the article. */
export interface Evidence {
  /** The clean sentence that holds the figure. */
  readonly quote: string;
  /** The article's file name. */
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly published: string | null;
  /** The figure, in UTF-16 code units of the source text. */
  readonly start: number;
  readonly end: number;
  /** Address of the evidence page at the figure, relative to the report. */
  readonly href?: string;
}
