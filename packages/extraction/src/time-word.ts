import { type IsoDate, addDays, addMonths, isoDate } from "@jianbao/model";
import { clipped, fullYear, readSmall, spanOf, wholeYear } from "./calendar.ts";
import { markAt, sentenceEnd, type Stretch, type TimeContext, type TimeMark } from "./time-mark.ts";
import { Pattern } from "./pattern.ts";

const words: readonly (readonly [string, "now" | "vague" | "point" | "aside"])[] = [
  ["截至目前", "now"],
  ["截止目前", "now"],
  ["截至日前", "now"],
  ["截至今日", "now"],
  ["截至发稿", "now"],
  ["截至当前", "now"],
  ["截至今天", "now"],
  ["到目前为止", "now"],
  ["目前", "now"],
  ["迄今", "now"],
  ["近年来", "vague"],
  ["近些年来", "vague"],
  ["近几年来", "vague"],
  ["近几年", "vague"],
  ["多年来", "vague"],
  ["长期以来", "vague"],
  ["一直以来", "vague"],
  ["一段时间以来", "vague"],
  ["下一步", "vague"],
  ["下步", "vague"],
  ["今后", "vague"],
  ["未来", "vague"],
  ["当前", "vague"],
  ["此前", "aside"],
  ["近期", "point"],
  ["近日", "point"],
  ["日前", "point"],
  ["前不久", "point"],
  ["不久前", "point"],
  ["当日", "aside"],
  ["当天", "aside"],
  ["今后一段时期", "vague"],
];

// Matches `首次回落`, `的最低`, `同期最高`; must not match `，首次`.
const record = new Pattern(/^的?(?:同期|单[月日]|历年)?(?:首[次度]|最[高低大小多少好快]|新[高低]|罕见|少有|第一次)/u);

const plans: ReadonlySet<string> = new Set(["下一步", "下步", "今后", "今后一段时期", "未来"]);

const wordsByFirst: ReadonlyMap<number, typeof words> = Map.groupBy(
  words.toSorted((a, b) => b[0].length - a[0].length),
  ([word]) => word.charCodeAt(0),
);

export function readWord(text: string, at: number, context: TimeContext): TimeMark | null {
  const month = readThatMonth(text, at, context) ?? readThisMonth(text, at, context);
  if (month !== null) return month;
  const match = wordsByFirst.get(text.charCodeAt(at))?.find(([word]) => text.startsWith(word, at));
  if (match !== undefined) {
    const [word, type] = match;
    const end = at + word.length;
    // 当天 after a day is that day.
    if (type === "aside" && word.startsWith("当") && context.dayNamed !== null) return null;
    // 当前，形势严峻。…: of its own sentence; the text goes on with what it reports on.
    // So is what is to be done next.
    if (word === "当前" || plans.has(word)) return markAt(at, end, { type: "vague", until: sentenceEnd(text, end) });
    // 这是近年来首次回落: what a record is measured against.
    if (type === "vague" && record.in(text, end, end + 6)) return markAt(at, end, { type: "aside" });
    if (type !== "now") return markAt(at, end, { type });
    // 目前常见的手法: the state of things, no date of a count.
    if (word === "目前" && !opensClause(text, at) && !/^(?:已|共|累计|为止|有|，|,)/u.test(text.slice(end, end + 3)))
      return null;
    return markAt(at, end, { from: null, to: context.today, asOf: true, now: true });
  }
  const now = readNow(text, at, context) ?? readYearEnd(text, at, context);
  if (now !== null) return now;
  return readPlan(text, at, context) ?? readMonthsOf(text, at, context) ?? readYears(text, at, context);
}

/** 9月份…。当月被通报的号码97个: the month last named, for the figures of its sentence. */
function readThatMonth(text: string, at: number, { months }: TimeContext): TimeMark | null {
  const stretch = months.get(1);
  if (stretch === undefined || !text.startsWith("当月", at) || /[比较与和同]/u.test(text[at - 1] ?? " ")) return null;
  if (/^[的份]/u.test(text.slice(at + 2, at + 3))) return null;
  return markAt(at, at + 2, { ...stretch, until: sentenceEnd(text, at) });
}

const thisMonth = new Pattern(
  /^(?<which>上个?|本)月(?:份|以来)?(?<third>[上中下]旬)?(?![初底末\d的第]|[一二三]?十?[一二三四五六七八九]?[日号])/u,
);

