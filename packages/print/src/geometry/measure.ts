import { millimetres } from "./prescription.ts";

/** What is measured. */
export type MeasureName =
  | "page-width"
  | "page-height"
  | "first-line-top"
  | "last-line-bottom"
  | "binding-edge"
  | "line-width"
  | "characters-width"
  | "line-pitch"
  | "lines"
  | "masthead-top"
  | "masthead-width"
  | "red-rule-distance"
  | "red-rule-width"
  | "imprint-first-rule"
  | "imprint-middle-rule"
  | "imprint-last-rule"
  | "imprint-bottom"
  | "imprint-width"
  | "page-number-distance"
  | "page-number-size"
  | "page-number-inset";

/** A measure that is prescribed, beside the one that is set. */
export interface Measure {
  readonly name: MeasureName;
  readonly unit: "mm" | "count";
  readonly prescribed: number;
  /** Null where the pages have nothing of the kind. */
  readonly set: number | null;
  /** Set less prescribed; 0 where the set one stays below an upper bound. */
  readonly deviation: number | null;
  readonly tolerance: number;
  /** The page that is farthest off, 1-based; null for what is of the whole document. */
  readonly page: number | null;
  /** True where the prescription is an upper bound. */
  readonly atMost: boolean;
  readonly isWithin: boolean;
}

/** A length in points, found on a page. */
export interface Found {
  readonly page: number;
  readonly points: number;
}

/** The found length that is farthest from the prescribed one. */
export function measured(
  name: MeasureName,
  found: readonly Found[],
  prescribed: number,
  tolerance: number,
  atMost = false,
): Measure {
  const off = (points: number): number => {
    const deviation = millimetres(points) - prescribed;
    return atMost ? Math.max(0, deviation) : deviation;
  };
  let worst: Found | null = null;
  for (const one of found) {
    const isFarther = worst === null || Math.abs(off(one.points)) > Math.abs(off(worst.points)) + 1e-6;
    if (isFarther || (atMost && worst !== null && off(worst.points) === 0 && one.points > worst.points)) worst = one;
  }
  return measureOf(
    name,
    "mm",
    { prescribed, tolerance, atMost },
    worst && millimetres(worst.points),
    worst?.page ?? null,
  );
}

export function measureOf(
  name: MeasureName,
  unit: Measure["unit"],
  { prescribed, tolerance, atMost }: Pick<Measure, "prescribed" | "tolerance" | "atMost">,
  set: number | null,
  page: number | null,
): Measure {
  const difference = set === null ? null : atMost ? Math.max(0, set - prescribed) : set - prescribed;
  return {
    name,
    unit,
    prescribed: rounded(prescribed),
    set: set === null ? null : rounded(set),
    deviation: difference === null ? null : rounded(difference),
    tolerance,
    page,
    atMost,
    isWithin: difference === null || Math.abs(difference) <= tolerance + 1e-6,
  };
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

/** The commonest value; the smaller of two that are as common. Null of none. */
export function mode(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = rounded(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [value, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (best === null || count > most || (count === most && value < best)) best = value;
  }
  return best;
}
