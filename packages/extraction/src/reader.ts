import type { Span } from "@jianbao/model";
import { isPart } from "./area-of.ts";
import type { AreaTopic } from "./area-topic.ts";
import { giveChange } from "./change-of.ts";
import { type FoundChange, readChange, wordedChanges } from "./change.ts";
import type { Draft } from "./draft.ts";
import { measureKey } from "./ellipsis.ts";
import type { Hit } from "./lexicon.ts";
import type { Figure } from "./figure.ts";
import { addLevel, movedTo } from "./level.ts";
import type { Meaning } from "./meaning.ts";
import { changeSeries, distribution, type Spread, spreadChanges } from "./list.ts";
import { Pattern } from "./pattern.ts";
import { clauseEndOf, clauseStartOf, isBase, type Reading, type Run, type View, within } from "./reading.ts";
import { isPartTime, withStarts } from "./period-of.ts";
import { holdCase } from "./scope.ts";
import type { Paragraph, Sentence } from "./sentence.ts";
import { placeFormer } from "./time.ts";
import type { TimeMark } from "./time-mark.ts";
import { readTokens } from "./token.ts";

/** Reads one sentence: its statements, in text order. What it says of time, place and subject is held for the next. */
export function readSentence(reading: Reading, paragraph: Paragraph, sentence: Sentence): Draft[] {
  const { text, held } = reading;
  const hits = within(reading.hits, sentence);
  const { figures, times: read } = readTokens(text, sentence, reading.time);
  // 由4月份的1.9万张降至1.6万张: the time of the old level alone.
  const current = read.filter(
    ({ start, end, until }) =>
      !issue.test(text.slice(end, end + 8)) &&
      (until !== null || !("由从".includes(text[start - 1] ?? " ") && /^份?的/u.test(text.slice(end, end + 2)))),
  );
  const placed = placeFormer(current.map((mark) => fromCampaign(reading, mark)));
  const topics = within(reading.topics, sentence);
  const drafts: Draft[] = [];
  const meeting = placed.some(({ day }) => day) && meetings.in(text, sentence.start, sentence.end);
  const lead = isHighlightList(text, paragraph);
  const wasCase = held.isCase;
  holdCase(held, text, sentence, placed, topics, sentence.start === paragraph.start);
  // What a story was of, and where, ends with it.
  if (wasCase && !held.isCase) {
    held.area = null;
    held.subject = null;
    held.mixed = false;
  }
  const times = withStarts(text, placed, held);
  if (paragraph.heading || "（(".includes(text[paragraph.start] ?? " "))
    held.report = daysReported(times) ?? held.report;
  if (figures.length > 0 || withoutFigures.in(text, sentence.start, sentence.end)) {
    const view: View = { reading, paragraph, sentence, figures, times, topics, meeting, lead };
    readFigures(view, hits, drafts);
  }
  if (drafts.length > 0) {
    held.meaning = drafts[0]?.meaning ?? null;
    held.told = drafts;
    holdWholes(reading, drafts);
  }
  holdOn(reading, sentence, hits, times, topics, meeting);
  return drafts;
}

// Matches `第32期`, `年度第9号`: the number of a bulletin, whose year is no time of figures.
const issue = /^(?:年度?)?\s?(?:总?第\s?[\d一二三四五六七八九十]{1,4}\s?)[期号]/u;

/** Keeps for each unit what the figures of a sentence counted, for the next that do not say it. */
function holdWholes({ held }: Reading, drafts: readonly Draft[]): void {
  const told = new Map<string, Meaning | null>();
  for (const { figure, meaning } of drafts) {
    if (figure === null) continue;
    const unit = measureKey(figure);
    const before = told.get(unit);
    const isSame = before === undefined || before?.indicator === meaning?.indicator;
    told.set(unit, isSame ? meaning : null);
  }
  for (const [unit, meaning] of told) held.wholes.set(unit, { meaning, at: drafts.at(-1)?.span.end ?? 0 });
}

/** “断卡”行动开展以来 starts where the pack says that the campaign did, if the text gives no start. */
function fromCampaign({ text, lexicon }: Reading, mark: TimeMark): TimeMark {
  if (!mark.open || mark.from !== null || mark.type !== "period") return mark;
  const words = text.slice(mark.start, mark.end);
  const campaign = lexicon.pack.campaigns.find(({ name, start }) => start !== null && words.includes(name));
  return campaign === undefined ? mark : { ...mark, from: campaign.start };
}

