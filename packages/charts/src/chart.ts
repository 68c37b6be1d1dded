import type { Bound } from "@jianbao/model";

/**
 * What a chart shows, before it is drawn: plain JSON in display units (万起, 亿元), made by `briefing`,
 * drawn by `charts`, cached by its hash.
 */
export type Chart = ChangeChart | SeriesChart | PanelsChart | RankedChart | MapChart | SpecChart;

/** A figure of a chart, with all that must be said of it. */
export interface ChartFigure {
  /** In the unit of its axis; where its mark stands. */
  readonly value: number;
  readonly bound: Bound;
  /** Beside its mark, with its hedge and without a unit that the chart names: `43.7`, `2720余`. */
  readonly label: string;
  /** As a sentence prints it: `43.7万起`. */
  readonly text: string;
  /** How it came about, where no article simply states it: 推算, or a later article revised it. */
  readonly origin?: FigureOrigin;
  /** What an editor is asked about it: sources disagree, or an error is open on it. */
  readonly doubts?: readonly FigureDoubt[];
  /** Ids of the observations that it rests on. */
  readonly observations: readonly string[];
}

/** How a figure came about that no article simply states. */
export type FigureOrigin = "derived" | "revised";

/** What is to be asked about a figure. */
export type FigureDoubt = "disputed" | "questioned";

interface Described {
  /** What is shown of what, without numbering and unit: `破获案件，2023年`; opens the text alternative. */
  readonly description: string;
}

/** This period beside the same period a year before, a row a statistic: of one unit, or each of its own. */
export interface ChangeChart extends Described {
  readonly kind: "change";
  /** Unit of all rows (`万起`): they share one axis; empty where each row has its own, from nought to its greater figure. */
  readonly unit: string;
  readonly currentLabel: string;
  readonly previousLabel: string;
  readonly rows: readonly {
    readonly label: string;
    readonly current: ChartFigure;
    readonly previous: ChartFigure;
    /** The change as printed: `−6%`, `+14%至+18%`. */
    readonly change: string;
    /** Tells whether it is for the better or the worse; null where it is neither. */
    readonly tone: "good" | "bad" | null;
  }[];
}

/** A statistic over periods: a figure a period, null where none is known. */
export interface ChartSeries {
  readonly label: string;
  readonly points: readonly (ChartFigure | null)[];
}

/** One or more statistics of one unit over periods, on one axis; a missing point is a gap. */
export interface SeriesChart extends Described {
  readonly kind: "series";
  readonly unit: string;
  /** All periods in order, as printed: `2018年`. */
  readonly periods: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Statistics of several units over the same periods, each on an axis of its own, one above the other. */
export interface PanelsChart extends Described {
  readonly kind: "panels";
  readonly periods: readonly string[];
  readonly panels: readonly (ChartSeries & { readonly unit: string })[];
}

/** An area with its figure. */
export interface RankedArea {
  readonly label: string;
  /** 1 + the number of areas that are surely above it, so that areas whose figures overlap share a rank. */
  readonly rank: number;
  readonly figure: ChartFigure;
}

/** Areas ranked by one statistic. */
export interface RankedChart extends Described {
  readonly kind: "ranked";
  readonly unit: string;
  readonly rows: readonly RankedArea[];
  /** How many areas there are, where not all are drawn. */
  readonly of?: number;
}

/** The provinces on a grid of tiles, by one statistic; `code` is ISO 3166-2: `CN-FJ`. */
export interface MapChart extends Described {
  readonly kind: "map";
  readonly unit: string;
  /** In order of rank; provinces that are not among them have no figure. */
  readonly rows: readonly (RankedArea & { readonly code: string })[];
}

/** Any Vega-Lite specification that a template carries. */
export interface SpecChart extends Described {
  readonly kind: "spec";
  readonly unit: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** The figures that its data hold, for its alternative and its table; none where its data are its own. */
  readonly figures?: readonly { readonly label: string; readonly period: string; readonly figure: ChartFigure }[];
}

/** All figures of a chart, in reading order; of a template's own specification those that its data hold. */
export function figuresOf(chart: Chart): readonly ChartFigure[] {
  switch (chart.kind) {
    case "change":
      return chart.rows.flatMap(({ current, previous }) => [previous, current]);
    case "series":
      return chart.series.flatMap(known);
    case "panels":
      return chart.panels.flatMap(known);
    case "ranked":
    case "map":
      return chart.rows.map(({ figure }) => figure);
    case "spec":
      return (chart.figures ?? []).map(({ figure }) => figure);
  }
}

function known({ points }: ChartSeries): readonly ChartFigure[] {
  return points.flatMap((point) => point ?? []);
}
