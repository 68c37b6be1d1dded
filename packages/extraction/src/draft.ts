import type { Area, Change, Indicator, Period, Rate, Scope, Span } from "@jianbao/model";
import type { Figure } from "./figure.ts";
import type { Meaning } from "./meaning.ts";

/** A statement that has been read, before it gets its place in the source and its id. */
export interface Draft {
  /** The figure that it stands at, in the clean text. */
  readonly span: Span;
  readonly sentence: Span;
  /** Null for a change without a level. */
  readonly figure: Figure | null;
  readonly meaning: Meaning | null;
  indicator: Indicator | null;
  readonly measure: string;
  subject: string;
  readonly breakdown: string | null;
  scope: Scope;
  area: Area;
  period: Period | null;
  /** How the period was found: in the sentence, carried over, or by the article's title. */
  periodBy: "stated" | "carried" | "default" | "none";
  readonly actor: string | null;
  readonly rate: Rate | null;
  readonly changes: Change[];
}
