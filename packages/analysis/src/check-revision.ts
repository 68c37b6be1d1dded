import { decimalOf, subtract, toNumber } from "@jianbao/model";
import { type Cluster, chosenOf, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts, unitTextOf } from "./finding.ts";
import { type Reading, compareReadings } from "./reading.ts";

/** `figure-revised`: a later publication gives a slightly different figure for the same period; the later is printed. */
export function revisionRemarks({ disputes, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const { cells, isRevision } of disputes) {
    const [cell] = cells;
    if (!isRevision || cell === undefined) continue;
    const latest = chosenOf(cell);
    const [earlier] = cell.clusters.slice(1);
    if (earlier === undefined) continue;
    const observations = cell.clusters.flatMap(({ readings }) => idsOf(readings));
    if (!observations.some((id) => concerned.has(id))) continue;
    const before = printedOf(earlier).value;
    const after = printedOf(latest).value;
    const difference = toNumber(subtract(decimalOf(after.value), decimalOf(before.value)));
    remarks.push({
      rule: "analysis/figure-revised",
      severity: "info",
      observations,
      facts: {
        ...keyFacts(cell.key, cell.period),
        unitText: unitTextOf(printedOf(latest)),
        before: figureText(before),
        beforePublished: firstPublished(earlier),
        after: figureText(after),
        afterPublished: firstPublished(latest),
        difference: Math.abs(difference),
        direction: difference < 0 ? "down" : "up",
      },
    });
  }
  return remarks;
}

/** When a figure was first published: a copy that appears later makes it no newer. */
export function firstPublished({ readings }: Cluster): string | null {
  const [first]: readonly Reading[] = [...readings].sort(compareReadings);
  return first?.publication.published ?? null;
}
