import { type PanelsChart, figuresOf } from "../chart.ts";
import { wrap } from "../measure.ts";
import { chartWords } from "../words.ts";
import { type Point, boxesOf, figureLabels, gapLabels, pointsOf, valueAxis } from "./course.ts";
import { keyLayer, keyOf } from "./key.ts";
import { periodLabels } from "./periods.ts";
import { edge } from "./series.ts";
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

const pixel = (field: string): Specification => ({ field, type: "quantitative", scale: null, axis: null });

/**
 * Small multiples: statistics of several units one above the other, each on an axis of its own that begins at nought,
 * over common periods. The rows' places are handed in, for their axes share no scale.
 */
export const panelsSpecification: Specification = frame({ point: 26 }, [
  {
    data: { name: "rules" },
    mark: { type: "rule", strokeWidth: expr("datum.width") },
    encoding: { x: pixel("x"), x2: { field: "x2" }, y: pixel("y"), y2: { field: "y2" }, stroke: look("stroke") },
  },
  {
    data: { name: "points" },
    mark: { type: "line", strokeWidth: 1.4, strokeDash: expr("datum.dash") },
    encoding: { x: pixel("x"), y: pixel("y"), detail: { field: "run", type: "nominal" }, stroke: look("stroke") },
  },
  {
    data: { name: "figures" },
    mark: { type: "point", size: expr("point"), strokeWidth: 1.2, opacity: 1 },
    encoding: { x: pixel("x"), y: pixel("y"), stroke: look("stroke"), fill: look("fill"), shape: look("shape") },
  },
  labelLayer("labels"),
  keyLayer,
]);

/** Puts a chart into `panelsSpecification`. */
export function bindPanels(chart: PanelsChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const small = smallSize(size);
  const count = chart.periods.length;
  const most = width * 0.26;
  const names = chart.panels.map(({ label, unit }) => ({
    label: wrap(label, most, size, measure),
    unit: unit === "" ? [] : wrap(`${chartWords(language).unit(unit)}`, most, small, measure),
  }));
  const axes = chart.panels.map(({ points, unit }) =>
    valueAxis(
      points.flatMap((point) => point?.value ?? []),
      unit,
      style,
      { count: 2, headroom: 0.3 },
    ),
  );
  const nameWidth = Math.max(
    0,
    ...names.flatMap(({ label, unit }) => [
      ...label.map((line) => measure(line, size, 400)),
      ...unit.map((line) => measure(line, small, 400)),
    ]),
  );
  const tickWidth = Math.max(0, ...axes.flatMap(({ tickTexts }) => tickTexts.map((text) => measure(text, small, 400))));
  const left = Math.ceil(nameWidth + size * 0.9 + tickWidth + small * 0.5);
  const plot = Math.max(Math.floor(width - left), 4 * size);
  const step = plot / Math.max(1, count - 1 + 2 * edge);
  const xOf = (index: number): number => (count === 1 ? plot / 2 : (index + edge) * step);
  const gap = size * 1.1;
  const lines = Math.max(1, ...names.map(({ label, unit }) => label.length + unit.length));
  const tall = Math.max(size * 4.4, lines * size * labelLeading);
  const height = Math.ceil(chart.panels.length * (tall + gap) - gap);

  const rules: Row[] = [];
  const points: (Point & { readonly x: number; readonly y: number; readonly run: number })[] = [];
  let run = 0;
  const labels: Label[] = [];
  for (const [at, { points: own }] of chart.panels.entries()) {
    const axis = axes[at];
    const name = names[at];
    if (!axis || !name) continue;
    const top = at * (tall + gap);
    const yOf = (value: number): number => top + tall - ((value - axis.low) / (axis.high - axis.low)) * tall;
    for (const [tick, value] of axis.ticks.entries()) {
      const y = yOf(value);
      const isBase = value === 0;
      rules.push({
        x: 0,
        x2: plot,
        y,
        y2: y,
        stroke: isBase ? colours.muted : colours.grid,
        width: isBase ? 0.75 : 0.5,
      });
      labels.push({
        x: -small * 0.5,
        y: y + small * 0.35,
        text: axis.tickTexts[tick] ?? "",
        size: small,
        fill: colours.muted,
        align: "right",
      });
    }
    const line = pointsOf(own, count, 0, { stroke: colours.accent, dash: [] }, style);
    // Without a scale Vega knows no gaps: each run of figures is a line of its own.
    run++;
    for (const point of line) {
      if (point.value === null) run++;
      else points.push({ ...point, run, x: xOf(point.index), y: yOf(point.value) });
    }
    const placed = own
      .slice(0, count)
      .flatMap((figure, index) =>
        figure === null ? [] : [{ series: 0, index, x: xOf(index), y: yOf(figure.value) - top, figure }],
      );
    const gaps = gapLabels(line, xOf, { text: chartWords(language).missing, y: yOf(0), step }, style);
    const plotted = {
      width: plot,
      height: tall - 1,
      size: small,
      measure,
      taken: boxesOf(
        gaps.map((label) => ({ ...label, y: label.y - top })),
        style,
      ),
      grid: axis.ticks.map((tick) => yOf(tick) - top),
      room: { left: 0, right: 0, top: gap * 0.5 },
    };
    for (const label of figureLabels(placed, () => true, step, style, plotted))
      labels.push({ ...label, y: label.y + top });
    labels.push(...gaps);
    labels.push(...nameLabels(name, { left: -left, middle: top + tall / 2 }, style));
  }
  for (let index = 0; index < count; index++) {
    rules.push({ x: xOf(index), x2: xOf(index), y: height, y2: height + 3, stroke: colours.muted, width: 0.75 });
  }
  const periods = periodLabels(chart.periods, step, style);
  for (const [index, text] of periods.entries()) {
    if (text.length === 0) continue;
    labels.push({ x: xOf(index), y: height + small * 1.4, text, size: small, fill: colours.muted, align: "center" });
  }
  const under = small * (0.8 + 1.25 * Math.max(1, ...periods.map(({ length }) => length)));
  const key = keyOf(figuresOf(chart), { left: -left, top: height + under }, style);
  return {
    width: plot,
    height,
    padding: { left, right: width - left - plot, top: gap * 0.5, bottom: under + key.height },
    data: {
      rules,
      points,
      figures: points,
      labels: [...labels, ...key.labels],
      key: key.marks,
    },
    params: { ...styleValues(style), point: Math.min(size * 2.9, step * 2.2) },
  };
}

/** A statistic's name with its unit beneath, in the middle of its row. */
function nameLabels(
  { label, unit }: { readonly label: readonly string[]; readonly unit: readonly string[] },
  { left, middle }: { readonly left: number; readonly middle: number },
  { size, colours }: Style,
): readonly Label[] {
  const small = smallSize(size);
  const height = label.length * size * labelLeading + unit.length * small * labelLeading;
  const first = middle - height / 2 + size;
  return [
    { x: left, y: first, text: label, size, fill: colours.text, align: "left" },
    ...(unit.length === 0
      ? []
      : [
          {
            x: left,
            y: first + label.length * size * labelLeading,
            text: unit,
            size: small,
            fill: colours.muted,
            align: "left",
          } as const,
        ]),
  ];
}
