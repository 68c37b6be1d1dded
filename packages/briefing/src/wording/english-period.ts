import { type PartialDate, isClosed, isWholeMonths, isWholeYear, parsePartialDate } from "@jianbao/model";
import { type Phrase, phrase, time } from "../phrase.ts";
import { intervalOf } from "./chinese-period.ts";

const months = "January February March April May June July August September October November December".split(" ");

/** Writes a day, month or year: 31 January 2024. */
export function englishDate(date: PartialDate): Phrase {
  return [time(dateText(date), date)];
}

/** Writes a period: 2023; January to September 2023; as of 5 March 2019; since 2020. */
export function englishPeriod(period: { readonly start: string | null; readonly end: string | null }): Phrase {
  const { start, end } = period;
  if (isClosed(period)) return [time(closedText(period.start, period.end), intervalOf(period.start, period.end))];
  if (end !== null) return phrase("as of ", englishDate(end));
  if (start !== null)
    return phrase(
      "since ",
      time(dateText(start.endsWith("-01-01") ? start.slice(0, 4) : start.replace(/-01$/u, "")), start),
    );
  return phrase("period not stated");
}

function closedText(start: string, end: string): string {
  if (start === end) return dateText(start);
  if (isWholeYear({ start, end })) return start.slice(0, 4);
  if (start.endsWith("-01-01") && end.endsWith("-12-31")) return `${start.slice(0, 4)} to ${end.slice(0, 4)}`;
  const isMonths = isWholeMonths({ start, end });
  const from = isMonths ? start.slice(0, 7) : start;
  const to = isMonths ? end.slice(0, 7) : end;
  if (from === to) return dateText(from);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  return `${sameYear ? dateText(from).replace(/ \d{4}$/u, "") : dateText(from)} to ${dateText(to)}`;
}

function dateText(date: PartialDate): string {
  const parsed = parsePartialDate(date);
  if (!parsed) throw new RangeError(`not a date: ${JSON.stringify(date)}`);
  const { year, month, day } = parsed;
  return [day, month === null ? null : (months[month - 1] ?? ""), year].filter((part) => part !== null).join(" ");
}