function readFigures(view: View, hits: readonly Hit[], drafts: Draft[]): void {
  const { reading, sentence, figures } = view;
  const { text } = reading;
  let worded = wordedChanges(text, sentence.start, sentence.end);
  const run: Run = {
    verbs: [],
    nouns: [],
    subject: null,
    whole: null,
    last: null,
    levels: [],
    list: null,
    basis: null,
    change: null,
  };
  const used = new Set<Figure>();
  const shares = distribution(view);
  const series = changeSeries(view);
  const spreads = spreadChanges(view, worded);
  const spreadTo = (end: number): void => {
    for (let next = spreads[0]; next !== undefined && next.start <= end; next = spreads[0]) {
      const { changes, figures: given } = next;
      spreads.shift();
      if (!giveSpread(run, next)) continue;
      for (const figure of given) used.add(figure);
      worded = worded.filter((change) => !changes.some(({ start }) => start === change.start));
    }
  };
  let nextWorded = 0;
  figures.forEach((figure, i) => {
    spreadTo(figure.start);
    for (; nextWorded < worded.length; nextWorded++) {
      const change = worded[nextWorded];
      if (change === undefined || change.start > figure.start) break;
      giveChange(view, hits, run, drafts, change, clauseStartOf(sentence, change.start), null, null);
    }
    if (used.has(figure)) return;
    const clauseStart = clauseStartOf(sentence, figure.start);
    const clauseEnd = clauseEndOf(sentence, figure.start);
    const before = figures[i - 1];
    const after = figures[i + 1];
    const from = Math.max(clauseStart, before === undefined ? sentence.start : before.end);
    const repeated = repeatedFall(text, figure, clauseEnd);
    if (repeated !== null) {
      giveChange(view, hits, run, drafts, repeated, clauseStart, figure, null);
      return;
    }
    const fromTo = after === undefined ? null : movedTo(text, figure, after, from);
    if (fromTo !== null && after !== undefined) {
      used.add(after);
      const stop = clauseEndOf(sentence, after.start);
      const given = {
        figure: after,
        clauseStart,
        clauseEnd: stop,
        from,
        moved: figure,
        changes: [fromTo],
        share: null,
      };
      addLevel(view, hits, run, drafts, given);
      return;
    }
    const change = readChange(
      text,
      figure,
      from,
      clauseStart,
      sentence.start,
      run.list,
      isBase(view, run.last),
      run.last === null ? null : { unit: run.last.figure?.unit ?? null, basis: run.basis },
    );
    if (change !== null) {
      giveChange(view, hits, run, drafts, change, clauseStart, figure, series.get(figure) ?? null);
      run.list = {
        direction: change.change.direction,
        basis: change.change.basis,
        distributed: change.distributed,
        end: figure.end,
      };
      return;
    }
    run.list = null;
    const share = shares.get(figure) ?? null;
    addLevel(view, hits, run, drafts, { figure, clauseStart, clauseEnd, from, moved: null, changes: [], share });
  });
  spreadTo(sentence.end);
  for (; nextWorded < worded.length; nextWorded++) {
    const change = worded[nextWorded];
    if (change !== undefined)
      giveChange(view, hits, run, drafts, change, clauseStartOf(sentence, change.start), null, null);
  }
}

/** Gives each of the last levels the change in its place; false where they do not go together. */
function giveSpread(run: Run, { changes, end }: Spread): boolean {
  const levels = run.levels.slice(-changes.length);
  const last = changes.at(-1);
  const fits =
    levels.length === changes.length &&
    levels.every(({ figure, changes: own }, i) => {
      const unit = changes[i]?.change.unit;
      return own.length === 0 && (unit === "percent" || unit === "times" || unit === figure?.unit);
    });
  if (!fits || last === undefined) return false;
  levels.forEach((level, i) => {
    const change = changes[i]?.change;
    if (change !== undefined) level.changes.push(change);
  });
  run.basis = last.change.basis;
  run.list = { direction: last.change.direction, basis: last.change.basis, distributed: true, end };
  return true;
}

/** 连续5个月单月下降: a fall that is told without its size. */
function repeatedFall(text: string, figure: Figure, clauseEnd: number): FoundChange | null {
  if (!text.slice(0, figure.prefixStart).endsWith("连续")) return null;
  const after = text.slice(figure.unitStart, clauseEnd);
  const match = /^个?(?:月|季度|年|周)[^，,；;。\d]{0,8}?(?<word>下降|回落|减少|走低|上升|增长|走高|负增长)/u.exec(
    after,
  );
  const word = match?.groups?.["word"];
  if (match === null || word === undefined) return null;
  if (/\d|[百分]之/u.test(after.slice(match[0].length, match[0].length + 6))) return null;
  const start = figure.start - 2;
  const end = figure.unitStart + match[0].length;
  const basis =
    match[0].includes("同比") || text.slice(0, start).endsWith("同比")
      ? "yoy"
      : match[0].includes("环比")
        ? "mom"
        : "other";
  const down = word !== "上升" && word !== "增长" && word !== "走高";
  return {
    start,
    end,
    distributed: false,
    change: {
      basis,
      direction: down ? "down" : "up",
      value: null,
      unit: null,
      bound: "exact",
      low: null,
      high: null,
      text: text.slice(start, end),
    },
  };
}

