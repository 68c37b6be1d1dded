import { type DomainPack, type Observation, type Period, type Quantity, parsePartialDate } from "@jianbao/model";
import type { SeriesKey, Value } from "./analysis.ts";
import type { ArticleText } from "./copies.ts";
import { type Interval, intervalOf, relativeWidth } from "./interval.ts";
import { compareTexts } from "./order.ts";
import type { DatedPublication } from "./timeline.ts";

/** Below this confidence a figure is doubtful until an editor accepts it. */
export const doubtful = 0.6;

/** An observation with the article that it stands in. */
export interface Placed {
  readonly observation: Observation;
  /** The first to print it. */
  readonly publication: DatedPublication;
  readonly isCurrent: boolean;
}

/** An observation that is a value of a statistic, with what reconciling it needs. */
export interface Reading {
  readonly observation: Observation;
  readonly publication: DatedPublication;
  readonly key: SeriesKey;
  readonly period: { readonly start: string | null; readonly end: string | null };
  /** For an open end: the month (or year) of publication. */
  readonly asOf: string | undefined;
  /** The days between which the period ends: the same day twice unless its end is open. */
  readonly endFirst: string;
  readonly endLast: string;
  /** Made when it is asked for: most readings are never printed. */
  readonly value: Value;
  readonly interval: Interval;
  /** Relative width of the interval: 0 for an exact figure. */
  readonly width: number;
  readonly isDoubtful: boolean;
  /** What is known of its article's text: whose copy it is, and how full. */
  readonly text: ArticleText;
  /** Said by an article of the period, or by a copy that appeared within it. */
  readonly isCurrent: boolean;
}

/**
 * Makes a reading of an observation of the subject; null where it has no level, area, period or indicator.
 * A stock without a period (目前安装564万人) stands as of its publication.
 */
export function readingOf(
  { observation, publication, isCurrent }: Placed,
  subject: string,
  stocks: ReadonlySet<string>,
  texts: ReadonlyMap<string, ArticleText> = new Map(),
): Reading | null {
  const { quantity, period, area, indicator } = observation;
  if (observation.scope !== "aggregate" || observation.subject !== subject) return null;
  if (indicator === null || area === null || quantity === null || quantity.value === null) return null;
  const isNow = stocks.has(indicator) && isUnsaid(period);
  if ((!isUsable(period) && !isNow) || !isSound(quantity)) return null;
  const { value, unit, bound, low, high } = quantity;
  const ranged = { value, bound, low, high };
  return {
    observation,
    publication,
    key: { indicator, subject, breakdown: observation.breakdown, area, rate: observation.rate, unit },
    period: { start: period?.start ?? null, end: period?.end ?? null },
    asOf: (period?.end ?? null) === null ? publication.published.slice(0, 7) : undefined,
    endFirst: period?.end ?? publication.first,
    endLast: period?.end ?? publication.last,
    get value() {
      return { value, unit, bound, low, high, text: hedgedText(observation), observations: [observation.id] };
    },
    interval: intervalOf(ranged),
    width: relativeWidth(ranged),
    isDoubtful: observation.confidence < doubtful,
    text: texts.get(publication.key) ?? { original: publication.key, figures: 1 },
    isCurrent,
  };
}

/** Tells whether an article gives no period at all, which for a stock means: at this moment. */
export function isUnsaid(period: Period | null): boolean {
  return period === null || (period.start === null && period.end === null);
}

/** Tells whether a period has an end at least, and ends that are days in order: an editor's correction may not. */
export function isUsable(period: Period | null): period is Period {
  if (period === null || isUnsaid(period)) return false;
  if (period.start !== null && !isDay(period.start)) return false;
  if (period.end !== null && !isDay(period.end)) return false;
  return period.start === null || period.end === null || period.start <= period.end;
}

/** Tells whether a quantity's numbers can be calculated with: of a size that is counted, and a range in order. */
export function isSound({ value, low, high }: Quantity): boolean {
  if (low !== null && high !== null && low > high) return false;
  return [low, value, high].every((number) => number === null || Math.abs(number) < 1e18);
}

/** Years far off are slips of the pen, and arithmetic on them leaves the calendar. */
function isDay(text: string): boolean {
  return text.length === 10 && text >= "1900" && text < "2200" && parsePartialDate(text) !== null;
}

/** Reading order: by date of publication, then document, part and place in the text. */
export function compareReadings(
  a: Pick<Reading, "observation" | "publication">,
  b: Pick<Reading, "observation" | "publication">,
): number {
  const x = a.publication;
  const y = b.publication;
  return (
    compareTexts(x.first, y.first) || compareTexts(x.last, y.last) || compareObservations(a.observation, b.observation)
  );
}

/** The order in which one is cited for all: the first to appear, of one day the fullest article, then reading order. */
export function compareCited(a: Reading, b: Reading): number {
  return (
    compareTexts(a.publication.first, b.publication.first) ||
    compareTexts(a.publication.last, b.publication.last) ||
    b.text.figures - a.text.figures ||
    compareReadings(a, b)
  );
}

/** By document, part and place in the text. */
export function compareObservations(a: Observation, b: Observation): number {
  return (
    compareTexts(a.document, b.document) ||
    a.part - b.part ||
    a.source.start - b.source.start ||
    a.source.end - b.source.end ||
    compareTexts(a.id, b.id)
  );
}

/** Ids of the indicators that stand at a moment. */
export function stocksOf(pack: DomainPack): ReadonlySet<string> {
  return new Set(pack.indicators.filter(({ kind }) => kind === "stock").map(({ id }) => id));
}

/** The subject that a pack is about: its first. */
export function subjectOf(pack: DomainPack): string {
  return pack.subjects[0]?.id ?? pack.id;
}

/**
 * The figure as its article prints it, with the hedge that stands before or after it (近3万起, 100人左右).
 * A prefix is taken only where the bound says that it hedges: 最近 and 附近 are not 近.
 */
export function hedgedText(observation: Observation): string | null {
  const { quantity, source } = observation;
  if (quantity === null || quantity.text === "") return null;
  const { text, bound } = quantity;
  if (bound === "exact" || bound === "range") return text;
  const at = nearestPlace(source.quote, text, expectedPlace(observation));
  if (at < 0) return text;
  const before = source.quote.slice(Math.max(0, at - 4), at);
  const after = source.quote.slice(at + text.length, at + text.length + 2);
  const prefix = prefixes[bound].find((word) => before.endsWith(word)) ?? "";
  const suffix = suffixes.find((word) => after.startsWith(word)) ?? "";
  return prefix + text + suffix;
}

/** Hedges before a figure, the longest first. */
const prefixes = {
  min: ["不少于", "不低于", "超过", "突破", "至少", "超", "逾"],
  max: ["不超过", "不到", "不足", "将近", "接近", "近"],
  approx: ["大约", "大概", "约为", "约"],
} as const;

/** Hedges after a figure. */
const suffixes = ["左右", "上下", "以上", "以下", "以内"] as const;

/** Where in the quote the figure should stand, by its place in the source sentence. */
function expectedPlace({ source }: Observation): number {
  const length = source.quoteEnd - source.quoteStart;
  return length <= 0 ? 0 : ((source.start - source.quoteStart) / length) * source.quote.length;
}

function nearestPlace(quote: string, text: string, expected: number): number {
  let best = -1;
  for (let at = quote.indexOf(text); at >= 0; at = quote.indexOf(text, at + 1)) {
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best;
}
