import { type Change, type Draft, change, changeUnits } from "../draft.ts";

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

/** Reads radical signs as the characters that they stand for, and closes up characters set apart for looks. */
export function foldCompatibility(draft: Draft): Draft {
  const folded = change(
    draft,
    changeUnits(
      draft.text,
      "cleaning/radical-sign",
      /[\u2E80-\u2FDF]/gu,
      (unit) => radicals[unit] ?? unit.normalize("NFKC"),
    ),
  );
  return change(folded, letterSpacing(folded.text));
}

/** 犯 罪 嫌 疑 人: four characters or more, each set apart by one space, are one word. */
function letterSpacing(text: string): Change[] {
  const changes: Change[] = [];
  // Matches `犯 罪 嫌 疑`; must not match `甲 乙 丙` (names) or `严打 铲除`.
  const spaced = /(?<![\p{Script=Han}] )(?:[\p{Script=Han}，。、；：“”] ){3,400}[\p{Script=Han}，。]/gu;
  for (const match of text.matchAll(spaced)) {
    for (let i = 0; i < match[0].length; i++) {
      if (match[0][i] !== " ") continue;
      changes.push({
        start: match.index + i,
        end: match.index + i + 1,
        replacement: "",
        rule: "cleaning/letter-spacing",
      });
    }
  }
  return changes;
}
