import type { Comparison, Series, StepSeries } from "@jianbao/analysis";
import { changeChart } from "./change-chart.ts";
import type { ChartView } from "./charts.ts";
import type { Context } from "./context.ts";
import { monthChart } from "./month-chart.ts";
import type { Counters } from "./view.ts";
import { yearChart } from "./year-chart.ts";

/** The fewest changes that are worth a chart beside the table that has them. */
const fewestChanges = 3;

/**
 * Draws what a theme's section has beside its table: the changes that the lead does not draw already, its statistics
 * over years and over months. Numbers the charts that come of it.
 */
export function themeCharts(
  context: Context,
  counters: Counters,
  title: string,
  comparisons: readonly Comparison[],
  series: readonly Series[],
  steps: readonly StepSeries[],
): readonly ChartView[] {
  const charts: ChartView[] = [];
  for (const draw of [
    (index: number): ChartView | null => changeChart(context, index, title, comparisons, fewestChanges),
    (index: number): ChartView | null => yearChart(context, index, title, series),
    (index: number): ChartView | null => monthChart(context, index, title, steps),
  ]) {
    const chart = draw(counters.chart + 1);
    if (!chart) continue;
    counters.chart++;
    charts.push(chart);
  }
  return charts;
}
