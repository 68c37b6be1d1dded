import {
  type Area,
  type Change,
  type Period,
  type Rate,
  type Scope,
  type Span,
  type Unit,
  overseas,
} from "@jianbao/model";
import type { AreaTopic } from "./area-topic.ts";
import { type ChangeList, type FoundChange, readChange, wordedChanges } from "./change.ts";
import type { Draft } from "./draft.ts";
import type { Figure } from "./figure.ts";
import type { Hit, Lexicon } from "./lexicon.ts";
import { type Meaning, type Surroundings, lastChain, meaningOf } from "./meaning.ts";
import type { Paragraph, Sentence } from "./sentence.ts";
import { nearestSubject } from "./subject.ts";
import type { TimeContext, TimeMark } from "./time.ts";
import { readTokens } from "./token.ts";
import { uncounted } from "./uncounted.ts";

/** All that is known of an article while its sentences are read in order. */
export interface Reading {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly hits: readonly Hit[];
  readonly topics: readonly AreaTopic[];
  readonly abroad: readonly Span[];
  readonly time: TimeContext;
  readonly ownArea: Area;
  /** The subject that most of the article is about. */
  readonly dominant: string;
  /** What the figures without any time of their own are of: the year that the title names. */
  readonly titlePeriod: Period | null;
  /** What was read before and still holds. */
  readonly held: Held;
}

/** What a sentence leaves to those after it. */
export interface Held {
  time: TimeMark | null;
  area: Area | null;
  isCase: boolean;
  subject: string | null;
  /** Several subjects were named in the paragraph, so that none of them is carried on. */
  mixed: boolean;
}

/** What the figures of one sentence leave to those after them. */
interface Run {
  /** Verbs and nouns of the figure before. */
  verbs: readonly Hit[];
  nouns: readonly Hit[];
  subject: string | null;
  last: Draft | null;
  /** Levels since the last change, for 同比分别上升. */
  levels: Draft[];
  list: ChangeList | null;
  /** Indicator of the last change without a level, for 严重暴力犯罪案件下降10.9%. */
  change: Meaning | null;
}

// Matches words of one single case: `接到王某报案`, `专案组`, `以贾某为首`; must not match `报案数`.
const story =
  /[\p{Script=Han}]某(?!些|种|个|地|类|项|一)|报案(?:称|人)|报警(?:称|求助)|举报称|专案组(?!织)|该案|此案|该团伙|侦办的[^，,。]{0,24}案[，,]|破获(?:了)?(?:一起|1起|一宗)|打掉(?:了)?(?:一个|1个|一处)|一举(?:打掉|捣毁|抓获|端掉)|收网行动/u;

// Matches what speaks of a whole territory: `全市公安机关共`, `各级检察机关`.
const territory =
  /全国|全省|全市|全区|全县|全州|全盟|全旗|各地|各级|各盟市|各市|公安机关|检察机关|我省|我市|我区|我县/u;

/** Reads one sentence: its statements, in text order. What it says of time, place and subject is held for the next. */
export function readSentence(reading: Reading, paragraph: Paragraph, sentence: Sentence): Draft[] {
  const { text, held } = reading;
  const { figures, times } = readTokens(text, sentence, reading.time);
  const topics = within(reading.topics, sentence);
  const drafts: Draft[] = [];
  const words = text.slice(sentence.start, sentence.end);
  const meeting = isMeeting(words);
  const lead = isHighlightList(text, paragraph);
  holdCase(held, words, times, topics);
  if (figures.length > 0 || /番|持平|减半|连续/u.test(words)) {
    const view: View = { reading, paragraph, sentence, figures, times, topics, meeting, lead };
    readFigures(view, drafts);
  }
  holdOn(reading, sentence, times, topics, meeting);
  return drafts;
}

interface View {
  readonly reading: Reading;
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
  readonly figures: readonly Figure[];
  readonly times: readonly TimeMark[];
  readonly topics: readonly AreaTopic[];
  /** 举行发布会: its date is none of the figures'. */
  readonly meeting: boolean;
  /** A list of highlights, each on its own. */
  readonly lead: boolean;
}

