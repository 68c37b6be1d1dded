import type { SeriesChart } from "../chart.ts";
import { wrap } from "../measure.ts";
import { ticksOf, tickText } from "../number.ts";
import { hollowNote, isHedged } from "./note.ts";
import { placeLabels, spread } from "./place.ts";
import { noteLayer } from "./ranked.ts";
import { type Specification, type Style, frame, smallSize } from "./style.ts";

const dashes: readonly (readonly number[])[] = [[], [6, 3], [1.5, 2.5], [8, 3, 2, 3], [3, 2], [10, 4]];
const shapes: readonly string[] = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"];

interface Point {
  readonly index: number;
  readonly series: number;
  readonly value: number | null;
  readonly hedged: boolean;
  readonly text: string;
}

/**
 * Lines over periods with a point a figure: a missing figure is a gap, a hedged one hollow. Lines
 * differ by dash and shape, not by colour alone, and are named at their ends; figures stand beside
 * their points where there is room.
 */
export function seriesSpec(chart: SeriesChart, style: Style): Specification {
  const { measure, size, width, colours, language } = style;
  const small = smallSize(size);
  const points = pointsOf(chart);
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const ticks = ticksOf(Math.min(0, ...known), Math.max(0, ...known) || 1, 4);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const tickTexts = ticks.map((tick) => tickText(tick, chart.unit, language));
  const names = chart.series.map(({ label }) => wrap(label, width * 0.24, size, measure));
  const namesWidth = Math.max(0, ...names.flat().map((line) => measure(line, size, 400)));
  const left = Math.ceil(Math.max(...tickTexts.map((text) => measure(text, small, 400))) + small * 0.6);
  const right = Math.ceil(namesWidth + size * 0.9);
  const plot = Math.max(Math.floor(width - left - right), 4 * size);
  const step = plot / Math.max(1, chart.periods.length - 1 + 2 * edge);
  const periods = periodLabels(chart.periods, step, style);
  const height = Math.round(Math.min(Math.max(width * 0.36, 110), 190));
  const xOf = (index: number): number => (chart.periods.length === 1 ? plot / 2 : (index + edge) * step);
  const yOf = (value: number): number => height - ((value - low) / (high - low)) * height;
  const drawn = points.filter((point) => point.value !== null);
  const note = drawn.some(({ hedged }) => hedged) ? small * 1.9 : 0;
  const axisHeight = small * (0.8 + 1.25 * Math.max(1, ...periods.map(({ length }) => length)));
  const padding = { left, right: width - left - plot, top: small * 2.2, bottom: axisHeight + note };

  const x = {
    field: "index",
    type: "ordinal",
    scale: { type: "point", domain: chart.periods.map((_, i) => i), padding: edge },
    axis: {
      title: null,
      domainWidth: 0.75,
      tickSize: 3,
      labelAngle: 0,
      labelExpr: `${JSON.stringify(periods)}[datum.value]`,
      labelLineHeight: small * 1.25,
      labelOverlap: false,
      labelPadding: small * 0.3,
    },
  };
  const y = {
    field: "value",
    type: "quantitative",
    scale: { domain: [low, high], nice: false },
    axis: {
      title: null,
      values: ticks,
      domain: false,
      ticks: false,
      gridWidth: 0.5,
      labelExpr: `${JSON.stringify(Object.fromEntries(ticks.map((tick, i) => [tick, tickTexts[i]])))}[datum.value]`,
      labelPadding: small * 0.5,
      labelOverlap: false,
    },
  };
  const figures = placeLabels(
    drawn.map((point) => ({ ...point, x: xOf(point.index), y: yOf(point.value ?? 0), text: point.text })),
    { width: plot, height, size: small, measure },
  );
  const ends = spread(
    chart.series.flatMap((_, series) => {
      const last = drawn.findLast((point) => point.series === series);
      return last ? [{ series, at: yOf(last.value ?? 0), height: (names[series]?.length ?? 1) * size * 1.2 }] : [];
    }),
    -small,
    height + small,
  );
  return {
    ...frame(style, padding, plot, height),
    layer: [
      ...chart.series.map((_, series) => ({
        data: { values: points.filter((point) => point.series === series) },
        mark: {
          type: "line",
          stroke: strokeOf(series, style),
          strokeDash: dashes[series % dashes.length],
          strokeWidth: 1.4,
          clip: false,
        },
        encoding: { x, y },
      })),
      ...chart.series.map((_, series) => ({
        data: { values: drawn.filter((point) => point.series === series) },
        mark: {
          type: "point",
          filled: false,
          shape: shapes[series % shapes.length],
          size: 26,
          stroke: strokeOf(series, style),
          strokeWidth: 1.2,
          fill: { expr: `datum.hedged ? '${colours.paper}' : '${strokeOf(series, style)}'` },
          opacity: 1,
        },
        encoding: { x, y },
      })),
      textLayer(
        figures.map(({ x, y, text }) => ({ x, y, text })),
        { align: "center", baseline: "alphabetic", fontSize: small, fill: colours.text },
      ),
      textLayer(
        ends.map(({ series, at, height }) => ({
          x: plot + size * 0.7,
          y: at - height / 2 + size * 0.98,
          text: names[series] ?? [],
        })),
        { align: "left", baseline: "alphabetic", fontSize: size, lineHeight: size * 1.2, fill: colours.text },
      ),
      textLayer([{ x: -left, y: -small * 1.2, text: unitText(chart.unit, language) }], {
        align: "left",
        baseline: "alphabetic",
        fontSize: small,
        fill: colours.muted,
      }),
      ...(note > 0 ? [noteLayer(hollowNote(language), -left, height + axisHeight + note, style)] : []),
    ],
  };
}

/** Half a step free at both sides of the periods. */
const edge = 0.5;

function pointsOf(chart: SeriesChart): readonly Point[] {
  return chart.series.flatMap(({ points }, series) =>
    chart.periods.map((_, index) => {
      const point = points[index] ?? null;
      return {
        index,
        series,
        value: point?.value ?? null,
        hedged: point !== null && isHedged(point.bound),
        text: point?.text ?? "",
      };
    }),
  );
}

/** Breaks the periods' names into lines within a step; where even that is too wide, names every k-th and the last. */
function periodLabels(periods: readonly string[], step: number, style: Style): readonly (readonly string[])[] {
  const small = smallSize(style.size);
  const labels = periods.map((period) => wrap(period, step - small * 0.4, small, style.measure));
  const widest = Math.max(0, ...labels.flat().map((line) => style.measure(line, small, 400)));
  const every = Math.max(1, Math.ceil((widest + small * 0.4) / step));
  const last = periods.length - 1;
  return labels.map((lines, i) => ((last - i) % every === 0 ? lines : []));
}

function strokeOf(series: number, { colours }: Style): string {
  return [colours.accent, colours.text, colours.muted][series % 3] ?? colours.accent;
}

function unitText(unit: string, language: Style["language"]): string {
  if (unit === "") return "";
  return language === "en" ? `Unit: ${unit}` : language === "zh-Hans" ? `单位：${unit}` : `單位：${unit}`;
}

/** Texts at points of the plot. */
function textLayer(
  values: readonly { readonly x: number; readonly y: number; readonly text: string | readonly string[] }[],
  mark: Specification,
): Specification {
  return {
    data: { values },
    mark: { type: "text", ...mark },
    encoding: {
      x: { field: "x", type: "quantitative", scale: null, axis: null },
      y: { field: "y", type: "quantitative", scale: null, axis: null },
      text: { field: "text", type: "nominal" },
    },
    resolve: { scale: { x: "independent", y: "independent" } },
  };
}
