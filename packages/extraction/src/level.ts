import { type Change, type Indicator, type Span, type Unit, findAreas, isWithin } from "@jianbao/model";
import { changeBefore } from "./change-of.ts";
import { type Draft, draftOf } from "./draft.ts";
import { elliptic, leavesOpen, sameAgain, unsaid } from "./ellipsis.ts";
import type { Figure } from "./figure.ts";
import { type Hit, isCountedBy, verbsOf } from "./lexicon.ts";
import type { Share } from "./list.ts";
import { lastChain, type Meaning, meaningOf, rulesOut } from "./meaning.ts";
import {
  between,
  clauseEndOf,
  hasFigure,
  isBase,
  lastStop,
  type Reading,
  type Run,
  type View,
  within,
} from "./reading.ts";
import { isOfOthers } from "./others.ts";
import { countsPeople } from "./people.ts";
import { scopeOf } from "./scope.ts";
import { pastBrackets, regionsOf, rightOf } from "./words-around.ts";
import { offenceStart } from "./subject.ts";
import { isRate } from "./share.ts";
import { uncounted, unreal } from "./uncounted.ts";
import { Pattern } from "./pattern.ts";

/** What the reader knows of a level before it is told what it counts. */
export interface Level {
  readonly figure: Figure;
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** Where the words that are its own begin: its clause, or the end of the figure before it there. */
  readonly from: number;
  /** The old level of 由…降至. */
  readonly moved: Figure | null;
  readonly changes: Change[];
  readonly share: Share | null;
}

/** A level among its words. */
interface Site extends Level {
  readonly view: View;
  readonly hits: readonly Hit[];
  readonly run: Run;
  readonly left: readonly Hit[];
  readonly right: readonly Hit[];
  /** The span of the words to its left. */
  readonly words: Span;
  /** The verbs that it takes where it has none. */
  readonly carried: readonly Hit[];
  readonly unit: Unit | null;
  /** Its 个 counts people. */
  readonly arePeople: boolean;
}

/** What a level counts, and the words before it that say so. */
interface Counted {
  readonly meaning: Meaning | null;
  readonly left: readonly Hit[];
}

/** Gives a level its meaning and adds it, unless it is no observation. */
export function addLevel(view: View, hits: readonly Hit[], run: Run, drafts: Draft[], level: Level): void {
  const { reading, sentence } = view;
  const { text } = reading;
  const { figure, clauseStart, moved, share } = level;
  if (
    figure.unit === null &&
    !figure.numeral.scaled &&
    !/(?:达|达到|为|有|共|计|破|超过|突破)$/u.test(text.slice(sentence.start, figure.prefixStart))
  ) {
    return;
  }
  const site = siteOf(view, hits, run, level);
  const { meaning: said, left } = countedAt(site);
  const changed = moved === null && left.length === 0 ? changeBefore(view, drafts, figure) : null;
  const counted = said ?? meaningOfBase(view, run, figure);
  const meaning = changed === null ? asPlaced(view, run, figure, counted, clauseStart) : changed.meaning;
  if (meaning === null && changed === null && isRelative(figure) && !isRate(view, run, figure, clauseStart)) return;
  if (figure.unit === null && meaning === null) return;
  const scope = scopeOf(view, figure, meaning);
  const isThreshold = left.every(({ use }) => use.verbs.length === 0) && ofPlaces.in(text, clauseStart, figure.start);
  const reason =
    (isThreshold ? "a threshold" : null) ??
    uncounted(text, figure, clauseStart, level.clauseEnd, scope === "case") ??
    unreal(text, sentence, figure, clauseStart, level.clauseEnd);
  if (reason !== null) {
    reading.passed.push({ span: { start: figure.start, end: figure.end }, reason });
    return;
  }
  if (figure.value === null && (meaning === null || scope === "case")) return;
  if (meaning === null && !standsForThings(figure)) return;

  const around = { left, right: site.right };
  const dated = moved === null ? view : withoutOldTime(view, moved);
  const read = draftOf(dated, hits, run, figure.start, figure, meaning, around, clauseStart, scope, level.changes);
  const draft = changed === null ? read : asChanged(read, changed);
  if (changed !== null) drafts.pop();
  if (site.arePeople && meaning?.indicator.units?.includes("person") === true) draft.people = true;
  if (share?.area) draft.area = share.area;
  if (share?.period) draft.period = share.period;
  if (moved !== null) fixMoved(reading, draft, text.slice(level.from, moved.start));
  drafts.push(draft);
  leave(view, run, draft, figure, around);
}

