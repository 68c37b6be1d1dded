import { type ClosedPeriod, addDays, daysBetween, isClosed, isWholeYear, monthsOf } from "@jianbao/model";

/** A period for TIME_PERIOD: the SDMX spelling, and how far the article says where it begins and ends. */
export interface TimePeriod {
  readonly text: string;
  /** `FULL`: all of it; `UNTIL`: up to that day, the start not stated; `SINCE`: from that day on, the end not stated. */
  readonly coverage: "FULL" | "UNTIL" | "SINCE";
}

/**
 * Spells a period as an SDMX 3.0 observational time period: `2023`, `2023-S1`, `2023-Q1`, `2023-05`, `2023-12-25`, else
 * a time range of start and duration, `2023-01-01/P9M` or `2023-09-01/P116D` (Technical Notes, 4.2). One whose start or
 * end the article leaves open is the known day. Null where neither is known.
 */
export function timePeriodOf(
  period: { readonly start: string | null; readonly end: string | null } | null,
): TimePeriod | null {
  if (period === null) return null;
  if (isClosed(period)) return { text: closedText(period), coverage: "FULL" };
  if (period.end !== null) return { text: period.end, coverage: "UNTIL" };
  return period.start === null ? null : { text: period.start, coverage: "SINCE" };
}

function closedText(period: ClosedPeriod): string {
  const { start, end } = period;
  if (start === end) return start;
  const year = start.slice(0, 4);
  if (isWholeYear(period)) return year;
  const months = monthsOf(period);
  if (months === null) return `${start}/P${daysBetween(start, addDays(end, 1))}D`;
  const month = Number(start.slice(5, 7));
  if (months === 1) return start.slice(0, 7);
  if (months === 3 && month % 3 === 1) return `${year}-Q${(month + 2) / 3}`;
  if (months === 6 && month % 6 === 1) return `${year}-S${(month + 5) / 6}`;
  return months % 12 === 0 ? `${start}/P${months / 12}Y` : `${start}/P${months}M`;
}
