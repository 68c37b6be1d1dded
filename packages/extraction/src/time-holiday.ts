import { addDays } from "@jianbao/model";
import { Pattern } from "./pattern.ts";
import { markAt, type TimeContext, type TimeMark } from "./time-mark.ts";

// Matches `春节假日期间，`, `“五一”假期`, `节日期间，`; must not match `国庆节前`, `春节联欢`, `假期工`.
const holidays = new Pattern(
  /^(?:(?:春节|国庆节?|清明节?|端午节?|中秋节?|元旦|五一|劳动节|双节|节假?日|小?长假)[”"’]?(?:、[“"]?中秋[”"]?)?)(?:小?长?(?:假[期日]?|黄金周))?(?:期间|假[期日]|里|以来|中)(?![工族作])/u,
);

/** Matches `第一周`, `的第2个星期` behind a month. */
export const weekOfMonth: Pattern = new Pattern(/^份?的?第[一二三四五1-5]个?(?:周|星期|礼拜)(?!年)/u);

/**
 * 春节假日期间，破案24起: the days of a feast, which move from year to year and which the text does not give. Where it has
 * given a few days before they are meant.
 */
export function readHoliday(text: string, at: number, context: TimeContext): TimeMark | null {
  const quoted = '“"‘'.includes(text[at - 1] ?? " ");
  if (!"\n，,。；;：:！？（(年".includes(text[at - (quoted ? 2 : 1)] ?? "\n")) return null;
  const found = holidays.matchIn(text, at, at + 16);
  if (found === null) return null;
  return markAt(at, at + found[0].length, { type: isDaysOf(context) ? "aside" : "vague" });
}

/** Tells whether the text reports on a few days, as of a holiday; of a year, where one is given. */
export function isDaysOf({ base }: TimeContext, year: number | null = null): boolean {
  return (
    base !== null &&
    base.from !== null &&
    base.to !== null &&
    base.from !== base.to &&
    base.to <= addDays(base.from, 14) &&
    (year === null || base.from.startsWith(`${year}`))
  );
}
