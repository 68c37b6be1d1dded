import { type Unit, isClosed, isCurrency, yearsEarlier } from "@jianbao/model";
import { type Cell, chosenOf, isSpokenOf, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts, publishedOf } from "./finding.ts";
import { periodText } from "./identity.ts";
import { isSlip, ratioOf } from "./slip.ts";
import { stepBefore, stepKindOf } from "./step.ts";

/** From so many times on, a change from one year to the next is asked about. */
const jump = 5;

/**
 * How far the square roots of two counts are apart where chance cannot explain it. Counts scatter by about their own
 * root, so that the roots of two differ by less than one by chance, and by a few from one month's campaign to the next:
 * 2 and 30 cases (4.1) are a county's good and bad month, 100 and 500 (12.4) are not.
 */
const leastStep = 10;

/** Money scatters with the number of cases behind it: counted by what a case is about. */
const moneyPerCase = 100_000;

/** Percentages have jumped where they are so many points apart. */
const leastPoints = 10;

/**
 * `implausible-jump`: five times as much, or a fifth, in the same period a year later, beyond what small numbers do;
 * `unit-slip`: about ten thousand times, between years, from month to month, or between sources of one figure:
 * 万 was lost or doubled.
 */
export function jumpRemarks(evidence: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const { current, previous } of evidence.pairings) {
    if (previous !== null) remarks.push(...jumpRemark(previous, current, "years"));
  }
  for (const { cells } of evidence.tracks) {
    const closed = cells.filter(({ period, clusters }) => isClosed(period) && clusters.length > 0);
    const byPeriod = new Map(closed.map((cell) => [periodText(cell.period, undefined), cell]));
    for (const later of closed) {
      if (!isClosed(later.period)) continue;
      // Old figures are asked about once: when an article of the period speaks of one of them.
      const compare = (earlier: Cell | undefined, relation: "steps" | "years"): void => {
        if (earlier === undefined || !(isSpokenOf(earlier) || isSpokenOf(later))) return;
        remarks.push(...jumpRemark(earlier, later, relation));
      };
      compare(byPeriod.get(periodText(yearsEarlier(later.period), undefined)), "years");
      const kind = stepKindOf(later.period);
      if (kind !== null) compare(byPeriod.get(periodText(stepBefore(later.period, kind), undefined)), "steps");
    }
  }
  for (const { conflict, cells } of evidence.disputes) {
    const [first, ...others] = conflict.candidates;
    const other = others.find(({ value }) => isSlip(ratioOf(first?.value.value ?? 0, value.value)));
    if (first === undefined || other === undefined) continue;
    const readings = cells.flatMap(({ clusters }) => clusters.map(printedOf));
    const published = (id: string | undefined): string | null => {
      const reading = readings.find(({ observation }) => observation.id === id);
      return reading === undefined ? null : publishedOf(reading);
    };
    remarks.push({
      rule: "analysis/unit-slip",
      severity: "error",
      observations: [...first.value.observations, ...other.value.observations],
      facts: {
        ...keyFacts(conflict.key, conflict.period),
        relation: "sources",
        first: figureText(first.value),
        firstPublished: published(first.value.observations[0]),
        second: figureText(other.value),
        secondPublished: published(other.value.observations[0]),
        ratio: ratioOf(first.value.value, other.value.value),
      },
    });
  }
  return remarks;
}

/** From one step to the next, season and chance move too much to ask about more than a lost 万. */
function jumpRemark(earlier: Cell, later: Cell, relation: "steps" | "years"): Remark[] {
  const a = chosenOf(earlier);
  const b = chosenOf(later);
  const [first, second] = [printedOf(a), printedOf(b)];
  const before = first.value;
  const after = second.value;
  const ratio = ratioOf(before.value, after.value);
  if (ratio === null || ratio < jump || !isBeyondChance(before.value, after.value, later.key.unit)) return [];
  if (relation === "steps" && !isSlip(ratio)) return [];
  return [
    {
      rule: isSlip(ratio) ? "analysis/unit-slip" : "analysis/implausible-jump",
      severity: isSlip(ratio) ? "error" : "warning",
      observations: [...idsOf(a.readings), ...idsOf(b.readings)],
      facts: {
        ...keyFacts(later.key, later.period),
        relation,
        direction: after.value > before.value ? "up" : "down",
        first: figureText(before),
        firstPublished: publishedOf(first),
        second: figureText(after),
        secondPublished: publishedOf(second),
        firstStart: earlier.period.start,
        firstEnd: earlier.period.end,
        ratio,
      },
    },
  ];
}

function isBeyondChance(a: number, b: number, unit: Unit): boolean {
  if (unit === "percent" || unit === "pp") return Math.abs(a - b) >= leastPoints;
  const counted = isCurrency(unit) ? moneyPerCase : 1;
  return Math.abs(Math.sqrt(a / counted) - Math.sqrt(b / counted)) >= leastStep;
}
