import { type Language, unreachable } from "@jianbao/model";
import { saidOf } from "./alternative.ts";
import type { Chart, ChartFigure, ChartSeries, RankedArea } from "./chart.ts";
import { type ChartWords, chartWords } from "./words.ts";

/** The figures of a chart as a table of words, each with the observations that it rests on. */
export interface ChartTable {
  /** Heads of the columns; the first column names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly { readonly text: string; readonly observations: readonly string[] }[];
  }[];
}

/** Writes the table of a chart's figures; null for a template's own specification with data of its own. */
export function tableOf(chart: Chart, language: Language = "zh-Hans"): ChartTable | null {
  const words = chartWords(language);
  switch (chart.kind) {
    case "change":
      return {
        head: [words.indicator, chart.previousLabel, chart.currentLabel, words.change],
        rows: chart.rows.map(({ label, current, previous, change }) => ({
          label,
          cells: [cellOf(previous, words), cellOf(current, words), { text: change, observations: [] }],
        })),
      };
    case "series":
      return overPeriods(chart.series, chart.periods, words);
    case "panels":
      return overPeriods(chart.panels, chart.periods, words);
    case "ranked":
    case "map":
      return ranked(chart.rows, words);
    case "spec":
      return chart.figures === undefined || chart.figures.length === 0
        ? null
        : {
            head: [words.indicator, words.period, words.value],
            rows: chart.figures.map(({ label, period, figure }) => ({
              label,
              cells: [{ text: period, observations: [] }, cellOf(figure, words)],
            })),
          };
    default:
      return unreachable(chart);
  }
}

function overPeriods(series: readonly ChartSeries[], periods: readonly string[], words: ChartWords): ChartTable {
  return {
    head: [words.period, ...series.map(({ label }) => label)],
    rows: periods.map((label, at) => ({
      label,
      cells: series.map(({ points }) => {
        const point = points[at] ?? null;
        return point === null ? { text: words.missing, observations: [] } : cellOf(point, words);
      }),
    })),
  };
}

function ranked(rows: readonly RankedArea[], words: ChartWords): ChartTable {
  return {
    head: [words.area, words.rank, words.value],
    rows: rows.map(({ label, rank, figure }) => ({
      label,
      cells: [{ text: `${rank}`, observations: [] }, cellOf(figure, words)],
    })),
  };
}

function cellOf(figure: ChartFigure, words: ChartWords): ChartTable["rows"][number]["cells"][number] {
  return { text: saidOf(figure, words), observations: figure.observations };
}