function holdOn(
  reading: Reading,
  sentence: Span,
  hits: readonly Hit[],
  times: readonly TimeMark[],
  topics: readonly AreaTopic[],
  meeting: boolean,
): void {
  const { held } = reading;
  const marks = times.filter((mark) => mark.type !== "aside" && mark.until === null);
  const isWithin = (mark: TimeMark): boolean =>
    isPartTime(reading.text, mark) && (held.time !== null || mark !== marks[0]);
  const last = asLaunch(
    reading,
    sentence,
    marks.findLast((mark) => !isWithin(mark)),
  );
  if (last !== undefined) {
    held.time = last.type !== "period" || (meeting && last.day) ? null : last;
    held.across = false;
    if (!held.isCase) held.stretch = stretchAfter(reading.text, held.stretch, times);
  }
  const topic = topics.findLast((one) => one.reach === "text" && !isPart(reading.text, sentence, one));
  if (topic !== undefined) held.area = topic.area;
  for (const { use } of hits) {
    if (use.subject === null || use.subject.whole === true || use.subject.id === held.subject) continue;
    if (held.subject !== null) held.mixed = true;
    held.subject = use.subject.id;
  }
}

/** “夏季攻势”于3月1日打响: what follows is told of the stretch from that day, where the sentence counted nothing. */
function asLaunch(reading: Reading, sentence: Span, mark: TimeMark | undefined): TimeMark | undefined {
  const { text, time, held } = reading;
  if (mark === undefined || !mark.day || held.isCase) return mark;
  const says = (pattern: Pattern): boolean => pattern.in(text, sentence.start, sentence.end);
  const launches = says(campaigns) && says(beginnings) && !says(arrests);
  if (!launches || held.told.some(({ span }) => span.start >= sentence.start)) return mark;
  return { ...mark, to: time.today, open: true, day: false };
}

const campaigns = new Pattern(/(?:行动|会战|战役|攻势|整治)[”"』」]?/u);
const beginnings = new Pattern(/启动|打响|部署|拉开|发起|展开/u);
const arrests = new Pattern(/收网|抓捕|[抓捣查]获/u);

/** 8月7日至8月13日 in the head of a weekly report: what the report goes up to. */
function daysReported(times: readonly TimeMark[]): TimeMark | null {
  const [mark, other] = times.filter(({ type }) => type === "period");
  if (mark === undefined || other !== undefined || mark.open || mark.asOf || mark.day) return null;
  const { from, to } = mark;
  if (from === null || to === null || (from.endsWith("-01") && !to.endsWith("-01"))) return null;
  return mark;
}

/** The stretch that the text reports on after some times: no single day, and no moment where there is a stretch. */
function stretchAfter(text: string, stretch: TimeMark | null, times: readonly TimeMark[]): TimeMark | null {
  let after = stretch;
  for (const mark of times) {
    // 其中，9月立案380起: a part of the stretch, which goes on after it.
    if (after !== null && /(?:其中|仅)[，,]?$/u.test(text.slice(Math.max(0, mark.start - 4), mark.start))) continue;
    if (mark.until !== null) continue;
    // 由1月的412个降至5月的137个: the ends of a movement are no stretch.
    if (
      /(?:[由从]|[降升增减]至|(?:下降|回落|上升|增长|增加|减少|提高)[至到])$/u.test(
        text.slice(Math.max(0, mark.start - 4), mark.start),
      )
    )
      continue;
    // 上半年…。二季度以来，打掉团伙74个: the stretch counted from a later start is a part of it too.
    if (after !== null && isLaterPart(mark, after)) continue;
    if (mark.type === "vague") after = null;
    else if (
      mark.type === "period" &&
      !mark.day &&
      !mark.now &&
      !mark.former &&
      (!mark.asOf || mark.from !== null || after === null)
    ) {
      after = mark;
    }
  }
  return after;
}

/** 前三季度…。7月，…, 上半年…。二季度以来: a month of the stretch, and the stretch counted from a later start. */
function isLaterPart(mark: TimeMark, stretch: TimeMark): boolean {
  const { from, to } = mark;
  if (mark.type !== "period" || from === null || stretch.from === null || stretch.from >= from) return false;
  if (mark.open) return stretch.to === null || from <= stretch.to;
  const isMonth = !mark.asOf && !mark.day && to !== null && from.slice(0, 7) === to.slice(0, 7);
  return isMonth && stretch.to !== null && to <= stretch.to && from.slice(0, 4) === stretch.from.slice(0, 4);
}

/** 举行发布会, 召开会议: the date of telling, not of what is told. */
const meetings = new Pattern(
  /会议?[^，,。]{0,16}(?:召开|举行)|(?:召开|举行|举办)[^，,。]{0,30}(?:会|仪式|活动)|新闻发布|通报会|发布会|记者[^，,。]{0,16}(?:获悉|了解到)|获悉|今天(?:公布|发布|通报)|(?:日|月)(?:公布|发布|通报|对外公布|消息)/u,
);

const withoutFigures = new Pattern(/番|持平|减半|连续/u);

/** A lead that lists highlights and breaks off: …… */
function isHighlightList(text: string, paragraph: Paragraph): boolean {
  const end = text.slice(Math.max(paragraph.start, paragraph.end - 3), paragraph.end);
  return end.includes("…") && end.trim().endsWith("…");
}
