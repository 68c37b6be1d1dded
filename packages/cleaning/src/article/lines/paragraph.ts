import type { Line } from "./lines.ts";

/** One line of the clean text: the lines of the source that make it up. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly kind: "prose" | "heading" | "byline" | "row" | "other";
  /** What stands between its lines: nothing, but a space between Latin words. */
  readonly text: string;
}
