import { type Area, type Period, type Span, type Unit, findAreas } from "@jianbao/model";
import { bareItem, caseCount, isBare } from "./bare.ts";
import { withBasis } from "./basis.ts";
import { headIn, sameSeries } from "./change-head.ts";
import { type FoundChange, comparing, inPercent } from "./change.ts";
import { type Draft, draftOf } from "./draft.ts";
import { kindOf } from "./ellipsis.ts";
import type { Figure } from "./figure.ts";
import { type Hit, isCountedBy, type Lexicon } from "./lexicon.ts";
import { fitsUnit, type Meaning, meaningOf, type Surroundings } from "./meaning.ts";
import { between, clauseEndOf, hasFigure, isBase, type Run, type View } from "./reading.ts";
import { scopeOf } from "./scope.ts";
import { planned, unreal } from "./uncounted.ts";

/** Where a change stands in a list: A、B同比分别上升x、y. */
export interface Place {
  /** The words before 同比 that are its own, where there is one for each change of the list. */
  readonly item: Span | null;
  /** The last of the items: what follows its place is of all (甲区、乙区立案同比分别下降). */
  readonly last: Span | null;
  /** The clause up to 同比 of the first. */
  readonly head: Span;
  /** The place that its item names, where the items are places. */
  readonly area: Area | null;
  /** The time that is its own, where as many are joined before them. */
  readonly period: Period | null;
  readonly index: number;
  readonly count: number;
}

