import { type ClosedPeriod, add, addDays, decimalOf, isClosed, isWholeYear, toNumber } from "@jianbao/model";
import { type Cell, chosenOf, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, keyFacts } from "./finding.ts";
import { type Interval, differenceOf, intersect, isBelow, sumOf } from "./interval.ts";

/**
 * `sum-disagrees`: the parts of a period do not add up to what is stated for the whole of it;
 * `sum-incomplete`: years are missing, and what the stated total leaves for them is named.
 */
export function sumRemarks({ tracks, pack, fresh }: Evidence): Remark[] {
  const flows = new Set(pack.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  const remarks: Remark[] = [];
  for (const { key, cells } of tracks) {
    if (!flows.has(key.indicator) || key.rate !== null || key.unit === "percent" || key.unit === "pp") continue;
    const closed = cells.filter(({ period }) => isClosed(period));
    for (const whole of closed) {
      const remark = sumRemark(whole, closed);
      if (remark !== null && remark.observations.some((id) => fresh.has(id))) remarks.push(remark);
    }
  }
  return remarks;
}

function sumRemark(whole: Cell, cells: readonly Cell[]): Remark | null {
  if (!isClosed(whole.period)) return null;
  const { start, end } = whole.period;
  const years = yearsOf(whole.period);
  const parts = years === null ? tilesOf(whole, cells) : yearCells(years, cells);
  if (parts === null || parts.length === 0) return null;
  const total = chosenOf(whole);
  const sum = parts.reduce<Interval>((all, part) => sumOf(all, chosenOf(part).interval), nothing);
  const known = parts.reduce((all, part) => add(all, decimalOf(printedOf(chosenOf(part)).value.value)), decimalOf(0));
  const missing = (years ?? []).filter((year) => !parts.some(({ period }) => period.start === `${year}-01-01`));
  const remainder = differenceOf(total.interval, sum);
  const partial = partialYears(missing, cells);
  const facts = {
    ...keyFacts(whole.key, { start, end }),
    stated: figureText(printedOf(total).value),
    sum: toNumber(known),
    sumLow: sum.low,
    sumHigh: sum.high,
    parts: parts.map((part) => figureText(printedOf(chosenOf(part)).value)).join("、"),
    missingYears: missing.length === 0 ? null : missing.join("、"),
    remainderLow: remainder.low,
    remainderHigh: remainder.high,
    partial: partial.map((cell) => figureText(printedOf(chosenOf(cell)).value)).join("、") || null,
    partialEnd: partial.map(({ period }) => period.end).join("、") || null,
  };
  const involved = [whole, ...parts, ...partial];
  const observations = involved.map((cell) => printedOf(chosenOf(cell)).observation.id);
  if (missing.length === 0) {
    if (intersect(sum, total.interval)) return null;
    return { rule: "analysis/sum-disagrees", severity: "warning", observations, facts };
  }
  const atLeast = partial.reduce<Interval>((all, cell) => sumOf(all, chosenOf(cell).interval), nothing);
  const isShort = isBelow(remainder, { low: atLeast.low, high: null });
  return {
    rule: isShort ? "analysis/sum-disagrees" : "analysis/sum-incomplete",
    severity: isShort ? "warning" : "info",
    observations,
    facts,
  };
}

/** The calendar years that a period is made of, two or more; null for any other period. */
function yearsOf({ start, end }: ClosedPeriod): number[] | null {
  if (!start.endsWith("-01-01") || !end.endsWith("-12-31")) return null;
  const first = Number(start.slice(0, 4));
  const last = Number(end.slice(0, 4));
  return last > first ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : null;
}

function yearCells(years: readonly number[], cells: readonly Cell[]): Cell[] {
  return cells.filter(
    ({ period }) => isClosed(period) && isWholeYear(period) && years.includes(Number(period.start.slice(0, 4))),
  );
}

/** For years without a figure of their own: the longest part of each, from its start, that is known. */
function partialYears(years: readonly number[], cells: readonly Cell[]): Cell[] {
  return years.flatMap((year) => {
    const ofYear = cells.filter(({ period }) => period.start === `${year}-01-01` && period.end?.startsWith(`${year}`));
    return ofYear.at(-1) ?? [];
  });
}

/** The fewest parts, one after the other, that cover a period without gap or overlap; null where there are none. */
function tilesOf(whole: Cell, cells: readonly Cell[]): Cell[] | null {
  if (!isClosed(whole.period)) return null;
  const { start, end } = whole.period;
  const byStart = new Map<string, Cell[]>();
  for (const cell of cells) {
    const from = cell.period.start;
    if (cell === whole || from === null || from < start || cell.endLast > end) continue;
    byStart.set(from, [...(byStart.get(from) ?? []), cell]);
  }
  let paths: { day: string; tiles: Cell[] }[] = [{ day: start, tiles: [] }];
  const seen = new Set([start]);
  while (paths.length > 0) {
    const next: typeof paths = [];
    for (const { day, tiles } of paths) {
      // The longest first, so that the choice among equally few is fixed.
      for (const cell of [...(byStart.get(day) ?? [])].reverse()) {
        if (cell.endLast === end) return [...tiles, cell];
        const after = addDays(cell.endLast, 1);
        if (seen.has(after)) continue;
        seen.add(after);
        next.push({ day: after, tiles: [...tiles, cell] });
      }
    }
    paths = next;
  }
  return null;
}

const nothing: Interval = { low: 0, high: 0 };
