/**
 * Places in a text where a line break would mislead or look wrong: inside a number, between a number
 * and its unit, its magnitude or its prefix, inside a range. `forbidden` holds positions (UTF-16, a
 * break before that code unit), `costly` those that are only better avoided, with their cost; where a
 * position is in both, its cost holds.
 *
 * CLREQ leaves this empty (“digits and units”); GB/T 15835 says how numbers are written, not where
 * they may be cut. The rules here are ours.
 */
export interface NumeralBreaks {
  readonly forbidden: Set<number>;
  readonly costly: Map<number, number>;
}

/** Cost of a break within a date or a time: higher than that of any loose line. */
const dateBreak = 1_000_000;
/** Cost of a break within a range that is spelled with words: gaps of half an em come first. */
const wordyBreak = 6000;
/** Cost of a break that parts what is read together: 2023年|上半年, 25日|10时, 公通字|〔2024〕5号. */
const periodBreak = 300;

const digit = "[0-9０-９]";
const han = "〇零一二三四五六七八九十百千万亿萬億兆两兩廿卅";
// Any character that may be a unit: not those that join numbers or end what is said of one.
const script = "(?![至到和与與及或的是为為在占较較比同其])[㐀-鿿]";

// Units of more than one character; after an Arabic number any other character counts as its unit.
const longUnit =
  "[个個]?百分[点點]|[个個]?多月|[个個]半月?|[个個]月|[个個]工作日|人[次份]|[车班架批场]次|立方米|平方公里|平方米|千瓦时|公里|千米|厘米|毫米|公斤|千克|公顷|分[钟鐘]|小[时時]|季度|周[年岁]|世[纪紀]|年[度代]|月份|美元|[欧歐]元|港元|港[币幣]|日元|英[镑鎊]|[韩韓]元|人民[币幣]";
// What a number in Han characters counts; one character, since words such as 一些 and 十分 have no unit.
const shortUnit =
  "[起件名位个個人次条條部张張台臺户戶家元角分岁歲年月日天周时時秒倍成项項类類种種批处處场場轮輪期届屆号號章节節款级級所座栋棟层層套辆輛艘架头頭只隻亩畝吨噸克斤米版页頁篇册冊封笔筆单單宗例组組队隊支份余餘多几幾]";

// A number with what follows it. Matches 13.1万余起, 20%, 100多个百分点, 3,000元, 12台（部）, 80元/人, 3.5 万; must not match 三百.
const number = new RegExp(
  `${digit}+(?:,${digit}{3}(?!${digit})|[.．:：·]${digit}+)*[%％‰℃°]?(?: ?[十百千万亿萬億兆]+)?(?: ?[余餘多幾几])?[万亿萬億]?(?: ?(?:${longUnit}|${script}))?[余餘多]?(?:[（(][㐀-鿿]{1,2}[）)])?(?:[/／]${script}{1,2})?`,
  "uy",
);

// What belongs to the number after it. Matches the end of 同比近, 第, 表, 见图 and ￥; must not match 近日.
const prefix =
  /(?:(?:不[到足超少低][过過于於]?|至[少多]|最[多少高低]|超[过過出]|接近|[将將]近|大[约約]|[达達高多][到至达達]|[总總]第|附件|截至|[参參]?[见見][图圖表]|[约約近逾超第达達共仅僅每前后後至上表图圖注]) ?)?[￥$€£¥＄＋+−±-]?$/u;
/** No prefix is longer. */
const prefixLength = 5;

// A number in Han characters with what it counts. Matches 三十五亿余元, 百分之三点五, 十余万, 数千名, 第三, 一; what it is worth is asked of its parts.
const hanNumber = new RegExp(
  `([第约約近逾超数數几幾上])?([${han}]+)(分之[${han}]+)?([点點][${han}]+)?([余餘几幾])?多?[万亿萬億]?(${longUnit}|${shortUnit})?[余餘多]?`,
  "uy",
);
// Matches the —五 and 至五 that make a number of the 三 before them; must not match 至少.
const hanRange = new RegExp(`[—～至到][${han}]`, "uy");

const connectors = "—–－～〜~−-";
// A number that goes on after a connector or 至. Matches 35%, 第5, ￥3, 五 at its place; must not match 少.
const another = new RegExp(`[￥$€£第]?(?:${digit}|[${han}])`, "uy");
// What a date goes on with after its 年, 月, 时 or 分. Matches 12月, 9月, 1—11月, 1至9月, 25日, 30分 at its place; must not match 15人.
const dateRest: Readonly<Record<string, RegExp>> = {
  年: new RegExp(` ?(?:${digit}{1,2}|[${han}]{1,3})(?:[—–～~至到-](?:${digit}{1,2}|[${han}]{1,3}))? ?月`, "uy"),
  月: new RegExp(` ?(?:${digit}{1,2}|[${han}]{1,3}) ?[日号號]`, "uy"),
  时: new RegExp(` ?(?:${digit}{1,2}|[${han}]{1,3}) ?分`, "uy"),
  分: new RegExp(` ?(?:${digit}{1,2}|[${han}]{1,3}) ?秒`, "uy"),
};
// What a period goes on with after its 年 or 日. Matches 上半年, 第三季度, 前11个月, 10时 at its place; must not match 来.
const periodRest = new RegExp(
  `[上下]半年|第?[一二三四1-4]季度|前[${han}0-9]|[全同]年|${digit}{1,2}[时時点點:：]`,
  "uy",
);

// The number of an official paper. Matches 〔2024〕5号 and (2023)第12号; must not match （2024年）.
const paper = new RegExp(`[〔[［(（]${digit}{4}[〕\\]］)）] ?第?${digit}+号?`, "gu");

