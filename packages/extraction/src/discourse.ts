import { type Area, type Span, addDays } from "@jianbao/model";
import { isPart } from "./area-of.ts";
import type { AreaTopic } from "./area-topic.ts";
import { measureKey, wholeOfHeading } from "./ellipsis.ts";
import type { Figure } from "./figure.ts";
import { Pattern } from "./pattern.ts";
import { isPartTime, isTelling } from "./period-of.ts";
import type { Reading } from "./reading.ts";
import { mayGoOn } from "./scope.ts";
import type { Paragraph } from "./sentence.ts";
import { noTime, type Stretch, type TimeMark, turnPage } from "./time-mark.ts";

/**
 * What an article speaks of where its reading has come to. A figure takes the time of its own sentence, else what its
 * paragraph goes on with (`time`), which at first is that of its section; a section opens with what the article reports on.
 * A part of that time, or a time before it, holds for its own paragraph: the next goes back.
 */
export interface Discourse {
  /** What the statement before was of. */
  time: TimeMark | null;
  /** What the section reports on, which a new paragraph goes on with. */
  section: TimeMark | null;
  /** A figure was counted in the section's time; until then the next stretch stands before it. */
  sure: boolean;
  /** What the article reports on, as its first stretch that counts something says. */
  report: TimeMark | null;
  /** What the last paragraph parted that opened with 从手段看, for the next that does. */
  parted: TimeMark | null;
  /** The last levels that were told of a stretch, for the parts of one of them. */
  readonly counted: { readonly unit: string; readonly value: number; readonly stretch: Stretch }[];
  /** The days that the head of a weekly report names: 今年以来 ends with them. */
  days: TimeMark | null;
  /** The time was said in a paragraph before. */
  across: boolean;
  /** Paragraphs without a figure since the last that had one. */
  silent: number;
  /** Prose was read since the last heading. */
  prose: boolean;
  area: Area | null;
  /** The day of the raid, the trial or the handing back that the text told of last, for 行动中 and 仪式上. */
  event: DayEvent | null;
}

/** The discourse before the first line. */
export function newDiscourse(): Discourse {
  return {
    time: null,
    section: null,
    sure: false,
    report: null,
    parted: null,
    counted: [],
    days: null,
    across: false,
    silent: 0,
    prose: false,
    area: null,
    event: null,
  };
}

/** Holds what the lines after a heading, or after 被起诉人员中——, count without a word of it. */
function holdHeading({ text, lexicon, held }: Reading, { start, end, heading }: Paragraph): void {
  const words = text.slice(start, end).trim();
  if (!heading && !/[：:—中里]$/u.test(words)) return;
  for (const unit of ["person", "case"] as const) {
    const whole = wholeOfHeading(lexicon, words, unit);
    if (whole !== null) held.wholes.set(unit, { meaning: whole, at: end });
  }
}

/** Drops at a new paragraph what its first words do not carry on. */
export function enter(reading: Reading, paragraph: Paragraph, before: Paragraph | undefined): void {
  const { text, held, time, titlePeriod } = reading;
  holdHeading(reading, paragraph);
  const opening = text.slice(paragraph.start, paragraph.start + 14);
  const goesOn =
    !paragraph.heading &&
    before !== undefined &&
    !before.heading &&
    /^(?:\d{1,2}月\d{1,2}日|我们|专案组|随后|经(?:查|审|过|侦)|该|因该|办案|民警|目前|截至|其中|同时|此外|而|到案后)/u.test(
      opening,
    );
  // 二是全力追赃挽损。: the next point of a report is not of the story that the one before it told.
  const isPoint = point.test(opening) && !/某/u.test(text.slice(paragraph.start, paragraph.end));
  const wasCase = held.isCase;
  if (paragraph.heading || isPoint || !(goesOn || mayGoOn(text, paragraph.start, paragraph.end))) held.isCase = false;
  if (!held.isCase) {
    // 我们还制发建议83份: the office that speaks is the article's own.
    // 报告称，…: who told the paragraph before tells this one.
    const isTold = goesOn || (!paragraph.heading && /^(?:该?报告|年报|通报|公报|当地|该国)/u.test(opening));
    // What one case was of is none of what the office tells next.
    const ofOneCase = held.told.length > 0 && held.told.every(({ scope }) => scope === "case");
    if (wasCase || ofOneCase || !isTold || /^(?:我们|我院|我局)/u.test(opening)) held.area = null;
    held.subject = null;
    held.mixed = false;
  }
  if (held.silent >= 3) held.section = null;
  if (paragraph.heading && held.prose) {
    // What a section reported on ends with it.
    if (titlePeriod !== null) held.section = null;
    else if (held.report !== null) held.section = held.report;
    held.prose = false;
  }
  if (!paragraph.heading) held.prose = true;
  if (parts.test(opening)) {
    // 今年1月，发案50起。从地域看: what the paragraphs before parted, where a part of it or another time was told since.
    if (held.parted !== null && isLonger(held.parted, held.section)) held.section = held.parted;
    held.parted = held.section;
  }
  // 其中，在外省抓获290名: of the statement that the paragraph before ended with.
  const isPartOfLast = goesOn && opening.startsWith("其中") && held.silent === 0 && held.time !== null;
  if (!(goesOn && held.isCase) && !isPartOfLast) {
    // A heading sums up on its own; what follows it goes on with the text.
    // 今年9月以来，开展了一系列打击行动。: a paragraph that counts nothing sets the time of the next.
    const opensTime = held.silent > 0 && held.time !== null && held.time.open && !held.isCase;
    if (paragraph.heading) {
      held.time = held.sure ? held.section : null;
    } else if (!opensTime) held.time = held.section;
    held.across = true;
  }
  turnPage(time);
  const now = held.time ?? titleStretch(titlePeriod);
  if (now !== null && !paragraph.heading) time.base = { from: now.from, to: now.to };
}

