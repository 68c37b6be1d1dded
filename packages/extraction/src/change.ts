import { type Bound, type Change, type ChangeBasis, type Unit } from "@jianbao/model";
import type { Figure } from "./figure.ts";
import { Pattern } from "./pattern.ts";

/** A change as a clause states it, before it is given to a statement. */
export interface FoundChange {
  readonly start: number;
  readonly end: number;
  readonly change: Change;
  /** Written with 分别, or another one of such a list. */
  readonly distributed: boolean;
}

/** What went before in the same sentence, for 、240.99% after 同比分别上升153%. */
export interface ChangeList {
  readonly direction: Change["direction"];
  readonly basis: ChangeBasis;
  readonly distributed: boolean;
  readonly unit: Unit | null;
  readonly end: number;
}

// Matches the end of `同比上升近`, `降幅达`, `下降了`; must not match `下降至` or `增加投入`.
const directed =
  /(?:[急大微略飙激猛稍骤锐剧陡]|[大小]幅|明显|显著|轻微|进一步|持续|同步)?(?<up>上升|增长|增加|提高|上涨|攀升|增幅|升幅|涨幅|扩大|多|升高|(?<=[年期月周度])高(?=了)|增多|递增|增|升|涨|[↑▲⬆])?(?<down>下降|减少|降低|回落|下跌|压降|降幅|跌幅|减幅|下滑|收窄|缩短|缩小|收缩|少|缩减|锐减|骤降|降|减|跌|[↓▼⬇])?(?:幅度)?(?:了|达到|达|为|约|超过|超|逾|近|高达|均为|均|幅度|足足|整整|足有|(?:分别|依次)(?:为|达)?)*$/u;

// Matches the end of `高出全省平均水平`, `低于去年`; must not match `不低于`.
const apart = /(?<!不)(?:(?<up>高出|高于|领先|高过)|(?<down>低于|落后))[^，,；;。\d]{2,16}$/u;

// Matches the end of `比去年同期多破`, `多止付`, `净增`, `少了`; must not match `多措并举，破获`.
const differing =
  /(?<up>净增|多)?(?<down>净减|少)?(?:出|了|于|发|破|破获|抓|抓获|打掉|捣毁|止付|冻结|拦截|返还|追回|挽回|劝阻|立案|立|起诉|批捕|逮捕|刑拘)?(?:了|近|约|超|逾)*$/u;

// Matches `同比少损失`, `比去年同期多查扣`; must not match `同比下降，多部门破获`, `同比多数区县查扣`.
const differingDeed =
  /(?:同比|环比|同期|去年|上一?年|前年|上个?月|季度|\d月|相比)[，,]?(?:(?<up>多)|(?<down>少))(?![数年量部措次种个名处方项家样元])\p{Script=Han}{1,4}?(?:了|近|约|超|逾)*$/u;

const yearly = new Pattern(
  /同比|按年|(?:较|比|与|和|同|跟)(?:去年|上一?年|前年|前一年|20\d\d年(?![前第一二三四]))(?:同期|全年|同时期|同月)?|[较比与]同期|同期相比/u,
);
// Matches `环比`, `较一季度`, `比上月`, `较6月份`; must not match `较去年一季度`.
const monthly = new Pattern(
  /环比|按月|(?:较|(?<!同)比|与|和|跟)(?:(?:去年|上年|20\d\d年)(?:第?四季度|1[0-2]月|十[一二]?月)|上月|上个月|上一?个?季度|前一?个?季度|前一个?[月周]|前一[日天期]|前[月周日]|上一?周|上一?期|上一日|第?[一二三四]季度|(?:1[0-2]|[1-9])月|十?[一二三四五六七八九十]月)/u,
);

/** The level before a figure and what its sentence compared with last. */
export interface Told {
  readonly unit: Unit | null;
  readonly basis: ChangeBasis | null;
}

