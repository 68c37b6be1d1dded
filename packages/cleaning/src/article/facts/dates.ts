import { guarded } from "../../patterns/guarded.ts";
import { type PartialDate, daysInMonth, isoDate } from "@jianbao/model";

/** A day, or a month where `day` is null. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

/** A date in English: `Jan 6, 2020`, `6 January 2020`. */
export const englishDate: string = `${monthName}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s?(?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s${monthName},?\\s(?:19|20)\\d{2}`;
/** Finds a date in English. */
export const english: RegExp = new RegExp(`(?<![A-Za-z\\d])(?:${englishDate})(?!\\d)`, "iu");

/** A day written as `20230517`, for fields that are dates. */
export function compactDay(text: string): Day | null {
  const match = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A day of a field that is a date, its year counted from 1911: `112-11-06`, `112年11月6日`. */
export function republicDay(text: string): Day | null {
  const match = /(?<!\d)(1[01]\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/u.exec(text);
  return match === null ? null : dayOf(1911 + Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Tells that a line or a field tells of a span of days or of a last one: 10月16日至20日, 即日起, 6月30日前. */
export function isSpan(text: string): boolean {
  // Must not match `2023-10-16 10:22`, `2023年10月16日 来源`.
  return /即日起|截[至止]|日\s?(?:起|前|止)|(?:\d日?|\d月)\s?(?:至|到|—{1,2}|–|~|～|--)\s?(?:\d{4}\s?[-/.年]|\d{1,2}[月日])|\d日\s?-\s?\d{1,2}[月日]/u.test(
    text,
  );
}

/** Finds the first full date of a line of the page's own: any of the forms that pages have. */
export function dayIn(found: string): Day | null {
  const text = arabic(found);
  // Matches `2024-01-15`, `2024/1/15`, `2024.01.15`, `2024年1月`, `2024年/1月/15日`; must not match `12024-01-15`.
  const match =
    /(?<!\d)((?:19|20)\d{2})\s?(?:年\/|[-/.年])\s?(\d{1,2})(?:\s?(?:月\/|[-/.月])\s?(\d{1,2})(?![\d:：]))?/u.exec(text);
  if (match !== null)
    return dayOf(Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3]));
  const told = english.exec(text)?.[0];
  if (told !== undefined) {
    const name = /[a-z]{3}/iu.exec(told.replace(/(?<=\d)(?:st|nd|rd|th)/iu, ""))?.[0] ?? "";
    const [day = 0, year = 0] = (told.match(/\d+/gu) ?? []).map(Number);
    return dayOf(year, months.indexOf(name.toLowerCase()) + 1, day);
  }
  // Matches `15-01-2024`, `15/01/2024`; must not match `010-2024`.
  const reversed = /(?<![\d-])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})(?!\d)/u.exec(text);
  if (reversed !== null) return dayOf(Number(reversed[3]), Number(reversed[2]), Number(reversed[1]));
  // Matches `10000100002024-01-15 10:22:550`, where counts of the page stand close to its stamp.
  const glued = /^\d{1,14}((?:19|20)\d{2})-(\d{2})-(\d{2})\s\d{2}:\d{2}(?::\d{2})?\d{0,8}$/u.exec(text);
  if (glued !== null) return dayOf(Number(glued[1]), Number(glued[2]), Number(glued[3]));
  // Matches `24-01-15 10:22`; must not match `24-01-15` alone.
  const short = /(?<![\d-])([12]\d)[-/.](\d{1,2})[-/.](\d{1,2})\s{1,4}\d{1,2}[:：]\d{2}/u.exec(text);
  return short === null ? null : dayOf(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
}

/** The day in an address: `/2024/0115/`, `/20240115/`, `/2024-01/15/`, `t20240115_`. */
export function dayInUrl(text: string): { readonly day: Day; readonly text: string } | null {
  const url = /(?:https?:\/\/|www\.)[^\s，。；（）<>"“”]{8,300}/iu.exec(text);
  if (url === null) return null;
  const match =
    /(?<!\d)(20[0-3]\d)(?:[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])|[-/](\d{1,2})[-/](\d{1,2}))(?!\d)/u.exec(
      url[0].replace(/^[^/]*\/\/[^/]*/u, ""),
    );
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]));
  return day === null ? null : { day, text: url[0] };
}

/** The month in an address that holds no day: `/detail/2021/09/id/`. */
export function monthInUrl(text: string): { readonly day: Day; readonly text: string } | null {
  const match = /(?<=[/_-])(20[0-3]\d)[-/](0[1-9]|1[0-2])(?=[/_-]|$)/u.exec(text.replace(/^[^/]*\/\/[^/]*/u, ""));
  const day = match === null ? null : dayOf(Number(match[1]), Number(match[2]), null);
  return day === null ? null : { day, text };
}