function readFigures(view: View, drafts: Draft[]): void {
  const { reading, sentence, figures } = view;
  const { text, lexicon } = reading;
  const hits = within(reading.hits, sentence);
  const worded = wordedChanges(text, sentence.start, sentence.end);
  const run: Run = { verbs: [], nouns: [], subject: null, last: null, levels: [], list: null, change: null };
  const used = new Set<Figure>();
  const shares = distribution(view);
  let nextWorded = 0;
  figures.forEach((figure, i) => {
    for (; nextWorded < worded.length; nextWorded++) {
      const change = worded[nextWorded];
      if (change === undefined || change.start > figure.start) break;
      giveChange(view, hits, run, drafts, change, clauseStartOf(sentence, change.start), null);
    }
    if (used.has(figure)) return;
    const clauseStart = clauseStartOf(sentence, figure.start);
    const clauseEnd = clauseEndOf(sentence, figure.start);
    const before = figures[i - 1];
    const after = figures[i + 1];
    const from = Math.max(clauseStart, before === undefined ? sentence.start : before.end);
    const repeated = repeatedFall(text, figure, clauseEnd);
    if (repeated !== null) {
      giveChange(view, hits, run, drafts, repeated, clauseStart, figure);
      return;
    }
    const fromTo = after === undefined ? null : movedTo(text, figure, after, from);
    if (fromTo !== null && after !== undefined) {
      used.add(after);
      addLevel(
        view,
        hits,
        run,
        drafts,
        after,
        clauseStart,
        clauseEndOf(sentence, after.start),
        from,
        figure,
        [fromTo],
        null,
      );
      return;
    }
    const change = readChange(text, figure, from, clauseStart, sentence.start, run.list);
    if (change !== null) {
      giveChange(view, hits, run, drafts, change, clauseStart, figure);
      run.list = {
        direction: change.change.direction,
        basis: change.change.basis,
        distributed: change.distributed,
        end: figure.end,
      };
      return;
    }
    run.list = null;
    addLevel(view, hits, run, drafts, figure, clauseStart, clauseEnd, from, null, [], shares.get(figure) ?? null);
  });
  for (; nextWorded < worded.length; nextWorded++) {
    const change = worded[nextWorded];
    if (change !== undefined) giveChange(view, hits, run, drafts, change, clauseStartOf(sentence, change.start), null);
  }
  void lexicon;
}

/** Gives a level its meaning and adds it, unless it is no observation. */
function addLevel(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  figure: Figure,
  clauseStart: number,
  clauseEnd: number,
  from: number,
  moved: Figure | null,
  changes: Change[],
  share: Span | null,
): void {
  const { reading, sentence, figures } = view;
  const { text, lexicon } = reading;
  if (
    figure.unit === null &&
    !figure.numeral.scaled &&
    !/(?:达|达到|为|有|共|计|破|超过|突破)$/u.test(text.slice(sentence.start, figure.prefixStart))
  ) {
    return;
  }
  const region = regionsOf(view, figure, clauseStart, clauseEnd, from);
  let left = share === null ? between(hits, region.left) : between(hits, share);
  const right = between(hits, region.right);
  let meaning = meaningOf(
    lexicon,
    text,
    { left, right, carried: run.verbs, carriedNouns: run.nouns },
    figure.unit,
    figure.unitText,
  );
  if (meaning === null || !meaning.own) {
    // 破获的电信网络诈骗案件中，累计达13.1万起: the clause before it has the words.
    const previous = previousClause(view, clauseStart);
    if (previous !== null && left.length + right.length === 0) {
      const wider = between(hits, previous);
      const other = meaningOf(
        lexicon,
        text,
        { left: wider, right, carried: [], carriedNouns: [] },
        figure.unit,
        figure.unitText,
      );
      if (other !== null && (meaning === null || other.score > meaning.score)) {
        meaning = other;
        left = wider;
      }
    }
    const next = meaning === null ? nextPart(view, figure, clauseEnd) : null;
    if (next !== null) {
      meaning = meaningOf(
        lexicon,
        text,
        { left, right: between(hits, next), carried: run.verbs, carriedNouns: run.nouns },
        figure.unit,
        figure.unitText,
      );
    }
  }
  const isPercent = figure.unit === "percent" || figure.unit === "pp" || figure.unit === "times";
  if (isPercent && meaning === null && !/率|比例|占比/u.test(text.slice(clauseStart, figure.start))) return;
  if (figure.unit === null && meaning === null) return;
  const scope = scopeOf(view, figure, meaning);
  if (uncounted(text, figure, text.slice(clauseStart, clauseEnd), scope === "case") !== null) return;
  if (figure.value === null && (meaning === null || scope === "case")) return;
  if (meaning === null && !standsForThings(figure)) return;

  const draft = draftOf(view, hits, run, figure.start, figure, meaning, { left, right }, clauseStart, scope, changes);
  if (moved !== null) fixMoved(reading, draft, text.slice(from, moved.start));
  drafts.push(draft);
  const verbs = lastChain(text, left);
  if (verbs.length > 0) run.verbs = verbs;
  else if (right.some(({ use }) => use.verbs.length > 0) && run.verbs.length === 0)
    run.verbs = right.filter(({ use }) => use.verbs.length > 0);
  const nouns = [...left, ...right].filter(({ use }) => use.nouns.length > 0);
  if (nouns.length > 0) run.nouns = nouns;
  run.subject = draft.subject;
  run.last = draft;
  run.levels.push(draft);
  void figures;
}

