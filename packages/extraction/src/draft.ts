import {
  type Area,
  type Change,
  type Indicator,
  type Period,
  type Rate,
  type Scope,
  type Span,
  findAreas,
} from "@jianbao/model";
import { areaAt } from "./area-of.ts";
import type { Figure } from "./figure.ts";
import type { Hit } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import { periodAt } from "./period-of.ts";
import { between, type Run, type View } from "./reading.ts";
import { subjectAt } from "./subject.ts";
import { Pattern } from "./pattern.ts";

/** A statement that has been read, before it gets its place in the source and its id. */
export interface Draft {
  /** The figure that it stands at, in the clean text. */
  readonly span: Span;
  readonly sentence: Span;
  /** Null for a change without a level. */
  readonly figure: Figure | null;
  readonly meaning: Meaning | null;
  indicator: Indicator | null;
  readonly measure: string;
  /** Null where the text names no subject of the pack for it: then it is told by what is counted. */
  subject: string | null;
  readonly breakdown: string | null;
  scope: Scope;
  area: Area;
  period: Period | null;
  /** How the period was found: in the sentence, carried over, or by the article's title. */
  periodBy: "stated" | "carried" | "default" | "none";
  readonly actor: string | null;
  readonly rate: Rate | null;
  readonly changes: Change[];
  /** Its 个 counts people, whom the indicator is told in as well as in its own unit. */
  people?: boolean;
}

export function draftOf(
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
  const { period, by } = periodAt(view, at);
  const spanOf = span ?? { start: at, end: figure?.end ?? at };
  // 1000天零发案 is no figure of a period; 优良天数296天 is.
  const isStreak =
    figure?.unit === "day" &&
    (text.slice(0, figure.prefixStart).endsWith("连续") || /^[零无未]/u.test(text.slice(figure.end, figure.end + 1)));
  const subject = subjectAt(view, hits, run, at, around, clauseStart);
  return {
    span: { start: spanOf.start, end: spanOf.end },
    sentence: { start: sentence.start, end: sentence.end },
    figure,
    meaning,
    indicator: meaning?.indicator ?? null,
    measure: measureOf(view, at, figure, meaning, clauseStart),
    subject,
    breakdown: partOf(view, run, at, figure, meaning, subject) ?? breakdownOf(meaning, around),
    scope,
    area: areaAt(view, run, at, meaning, clauseStart, scope),
    period: isStreak ? null : period,
    periodBy: isStreak ? "stated" : by,
    actor: actorOf(text, hits, sentence, at),
    rate: rateOf(view, run, clauseStart, at, figure, meaning),
    changes,
  };
}

function breakdownOf(meaning: Meaning | null, around: { left: readonly Hit[]; right: readonly Hit[] }): string | null {
  if (meaning === null) return null;
  const isPart = ({ use }: Hit): boolean => use.parts.includes(meaning.index);
  return (around.left.findLast(isPart) ?? around.right.find(isPart))?.word ?? null;
}

/** 劝阻15.2万人次，其中上门劝阻3.9万人次: what tells the part from the whole that has the same indicator. */
function partOf(
  view: View,
  run: Run,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
  subject: string | null,
): string | null {
  const { reading, sentence, figures, times } = view;
  const { text, held } = reading;
  if (meaning === null) return null;
  const from = Math.max(sentence.start, at - 120);
  const said = text.slice(from, at);
  const offset = said.lastIndexOf("其中");
  const isNamed = offset >= 0 && !/[；;]/u.test(said.slice(offset));
  // 从类型看，刷单类1206起，冒充客服类480起: kinds by which the whole is parted.
  const parted = isNamed ? null : parting.exec(said);
  if (!isNamed && parted === null) return null;
  const mark = from + (parted?.index ?? offset);
  const before = run.levels.slice(-8).filter(({ span }) => span.start < mark);
  const wholes = before.length > 0 ? before : held.told;
  if (!wholes.some((whole) => whole.indicator === meaning.indicator && whole.subject === subject)) return null;
  let start = mark + (parted?.[0].length ?? 2);
  for (const other of figures) if (other.end <= at && other.end > start) start = other.end;
  for (const time of times) if (time.end <= at && time.end > start) start = time.end;
  const words = text
    .slice(start, figure?.prefixStart ?? at)
    .split(/[，,、：:]|和(?=[\p{Script=Han}]{2})/u)
    .at(-1);
  const rest = partWords(words ?? "", meaning, wholes);
  if (rest !== "") return isPlace(rest) ? null : rest;
  // 其中56名为未成年人, 其中112件涉及境外.
  const after = /^(?:为|是|系|属于|属|涉及)?(?<part>[\p{Script=Han}]{2,12})/u.exec(
    text.slice(figure?.end ?? at, (figure?.end ?? at) + 16),
  );
  const part = partWords(after?.groups?.["part"] ?? "", meaning, wholes);
  return part === "" || time(part) || isPlace(part) ? null : part;
}