/** Month and day of a stamp without a year: `01-15 10:22`. */
export function stampIn(text: string): { readonly month: number; readonly day: number; readonly text: string } | null {
  // Must not match `2024-01-15 10:22` or the score `25-19`.
  const match = /(?<![\d\-/.年])(\d{1,2})(?:[-/]|月)(\d{1,2})日?\s{0,3}\d{1,2}[:：]\d{2}/u.exec(arabic(text));
  if (match === null) return null;
  return isDay(2024, Number(match[1]), Number(match[2]))
    ? { month: Number(match[1]), day: Number(match[2]), text: match[0] }
    : null;
}

// Matches `二〇二三年十二月二十日`; must not match `三年十二月`.
const numeralDate = guarded(
  /([一二][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})年([一二三四五六七八九十元]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/gu,
);
// Matches `民国112年`, `中华民国一百一十二年`, `民国112年（2023年）`; must not match `民国初年`.
const republicYear = guarded(
  /(?:中华)?民国\s?(\d{1,3}|[〇○零一二三四五六七八九十百]{1,6}|元)\s?年(?:\s?[（(](?:公元|西元)?(?:19|20)\d{2}年?[）)])?/gu,
);
const firstMonth = guarded(/(?<=\d年)元月/gu);

/** Writes dates in Chinese numerals with digits: 二〇二三年十二月二十日 is 2023年12月20日, 元月 is 1月, 民国112年 is 2023年. */
export function arabic(found: string): string {
  const text = republicYear.mayMatch(found)
    ? found
        .replaceAll(republicYear.pattern, (_all, year: string) => `${1911 + countOf(year)}年`)
        .replaceAll(
          /(?<=(?:19|20)\d{2}年)([一二三四五六七八九十元]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/gu,
          (_all, month: string, day: string | undefined) => monthAndDay(month, day),
        )
    : found;
  const dated = numeralDate.mayMatch(text)
    ? text.replaceAll(
        numeralDate.pattern,
        (_all, year: string, month: string, day: string | undefined) => `${digitsOf(year)}年${monthAndDay(month, day)}`,
      )
    : text;
  return firstMonth.replaced(dated, "1月");
}

/** A text whose dateline has its day in figures: 某社某地八月四日电 is written with 8月4日. */
export function datedHead(text: string): string {
  const head = text.slice(0, 160);
  if (!head.includes("日电") && !head.includes("日讯")) return text;
  const written = head.replace(
    /(?<=^|[\n\p{Script=Han}])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日(?=[电讯])/u,
    (_all, month: string, day: string) => monthAndDay(month, day),
  );
  return written === head ? text : written + text.slice(160);
}

function monthAndDay(month: string, day: string | undefined): string {
  return `${month === "元" ? 1 : numberOf(month)}月${day === undefined ? "" : `${numberOf(day)}日`}`;
}

function digitsOf(year: string): string {
  return [...year].map((digit) => Math.max(0, numerals.indexOf(digit))).join("");
}

/** A count of years: 元 is 1, 一一二 and 一百一十二 are 112. */
function countOf(text: string): number {
  if (text === "元") return 1;
  return /^[〇○零一二三四五六七八九]{2,}$/u.test(text) ? Number(digitsOf(text)) : numberOf(text);
}

const numerals = "〇一二三四五六七八九";

/** 十二 is 12, 二十 is 20, 三 is 3, 一百零八 is 108; digits are themselves. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [hundreds, rest] = text.includes("百") ? text.split("百") : [undefined, text];
  const [tens = "", ones] = (rest ?? "").replace(/^零/u, "").split("十");
  const below =
    ones === undefined
      ? Math.max(0, numerals.indexOf(tens === "" ? "〇" : tens))
      : (tens === "" ? 1 : numerals.indexOf(tens)) * 10 + (ones === "" ? 0 : numerals.indexOf(ones));
  return (hundreds === undefined ? 0 : Math.max(1, numerals.indexOf(hundreds)) * 100) + below;
}

/** A day that exists, or null. */
export function dayOf(year: number, month: number, day: number | null): Day | null {
  if (month < 1 || month > 12) return null;
  return day === null || isDay(year, month, day) ? { year, month, day } : null;
}

/** Tells whether a month has such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Orders days; a month counts as its beginning. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || (a.day ?? 0) - (b.day ?? 0);
}

/** About how many days lie between two. */
export function daysApart(a: Day, b: Day): number {
  const count = ({ year, month, day }: Day): number => year * 365 + (month - 1) * 30.4 + (day ?? 15);
  return Math.abs(count(a) - count(b));
}

/** A day as ISO 8601, as far as it is known. */
export function written({ year, month, day }: Day): PartialDate {
  return day === null ? `${year}-${String(month).padStart(2, "0")}` : isoDate(year, month, day);
}