/** Gives a change to the level that it qualifies, or makes of it a statement of its own. */
export function giveChange(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  found: FoundChange,
  clauseStart: number,
  figure: Figure | null,
  place: Place | null,
): void {
  const { reading } = view;
  const { text, lexicon } = reading;
  const clauseEnd = clauseEndOf(view.sentence, found.start);
  if (planned.in(text, clauseStart, clauseEnd)) return;
  if (unreal(text, view.sentence, figure ?? found, clauseStart, clauseEnd) !== null) return;
  const told = drafts.at(-1);
  const isNext =
    place !== null && place.index > 0 && told?.figure === null && told.sentence.start === view.sentence.start;
  found = withBasis(view, run, found, isNext ? (told.changes.at(-1)?.basis ?? null) : null);
  const shared = sharesOfPart(view, hits, run, drafts, found, clauseStart, figure, place);
  if (shared) return;
  const lone = loneShare(view, run, drafts, found, place);
  if (lone !== null) {
    lone.changes.push(found.change);
    return;
  }
  const aside = place === null ? besideAside(view, run, found) : null;
  if (aside !== null) {
    aside.changes.push(found.change);
    return;
  }
  const level = run.last !== null && run.last.figure !== null && run.last.span.start >= clauseStart ? run.last : null;
  // 环比下降18.7%、同比下降30.3%: what the change before it said is none of its words.
  const from = Math.min(
    found.start,
    Math.max(
      clauseStart,
      level?.span.end ?? clauseStart,
      place === null || found.change.basis === "share" ? (run.list?.end ?? 0) : 0,
    ),
  );
  const said = { start: from, end: found.start };
  const above = place === null && run.levels.length === 0 ? toldBefore(view, found, said) : null;
  if (above !== null) {
    above.changes.push(found.change);
    return;
  }
  const most = place === null && level === null ? mostOf(view, clauseStart) : null;
  if (most !== null) {
    addMost(view, hits, run, drafts, found, clauseStart, figure, most);
    return;
  }
  const counted = place === null ? null : countedBy(text, run, place);
  if (counted !== null) {
    counted.changes.push(found.change);
    return;
  }
  const each = place === null ? eachOf(view, run, found, said) : [];
  if (each.length > 1) {
    for (const draft of each) draft.changes.push(found.change);
    return;
  }
  const subject = place === null && level === null ? subjectClause(view, clauseStart, found) : null;
  if (subject !== null) {
    addOfClause(view, hits, run, drafts, found, figure, subject);
    return;
  }
  // 网上求职骗案，增1024宗（+40.3%）: of what its own clause or the one before names.
  const isOwn =
    found.change.unit !== "percent" && place === null && inPercent.test(text.slice(found.end, found.end + 10));
  const target = isOwn ? null : targetOf(view, run, place);
  // 不合格率为2.83%，占不合格样品总量的23%: a rate has no share.
  // 损失2.3亿元；手法前3名分别是：网购诈骗，占22.4%: of what stands behind the mark.
  if (
    found.change.basis === "share" &&
    target !== null &&
    figure?.unit === "percent" &&
    (target.figure?.unit === "percent" ||
      (place === null && /[；;：:].*[\p{Script=Han}“”]{4}[，,]?$/u.test(text.slice(target.span.end, found.start))))
  ) {
    addLone(view, hits, run, drafts, figure, clauseStart);
    return;
  }
  const isElsewhere = place !== null && place.area !== null && target !== null && place.area.code !== target.area.code;
  if (target !== null && !isElsewhere && (place === null || place.item === null || run.levels.length >= place.count)) {
    // 涨幅同比下降2.2个百分点 and 仅占5.1% say nothing else of what they qualify.
    const words = place === null || level !== null || found.change.basis === "share" ? said : place.head;
    if (
      place !== null && place.index > 0 && level !== null
        ? target.changes.length === 0
        : isBare(wordsOf(view, words, target))
    ) {
      target.changes.push(found.change);
      return;
    }
  }
  const first = drafts.at(-1);
  if (
    target === null &&
    place === null &&
    first !== undefined &&
    first.figure === null &&
    first.sentence.start === view.sentence.start &&
    clauseStart - first.span.end <= 1 &&
    isBare(wordsOf(view, said, first))
  ) {
    // 立案数减少8.3万起，降幅达19.5%: the second change of what has no level.
    first.changes.push(found.change);
    return;
  }
  const region = place?.item ?? said;
  const itemArea = place?.item
    ? (place.area ?? findAreas(text.slice(place.item.start, place.item.end), reading.ownArea.code)[0]?.area)
    : undefined;
  const own = between(hits, headIn(text, hits, region));
  // 警情环比降幅居前的是石城县、信丰县: the words before the places are of all of them.
  const ofAll =
    own.length === 0 && itemArea !== undefined && place?.last
      ? [place.last, place.head].map((words) => between(hits, words)).find((found) => found.length > 0)
      : undefined;
  const left = ofAll ?? own;
  const at = ofAll?.at(-1)?.end ?? region.end;
  const meaning = changeMeaning(lexicon, text, { left, right: [], carried: [], carriedNouns: [], at });
  const isPart = /其中/u.test(text.slice(region.start, region.end));
  if (
    target !== null &&
    place === null &&
    !isPart &&
    meaning !== null &&
    meaning.indicator === target.indicator &&
    !ofAnother(text.slice(region.start, region.end), target)
  ) {
    target.changes.push(found.change);
    return;
  }
  // 破案数、抓获数同比分别上升37%和91%: each goes to the level that counts the same.
  const same =
    place?.item && itemArea === undefined && meaning !== null
      ? run.levels.findLast((one) => one.indicator === meaning.indicator && one.changes.length === 0)
      : undefined;
  if (same !== undefined) {
    same.changes.push(found.change);
    return;
  }
  const item = place?.item ?? (place === null && /[数额量次]$/u.test(text.slice(said.start, said.end)) ? said : null);
  const named = item === null ? null : levelNamed(text, run, text.slice(item.start, item.end));
  if (named !== null && (meaning === null || named.indicator === null)) {
    named.changes.push(found.change);
    return;
  }
  // 受理案件1万件，诈骗金额73亿元，案件数量降低28%: the level that counts cases.
  const counts = place === null && caseCount.test(bareItem(text.slice(said.start, said.end)));
  const cases = counts ? lastOfCases(view, run) : null;
  // 三项指标均有回落：起数下降5.6%，人数…: the items of a list of its own.
  const behind = cases?.span.end ?? found.start;
  const isListed = text.slice(behind, found.start).includes("：");
  if (cases !== null && !isListed && cases.changes.every(({ basis }) => basis !== found.change.basis)) {
    cases.changes.push(found.change);
    return;
  }
  if (found.change.basis === "share") {
    // A share that stands alone is a level in percent.
    if (figure !== null && figure.unit === "percent") addLone(view, hits, run, drafts, figure, clauseStart);
    return;
  }
  const words = text.slice(region.start, region.end);
  // 其中，2018年同比上升71.69%；2019年…: the sentence goes on with what the one before counted.
  const opening = text.slice(view.sentence.start, view.sentence.start + 2);
  const clauseWords = opening === "其中" && !words.includes("其中") ? opening + words : words;
  const again = meaning === null && place !== null ? sameSeries(view, drafts, place) : null;
  const before = meaning === null && place === null ? meaningBefore(view, hits, run, said, clauseStart) : null;
  const chosen = meaning ?? again ?? before ?? fallbackMeaning(lexicon, left, run, clauseWords, reading.held.meaning);
  const ratio = chosen === null && found.change.unit === "pp" ? ratioBefore(view, said, clauseStart) : null;
  if (chosen === null && ratio === null && !/[\p{Script=Han}]{2}/u.test(words)) return;
  if (figure !== null && figure.unit === null) return;
  const span = figure ?? { start: found.start, end: found.end };
  const scope = scopeOf(view, span, chosen);
  const around = { left, right: [] };
  const from0 = ratio ?? clauseStart;
  const draft = draftOf(view, hits, run, span.start, null, chosen, around, from0, scope, [found.change], span);
  // 中原区、金水区警情同比分别下降18.6%、25.2%: each is of its own place.
  if (itemArea !== undefined) draft.area = itemArea;
  if (place?.period) draft.period = place.period;
  drafts.push(draft);
  run.change = chosen;
  run.subject = draft.subject;
}