/** 受理493件、财损2.3亿元，较去年8月的685件、4.4亿元: a base counts what the level of its unit did. */
function meaningOfBase(view: View, { levels }: Run, figure: Figure): Meaning | null {
  if (!isBase(view, { span: figure })) return null;
  return levels.findLast((level) => level.figure?.unit === figure.unit)?.meaning ?? null;
}

/** Leaves to the figures after it what a level said. */
function leave(
  { reading, sentence }: View,
  run: Run,
  draft: Draft,
  figure: Figure,
  { left, right }: { left: readonly Hit[]; right: readonly Hit[] },
): void {
  const { text } = reading;
  const verbs = lastChain(text, left);
  if (verbs.length > 0) run.verbs = verbs;
  else if (right.some(({ use }) => use.verbs.length > 0) && run.verbs.length === 0)
    run.verbs = right.filter(({ use }) => use.verbs.length > 0);
  const nouns = [...left, ...right].filter(({ use }) => use.nouns.length > 0);
  if (nouns.length > 0) run.nouns = nouns;
  // 发现隐患11.7万处: things of its own, so that what goes on is not of those before.
  else if (draft.meaning === null && left.length + right.length === 0) run.nouns = [];
  run.subject = draft.subject;
  if (!/其中|里头|当中/u.test(text.slice(lastStop(text, sentence.start, figure.start), figure.start)))
    run.whole = { subject: draft.subject };
  run.last = draft;
  run.levels.push(draft);
}

function siteOf(view: View, hits: readonly Hit[], run: Run, level: Level): Site {
  const { figure, clauseStart, clauseEnd, from, share } = level;
  const { text } = view.reading;
  const region = regionsOf(view, hits, figure, clauseStart, clauseEnd, from);
  const left =
    share === null
      ? between(hits, region.left)
      : [share.item, share.common].flatMap((span) => (span === null ? [] : between(hits, span)));
  const right = [...rightOf(view, hits, figure, region.right), ...pastBrackets(view, hits, figure, clauseEnd)];
  // 止付资金3亿元，支付线索奖金42万元: a noun that goes with another verb says nothing for this one.
  const hasNoun = [...left, ...right].some(({ use }) =>
    use.nouns.some((index) => run.verbs.some((verb) => verb.use.verbs.includes(index))),
  );
  const carried = carriedVerbs(view, hits, run, figure, region.left, clauseStart, hasNoun);
  const isMoney =
    figure.unitText === "块" &&
    (figure.numeral.scaled || /[款钱额损费]/u.test(text.slice(region.left.start, figure.prefixStart)));
  const arePeople = countsPeople(view.reading.lexicon.own.people ?? [], text, figure, left, right, run);
  // 检查网点1248家次: bodies, however often.
  const counted = figure.unitText === "家次" || figure.unitText === "户次" ? "institution" : figure.unit;
  const unit = arePeople ? "person" : isMoney ? "CNY" : counted;
  return { ...level, view, hits, run, left, right, words: region.left, carried, unit, arePeople };
}

/** Tells what a level counts: by its own words, by those of a clause beside it, or by what was counted before it. */
function countedAt(site: Site): Counted {
  const { view, run, figure, left, right, moved, share } = site;
  // 造成203人死亡、1062人受伤: people to whom it happened, unless the pack counts them.
  const harm = figure.unit === "person" ? harmed.exec(view.reading.text.slice(figure.end, figure.end + 2)) : null;
  if (harm !== null) {
    const said = bySaid(site);
    return { meaning: said !== null && isCountedBy(said.indicator, harm[0]) ? said : null, left };
  }
  const own =
    bySaid(site) ??
    byWiderClause(site) ??
    byReach(site) ??
    (moved === null ? askedFor(view, figure, site, site.unit) : null) ??
    allowedBy(view, right, sameAgain(view, run, figure, left, site.clauseStart));
  const counted = own?.own === true ? { meaning: own, left } : byClauseBeside(site, own);
  if (counted.meaning !== null || moved !== null) return counted;
  const told = byPredicate(site) ?? elliptic(view, run, figure, [...counted.left, ...right], share);
  return { ...counted, meaning: told ?? ofCases(view, site.hits, figure, left) };
}

