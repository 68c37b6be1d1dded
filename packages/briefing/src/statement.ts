import type { Comparison } from "@jianbao/analysis";
import type { Data } from "@jianbao/document";
import type { ChangeBasis, Indicator } from "@jianbao/model";
import type { Phrase } from "./phrase.ts";

/** Which way a figure went. */
export type Direction = "up" | "down" | "flat";

/** One statistic of the issue, its parts worded and noted, ready to be put into a sentence or a row. */
export interface Statement {
  readonly comparison: Comparison;
  readonly indicator: Indicator | null;
  /** The indicator's label with its rate: 日均拦截电话. */
  readonly label: string;
  /** The part of the whole that is counted: 银行卡. */
  readonly part: string | null;
  /** The figure with its notes; null where the articles give a change alone. */
  readonly figure: Phrase | null;
  /** The change as an article states it. */
  readonly stated: StatedChange | null;
  /** Shares and other statements beside the figure, in the article's words. */
  readonly beside: readonly Phrase[];
  /** The change that both years' figures give; the direction is null where their ranges allow either. */
  readonly computed: {
    readonly direction: Direction | null;
    readonly number: Data;
    /** The articles that both figures stand in. */
    readonly notes: Phrase;
  } | null;
  /** Last year's figure with its notes. */
  readonly previous: Phrase | null;
}

/** A stated change, taken apart so that several can share one verb. */
export interface StatedChange {
  readonly basis: ChangeBasis;
  readonly direction: Direction | null;
  /** The size: 近52%; null where only words are given. */
  readonly number: Data | null;
  readonly notes: Phrase;
  /** The whole clause with its notes: 同比上升近52%. */
  readonly clause: Phrase;
}

/** Statements about one area and period. */
export interface Group {
  readonly when: Phrase;
  /** The area's name; null for action abroad. */
  readonly where: string | null;
  readonly statements: readonly Statement[];
}
