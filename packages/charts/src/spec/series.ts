import type { SeriesChart } from "../chart.ts";
import { wrap } from "../measure.ts";
import { tickText, ticksOf } from "../number.ts";
import { hollowNote, isHedged, noteAt } from "./note.ts";
import { placeLabels, spread } from "./place.ts";
import {
  type Binding,
  type Label,
  type Specification,
  type Style,
  expr,
  frame,
  labelLayer,
  labelLeading,
  look,
  smallSize,
  styleValues,
} from "./style.ts";

/** Half a step is free at both sides of the periods. */
const edge = 0.5;

const x = {
  field: "index",
  type: "ordinal",
  scale: { type: "point", padding: edge },
  axis: {
    title: null,
    domainWidth: 0.75,
    domainColor: expr("muted"),
    tickColor: expr("muted"),
    tickSize: 3,
    labelAngle: 0,
    labelExpr: "periods[datum.value]",
    labelColor: expr("muted"),
    labelFontSize: expr("small"),
    labelLineHeight: expr("small * 1.25"),
    labelPadding: expr("small * 0.3"),
    labelLimit: 0,
    labelOverlap: false,
  },
};

const y = {
  field: "value",
  type: "quantitative",
  scale: { domain: [expr("low"), expr("high")], nice: false, zero: false },
  axis: {
    title: null,
    values: expr("ticks"),
    domain: false,
    ticks: false,
    gridWidth: 0.5,
    gridColor: expr("grid"),
    labelExpr: "tickTexts[indexof(ticks, datum.value)]",
    labelColor: expr("muted"),
    labelFontSize: expr("small"),
    labelPadding: expr("small * 0.5"),
    labelLimit: 0,
    labelOverlap: false,
  },
};

/**
 * Lines over periods with a point a figure: a missing figure is a gap, a hedged one hollow. Lines
 * differ by dash and shape, not by colour alone, and are named at their ends; figures stand beside
 * their points where there is room.
 */
export const seriesSpecification: Specification = frame({ low: 0, high: 1, ticks: [], tickTexts: [], periods: [] }, [
  {
    data: { name: "points" },
    mark: { type: "line", strokeWidth: 1.4, strokeDash: expr("datum.dash") },
    encoding: { x, y, detail: { field: "series", type: "nominal" }, stroke: look("stroke") },
  },
  {
    data: { name: "figures" },
    mark: { type: "point", size: expr("size * 2.9"), strokeWidth: 1.2, opacity: 1 },
    encoding: { x, y, stroke: look("stroke"), fill: look("fill"), shape: look("shape") },
  },
  labelLayer("labels"),
]);

const dashes: readonly (readonly number[])[] = [[], [6, 3], [1.5, 2.5], [8, 3, 2, 3], [3, 2], [10, 4]];
const shapes: readonly string[] = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"];

