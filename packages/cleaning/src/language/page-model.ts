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
  /** What follows one character, two and three. */
  readonly #one: Followers;
  readonly #two: Followers;
  readonly #three: Followers;
  #total = 0;

  /** Makes room for what a page of so many characters has. */
  constructor(length: number) {
    this.#one = new Followers(length);
    this.#two = new Followers(length);
    this.#three = new Followers(length);
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
    return this.#one.of(first, second) > 0;
  }

  /** Takes in that a character stands after three others; 0 is none, or no part of a word. */
  learn(a: number, b: number, c: number, d: number, unit: number): void {
    this.#total++;
    this.#singles[unit] = this.countOf(unit) + 1;
    if (d === 0) return;
    if (c === 0) return;
    this.#one.add(c, d);
    if (b === 0) return;
    const two = b * numberLimit + c;
    this.#two.add(two, d);
    if (a !== 0) this.#three.add(a * numberLimit * numberLimit + two, d);
  }

  /** What it knows of what follows three characters; where it has not one, it has not two. */
  contextOf(a: number, b: number, c: number): PageContext {
    const manyOne = c === 0 ? 0 : this.#one.many(c);
    if (manyOne === 0) return unknown;
    const two = b * numberLimit + c;
    const manyTwo = b === 0 ? 0 : this.#two.many(two);
    const three = a * numberLimit * numberLimit + two;
    const manyThree = a === 0 || manyTwo === 0 ? 0 : this.#three.many(three);
    return {
      known: manyTwo === 0 ? 1 : manyThree === 0 ? 2 : 3,
      one: c,
      two,
      three,
      manyOne,
      manyTwo,
      manyThree,
      weightOne: doubt.kinds[0] * this.#one.kinds(c) + doubt.any[0],
      weightTwo: manyTwo === 0 ? 0 : doubt.kinds[1] * this.#two.kinds(two) + doubt.any[1],
      weightThree: manyThree === 0 ? 0 : doubt.kinds[2] * this.#three.kinds(three) + doubt.any[2],
    };
  }

  /** How likely a character is in this page, given how likely it is in any. */
  chanceOf(context: PageContext, number: number, unit: number, chance: number): number {
    const share = (single.share * this.#total) / (this.#total + single.doubt);
    let result = share === 0 ? chance : (1 - share) * chance + (share * this.countOf(unit)) / this.#total;
    const { known } = context;
    if (known === 0) return result;
    let here = this.#one.of(context.one, number);
    result = (here + context.weightOne * result) / (context.manyOne + context.weightOne);
    if (known === 1) return result;
    // Where two do not follow each other, no more of them do.
    here = here === 0 ? 0 : this.#two.of(context.two, number);
    result = (here + context.weightTwo * result) / (context.manyTwo + context.weightTwo);
    if (known === 2) return result;
    here = here === 0 ? 0 : this.#three.of(context.three, number);
    return (here + context.weightThree * result) / (context.manyThree + context.weightThree);
  }
}

/** What follows the last characters, which are one number: as many tables, so that those of one character stay small. */
class Followers {
  /** How often each character stands after them. */
  readonly #together: Tally;
  /** How often they are followed, and by how many kinds. */
  readonly #many: Tally;
  readonly #kinds: Tally;

  constructor(length: number) {
    this.#together = new Tally(length);
    this.#many = new Tally(length);
    this.#kinds = new Tally(length);
  }

  add(key: number, character: number): void {
    this.#many.add(key);
    if (this.#together.add(key * numberLimit + character) === 1) this.#kinds.add(key);
  }

  of(key: number, character: number): number {
    return character === 0 ? 0 : this.#together.of(key * numberLimit + character);
  }

  many(key: number): number {
    return this.#many.of(key);
  }

  kinds(key: number): number {
    return this.#kinds.of(key);
  }
}
