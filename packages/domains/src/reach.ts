import type { Unit } from "@jianbao/model";
import type { IndicatorFile } from "./pack-file.ts";
import type { PackSource } from "./pack-source.ts";

/** Units that tell by themselves what is counted, so that a verb without a noun is enough. */
const decisive: ReadonlySet<Unit> = new Set<Unit>(["case", "person", "person-time", "CNY", "institution"]);

/** Units of which a printed figure can be of either. */
const kin: readonly (readonly Unit[])[] = [
  ["person", "person-time"],
  ["time", "event"],
];

/** Reports indicators that no figure can be of. */
export function checkReach(source: PackSource, indicators: readonly IndicatorFile[]): void {
  indicators.forEach((indicator, index) => {
    const { id, unit, verbs = [], stems = [], nouns = [], phrases = [], not = [], parts = [] } = indicator;
    const deeds = [...verbs, ...stems];
    if (deeds.length + phrases.length === 0) {
      source.report([index, "id"], {
        rule: "no-words",
        message: `wordless indicator: ${id}`,
        hint:
          nouns.length > 0
            ? "nouns alone are not enough: give it verbs, or phrases that need none (事故起数)"
            : "give it verbs and nouns, or phrases, or no text will ever match it",
      });
      return;
    }
    if (phrases.length === 0 && nouns.length === 0 && !decisive.has(unit)) {
      source.reportKey([index, "verbs"], {
        rule: "no-words",
        message: `indicator that no word leads to: ${id}`,
        hint: `a figure in ${unit} does not tell what is counted: give it nouns beside its verbs, or phrases`,
      });
    }
    for (const field of ["verbs", "nouns", "phrases"] as const) {
      (indicator[field] ?? []).forEach((word, place) => {
        const rival = not.find((other) => other === word || (word.indexOf(other) > 0 && other.length > 1));
        if (rival === undefined) return;
        source.report([index, field, place], {
          severity: rival === word ? "error" : "warning",
          rule: rival === word ? "contradiction" : "dead-word",
          message:
            rival === word ? `contradictory word of ${id}: ${word}` : `word that never counts: ${word} holds ${rival}`,
          hint: `${rival} is among not of ${id}: leave it out there, or ${word} here`,
        });
      });
    }
    parts.forEach((part, place) => {
      const longer = [...nouns, ...phrases].find((word) => word.startsWith(part) && word !== part);
      if (longer === undefined) return;
      source.report([index, "parts", place], {
        severity: "info",
        rule: "short-part",
        message: `part that is not seen: ${part} within ${longer}`,
        hint: `the longer word is read whole: leave ${longer} out where ${part} and the rest of it are words of their own`,
      });
    });
    for (const field of ["nouns", "phrases"] as const) {
      (indicator[field] ?? []).forEach((word, place) => {
        if ([...word].length > 1 || word === "案") return;
        source.report([index, field, place], {
          severity: "info",
          rule: "short-word",
          message: `word of one character: ${word}`,
          hint: "it could be part of any longer word and is read after a mark alone: write the words that have it",
        });
      });
    }
    stems.forEach((word, place) => {
      if ([...word].length === 1) return;
      source.report([index, "stems", place], {
        severity: "warning",
        rule: "dead-word",
        message: `stem of several characters: ${word}`,
        hint: "a stem is one character that takes 了, 出, 到 …; longer words are verbs",
      });
    });
  });
}

/** Reports words that lead to two indicators alike, so that the first of them takes every figure. */
export function checkRivals(source: PackSource, indicators: readonly IndicatorFile[]): void {
  indicators.forEach((indicator, index) => {
    const before = indicators.slice(0, index).filter((other) => isKin(indicator.unit, other.unit));
    (indicator.phrases ?? []).forEach((word, place) => {
      const rival = before.find((other) => other.phrases?.includes(word) === true && !areTold(indicator, other));
      if (rival === undefined) return;
      source.report([index, "phrases", place], {
        severity: "warning",
        rule: "shared-word",
        message: `shared word of ${rival.id} and ${indicator.id}: ${word}`,
        hint: `a figure beside it is of ${rival.id}; leave it with one of them`,
      });
    });
    const { verbs = [], nouns = [], phrases = [] } = indicator;
    for (const other of before) {
      if (phrases.length > 0 || areTold(indicator, other)) continue;
      const isShadowed =
        verbs.length > 0 &&
        verbs.every((word) => other.verbs?.includes(word)) &&
        nouns.every((word) => other.nouns?.includes(word));
      if (!isShadowed) continue;
      source.report([index, "id"], {
        severity: "warning",
        rule: "shared-word",
        message: `overshadowed indicator: all words of ${indicator.id} are words of ${other.id}`,
        hint: `give it a word of its own, or ${other.id} a word of not`,
      });
    }
  });
}

function isKin(unit: Unit, other: Unit): boolean {
  return unit === other || kin.some((units) => units.includes(unit) && units.includes(other));
}

/** Tells whether something else than words parts two indicators: one is of action abroad, or words rule one of them out. */
function areTold(indicator: IndicatorFile, other: IndicatorFile): boolean {
  if (indicator.abroad !== other.abroad && (indicator.abroad === "always" || other.abroad === "always")) return true;
  const words = [...(indicator.verbs ?? []), ...(indicator.nouns ?? []), ...(indicator.phrases ?? [])];
  return other.not?.some((word) => words.includes(word)) === true;
}
