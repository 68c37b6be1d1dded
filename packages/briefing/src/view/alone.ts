import type { Comparison, Point } from "@jianbao/analysis";

/** A figure in the shape of a comparison with nothing beside it: for sentences and cells that tell it alone. */
export function alone(
  key: Comparison["key"],
  current: Point,
  stated: Comparison["stated"] = current.stated.find(({ change }) => change.basis === "yoy") ??
    current.stated.find(({ change }) => change.basis === "mom") ??
    current.stated[0] ??
    null,
): Comparison {
  return {
    key,
    current,
    previousPeriod: null,
    previous: null,
    stated,
    computed: null,
    implied: null,
    reason: null,
  };
}