/** 18个重点地区，其中5个已摘牌: nothing where words after it rule it out. */
function allowedBy({ reading }: View, right: readonly Hit[], meaning: Meaning | null): Meaning | null {
  if (meaning === null) return null;
  return right.some((hit) => rulesOut(reading.text, hit) && hit.use.nots.includes(meaning.index)) ? null : meaning;
}

/** By the words around it, and the verb that it takes from before. */
function bySaid({
  view,
  run,
  figure,
  clauseStart,
  moved,
  share,
  left,
  right,
  words,
  carried,
  unit,
}: Site): Meaning | null {
  const { text, lexicon } = view.reading;
  const carriedNouns = namesOther(text, words, left, figure) ? [] : run.nouns;
  // 警情由7月的1360起降至1170起: what is counted stands before 由.
  const at =
    share !== null
      ? share.common.end
      : moved === null
        ? figure.prefixStart
        : movedAt(text, clauseStart, moved.prefixStart);
  // 排查隐患5120处，已整治4890处.
  const sameThings =
    figure.unit === "item" &&
    run.last?.figure?.unitText === figure.unitText &&
    left.at(-1)?.use.verbs.length !== 0 &&
    /^[了掉]?$/u.test(text.slice(left.at(-1)?.end ?? 0, figure.prefixStart));
  return meaningOf(lexicon, text, { left, right, carried, carriedNouns, at, sameThings }, unit, figure.unitText);
}

/** 发案数最多的三个区分别是甲96起、乙81起: what is counted stands before a figure that is none. */
function byWiderClause({ view, hits, run, figure, clauseStart, from, moved, right, unit }: Site): Meaning | null {
  if (moved !== null || from <= clauseStart || (run.last !== null && run.last.span.end > clauseStart)) return null;
  const { text, lexicon } = view.reading;
  const wider = between(hits, { start: clauseStart, end: figure.prefixStart });
  const words = { left: wider, right, carried: [], carriedNouns: [], at: figure.prefixStart };
  return meaningOf(lexicon, text, words, unit, figure.unitText);
}

/** 检查6批次，覆盖企业74家: how far the deed before it reached. */
function byReach({ view, run, figure, from, moved, left, right, unit }: Site): Meaning | null {
  if (run.verbs.length === 0 || moved !== null) return null;
  const { text, lexicon } = view.reading;
  const nouns = left.filter(({ use, word }) => use.nouns.length > 0 && !reaching.has(word));
  if (nouns.length + right.length === 0 || !reachOf.test(text.slice(from, figure.prefixStart))) return null;
  const verb = run.last?.meaning?.verb ?? null;
  const deeds = verb === null ? run.verbs : [verb, ...run.verbs];
  const words = { left: nouns, right, carried: deeds, carriedNouns: [], at: figure.prefixStart };
  return meaningOf(lexicon, text, words, unit, figure.unitText);
}

/** By the clause before it, or by the next figure of its list, where its own words do not say it. */
function byClauseBeside(site: Site, own: Meaning | null): Counted {
  const { view, hits, run, figure, left, right, carried, clauseStart, clauseEnd } = site;
  const { text, lexicon } = view.reading;
  const at = figure.prefixStart;
  const told = (words: {
    left: readonly Hit[];
    right?: readonly Hit[];
    carried?: readonly Hit[];
    nouns?: readonly Hit[];
  }) =>
    meaningOf(
      lexicon,
      text,
      {
        left: words.left,
        right: words.right ?? right,
        carried: words.carried ?? [],
        carriedNouns: words.nouns ?? [],
        at,
      },
      figure.unit,
      figure.unitText,
    );
  const previous = previousClause(view, clauseStart);
  if (previous !== null) {
    const wider = between(hits, previous);
    // 破获的电信网络诈骗案件中，累计达13.1万起: the clause before it has the words.
    if (left.length + right.length === 0) {
      const meaning = told({ left: wider });
      if (meaning !== null && (own === null || meaning.score > own.score)) return { meaning, left: wider };
    }
    // 这样的见面劝阻，今年以来已开展6.3万人次: the clause before it names what is counted.
    if (own === null && pointsBack.in(text, previous.start, previous.end)) {
      const meaning = told({ left: wider });
      if (meaning !== null) return { meaning, left: wider };
    }
    // 涉诈号码发现得更快：日均关停2100个: the noun stands in the clause before.
    const nouns = wider.filter(({ use }) => use.nouns.length > 0);
    if (own === null && nouns.length > 0 && left.some(({ use }) => use.verbs.length > 0)) {
      const meaning = told({ left: [...nouns, ...left], carried, nouns: run.nouns });
      if (meaning !== null) return { meaning, left };
    }
  }
  const next = own === null ? nextPart(view, figure, clauseEnd) : null;
  if (next === null) return { meaning: own, left };
  return { meaning: told({ left, right: between(hits, next), carried, nouns: run.nouns }), left };
}

