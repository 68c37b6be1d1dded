/**
 * How marks, figures and words stand in print, counted in the texts of test/texts, which are our own, and put into a
 * word model that was counted elsewhere. A word or a pair of words counts only where several texts have it: what is
 * learnt is how such texts speak, not what they say.
 */
import { readFileSync, readdirSync } from "node:fs";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import type { News } from "./news.ts";
import { simplified } from "../src/rules/script/script.ts";

export interface Counts {
  /** How likely each word is by itself. */
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly chance: number;
  /** How likely the first word is, and how much of its rest a word gets that is not paired with it. */
  readonly before: number;
  readonly backoff: number;
}

/** Stands for all that is no word and no mark, and comes after all words; `0` stands for digits, `a` for letters. */
export const otherClass = "\uFFFF";
const figures = "0";
const letters = "a";

/** Marks that open-gram has as words, and what it has as one class. */
const openMarks = "，。、：；！？“”…";
const openOther = "（）《》‘’—·％%【】〈〉　 .-/\n0a\uFFFF";
/** Words are one class here. */
const word = "字";
/** After which of open-gram's words come those that follow a mark which it does not have. */
const alike: Readonly<Record<string, string>> = {
  "。": "，",
  "：": "“",
  "；": "，",
  "（": "“",
  "《": "“",
  "‘": "“",
  "）": "”",
  "》": "”",
  "’": "”",
};
/** Figures are followed by what follows these. */
const numerals = "两三四五六七八九十几";
/** How much what open-gram has after a mark says of what is there in print: its sentences begin with 我 and 你. */
const openings = 0.4;
/** How many times a class counts for as the texts at large have it. */
const smoothing = 5;

/** In how many texts a pair must be. */
const fewestTexts = 2;
/** How much of what is known of single words is that of print. */
const printShare = 0.2;
/** How much what is known elsewhere counts for, for each kind of what follows a word in print, and at all. */
const elsewhere = { kinds: 14, any: 4 };

const folder = new URL("../test/texts/", import.meta.url);

/** Gives marks, figures and letters the chances that they have in print. */
export function printed({ words, pairs }: Counts, news: News, leave: (name: string) => boolean = () => false): Counts {
  const print = countedIn(words, leave);
  const open = openSideOf(words, pairs);
  // Single words first.
  const result = new Map<string, number>();
  const marksShare = [...(openMarks + openOther)].reduce((sum, one) => sum + print.chance(one), 0);
  let wordsShare = 0;
  for (const [one, chance] of words) if (!isMark(one)) wordsShare += chance;
  for (const [one, chance] of words) if (!isMark(one)) result.set(one, (chance / wordsShare) * (1 - marksShare));
  for (const one of openMarks + openOther) result.set(one, print.chance(one));
  // What follows words: as open-gram has it, marks as much more or less often as they are in print.
  const factor = new Map<string, number>();
  for (const one of openMarks) factor.set(one, print.after(word, one) / open.afterWords(one));
  for (const one of openOther) factor.set(one, print.after(word, one) / open.afterWords(otherClass));
  const made: Pair[] = [];
  for (const [first, list] of open.byFirst) {
    if (isMark(first)) continue;
    const before = result.get(first) ?? 0;
    let marks = 0;
    let was = 0;
    const own: { second: string; chance: number }[] = [];
    for (const { second, chance } of list) {
      if (!isMark(second)) continue;
      was += chance;
      for (const one of second === otherClass ? openOther : second) {
        const now = Math.min(0.8, chance * (factor.get(one) ?? 1));
        marks += now;
        own.push({ second: one, chance: now });
      }
    }
    const most = marks > 0.9 ? 0.9 / marks : 1;
    const scale = (1 - marks * most) / (1 - was);
    for (const { second, chance } of own) {
      made.push({ first, second, chance: chance * most, before, backoff: list[0]?.backoff ?? 1 });
    }
    for (const pair of list) {
      if (!isMark(pair.second)) made.push({ ...pair, chance: pair.chance * scale, before });
    }
  }
  // What follows marks and figures.
  for (const first of openMarks + openOther) {
    const before = print.chance(first);
    for (const second of openMarks + openOther) {
      made.push({ first, second, chance: print.after(first, second), before, backoff: 1 });
    }
    const follow = first === figures ? open.afterNumerals() : open.wordsAfter(alike[first] ?? first);
    const share = print.after(first, word);
    for (const [second, chance] of follow) {
      made.push({ first, second, chance: chance * share * openings, before, backoff: share / (1 - marksShare) });
    }
  }
  return learnt(newsRead({ words: result, pairs: made }, news), print);
}

