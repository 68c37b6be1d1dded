import { type IsoDate, addDays, daysInMonth, isoDate } from "@jianbao/model";
import { clipped, readPoint } from "./calendar.ts";
import { isArabic } from "./numeral.ts";
import { readBase } from "./time-base.ts";
import { readDay } from "./time-day.ts";
import { markAt, sentenceEnd, type TimeContext, type TimeMark, yearsEarlier } from "./time-mark.ts";
import { isDaysOf, readHoliday, weekOfMonth } from "./time-holiday.ts";
import { readWord } from "./time-word.ts";
import { Pattern } from "./pattern.ts";

/** The characters that can open a time expression. */
export const timeOpeners =
  "0123456789今去前当同本上下一二三四五六七八九十两〇截自从近目日长多此迄全未不这过至到昨头首眼现如短半年再第次翌隔春国清端中元劳节双";

/** The characters that can come second in one: most of those that open one are common in other words. */
export const timeSeconds =
  "0123456789零〇一二三四五六七八九两十年半月个季步前日期久来些几至止到天度多段直今后目当去同上下本全-—–～~号分个、周星礼晚昨下在如阶短首头末往二节庆明午秋旦动假运（(";

/** Reads the time expression that starts at `at`; null where none does. Whole years and years move the context on. */
export function readTime(text: string, at: number, context: TimeContext): TimeMark | null {
  const close = bracketed(text, at);
  // （9月为176起）: of its own figure, and the text goes on with what it spoke of.
  const spoken = close === null ? null : { ...context };
  const found =
    readBase(text, at, context) ??
    readHoliday(text, at, context) ??
    readWord(text, at, context) ??
    readDate(text, at, context) ??
    readDay(text, at, context);
  if (spoken !== null && found !== null && close !== null && found.end <= close) {
    if (found.end === close && against.in(text, at - 14, at)) {
      Object.assign(context, spoken);
      return { ...found, type: "aside" };
    }
    if (counts.in(text, found.end, close) || included.in(text, at - 4, at)) {
      Object.assign(context, spoken);
      return { ...found, until: Math.min(found.until ?? close, close) };
    }
  }
  if (found !== null && found.type === "period" && !found.now && !found.former && found.until === null)
    context.lastDay = found.day || found.asOf ? found.to : found.open && found.from !== null ? found.from : null;
  if (found !== null && found.type === "period" && (found.day || found.asOf) && found.to !== null)
    context.dayNamed = found.to;
  if (found !== null && found.type === "period" && !found.day && !found.former && !found.asOf && found.until === null)
    context.base = { from: found.from, to: found.to };
  if (found !== null && found.type === "period") {
    keepMonths(found, context);
    if (!found.former && found.until === null) keepYears(found, context);
  }
  return found;
}

// Matches `为176起` after a time in brackets; must not match `至12日`, `期间`.
const counts = new Pattern(/\d[\d.,]*[万亿]?[余多]?(?![\d.,年月日号时点分周岁至—–~～-])[\p{Script=Han}%％]/u);

