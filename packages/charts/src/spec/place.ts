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

/**
 * Finds places for figures above or below their points (`x`, `y` of the result is the middle of the
 * baseline). Figures that would touch another figure or point are left out: the last ones of each
 * series go first, then the first ones, then from right to left.
 */
export function placeLabels<T extends Label>(
  labels: readonly T[],
  plot: { readonly width: number; readonly height: number; readonly size: number; readonly measure: Measure },
): readonly T[] {
  const { size, measure } = plot;
  const points = labels.map(({ x, y }) => boxAround(x, y, size * 0.35));
  const taken: Box[] = [];
  const placed: T[] = [];
  for (const label of byImportance(labels)) {
    const half = measure(label.text, size, 400) / 2;
    const x = Math.min(Math.max(label.x, half - size * 2), plot.width - half + size * 0.4);
    for (const y of [label.y - size * 0.65, label.y + size * 1.35]) {
      const box = { left: x - half - 1, right: x + half + 1, top: y - size * 0.85, bottom: y + size * 0.2 };
      const free =
        box.bottom <= plot.height + 1 &&
        !taken.some((other) => touch(box, other)) &&
        !points.some((point) => touch(box, point));
      if (!free) continue;
      taken.push(box);
      placed.push({ ...label, x, y });
      break;
    }
  }
  return placed;
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