/** 36名犯罪嫌疑人，已于4月被押解回国: what is told of those whom the clause before only names. */
function byPredicate({ view, hits, figure, clauseEnd, share, left, right, unit }: Site): Meaning | null {
  const { reading, sentence, figures } = view;
  const { text, lexicon } = reading;
  if (share !== null || !"，,".includes(text[clauseEnd] ?? " ")) return null;
  if (left.some(({ use }) => use.verbs.length > 0) || right.some(({ use }) => use.verbs.length > 0)) return null;
  if (!/^[^\d，,]{2,24}[，,]$/u.test(text.slice(figure.end, clauseEnd + 1))) return null;
  const next = { start: clauseEnd + 1, end: clauseEndOf(sentence, clauseEnd + 1) };
  if (!predicate.in(text, next.start, next.end) || hasFigure(figures, next)) return null;
  const verbs = between(hits, next).filter(({ use }) => use.verbs.length > 0);
  const words = { left: [], right: [...right, ...verbs], carried: [], carriedNouns: [], at: figure.prefixStart };
  return meaningOf(lexicon, text, words, unit, figure.unitText);
}

// Matches `已于4月被押解`, `日前从境外带回`, `全部返还`; must not match `发现`, `警方抓获`.
const predicate = new Pattern(
  /^(?:目前|近日|日前|随后|最终|先后|陆续|已经?|均|都|全部|悉数|[于在]?(?:今年|去年)?\d{0,2}[月日]?)*(?:被|从|由|经|通过|已被|全部|悉数|陆续|先后)/u,
);

function isRelative({ unit }: Figure): boolean {
  return unit === "percent" || unit === "pp" || unit === "times";
}

/** 有94个城市汽车保有量超过百万辆: what the places are counted by; must not match 11个市发案共计超过. */
const ofPlaces = new Pattern(
  /[\d一两二三四五六七八九十百]个?(?:城市|省份|省区市|省|地级市|市|县区|县|区|乡镇|街道|村|社区)(?:[^，,。；;\d共计累总合]{0,12})(?:超过|突破|超|逾|不足|低于|不到)$/u,
);

const harmed = /^(?:死亡|受伤|轻伤|重伤|遇难|失踪|失联)/u;

/** A level with all that was said before its change: 发案同比下降20%，降至3120起. */
function asChanged(level: Draft, { measure, subject, breakdown, area, period, periodBy, changes }: Draft): Draft {
  const all = [...changes, ...level.changes];
  return { ...level, measure, subject, breakdown, area, period, periodBy, changes: all };
}

const abroadNamed = new Pattern(/境外|国外|海外|国家|回国/u);

const perHead = new Pattern(/(?:人|户|件|案|笔|单|起)均[^，,。\d]{0,6}$/u);

/** 立案案件中，食品安全类21.3万件；计量类1.6万件: the head of the list says what its items count. */
function ofCases(
  { reading, sentence }: View,
  hits: readonly Hit[],
  figure: Figure,
  left: readonly Hit[],
): Meaning | null {
  const { text, lexicon } = reading;
  const { unit, unitText } = figure;
  if (unitText !== "件" && unit !== "case") return null;
  const head = casesHead.exec(text.slice(sentence.start, figure.prefixStart));
  if (head === null || left.some(({ use }) => use.verbs.length > 0)) return null;
  const end = sentence.start + head[0].length;
  const words = between(hits, { start: sentence.start, end });
  return meaningOf(lexicon, text, { left: words, right: [], carried: [], carriedNouns: [], at: end }, unit, unitText);
}

// Matches `立案案件中，`, `审结的刑事案件里，`; must not match `案件，`.
const casesHead = /^[\p{Script=Han}]{2,14}案件?(?:当中|之?中|里)[，,]/u;

