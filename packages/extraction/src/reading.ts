import type { Area, Period, Span, ChangeBasis } from "@jianbao/model";
import type { AreaTopic } from "./area-topic.ts";
import { type ChangeList } from "./change.ts";
import type { Discourse } from "./discourse.ts";
import type { Draft } from "./draft.ts";
import type { Figure } from "./figure.ts";
import type { Hit, Lexicon } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import type { Paragraph, Sentence } from "./sentence.ts";
import type { TimeContext, TimeMark } from "./time-mark.ts";

/** All that is known of an article while its sentences are read in order. */
export interface Reading {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly hits: readonly Hit[];
  readonly topics: readonly AreaTopic[];
  readonly abroad: readonly Span[];
  readonly time: TimeContext;
  readonly ownArea: Area;
  /** What the article is about; null where it is of no subject of the pack. */
  readonly dominant: string | null;
  /** What the figures without any time of their own are of: the year that the title names. */
  readonly titlePeriod: Period | null;
  /** What was read before and still holds. */
  readonly held: Held;
  /** Figures that were left out. */
  readonly passed: Passed[];
}

/** A figure that is no observation, and why. */
export interface Passed {
  readonly span: Span;
  readonly reason: string;
}

/** What a sentence leaves to those after it. */
export interface Held extends Discourse {
  isCase: boolean;
  subject: string | null;
  /** What the first figure of the last sentence with figures counts. */
  meaning: Meaning | null;
  /** All that the last sentence with figures counted. */
  told: readonly Draft[];
  /** What the last figures of each unit (of things by its word) counted, and where; null where they counted different things or none of the pack. */
  readonly wholes: Map<string, { readonly meaning: Meaning | null; readonly at: number }>;
  /** Several subjects were named in the paragraph, so that none of them is carried on. */
  mixed: boolean;
}

/** What the figures of one sentence leave to those after them. */
export interface Run {
  /** Verbs and nouns of the figure before. */
  verbs: readonly Hit[];
  nouns: readonly Hit[];
  subject: string | null;
  /** The subject of the last figure that was no part of another: what goes on after the parts of a whole. */
  whole: { readonly subject: string | null } | null;
  last: Draft | null;
  /** Levels since the last change, for 同比分别上升. */
  levels: Draft[];
  list: ChangeList | null;
  /** What the last change of the sentence was measured against. */
  basis: ChangeBasis | null;
  /** Indicator of the last change without a level, for 严重暴力犯罪案件下降10.9%. */
  change: Meaning | null;
}

export interface View {
  readonly reading: Reading;
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
  readonly figures: readonly Figure[];
  readonly times: readonly TimeMark[];
  readonly topics: readonly AreaTopic[];
  /** 举行发布会: its date is none of the figures'. */
  readonly meeting: boolean;
  /** A list of highlights, each on its own. */
  readonly lead: boolean;
}

/** Tells whether a level is the base of a comparison: 去年同期为352起. */
export function isBase({ times }: View, level: { readonly span: Span } | null): boolean {
  if (level === null) return false;
  const mark = times.findLast(({ start }) => start < level.span.start);
  return mark !== undefined && mark.former && mark.until !== null && mark.until >= level.span.end;
}

export function clauseStartOf({ clauses }: Sentence, at: number): number {
  let start = clauses[0] ?? 0;
  for (const clause of clauses) {
    if (clause > at) break;
    start = clause;
  }
  return start;
}

export function clauseEndOf({ clauses, end }: Sentence, at: number): number {
  for (const clause of clauses) if (clause > at) return clause - 1;
  return end;
}

/** Tells whether a span has a figure that may be a statistic; 三类案件, 两项指标 only say how many are told of. */
export function hasFigure(figures: readonly Figure[], { start, end }: Span): boolean {
  return figures.some(
    (figure) =>
      figure.start >= start &&
      figure.start < end &&
      !(figure.numeral.chinese && (figure.value ?? 0) <= 10 && /^[类种项个]$/u.test(figure.unitText)),
  );
}

export function lastStop(text: string, from: number, at: number): number {
  for (let i = at - 1; i > from; i--) if (text[i] === "；" || text[i] === ";") return i + 1;
  return from;
}

/** Items of a list in text order that start within a span. */
export function within<T extends { readonly start: number }>(items: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || item.start >= end) break;
    found.push(item);
  }
  return found;
}

export function between(hits: readonly Hit[], span: Span): Hit[] {
  return within(hits, span).filter((hit) => hit.end <= span.end + 0);
}
