/**
 * Writes what the repair of damaged text knows of the language, from two npm packages that are needed here alone:
 *
 *   src/data/readings.ts  the readings of each character of GBK, from pinyin-pro (MIT)
 *   src/data/common.ts    which characters are everyday ones, from the dictionary of jieba (MIT) in @node-rs/jieba
 *
 * Run it after a change of either; the result is committed, and a test holds the files to what this makes. The words
 * themselves go into src/data/grams.ts: see write-grams.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { dict } from "@node-rs/jieba/dict.js";
import { pinyin } from "pinyin-pro";
import { gbkTable } from "../src/gbk/gbk-table.ts";
import { simplified } from "../src/rules/script/script.ts";

/** Words that are rarer in the dictionary's text than this are left out. */
const leastCount = 5;
const leastAlone = 20;
/** How many of the commonest characters are everyday ones, simplified forms counted. */
const everydayCount = 4000;

/** What the files hold, before it is compressed. */
export function tables(): Readonly<Record<"readings" | "common", Uint8Array>> {
  return { readings: readings(), common: common() };
}

if (import.meta.main) {
  const made = tables();
  write("readings", compressed(made.readings), [
    "The readings of each Han character of GBK, in the order of its codes, packed by scripts/write-characters.ts: do not edit.",
    "From pinyin-pro (MIT License, © 2022 zh-lx).",
  ]);
  write("common", made.common, [
    "A bit for each character from U+4E00 on: whether it is everyday, simplified or traditional; written by scripts/write-characters.ts.",
    "From the counts of jieba's dictionary (MIT License, © 2013 Sun Junyi).",
  ]);
}

/** Words of the news, simplified, with how often they stand in jieba's text; the words of words.txt are added. */
export function newsWords(): ReadonlyMap<string, number> {
  return counted().words;
}

interface Counted {
  readonly words: ReadonlyMap<string, number>;
  /** How often each character stands, in words or alone. */
  readonly characters: ReadonlyMap<string, number>;
}

function counted(): Counted {
  const words = new Map<string, number>();
  const characters = new Map<string, number>();
  for (const line of new TextDecoder().decode(dict).split("\n")) {
    const [word = "", digits = "", tag = ""] = line.split(" ");
    const count = Number(digits);
    if (!/^[\u4E00-\u9FFF]{1,8}$/u.test(word) || !Number.isInteger(count)) continue;
    for (const one of word) characters.set(one, (characters.get(one) ?? 0) + count);
    if (simplified(word) !== word || codeless(word)) continue;
    // A name of a person proves nothing about the next person; common words that are tagged so are words.
    if (tag.startsWith("nr") && word.length > 1 && count < 200) continue;
    if (count >= (word.length === 1 ? leastAlone : leastCount)) words.set(word, count);
  }
  for (const word of wordsOfToday()) words.set(word, Math.max(words.get(word) ?? 0, 1500));
  return { words, characters };
}

/** The words of words.txt. */
export function wordsOfToday(): string[] {
  const text = readFileSync(new URL("words.txt", import.meta.url), "utf8").replaceAll(/#.*/gu, "");
  return text.split(/\s+/u).filter((word) => word.length >= 2);
}

function codeless(word: string): boolean {
  const { codes } = gbkTable();
  return [...word].some((one) => codes[one.charCodeAt(0)] === 0);
}

function readings(): Uint8Array {
  const { characters } = gbkTable();
  const syllables: string[] = [];
  const mains: number[] = [];
  const others: number[] = [];
  const numberOf = (syllable: string): number => {
    const known = syllables.indexOf(syllable);
    return known >= 0 ? known + 1 : syllables.push(syllable);
  };
  let at = 0;
  for (const character of characters) {
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const read = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true })
      .map((one) => one.toLowerCase().replaceAll("ü", "v"))
      .filter((one) => /^[a-z]{1,6}$/u.test(one));
    const [main, ...rest] = [...new Set(read)];
    mains.push(main === undefined ? 0 : numberOf(main));
    for (const one of rest) others.push(at, numberOf(one));
    at++;
  }
  const names = new TextEncoder().encode(syllables.join(" "));
  const sizes = [names.length, mains.length, others.length];
  return Buffer.concat([
    Uint8Array.from(sizes.flatMap((one) => [one & 255, one >> 8])),
    names,
    ...bytes(mains),
    ...bytes(others),
  ]);
}

/** The low bytes of a list of numbers, then the high ones. */
function bytes(list: readonly number[]): Uint8Array[] {
  return [Uint8Array.from(list, (one) => one & 255), Uint8Array.from(list, (one) => one >> 8)];
}

function common(): Uint8Array {
  const { characters } = counted();
  const { codes } = gbkTable();
  const chosen = new Set(
    [...characters]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, everydayCount)
      .map(([one]) => one),
  );
  const set = new Uint8Array((0xa000 - 0x4e00) / 8);
  for (let unit = 0x4e00; unit < 0xa000; unit++) {
    const character = String.fromCharCode(unit);
    if (codes[unit] === 0 || !chosen.has(simplified(character))) continue;
    set[(unit - 0x4e00) >> 3] = (set[(unit - 0x4e00) >> 3] ?? 0) | (1 << (unit & 7));
  }
  return set;
}

function compressed(bytes: Uint8Array): Uint8Array {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params });
}

function write(name: string, data: Uint8Array, about: readonly string[]): void {
  const comment = about.map((line) => ` * ${line}\n`).join("");
  const text = `/**\n${comment} */\nexport const ${name} =\n  "${Buffer.from(data).toString("base64")}";\n`;
  writeFileSync(new URL(`../src/data/${name}.ts`, import.meta.url), text);
}
