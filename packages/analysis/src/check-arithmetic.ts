import {
  type ClosedPeriod,
  type Decimal,
  add,
  addDays,
  compareDecimals,
  decimalOf,
  divide,
  isClosed,
  isWholeYear,
  multiply,
  subtract,
  toNumber,
} from "@jianbao/model";
import { type Cell, type Track, chosenOf, printedOf, readingsIn } from "./cell.ts";
import { computedChange, statedInterval } from "./change.ts";
import { statedYearly } from "./comparison.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts } from "./finding.ts";
import { keyText } from "./identity.ts";
import { type Interval, intersect, isBelow } from "./interval.ts";

/** `change-disagrees`: the change an article states is not the one that the levels of both years allow. */
export function changeRemarks({ pairings }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const { current, previous } of pairings) {
    const stated = statedYearly(current);
    if (stated === null || previous === null) continue;
    const now = printedOf(chosenOf(current)).value;
    const base = printedOf(chosenOf(previous)).value;
    const computed = computedChange(now, base);
    const range = statedInterval(stated.change);
    if (computed === null || range === null) continue;
    // 持平 says the same in percent and in points; else the two never mix.
    if (range.unit !== computed.unit && stated.change.direction !== "flat") continue;
    if (intersect(range.range, decimalInterval(computed.low, computed.high))) continue;
    remarks.push({
      rule: "analysis/change-disagrees",
      severity: "warning",
      observations: [stated.observation, ...now.observations, ...base.observations],
      facts: {
        ...keyFacts(current.key, current.period),
        stated: stated.change.text,
        computed: computed.direction === "down" ? -computed.value : computed.value,
        computedLow: computed.low,
        computedHigh: computed.high,
        computedUnit: computed.unit,
        current: figureText(now),
        previous: figureText(base),
      },
    });
  }
  return remarks;
}

/** `stated-changes-differ`: two articles state changes of one figure that cannot both be right. */
export function statedRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const cell of tracks.flatMap(({ cells }) => cells)) {
    const ranges = cell.stated.flatMap((stated) => {
      const interval = stated.change.basis === "yoy" ? statedInterval(stated.change) : null;
      return interval === null ? [] : [{ stated, interval }];
    });
    const [first, ...rest] = ranges;
    const other = rest.find(
      ({ interval }) => interval.unit === first?.interval.unit && !intersect(interval.range, first.interval.range),
    );
    if (first === undefined || other === undefined) continue;
    const observations = [first.stated.observation, other.stated.observation];
    // One statement may carry two changes of one basis (涨幅同比下降 …): only two statements contradict each other.
    if (observations[0] === observations[1] || !observations.some((id) => concerned.has(id))) continue;
    remarks.push({
      rule: "analysis/stated-changes-differ",
      severity: "warning",
      observations,
      facts: {
        ...keyFacts(cell.key, cell.period),
        first: first.stated.change.text,
        second: other.stated.change.text,
      },
    });
  }
  return remarks;
}

/**
 * `part-exceeds-whole`: a part is surely greater than the whole that holds it — a part of the period
 * (January to September against the year), of the territory, or of what is counted (breakdown).
 */
