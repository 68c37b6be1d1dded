import { type Change, type Observation, unitLabels } from "@jianbao/model";
import type { Publication } from "./analysis.ts";
import { printedOf, chosenOf, readingsIn } from "./cell.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts } from "./finding.ts";
import { type Placed, doubtful, hedgedText, isUsable } from "./reading.ts";
import type { DatedPublication } from "./timeline.ts";

/**
 * Checks of single figures, and why some are in no table:
 * `doubtful-figure`, `period-unknown`, `area-unknown`, `period-after-publication`, `decrease-by-multiples`, `share-over-whole`.
 */
export function readingRemarks(placed: readonly Placed[], subject: string): Remark[] {
  const remarks: Remark[] = [];
  for (const { observation, publication } of placed) {
    if (observation.subject !== subject || observation.scope !== "aggregate") continue;
    const facts = factsOf(observation, publication);
    const remark = (rule: string, severity: Remark["severity"], more: Remark["facts"] = {}): void => {
      remarks.push({
        rule: `analysis/${rule}`,
        severity,
        observations: [observation.id],
        facts: { ...facts, ...more },
      });
    };
    if (observation.confidence < doubtful) remark("doubtful-figure", "warning", { confidence: observation.confidence });
    const { period } = observation;
    if (!isUsable(period)) remark("period-unknown", "warning");
    else if (period.start !== null && period.start > publication.last) remark("period-after-publication", "warning");
    else if (period.end !== null && period.end > publication.last) remark("period-after-publication", "warning");
    if (observation.area === null) remark("area-unknown", "warning");
    for (const change of observation.change) {
      if (isFallByMultiples(change)) remark("decrease-by-multiples", "warning", { change: change.text });
      if (isOverWhole(change)) remark("share-over-whole", "error", { change: change.text });
    }
  }
  return remarks;
}

/** Articles whose date is missing or too coarse: their figures enter no table. */
export function undatedRemarks(
  observations: readonly Observation[],
  undated: ReadonlyMap<string, Publication>,
  subject: string,
): Remark[] {
  const byArticle = new Map<string, string[]>();
  for (const observation of observations) {
    if (observation.subject !== subject || observation.scope !== "aggregate") continue;
    const key = `${observation.document}#${observation.part}`;
    if (!undated.has(key)) continue;
    byArticle.set(key, [...(byArticle.get(key) ?? []), observation.id]);
  }
  return [...byArticle].map(([key, ids]) => {
    const publication = undated.get(key);
    return {
      rule: "analysis/undated-publication",
      severity: "warning",
      observations: ids,
      facts: {
        publication: key,
        document: publication?.document ?? null,
        title: publication?.title ?? null,
        published: publication?.published ?? null,
        figures: ids.length,
      },
    };
  });
}

/** Doubtful figures that a surer source contradicts: `doubtful-contradicted`. */
export function contradictionRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const cell of tracks.flatMap(({ cells }) => cells)) {
    if (cell.aside.length === 0) continue;
    const sure = printedOf(chosenOf(cell));
    for (const reading of cell.aside) {
      if (!idsOf(readingsIn(cell)).some((id) => concerned.has(id))) continue;
      remarks.push({
        rule: "analysis/doubtful-contradicted",
        severity: "warning",
        observations: [sure.observation.id, reading.observation.id],
        facts: {
          ...keyFacts(cell.key, cell.period),
          sure: figureText(sure.value),
          doubtful: figureText(reading.value),
          confidence: reading.observation.confidence,
        },
      });
    }
  }
  return remarks;
}

/** A number can fall by at most all of itself: GB/T 15835 has no 减少N倍. */
function isFallByMultiples(change: Change): boolean {
  return change.direction === "down" && change.unit === "times" && (change.value ?? 0) >= 1;
}

function isOverWhole(change: Change): boolean {
  return change.basis === "share" && change.unit === "percent" && (change.low ?? change.value ?? 0) > 100;
}

function factsOf(observation: Observation, publication: DatedPublication): Record<string, string | null> {
  const { quantity, period, area } = observation;
  return {
    indicator: observation.indicator,
    measure: observation.measure,
    figure: hedgedText(observation),
    unit: quantity === null ? null : unitLabels[quantity.unit]["zh-Hans"],
    area: area?.code ?? null,
    areaName: area?.name ?? null,
    start: period?.start ?? null,
    end: period?.end ?? null,
    periodText: period?.text ?? null,
    publication: publication.key,
    title: publication.title,
    published: publication.published,
  };
}
