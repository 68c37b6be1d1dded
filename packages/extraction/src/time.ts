import {
  type IsoDate,
  type PartialDate,
  addDays,
  addMonths,
  daysInMonth,
  isoDate,
  parsePartialDate,
} from "@jianbao/model";
import { chineseDigit, isArabic } from "./numeral.ts";

/** What a time expression means for the figures after it. */
export interface TimeMark {
  readonly start: number;
  readonly end: number;
  /**
   * `period` holds figures; `vague` (近年来) ends the reach of the period before it; `point` (近日) does so and
   * tells of one event; `aside` (去年同期, 自2022年12月1日起施行) holds no figure.
   */
  readonly type: "period" | "vague" | "point" | "aside";
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** 以来: its end is the publication date, or what the context names. */
  readonly open: boolean;
  /** A single day, as a case or a meeting has. */
  readonly day: boolean;
  /** 截至: the state at a moment. */
  readonly asOf: boolean;
  /** 目前: the moment of the report, which the next paragraph need not share. */
  readonly now: boolean;
  /** The year, where the expression is a whole one. */
  readonly wholeYear: number | null;
  /** 去年同期 that opens a statement: the text comes back to the period before it. */
  readonly former: boolean;
  /** Where its reach ends, for 去年同期 in brackets. */
  readonly until: number | null;
}

/** What an article says of time as far as it has been read. */
export interface TimeContext {
  /** The publication date as far as it is known. */
  readonly published: { readonly year: number; readonly month: number | null; readonly day: number | null } | null;
  /** The publication day, null where only the month or year is known. */
  readonly today: IsoDate | null;
  /** The year that a month without year belongs to. */
  year: number | null;
  /** The last whole year that the article reports on. */
  reported: number | null;
  /** The year that the article's title names. */
  titled: number | null;
  /** The whole year that the paragraph reports on, as far as it has been read. */
  here: number | null;
  /** The year last named, for 同年. */
  named: number | null;
  /** The period last read, for 去年同期. */
  base: Stretch | null;
  /** When the campaign started that the text told of last, for 行动开展以来. */
  launched: IsoDate | null;
  /** The last stretch of several whole years, for 五年来. */
  years: { readonly from: number; readonly to: number } | null;
}