/** The last level of a sentence that counts cases, if what is counted since then are other things. */
function lastOfCases(view: View, { levels }: Run): Draft | null {
  return levels.findLast((level) => countsCases(level) && !isBase(view, level)) ?? null;
}

function countsCases({ figure, indicator }: Draft): boolean {
  return figure?.unit === "case" || (figure?.unitText === "件" && indicator?.unit === "case");
}

// Matches `死亡人数，`, `盗窃案件发案数，`, `5人以上事故，`; must not match `打掉一批团伙，`, `总体平稳，`, `与去年相比，`.
const nominal =
  /^(?!.*(?:一批|大批|[上下]升|下降|增长|减少|平稳|相比))[^，,；;：:。]{3,40}(?:[数量率额]|案件?|事故|警情|投诉|举报|火灾|犯罪|损失)[，,]$/u;

/** 盗窃案件发案数，同比下降12%: the clause before a change that is nothing but what it is of. */
function subjectClause({ reading, sentence, figures }: View, clauseStart: number, found: FoundChange): Span | null {
  const { text } = reading;
  if (found.change.basis === "share" || !isBare(text.slice(clauseStart, found.start))) return null;
  const at = sentence.clauses.indexOf(clauseStart);
  const start = at > 0 ? sentence.clauses[at - 1] : undefined;
  if (start === undefined) return null;
  const told = figures.filter(({ end }) => !text.startsWith("以上", end) && !text.startsWith("以下", end));
  if (hasFigure(told, { start, end: clauseStart }) || !nominal.test(text.slice(start, clauseStart))) return null;
  return { start, end: clauseStart - 1 };
}

/** A change of what a clause of its own names. */
function addOfClause(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  found: FoundChange,
  figure: Figure | null,
  clause: Span,
): void {
  const { text, lexicon } = view.reading;
  const left = between(hits, clause);
  const own = changeMeaning(lexicon, text, { left, right: [], carried: [], carriedNouns: [], at: clause.end });
  const meaning = own ?? fallbackMeaning(lexicon, left, run, text.slice(clause.start, clause.end), null);
  const span = figure ?? { start: found.start, end: found.end };
  const around = { left, right: [] };
  const scope = scopeOf(view, span, meaning);
  const draft = draftOf(view, hits, run, clause.end, null, meaning, around, clause.start, scope, [found.change], span);
  drafts.push(draft);
  run.change = meaning;
  run.subject = draft.subject;
}

/** 占全省投诉总量的比例，较2021年降低2.3个百分点: where the clause begins that names the ratio of a bare change. */
function ratioBefore({ reading, sentence, figures }: View, said: Span, clauseStart: number): number | null {
  const start = sentence.clauses[sentence.clauses.indexOf(clauseStart) - 1];
  if (start === undefined || hasFigure(figures, { start, end: clauseStart })) return null;
  const { text } = reading;
  const names = /(?:率|比例|占比|比重)[，,]$/u.test(text.slice(start, clauseStart));
  return names && isBare(text.slice(said.start, said.end)) ? start : null;
}

