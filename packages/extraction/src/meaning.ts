import { isCurrency, type Indicator, type Unit } from "@jianbao/model";
import type { Hit, Lexicon } from "./lexicon.ts";
import { Pattern } from "./pattern.ts";

/** The words around a figure, by where they stand. */
export interface Surroundings {
  /** Before the figure, back to the figure or clause before it. */
  readonly left: readonly Hit[];
  /** From its unit on, up to the next figure or the end of the clause. */
  readonly right: readonly Hit[];
  /** The verb that the figure before had, for lists under one verb. */
  readonly carried: readonly Hit[];
  /** Where the figure starts with its hedge: 涉案 must stand right before it. */
  readonly at: number;
  /** Nouns that the figure before had, for figures without any. */
  readonly carriedNouns: readonly Hit[];
  /** The figure before counts the same things by the same word: 排查隐患5120处，已整治4890处. */
  readonly sameThings?: boolean;
}

/** What a figure counts. */
export interface Meaning {
  /** Its place in the pack. */
  readonly index: number;
  readonly indicator: Indicator;
  readonly score: number;
  /** By how much it is better than the next. */
  readonly margin: number;
  /** Its verbs: the first of 追回、冻结 … */
  readonly verb: Hit | null;
  readonly noun: Hit | null;
  /** Rests on words of its own clause, not on carried ones. */
  readonly own: boolean;
  /** Rests on a verb or phrase, not on a noun alone. */
  readonly strong: boolean;
}

interface Tally {
  verb: number;
  noun: number;
  phrase: number;
  verbHit: Hit | null;
  nounHit: Hit | null;
  own: boolean;
}

