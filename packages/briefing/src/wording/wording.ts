import type {
  ComputedChange,
  Conflict,
  Decision,
  Finding,
  NotComparable,
  Publication,
  StepKind,
  Value,
} from "@jianbao/analysis";
import type { Area, Bound, Change, ChangeBasis, Labels, Language, Rate, Unit } from "@jianbao/model";
import type { Data, Inline } from "@jianbao/document";
import type { Phrase } from "../phrase.ts";
import type { Scale } from "./number.ts";
import type { Direction, Group } from "../statement.ts";
import type { CorrectionWording } from "./correction.ts";

/** Headings and heads that stand by themselves. */
export interface Words {
  readonly key: string;
  readonly changes: string;
  readonly areas: string;
  readonly checks: string;
  readonly conflicts: string;
  readonly doubts: string;
  readonly sources: string;
  readonly method: string;
  readonly evidence: string;
  readonly distribution: string;
  readonly other: string;
  readonly draft: string;
  readonly indicator: string;
  readonly current: string;
  readonly previous: string;
  readonly stated: string;
  readonly computed: string;
  readonly period: string;
  readonly area: string;
  readonly value: string;
  readonly overseas: string;
  /** What the chart of the lead compares. */
  readonly mainFigures: string;
  /** Before and after the page number, and after the page count. */
  readonly page: readonly [string, string, string];
}

/** Marks that stand where there is no number; each is explained under the table that uses it. */
export type Mark =
  | "unknown"
  | "unpublished"
  | "incomparable"
  | "zero-base"
  | "small-base"
  | "implied"
  | "no-level"
  | "disputed"
  | "questioned";

/** A computed change, ready to be said. */
export interface StepChangeSaid {
  /** Null where the range allows either. */
  readonly direction: Direction | null;
  readonly number: Data;
  readonly notes: Phrase;
}

/** The months of a chart. */
export interface MonthsFacts {
  /** Months of which a figure is 推算. */
  readonly derived: readonly Phrase[];
  /** Months of which all figures are of articles. */
  readonly stated: readonly Phrase[];
  readonly missing: readonly Phrase[];
  /** The statistics of the chart differ in which months are 推算 and which are missing: its marks alone tell. */
  readonly mixed: boolean;
}

/** What one month, quarter or half of a series did. */
export interface StepItem {
  readonly label: string;
  /** With its notes. */
  readonly figure: Phrase;
  /** The level is 推算: what two cumulative figures leave. */
  readonly isDerived: boolean;
  /** What articles state beside the figure: 同比上升20%. */
  readonly clauses: readonly Phrase[];
  /** Against the step before. */
  readonly sequential: StepChangeSaid | null;
  /** The level of the step before, where it is to be said. */
  readonly base: Phrase | null;
  /** Against the same step a year before. */
  readonly yearly: StepChangeSaid | null;
  /** The level of that step, where it is to be said. */
  readonly yearBase: Phrase | null;
}

/** Heads of a table of months, quarters or halves. */
export interface StepHeads {
  readonly current: string;
  readonly yearBefore: string;
  readonly before: string;
  /** Over changes against the step before. */
  readonly stated: string;
  readonly computed: string;
}

/** What the note under a table says beside its marks. */
export interface TableFacts {
  /** Bold tells changes for the worse. */
  readonly emphasised: boolean;
  /** It has a column of stated changes. */
  readonly stated: boolean;
  /** It has a column of computed changes. */
  readonly computed: boolean;
  /** Its changes are against the step before as well. */
  readonly sequential?: boolean;
  /** Why no row has the year before, so that the column is left out; empty where it stands, or is not looked for. */
  readonly unmatched: readonly Mark[];
}

/** What a conflict's sentence is written of: each side worded and noted. */
export interface ConflictParts {
  /** The statistic with its area and period. */
  readonly about: Phrase;
  /** True where one and the same source has all the figures. */
  readonly oneSource: boolean;
  /** `when` is the side's own period where it is not the conflict's. */
  readonly sides: readonly { readonly who: Phrase; readonly figure: Phrase; readonly when: Phrase | null }[];
  /** How far the first two are apart, where that can be said. */
  readonly apart: Phrase | null;
  readonly rule: Conflict["rule"];
  /** No rule tells the sides apart. */
  readonly tie: boolean;
  readonly nearly: boolean;
  /** The decision that settled it: who, when, why. */
  readonly settled: Pick<Decision, "by" | "on" | "why"> | null;
}