// Matches `二是`, `（三）`, `第二，`, `2.`, `③`, `——`; must not match `二是` within a line or `2.5万`.
const point =
  /^\s*(?:[一二三四五六七八九十]{1,2}(?:是|、)|[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)]|第[一二三四五六七八九十](?:[，,、]|[章节部]|方面)|\d{1,2}[.、．](?!\d)|[①-⑳]|—{1,2}|[◆◇●▶■□★【])/u;

// Matches `从地域看，`, `分省市看`, `按手段分`; must not match `从去年看`.
const parts = new Pattern(
  /^(?:从(?![去今上前近同]年|\d)[^，,。\d]{1,8}看|分[^，,。\d]{1,6}看|按[^，,。\d]{1,8}[分看])/u,
);

function isLonger(stretch: Stretch, than: Stretch | null): boolean {
  return than !== null && months(stretch) > months(than);
}

/** How many months a stretch goes over, about. */
function months({ from, to }: Stretch): number {
  if (from === null || to === null) return 0;
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** 9月29日单日过境38万辆。全市查处酒驾129起: what all of a territory did goes on with the section, whose day one sentence told. */
export function leaveDay({ text, held }: Reading, { start }: Span): void {
  const { time, section } = held;
  if (time?.day !== true || time.from === null || section === null || section.from === null || held.isCase) return;
  const isInside = section.from <= time.from && (section.to === null || time.from <= section.to);
  if (isInside && whole.test(text.slice(start, start + 4))) held.time = section;
}

// Matches `全市查处`, `各地`; must not match `全部`.
const whole = /^(?:全[国省市区县州]|各[地级])/u;

/** A raid, a trial or a meeting of one day that a text tells of. */
export interface DayEvent {
  readonly kind: "trial" | "raid" | "meeting";
  readonly day: TimeMark;
  /** What it counted was of one operation. */
  readonly isCase: boolean;
  /** No other time has been told of since. */
  goesOn: boolean;
}

/**
 * 9月15日，28家法院集中宣判。…在判处的79名被告人中; 行动中，抓获177名; 仪式上，40名群众领取: a sentence without a time of its own that points
 * back to the raid, the trial or the meeting is of its day.
 */
export function returnToEvent({ text, held }: Reading, { start, end }: Span): void {
  const { event } = held;
  if (event === null || held.isCase) return;
  const isOfTrial = event.kind === "trial" && event.goesOn && held.time === null && sentenced.in(text, start, end);
  if (!isOfTrial && !pointers[event.kind].in(text, start, Math.min(end, start + 30))) return;
  held.time = event.day;
  held.isCase = event.isCase;
  held.across = false;
}

/** Keeps the day of a raid, a trial or a handing back. */
export function holdEvent({ text, held }: Reading, { start, end }: Span, times: readonly TimeMark[]): void {
  const marks = times.filter(({ type }) => type !== "aside");
  const said = events.matchIn(text, start, end);
  // 12月9日，记者从2025年度集中返还大会上获悉: the year is the meeting's name.
  const isMeeting = said !== null && said.groups?.["trial"] === undefined && said.groups?.["raid"] === undefined;
  const day =
    said === null
      ? undefined
      : marks.findLast((mark) => mark.start < start + said.index + said[0].length && (mark.day || !isMeeting));
  if (said !== null && day?.type === "period" && day.day) {
    const kind = isMeeting ? "meeting" : said.groups?.["raid"] === undefined ? "trial" : "raid";
    const told = held.told.filter(({ span }) => span.start >= start);
    held.event = { kind, day, isCase: told.length > 0 && told.every(({ scope }) => scope === "case"), goesOn: true };
  } else if (held.event !== null && marks.length > 0) held.event.goesOn = false;
}

// Matches `进行了集中宣判`, `实施集中收网行动`, `举行返还仪式`; must not match `开展专项行动`.
const events = new Pattern(
  /(?<trial>(?:集中|公开)(?:公开|集中)?宣判)|(?<raid>(?:收网|抓捕|集中统一|统一)行动|集中收网)|(?:[返发退]还|宣判|表彰)[^，,。；;\d]{0,8}(?:大会|仪式|活动)/u,
);

const pointers = {
  // Matches `在判处的79名`, `在集中宣判的案件中`.
  trial: new Pattern(/^在?(?:此次|本次|这次)?(?:集中|公开)?(?:宣判|判处)的/u),
  // Matches `据悉，行动中抓获`, `收网行动中，`; must not match `专项行动中，`.
  raid: new Pattern(
    /^(?:(?:据悉|据了解|据介绍)[，,])?在?(?:此次|本次|这次|当天的?)?(?:集中|收网|抓捕|统一){0,2}行动中/u,
  ),
  // Matches `在返还仪式上，`, `现场集中返还`; must not match `活动中心`.
  meeting: new Pattern(
    /^在?(?:此次|本次|这次)?(?:资金|集中|[返发退]还|表彰|宣传|主题){0,4}(?:(?:仪式|大会|活动)(?:上(?!线)|现场)|现场(?:集中)?[返发退]还)/u,
  ),
} as const;

// Matches `分别以诈骗罪对79名被告人定罪处罚`, `判处有期徒刑`.
const sentenced = new Pattern(
  /罪[^。；;]{0,40}(?:定罪处罚|判处)|被告人[^。；;]{0,12}(?:获刑|判处)|判处[^，,。；;]{0,8}(?:刑|罚金)/u,
);

/**
 * 2018年至今收案3.4万件。今年上半年2150件。从主体看，自然人起诉1.9万件: a part is no more than its whole, so that it is of the
 * last stretch of which as much was told.
 */
export function weighParts({ text, held }: Reading, { start }: Span, figures: readonly Figure[]): void {
  const [first] = figures;
  if (first === undefined || first.value === null || first.unit === "percent" || !parts.in(text, start, start + 14))
    return;
  const unit = measureKey(first);
  const known = held.counted.filter((one) => one.unit === unit);
  const now = known.filter(({ stretch }) => isSame(stretch, held.time));
  const { value } = first;
  if (now.length === 0 || now.some((one) => one.value >= value)) return;
  const whole = known.findLast((one) => one.value >= value);
  if (whole === undefined) return;
  held.section = { ...noTime, start, end: start, ...whole.stretch };
  held.time = held.section;
  held.parted = held.section;
}

/** Keeps the levels of a sentence that are of no single case, as many as parts may look back to. */
function keepLevels({ held }: Reading, sentence: Span): void {
  for (const { span, figure, scope, period } of held.told) {
    if (span.start < sentence.start || scope === "case" || period === null) continue;
    if (figure === null || figure.value === null) continue;
    held.counted.push({
      unit: measureKey(figure),
      value: figure.value,
      stretch: { from: period.start, to: period.end },
    });
  }
  if (held.counted.length > 24) held.counted.splice(0, held.counted.length - 24);
}

function isSame(stretch: Stretch, other: Stretch | null): boolean {
  return other !== null && stretch.from === other.from && stretch.to === other.to;
}

function titleStretch(period: Reading["titlePeriod"]): Stretch | null {
  return period === null ? null : { from: period.start, to: period.end };
}

/** What a sentence that has been read leaves to the next: its time and its place. */
export function goOn(
  reading: Reading,
  sentence: Span,
  times: readonly TimeMark[],
  topics: readonly AreaTopic[],
  figures: readonly Span[],
  meeting: boolean,
): void {
  const { text, held } = reading;
  const counts = held.told.some(({ span }) => span.start >= sentence.start);
  const marks = times.filter((mark) => mark.type !== "aside" && mark.until === null);
  const parted = partedFrom(reading, sentence, marks);
  const isWithin = (mark: TimeMark): boolean =>
    mark.start >= parted || (isPartTime(text, mark) && (held.time !== null || mark !== marks[0]));
  const last = asLaunch(
    reading,
    sentence,
    counts,
    marks.findLast((mark) => !isWithin(mark)),
  );
  if (last !== undefined) {
    held.time = last.type !== "period" || (meeting && isTelling(text, sentence, last)) ? null : last;
    held.across = false;
    if (!held.isCase)
      setSection(
        reading,
        times.filter(({ start }) => start < parted),
        counts,
      );
  }
  if (counts) keepLevels(reading, sentence);
  if (counts && held.section !== null && held.time === held.section) {
    held.sure = true;
    held.report ??= held.section;
  }
  // 降到了38个，在全省系统内排名第2: what comes after the last figure is of none.
  const lastFigure = figures.at(-1)?.start ?? sentence.end;
  const topic = topics.findLast(
    (one) => one.reach === "text" && one.start < lastFigure && !isPart(text, sentence, one),
  );
  // 章贡区立案数居首。: what leads counts nothing more.
  const isRank = figures.length === 0 && ranks.in(text, sentence.start, sentence.end);
  if (topic !== undefined && !isRank) held.area = topic.area;
}

// Matches `分月看，`, `其中，按季度分，`, `三年分开看，`; must not match `分市州看，`, `从去年看，`.
const partsTime = new Pattern(
  /(?:分(?:月份?|季度?|年度?|时段|阶段|开)|(?:从|按)(?:月份?|季度|年度|年份|时间|时段)|逐[年月季]度?|[两三四五六]年分开)(?:来看|看|算|说|统计|分|划分)[，,：:]/u,
);

/**
 * 上半年立案1200起。分月看，1月210起，2月190起; 2021年至2023年…，其中2021年…，2022年…，2023年…: where the parts of a stretch begin that are
 * told one by one, after which the text goes on with the whole; past all text where there are none.
 */
function partedFrom({ text, held }: Reading, sentence: Span, marks: readonly TimeMark[]): number {
  const none = text.length + 1;
  const said = partsTime.matchIn(text, sentence.start, sentence.end);
  const at = said === null ? -1 : sentence.start + said.index;
  const closed = marks.filter(({ type, former, day, asOf }) => type === "period" && !former && !day && !asOf);
  const parts = said === null ? closed : closed.filter(({ start }) => start >= at);
  const before = said === null ? null : closed.findLast(({ start }) => start < at);
  const whole = before ?? held.time ?? held.section;
  const [first, second] = parts;
  if (first === undefined) return none;
  if (said !== null) return whole !== null && parts.every((part) => isInside(part, whole)) ? at : none;
  if (whole !== null && tiles(parts, whole)) return first.start;
  // The sentence tells the whole itself.
  return second !== undefined && tiles(parts.slice(1), first) ? second.start : none;
}

function isInside({ from, to }: Stretch, whole: Stretch): boolean {
  if (from === null || whole.from === null || from < whole.from) return false;
  return whole.to === null || (to !== null && to <= whole.to);
}

function endsWithin({ to }: Stretch, whole: Stretch): boolean {
  return to !== null && whole.from !== null && to >= whole.from && (whole.to === null || to <= whole.to);
}

/** Tells whether stretches follow each other from the first day of a longer one to its last. */
function tiles(parts: readonly Stretch[], { from, to }: Stretch): boolean {
  if (parts.length < 2 || from === null || to === null) return false;
  let next = from;
  for (const part of parts) {
    if (part.from !== next || part.to === null) return false;
    next = addDays(part.to, 1);
  }
  return parts.at(-1)?.to === to;
}

// Matches `立案数居首。`, `降幅最大。`; must not match `最多的一次是`.
const ranks = new Pattern(/(?:居[首前]|最[多少高低大小快]|垫底|领先|第[一二三])[。！；;]$/u);

/** “夏季攻势”于3月1日打响: what follows is told of the stretch from that day, where the sentence counted nothing. */
function asLaunch(
  { text, time, held }: Reading,
  sentence: Span,
  counts: boolean,
  mark: TimeMark | undefined,
): TimeMark | undefined {
  if (mark === undefined || !(mark.day || isMonth(mark)) || held.isCase || counts) return mark;
  const says = (pattern: Pattern): boolean => pattern.in(text, sentence.start, sentence.end);
  if (!says(campaigns) || !says(beginnings) || says(arrests)) return mark;
  return { ...mark, to: time.today, open: true, day: false };
}

const campaigns = new Pattern(/(?:行动|会战|战役|攻势|整治)[”"』」]?/u);
const beginnings = new Pattern(/启动|打响|部署|拉开|发起|展开/u);
const arrests = new Pattern(/收网|抓捕|[抓捣查]获/u);

/** 8月7日至8月13日 in the head of a weekly report: what the report goes up to. */
export function daysReported(times: readonly TimeMark[]): TimeMark | null {
  const [mark, other] = times.filter(({ type }) => type === "period");
  if (mark === undefined || other !== undefined || mark.open || mark.asOf || mark.day) return null;
  const { from, to } = mark;
  if (from === null || to === null || (from.endsWith("-01") && !to.endsWith("-01"))) return null;
  return mark;
}

/** Takes the times of a sentence that say what the section reports on: no single day, and no moment where there is a stretch. */
function setSection({ text, held, time, titlePeriod }: Reading, times: readonly TimeMark[], counts: boolean): void {
  const title = titleStretch(titlePeriod);
  for (const mark of times) {
    // 其中，9月立案380起: a part of the stretch, which goes on after it.
    if (held.section !== null && /(?:其中|仅)[，,]?$/u.test(text.slice(Math.max(0, mark.start - 4), mark.start)))
      continue;
    if (mark.until !== null) continue;
    // 由1月的412个降至5月的137个: the ends of a movement are no stretch.
    if (
      /(?:[由从]|[降升增减]至|(?:下降|回落|上升|增长|增加|减少|提高)[至到])$/u.test(
        text.slice(Math.max(0, mark.start - 4), mark.start),
      )
    )
      continue;
    if (mark.type === "vague") {
      held.section = null;
      continue;
    }
    if (mark.type !== "period" || mark.day || mark.now || mark.former) continue;
    // 2018年春运…：2月1日至3月12日: of a year that is not over the text says itself which part it reports on.
    const isOver = title !== null && (title.to !== time.today || held.report !== null);
    const base = held.sure ? held.section : isOver ? title : null;
    if (base !== null && (isBefore(mark, base) || isLaterPart(mark, base))) continue;
    // 法律自2022年12月1日施行以来，截至今年8月，…\n去年，…: years within what the text reports on from a day to a day.
    if (base !== null && base === held.section && held.section.asOf && endsWithin(mark, base)) continue;
    // 上半年 of what was told up to 15 December; a year that is not over may be told by its months.
    if (base !== null && base.to !== time.today && isFirstPart(mark, base)) continue;
    // 近三年来 in a report on one of them.
    if (title !== null && beginsYearsBefore(mark, title) && !isBefore(mark, title)) continue;
    // 2022年3月，反诈中心实体化运行。: a month in which something happened.
    if (!counts && (base ?? held.section) !== null && isMonth(mark)) continue;
    // 今年4月，专项行动启动。截至9月25日: when it began, and not how long it went on.
    if (!counts && isMonth(mark) && launched.test(text.slice(mark.end, mark.end + 40))) continue;
    if (!mark.asOf || mark.from !== null || held.section === null) {
      held.section = mark;
      held.sure = false;
    }
  }
}

// Matches `，全国专项行动启动。`, `，省公安厅部署“飓风”行动，`; must not match `，行动打掉团伙`.
const launched =
  /^份?[，,][^，,。；;\d]{0,24}(?:(?:行动|会战|战役|攻势|整治)[”"』」]?(?:正式|全面)?(?:启动|打响|展开|拉开)|(?:启动|部署|发起|开展|打响)[^，,。；;\d]{0,16}(?:行动|会战|战役|攻势|整治)[”"』」]?(?=[，,。；;]))/u;

/** A stretch of a year before: what was then. */
function isBefore({ to }: Stretch, { from }: Stretch): boolean {
  return to !== null && from !== null && to.slice(0, 4) < from.slice(0, 4);
}

/** 前三季度…。7月，…, 上半年…。二季度以来: a part of the stretch, and the stretch counted from a later start. */
function isLaterPart(mark: TimeMark, stretch: Stretch): boolean {
  const { from, to } = mark;
  if (from === null || mark.asOf || stretch.from === null || stretch.from >= from) return false;
  if (from.slice(0, 4) !== stretch.from.slice(0, 4)) return false;
  if (stretch.to === null) return true;
  return mark.open ? from <= stretch.to : to !== null && to <= stretch.to;
}

function beginsYearsBefore({ from }: Stretch, stretch: Stretch): boolean {
  return from !== null && stretch.from !== null && from.slice(0, 4) < stretch.from.slice(0, 4);
}

function isFirstPart({ from, to, open, asOf }: TimeMark, stretch: Stretch): boolean {
  return (
    !open && !asOf && from !== null && from === stretch.from && to !== null && stretch.to !== null && to < stretch.to
  );
}

function isMonth({ from, to }: Stretch): boolean {
  return from !== null && to !== null && from.slice(0, 7) === to.slice(0, 7);
}
