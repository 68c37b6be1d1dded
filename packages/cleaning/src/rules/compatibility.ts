import { type Draft, change, changeUnits, inOrder } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";
import { closeLetters, closeWords } from "./spacing.ts";

/** Radicals that PDF writers put for characters and that Unicode does not fold by itself. */
const radicals: Readonly<Record<string, string>> = {
  "⺟": "母",
  "⻅": "见",
  "⻆": "角",
  "⻉": "贝",
  "⻋": "车",
  "⻓": "长",
  "⻔": "门",
  "⻘": "青",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻢": "马",
  "⻣": "骨",
  "⻤": "鬼",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻨": "麦",
  "⻩": "黄",
  "⻬": "齐",
  "⻮": "齿",
  "⻰": "龙",
  "⺠": "民",
  "⻄": "西",
  "⻁": "虎",
  "⻳": "龟",
};

/** Radicals, and Han characters that are there for the sake of other standards. */
const signs = guarded(/[\u2E80-\u2FDF\uF900-\uFAFF]/gu);

/** Reads radical signs and compatibility forms as the characters that they stand for, and closes up characters set apart for looks. */
export function foldCompatibility(draft: Draft): Draft {
  const folded = signs.mayMatch(draft.text)
    ? change(
        draft,
        changeUnits(
          draft.text,
          "cleaning/radical-sign",
          signs.pattern,
          (unit) => radicals[unit] ?? unit.normalize("NFKC"),
        ),
      )
    : draft;
  return change(folded, inOrder([...closeLetters(folded.text), ...closeWords(folded.text)]));
}
