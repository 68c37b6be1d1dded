import { frequent } from "../../data/frequent.ts";
import type { NGrams } from "../lines/ngrams.ts";
import type { View } from "./view.ts";

/**
 * How firmly a line hangs on the article's thread: log odds that its characters and pairs are the article's own
 * rather than any text's. A rare character that both have tells much, a common one that both have nothing; what an
 * article of this length should have of a common character and has not tells against the line.
 */
export function threadOf({ line: { text } }: View, article: Letters, isOfIt: boolean): number {
  const own = isOfIt ? 1 : 0;
  const length = Math.max(1, article.length - (isOfIt ? text.length : 0));
  const seen = new Set<number>();
  let sum = 0;
  let before = 0;
  // The first characters of a long paragraph tell enough.
  for (let i = 0; i < text.length && i < longest; i++) {
    const unit = text.charCodeAt(i);
    if (unit < first || unit > last) {
      before = 0;
      continue;
    }
    if (!seen.has(unit)) {
      seen.add(unit);
      const count = article.counts[unit - first] ?? 0;
      const shared = count > (own === 0 ? 0 : occurrences(text, unit));
      sum += told(shared, 1 - Math.exp(-length * shareOf(unit)), 0.2);
    }
    const pair = before * 65_536 + unit;
    if (before !== 0 && !seen.has(pair)) {
      seen.add(pair);
      const shared = article.grams.pair(before, unit) > own;
      sum += pairWeight * told(shared, 1 - Math.exp(-length * together * shareOf(before) * shareOf(unit)), 0.1);
    }
    before = unit;
  }
  return sum;
}

/** How firmly a line hangs on a paragraph by its characters alone: what a heading has of what stands under it. */
export function threadTo(text: string, paragraph: string): number {
  let sum = 0;
  for (const character of new Set(text)) {
    const unit = character.charCodeAt(0);
    if (unit < first || unit > last) continue;
    sum += told(paragraph.includes(character), 1 - Math.exp(-paragraph.length * shareOf(unit)), 0.15);
  }
  return sum;
}

/** The characters of an article's own lines. */
export interface Letters {
  readonly grams: NGrams;
  /** How often each Han character occurs, from U+4E00 on. */
  readonly counts: Uint16Array;
  /** How many there are. */
  readonly length: number;
}

/** Counts the characters of some lines, whose pairs are counted already. */
export function lettersOf(views: readonly View[], grams: NGrams): Letters {
  const counts = new Uint16Array(last - first + 1);
  let length = 0;
  for (const { line } of views) {
    for (let i = 0; i < line.text.length; i++) {
      const at = line.text.charCodeAt(i) - first;
      const count = counts[at];
      if (count === undefined) continue;
      length++;
      if (count < 65_535) counts[at] = count + 1;
    }
  }
  return { grams, counts, length };
}

const first = 0x4e00;
const last = 0x9fff;
const longest = 400;
/** How much likelier two characters stand side by side than chance has it. */
const together = 6;
/** Pairs and their characters say the same in part. */
const pairWeight = 0.6;

/** What it tells that an article has something, or has it not, that any text of its length has by chance, and its own lines by a part more. */
function told(shared: boolean, chance: number, part: number): number {
  const any = Math.min(0.995, Math.max(0.002, chance));
  const own = any + (1 - any) * part;
  return shared ? Math.log(own / any) : Math.log((1 - own) / (1 - any));
}

/** The share of a character in Chinese texts, by its rank: 的 is every 25th, the 100th character every 800th. */
function shareOf(unit: number): number {
  return shares()[unit - first] ?? rare;
}

const rare = 0.00008;
let table: Float32Array | undefined;

function shares(): Float32Array {
  if (table !== undefined) return table;
  table = new Float32Array(last - first + 1).fill(rare);
  for (let rank = 0; rank < frequent.length; rank++)
    table[frequent.charCodeAt(rank) - first] = 0.16 / (rank + 36) / (1 + rank / 900);
  return table;
}

function occurrences(text: string, unit: number): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === unit) count++;
  return count;
}