// What names a standard or a model with its number. Matches GB/T 9704, No. 61; must not match the T of the 5.
const code = new RegExp(`(?<![A-Za-z])[A-Z][A-Za-z]{0,5}(?:/[A-Z])?\\.? (?=${digit})`, "gu");

// Groups of a telephone number that blanks part. Matches 400 810 1234; must not match 2023 2024.
const telephone = new RegExp(`(?<!${digit})\\+?${digit}{2,4} ${digit}{3,4} ${digit}{4}(?!${digit})`, "gu");

// A number with its magnitude in English. Matches 3.5 million, 12 per cent; must not match 12 cases.
const english = /\d (?:million|billion|thousand|per cent|percent)(?: points?|age points?)?/gu;

// A row of digits, of either kind. Matches 2023, 三十五; must not match a unit.
const digits = new RegExp(`(${digit}+)|[${han}]+`, "gu");
const hanPrefixes = "第约約近逾超数數几幾上";
// Matches any text with a bracket that may hold a year.
const hasBracket = /[〔[［(（]/u;

// The number of a paragraph. Matches 1. and （一） and 三、 at its start; must not match 1.5.
const item = new RegExp(
  `^(?:[（(](?:${digit}{1,3}|[${han}]{1,3})[）)]|${digit}{1,2}[.．、](?!${digit})|[${han}]{1,3}、|[①-⑳]) ?`,
  "u",
);

/** Finds the places of a text that keep numbers whole: each row of digits is looked at with what is around it. */
export function numeralBreaks(text: string): NumeralBreaks {
  const found: NumeralBreaks = { forbidden: new Set(), costly: new Map() };
  const { forbidden } = found;
  let hasDigits = false;
  digits.lastIndex = 0;
  for (let row = digits.exec(text); row !== null; row = digits.exec(text)) {
    const isHan = row[1] === undefined;
    const end = isHan ? keepHan(text, row.index, found) : keepArabic(text, row.index, found);
    if (end > digits.lastIndex) digits.lastIndex = end;
    hasDigits ||= !isHan;
  }
  if (hasDigits) {
    if (hasBracket.test(text)) keepPapers(text, found);
    if (text.includes(" ")) keepSpaced(text, found);
  }
  const label = item.exec(text);
  if (label !== null) forbidden.add(label[0].length);
  return found;
}

/** Keeps a number of Arabic digits with its prefix and unit; returns where it ends. */
function keepArabic(text: string, at: number, found: NumeralBreaks): number {
  number.lastIndex = at;
  const end = at + (number.exec(text)?.[0].length ?? 0);
  const before = text.slice(Math.max(0, at - prefixLength), at);
  keep(at - (prefix.exec(before)?.[0].length ?? 0), end, found);
  goOn(text, end, found);
  return end;
}

/** Keeps a number in Han characters with its prefix and unit; returns where it ends, or where it began where it is none. */
function keepHan(text: string, at: number, found: NumeralBreaks): number {
  const start = hanPrefixes.includes(text[at - 1] ?? " ") ? at - 1 : at;
  hanNumber.lastIndex = start;
  const match = hanNumber.exec(text);
  if (match === null) return at;
  const end = start + match[0].length;
  // One digit alone is mostly part of a word: 一些, 统一, 万一.
  const [, hedge, row = "", part, decimals, more, unit] = match;
  const isNumber = row.length > 1 || (hedge ?? part ?? decimals ?? more ?? unit) !== undefined;
  if (!isNumber && !matchesAt(hanRange, text, end)) return at;
  keep(start, end, found);
  goOn(text, end, found);
  return end;
}

function keep(start: number, end: number, { forbidden }: NumeralBreaks): void {
  for (let at = start + 1; at < end; at++) forbidden.add(at);
}

/** Keeps telephone numbers, standards and English numbers, in which blanks were typed. */
function keepSpaced(text: string, found: NumeralBreaks): void {
  for (const pattern of [telephone, english]) {
    for (const match of text.matchAll(pattern)) keep(match.index, match.index + match[0].length, found);
  }
  for (const match of text.matchAll(code)) {
    const end = match.index + match[0].length;
    found.forbidden.add(end - 1).add(end);
  }
}

/** Keeps the number of a paper whole, and rather with the office's mark before it: 公通字〔2024〕5号. */
function keepPapers(text: string, found: NumeralBreaks): void {
  for (const match of text.matchAll(paper)) {
    keep(match.index, match.index + match[0].length, found);
    found.costly.set(match.index, periodBreak);
  }
}

/** Keeps a number that ends at a position with what follows it: the rest of a range, a date, a time, a period. */
function goOn(text: string, end: number, { forbidden, costly }: NumeralBreaks): void {
  const next = text[end] ?? "";
  if (connectors.includes(next)) {
    if (!matchesAt(another, text, end + 1)) return;
    forbidden.add(end);
    forbidden.add(end + 1);
  } else if (next === "至" || next === "到") {
    if (!matchesAt(another, text, end + 1)) return;
    costly.set(end, wordyBreak);
    costly.set(end + 1, wordyBreak);
  } else {
    const last = simplified[text[end - 1] ?? ""] ?? "";
    const rest = dateRest[last];
    const at = next === " " ? end + 1 : end;
    if (rest !== undefined && matchesAt(rest, text, end)) costly.set(at, dateBreak);
    else if ((last === "年" || last === "日") && matchesAt(periodRest, text, end)) costly.set(end, periodBreak);
  }
}

/** The last characters of dates and times, as their rules are keyed. */
const simplified: Readonly<Record<string, string>> = {
  年: "年",
  月: "月",
  日: "日",
  号: "日",
  號: "日",
  时: "时",
  時: "时",
  点: "时",
  點: "时",
  分: "分",
};

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
