import { type CodePage, codePage } from "./code-pages.ts";
import { unitBits } from "./likelihood.ts";

/** The encodings of double bytes that a file may be in. */
export type Double = "gb18030" | "big5";

/** A byte that is no part of a character costs this, in bits. */
export const strayBits = 30;
/** A letter or sign alone between Chinese characters costs this. */
export const loneBits = 24;

/**
 * The cheapest way to read a line of double bytes: pairs and single bytes, with a price for each byte that belongs to
 * no character. So reading is in step again at once where a byte was lost or put in, and not at the next ASCII byte.
 *
 *   B0 B8 | BC FE   案件; without BC:   B0 B8 | FE | A3 AC …   and not   B0 B8 | FE A3 | AC …
 */
export interface InStep {
  /** What the line costs in bits. */
  readonly cost: number;
  /** How many bytes each character takes, in order; negative for a byte that belongs to none. */
  readonly lengths: Int8Array;
}

/** Reads a line's bytes in step. */
export function inStep(bytes: Uint8Array, encoding: Double): InStep {
  const page = codePage(encoding);
  return cheapest(bytes.length, (i, before, put) => {
    const byte = bytes[i] as number;
    if (byte < 0x80) return put(1, i > 0 && isLone(bytes, i, before) ? loneBits : unitBits(byte), 1);
    const unit = unitOfPair(bytes, i, page);
    if (unit !== 0) put(2, pairBits(bytes, i, unit), 2);
    if (encoding === "gb18030" && isFour(bytes, i)) put(4, 20, 4);
    put(1, strayBits, -1);
  });
}

/** Reads UTF-16 in step: a byte that was lost exchanges the halves of all pairs behind it. */
export function wideInStep(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): InStep {
  const [high, low] = encoding === "utf-16be" ? [0, 1] : [1, 0];
  return cheapest(bytes.length, (i, _before, put) => {
    if (i + 1 < bytes.length) put(2, unitBits((bytes[i + high] as number) * 256 + (bytes[i + low] as number)), 2);
    put(1, strayBits, -1);
  });
}

type Put = (length: number, cost: number, step: number) => void;

function cheapest(n: number, from: (at: number, before: number, put: Put) => void): InStep {
  const costs = new Float64Array(n + 1).fill(Infinity);
  const steps = new Int8Array(n + 1);
  costs[0] = 0;
  let here = 0;
  let at = 0;
  const put: Put = (length, cost, step) => {
    const to = at + length;
    if (here + cost >= (costs[to] as number)) return;
    costs[to] = here + cost;
    steps[to] = step;
  };
  for (; at < n; at++) {
    here = costs[at] as number;
    if (here < Infinity) from(at, steps[at] as number, put);
  }
  let count = 0;
  for (let i = n; i > 0; i -= Math.abs(steps[i] as number)) count++;
  const lengths = new Int8Array(count);
  for (let i = n; i > 0; i -= Math.abs(steps[i] as number)) lengths[--count] = steps[i] as number;
  return { cost: costs[n] as number, lengths };
}

/** A letter or sign between a character of `before` bytes and another may be the second half of a pair. */
export function isLone(bytes: Uint8Array, at: number, before: number): boolean {
  const byte = bytes[at] ?? 0;
  const next = bytes[at + 1] ?? 0x0a;
  return byte >= 0x40 && byte < 0x7f && before !== 1 && (next >= 0x80 || next === 0x0a || next === 0x0d);
}

function unitOfPair(bytes: Uint8Array, at: number, { units }: CodePage): number {
  return at + 1 < bytes.length ? (units[(bytes[at] as number) * 256 + (bytes[at + 1] as number)] as number) : 0;
}

/** Letters of other scripts stand together: of GB 2312 they have a first byte in common. */
function pairBits(bytes: Uint8Array, at: number, unit: number): number {
  const lead = bytes[at] as number;
  return lead >= 0xa4 && lead <= 0xa9 && bytes[at - 2] === lead ? 9 : unitBits(unit);
}

function isFour(bytes: Uint8Array, at: number): boolean {
  const [, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return b >= 0x30 && b <= 0x39 && c >= 0x81 && c <= 0xfe && d >= 0x30 && d <= 0x39;
}
