import type { Language } from "@jianbao/model";
import type { Measure } from "../measure.ts";
import type { ChartColours } from "../palette.ts";

/** What every chart is laid out with; lengths in points. */
export interface Style {
  readonly measure: Measure;
  readonly width: number;
  /** Size of labels and figures. */
  readonly size: number;
  readonly colours: ChartColours;
  readonly language: Language;
}

/** A Vega-Lite or Vega specification as plain JSON; the compiler checks it. */
export type Specification = Readonly<Record<string, unknown>>;

/** A row of a data set. */
export type Row = Readonly<Record<string, unknown>>;

/** What one chart puts into the compiled specification of its kind. */
export interface Binding {
  /** Of the plot, without the padding. */
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Rows by name of the data set. */
  readonly data: Readonly<Record<string, readonly Row[]>>;
  /** Values by name of the parameter. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Fields that say where a bar, line or point stands are scaled; those that say how it looks are taken as they are. */
export function look(field: string): Specification {
  return { field, type: "nominal", scale: null, legend: null };
}

/** A parameter or a field of the row, as a property of a mark or axis. */
export function expr(expression: string): Specification {
  return { expr: expression };
}

/** The frame of our own specifications: no decoration, no automatic sizes, no ARIA texts in English. */
export function frame(params: Readonly<Record<string, unknown>>, layer: readonly Specification[]): Specification {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: 100,
    height: 100,
    padding: 0,
    autosize: "none",
    background: null,
    config: { aria: false, view: { stroke: null }, font: "sans-serif" },
    params: Object.entries({ ...styleParams, ...params }).map(([name, value]) => ({ name, value })),
    layer,
  };
}

const styleParams = { size: 9, small: 8, ink: "#000000", muted: "#000000", grid: "#000000", accent: "#000000" };

/** The parameters that every chart sets. */
export function styleValues({ size, colours }: Style): Readonly<Record<string, unknown>> {
  const { text: ink, muted, grid, accent } = colours;
  return { size, small: smallSize(size), ink, muted, grid, accent };
}

/** The size of what explains a chart: ticks, units, notes. */
export function smallSize(size: number): number {
  return Math.round(size * 0.89 * 4) / 4;
}

/** Baseline to baseline of labels, as a multiple of their size. */
export const labelLeading = 1.2;

/** A text set at a point of the plot, its first baseline at `y`. */
export interface Label extends Row {
  readonly x: number;
  readonly y: number;
  readonly text: string | readonly string[];
  readonly size: number;
  readonly fill: string;
  readonly align: "left" | "center" | "right";
  /** 400 where absent. */
  readonly weight?: number;
}

/** A layer that sets the labels of a data set. */
export function labelLayer(name: string): Specification {
  return {
    data: { name },
    mark: {
      type: "text",
      align: expr("datum.align"),
      baseline: "alphabetic",
      fontWeight: expr("datum.weight || 400"),
      lineHeight: expr(`datum.size * ${labelLeading}`),
    },
    encoding: {
      x: { field: "x", type: "quantitative", scale: null, axis: null },
      y: { field: "y", type: "quantitative", scale: null, axis: null },
      size: look("size"),
      fill: look("fill"),
      text: { field: "text", type: "nominal" },
    },
  };
}