/** 4月发案数创两年来新低，环比下降26%: what the clause before a bare change counts, where it has no figure of its own. */
function meaningBefore(view: View, hits: readonly Hit[], run: Run, said: Span, clauseStart: number): Meaning | null {
  const { reading, sentence, figures } = view;
  const { text, lexicon } = reading;
  const at = sentence.clauses.indexOf(clauseStart);
  const start = at > 0 ? sentence.clauses[at - 1] : undefined;
  if (
    start === undefined ||
    hasFigure(figures, { start, end: clauseStart }) ||
    !isBare(text.slice(said.start, said.end))
  )
    return null;
  if (run.last !== null && run.last.span.end > start) return null;
  if (unreal(text, sentence, said, start, clauseStart) !== null || planned.in(text, start, clauseStart)) return null;
  const left = between(hits, { start, end: clauseStart });
  return changeMeaning(lexicon, text, { left, right: [], carried: [], carriedNouns: [], at: clauseStart });
}

/**
 * 接报求助12.4万起，其中，送医、开锁、捉蛇三类分别占31%、24%和22%: shares of more parts than levels are told before, each a
 * level in percent.
 */
function sharesOfPart(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  found: FoundChange,
  clauseStart: number,
  figure: Figure | null,
  place: Place | null,
): boolean {
  if (found.change.basis !== "share" || place === null || figure?.unit !== "percent") return false;
  const said = view.reading.text.slice(run.last?.span.end ?? view.sentence.start, found.start);
  if (run.levels.length >= place.count && !/其中|当中/u.test(said)) return false;
  addLone(view, hits, run, drafts, figure, clauseStart);
  return true;
}

/** 占比超六成，同比增加12.3%: the share that was told alone right before a change. */
function loneShare(
  view: View,
  { last }: Run,
  drafts: readonly Draft[],
  found: FoundChange,
  place: Place | null,
): Draft | null {
  const lone = drafts.at(-1);
  if (place !== null || lone === undefined || found.change.basis === "share") return null;
  const isAlone = lone.figure?.unit === "percent" && lone !== last && lone.sentence.start === view.sentence.start;
  if (!isAlone || lone.span.end <= (last?.span.end ?? 0)) return null;
  return isBare(wordsOf(view, { start: lone.span.end, end: found.start }, lone)) ? lone : null;
}

/** 违法行为412件（其中占道摆卖160件），占9%: after a bracket the text goes on with the level before it. */
function besideAside(view: View, { last, levels }: Run, found: FoundChange): Draft | null {
  const { text } = view.reading;
  if (last === null) return null;
  const closed = /^[^（）()。；;]{0,12}[）)]/u.exec(text.slice(last.span.end, found.start));
  const open = Math.max(...["（", "("].map((mark) => text.lastIndexOf(mark, last.span.start)));
  if (closed === null || open < view.sentence.start) return null;
  const before = levels.findLast(({ span }) => span.end <= open);
  const said = { start: last.span.end + closed[0].length, end: found.start };
  if (before === undefined || /[）)]/u.test(text.slice(open, last.span.start))) return null;
  return isBare(wordsOf(view, said, before)) ? before : null;
}

/** 线索270件295人、390件420人，件数同比分别上升: the levels that are counted by what the change names. */
function countedBy(text: string, { levels }: Run, { head, index, count, item }: Place): Draft | null {
  const counter = /^[^，,；;]{0,4}?(?<counter>[件人起宗批户家])[次]?数/u.exec(text.slice(head.start, head.end))
    ?.groups?.["counter"];
  if (counter === undefined || item !== null) return null;
  const counted = levels.filter(({ figure }) => figure?.unitText === counter);
  return counted.length >= count && counted.length < levels.length ? (counted.at(index - count) ?? null) : null;
}

/** 批捕306件527人，同比均上升31.7%: each of the levels of the clause before it. */
function eachOf(view: View, { levels, last }: Run, { start, change }: FoundChange, said: Span): readonly Draft[] {
  const { reading, sentence } = view;
  const { text } = reading;
  if (change.basis === "share" || last === null) return [];
  const told = isBase(view, last) ? levels.filter((level) => !isBase(view, level)) : levels;
  const words = text.slice(said.start, start) + change.text;
  if (
    !/^[，,]?(?:同比|环比|[较比](?:去年|上年)(?:同期)?)?(?:均|都|双双)(?:同比|环比)?(?:上升|下降|增长|增加|减少|提高|降低|回落)/u.test(
      words,
    )
  )
    return [];
  const from = clauseStartAt(sentence.clauses, told.at(-1)?.span.start ?? last.span.start);
  const each = told.filter(({ span, changes }) => span.start >= from && changes.length === 0);
  return each.length === 2 ? each : [];
}

