/**
 * Words of the news, and pairs of them, as they were counted in newspapers: what scripts/news-words.ts writes.
 */
import { readFileSync } from "node:fs";
import { simplified } from "../src/rules/script/script.ts";

export interface News {
  /** How often each word stands. */
  readonly words: ReadonlyMap<string, number>;
  /** How often a second word stands after a first; pairs that are rarer than three are not there. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads `word count` and `first second count`, tabs between. */
export function newsOf(path: string, isWord: (word: string) => boolean): News {
  const words = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.split("\t"));
  const names = [...new Set(lines.flatMap((line) => line.slice(0, -1)))];
  const plain = simplified(names.join("\n")).split("\n");
  const known = new Map(names.map((name, i) => [name, knownAs(name, plain[i] ?? "", isWord)]));
  for (const line of lines) {
    const [first = "", second = ""] = line.slice(0, -1).map((name) => known.get(name) ?? "");
    const count = Number(line.at(-1));
    if (line.length === 2 && first !== "") words.set(first, (words.get(first) ?? 0) + count);
    if (line.length !== 3 || first === "" || second === "") continue;
    const after = pairs.get(first) ?? new Map<string, number>();
    pairs.set(first, after.set(second, (after.get(second) ?? 0) + count));
  }
  return { words, pairs };
}

/** What stands for a figure, a name and so on there stands for it here. */
const classes: ReadonlyMap<string, string> = new Map([
  ["始##始", "\n"],
  ["末##末", "\n"],
  ["未##数", "0"],
  ["未##串", "a"],
  ["―", "—"],
]);

function knownAs(name: string, plain: string, isWord: (word: string) => boolean): string {
  return classes.get(name) ?? (name === plain && isWord(name) && !name.includes("#") ? name : "");
}
