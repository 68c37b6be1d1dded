import type { Line } from "./lines.ts";

const size = 1 << 20;

/** How often pairs and triples of characters occur in a text: the article's own language, learnt from itself. */
export class NGrams {
  readonly #pairs = new Uint8Array(size);
  readonly #triples = new Uint8Array(size);

  /** Adds the characters of a line. */
  add(text: string): void {
    for (let i = 1; i < text.length; i++) {
      const a = text.charCodeAt(i - 1);
      const b = text.charCodeAt(i);
      if (!isLetter(b)) continue;
      if (isLetter(a)) increment(this.#pairs, slot(0, a, b));
      if (i > 1 && isLetter(a) && isLetter(text.charCodeAt(i - 2))) {
        increment(this.#triples, slot(text.charCodeAt(i - 2), a, b));
      }
    }
  }

  /** How often two code units stand side by side (up to 255; rarely too high, never too low). */
  pair(a: number, b: number): number {
    return this.#pairs[slot(0, a, b)] ?? 0;
  }

  /** How often three code units stand side by side (up to 255; rarely too high, never too low). */
  triple(a: number, b: number, c: number): number {
    return this.#triples[slot(a, b, c)] ?? 0;
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
export function ngramsOf(lines: Iterable<Line>): NGrams {
  const grams = new NGrams();
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
  return hash & (size - 1);
}

function increment(table: Uint8Array, at: number): void {
  const value = table[at] ?? 0;
  if (value < 255) table[at] = value + 1;
}
