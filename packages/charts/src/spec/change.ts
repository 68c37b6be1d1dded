import { type ChangeChart, type ChartFigure, figuresOf } from "../chart.ts";
import { wrap } from "../measure.ts";
import { chartWords } from "../words.ts";
import { type ValueAxis, valueAxis } from "./course.ts";
import { isHedged, keyLayer, keyOf, labelOf, shapeOf } from "./key.ts";
import {
  type Binding,
  type Label,
  type Row,
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

const x: Specification = {
  field: "share",
  type: "quantitative",
  scale: { domain: [0, 1], nice: false, zero: true },
  axis: {
    title: null,
    orient: "bottom",
    values: expr("ticks"),
    domain: false,
    ticks: false,
    gridWidth: 0.5,
    gridColor: expr("grid"),
    labelExpr: "tickTexts[indexof(ticks, datum.value)]",
    labelColor: expr("muted"),
    labelFontSize: expr("small"),
    labelPadding: expr("small * 0.3"),
    labelLimit: 0,
    labelFlush: false,
    labelOverlap: false,
  },
};

const y: Specification = {
  field: "row",
  type: "ordinal",
  scale: { paddingInner: 0, paddingOuter: 0 },
  axis: null,
};

/**
 * Dumbbells, a row a statistic: a square for the period before and a dot for this one, joined by a line, and beside them
 * the two figures and the change in columns under heads that show the shapes. Rows of one unit share an axis; of several
 * each is as wide as its own greater figure, from nought.
 */
export const changeSpecification: Specification = frame({ ticks: [], tickTexts: [], base: 0 }, [
  {
    data: { name: "rows" },
    mark: { type: "rule", strokeWidth: 0.5, stroke: expr("grid") },
    encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y },
  },
  {
    data: { name: "bars" },
    mark: { type: "rule", strokeWidth: 2.2, stroke: expr("accent") },
    encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y },
  },
  {
    data: { name: "dots" },
    mark: { type: "point", strokeWidth: 1.2, opacity: 1 },
    encoding: {
      x,
      y,
      stroke: look("stroke"),
      fill: look("fill"),
      shape: look("shape"),
      size: { field: "area", type: "quantitative", scale: null, legend: null },
    },
  },
  labelLayer("labels"),
  keyLayer,
]);

/** Puts a chart into `changeSpecification`. */
export function bindChange(chart: ChangeChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const small = smallSize(size);
  const words = chartWords(language);
  const { rows } = chart;
  const hasOwnAxes = chart.unit === "";
  const names = rows.map(({ label }) => wrap(label, width * 0.24, size, measure));
  const gap = size * 1.2;
  const left = Math.ceil(Math.max(0, ...names.flat().map((line) => measure(line, size, 400))) + size);
  const columns = fitting(columnsOf(chart, style), width - left - 4 * size, gap);
  const right = columns.reduce((sum, one) => sum + one.width + gap, 0) + size * 0.3;
  const plot = Math.max(Math.floor(width - left - right), 3 * size);
  const lines = Math.max(1, ...names.map(({ length }) => length));
  const tall = Math.max(size * 1.9, lines * size * labelLeading + size * 0.5);
  const height = Math.ceil(tall * rows.length);
  const headLines = Math.max(1, ...columns.map(({ head }) => head.length));
  const top = headLines * small * labelLeading + small * 0.8;
  const axis = valueAxis(
    rows.flatMap(({ current, previous }) => [current.value, previous.value]),
    chart.unit,
    style,
    { count: 3, headroom: 0.02 },
  );
  const bottom = hasOwnAxes ? small * 0.4 : small * 1.6;
  const hasWorse = rows.some(({ tone }) => tone === "bad");
  const key = keyOf(
    figuresOf(chart),
    {
      left: -left,
      top: height + bottom,
      more: [...(hasOwnAxes ? [words.ownAxes] : []), ...(hasWorse ? [words.worse] : [])],
    },
    style,
  );
  const shareOf = (value: number, row: (typeof rows)[number]): number => {
    const [low, high] = hasOwnAxes
      ? [Math.min(0, row.current.value, row.previous.value), Math.max(0, row.current.value, row.previous.value) || 1]
      : [axis.low, axis.high];
    return Math.round(((value - low) / (high - low)) * 1e4) / 1e4;
  };
  const dots = rows.flatMap((row, at): readonly Row[] => [
    dotOf(row.previous, { row: at, isBefore: true, share: shareOf(row.previous.value, row) }, style),
    haloOf({ row: at, share: shareOf(row.current.value, row) }, style),
    dotOf(row.current, { row: at, isBefore: false, share: shareOf(row.current.value, row) }, style),
  ]);
  const labels: Label[] = [];
  const marks: Row[] = [];
  for (const [at, text] of names.entries()) {
    const y = ((at + 0.5) * height) / rows.length - ((text.length - 1) / 2) * size * labelLeading + size * 0.35;
    labels.push({ x: -left, y, text, size, fill: colours.text, align: "left" });
  }
  let edge = plot + size * 0.3;
  for (const { head, texts, bold, shape, width: own } of columns) {
    edge += gap + own;
    const y = -small * 0.7 - (head.length - 1) * small * labelLeading;
    labels.push({ x: edge, y, text: head, size: small, fill: colours.muted, align: "right" });
    if (shape !== null) {
      const first = measure(head[0] ?? "", small, 400);
      const [fill, stroke] = shape === "square" ? [colours.muted, colours.muted] : [colours.accent, colours.accent];
      marks.push({ x: edge - first - small * 0.6, y: y - small * 0.33, shape, fill, stroke });
    }
    for (const [at, text] of texts.entries()) {
      const baseline = ((at + 0.5) * height) / Math.max(1, rows.length) + size * 0.35;
      labels.push({
        x: edge,
        y: baseline,
        text,
        size,
        fill: shape === "square" ? colours.muted : colours.text,
        align: "right",
        ...(bold(at) ? { weight: 700 } : {}),
      });
    }
  }
  return {
    width: plot,
    height,
    padding: { left, right: width - left - plot, top, bottom: bottom + key.height },
    data: {
      rows: rows.map((_, row) => ({ row, from: 0, to: 1 })),
      bars: rows.map((row, at) => ({
        row: at,
        from: shareOf(row.previous.value, row),
        to: shareOf(row.current.value, row),
      })),
      dots,
      labels: [...labels, ...key.labels],
      key: [...marks, ...key.marks],
    },
    params: {
      ...styleValues(style),
      ticks: hasOwnAxes ? [0] : axis.ticks.map((tick) => (tick - axis.low) / (axis.high - axis.low)),
      tickTexts: hasOwnAxes ? [""] : thinned(axis, plot, style),
    },
  };
}

