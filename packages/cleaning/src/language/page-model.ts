import { Tally } from "./tally.ts";
import { numberLimit } from "./word-model.ts";

/** How much of what a page has after the last characters that were read is known. */
export interface PageContext {
  /** How many of the last characters the page has with another after them: none to three. */
  readonly known: number;
  /** The last one, two and three characters as one number each. */
  readonly one: number;
  readonly two: number;
  readonly three: number;
  /** How often the page has each of them, and by how much more what they are too few to tell counts. */
  readonly manyOne: number;
  readonly manyTwo: number;
  readonly manyThree: number;
  readonly weightOne: number;
  readonly weightTwo: number;
  readonly weightThree: number;
}

/** Nothing is known where a page has none of the characters with another after them. */
const unknown: PageContext = {
  known: 0,
  one: 0,
  two: 0,
  three: 0,
  manyOne: 0,
  manyTwo: 0,
  manyThree: 0,
  weightOne: 0,
  weightTwo: 0,
  weightThree: 0,
};

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
  readonly #together: Tally;
  readonly #many: Tally;
  readonly #kinds: Tally;
  #total = 0;

  /** Makes room for what a page of so many characters has. */
  constructor(length: number) {
    this.#together = new Tally(length * 3);
    this.#many = new Tally(length * 3);
    this.#kinds = new Tally(length * 3);
  }

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
    if (c === 0) return;
    this.#follows(c, d);
    if (b === 0) return;
    const two = b * numberLimit + c;
    this.#follows(two, d);
    if (a !== 0) this.#follows(a * numberLimit * numberLimit + two, d);
  }

  #follows(key: number, d: number): void {
    this.#many.add(key);
    if (this.#together.add(key * numberLimit + d) === 1) this.#kinds.add(key);
  }

  /** What it knows of what follows three characters; where it has not one, it has not two. */
  contextOf(a: number, b: number, c: number): PageContext {
    const manyOne = c === 0 ? 0 : this.#many.of(c);
    if (manyOne === 0) return unknown;
    const two = b * numberLimit + c;
    const manyTwo = b === 0 ? 0 : this.#many.of(two);
    const three = a * numberLimit * numberLimit + two;
    const manyThree = a === 0 || manyTwo === 0 ? 0 : this.#many.of(three);
    return {
      known: manyTwo === 0 ? 1 : manyThree === 0 ? 2 : 3,
      one: c,
      two,
      three,
      manyOne,
      manyTwo,
      manyThree,
      weightOne: doubt.kinds[0] * this.#kinds.of(c) + doubt.any[0],
      weightTwo: manyTwo === 0 ? 0 : doubt.kinds[1] * this.#kinds.of(two) + doubt.any[1],
      weightThree: manyThree === 0 ? 0 : doubt.kinds[2] * this.#kinds.of(three) + doubt.any[2],
    };
  }

  /** How likely a character is in this page, given how likely it is in any. */
  chanceOf(context: PageContext, number: number, unit: number, chance: number): number {
    const share = (single.share * this.#total) / (this.#total + single.doubt);
    let result = share === 0 ? chance : (1 - share) * chance + (share * this.countOf(unit)) / this.#total;
    const { known } = context;
    if (known === 0) return result;
    let here = this.#after(context.one, number);
    result = (here + context.weightOne * result) / (context.manyOne + context.weightOne);
    if (known === 1) return result;
    // Where two do not follow each other, no more of them do.
    here = here === 0 ? 0 : this.#after(context.two, number);
    result = (here + context.weightTwo * result) / (context.manyTwo + context.weightTwo);
    if (known === 2) return result;
    here = here === 0 ? 0 : this.#after(context.three, number);
    return (here + context.weightThree * result) / (context.manyThree + context.weightThree);
  }

  #after(key: number, number: number): number {
    return number === 0 ? 0 : this.#together.of(key * numberLimit + number);
  }
}
