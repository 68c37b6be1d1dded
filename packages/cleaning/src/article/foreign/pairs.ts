import { frequent } from "../../data/frequent.ts";

const letter = /\p{Script=Han}/u;

/** How firmly a short text hangs on others by its pairs of characters: the share of them that these have, 0 to 1. */
export function sharedPairs(text: string, others: readonly string[]): number {
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    if (letter.test(pair.charAt(0)) && letter.test(pair.charAt(1))) pairs.add(pair);
  }
  let shared = 0;
  for (const pair of pairs) if (others.some((other) => other.includes(pair))) shared++;
  return pairs.size === 0 ? 0 : shared / pairs.size;
}

/** So many characters are of any text. */
const commonest: ReadonlySet<string> = new Set(frequent.slice(0, 250));

/** The pairs of a text that others have as well, and that few texts have: one of the two characters is none of the commonest. */
export function rarePairs(text: string, others: readonly string[]): number {
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++) {
    const [a, b] = [text.charAt(i - 1), text.charAt(i)];
    if (letter.test(a) && letter.test(b) && !(commonest.has(a) && commonest.has(b))) pairs.add(a + b);
  }
  let shared = 0;
  for (const pair of pairs) if (others.some((other) => other.includes(pair))) shared++;
  return shared;
}
