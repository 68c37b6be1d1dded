import { charactersBy, isPrivate, isPrivateLead } from "../../gbk/gbk-halves.ts";
import { codeOf, gbkTable } from "../../gbk/gbk-table.ts";
import { type LanguageModel, nothingRead } from "../../language/language-model.ts";

/** What a character may cost alone, in bits, that a page need not have elsewhere. */
const rarest = 19;
/** The same where nothing is known of it but that it has a private-use pair after it. */
const commonBits = 14;
/** How many characters are looked at after another, where both are half known. */
const mostFollowers = 24;
const mostMiddles = 24;

/** A character with what it costs after another, in bits, whatever stands before the two. */
export interface Follower {
  readonly two: string;
  readonly bits: number;
}

/** The characters that a page may have, by the bytes that are known of them. */
export class Candidates {
  readonly #model: LanguageModel;
  readonly #known = new Map<number, readonly string[]>();
  #between: readonly string[] | null = null;
  readonly #middles = new Map<string, readonly Follower[]>();
  readonly #followers = new Map<string, readonly Follower[]>();

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  /** Those with a first byte before one that is no ASCII. */
  high(lead: number): readonly string[] {
    return this.#by(lead + 512, () => charactersBy("lead", lead).filter((one) => (codeOf(one) & 255) >= 0x80));
  }

  /** Those with a first byte. */
  lead(lead: number): readonly string[] {
    return this.#by(lead + 256, () => charactersBy("lead", lead));
  }

  /** Those with a second byte. */
  trail(trail: number): readonly string[] {
    return this.#by(trail, () => charactersBy("trail", trail));
  }

  /** Those with a first byte before one that begins private-use characters. */
  beforePrivate(lead: number): readonly string[] {
    return this.#by(lead + 768, () => charactersBy("lead", lead).filter((one) => isPrivateLead(codeOf(one) & 255)));
  }

  /** All those whose second byte begins private-use characters. */
  anyBeforePrivate(): readonly string[] {
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
  middles(one: string): readonly Follower[] {
    let found = this.#middles.get(one);
    if (found === undefined) {
      const half = (codeOf(one) & 255) * 256;
      const { characters } = gbkTable();
      found = this.#likeliest(
        one,
        this.#common().filter((two) => isPrivate(characters[half + (codeOf(two) >> 8)] ?? "")),
        mostMiddles,
      );
      this.#middles.set(one, found);
    }
    return found;
  }

  /** The likeliest characters with a second byte after another, where the pair between the two was dropped. */
  followers(one: string, trail: number): readonly Follower[] {
    const key = one + String.fromCharCode(trail);
    let found = this.#followers.get(key);
    if (found === undefined) {
      const half = (codeOf(one) & 255) * 256;
      const { characters } = gbkTable();
      found = this.#likeliest(
        one,
        this.trail(trail).filter((two) => isPrivate(characters[half + (codeOf(two) >> 8)] ?? "")),
        mostFollowers,
      );
      this.#followers.set(key, found);
    }
    return found;
  }

  /** Those of some characters that are likeliest after another. */
  #likeliest(one: string, among: readonly string[], most: number): readonly Follower[] {
    const after = this.#model.next(nothingRead, one);
    return among
      .map((two) => ({ two, bits: this.#model.bitsAfter(after, two) - after.bits }))
      .sort((a, b) => a.bits - b.bits)
      .slice(0, most);
  }

  /** Those of the commonest that may stand between two dropped pairs, figures and the comma with them. */
  #common(): readonly string[] {
    this.#between ??= [...new Set([..."，二三六十", ...this.anyBeforePrivate()])];
    return this.#between;
  }

  #by(key: number, all: () => readonly string[], most = rarest): readonly string[] {
    let found = this.#known.get(key);
    if (found === undefined) {
      found = all().filter((one) => this.#model.stands(one) || this.#model.alone(one) <= most);
      this.#known.set(key, found);
    }
    return found;
  }
}
