/** What the scripts that fit weights share: texts to fit on, folds of groups and a logistic fit. */
import { readFileSync } from "node:fs";

/** A file of `test/unseen`, as far as it is fitted on. */
export interface UnseenFile {
  readonly source?: readonly string[];
  readonly articles: readonly { readonly paragraphs: readonly string[] }[];
}

/** The files that were written without seeing the program, of some sets. */
export function unseenFiles(sets: readonly string[]): UnseenFile[] {
  return sets.flatMap((name) => {
    const file = new URL(`../test/unseen/${name}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, "utf8")) as UnseenFile[];
  });
}

/** Their articles, a paragraph a line. */
export function unseen(sets: readonly string[] = ["a", "b", "c"]): string[] {
  return unseenFiles(sets).flatMap(({ articles }) => articles.map(({ paragraphs }) => paragraphs.join("\n")));
}

/** Which of so many folds a group belongs to: what is measured on one is fitted on the others. */
export function foldOf(group: string, folds: number): number {
  let sum = 7;
  for (const character of group) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % folds;
}

/** What is measured of a line, whether it is what is sought, and what is known of it besides (log odds). */
export interface Measured {
  readonly measured: readonly number[];
  readonly sought: boolean;
  readonly rest: number;
}

/** The log odds that weights give to a line. */
export function scoreOf({ rest, measured }: Measured, weights: readonly number[]): number {
  return rest + measured.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}

/** Gradient descent on the logistic loss, held to the weights at the start; what is not sought counts `otherWeight`. */
export function fit(
  samples: readonly Measured[],
  start: readonly number[],
  { otherWeight, firmness, steps }: { otherWeight: number; firmness: number; steps: number },
): number[] {
  const weights = [...start];
  const speed = start.map(() => 1e-3);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, i) => firmness * (weight - (start[i] ?? 0)));
    for (const sample of samples) {
      const chance = 1 / (1 + Math.exp(-scoreOf(sample, weights)));
      const miss = sample.sought ? chance - 1 : chance * otherWeight;
      for (const [i, value] of sample.measured.entries()) slope[i] = (slope[i] ?? 0) + miss * value;
    }
    for (const [i, down] of slope.entries()) {
      speed[i] = (speed[i] ?? 0) + down * down;
      weights[i] = (weights[i] ?? 0) - (0.3 * down) / Math.sqrt(speed[i] ?? 1);
    }
  }
  return weights;
}