// Matches `从类型看，`, `按手段分，`, `分年龄段看，`; must not match `从去年看，`, `对一般情况来看，`.
const parting =
  /(?:从|按|分)(?![去今上前近同]年|\d|各?[省市县区地]|总体|整体|数据)[^，,。；;\d]{1,8}(?:来看|看|分|划分|统计)[，,：:]/u;

/** Words of a part without the verb that the whole has as well, and without what only joins. */
function partWords(words: string, { verb, noun, index }: Meaning, wholes: readonly Draft[]): string {
  let rest = trimmed(words.trim()).replace(/^(?:单月|当月|单日)/u, "");
  if (verb !== null && rest.startsWith(verb.word) && rest.length > verb.word.length) {
    rest = trimmed(rest.slice(verb.word.length));
  }
  // 大要案破案率91%: a phrase that stands for the statement is none of its part.
  if (noun !== null && noun.use.phrases.includes(index) && rest.endsWith(noun.word) && rest.length > noun.word.length) {
    if (!noun.use.nouns.includes(index)) rest = trimmed(rest.slice(0, -noun.word.length));
  }
  const isCommon = wholes.some(({ meaning }) => meaning?.verb?.word === rest || meaning?.noun?.word === rest);
  return isCommon ? "" : rest.slice(0, 24);
}

function time(words: string): boolean {
  return /^(?:同比|环比|比|较|占|分别|均)/u.test(words);
}

function isPlace(words: string): boolean {
  const [mention] = findAreas(words);
  return mention !== undefined && mention.span.start === 0 && words.length - mention.span.end <= 2;
}

const actors = new Pattern(
  /公安机关|检察机关|审判机关|司法机关|人民法院|公安部|检察院|警方|公安局|公安厅|法院|有关部门/u,
);

/** Who acts: the body that is named last before a place, of those that every text has and those of the pack. */
function actorOf(text: string, hits: readonly Hit[], sentence: Span, at: number): string | null {
  const last = actors.allIn(text, sentence.start, at).at(-1) ?? null;
  const end = sentence.start + (last === null ? 0 : last.index + last[0].length);
  const named = between(hits, { start: sentence.start, end: at }).findLast(({ use }) => use.organisation !== null);
  return named !== undefined && named.end > end ? named.word : (last?.[0] ?? null);
}

const daily = new Pattern(/日均|平均每天|每天|每日|天均/u);

const monthly = new Pattern(/月均|平均每月|每月/u);

const yearly = new Pattern(/年均|平均每年|每年/u);

function rateOf(
  { reading, sentence, figures }: View,
  { last }: Run,
  clauseStart: number,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
): Rate | null {
  if (figure === null) return null;
  const { text } = reading;
  // 各市月均止付资金：南昌3100万元，九江1200万元: the head of a list is of all its items.
  if (last !== null && last.rate !== null && meaning !== null && last.indicator === meaning.indicator) {
    if (bareItem.test(text.slice(last.span.end, figure.prefixStart))) return last.rate;
  }
  let start = clauseStart;
  if (/[：:]/u.test(text[clauseStart - 1] ?? "")) {
    const head = headStartOf(text, sentence.start, clauseStart);
    if (!figures.some((other) => other.start >= head && other.start < clauseStart)) start = head;
  }
  if (daily.in(text, start, at)) return "per-day";
  if (monthly.in(text, start, at)) return "per-month";
  return yearly.in(text, start, at) ? "per-year" : null;
}

