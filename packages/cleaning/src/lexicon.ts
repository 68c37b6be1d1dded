import { brotliDecompressSync } from "node:zlib";
import { lexicon as packed } from "./data/lexicon.ts";

/** The words of one length, by the number of their first character. */
interface Table {
  /** Where the words of each first character begin; one more at the end. */
  readonly starts: Uint32Array;
  /** The other characters of each word as one number, ascending within a first character. */
  readonly rests: Float64Array;
  readonly bits: Uint8Array;
}

/** Words of one to four simplified characters with what they cost in bits: characters go by numbers from 1. */
export interface Lexicon {
  /** The characters, by number less one. */
  readonly characters: string;
  /** What each character costs alone, by number less one. */
  readonly alone: Float64Array;
  readonly two: Table;
  readonly three: Table;
  readonly four: Table;
}

/** Numbers of characters are smaller than this. */
export const numberLimit = 8192;

let read: Lexicon | null = null;

/** Unpacks the lexicon at the first call. */
export function lexicon(): Lexicon {
  if (read !== null) return read;
  const bytes = new Uint8Array(brotliDecompressSync(Buffer.from(packed, "base64")));
  let at = 0;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const [low = 0, middle = 0, high = 0] = take(3);
  const characters = new TextDecoder().decode(take(low + middle * 256 + high * 65_536));
  const size = characters.length;
  const alone = Float64Array.from(take(size), (one) => one / 8);
  const table = (length: number): Table => {
    const lows = take(size);
    const highs = take(size);
    const starts = new Uint32Array(size + 1);
    for (let i = 0; i < size; i++) starts[i + 1] = (starts[i] ?? 0) + (lows[i] ?? 0) + (highs[i] ?? 0) * 256;
    const words = starts[size] ?? 0;
    const rests = new Float64Array(words);
    for (let k = 1; k < length; k++) {
      const restLows = take(words);
      const restHighs = take(words);
      for (let i = 0; i < words; i++)
        rests[i] = (rests[i] ?? 0) * numberLimit + (restLows[i] ?? 0) + (restHighs[i] ?? 0) * 256 + 1;
    }
    return { starts, rests, bits: take(words) };
  };
  read = { characters, alone, two: table(2), three: table(3), four: table(4) };
  return read;
}

/** What a word costs in bits, or Infinity: its first character's number, and the others' as one number. */
export function bitsOf(table: Table, first: number, rest: number): number {
  const { starts, rests, bits } = table;
  if (first === 0 || first >= starts.length) return Infinity;
  let low = starts[first - 1] as number;
  let high = (starts[first] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rests[middle] as number;
    if (found === rest) return bits[middle] as number;
    if (found < rest) low = middle + 1;
    else high = middle - 1;
  }
  return Infinity;
}
