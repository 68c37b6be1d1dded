import type { Conflict, Finding } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { type Decimal, type Observation, decimalOf, labelIn, subtract, toNumber } from "@jianbao/model";
import { type Phrase, join, mergeNotes, number, phrase } from "../phrase.ts";
import { scaleOf, scaled } from "../wording/number.ts";
import { type Context, figureOf, fullLabelOf, notesOf, publicationOf, unitTextOf } from "./context.ts";

/** Words a conflict: every side with its source, how far they are apart, which one is printed and why. */
export function conflictSentence(context: Context, conflict: Conflict): Phrase {
  const { wording } = context;
  const sides = conflict.candidates.map((candidate) => ({
    who: join(
      candidate.publications.map((key) =>
        phrase(publicationOf(context, key).publisher ?? publicationOf(context, key).document),
      ),
      "、",
    ),
    when: candidate.period ? wording.period(candidate.period) : null,
    figure: phrase(
      figureOf(context, candidate.value, unitTextOf(context, candidate.value)),
      notesOf(context, candidate.value.observations),
    ),
  }));
  return mergeNotes(
    wording.conflict({
      subject: `${conflict.key.area.code === "OVERSEAS" ? "" : wording.inArea(conflict.key.area)}${fullLabelOf(context, conflict.key)}`,
      when: wording.period(conflict.period),
      sides,
      apart: apartOf(context, conflict),
      rule: conflict.rule,
      tie: conflict.tie ?? false,
      nearly: conflict.nearly,
    }),
    wording.ends,
  );
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

/** Words a finding: the figures concerned, each with its sources, and what a careful editor would ask. */
export function findingSentence(context: Context, finding: Finding): Phrase {
  const { wording } = context;
  const figures = new Map<string, { readonly words: Phrase; readonly text: string; readonly ids: string[] }>();
  for (const id of finding.observations) {
    const observation = context.analysis.observations[id];
    if (!observation) continue;
    const words = subjectOf(context, observation);
    const text = figureText(context, observation);
    const key = `${textOf(words)}|${text}`;
    const figure = figures.get(key);
    if (figure) figure.ids.push(id);
    else figures.set(key, { words, text, ids: [id] });
  }
  const about = [...figures.values()].map(({ words, text, ids }) => {
    const value = context.analysis.observations[ids[0] ?? ""]?.quantity?.value ?? null;
    return wording.named(words, phrase(number(text, value, ids), notesOf(context, ids)));
  });
  return mergeNotes(wording.finding(finding, join(about, "、")), wording.ends);
}

/** 2023年全国破获案件 */
function subjectOf(context: Context, observation: Observation): Phrase {
  const { area, indicator, period } = observation;
  const known = indicator === null ? undefined : context.indicators.get(indicator);
  const label =
    known === undefined
      ? observation.measure
      : context.wording.labelled(
          context.wording.label(labelIn(known.labels, context.wording.language), observation.rate),
          observation.breakdown,
          area?.code === "OVERSEAS",
        );
  return phrase(
    period === null ? null : context.wording.inPeriod(period),
    area === null || area.code === "OVERSEAS" ? "" : context.wording.inArea(area),
    label,
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