/** A stretch of the calendar, open where an end is not known. */
export interface Stretch {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Starts reading an article that was published on a day, in a month or in a year. */
export function timeContext(published: PartialDate | null): TimeContext {
  const known = published === null ? null : parsePartialDate(published);
  const today =
    known !== null && known.month !== null && known.day !== null ? isoDate(known.year, known.month, known.day) : null;
  return {
    published: known,
    today,
    year: known?.year ?? null,
    reported: null,
    titled: null,
    here: null,
    named: null,
    base: null,
    launched: null,
    years: null,
  };
}

/** Forgets at a new paragraph what only the one before it spoke of. */
export function turnPage(context: TimeContext): void {
  context.year = context.published?.year ?? context.year;
  context.here = null;
}

/** The characters that can open a time expression. */
export const timeOpeners = "0123456789今去前当同本上下一二三四五六七八九十两〇截自从近目日长多此迄全未不这过至到";

/** The characters that can come second in one: most of those that open one are common in other words. */
export const timeSeconds =
  "0123456789零〇一二三四五六七八九两十年半月个季步前日期久来些几至止到天度多段直今后目当去同上下本全-—–～~号分";

/** Reads the time expression that starts at `at`; null where none does. Whole years and years move the context on. */
export function readTime(text: string, at: number, context: TimeContext): TimeMark | null {
  const found = readWord(text, at, context) ?? readDate(text, at, context);
  if (found !== null && found.type === "period" && !found.day && !found.former && !found.asOf && found.until === null)
    context.base = { from: found.from, to: found.to };
  return found;
}

/**
 * The year that 全年 means: the whole year that the paragraph, the title or the text before reports on, else the last
 * one that was over at the publication, which in December is the year of publication.
 */
function fullYear({ here, titled, reported, published }: TimeContext): number | null {
  const last = here ?? titled ?? reported;
  if (last !== null) return last;
  if (published === null) return null;
  return published.month === 12 ? published.year : published.year - 1;
}

/** Tells whether a year can be reported on as a whole: it is over, or all but over. */
function isOver(year: number, { published }: TimeContext): boolean {
  return published === null || year < published.year || (year === published.year && published.month === 12);
}

/** 一年来 over the year that the article reports on, else the twelve months to the publication date. */
function pastYear(context: TimeContext): { from: IsoDate | null; to: IsoDate | null } {
  if (context.reported !== null) return clipped(wholeYear(context.reported), context);
  return pastYears(1, context);
}

/** 五年来 over the five years that the article names, else the sixty months to the publication date. */
function pastYears(count: number, { today, years }: TimeContext): Stretch {
  if (years !== null && years.to - years.from + 1 === count)
    return { from: isoDate(years.from, 1, 1), to: isoDate(years.to, 12, 31) };
  return today === null ? { from: null, to: null } : { from: addDays(addMonths(today, -12 * count), 1), to: today };
}

const words: readonly (readonly [string, "now" | "vague" | "point" | "aside"])[] = [
  ["截至目前", "now"],
  ["截止目前", "now"],
  ["截至日前", "now"],
  ["截至今日", "now"],
  ["截至发稿", "now"],
  ["截至当前", "now"],
  ["截至今天", "now"],
  ["到目前为止", "now"],
  ["目前", "now"],
  ["迄今", "now"],
  ["近年来", "vague"],
  ["近些年来", "vague"],
  ["近几年来", "vague"],
  ["近几年", "vague"],
  ["多年来", "vague"],
  ["长期以来", "vague"],
  ["一直以来", "vague"],
  ["一段时间以来", "vague"],
  ["下一步", "vague"],
  ["下步", "vague"],
  ["今后", "vague"],
  ["未来", "vague"],
  ["当前", "vague"],
  ["此前", "aside"],
  ["近期", "point"],
  ["近日", "point"],
  ["日前", "point"],
  ["前不久", "point"],
  ["不久前", "point"],
  ["当日", "aside"],
  ["当天", "aside"],
  ["今后一段时期", "vague"],
];

const wordsByFirst: ReadonlyMap<number, typeof words> = Map.groupBy(
  words.toSorted((a, b) => b[0].length - a[0].length),
  ([word]) => word.charCodeAt(0),
);

function readWord(text: string, at: number, context: TimeContext): TimeMark | null {
  const lastMonth = /^上个?月(?![初底末])/u.exec(text.slice(at, at + 4));
  if (lastMonth !== null && !/[比较与和同]/u.test(text[at - 1] ?? " ")) {
    const { year, month } = context.published ?? { year: 0, month: null };
    if (month === null) return null;
    const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
    return mark(at, at + lastMonth[0].length, spanOf(before.year, before.month, before.month));
  }
  const match = wordsByFirst.get(text.charCodeAt(at))?.find(([word]) => text.startsWith(word, at));
  if (match !== undefined) {
    const [word, type] = match;
    const end = at + word.length;
    if (type !== "now") return mark(at, end, { type });
    // 目前常见的手法: the state of things, no date of a count.
    const opensClause = at === 0 || "，,。；;！？!?\n：:（(“”、".includes(text[at - 1] ?? "");
    if (word === "目前" && !opensClause && !/^(?:已|共|累计|为止|有|，|,)/u.test(text.slice(end, end + 3))) return null;
    return mark(at, end, { from: null, to: context.today, asOf: true, now: true });
  }
  return text[at] === "过" ? readLastYear(text, at, context) : readPastYears(text, at, context);
}

/** 一年来, 近一年来, 三年来, 近5年; not 8年来最好. */
function readPastYears(text: string, at: number, context: TimeContext): TimeMark | null {
  let next = text[at] === "近" ? at + 1 : at;
  const number = readSmall(text, next);
  if (number === null || number.value > 30 || text[number.end] !== "年") return null;
  next = number.end + 1;
  if (text[next] === "多") next++;
  // 三年间 as well, where the text names such a stretch.
  const isBetween =
    text[next] === "间" && context.years !== null && context.years.to - context.years.from + 1 === number.value;
  if (!(text[next] === "来" || isBetween || (next > at && text[at] === "近"))) return null;
  const end = text[next] === "来" || isBetween ? next + 1 : next;
  if (/^(?:最|首|新低|新高)/u.test(text.slice(end, end + 2))) return mark(at, end, { type: "aside" });
  const period = number.value === 1 ? pastYear(context) : pastYears(number.value, context);
  return mark(at, end, { from: period.from, to: period.to });
}

/** 过去一年, 过去的一年, 刚刚过去的2023年 is read by its year. */
function readLastYear(text: string, at: number, context: TimeContext): TimeMark | null {
  // Matches `过去一年`, `过去的一年里`; must not match `过去一年级`.
  const match = /^过去的?一年(?:来|中|里|间)?(?![级多])/u.exec(text.slice(at, at + 8));
  if (match === null) return null;
  const isNewYear = context.reported === null && (context.published?.month ?? 12) <= 2;
  const year = isNewYear ? fullYear(context) : null;
  const period = year === null ? pastYear(context) : clipped(wholeYear(year), context);
  return mark(at, at + match[0].length, { from: period.from, to: period.to });
}

interface Point {
  readonly year: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly end: number;
  readonly explicitYear: boolean;
  readonly precision: "year" | "months" | "month" | "day";
}

function readDate(text: string, at: number, context: TimeContext): TimeMark | null {
  let next = at;
  let asOf = false;
  if (text.startsWith("截至", at) || text.startsWith("截止", at)) {
    asOf = true;
    next += 2;
    if (text[next] === "到" || text[next] === "至") next++;
  } else if (text[at] === "至" || text[at] === "到") {
    // 至3月31日，共打掉39个; 到去年年底已有31万人: must not match 达到2023年的, 1月至3月.
    if (!/[\n，,。；;：:]/u.test(text[at - 1] ?? "\n")) return null;
    asOf = true;
    next++;
  } else if (text[at] === "自" || text[at] === "从") next++;
  const comparing =
    next === at &&
    (/[比较]/u.test(text[at - 1] ?? " ") ||
      (/[与同和]/u.test(text[at - 1] ?? " ") && /^[^，,。；;]{0,12}(?:相比|同期|持平)/u.test(text.slice(at, at + 18))));
  // 截至4月8日 after a sentence of 去年 is the latest such day before the publication.
  const year = context.year;
  if (asOf) context.year = context.published?.year ?? year;
  const first = readPoint(text, next, context, null);
  context.year = year;
  if (first === null) return null;
  let { from, to, end } = first;
  // 2023年1月1日至9月30日, 2020年至2022年.
  const joint = /[至到—–~～-]/u.exec(text[end] ?? "") !== null ? end + (text[end + 1] === "—" ? 2 : 1) : -1;
  const second = joint < 0 ? null : readPoint(text, joint, context, first);
  let ranged = false;
  if (second !== null && second.to >= from) {
    to = second.to;
    end = second.end;
    ranged = true;
  } else if (joint > 0 && /^(?:目前|今)/u.test(text.slice(joint))) {
    return settle(mark(at, joint + (text[joint] === "今" ? 1 : 2), { from, to: context.today, open: true }));
  }
  const isYear = first.precision === "year" && !ranged;
  // 2024年要继续保持高压, 明年: what is to come is no time of figures.
  if (first.precision === "year" && (isAhead(first.year, context) || isPlan(text, end, first.year, context)))
    return mark(at, end, { type: "aside" });
  const former = isYear && !comparing ? formerPeriod(text, at, end, first.year, context) : null;
  if (former !== null) return former;
  if (comparing || text.startsWith("同期", end) || (isYear && /^的(?:\d|约|近)/u.test(text.slice(end)))) {
    return mark(at, text.startsWith("同期", end) ? end + 2 : end, { type: "aside" });
  }
  if (/^起?(?:正式)?(?:施行|实施|生效|执行|起施行)/u.test(text.slice(end, end + 8))) {
    return mark(at, end, { type: "aside" });
  }
  if (isYear && /^[的]?(?:春|夏|秋|冬)(?:天|季|日)?(?!.{0,6}以来)/u.test(text.slice(end, end + 10)))
    return mark(at, end + 1, { type: "point" });
  if (first.explicitYear) {
    context.year = first.year;
    context.named = first.year;
  }
  const trend = ranged || asOf || first.precision === "year" ? null : trendEnd(text, at, end, from, context);
  if (trend !== null) {
    const said = end + (/^份?(?:以来|至今)?/u.exec(text.slice(end, end + 3))?.[0].length ?? 0);
    return mark(at, said, { from, to: context.today, open: true, until: trend });
  }
  const since = /^(?:份|初|上旬|中旬|下旬|底|末)?(?:以来|至今|起至今|起(?![诉草获底来义因伏初])|开始|之后|以后)/u.exec(
    text.slice(end, end + 8),
  );
  if (since !== null && !ranged) {
    // 今年以来到7月底.
    const until = /^[，,]?(?:截?至|到)(?<month>1[0-2]|[1-9])月(?:份|[底末])?(?!\d)/u.exec(
      text.slice(end + since[0].length, end + since[0].length + 8),
    );
    const last = Number(until?.groups?.["month"] ?? 0);
    if (until !== null && last >= Number(from.slice(5, 7))) {
      const year = Number(from.slice(0, 4));
      return mark(at, end + since[0].length + until[0].length, {
        from,
        to: isoDate(year, last, daysInMonth(year, last)),
      });
    }
    return settle(mark(at, end + since[0].length, { from, to: context.today, open: true }));
  }
  const period = clipped({ from, to }, context);
  if (asOf) return mark(at, end, { from: null, to: period.to, asOf: true });
  if (first.from.endsWith("-01-01") && to.endsWith("-12-31")) {
    const last = Number(to.slice(0, 4));
    if (last > first.year) context.years = { from: first.year, to: last };
    if (isOver(last, context)) {
      context.reported = last;
      context.here = last;
    }
  }
  return mark(at, end, {
    from: period.from,
    to: period.to,
    day: first.precision === "day" && !ranged,
    wholeYear: isYear ? first.year : null,
  });
}

/**
 * 立案数自7月起逐月回落, 发案量6月达到峰值后持续下降: a trend without a level is of its own clause, which ends here; null
 * where the time opens what is told: 自7月起，发案数回落，破案60起.
 */
function trendEnd(text: string, at: number, end: number, from: IsoDate, { base }: TimeContext): number | null {
  const trend =
    /^份?(?:[初底末]|上旬|中旬|下旬)?(?:以来|至今|起|开始|之后|以后|后|达到?|出现|见顶|迎来)(?:连续[\d一二三四五六七八九十]+个?[月季周](?:度)?|[^，,；;。\n\d]){0,18}?(?:下降|回落|走低|下滑|减少|收窄|降低|上升|回升|攀升|走高|增长|增多|反弹)[^，,；;。\n]*/u.exec(
      text.slice(end, end + 60),
    );
  if (trend === null) return null;
  let start = at;
  while (start > 0 && at - start < 24 && !/[，,；;。\n：:！？]/u.test(text[start - 1] ?? "\n")) start--;
  const said = text.slice(start, at).replace(/全[国省市区县州]|各地|公安机关|检察机关|警方|我[省市区县]|但|而/gu, "");
  const isPart = base !== null && base.from !== null && base.from < from && (base.to === null || base.to >= from);
  return said === "" && !isPart ? null : end + trend[0].length;
}

function isAhead(year: number, { published }: TimeContext): boolean {
  return published !== null && year > published.year;
}

/** 2024年要继续, 今年将着力: must not match 去年将56名嫌疑人押回, 今年要案告破. */
function isPlan(text: string, end: number, year: number, { published }: TimeContext): boolean {
  if (published !== null && year < published.year) return false;
  return /^[，,]?(?:我们|全省|全市|全区|全县|全国|警方|公安机关|公安部|下一步|还|仍|公安)*(?:要(?![案求])|将(?:继续|进一步|持续|着力|深入|坚持|重点|全力|全面|聚焦|紧盯|加|在|再)|力争|计划|继续)/u.test(
    text.slice(end, end + 24),
  );
}

/**
 * 去年同期，全省破获此类案件1.1万起: where it opens a statement of its own, it is the stretch that the text spoke of, a
 * year earlier; 较去年同期 and 去年同期的1420起 are bases of comparison and none.
 */
function formerPeriod(text: string, at: number, end: number, year: number, context: TimeContext): TimeMark | null {
  if (!text.startsWith("同期", end)) return null;
  const before = text[at - 1] ?? "\n";
  const opens =
    "\n，,。；;：:（(！？!?".includes(before) || /[，,。；;\n][而但]$/u.test(text.slice(Math.max(0, at - 2), at));
  const after = text.slice(end + 2, end + 12);
  if (
    !opens ||
    /^(?:相比|相较|的(?!数|这|该)|水平|持平|基本|下降|上升|增|减|[，,]?(?:下降|上升|增长|减少))/u.test(after)
  )
    return null;
  if (!/[\p{Script=Han}\d]/u.test(after)) return null;
  const base = context.base;
  const isRelative = /[去上]/u.test(text[at] ?? "");
  const last = base === null ? null : Number((base.to ?? base.from)?.slice(0, 4));
  const back = last === null || Number.isNaN(last) ? 0 : isRelative ? 1 : last - year;
  if (base === null || back < 1) return mark(at, end + 2, { former: true });
  // （去年同期352起）, 去年同期为352起；: the base of one figure.
  const isOne = /^(?:[为是有]|仅|只|才|则|高|达|约|近|超|逾|不足|共|计|这一数字|该数)*\d/u.test(after);
  const close = "（(".includes(before)
    ? text.slice(end, end + 80).search(/[）)]/u)
    : isOne
      ? text.slice(end, end + 80).search(/[，,；;。\n]/u)
      : -1;
  return mark(at, end + 2, {
    ...yearsEarlier(base, back),
    former: true,
    until: close < 0 ? null : end + close,
  });
}

