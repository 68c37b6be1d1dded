import type { Area, Bound, Change, ClosedPeriod, DomainPack, IssuePeriod, Observation, Unit } from "@jianbao/model";
import type { Decision } from "./decision.ts";
import type { Erratum } from "./erratum.ts";
import type { PrintedFigure, SignedFigure } from "./printed.ts";
import type { FindingRule } from "./rule.ts";

/** All that an analysis is made from; the order within the lists does not matter. */
export interface AnalysisInput {
  readonly observations: readonly Observation[];
  readonly publications: readonly Publication[];
  readonly decisions: readonly Decision[];
  readonly pack: DomainPack;
  readonly period: IssuePeriod;
  /** The issue's own area. */
  readonly area: Area;
  /** What the issue before printed; null where there is none. */
  readonly previous: readonly PrintedFigure[] | null;
  /** What signed issues last said of each figure: what of it proves wrong is corrected. */
  readonly signed?: readonly SignedFigure[];
  /** SHA-256 of the files that the observations stand in, by document. */
  readonly hashes?: Readonly<Record<string, string>>;
}

/** An article as analysis needs it: where a figure was published, and when. */
export interface Publication {
  /** `document#part`: the key of source notes. */
  readonly key: string;
  readonly document: string;
  readonly part: number;
  readonly title: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where unknown. */
  readonly published: string | null;
  readonly url: string | null;
}

/** A value with what it can mean: a stated figure or the result of arithmetic on stated figures. */
export interface Value {
  /** Base units. */
  readonly value: number;
  readonly unit: Unit;
  readonly bound: Bound;
  /** Null where open or unknown. */
  readonly low: number | null;
  readonly high: number | null;
  /** The figure as its article prints it, with its prefix hedge (近, 约): null for computed values. */
  readonly text: string | null;
  /** The observations it rests on. */
  readonly observations: readonly string[];
  /** True where the articles state a change and no level: `value` is 0 then and means nothing. */
  readonly missing?: true;
}

/** What identifies a statistic, without its period. */
export interface SeriesKey {
  readonly indicator: string;
  readonly subject: string;
  readonly breakdown: string | null;
  readonly area: Area;
  readonly rate: Observation["rate"];
  readonly unit: Unit;
}

/** One statistic over time: points in order of period end, then start. */
export interface Series {
  readonly key: SeriesKey;
  readonly points: readonly Point[];
}

/** The figure of a series for one period, reconciled from one or more observations. */
export interface Point {
  readonly period: { readonly start: string | null; readonly end: string | null };
  /** For an open period (今年以来, end null): the month or year of publication, which its end lies in. */
  readonly asOf?: string;
  readonly value: Value;
  /** Changes that the articles state beside the figure. */
  readonly stated: readonly { readonly change: Change; readonly observation: string }[];
  /** Every observation of this statistic and period, the printed one first. */
  readonly observations: readonly string[];
  /**
   * How many texts state it: copies of one text count once. A text in words of its own may still take the number from
   * the same office, so that this is no count of independent counts.
   */
  readonly sources?: number;
  /** Figures of the same period that this one revises, the oldest first: printed as old → new. */
  readonly revises?: readonly { readonly value: Value; readonly published: string }[];
  /** Null where the sources agree, a later figure revises an earlier one or an editor settled it; else the index of the conflict in `Analysis.conflicts`. */
  readonly conflict: number | null;
}

/**
 * Why a figure has no change computed.
 *
 * - `missing`: the archive holds no article from the time when last year's figure would have been published
 * - `not-published`: it holds such articles, and none gives the figure
 * - `period-differs`: last year's figures are of other periods, or the period has no place in a year (campaigns)
 * - `base-zero`: last year's figure is 0
 * - `base-small`: last year's figure is a count below ten, of which percentages say nothing
 * - `open-period`: the article does not say when the period ends, or begins
 */
export type NotComparable = "missing" | "not-published" | "period-differs" | "base-zero" | "base-small" | "open-period";

/** The newest figure of a series beside the same period a year before. */
export interface Comparison {
  readonly key: SeriesKey;
  readonly current: Point;
  readonly previousPeriod: ClosedPeriod | null;
  readonly previous: Point | null;
  /** Change as an article states it; percent, percentage points or times. */
  readonly stated: { readonly change: Change; readonly observation: string } | null;
  /** Change computed from both levels, in percent (in pp where the unit is percent), with the range that their bounds allow. */
  readonly computed: ComputedChange | null;
  /** Last year's level implied by this year's level and the stated change: 推算. */
  readonly implied: Value | null;
  readonly reason: NotComparable | null;
  /** Further figures of the series that articles of the period give (single months, campaigns), newest first. */
  readonly also?: readonly Point[];
}

/** A month, a quarter or a half of the calendar. */
export type StepKind = "month" | "quarter" | "half-year";

/**
 * A series told month by month (quarter by quarter, half by half), up to the newest step that articles of the period
 * give: for sentences on 环比 and for monthly charts. Steps without a figure are left out, so that a gap stays a gap.
 */
export interface StepSeries {
  readonly key: SeriesKey;
  readonly kind: StepKind;
  /** By time; thirteen months at most. */
  readonly steps: readonly Step[];
}

