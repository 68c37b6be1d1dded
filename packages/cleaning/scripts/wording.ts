/** The fit of a line's wording: a weight for each character and pair, learnt from lines of pages and of articles. */
import { tokensOf, writtenOf } from "../src/article/foreign/wording.ts";

/** A line, and whether it is foreign; `group` is its kind or the text that it is of. */
export interface Worded {
  readonly text: string;
  readonly sought: boolean;
  readonly group: string;
}

/** So many kinds or texts must have a token for it to have a weight. */
const least = 4;
const firmness = 5e-4;
const rounds = 8;
const pace = 0.3;

/** Descends the logistic loss line by line, each token at a pace of its own. */
export function fitWording(lines: readonly Worded[]): Map<number, number> {
  const groups = new Map<number, Set<string>>();
  const tokens = lines.map(({ text }) => tokensOf(text));
  for (const [i, { group }] of lines.entries())
    for (const token of tokens[i] ?? []) {
      const seen = groups.get(token) ?? new Set();
      if (seen.size === 0) groups.set(token, seen);
      if (seen.size < least) seen.add(group);
    }
  const weights = new Map<number, number>();
  for (const [token, seen] of groups) if (seen.size >= least && writtenOf(token) !== null) weights.set(token, 0);
  const slopes = new Map<number, number>();
  const known = tokens.map((all) => [...all].filter((token) => weights.has(token)));
  let bias = 0;
  let biasSlope = 1;
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < lines.length; k++) {
      // Lines of one text stand together: they are taken in leaps.
      const i = (k * 7919 + round * 31) % lines.length;
      const all = known[i] ?? [];
      const norm = 1 / Math.sqrt(all.length + 1);
      let sum = bias;
      for (const token of all) sum += (weights.get(token) ?? 0) * norm;
      const miss = 1 / (1 + Math.exp(-sum)) - (lines[i]?.sought === true ? 1 : 0);
      biasSlope += miss * miss;
      bias -= (pace * miss) / Math.sqrt(biasSlope);
      for (const token of all) {
        const weight = weights.get(token) ?? 0;
        const slope = miss * norm + firmness * weight;
        const slopeSum = (slopes.get(token) ?? 0.1) + slope * slope;
        slopes.set(token, slopeSum);
        weights.set(token, weight - (pace * slope) / Math.sqrt(slopeSum));
      }
    }
  }
  return weights;
}

/** The table that src/article/foreign/wording.ts reads. */
export function tableOf(weights: ReadonlyMap<number, number>): string {
  const rows = new Map<string, string[]>();
  for (const [token, weight] of [...weights].sort(([a], [b]) => a - b)) {
    const rounded = weight.toFixed(1);
    const written = writtenOf(token);
    if (written !== null && Math.abs(weight) >= 0.15) rows.set(rounded, [...(rows.get(rounded) ?? []), written]);
  }
  return [...rows]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([weight, tokens]) => `${weight} ${tokens.join(" ")}`)
    .join("\n");
}
