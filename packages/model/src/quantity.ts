import type { Unit } from "./unit.ts";

/**
 * How a figure bounds what it states: `min` 余 多 超 逾 以上, `max` 近 不足 以下, `approx` 约 左右,
 * `range` 20—30 两三百, `exact` the rest.
 */
export type Bound = "exact" | "approx" | "min" | "max" | "range";

/** A number as an article prints it, with what it can mean. */
export interface Quantity {
  /** Number + 万/亿 + 余/多 + unit of the clean text: `103亿余元`; without a prefix such as 近. */
  readonly text: string;
  /** In base units (103亿余元 → 10300000000); null where a change is stated without a level. */
  readonly value: number | null;
  readonly unit: Unit;
  /** The unit as printed, `名`; empty where none is. */
  readonly unitText: string;
  readonly bound: Bound;
  /** The least and the most that the printed figure can mean, in base units; null where it is open or unknown. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What a change is measured against: the same period a year before, the period before, the whole, an old level, or not said. */
export type ChangeBasis = "yoy" | "mom" | "share" | "from-to" | "other";

/** A change that a statement gives beside, or in place of, its level. */
export interface Change {
  readonly basis: ChangeBasis;
  /** Null for a share, which goes nowhere. */
  readonly direction: "up" | "down" | "flat" | null;
  /** 52 for 52 %, 2.2 for 2.2 个百分点, 2 for 2倍; the old level for `from-to`; null where only words are given. */
  readonly value: number | null;
  readonly unit: Unit | null;
  readonly bound: Bound;
  readonly low: number | null;
  readonly high: number | null;
  /** The words of the clean text: `同比上升近52%`. */
  readonly text: string;
}
