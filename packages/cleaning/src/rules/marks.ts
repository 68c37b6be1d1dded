import type { Change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

const rule = "cleaning/punctuation-form";

/** Small, vertical and half-width forms of Chinese marks. */
const forms: Readonly<Record<string, string>> = {
  "﹐": "，",
  "﹑": "、",
  "﹒": "。",
  "﹔": "；",
  "﹕": "：",
  "﹖": "？",
  "﹗": "！",
  "﹙": "（",
  "﹚": "）",
  "﹛": "｛",
  "﹜": "｝",
  "﹝": "〔",
  "﹞": "〕",
  "︐": "，",
  "︑": "、",
  "︒": "。",
  "︓": "：",
  "︔": "；",
  "︕": "！",
  "︖": "？",
  "︵": "（",
  "︶": "）",
  "︷": "｛",
  "︸": "｝",
  "︹": "〔",
  "︺": "〕",
  "︻": "【",
  "︼": "】",
  "︽": "《",
  "︾": "》",
  "︿": "〈",
  "﹀": "〉",
  "﹁": "「",
  "﹂": "」",
  "﹃": "『",
  "﹄": "』",
  "｡": "。",
  "､": "、",
  "｢": "「",
  "｣": "」",
};

const form = guarded(/[︐-︖︵-﹄﹐-﹗﹙-﹞｡-､]/gu);
// Matches `二0二三年` and `一九九Ｏ年`; must not match `二十年` or `2023年`.
const yearInNumerals = guarded(/[一二][〇零○０0ＯO一二三四五六七八九]{3}年/gu);

/** Reads small, vertical and half-width forms of marks as the marks themselves, and a year's zero as 〇. */
export function readForms(text: string): Change[] {
  const changes: Change[] = [];
  for (const match of form.all(text)) {
    const replacement = forms[match[0]];
    if (replacement !== undefined) changes.push({ start: match.index, end: match.index + 1, replacement, rule });
  }
  for (const match of yearInNumerals.all(text)) {
    if (!/[一二三四五六七八九〇零○]/u.test(match[0].slice(1, 4))) continue;
    for (const zero of match[0].matchAll(/[０0ＯO]/gu)) {
      const start = match.index + zero.index;
      changes.push({ start, end: start + 1, replacement: "〇", rule });
    }
  }
  return changes.sort((a, b) => a.start - b.start);
}

const run = guarded(/\.{3}|。{3}|[・･·•]{3}|．{3}|‥|--|[─━―－]{2}/u);

/**
 * Gives Chinese its own ellipsis, dash and full stop: 很久... is 很久……, 三个字--不 is 三个字——不.
 * A row of marks that rules off a line stays.
 */
export function readRuns(text: string): Change[] {
  const changes: Change[] = [];
  if (!run.test(text)) return changes;
  // Matches `...`, `。。。` and `・・・` behind Chinese; must not match `1...9`, `a...` or a leader of dots to a page number.
  for (const match of text.matchAll(
    /(?<=[\p{Script=Han}”’》）」』？！，])(?:\.{3,12}|。{3,12}|[・･·•]{3,12}|．{3,12}|‥{1,4})/gu,
  )) {
    const end = match.index + match[0].length;
    if (/^[.。・･·•．‥]/u.test(text.slice(end, end + 1)) || /^[ \t]{0,4}[\d…]/u.test(text.slice(end, end + 6)))
      continue;
    changes.push({ start: match.index, end, replacement: "……", rule });
  }
  // Matches `--`, `──`, `――` and `－－` between Chinese; must not match `a--b` or a line of dashes.
  for (const match of text.matchAll(
    /(?<=[\p{Script=Han}”’》）」』，])(?:-{2,4}|[─━―－]{2,4})(?=[\p{Script=Han}“‘《「『])/gu,
  )) {
    changes.push({ start: match.index, end: match.index + match[0].length, replacement: "——", rule });
  }
  return changes.sort((a, b) => a.start - b.start);
}

const stop = guarded(/[.．]/u);

/** Reads `.` and `．` as 。 on a page that ends its sentences so and has no 。 at all. */
export function readStops(text: string): Change[] {
  if (text.includes("。") || !stop.test(text)) return [];
  const ends = [...text.matchAll(/(?<=[\p{Script=Han}”）》」])[.．](?=[”」]?[ \t\u3000]{0,4}(?:\r?\n|$))/gu)].filter(
    ({ index }) => isSentence(text, index),
  );
  if (ends.length === 0) return [];
  const changes: Change[] = ends.map(({ index }) => ({ start: index, end: index + 1, replacement: "。", rule }));
  // Within a line only behind a clause and before one: 马克.吐温 is a name.
  for (const match of text.matchAll(/(?<=[\p{Script=Han}”）》」])[.．](?=[ ]?[\p{Script=Han}“《「])/gu)) {
    const before =
      /[\p{Script=Han}\d%”）》]*$/u.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? "";
    const after = /^[ ]?[\p{Script=Han}\d%“《「]*/u.exec(text.slice(match.index + 1, match.index + 41))?.[0] ?? "";
    if (before.length >= 5 && after.length >= 3)
      changes.push({ start: match.index, end: match.index + 1, replacement: "。", rule });
  }
  return changes.sort((a, b) => a.start - b.start);
}

/** A line that ends in a dot is a sentence where it holds clauses, and no entry of a list of books. */
function isSentence(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf("\n", at) + 1, at - 200), at);
  return line.length >= 10 && /，/u.test(line) && !/\. |\[[A-Z]\]/u.test(line);
}
