import { hash } from "node:crypto";
import {
  type Change,
  type CleanArticle,
  type Diagnostic,
  type DomainPack,
  type Observation,
  type PartialDate,
  type Quantity,
  type Span,
  type Unit,
  china,
  parsePartialDate,
} from "@jianbao/model";
import { foreignPlaces } from "./abroad.ts";
import { findTopics } from "./area-topic.ts";
import { enter, newDiscourse } from "./discourse.ts";
import type { Draft } from "./draft.ts";
import { type Hit, type Lexicon, lexiconOf } from "./lexicon.ts";
import { ownAreaOf } from "./own-area.ts";
import { mattersOf } from "./piece.ts";
import { readSentence } from "./reader.ts";
import type { Held, Passed, Reading } from "./reading.ts";
import { splitText } from "./sentence.ts";
import { type Consideration, consider } from "./consider.ts";
import { dominantSubject, withoutLoose } from "./subject.ts";
import { codedPlace } from "./small-place.ts";
import { titlePeriod } from "./title-period.ts";
import { findTables, readTable, type Table } from "./table.ts";
import { timeContext } from "./time-mark.ts";
import { moneyWords } from "./unit-word.ts";

/** Reads the statistics that an article states, in reading order, restatements included. */
export function extract(
  article: CleanArticle,
  pack: DomainPack,
): { readonly observations: readonly Observation[]; readonly diagnostics: readonly Diagnostic[] } {
  const { drafts, ...told } = readArticle(article, pack);
  const key = keyOf(article);
  const own = pack.subjects[0]?.id ?? null;
  const matters = mattersOf(article.text, drafts);
  const observations = drafts.map((draft) => observationOf(article, draft, key, own, { ...told, matters }));
  const diagnostics: Diagnostic[] = [];
  if (article.metadata.published === null && observations.length > 0) {
    diagnostics.push({
      severity: "warning",
      rule: "extraction/no-publication-date",
      message: "undated article: 今年 and months without a year cannot be placed",
      document: article.document,
      hint: "state the date with --published or in a .meta.yaml beside the file",
    });
  }
  if (!told.placed && observations.some(({ area }) => area === null || area.code === china.code)) {
    diagnostics.push({
      severity: "warning",
      rule: "extraction/no-area",
      message: `nothing tells what place the article is of: its figures ${told.isLocal ? "are of no known place" : "were taken for the whole country's"}`,
      document: article.document,
      hint: "state the place with --area or in a .meta.yaml beside the file",
    });
  }
  return { observations, diagnostics };
}

/** Why a figure was read as it was, or was left out. */
export interface Explanation {
  /** Of the figure, in the clean text. */
  readonly span: Span;
  readonly text: string;
  /** The observation's id, or null where the figure is none. */
  readonly id: string | null;
  /** The words that the indicator rests on. */
  readonly verb: string | null;
  readonly noun: string | null;
  /** How the period was found. */
  readonly period: Draft["periodBy"] | null;
  /** Why the figure is no observation. */
  readonly reason: string | null;
  /** Words of the pack beside the figure, and indicators whose words they are; none where it is no observation. */
  readonly consideration: Consideration;
}

const nothing: Consideration = { words: [], rivals: [] };

/** Tells for each figure of an article, in text order, what its reading rests on or why it was left out. */
export function explain(article: CleanArticle, pack: DomainPack): readonly Explanation[] {
  const { text } = article;
  const { drafts, passed } = readArticle(article, pack);
  const key = keyOf(article);
  const hits = lexiconOf(pack).scan(text);
  const read = drafts.map((draft): Explanation => ({
    span: draft.span,
    text: text.slice(draft.span.start, draft.span.end),
    id: idOf(draft, key),
    verb: draft.meaning?.verb?.word ?? null,
    noun: draft.meaning?.noun?.word ?? null,
    period: draft.periodBy,
    reason: null,
    consideration: consider(text, pack, hits, draft),
  }));
  const left = passed.map(({ span, reason }): Explanation => ({
    span,
    text: text.slice(span.start, span.end),
    id: null,
    verb: null,
    noun: null,
    period: null,
    reason,
    consideration: nothing,
  }));
  return [...read, ...left].sort((a, b) => a.span.start - b.span.start);
}