/** 去年同期破案352起，今年一季度486起: the period that it is the year before of may come after it. */
export function placeFormer(times: readonly TimeMark[]): readonly TimeMark[] {
  if (!times.some(({ former, from, to }) => former && from === null && to === null)) return times;
  const base = times.find(({ type, former, day }) => type === "period" && !former && !day);
  if (base === undefined) return times;
  return times.map((mark) =>
    mark.former && mark.from === null && mark.to === null ? { ...mark, ...yearsEarlier(base, 1) } : mark,
  );
}

/** The same stretch years before. */
export function yearsEarlier({ from, to }: Stretch, years: number): Stretch {
  return { from: from === null ? null : earlier(from, years), to: to === null ? null : earlier(to, years) };
}

/** The same day years before; the last day of a month stays the last one. */
function earlier(date: IsoDate, years: number): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const last = daysInMonth(year - years, month);
  return isoDate(year - years, month, day === daysInMonth(year, month) ? last : Math.min(day, last));
}

/** Keeps an open period from starting after its end. */
function settle(found: TimeMark): TimeMark {
  return found.from !== null && found.to !== null && found.from > found.to ? { ...found, to: null } : found;
}

/** Reads one point or stretch of the calendar: 2018年, 今年1至9月, 3月5日, 前三季度, 去年下半年. */
function readPoint(text: string, at: number, context: TimeContext, before: Point | null): Point | null {
  const year = readYear(text, at, context);
  let next = year === null ? at : year.end;
  const given = year?.year ?? before?.year ?? context.year;
  const part = readPart(text, next);
  if (part !== null && given !== null) {
    const of = year === null && before === null ? pastPartOf(given, part.toMonth, context) : given;
    return {
      ...spanOf(of, part.fromMonth, part.toMonth),
      end: part.end,
      explicitYear: year !== null,
      precision: "months",
      year: of,
    };
  }
  const months = readMonths(text, next);
  if (months !== null) {
    if (given === null) return null;
    const of = year === null && before === null ? pastYearOf(given, months.first, months.day ?? 1, context) : given;
    next = months.end;
    if (months.day !== null) {
      if (months.day > daysInMonth(of, months.first)) return null;
      const day = isoDate(of, months.first, months.day);
      return { year: of, from: day, to: day, end: next, explicitYear: year !== null, precision: "day" };
    }
    const third = readThird(text, next);
    if (third !== null) {
      const last = Math.min(third.last, daysInMonth(of, months.last));
      return {
        year: of,
        from: isoDate(of, months.first, third.first),
        to: isoDate(of, months.last, last),
        end: third.end,
        explicitYear: year !== null,
        precision: "month",
      };
    }
    const end = text[next] === "份" || /[初底末]/u.test(text[next] ?? "") ? next + 1 : next;
    return {
      ...spanOf(of, months.first, months.last),
      end,
      explicitYear: year !== null,
      precision: months.first === months.last ? "month" : "months",
      year: of,
    };
  }
  // 3月1日至5日: a day alone after a month.
  if (before !== null && before.precision === "day") {
    const day = readSmall(text, at);
    const month = Number(before.from.slice(5, 7));
    if (
      day !== null &&
      (text[day.end] === "日" || text[day.end] === "号") &&
      day.value <= daysInMonth(before.year, month)
    ) {
      const date = isoDate(before.year, month, day.value);
      return { year: before.year, from: date, to: date, end: day.end + 1, explicitYear: false, precision: "day" };
    }
  }
  if (year === null) return null;
  const tail = /^(?:全年|度|年初|年底|年末|底|末|初|一年)/u.exec(text.slice(next, next + 2));
  if (tail !== null) {
    next += tail[0].length;
    if (/^年?[底末]/u.test(tail[0]))
      return { ...spanOf(year.year, 12, 12), end: next, explicitYear: true, precision: "month", year: year.year };
    if (/^年?初/u.test(tail[0]))
      return { ...spanOf(year.year, 1, 1), end: next, explicitYear: true, precision: "month", year: year.year };
  }
  return { ...spanOf(year.year, 1, 12), end: next, explicitYear: true, precision: "year", year: year.year };
}

