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
  if (isOfIt) countUnits(text, 1);
  nextLine();
  pairsSeen.fill(0);
  let sum = 0;
  let before = 0;
  // The first characters of a long paragraph tell enough.
  for (let i = 0; i < text.length && i < longest; i++) {
    const unit = text.charCodeAt(i);
    if (unit < first || unit > last) {
      before = 0;
      continue;
    }
    const at = unit - first;
    const share = shareOf(unit);
    if (seen[at] !== line) {
      seen[at] = line;
      const shared = article.of(unit) > (isOfIt ? (occurring[at] as number) : 0);
      sum += told(shared, length * share, ofLetter);
    }
    if (before !== 0 && isNewPair(before, unit)) {
      const shared = article.grams.pair(before, unit) > own;
      sum += pairWeight * told(shared, length * together * shareOf(before) * share, ofPair);
    }
    before = unit;
  }
  if (isOfIt) countUnits(text, -1);
  return sum;
}

/** How often each Han character stands in the line at hand. */
const occurring = new Int32Array(0xa000 - 0x4e00);
/** The number of the last line that each Han character stood in, and of the line at hand. */
const seen = new Uint32Array(occurring.length);
let line = 0;

/** The next line's number; long before they run out, those of all lines are forgotten. */
function nextLine(): number {
  if (line >= 0xffff_fff0) {
    seen.fill(0);
    line = 0;
  }
  return ++line;
}

/** The pairs of the line at hand, each at its place or behind it; 0 where there is none. */
const pairsSeen = new Uint32Array(1024);

function countUnits(text: string, by: number): void {
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) - first;
    if (at >= 0 && at < occurring.length) occurring[at] = (occurring[at] as number) + by;
  }
}

function isNewPair(a: number, b: number): boolean {
  const pair = ((a << 16) | b) >>> 0;
  let slot = Math.imul(pair, 0x9e3779b1) >>> 22;
  for (; pairsSeen[slot] !== 0; slot = (slot + 1) & 1023) if (pairsSeen[slot] === pair) return false;
  pairsSeen[slot] = pair;
  return true;
}

/** How firmly a line hangs on a paragraph by its characters alone: what a heading has of what stands under it. */
export function threadTo(text: string, paragraph: string): number {
  const standing = nextLine();
  for (let i = 0; i < paragraph.length; i++) {
    const at = paragraph.charCodeAt(i) - first;
    if (at >= 0 && at < seen.length) seen[at] = standing;
  }
  // What the line has bears the next number.
  line++;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const mark = seen[unit - first];
    if (mark === undefined || mark > standing) continue;
    seen[unit - first] = standing + 1;
    sum += told(mark === standing, paragraph.length * shareOf(unit), ofHeading);
  }
  return sum;
}

/** The characters of an article's own lines: how often each Han character stands in them, hashed by its code unit. */
export class Letters {
  readonly grams: NGrams;
  readonly #units: Uint16Array;
  readonly #counts: Uint16Array;
  readonly #mask: number;
  #length = 0;

  /** Counts the characters of some lines, whose pairs are counted already. */
  constructor(views: readonly View[], grams: NGrams) {
    this.grams = grams;
    let units = 0;
    for (const { line: of } of views) units += of.text.length;
    const slots = 2 ** Math.ceil(Math.log2(2 * Math.min(units, last - first + 1) + 1));
    this.#units = new Uint16Array(slots);
    this.#counts = new Uint16Array(slots);
    this.#mask = slots - 1;
    for (const { line: of } of views) this.#add(of.text);
  }

  /** How many there are. */
  get length(): number {
    return this.#length;
  }

  /** How often a character stands there. */
  of(unit: number): number {
    return this.#counts[this.#slot(unit)] ?? 0;
  }

  #add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < first || unit > last) continue;
      this.#length++;
      const slot = this.#slot(unit);
      const count = this.#counts[slot] ?? 0;
      this.#units[slot] = unit;
      if (count < 65_535) this.#counts[slot] = count + 1;
    }
  }

  #slot(unit: number): number {
    let slot = (Math.imul(unit, 0x9e3779b1) >>> 15) & this.#mask;
    while (this.#counts[slot] !== 0 && this.#units[slot] !== unit) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

const first = 0x4e00;
const last = 0x9fff;
const longest = 400;
/** How much likelier two characters stand side by side than chance has it. */
const together = 6;
/** Pairs and their characters say the same in part. */
const pairWeight = 0.6;

/** How much likelier its own lines make it that an article has something, and what that tells of the rarest and the commonest. */
interface Part {
  readonly part: number;
  /** What it tells to lack something: as much, however common that is. */
  readonly lacking: number;
  readonly rarest: number;
  readonly commonest: number;
}

function partOf(part: number): Part {
  return {
    part,
    lacking: Math.log(1 - part),
    rarest: oddsOf(leastChance, part),
    commonest: oddsOf(mostChance, part),
  };
}

/**
 * What it tells that an article has something, or has it not, that any text of its length has so often by chance.
 * Most of what a line has is so rare or so common that the chance need not be counted.
 */
function told(shared: boolean, expected: number, { part, lacking, rarest, commonest }: Part): number {
  if (!shared) return lacking;
  if (expected < leastChance) return rarest;
  // 1 - exp(-5.3) is more than the most.
  if (expected > 5.3) return commonest;
  return oddsOf(Math.min(mostChance, Math.max(leastChance, 1 - Math.exp(-expected))), part);
}

/** What it tells to share what `any` text of the length has with such a chance. */
function oddsOf(any: number, part: number): number {
  return Math.log((any + (1 - any) * part) / any);
}

const leastChance = 0.002;
const mostChance = 0.995;
const ofLetter = partOf(0.2);
const ofPair = partOf(0.1);
const ofHeading = partOf(0.15);

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
