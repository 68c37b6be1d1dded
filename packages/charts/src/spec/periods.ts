import { wrap } from "../measure.ts";
import { type Style, smallSize } from "./style.ts";

/** Matches a year alone, as Chinese and English print it: `2018年`, `2018`; must not match `2018年1月`. */
const year = /^(\d{4})(年?)$/u;
/** Matches a part of a year: `2023年1月`, `2023年第一季度`; must not match `2023年`, `2018年至2020年`. */
const part = /^(\d{4}年)([^至]+)$/u;
/** Matches a month in English: `January 2023`. */
const englishMonth = /^([A-Z][a-z]{2})[a-z]* (\d{4})$/u;

/**
 * Writes the labels of an axis of periods, each as lines, where a step is `step` points wide: years as 2018 with 年 once,
 * at the last; months and quarters with the year beneath the first of each. Where not every label has room, every k-th
 * stands, the last among them; months without room for 月 stand as numbers.
 */
export function periodLabels(periods: readonly string[], step: number, style: Style): readonly (readonly string[])[] {
  if (periods.length > 0 && periods.every((period) => year.test(period))) return thinned(years(periods), step, style);
  const parted = partedMonths(periods);
  if (parted !== null) return monthLabels(parted, step, style);
  const small = smallSize(style.size);
  return thinned(
    periods.map((period) => wrap(period, step - small * 0.4, small, style.measure)),
    step,
    style,
  );
}

function years(periods: readonly string[]): readonly (readonly string[])[] {
  return periods.map((period, at) => [at === periods.length - 1 ? period : period.replace(year, "$1")]);
}

/** A month, or another part of a year. */
interface Month {
  readonly year: string;
  /** `1月`, `Jan`. */
  readonly name: string;
  /** `1`, `J`. */
  readonly short: string;
  /** The first of its year. */
  readonly isFirst: boolean;
}

function partedMonths(periods: readonly string[]): readonly Month[] | null {
  const months: Month[] = [];
  for (const period of periods) {
    const chinese = part.exec(period);
    const english = englishMonth.exec(period);
    const [name, inYear] = chinese !== null ? [chinese[2], chinese[1]] : [english?.[1], english?.[2]];
    if (name === undefined || inYear === undefined) return null;
    const short = english === null ? name.replace(/月$/u, "") : name.slice(0, 1);
    months.push({ year: inYear, name, short, isFirst: inYear !== months.at(-1)?.year });
  }
  return months.length === 0 ? null : months;
}

function monthLabels(months: readonly Month[], step: number, style: Style): readonly (readonly string[])[] {
  const small = smallSize(style.size);
  const fits = (text: string): boolean => style.measure(text, small, 400) + small * 0.3 <= step;
  const isFull = months.every(({ name }) => fits(name));
  // A first year that the next follows closely would be written into it.
  const until = months.findIndex(({ isFirst }, at) => at > 0 && isFirst);
  const room = until < 0 ? Number.POSITIVE_INFINITY : until * step;
  const hasYear = (at: number): boolean =>
    months[at]?.isFirst === true && (at > 0 || style.measure(months[0]?.year ?? "", small, 400) + small <= room);
  const named = months.map(({ name, short, year: inYear }, at) => [
    isFull ? name : short,
    ...(hasYear(at) ? [inYear] : []),
  ]);
  if (months.every(({ short }) => fits(short))) return named;
  // Not even numbers have room: the years alone.
  return months.map(({ year: inYear }, at) => (hasYear(at) ? ["", inYear] : []));
}

function thinned(
  labels: readonly (readonly string[])[],
  step: number,
  { size, measure }: Style,
): readonly (readonly string[])[] {
  const small = smallSize(size);
  const widest = Math.max(0, ...labels.flat().map((line) => measure(line, small, 400)));
  const every = Math.max(1, Math.ceil((widest + small * 0.4) / step));
  const last = labels.length - 1;
  return labels.map((lines, at) => ((last - at) % every === 0 ? lines : []));
}