/** A month without year that lies after the publication belongs to the year before. */
function pastYearOf(year: number, month: number, day: number, { published }: TimeContext): number {
  if (published === null || published.year !== year || published.month === null) return year;
  if (month > published.month + 1) return year - 1;
  return month === published.month && published.day !== null && day > published.day + 31 ? year - 1 : year;
}

/** 前三季度 said in January is of the year before; said in August it is of this one. */
function pastPartOf(year: number, lastMonth: number, { published }: TimeContext): number {
  if (published === null || published.year !== year || published.month === null) return year;
  return lastMonth > published.month + 3 ? year - 1 : year;
}

function spanOf(year: number, from: number, to: number): { from: IsoDate; to: IsoDate } {
  return { from: isoDate(year, from, 1), to: isoDate(year, to, daysInMonth(year, to)) };
}

function wholeYear(year: number): { from: IsoDate; to: IsoDate } {
  return spanOf(year, 1, 12);
}

/** No figure counts what lies after its publication: a later end becomes the publication day, or open. */
function clipped(
  { from, to }: { from: IsoDate; to: IsoDate },
  { published, today }: TimeContext,
): { from: IsoDate; to: IsoDate | null } {
  if (published === null) return { from, to };
  if (today !== null) return { from, to: to > today && from <= today ? today : to };
  const last = isoDate(published.year, published.month ?? 12, daysInMonth(published.year, published.month ?? 12));
  return { from, to: to > last && from <= last ? null : to };
}