function clauseStartAt(clauses: readonly number[], at: number): number {
  return clauses.findLast((clause) => clause <= at) ?? at;
}

/** 接报火灾2163起，死亡9人。与去年同期比，起数下降11.5%，亡人少3人: the level of the sentence before that a change names. */
function toldBefore(view: View, found: FoundChange, said: Span): Draft | null {
  const { reading, paragraph, sentence, times, topics } = view;
  const { text, held, lexicon, hits } = reading;
  const opener = comparing.matchIn(text, sentence.start, sentence.start + 24);
  const opened = sentence.start + (opener?.[0].length ?? 0);
  if (opener === null || found.end <= opened) return null;
  const isElsewhere =
    topics.some(({ start }) => start < found.start) ||
    times.some(({ type, start }) => type !== "aside" && start >= opened && start < found.start);
  const levels = held.told.filter(
    ({ figure, sentence: { start }, changes }) =>
      figure !== null &&
      figure.unit !== "percent" &&
      start >= paragraph.start &&
      changes.every(({ basis, unit }) => basis !== found.change.basis || unit !== found.change.unit),
  );
  if (isElsewhere || levels.length === 0) return null;
  // 同比去年火灾起数增加39.7%: the basis of the first change stands before its item.
  const words =
    found.start < opened
      ? (beforeDirection.exec(text.slice(opened, found.end))?.groups?.["item"] ?? "")
      : text.slice(Math.max(said.start, opened), said.end);
  const item = bareItem(words);
  const unit = found.change.unit;
  // 受理举报3618件。比去年同期增加433件: of the one level that was told.
  const [only, other] = levels.filter(({ figure }) => unit === "percent" || unit === "times" || unit === figure?.unit);
  if (item === "" || isBare(item)) return other === undefined ? (only ?? null) : null;
  const fit = levels.filter(({ figure }) => unit === "percent" || unit === "times" || unit === figure?.unit);
  const own = between(hits, { start: said.start, end: said.end });
  const meaning = changeMeaning(lexicon, text, { left: own, right: [], carried: [], carriedNouns: [], at: said.end });
  const same = meaning === null ? [] : fit.filter(({ indicator }) => indicator === meaning.indicator);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  const cases = fit.filter(countsCases);
  if (caseCount.test(item)) return cases.length === 1 ? (cases[0] ?? null) : null;
  const named = item.length <= 8 ? levelNamed(text, { levels: fit }, item, true) : null;
  return named === null || meaning === null || named.indicator === null ? named : null;
}

// Matches `火灾起数增加了39.7`; must not match `火灾起数39.7`.
const beforeDirection =
  /^(?<item>[^，,。；;\d]{0,10}?)(?:上升|增长|增加|提高|上涨|下降|减少|降低|回落|[多少增减升降])[了近约超逾达]*\d/u;

/** What changed most, in the clause before the change. */
interface Most extends Span {
  readonly name: string;
}

// Matches `降幅最大的是宿迁，`, `其中，南岸区发案降幅最明显，`, `增长最快的为网络赌博类案件，`; must not match `降幅最大，`.
const changedMost =
  /^(?:其中)?(?:[\p{Script=Han}]{0,8}?(?:降幅|增幅|升幅|涨幅|跌幅|下降|上升|增长|减少|增加|回落)最[大快高多小少明显]{1,2}的(?:[\p{Script=Han}]{1,4})?[是为](?<name>[\p{Script=Han}“”]{2,14})|(?<first>[\p{Script=Han}“”]{2,14}?)(?:降幅|增幅|升幅|涨幅|跌幅|下降|上升|增长|减少|增加|回落)最[大快高多小少明显]{1,2})[，,]$/u;

