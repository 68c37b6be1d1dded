import type { SeriesChart } from "../chart.ts";
import { figuresOf } from "../chart.ts";
import { wrap } from "../measure.ts";
import { chartWords } from "../words.ts";
import { type LineLook, type Placed, boxesOf, figureLabels, gapLabels, pointsOf, valueAxis } from "./course.ts";
import { keyLayer, keyOf, labelOf } from "./key.ts";
import { periodLabels } from "./periods.ts";
import { spread } from "./place.ts";
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
export const edge = 0.5;

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
 * differ by dash, not by colour alone, and several are named at their ends; figures stand beside
 * their points where there is room.
 */
export const seriesSpecification: Specification = frame(
  { low: 0, high: 1, ticks: [], tickTexts: [], periods: [], point: 26 },
  [
    {
      data: { name: "points" },
      mark: { type: "line", strokeWidth: 1.4, strokeDash: expr("datum.dash") },
      encoding: { x, y, detail: { field: "series", type: "nominal" }, stroke: look("stroke") },
    },
    {
      data: { name: "figures" },
      mark: { type: "point", size: expr("point"), strokeWidth: 1.2, opacity: 1 },
      encoding: { x, y, stroke: look("stroke"), fill: look("fill"), shape: look("shape") },
    },
    labelLayer("labels"),
    keyLayer,
  ],
);

const dashes: readonly (readonly number[])[] = [[], [6, 3], [1.5, 2.5], [8, 3, 2, 3], [3, 2], [10, 4]];

/** Width to height of a chart of few figures, and of one of several lines or many periods. */
const wide = 2.8;
const high = 2.3;

/** Puts a chart into `seriesSpecification`. */
export function bindSeries(chart: SeriesChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const small = smallSize(size);
  const count = chart.periods.length;
  const isOne = chart.series.length === 1;
  const points = chart.series.flatMap(({ points }, series) =>
    pointsOf(points, count, series, lookOf(series, style), style),
  );
  const figures = points.filter(({ value }) => value !== null);
  const axis = valueAxis(
    figures.map(({ value }) => value ?? 0),
    chart.unit,
    style,
    { count: 4, headroom: 0.14 },
  );
  // What one line shows the caption says; several end in their names and last figures.
  const names = isOne ? [] : chart.series.map((one) => wrap(endOf(one), width * 0.26, size, measure));
  const left = Math.ceil(widest(axis.tickTexts, small, style) + small * 0.6);
  const end = isOne ? 0 : widest(names.flat(), size, style) + size * 0.9;
  const plot = Math.max(Math.floor(width - left - end), 4 * size);
  const step = plot / Math.max(1, count - 1 + 2 * edge);
  const periods = periodLabels(chart.periods, step, style);
  const under = small * (0.8 + 1.25 * Math.max(1, ...periods.map(({ length }) => length)));
  const top = small * 0.6;
  const ratio = chart.series.length > 2 || count > 14 ? high : wide;
  const named = names.reduce((sum, { length }) => sum + length * size * labelLeading, 0);
  const height = Math.ceil(Math.max(width / ratio - top - under, 7 * size, named - top - under));
  const xOf = (index: number): number => (count === 1 ? plot / 2 : (index + edge) * step);
  const yOf = (value: number): number => height - ((value - axis.low) / (axis.high - axis.low)) * height;
  const key = keyOf(figuresOf(chart), { left: -left, top: height + under, more: [] }, style);

  const placed = placedOf(chart, xOf, yOf);
  const isNamed = ({ series, index }: Placed): boolean =>
    !isOne && !placed.some((one) => one.series === series && one.index > index);
  const gaps = isOne ? gapLabels(points, xOf, { text: chartWords(language).missing, y: height, step }, style) : [];
  const labels: Label[] = [
    ...gaps,
    ...figureLabels(placed, (one) => !isNamed(one), step, style, {
      width: plot,
      height,
      size: small,
      measure,
      taken: boxesOf(gaps, style),
      grid: axis.ticks.map(yOf),
      room: { left: 0, right: isOne ? 0 : size * 0.5, top },
    }),
  ];
  for (const name of spread(endsOf(names, figures, yOf, size), -top, height + under)) {
    const baseline = name.at - name.height / 2 + size * 0.98;
    labels.push({ x: plot + size * 0.7, y: baseline, text: name.name, size, fill: colours.text, align: "left" });
  }
  return {
    width: plot,
    height,
    padding: { left, right: width - left - plot, top, bottom: under + key.height },
    data: { points, figures, labels: [...labels, ...key.labels], key: key.marks },
    params: { ...styleValues(style), ...axis, periods, point: Math.min(size * 2.9, step * 2.2) },
  };
}

function lookOf(series: number, { colours }: Style): LineLook {
  const strokes = [colours.accent, colours.text, colours.muted];
  return {
    stroke: strokes[series % strokes.length] ?? colours.accent,
    dash: dashes[series % dashes.length] ?? [],
  };
}

function placedOf(
  { series, periods }: SeriesChart,
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): readonly Placed[] {
  return series.flatMap(({ points }, at) =>
    points
      .slice(0, periods.length)
      .flatMap((figure, index): readonly Placed[] =>
        figure === null ? [] : [{ series: at, index, x: xOf(index), y: yOf(figure.value), figure }],
      ),
  );
}

/** A series' name with its last figure: `破获案件 43.7`. */
function endOf({ label, points }: SeriesChart["series"][number]): string {
  const last = points.findLast((point) => point !== null);
  return last === undefined || last === null ? label : `${label} ${labelOf(last)}`;
}

/** The names of the series at the height of their last figures. */
function endsOf(
  names: readonly (readonly string[])[],
  figures: readonly { readonly series: number; readonly value: number | null }[],
  yOf: (value: number) => number,
  size: number,
): readonly { readonly at: number; readonly height: number; readonly name: readonly string[] }[] {
  const last = new Map<number, number>();
  for (const { series, value } of figures) if (value !== null) last.set(series, value);
  return names.flatMap((name, series) => {
    const value = last.get(series);
    return value === undefined ? [] : [{ at: yOf(value), height: name.length * size * labelLeading, name }];
  });
}

function widest(texts: readonly string[], size: number, { measure }: Style): number {
  return Math.max(0, ...texts.map((text) => measure(text, size, 400)));
}
