import { Converter } from "opencc-js/cn2t";
import { expect, test } from "vitest";
import { readingsOf } from "../src/readings.ts";
import { cleaned } from "./helpers.ts";
import { articles } from "./texts.ts";

/** How a page writes its glosses: the reading of a character with a tone from 0 to 3. */
const styles: Readonly<Record<string, (letters: string, tone: number) => string>> = {
  "with tone marks": (letters, tone) => `(${marked(letters, tone)})`,
  "with tone digits": (letters, tone) => `(${letters}${tone + 1})`,
  "without tones": (letters) => `(${letters})`,
  "in full-width brackets": (letters, tone) => `（${marked(letters, tone)}）`,
  "with spaces": (letters, tone) => ` ( ${marked(letters, tone)} )`,
  "in capital letters": (letters, tone) => `(${marked(letters, tone).toUpperCase()})`,
};

const vowels: Readonly<Record<string, string>> = { a: "āáǎà", e: "ēéěè", i: "īíǐì", o: "ōóǒò", u: "ūúǔù", v: "ǖǘǚǜ" };

function marked(letters: string, tone: number): string {
  const first = ["a", "e", "o"].map((vowel) => letters.indexOf(vowel)).find((at) => at >= 0);
  const at = first ?? Math.max(letters.lastIndexOf("i"), letters.lastIndexOf("u"), letters.lastIndexOf("v"));
  if (at < 0) return letters;
  return letters.slice(0, at) + (vowels[letters.charAt(at)]?.[tone] ?? "") + letters.slice(at + 1);
}

/** Numbers that look random and are the same at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * below);
  };
}

test.each(Object.keys(styles))("restores pages that gloss characters %s", async (style) => {
  const toTraditional = Converter({ from: "cn", to: "t" });
  const next = numbers(7);
  const wrong: string[] = [];
  let exact = 0;
  const pages = articles();
  for (const [i, { name, text }] of pages.entries()) {
    const page: string = i % 2 === 0 ? toTraditional(text) : text;
    const characters = [...new Set(page)].filter((one) => /\p{Script=Han}/u.test(one) && readingsOf(one).length > 0);
    const table = new Map<string, string>();
    for (let k = 8 + next(40); k > 0; k--) {
      const character = characters[next(characters.length)] ?? "";
      table.set(character, styles[style]?.(readingsOf(character)[0] ?? "", next(4)) ?? "");
    }
    const spun = [...page].map((one) => one + (table.get(one) ?? "")).join("");
    const wanted = (await cleaned(page)).text;
    const found = (await cleaned(spun)).text;
    if (found === wanted) exact++;
    else if (found.replaceAll(/ ?[(（] ?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\d? ?[)）]/giu, "") !== wanted)
      wrong.push(name);
  }
  expect(wrong).toEqual([]);
  expect(exact / pages.length).toBeGreaterThanOrEqual(0.98);
});
