import type { PageLine } from "./lines.ts";

/** A line on its way into the text, with the page that it stands on. */
export interface Placed {
  readonly line: PageLine;
  readonly page: number;
}