function readYear(text: string, at: number, context: TimeContext): { year: number; end: number } | null {
  if (isArabic(text.charCodeAt(at))) {
    // Matches 2018年; must not match 1500余名, 18年 or 2018.
    if (
      text[at + 4] !== "年" ||
      !/^(?:19|20)\d\d$/u.test(text.slice(at, at + 4)) ||
      isArabic(text.charCodeAt(at - 1))
    ) {
      return null;
    }
    return { year: Number(text.slice(at, at + 4)), end: at + 5 };
  }
  const now = context.published?.year ?? null;
  const two = text.slice(at, at + 2);
  if (two === "全年" && !/^(?:无休|不|目标|任务|计划|365|24|值)/u.test(text.slice(at + 2, at + 5))) {
    const year = fullYear(context);
    return year === null ? null : { year, end: at + 2 };
  }
  if (text.startsWith("这一年", at) && !/^[级多来]/u.test(text.slice(at + 3, at + 4))) {
    const year = context.here ?? context.named ?? fullYear(context);
    return year === null ? null : { year, end: at + 3 };
  }
  // 2023年破获…，上年破获…: the year before the one that the paragraph reports on.
  if (two === "上年" && context.here !== null) return { year: context.here - 1, end: at + 2 };
  if (now !== null && (two === "今年" || two === "本年")) return { year: now, end: at + 2 };
  if (now !== null && (two === "去年" || two === "上年")) return { year: now - 1, end: at + 2 };
  if (now !== null && two === "前年") return { year: now - 2, end: at + 2 };
  const named = context.named ?? context.reported ?? context.year;
  if (named !== null && (two === "当年" || two === "同年")) return { year: named, end: at + 2 };
  if (text[at + 4] === "年") {
    const digits = [0, 1, 2, 3].map((i) => chineseDigit(text.charCodeAt(at + i)));
    if (digits.every((digit) => digit >= 0) && (digits[0] === 1 || digits[0] === 2)) {
      return { year: Number(digits.join("")), end: at + 5 };
    }
  }
  return null;
}

