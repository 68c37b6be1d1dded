import { withBasis } from "./basis.ts";
import { giveChange } from "./change-of.ts";
import { type FoundChange, readChange, reachedBy, wordedChanges } from "./change.ts";
import { daysReported, goOn, holdEvent, leaveDay, returnToEvent, weighParts } from "./discourse.ts";
import type { Draft } from "./draft.ts";
import { measureKey } from "./ellipsis.ts";
import type { Hit } from "./lexicon.ts";
import type { Figure } from "./figure.ts";
import { addLevel, movedTo } from "./level.ts";
import type { Meaning } from "./meaning.ts";
import { changeSeries, distribution, type Spread, spreadChanges } from "./list.ts";
import { Pattern } from "./pattern.ts";
import { clauseEndOf, clauseStartOf, isBase, type Reading, type Run, type View, within } from "./reading.ts";
import { withStarts } from "./period-of.ts";
import { holdCase } from "./scope.ts";
import type { Change, Span } from "@jianbao/model";
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
    ({ start, end, until, type }) =>
      !issue.test(text.slice(end, end + 8)) &&
      !leftOver.in(text, end, end + 4) &&
      !(type === "point" && toldThen.in(text, end, end + 8)) &&
      (until !== null || !("由从".includes(text[start - 1] ?? " ") && /^份?的/u.test(text.slice(end, end + 2)))),
  );
  holdEnd(reading, sentence, current);
  const placed = placeFormer(current.map((mark) => ofCampaign(reading, mark)));
  const topics = within(reading.topics, sentence);
  const drafts: Draft[] = [];
  const meeting =
    placed.some(({ day }) => day) &&
    meetings.in(text, sentence.start, sentence.end) &&
    !handedOver.in(text, sentence.start, sentence.end);
  const lead = isHighlightList(text, paragraph);
  const wasCase = held.isCase;
  holdCase(held, text, sentence, placed, topics, sentence.start === paragraph.start, figures);
  // What a story was of, when and where, ends with it.
  if (wasCase && !held.isCase) {
    held.time = held.section;
    held.area = null;
    held.subject = null;
    held.mixed = false;
    if (held.time?.day === true || held.time === null) held.time = held.section;
  }
  const times = withStarts(text, placed, held);
  if (times.length === 0) {
    if (sentence.start === paragraph.start) weighParts(reading, sentence, figures);
    leaveDay(reading, sentence);
    returnToEvent(reading, sentence);
  }
  if (paragraph.heading || "（(".includes(text[paragraph.start] ?? " ")) held.days = daysReported(times) ?? held.days;
  if (figures.length > 0 || withoutFigures.in(text, sentence.start, sentence.end)) {
    const view: View = { reading, paragraph, sentence, figures, times, topics, meeting, lead };
    readFigures(view, hits, drafts);
  }
  if (drafts.length > 0) {
    held.meaning = drafts[0]?.meaning ?? null;
    held.told = drafts;
    holdWholes(reading, drafts);
  }
  holdEvent(reading, sentence, times);
  goOn(reading, sentence, times, topics, figures, meeting);
  holdSubject(reading, hits);
  return drafts;
}

// Matches `第32期`, `年度第9号`: the number of a bulletin, whose year is no time of figures.
const issue = /^(?:年度?)?\s?(?:总?第\s?[\d一二三四五六七八九十]{1,4}\s?)[期号]/u;

// Matches `出炉` of 近日出炉, `正式发布`: when it was told; must not match `抓获`.
const toldThen = new Pattern(/^[，,]?(?:正式|集中|对外|联合)?(?:出炉|公布|发布|揭晓|披露|通报了?|召开|印发)/u);

// Matches `旧存` of 上年旧存案件: what is left of a year is told of the one after it; must not match `存款`.
const leftOver = new Pattern(/^(?:旧存|结转|遗留|积存|转入)/u);

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

/** 6月30日，“飓风”行动落下帷幕: the campaign that the text goes on to tell of went no further. */
function holdEnd({ text, time }: Reading, { start, end }: Span, times: readonly TimeMark[]): void {
  const day = times.find(({ type, day: isDay }) => type === "period" && isDay);
  const said = day === undefined ? null : ending.matchIn(text, day.end, end);
  if (day !== undefined && said !== null && day.start - start < 40) time.ended = day.to;
}

