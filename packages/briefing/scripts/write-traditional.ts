/**
 * Writes src/wording/traditional-data.ts from OpenCC (npm opencc-js, Apache-2.0): the characters, the forms of Taiwan and
 * Hong Kong, and those words of our own texts and names of areas that characters alone would convert wrongly (台州, 后者
 * right; 范县 → 范縣). Run it after a change of words, `node packages/briefing/scripts/write-traditional.ts`; a test says
 * when that is due.
 */
import { writeFileSync } from "node:fs";
import { charactersOf, convertWith, ownTexts, pairsOf } from "./traditional-texts.ts";

const characters = charactersOf();
const plain = new Map(characters);
const phrases = new Map<string, string>();
// Longer words are tried where shorter ones, found before, are wrong within another text: 五台山 beside 台山.
for (const least of [2, 3, 4]) {
  for (const text of ownTexts()) {
    const target = [...convertWith("t", text)];
    const now = converted(text);
    if (target.length !== now.length) continue;
    for (const [at, character] of target.entries()) {
      if (character !== now[at]) phrases.set(...shortest([...text], target, at, least));
    }
  }
}

/** What the tables make of a text so far. */
function converted(text: string): readonly string[] {
  const result: string[] = [];
  const list = [...text];
  for (let at = 0; at < list.length;) {
    const found = [4, 3, 2].map((length) => list.slice(at, at + length).join("")).find((part) => phrases.has(part));
    result.push(...(found === undefined ? [plain.get(list[at] ?? "") ?? list[at] ?? ""] : (phrases.get(found) ?? "")));
    at += found === undefined ? 1 : [...found].length;
  }
  return result;
}

/** The smallest part of a text around a place that is converted as it is within the text. */
function shortest(text: readonly string[], target: readonly string[], at: number, least: number): [string, string] {
  for (let length = least; length <= text.length; length++) {
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= text.length; start++) {
      const part = text.slice(start, start + length).join("");
      const wanted = target.slice(start, start + length).join("");
      if (convertWith("t", part) === wanted) return [part, wanted];
    }
  }
  return [text.join(""), target.join("")];
}

const written = (pairs: Iterable<readonly [string, string]>): string =>
  [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join(""))
    .join("");

writeFileSync(
  new URL("../src/wording/traditional-data.ts", import.meta.url),
  `// Written by scripts/write-traditional.ts from OpenCC (Apache-2.0); do not edit.

/** Simplified and traditional characters, in pairs. */
export const characters: string =
  "${written(characters)}";

/** Traditional characters and the forms of Taiwan, in pairs. */
export const taiwan: string =
  "${written(pairsOf("TWVariants"))}";

/** Traditional characters and the forms of Hong Kong, in pairs. */
export const hongKong: string =
  "${written(pairsOf("HKVariants"))}";

/** Words that characters alone would convert wrongly: simplified, space, traditional, parted by bars. */
export const phrases: string =
  "${[...phrases]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join(" "))
    .join("|")}";
`,
);
