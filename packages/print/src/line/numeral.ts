/**
 * Places in a text where a line break would mislead or look wrong: inside a number, between a number
 * and its unit, its magnitude or its prefix, inside a range. `forbidden` holds positions (UTF-16, a
 * break before that code unit), `costly` those that are only better avoided, with their cost.
 */
export interface NumeralBreaks {
  readonly forbidden: ReadonlySet<number>;
  readonly costly: ReadonlyMap<number, number>;
}

/** Cost of a break within a date; higher than that of a loose line. */
const dateBreak = 1200;
/** Cost of a break within a range that is spelled with words, and of one inside a number in Han characters. */
const wordyBreak = 400;

const han = "〇零一二三四五六七八九十百千万亿萬億两兩";

// A number with what follows it. Matches 13.1万余起 up to 起, 20%, 100多个百分点, 3,000元; must not match a number in words.
const number =
  /\d+(?:[,，.．:：·]\d+)*(?:[%％‰℃°]|[余餘多])*[十百千万亿萬億兆]*[余餘多]?(?:[个個]?百分[点點]|人次|美元|[欧歐]元|港元|港[币幣]|日元|英[镑鎊]|[韩韓]元|人民[币幣]|平方米|平方公里|公里|千米|公斤|千克|分[钟鐘]|小[时時]|[个個]月|季度|周年|世纪|年度|[㐀-鿿])?/gu;

// What belongs to the number after it. Matches the end of 同比近, 第 and ￥; must not match 近日.
const prefix =
  /(?:不到|不足|超[过過出]|接近|[将將]近|大[约約]|[达達]到|高[达達]|[总總]第|[约約近逾超第达達共仅僅每前后後至])?[￥$€£¥＄＋+−±-]?$/u;
/** No prefix is longer. */
const prefixLength = 3;

// A range. Matches 1—6 and 20%～35% and 3万-5万; must not match —— or a dash beside a word.
const range = /(?<=[\d%％‰℃万亿萬億千百十年月日时時])[—–－～〜~−-](?=[￥$]?\d)/gu;

// A range in words. Matches the 至 of 3月至5月 and 1到6月; must not match 至少.
const wordyRange = /(?<=[\d%％万亿萬億年月日时時])[至到](?=\d)/gu;

// A date. Matches 2023年12月25日 and 12月25日; must not match 25日 alone.
const date = /(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?/gu;

// A number in Han characters with what it counts. Matches 三十五亿余元 up to 元, 十余万; must not match 一 alone.
const hanNumber = new RegExp(`[第约約近逾超]?[${han}]{2,}[余餘多]?[万亿萬億]?[㐀-鿿]|[${han}][余餘多][${han}]?`, "gu");

/** Finds the places of a text that keep numbers whole. */
export function numeralBreaks(text: string): NumeralBreaks {
  const forbidden = new Set<number>();
  const costly = new Map<number, number>();
  for (const match of text.matchAll(hanNumber)) inside(match, (at) => costly.set(at, wordyBreak));
  if (!/\d/u.test(text)) return { forbidden, costly }; // matches any text with a digit 0–9
  for (const match of text.matchAll(number)) {
    const before = text.slice(Math.max(0, match.index - prefixLength), match.index);
    const start = match.index - (prefix.exec(before)?.[0].length ?? 0);
    for (let at = start + 1; at < match.index + match[0].length; at++) forbidden.add(at);
  }
  for (const match of text.matchAll(range)) {
    forbidden.add(match.index);
    forbidden.add(match.index + match[0].length);
  }
  for (const match of text.matchAll(wordyRange)) {
    costly.set(match.index, wordyBreak);
    costly.set(match.index + match[0].length, wordyBreak);
  }
  for (const match of text.matchAll(date)) {
    inside(match, (at) => {
      const before = text[at - 1];
      if ((before === "年" || before === "月") && !forbidden.has(at)) costly.set(at, dateBreak);
    });
  }
  return { forbidden, costly };
}

function inside(match: RegExpExecArray, note: (at: number) => void): void {
  for (let at = match.index + 1; at < match.index + match[0].length; at++) note(at);
}