// Matches `，为期百天的“飓风”行动落下帷幕`, `，专项行动圆满收官`; must not match `，行动组结束审讯`.
const ending = new Pattern(
  /(?:行动(?![组队])|会战|战役|攻势|整治)[”"』」]?[^，,。；;\d]{0,6}?(?:落下帷幕|落幕|收官|圆满结束|结束|告一段落|收兵)/u,
);

/** “断卡”行动开展以来 starts where the pack says that the campaign did, if the text gives no start, and ends where the text says. */
function ofCampaign({ text, lexicon, time, held }: Reading, mark: TimeMark): TimeMark {
  if (mark.type !== "period") return mark;
  const words = text.slice(mark.start, mark.end);
  const { campaigns } = lexicon.pack;
  const campaign =
    mark.open && mark.from === null
      ? campaigns.find(({ name, start }) => start !== null && words.includes(name))
      : undefined;
  const from = campaign?.start ?? mark.from;
  // 至7月18日，刑拘211人。行动期间, in a later paragraph: as far as the section told of it.
  const { section, across } = held;
  const ended = time.ended ?? (across && section !== null && section.from === from ? section.to : null);
  // 行动自3月22日启动以来
  const said = text.slice(Math.max(0, mark.start - 6), mark.end);
  const goesOver = ended !== null && from !== null && from < ended && (mark.to === null || ended < mark.to);
  const isOver = goesOver && /行动|会战|战役|攻势|整治|期间/u.test(said);
  return campaign === undefined && !isOver ? mark : { ...mark, from, to: isOver ? ended : mark.to };
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
    const byHow = after === undefined ? null : movedBy(view, run, figure, after, figures[i + 2] ?? null, from);
    if (byHow !== null && after !== undefined) {
      used.add(after);
      used.add(byHow.figure);
      addLevel(view, hits, run, drafts, { ...byHow, clauseStart, from, moved: figure, share: null });
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
      baseBasis(view, run),
      run.last === null ? null : { unit: run.last.figure?.unit ?? null, basis: run.basis },
    );
    const reached = change === null || after === undefined ? null : reachedBy(text, figure, after);
    if (change !== null && reached !== null) {
      used.add(reached);
      const stop = clauseEndOf(sentence, reached.start);
      const { change: told } = withBasis(view, run, change);
      // 损失减少三成至1.2亿元: what moved is no deed.
      const words = hits.filter(({ start, end }) => end <= change.start || start >= reached.start);
      const given = {
        figure: reached,
        clauseStart,
        clauseEnd: stop,
        from,
        moved: figure,
        changes: [told],
        share: null,
      };
      addLevel(view, words, run, drafts, given);
      run.list = null;
      return;
    }
    if (change !== null) {
      giveChange(view, hits, run, drafts, change, clauseStart, figure, series.get(figure) ?? null);
      run.list = {
        direction: change.change.direction,
        basis: withBasis(view, run, change).change.basis,
        distributed: change.distributed,
        unit: figure.unit,
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

/** 由3亿元增加62%至4.9亿元: the new level, with the old one and by how much it moved. */
function movedBy(
  view: View,
  run: Run,
  figure: Figure,
  after: Figure,
  third: Figure | null,
  from: number,
): { readonly figure: Figure; readonly clauseEnd: number; readonly changes: Change[] } | null {
  const { reading, sentence } = view;
  const { text } = reading;
  const reached = third === null || third.unit !== figure.unit ? null : reachedBy(text, after, third);
  if (reached === null || after.unit === figure.unit) return null;
  if (!/[由从][^，,；;。]*$/u.test(text.slice(Math.max(from, figure.prefixStart - 24), figure.prefixStart)))
    return null;
  const clauseStart = clauseStartOf(sentence, figure.start);
  const change = readChange(text, after, figure.end, clauseStart, sentence.start, null, null, null);
  if (change === null) return null;
  const { value, unit, bound, low, high } = figure;
  const { direction } = change.change;
  const old: Change = {
    basis: "from-to",
    direction,
    value,
    unit,
    bound,
    low,
    high,
    text: text.slice(figure.prefixStart, reached.end),
  };
  const clauseEnd = clauseEndOf(sentence, reached.start);
  return { figure: reached, clauseEnd, changes: [old, withBasis(view, run, change).change] };
}

/** What a change right after a base is measured by: 环比2月份21起，上升47.6%; null where the last level is no base. */
function baseBasis(view: View, { last, levels }: Run): "yoy" | "mom" | null {
  if (last === null || !isBase(view, last)) return null;
  const from = Math.max(levels.at(-2)?.span.end ?? 0, view.sentence.start, last.span.start - 24);
  const said = view.reading.text.slice(from, last.span.start);
  return /环比|月/u.test(said) && !/[去上前]年|同[期比]/u.test(said) ? "mom" : "yoy";
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
  run.list = {
    direction: last.change.direction,
    basis: last.change.basis,
    distributed: true,
    unit: last.change.unit,
    end,
  };
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

/** Keeps of what subject the sentence was: several leave none. */
function holdSubject({ held }: Reading, hits: readonly Hit[]): void {
  for (const { use } of hits) {
    if (use.subject === null || use.subject.whole === true || use.subject.id === held.subject) continue;
    if (held.subject !== null) held.mixed = true;
    held.subject = use.subject.id;
  }
}

/** 举行发布会, 召开会议: the date of telling, not of what is told. */
const meetings = new Pattern(
  /会议?[^，,。]{0,16}(?:召开|举行)|(?:召开|举行|举办)(?![^，,。]{0,12}(?:[返发]还|退[赃款]))[^，,。]{0,30}(?:会|仪式|活动)|新闻发布|通报会|发布会|记者[^，,。]{0,16}(?:获悉|了解到)|获悉|今天(?:公布|发布|通报)|(?:日|月)(?:公布|发布|通报|对外公布|消息)/u,
);

// Matches `举行集中返还发布会，对295笔`, `召开返还大会，9名群众领取`: what was given back at the meeting itself.
const handedOver = new Pattern(
  /[返发退]还[^，,。；;\d]{0,10}(?:仪式|大会|活动|发布会|会议?)[，,][^。；;]{0,60}(?:[返发退]还|领[取回到]|归还|送还)/u,
);

const withoutFigures = new Pattern(/番|持平|减半|连续/u);

/** A lead that lists highlights and breaks off: …… */
function isHighlightList(text: string, paragraph: Paragraph): boolean {
  const end = text.slice(Math.max(paragraph.start, paragraph.end - 3), paragraph.end);
  return end.includes("…") && end.trim().endsWith("…");
}