/** 上月, 上个月下旬, and 本月: the month that the text reports on, else that of the report; must not match 上月22日, 比上月少. */
function readThisMonth(text: string, at: number, context: TimeContext): TimeMark | null {
  const match = thisMonth.matchIn(text, at, at + 9);
  if (match === null || /[比较与和同]/u.test(text[at - 1] ?? " ")) return null;
  const { which = "", third } = match.groups ?? {};
  const { base } = context;
  const isNamed =
    base !== null && base.from?.endsWith("-01") === true && base.to?.slice(0, 7) === base.from.slice(0, 7);
  const here = which === "本" && isNamed ? base.from?.slice(0, 7) : (context.published?.month ?? null);
  if (here === null || here === undefined || context.published === null) return null;
  const first = typeof here === "string" ? `${here}-01` : isoDate(context.published.year, here, 1);
  const from = which === "本" ? first : addMonths(first, -1);
  const [year = 0, number = 1] = from.split("-").map(Number);
  const whole = spanOf(year, number, number);
  const day = third === undefined ? -1 : "上中下".indexOf(third[0] ?? "");
  const span =
    day < 0
      ? whole
      : { from: isoDate(year, number, day * 10 + 1), to: day === 2 ? whole.to : isoDate(year, number, day * 10 + 10) };
  const { from: start, to } = clipped(span, context);
  // 1月1日至28日…。本月已有96起: no further than what was told of it.
  const isShort = isNamed && day < 0 && which === "本" && base.from === start && base.to !== null;
  return markAt(at, at + match[0].length, { from: start, to: isShort ? base.to : to });
}

