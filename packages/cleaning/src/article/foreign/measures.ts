import { turnsOf } from "./context.ts";
import { marginsOf } from "./passages.ts";
import { cutsWord } from "../lines/evidence.ts";
import type { CueKind } from "./cue-words.ts";
import { marks, marksOf, type MarkName } from "./register.ts";
import { threadTo } from "./thread.ts";
import type { Weighed } from "./foreign.ts";
import { isOrdered } from "./shape.ts";
import type { View } from "./view.ts";
import { wordingOf } from "./wording.ts";
import { type Voice, connects, threadIn, urges } from "./voice.ts";

/** What is measured of a line, in this order. */
export const measures = [
  // What the rules say of it by itself and together.
  "weight",
  "margin",
  "sheltered",
  "runWeight",
  "judged",
  "selling",
  "told",
  "strange",
  "register",
  "list",
  "section",
  "bar",
  "spam",
  "data",
  "soft",
  // What ties it to the article, to the paragraphs around it and to the headline.
  "pairs",
  "triples",
  "thread",
  "threadShare",
  "near",
  "across",
  "headline",
  "leads",
  "cohesion",
  "threadBefore",
  "threadAfter",
  "runThread",
  "runPairs",
  "within",
  // How it is written.
  "prose",
  "closed",
  "stopped",
  "han",
  "clauses",
  "sentences",
  "parts",
  "gaps",
  "digits",
  "latin",
  "particles",
  "past",
  "days",
  "colon",
  "quoted",
  "bracketed",
  "ordered",
  "ornaments",
  // Whom it speaks to, and of what.
  "addressed",
  "first",
  "exclaimed",
  "asks",
  "phones",
  "links",
  "publics",
  "says",
  "office",
  "report",
  "warn",
  "call",
  "act",
  "offer",
  "trade",
  "praise",
  "goods",
  "reach",
  "site",
  "covered",
  "page",
  "connects",
  "urges",
  "bids",
  "tells",
  "priced",
  "pricedToo",
  "asksOf",
  "askedToo",
  "document",
  // How it and what stands beside it is worded.
  "wording",
  "wordingBefore",
  "wordingAfter",
  "wordingBeside",
  "wordingAround",
  // What stands around it.
  "weightBefore",
  "weightAfter",
  "weightBefore2",
  "weightAfter2",
  "heaviest",
  "proseBefore",
  "proseAfter",
  "closedBefore",
  "closedAfter",
  "run",
  "place",
  "alikeBefore",
  "alikeAfter",
  "introduced",
  "openBefore",
  "joinsBefore",
  "joinsAfter",
  "cutBefore",
  "cutAfter",
  "breaks",
  // Where it stands, and in what.
  "head",
  "tail",
  "fromTop",
  "fromEnd",
  "lines",
  "length",
  "fragments",
  "foreign",
] as const;

export type Measure = (typeof measures)[number];

/** What takes the longest to measure: what asks for the whole text, for the lines around, or for many patterns. */
const dear = [
  "thread",
  "threadShare",
  "near",
  "across",
  "headline",
  "cohesion",
  "threadBefore",
  "threadAfter",
  "runThread",
  "within",
  "bids",
  "tells",
  "pricedToo",
  "askedToo",
  "wordingBefore",
  "wordingAfter",
  "wordingBeside",
  "wordingAround",
  "cutBefore",
  "cutAfter",
] as const;

type Dear = (typeof dear)[number];

/** Tells whether a measure is one of those that `briefly` leaves out. */
export function isDear(name: string): name is Dear {
  return (dear as readonly string[]).includes(name);
}

/** What is measured of a line but for the dearest of it. */
export type Briefly = Readonly<Record<Exclude<Measure, Dear>, number>>;

/** Measures the lines of a text that no form decides; null for the others. */
export interface Measured {
  briefly(i: number): Briefly | null;
  wholly(i: number): Record<Measure, number> | null;
}

