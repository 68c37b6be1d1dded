/** How marks, figures and words follow each other in print, put into a word model that was counted elsewhere. */
import { readFileSync, readdirSync } from "node:fs";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { simplified } from "../src/rules/script.ts";

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
/** How many times a class counts for as the texts at large have it. */
const smoothing = 5;

const folder = new URL("../test/texts/", import.meta.url);

/** Gives marks, figures and letters the chances that they have in print. */
export function printed({ words, pairs }: Counts, leave: (name: string) => boolean = () => false): Counts {
  const print = classesOf(leave);
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
      made.push({ first, second, chance: chance * share, before, backoff: share / (1 - marksShare) });
    }
  }
  return { words: result, pairs: made };
}

interface Print {
  /** How likely a class is, and after another. */
  chance(one: string): number;
  after(first: string, second: string): number;
}

function classesOf(leave: (name: string) => boolean): Print {
  const jieba = Jieba.withDict(dict);
  const met = new Map<string, number>();
  const many = new Map<string, number>();
  let all = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json") || leave(name)) continue;
    for (const paragraph of paragraphsOf(JSON.parse(readFileSync(new URL(name, folder), "utf8")))) {
      const cut = jieba
        .cut(simplified(paragraph), false)
        .flatMap((one) => (isHan(one) ? [word] : [...one].map(classOf)));
      const row = ["\n", ...cut, "\n"];
      for (let i = 1; i < row.length; i++) {
        const [first = "", second = ""] = row.slice(i - 1, i + 1);
        met.set(first + second, (met.get(first + second) ?? 0) + 1);
        many.set(first, (many.get(first) ?? 0) + 1);
        all++;
      }
    }
  }
  const chance = (one: string): number => ((many.get(one) ?? 0) + 0.5) / (all + 20);
  const after = (first: string, second: string): number =>
    ((met.get(first + second) ?? 0) + smoothing * chance(second)) / ((many.get(first) ?? 0) + smoothing);
  return { chance, after };
}

type Entry = { readonly text?: string; readonly title?: string; readonly paragraphs?: readonly string[] };

function paragraphsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ text = "", title = "", paragraphs = [] }) =>
    [title, ...text.split("\n"), ...paragraphs].filter((one) => one !== ""),
  );
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

function classOf(character: string): string {
  if (/[0-9]/u.test(character)) return figures;
  if (/[A-Za-z]/u.test(character)) return letters;
  return openMarks.includes(character) || openOther.includes(character) ? character : otherClass;
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