/** Chooses what a figure counts: null where no indicator of the pack fits. */
export function meaningOf(
  lexicon: Lexicon,
  text: string,
  around: Surroundings,
  unit: Unit | null,
  unitText: string,
): Meaning | null {
  const { at: figureStart } = around;
  const left = around.left.filter((hit) => !isUndone(text, hit));
  const right = around.right.filter((hit) => !isUndone(text, hit));
  const isOther = left.length + right.length < around.left.length + around.right.length;
  const tallies = new Map<number, Tally>();
  const tally = (index: number): Tally => {
    let found = tallies.get(index);
    if (found === undefined) {
      found = { verb: 0, noun: 0, phrase: 0, verbHit: null, nounHit: null, own: false };
      tallies.set(index, found);
    }
    return found;
  };
  const addVerb = (hit: Hit, weight: number, own: boolean): void => {
    for (const index of hit.use.verbs) {
      const found = tally(index);
      if (weight > found.verb) {
        found.verb = weight;
        found.verbHit = hit;
      }
      found.own ||= own;
    }
  };
  const addNoun = (hit: Hit, weight: number, own: boolean): void => {
    for (const index of hit.use.nouns) {
      const found = tally(index);
      const score = weight + hit.word.length * 0.15;
      if (score > found.noun) {
        found.noun = score;
        found.nounHit = hit;
      }
      found.own ||= own;
    }
  };
  const addPhrase = (hit: Hit, weight: number): void => {
    for (const index of rulingOf(lexicon, text, left, hit)) {
      const found = tally(index);
      const score = weight + hit.word.length * 0.3;
      if (score > found.phrase) {
        found.phrase = score;
        found.nounHit ??= hit;
      }
      found.own = true;
    }
  };

  const chain = lastChain(text, left);
  const rightVerbs = right.filter(({ use }) => use.verbs.length > 0);
  const given = rightVerbs.length > 0 && isGiven(text, figureStart);
  const leftNouns = left.filter(({ use }) => use.nouns.length > 0);
  let isSaid = false;
  left.forEach((hit, at) => {
    const closeness = at / Math.max(1, left.length);
    const place = chain.indexOf(hit);
    addVerb(hit, place < 0 || given ? 2 + closeness : place === 0 ? 5 : 4.2, true);
    if (!isAttribute(text, hit, left, figureStart)) addNoun(hit, hit === leftNouns.at(-1) ? 3 : 2, true);
    // 涉案骗款: the money that it is an attribute of belongs to it.
    const end = left.find((next) => next.start === hit.end && sharesUnit(lexicon, hit, next))?.end ?? hit.end;
    const isNear = hit.word.length > 2 || figureStart - end <= 2 || joining.test(text.slice(end, figureStart));
    if (isNear) addPhrase(hit, 4.5 + closeness * 0.5);
    isSaid ||=
      isNear && unit !== "item" && hit.use.phrases.some((index) => fits(lexicon.indicators[index], unit, unitText));
  });
  right.forEach((hit, at) => {
    addVerb(hit, given ? 7 : hit === rightVerbs[0] ? 3.6 : 2.5, true);
    addNoun(hit, 3 - at * 0.1, true);
    addPhrase(hit, 4.3 - at * 0.2);
  });
  const hasVerb = chain.length > 0 || rightVerbs.length > 0;
  const hasNoun = leftNouns.length > 0 || right.some(({ use }) => use.nouns.length > 0);
  const hasPhrase = [...left, ...right].some(({ use }) => use.phrases.length > 0);
  if (!hasVerb && !isSaid && !isOther) around.carried.forEach((hit, at) => addVerb(hit, 3 - at * 0.3, false));
  if (!hasNoun && !hasPhrase && (!hasVerb || around.sameThings === true))
    for (const hit of around.carriedNouns) addNoun(hit, 1.5, false);

  const seizes = left.some(({ use, word }) => use.verbs.length > 0 && /[获缴扣]$/u.test(word));
  const barred = new Set<number>();
  for (const { start, end, use } of [...left, ...right]) {
    if (!rulesOut(text, { end, use })) continue;
    // 挽回和避免损失: of two verbs on one figure the first one rules.
    const from =
      left.find((verb) => verb.use.verbs.length > 0 && verb.start <= start && verb.end >= end)?.start ?? start;
    const ruling = left.find(
      (verb) => verb.use.verbs.length > 0 && verb.end < from && /^[、和与及并]$/u.test(text.slice(verb.end, from)),
    );
    for (const index of use.nots) if (ruling?.use.verbs.includes(index) !== true) barred.add(index);
  }

  let best: [number, Tally, number] | null = null;
  let second = 0;
  for (const [index, found] of tallies) {
    const indicator = lexicon.indicators[index];
    if (indicator === undefined || barred.has(index) || !fitsUnit(indicator, unit, unitText)) continue;
    // 查获假烟21.6万件: what is seized by the piece is no case unless one is named.
    const isSeized = unitText === "件" && seizes;
    // 追回210来万: a verb that is of money alone tells the unit that is not said.
    const tellsUnit =
      unit === null &&
      found.verbHit !== null &&
      found.verbHit.use.verbs.every((other) => lexicon.indicators[other]?.unit === indicator.unit);
    // 裁罚金融业72件: matters of a deed that is counted by them.
    const isMatter = unitText === "件" && indicator.units?.includes("case") === true;
    const isTold =
      tellsUnit ||
      isMatter ||
      tells(indicator.unit, unit, unitText) ||
      (unit !== null && indicator.units?.includes(unit) === true && found.verbHit?.use.verbs.length === 1);
    const decisive =
      isDecisive(indicator.unit) &&
      isTold &&
      !isSeized &&
      (isMatter || !hasStrangeObject(text, around, found.verbHit, unitText));
    if (found.phrase === 0 && !(found.verb > 0 && (found.noun > 0 || decisive))) {
      continue;
    }
    const score = found.verb + found.noun + found.phrase;
    if (best === null || score > best[2] || (score === best[2] && index < best[0])) {
      second = best?.[2] ?? 0;
      best = [index, found, score];
    } else second = Math.max(second, score);
  }
  if (best === null) return null;
  const [index, found, score] = best;
  const indicator = lexicon.indicators[index];
  if (indicator === undefined) return null;
  return {
    index,
    indicator,
    score,
    margin: score - second,
    verb: found.verbHit,
    noun: found.nounHit,
    own: found.own,
    strong: found.verb > 0 || found.phrase > 0,
  };
}

/** 追缴退赔金额: of deeds that share a measure the first one rules. */
function rulingOf(
  { indicators }: Lexicon,
  text: string,
  hits: readonly Hit[],
  { start, word, use: { phrases } }: Hit,
): readonly number[] {
  const isMeasure = phrases.some((index) => indicators[index]?.verbs.some((verb) => word.startsWith(verb)));
  if (!isMeasure) return phrases;
  let at = start;
  let ruling: Hit | undefined;
  for (const hit of hits.toReversed()) {
    if (hit.use.verbs.length === 0 || hit.end > at || !joint.test(text.slice(hit.end, at))) continue;
    ruling = hit;
    at = hit.start;
  }
  if (ruling === undefined) return phrases;
  const units = new Set(phrases.map((index) => indicators[index]?.unit));
  const ruled = ruling.use.verbs.filter((index) => units.has(indicators[index]?.unit));
  return ruled.length > 0 ? ruled : phrases;
}

