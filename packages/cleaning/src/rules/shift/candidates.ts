import { charactersBy, isPrivateLead, isPrivatePair } from "../../gbk/gbk-halves.ts";
import { codeOf, gbkTable } from "../../gbk/gbk-table.ts";
import type { Choice } from "../../language/choice.ts";
import { type LanguageModel, type Reading, nothingRead } from "../../language/language-model.ts";

/** What a character may cost alone, in bits, that a page need not have elsewhere. */
const rarest = 19;
/** The same where nothing is known of it but that it has a private-use pair after it. */
const commonBits = 14;
/** How many characters are looked at after another, where both are half known. */
const mostFollowers = 24;
const mostMiddles = 24;

/** The likeliest characters after another, with what they cost, in bits, whatever stands before the two. */
export interface Followers {
  readonly choice: Choice;
  /** Where in the choice they are, the likeliest first. */
  readonly order: Uint16Array;
  /** Ascending. */
  readonly least: Float64Array;
}

/** One of the followers. */
export function followerAt({ choice, order }: Followers, k: number): string {
  return choice.characters[order[k] as number] as string;
}

/** The characters that a page may have, by the bytes that are known of them. */
export class Candidates {
  readonly #model: LanguageModel;
  readonly #known = new Map<number, Choice>();
  #between: Choice | null = null;
  readonly #middles = new Map<string, Followers>();
  readonly #followers = new Map<string, Followers>();
  /** What was read where a line begins with a character, as long as the page has taught no more. */
  readonly #readings = new Map<string, Reading>();
  #learnt = 0;
  /** Where in a choice those stand that make a private pair with a byte before them, by that byte. */
  readonly #paired = new Map<Choice, Map<number, Uint16Array>>();

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  /** Those with a first byte before one that is no ASCII. */
  high(lead: number): Choice {
    return this.#by(lead + 512, () => charactersBy("lead", lead).filter((one) => (codeOf(one) & 255) >= 0x80));
  }

  /** Those with a first byte. */
  lead(lead: number): Choice {
    return this.#by(lead + 256, () => charactersBy("lead", lead));
  }

  /** Those with a second byte. */
  trail(trail: number): Choice {
    return this.#by(trail, () => charactersBy("trail", trail));
  }

  /** Those with a first byte before one that begins private-use characters. */
  beforePrivate(lead: number): Choice {
    return this.#by(lead + 768, () => charactersBy("lead", lead).filter((one) => isPrivateLead(codeOf(one) & 255)));
  }

  /** All those whose second byte begins private-use characters. */
  anyBeforePrivate(): Choice {
    return this.#by(
      0,
      () => {
        const all: string[] = [];
        for (let trail = 0x81; trail <= 0xfe; trail++)
          if (isPrivateLead(trail)) all.push(...charactersBy("trail", trail));
        return all;
      },
      commonBits,
    );
  }

  /** The likeliest characters after another where the pairs before and after them were dropped: 費 of 會消費品. */
  middles(one: string): Followers {
    let found = this.#middles.get(one);
    if (found === undefined) {
      found = this.#likeliest(one, this.#common(), mostMiddles);
      this.#middles.set(one, found);
    }
    return found;
  }

  /** The likeliest characters with a second byte after another, where the pair between the two was dropped. */
  followers(one: string, trail: number): Followers {
    const key = one + String.fromCharCode(trail);
    let found = this.#followers.get(key);
    if (found === undefined) {
      found = this.#likeliest(one, this.trail(trail), mostFollowers);
      this.#followers.set(key, found);
    }
    return found;
  }

  /** Those of some characters that are likeliest after another, where the pair between the two is a private one. */
  #likeliest(one: string, among: Choice, most: number): Followers {
    const order = this.#pairedWith(codeOf(one) & 255, among);
    const after = this.#readingOf(one);
    const bits = this.#model.weighThese(after, among, order, order.length);
    // As few as are wanted are put in order one by one.
    const sorted = new Uint16Array(Math.min(most, order.length));
    const least = new Float64Array(sorted.length).fill(Infinity);
    for (let i = 0, count = 0; i < order.length; i++) {
      const own = (bits[i] as number) - after.bits;
      if (count === most && own >= (least[most - 1] as number)) continue;
      let at = count < most ? count++ : most - 1;
      for (; at > 0 && (least[at - 1] as number) > own; at--) {
        least[at] = least[at - 1] as number;
        sorted[at] = sorted[at - 1] as number;
      }
      least[at] = own;
      sorted[at] = order[i] as number;
    }
    return { choice: among, order: sorted, least };
  }

  /** Where in a choice those stand that make a private pair with a byte before them. */
  #pairedWith(half: number, among: Choice): Uint16Array {
    let byHalf = this.#paired.get(among);
    if (byHalf === undefined) this.#paired.set(among, (byHalf = new Map()));
    let places = byHalf.get(half);
    if (places === undefined) {
      const { codes } = gbkTable();
      places = among.all.filter((k) =>
        isPrivatePair(half * 256 + ((codes[(among.characters[k] as string).charCodeAt(0)] as number) >> 8)),
      );
      byHalf.set(half, places);
    }
    return places;
  }

  /** A character where a line begins, read. */
  #readingOf(one: string): Reading {
    if (this.#learnt !== this.#model.size) this.#readings.clear();
    this.#learnt = this.#model.size;
    let reading = this.#readings.get(one);
    if (reading === undefined) this.#readings.set(one, (reading = this.#model.next(nothingRead, one)));
    return reading;
  }

  /** Those of the commonest that may stand between two dropped pairs, figures and the comma with them. */
  #common(): Choice {
    this.#between ??= this.#model.choiceOf([...new Set([..."，二三六十", ...this.anyBeforePrivate().characters])]);
    return this.#between;
  }

  #by(key: number, all: () => readonly string[], most = rarest): Choice {
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#model.choiceOf(all().filter((one) => this.#model.stands(one) || this.#model.alone(one) <= most));
      this.#known.set(key, found);
    }
    return found;
  }
}