/** 上半年, 一季度, 前三季度, 前9个月, 全年. */
function readPart(text: string, at: number): { fromMonth: number; toMonth: number; end: number } | null {
  if (text.startsWith("上半年", at)) return { fromMonth: 1, toMonth: 6, end: at + 3 };
  if (text.startsWith("下半年", at)) return { fromMonth: 7, toMonth: 12, end: at + 3 };
  const isFirst = "前头首".includes(text[at] ?? " ");
  // 首季, and 首三季 below: Hong Kong and Macao.
  if (text[at] === "首" && text[at + 1] === "季")
    return { fromMonth: 1, toMonth: 3, end: at + (text[at + 2] === "度" ? 3 : 2) };
  const leading = isFirst || text[at] === "第" ? at + 1 : at;
  const number = readSmall(text, leading);
  if (number === null) return null;
  const quarters = /^个?季度?/u.exec(text.slice(number.end, number.end + 3))?.[0];
  if (quarters !== undefined && (isFirst || quarters.endsWith("度"))) {
    const end = number.end + quarters.length;
    if (number.value > 4) return null;
    if (isFirst) return { fromMonth: 1, toMonth: number.value * 3, end };
    return { fromMonth: number.value * 3 - 2, toMonth: number.value * 3, end };
  }
  // 前十月, in headlines.
  if (isFirst && number.value > 1 && number.value <= 12 && /^月(?!份?\d)/u.test(text.slice(number.end, number.end + 3)))
    return { fromMonth: 1, toMonth: number.value, end: number.end + 1 };
  if (isFirst && text.startsWith("个月", number.end) && number.value <= 12) {
    return { fromMonth: 1, toMonth: number.value, end: number.end + 2 };
  }
  return null;
}

