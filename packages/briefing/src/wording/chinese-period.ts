import { type PartialDate, isClosed, isWholeMonths, isWholeYear, parsePartialDate } from "@jianbao/model";
import { type Phrase, phrase, time } from "../phrase.ts";

/** Writes a day, month or year: 2024年1月31日. */
export function chineseDate(date: PartialDate): Phrase {
  return [time(dateText(date), date)];
}

/** Writes a period as a sentence opens with it: 2023年, 2023年1月至9月, 截至2019年3月5日, 2020年以来. */
export function chinesePeriod(
  period: { readonly start: string | null; readonly end: string | null },
  t: (text: string) => string,
): Phrase {
  const { start, end } = period;
  if (isClosed(period)) return [time(t(closedText(period.start, period.end)), intervalOf(period.start, period.end))];
  if (end !== null) return phrase(t("截至"), chineseDate(end));
  if (start !== null) return phrase(time(startText(start), start), t("以来"));
  return phrase(t("期间未注明"));
}

function closedText(start: string, end: string): string {
  const from = known(start);
  const to = known(end);
  if (start === end) return dateText(start);
  if (isWholeYear({ start, end })) return `${from.year}年`;
  const wholeYears = start.endsWith("-01-01") && end.endsWith("-12-31");
  if (wholeYears) return `${from.year}年至${to.year}年`;
  const sameYear = from.year === to.year;
  if (isWholeMonths({ start, end })) {
    if (sameYear && from.month === to.month) return `${from.year}年${from.month}月`;
    return `${from.year}年${from.month}月至${sameYear ? "" : `${to.year}年`}${to.month}月`;
  }
  const sameMonth = sameYear && from.month === to.month;
  return `${dateText(start)}至${sameYear ? "" : `${to.year}年`}${sameMonth ? "" : `${to.month}月`}${to.day}日`;
}

/** 2020年 for the first of January, 2023年9月 for the first of a month, else the day. */
function startText(start: string): string {
  const { year, month, day } = known(start);
  if (day !== 1) return dateText(start);
  return month === 1 ? `${year}年` : `${year}年${month}月`;
}

function dateText(date: PartialDate): string {
  const { year, month, day } = known(date);
  return `${year}年${month === null ? "" : `${month}月`}${day === null ? "" : `${day}日`}`;
}

/** The machine's form: `2023`, `2023-09`, `2023-12-25`, or an ISO 8601 interval. */
export function intervalOf(start: string, end: string): string {
  if (start === end) return start;
  if (isWholeYear({ start, end })) return start.slice(0, 4);
  if (isWholeMonths({ start, end }) && start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
  return `${start}/${end}`;
}

function known(date: PartialDate): {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
} {
  const parsed = parsePartialDate(date);
  if (!parsed) throw new RangeError(`not a date: ${JSON.stringify(date)}`);
  return parsed;
}