/** Measures the lines that no form decides, of these the ones that are asked for; null for the others. */
export function measure(
  views: readonly View[],
  weighed: Weighed,
  joins: readonly boolean[],
  asked?: readonly boolean[],
): (Record<Measure, number> | null)[] {
  const measured = measuredOf(views, weighed, joins);
  return views.map((_view, i) => (asked?.[i] === false ? null : measured.wholly(i)));
}

/** Gets ready to measure lines: what is measured of the text is so for all of them, and the dearest of it when it is asked for. */
export function measuredOf(views: readonly View[], weighed: Weighed, joins: readonly boolean[]): Measured {
  const { weights, judged, voice } = weighed;
  const margins = marginsOf(weights, turnsOf(views, judged), 0.8);
  const breaks = joins.filter(Boolean).length;
  const first = views.findIndex((view) => voice.core.has(view));
  const last = views.findLastIndex((view) => voice.core.has(view));
  const fragments = views.filter(({ prose, note }) => !prose && !note).length / views.length;
  const foreign = weights.filter((weight) => weight > 1).length / views.length;
  const runs = runsOf(views);
  const document = isDocument(views) ? 1 : 0;
  const known: number[] = [];
  const worded = (i: number): number => (known[i] ??= wordingOf(views[i]?.line.text ?? ""));
  const weight = (at: number): number => Math.max(-12, Math.min(12, weights[at] ?? -4));
  const runSum = ({ from, to }: Run): number => {
    let sum = 0;
    for (let j = from; j < to; j++) sum += weight(j);
    return sum;
  };
  const isMeasured = (view: View | undefined, i: number): view is View => {
    const one = judged[i];
    if (view === undefined || one === undefined || one.formed || view.note || view.line.marked) return false;
    return weighed.sure[i] !== true && !(view.plain && (weights[i] ?? 0) < -4);
  };
  const briefly = (i: number): Briefly | null => {
    const view = views[i];
    const one = judged[i];
    if (!isMeasured(view, i) || one === undefined) return null;
    const { line, cues } = view;
    const { text, han } = line;
    const kinds = countsOf(view);
    const run = runs[i] ?? { from: i, to: i + 1 };
    let heaviest = -12;
    for (let j = run.from; j < run.to; j++) if (j !== i) heaviest = Math.max(heaviest, weight(j));
    return {
      weight: weight(i),
      margin: Math.max(-15, Math.min(15, margins[i] ?? 0)),
      sheltered: (weighed.bare[i] ?? 0) - (weights[i] ?? 0),
      runWeight: run.to - run.from < 2 || view.prose ? 0 : (runSum(run) - weight(i)) / (run.to - run.from - 1),
      judged: one.weight,
      selling: one.selling,
      told: one.told,
      strange: weighed.stranges[i] ?? 0,
      register: Math.max(-6, view.register),
      list: weighed.lists[i] ?? 0,
      section: weighed.inSections[i] ?? 0,
      bar: one.why?.rule === "cleaning/share-bar" ? 1 : 0,
      spam: one.why?.rule === "cleaning/search-spam" ? 1 : 0,
      data: one.why?.rule === "cleaning/page-data" ? 1 : 0,
      soft: one.why === null ? 0 : /contact|promotion|disclaimer|legal/u.test(one.why.rule) ? 1 : 0,
      pairs: weighed.ties[i]?.pairs ?? 0,
      triples: weighed.ties[i]?.triples ?? 0,
      leads: weighed.leads[i] === true ? 1 : 0,
      runPairs:
        run.to - run.from < 2 || view.prose
          ? 0
          : (weighed.ties.slice(run.from, run.to).reduce((sum, tie) => sum + tie.pairs, 0) -
              (weighed.ties[i]?.pairs ?? 0)) /
            (run.to - run.from - 1),
      prose: view.prose ? 1 : 0,
      closed: line.closed ? 1 : 0,
      stopped: /[。；][”」]?$/u.test(text) ? 1 : 0,
      han,
      clauses: line.clauses,
      sentences: line.sentences,
      parts: han / (line.clauses + line.sentences + 1),
      gaps: text.length > 90 ? 0 : (text.match(/\S[\s　|｜]+(?=\S)/gu)?.length ?? 0),
      digits: cues.digits / Math.max(1, text.length),
      latin: cues.latin / Math.max(1, text.length),
      particles: cues.particles / Math.max(8, han),
      past: cues.past,
      days: cues.days,
      colon: text.includes("：") ? (text.endsWith("：") ? 2 : 1) : 0,
      quoted: cues.quoted,
      bracketed: /^[（(【[].*[）)】\]]$/u.test(text) ? 1 : 0,
      ordered: isOrdered(text) ? 1 : 0,
      ornaments: cues.ornaments,
      addressed: cues.addressed,
      first: cues.first,
      exclaimed: cues.exclaimed,
      asks: cues.questions,
      phones: cues.phones,
      links: cues.links,
      publics: cues.publics,
      says: kinds.says ?? 0,
      office: kinds.office ?? 0,
      report: kinds.report ?? 0,
      warn: kinds.warn ?? 0,
      call: kinds.call ?? 0,
      act: kinds.act ?? 0,
      offer: kinds.offer ?? 0,
      trade: kinds.trade ?? 0,
      praise: kinds.praise ?? 0,
      goods: kinds.goods ?? 0,
      reach: kinds.reach ?? 0,
      site: kinds.site ?? 0,
      covered: cues.covered / Math.max(1, han + cues.latin),
      page: text.match(pageWords)?.length ?? 0,
      connects: connects.test(text) ? 1 : 0,
      urges: urges.test(text) ? 1 : 0,
      priced: pricedSums.test(text) ? 1 : 0,
      asksOf: asking.test(text) ? 1 : 0,
      document,
      wording: worded(i),
      weightBefore: weight(i - 1),
      weightAfter: weight(i + 1),
      weightBefore2: weight(i - 2),
      weightAfter2: weight(i + 2),
      heaviest,
      proseBefore: flag(views[i - 1]?.prose),
      proseAfter: flag(views[i + 1]?.prose),
      closedBefore: flag(views[i - 1]?.line.closed),
      closedAfter: flag(views[i + 1]?.line.closed),
      run: view.prose ? 0 : run.to - run.from,
      place: view.prose ? 0 : i - run.from,
      alikeBefore: alike(views[i - 1], view),
      alikeAfter: alike(view, views[i + 1]),
      introduced: introducedBy(views, run.from, i),
      openBefore:
        views[i - 1] !== undefined && views[i - 1]?.line.closed === false && (views[i - 1]?.line.clauses ?? 0) > 0
          ? 1
          : 0,
      joinsBefore: i > 0 && joins[i - 1] === true ? 1 : 0,
      joinsAfter: joins[i] === true ? 1 : 0,
      breaks: Math.min(6, breaks),
      head: i < first ? first - i : 0,
      tail: i > last ? i - last : 0,
      fromTop: i,
      fromEnd: views.length - 1 - i,
      lines: views.length,
      length: voice.letters.length,
      fragments,
      foreign,
    };
  };
  let around: Around | undefined;
  const wholly = (i: number): Record<Measure, number> | null => {
    const row = briefly(i);
    const view = views[i];
    if (row === null || view === undefined) return null;
    const { threads, cohesion, headline, pricedLines, askingLines } = (around ??= aroundOf(views, voice, first));
    const { text, han } = view.line;
    const before = nearest(views, voice, i, -1);
    const after = nearest(views, voice, i, 1);
    const run = runs[i] ?? { from: i, to: i + 1 };
    const isApart = run.to - run.from < 2 || view.prose;
    const marked = marksOf(text.slice(0, longest));
    return {
      ...row,
      thread: (threads[i] ?? 0) * Math.max(4, Math.min(200, han)),
      threadShare: threads[i] ?? 0,
      near: Math.max(threadTo(text, before), threadTo(text, after)),
      across: before === "" || after === "" ? 0 : threadTo(after.slice(0, 60), before),
      headline: headline === text ? 0 : threadTo(headline, text),
      cohesion,
      threadBefore: threads[i - 1] ?? 0,
      threadAfter: threads[i + 1] ?? 0,
      runThread: isApart
        ? 0
        : (threads.slice(run.from, run.to).reduce((sum, thread) => sum + thread, 0) - (threads[i] ?? 0)) /
          (run.to - run.from - 1),
      within: isApart
        ? 0
        : threadTo(
            text,
            views
              .slice(run.from, run.to)
              .map(({ line: other }, k) => (run.from + k === i ? "" : other.text))
              .join("")
              .slice(0, 240),
          ),
      bids: sumOf(marked, bidding),
      tells: sumOf(marked, telling),
      pricedToo: Math.min(4, pricedLines.length - (pricedLines.includes(view) ? 1 : 0)),
      askedToo: Math.min(4, askingLines.length - (askingLines.includes(view) ? 1 : 0)),
      ...wordingsOf(worded, i, views.length),
      cutBefore: i > 0 && views[i - 1]?.line.closed === false && cutsWord(views[i - 1]?.line.text ?? "", text) ? 1 : 0,
      cutAfter:
        !view.line.closed && views[i + 1] !== undefined && cutsWord(text, views[i + 1]?.line.text ?? "") ? 1 : 0,
    };
  };
  return { briefly, wholly };
}

