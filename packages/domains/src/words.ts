import { type Unit, nearest, unitLabels } from "@jianbao/model";

/** Tells whether a text is a unit of the model. */
export function isUnit(text: string): text is Unit {
  return Object.hasOwn(unitLabels, text);
}

/** Writes a remedy for a word that is none of the known: the nearest one, or all of them. */
export function remedyFor(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `use one of ${known.join(", ")}` : `did you mean ${near}?`;
}