/** Puts a chart into `seriesSpecification`. */
export function bindSeries(chart: SeriesChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const small = smallSize(size);
  const points = pointsOf(chart, style);
  const figures = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  const ticks = ticksOf(...rangeOf(figures), 4);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const tickTexts = ticks.map((tick) => tickText(tick, chart.unit, language));
  const names = chart.series.map(({ label }) => wrap(label, width * 0.24, size, measure));
  const left = Math.ceil(widest(tickTexts, small, style) + small * 0.6);
  const plot = Math.max(Math.floor(width - left - widest(names.flat(), size, style) - size * 0.9), 4 * size);
  const height = Math.round(Math.min(Math.max(width * 0.36, 110), 190));
  const step = plot / Math.max(1, chart.periods.length - 1 + 2 * edge);
  const xOf = (index: number): number => (chart.periods.length === 1 ? plot / 2 : (index + edge) * step);
  const yOf = (value: number): number => height - ((value - low) / (high - low)) * height;

  const periods = periodLabels(chart.periods, step, style);
  const axis = small * (0.8 + 1.25 * Math.max(1, ...periods.map(({ length }) => length)));
  const hedged = figures.some((figure) => figure.hedged);
  const bottom = axis + (hedged ? small * 1.9 : 0);
  const labels: Label[] = [
    {
      x: -left,
      y: -small * 1.2,
      text: unitText(chart.unit, language),
      size: small,
      fill: colours.muted,
      align: "left",
    },
  ];
  const placed = placeLabels(
    figures.map((figure) => ({ ...figure, x: xOf(figure.index), y: yOf(figure.value) })),
    { width: plot, height, size: small, measure },
  );
  for (const { x, y, text } of placed) labels.push({ x, y, text, size: small, fill: colours.text, align: "center" });
  for (const end of spread(endsOf(names, figures, yOf, size), -small, height + small)) {
    const baseline = end.at - end.height / 2 + size * 0.98;
    labels.push({ x: plot + size * 0.7, y: baseline, text: end.name, size, fill: colours.text, align: "left" });
  }
  if (hedged) labels.push(noteAt(hollowNote(language), -left, height + bottom, style));

  return {
    width: plot,
    height,
    padding: { left, right: width - left - plot, top: small * 2.2, bottom },
    data: { points, figures, labels },
    params: { ...styleValues(style), low, high, ticks, tickTexts, periods },
  };
}

interface Point {
  readonly index: number;
  readonly series: number;
  readonly value: number | null;
  readonly hedged: boolean;
  readonly text: string;
  readonly stroke: string;
  readonly fill: string;
  readonly dash: readonly number[];
  readonly shape: string;
  readonly [field: string]: unknown;
}

/** A point a series and period, known or not. */
function pointsOf(chart: SeriesChart, { colours }: Style): readonly Point[] {
  const strokes = [colours.accent, colours.text, colours.muted];
  return chart.series.flatMap(({ points }, series) => {
    const stroke = strokes[series % strokes.length] ?? colours.accent;
    const dash = dashes[series % dashes.length] ?? [];
    const shape = shapes[series % shapes.length] ?? "circle";
    return chart.periods.map((_, index) => {
      const point = points[index] ?? null;
      const hedged = point !== null && isHedged(point.bound);
      const fill = hedged ? colours.paper : stroke;
      return { index, series, value: point?.value ?? null, hedged, text: point?.text ?? "", stroke, fill, dash, shape };
    });
  });
}

/** From the least to the greatest figure, with zero in it. */
function rangeOf(figures: readonly { readonly value: number }[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const { value } of figures) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low === high ? [0, 1] : [low, high];
}

/** The names of the series at the height of their last figures. */
function endsOf(
  names: readonly (readonly string[])[],
  figures: readonly { readonly series: number; readonly value: number }[],
  yOf: (value: number) => number,
  size: number,
): readonly { readonly at: number; readonly height: number; readonly name: readonly string[] }[] {
  const last = new Map<number, number>();
  for (const { series, value } of figures) last.set(series, value);
  return names.flatMap((name, series) => {
    const value = last.get(series);
    return value === undefined ? [] : [{ at: yOf(value), height: name.length * size * labelLeading, name }];
  });
}

/** Breaks the periods' names into lines within a step; where even that is too wide, names every k-th and the last. */
function periodLabels(periods: readonly string[], step: number, style: Style): readonly (readonly string[])[] {
  const small = smallSize(style.size);
  const labels = periods.map((period) => wrap(period, step - small * 0.4, small, style.measure));
  const every = Math.max(1, Math.ceil((widest(labels.flat(), small, style) + small * 0.4) / step));
  const last = periods.length - 1;
  return labels.map((lines, i) => ((last - i) % every === 0 ? lines : []));
}

function widest(texts: readonly string[], size: number, { measure }: Style): number {
  return Math.max(0, ...texts.map((text) => measure(text, size, 400)));
}

function unitText(unit: string, language: Style["language"]): string {
  if (unit === "") return "";
  return language === "en" ? `Unit: ${unit}` : language === "zh-Hans" ? `单位：${unit}` : `單位：${unit}`;
}
