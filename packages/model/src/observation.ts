import type { Area } from "./area.ts";
import type { Period } from "./period.ts";
import type { Change, Quantity } from "./quantity.ts";

/** A statistic of a territory or campaign over a period, or a figure of one single case, gang or operation. */
export type Scope = "aggregate" | "case";

/** What a rate is counted over: 日均, 月均, 年均. */
export type Rate = "per-day" | "per-month" | "per-year";

/** Where in the *source* text an observation stands, and the clean sentence around it. */
export interface ObservationSource {
  /** The figure, in UTF-16 code units of the source text. */
  readonly start: number;
  readonly end: number;
  /** The clean sentence that holds the figure. */
  readonly quote: string;
  /** The same sentence in the source text. */
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** For PDF and DOCX: the page or paragraph (1-based) of the figure. */
  readonly page?: number;
  readonly paragraph?: number;
}

/** One figure that states a statistic, with its meaning: one JSON object a line in `observations.jsonl`. */
export interface Observation {
  /** `o-` and 12 hexadecimal digits; stable for the same article text, place and indicator. */
  readonly id: string;
  /** The input's file name. */
  readonly document: string;
  /** Numbers the article within its file, from 1. */
  readonly part: number;
  /** An id of the subject pack, or null where no indicator fits. */
  readonly indicator: string | null;
  /** What is counted, in the words of the text: `破获电信网络诈骗案件`. */
  readonly measure: string;
  /** The pack's subject id, or the words of the text. */
  readonly subject: string;
  /** The part of the whole that is counted (银行卡, 省级), or null. */
  readonly breakdown: string | null;
  readonly scope: Scope;
  /** Null only where nothing is counted but a change is stated as words. */
  readonly quantity: Quantity | null;
  readonly area: Area | null;
  readonly period: Period | null;
  /** Who did it, in the words of the text: `公安机关`. */
  readonly actor: string | null;
  readonly rate: Rate | null;
  readonly change: readonly Change[];
  readonly source: ObservationSource;
  /** 0 to 1: how sure the reading is. */
  readonly confidence: number;
}

/**
 * The key of the statistic that an observation is a value of, without its period: two observations
 * with equal keys and periods speak of one thing.
 */
export function seriesKey(
  observation: Pick<
    Observation,
    "indicator" | "measure" | "subject" | "breakdown" | "area" | "scope" | "rate" | "quantity"
  >,
): string {
  return [
    observation.indicator ?? `measure:${observation.measure}`,
    observation.subject,
    observation.breakdown ?? "",
    observation.area?.code ?? "?",
    observation.scope,
    observation.rate ?? "",
    observation.quantity?.unit ?? "",
  ].join("|");
}