/** One month, quarter or half of a series: what articles state of it and what follows from cumulative figures, apart. */
export interface Step {
  readonly period: ClosedPeriod;
  /** The figure that articles give of the step; null where none does. */
  readonly stated: Point | null;
  /** 推算: what two cumulative figures leave for the step; null where they are not known or leave too much open. */
  readonly derived: Derived | null;
  /** Against the step before it (环比). */
  readonly sequential: StepChange;
  /** Against the same step a year before (同比). */
  readonly yearly: StepChange;
}

/** A level won by subtraction: 1—9月 less 1—8月 is September. */
export interface Derived {
  /** With the range that both figures' ranges leave, above zero and no wider than a quarter of its middle; no text of its own. */
  readonly value: Value;
  /** The longer cumulative figure. */
  readonly minuend: Point;
  /** The shorter one, which begins on the same day. */
  readonly subtrahend: Point;
}

/** The change of a step, as stated beside its figure and as computed from the levels, for themselves. */
export interface StepChange {
  readonly stated: { readonly change: Change; readonly observation: string } | null;
  /** From the stated levels, else the derived ones. */
  readonly computed: ComputedChange | null;
  /** True where one of the levels is itself 推算. */
  readonly isDerived: boolean;
  /** Why nothing is computed: `missing`, `base-zero` or `base-small`; null where something is. */
  readonly reason: NotComparable | null;
}

/** A change that arithmetic gives, with the interval that the figures' ranges allow. */
export interface ComputedChange {
  readonly direction: "up" | "down" | "flat";
  /** Absolute size; percent, or pp for percentages. */
  readonly value: number;
  readonly unit: "percent" | "pp";
  /** Signed ends of the interval; null where open. */
  readonly low: number | null;
  readonly high: number | null;
  /** Digits after the point that the interval supports, 0 to 2. */
  readonly digits: number;
  readonly observations: readonly string[];
}

/** Disjoint figures for one statistic and period: shown with all sources, never silently settled. */
export interface Conflict {
  readonly id: string;
  readonly key: SeriesKey;
  readonly period: { readonly start: string | null; readonly end: string | null };
  /** One a source that stands alone, the proposed one first. */
  readonly candidates: readonly Candidate[];
  /** Why the first is proposed: `fits-series` (the other lost or doubled a 万), `later`, `more-precise`, `higher-office`, `decided`. */
  readonly rule: "fits-series" | "later" | "more-precise" | "higher-office" | "decided";
  /** True where no rule tells the candidates apart: the first is merely the first in reading order. */
  readonly tie?: boolean;
  /** True where the periods are nearly, but not fully, the same (2020年以来 said on 4 January 2021, 2020年全年). */
  readonly nearly: boolean;
  /** The decision that settled it: it is printed as settled and no question any more. */
  readonly settled?: Decision;
}

/** One side of a conflict. */
export interface Candidate {
  readonly value: Value;
  /** Keys of the texts, the earliest (of one day the fullest) first; copies are left out. */
  readonly publications: readonly string[];
  /** The candidate's own period, where it is not the conflict's. */
  readonly period?: { readonly start: string | null; readonly end: string | null };
}

/** Something a careful editor would ask about before signing. */
export interface Finding {
  readonly id: string;
  readonly rule: FindingRule;
  readonly severity: "error" | "warning" | "info";
  /** Observations concerned, in reading order. */
  readonly observations: readonly string[];
  /** Plain facts for the sentence that is written of it. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** The decision that accepted it: the severity is `info` then. */
  readonly accepted?: Decision;
}

/** A change that articles of the period state in words alone: 发案数明显下降. */
export interface StatedOnly {
  readonly key: SeriesKey;
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly stated: readonly { readonly change: Change; readonly observation: string }[];
}

/** All that an issue is written from. */
export interface Analysis {
  readonly period: IssuePeriod;
  readonly subject: string;
  /** The issue's own area. */
  readonly area: Area;
  /** Articles published within the period, and older ones whose figures are printed, by key. */
  readonly publications: Readonly<Record<string, Publication>>;
  /** Observations by id, all that any of the rest names. */
  readonly observations: Readonly<Record<string, Observation>>;
  /**
   * Newest figure of each series that an article of the period speaks of, in the pack's order of indicators;
   * and changes stated without a level (发案数同比下降3.1%), as comparisons whose current value is `missing`.
   */
  readonly comparisons: readonly Comparison[];
  /** Series of the issue's area that articles of the period speak of, over all whole years known, for charts. */
  readonly series: readonly Series[];
  /** Comparisons of other areas. */
  readonly areas: readonly Comparison[];
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  /** Against the issue before: new, revised, withdrawn; empty where there is none. */
  readonly changes: readonly IssueChange[];
  /** Figures of signed issues that were wrong, absent where there are none. */
  readonly errata?: readonly Erratum[];
  /** Single months, quarters and halves of the series that articles of the period speak of, the issue's area first. */
  readonly steps?: readonly StepSeries[];
  /** Changes stated in words alone, which no table can hold. */
  readonly statedOnly?: readonly StatedOnly[];
}

/** What happened to a figure since the issue before. */
export interface IssueChange {
  readonly kind: "new" | "revised" | "withdrawn";
  readonly key: SeriesKey;
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly before: Value | null;
  readonly after: Value | null;
}
