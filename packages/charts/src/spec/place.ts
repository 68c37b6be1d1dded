import type { Measure } from "../measure.ts";

/** A figure that wants to stand beside its point. */
export interface Label {
  readonly series: number;
  readonly index: number;
  /** The point. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** What stands where the text finds no place. */
  readonly fallback?: string;
  /** Set before others: the lower, the sooner. */
  readonly rank: number;
}

/** A rectangle; y downward. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Where labels may stand, and what is in their way. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Size of the labels. */
  readonly size: number;
  readonly measure: Measure;
  /** What else stands in the plot. */
  readonly taken?: readonly Box[];
  /** Heights of grid lines: a label avoids them where it can. */
  readonly grid?: readonly number[];
  /** How far labels may stand out of the plot at its left, right and top. */
  readonly room?: { readonly left: number; readonly right: number; readonly top: number };
}

/**
 * Finds places for figures around their points (`x`, `y` of the result is the middle of the baseline): above, below,
 * aslant, beside, then farther off. None touches a line, a point or another figure, or stands nearer to a point of another
 * line than to its own; one without such a place is left out. `points` are all points of the chart, whether or not they have a label: the lines run through them.
 */
export function placeLabels<T extends Label>(
  labels: readonly T[],
  points: readonly Omit<Label, "text" | "rank">[],
  plot: Plot,
): readonly T[] {
  const { size, measure } = plot;
  const dots = points.map(({ x, y }) => boxAround(x, y, size * 0.45));
  const lines = segmentsOf(points);
  const taken = [...(plot.taken ?? [])];
  const placed: T[] = [];
  const place = (label: T, text: string): boolean => {
    const [best] = placesOf(label, measure(text, size, 400) / 2, plot)
      .filter(
        ({ box }) =>
          isWithin(box, plot) &&
          !taken.some((other) => touch(box, other)) &&
          !dots.some((dot) => touch(box, dot)) &&
          !lines.some((line) => crosses(line, box)) &&
          !isNearerAnother(box, label, points),
      )
      .sort((a, b) => a.cost - b.cost);
    if (!best) return false;
    taken.push(best.box);
    placed.push({ ...label, text, x: best.x, y: best.y });
    return true;
  };
  for (const label of [...labels].sort((a, b) => a.rank - b.rank || b.index - a.index || a.series - b.series)) {
    if (!place(label, label.text) && label.fallback !== undefined) place(label, label.fallback);
  }
  return placed;
}

/** The places that a figure may take, with what each costs: the nearest above is best, on a grid line worse. */
function placesOf(
  { x, y }: Label,
  half: number,
  { size, grid = [] }: Plot,
): readonly { readonly x: number; readonly y: number; readonly cost: number; readonly box: Box }[] {
  const side = half + size * 0.65;
  const above = -size * 0.7;
  const below = size * 1.35;
  const level = size * 0.32;
  const offsets: readonly (readonly [dx: number, dy: number, cost: number])[] = [
    [0, above, 0],
    [0, below, 1],
    [-half * 0.6, above, 2],
    [half * 0.6, above, 2],
    [-half, above, 3],
    [half, above, 3],
    [half * 0.6, below, 3],
    [-half * 0.6, below, 3],
    [half, below, 4],
    [-half, below, 4],
    [-side, level, 5],
    [side, level, 5],
    [0, above - size, 7],
    [0, below + size, 8],
    [-side, above, 8],
    [side, above, 8],
    [side, below, 8],
    [-side, below, 8],
  ];
  return offsets.map(([dx, dy, cost]) => {
    const box = {
      left: x + dx - half - size * 0.15,
      right: x + dx + half + size * 0.15,
      top: y + dy - size * 0.82,
      bottom: y + dy + size * 0.17,
    };
    const onGrid = grid.some((line) => box.top < line && line < box.bottom);
    return { x: x + dx, y: y + dy, cost: cost + (onGrid ? 2.5 : 0), box };
  });
}

/** Tells whether a box stands nearer to a point of another line than to its own, whose figure it would seem. */
function isNearerAnother(box: Box, own: Label, points: readonly Omit<Label, "text" | "rank">[]): boolean {
  const away = ({ x, y }: Point): number =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const near = away(own) * 1.2;
  return points.some((point) => point.series !== own.series && away(point) <= near);
}

function isWithin(box: Box, { width, height, size, room }: Plot): boolean {
  const { left, right, top } = room ?? { left: 0, right: 0, top: size };
  return box.left >= -left && box.right <= width + right && box.top >= -top && box.bottom <= height;
}

/** The lines between points of one series that follow one another without a gap. */
function segmentsOf(points: readonly Omit<Label, "text" | "rank">[]): readonly Segment[] {
  const at = new Map(points.map((point) => [`${point.series} ${point.index}`, point]));
  return points.flatMap((to) => {
    const from = at.get(`${to.series} ${to.index - 1}`);
    return from ? [{ from, to }] : [];
  });
}

/** Tells whether a line passes through a box: it clips the line to the box side by side (Liang–Barsky). */
function crosses({ from, to }: Segment, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [slope, distance] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (slope === 0) {
      if (distance < 0) return false;
    } else if (slope < 0) start = Math.max(start, distance / slope);
    else end = Math.min(end, distance / slope);
  }
  return start < end;
}

/** Moves labels of a column apart, each as near to its place as the others allow, within `top` and `bottom` where they fit. */
export function spread<T extends { readonly at: number; readonly height: number }>(
  labels: readonly T[],
  top: number,
  bottom: number,
): readonly T[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.at - b.at);
  let edge = top;
  const placed = sorted.map((label) => {
    const at = Math.max(label.at, edge + label.height / 2);
    edge = at + label.height / 2;
    return { ...label, at };
  });
  let limit = Math.max(bottom, 0);
  for (let i = placed.length - 1; i >= 0; i--) {
    const label = placed[i];
    if (!label) continue;
    const at = Math.min(label.at, limit - label.height / 2);
    placed[i] = { ...label, at };
    limit = at - label.height / 2;
  }
  return placed;
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