/** What its place makes of a meaning: who is 押回 from abroad was handed over, 逮捕 in Taiwan is no formal arrest. */
function asPlaced(view: View, run: Run, figure: Figure, meaning: Meaning | null, clauseStart: number): Meaning | null {
  const { reading, sentence } = view;
  const { text, lexicon, ownArea, abroad } = reading;
  const as = (from: Meaning | null, id: string): Meaning | null => {
    const index = lexicon.indicators.findIndex((one) => one.id === id);
    const indicator = lexicon.indicators[index];
    return indicator === undefined ? from : { ...(from ?? unsaid(index, indicator)), index, indicator };
  };
  const intended = intendedAt(view, figure, clauseStart);
  if (intended !== null) return as(meaning, intended.id);
  if (meaning === null) return null;
  const { indicator, verb, noun } = meaning;
  // 人均被骗4.1万元: no total.
  if (perHead.in(text, clauseStart, figure.prefixStart)) return null;
  // 图书馆举办讲座120场, 接警出动3200起: other matters have lectures and calls of their own.
  if (reading.dominant !== lexicon.own.id) {
    const word = noun?.word ?? verb?.word ?? "";
    const isCommon = indicator.common?.some((opening) => word.startsWith(opening)) === true;
    if (isCommon && (reading.dominant === null || noun === null)) return null;
  }
  if (isOfOthers(view, run, figure, meaning, clauseStart)) return null;
  const { elsewhere } = indicator;
  if (elsewhere?.areas.some((area) => isWithin(ownArea.code, area.code)) === true) return as(meaning, elsewhere.means);
  const isAbroad =
    abroadNamed.in(text, sentence.start, figure.end + 12) ||
    within(abroad, { start: sentence.start, end: figure.end + 12 }).length > 0;
  if (verb === null) return meaning;
  // 移交公安机关可疑人员254名: handed over at home.
  if (verb.word === "移交" && indicator.abroad === "always" && atHome.test(text.slice(verb.end, verb.end + 6)))
    return null;
  const other = lexicon.indicators.find(
    (one) =>
      one !== indicator &&
      one.unit === indicator.unit &&
      (one.abroad === "always") !== (indicator.abroad === "always") &&
      verbsOf(one).has(verb.word),
  );
  if (other === undefined || (other.abroad === "always") !== isAbroad) return meaning;
  return as(meaning, other.id);
}

// Matches `公安机关` of 移交公安机关, `给辖区派出所`; must not match `中方`, `我公安机关`.
const atHome = /^(?:给|至|到|辖区|当地|有关|属地)*(?:公安|警方|检察|司法|纪[检委]|侦查|派出所|税务|法院|部门)/u;

const intending = new Pattern(/(?:^|[^需主])(?:要|准备|打算|正欲|欲)(?<how>[^，,。\d]{0,12})$/u);

/** 正要把26万元汇给: the indicator of what was about to be done, where the pack has one. */
function intendedAt({ reading }: View, figure: Figure, clauseStart: number): Indicator | null {
  const { text, lexicon } = reading;
  const about = intending.matchIn(text, Math.max(clauseStart, figure.prefixStart - 18), figure.prefixStart)?.groups?.[
    "how"
  ];
  if (about === undefined) return null;
  const around = text.slice(figure.prefixStart - 4, figure.end + 10);
  const how = about.replace(/(?:手[里头上]的?|卡[里上]的?)$/u, "");
  return (
    lexicon.indicators.find(({ unit, intended = [] }) => {
      if (unit !== figure.unit || !intended.some((verb) => around.includes(verb))) return false;
      const bare = how.replace(/(?:走|出|账|款)$/u, "");
      return (
        /[把将]$/u.test(how) ||
        intended.some((verb) => bare === verb || (/^[给向往]/u.test(bare) && bare.endsWith(verb)))
      );
    }) ?? null
  );
}

/** 抓了多少人？428名: a figure that answers the question before it counts what that asks for. */
function askedFor(
  { reading, paragraph, sentence }: View,
  figure: Figure,
  { left, right }: { left: readonly Hit[]; right: readonly Hit[] },
  unit: Figure["unit"],
): Meaning | null {
  const { text, lexicon } = reading;
  const asked = paragraph.sentences[paragraph.sentences.findIndex(({ start }) => start === sentence.start) - 1];
  if (asked === undefined || left.some(({ use }) => use.verbs.length > 0)) return null;
  if (!/(?:多少|几[人个起名张台部]|哪些)[^，,。]{0,8}[？?]\s*$/u.test(text.slice(asked.start, asked.end))) return null;
  const said = within(reading.hits, asked);
  const nouns = left.length > 0 ? [] : said.filter(({ use }) => use.nouns.length > 0);
  const words = { left: [...nouns, ...left], right, carried: said, carriedNouns: [], at: figure.prefixStart };
  return meaningOf(lexicon, text, words, unit, figure.unitText);
}

