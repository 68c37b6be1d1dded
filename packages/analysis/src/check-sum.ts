import { type ClosedPeriod, add, decimalOf, isClosed, isWholeYear, subtract, toNumber } from "@jianbao/model";
import { type Cell, chosenOf, isSpokenOf, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, keyFacts, publishedOf, unitTextOf } from "./finding.ts";
import { type Interval, differenceOf, intersect, isBelow, sumOf } from "./interval.ts";
import { type Span, isWithin, spansOf, tilingsOf } from "./span.ts";
import { stepKindOf } from "./step.ts";

/**
 * `sum-disagrees`: the parts of a period do not add up to what is stated for the whole of it;
 * `difference-disagrees`: what two cumulative figures leave for a month or a quarter is not what is stated for it;
 * `sum-incomplete`: years are missing, and what the stated total leaves for them is named.
 */
export function sumRemarks({ tracks, pack, fresh }: Evidence): Remark[] {
  const flows = new Set(pack.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  const remarks: Remark[] = [];
  for (const { key, cells } of tracks) {
    if (!flows.has(key.indicator) || key.rate !== null || key.unit === "percent" || key.unit === "pp") continue;
    const spans = spansOf(cells);
    const spoken = spans.filter(({ cell }) => isSpokenOf(cell));
    for (const whole of spans) {
      if (!spoken.some((span) => isWithin(span, whole))) continue;
      const remark = sumRemark(whole, spans);
      if (remark !== null && remark.observations.some((id) => fresh.has(id))) remarks.push(remark);
    }
  }
  return remarks;
}

function sumRemark(span: Span, spans: readonly Span[]): Remark | null {
  const { cell: whole } = span;
  if (!isClosed(whole.period)) return null;
  const years = yearsOf(whole.period);
  if (years !== null) return sumOfParts(whole, yearCells(years, spans), years, spans);
  const [fewest, most] = tilingsOf(span, spans);
  if (fewest === undefined) return null;
  const remark = sumOfParts(whole, fewest, [], spans);
  if (remark !== null || most === undefined || isShownBefore(most, spans)) return remark;
  return sumOfParts(whole, most, [], spans);
}

/** Tells whether the first of some parts disagree with a shorter whole already: each longer one would only say it again. */
function isShownBefore(parts: readonly Cell[], spans: readonly Span[]): boolean {
  const [first] = parts;
  const wholes = new Map(
    spans.filter(({ cell }) => cell.period.start === first?.period.start).map(({ cell }) => [cell.endLast, cell]),
  );
  let sum = nothing;
  for (const [i, part] of parts.slice(0, -1).entries()) {
    sum = sumOf(sum, part.range);
    const whole = i === 0 ? undefined : wholes.get(part.endLast);
    if (whole !== undefined && !intersect(sum, whole.range)) return true;
  }
  return false;
}

function sumOfParts(
  whole: Cell,
  parts: readonly Cell[],
  years: readonly number[],
  spans: readonly Span[],
): Remark | null {
  if (parts.length === 0) return null;
  const { start, end } = whole.period;
  const total = chosenOf(whole);
  const sum = parts.reduce<Interval>((all, part) => sumOf(all, part.range), nothing);
  const known = parts.reduce((all, part) => add(all, decimalOf(printedOf(chosenOf(part)).value.value)), decimalOf(0));
  const missing = years.filter((year) => !parts.some(({ period }) => period.start === `${year}-01-01`));
  const remainder = differenceOf(whole.range, sum);
  const partial = partialYears(missing, spans);
  const facts = {
    ...keyFacts(whole.key, { start, end }),
    unitText: unitTextOf(printedOf(total)),
    stated: figureText(printedOf(total).value),
    statedPublished: publishedOf(printedOf(total)),
    sum: toNumber(known),
    apart: Math.abs(toNumber(subtract(decimalOf(printedOf(total).value.value), known))),
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
    if (intersect(sum, whole.range)) return null;
    const difference = differenceFacts(whole, parts);
    if (difference !== null)
      return {
        rule: "analysis/difference-disagrees",
        severity: "warning",
        observations,
        facts: { ...facts, ...difference },
      };
    return { rule: "analysis/sum-disagrees", severity: "warning", observations, facts };
  }
  const atLeast = partial.reduce<Interval>((all, cell) => sumOf(all, cell.range), nothing);
  const isShort = isBelow(remainder, { low: atLeast.low, high: null });
  return {
    rule: isShort ? "analysis/sum-disagrees" : "analysis/sum-incomplete",
    severity: isShort ? "warning" : "info",
    observations,
    facts,
  };
}

/** The calendar years that a period is made of, two or more; null for any other period. */
export function yearsOf({ start, end }: ClosedPeriod): number[] | null {
  if (!start.endsWith("-01-01") || !end.endsWith("-12-31")) return null;
  const first = Number(start.slice(0, 4));
  const last = Number(end.slice(0, 4));
  return last > first ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : null;
}

function yearCells(years: readonly number[], spans: readonly Span[]): Cell[] {
  return spans
    .map(({ cell }) => cell)
    .filter(
      ({ period }) => isClosed(period) && isWholeYear(period) && years.includes(Number(period.start.slice(0, 4))),
    );
}

/** For years without a figure of their own: the longest part of each, from its start, that is known. */
function partialYears(years: readonly number[], spans: readonly Span[]): Cell[] {
  return years.flatMap((year) => {
    const ofYear = spans.filter(
      ({ cell: { period } }) => period.start === `${year}-01-01` && period.end?.startsWith(`${year}`),
    );
    return ofYear.at(-1)?.cell ?? [];
  });
}

/** Of two parts the second of which is a month or a quarter: the arithmetic as a difference, as an editor does it. */
function differenceFacts(whole: Cell, parts: readonly Cell[]): Record<string, string | number | null> | null {
  const [before, step] = parts;
  if (parts.length !== 2 || before === undefined || step === undefined || !isClosed(step.period)) return null;
  const kind = stepKindOf(step.period);
  if (kind === null || kind === "half-year") return null;
  const [first, second] = [printedOf(chosenOf(before)), printedOf(chosenOf(step))];
  const left = differenceOf(whole.range, before.range);
  return {
    kind,
    longer: figureText(printedOf(chosenOf(whole)).value),
    longerPublished: publishedOf(printedOf(chosenOf(whole))),
    shorter: figureText(first.value),
    shorterStart: before.period.start,
    shorterEnd: before.period.end,
    shorterPublished: publishedOf(first),
    step: figureText(second.value),
    stepStart: step.period.start,
    stepEnd: step.period.end,
    stepPublished: publishedOf(second),
    leftLow: left.low,
    leftHigh: left.high,
  };
}

const nothing: Interval = { low: 0, high: 0 };