interface ReadArticle {
  readonly drafts: readonly Draft[];
  readonly passed: readonly Passed[];
  /** What 元 without a currency is. */
  readonly money: Unit;
  /** False where the country is only what is left when nothing tells of a place. */
  readonly placed: boolean;
  /** Nothing tells of the place, but that it is not the whole country: 全市, 派出所. */
  readonly isLocal: boolean;
}

// Matches `全市`, `县公安局`, `街道`; must not match `市场`, `全区域`.
const local =
  /[全我本该][市县区镇乡州旗校](?![域长场])|(?<!城)[市县区](?:公安|局|委|政府|检察院|法院)|街道办|[镇乡]政府|派出所|公安分局|我[局行所]|校园|学校/u;

function readArticle(article: CleanArticle, pack: DomainPack): ReadArticle {
  const { text, metadata } = article;
  const lexicon = lexiconOf(pack);
  const abroad = foreignPlaces(text);
  const scanned = withJourneys(text, lexicon, lexicon.scan(text), abroad);
  const dominant = dominantSubject(lexicon, text, scanned);
  const hits = withoutLoose(lexicon, scanned, dominant);
  const paragraphs = splitText(text, article.headings, (at) => lexicon.isInside(text, at));
  const time = timeContext(publicationOf(metadata.published?.value ?? null, text));
  const ownArea = ownAreaOf(article, lexicon);
  const organisations = hits.flatMap(({ start, end, use }) =>
    use.organisation?.area ? [{ start, end, area: use.organisation.area }] : [],
  );
  const held: Held = {
    ...newDiscourse(),
    isCase: false,
    subject: null,
    meaning: null,
    told: [],
    wholes: new Map(),
    mixed: false,
  };
  const passed: Passed[] = [];
  const reading: Reading = {
    text,
    lexicon,
    hits,
    topics: findTopics(text, ownArea, organisations, lexicon.offices, abroad),
    abroad,
    time,
    ownArea,
    dominant,
    titlePeriod: titlePeriod(text, paragraphs, metadata.title?.value ?? null, time),
    held,
    passed,
  };
  const drafts: Draft[] = [];
  const tables = new Map<number, Table>();
  for (const table of findTables(text, paragraphs)) {
    for (let at = table.first; at < table.after; at++) tables.set(at, table);
  }
  paragraphs.forEach((paragraph, at) => {
    const table = tables.get(at);
    if (table !== undefined) {
      if (at === table.first) drafts.push(...readTable(reading, table));
      return;
    }
    enter(reading, paragraph, paragraphs[at - 1]);
    const count = drafts.length;
    for (const sentence of paragraph.sentences) drafts.push(...readSentence(reading, paragraph, sentence));
    held.silent = drafts.length > count || paragraph.heading ? 0 : held.silent + 1;
  });
  restate(drafts);
  const placed = metadata.area !== null || ownArea.code !== china.code || national.test(text);
  const money = moneySaid(text) ?? moneyIn(ownArea.code);
  return { drafts, passed, money, placed, isLocal: !placed && local.test(text) };
}

// Matches `全国`, `公安部`, `各地`, `央行`; must not match `国家反诈中心App`.
const national =
  /全国|我国|国内|各地|各省|公安部|国务院|最高(?:人民)?[检法]|央行|人民银行|中国[\p{Script=Han}]{2,12}(?:协会|集团|总公司|银行)|[\p{Script=Han}]{2}(?:总局|总署)|国家[\p{Script=Han}]{1,10}[局委办](?![A-Za-z])/u;

/** 六十二亿元（人民币，下同）: the money of all amounts of a text that says so. */
function moneySaid(text: string): Unit | null {
  const said = /[（(](?<money>[\p{Script=Han}]{2,4})[，,、；;.．。·]\s?(?:以)?下同[）)]/u.exec(text)?.groups?.["money"];
  return moneyWords.find(([word]) => word === said)?.[1] ?? null;
}

/** What a paper of Taiwan or Hong Kong counts in where it says 元 alone. */
function moneyIn(area: string): Unit {
  if (/^(?:CN-TW|71)/u.test(area)) return "TWD";
  if (/^(?:CN-MO|82)/u.test(area)) return "MOP";
  return /^(?:CN-HK|81)/u.test(area) ? "HKD" : "CNY";
}

