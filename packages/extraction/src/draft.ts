import type { Area, Change, Indicator, Period, Rate, Scope, Span } from "@jianbao/model";
import { areaAt } from "./area-of.ts";
import type { Figure } from "./figure.ts";
import type { Hit } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import { periodAt } from "./period-of.ts";
import type { Run, View } from "./reading.ts";
import { subjectAt } from "./subject.ts";

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

export function draftOf(
  view: View,
  hits: readonly Hit[],
  run: Run,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
  around: { left: readonly Hit[]; right: readonly Hit[] },
  clauseStart: number,
  scope: Scope,
  changes: Change[],
  span?: Span,
): Draft {
  const { reading, sentence } = view;
  const { text } = reading;
  const { period, by } = periodAt(view, at, clauseStart);
  const spanOf = span ?? { start: at, end: figure?.end ?? at };
  const isOneDay = figure?.unit === "day";
  return {
    span: { start: spanOf.start, end: spanOf.end },
    sentence: { start: sentence.start, end: sentence.end },
    figure,
    meaning,
    indicator: meaning?.indicator ?? null,
    measure: measureOf(text, at, figure, meaning, clauseStart),
    subject: subjectAt(view, hits, run, at, around, clauseStart),
    breakdown: breakdownOf(meaning, around),
    scope,
    area: areaAt(view, run, at, meaning, clauseStart, around),
    period: isOneDay ? null : period,
    periodBy: isOneDay ? "stated" : by,
    actor: actorOf(text, sentence, at),
    rate: rateOf(text, clauseStart, at, figure),
    changes,
  };
}

function breakdownOf(meaning: Meaning | null, around: { left: readonly Hit[]; right: readonly Hit[] }): string | null {
  if (meaning === null) return null;
  const isPart = ({ use }: Hit): boolean => use.parts.includes(meaning.index);
  return (around.left.findLast(isPart) ?? around.right.find(isPart))?.word ?? null;
}

const actors =
  /公安机关|检察机关|审判机关|司法机关|人民法院|公安部|检察院|警方|公安局|公安厅|反诈中心|人民银行|工信部|通信管理局|电信企业|法院|有关部门/gu;

function actorOf(text: string, sentence: Span, at: number): string | null {
  let last: string | null = null;
  for (const match of text.slice(sentence.start, at).matchAll(actors)) last = match[0];
  return last;
}

function rateOf(text: string, clauseStart: number, at: number, figure: Figure | null): Rate | null {
  if (figure === null) return null;
  const left = text.slice(clauseStart, at);
  if (/日均|平均每天|每天|每日|天均/u.test(left)) return "per-day";
  if (/月均|平均每月|每月/u.test(left)) return "per-month";
  return /年均|平均每年|每年/u.test(left) ? "per-year" : null;
}

function measureOf(
  text: string,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
  clauseStart: number,
): string {
  const end = figure?.end ?? at;
  const words: string[] = [];
  const verb = meaning?.verb ?? null;
  const noun = meaning?.noun ?? null;
  if (verb !== null && verb.start >= clauseStart && verb.start < at) {
    words.push(trimmed(text.slice(verb.start, figure?.prefixStart ?? at)));
  } else {
    if (verb !== null) words.push(verb.word);
    words.push(trimmed(text.slice(Math.max(clauseStart, at - 16), figure?.prefixStart ?? at)));
  }
  if (noun !== null && noun.start >= end && noun.end - end <= 24) words.push(text.slice(end, noun.end));
  return words.join("").slice(0, 48) || (meaning?.indicator.labels["zh-Hans"] ?? "");
}

function trimmed(text: string): string {
  return text
    .replace(/^(?:[、，,和及]|共(?!同))+/u, "")
    .replace(/(?:共计|累计|总计|合计|共|达到|达|为|约|有|分别)+$/u, "");
}
