import type { Change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

const rule = "cleaning/letter-spacing";

/** Rows of single characters that are words of their own: 春 夏 秋 冬, 日 一 二 三. */
const rows =
  /^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥〇一二三四五六七八九十百日东南西北中发白春夏秋冬金木水火土赤橙黄绿青蓝紫红黑上下左右前后优良差琴棋书画车马炮兵卒士相象将帅语数英政史地生物化音体美男女老少是否，。、；：“” ]+$/u;

// Matches `犯 罪 嫌 疑`; must not match `甲 乙 丙` (names) or `严打 铲除`.
const spaced = guarded(
  /(?<![\p{Script=Han}] )(?:[\p{Script=Han}，。、；：“”] ){3,400}[\p{Script=Han}，。](?![\p{Script=Han}])/gu,
);

/** 犯 罪 嫌 疑 人: four characters or more, each set apart by one space, are one word. */
export function closeLetters(text: string): Change[] {
  const changes: Change[] = [];
  for (const match of spaced.all(text)) {
    if (rows.test(match[0])) continue;
    for (let i = 0; i < match[0].length; i++) {
      if (match[0][i] === " ")
        changes.push({ start: match.index + i, end: match.index + i + 1, replacement: "", rule });
    }
  }
  return changes;
}

const spacedMark = guarded(/ [，。] /u);

/** 今年 以来 ， 全市 公安机关 共 破获: a line that was cut into words, its marks too, is put together. */
export function closeWords(text: string): Change[] {
  if (!spacedMark.test(text)) return [];
  const changes: Change[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (isCut(text.slice(start, end))) {
      // Matches the space in `今年 以来`, `以来 ，` and `12 起`; must not match `GOIP VOIP`.
      for (const match of text
        .slice(start, end)
        .matchAll(
          /(?<=[\p{Script=Han}，。、；：？！“”‘’（）《》…—]) {1,2}(?=\S)|(?<=\S) {1,2}(?=[\p{Script=Han}，。、；：？！“”‘’（）《》…—])/gu,
        )) {
        const at = start + match.index;
        changes.push({ start: at, end: at + match[0].length, replacement: "", rule });
      }
    }
    start = end + 1;
  }
  return changes;
}

/** Every mark of the line stands between spaces, and so do its words: a space for every four characters. */
function isCut(line: string): boolean {
  const marks = line.match(/[，。、；：！？]/gu)?.length ?? 0;
  if (marks < 2) return false;
  const free = line.match(/ [，。、；：！？](?: |$)/gu)?.length ?? 0;
  const spaces = line.match(/ /gu)?.length ?? 0;
  return free * 10 >= marks * 9 && spaces * 5 >= line.length - spaces;
}

// Matches the space in `起 ，`, `（ 含`, `金 ）`, `“ 断`; must not match one at a line's start or behind `。`.
const spaceAtMark = guarded(
  /(?<=[\p{Script=Han}\d%A-Za-z”’》）])[ \u00A0]{1,3}(?=[，。；、：？！）”’》])|(?<=[（“‘《])[ \u00A0]{1,3}(?=[\p{Script=Han}\d])|(?<=[\p{Script=Han}\d%”’》）][，；、])[ \u00A0]{1,2}(?=[\p{Script=Han}“《])/gu,
);

/** Takes spaces away that stand before a mark, within brackets and quotes, and behind a comma in prose. */
export function closeMarks(text: string): Change[] {
  const changes: Change[] = [];
  for (const match of spaceAtMark.all(text)) {
    changes.push({ start: match.index, end: match.index + match[0].length, replacement: "" });
  }
  return changes;
}

// Matches the space in `案件 13`, `13.1 万起` and `5% 以上`; must not match `a 5` or a gap of three spaces.
const spaceAtFigure = guarded(
  /(?<=[\p{Script=Han}，。、；：（“])[ \u00A0\u2002-\u200A\u202F]{1,2}(?=\d)|(?<=[\d%])[ \u00A0\u2002-\u200A\u202F]{1,2}(?=\p{Script=Han})/gu,
);

/** 破获案件 13.1 万起 is 破获案件13.1万起: within prose, figures are not set apart from their words. */
export function closeFigures(text: string): Change[] {
  const changes: Change[] = [];
  let end = 0;
  let prose = false;
  for (const match of spaceAtFigure.all(text)) {
    if (match.index >= end) {
      const stop = text.indexOf("\n", match.index);
      end = stop < 0 ? text.length : stop;
      const line = text.slice(text.lastIndexOf("\n", match.index) + 1, end);
      prose =
        (/[。；]/u.test(line) || (line.includes("，") && line.length > 30 && !betweenCells.test(line))) &&
        !/\d [:：] \d/u.test(line);
    }
    if (prose && !isPrinted(text, match.index))
      changes.push({ start: match.index, end: match.index + match[0].length, replacement: "" });
  }
  return changes;
}

// Matches the gaps of `10月8日 19:30 音乐厅 民乐专场《丝路》 票价50元，学生半价`; must not match `共 13 起，比去年`.
const betweenCells = guarded(
  /[\p{Script=Han}》”）] [\p{Script=Han}《“（].*[\p{Script=Han}》”）] [\p{Script=Han}《“（]/u,
);

/** A space that print has: behind a dateline, `本报讯 2021年`, and behind the number of a clause, `2.1 建设规模`. */
function isPrinted(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 24);
  const before = text.slice(start, at);
  return (
    /^(?:\d{1,2}(?:\.\d{1,2}){1,3}|[^，。]{0,20}(?:[讯电]|电[）)]))$/u.test(before) &&
    (start === 0 || text[start - 1] === "\n")
  );
}