/** Gives a change to the level that it qualifies, or makes of it a statement of its own. */
function giveChange(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  found: FoundChange,
  clauseStart: number,
  figure: Figure | null,
): void {
  const { reading, sentence } = view;
  const { text, lexicon } = reading;
  const isSecond =
    /(?:涨幅|增幅|升幅|降幅|跌幅)/u.test(text.slice(Math.max(clauseStart, found.start - 8), found.start)) &&
    found.change.unit === "pp";
  const levelInClause = run.last !== null && run.last.span.start >= clauseStart && run.last.figure !== null;
  const region = {
    start: Math.max(clauseStart, levelInClause ? (run.last?.span.end ?? clauseStart) : clauseStart),
    end: found.start,
  };
  const left = between(hits, region);
  const around = { left, right: [], carried: [], carriedNouns: [] };
  const meaning =
    isSecond || levelInClause || found.change.basis === "share" ? null : changeMeaning(lexicon, text, around, run);
  const attached = targetOf(run, found);
  if (attached !== null && (meaning === null || !meaning.strong || meaning.indicator === attached.indicator)) {
    attached.changes.push(found.change);
    return;
  }
  if (found.change.basis === "share") {
    // A share that stands alone is a level in percent.
    if (figure !== null && figure.unit === "percent") {
      addLone(view, hits, run, drafts, figure, clauseStart);
    }
    return;
  }
  const chosen = meaning ?? (attached === null ? fallbackMeaning(lexicon, left, run) : null);
  if (chosen === null) return;
  const span = figure ?? { start: found.start, end: found.end };
  const scope = scopeOf(view, figure ?? span, chosen);
  const draft = draftOf(
    view,
    hits,
    run,
    span.start,
    null,
    chosen,
    { left, right: [] },
    clauseStart,
    scope,
    [found.change],
    span,
  );
  if (figure !== null && figure.unit === null) return;
  drafts.push(draft);
  run.change = chosen;
  run.subject = draft.subject;
  void sentence;
}

function addLone(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  figure: Figure,
  clauseStart: number,
): void {
  const left = between(hits, { start: clauseStart, end: figure.start });
  drafts.push(
    draftOf(
      view,
      hits,
      run,
      figure.start,
      figure,
      null,
      { left, right: [] },
      clauseStart,
      scopeOf(view, figure, null),
      [],
    ),
  );
}