/** Verbs that only tell how far a deed reached. */
const reaching: ReadonlySet<string> = new Set("覆盖 涵盖 涉及 涉 包括".split(" "));

// Matches `，覆盖电信企业`; must not match `，宣传覆盖企业`.
const reachOf = /^[，,]?(?:共|共计|累计|总计|已)?(?:覆盖|涵盖|涉及|涉|包括)(?!面|率)/u;

/** 3月，日均发案由1月的19.3起降至12.1起: the old level's time is none of the new one's. */
function withoutOldTime(view: View, moved: Figure): View {
  const { reading, sentence, times } = view;
  const before = reading.text.slice(sentence.start, moved.start);
  const at = Math.max(before.lastIndexOf("由"), before.lastIndexOf("从"));
  if (at < 0) return view;
  const from = sentence.start + at;
  return { ...view, times: times.filter(({ start, end }) => start < from || end > moved.start) };
}

/** 银行卡4600张、U盾96个: a noun that the pack does not know is none of the nouns before it. */
function namesOther(text: string, { start }: Span, left: readonly Hit[], figure: Figure): boolean {
  // 枪支4支: a word that only names a subject is no noun of the pack.
  if (left.some(({ use }) => use.verbs.length + use.nouns.length + use.phrases.length > 0)) return false;
  const words = text
    .slice(start, figure.prefixStart)
    .replace(/其中|共计?|累计|分别|达到?|[为有计约近超逾另还又同时已各的,，、和及]/gu, "");
  // 虚假购物类433起: a kind of what was counted before.
  if (words.endsWith("类") || words.endsWith("型")) return false;
  return /^(?:[\p{Script=Han}A-Za-z]{2,6})$/u.test(words) && findAreas(words).length === 0;
}

/** Verbs of other deeds: a clause that opens with one carries none from before. */
const otherDeed = new Pattern(
  /^(?:从[\p{Script=Han}]{2,6}?(?=营救|疏散|转移|解救|搜救)|其中(?=新?发现))?(?:共|累计|先后|并|还|同时|已|成功|临时|当场|责令|及时|依法|新|为|对|向|将|会同|联合)*(?:撤案|撤销|查封|扣留|没收|取缔|吊销|暂扣|拆除|关闭|停业|下架|召回|帮助(?!信息网络)|安置|解决|开展|组织|建立|新建|举办|培训|制定|出台|印发|发布|派出|投入|走访|排查|化解|调解|救助|发现|新增|完成|实施|推动|整改|受理|召开|签订|查验|检测|抽检|接待|拨打|提供|联系|涉及|包括|参与|奖励|表彰|配备|安装|组成|成立|设立|辗转|行程|历时|建成|安排|招募|吸纳|征集|播放|制作|推出|约谈|收到|下发|撰写|梳理|核查|监测|销毁|营救|抢救|救出|疏散|转移|搜救|解救|罚款|教育|服务|惠及|检查|处罚|整治|注销|造成|标记|识别|研判|提示|曝光|举报|投诉|登记|建档|核实|筛查|评估|更新|升级|改造|复通|恢复|解封|解冻|拒绝|开通|新开|接受|征求|收集|拍摄|创作|开发|部署|铺设|接入|采纳|制发|慰问|资助|减免|退税)/u,
);

const deedOfAnother = new Pattern(/\p{Script=Han}{3,}(?:新增|达成|实现|完成|参加|受益|提供)$/u);

