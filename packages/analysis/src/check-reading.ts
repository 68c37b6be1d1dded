import { type Change, type DomainPack, type Observation, unitLabels } from "@jianbao/model";
import type { Publication } from "./analysis.ts";
import { chosenOf, isAnyIn, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts } from "./finding.ts";
import { isBelow } from "./interval.ts";
import { type Placed, doubtful, hedgedText, isSound, isUnsaid, isUsable, stocksOf } from "./reading.ts";
import type { FindingRule } from "./rule.ts";
import type { DatedPublication } from "./timeline.ts";

/**
 * Checks of single figures, and why some are in no table:
 * `doubtful-figure`, `period-unknown`, `area-unknown`, `unsound-figure`, `period-after-publication`,
 * `decrease-by-multiples`, `share-over-whole`.
 */
export function readingRemarks(placed: readonly Placed[], subject: string, pack: DomainPack): Remark[] {
  const remarks: Remark[] = [];
  const stocks = stocksOf(pack);
  // One for an article: 专项行动开展以来 leaves all figures of its paragraph without a period.
  const unplaced = new Map<string, { rule: FindingRule; publication: Placed["publication"]; ids: string[] }>();
  for (const { observation, publication } of placed) {
    const { id, indicator, period, quantity } = observation;
    if (observation.subject !== subject || observation.scope !== "aggregate" || indicator === null) continue;
    const facts = factsOf(observation, publication);
    const remark = (rule: FindingRule, severity: Remark["severity"], more: Remark["facts"] = {}): void => {
      remarks.push({ rule, severity, observations: [id], facts: { ...facts, ...more } });
    };
    const leaveOut = (rule: FindingRule): void => {
      const key = `${rule} ${publication.key}`;
      const entry = unplaced.get(key) ?? { rule, publication, ids: [] };
      entry.ids.push(id);
      unplaced.set(key, entry);
    };
    if (observation.confidence < doubtful)
      remark("analysis/doubtful-figure", "warning", { confidence: observation.confidence });
    if (isUsable(period)) {
      const last = period.end ?? period.start ?? "";
      if (last > publication.last) remark("analysis/period-after-publication", "warning");
    } else if (!isUnsaid(period) || !stocks.has(indicator)) leaveOut("analysis/period-unknown");
    if (quantity !== null && !isSound(quantity)) remark("analysis/unsound-figure", "error");
    if (observation.area === null) leaveOut("analysis/area-unknown");
    for (const change of observation.change) {
      if (isFallByMultiples(change)) remark("analysis/decrease-by-multiples", "warning", { change: change.text });
      if (isOverWhole(change)) remark("analysis/share-over-whole", "error", { change: change.text });
    }
  }
  for (const { rule, publication, ids } of unplaced.values()) {
    const { key, title, published } = publication;
    const facts = { publication: key, title, published, figures: ids.length };
    remarks.push({ rule, severity: "warning", observations: ids, facts });
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

/**
 * `doubtful-contradicted`: a doubtful figure that a surer source contradicts; `several-in-sentence`: one sentence
 * gives several figures of what reads as one statistic: parts or kinds that were not told apart.
 */
export function contradictionRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const cell of tracks.flatMap(({ cells }) => cells)) {
    if (cell.aside.length === 0 && cell.beside.length === 0) continue;
    if (!isAnyIn(cell, ({ observation }) => concerned.has(observation.id))) continue;
    const printed = printedOf(chosenOf(cell));
    const facts = keyFacts(cell.key, cell.period);
    for (const reading of cell.aside) {
      remarks.push({
        rule: "analysis/doubtful-contradicted",
        severity: "warning",
        observations: [printed.observation.id, reading.observation.id],
        facts: {
          ...facts,
          sure: figureText(printed.value),
          doubtful: figureText(reading.value),
          confidence: reading.observation.confidence,
        },
      });
    }
    if (cell.beside.length === 0) continue;
    remarks.push({
      rule: "analysis/several-in-sentence",
      // Smaller figures after the first are its parts, as a rule; a greater one may be the whole.
      severity: cell.beside.every(({ interval }) => isBelow(interval, printed.interval)) ? "info" : "warning",
      observations: [printed.observation.id, ...idsOf(cell.beside)],
      facts: {
        ...facts,
        printed: figureText(printed.value),
        others: cell.beside.map(({ value }) => figureText(value)).join("、"),
      },
    });
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