/** The level that a change qualifies: the last one, or its place in a list under 分别. */
function targetOf(run: Run, found: FoundChange): Draft | null {
  if (run.last === null) return null;
  if (!found.distributed) return run.last;
  const waiting = run.levels.filter((level) => level.changes.length === 0);
  // 破获5604起、抓获6322名，同比分别上升153%、240.99%: the first that has none yet.
  return waiting[0] ?? run.last;
}

function changeMeaning(lexicon: Lexicon, text: string, around: Surroundings, run: Run): Meaning | null {
  const units: Unit[] = ["case", "person", "CNY", "item", "person-time", "event", "percent"];
  let best: Meaning | null = null;
  for (const unit of units) {
    const meaning = meaningOf(lexicon, text, around, unit, "");
    if (meaning === null || meaning.indicator.unit !== unit) continue;
    if (best === null || meaning.score > best.score) best = meaning;
  }
  void run;
  return best;
}

/** 网络“套路贷”下降超七成: a crime alone that falls is reported less; after 立案下降 it is registered less. */
function fallbackMeaning(lexicon: Lexicon, left: readonly Hit[], run: Run): Meaning | null {
  const named = left.some(({ use, word }) => use.subject !== null || word === "案件" || word === "案");
  if (!named) return null;
  if (run.change !== null && run.change.indicator.unit === "case") return run.change;
  const index = lexicon.indicators.findIndex(({ id }) => id === "cases.reported");
  const indicator = lexicon.indicators[index];
  return indicator === undefined
    ? null
    : { index, indicator, score: 1, margin: 0, verb: null, noun: null, own: false, strong: false };
}

/** 由去年的48%下降至33%: the old level of the figure after it, as a change. */
function movedTo(text: string, figure: Figure, after: Figure, from: number): Change | null {
  const left = text.slice(Math.max(from, figure.prefixStart - 24), figure.prefixStart);
  if (!/(?:由|从)[^，,；;。]*$/u.test(left) || after.start - figure.end > 24) return null;
  const joint = text.slice(figure.end, after.prefixStart);
  const up = /(?:上升|升|提高|增加|增长|增|扩大|上涨|涨)(?:至|到|为)/u.test(joint);
  const down = /(?:下降|降低|降|减少|减|回落|缩短|压降|缩小)(?:至|到|为)/u.test(joint);
  if (!up && !down) return null;
  return {
    basis: "from-to",
    direction: down ? "down" : "up",
    value: figure.value,
    unit: figure.unit ?? after.unit,
    bound: figure.bound,
    low: figure.low,
    high: figure.high,
    text: text.slice(from + lastIndexOfAny(text.slice(from, figure.start), "由从"), after.end),
  };
}

function lastIndexOfAny(text: string, chars: string): number {
  let last = 0;
  for (let i = 0; i < text.length; i++) if (chars.includes(text[i] ?? " ")) last = i;
  return last;
}

/** 去年的48% is moved to this year's level, where no other time is named. */
function fixMoved(reading: Reading, draft: Draft, before: string): void {
  if (draft.period !== null || !/去年|上年/u.test(before)) return;
  const year = reading.time.published?.year;
  if (year === undefined) return;
  draft.period = { start: `${year}-01-01`, end: reading.time.today, text: null };
  draft.periodBy = "default";
}

