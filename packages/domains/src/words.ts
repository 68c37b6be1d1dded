import { type Unit, unitLabels } from "@jianbao/model";

/** Tells whether a text is a unit of the model. */
export function isUnit(text: string): text is Unit {
  return Object.hasOwn(unitLabels, text);
}

/** Writes a remedy for a word that is none of the known: the nearest one, or all of them. */
export function nearest(word: string, known: readonly string[]): string {
  let best = "";
  let least = Infinity;
  for (const candidate of known) {
    const steps = distance(word, candidate);
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return least <= Math.max(1, word.length / 3) ? `did you mean ${best}?` : `use one of ${known.join(", ")}`;
}

/** Least number of insertions, deletions and replacements between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