/** How much is taken off each count of newspapers. */
const discount = 0.7;
/** How much what is known elsewhere counts beside newspapers, for each kind of what follows a word there, and at all. */
const spoken = { kinds: 20, any: 300 };

/**
 * Lets what follows words in newspapers count. Pairs that were too few there to be counted are what a word's own
 * count has over its pairs': as often what is known elsewhere counts.
 */
function newsRead({ words, pairs }: Counts, news: News): Counts {
  const made: Pair[] = [];
  const byFirst = Map.groupBy(pairs, ({ first }) => first);
  for (const first of news.pairs.keys()) if (words.has(first) && !byFirst.has(first)) byFirst.set(first, []);
  for (const [first, list] of byFirst) {
    const own = news.pairs.get(first);
    if (own === undefined || isClass(first)) {
      made.push(...list);
      continue;
    }
    const after = new Map([...own].filter(([second]) => words.has(second)));
    const taken = [...after.values()].reduce((sum, count) => sum + count - discount, 0);
    const many = Math.max(news.words.get(first) ?? 0, taken) + spoken.kinds * after.size + spoken.any;
    const rest = (many - taken) / many;
    const before = words.get(first) ?? 0;
    const backoff = list[0]?.backoff ?? 1;
    for (const pair of list) {
      const count = after.get(pair.second);
      after.delete(pair.second);
      const chance = pair.chance * rest + (count === undefined ? 0 : (count - discount) / many);
      made.push({ ...pair, chance, before, backoff: backoff * rest });
    }
    for (const [second, count] of after) {
      const chance = (words.get(second) ?? 0) * backoff * rest + (count - discount) / many;
      made.push({ first, second, chance, before, backoff: backoff * rest });
    }
  }
  return { words, pairs: made };
}

/** Lets what print has of words and pairs count among what is known of them. */
function learnt({ words, pairs }: Counts, print: Print): Counts {
  const singles = new Map<string, number>();
  const all = [...print.singles.values()].reduce((a, b) => a + b, 0);
  for (const [one, chance] of words) {
    const own = (print.singles.get(one) ?? 0) / all;
    singles.set(one, isClass(one) ? chance : (1 - printShare) * chance + printShare * own);
  }
  const made: Pair[] = [];
  const byFirst = Map.groupBy(pairs, ({ first }) => first);
  for (const [first, own] of print.pairs) if (own.size > 0 && !byFirst.has(first)) byFirst.set(first, []);
  for (const [first, list] of byFirst) {
    const own = print.pairs.get(first) ?? new Map<string, number>();
    const many = [...own.values()].reduce((a, b) => a + b, 0);
    const weight = elsewhere.kinds * own.size + elsewhere.any;
    const before = singles.get(first) ?? 0;
    const backoff = list[0]?.backoff ?? 1;
    const share = weight / (many + weight);
    const known = new Set<string>();
    for (const { second, chance } of list) {
      known.add(second);
      const now = ((own.get(second) ?? 0) + weight * chance) / (many + weight);
      made.push({ first, second, chance: now, before, backoff: backoff * share });
    }
    for (const [second, count] of own) {
      if (known.has(second)) continue;
      const now = (count + weight * backoff * (singles.get(second) ?? 0)) / (many + weight);
      made.push({ first, second, chance: now, before, backoff: backoff * share });
    }
  }
  return { words: singles, pairs: made };
}

interface Print {
  /** How likely a class is, and after another. */
  chance(one: string): number;
  after(first: string, second: string): number;
  /** How often words, marks and classes stand in several texts, and follow each other there. */
  readonly singles: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function countedIn(words: ReadonlyMap<string, number>, leave: (name: string) => boolean): Print {
  const classes = new Counter();
  const pairs = new Map<string, Counter>();
  const firsts = new Counter();
  const singles = new Counter();
  for (const [text, paragraphs] of textsOf(leave).entries()) {
    for (const paragraph of paragraphs) {
      const row = ["\n", ...piecesOf(paragraph, words), "\n"];
      for (let i = 1; i < row.length; i++) {
        const [first = "", second = ""] = row.slice(i - 1, i + 1);
        const [from, to] = [first, second].map((one) => (isClass(one) ? one : word));
        firsts.add(from ?? "", text);
        classes.add((from ?? "") + (to ?? ""), text);
        singles.add(second, text);
        const list = pairs.get(first) ?? new Counter();
        list.add(second, text);
        pairs.set(first, list);
      }
    }
  }
  const all = firsts.total();
  const chance = (one: string): number => (firsts.of(one) + 0.5) / (all + 20);
  const after = (first: string, second: string): number =>
    (classes.of(first + second) + smoothing * chance(second)) / (firsts.of(first) + smoothing);
  const common = [...pairs].map(([first, list]) => [first, list.common(fewestTexts)] as const);
  return { chance, after, singles: singles.common(fewestTexts), pairs: new Map(common) };
}

/** How often things were met, and in how many texts. */
class Counter {
  readonly #counts = new Map<string, { count: number; texts: number; last: number }>();

