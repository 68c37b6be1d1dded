/**
 * Writes src/data/grams.json: words, and pairs of words, with how likely they are.
 *
 *   node scripts/write-grams.ts pydict_sc.bin lm_sc.arpa news.tsv [FILES]
 *
 * The pairs and most of the words are those of open-gram (CC BY-SA 3.0) as Debian's packages have it:
 *
 *   apt-get download sunpinyin-data sunpinyin-utils      lm_sc.t3g and pydict_sc.bin are in the first
 *   tslminfo -v -p lm_sc.t3g > lm_sc.arpa                tslminfo is in the second
 *
 * open-gram counted pages of forums. How newspapers speak is news.tsv: see write-news.ts. Words of the news are added,
 * and weighed, by the dictionary of jieba (MIT) in @node-rs/jieba and by words.txt beside this script; how marks,
 * figures and words stand in print is counted in texts of our own: see print.ts; FILES are left out there, so that the
 * table can be tested on them. Pairs that tell little are left out.
 */
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { brotliCompressSync, constants } from "node:zlib";
import { codeOf } from "../src/gbk/gbk-table.ts";
import { simplified } from "../src/rules/script/script.ts";
import { commonest, packing } from "../src/language/word-model.ts";
import { type Counts, type Pair, otherClass, printed } from "./print.ts";
import { type News, newsOf } from "./news.ts";
import { newsWords, wordsOfToday } from "./write-characters.ts";

/** How much of what is known of single words is jieba's, and how much the newspapers'. */
const jiebaShare = 0.35;
const newsShare = 0.2;
/** How often a word of today counts as standing in newspapers at least, and a name: 王某, 李某. */
const leastToday = { word: 1000, name: 200 };
/** How many pairs are kept. */
const pairsKept = 600_000;
const longestWord = 8;
/** Characters that are rarer alone are left out: the table numbers a few thousand. */
const leastAlone = 5e-7;
/** Where the words of pydict_sc.bin begin, in UTF-32, each with a 0 after it. */
const wordsAt = 2_937_736;

const about =
  "Words and pairs of words with how likely they are, packed by scripts/write-grams.ts: do not edit. " +
  "Adapted from open-gram (© 2010 Kov Chai, virus huo, Tinyfool, © 1997-2010 MDBG) as the Debian package sunpinyin-data has it: " +
  "pruned, rounded, and mixed with the words of jieba's dictionary (MIT License, © 2013 Sun Junyi) " +
  "and with the words and pairs of smartcn in Apache Lucene (Apache License 2.0, © 2009 www.imdict.net). " +
  "This file is licensed under Creative Commons Attribution-ShareAlike 3.0 Unported, unlike the program: " +
  "https://creativecommons.org/licenses/by-sa/3.0/";

if (import.meta.main) {
  const [dictionary = "", model = "", counted = "", left] = process.argv.slice(2);
  const { words, pairs } = await openGram(wordsOf(readFileSync(dictionary)), model);
  const news = newsOf(counted, isWord);
  const made = packed(
    printed(
      { words: mixed(words, news), pairs },
      news,
      (name) => left !== undefined && new RegExp(left, "u").test(name),
    ),
  );
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const data = brotliCompressSync(made, { params }).toString("base64");
  writeFileSync(new URL("../src/data/grams.json", import.meta.url), `${JSON.stringify({ about, data }, null, 2)}\n`);
}

function wordsOf(bytes: Buffer): string[] {
  const units = new Uint32Array(
    bytes.buffer.slice(bytes.byteOffset + wordsAt, bytes.byteOffset + bytes.length - ((bytes.length - wordsAt) % 4)),
  );
  const words: string[] = [];
  let word = "";
  for (const unit of units) {
    if (unit === 0) {
      words.push(word);
      word = "";
    } else word += unit < 0x11_0000 ? String.fromCodePoint(unit) : "\uFFFD";
  }
  return words;
}

/** Reads the model as tslminfo prints it: a pair is `first second chance back-off (…)`. */
async function openGram(names: readonly string[], path: string): Promise<Counts> {
  const plain = simplified(names.join("\n")).split("\n");
  const words = new Map<string, number>();
  const wordById = new Map<number, { word: string; chance: number; backoff: number }>();
  const pairs: Pair[] = [];
  let order = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.startsWith("\\")) {
      order = Number(line[1]);
      if (order > 2) break;
      continue;
    }
    const [a = 0, b = 0, c = 0] = line.trim().split(/\s+/u).map(Number);
    if (order === 1) {
      const name = names[a] ?? "";
      const word = a === 0 ? otherClass : name;
      if (a !== 0 && (plain[a] !== name || !isWord(name) || (name.length === 1 && b < leastAlone))) continue;
      words.set(word, b);
      wordById.set(a, { word, chance: b, backoff: c });
    } else if (order === 2) {
      const first = wordById.get(a);
      const second = wordById.get(b);
      if (first === undefined || second === undefined) continue;
      pairs.push({ first: first.word, second: second.word, chance: c, before: first.chance, backoff: first.backoff });
    }
  }
  return { words, pairs };
}

function isWord(name: string): boolean {
  return name !== "" && name.length <= longestWord && [...name].every((one) => codeOf(one) !== 0);
}