/** The day on which a text of a month says that it is told: 2023年12月22日，省公安厅通报…. */
function publicationOf(published: PartialDate | null, text: string): PartialDate | null {
  if (published === null || !/^\d{4}-\d{2}$/u.test(published)) return published;
  const opening = text.slice(0, 300);
  const year = Number(published.slice(0, 4));
  const month = Number(published.slice(5));
  for (const match of opening.matchAll(
    /(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日(?<after>[^。\n]{0,40})/gu,
  )) {
    const { year: y, month: m, day, after = "" } = match.groups ?? {};
    if (Number(y) !== year || Number(m) !== month) continue;
    if (!/^[，,讯电]|通报|发布|召开|举行|介绍|公布|回答|获悉/u.test(after)) continue;
    if (!/通报|发布|召开|举行|介绍|公布|回答|获悉|讯|电/u.test(after)) continue;
    const date = `${published}-${(day ?? "").padStart(2, "0")}`;
    if (parsePartialDate(date) !== null) return date;
  }
  return published;
}

// Matches `、老挝等8个国家派出工作组`; must not match `移交线索`.
const sendsThere = /^[^，,。；;]{0,20}派(?:出|遣|驻)?(?:[\p{Script=Han}]{0,4}工作组|警务|专班|警力)/u;

// Matches `派出工作组31批，从`, right before a place abroad.
const sentThere = /派(?:出|遣)(?:[\p{Script=Han}]{0,4}工作组)(?=\d+[余多]?[批次个](?:[，,]|（)(?:从|赴|在|前往)$)/u;

// Matches `、老挝等地押解`; must not match `嫌疑人，押解`.
const broughtHere = /^[^，,。；;\d]{0,16}(?<deed>押解|押送|押回|带回|接回|遣返)/u;

/** 赴柬埔寨 means what 赴境外 means, 从柬埔寨押解 what 押解回国 means. */
function withJourneys(text: string, lexicon: Lexicon, hits: readonly Hit[], abroad: readonly Span[]): readonly Hit[] {
  const home = lexicon.use("押解回国");
  const brought = abroad.flatMap(({ start, end }): Hit[] => {
    const deed = text[start - 1] === "从" ? broughtHere.exec(text.slice(end, end + 20)) : null;
    const word = deed?.groups?.["deed"];
    if (home === null || deed === null || word === undefined) return [];
    const to = end + deed[0].length;
    return [{ start: to - word.length, end: to, word, use: home }];
  });
  const more = lexicon.journeys.flatMap((word) => {
    const use = lexicon.use(word);
    const going = word.slice(0, -2);
    return abroad.flatMap(({ start, end }): Hit[] => {
      if (use === null) return [];
      const goes = text.endsWith(going, start) && !text.startsWith("境外", start);
      // 向老挝、缅甸等国派出工作组21次, 向老挝等9个国家派出工作组19个: at the deed as well.
      const sends = "向往到".includes(text[start - 1] ?? " ") ? sendsThere.exec(text.slice(end, end + 30)) : null;
      const from = Math.max(0, start - 24);
      const sent = sentThere.exec(text.slice(from, start));
      const found: Hit[] = goes || sends !== null ? [{ start: start - 1, end, word, use }] : [];
      if (sends !== null)
        found.push({ start: end + sends[0].lastIndexOf("派"), end: end + sends[0].length, word, use });
      if (sent !== null) found.push({ start: from + sent.index, end: from + sent.index + sent[0].length, word, use });
      return found;
    });
  });
  const all = [...more, ...brought];
  return all.length === 0 ? hits : [...hits, ...all].sort((a, b) => a.start - b.start);
}

/** A figure told again without its time takes the time of the statement that has one. */
function restate(drafts: readonly Draft[]): void {
  const stated = new Map<string, Draft>();
  if (!hasTwins(drafts)) return;
  for (const draft of drafts) {
    const key = restatementKey(draft);
    if (key !== null && draft.periodBy === "stated" && draft.period !== null && !stated.has(key))
      stated.set(key, draft);
  }
  for (const draft of drafts) {
    const key = restatementKey(draft);
    const full = key === null ? undefined : stated.get(key);
    if (full === undefined || full === draft || draft.periodBy === "stated" || draft.periodBy === "carried") continue;
    draft.period = full.period === null ? null : { ...full.period, text: null };
    draft.scope = full.scope;
    if (draft.area.code === china.code) draft.area = full.area;
  }
}

/** Tells whether a figure is told twice at all. */
function hasTwins(drafts: readonly Draft[]): boolean {
  const values = new Set<number>();
  for (const { figure, changes } of drafts) {
    const value = figure === null ? (changes[0]?.value ?? null) : figure.value;
    if (value === null) continue;
    if (values.has(value)) return true;
    values.add(value);
  }
  return false;
}

function restatementKey({ indicator, figure, subject, changes }: Draft): string | null {
  const [change] = changes;
  // “断卡”线索同比下降50% in a headline.
  if (figure === null && change?.basis === "yoy" && (change.value ?? 0) >= 5)
    return `${indicator?.id ?? ""} ${change.direction} ${change.value} ${subject}`;
  if (indicator === null || figure === null || figure.value === null || figure.value < 10) return null;
  return `${indicator.id} ${figure.value} ${figure.unit} ${subject}`;
}

function observationOf(
  article: CleanArticle,
  draft: Draft,
  key: string,
  own: string | null,
  {
    money,
    placed,
    isLocal,
    matters,
  }: Pick<ReadArticle, "money" | "placed" | "isLocal"> & { readonly matters: ReadonlySet<Draft> },
): Observation {
  const { text, map } = article;
  const { span, sentence } = draft;
  // A town has no code: its figures are a part of its county's.
  const { coded, name } = codedPlace(draft.area);
  const trimmed = trim(text, sentence.start, sentence.end);
  const source = map.toSourceSpan(span);
  const quote = map.toSourceSpan(trimmed);
  const place = article.places.find(({ start, end }) => start <= source.start && source.start < end);
  const indicator = draft.indicator?.id ?? null;
  const printed = text.slice(draft.figure?.prefixStart ?? span.start, span.end);
  const quantity = inMoney(quantityOf(text, draft, matters.has(draft)), printed, money);
  return {
    id: idOf(draft, key),
    document: article.document,
    part: article.part,
    indicator,
    measure: draft.measure,
    subject: subjectIn(text, draft),
    breakdown: partIn(name, draft.breakdown),
    scope: draft.scope,
    quantity,
    area: isLocal && draft.area.code === china.code ? null : coded,
    period: draft.period,
    actor: draft.actor,
    rate: draft.rate,
    change: draft.changes.map((change) => inMoney(baseAs(change, draft, quantity), change.text, money)),
    source: {
      start: source.start,
      end: source.end,
      quote: text.slice(trimmed.start, trimmed.end),
      quoteStart: quote.start,
      quoteEnd: quote.end,
      ...(place?.page === undefined ? {} : { page: place.page }),
      ...(place?.paragraph === undefined ? {} : { paragraph: place.paragraph }),
    },
    confidence: confidenceOf(article, draft, trimmed, draft.subject === own, placed),
  };
}

/** The part that a figure counts: of a town, of what the text names, of both. */
function partIn(place: string | null, breakdown: string | null): string | null {
  if (place === null || breakdown?.includes(place) === true) return breakdown;
  return breakdown === null ? place : `${place} ${breakdown}`;
}

/** The words of the text stand for a subject that the pack does not have: what is counted, at the least the figure. */
function subjectIn(text: string, { subject, measure, span }: Draft): string {
  return subject ?? (measure || text.slice(span.start, span.end));
}

/** Copies of one text in two documents, or twice in one, are different statements. */
function keyOf({ document, part, text }: CleanArticle): string {
  return hash("sha256", `${document}\n${part}\n${text}`);
}

function idOf({ span, indicator, measure }: Draft, key: string): string {
  return `o-${hash("sha256", `${key}|${span.start}|${indicator?.id ?? measure}`).slice(0, 12)}`;
}

/** 元 without a currency is the money of the article's own place; 人民币3亿元 says which it is. */
function inMoney<T extends Quantity | Change>(stated: T, printed: string, money: Unit): T {
  return stated.unit !== "CNY" || money === "CNY" || printed.includes("人民币") ? stated : { ...stated, unit: money };
}

/** 由188件升至212件: the old level counts what the new one does. */
function baseAs(change: Change, { figure }: Draft, { unit }: Quantity): Change {
  return figure !== null && change.unit === figure.unit && change.unit !== unit ? { ...change, unit } : change;
}

/** The level, or for a change without one what its words are: the figure of the change and the unit that is counted. */
function quantityOf(text: string, draft: Draft, isMatter: boolean): Quantity {
  const { figure, span, changes, indicator, people } = draft;
  if (figure !== null) {
    return {
      text: text.slice(figure.start, figure.end),
      value: figure.value,
      unit:
        people === true
          ? "person"
          : figure.unit === null
            ? unitOf(indicator?.unit)
            : isMatter
              ? "case"
              : unitAs(figure.unit, figure.unitText, indicator?.unit),
      unitText: figure.unitText,
      bound: figure.bound,
      low: figure.low,
      high: figure.high,
    };
  }
  const [change] = changes;
  return {
    text: text.slice(span.start, span.end),
    value: null,
    unit: indicator?.unit ?? "other",
    unitText: "",
    bound: change?.bound ?? "exact",
    low: null,
    high: null,
  };
}

/** The unit of a figure that prints none: 劝下4.6万 counts people. */
function unitOf(wanted: Quantity["unit"] | undefined): Quantity["unit"] {
  return wanted === "person-time" ? "person" : (wanted ?? "other");
}

/** 个 of people are persons, 块 of money is money. */
function unitAs(unit: Quantity["unit"], unitText: string, wanted: Quantity["unit"] | undefined): Quantity["unit"] {
  if (unitText === "块" && wanted === "CNY") return "CNY";
  if (unitText === "个" && (wanted === "person" || wanted === "person-time" || wanted === "case"))
    return wanted === "person-time" ? "person" : wanted;
  return unit;
}

/** How much cleaning doubts a sentence, 0 to 1: the most of the doubts that touch it. */
function doubtOf({ doubts }: CleanArticle, sentence: Span): number {
  let most = 0;
  for (const { cleanSpan, score } of doubts) {
    if (cleanSpan.start < sentence.end && sentence.start < cleanSpan.end) most = Math.max(most, score);
  }
  return most;
}

/** A number whose point or first digit went: matches `上涨04%`, `1,02万`; must not match `0.4`, `1,020`, `2004`. */
const broken = /(?<![\d.,])0\d|\d,(?!\d{3})\d/u;

/**
 * The chance that a reading is right in every field, from what it rests on that is carried or unsaid, less the doubts
 * about the text. The weights are log odds, fitted to a thousand figures of articles that were read for the first time:
 * most tells a figure of the pack's subject that no indicator fits, for its words may be ones that are not known; then a
 * place that neither the sentence names nor the article is of.
 */
function confidenceOf(article: CleanArticle, draft: Draft, sentence: Span, isOwn: boolean, placed: boolean): number {
  const { area, changes, figure, indicator, period, periodBy, scope } = draft;
  const text = article.text.slice(sentence.start, sentence.end);
  let odds = 2.5;
  if (isOwn && indicator === null) odds -= 2.2;
  if (article.metadata.area?.value.code !== area.code && !text.includes(area.name.slice(0, 2))) odds -= 1;
  if (!placed && area.code === china.code) odds -= 1.6;
  if (period === null) odds -= 0.7;
  else if (periodBy !== "stated") odds -= 0.3;
  if (scope === "case") odds -= 0.6;
  if (figure === null) odds -= 0.5;
  // What is shared out among several may be shared out wrongly.
  if (text.includes("分别")) odds -= 0.6;
  const level = figure === null ? "" : article.text.slice(figure.start, figure.end);
  if ([level, ...changes.map((change) => change.text)].some((said) => broken.test(said))) odds -= 4;
  const sure = 1 / (1 + Math.exp(-odds));
  return Math.max(0.1, Math.round(sure * (1 - doubtOf(article, sentence)) * 100) / 100);
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const from = end - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
