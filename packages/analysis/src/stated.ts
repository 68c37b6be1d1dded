import type { Change } from "@jianbao/model";
import type { Cell, StatedChange } from "./cell.ts";
import { statedInterval } from "./change.ts";
import { compareLists } from "./order.ts";

/**
 * The change against the year before, or the period before, that is stated beside a figure: one in the unit that its level asks for
 * (points for percentages) before others, the narrowest first, of equals the first in order.
 */
export function statedOn(cell: Cell, basis: "mom" | "yoy"): StatedChange | null {
  const inPoints = cell.key.unit === "percent";
  const contradicted = contradictedIn(cell);
  const fitting = cell.stated.filter(({ change, observation }) => {
    if (change.basis !== basis || contradicted.has(observation)) return false;
    return inPoints || change.unit !== "pp";
  });
  const rank = ({ change }: StatedChange): number => {
    const unit = statedInterval(change)?.unit ?? null;
    return unit === null ? 2 : inPoints === (unit === "pp") || change.direction === "flat" ? 0 : 1;
  };
  const ordered = fitting.map((stated, index) => ({ stated, index }));
  ordered.sort((a, b) =>
    compareLists(
      [rank(a.stated), widthOf(a.stated.change), a.index],
      [rank(b.stated), widthOf(b.stated.change), b.index],
    ),
  );
  return ordered[0]?.stated ?? null;
}

/** Observations that disagree with the printed figure: what they state belongs to their own. */
export function contradictedIn({ clusters, aside, beside }: Cell): ReadonlySet<string> {
  const readings = [...clusters.slice(1).flatMap((cluster) => cluster.readings), ...aside, ...beside];
  return new Set(readings.map(({ observation }) => observation.id));
}

function widthOf({ low, high }: Change): number {
  return low === null || high === null ? Infinity : high - low;
}