/** How firmly the lines hang together, and what the article itself does. */
interface Around {
  readonly threads: readonly number[];
  readonly cohesion: number;
  readonly headline: string;
  readonly pricedLines: readonly View[];
  readonly askingLines: readonly View[];
}

function aroundOf(views: readonly View[], voice: Voice, first: number): Around {
  const threads = views.map((view) => threadIn(view, voice) / Math.max(4, Math.min(200, view.line.han)));
  const inCore = views.flatMap((view, i) => (voice.core.has(view) ? [threads[i] ?? 0] : []));
  return {
    threads,
    cohesion: inCore.reduce((sum, one) => sum + one, 0) / Math.max(1, inCore.length),
    headline: views[Math.max(0, first) - 1]?.line.text ?? "",
    pricedLines: views.filter((view) => voice.core.has(view) && pricedSums.test(view.line.text)),
    askingLines: views.filter((view) => voice.core.has(view) && asking.test(view.line.text)),
  };
}

/** A notice under its head, or a text that an office and its day close. */
function isDocument(views: readonly View[]): boolean {
  return (
    views.slice(0, 3).some(({ line, prose }) => !prose && noticeHead.test(line.text)) ||
    views
      .slice(-4)
      .some(
        ({ line }, k, all) =>
          k > 0 && /^.{4,16}日$/u.test(line.text) && /[府局厅委会办院队司处校馆]$/u.test(all[k - 1]?.line.text ?? ""),
      )
  );
}

