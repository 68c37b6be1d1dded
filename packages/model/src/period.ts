import { type IsoDate, addDays, addMonths, daysInMonth, isoDate, parsePartialDate } from "./date.ts";

/** A time span with inclusive ends; an end that the text does not give is null. */
export interface Period {
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  /** The words of the article that gave it, or null where it was carried over from another sentence. */
  readonly text: string | null;
}

/** A period of the calendar that an issue is written for: `2023-12`, `2023-Q4`, `2023-H2` or `2023`. */
export interface IssuePeriod {
  readonly id: string;
  readonly kind: "month" | "quarter" | "half-year" | "year";
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Reads an issue's period; returns null for any other text. */
export function parseIssuePeriod(text: string): IssuePeriod | null {
  // Matches `2023`, `2023-12`, `2023-Q4`, `2023-H2`; must not match `2023-13`, `2023-Q5` or `23-12`.
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/u.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const span = (kind: IssuePeriod["kind"], from: number, to: number): IssuePeriod => ({
    id: text,
    kind,
    start: isoDate(year, from, 1),
    end: isoDate(year, to, daysInMonth(year, to)),
  });
  if (match[2] !== undefined) return span("month", Number(match[2]), Number(match[2]));
  if (match[3] !== undefined) return span("quarter", Number(match[3]) * 3 - 2, Number(match[3]) * 3);
  if (match[4] !== undefined) return span("half-year", Number(match[4]) * 6 - 5, Number(match[4]) * 6);
  return span("year", 1, 12);
}

/** A period with both ends known. */
export interface ClosedPeriod {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Tells whether both ends of a period are known. */
export function isClosed(
  period: { readonly start: string | null; readonly end: string | null } | null,
): period is ClosedPeriod {
  return period !== null && period.start !== null && period.end !== null;
}

/** Tells whether a period is one calendar year, 1 January to 31 December. */
export function isWholeYear(period: ClosedPeriod): boolean {
  return period.start.endsWith("-01-01") && period.end === `${period.start.slice(0, 4)}-12-31`;
}

/** Tells whether a period starts on the first and ends on the last day of a month. */
export function isWholeMonths(period: ClosedPeriod): boolean {
  return period.start.endsWith("-01") && addDays(period.end, 1).endsWith("-01");
}

/** Number of whole months in a period, or null where it is not made of whole months. */
export function monthsOf(period: ClosedPeriod): number | null {
  if (!isWholeMonths(period)) return null;
  const start = parsePartialDate(period.start);
  const after = parsePartialDate(addDays(period.end, 1));
  if (!start || !after) return null;
  return (after.year - start.year) * 12 + (after.month ?? 1) - (start.month ?? 1);
}

/** The period of the same length and place, `years` earlier: 2023-01..09 → 2022-01..09; 29 February → the 28th. */
export function yearsEarlier(period: ClosedPeriod, years = 1): ClosedPeriod {
  const after = addMonths(addDays(period.end, 1), -12 * years);
  const end = isWholeMonths(period) ? addDays(after, -1) : addMonths(period.end, -12 * years);
  return { start: addMonths(period.start, -12 * years), end };
}

/** Tells whether two periods cover the very same days. */
export function samePeriod(a: ClosedPeriod, b: ClosedPeriod): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The key of a period in tables and identifiers: `2018-01-01..2018-12-31`, `..2019-03-05`, `..`. */
export function periodKey(period: { readonly start: string | null; readonly end: string | null } | null): string {
  return period === null ? "?" : `${period.start ?? ""}..${period.end ?? ""}`;
}