/** 9月, 9月28日, 1至9月, 1月至9月, 1-9月份. */
function readMonths(text: string, at: number): { first: number; last: number; day: number | null; end: number } | null {
  const one = readSmall(text, at);
  if (one === null || one.value < 1 || one.value > 12) return null;
  const joint = /^月?[至到—–~～-]/u.exec(text.slice(one.end, one.end + 2));
  if (joint !== null) {
    const two = readSmall(text, one.end + joint[0].length);
    // 1月至9月, but 1月至9月5日 is a range of points.
    if (two !== null && text[two.end] === "月" && two.value >= one.value && two.value <= 12) {
      const day = readSmall(text, two.end + 1);
      if (day === null || (text[day.end] !== "日" && text[day.end] !== "号")) {
        return { first: one.value, last: two.value, day: null, end: two.end + 1 };
      }
    }
  }
  if (text[one.end] !== "月") return null;
  const day = readSmall(text, one.end + 1);
  if (day !== null && day.value >= 1 && day.value <= 31 && (text[day.end] === "日" || text[day.end] === "号")) {
    return { first: one.value, last: one.value, day: day.value, end: day.end + 1 };
  }
  return { first: one.value, last: one.value, day: null, end: one.end + 1 };
}

function readThird(text: string, at: number): { first: number; last: number; end: number } | null {
  if (text.startsWith("上旬", at)) return { first: 1, last: 10, end: at + 2 };
  if (text.startsWith("中旬", at)) return { first: 11, last: 20, end: at + 2 };
  return text.startsWith("下旬", at) ? { first: 21, last: 31, end: at + 2 } : null;
}

