import { isClosed, yearsEarlier } from "@jianbao/model";
import { type Cell, type Cluster, chosenOf, isAnyIn, printedOf } from "./cell.ts";
import { computedChange, statedInterval } from "./change.ts";
import { type Evidence, type Remark, figureText, keyFacts, publishedOf } from "./finding.ts";
import { periodText } from "./identity.ts";
import { intersect } from "./interval.ts";
import { contradictedIn, statedOn } from "./stated.ts";
import { stepBefore, stepKindOf } from "./step.ts";

/**
 * `change-disagrees`: the change an article states, against the year before or (of a month, a quarter or a half) against
 * the one before it, is not the one that the levels of both periods allow.
 */
export function changeRemarks({ pairings, tracks, concerned }: Evidence): Remark[] {
  const remarks = pairings.flatMap(({ current, previous }) => changeRemark(current, previous, "yoy"));
  for (const { cells } of tracks) {
    const stating = cells.filter(
      (cell) => cell.stated.length > 0 && isAnyIn(cell, ({ observation }) => concerned.has(observation.id)),
    );
    if (stating.length === 0) continue;
    const byPeriod = new Map(cells.map((cell) => [periodText(cell.period, cell.asOf), cell]));
    for (const cell of stating) {
      const { period } = cell;
      if (!isClosed(period) || cell.clusters.length === 0) continue;
      const before = byPeriod.get(periodText(yearsEarlier(period), undefined)) ?? null;
      remarks.push(...changeRemark(cell, before, "yoy"));
      const kind = stepKindOf(period);
      const last = kind === null ? undefined : byPeriod.get(periodText(stepBefore(period, kind), undefined));
      remarks.push(...changeRemark(cell, last ?? null, "mom"));
    }
  }
  return remarks;
}

function changeRemark(current: Cell, previous: Cell | null, basis: "mom" | "yoy"): Remark[] {
  const stated = statedOn(current, basis);
  if (stated === null || previous === null || previous.clusters.length === 0) return [];
  const range = statedInterval(stated.change);
  const [now, base] = [current, previous].map((cell) => printedOf(chosenOf(cell)));
  if (range === null || now === undefined || base === undefined) return [];
  // An article that was written before a figure was revised states its change against the earlier one.
  const computed = computedChange({ ...now.value, ...current.range }, { ...base.value, ...previous.range });
  if (computed === null) return [];
  // 持平 says the same in percent and in points; else the two never mix.
  if (range.unit !== computed.unit && stated.change.direction !== "flat") return [];
  if (intersect(range.range, computed)) return [];
  return [
    {
      rule: "analysis/change-disagrees",
      severity: "warning",
      observations: [stated.observation, ...now.value.observations, ...base.value.observations],
      facts: {
        ...keyFacts(current.key, current.period),
        basis,
        stated: stated.change.text,
        computed: computed.direction === "down" ? -computed.value : computed.value,
        computedLow: computed.low,
        computedHigh: computed.high,
        computedUnit: computed.unit,
        current: figureText(now.value),
        currentPublished: publishedOf(now),
        previous: figureText(base.value),
        previousPublished: publishedOf(base),
        previousStart: previous.period.start,
        previousEnd: previous.period.end,
      },
    },
  ];
}

/** `stated-changes-differ`: two articles state changes of one figure that cannot both be right. */
export function statedRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const cell of tracks.flatMap(({ cells }) => cells)) {
    if (cell.stated.length < 2) continue;
    const readings = new Map(
      cell.clusters.flatMap((cluster: Cluster) =>
        cluster.readings.map((reading) => [reading.observation.id, reading] as const),
      ),
    );
    // What contradicts the figure, or is a part of it, may well have a change of its own.
    const contradicted = contradictedIn(cell);
    for (const basis of ["yoy", "mom"] as const) {
      const ranges = cell.stated.flatMap((stated) => {
        const interval =
          stated.change.basis === basis && !contradicted.has(stated.observation) ? statedInterval(stated.change) : null;
        return interval === null ? [] : [{ stated, interval }];
      });
      const [first, ...rest] = ranges;
      const other = rest.find(
        ({ interval }) => interval.unit === first?.interval.unit && !intersect(interval.range, first.interval.range),
      );
      if (first === undefined || other === undefined) continue;
      const observations = [first.stated.observation, other.stated.observation];
      // One statement may carry two changes of one basis (涨幅同比下降 …): only two statements contradict each other.
      if (observations[0] === observations[1] || !observations.some((id) => concerned.has(id))) continue;
      const [one, two] = observations.map((id) => readings.get(id));
      remarks.push({
        rule: "analysis/stated-changes-differ",
        severity: "warning",
        observations,
        facts: {
          ...keyFacts(cell.key, cell.period),
          basis,
          first: first.stated.change.text,
          firstPublished: one === undefined ? null : publishedOf(one),
          second: other.stated.change.text,
          secondPublished: two === undefined ? null : publishedOf(two),
        },
      });
    }
  }
  return remarks;
}
