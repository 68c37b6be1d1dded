/**
 * Writes src/data/pairs.ts: how often two characters meet where a word ends and the next begins, counted in the
 * texts of test/texts (our own) as jieba cuts them. Run it after a change of these; the result is committed, and a
 * test holds the file to what this makes.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { pairClass } from "../src/word-borders.ts";
import { simplified } from "../src/rules/script.ts";

const folder = new URL("../test/texts/", import.meta.url);

/** What the file holds, before it is compressed; `leave` names files that are left out, so that they can be tested on. */
export function pairs(leave: (name: string) => boolean = () => false): Uint8Array {
  const jieba = Jieba.withDict(dict);
  const met = new Map<string, number>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json") || leave(name)) continue;
    for (const paragraph of paragraphsOf(JSON.parse(readFileSync(new URL(name, folder), "utf8")))) {
      const words = ["\n", ...jieba.cut(simplified(paragraph), false), "\n"];
      for (let i = 1; i < words.length; i++) {
        const pair = classOf(words[i - 1]?.at(-1)) + classOf(words[i]?.[0]);
        if (pair !== "00" && pair !== "aa") met.set(pair, (met.get(pair) ?? 0) + 1);
      }
    }
  }
  return packed(met);
}

if (import.meta.main) {
  const left = process.argv[2];
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const made = pairs((name) => left !== undefined && new RegExp(left, "u").test(name));
  const data = brotliCompressSync(made, { params }).toString("base64");
  writeFileSync(
    new URL("../src/data/pairs.ts", import.meta.url),
    "/**\n * How often two characters meet between words, packed by scripts/write-pairs.ts from test/texts: do not edit.\n */\n" +
      `export const pairs =\n  "${data}";\n`,
  );
}

type Entry = { readonly text?: string; readonly title?: string; readonly paragraphs?: readonly string[] };

function paragraphsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ text = "", title = "", paragraphs = [] }) =>
    [title, ...text.split("\n"), ...paragraphs].filter((one) => one !== ""),
  );
}

function classOf(character = "\n"): string {
  return String.fromCharCode(pairClass(character.charCodeAt(0)));
}

function low(one: number): number {
  return one & 255;
}

/** The characters, then for each the number of those that follow it, then these, then the counts. */
function packed(met: ReadonlyMap<string, number>): Uint8Array {
  const used = new Map<string, number>();
  for (const [pair, count] of met) for (const one of pair) used.set(one, (used.get(one) ?? 0) + count);
  const order = [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
  const rank = new Map(order.map((one, i) => [one, i]));
  const list = [...met]
    .map(([pair, count]) => ({ first: rank.get(pair[0] ?? "") ?? 0, second: rank.get(pair[1] ?? "") ?? 0, count }))
    .sort((a, b) => a.first - b.first || a.second - b.second);
  const sizes = new Uint16Array(order.length);
  for (const { first } of list) sizes[first] = (sizes[first] ?? 0) + 1;
  const alphabet = new TextEncoder().encode(order.join(""));
  return Buffer.concat([
    Uint8Array.of(low(alphabet.length), alphabet.length >> 8),
    alphabet,
    Uint8Array.from(sizes, low),
    Uint8Array.from(sizes, (one) => one >> 8),
    Uint8Array.from(list, ({ second }) => low(second)),
    Uint8Array.from(list, ({ second }) => second >> 8),
    Uint8Array.from(list, ({ count }) => Math.min(255, count)),
  ]);
}
