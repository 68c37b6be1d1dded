import { chosenOf, printedOf } from "./cell.ts";
import { computedChange, statedInterval } from "./change.ts";
import { statedYearly } from "./comparison.ts";
import { type Evidence, type Remark, figureText, keyFacts } from "./finding.ts";
import { intersect } from "./interval.ts";

/** `change-disagrees`: the change an article states is not the one that the levels of both years allow. */
export function changeRemarks({ pairings }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const { current, previous } of pairings) {
    const stated = statedYearly(current);
    if (stated === null || previous === null) continue;
    const now = printedOf(chosenOf(current)).value;
    const base = printedOf(chosenOf(previous)).value;
    const computed = computedChange(now, base);
    const range = statedInterval(stated.change);
    if (computed === null || range === null) continue;
    // 持平 says the same in percent and in points; else the two never mix.
    if (range.unit !== computed.unit && stated.change.direction !== "flat") continue;
    if (intersect(range.range, computed)) continue;
    remarks.push({
      rule: "analysis/change-disagrees",
      severity: "warning",
      observations: [stated.observation, ...now.observations, ...base.observations],
      facts: {
        ...keyFacts(current.key, current.period),
        stated: stated.change.text,
        computed: computed.direction === "down" ? -computed.value : computed.value,
        computedLow: computed.low,
        computedHigh: computed.high,
        computedUnit: computed.unit,
        current: figureText(now),
        previous: figureText(base),
      },
    });
  }
  return remarks;
}

/** `stated-changes-differ`: two articles state changes of one figure that cannot both be right. */
export function statedRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const cell of tracks.flatMap(({ cells }) => cells)) {
    const ranges = cell.stated.flatMap((stated) => {
      const interval = stated.change.basis === "yoy" ? statedInterval(stated.change) : null;
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
    remarks.push({
      rule: "analysis/stated-changes-differ",
      severity: "warning",
      observations,
      facts: {
        ...keyFacts(cell.key, cell.period),
        first: first.stated.change.text,
        second: other.stated.change.text,
      },
    });
  }
  return remarks;
}