/** Who an issue is reported (报), sent (送) and issued (发) to. */
export interface Distribution {
  readonly report: readonly string[];
  readonly send: readonly string[];
  readonly issue: readonly string[];
  readonly copies: number | null;
}

/** One statistic by area, the highest first. */
export interface Ranking {
  readonly label: string;
  readonly rows: readonly { readonly area: string; readonly figure: Phrase }[];
  /** True where further areas publish it that are not named. */
  readonly isPart: boolean;
  /** False where what two neighbours' figures can mean overlaps, so that nobody knows which is higher. */
  readonly isOrdered: boolean;
}

/** A language's way of saying what a briefing says: every function returns a whole, finished piece. */
export interface Wording {
  readonly language: Language;
  readonly words: Words;
  /** Characters that end a sentence. */
  readonly ends: string;
  /** Between the members of a list. */
  readonly comma: string;
  /** Between members of a list that may hold commas. */
  readonly separator: string;
  readonly heading: (index: number, title: string) => string;
  readonly subheading: (index: number, title: string) => string;
  /** 第2期（总第62期） */
  readonly issueNumber: (number: number, total: number | null) => string;
  /** 报：…；送：…；发：…；共印…份, a line each. */
  readonly distribution: (list: Distribution) => readonly string[];
  readonly date: (iso: string) => Phrase;
  /** Names a statistic: 2023年全国破获案件; cases solved in China in 2023. Null is what is not known, or abroad. */
  readonly statistic: (
    period: { readonly start: string | null; readonly end: string | null } | null,
    area: Area | null,
    label: Phrase,
  ) => Phrase;
  readonly period: (period: { readonly start: string | null; readonly end: string | null }) => Phrase;
  /** What stands for a period that the sentence before has named. */
  readonly samePeriod: string;
  readonly area: (area: Area) => string;
  /** What an issue is about: 2023年12月全国打击治理电信网络诈骗情况. */
  readonly headline: (period: { readonly start: string; readonly end: string }, area: Area, subject: string) => Phrase;
  /** A label of the pack in the language's own characters and words. */
  readonly term: (labels: Labels) => string;
  readonly label: (label: string, rate: Rate | null) => string;
  readonly labelled: (label: string, part: string | null, overseas: boolean) => string;
  /** A statistic's name before its figure or figures. */
  readonly named: (name: Phrase, figure: Phrase) => Phrase;
  /** A figure with its hedge and unit; `scale` is one that it shares with figures beside it, where it can be read so. */
  readonly figure: (value: Value, unitText: string, scale?: Scale) => string;
  /** The unit behind a number: as the article prints it, or as the language calls it. */
  readonly unit: (unit: Unit, printed: string) => string;
  /** The scale in which figures that are compared can all be read. */
  readonly commonScale: (values: readonly Value[]) => Scale;
  readonly size: (value: number, bound: Bound, unit: Change["unit"], text: string) => string;
  readonly computedSize: (computed: ComputedChange) => string;
  readonly direction: (direction: Direction) => string;
  readonly changeClause: (basis: ChangeBasis, direction: Direction | null, size: Phrase) => Phrase;
  readonly tableChange: (basis: ChangeBasis, direction: Direction | null, size: string) => string;
  readonly quoted: (text: string) => string;
  /** 央视新闻《公安部通报工作情况》 */
  readonly source: (publication: Publication) => string;
  readonly note: (publication: Publication) => Phrase;
  /** The note of an article that an earlier page cites in full; null for one without a publisher, which only its title names. */
  readonly shortNote: (publication: Publication) => string | null;
  /** One note for the many articles that a chart is drawn from: publisher and date of each; the list of sources has the titles. */
  readonly sharedNote: (publications: readonly Publication[]) => Phrase;
  /** （见表1、图2）: what a section's text is beside. */
  readonly see: (references: readonly Inline[]) => Phrase;
  readonly sentences: (group: Group) => Phrase;
  /** What an issue without figures of its own area begins with: figures of other areas follow. */
  readonly elsewhereLead: (when: Phrase, area: string) => Phrase;
  /** Says on which of the figures just told sources disagree. */
  readonly disputed: (names: readonly string[]) => Phrase;
  /** What single steps of one period and area did; all of the items are derived, or none. */
  readonly steps: (when: Phrase, where: string | null, kind: StepKind, items: readonly StepItem[]) => Phrase;
  /** Heads of a table of steps. */
  readonly stepHeads: (kind: StepKind) => StepHeads;
  readonly stepCaption: (index: number, theme: string, place: string, when: Phrase, kind: StepKind) => Phrase;
  readonly monthsCaption: (index: number, label: string, unit: string) => Phrase;
  /** Which months are 推算, and which have no figure; null where there is nothing to say. */
  readonly monthsNote: (months: MonthsFacts) => Phrase | null;
  readonly emptyLead: (when: Phrase, hasArticles: boolean) => Phrase;
  /** `when` is null where rows are of different periods; `both` where the year before stands beside. */
  readonly tableCaption: (
    index: number,
    theme: string,
    places: readonly string[],
    when: Phrase | null,
    both: boolean,
  ) => Phrase;
  /** `place` is null where rows are of several areas. */
  readonly areasCaption: (index: number, place: string | null, when: Phrase | null) => Phrase;
  readonly changeCaption: (index: number, theme: string, now: Phrase, before: Phrase, unit: string) => Phrase;
  readonly seriesCaption: (index: number, theme: string, unit: string) => Phrase;
  readonly rankedCaption: (index: number, label: string, when: Phrase, unit: string) => Phrase;
  /** 2023年与2022年相比 */
  readonly against: (now: Phrase, before: Phrase) => Phrase;
  /** 2018年至2023年; one period alone as it is. */
  readonly span: (from: Phrase, to: Phrase) => Phrase;
  /** The note under a chart of changes: where they come from. */
  readonly changeNote: (kind: "stated" | "computed" | "both") => Phrase;
  readonly description: (parts: readonly string[]) => string;
  readonly mark: (mark: Mark) => string;
  readonly markFor: (reason: NotComparable | null) => Mark;
  /** The note under a table. */
  readonly marks: (marks: readonly Mark[], table: TableFacts) => string | null;
  readonly implied: (text: string) => string;
  /** Areas by each of several statistics of one period, the highest first. */
  readonly rankings: (when: Phrase, rankings: readonly Ranking[]) => Phrase;
  readonly conflict: (parts: ConflictParts) => Phrase;
  readonly apart: (difference: Phrase) => Phrase;
  /** What is odd, without the figures that it is odd about and without an end; `unitText` is those figures' unit. */
  readonly remark: (finding: Finding, unitText: string) => Phrase;
  /** What is odd about some figures: the figures, then the remarks. */
  readonly finding: (about: Phrase, remarks: readonly Phrase[]) => Phrase;
  readonly noConflicts: string;
  readonly noFindings: string;
  /** What a figure was before an article revised it. */
  readonly revised: (before: Phrase) => Phrase;
  /** Figures of one period and area that differ from the issue before; `where` is null for action abroad. */
  readonly issueChanges: (
    kind: "revised" | "withdrawn",
    when: Phrase,
    where: string | null,
    items: readonly { readonly label: string; readonly before: Phrase | null; readonly after: Phrase | null }[],
  ) => Phrase;
  /** What is new, by name and period, its figures standing in the sections; `areas` are others with new figures. */
  readonly newFigures: (
    periods: readonly { readonly when: Phrase; readonly names: readonly string[] }[],
    areas: readonly string[],
  ) => Phrase;
  /** The note of a figure that only the issue before has. */
  readonly issueBefore: string;
  /** What concerns signing and correcting. */
  readonly corrections: CorrectionWording;
  readonly noSources: string;
  readonly method: (facts: MethodFacts) => readonly string[];
  /** The scale of a chart's axis: that in which all of its values can be read. */
  readonly chartScale: (values: readonly Value[]) => Scale;
  /** Unit of a chart's values: 万起. */
  readonly chartUnit: (scale: Scale, unitText: string) => string;
  /** A value beside its mark: as printed where the language writes 万 and 亿, else in the chart's unit. */
  readonly chartFigure: (value: Value, scale: Scale, unitText: string) => string;
  /** A label in the chart's unit without that unit, its hedge kept: 2720余亿元 → 2720余. */
  readonly chartLabel: (label: string, scale: Scale, unitText: string) => string;
  /** Tells whether a label is in the chart's unit, so that a caption may name it for all. */
  readonly isInScale: (label: string, scale: Scale) => boolean;
  /** Years between others for which a series has no figure: 2021年：无全年数. */
  readonly missingYears: (
    series: readonly { readonly label: string | null; readonly years: readonly Phrase[] }[],
  ) => Phrase;
  readonly signed: (direction: Direction, size: string) => string;
}

/** What the method note says of the issue itself. */
export interface MethodFacts {
  readonly draft: boolean;
  /** The typefaces, each with the one that it stands for where that is not to be had: 仿宋. */
  readonly fonts: readonly { readonly name: string; readonly standsFor: string | null }[];
}
