import type { Conflict, Finding } from "@jianbao/analysis";
import { type Decimal, decimalOf, subtract, toNumber } from "@jianbao/model";
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
    figure: phrase(
      figureOf(context, candidate.value, unitTextOf(context, candidate.value)),
      notesOf(context, candidate.value.observations),
    ),
  }));
  return mergeNotes(
    wording.conflict({
      subject: `${conflict.key.area.code === "OVERSEAS" ? "" : conflict.key.area.name}${fullLabelOf(context, conflict.key)}`,
      when: wording.period(conflict.period),
      sides,
      apart: apartOf(context, conflict),
      rule: conflict.rule,
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

/** Words a finding: the figures concerned, each with its source, and what a careful editor would ask. */
export function findingSentence(context: Context, finding: Finding): Phrase {
  const { wording, analysis } = context;
  const about = finding.observations.flatMap((id) => {
    const observation = analysis.observations[id];
    if (!observation) return [];
    const text = observation.quantity?.text ?? observation.change[0]?.text ?? "";
    if (text === "") return [];
    const indicator = observation.indicator === null ? null : context.indicators.get(observation.indicator);
    const label =
      indicator && observation.area
        ? fullLabelOf(context, {
            indicator: indicator.id,
            subject: observation.subject,
            breakdown: observation.breakdown,
            area: observation.area,
            rate: observation.rate,
            unit: observation.quantity?.unit ?? indicator.unit,
          })
        : observation.measure;
    return [
      phrase(
        label,
        number(
          observation.quantity && observation.quantity.value !== null
            ? wording.figure(
                { ...observation.quantity, value: observation.quantity.value, text, observations: [id] },
                observation.quantity.unitText,
              )
            : text,
          observation.quantity?.value ?? null,
          [id],
        ),
        notesOf(context, [id]),
      ),
    ];
  });
  return mergeNotes(wording.finding(finding.rule, finding.facts, join(about, "、")), wording.ends);
}
