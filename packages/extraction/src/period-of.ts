import { type IsoDate, type Period, type Span, addDays } from "@jianbao/model";
import type { Draft } from "./draft.ts";
import { type Held, lastStop, type Reading, type View } from "./reading.ts";
import { Pattern } from "./pattern.ts";
import type { TimeMark } from "./time-mark.ts";

export function periodAt(view: View, at: number): { period: Period | null; by: Draft["periodBy"] } {
  const { reading, sentence, times, meeting, lead } = view;
  const { text, held } = reading;
  const from = lead ? Math.max(sentence.start, lastStop(text, sentence.start, at)) : sentence.start;
  let found: TimeMark | null = null;
  for (const mark of times) {
    if (mark.start >= at) break;
    if (mark.start < from || mark.type === "aside" || (meeting && isTelling(text, sentence, mark))) continue;
    if (mark.until !== null && mark.until < at) continue;
    if (isPartTime(text, mark) && /[；;]/u.test(text.slice(mark.end, at))) continue;
    found = mark;
  }
  if (found === null) {
    // 破获案件13.1万起（2018年）.
    const later = times.find(
      (mark) =>
        mark.start > at &&
        mark.type === "period" &&
        !/[，,；;。]/u.test(text.slice(at, mark.start)) &&
        (text[mark.start - 1] === "（" || (held.time === null && /[在于]/u.test(text[mark.start - 1] ?? ""))),
    );
    if (later !== undefined) found = later;
  }
  if (found !== null) {
    const days = held.isCase && found.day && !meeting ? daysOf(times, lastStop(text, from, at), at) : null;
    if (days !== null) return { period: days, by: "stated" };
    return found.type === "period"
      ? { period: periodOf(text, found, times, reading), by: "stated" }
      : { period: null, by: "stated" };
  }
  if (lead && from > sentence.start) return titled(reading);
  if (stock.in(text, sentence.start, at) && !held.isCase && held.time?.asOf !== true)
    return { period: { start: null, end: reading.time.today, text: null }, by: "stated" };
  // 在王某等诈骗案中，该团伙…: what the text reports on is no time of a story that gives none.
  if (held.isCase && held.across) return { period: null, by: "none" };
  if (held.time !== null) return { period: { ...periodOf(text, held.time, [], reading), text: null }, by: "carried" };
  return titled(reading);
}