const fiveYears = new Pattern(
  /^十(?<plan>[一二三四五])五[”"」]?(?:规划)?(?<tail>以来|期间|时期|开局以来)(?!的?(?:目标|规划|任务)|[，,]?(?:将|要|力争))/u,
);

/** “十四五”以来, 十三五时期: the five years of a plan, up to the report; must not match “十四五”规划目标. */
function readPlan(text: string, at: number, context: TimeContext): TimeMark | null {
  const match = fiveYears.matchIn(text, at, at + 16);
  if (match === null) return null;
  const from = 2001 + 5 * (1 + "一二三四五".indexOf(match.groups?.["plan"] ?? "一"));
  const end = at + match[0].length;
  if (match.groups?.["tail"]?.endsWith("以来") === true)
    return markAt(at, end, { from: isoDate(from, 1, 1), to: context.today, open: true });
  const { from: start, to } = clipped({ from: isoDate(from, 1, 1), to: isoDate(from + 4, 12, 31) }, context);
  return markAt(at, end, { from: start, to });
}

const nowCounting = new Pattern(
  /^(?:眼下|现如今|如今|现在|现阶段)(?!.{0,4}[只仅才])(?=[，,]?[^。；;？！]{0,24}(?:已|共|有|达|累计)[^。；;？！，]{0,8}[\d一二两三四五六七八九十百千万])/u,
);

/** 眼下，全镇已有一万多人: the moment of the report, where a state is counted. */
function readNow(text: string, at: number, { today }: TimeContext): TimeMark | null {
  const match = nowCounting.matchIn(text, at, at + 48);
  if (match === null || !opensClause(text, at)) return null;
  return markAt(at, at + match[0].length, { from: null, to: today, asOf: true, now: true });
}

/** 年末常住人口82.3万人: the state at the end of the year that is reported on. */
function readYearEnd(text: string, at: number, context: TimeContext): TimeMark | null {
  if (!text.startsWith("年末", at) || !opensClause(text, at)) return null;
  const year = context.here ?? context.reported;
  if (year === null) return null;
  return markAt(at, at + 2, { to: clipped(wholeYear(year), context).to, asOf: true });
}

const andAHalf = new Pattern(/^年半(?:以?来|间|里|时间)/u);

const monthsTail = new Pattern(/^个月(?:以来|来|间|里|内|时间)?(?![以的前后])/u);

const halfYear = new Pattern(/^半年(?:以?来|间|里|内|时间)/u);

/** 七个月，共破案…, 这5个月里, 一年半来: the months that the text reports on, where they are as many. */
function readMonthsOf(text: string, at: number, context: TimeContext): TimeMark | null {
  const { months } = context;
  let next = at;
  for (const word of ["短短", "这"]) if (text.startsWith(word, next)) next += word.length;
  // 半年里, 这半年来.
  const sixMonths = halfYear.matchIn(text, next, next + 4);
  if (sixMonths !== null && !/[近多前后上下年]/u.test(text[next - 1] ?? " "))
    return markAt(at, next + sixMonths[0].length, months.get(6) ?? pastMonths(6, context));
  const number = readSmall(text, next);
  if (number === null) return null;
  const half = andAHalf.matchIn(text, number.end, number.end + 4);
  if (half !== null && number.value <= 10) {
    const count = number.value * 12 + 6;
    return markAt(at, number.end + half[0].length, months.get(count) ?? pastMonths(count, context));
  }
  const stretch = number.value > 1 ? months.get(number.value) : undefined;
  if (stretch === undefined) return null;
  const tail = monthsTail.matchIn(text, number.end, number.end + 5);
  if (tail === null || !(opensClause(text, at) || (next > at && text[at - 1] === "在"))) return null;
  return markAt(at, number.end + tail[0].length, { from: stretch.from, to: stretch.to });
}

function opensClause(text: string, at: number): boolean {
  return at === 0 || "，,。；;！？!?\n：:（(“”、".includes(text[at - 1] ?? "");
}

function readYears(text: string, at: number, context: TimeContext): TimeMark | null {
  return text[at] === "过"
    ? readLastYear(text, at, context)
    : (readYearsAgo(text, at) ?? readPastYears(text, at, context));
}

const yearsBefore = new Pattern(/^年前[，,的]/u);

/** 三年前，合肥一年要发案1.2万起: of then, which the words do not give to the year. */
function readYearsAgo(text: string, at: number): TimeMark | null {
  const number = readSmall(text, at);
  if (number === null || !yearsBefore.in(text, number.end, number.end + 3)) return null;
  const before = text[at - 1] ?? "\n";
  if (!"\n，,。；;：:“而在".includes(before)) return null;
  return markAt(at, number.end + 2, { type: "vague", until: sentenceEnd(text, number.end) });
}

/** 一年来, 近一年来, 三年来, 近5年; not 8年来最好. */
function readPastYears(text: string, at: number, context: TimeContext): TimeMark | null {
  let next = text[at] === "近" ? at + 1 : at;
  const number = readSmall(text, next);
  if (number === null || number.value > 30 || text[number.end] !== "年") return null;
  next = number.end + 1;
  if (text[next] === "多") next++;
  // 三年间 and 三年里 as well, where the text names such a stretch.
  const isBetween = "间里".includes(text[next] ?? " ") && context.years.has(number.value);
  if (!(text[next] === "来" || isBetween || (next > at && text[at] === "近"))) return null;
  const end = text[next] === "来" || isBetween ? next + 1 : next;
  if (/^的?(?:单[日月季]|同期|历史|年度)?(?:最|首|新低|新高)/u.test(text.slice(end, end + 5)))
    return markAt(at, end, { type: "aside" });
  const period = number.value === 1 ? pastYear(context) : pastYears(number.value, context);
  return markAt(at, end, { from: period.from, to: period.to });
}

const lastYears = new Pattern(/^过去的?(?<count>\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:来|中|里|间)?(?![级多前])/u);

/** 过去一年, 过去的一年, 过去五年; 刚刚过去的2023年 is read by its year. */
function readLastYear(text: string, at: number, context: TimeContext): TimeMark | null {
  // Matches `过去一年`, `过去的三年里`; must not match `过去一年级`.
  const match = lastYears.matchIn(text, at, at + 9);
  if (match === null) return null;
  const count = readSmall(match.groups?.["count"] ?? "", 0)?.value ?? 0;
  if (count > 1 && count <= 30) return markAt(at, at + match[0].length, pastYears(count, context));
  if (count !== 1) return null;
  const isNewYear = context.reported === null && (context.published?.month ?? 12) <= 2;
  const year = isNewYear ? fullYear(context) : null;
  const period = year === null ? pastYear(context) : clipped(wholeYear(year), context);
  return markAt(at, at + match[0].length, { from: period.from, to: period.to });
}

/** 一年来 over the twelve months or the year that the article reports on, else the twelve months to the publication date. */
function pastYear(context: TimeContext): { from: IsoDate | null; to: IsoDate | null } {
  const twelve = context.months.get(12);
  if (twelve !== undefined) return twelve;
  if (context.reported !== null) return clipped(wholeYear(context.reported), context);
  return pastYears(1, context);
}

/**
 * 五年来 over the five years that the article names, or that end with the year that is reported on where it was over just
 * now; else the sixty months to the publication.
 */
function pastYears(count: number, context: TimeContext): Stretch {
  const { years, reported, published } = context;
  const named = years.get(count);
  if (named !== undefined) return named;
  const isJustOver = published !== null && reported === published.year - 1 && (published.month ?? 12) <= 3;
  if (isJustOver && count > 1) return { from: isoDate(reported - count + 1, 1, 1), to: isoDate(reported, 12, 31) };
  return pastMonths(12 * count, context);
}

/** So many months up to the publication. */
function pastMonths(count: number, { today }: TimeContext): Stretch {
  return today === null ? { from: null, to: null } : { from: addDays(addMonths(today, -count), 1), to: today };
}
