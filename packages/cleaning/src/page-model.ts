import { Tally } from "./tally.ts";
import { numberLimit } from "./word-model.ts";

/** The last characters that were read, by numbers, and how much of what a page has after them is known. */
export interface PageContext {
  /** The last one, two and three characters as one number; 0 where there are not so many. */
  readonly keys: readonly number[];
  /** How often the page has each of them, and how many kinds of characters it has after each. */
  readonly many: readonly number[];
  readonly kinds: readonly number[];
}

/**
 * How often the page must have one, two or three characters before what it has after them counts half: for each
 * kind of what it has there, and at all.
 */
const doubt = { kinds: [5.6, 5, 2], any: [0.5, 0.3, 0.1] } as const;
/** How much of a character's chance is how often the page has it, where the page is long. */
const single = { share: 0.22, doubt: 210 };

/** Which characters follow each other in a page: it explains its own words. Characters go by numbers from 1. */
export class PageModel {
  readonly #singles = new Int32Array(65_536);
  /** How often two to four characters stand together, how often one to three are followed, and by how many kinds. */
  readonly #together = new Tally();
  readonly #many = new Tally();
  readonly #kinds = new Tally();
  #total = 0;

  /** How many characters it has learnt from. */
  get size(): number {
    return this.#total;
  }

  /** How often it has a character, by folded code unit. */
  countOf(unit: number): number {
    return this.#singles[unit] as number;
  }

  /** Tells whether it has two characters side by side. */
  hasPair(first: number, second: number): boolean {
    return this.#together.of(first * numberLimit + second) > 0;
  }

  /** Takes in that a character stands after three others; 0 is none, or no part of a word. */
  learn(a: number, b: number, c: number, d: number, unit: number): void {
    this.#total++;
    this.#singles[unit] = this.countOf(unit) + 1;
    if (d === 0) return;
    for (const key of keysOf(a, b, c)) {
      this.#many.add(key);
      if (this.#together.add(key * numberLimit + d) === 1) this.#kinds.add(key);
    }
  }

  /** What it knows of what follows three characters. */
  contextOf(a: number, b: number, c: number): PageContext {
    const keys = keysOf(a, b, c).filter((key) => this.#many.of(key) > 0);
    return {
      keys,
      many: keys.map((key) => this.#many.of(key)),
      kinds: keys.map((key) => this.#kinds.of(key)),
    };
  }

  /** How likely a character is in this page, given how likely it is in any. */
  chanceOf({ keys, many, kinds }: PageContext, number: number, unit: number, chance: number): number {
    const share = (single.share * this.#total) / (this.#total + single.doubt);
    let result = share === 0 ? chance : (1 - share) * chance + (share * this.countOf(unit)) / this.#total;
    for (let i = 0; i < keys.length; i++) {
      const here = number === 0 ? 0 : this.#together.of((keys[i] as number) * numberLimit + number);
      const weight = (doubt.kinds[i] as number) * (kinds[i] as number) + (doubt.any[i] as number);
      result = (here + weight * result) / ((many[i] as number) + weight);
    }
    return result;
  }
}

function keysOf(a: number, b: number, c: number): number[] {
  if (c === 0) return [];
  if (b === 0) return [c];
  const two = b * numberLimit + c;
  return a === 0 ? [c, two] : [c, two, a * numberLimit * numberLimit + two];
}
