import { isHan } from "../characters.ts";
import { codeOf } from "../gbk/gbk-table.ts";
import type { Choice } from "./choice.ts";
import {
  type Border,
  type FirstWords,
  type WordModel,
  childOf,
  firstWords,
  moreAfter,
  moreAfterFirst,
} from "./word-model.ts";

/** All ways in which a text may be cut into words up to some place, where a word may end or go on. */
export interface Cut {
  /** The words that may end here. */
  readonly border: Border;
  /** The words that may go on: nodes of the tree, the borders where they begin, and by how much those count here. */
  readonly nodes: readonly number[];
  readonly begun: readonly Border[];
  readonly scales: readonly number[];
}

/** What is less likely than this, over all that a text may be cut into, is left. */
const least = 1e-6;

/** Nothing was read yet. */
export function firstCut({ start }: WordModel): Cut {
  return { border: start, nodes: [], begun: [], scales: [] };
}

/** How likely a character is after a text; it is given by its number and as a folded code unit. */
export function chanceOfNext(model: WordModel, cut: Cut, number: number, unit: number): number {
  const { tree, other } = model;
  const { border, nodes } = cut;
  let chance = shareOfOther(unit, number) * chanceAt(model, border, other, other + 1);
  if (number !== 0) {
    for (let i = -1; i < nodes.length; i++) {
      const node = childOf(tree, i < 0 ? 0 : (nodes[i] as number), number);
      if (node === 0) continue;
      const from = i < 0 ? border : (cut.begun[i] as Border);
      const scale = i < 0 ? 1 : (cut.scales[i] as number);
      chance += scale * chanceAt(model, from, tree.from[node] as number, tree.to[node] as number);
    }
  }
  // Digits are one word, and letters.
  return unit >= 0x80 ? chance : isDigit(unit) ? chance / 10 : isLetter(unit) ? chance / 52 : chance;
}

/** How likely characters of a choice are after a text: `chanceOfNext` of those at some places, in its `bits`. */
export function chancesOfNext(model: WordModel, cut: Cut, choice: Choice, order: Uint16Array, count: number): void {
  const { tree, other, chances } = model;
  const { border, nodes } = cut;
  const { numbers, units, shares, from, to, bits } = choice;
  const none = chanceAt(model, border, other, other + 1);
  for (let at = 0; at < count; at++) {
    const k = order[at] as number;
    asked[at] = numbers[k] as number;
    bits[at] = border.backoff * ((chances[to[k] as number] as number) - (chances[from[k] as number] as number));
  }
  for (let i = 0; i < border.words.length; i++) {
    const first = firstWords(model, border.words[i] as number);
    if (first !== null) addFirst(first, border.chances[i] as number, bits, count);
  }
  for (let at = 0; at < count; at++) {
    const k = order[at] as number;
    const one = bits[at] as number;
    const chance = (shares[k] as number) * none;
    bits[at] = from[k] !== to[k] && one > 0 ? chance + one : chance;
  }
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as number;
    const begun = cut.begun[i] as Border;
    const scale = cut.scales[i] as number;
    // Few characters go on with a word, and their numbers are ascending.
    const first = tree.numbers[tree.starts[node] as number] as number;
    const last = tree.numbers[(tree.starts[node + 1] as number) - 1] as number;
    for (let at = 0; at < count; at++) {
      const number = asked[at] as number;
      if (number < first || number > last) continue;
      const child = childOf(tree, node, number);
      if (child === 0) continue;
      bits[at] =
        (bits[at] as number) + scale * chanceAt(model, begun, tree.from[child] as number, tree.to[child] as number);
    }
  }
  for (let at = 0; at < count; at++) {
    const unit = units[order[at] as number] as number;
    if (unit < 0x80)
      bits[at] = isDigit(unit)
        ? (bits[at] as number) / 10
        : isLetter(unit)
          ? (bits[at] as number) / 52
          : (bits[at] as number);
  }
}

/** The numbers of the characters that are weighed, no more than there are code units. */
const asked = new Uint16Array(0x10000);

/** Adds how much likelier each of the characters is after one word. */
function addFirst(first: FirstWords, chance: number, bits: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) {
    const more = moreAfterFirst(first, asked[at] as number);
    if (more !== 0) bits[at] = (bits[at] as number) + chance * more;
  }
}

/** The words that may end at the place at hand, and how likely each is; room for as many as any place has. */
const ended = new Int32Array(512);
const endedChances = new Float64Array(512);

/** The ways to cut a text that has one more character. */
export function cutAfter(model: WordModel, cut: Cut, number: number, unit: number): Cut {
  const { tree, other } = model;
  const nodes: number[] = [];
  const begun: Border[] = [];
  const scales: number[] = [];
  let count = 0;
  let all = 0;
  if (number !== 0) {
    for (let i = -1; i < cut.nodes.length; i++) {
      const node = childOf(tree, i < 0 ? 0 : (cut.nodes[i] as number), number);
      if (node === 0) continue;
      const from = i < 0 ? cut.border : (cut.begun[i] as Border);
      const scale = i < 0 ? 1 : (cut.scales[i] as number);
      const word = tree.from[node] as number;
      const ends = tree.ends[node] as number;
      if (ends === 1) {
        const chance = scale * chanceAt(model, from, word, word + 1);
        ended[count] = word;
        endedChances[count++] = chance;
        all += chance;
      }
      const rest = scale * chanceAt(model, from, word + ends, tree.to[node] as number);
      if (rest === 0) continue;
      nodes.push(node);
      begun.push(from);
      scales.push(scale);
      all += rest;
    }
  }
  const chance = shareOfOther(unit, number) * chanceAt(model, cut.border, other, other + 1);
  ended[count] = other;
  endedChances[count++] = chance;
  all += chance;
  for (let i = 0; i < scales.length; i++) scales[i] = (scales[i] as number) / all;
  return { border: borderOf(model, count, all), nodes, begun, scales };
}

function borderOf(model: WordModel, count: number, all: number): Border {
  const words: number[] = [];
  const chances: number[] = [];
  let backoff = 0;
  // A word that goes on for certain may yet turn out to be two.
  for (let limit = all * least; words.length === 0; limit = 0) {
    for (let i = 0; i < count; i++) {
      const chance = endedChances[i] as number;
      if (chance < limit) continue;
      const share = chance / all;
      words.push(ended[i] as number);
      chances.push(share);
      backoff += share * (model.backoff[ended[i] as number] as number);
    }
  }
  return { words, chances, backoff };
}

/** How likely it is that a word of a range stands at a border. */
function chanceAt(model: WordModel, border: Border, from: number, to: number): number {
  if (from === to) return 0;
  const { words, chances } = border;
  let chance = border.backoff * ((model.chances[to] as number) - (model.chances[from] as number));
  for (let i = 0; i < words.length; i++) {
    chance += (chances[i] as number) * moreAfter(model, words[i] as number, from, to);
  }
  return chance > 0 ? chance : 0;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** How much of what is no word a character is; little where it could be one. */
export function shareOfOther(unit: number, number: number): number {
  if (number !== 0) return 2 ** -20;
  if (unit < 0x80) return 2 ** -7;
  if (unit === 0xfffd) return 2 ** -10;
  if (unit >= 0xe000 && unit <= 0xf8ff) return 2 ** -25;
  const character = String.fromCharCode(unit);
  if (isHan(character)) return codeOf(character) === 0 ? 2 ** -14 : 2 ** -12;
  return 2 ** -10;
}
