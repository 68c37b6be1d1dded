import type { Conflict, Finding } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { type Decimal, type Observation, decimalOf, subtract, toNumber } from "@jianbao/model";
import { markupOf } from "../markup/write.ts";
import { type Phrase, join, mergeNotes, number, phrase } from "../phrase.ts";
import { scaleOf, scaled } from "../wording/number.ts";
import { type Context, figureOf, fullLabelOf, notesOf, publicationOf, unitTextOf } from "./context.ts";

/** Words a conflict: every side with its source, how far they are apart, which one is printed and why. */
export function conflictSentence(context: Context, conflict: Conflict): Phrase {
  const { wording } = context;
  const sides = conflict.candidates.map((candidate) => ({
    who: whoOf(context, candidate.publications),
    when: candidate.period ? wording.period(candidate.period) : null,
    figure: phrase(
      figureOf(context, candidate.value, unitTextOf(context, candidate.value)),
      notesOf(context, candidate.value.observations),
    ),
  }));
  return mergeNotes(
    wording.conflict({
      about: wording.statistic(
        conflict.period,
        conflict.key.area.code === "OVERSEAS" ? null : conflict.key.area,
        phrase(fullLabelOf(context, conflict.key)),
      ),
      oneSource: new Set(conflict.candidates.map((candidate) => candidate.publications.join(" "))).size === 1,
      sides,
      apart: apartOf(context, conflict),
      rule: conflict.rule,
      tie: conflict.tie ?? false,
      nearly: conflict.nearly,
      settled: conflict.settled ?? null,
    }),
    wording.ends,
  );
}

/** Names sources, all in one way: by publisher and title. */
function whoOf(context: Context, publications: readonly string[]): Phrase {
  const names = publications.map((key) => context.wording.source(publicationOf(context, key)));
  return phrase([...new Set(names)].join(context.wording.comma));
}

/** The arithmetic in words: the difference of the first two figures, both taken as printed. */
function apartOf(context: Context, conflict: Conflict): Phrase | null {
  const [first, second] = conflict.candidates;
  if (!first || !second || first.value.unit !== second.value.unit) return null;
  const difference = subtract(decimalOf(first.value.value), decimalOf(second.value.value));
  const size: Decimal = difference.digits < 0n ? { ...difference, digits: -difference.digits } : difference;
  const value = toNumber(size);
  const scale = scaleOf(value);
  const bound = first.value.bound === "exact" && second.value.bound === "exact" ? "exact" : "approx";
  const text = `${scaled(value, scale, 4)}${scale.word}${unitTextOf(context, first.value)}`;
  const observations = [...first.value.observations, ...second.value.observations];
  return context.wording.apart([
    number(
      context.wording.figure(
        { value, unit: first.value.unit, bound, low: null, high: null, text, observations },
        unitTextOf(context, first.value),
      ),
      value,
      observations,
    ),
  ]);
}

/**
 * Words findings: what concerns the same figures is said together, and so are figures that share a
 * remark (原文没有说明期间). In the order of the first of each.
 */
export function findingSentences(context: Context, findings: readonly Finding[]): readonly Phrase[] {
  const { wording } = context;
  const byFigures = new Map<string, { readonly observations: readonly string[]; readonly remarks: Phrase[] }>();
  for (const [index, finding] of findings.entries()) {
    const key = finding.observations.length === 0 ? `${index}` : finding.observations.join(" ");
    const remark = wording.remark(finding, unitOf(context, finding));
    const same = byFigures.get(key);
    if (same) same.remarks.push(remark);
    else byFigures.set(key, { observations: finding.observations, remarks: [remark] });
  }
  const byRemarks = new Map<string, { readonly remarks: readonly Phrase[]; readonly about: Phrase[] }>();
  for (const { observations, remarks } of byFigures.values()) {
    const key = markupOf(remarks.flat());
    const same = byRemarks.get(key);
    const about = figuresOf(context, observations);
    if (same) same.about.push(...about);
    else byRemarks.set(key, { remarks, about: [...about] });
  }
  return [...byRemarks.values()].map(({ remarks, about }) => wording.finding(join(about, wording.separator), remarks));
}

/** The unit of the figures that a finding concerns, for what arithmetic makes of them. */
function unitOf(context: Context, { observations }: Finding): string {
  for (const id of observations) {
    const quantity = context.analysis.observations[id]?.quantity;
    if (quantity) return context.wording.unit(quantity.unit, quantity.unitText);
  }
  return "";
}

/** Names figures, each with its sources; equal ones of several sources once, those of one statistic together. */
function figuresOf(context: Context, observations: readonly string[]): readonly Phrase[] {
  const figures = new Map<string, { readonly words: Phrase; readonly text: string; readonly ids: string[] }>();
  for (const id of observations) {
    const observation = context.analysis.observations[id];
    if (!observation) continue;
    const words = subjectOf(context, observation);
    const text = figureText(context, observation);
    const key = `${textOf(words)}|${text}`;
    const figure = figures.get(key);
    if (figure) figure.ids.push(id);
    else figures.set(key, { words, text, ids: [id] });
  }
  const byStatistic = new Map<string, { readonly words: Phrase; readonly said: Phrase[] }>();
  for (const { words, text, ids } of figures.values()) {
    const value = context.analysis.observations[ids[0] ?? ""]?.quantity?.value ?? null;
    const entry = byStatistic.get(textOf(words)) ?? { words, said: [] };
    byStatistic.set(textOf(words), entry);
    entry.said.push(phrase(number(text, value, ids), notesOf(context, ids)));
  }
  return [...byStatistic.values()].map(({ words, said }) =>
    context.wording.named(words, join(said, context.wording.comma)),
  );
}

/** 2023年全国破获案件 */
function subjectOf(context: Context, observation: Observation): Phrase {
  const { area, indicator, period } = observation;
  const known = indicator === null ? undefined : context.indicators.get(indicator);
  const isDated = period !== null && (period.start !== null || period.end !== null);
  // Words of the text may hold numbers: they rest on the observation, as the figure does.
  const label =
    known === undefined
      ? number(`“${observation.measure}”`, null, [observation.id])
      : context.wording.labelled(
          context.wording.label(context.wording.term(known.labels), observation.rate),
          observation.breakdown,
          area?.code === "OVERSEAS",
        );
  return context.wording.statistic(
    isDated ? period : null,
    area === null || area.code === "OVERSEAS" ? null : area,
    phrase(label),
  );
}

function figureText(context: Context, observation: Observation): string {
  const { quantity } = observation;
  const text = quantity?.text ?? "";
  if (quantity === null || text === "") return observation.change[0]?.text ?? observation.measure;
  return context.wording.figure(
    { ...quantity, value: quantity.value ?? 0, observations: [observation.id] },
    quantity.unitText,
  );
}
