import { wordings } from "./wordings.ts";

/**
 * How a line is worded: log odds that its characters and pairs are those of what pages and offers say to a reader
 * rather than those of what articles tell, whatever either is about. The weights are fitted by scripts/fit-trees.ts.
 */
export function wordingOf(text: string): number {
  weights ??= hashed(read(wordings));
  return wordedBy(weights, text);
}

/** What each token weighs, at its place in a table or behind it. */
export interface Weights {
  /** 0 where no token stands. */
  readonly tokens: Uint32Array;
  readonly weights: Float64Array;
  /** The number of the last line that had the token. */
  readonly lines: Uint32Array;
}

/** Makes the table of some weights. */
export function hashed(by: ReadonlyMap<number, number>): Weights {
  const length = 2 ** Math.ceil(Math.log2(by.size * 4 + 2));
  const tokens = new Uint32Array(length);
  const found = new Float64Array(length);
  for (const [token, weight] of by) {
    const at = placeOf(tokens, token);
    tokens[at] = token;
    found[at] = weight;
  }
  return { tokens, weights: found, lines: new Uint32Array(length) };
}

function placeOf(tokens: Uint32Array, token: number): number {
  const mask = tokens.length - 1;
  let at = Math.imul(token, 0x9e3779b1) >>> 15;
  for (at &= mask; tokens[at] !== 0 && tokens[at] !== token; at = (at + 1) & mask);
  return at;
}

let line = 0;

/** The log odds that some weights give to a line, no more than 6 either way: each of its tokens counts once. */
export function wordedBy({ tokens, weights: by, lines }: Weights, text: string): number {
  let sum = 0;
  let count = 0;
  line = (line + 1) >>> 0;
  eachToken(text, (token) => {
    const at = placeOf(tokens, token);
    if (tokens[at] !== token || token === 0 || lines[at] === line) return;
    lines[at] = line;
    sum += by[at] as number;
    count++;
  });
  return Math.max(-most, Math.min(most, sum / Math.sqrt(count + 1)));
}

/** No wording says more. */
const most = 6;
/** So many characters tell how a line is worded. */
const longest = 160;
/** A token of one character is its code, one of two is both; these stand for the line's ends. */
const opening = 2;
const closing = 3;

/** What a line is made of, each once: its characters, the pairs of them, and what it opens and closes with. */
export function tokensOf(text: string): Set<number> {
  const found = new Set<number>();
  eachToken(text, (token) => found.add(token));
  return found;
}

function eachToken(text: string, take: (token: number) => void): void {
  let before = opening;
  const end = Math.min(text.length, longest);
  for (let i = 0; i < end; i++) {
    const unit = foldedAt(text, i);
    // A number is one character, and so are a word of letters and a gap.
    if ((unit === figure || unit === letter || unit === blank) && unit === before) continue;
    take(unit);
    take(pairOf(before, unit));
    before = unit;
  }
  take(pairOf(before, closing));
}

const figure = 0x30;
const letter = 0x61;
const blank = 0x5f;

function foldedAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
  if (unit >= 0x30 && unit <= 0x39) return figure;
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return letter;
  return unit === 0x20 || unit === 0x09 || unit === 0x3000 || unit === 0xa0 ? blank : unit;
}

function pairOf(first: number, second: number): number {
  return first * 0x1_0000 + second;
}

let weights: Weights | undefined;

/** Reads `1.2 您 点击 …`: a weight, then what has it, the ends of a line written `^` and `$`. */
function read(table: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const row of table.trim().split("\n")) {
    const [weight = "", ...tokens] = row.split(" ");
    for (const token of tokens) found.set(tokenOf(token), Number(weight));
  }
  return found;
}

function tokenOf(written: string): number {
  if (written.length === 1) return written.charCodeAt(0);
  const first = written.startsWith("^") ? opening : written.charCodeAt(0);
  return pairOf(first, written.endsWith("$") ? closing : written.charCodeAt(1));
}

/** As the table has it; null where it cannot be written so. */
export function writtenOf(token: number): string | null {
  const units = token < 0x1_0000 ? [token] : [Math.floor(token / 0x1_0000), token % 0x1_0000];
  const written = units
    .map((unit) => (unit === opening ? "^" : unit === closing ? "$" : String.fromCharCode(unit)))
    .join("");
  return tokenOf(written) === token && /^[^\s\\`\p{C}]{1,2}$/u.test(written) ? written : null;
}