  add(one: string, text: number): void {
    const known = this.#counts.get(one) ?? { count: 0, texts: 0, last: -1 };
    known.count++;
    if (known.last !== text) known.texts++;
    known.last = text;
    this.#counts.set(one, known);
  }

  of(one: string): number {
    return this.#counts.get(one)?.count ?? 0;
  }

  total(): number {
    return [...this.#counts.values()].reduce((sum, { count }) => sum + count, 0);
  }

  common(texts: number): Map<string, number> {
    return new Map([...this.#counts].filter(([, one]) => one.texts >= texts).map(([one, { count }]) => [one, count]));
  }
}

/** The paragraphs of each text. */
function textsOf(leave: (name: string) => boolean): string[][] {
  return readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith(".json") && !leave(name))
    .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Entry[]).map(paragraphsOf));
}

function paragraphsOf({ text = "", title = "", paragraphs = [] }: Entry): string[] {
  return [title, ...text.split("\n"), ...paragraphs].filter((one) => one !== "");
}

let jieba: Jieba | null = null;

/** Words as jieba cuts them, in pieces where the model does not have them, and classes. */
function piecesOf(paragraph: string, words: ReadonlyMap<string, number>): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(simplified(paragraph), false).flatMap((one) => {
    if (isHan(one)) return words.has(one) ? [one] : [...one].map((part) => (words.has(part) ? part : otherClass));
    return [...one].map(classOf);
  });
}

type Entry = { readonly text?: string; readonly title?: string; readonly paragraphs?: readonly string[] };

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

function classOf(character: string): string {
  if (/[0-9]/u.test(character)) return figures;
  if (/[A-Za-z]/u.test(character)) return letters;
  return openMarks.includes(character) || openOther.includes(character) ? character : otherClass;
}

function isClass(one: string): boolean {
  return openMarks.includes(one) || openOther.includes(one);
}

/** Tells whether open-gram has something as a mark, or as no word. */
function isMark(one: string): boolean {
  return openMarks.includes(one) || one === otherClass;
}

interface Open {
  readonly byFirst: ReadonlyMap<string, readonly Pair[]>;
  /** How likely a mark is after words, all of them together. */
  afterWords(mark: string): number;
  /** The words that follow a word or mark, and numerals, as shares of all words there. */
  wordsAfter(first: string): Map<string, number>;
  afterNumerals(): Map<string, number>;
}

function openSideOf(words: ReadonlyMap<string, number>, pairs: readonly Pair[]): Open {
  const byFirst = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const list = byFirst.get(pair.first);
    if (list === undefined) byFirst.set(pair.first, [pair]);
    else list.push(pair);
  }
  const single = (one: string): number => words.get(one) ?? 0;
  const wordsAfter = (first: string): Map<string, number> => {
    const list = byFirst.get(first) ?? [];
    const backoff = list[0]?.backoff ?? 1;
    const marks = [...openMarks, otherClass].reduce(
      (sum, one) => sum + (list.find(({ second }) => second === one)?.chance ?? backoff * single(one)),
      0,
    );
    return new Map(
      list.filter(({ second }) => !isMark(second)).map(({ second, chance }) => [second, chance / (1 - marks)]),
    );
  };
  return {
    byFirst,
    wordsAfter,
    afterWords(mark) {
      let sum = 0;
      let all = 0;
      for (const [first, list] of byFirst) {
        if (isMark(first)) continue;
        const { before, backoff } = list[0] as Pair;
        all += before;
        sum += before * (list.find(({ second }) => second === mark)?.chance ?? backoff * single(mark));
      }
      return sum / all;
    },
    afterNumerals() {
      const result = new Map<string, number>();
      let all = 0;
      const add = (one: string, chance: number): void => {
        result.set(one, (result.get(one) ?? 0) + chance);
        all += chance;
      };
      for (const numeral of numerals) {
        for (const { second, chance, before } of byFirst.get(numeral) ?? []) {
          if (!isMark(second) && !numerals.includes(second[0] ?? "")) add(second, chance * before);
        }
      }
      // 三个 is a word as well.
      for (const [one, chance] of words) {
        const rest = one.slice(1);
        if (numerals.includes(one[0] ?? "") && rest !== "" && words.has(rest) && one.length < 4) add(rest, chance);
      }
      // Some of what follows a numeral never was seen after it.
      return new Map([...result].map(([one, chance]) => [one, (chance * 0.8) / all]));
    },
  };
}