/** The verb that a figure without one takes: of the figure before it, or of the clause before it that has no figure. */
function carriedVerbs(
  view: View,
  hits: readonly Hit[],
  run: Run,
  figure: Figure,
  left: Span,
  clauseStart: number,
  hasNoun: boolean,
): readonly Hit[] {
  const { text } = view.reading;
  const said = text.slice(left.start, figure.prefixStart);
  if (otherDeed.test(said) || deedOfAnother.test(said)) return [];
  if (run.verbs.length > 0) {
    const { last } = run;
    // 起诉80人；监督立案189件237人: those of a pair are of the deed of its cases.
    const isPair = last !== null && last.meaning === null && last.span.end === figure.start;
    if (isPair && run.verbs.every(({ end }) => end <= clauseStart)) return [];
    const isForeign = last !== null && last.meaning === null && last.figure?.unit === figure.unit;
    // 查处酒驾1.2万起、醉驾860起: the next offence under one deed.
    const isOffence =
      last !== null &&
      last.figure?.unit === figure.unit &&
      /^[、和及]/u.test(text.slice(last.span.end, figure.prefixStart)) &&
      between(hits, { start: last.span.end, end: figure.prefixStart }).some(
        ({ use, end }) => use.subject !== null && end === figure.prefixStart,
      );
    // 起诉诈骗罪3200人，同比上升12%，帮信罪5100人: and so it is past a change.
    const isNext =
      last !== null &&
      last.figure?.unit === figure.unit &&
      offenceStart(text, last.span.end, figure.prefixStart) !== null;
    if (isOffence || isNext) return run.verbs;
    // 已经退到413名受害人手中的有1280万元: one clause, one deed.
    const isOneClause = last !== null && !/[，,、；;]/u.test(text.slice(last.span.end, figure.prefixStart));
    return !hasNoun && !isOneClause && (isForeign || !leavesOpen(view, figure)) ? [] : run.verbs;
  }
  const previous = previousClause(view, clauseStart);
  return previous === null ? [] : lastChain(text, between(hits, previous));
}

/** Opens a clause that points back at what was told: 这样的见面劝阻. */
const pointsBack = new Pattern(/^[“‘]?(?:像|诸如)?(?:这样|此类|这类|类似|如此)的?[\p{Script=Han}]{2,10}[，,]$/u);

/** Tells whether a figure counts things, even where no indicator fits. */
function standsForThings({ unit }: Figure): boolean {
  return unit !== null && unit !== "times";
}

/** 12个市级、96个县级反诈中心: the noun of the list stands after its last figure. */
function nextPart({ reading, figures }: View, figure: Figure, clauseEnd: number): Span | null {
  const next = figures.find((other) => other.start > figure.start && other.start < clauseEnd);
  // Its own noun is short and comes before the mark: 省级、; or the next one's place after it: 、宁波.
  const joint = next === undefined ? "" : reading.text.slice(figure.end, next.prefixStart);
  if (next === undefined || !/^(?:[\p{Script=Han}]{1,6}[、和及]|[、和及][\p{Script=Han}]{2,6})$/u.test(joint))
    return null;
  // 枪支4支、电脑43台: things of their own, not places.
  if (next.unitText !== figure.unitText) return null;
  return { start: next.unitStart, end: clauseEnd };
}

function previousClause({ sentence, figures }: View, clauseStart: number): Span | null {
  const at = sentence.clauses.indexOf(clauseStart);
  const start = at > 0 ? sentence.clauses[at - 1] : undefined;
  if (start === undefined) return null;
  const span = { start, end: clauseStart };
  // 对一起贩毒案提起公诉，被告人9人: 一起 is an article.
  const told = figures.filter(({ numeral, value }) => !(numeral.chinese && value === 1));
  return hasFigure(told, span) ? null : span;
}

/** 由去年的48%下降至33%: the old level of the figure after it, as a change. */
export function movedTo(text: string, figure: Figure, after: Figure, from: number): Change | null {
  const left = text.slice(Math.max(from, figure.prefixStart - 24), figure.prefixStart);
  if (!/(?:由|从)[^，,；;。]*$/u.test(left) || after.start - figure.end > 24) return null;
  const joint = text.slice(figure.end, after.prefixStart);
  const up = /(?:上升|升|提高|增加|增长|增|扩大|上涨|涨|延长)(?:至|到|为)/u.test(joint);
  const down = /(?:下降|降低|降|减少|减|回落|缩短|压降|缩小|压缩|缩减)(?:至|到|为)/u.test(joint);
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

function movedAt(text: string, clauseStart: number, stop: number): number {
  const at = clauseStart + lastIndexOfAny(text.slice(clauseStart, stop), "由从");
  return at > clauseStart ? at : stop;
}

/** 去年的48% is moved to this year's level, where no other time is named. */
function fixMoved(reading: Reading, draft: Draft, before: string): void {
  if (draft.period !== null || !/去年|上年/u.test(before)) return;
  const year = reading.time.published?.year;
  if (year === undefined) return;
  draft.period = { start: `${year}-01-01`, end: reading.time.today, text: null };
  draft.periodBy = "default";
}
