import { numberOf } from "./dates.ts";

/** A year that an article does not state as its own, with what it follows from. */
export interface YearFound {
  readonly value: number;
  readonly evidence: string;
  readonly confidence: number;
}

/** The year of an article that names its day only: the newest year that it names, or the one after it. */
export function yearOf(text: string, title: string | null, month: number): YearFound | null {
  // 今年是2022年: nothing is surer.
  const own = /今年(?:是|为|即|（)((?:19|20)\d{2})年/u.exec(text)?.[1];
  if (own !== undefined) return { value: Number(own), evidence: `the text calls ${own} this year`, confidence: 0.9 };
  const told = listedYear(text);
  if (told !== null) return told;
  const headed = title === null ? text : `${title}\n${text}`;
  const counted = countedYear(headed) ?? (month === 2 || month === 3 ? yearOfSession(headed) : null);
  const inTitle = newestYear(title ?? "");
  const inText = newestYear(text);
  if (counted !== null && (inText === null || Math.abs(counted.value - inText) <= 1)) return counted;
  if (inText === null) return cyclicYear(text, month);
  // 2022年同期 is the year before; 2020年至2022年 is over.
  if (isComparedWith(text, inText)) {
    return { value: inText + 1, evidence: `${inText} is what the text compares with`, confidence: 0.75 };
  }
  // 2023年 as a whole is told of when it is over: in the first months, or where 今年 is told of beside it.
  const whole = isToldWhole(text, inText);
  if (whole && (month <= 3 || (month <= 6 && /今年/u.test(text)) || isCalledOver(text, inText))) {
    return { value: inText + 1, evidence: `${inText} is told of as a year that is over`, confidence: 0.6 };
  }
  if (inTitle !== null && inTitle >= inText)
    return { value: inTitle, evidence: `the title names ${inTitle}`, confidence: 0.9 };
  // 2019年1月10日 in a report of that month: it is of that year, though 全年 is told of.
  if (new RegExp(`(?<!\\d)${inText}年0?${month}月\\d`, "u").test(text))
    return { value: inText, evidence: `the text tells of ${inText}年${month}月`, confidence: 0.8 };
  // 去年 at the start of a year is the newest year that is named.
  if (month <= 3 && /去年|全年|过去一年/u.test(text) && !/今年/u.test(text)) {
    return { value: inText + 1, evidence: `${inText} is told of as the year before`, confidence: 0.6 };
  }
  // An article of January looks back on the year before and may not name its own.
  // 2014年以来 may be said in that year or in one of the next.
  const since = isOnlySince(text, inText);
  const run = since ? afterMonths(text, inText) : null;
  if (run !== null) return run;
  return {
    value: inText,
    evidence: `the newest year in the text is ${inText}${since ? ", as a beginning" : ""}`,
    confidence: since || month <= 2 ? 0.45 : 0.7,
  };
}

/** The year of an article that tells no day at all, where it looks back on one that is over. */
export function yearAfter(text: string, title: string | null): YearFound | null {
  const told = listedYear(text);
  if (told !== null) return told;
  const year = newestYear(text);
  if (year === null) return null;
  // Matches `截至2023年12月31日`, `2023年底`; must not match `到2023年底`, a plan.
  if (new RegExp(`截[至止]${year}年(?:12月(?:31日|底|末)?|底|末|年[底末])`, "u").test(text)) {
    return { value: year + 1, evidence: `the text counts up to the end of ${year}`, confidence: 0.5 };
  }
  if (/去年|过去一年|上一年/u.test(title ?? "") && isToldWhole(text, year)) {
    return { value: year + 1, evidence: `the title speaks of ${year} as the year before`, confidence: 0.55 };
  }
  return null;
}

/** 2020年，…；2021年，…；今年…: the year after the last of those that a sentence counts up. */
function listedYear(text: string): YearFound | null {
  for (const match of text.matchAll(
    /(?<!\d)((?:19|20)\d{2})年[^。\d年]{0,12}\d[^。年]{0,40}[；，]((?:19|20)\d{2})年[^。\d年]{0,12}\d[^。年]{0,40}[；，]今年/gu,
  )) {
    const [before, last] = [Number(match[1]), Number(match[2])];
    if (last === before + 1 && newestYear(text) === last)
      return { value: last + 1, evidence: `the text counts up to ${last} and this year`, confidence: 0.75 };
  }
  return null;
}

/** Days and meetings of every year, with the year before their first. */
const yearly: readonly (readonly [name: string, before: number])[] = [
  ["世界水日", 1992],
  ["国际禁毒日", 1987],
  ["中小学生安全教育日", 1995],
  ["国际消费者权益日", 1982],
  ["助残日", 1990],
  ["世界读书日", 1995],
  ["世界无烟日", 1987],
  ["教师节", 1984],
  ["记者节", 1999],
  ["国家宪法日", 2013],
  ["国家安全教育日", 2015],
  ["人民警察节", 2020],
  ["农民丰收节", 2017],
  ["医师节", 2017],
  ["土地日", 1990],
  ["爱眼日", 1995],
  ["世界艾滋病日", 1987],
  ["交通安全日", 2011],
  ["航天日", 2015],
  ["世界地球日", 1969],
  ["科技工作者日", 2016],
  ["进口博览会", 2017],
  ["服贸会", 2011],
];

