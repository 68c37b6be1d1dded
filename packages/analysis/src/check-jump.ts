import { isClosed, isWholeYear } from "@jianbao/model";
import { type Cell, chosenOf, isSpokenOf, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts } from "./finding.ts";

/** From so many times on, a change from one year to the next is asked about. */
const jump = 5;

/** Around ten thousand times, a lost or doubled 万 is the likely cause. */
const slip = { least: 5_000, most: 20_000 };

/**
 * `implausible-jump`: five times as much, or a fifth, a year later; `unit-slip`: about ten thousand times,
 * between years or between sources of one figure: 万 was lost or doubled.
 */
export function jumpRemarks(evidence: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const { current, previous } of evidence.pairings) {
    if (previous !== null) remarks.push(...jumpRemark(previous, current));
  }
  for (const { cells } of evidence.tracks) {
    const years = cells.filter(({ period }) => isClosed(period) && isWholeYear(period));
    for (const [i, later] of years.entries()) {
      const earlier = years[i - 1];
      if (earlier === undefined || !isNextYear(earlier, later)) continue;
      // Old years are asked about once: when an article of the period speaks of one of them.
      if (isSpokenOf(earlier) || isSpokenOf(later)) remarks.push(...jumpRemark(earlier, later));
    }
  }
  for (const { conflict } of evidence.disputes) {
    const [first, ...others] = conflict.candidates;
    const other = others.find(({ value }) => isSlip(ratioOf(first?.value.value ?? 0, value.value)));
    if (first === undefined || other === undefined) continue;
    remarks.push({
      rule: "analysis/unit-slip",
      severity: "error",
      observations: [...first.value.observations, ...other.value.observations],
      facts: {
        ...keyFacts(conflict.key, conflict.period),
        relation: "sources",
        first: figureText(first.value),
        second: figureText(other.value),
        ratio: ratioOf(first.value.value, other.value.value),
      },
    });
  }
  return remarks;
}

function jumpRemark(earlier: Cell, later: Cell): Remark[] {
  const a = chosenOf(earlier);
  const b = chosenOf(later);
  const before = printedOf(a).value;
  const after = printedOf(b).value;
  const ratio = ratioOf(before.value, after.value);
  if (ratio === null || ratio < jump) return [];
  return [
    {
      rule: isSlip(ratio) ? "analysis/unit-slip" : "analysis/implausible-jump",
      severity: isSlip(ratio) ? "error" : "warning",
      observations: [...idsOf(a.readings), ...idsOf(b.readings)],
      facts: {
        ...keyFacts(later.key, later.period),
        relation: "years",
        direction: after.value > before.value ? "up" : "down",
        first: figureText(before),
        second: figureText(after),
        firstStart: earlier.period.start,
        firstEnd: earlier.period.end,
        ratio,
      },
    },
  ];
}

/** How many times the greater is the lesser, to one digit after the point; null where one is 0. */
function ratioOf(a: number, b: number): number | null {
  if (a <= 0 || b <= 0) return null;
  return Math.round((Math.max(a, b) / Math.min(a, b)) * 10) / 10;
}

function isSlip(ratio: number | null): boolean {
  return ratio !== null && ratio >= slip.least && ratio <= slip.most;
}

function isNextYear(a: Cell, b: Cell): boolean {
  return Number(b.endLast.slice(0, 4)) - Number(a.endLast.slice(0, 4)) === 1;
}
