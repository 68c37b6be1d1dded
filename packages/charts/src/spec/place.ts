import type { Measure } from "../measure.ts";

/** A figure that wants to stand beside its point. */
interface Label {
  readonly series: number;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Segment {
  readonly from: Label;
  readonly to: Label;
}

/**
 * Finds places for figures around their points (`x`, `y` of the result is the middle of the
 * baseline): above, below, or to one side where a line passes. Figures that would touch another
 * figure or point are left out: the last ones of each series are placed first, then the first ones,
 * then from right to left.
 */
export function placeLabels<T extends Label>(
  labels: readonly T[],
  plot: { readonly width: number; readonly height: number; readonly size: number; readonly measure: Measure },
): readonly T[] {
  const { size, measure } = plot;
  const points = labels.map(({ x, y }) => boxAround(x, y, size * 0.35));
  const lines = segmentsOf(labels);
  const taken: Box[] = [];
  const placed: T[] = [];
  for (const label of byImportance(labels)) {
    const half = measure(label.text, size, 400) / 2;
    const free = placesOf(label, half, plot).filter(
      ({ box }) => !taken.some((other) => touch(box, other)) && !points.some((point) => touch(box, point)),
    );
    const place = free.find(({ box }) => !lines.some((line) => crosses(line, box))) ?? free[0];
    if (!place) continue;
    taken.push(place.box);
    placed.push({ ...label, x: place.x, y: place.y });
  }
  return placed;
}

/** The places that a figure may take, the best first, with the box of each; those outside the plot are left out. */
function placesOf(
  { x, y }: Label,
  half: number,
  { width, height, size }: { readonly width: number; readonly height: number; readonly size: number },
): readonly { readonly x: number; readonly y: number; readonly box: Box }[] {
  const side = half + size * 0.7;
  const above = y - size * 0.65;
  const below = y + size * 1.35;
  return [
    { x, y: above },
    { x, y: below },
    { x: x - half, y: above },
    { x: x + half, y: below },
    { x: x - side, y: y + size * 0.35 },
    { x: x + side, y: y + size * 0.35 },
  ]
    .map((place) => ({ x: Math.min(Math.max(place.x, half - size * 2), width - half + size * 0.4), y: place.y }))
    .map(({ x, y }) => ({
      x,
      y,
      box: { left: x - half - 1, right: x + half + 1, top: y - size * 0.85, bottom: y + size * 0.2 },
    }))
    .filter(({ box }) => box.bottom <= height + 1);
}

/** The lines between figures of one series that follow one another without a gap. */
function segmentsOf(labels: readonly Label[]): readonly Segment[] {
  const at = new Map(labels.map((label) => [`${label.series} ${label.index}`, label]));
  return labels.flatMap((to) => {
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

function byImportance<T extends Label>(labels: readonly T[]): readonly T[] {
  const last = new Map<number, number>();
  const first = new Map<number, number>();
  for (const { series, index } of labels) {
    last.set(series, Math.max(last.get(series) ?? index, index));
    first.set(series, Math.min(first.get(series) ?? index, index));
  }
  const rank = ({ series, index }: T): number => (index === last.get(series) ? 0 : index === first.get(series) ? 1 : 2);
  return [...labels].sort((a, b) => rank(a) - rank(b) || b.index - a.index || a.series - b.series);
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