/** Single words: those of Han characters that open-gram has, mixed with jieba's and those of newspapers. */
function mixed(words: ReadonlyMap<string, number>, news: News): Map<string, number> {
  const han = totalOf(words);
  const result = new Map<string, number>();
  for (const [word, chance] of words) result.set(word, isHan(word) ? chance * (1 - jiebaShare - newsShare) : chance);
  // The newspapers are of 1998: today's words stand as often in those of today.
  const papers = new Map(news.words);
  for (const word of wordsOfToday()) {
    const least = word.endsWith("某") ? leastToday.name : leastToday.word;
    papers.set(word, Math.max(papers.get(word) ?? 0, least));
  }
  for (const [list, share] of [
    [newsWords(), jiebaShare],
    [papers, newsShare],
  ] as const) {
    const all = totalOf(list);
    for (const [word, count] of list) {
      if (isHan(word)) result.set(word, (result.get(word) ?? 0) + (share * han * count) / all);
    }
  }
  return result;
}

function totalOf(words: ReadonlyMap<string, number>): number {
  return [...words].reduce((sum, [word, one]) => sum + (isHan(word) ? one : 0), 0);
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word);
}

/** The pairs that change most of what is expected. */
function kept(pairs: readonly Pair[], words: ReadonlyMap<string, number>): Pair[] {
  const weight = ({ second, chance, before, backoff }: Pair): number => {
    const without = (words.get(second) ?? 0) * backoff;
    return before * Math.abs(chance * Math.log(chance / without) - (chance - without));
  };
  return pairs
    .map((pair) => ({ pair, weight: weight(pair) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, pairsKept)
    .map(({ pair }) => pair);
}

function packed(counts: Counts): Uint8Array {
  const { words } = counts;
  const used = new Map<string, number>();
  for (const word of words.keys()) for (const one of word) used.set(one, (used.get(one) ?? 0) + 1);
  used.set(otherClass, 0);
  const alphabet = [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
  const number = new Map(alphabet.map((one, i) => [one, i + 1]));
  const list = [...words]
    .map(([word, chance]) => ({ word, chance, numbers: [...word].map((one) => number.get(one) ?? 0) }))
    .sort((a, b) => {
      for (let i = 0; ; i++) {
        const by = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
        if (by !== 0 || a.numbers[i] === undefined) return by;
      }
    });
  const costs = Uint8Array.from(list, ({ chance }) => stepsOf(chance));
  const added: number[] = [];
  const same: number[] = [];
  const letters: number[] = [];
  let before: readonly number[] = [];
  for (const { numbers } of list) {
    let depth = 0;
    while (depth < before.length && numbers[depth] === before[depth]) depth++;
    same.push(depth);
    added.push(numbers.length - depth);
    for (let i = depth; i < numbers.length; i++) {
      letters.push((numbers[i] ?? 0) - (i === depth ? (before[i] ?? 0) : 0));
    }
    before = numbers;
  }
  const text = new TextEncoder().encode(alphabet.join(""));
  return Buffer.concat([
    size(text.length),
    text,
    size(list.length),
    costs,
    Uint8Array.from(same),
    Uint8Array.from(added),
    size(letters.length),
    low(letters),
    high(letters),
    ...packedPairs(
      kept(counts.pairs, words),
      list.map(({ word }) => word),
      costs,
    ),
  ]);
}

function stepsOf(chance: number): number {
  return Math.min(255, Math.round(-Math.log2(chance) * packing.wordSteps));
}

/** For each word how many pairs it begins, then their second words by how common these are, then what they gain. */
function packedPairs(pairs: readonly Pair[], words: readonly string[], costs: Uint8Array): Uint8Array[] {
  const id = new Map(words.map((word, i) => [word, i]));
  const rank = new Int32Array(words.length);
  commonest(costs).forEach((word, i) => (rank[word] = i));
  const list = pairs
    .map(({ first, second, chance }) => {
      const to = id.get(second) ?? 0;
      const alone = 2 ** (-(costs[to] ?? 0) / packing.wordSteps);
      const gain = Math.round(Math.log2(chance / alone) * packing.pairSteps) + packing.pairZero;
      return { first: id.get(first) ?? 0, rank: rank[to] ?? 0, gain: Math.max(0, Math.min(255, gain)) };
    })
    .sort((a, b) => a.first - b.first || a.rank - b.rank);
  const counts = new Uint16Array(words.length);
  const near: number[] = [];
  const far: number[] = [];
  list.forEach(({ first, rank: at }, i) => {
    counts[first] = (counts[first] ?? 0) + 1;
    const last = list[i - 1];
    const step = at - (last?.first === first ? last.rank : -1) - 1;
    if (step < packing.near) near.push(step);
    else {
      near.push(packing.near + ((step - packing.near) >> 11));
      far.push((step - packing.near) & 2047);
    }
  });
  return [
    low(counts),
    high(counts),
    size(list.length),
    Uint8Array.from(near),
    size(far.length),
    Uint8Array.from(far, (one) => one >> 3),
    Uint8Array.from(far, (one) => one & 7),
    Uint8Array.from(list, ({ gain }) => gain),
  ];
}

function size(one: number): Uint8Array {
  return Uint8Array.of(one & 255, (one >> 8) & 255, (one >> 16) & 255, one >> 24);
}

function low(list: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(list, (one) => one & 255);
}

function high(list: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(list, (one) => (one >> 8) & 255);
}
