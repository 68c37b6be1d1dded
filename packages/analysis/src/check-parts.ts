import { add, decimalOf, isClosed, isWholeYear, parentOf, toNumber } from "@jianbao/model";
import { type Cell, type Track, chosenOf, isAnyIn, printedOf } from "./cell.ts";
import { yearsOf } from "./check-sum.ts";
import { type Evidence, type Remark, figureText, keyFacts, publishedOf, unitTextOf } from "./finding.ts";
import { keyText, periodText } from "./identity.ts";
import { type Interval, isBelow, sumOf } from "./interval.ts";
import { groupBy } from "./order.ts";
import { heaviestApart, isWithin, spansOf } from "./span.ts";

/**
 * `parts-exceed-whole`: parts that are known, though not all are, add up to surely more than the whole: months of a
 * longer period, provinces of the country. Where a single part does so alone, `part-exceeds-whole` says it; parts of what
 * is counted (breakdowns) may overlap and are not added.
 */
export function partsRemarks({ tracks, pack, concerned }: Evidence): Remark[] {
  const flows = new Set(pack.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  const additive = tracks.filter(
    ({ key }) => flows.has(key.indicator) && key.rate === null && key.unit !== "percent" && key.unit !== "pp",
  );
  const isConcerned = (cell: Cell): boolean => isAnyIn(cell, ({ observation }) => concerned.has(observation.id));
  return [
    ...additive.flatMap(({ cells }) => monthsRemarks(cells, isConcerned)),
    ...areasRemarks(additive, isConcerned),
  ];
}

function monthsRemarks(cells: readonly Cell[], isConcerned: (cell: Cell) => boolean): Remark[] {
  const spans = spansOf(cells);
  const concerned = spans.filter(({ cell }) => isConcerned(cell));
  return spans.flatMap((whole) => {
    if (!concerned.some((span) => isWithin(span, whole))) return [];
    const parts = spans.filter((span) => span.cell !== whole.cell && isWithin(span, whole));
    const heaviest = heaviestApart(parts, ({ cell }) => cell.range.low ?? 0);
    // Years are added up against a total over years elsewhere, with what is known of those that are missing.
    if (isOfYears(whole.cell) && parts.some(({ cell }) => isClosed(cell.period) && isWholeYear(cell.period))) return [];
    // A cover without a gap is a sum, which says more.
    if (heaviest.reduce((days, { from, to }) => days + to - from, 0) === whole.to - whole.from) return [];
    return exceedingRemark(
      heaviest.map(({ cell }) => cell),
      whole.cell,
      "period",
      isConcerned,
    );
  });
}

function isOfYears({ period }: Cell): boolean {
  return isClosed(period) && yearsOf(period) !== null;
}

function areasRemarks(tracks: readonly Track[], isConcerned: (cell: Cell) => boolean): Remark[] {
  const wholes = new Map(tracks.map((track) => [keyText(track.key), track]));
  const families = groupBy(
    tracks.flatMap((track) => {
      const parent = parentOf(track.key.area.code);
      const whole = parent === null ? undefined : wholes.get(keyText({ ...track.key, area: parent }));
      return whole === undefined ? [] : [{ track, whole }];
    }),
    ({ whole }) => keyText(whole.key),
  );
  const remarks: Remark[] = [];
  for (const family of families.values()) {
    const whole = family[0]?.whole;
    if (whole === undefined || family.length < 2) continue;
    const parts = groupBy(
      family
        .flatMap(({ track }) => track.cells)
        .filter(({ period, clusters }) => isClosed(period) && clusters.length > 0),
      ({ period }) => periodText(period, undefined),
    );
    for (const cell of whole.cells) {
      if (!isClosed(cell.period) || cell.clusters.length === 0) continue;
      const own = parts.get(periodText(cell.period, undefined)) ?? [];
      remarks.push(...exceedingRemark(own, cell, "area", isConcerned));
    }
  }
  return remarks;
}

function exceedingRemark(
  parts: readonly Cell[],
  whole: Cell,
  relation: "area" | "period",
  isConcerned: (cell: Cell) => boolean,
): Remark[] {
  if (parts.length < 2 || ![whole, ...parts].some(isConcerned)) return [];
  const total = chosenOf(whole);
  if (parts.some((part) => isBelow(whole.range, part.range))) return [];
  const sum = parts.reduce<Interval>((all, part) => sumOf(all, { low: part.range.low ?? 0, high: null }), {
    low: 0,
    high: null,
  });
  if (!isBelow(whole.range, sum)) return [];
  const known = parts.reduce((all, part) => add(all, decimalOf(printedOf(chosenOf(part)).value.value)), decimalOf(0));
  return [
    {
      rule: "analysis/parts-exceed-whole",
      severity: "warning",
      observations: [whole, ...parts].map((cell) => printedOf(chosenOf(cell)).observation.id),
      facts: {
        ...keyFacts(whole.key, whole.period),
        relation,
        unitText: unitTextOf(printedOf(total)),
        parts: parts.map((part) => figureText(printedOf(chosenOf(part)).value)).join("、"),
        sum: toNumber(known),
        sumLow: sum.low,
        whole: figureText(printedOf(total).value),
        wholePublished: publishedOf(printedOf(total)),
      },
    },
  ];
}
