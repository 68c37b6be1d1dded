import type { Point, Series } from "@jianbao/analysis";
import type { Phrase } from "../phrase.ts";
import type { ChartView } from "./charts.ts";
import { drawnOf } from "./charts.ts";
import type { Context } from "./context.ts";
import { type Line, courseChart } from "./course-chart.ts";

/** The fewest years that are worth a chart. */
const fewestYears = 3;

/** Draws a theme's statistics over whole years, those that have at least three. */
export function yearChart(context: Context, index: number, theme: string, series: readonly Series[]): ChartView | null {
  const { wording } = context;
  const long = series
    .map(({ key, points }) => ({ key, points: points.filter((point) => yearOf(point) !== null) }))
    .filter(({ points }) => points.length >= fewestYears);
  const years = long.flatMap(({ points }) => points.map((point) => Number(yearOf(point))));
  if (years.length === 0) return null;
  const from = Math.min(...years);
  const periods = Array.from({ length: Math.max(...years) - from + 1 }, (_, offset) => from + offset);
  const lines = long.map(({ key, points }): Line => ({
    key,
    points: periods.map((year) => {
      const point = points.find((candidate) => yearOf(candidate) === `${year}`);
      return point === undefined ? null : drawnOf(point);
    }),
  }));
  const nameOf = (year: number): Phrase => wording.period({ start: `${year}-01-01`, end: `${year}-12-31` });
  return courseChart(context, lines, {
    ref: `series-${index}`,
    theme,
    periods: periods.map(nameOf),
    captionOf: (label, unit) => wording.seriesCaption(index, label, unit),
    noteOf: (drawn) => {
      const missing = drawn.map(({ label, line }) => ({
        label,
        at: periods.filter((_, at) => line.points[at] === null),
      }));
      const all = missing.filter(({ at }) => at.length > 0);
      if (all.length === 0) return null;
      // What all miss alike is told once.
      const isAlike = new Set(missing.map(({ at }) => at.join())).size === 1;
      return wording.missingYears(
        (isAlike ? all.slice(0, 1) : all).map(({ label, at }) => ({
          label: isAlike ? null : label,
          years: at.map(nameOf),
        })),
      );
    },
  });
}

function yearOf(point: Point): string | null {
  const { start, end } = point.period;
  if (start === null || end === null) return null;
  return start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31` ? start.slice(0, 4) : null;
}
