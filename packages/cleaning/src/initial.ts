import { codeOf } from "./gbk-table.ts";
import { simplified } from "./rules/script.ts";

/** Level 1 of GB 2312 is in the order of Pinyin: where the characters of each initial letter begin. */
const begins: readonly (readonly [code: number, letter: string])[] = [
  [0xb0a1, "a"],
  [0xb0c5, "b"],
  [0xb2c1, "c"],
  [0xb4ee, "d"],
  [0xb6ea, "e"],
  [0xb7a2, "f"],
  [0xb8c1, "g"],
  [0xb9fe, "h"],
  [0xbbf7, "j"],
  [0xbfa6, "k"],
  [0xc0ac, "l"],
  [0xc2e8, "m"],
  [0xc4c3, "n"],
  [0xc5b6, "o"],
  [0xc5be, "p"],
  [0xc6da, "q"],
  [0xc8bb, "r"],
  [0xc8f6, "s"],
  [0xcbfa, "t"],
  [0xcdda, "w"],
  [0xcef4, "x"],
  [0xd1b9, "y"],
  [0xd4d1, "z"],
  [0xd7fa, ""],
];

/** The first letter of an everyday character's reading, or null where the table's order does not tell. */
export function initialOf(character: string): string | null {
  const code = codeOf(simplified(character));
  if (code === 0 || (code & 255) < 0xa1) return null;
  let letter: string | null = null;
  for (const [from, name] of begins) {
    if (code < from) break;
    letter = name === "" ? null : name;
  }
  return letter;
}