/** 连续5个月单月下降: a fall that is told without its size. */
function repeatedFall(text: string, figure: Figure, clauseEnd: number): FoundChange | null {
  if (!text.slice(0, figure.prefixStart).endsWith("连续")) return null;
  const after = text.slice(figure.unitStart, clauseEnd);
  const match = /^个?(?:月|季度|年|周)[^，,；;。\d]{0,8}?(?<word>下降|回落|减少|上升|增长|负增长)/u.exec(after);
  const word = match?.groups?.["word"];
  if (match === null || word === undefined) return null;
  if (/\d|[百分]之/u.test(after.slice(match[0].length, match[0].length + 6))) return null;
  const start = figure.start - 2;
  const end = figure.unitStart + match[0].length;
  const down = word !== "上升" && word !== "增长";
  return {
    start,
    end,
    distributed: false,
    change: {
      basis: "other",
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

function draftOf(
  view: View,
  hits: readonly Hit[],
  run: Run,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
  around: { left: readonly Hit[]; right: readonly Hit[] },
  clauseStart: number,
  scope: Scope,
  changes: Change[],
  span?: Span,
): Draft {
  const { reading, sentence } = view;
  const { text } = reading;
  const { period, by } = periodAt(view, at, clauseStart);
  const spanOf = span ?? { start: at, end: figure?.end ?? at };
  const isOneDay = figure?.unit === "day";
  return {
    span: { start: spanOf.start, end: spanOf.end },
    sentence: { start: sentence.start, end: sentence.end },
    figure,
    meaning,
    indicator: meaning?.indicator ?? null,
    measure: measureOf(text, at, figure, meaning, clauseStart),
    subject: subjectAt(view, hits, run, at, around, clauseStart),
    breakdown: breakdownOf(meaning, around),
    scope,
    area: areaAt(view, run, at, meaning, clauseStart, around),
    period: isOneDay ? null : period,
    periodBy: isOneDay ? "stated" : by,
    actor: actorOf(text, sentence, at),
    rate: rateOf(text, clauseStart, at, figure),
    changes,
  };
}

function periodAt(view: View, at: number, clauseStart: number): { period: Period | null; by: Draft["periodBy"] } {
  const { reading, sentence, times, meeting, lead } = view;
  const { text, held } = reading;
  const from = lead ? Math.max(sentence.start, lastStop(text, sentence.start, at)) : sentence.start;
  let found: TimeMark | null = null;
  for (const mark of times) {
    if (mark.start >= at) break;
    if (mark.start < from || mark.type === "aside" || (meeting && mark.day)) continue;
    found = mark;
  }
  if (found === null) {
    // 破获案件13.1万起（2018年）.
    const later = times.find(
      (mark) =>
        mark.start > at &&
        mark.type === "period" &&
        !/[，,；;。]/u.test(text.slice(at, mark.start)) &&
        text[mark.start - 1] === "（",
    );
    if (later !== undefined) found = later;
  }
  if (found !== null) {
    return found.type === "period"
      ? { period: periodOf(text, found, times, held), by: "stated" }
      : { period: null, by: "stated" };
  }
  if (lead && from > sentence.start) return titled(reading);
  void clauseStart;
  if (held.time !== null) return { period: { ...periodOf(text, held.time, [], held), text: null }, by: "carried" };
  return titled(reading);
}

function titled(reading: Reading): { period: Period | null; by: Draft["periodBy"] } {
  return reading.titlePeriod === null ? { period: null, by: "none" } : { period: reading.titlePeriod, by: "default" };
}

function lastStop(text: string, from: number, at: number): number {
  for (let i = at - 1; i > from; i--) if (text[i] === "；" || text[i] === ";") return i + 1;
  return from;
}

/** The period of a time expression; 7月以来 after 今年1至10月 ends with it. */
function periodOf(text: string, mark: TimeMark, times: readonly TimeMark[], held: Held): Period {
  let end = mark.to;
  if (mark.open && mark.from !== null) {
    const closed = [held.time, ...times].findLast(
      (other) =>
        other !== null &&
        other !== undefined &&
        other.start < mark.start &&
        !other.open &&
        !other.asOf &&
        !other.day &&
        other.type === "period" &&
        other.to !== null,
    );
    if (
      closed?.to !== undefined &&
      closed.to !== null &&
      closed.from !== null &&
      closed.from < mark.from &&
      closed.to >= mark.from &&
      closed.to.slice(0, 4) === mark.from.slice(0, 4) &&
      (end === null || closed.to < end)
    ) {
      end = closed.to;
    }
  }
  return { start: mark.from, end, text: text.slice(mark.start, mark.end) };
}

function areaAt(
  view: View,
  run: Run,
  at: number,
  meaning: Meaning | null,
  clauseStart: number,
  around: { left: readonly Hit[]; right: readonly Hit[] },
): Area {
  const { reading, sentence, topics } = view;
  const { text, held } = reading;
  const abroad = meaning?.indicator.abroad;
  if (abroad === "always") return overseas;
  let topic: AreaTopic | null = null;
  for (const candidate of topics) {
    if (candidate.start >= at) break;
    if (candidate.local && candidate.start < clauseStart) continue;
    topic = candidate;
  }
  if (abroad === "where-named") {
    if (run.last?.area.code === overseas.code && text.slice(run.last.span.end, at).includes("其中")) return overseas;
    const place = reading.abroad.findLast(({ start }) => start >= sentence.start && start < at);
    const since = (topic?.end ?? held.area === null) ? (topic?.end ?? sentence.start) : sentence.start;
    if (place !== undefined && place.start >= Math.max(since, topic?.end ?? 0)) return overseas;
    const after = reading.abroad.find(
      ({ start }) => start >= at && start < at + 20 && !/[，,；;。]/u.test(text.slice(at, start)),
    );
    if (after !== undefined) return overseas;
  }
  if (
    run.last !== null &&
    run.last.area.code === overseas.code &&
    topic === null &&
    abroad === "where-named" &&
    text.slice(run.last.span.end, at).length < 30
  ) {
    return overseas;
  }
  void around;
  return topic?.area ?? held.area ?? reading.ownArea;
}

function scopeOf(view: View, at: { start: number }, meaning: Meaning | null): Scope {
  const { reading, sentence, times, meeting } = view;
  const { text, held } = reading;
  const before = text.slice(sentence.start, at.start);
  if (
    meaning?.verb !== null &&
    meaning !== null &&
    /^(?:敦促|通缉|悬赏通缉|公开通缉|规劝|劝投|督促)$/u.test(meaning.verb.word)
  )
    return "aggregate";
  if (held.isCase || story.test(before)) return "case";
  let last: TimeMark | null = null;
  for (const mark of times) if (mark.start < at.start && mark.type !== "aside" && !(meeting && mark.day)) last = mark;
  const isCrackdown =
    meaning === null || /^(?:cases|suspects|gangs|dens|devices|cards|officers|funds)\./u.test(meaning.indicator.id);
  if (last !== null && isCrackdown && (last.day || last.type === "point") && !/(?:截至|截止)/u.test(before))
    return "case";
  return "aggregate";
}

/** A story starts where one case is told, and ends where a territory and a whole period are named. */
function holdCase(held: Held, words: string, times: readonly TimeMark[], topics: readonly AreaTopic[]): void {
  const isWide =
    times.some((mark) => mark.type === "period" && !mark.day && !mark.asOf) &&
    territory.test(words) &&
    topics.length > 0;
  if (isWide && !/[\p{Script=Han}]某/u.test(words)) held.isCase = false;
  else if (/[\p{Script=Han}]某(?!些|种|个|地|类|项|一)|报案称|举报称|专案组(?!织)|该案|此案|该团伙/u.test(words))
    held.isCase = true;
}

function holdOn(
  reading: Reading,
  sentence: Sentence,
  times: readonly TimeMark[],
  topics: readonly AreaTopic[],
  meeting: boolean,
): void {
  const { held, lexicon } = reading;
  const last = times.findLast((mark) => mark.type !== "aside");
  if (last !== undefined) {
    const isDropped = last.type !== "period" || (meeting && last.day);
    const settled = last.open && held.time !== null ? last : last;
    held.time = isDropped ? null : settled;
  }
  const topic = topics.findLast(({ local }) => !local);
  if (topic !== undefined) held.area = topic.area;
  const named = new Set<string>();
  for (const { use } of within(reading.hits, sentence)) if (use.subject !== null) named.add(use.subject.id);
  for (const id of named) {
    if (lexicon.pack.subjects.findIndex((subject) => subject.id === id) >= lexicon.pack.subjects.length - 2) continue;
    if (held.subject !== null && held.subject !== id) held.mixed = true;
    held.subject = id;
  }
}

function subjectAt(
  view: View,
  hits: readonly Hit[],
  run: Run,
  at: number,
  around: { left: readonly Hit[]; right: readonly Hit[] },
  clauseStart: number,
): string {
  const { reading, sentence } = view;
  const { lexicon, text, held } = reading;
  const near = nearestSubject(lexicon, around.left);
  const after = nearestSubject(lexicon, around.right.toReversed());
  if (near !== null && !near.weak) return near.id;
  if (after !== null && !after.weak) return after.id;
  const clause = nearestSubject(lexicon, between(hits, { start: clauseStart, end: at }));
  if (clause !== null && !clause.weak) return clause.id;
  const weak = near ?? after ?? clause;
  const part = lastStop(text, sentence.start, at);
  const carriesOn =
    run.subject !== null && (run.last === null || run.last.span.start >= part || text.slice(part, at).includes("其中"));
  if (weak !== null && !carriesOn) return weak.id;
  if (run.subject !== null) return run.subject;
  const said = nearestSubject(lexicon, between(hits, { start: sentence.start, end: at }));
  if (said !== null && !said.weak) return said.id;
  if (held.subject !== null && (!held.mixed || held.isCase)) return held.subject;
  return reading.dominant;
}

function breakdownOf(meaning: Meaning | null, around: { left: readonly Hit[]; right: readonly Hit[] }): string | null {
  if (meaning === null) return null;
  const isPart = ({ use }: Hit): boolean => use.parts.includes(meaning.index);
  return (around.left.findLast(isPart) ?? around.right.find(isPart))?.word ?? null;
}

const actors =
  /公安机关|检察机关|审判机关|司法机关|人民法院|公安部|检察院|警方|公安局|公安厅|反诈中心|人民银行|工信部|通信管理局|电信企业|法院|有关部门/gu;

function actorOf(text: string, sentence: Span, at: number): string | null {
  let last: string | null = null;
  for (const match of text.slice(sentence.start, at).matchAll(actors)) last = match[0];
  return last;
}

function rateOf(text: string, clauseStart: number, at: number, figure: Figure | null): Rate | null {
  if (figure === null) return null;
  const left = text.slice(clauseStart, at);
  if (/日均|平均每天|每天|每日|天均/u.test(left)) return "per-day";
  if (/月均|平均每月|每月/u.test(left)) return "per-month";
  return /年均|平均每年|每年/u.test(left) ? "per-year" : null;
}

function measureOf(
  text: string,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
  clauseStart: number,
): string {
  const end = figure?.end ?? at;
  const words: string[] = [];
  const verb = meaning?.verb ?? null;
  const noun = meaning?.noun ?? null;
  if (verb !== null && verb.start >= clauseStart && verb.start < at) {
    words.push(trimmed(text.slice(verb.start, figure?.prefixStart ?? at)));
  } else {
    if (verb !== null) words.push(verb.word);
    words.push(trimmed(text.slice(Math.max(clauseStart, at - 16), figure?.prefixStart ?? at)));
  }
  if (noun !== null && noun.start >= end && noun.end - end <= 24) words.push(text.slice(end, noun.end));
  return words.join("").slice(0, 48) || (meaning?.indicator.labels["zh-Hans"] ?? "");
}

function trimmed(text: string): string {
  return text.replace(/^[、，,和及]+/u, "").replace(/(?:共计|累计|总计|合计|共|达到|达|为|约|有|分别)+$/u, "");
}

/** Figures that count things even where no indicator fits. */
function standsForThings(figure: Figure): boolean {
  if (figure.unit === null) return false;
  return figure.unit !== "times" && figure.unit !== "other" && figure.unit !== "CNY"
    ? true
    : figure.unit === "CNY" || figure.unit === "other";
}

/** The clause-wide regions whose words a figure may take: to its left and to its right. */
function regionsOf(
  { reading, figures }: View,
  figure: Figure,
  clauseStart: number,
  clauseEnd: number,
  from: number,
): { left: Span; right: Span } {
  const { text } = reading;
  let start = from;
  if (from > clauseStart) {
    // After another figure of the clause: its own nouns end at the first mark.
    const mark = /[、和及并]/u.exec(text.slice(from, figure.prefixStart));
    if (mark !== null) start = from + mark.index + 1;
  }
  // 加强网站整治等9项措施: what 等 sums up is not what is counted.
  if (text[figure.prefixStart - 1] === "等" && figure.unitText !== "人") start = figure.prefixStart;
  const next = figures.find((other) => other.start > figure.start && other.start < clauseEnd);
  let end = next?.prefixStart ?? clauseEnd;
  const after = text.slice(figure.end, end);
  const stop =
    next === undefined ? /^[、和及与并]|并(?=[\p{Script=Han}]{2})/u.exec(after) : /[、]|^[和及与并]|并|和/u.exec(after);
  if (stop !== null) end = figure.end + stop.index;
  return { left: { start, end: figure.prefixStart }, right: { start: figure.unitStart, end } };
}

/** 32个省级、316个地市级反诈中心: the noun of the list stands after its last figure. */
function nextPart({ figures }: View, figure: Figure, clauseEnd: number): Span | null {
  const next = figures.find((other) => other.start > figure.start && other.start < clauseEnd);
  return next === undefined ? null : { start: next.unitStart, end: clauseEnd };
}

function previousClause({ sentence, figures }: View, clauseStart: number): Span | null {
  const at = sentence.clauses.indexOf(clauseStart);
  const start = at > 0 ? sentence.clauses[at - 1] : undefined;
  if (start === undefined) return null;
  return figures.some((figure) => figure.start >= start && figure.start < clauseStart)
    ? null
    : { start, end: clauseStart };
}

/** 电信、移动分别关停27600个、33484个: the words before 分别 that belong to each figure after it. */
function distribution({ reading, sentence, figures }: View): Map<Figure, Span> {
  const shares = new Map<Figure, Span>();
  const { text } = reading;
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(/分别(?:为|达到?|有)?/gu)) {
    const at = sentence.start + match.index;
    const clauseStart = clauseStartOf(sentence, at);
    const run: Figure[] = [];
    for (const figure of figures) {
      if (figure.start < at) continue;
      const joint =
        run.length === 0 ? text.slice(at, figure.prefixStart) : text.slice(run.at(-1)?.end ?? at, figure.prefixStart);
      if (run.length === 0 ? joint.length > 16 : !/^[、，,和及]+$/u.test(joint)) break;
      run.push(figure);
    }
    const items = itemsBefore(text, clauseStart, at);
    if (run.length < 2 || items.length !== run.length) continue;
    run.forEach((figure, i) => {
      const item = items[i];
      if (item !== undefined) shares.set(figure, item);
    });
  }
  return shares;
}

function itemsBefore(text: string, start: number, end: number): Span[] {
  const items: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at === end || text[at] === "、" || text[at] === "和" || text[at] === "及") {
      if (at > from) items.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return items;
}

/** 举行发布会, 召开会议: the date of telling, not of what is told. */
function isMeeting(words: string): boolean {
  return /(?:召开|举行|举办)[^，,。]{0,30}(?:会|仪式|活动)|新闻发布|通报会|发布会|记者[^，,。]{0,16}(?:获悉|了解到)|获悉|今天(?:公布|发布|通报)|(?:日|月)(?:公布|发布|通报|对外公布|消息)/u.test(
    words,
  );
}

/** A lead that lists highlights and breaks off: …… */
function isHighlightList(text: string, paragraph: Paragraph): boolean {
  return /…+$/u.test(text.slice(Math.max(paragraph.start, paragraph.end - 3), paragraph.end).trim());
}

function clauseStartOf({ clauses }: Sentence, at: number): number {
  let start = clauses[0] ?? 0;
  for (const clause of clauses) {
    if (clause > at) break;
    start = clause;
  }
  return start;
}

function clauseEndOf({ clauses, end }: Sentence, at: number): number {
  for (const clause of clauses) if (clause > at) return clause - 1;
  return end;
}

/** Items of a list in text order that start within a span. */
function within<T extends { readonly start: number }>(items: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || item.start >= end) break;
    found.push(item);
  }
  return found;
}

function between(hits: readonly Hit[], span: Span): Hit[] {
  return within(hits, span).filter((hit) => hit.end <= span.end + 0);
}