// Matches `17日发布消息称，`, `日前通报，`; must not match `通报的，`, `会上，`.
const told = new Pattern(
  /(?:[日天]|日前|近日|会上?|[部厅局院])[^，,。；;\d]{0,12}(?:称|消息|表示|介绍|获悉|了解到|透露|(?:通报|发布|公布)(?!的)[^，,。；;\d]{0,12})[，,：:“"]+$/u,
);

/** The day of telling in a sentence of a meeting; 17日发布消息称，16日收网: a day told of behind it is that of a deed. */
export function isTelling(text: string, { start }: Span, mark: TimeMark): boolean {
  return mark.day && !told.in(text, start, mark.start);
}

// Matches `全省反诈民警现有`, `在册人员`; must not match `现有吸毒人员同比下降`, `发现有`.
const stock = new Pattern(/(?<![发出呈实体])(?:现有|现存|在册|在编)[^，,。；;：:\d]{0,8}$/u);

/** 上半年破案900起，其中二季度500起: a part of the time, which the text goes back from. */
export function isPartTime(text: string, { start }: TimeMark): boolean {
  return /其中[，,]?[仅在]?$/u.test(text.slice(Math.max(0, start - 5), start));
}

/** 6月3日报案称，其于6月2日…: the days that a story names before a figure, from the first to the last. */
function daysOf(times: readonly TimeMark[], from: number, at: number): Period | null {
  const days = times.filter((mark) => mark.start >= from && mark.start < at && mark.type === "period");
  if (days.length < 2 || !days.every(({ day, from }) => day && from !== null)) return null;
  const dates = days.map(({ from }) => from ?? "").toSorted();
  return { start: dates[0] ?? null, end: dates.at(-1) ?? null, text: null };
}

function titled(reading: Reading): { period: Period | null; by: Draft["periodBy"] } {
  return reading.titlePeriod === null ? { period: null, by: "none" } : { period: reading.titlePeriod, by: "default" };
}

/** The period of a time expression; 7月以来 after 今年1至10月, or in a report of that time, ends with it. */
function periodOf(text: string, mark: TimeMark, times: readonly TimeMark[], { held, titlePeriod }: Reading): Period {
  let end = mark.to;
  const closeAt = (to: IsoDate | null | undefined): void => {
    if (mark.open && mark.from !== null && to && to >= mark.from && (end === null || to < end)) end = to;
  };
  const closed = [held.time, ...times].findLast(
    (other) =>
      other !== null &&
      other.start < mark.start &&
      !other.open &&
      !other.asOf &&
      !other.day &&
      other.type === "period" &&
      other.to !== null,
  );
  const isSameYear = closed?.to?.slice(0, 4) === mark.from?.slice(0, 4);
  if (closed && closed.from !== null && mark.from !== null && closed.from < mark.from && isSameYear) closeAt(closed.to);
  closeAt(held.days?.to);
  // 4月以来 in a report on the first half-year; a campaign goes on over it.
  const isOfCalendar = mark.open && !/行动|会战|战役|攻势|整治|专项/u.test(text.slice(mark.start, mark.end));
  // 去年以来 said in June goes on over the year that the title names.
  const goesOver =
    titlePeriod?.start === mark.from && titlePeriod?.end && mark.to !== null && mark.to > addDays(titlePeriod.end, 60);
  if (isOfCalendar && !goesOver && titlePeriod?.end?.slice(0, 4) === mark.from?.slice(0, 4)) closeAt(titlePeriod?.end);
  return { start: mark.from, end, text: text.slice(mark.start, mark.end) };
}

/**
 * Gives 今年以来 after 截至11月底 that end, and 截至9月14日 the start that the words before give: 今年以来，截至4月10日; 2月启动行动，至3月31日; 7月1日起，…开展百日行动。
 * 截至9月14日; and in the story of one case the day that it last told of.
 */
export function withStarts(text: string, times: readonly TimeMark[], held: Held): readonly TimeMark[] {
  if (!times.some(({ asOf }) => asOf)) return times;
  return times.map((mark, i) => {
    const until = times[i - 1];
    if (until?.asOf === true && until.to !== null && reachesOver(mark, until.to)) return { ...mark, to: until.to };
    if (!mark.asOf || mark.to === null || mark.from !== null) return mark;
    // 今年截至11月中旬: from its first day.
    if (until?.wholeYear && until.end === mark.start && until.from !== null && until.from <= mark.to)
      return { ...mark, from: until.from };
    const before = times.slice(0, i).findLast(({ type, asOf }) => type === "period" && !asOf) ?? held.time;
    if (before === null || before.from === null || before.from > mark.to || before.asOf) return mark;
    // 今年3月以来，该局开展专项整治行动。截至目前，共出动执法人员1286人次: the campaign so far.
    const starts =
      mark.now && before === held.time
        ? before.open && campaign.test(text.slice(before.end, mark.start).trimEnd())
        : startsWith(text, before, mark, i > 0, held);
    return starts ? { ...mark, from: before.from } : mark;
  });
}

/** 截至11月底，今年以来共破案: what goes on to the publication ends where the sentence says. */
function reachesOver({ type, from, to, open, wholeYear }: TimeMark, end: string): boolean {
  return type === "period" && (open || wholeYear !== null) && from !== null && from <= end && (to === null || to > end);
}

// Matches `，广东公安开展“号卡”整治百日行动。`; must not match `，全市破案30起。`.
const campaign = /^[^。；;\d]{0,50}(?:行动|会战|战役|攻势|整治)[^。；;\d]{0,6}[。，,；;]$/u;

// Matches `，预警平台建成投用，`, `，该中心揭牌成立，`; must not match `，平台运行平稳，`, `，公司成立诈骗窝点，`.
const built =
  /^(?:份|[初底])?[，,]?[^，,。；;\d]{0,24}(?:平台|系统|中心|专班|机制|模型|小程序|机器人|热线)[”"』」]?(?:正式|全面|顺利)?(?:建成|上线|启用|投用|投入使用|成立|揭牌|投入运行)[^，,。；;\d]{0,6}[，,；;]$/u;

function startsWith(text: string, before: TimeMark, { start }: TimeMark, inSentence: boolean, held: Held): boolean {
  const between = text.slice(before.end, start);
  // 今年以来，我市开展专项行动，依法打击此类犯罪，截至目前: the sentence itself gives the start.
  if (inSentence && before.open && /^[^。！？；;\d]{0,160}[，,（(]$/u.test(between)) return true;
  if (before.open && (/^[，,（(]?$/u.test(between) || (!held.across && campaign.test(between)))) return true;
  if (inSentence && before.open && /行动|会战|战役|攻势|整治|专项/u.test(text.slice(before.start, before.end)))
    return true;
  if (inSentence && "至到".includes(text[start] ?? " ") && /启动|开展|部署|开始/u.test(between)) return true;
  // 今年3月，拦截系统建成，截至10月: since it was there.
  if (inSentence && !held.isCase && built.test(between)) return true;
  const isShort = before.day || before.from?.slice(0, 7) === before.to?.slice(0, 7);
  return held.isCase && isShort && !inSentence && /[至到]/u.test(text[start] ?? " ");
}
