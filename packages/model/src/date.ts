/** A calendar date, `YYYY-MM-DD`, without time zone; ISO dates compare as strings. */
export type IsoDate = string;

/** A day, a month or a year: `2019-03-05`, `2019-03`, `2019`; what is known of a publication date. */
export type PartialDate = string;

/** Makes a date of year, month (1–12) and day; throws where there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  }
  return `${`${year}`.padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; returns null for anything else or for a day that does not exist. */
export function parsePartialDate(
  text: string,
): { readonly year: number; readonly month: number | null; readonly day: number | null } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day };
}

/** Number of days in a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** First day that a partial date can mean: `2019-03` → `2019-03-01`. */
export function firstDay(date: PartialDate): IsoDate {
  const { year, month, day } = known(date);
  return isoDate(year, month ?? 1, day ?? 1);
}

/** Last day that a partial date can mean: `2019-03` → `2019-03-31`. */
export function lastDay(date: PartialDate): IsoDate {
  const { year, month, day } = known(date);
  return isoDate(year, month ?? 12, day ?? daysInMonth(year, month ?? 12));
}

/** The date `days` later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The date `months` later (earlier where negative); a day past the month's end becomes its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = known(date);
  const count = year * 12 + (month ?? 1) - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return isoDate(toYear, toMonth, Math.min(day ?? 1, daysInMonth(toYear, toMonth)));
}

/** Number of days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a);
}

function known(date: PartialDate): { year: number; month: number | null; day: number | null } {
  const parsed = parsePartialDate(date);
  if (!parsed) throw new RangeError(`not a date: ${JSON.stringify(date)}`);
  return parsed;
}

function pad(value: number): string {
  return `${value}`.padStart(2, "0");
}

/** Days since 0000-03-01; the leap day is the last of a year that starts in March. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = known(date);
  const m = ((month ?? 1) + 9) % 12;
  const y = year - Math.floor(m / 10);
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((m * 306 + 5) / 10) +
    (day ?? 1) -
    1
  );
}

function fromDayNumber(n: number): IsoDate {
  let y = Math.floor((10000 * n + 14780) / 3652425);
  let rest = n - (365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400));
  if (rest < 0) {
    y--;
    rest = n - (365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400));
  }
  const m = Math.floor((100 * rest + 52) / 3060);
  return isoDate(y + Math.floor((m + 2) / 12), ((m + 2) % 12) + 1, rest - Math.floor((m * 306 + 5) / 10) + 1);
}
