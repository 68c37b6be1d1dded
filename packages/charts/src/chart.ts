import type { Bound } from "@jianbao/model";

/**
 * What a chart shows, before it is drawn: plain JSON in display units (万起, 亿元), made by `briefing`,
 * drawn by `charts`, cached by its hash.
 */
export type Chart = ChangeChart | SeriesChart | RankedChart | SpecChart;

interface Labelled {
  /** The statistical sub-title: what, where, when, unit. */
  readonly description: string;
  /** Unit of the values, as printed: `万起`. */
  readonly unit: string;
}

/** This period beside the same period a year before, a row a statistic of one unit. */
export interface ChangeChart extends Labelled {
  readonly kind: "change";
  readonly currentLabel: string;
  readonly previousLabel: string;
  readonly rows: readonly {
    readonly label: string;
    readonly current: number;
    readonly previous: number | null;
    /** The figures and the change as printed: `43.7万起`, `46.4万起`, `−5.8%`. */
    readonly currentText: string;
    readonly previousText: string;
    readonly changeText: string;
  }[];
}

/** One or more statistics of one unit over periods; a missing point is a gap. */
export interface SeriesChart extends Labelled {
  readonly kind: "series";
  /** All periods in order, as printed: `2018年`. */
  readonly periods: readonly string[];
  readonly series: readonly {
    readonly label: string;
    /** One a period; null where no figure is known. */
    readonly points: readonly (null | { readonly value: number; readonly bound: Bound; readonly text: string })[];
  }[];
}

/** Areas ranked by one statistic. */
export interface RankedChart extends Labelled {
  readonly kind: "ranked";
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly bound: Bound;
    readonly text: string;
  }[];
}

/** Any Vega-Lite specification that a template carries. */
export interface SpecChart extends Labelled {
  readonly kind: "spec";
  readonly spec: Readonly<Record<string, unknown>>;
}
