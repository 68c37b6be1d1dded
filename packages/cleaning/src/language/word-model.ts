import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";

/**
 * Words with how likely they are, alone and after another word. Words are numbered in the order of a tree over their
 * characters' numbers, so that all that begin alike are one range, and what follows a word is found by halving.
 *
 *   P(w | h) = backoff(h) · P(w) + more(h, w)        more is 0 for pairs that the table does not have
 */
export interface WordModel {
  /** The characters, by number less one. */
  readonly characters: string;
  /** What each character costs where it is no part of a longer word, in bits, by number less one. */
  readonly alone: Float64Array;
  /** The word that stands for figures, letters, the beginning of a line and all else that is no word. */
  readonly other: number;
  /** How likely all words before each one are together. */
  readonly chances: Float64Array;
  readonly backoff: Float64Array;
  /** Where the pairs of each first word begin; one more at the end. */
  readonly starts: Uint32Array;
  /** Their second words, ascending, and what all pairs before each one have more, together. */
  readonly seconds: Int32Array;
  readonly more: Float64Array;
  readonly tree: Tree;
  /** The character that stands for each code unit, by its number: all digits are one, and all letters. */
  readonly classes: Uint16Array;
  /** Where a line begins. */
  readonly start: Border;
}

/** Words that may end at one place, with how likely each is. */
export interface Border {
  readonly words: readonly number[];
  readonly chances: readonly number[];
  /** How likely a word is that is paired with none of them, over its chance alone. */
  readonly backoff: number;
}

interface Tree {
  /** The range of words below each node; the first of them ends there or not. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly ends: Uint8Array;
  /** Where the nodes below each node begin, by that node; their characters' numbers, ascending; and the nodes. */
  readonly starts: Uint32Array;
  readonly numbers: Uint16Array;
  readonly nodes: Int32Array;
  /** The nodes below the first one by their characters' numbers. */
  readonly roots: Int32Array;
}

/** Numbers of characters are smaller than this. */
export const numberLimit = 8192;

/** How the table is packed. */
export const packing = {
  /** Steps in a bit of what a word costs. */
  wordSteps: 4,
  /** Steps in a bit of what a pair gains over its second word alone, and the step of none. */
  pairSteps: 2,
  pairZero: 10,
  /** Distances to the next second word from here on take eleven bits more. */
  near: 184,
  /** How much of what follows a word its pairs may take. */
  mostTaken: 0.98,
} as const;

let read: WordModel | null = null;

/** Reads and unpacks the table at the first call: it is a file of its own, which most articles have no need of. */
export function wordModel(): WordModel {
  read ??= unpacked(new Uint8Array(brotliDecompressSync(Buffer.from(packed(), "base64"))));
  return read;
}

/** The bundle keeps the table where it stands here, as seen from the code. */
function packed(): string {
  const { data } = createRequire(import.meta.url)("../data/grams.json") as { readonly data: string };
  return data;
}

/** The node below another by a character's number; 0 where there is none. */
export function childOf({ starts, numbers, nodes, roots }: Tree, node: number, number: number): number {
  if (node === 0) return roots[number] as number;
  const end = starts[node + 1] as number;
  const at = firstNotBefore(numbers, starts[node] as number, end, number);
  return at < end && numbers[at] === number ? (nodes[at] as number) : 0;
}

/** How much likelier the words of a range are after a word than its back-off says. */
export function moreAfter({ starts, seconds, more }: WordModel, word: number, from: number, to: number): number {
  const first = starts[word] as number;
  const last = starts[word + 1] as number;
  const begin = firstNotBefore(seconds, first, last, from);
  if (begin === last || (seconds[begin] as number) >= to) return 0;
  const end = to === from + 1 ? begin + 1 : firstNotBefore(seconds, begin, last, to);
  return (more[end] as number) - (more[begin] as number);
}

/** How much likelier the words that begin with each character are after a word than its back-off says. */
export interface FirstWords {
  /** A table of slots: numbers of characters, and 0 where a slot is free. */
  readonly numbers: Uint16Array;
  readonly more: Float64Array;
}