/** 办理退货2.1万件, 组织毛发检测2.3万人次: a thing that the pack does not know, in a unit that counts more than one. */
function hasStrangeObject(text: string, { left, at }: Surroundings, verb: Hit | null, unitText: string): boolean {
  // 劝阻可疑办卡1.3万人次: a verb of one meaning tells who is counted.
  const isOpen = unitText === "件" || (unitText === "人次" && (verb?.use.verbs.length ?? 0) > 1);
  if (!isOpen || verb === null || verb.end > at || !left.includes(verb)) return false;
  if (left.some(({ start, use }) => start >= verb.end && (use.nouns.length > 0 || use.subject !== null))) return false;
  const object = text.slice(verb.end, at).replace(adverbs, "");
  return (
    /^[\p{Script=Han}]{2,12}$/u.test(object) &&
    !/[案罪]|纠纷|诉讼|复议|执行|侵权|[人者众员生民友户师客工校村家]$/u.test(object)
  );
}

const adverbs = /^[了过]|(?:总计|合计|共计|累计|分别|依次|各类|同比|平均|[日月年]均|[共计达约近超逾为有各已])+$/gu;

/** 解除误管控, 未能追回: what is taken back, or was not done. */
export function isUndone(text: string, { start, use }: Hit): boolean {
  return use.verbs.length > 0 && undone.test(text.slice(Math.max(0, start - 5), start));
}

// Matches `解除` of 解除管控, `未能`, `不予`; must not match `不断`.
const undone =
  /(?:正要|正欲|即将|企图|解除|取消|撤销|恢复|误|免于|免予|不予|不|未|未能|未予|没有|没能|尚未|拒绝)(?:被|误|批准|提起|依法)?$/u;

function fits(indicator: Indicator | undefined, unit: Unit | null, unitText: string): boolean {
  return indicator !== undefined && fitsUnit(indicator, unit, unitText);
}

/** Tells whether a word that rules indicators out does so here: 投诉, but not 投诉 of 投诉专线. */
export function rulesOut(text: string, { end, use }: Pick<Hit, "end" | "use">): boolean {
  return use.nots.length > 0 && !hotline.test(text.slice(end, end + 4));
}

/** 将前期抓获的210名嫌疑人全部移交我方: what is given has its deed after it. */
export function isGiven(text: string, at: number): boolean {
  return giving.in(text, Math.max(0, at - 24), at);
}

// Matches `将追回的`, `把此前在境外抓获的`; must not match `将要抓获的`, `破获的`.
const giving = new Pattern(
  /(?:^|[^即])[将把](?![要会])[^，,。；;\d将把]{0,14}[\p{Script=Han}]的[\p{Script=Han}]{0,10}$/u,
);

/** 网络黑号1000万个, 手机黑卡300张: a noun of what things are done by, right before one that the pack does not know. */
function isAttribute(text: string, { end, word }: Hit, hits: readonly Hit[], at: number): boolean {
  if (!media.has(word) || end >= at || hits.some(({ start, end: to }) => to > end && start < at)) return false;
  return /^(?![案警次数量总起件共等的成][^卡])\p{Script=Han}{2,4}(?:[、和及与][\p{Script=Han}、]{2,16})?$/u.test(
    text.slice(end, at).replace(adverbs, ""),
  );
}

const media: ReadonlySet<string> = new Set(["网络", "手机", "电脑", "电话", "银行"]);

/** Tells whether a noun is of what a phrase counts, as 骗款 after 涉案 is, and 手机号码 is not. */
function sharesUnit({ indicators }: Lexicon, phrase: Hit, noun: Hit): boolean {
  const units = phrase.use.phrases.map((index) => indicators[index]?.unit);
  return noun.use.nouns.some((index) => units.includes(indicators[index]?.unit));
}

/** What joins the verbs of a chain. */
const joint = /^(?:[、和及与并]|以及|并且)?(?:责令|督促|敦促)?$/u;