/** 降幅最大的是宿迁，同比下降38.6%: what the clause before a change names, which is not what the figures before count. */
function mostOf({ reading, sentence, figures }: View, clauseStart: number): Most | null {
  const at = sentence.clauses.indexOf(clauseStart);
  const start = at > 0 ? sentence.clauses[at - 1] : undefined;
  if (start === undefined || hasFigure(figures, { start, end: clauseStart })) return null;
  const groups = changedMost.exec(reading.text.slice(start, clauseStart))?.groups;
  const name = groups?.["name"] ?? groups?.["first"];
  return name === undefined ? null : { name, start, end: clauseStart };
}

/** The change of what changed most: a statement of its own, of what the clause or else the figures before it count. */
function addMost(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  found: FoundChange,
  clauseStart: number,
  figure: Figure | null,
  most: Most,
): void {
  const { reading } = view;
  const { text, lexicon, ownArea, held } = reading;
  const left = between(hits, most);
  const own = changeMeaning(lexicon, text, { left, right: [], carried: [], carriedNouns: [], at: most.end });
  const told = run.last ?? held.told.at(-1);
  const [mention] = findAreas(most.name, ownArea.code === "CN" ? undefined : ownArea.code);
  const chosen = own ?? told?.meaning ?? null;
  const span = figure ?? { start: found.start, end: found.end };
  const scope = scopeOf(view, span, chosen);
  const around = { left, right: [] };
  const draft = draftOf(view, hits, run, span.start, null, chosen, around, clauseStart, scope, [found.change], span);
  if (mention?.span.start === 0) draft.area = mention.area;
  drafts.push(draft);
}

/**
 * The change without a level that a figure right after it gives the level of: 发案同比下降20%，降至3120起; 破案率提高3个百分点，达48.6%.
 * Null where the figure says what it counts itself.
 */
export function changeBefore({ reading, sentence }: View, drafts: readonly Draft[], figure: Figure): Draft | null {
  const lone = drafts.at(-1);
  if (lone === undefined || lone.figure !== null || lone.sentence.start !== sentence.start) return null;
  if (!comesTo.test(reading.text.slice(lone.span.end, figure.prefixStart))) return null;
  const { indicator } = lone;
  const unit = lone.changes[0]?.unit ?? null;
  if (figure.unit === "percent") return unit === "pp" || indicator?.unit === "percent" ? lone : null;
  if (figure.unit === "pp" || figure.unit === "times" || unit === "pp") return null;
  return indicator === null || fitsUnit(indicator, figure.unit, figure.unitText) ? lone : null;
}

// Matches `，降至`, `，达`, `、环比上升3%，为`; must not match `，降幅达`, `，其中`.
const comesTo =
  /^(?:[、，,](?:同比|环比|按[年月]|[较比][^，,；;。\d]{1,8})?(?:上升|下降|增长|增加|减少|提高|回落|[升降增减])了?[\d.]+(?:%|个百分点))?(?:[，,]|(?=[降升增减]))(?:目前|现|已|总数|总量|总额|共|合计)*(?:高?达到?|录得|[为至有]|(?:[降升增减]|下降|回落|上升|增长|增加|减少|提高|攀升|压降)[至到为])了?$/u;

function addLone(
  view: View,
  hits: readonly Hit[],
  run: Run,
  drafts: Draft[],
  figure: Figure,
  clauseStart: number,
): void {
  const left = between(hits, { start: clauseStart, end: figure.start });
  const around = { left, right: [] };
  drafts.push(
    draftOf(view, hits, run, figure.start, figure, null, around, clauseStart, scopeOf(view, figure, null), []),
  );
}

/** 判处罪犯1127人，判处罚金数额同比增长22%: the words name an amount, the level counts no money. */
function ofAnother(said: string, { indicator }: Draft): boolean {
  return indicator?.unit !== "CNY" && /(?:金额|数额|罚金|总额|价值)[，,]?$/u.test(said);
}