/** How a line is worded, and the lines beside it. */
export function wordingsOf(
  worded: (i: number) => number,
  i: number,
  length: number,
): Record<"wording" | "wordingBefore" | "wordingAfter" | "wordingBeside" | "wordingAround", number> {
  const before = i === 0 ? noLine : worded(i - 1);
  const after = i + 1 < length ? worded(i + 1) : noLine;
  return {
    wording: worded(i),
    wordingBefore: before,
    wordingAfter: after,
    wordingBeside: Math.max(before, after),
    wordingAround: Math.min(before, after),
  };
}

const noLine = -9;

/** So many characters tell how a line speaks. */
const longest = 120;

const flag = (value: boolean | undefined): number => (value === undefined ? -1 : value ? 1 : 0);

function countsOf({ cues }: View): Partial<Record<CueKind, number>> {
  const counts: Partial<Record<CueKind, number>> = {};
  for (const { kind } of cues.words) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The text of the article's nearest paragraph on one side. */
function nearest(views: readonly View[], { core }: Voice, i: number, step: number): string {
  for (let j = i + step; j >= 0 && j < views.length && Math.abs(j - i) < 12; j += step) {
    const view = views[j];
    if (view !== undefined && core.has(view)) return view.line.text.slice(0, 240);
  }
  return "";
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of lines that are no prose. */
function runsOf(views: readonly View[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < views.length;) {
    let to = i + 1;
    if (views[i]?.prose === false) while (to < views.length && views[to]?.prose === false) to++;
    for (let j = i; j < to; j++) runs.push({ from: i, to });
    i = to;
  }
  return runs;
}

/** How alike two lines that stand together are written, 0 to 4. */
function alike(a: View | undefined, b: View | undefined): number {
  if (a === undefined || b === undefined || a.prose !== b.prose) return 0;
  const x = a.line;
  const y = b.line;
  return (
    Number(Math.abs(x.text.length - y.text.length) <= 4) +
    Number(x.clauses === y.clauses) +
    Number(a.cues.digits > 0 === b.cues.digits > 0) +
    Number(x.closed === y.closed)
  );
}

/** What stands before a run of lines introduces it: 2 with a colon, 1 with its words. */
function introducedBy(views: readonly View[], from: number, i: number): number {
  if (views[i]?.prose === true) return 0;
  const text = views[from - 1]?.line.text ?? "";
  if (/[：:]$/u.test(text)) return 2;
  return /如下|以下|下列|[几这那各两三四五六七八九十]+[类个种条点处项步件句道]/u.test(text) ? 1 : 0;
}

function sumOf(marked: Record<MarkName, number>, names: ReadonlySet<MarkName>): number {
  let sum = 0;
  for (const { name, weight } of marks) if (names.has(name)) sum += marked[name] * weight;
  return sum;
}

const bidding: ReadonlySet<MarkName> = new Set([
  "unit",
  "deal",
  "scarce",
  "surety",
  "free",
  "served",
  "quick",
  "skilled",
  "bids",
  "choice",
  "where",
]);
const telling: ReadonlySet<MarkName> = new Set([
  "persons",
  "told",
  "dated",
  "counted",
  "public",
  "past",
  "woven",
  "linked",
]);

/** Matches `九块九`, `八折`, `免费`, `涨了`; must not match `方块字`. */
const pricedSums =
  /[\d一二两三四五六七八九十百千万几毛]元|[一二两三四五六七八九十百半几]块|[一二三四五六七八九]毛|[\d一二三四五六七八九]折|半价|免费|不收费|[涨跌降]/u;
/** What an article of advice asks of its readers, or tells of people: matches `市民可凭证`; must not match `春天来了`. */
const asking =
  /请|须|应当|可[以拨凭通]|提醒|不要|切勿|注意|建议|谨防|尽量|拨打|报名|办理|申请|咨询|市民|居民|读者|考生|家长|老人/u;
const noticeHead = /(?:启事|公告|通告|通知|公示|简章|须知|指南|告知书|讣告|声明|倡议书|公报|一封信)$/u;

/** Words in which pages speak of themselves, and of what can be done on them: matches `本文`, `登录后查看`; must not match `书页`. */
const pageWords =
  /本[文页篇站栏刊版期书连]|页面|浏览|阅读|加载|登录|注册|账号|会员|开通|订阅|订[报户]|评论|留言|点赞|转发|分享|收藏|关注|视频|播放|音频|收听|主播|图片|原图|配图|来源|版权|著作权|授权|转载|稿[件酬]|作者|小编|编辑|栏目|专栏|连载|下[期章篇]|上[期篇]|往期|更多|推荐|精选|热[门搜榜]|榜|搜索?|下载|打开|客户端|APP|App|网页|设备|网络|刷新|重试|验证|滑块|点[击按此这]|拖动|扫码|二维码|翻译|语言|原文|字[号数]|模式|隐私|条款|同意|通知|允许|设置|版本|更新|退订|邮[件箱]|自动|生成|AI|大模型|智能|摘要|导读|速读|分钟|投票|参与|答题|答对|读者|晚安|明天见|收款|打赏|赞赏|咖啡|链接|公众号|小程序|广告|推广|网友|楼主|回复|匿名|用户|[上下]一[页篇条]/gu;
