import type { ChartFigure } from "../chart.ts";
import { tickText, ticksOf } from "../number.ts";
import { isHedged, labelOf, shapeOf } from "./key.ts";
import { type Box, type Plot, placeLabels } from "./place.ts";
import { type Label, type Row, type Style, smallSize } from "./style.ts";

/** A point of a line, known or not. */
export interface Point extends Row {
  readonly index: number;
  readonly series: number;
  readonly value: number | null;
  readonly stroke: string;
  readonly fill: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

/** How a line looks; lines of one chart differ by dash, so that colour is not needed. */
export interface LineLook {
  readonly stroke: string;
  readonly dash: readonly number[];
}

/** The points of a line: hollow where a figure is hedged, by shape how it came about. */
export function pointsOf(
  points: readonly (ChartFigure | null)[],
  count: number,
  series: number,
  { stroke, dash }: LineLook,
  { colours }: Style,
): readonly Point[] {
  return Array.from({ length: count }, (_, index) => {
    const figure = points[index] ?? null;
    return {
      index,
      series,
      value: figure?.value ?? null,
      stroke,
      fill: figure !== null && isHedged(figure) ? colours.paper : stroke,
      dash,
      shape: figure === null ? "circle" : shapeOf(figure),
    };
  });
}

/** An axis that begins at nought and ends a little above the greatest figure. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly tickTexts: readonly string[];
}

/** Makes the axis of some values, with about `count` ticks; `headroom` is the share that stays free above them. */
export function valueAxis(
  values: readonly number[],
  unit: string,
  { language }: Style,
  { count, headroom }: { readonly count: number; readonly headroom: number },
): ValueAxis {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const [from, to] = least === most ? [0, 1] : [least, most];
  const high = to > 0 ? to + (to - from) * headroom : 0;
  const ticks = ticksOf(from, to, count).filter((tick) => tick <= high * (1 + 1e-9));
  return {
    low: Math.min(from, ticks[0] ?? from),
    high,
    ticks,
    tickTexts: ticks.map((tick) => tickText(tick, unit, language)),
  };
}

/** A figure at its place in the plot. */
export interface Placed {
  readonly series: number;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly figure: ChartFigure;
}

/**
 * Sets the figures of lines beside their points: all where a step has room for the widest, else the last, the first,
 * the highest and lowest of each line and what is in doubt. A doubt without room for its figure keeps its mark. `wants`
 * tells of which figures the label is set here.
 */
export function figureLabels(
  placed: readonly Placed[],
  wants: (one: Placed) => boolean,
  step: number,
  style: Style,
  plot: Plot,
): readonly Label[] {
  const { measure, colours } = style;
  const small = smallSize(style.size);
  const ranks = new Map(placed.map((one) => [one, rankOf(one, placed)]));
  const widest = Math.max(0, ...placed.map(({ figure }) => measure(labelOf(figure), small, 400)));
  const isRoomy = widest + small * 0.5 <= step;
  const wanted = placed
    .filter(wants)
    .filter((one) => isRoomy || (ranks.get(one) ?? other) < other)
    .map((one) => ({
      ...one,
      text: labelOf(one.figure),
      rank: ranks.get(one) ?? other,
      ...((one.figure.doubts ?? []).length > 0 ? { fallback: labelOf({ ...one.figure, label: "" }) } : {}),
    }));
  return placeLabels(wanted, placed, plot).map(({ x, y, text }) => ({
    x,
    y,
    text,
    size: small,
    fill: colours.text,
    align: "center",
  }));
}

const other = 5;

/** How much a figure matters among those of its line. */
function rankOf({ series, index, figure }: Placed, all: readonly Placed[]): number {
  const line = all.filter((one) => one.series === series);
  if (line.every((one) => one.index <= index)) return 0;
  if (line.every((one) => one.index >= index)) return 1;
  if ((figure.doubts ?? []).length > 0) return 2;
  // Of several alike the first.
  const isEarlier = (one: Placed): boolean => one.figure.value === figure.value && one.index < index;
  if (line.every((one) => one.figure.value <= figure.value && !isEarlier(one))) return 3;
  return line.every((one) => one.figure.value >= figure.value && !isEarlier(one)) ? 4 : other;
}

/** The marks of an axis where a line has no figure: 无数字, upright above it, for a single line with room. */
export function gapLabels(
  points: readonly Point[],
  xOf: (index: number) => number,
  { text, y, step }: { readonly text: string; readonly y: number; readonly step: number },
  { measure, size, colours }: Style,
): readonly Label[] {
  const small = smallSize(size);
  const first = points.findIndex(({ value }) => value !== null);
  const last = points.findLastIndex(({ value }) => value !== null);
  if (measure(text, small, 400) + small * 0.3 > step) return [];
  return points
    .filter(({ value, index }) => value === null && index > first && index < last)
    .map(({ index }) => ({
      x: xOf(index),
      y: y - small * 0.5,
      text,
      size: small,
      fill: colours.muted,
      align: "center",
    }));
}

/** What centred labels of one line cover, for others to keep away from. */
export function boxesOf(labels: readonly Label[], { measure }: Style): readonly Box[] {
  return labels.map(({ x, y, text, size }) => {
    const half = measure(text.toString(), size, 400) / 2;
    return { left: x - half, right: x + half, top: y - size, bottom: y + size * 0.2 };
  });
}