// Matches `，九江`, `、移动`; must not match `，全年`, `，累计`.
const bareItem = /^[，,、；;](?!.*(?:[全半]年|全[省市县区国月]|总|共|累|计|合|同比|均|每))[\p{Script=Han}]{2,8}$/u;

/** Where the clause before a colon starts. */
function headStartOf(text: string, from: number, colon: number): number {
  for (let at = colon - 2; at >= from; at--) if (/[，,；;：:]/u.test(text[at] ?? "")) return at + 1;
  return from;
}

/** The words that name what is counted: from the verb, or from where the figure or time before them ends. */
function measureOf(
  { reading, figures, times, topics }: View,
  at: number,
  figure: Figure | null,
  meaning: Meaning | null,
  clauseStart: number,
): string {
  const { text } = reading;
  const end = figure?.end ?? at;
  const verb = meaning?.verb ?? null;
  const noun = meaning?.noun ?? null;
  const stop = movedFrom(text, clauseStart, figure?.prefixStart ?? at);
  let start = clauseStart;
  for (const other of figures) if (other.end <= stop && other.end > start) start = other.end;
  const isAfterFigure = start > clauseStart;
  for (const time of times) if (time.end <= stop && time.end > start) start = time.end;
  for (const topic of topics) if (topic.reach === "figure" && topic.end <= stop && topic.end > start) start = topic.end;
  const words: string[] = [];
  if (verb !== null && verb.start >= start && verb.start < stop) start = verb.start;
  else {
    // 抓获嫌疑人310名、窝点9个: the words of the figure before end at the mark.
    const mark = isAfterFigure ? /[、和及并]/u.exec(text.slice(start, stop)) : null;
    if (mark !== null) start += mark.index + 1;
    if (verb !== null) words.push(verb.word);
  }
  words.push(trimmed(text.slice(start, stop)));
  if (noun !== null && noun.start >= end && noun.end - end <= 24) words.push(text.slice(end, noun.end));
  return shortened(words.join("")) || (meaning?.indicator.labels["zh-Hans"] ?? "");
}

/** 案件办结率由去年的71%提高到82%: what is counted stands before 由. */
function movedFrom(text: string, clauseStart: number, stop: number): number {
  if (stop <= clauseStart || !"至到为".includes(text[stop - 1] ?? " ")) return stop;
  const clause = text.slice(clauseStart, stop);
  const from = Math.max(clause.lastIndexOf("由"), clause.lastIndexOf("从"));
  return from > 0 && /[\d%百]/u.test(clause.slice(from)) ? clauseStart + from : stop;
}

/** Keeps the end, where the noun stands, from a mark on. */
function shortened(words: string): string {
  let rest = words;
  for (
    let mark = rest.search(/[，,、；;：:”]/u);
    rest.length > 48 && mark >= 0;
    mark = rest.search(/[，,、；;：:”]/u)
  ) {
    rest = rest.slice(mark + 1);
  }
  return rest;
}

function trimmed(text: string): string {
  return text
    .replace(
      /^(?:[、，,；;：:。\s（）()]|和|及|并(?!购)|其中|以来|累计|共(?!同)|全[国省市县区州](?!性)|还|了|的|将|仅|已|均|则|又|也|就|由(?!此)|为(?!群众|民)|而)+/u,
      "",
    )
    .replace(
      /(?:[（(，,、：:\s]|同比|环比|共计|累计|总计|合计|共|达到|达|为|约|有|分别|的|近|超过|超|逾|了|上升|下降|增长|减少|增加|降低|提高|降至|降到|升至|增至|增加到|达至)+$/u,
      "",
    );
}