// Matches `专线` of 165反诈骗咨询专线: what an office is called says nothing of what it received, nor 求职 of 求职骗案; must not match `案件`.
const hotline = /^骗[案局术]|^(?:服务|举报|投诉|受理)?(?:专线|热线|电话|平台|窗口|中心|台)/u;

// Matches what joins a phrase to its figure: 警情依次为, 发案总量降至.
const joining =
  /^(?:数量|总量|总数|起数|[数量])?(?:分别|依次|合计|共计?|累计|仅|只|也|均|已|下降|回落|上升|减少|增加|[升降增减])*[为是有达至到]*$/u;

/** The last verbs before a figure that are joined by 、 or 和: 止付、挽损 is one chain, its first verb rules. */
export function lastChain(text: string, hits: readonly Hit[]): Hit[] {
  // 办结率98%: the share of what was done is no deed.
  const all = hits.filter(({ use, end }) => use.verbs.length > 0 && text[end] !== "率");
  // 拦截境外诈骗来电: 诈骗 before a noun tells what kind of thing it is.
  const deeds = all.filter(
    ({ end, use }) => use.nouns.length === 0 || !/^[\p{Script=Han}]/u.test(text.slice(end, end + 1)),
  );
  const told = deeds.length > 0 ? deeds : all;
  const attribute = told.findIndex((verb, i) => i > 0 && opensAttribute(text, verb, hits));
  const verbs = attribute < 0 ? told : told.slice(0, attribute);
  const chain: Hit[] = [];
  for (let i = verbs.length - 1; i >= 0; i--) {
    const hit = verbs[i];
    const next = chain[0];
    if (hit === undefined) break;
    if (next !== undefined && !joint.test(text.slice(hit.end, next.start))) break;
    chain.unshift(hit);
  }
  return chain;
}

/**
 * 打掉招募人员赴境外的团伙, 破获多省发生的诈骗案件: what stands before 的 and the noun tells what kind it is, and is no deed of
 * the sentence.
 */
function opensAttribute(text: string, verb: Hit, hits: readonly Hit[]): boolean {
  const noun = hits.findLast(({ use }) => use.nouns.length > 0);
  if (noun === undefined || noun.start <= verb.end) return false;
  return /^(?:[\p{Script=Han}“”]{2,12}的[\p{Script=Han}]{0,4}|的[\p{Script=Han}“”]{0,10})$/u.test(
    text.slice(verb.end, noun.start),
  );
}

/** Units that say by themselves what is counted, so that a verb is enough: 打处2165人. */
function isDecisive(unit: Unit): boolean {
  return unit === "case" || unit === "person" || unit === "person-time" || unit === "CNY" || unit === "institution";
}

/** 起 tells of cases, 人次 of persons as 人 does, 件 of cases beside a verb of cases. */
function tells(wanted: Unit, unit: Unit | null, unitText: string): boolean {
  if (wanted === unit || (isPersons(wanted) && isPersons(unit))) return true;
  if (wanted === "CNY" && unit !== null && isCurrency(unit)) return true;
  return wanted === "case" && unitText === "件";
}

function isPersons(unit: Unit | null): boolean {
  return unit === "person" || unit === "person-time";
}

const kin: Readonly<Partial<Record<Unit, readonly Unit[]>>> = {
  case: ["case"],
  person: ["person", "person-time", "household"],
  "person-time": ["person-time", "person", "time"],
  item: ["item", "household", "kind", "time"],
  time: ["time", "event"],
  event: ["event", "time"],
  institution: ["institution", "item", "household"],
  area: ["area", "item"],
  kind: ["kind", "item"],
  country: ["country"],
  percent: ["percent"],
};

/** Vehicles and sets that are counted as often as they pass: 检查车辆1.2万辆次. */
const passes = /^(?:辆次|台次)$/u;

/** Tells whether a figure of a unit can be a value of an indicator; a bare number and 件 and 个 fit more than one. */
export function fitsUnit({ unit: wanted, units }: Indicator, unit: Unit | null, unitText: string): boolean {
  if (unit === null) return wanted !== "percent";
  if (units?.includes(unit) === true) return true;
  if ((kin[wanted] ?? [wanted]).includes(unit) || (wanted === "CNY" && isCurrency(unit))) return true;
  if (wanted === "item" && passes.test(unitText)) return true;
  if (unitText === "件" && (wanted === "case" || units?.includes("case") === true)) return true;
  return unitText === "个" && wanted === "institution";
}