/** The texts of ticks that have room beside one another: every k-th from the first. */
function thinned(
  { ticks, tickTexts, low, high }: ValueAxis,
  plot: number,
  { measure, size }: Style,
): readonly string[] {
  const small = smallSize(size);
  const step = (((ticks[1] ?? high) - (ticks[0] ?? low)) / (high - low)) * plot;
  const widest = Math.max(...tickTexts.map((text) => measure(text, small, 400))) + small * 0.5;
  const every = Math.max(1, Math.ceil(widest / step));
  return tickTexts.map((text, at) => (at % every === 0 ? text : ""));
}

/** A column of texts at the right of the dumbbells. */
interface Column {
  readonly head: readonly string[];
  readonly texts: readonly string[];
  readonly bold: (row: number) => boolean;
  /** The shape that its head shows; null for changes. */
  readonly shape: "square" | "circle" | null;
  readonly width: number;
}

function columnsOf(chart: ChangeChart, { measure, size, width, language }: Style): readonly Column[] {
  const small = smallSize(size);
  const textOf = (figure: ChartFigure): string =>
    labelOf(chart.unit === "" ? { ...figure, label: figure.text } : figure);
  const { rows } = chart;
  const columns: readonly Omit<Column, "width" | "head">[] = [
    { texts: rows.map(({ previous }) => textOf(previous)), bold: plain, shape: "square" },
    { texts: rows.map(({ current }) => textOf(current)), bold: plain, shape: "circle" },
    { texts: rows.map(({ change }) => change), bold: (at) => rows[at]?.tone === "bad", shape: null },
  ];
  const heads = [chart.previousLabel, chart.currentLabel, chartWords(language).change];
  return columns.map((column, at) => {
    const head = wrap(heads[at] ?? "", width * 0.17, small, measure);
    const widths = [
      ...head.map((line) => measure(line, small, 400) + (column.shape === null ? 0 : small * 1.1)),
      ...column.texts.map((text, row) => measure(text, size, column.bold(row) ? 700 : 400)),
    ];
    return { ...column, head, width: Math.ceil(Math.max(...widths)) };
  });
}

function plain(): boolean {
  return false;
}

/** The columns that have room beside the dumbbells: the figures before go first, the changes last. */
function fitting(columns: readonly Column[], room: number, gap: number): readonly Column[] {
  const taken = columns.reduce((sum, one) => sum + one.width + gap, 0);
  return taken <= room || columns.length === 0 ? columns : fitting(columns.slice(1), room, gap);
}

/** Paper around a dot, so that it stands apart from a square beneath it in greyscale too. */
function haloOf({ row, share }: { readonly row: number; readonly share: number }, { size, colours }: Style): Row {
  return { row, share, shape: "circle", stroke: colours.paper, fill: colours.paper, area: size * 7 };
}

/** A square for the period before, a larger dot for this one, a diamond for what is 推算; hollow where it is hedged. */
function dotOf(
  figure: ChartFigure,
  { row, isBefore, share }: { readonly row: number; readonly isBefore: boolean; readonly share: number },
  { size, colours }: Style,
): Row {
  const stroke = isBefore ? colours.muted : colours.accent;
  return {
    row,
    share,
    shape: figure.origin === "derived" ? shapeOf(figure) : isBefore ? "square" : "circle",
    stroke,
    fill: isHedged(figure) ? colours.paper : stroke,
    area: isBefore ? size * 3 : size * 4.4,
  };
}