/** 事故1137起，死亡203人，…事故起数、死亡人数分别下降: the level that an item of the list names. */
function levelNamed(text: string, { levels }: Pick<Run, "levels">, item: string, again = false): Draft | null {
  const bare = item.replace(/^[，,、；;\s]+/u, "");
  // 查扣货物1620批次、704万件，批次增长8.5%，数量下降31.2%: the level that is counted by what the item names.
  const counter = bare.replace(/数量?$/u, "");
  const counted = levels.filter(({ figure, changes }) => changes.length === 0 && figure?.unitText === counter);
  if (counter !== "" && counted.length === 1) return counted[0] ?? null;
  const [first, second, more] = levels;
  if (bare === "数量" && first?.figure?.unit === "time" && second?.figure?.unit === "item" && more === undefined)
    return second;
  const key = bare.replace(/(?:起数|人数|次数|数量|数额|金额|总数|总量|[数量])$/u, "").slice(-4);
  // 亡63人，伤97人 are 死亡人数 and 受伤人数, or 亡人数 and 伤人数.
  const harm = /死亡|身亡|^亡人?$/u.test(key) ? "亡" : /受伤|负伤|^伤人?$/u.test(key) ? "伤" : null;
  if (harm === null && key.length < 2) return null;
  const named = levels.find(({ span, changes }, i) => {
    if (changes.length > 0 && !again) return false;
    const before = text.slice(Math.max(levels[i - 1]?.span.end ?? 0, span.start - 12), span.end);
    const after = /^[^，,；;]{0,4}/u.exec(text.slice(span.end, span.end + (harm === null ? 4 : 2)))?.[0] ?? "";
    return (before + after).includes(harm ?? key);
  });
  return named ?? null;
}

/** What is said before a change, without the times that it is measured against and the one that its level has anyway. */
function wordsOf({ reading, times }: View, { start, end }: Span, { period }: Draft): string {
  let words = "";
  let at = start;
  for (const mark of times) {
    const isOwn = period !== null && mark.from === period.start && mark.to === period.end;
    if (mark.start < at || mark.end > end || !(mark.type === "aside" || isOwn)) continue;
    words += reading.text.slice(at, mark.start);
    at = mark.end;
  }
  return words + reading.text.slice(at, end);
}

/** The level that a change qualifies: the last one that is no base, or of a list the one in its place. */
function targetOf(view: View, run: Run, place: Place | null): Draft | null {
  const told = isBase(view, run.last) ? run.levels.filter((level) => !isBase(view, level)) : run.levels;
  const last = told.at(-1) ?? run.last;
  if (place === null) return last;
  const level = told.at(place.index - place.count);
  return told.length >= place.count && level !== undefined ? level : place.item === null ? last : null;
}

function changeMeaning(lexicon: Lexicon, text: string, around: Surroundings): Meaning | null {
  const units: Unit[] = [
    "case",
    "person",
    "CNY",
    "item",
    "person-time",
    "event",
    "percent",
    "household",
    "day",
    "other",
  ];
  let best: Meaning | null = null;
  for (const unit of units) {
    const meaning = meaningOf(lexicon, text, around, unit, "");
    if (meaning === null || meaning.indicator.unit !== unit) continue;
    if (best === null || meaning.score > best.score) best = meaning;
  }
  return best;
}

/** 网络“套路贷”下降超七成: a crime alone that falls is reported less; after 立案下降 it is registered less. */
function fallbackMeaning(
  lexicon: Lexicon,
  left: readonly Hit[],
  run: Run,
  words: string,
  held: Meaning | null,
): Meaning | null {
  const saysNothing = !/[\p{Script=Han}]{2}/u.test(words.replace(/全年|其中|同期|总体/gu, ""));
  const mishap = /事故|火灾/u.exec(words)?.[0];
  if (mishap !== undefined && !lexicon.indicators.some((indicator) => isCountedBy(indicator, mishap))) return null;
  const named = left.some(({ use, word }) => use.subject !== null || word === "案件" || word === "案");
  if (run.change !== null && (saysNothing || (named && run.change.indicator.unit === "case"))) return run.change;
  if (saysNothing && run.last === null && words.includes("其中")) return held;
  // 立案1776起，其中盗窃案件同比下降44%: of what the level counts.
  const whole = run.last?.meaning ?? null;
  if (named && words.includes("其中") && whole?.indicator.unit === "case") return whole;
  if (!named) return null;
  const kind = words
    .replace(/(?:数量?|总数|总量)?[^\p{Script=Han}]*(?:全年|当月|同期|总体)?$/u, "")
    .replace(/[”"]$/u, "");
  const isKind = [...(lexicon.kinds?.words ?? []), ...(lexicon.kinds?.whole ?? [])].some((word) => kind.endsWith(word));
  if (!isKind && !/(?:案件?|犯罪|违法|[罪类抢窃赌])$/u.test(kind)) return null;
  return kindOf(lexicon, "case");
}
