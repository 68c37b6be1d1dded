import type { Step, StepSeries } from "@jianbao/analysis";
import { addDays, addMonths } from "@jianbao/model";
import type { Phrase } from "../phrase.ts";
import { type ChartView, type Drawn, drawnOf } from "./charts.ts";
import type { Context } from "./context.ts";
import { type Line, courseChart } from "./course-chart.ts";

/** The fewest months that are worth a chart. */
const fewestMonths = 4;

/** Draws a theme's statistics month by month, those that have at least four; months that are 推算 as such. */
export function monthChart(
  context: Context,
  index: number,
  theme: string,
  series: readonly StepSeries[],
): ChartView | null {
  const { wording } = context;
  const monthly = series.filter(({ kind, steps }) => kind === "month" && steps.length >= fewestMonths);
  const starts = monthly.flatMap(({ steps }) => steps.map(({ period }) => period.start)).sort();
  const periods: string[] = [];
  for (let start = starts[0] ?? ""; start !== "" && start <= (starts.at(-1) ?? ""); start = addMonths(start, 1)) {
    periods.push(start);
  }
  const lines = monthly.map(({ key, steps }): Line => ({
    key,
    points: periods.map((start) => {
      const step = steps.find(({ period }) => period.start === start);
      return step === undefined ? null : stepOf(step);
    }),
  }));
  const nameOf = (start: string): Phrase => wording.period({ start, end: addDays(addMonths(start, 1), -1) });
  return courseChart(context, lines, {
    ref: `months-${index}`,
    theme,
    periods: periods.map(nameOf),
    captionOf: (label, unit) => wording.monthsCaption(index, label, unit),
    noteOf: (drawn) => {
      const points = drawn.map(({ line }) => line.points);
      const isDerived = (at: number): boolean => points.some((line) => line[at]?.origin === "derived");
      const isMissing = (at: number): boolean => points.some((line) => line[at] === null);
      const named = periods.map((start, at) => ({ at, name: nameOf(start) }));
      const those = (is: (at: number) => boolean): readonly Phrase[] =>
        named.flatMap(({ at, name }) => (is(at) ? [name] : []));
      return wording.monthsNote({
        derived: those(isDerived),
        stated: those((at) => !isDerived(at) && !isMissing(at)),
        missing: those(isMissing),
        mixed: points.some((line) => line.some((point, at) => kindOf(point) !== kindOf(points[0]?.[at] ?? null))),
      });
    },
  });
}

/** The level of a step: an article's, else what arithmetic gives. */
function stepOf({ stated, derived }: Step): Drawn | null {
  if (stated !== null) return drawnOf(stated);
  return derived === null ? null : { value: derived.value, origin: "derived", disputed: false };
}

function kindOf(point: Drawn | null): string {
  return point === null ? "missing" : (point.origin ?? "stated");
}