const firstsOf = new WeakMap<WordModel, (FirstWords | null | undefined)[]>();

/** What follows a word by its first character, put together when it is first asked for; null where nothing does. */
export function firstWords(model: WordModel, word: number): FirstWords | null {
  let all = firstsOf.get(model);
  if (all === undefined) firstsOf.set(model, (all = []));
  let found = all[word];
  if (found === undefined) {
    found = firstWordsOf(model, word);
    all[word] = found;
  }
  return found;
}

function firstWordsOf(model: WordModel, word: number): FirstWords | null {
  const { starts, seconds, more, tree } = model;
  const end = starts[word + 1] as number;
  let k = starts[word] as number;
  if (k === end) return null;
  const numbers: number[] = [];
  const sums: number[] = [];
  // The nodes below the first are in the order of their characters' numbers, and so are the words.
  const most = tree.starts[1] as number;
  let root = tree.starts[0] as number;
  while (k < end) {
    const second = seconds[k] as number;
    root = rootOf(tree, second, root, most);
    const node = tree.nodes[root] as number;
    const start = k;
    const to = tree.to[node] as number;
    while (k < end && (seconds[k] as number) < to) k++;
    numbers.push(tree.numbers[root] as number);
    sums.push((more[k] as number) - (more[start] as number));
    root++;
  }
  const size = 2 ** Math.ceil(Math.log2(numbers.length * 2 + 1));
  const table = { numbers: new Uint16Array(size), more: new Float64Array(size) };
  for (const [i, number] of numbers.entries()) {
    let slot = slotOf(number, size);
    while (table.numbers[slot] !== 0) slot = (slot + 1) & (size - 1);
    table.numbers[slot] = number;
    table.more[slot] = sums[i] as number;
  }
  return table;
}

