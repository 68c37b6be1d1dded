import type { Comparison, Value } from "@jianbao/analysis";
import { type MapChart, type RankedChart, alternativeOf } from "@jianbao/charts";
import { textOf } from "@jianbao/document";
import { phrase } from "../phrase.ts";
import { type ChartView, axisOf, drawnOf } from "./charts.ts";
import { type Context, labelOf, notesOf } from "./context.ts";

/** The fewest provinces that are worth a map. */
const fewestTiles = 6;

/** Most bars of a chart; the table has all. */
const mostBars = 20;

/**
 * Draws areas by one statistic of one period, handed in from the highest down: provinces, where there are enough, on a
 * grid of tiles, others as bars by rank.
 */
export function areaChart(context: Context, index: number, rows: readonly Comparison[]): ChartView | null {
  const { wording } = context;
  const [first] = rows;
  if (!first || rows.length < 2) return null;
  const isMap = rows.length >= fewestTiles && rows.every(({ key }) => isProvince(key.area.code));
  const told = isMap ? rows : rows.slice(0, mostBars);
  const values = told.map(({ current }) => current.value);
  const { unit, figure } = axisOf(context, values);
  const drawn = told.map(({ key, current }) => ({
    label: wording.area(key.area),
    rank: rankOf(
      current.value,
      rows.map((one) => one.current.value),
    ),
    figure: figure(drawnOf(current)),
  }));
  const label = wording.labelled(labelOf(context, first.key), first.key.breakdown, false);
  const when = wording.period(first.current.period);
  const described = { description: wording.description([label, textOf(when)]), unit };
  const chart: MapChart | RankedChart = isMap
    ? {
        kind: "map",
        ...described,
        rows: drawn.map((row, at) => ({ code: told[at]?.key.area.code ?? "", ...row })),
      }
    : {
        kind: "ranked",
        ...described,
        rows: drawn,
        ...(told.length < rows.length ? { of: rows.length } : {}),
      };
  return {
    ref: `${chart.kind}-${index}`,
    alternative: alternativeOf(chart, wording.language),
    caption: phrase(
      wording.rankedCaption(index, label, when, unit),
      notesOf(
        context,
        values.flatMap(({ observations }) => observations),
      ),
    ),
    note: null,
    chart,
  };
}

/** 1 + how many are surely above: areas whose figures can mean the same share a rank. */
function rankOf(value: Value, all: readonly Value[]): number {
  return 1 + all.filter((other) => isBelow(value, other)).length;
}

/** Tells whether a figure is surely below another: what the two can mean does not overlap. */
export function isBelow(value: Value, other: Value | undefined): boolean {
  return (
    other !== undefined &&
    value.high !== null &&
    other.low !== null &&
    value.high <= other.low &&
    value.value < other.value
  );
}

/** Matches the code of a province: `CN-FJ`; must not match `CN`, `330100`. */
function isProvince(code: string): boolean {
  return /^CN-[A-Z]{2}$/u.test(code);
}