// Matches `减少`, `净增加了`; must not match `减少损失`.
const bareDirection = /^(?:又|再|则|均)?净?(?:(?<up>增加|增长|上升|多|增)|(?<down>减少|下降|降低|少|减))了?$/u;

// Matches `增`, `减少了`, right before a number; must not match `多起`.
const moreOrLess = /(?:^|[，,、；;：:\s])(?:急|微|净)?(?:(?<up>增加?|升|多)|(?<down>减少?|跌|少|降))了?$/u;

/** Opens what follows a number of a change: （+13.8%）. */
export const inPercent: RegExp = /^\s?[（(]\s?[+＋\-－−]?[\d.]+[%％]/u;

// Matches `比例达`, `占比约`; must not match `破案比例达`.
const bareShare = /^(?:所?占比例?|比例|比重)(?:高?达|为|是|约)*$/u;

const shareOf = new Pattern(/占(?:比|到|了)?[^，,；;。、]{0,24}$/u);

/** Reads the change that a figure states, given the text of its clause before it; null where it is a level. */
export function readChange(
  text: string,
  figure: Figure,
  from: number,
  clauseStart: number,
  sentenceStart: number,
  list: ChangeList | null,
  afterBase: ChangeBasis | null,
  told: Told | null,
): FoundChange | null {
  const left = text.slice(Math.max(from, figure.prefixStart - 40), figure.prefixStart);
  const isRelative = figure.unit === "percent" || figure.unit === "pp" || figure.unit === "times";
  // 分别下降6.3%和上升2.1%: the next of a list may have a direction of its own.
  const next =
    list === null ? null : /^(?:[、，,]|和|及|与|以及|或|即)*(?<own>上升|下降|增长|减少|增加|提高|降低)?$/u.exec(left);
  const own = next?.groups?.["own"];
  const both = bothBases(text, clauseStart, figure.prefixStart);
  // 比2023年与2020年同期分别增加31宗及140宗: the second is as much a change as the first.
  const isSecond = both !== null && figure.unit !== null && figure.unit === list?.unit;
  if (
    list !== null &&
    next !== null &&
    (isRelative || isSecond) &&
    (own === undefined ? figure.prefixStart - list.end <= 2 : list.distributed)
  ) {
    const direction = own === undefined ? list.direction : /[降减]/u.test(own) ? "down" : "up";
    const basis = both?.[1] ?? list.basis;
    return foundChange(figure.prefixStart, figure, basis, direction, list.distributed, text);
  }
  const given =
    both === null
      ? basisOf(text, clauseStart, figure.prefixStart, sentenceStart)
      : { basis: both[0], start: clauseStart };
  // 去年同期为4105起，少了845起: measured against the base before it.
  const basis = given.basis === "other" && afterBase !== null ? { basis: afterBase, start: -1 } : given;
  const share = shareOf.matchIn(text, Math.max(from, figure.prefixStart - 40), figure.prefixStart);
  if (share !== null && figure.unit === "percent") {
    const start = figure.prefixStart - (left.length - share.index);
    return foundChange(start, figure, "share", null, false, text);
  }
  // 占1722宗，比例达53.6%: the share of the level before it.
  if (figure.unit === "percent" && bareShare.test(text.slice(clauseStart, figure.prefixStart))) {
    return foundChange(clauseStart, figure, "share", null, false, text);
  }
  // 网上购物骗案，增1164宗（+13.8%）: by how much, and by how many percent.
  const item = isRelative || !inPercent.test(text.slice(figure.end, figure.end + 10)) ? null : moreOrLess.exec(left);
  if (item !== null && figure.unit !== null) {
    const direction = item.groups?.["up"] === undefined ? "down" : "up";
    return foundChange(figure.prefixStart - item[0].length, figure, basis.basis, direction, false, text);
  }
  // 发案1320起，比上年减少300起；损失8600万元，减少2100万元.
  const bare =
    isRelative || basis.basis !== "other" || told === null || told.unit !== figure.unit
      ? null
      : bareDirection.exec(text.slice(clauseStart, figure.prefixStart));
  if (bare !== null && figure.unit !== null) {
    const direction = bare.groups?.["up"] === undefined ? "down" : "up";
    return foundChange(clauseStart, figure, told?.basis ?? "other", direction, false, text);
  }
  // 每年以20%—30%的速度增长: the size of the change stands before its word.
  const paced = figure.unit === "percent" ? byPace.exec(left) : null;
  const pace = paced === null ? null : paceOf(text, figure.end);
  if (paced !== null && pace !== null)
    return foundChange(figure.prefixStart - paced[0].length, figure, basis.basis, pace, false, text);
  const differed =
    basis.basis === "other" || (isRelative && !/[多少]出了?[近约超逾]?$/u.test(left))
      ? null
      : (differingDeed.exec(left) ?? differing.exec(left));
  const isDifference = differed?.groups?.["up"] !== undefined || differed?.groups?.["down"] !== undefined;
  const match = isDifference
    ? differed
    : figure.unit === "pp"
      ? (apart.exec(left) ?? directed.exec(left))
      : directed.exec(left);
  const isUp = match?.groups?.["up"] !== undefined;
  const isDown = match?.groups?.["down"] !== undefined;
  if (match === null || (!isUp && !isDown)) {
    // 返还资金是去年同期的2.6倍: what it is of stands before the verb.
    const times = figure.unit === "times" ? /(?:是|为|达|相当于)[^，,；;。]{0,8}的?$/u.exec(left) : null;
    if (times !== null && /去年|上一?年|前年/u.test(times[0])) {
      const start = Math.max(clauseStart, figure.prefixStart - times[0].length);
      return foundChange(start, multiple(figure), "yoy", "up", false, text);
    }
    // 1164宗（+13.8%）: the sign says which way.
    const isChange = isRelative || (figure.unit !== null && figure.unit === list?.unit) || list?.unit === "percent";
    const sign = isChange ? /[（(]\s?(?<up>[+＋])?(?<down>[-－−])?$/u.exec(left) : null;
    if (sign?.groups?.["up"] === undefined && sign?.groups?.["down"] === undefined) return null;
    const way = sign.groups["up"] === undefined ? "down" : "up";
    return foundChange(figure.prefixStart - 1, figure, basis.basis, way, false, text);
  }
  // 增加300名 is a change only beside 同比 or 较; 减少损失 never gets here.
  if (!isRelative && (basis.basis === "other" || figure.unit === null)) return null;
  if (
    !isRelative &&
    !isDifference &&
    !/(?:上升|增长|增加|提高|延长|多|下降|减少|降低|缩短|少)(?:了|约|近|超)*$/u.test(left)
  )
    return null;
  const direction = isDown ? "down" : "up";
  // 与去年同期相比，发案下降20%: the basis stands before the clause, the change starts with its own word.
  const word = figure.prefixStart - match[0].length;
  const start = basis.start < 0 ? word : Math.max(basis.start, from, figure.prefixStart - 40);
  const distributed = /分别|依次|各(?=[升降增减上下])/u.test(text.slice(start, figure.prefixStart));
  return foundChange(basis.basis === "other" ? word : start, figure, basis.basis, direction, distributed, text);
}

// Matches the end of `每年以`, `以年均`; must not match `可以`.
const byPace = /(?:每[年月]|[年月]均|逐年)?(?<!可|予|加|足|得|难|所)以(?:[年月]均|平均每[年月]|每[年月]|平均)?$/u;

/** Which way things go at a pace: 的速度递增; null where none is told. */
function paceOf(text: string, at: number): Change["direction"] {
  const groups = pacing.exec(text.slice(at, at + 16))?.groups;
  return groups === undefined ? null : groups["up"] === undefined ? "down" : "up";
}

// Matches `的速度快速增长`, `以上的增速攀升`, `左右的幅度递减`; must not match `的速度行驶`.
const pacing =
  /^(?:以上|左右|上下)?的?(?:速度|增速|增幅|降幅|幅度|比例|速率)[\p{Script=Han}]{0,4}?(?:(?<up>增长|上升|递增|攀升|增加|上涨|激增|蔓延)|下降|递减|减少|回落|下滑)/u;

const bothRates = new Pattern(/(?<first>同比|环比)[、和及与](?:同比|环比)(?:均|都)?(?:分别|各)/u);

// Matches `比2023年与2019年同期分别`, `较去年和2019年均有所上升，分别`; must not match `比2023年与上月分别`.
const bothYears = new Pattern(
  /[较比与和同](?<first>20\d\d年|去年|上一?年|前年)(?:同期|全年)?[、与和及](?:疫情前的?)?(?<second>20\d\d年|去年|上一?年|前年)(?:同期|全年)?(?:相比)?[^，,；;。\d]{0,8}[，,]?(?:均|都)?(?:分别|各)?(?=[^，,；;。\d]{0,8}(?:\d|$))/u,
);

/** 同比、环比分别下降19.8%和6.3%, 比2023年与2020年同期分别增加31宗及140宗: the basis of the first and of the second. */
export function bothBases(text: string, start: number, end: number): readonly [ChangeBasis, ChangeBasis] | null {
  const rate = bothRates.matchIn(text, start, end)?.groups?.["first"];
  if (rate !== undefined) return rate === "同比" ? ["yoy", "mom"] : ["mom", "yoy"];
  const years = bothYears.matchIn(text, start, end)?.groups;
  if (years === undefined) return null;
  // Of two years the later is the one before; what is compared with the other is no 同比.
  return recency(years["first"]) >= recency(years["second"]) ? ["yoy", "other"] : ["other", "yoy"];
}

/** Orders years that figures are compared with: the later, the more. */
function recency(year = ""): number {
  return /^\d/u.test(year) ? Number(year.slice(0, 4)) : year === "前年" ? 9998 : 9999;
}

/** 是去年的2.3倍 is 1.3 times more. */
function multiple(figure: Figure): Figure {
  return figure.value === null ? figure : { ...figure, value: Math.round((figure.value - 1) * 1e6) / 1e6 };
}

/**
 * Opens a sentence that tells changes of what the one before counted: 与去年同期比，, 同比看，, 同比去年火灾起数, 比上年增加;
 * must not match 比较突出的是，, 与去年相同的是.
 */
export const comparing: Pattern = new Pattern(
  /^(?:(?:[与和同较比]|相比|同比|环比|对比)(?:去年|上一?年|20\d\d年|上个?月|上季度|上周|前一?[周月年季]|(?:1[0-2]|[1-9])月份?(?=相?比|相较))(?:同期|同月|(?:1[0-2]|[1-9])(?:[-—至](?:1[0-2]|[1-9]))?月)?(?:(?:相?比|相较|相比较)?(?:来?看)?[，,]|(?=[^，,。；;]{0,10}(?:上升|增长|增加|提高|上涨|下降|减少|降低|回落|[多少增减升降][\d近超约了]|持平)))|(?:同比|环比)(?:来?看)?[，,])/u,
);

const against = new Pattern(/相比[，,]$/u);

/** 同比 or 环比 in the clause before a place, or 与去年同期相比 in the clause before that. */
export function basisOf(
  text: string,
  clauseStart: number,
  at: number,
  sentenceStart: number,
): { basis: ChangeBasis; start: number } {
  const year = yearly.lastIn(text, clauseStart, at);
  const month = monthly.lastIn(text, clauseStart, at);
  if (month >= 0 && month >= year) return { basis: "mom", start: clauseStart + month };
  if (year >= 0) return { basis: "yoy", start: clauseStart + year };
  // 发案数、损失数同比双双下降，降幅分别为: the clause before it compares.
  if (continues.in(text, clauseStart, at)) {
    const head = text.slice(Math.max(sentenceStart, clauseStart - 60), clauseStart);
    const at = Math.max(...["，", ",", "；"].map((mark) => head.lastIndexOf(mark, head.length - 2))) + 1;
    const said = head.slice(at);
    if (!/\d/u.test(said)) {
      if (yearly.test(said)) return { basis: "yoy", start: -1 };
      if (monthly.test(said)) return { basis: "mom", start: -1 };
    }
  }
  const from = Math.max(sentenceStart, clauseStart - 16);
  if (against.in(text, from, clauseStart))
    return { basis: monthly.in(text, from, clauseStart) ? "mom" : "yoy", start: -1 };
  // 与去年同期比，起数下降11.5%，亡人少3人.
  const opened = clauseStart > sentenceStart ? comparing.matchIn(text, sentenceStart, sentenceStart + 24) : null;
  if (opened !== null) return { basis: monthly.test(opened[0]) ? "mom" : "yoy", start: -1 };
  return { basis: "other", start: clauseStart };
}

/** Opens a clause that gives the size of a change that the clause before it told. */
export const continues: Pattern = new Pattern(/^(?:分别|依次|各|降幅|增幅|升幅|涨幅|跌幅|减幅)/u);

/** 减少38%至615宗, 增加93宗至3561宗, 上升2.5倍至约5亿元: the level that a change right before it comes to. */
export function reachedBy(text: string, figure: Figure, after: Figure): Figure | null {
  const isOfAll =
    figure.unit === "percent" ? after.unit !== "percent" : figure.unit === "times" || figure.unit === "pp";
  const isLike = figure.unit === "pp" ? after.unit === "percent" : after.unit !== "times" && after.unit !== "pp";
  const fits = isLike && (isOfAll || figure.unit === after.unit);
  return fits && /^[升降增减]?[至到达]$/u.test(text.slice(figure.end, after.prefixStart)) ? after : null;
}

export function foundChange(
  start: number,
  figure: Figure,
  basis: ChangeBasis,
  direction: Change["direction"],
  distributed: boolean,
  text: string,
): FoundChange {
  const change: Change = {
    basis,
    direction,
    value: figure.value,
    unit: figure.unit,
    bound: figure.bound,
    low: figure.low,
    high: figure.high,
    text: text.slice(start, figure.end),
  };
  return { start, end: figure.end, change, distributed };
}

/** Finds 翻一番, 翻番, 持平 and 减半: changes without a figure. */
export function wordedChanges(text: string, start: number, end: number): FoundChange[] {
  const sentence = text.slice(start, end);
  if (!/[番平]|减半/u.test(sentence)) return [];
  const changes: FoundChange[] = [];
  for (const match of sentence.matchAll(/翻了?(?<count>[一两二三1-3])?番|(?:基本)?持平(?!稳)|减半/gu)) {
    const at = start + match.index;
    const stop = Math.max(sentence.lastIndexOf("，", match.index), sentence.lastIndexOf(",", match.index)) + 1 + start;
    const { basis, start: from } = basisOf(text, stop, at, start);
    const count = "两二2".includes(match.groups?.["count"] ?? "一")
      ? 2
      : "三3".includes(match.groups?.["count"] ?? "一")
        ? 3
        : 1;
    const flat = match[0].endsWith("持平");
    const value = flat ? 0 : match[0] === "减半" ? 50 : 100 * (2 ** count - 1);
    const exact: Bound = match[0].startsWith("基本") ? "approx" : "exact";
    const unit: Unit = "percent";
    changes.push({
      start: at,
      end: at + match[0].length,
      distributed: false,
      change: {
        basis,
        direction: flat ? "flat" : match[0] === "减半" ? "down" : "up",
        value,
        unit,
        bound: exact,
        low: exact === "exact" ? value : null,
        high: exact === "exact" ? value : null,
        text: text.slice(basis === "other" || from < 0 ? at : from, at + match[0].length),
      },
    });
  }
  return changes;
}