/** 第32届世界水日: the count tells the year. */
function countedYear(text: string): YearFound | null {
  // Matches `第三十二届“世界水日”`, `第4个中国人民警察节`; must not match `第32届运动会`, whose years are not known.
  for (const match of text.matchAll(/第([一二三四五六七八九十百零\d]{1,5})(?:个|届|次)([\p{Script=Han}“]{2,14})/gu)) {
    const known = yearly.find(([name]) => match[2]?.includes(name) === true);
    if (known === undefined) continue;
    const value = known[1] + numberOf(match[1] ?? "");
    if (value >= 1970 && value < 2100) return { value, evidence: `${match[0]} was in ${value}`, confidence: 0.85 };
  }
  return null;
}

/** 十四届全国人大一次会议: the congress sits each March, the first time in the fourteenth term in 2023. */
function yearOfSession(text: string): YearFound | null {
  const match =
    /(?:第)?([一二三四五六七八九十]{1,3})届全国(?:人大|人民代表大会|政协)(?:第)?([一二三四五])次(?:全体)?会议/u.exec(
      text,
    );
  if (match === null) return null;
  const value = 1952 + 5 * numberOf(match[1] ?? "") + numberOf(match[2] ?? "");
  return value < 1978 || value > 2100 ? null : { value, evidence: `${match[0]} was in ${value}`, confidence: 0.8 };
}

const stems = "甲乙丙丁戊己庚辛壬癸";
const branches = "子丑寅卯辰巳午未申酉戌亥";

/** 甲辰年: the sixty years' cycle, from 1984 on; it begins at the spring festival. */
function cyclicYear(text: string, month: number): YearFound | null {
  const match = /([甲乙丙丁戊己庚辛壬癸])([子丑寅卯辰巳午未申酉戌亥])[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年/u.exec(text);
  if (match === null) return null;
  const stem = stems.indexOf(match[1] ?? "");
  const branch = branches.indexOf(match[2] ?? "");
  for (let year = 1984; year < 2044; year++) {
    if ((year - 4) % 10 === stem && (year - 4) % 12 === branch)
      return { value: year, evidence: `${match[0]} is ${year}`, confidence: month === 1 ? 0.5 : 0.7 };
  }
  return null;
}

/** Tells whether a year stands in a text as a whole only, never with one of its months. */
function isToldWhole(text: string, year: number): boolean {
  // Matches `2023年，全省`, `2023年1至12月`; must not match `2023年11月`, `进入2023年`.
  const mentions = [...text.matchAll(new RegExp(`(进入|迈入|跨入|步入|刚过去的)?(?<!\\d)${year}年(.{0,8})`, "gu"))];
  return mentions.every(
    ([, before = "", after = ""]) =>
      (!before.endsWith("入") &&
        !/^\d{1,2}月|^前[\d一二三四五六七八九十]|^[上下]半年|^第?[一二三四]季度|^以来|^(?:春运|暑运|春节|元宵|清明|端午|国庆|中秋|高考|中考|[春夏秋冬]季)(?!期间)/u.test(
          after,
        )) ||
      /^1月?[至到—-]12月/u.test(after),
  );
}

/** 2021年4月至今……连续13个月: so many months after the beginning of a span. */
function afterMonths(text: string, year: number): YearFound | null {
  const from = new RegExp(`(?<!\\d)${year}年(\\d{1,2})月(?:\\d{1,2}日)?(?:以来|至今|起)`, "u").exec(text)?.[1];
  const run = /连续(\d{1,2})个月/u.exec(text)?.[1];
  if (from === undefined || run === undefined) return null;
  const later = Math.floor((Number(from) - 1 + Number(run)) / 12);
  return later === 0
    ? null
    : { value: year + later, evidence: `${run} months since ${year}年${from}月`, confidence: 0.7 };
}

/** Tells whether a year is told of as the beginning of a span only: 2014年以来, 自2014年3月起. */
function isOnlySince(text: string, year: number): boolean {
  const all = text.match(new RegExp(`(?<!\\d)${year}年`, "gu"))?.length ?? 0;
  const since =
    text.match(new RegExp(`(?<!\\d)${year}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:以来|至今|起)`, "gu"))?.length ?? 0;
  return since > 0 && since === all;
}

/** Tells whether a year is the one compared with, or the end of a span of years, and nowhere told by the month. */
function isComparedWith(text: string, year: number): boolean {
  // Matches `2022年同期`, `2020年至2022年，`, `2020—2022年`; must not match `2020年至2022年6月`.
  const compared =
    text.match(
      new RegExp(
        `(?<!\\d)${year}年(?:同期|同月|同季)|\\d{4}年?(?:至|到|—|-|～|~)${year}年(?!\\d|[上下]半年|底|末)`,
        "gu",
      ),
    )?.length ?? 0;
  return compared > 0 && isToldWhole(text, year);
}

/** Tells whether a text calls a year over beside a year of its own: 2022年全年 and 今年. */
function isCalledOver(text: string, year: number): boolean {
  return new RegExp(`${year}年(?:全年|年?底|年?末|度)`, "u").test(text) && /今年/u.test(text);
}

function newestYear(text: string): number | null {
  let newest: number | null = null;
  // Matches `2023年`; must not match `1500余年`, `到2030年` (a plan) or `12023年`.
  for (const match of text.matchAll(
    /(?<!\d)(?<!到|(?<!截)至|力争|[建办立生伍军业休造起]于)((?:19|20)\d{2})年(?!前(?![\d一二三四五六七八九十])|底前|目标|规划|\d{1,2}月(?:底|末|\d{1,2}日)?前|[^。；\n]{0,30}出生)/gu,
  )) {
    newest = Math.max(newest ?? 0, Number(match[1]));
  }
  return newest;
}
