/**
 * How often pairs and triples of characters occur in a text: the article's own language, learnt from itself.
 *
 * A few questions are answered by searching the text; tables are made for who asks more, since most articles have
 * few breaks to judge. The tables are hashed without keys: a count is rarely too high, and never too low.
 */
export class NGrams {
  readonly #texts: string[] = [];
  #joined: string | null = null;
  #asked = 0;
  #tables: Tables | null = null;
  /** How often each letter stands, by code unit from the first letter on; only breaks ask for it. */
  #singles: Uint16Array | null = null;

  /** The tables are made: what is answered no longer depends on how much was asked before. */
  get counted(): boolean {
    return this.#tables !== null;
  }

  /** Adds the characters of a line. */
  add(text: string): void {
    this.#tables?.add(text);
    this.#texts.push(text);
    this.#joined = null;
    this.#singles = null;
  }

  /** How often two letters stand side by side, up to 255. */
  pair(a: number, b: number): number {
    if (!isLetter(a) || !isLetter(b)) return 0;
    return this.#table()?.pair(a, b) ?? this.#count(String.fromCharCode(a, b));
  }

  /** How often three letters stand side by side, up to 255. */
  triple(a: number, b: number, c: number): number {
    if (!isLetter(a) || !isLetter(b) || !isLetter(c)) return 0;
    return this.#table()?.triple(a, b, c) ?? this.#count(String.fromCharCode(a, b, c));
  }

  /**
   * How firmly two code units belong together that a break set apart here, 0 to 1: of the other places where
   * either stands, how often the two stand together.
   */
  binding(a: number, b: number): number {
    const together = this.pair(a, b);
    if (together === 0) return 0;
    const first = this.#single(a) - 1;
    const second = this.#single(b) - 1;
    return Math.min(1, together / Math.max(1, Math.min(first, second))) * (together > 1 ? 1 : 0.8);
  }

  /** The share of a text's pairs of Han characters that occur here; 0 where it has none. */
  overlap(text: string): number {
    let known = 0;
    let all = 0;
    for (let i = 1; i < text.length; i++) {
      const a = text.charCodeAt(i - 1);
      const b = text.charCodeAt(i);
      if (!isLetter(a) || !isLetter(b)) continue;
      all++;
      if (this.pair(a, b) > 0) known++;
    }
    return all === 0 ? 0 : known / all;
  }

  /**
   * Of the pairs and triples of letters in the first code units of a text how many there are, and how many occur more
   * than `least` times.
   */
  sharedOf(text: string, most: number, least: number): Shared {
    const found = { pairs: 0, triples: 0, knownPairs: 0, knownTriples: 0 };
    let tables = this.#tables;
    let a = 0;
    let b = 0;
    const end = Math.min(most, text.length);
    for (let i = 0; i < end; i++) {
      const c = text.charCodeAt(i);
      if (!isLetter(c)) {
        a = 0;
        b = 0;
        continue;
      }
      if (b !== 0) {
        found.pairs++;
        tables ??= this.#table();
        const count = tables === null ? this.#count(String.fromCharCode(b, c)) : tables.pair(b, c);
        if (count > least) found.knownPairs++;
      }
      if (a !== 0) {
        found.triples++;
        tables ??= this.#table();
        const count = tables === null ? this.#count(String.fromCharCode(a, b, c)) : tables.triple(a, b, c);
        if (count > least) found.knownTriples++;
      }
      a = b;
      b = c;
    }
    return found;
  }

  #single(letter: number): number {
    if (this.#table() === null) return this.#count(String.fromCharCode(letter));
    this.#singles ??= singlesOf(this.#texts);
    return this.#singles[letter - firstLetter] ?? 0;
  }

  /** The tables, made at the question after the last that is searched for. */
  #table(): Tables | null {
    if (this.#tables !== null || this.#asked++ < mostSearches) return this.#tables;
    this.#tables = new Tables(this.#texts.reduce((sum, text) => sum + text.length, 0));
    for (const text of this.#texts) this.#tables.add(text);
    return this.#tables;
  }

  #count(letters: string): number {
    const text = (this.#joined ??= this.#texts.join("\n"));
    const most = letters.length === 1 ? 65_535 : 255;
    let count = 0;
    for (let at = text.indexOf(letters); at >= 0 && count < most; at = text.indexOf(letters, at + 1)) count++;
    return count;
  }
}

/** What a text has of pairs and triples of letters, and how many of these are known. */
interface Shared {
  readonly pairs: number;
  readonly triples: number;
  readonly knownPairs: number;
  readonly knownTriples: number;
}

const mostSearches = 40;

function singlesOf(texts: readonly string[]): Uint16Array {
  const singles = new Uint16Array(letters);
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const at = text.charCodeAt(i) - firstLetter;
      const count = singles[at];
      if (count !== undefined && count < 65_535) singles[at] = count + 1;
    }
  }
  return singles;
}

/** Counts in hashed tables. */
class Tables {
  readonly #mask: number;
  readonly #pairs: Uint8Array;
  readonly #triples: Uint8Array;

  /** Makes room for a text of `length` code units: eight slots a unit keep false company rare. */
  constructor(length: number) {
    const slots = 2 ** Math.min(20, Math.max(12, Math.ceil(Math.log2(length * 8 + 1))));
    this.#mask = slots - 1;
    this.#pairs = new Uint8Array(slots);
    this.#triples = new Uint8Array(slots);
  }

  add(text: string): void {
    const pairs = this.#pairs;
    const triples = this.#triples;
    const mask = this.#mask;
    // The two letters before, 0 where there is none.
    let a = 0;
    let b = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (!isLetter(c)) {
        a = 0;
        b = 0;
        continue;
      }
      if (b !== 0) {
        increment(pairs, slot(0, b, c) & mask);
        if (a !== 0) increment(triples, slot(a, b, c) & mask);
      }
      a = b;
      b = c;
    }
  }

  pair(a: number, b: number): number {
    return this.#pairs[slot(0, a, b) & this.#mask] ?? 0;
  }

  triple(a: number, b: number, c: number): number {
    return this.#triples[slot(a, b, c) & this.#mask] ?? 0;
  }
}

/** Learns the pairs and triples of some lines. */
export function ngramsOf(lines: readonly { readonly text: string }[]): NGrams {
  const grams = new NGrams();
  for (const line of lines) grams.add(line.text);
  return grams;
}

/** The Han characters of the basic plane are letters here. */
const firstLetter = 0x4e00;
const letters = 0xa000 - firstLetter;

function isLetter(unit: number): boolean {
  return unit >= firstLetter && unit < firstLetter + letters;
}

function slot(a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ 0x9e37, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash;
}

function increment(table: Uint8Array, at: number): void {
  const value = table[at] ?? 0;
  if (value < 255) table[at] = value + 1;
}
