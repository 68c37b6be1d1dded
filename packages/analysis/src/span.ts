import { daysBetween, isClosed } from "@jianbao/model";
import type { Cell } from "./cell.ts";

/** A cell of a closed period with its days counted, so that dates are read once. */
export interface Span {
  readonly cell: Cell;
  /** Its first day. */
  readonly from: number;
  /** The day after its last. */
  readonly to: number;
}

/** Where days are counted from; any day would do. */
const epoch = "2000-01-01";

/** The cells of closed periods that have a level, by end, then start. */
export function spansOf(cells: readonly Cell[]): Span[] {
  return cells
    .filter(({ period, clusters }) => isClosed(period) && clusters.length > 0)
    .map((cell) => ({
      cell,
      from: daysBetween(epoch, cell.period.start ?? cell.endFirst),
      to: daysBetween(epoch, cell.endLast) + 1,
    }))
    .sort((a, b) => a.to - b.to || a.from - b.from);
}

/** Tells whether a span lies within another one or is the same. */
export function isWithin(part: Span, whole: Span): boolean {
  return whole.from <= part.from && part.to <= whole.to;
}

/**
 * Ways to cover a span by others, one after the other without gap or overlap: the one of the fewest parts and, where
 * it is another, the one of the most. Spans come by end, so that whatever precedes one has been met before it.
 */
export function tilingsOf(whole: Span, spans: readonly Span[]): (readonly Cell[])[] {
  const parts = spans.filter((span) => span.cell !== whole.cell && isWithin(span, whole));
  const [fewest, most] = [tilingOf(whole, parts, 1), tilingOf(whole, parts, -1)];
  if (fewest === null || most === null) return [];
  return fewest.length === most.length ? [fewest] : [fewest, most];
}

/** The cover of the fewest parts (`sign` 1) or of the most (`sign` −1). */
function tilingOf(whole: Span, parts: readonly Span[], sign: 1 | -1): Cell[] | null {
  const reached = new Map<number, { readonly count: number; readonly last: Span | null }>([
    [whole.from, { count: 0, last: null }],
  ]);
  for (const part of parts) {
    const before = reached.get(part.from);
    if (before === undefined) continue;
    const known = reached.get(part.to);
    if (known === undefined || sign * (before.count + 1) < sign * known.count)
      reached.set(part.to, { count: before.count + 1, last: part });
  }
  const tiles: Cell[] = [];
  for (let at = reached.get(whole.to); at?.last; at = reached.get(at.last.from)) tiles.unshift(at.last.cell);
  return tiles.length === 0 ? null : tiles;
}

/**
 * The spans of greatest weight within a whole no two of which share a day, by time.
 * Weighted interval scheduling: spans come by end; each is taken with the best that ends before it begins, or left.
 */
export function heaviestApart(parts: readonly Span[], weightOf: (span: Span) => number): Span[] {
  const best: { readonly weight: number; readonly taken: Span | null; readonly before: number }[] = [
    { weight: 0, taken: null, before: 0 },
  ];
  for (const [i, part] of parts.entries()) {
    const before = countEndedBy(part.from, parts, i);
    const weight = (best[before]?.weight ?? 0) + weightOf(part);
    const without = best[i]?.weight ?? 0;
    best.push(without >= weight ? { weight: without, taken: null, before: i } : { weight, taken: part, before });
  }
  const taken: Span[] = [];
  for (let i = parts.length; i > 0;) {
    const step = best[i];
    if (step === undefined) break;
    if (step.taken !== null) taken.unshift(step.taken);
    i = step.before;
  }
  return taken;
}

/** How many of the first `count` parts, which come by end, have ended by a day. */
function countEndedBy(day: number, parts: readonly Span[], count: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.to ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