export function partRemarks({ tracks, pack, concerned }: Evidence): Remark[] {
  const flows = new Set(pack.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  const additive = tracks.filter(({ key }) => key.rate === null && key.unit !== "percent" && key.unit !== "pp");
  const remarks: Remark[] = [];
  const compare = (part: Cell, whole: Cell, relation: string): void => {
    const a = chosenOf(part);
    const b = chosenOf(whole);
    if (!isBelow(b.interval, a.interval)) return;
    const ids = [...idsOf(a.readings), ...idsOf(b.readings)];
    if (!ids.some((id) => concerned.has(id))) return;
    remarks.push({
      rule: "analysis/part-exceeds-whole",
      severity: "warning",
      observations: ids,
      facts: {
        ...keyFacts(part.key, part.period),
        relation,
        part: figureText(printedOf(a).value),
        whole: figureText(printedOf(b).value),
        wholeArea: whole.key.area.name,
        wholeStart: whole.period.start,
        wholeEnd: whole.period.end,
      },
    });
  };
  for (const { key, cells } of additive) {
    if (!flows.has(key.indicator)) continue;
    for (const part of cells) {
      for (const whole of cells) {
        if (isConcerned(part, whole, concerned) && holds(whole, part)) compare(part, whole, "period");
      }
    }
  }
  for (const [part, whole, relation] of nestedTracks(additive)) {
    const byPeriod = new Map(
      whole.cells.filter(({ period }) => isClosed(period)).map((cell) => [periodOf(cell), cell]),
    );
    for (const cell of part.cells) {
      const other = isClosed(cell.period) ? byPeriod.get(periodOf(cell)) : undefined;
      if (other !== undefined) compare(cell, other, relation);
    }
  }
  return remarks;
}

/** `share-disagrees`: a part's stated share (占三成) is not its level over the whole's. */
export function shareRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const [part, whole, relation] of nestedTracks(tracks)) {
    if (relation !== "breakdown") continue;
    const byPeriod = new Map(whole.cells.map((cell) => [periodOf(cell), cell]));
    for (const cell of part.cells) {
      const all = byPeriod.get(periodOf(cell));
      const share = cell.stated.find(({ change }) => change.basis === "share" && change.unit === "percent");
      if (all === undefined || share === undefined || share.change.value === null) continue;
      const a = printedOf(chosenOf(cell));
      const b = printedOf(chosenOf(all));
      const computed = shareOf(a.interval, b.interval);
      const half = decimalOf(0.5);
      const value = decimalOf(share.change.value);
      const stated = {
        low: share.change.low === null ? subtract(value, half) : decimalOf(share.change.low),
        high: share.change.high === null ? add(value, half) : decimalOf(share.change.high),
      };
      const ids = [share.observation, a.observation.id, b.observation.id];
      if (intersect(stated, computed) || !ids.some((id) => concerned.has(id))) continue;
      remarks.push({
        rule: "analysis/share-disagrees",
        severity: "warning",
        observations: ids,
        facts: {
          ...keyFacts(cell.key, cell.period),
          stated: share.change.text,
          computedLow: numberOf(computed.low),
          computedHigh: numberOf(computed.high),
          part: figureText(a.value),
          whole: figureText(b.value),
        },
      });
    }
  }
  return remarks;
}

/**
 * `sum-disagrees`: the parts of a period do not add up to what is stated for the whole of it;
 * `sum-incomplete`: years are missing, and what the stated total leaves for them is named.
 */