/** The root, from one on, below which a word is. */
function rootOf({ to, nodes }: Tree, word: number, from: number, most: number): number {
  let low = from;
  let high = most - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((to[nodes[middle] as number] as number) <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function slotOf(number: number, size: number): number {
  return (Math.imul(number, 0x9e3779b1) >>> 15) & (size - 1);
}

/** How much likelier the words that begin with a character are. */
export function moreAfterFirst({ numbers, more }: FirstWords, number: number): number {
  const mask = numbers.length - 1;
  for (let slot = slotOf(number, numbers.length); ; slot = (slot + 1) & mask) {
    const found = numbers[slot];
    if (found === number) return more[slot] as number;
    if (found === 0) return 0;
  }
}

function firstNotBefore(list: Int32Array | Uint16Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Unpacks what scripts/write-grams.ts packs. */
export function unpacked(bytes: Uint8Array): WordModel {
  let at = 0;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const size = (): number => take(4).reduceRight((high, low) => high * 256 + low, 0);
  const characters = new TextDecoder().decode(take(size()));
  const words = size();
  const costs = take(words);
  const chances = chancesOf(costs);
  const kept = take(words);
  const added = take(words);
  const letters = size();
  const { tree, alone } = treeOf(characters.length, chances, kept, added, take(letters), take(letters));
  const counts = take(words * 2);
  const pairs = size();
  const near = take(pairs);
  const far = size();
  const middle = take(far);
  const lowest = take(far);
  const pairsByWord = pairsOf(counts, commonest(costs), { near, middle, lowest, gains: take(pairs) });
  const shares = sharesOf(pairsByWord, chances);
  const classes = classesOf(characters);
  const start = tree.from[childOf(tree, 0, classes[0x0a] ?? 0)] ?? 0;
  return {
    characters,
    alone,
    other: words - 1,
    chances,
    tree,
    classes,
    start: { words: [start], chances: [1], backoff: shares.backoff[start] ?? 1 },
    ...shares,
  };
}

/** The last character is none: it stands for all that is no word. */
function classesOf(characters: string): Uint16Array {
  const classes = new Uint16Array(65_536);
  for (let i = 0; i < characters.length - 1; i++) classes[characters.charCodeAt(i)] = i + 1;
  for (let unit = 0; unit < 0x80; unit++) {
    const one = String.fromCharCode(unit);
    if (/[0-9]/u.test(one)) classes[unit] = classes[0x30] ?? 0;
    else if (/[A-Za-z]/u.test(one)) classes[unit] = classes[0x61] ?? 0;
  }
  return classes;
}

/** How likely all words before each one are together. */
function chancesOf(costs: Uint8Array): Float64Array {
  const steps = Float64Array.from({ length: 256 }, (_, i) => 2 ** (-i / packing.wordSteps));
  const chances = new Float64Array(costs.length + 1);
  for (let i = 0; i < costs.length; i++) {
    chances[i + 1] = (chances[i] as number) + (steps[costs[i] as number] as number);
  }
  const all = chances[costs.length] as number;
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] as number) / all;
  return chances;
}

/** How much less likely a character is to stand outside of words than in them, where it is no word. */
const outside = 50;

/** The tree of words of which each keeps the first characters of the one before and adds others. */
function treeOf(
  characters: number,
  chances: Float64Array,
  kept: Uint8Array,
  added: Uint8Array,
  low: Uint8Array,
  high: Uint8Array,
): { tree: Tree; alone: Float64Array } {
  const words = kept.length;
  const from = new Int32Array(low.length + 1);
  const to = new Int32Array(low.length + 1);
  const ends = new Uint8Array(low.length + 1);
  const parents = new Int32Array(low.length + 1);
  const numberOf = new Uint16Array(low.length + 1);
  const within = new Float64Array(characters);
  const alone = new Float64Array(characters);
  // The nodes and characters of the word at hand, by depth.
  const path = new Int32Array(256);
  const numbers = new Int32Array(256);
  let deepest = 0;
  let node = 0;
  for (let word = 0; word < words; word++) {
    let depth = kept[word] as number;
    const last = depth + (added[word] as number);
    // The first new character goes on from the one that stood there.
    let before = depth < deepest ? (numbers[depth + 1] as number) : 0;
    for (; deepest > depth; deepest--) to[path[deepest] as number] = word;
    for (; depth < last; depth++) {
      const number = before + (low[node] as number) + (high[node] as number) * 256;
      before = 0;
      node++;
      parents[node] = path[depth] as number;
      numberOf[node] = number;
      from[node] = word;
      path[depth + 1] = node;
      numbers[depth + 1] = number;
    }
    deepest = last;
    ends[node] = 1;
    const chance = (chances[word + 1] as number) - (chances[word] as number);
    if (last === 1) alone[(numbers[1] as number) - 1] = chance;
    for (let k = 1; k <= last; k++) {
      const number = (numbers[k] as number) - 1;
      within[number] = (within[number] as number) + chance;
    }
  }
  for (; deepest >= 0; deepest--) to[path[deepest] as number] = words;
  for (let i = 0; i < characters; i++) {
    alone[i] = -Math.log2(Math.max(alone[i] as number, (within[i] as number) / outside));
  }
  return { tree: { from, to, ends, ...childrenOf(parents, numberOf) }, alone };
}

/** The nodes below each node; they come in order, for a word comes after those that it goes on from. */
function childrenOf(parents: Int32Array, numberOf: Uint16Array): Pick<Tree, "starts" | "numbers" | "nodes" | "roots"> {
  const all = parents.length;
  const starts = new Uint32Array(all + 1);
  for (let node = 1; node < all; node++) {
    const parent = parents[node] as number;
    starts[parent + 1] = (starts[parent + 1] as number) + 1;
  }
  for (let i = 0; i < all; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const numbers = new Uint16Array(all);
  const nodes = new Int32Array(all);
  const next = starts.slice();
  for (let node = 1; node < all; node++) {
    const parent = parents[node] as number;
    const at = next[parent] as number;
    next[parent] = at + 1;
    numbers[at] = numberOf[node] as number;
    nodes[at] = node;
  }
  const roots = new Int32Array(numberLimit);
  for (let at = 0; at < (starts[1] as number); at++) roots[numbers[at] as number] = nodes[at] as number;
  return { starts, numbers, nodes, roots };
}

/** The words in the order of what they cost, the commonest first. */
export function commonest(costs: Uint8Array): Int32Array {
  const starts = new Int32Array(257);
  for (const cost of costs) starts[cost + 1] = (starts[cost + 1] as number) + 1;
  for (let i = 0; i < 256; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const order = new Int32Array(costs.length);
  costs.forEach((cost, word) => {
    const at = starts[cost] as number;
    order[at] = word;
    starts[cost] = at + 1;
  });
  return order;
}

interface Pairs {
  readonly starts: Uint32Array;
  /** The second words of all pairs, ascending for each first, with what they gain: `second · 256 + gain`. */
  readonly pairs: Uint32Array;
}

interface PackedPairs {
  readonly near: Uint8Array;
  readonly middle: Uint8Array;
  readonly lowest: Uint8Array;
  readonly gains: Uint8Array;
}

/** The pairs by their words; packed they are in the order of how common the second is. */
function pairsOf(counts: Uint8Array, second: Int32Array, { near, middle, lowest, gains }: PackedPairs): Pairs {
  const words = second.length;
  const starts = new Uint32Array(words + 1);
  const pairs = new Uint32Array(near.length);
  let far = 0;
  let k = 0;
  for (let word = 0; word < words; word++) {
    const start = k;
    const end = start + (counts[word] as number) + (counts[words + word] as number) * 256;
    starts[word + 1] = end;
    for (let rank = -1; k < end; k++) {
      let step = near[k] as number;
      if (step >= packing.near) {
        step = packing.near + (step - packing.near) * 2048 + (middle[far] as number) * 8 + (lowest[far] as number);
        far++;
      }
      rank += step + 1;
      pairs[k] = (second[rank] as number) * 256 + (gains[k] as number);
    }
    sort(pairs, start, end);
  }
  return { starts, pairs };
}

/** Sorts a part of a list, which is short as a rule. */
function sort(list: Uint32Array, start: number, end: number): void {
  if (end - start > 24) {
    list.subarray(start, end).sort();
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const one = list[i] as number;
    let k = i;
    for (; k > start && (list[k - 1] as number) > one; k--) list[k] = list[k - 1] as number;
    list[k] = one;
  }
}

/** What pairs have more than the back-off says, which follows from them: all after a word is 1. */
function sharesOf(
  { starts, pairs }: Pairs,
  chances: Float64Array,
): Pick<WordModel, "starts" | "seconds" | "more" | "backoff"> {
  const words = starts.length - 1;
  const factors = Float64Array.from({ length: 256 }, (_, i) => 2 ** ((i - packing.pairZero) / packing.pairSteps));
  const backoff = new Float64Array(words).fill(1);
  const seconds = new Int32Array(pairs.length);
  const more = new Float64Array(pairs.length + 1);
  for (let word = 0; word < words; word++) {
    const start = starts[word] as number;
    const end = starts[word + 1] as number;
    if (start === end) continue;
    let taken = 0;
    let alone = 0;
    for (let k = start; k < end; k++) {
      const second = (pairs[k] as number) >> 8;
      const chance = (chances[second + 1] as number) - (chances[second] as number);
      alone += chance;
      taken += chance * (factors[(pairs[k] as number) & 255] as number);
    }
    const scale = Math.min(1, packing.mostTaken / taken);
    const rest = (1 - taken * scale) / (1 - alone);
    backoff[word] = rest;
    for (let k = start; k < end; k++) {
      const second = (pairs[k] as number) >> 8;
      const chance = (chances[second + 1] as number) - (chances[second] as number);
      seconds[k] = second;
      more[k + 1] = (more[k] as number) + chance * ((factors[(pairs[k] as number) & 255] as number) * scale - rest);
    }
  }
  return { starts, seconds, more, backoff };
}
