/** How often pairs and triples of characters occur in a text: the article's own language, learnt from itself. */
export class NGrams {
  readonly #mask: number;
  readonly #pairs: Uint8Array;
  readonly #singles = new Uint16Array(65_536);
  readonly #triples: Uint8Array;

  /** Makes room for a text of `length` code units: eight slots a unit keep false company rare. */
  constructor(length: number) {
    const slots = 2 ** Math.min(20, Math.max(12, Math.ceil(Math.log2(length * 8 + 1))));
    this.#mask = slots - 1;
    this.#pairs = new Uint8Array(slots);
    this.#triples = new Uint8Array(slots);
  }

  /** Adds the characters of a line. */
  add(text: string): void {
    const first = text.charCodeAt(0);
    if (isLetter(first)) this.#singles[first] = (this.#singles[first] ?? 0) + 1;
    for (let i = 1; i < text.length; i++) {
      const a = text.charCodeAt(i - 1);
      const b = text.charCodeAt(i);
      if (!isLetter(b)) continue;
      this.#singles[b] = Math.min(65_535, (this.#singles[b] ?? 0) + 1);
      if (isLetter(a)) increment(this.#pairs, slot(0, a, b) & this.#mask);
      if (i > 1 && isLetter(a) && isLetter(text.charCodeAt(i - 2))) {
        increment(this.#triples, slot(text.charCodeAt(i - 2), a, b) & this.#mask);
      }
    }
  }

  /** How often two code units stand side by side (up to 255; rarely too high, never too low). */
  pair(a: number, b: number): number {
    return this.#pairs[slot(0, a, b) & this.#mask] ?? 0;
  }

  /** How often three code units stand side by side (up to 255; rarely too high, never too low). */
  triple(a: number, b: number, c: number): number {
    return this.#triples[slot(a, b, c) & this.#mask] ?? 0;
  }

  /**
   * How firmly two code units belong together that a break set apart here, 0 to 1: of the other places where
   * either stands, how often the two stand together.
   */
  binding(a: number, b: number): number {
    const together = this.pair(a, b);
    if (together === 0 || !isLetter(a) || !isLetter(b)) return 0;
    const first = (this.#singles[a] ?? 1) - 1;
    const second = (this.#singles[b] ?? 1) - 1;
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
}

/** Learns the pairs and triples of some lines. */
export function ngramsOf(lines: readonly { readonly text: string }[]): NGrams {
  const grams = new NGrams(lines.reduce((sum, line) => sum + line.text.length, 0));
  for (const line of lines) grams.add(line.text);
  return grams;
}

function isLetter(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
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
