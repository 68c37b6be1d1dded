import { brotliDecompressSync } from "node:zlib";
import { pairs as packed } from "./data/pairs.ts";

/** What a pair counts for that was never seen and could have been: less, and chance says more. */
const unseen = 0.5;
/** How much of what the counts say is believed. */
const belief = 0.8;
/** How many bits a pair may cost more, and less. */
const most = { more: 6, less: 4 };
/** How often a pair must be expected that its absence says something. */
const least = 0.05;

/** A table of bits by the numbers of two characters: 0 is any that the texts do not have. */
interface Borders {
  readonly numbers: Uint16Array;
  readonly size: number;
  /** In steps of a sixteenth of a bit. */
  readonly steps: Int8Array;
}

const steps = 16;

let read: Borders | null = null;

/**
 * What it costs, in bits and by folded code units, that a word ends with one character and the next begins with
 * another, over what the two cost by themselves: 说。 less, 但。 more.
 */
export function borderBits(first: number, second: number): number {
  const { numbers, size, steps: table } = (read ??= unpacked());
  return (table[(numbers[first] ?? 0) * size + (numbers[second] ?? 0)] ?? 0) / steps;
}

/** All digits are one, and all letters. */
export function pairClass(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return 0x30;
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return 0x61;
  return unit;
}

function bitsOf(count: number, expected: number): number {
  const bits = -belief * Math.log2((count + unseen) / (expected + unseen));
  return Math.max(-most.less, Math.min(most.more, bits));
}

function unpacked(): Borders {
  const bytes = new Uint8Array(brotliDecompressSync(Buffer.from(packed, "base64")));
  let at = 0;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const [low = 0, high = 0] = take(2);
  const characters = new TextDecoder().decode(take(low + high * 256));
  const two = (length: number): number[] => {
    const lows = take(length);
    const highs = take(length);
    return Array.from(lows, (one, i) => one + (highs[i] ?? 0) * 256);
  };
  const sizes = two(characters.length);
  const pairs = sizes.reduce((a, b) => a + b, 0);
  const seconds = two(pairs);
  const counts = take(pairs);
  // All digits have one number, and all letters.
  const numbers = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    const at = unit < 0x80 ? characters.indexOf(String.fromCharCode(pairClass(unit))) : -1;
    if (at >= 0) numbers[unit] = at + 1;
  }
  for (let i = 0; i < characters.length; i++) numbers[characters.charCodeAt(i)] = i + 1;
  const size = characters.length + 1;
  const met = new Uint8Array(size * size);
  const ends = new Float64Array(size);
  const begins = new Float64Array(size);
  let total = 0;
  let k = 0;
  sizes.forEach((many, i) => {
    for (let n = 0; n < many; n++, k++) {
      const second = (seconds[k] ?? 0) + 1;
      const count = counts[k] ?? 0;
      met[(i + 1) * size + second] = count;
      ends[i + 1] = (ends[i + 1] ?? 0) + count;
      begins[second] = (begins[second] ?? 0) + count;
      total += count;
    }
  });
  const table = new Int8Array(size * size);
  const likeliest = Math.max(...begins) / total;
  for (let a = 0; a < size; a++) {
    // Where next to nothing is expected, that nothing was seen says nothing.
    const rare = (ends[a] ?? 0) * likeliest < least;
    for (let b = 0; b < size; b++) {
      const count = met[a * size + b] ?? 0;
      if (rare && count === 0) continue;
      const expected = ((ends[a] ?? 0) * (begins[b] ?? 0)) / total;
      if (count > 0 || expected >= least) table[a * size + b] = Math.round(bitsOf(count, expected) * steps);
    }
  }
  return { numbers, size, steps: table };
}