/** Reads 1 to 99 in Arabic or Chinese digits; null where a longer number or none stands. */
function readSmall(text: string, at: number): { value: number; end: number } | null {
  let end = at;
  while (isArabic(text.charCodeAt(end))) end++;
  if (end > at) {
    const isInside = isArabic(text.charCodeAt(at - 1)) || text[at - 1] === "." || text[end] === ".";
    return end - at <= 2 && !isInside ? { value: Number(text.slice(at, end)), end } : null;
  }
  const ten = (position: number): boolean => text[position] === "十";
  const first = chineseDigit(text.charCodeAt(at));
  if (ten(at)) {
    const ones = chineseDigit(text.charCodeAt(at + 1));
    return ones > 0 ? { value: 10 + ones, end: at + 2 } : { value: 10, end: at + 1 };
  }
  if (first < 1) return null;
  if (!ten(at + 1)) return { value: first, end: at + 1 };
  const ones = chineseDigit(text.charCodeAt(at + 2));
  return ones > 0 ? { value: first * 10 + ones, end: at + 3 } : { value: first * 10, end: at + 2 };
}

/** A time expression of which nothing is known. */
export const noTime: Omit<TimeMark, "start" | "end"> = {
  type: "period",
  from: null,
  to: null,
  open: false,
  day: false,
  asOf: false,
  now: false,
  wholeYear: null,
  former: false,
  until: null,
};

function mark(start: number, end: number, given: Partial<TimeMark>): TimeMark {
  return { ...noTime, ...given, start, end };
}