export function sumRemarks({ tracks, pack, concerned }: Evidence): Remark[] {
  const flows = new Set(pack.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  const remarks: Remark[] = [];
  for (const { key, cells } of tracks) {
    if (!flows.has(key.indicator) || key.rate !== null || key.unit === "percent" || key.unit === "pp") continue;
    const closed = cells.filter(({ period }) => isClosed(period));
    for (const whole of closed) {
      const remark = sumRemark(whole, closed);
      if (remark !== null && remark.observations.some((id) => concerned.has(id))) remarks.push(remark);
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
  const sum = parts.reduce<Interval>((all, part) => plus(all, chosenOf(part).interval), nothing);
  const known = parts.reduce((all, part) => add(all, decimalOf(printedOf(chosenOf(part)).value.value)), zero);
  const missing = (years ?? []).filter((year) => !parts.some(({ period }) => period.start === `${year}-01-01`));
  const remainder = minus(total.interval, sum);
  const partial = partialYears(missing, cells);
  const facts = {
    ...keyFacts(whole.key, { start, end }),
    stated: figureText(printedOf(total).value),
    sum: toNumber(known),
    sumLow: numberOf(sum.low),
    sumHigh: numberOf(sum.high),
    parts: parts.map((part) => figureText(printedOf(chosenOf(part)).value)).join("、"),
    missingYears: missing.length === 0 ? null : missing.join("、"),
    remainderLow: numberOf(remainder.low),
    remainderHigh: numberOf(remainder.high),
    partial: partial.map((cell) => figureText(printedOf(chosenOf(cell)).value)).join("、") || null,
    partialEnd: partial.map(({ period }) => period.end).join("、") || null,
  };
  const involved = [whole, ...parts, ...partial];
  const observations = involved.map((cell) => printedOf(chosenOf(cell)).observation.id);
  if (missing.length === 0) {
    if (intersect(sum, total.interval)) return null;
    return { rule: "analysis/sum-disagrees", severity: "warning", observations, facts };
  }
  const atLeast = partial.reduce<Interval>((all, cell) => plus(all, chosenOf(cell).interval), nothing);
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

/** Pairs of series where the first counts a part of the second: of its territory, or of what it counts. */
function nestedTracks(tracks: readonly Track[]): [Track, Track, "area" | "breakdown"][] {
  const byKey = new Map(tracks.map((track) => [keyText(track.key), track]));
  const pairs: [Track, Track, "area" | "breakdown"][] = [];
  for (const track of tracks) {
    const { key } = track;
    if (key.breakdown !== null) {
      const whole = byKey.get(keyText({ ...key, breakdown: null }));
      if (whole !== undefined) pairs.push([track, whole, "breakdown"]);
    }
    for (const code of territoriesAbove(key.area.code)) {
      const whole = byKey.get(keyText({ ...key, area: { code, name: "" } }));
      if (whole !== undefined) pairs.push([track, whole, "area"]);
    }
  }
  return pairs;
}

/** Codes of the territories that hold one, as far as the code itself tells: 330302 → 330300, CN. */
function territoriesAbove(code: string): string[] {
  if (code === "CN" || code === "OVERSEAS") return [];
  const isCounty = /^\d{6}$/u.test(code) && !code.endsWith("00");
  return isCounty ? [`${code.slice(0, 4)}00`, "CN"] : ["CN"];
}

/** Tells whether the period of one cell lies within another's and is not the same. */
function holds(whole: Cell, part: Cell): boolean {
  if (whole === part || !isClosed(whole.period) || !isClosed(part.period)) return false;
  return whole.period.start <= part.period.start && part.period.end <= whole.period.end;
}

function isConcerned(a: Cell, b: Cell, concerned: ReadonlySet<string>): boolean {
  return [...readingsIn(a), ...readingsIn(b)].some(({ observation }) => concerned.has(observation.id));
}

function periodOf(cell: Cell): string {
  return `${cell.period.start ?? ""}..${cell.period.end ?? ""}${cell.asOf ?? ""}`;
}

const zero: Decimal = { digits: 0n, scale: 0 };
const nothing: Interval = { low: zero, high: zero };

function plus(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : add(a.low, b.low),
    high: a.high === null || b.high === null ? null : add(a.high, b.high),
  };
}

function minus(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.high === null ? null : subtract(a.low, b.high),
    high: a.high === null || b.low === null ? null : subtract(a.high, b.low),
  };
}

function shareOf(part: Interval, whole: Interval): Interval {
  return { low: percentOf(part.low, whole.high), high: percentOf(part.high, whole.low) };
}

function percentOf(part: Decimal | null, whole: Decimal | null): Decimal | null {
  if (part === null || whole === null || compareDecimals(whole, zero) <= 0) return null;
  return divide(multiply(part, decimalOf(100)), whole, 6);
}

function decimalInterval(low: number | null, high: number | null): Interval {
  return { low: low === null ? null : decimalOf(low), high: high === null ? null : decimalOf(high) };
}

function numberOf(value: Decimal | null): number | null {
  return value === null ? null : toNumber(value);
}
