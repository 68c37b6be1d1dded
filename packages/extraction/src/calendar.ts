import { type IsoDate, addDays, daysInMonth, isoDate } from "@jianbao/model";
import { chineseDigit, isArabic } from "./numeral.ts";
import type { TimeContext } from "./time-mark.ts";
import { Pattern } from "./pattern.ts";

/** A point or stretch of the calendar where a text names one. */
export interface Point {
  readonly year: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly end: number;
  readonly explicitYear: boolean;
  readonly precision: "year" | "months" | "month" | "day";
}

/** Reads one point or stretch of the calendar: 2018年, 今年1至9月, 3月5日, 前三季度, 去年下半年. */
export function readPoint(text: string, at: number, context: TimeContext, before: Point | null): Point | null {
  const year = readYear(text, at, context);
  let next = year === null ? at : year.end;
  const given = year?.year ?? before?.year ?? context.year;
  const part = readPart(text, next);
  if (part !== null && given !== null) {
    const isBare = year === null && before === null;
    const of = isBare || isThisYear(text, at) ? pastPartOf(given, part.toMonth, context, isBare && part.over) : given;
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
    // 2019年2月29日 is no day of any other year.
    if (given === null || (year === null && /\d{4}年$/u.test(text.slice(Math.max(0, at - 5), at)))) return null;
    const isRange = months.first < months.last;
    const past = isThisYear(text, at)
      ? pastPartOf(given, months.last, context, false)
      : year !== null || before !== null
        ? given
        : isRange
          ? pastPartOf(given, months.last, context, true)
          : pastYearOf(
              given,
              months.first,
              months.day ?? 1,
              months.day === null ? context : { ...context, titled: null },
            );
    // 2月29日 is of the last year that has one.
    const isLeap = year === null && months.first === 2 && months.day === 29;
    const of = isLeap ? leapYearBefore(past) : past;
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
  // 今年元旦至11月底.
  if (/^元旦[至到以起]/u.test(text.slice(next, next + 3))) {
    const day = isoDate(year.year, 1, 1);
    return { year: year.year, from: day, to: day, end: next + 2, explicitYear: true, precision: "day" };
  }
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

function leapYearBefore(year: number): number {
  let leap = year;
  while (daysInMonth(leap, 2) < 29) leap--;
  return leap;
}

/** A month without year that lies after the publication belongs to the year before. */
function pastYearOf(year: number, month: number, day: number, { published, titled }: TimeContext): number {
  if (published === null || published.year !== year || published.month === null) return year;
  // 1月 in a report on the year before that is told in January.
  if (titled === year - 1 && month === published.month) return titled;
  if (month > published.month + 1) return year - 1;
  return month === published.month && published.day !== null && day > published.day + 31 ? year - 1 : year;
}

/**
 * 前三季度 said in January is of the year before; said in August it is of this one. What counts months that are `over`
 * (前11个月, 1—11月) is of the year before where they are not.
 */
function pastPartOf(year: number, lastMonth: number, { published }: TimeContext, over: boolean): number {
  if (published === null || published.year !== year || published.month === null) return year;
  return lastMonth > published.month + (over ? 0 : 3) ? year - 1 : year;
}

/** 今年 in a text that was written in the old year and published in the new one is told by its months. */
function isThisYear(text: string, at: number): boolean {
  return text.startsWith("今年", at) || text.startsWith("本年", at);
}

export function spanOf(year: number, from: number, to: number): { from: IsoDate; to: IsoDate } {
  return { from: isoDate(year, from, 1), to: isoDate(year, to, daysInMonth(year, to)) };
}

export function wholeYear(year: number): { from: IsoDate; to: IsoDate } {
  return spanOf(year, 1, 12);
}

/** No figure counts what lies after its publication: a later end becomes the publication day, or open. */
export function clipped(
  { from, to }: { from: IsoDate; to: IsoDate },
  { published, today }: TimeContext,
  isNamed = false,
): { from: IsoDate; to: IsoDate | null } {
  if (published === null) return { from, to };
  // 2024年 told in its last days is the year.
  if (isNamed && today !== null && today.slice(5) >= "12-25" && to === `${today.slice(0, 4)}-12-31`)
    return { from, to };
  // 1至5月 told on 30 May is the months.
  if (isNamed && today !== null && today.slice(0, 7) === to.slice(0, 7) && isMonthEnd(to) && addDays(today, 2) >= to)
    return { from, to };
  if (today !== null) return { from, to: to > today && from <= today ? today : to };
  const last = isoDate(published.year, published.month ?? 12, daysInMonth(published.year, published.month ?? 12));
  return { from, to: to > last && from <= last ? null : to };
}

function isMonthEnd(date: IsoDate): boolean {
  return addDays(date, 1).endsWith("-01");
}

const yearsTo = new Pattern(/^(?:19|20)\d\d(?=(?:[至到–~～-]|—{1,2})(?:19|20)\d\d年)/u);

const yearBefore = new Pattern(/^(?:再往|再)?前一年/u);

function readYear(text: string, at: number, context: TimeContext): { year: number; end: number } | null {
  if (isArabic(text.charCodeAt(at))) {
    // 2021 of 2021—2023年.
    const later =
      isArabic(text.charCodeAt(at - 1)) || text[at + 4] === "年" ? null : yearsTo.matchIn(text, at, at + 11);
    if (later !== null) return { year: Number(later[0].slice(0, 4)), end: at + 4 };
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
  // 今（114）年, 去（2025）年, of Taiwan.
  const told =
    now === null ? null : /^(?<which>[今去前])[（(](?:(?:19|20)\d\d|1[01]\d)[）)]年/u.exec(text.slice(at, at + 8));
  if (now !== null && told !== null)
    return { year: now - "今去前".indexOf(told.groups?.["which"] ?? "今"), end: at + told[0].length };
  if (now !== null && (two === "今年" || two === "本年")) return { year: now, end: at + 2 };
  if (now !== null && (two === "去年" || two === "上年")) return { year: now - 1, end: at + 2 };
  if (now !== null && two === "前年") return { year: now - 2, end: at + 2 };
  // 再往前一年: the year before the one last named.
  const back = yearBefore.matchIn(text, at, at + 5);
  if (back !== null && context.named !== null && (text[at] === "再" || "，,；;。\n".includes(text[at - 1] ?? "\n")))
    return { year: context.named - 1, end: at + back[0].length };
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

const quarter = new Pattern(/^个?季度?/u);

const severalQuarters = new Pattern(/^第?(?<first>[一二三1-3])(?:季度)?[至到—－–~～、-]第?(?<last>[二三四2-4])季度/u);

/** Months of a year under a name; `over` where they are counted as past. */
interface Part {
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly end: number;
  readonly over: boolean;
}

/** 上半年, 一季度, 前三季度, 前9个月, 全年. */
function readPart(text: string, at: number): Part | null {
  if (text.startsWith("上半年", at)) return { fromMonth: 1, toMonth: 6, end: at + 3, over: false };
  if (text.startsWith("下半年", at)) return { fromMonth: 7, toMonth: 12, end: at + 3, over: false };
  // 一至三季度, 1-3季度, 一、二季度.
  const quartersOf = severalQuarters.matchIn(text, at, at + 10);
  if (quartersOf !== null) {
    const first = readSmall(quartersOf.groups?.["first"] ?? "", 0)?.value ?? 0;
    const last = readSmall(quartersOf.groups?.["last"] ?? "", 0)?.value ?? 0;
    const isPair = !quartersOf[0].includes("、") || last === first + 1;
    if (first < last && isPair)
      return { fromMonth: first * 3 - 2, toMonth: last * 3, end: at + quartersOf[0].length, over: false };
  }
  const isFirst = "前头首".includes(text[at] ?? " ");
  // 首季, and 首三季 below: Hong Kong and Macao.
  if (text[at] === "首" && text[at + 1] === "季")
    return { fromMonth: 1, toMonth: 3, end: at + (text[at + 2] === "度" ? 3 : 2), over: false };
  const leading = isFirst || text[at] === "第" ? at + 1 : at;
  const number = readSmall(text, leading);
  if (number === null) return null;
  const quarters = quarter.matchIn(text, number.end, number.end + 3)?.[0];
  // 今年第一季, of Taiwan; must not match 综艺第一季.
  const isSeason = text[at] === "第" && text[at - 1] === "年";
  if (quarters !== undefined && (isFirst || isSeason || quarters.endsWith("度"))) {
    const end = number.end + quarters.length;
    if (number.value > 4) return null;
    if (isFirst) return { fromMonth: 1, toMonth: number.value * 3, end, over: false };
    return { fromMonth: number.value * 3 - 2, toMonth: number.value * 3, end, over: false };
  }
  // 前十月, in headlines.
  if (isFirst && number.value > 1 && number.value <= 12 && /^月(?!份?\d)/u.test(text.slice(number.end, number.end + 3)))
    return { fromMonth: 1, toMonth: number.value, end: number.end + 1, over: true };
  if (isFirst && text.startsWith("个月", number.end) && number.value <= 12) {
    return { fromMonth: 1, toMonth: number.value, end: number.end + 2, over: true };
  }
  return null;
}

const monthsTo = new Pattern(/^月?[至到—–~～-]/u);

/** 9月, 9月28日, 1至9月, 1月至9月, 1-9月份. */
function readMonths(text: string, at: number): { first: number; last: number; day: number | null; end: number } | null {
  const one = readSmall(text, at);
  if (one === null || one.value < 1 || one.value > 12) return null;
  const joint = monthsTo.matchIn(text, one.end, one.end + 2);
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
  const joined = readJoined(text, at, one);
  if (joined !== null) return joined;
  if (text[one.end] !== "月") return null;
  const day = readSmall(text, one.end + 1);
  if (day !== null && day.value >= 1 && day.value <= 31 && (text[day.end] === "日" || text[day.end] === "号")) {
    return { first: one.value, last: one.value, day: day.value, end: day.end + 1 };
  }
  return { first: one.value, last: one.value, day: null, end: one.end + 1 };
}

// Matches `、` and `月和` between months.
const joints = new Pattern(/^(?:月份?)?[、和及与]/u);

const severalMonths = new Pattern(/^月?份?(?:这?[两三四五六]个月)/u);

/** 9月、10月, 6、7两个月, 一、二月份: months that follow each other are one stretch where they share what is counted. */
function readJoined(
  text: string,
  at: number,
  one: { value: number; end: number },
): { first: number; last: number; day: null; end: number } | null {
  let last = one;
  for (;;) {
    const joint = joints.matchIn(text, last.end, last.end + 3);
    const next = joint === null ? null : readSmall(text, last.end + joint[0].length);
    if (next === null || next.value !== last.value + 1 || next.value > 12) break;
    last = next;
  }
  if (last === one) return null;
  const isSaid = severalMonths.matchIn(text, last.end, last.end + 6);
  if (isSaid === null && text[last.end] !== "月") return null;
  // 一、二月份工作 at the head of a line is the number of a point.
  if (isSaid === null && text[one.end] === "、" && /\n|^$/u.test(text.slice(Math.max(0, at - 1), at))) return null;
  const end = isSaid === null ? last.end + 1 : last.end + isSaid[0].length;
  const day = readSmall(text, end);
  if (isSaid === null && day !== null && /[日号]/u.test(text[day.end] ?? " ")) return null;
  const stop = text.slice(end, end + 120).search(/[。；;\n]/u);
  return each.in(text, end, stop < 0 ? end + 120 : end + stop)
    ? null
    : { first: one.value, last: last.value, day: null, end };
}

// Matches `，发案数分别为`, `立案210起、180起`: each month has its own; must not match `破案31起，占全年的26.3%`.
const each = new Pattern(/分别|依次|逐月|各(?=[\d立发破抓])|\d[万亿]?[余多]?(?:起|件|名|人|个|元|%)(?:[、和]|与)\d/u);

function readThird(text: string, at: number): { first: number; last: number; end: number } | null {
  if (text.startsWith("上旬", at)) return { first: 1, last: 10, end: at + 2 };
  if (text.startsWith("中旬", at)) return { first: 11, last: 20, end: at + 2 };
  return text.startsWith("下旬", at) ? { first: 21, last: 31, end: at + 2 } : null;
}

/** Reads 1 to 99 in Arabic or Chinese digits; null where a longer number or none stands. */
export function readSmall(text: string, at: number): { value: number; end: number } | null {
  let end = at;
  while (end - at <= 2 && isArabic(text.charCodeAt(end))) end++;
  if (end > at) {
    // 2.7月警情中: the point of a list ends before the month.
    const isDecimal =
      text[at - 1] === "." && !(text[end] === "月" && /^\n?\d{1,2}\.$/u.test(text.slice(Math.max(0, at - 3), at)));
    const isInside = isArabic(text.charCodeAt(at - 1)) || isDecimal || text[end] === ".";
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

/**
 * The year that 全年 means: the whole year that the paragraph, the title or the text before reports on, else the last
 * one that was over at the publication, which in December is the year of publication.
 */
export function fullYear({ here, titled, reported, published }: TimeContext): number | null {
  const last = here ?? titled ?? reported;
  if (last !== null) return last;
  if (published === null) return null;
  return published.month === 12 ? published.year : published.year - 1;
}