// Matches `（含`, `(不包括`: the brackets add what is of another time to the figure before them.
const included = new Pattern(/[（(]不?(?:含|包含|包括|其中)$/u);

// Matches `较上月（`, `比前一周(`; must not match `上周（`.
const against = new Pattern(/[较比与和同][^，,。；;（(]{1,8}[（(]$/u);

/** Where the brackets close that stand within a sentence around a place; null where none do. */
function bracketed(text: string, at: number): number | null {
  let open = at - 1;
  while (open > 0 && at - open < 40 && !"（(）)。！？；\n".includes(text[open] ?? "\n")) open--;
  if (!"（(".includes(text[open] ?? " ") || "。！？\n".includes(text[open - 1] ?? "\n")) return null;
  const length = text.slice(at, at + 80).search(/[）)。\n]/u);
  return length < 0 || !/[）)]/u.test(text[at + length] ?? " ") ? null : at + length;
}

/** 2016年至今年11月 goes over three years, 2022年12月至2024年11月 over two. */
function keepYears({ from, to }: TimeMark, context: TimeContext): void {
  if (from === null || to === null || !from.endsWith("-01")) return;
  const months = monthOf(to) - monthOf(from) + 1;
  const count = from.endsWith("-01-01") ? Math.ceil(months / 12) : Math.round(months / 12);
  if (count > 1) context.years.set(count, { from, to });
}

function keepMonths({ from, to }: TimeMark, { months }: TimeContext): void {
  if (from === null || to === null || !from.endsWith("-01") || !addDays(to, 1).endsWith("-01")) return;
  const count = monthOf(to) - monthOf(from) + 1;
  // Whole years are told by their number.
  if (count % 12 !== 0 || !from.endsWith("-01-01")) months.set(count, { from, to });
}

function monthOf(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

const comparison = new Pattern(/^[^，,。；;]{0,12}?(?:相比|同期|持平|一样|(?<!占)比(?![例重率]))/u);

const inForce = new Pattern(
  /^起?(?:正式)?(?:施行|实施(?![^，,。；;]{0,24}(?:行动|会战|战役|攻势|整治))|生效|执行|起施行)/u,
);

// Matches `以来`, `，截至`, `之后`; must not match `的办法`, `，对`.
const sinceForce = new Pattern(
  /^(?:以来|[之以]?后(?=[，,])|至今(?!年)|(?=[，,]截[至止])|(?=[，,][至到](?:今年|去年|20\d\d年)?\d))/u,
);

const sinceThen = new Pattern(
  /^(?:份|初|上旬|中旬|下旬|底|末)?(?:以来|至今|起至今|起(?![诉草获底来义因伏初])|开始|之后|以后)/u,
);

function readDate(text: string, at: number, context: TimeContext): TimeMark | null {
  let next = at;
  let asOf = false;
  if (text.startsWith("截至", at) || text.startsWith("截止", at)) {
    asOf = true;
    next += 2;
    if (text[next] === "到" || text[next] === "至") next++;
  } else if (text[at] === "至" || text[at] === "到") {
    // 至3月31日，共打掉39个; 自9月行动启动至11月底: must not match 达到2023年的, 1月至3月.
    if (
      !/[\n，,。；;：:]|(?:启动|开展|开始|打响|实施|部署|上线|以来)$/u.test(text.slice(Math.max(0, at - 2), at) || "\n")
    )
      return null;
    asOf = true;
    next++;
  } else if (text[at] === "自" || text[at] === "从") next++;
  const comparing =
    next === at &&
    ("比较".includes(text[at - 1] ?? " ") ||
      ("与同和跟".includes(text[at - 1] ?? " ") && comparison.in(text, at, at + 18)));
  // 截至4月8日 after a sentence of 去年 is the latest such day before the publication.
  const year = context.year;
  if (asOf) context.year = context.published?.year ?? year;
  const first = readPoint(text, next, context, null);
  context.year = year;
  if (first === null) return null;
  let { from, to, end } = first;
  // 2023年1月1日至9月30日, 2020年至2022年.
  const joint = /[至到—–~～-]/u.exec(text[end] ?? "") !== null ? end + (text[end + 1] === "—" ? 2 : 1) : -1;
  const second = joint < 0 ? null : readPoint(text, joint, context, first);
  let ranged = false;
  if (second !== null && second.to >= from) {
    to = second.to;
    end = second.end;
    ranged = true;
  } else if (joint > 0 && /^(?:目前|今)/u.test(text.slice(joint))) {
    return settle(markAt(at, joint + (text[joint] === "今" ? 1 : 2), { from, to: context.today, open: true }));
  }
  const isYear = first.precision === "year" && !ranged;
  // 2024年要继续保持高压, 明年: what is to come is no time of figures.
  if (first.precision === "year" && (isAhead(first.year, context) || isPlan(text, end, first.year, context)))
    return markAt(at, end, { type: "aside" });
  const former = isYear && !comparing ? formerPeriod(text, at, end, first.year, context) : null;
  if (former !== null) return former;
  // 与前年的1800起相比: the base is of its own year, and nothing after it.
  const base =
    comparing && isYear
      ? /^的[^，,。；;\d]{0,8}\d[^，,。；;]{0,8}?(?=相比|比|多|少|高|低|增|减|上升|下降)/u.exec(
          text.slice(end, end + 24),
        )
      : null;
  if (base !== null) return markAt(at, end, { from, to, until: end + base[0].length });
  // 在去年下降36%的基础上，仍下降12%: last year is of what stands between alone.
  const groundEnd = isYear ? groundAt(text, at, end) : null;
  if (groundEnd !== null) return markAt(at, end, { ...clipped({ from, to }, context), until: groundEnd });
  // 到2022年的800起: of that year alone.
  const one =
    isYear && !comparing ? /^的(?:约|近|超)?[\d.]+[万亿]?[余多]?[起件宗人名元]/u.exec(text.slice(end, end + 14)) : null;
  if (one !== null) return markAt(at, end, { ...clipped({ from, to }, context), until: end + one[0].length });
  if (comparing || text.startsWith("同期", end) || (isYear && /^的(?:\d|约|近)/u.test(text.slice(end)))) {
    return markAt(at, text.startsWith("同期", end) ? end + 2 : end, { type: "aside" });
  }
  // 1952年有记录以来的最大值, 2019年以来最低: what a record is measured against.
  const record = recordSince.matchIn(text, end, end + 24);
  if (record !== null) return markAt(at, end + record[0].length, { type: "aside" });
  // 以2024年3月2日王某被骗案为突破口: the case that a deed set out from.
  if (text[at - 1] === "以" && first.precision === "day" && lead.in(text, end, end + 40))
    return markAt(at, end, { type: "aside" });
  const force = inForce.matchIn(text, end, end + 40);
  // 自2022年12月1日施行以来, 于5月1日起施行，截至8月: what is counted since then.
  const since = force === null ? null : sinceForce.matchIn(text, end + force[0].length, end + 24);
  if (force !== null && since !== null && !ranged) {
    if (first.explicitYear) context.year = first.year;
    return settle(markAt(at, end + force[0].length + since[0].length, { from, to: context.today, open: true }));
  }
  if (force !== null || (isYear && issueNumber.in(text, end, end + 10))) {
    return markAt(at, end, { type: "aside" });
  }
  if (isYear && holiday.in(text, end, end + 6))
    return isDaysOf(context, first.year)
      ? markAt(at, end + 2, { type: "aside" })
      : markAt(at, end + 2, { type: "vague", until: sentenceEnd(text, end) });
  if (isYear && /^[的]?(?:春|夏|秋|冬)(?:天|季|日)?(?!.{0,6}以来)/u.test(text.slice(end, end + 10)))
    // 春节假期, 冬训: a season of a whole territory, whose days the text does not give.
    return markAt(at, end + 1, {
      type: /^的?.(?:节|运|假|训|防|季)/u.test(text.slice(end, end + 3)) ? "vague" : "point",
    });
  if (first.explicitYear) {
    context.year = first.year;
    context.named = first.year;
  }
  // 11月的第一周: which days it is, the words do not say.
  const week = first.precision === "month" && !ranged && !asOf ? weekOfMonth.matchIn(text, end, end + 8) : null;
  if (week !== null) return markAt(at, end + week[0].length, { type: isDaysOf(context) ? "aside" : "vague" });
  const trend = ranged || asOf || first.precision === "year" ? null : trendEnd(text, at, end, from, context);
  if (trend !== null) {
    const said = end + (/^份?(?:以来|至今)?/u.exec(text.slice(end, end + 3))?.[0].length ?? 0);
    return markAt(at, said, { from, to: context.today, open: true, until: trend });
  }
  // 到3月份只有12起, 到2022年，这个数字是74万: the month, the year itself.
  const isMonth =
    asOf &&
    text[at] === "到" &&
    (first.precision === "month" ? falls.test(text.slice(end, end + 6)) : isYear && isOver(first.year, context));
  const launch = asOf || ranged || first.precision === "year" ? null : launchOf(text, end, next > at);
  if (launch !== null) {
    context.launched = from;
    if (/(?:以来|至今)$/u.test(text.slice(end, launch))) context.year = context.published?.year ?? context.year;
    return settle(markAt(at, launch, { from, to: context.today, open: true }));
  }
  const after = sinceThen.matchIn(text, end, end + 8);
  if (after !== null && !ranged) {
    // 2023年8月以来…。9月中旬: of the report's year.
    if (/以来$|至今$/u.test(after[0])) context.year = context.published?.year ?? context.year;
    // 今年以来到7月底.
    const until = /^[，,]?(?:截?至|到)(?<month>1[0-2]|[1-9])月(?:份|[底末])?(?!\d)/u.exec(
      text.slice(end + after[0].length, end + after[0].length + 8),
    );
    const last = Number(until?.groups?.["month"] ?? 0);
    if (until !== null && last >= Number(from.slice(5, 7))) {
      const year = Number(from.slice(0, 4));
      return markAt(at, end + after[0].length + until[0].length, {
        from,
        to: isoDate(year, last, daysInMonth(year, last)),
      });
    }
    return settle(markAt(at, end + after[0].length, { from, to: context.today, open: true }));
  }
  // 2024年, 全年, 1至5月 told in their last days are meant whole.
  const isNamed = isYear
    ? isArabic(text.charCodeAt(next)) || text.startsWith("全年", next)
    : !asOf && text[end - 1] === "月" && first.precision !== "day";
  const period = clipped({ from, to }, context, isNamed);
  if (asOf && !isMonth) return markAt(at, end, { from: null, to: period.to, asOf: true });
  if (first.from.endsWith("-01-01") && to.endsWith("-12-31")) {
    const last = Number(to.slice(0, 4));
    if (isOver(last, context)) {
      context.reported = last;
      context.here = last;
    }
  }
  return markAt(at, end, {
    from: period.from,
    to: period.to,
    day: first.precision === "day" && !ranged,
    wholeYear: isYear ? first.year : null,
  });
}

// Matches `赵某被诈骗案”为依托`; must not match `警情为准`.
const lead = new Pattern(
  /^[^，,。；;]{0,30}案[件”"』」]{0,2}为(?:依托|契机|突破口|切入点|抓手|线索|起点|牵引|导火索)/u,
);

// Matches `全市发案下降36.75%的基础上`; must not match `，在此基础上`.
const ground = new Pattern(/^[^，,。；;]{0,30}基础上/u);

/** Where the ground ends that 在去年…的基础上 opens; null where it opens none. */
function groundAt(text: string, at: number, end: number): number | null {
  if (!"在于".includes(text[at - 1] ?? " ")) return null;
  const match = ground.matchIn(text, end, end + 36);
  return match === null ? null : end + match[0].length;
}

// Matches `第32期`, `（第3号）`: a year that numbers issues.
const issueNumber = new Pattern(/^[（(]?第?[\d一二三四五六七八九十百]{1,4}[期号](?!间|线|楼)/u);

// Matches `国庆假期`, `“五一”`: days that the text does not give.
const holiday = new Pattern(
  /^的?[“"]?(?:国庆|春节|五一|端午|清明|中秋|元旦|劳动节|暑[假期]|寒假|假期|双十?[一1]|高考|春运|黄金周)/u,
);

// Matches `有记录以来的最大`, `以来最低`, `以来同期最高`; must not match `以来，最多`, `以来共`.
const recordSince = new Pattern(
  /^[^，,。；;\d]{0,14}以来(?:的?(?:最|首|历史|纪录|记录|同期最|新[高低]|第[一二三]|罕见|又一))/u,
);

// Matches `只有12起`, `降到`; must not match `底`, `已`.
const falls = /^份?(?:就?[只仅才]|[已就]?[降回跌落]|更是)/u;

/** Where 5月8日部署“断链”行动后 and 从去年9月缅北打击行动开始算起 end; null where no stretch begins with what follows. */
function launchOf(text: string, end: number, isFrom: boolean): number | null {
  const length = text.slice(end, end + 40).search(/[，,。；;\d\n]/u);
  if (length < 1 || !/[，,]/u.test(text[end + length] ?? "")) return null;
  const words = text.slice(end, end + length);
  if (isFrom && /(?:算起|起算|开始|启动|打响)$/u.test(words)) return end + length;
  if (!/(?:后|以来|至今)$/u.test(words)) return null;
  // Must not match `收网行动后`, `行动结束后`: one deed, and no beginning.
  if (/收网|抓捕|结束|查获|打掉|捣毁|接警|报案/u.test(words)) return null;
  const begins =
    /启动|部署|开展|打响|发起|实施|上线|运行|拉开|铺开|成立|印发|出台/u.test(words) ||
    /(?:行动|会战|战役|攻势|整治|平台|系统|机制|办法|条例|新规)[以之]?[后来]/u.test(words);
  return begins ? end + length : null;
}

/**
 * 立案数自7月起逐月回落, 发案量6月达到峰值后持续下降: a trend without a level is of its own clause, which ends here; null
 * where the time opens what is told: 自7月起，发案数回落，破案60起.
 */
function trendEnd(text: string, at: number, end: number, from: IsoDate, { base }: TimeContext): number | null {
  const trend =
    /^份?(?:[初底末]|上旬|中旬|下旬)?(?:以来|至今|起|开始|之后|以后|后|达到?|出现|见顶|迎来)(?:连续[\d一二三四五六七八九十]+个?[月季周](?:度)?|[^，,；;。\n\d]){0,18}?(?:下降|回落|走低|下滑|减少|收窄|降低|上升|回升|攀升|走高|增长|增多|反弹)[^，,；;。\n]*/u.exec(
      text.slice(end, end + 60),
    );
  if (trend === null) return null;
  let start = at;
  while (start > 0 && at - start < 24 && !/[，,；;。\n：:！？]/u.test(text[start - 1] ?? "\n")) start--;
  const said = text.slice(start, at).replace(/全[国省市区县州]|各地|公安机关|检察机关|警方|我[省市区县]|但|而/gu, "");
  const isPart = base !== null && base.from !== null && base.from < from && (base.to === null || base.to >= from);
  return said === "" && !isPart ? null : end + trend[0].length;
}

function isAhead(year: number, { published }: TimeContext): boolean {
  return published !== null && year > published.year;
}

/** 2024年要继续, 今年将着力: must not match 去年将56名嫌疑人押回, 今年要案告破. */
function isPlan(text: string, end: number, year: number, { published }: TimeContext): boolean {
  if (published !== null && year < published.year) return false;
  return /^[，,]?(?:我们|全省|全市|全区|全县|全国|警方|公安机关|公安部|下一步|还|仍|公安)*(?:要(?![案求])|将(?:继续|进一步|持续|着力|深入|坚持|重点|全力|全面|聚焦|紧盯|加|在|再)|力争|计划|继续)/u.test(
    text.slice(end, end + 24),
  );
}

/**
 * 去年同期，全省破获此类案件1.1万起: where it opens a statement of its own, it is the stretch that the text spoke of, a
 * year earlier; 较去年同期 and 去年同期的1420起 are bases of comparison and none.
 */
function formerPeriod(text: string, at: number, end: number, year: number, context: TimeContext): TimeMark | null {
  if (!text.startsWith("同期", end)) return null;
  const before = text[at - 1] ?? "\n";
  const opens =
    "\n，,。；;：:（(！？!?".includes(before) || /[，,。；;\n][而但]$/u.test(text.slice(Math.max(0, at - 2), at));
  const after = text.slice(end + 2, end + 12);
  if (
    !opens ||
    /^(?:相比|相较|的(?!数|这|该)|水平|持平|基本|下降|上升|增|减|[，,]?(?:下降|上升|增长|减少))/u.test(after)
  )
    return null;
  if (!/[\p{Script=Han}\d]/u.test(after)) return null;
  const base = context.base;
  const isRelative = /[去上]/u.test(text[at] ?? "");
  const last = base === null ? null : Number((base.to ?? base.from)?.slice(0, 4));
  const back = last === null || Number.isNaN(last) ? 0 : isRelative ? 1 : last - year;
  if (base === null || back < 1) return markAt(at, end + 2, { former: true });
  // （去年同期352起）, 去年同期为352起；: the base of one figure.
  const isOne = /^(?:[为是有]|仅|只|才|则|高|达|约|近|超|逾|不足|共|计|这一数字|该数)*\d/u.test(after);
  const close = "（(".includes(before)
    ? text.slice(end, end + 80).search(/[）)]/u)
    : isOne
      ? text.slice(end, end + 80).search(/[，,；;。\n]/u)
      : -1;
  return markAt(at, end + 2, {
    ...yearsEarlier(base, back),
    former: true,
    until: close < 0 ? null : end + close,
  });
}

/** 去年同期破案352起，今年一季度486起: the period that it is the year before of may come after it. */
export function placeFormer(times: readonly TimeMark[]): readonly TimeMark[] {
  if (!times.some(({ former, from, to }) => former && from === null && to === null)) return times;
  const base = times.find(({ type, former, day }) => type === "period" && !former && !day);
  if (base === undefined) return times;
  return times.map((mark) =>
    mark.former && mark.from === null && mark.to === null ? { ...mark, ...yearsEarlier(base, 1) } : mark,
  );
}

/** Keeps an open period from starting after its end. */
function settle(found: TimeMark): TimeMark {
  return found.from !== null && found.to !== null && found.from > found.to ? { ...found, to: null } : found;
}

/** Tells whether a year can be reported on as a whole: it is over, or all but over. */
function isOver(year: number, { published }: TimeContext): boolean {
  return published === null || year < published.year || (year === published.year && published.month === 12);
}
