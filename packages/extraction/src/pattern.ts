import { type Needs, needsOf, weightOf } from "./pattern-needs.ts";

/**
 * A pattern that is tried only where it can match.
 *
 * Of the hundred patterns that each figure's clause and sentence are asked for, hardly one matches, and most cannot: no 计划
 * stands there, no 假如. What a pattern needs is read from the pattern itself (`needsOf`), and where all the words that
 * patterns need stand in a text is found in one pass over it (`marksOf`), which all patterns share.
 *
 * Laws: `p.test(words) = p.pattern.test(words)`, `p.in(text, start, end) = p.pattern.test(text.slice(start, end))`, and so
 * for `match`, `matchIn` and `allIn`.
 */
export class Pattern {
  /** Without the flags g and y. */
  readonly pattern: RegExp;
  #guard: Guard | undefined;
  #all: RegExp | undefined;

  constructor(pattern: RegExp) {
    if (pattern.global || pattern.sticky) throw new TypeError(`a pattern is searched once: ${pattern}`);
    this.pattern = pattern;
    patterns.push(this);
  }

  /** What the pattern needs, read when it is first asked for. */
  get guard(): Guard {
    return (this.#guard ??= new Guard(needsOf(this.pattern)));
  }

  test(words: string): boolean {
    return this.guard.letsEnds(words, 0, words.length) && this.pattern.test(words);
  }

  match(words: string): RegExpExecArray | null {
    return this.guard.letsEnds(words, 0, words.length) ? this.pattern.exec(words) : null;
  }

  /** Tells whether it matches a piece of a text that is asked about again and again. */
  in(text: string, start: number, end: number): boolean {
    return this.#lets(text, start, end) && this.pattern.test(text.slice(start, end));
  }

  matchIn(text: string, start: number, end: number): RegExpExecArray | null {
    return this.#lets(text, start, end) ? this.pattern.exec(text.slice(start, end)) : null;
  }

  /** Where in a piece of a text its last match starts, from the start of the piece; −1 where it has none. */
  lastIn(text: string, start: number, end: number): number {
    return this.allIn(text, start, end).at(-1)?.index ?? -1;
  }

  /** All its matches in a piece of a text, with places from the start of the piece. */
  allIn(text: string, start: number, end: number): readonly RegExpExecArray[] {
    if (!this.#lets(text, start, end)) return nothing;
    const all = (this.#all ??= new RegExp(this.pattern, `${this.pattern.flags}g`));
    const words = text.slice(start, end);
    const matches: RegExpExecArray[] = [];
    all.lastIndex = 0;
    for (let match = all.exec(words); match !== null; match = all.exec(words)) {
      matches.push(match);
      // Not into the middle of a character beyond the plane: from there a pattern goes back.
      if (match[0] === "") all.lastIndex += (words.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
    }
    return matches;
  }

  #lets(text: string, start: number, end: number): boolean {
    const { guard } = this;
    return guard.letsEnds(text, start, end) && (guard.some === null || marksOf(text).has(guard.number, start, end));
  }
}

const nothing: readonly RegExpExecArray[] = [];

/** All patterns, in the order in which they were made. */
const patterns: Pattern[] = [];

/** What is asked of a piece of a text before a pattern is tried there. */
class Guard {
  readonly #first: CharSet | null;
  readonly #last: CharSet | null;
  /** What it needs somewhere, where that is asked for: what most clauses have tells nothing. */
  readonly some: ReadonlySet<string> | null;
  /** Its number among the patterns whose words are marked, −1 before they are. */
  number = -1;

  constructor({ some, first, last, mayBeEmpty, opens, closes }: Needs) {
    this.#first = opens && !mayBeEmpty && first !== null ? new CharSet(first) : null;
    this.#last = closes && !mayBeEmpty && last !== null ? new CharSet(last) : null;
    const isRare = some !== null && weightOf(some) < 200;
    this.some = this.#first === null && this.#last === null && isRare ? some : null;
  }

  /** False where the first or the last character of the piece is none that it begins or ends with. */
  letsEnds(text: string, start: number, end: number): boolean {
    if (this.#first !== null && !(start < end && this.#first.may(text.charCodeAt(start)))) return false;
    return this.#last === null || (start < end && this.#last.may(text.charCodeAt(Math.min(end, text.length) - 1)));
  }
}

/** A set of characters in a few bits: what is in it is always found, few others are. */
class CharSet {
  readonly #bits = new Int32Array(64);

  constructor(chars: Iterable<string>) {
    for (const char of chars) {
      const unit = char.charCodeAt(0);
      const word = (unit & 0x7ff) >> 5;
      this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (unit & 31));
    }
  }

  may(unit: number): boolean {
    return ((this.#bits[(unit & 0x7ff) >> 5] ?? 0) & (1 << (unit & 31))) !== 0;
  }
}

/** Where in a text the words stand that patterns need. */
class Marks {
  readonly text: string;
  /** For each pattern the places of its words, in order; nothing where it has none. */
  readonly #places: (number[] | undefined)[] = [];

  constructor(text: string) {
    this.text = text;
    words ??= new NeededWords(patterns);
    words.mark(text, this.#places);
  }

  /** Tells whether a word of a pattern begins between two places. */
  has(number: number, start: number, end: number): boolean {
    if (number < 0) return true;
    const places = this.#places[number];
    if (places === undefined) return false;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (places[low] ?? end) < end;
  }
}

/** The words of all patterns, each of one character or two, with the numbers of the patterns that need them. */
class NeededWords {
  readonly #singles = new Map<number, number[]>();
  /** By both characters: first × 2¹⁶ + second. */
  readonly #pairs = new Map<number, number[]>();
  /** For each character 1 where it is a word, 2 where it begins a pair. */
  readonly #roles = new Uint8Array(0x10000);
  readonly #count: number;

  /** Numbers the patterns; one that is made later is tried everywhere. */
  constructor(all: readonly Pattern[]) {
    let number = 0;
    for (const { guard } of all) {
      if (guard.some === null) continue;
      guard.number = number;
      for (const word of guard.some) {
        const first = word.charCodeAt(0);
        const isPair = word.length > 1;
        const numbers = isPair ? this.#pairs : this.#singles;
        const key = isPair ? first * 0x10000 + word.charCodeAt(1) : first;
        const list = numbers.get(key);
        if (list === undefined) numbers.set(key, [number]);
        else list.push(number);
        this.#roles[first] = (this.#roles[first] ?? 0) | (isPair ? 2 : 1);
      }
      number++;
    }
    this.#count = number;
  }

  /** Gives each pattern the places of its words in a text. */
  mark(text: string, places: (number[] | undefined)[]): void {
    for (let number = 0; number < this.#count; number++) places.push(undefined);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const role = this.#roles[unit] ?? 0;
      if (role === 0) continue;
      if ((role & 1) !== 0) addAll(places, this.#singles.get(unit), at);
      if ((role & 2) !== 0) addAll(places, this.#pairs.get(unit * 0x10000 + text.charCodeAt(at + 1)), at);
    }
  }
}

function addAll(places: (number[] | undefined)[], numbers: readonly number[] | undefined, at: number): void {
  if (numbers === undefined) return;
  for (const number of numbers) {
    const list = places[number];
    if (list === undefined) places[number] = [at];
    else list.push(at);
  }
}

let words: NeededWords | null = null;
let last: Marks | null = null;

/** The marks of a text; those of the text that was asked about last are kept. */
function marksOf(text: string): Marks {
  if (last === null || last.text !== text) last = new Marks(text);
  return last;
}
