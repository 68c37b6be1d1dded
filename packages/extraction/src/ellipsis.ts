import { type Indicator, type Unit, findAreas } from "@jianbao/model";
import type { Figure } from "./figure.ts";
import { type Hit, isCountedBy, type Lexicon } from "./lexicon.ts";
import { isUndone, type Meaning, meaningOf, rulesOut } from "./meaning.ts";
import type { Share } from "./list.ts";
import { between, type Run, type View } from "./reading.ts";
import { Pattern } from "./pattern.ts";

/** What stands before a figure since the figure before it: the words of its own clause and those of the clauses before. */
interface Item {
  readonly name: string;
  readonly opener: string;
}

/**
 * What a figure counts that does not say so: what the whole or the figure before it counts, where nothing but a time, a
 * place, a kind, a group of people or 这一数字 stands before it. Null where it may count something of its own.
 */
export function elliptic(
  view: View,
  run: Run,
  figure: Figure,
  left: readonly Hit[],
  share: Share | null,
): Meaning | null {
  const { unit } = figure;
  if (unit === null || unit === "percent") return null;
  if (left.some((hit) => isUndone(view.reading.text, hit))) return null;
  const item = share === null ? itemOf(view, figure) : shareOf(view, share);
  const told = wholeOf(view, run, figure);
  // 电诈发案下降18.3%，但送黄金类案件214起: a kind of what the change was told of.
  const whole =
    (told ?? null) === null && run.change?.indicator.unit === unit && kind.test(item.name) ? run.change : told;
  // 单案损失50万元以上的案件8起: of all that was told, those.
  if (unit === "case" && /(?:以上|以下|以内)的(?:大额|大要)?(?:案件|警情|案子|案)$/u.test(item.name))
    return whole ?? null;
  // 打着“口罩”旗号的就有9起: of all that was told, those; must not match 已破获的有9起.
  if (
    unit === "case" &&
    headless.test(view.reading.text.slice(Math.max(view.sentence.start, figure.prefixStart - 24), figure.prefixStart))
  ) {
    const { indicators } = view.reading.lexicon;
    const isDone = left.some(({ use }) => use.verbs.some((index) => indicators[index]?.unit === "case"));
    if (!isDone) return whole ?? null;
  }
  // 退 of 退休人员 is no deed.
  const verb = left.findLast(
    ({ use, word, end }) =>
      use.verbs.length > 0 &&
      use.subject === null &&
      word !== "在" &&
      !attribute.test(view.reading.text.slice(end, figure.prefixStart)) &&
      !(word.length === 1 && item.name.startsWith(word) && people.test(item.name)) &&
      !isWithinKind(view, item.name, word, use.verbs, figure, left),
  );
  if (verb !== undefined) {
    // 关停号码5.2万个，其中移动关停2.9万个: the same deed done to the same.
    const isSame = whole?.indicator.verbs.includes(verb.word) === true && !left.some(({ use }) => use.nouns.length > 0);
    return isSame && (share !== null || /^[了掉]?$/u.test(view.reading.text.slice(verb.end, figure.prefixStart)))
      ? (whole ?? null)
      : null;
  }
  // 甲区、乙区团伙分别为6个、4个: what the list is of is said.
  if (share !== null && (item.name === "" || !bareShare.test(commonOf(view, share)))) return null;
  const headed = whole === undefined || whole === null ? headOf(view, item, figure) : null;
  if (headed !== null) return headed;
  const { lexicon } = view.reading;
  // 这些案子里，刷单返利402起: a kind is told by what the pack counts it by.
  if (whole === undefined && isKind(lexicon, item.name)) return kindOf(lexicon, unit);
  // 罪案2.1万宗；诈骗案1.02万宗: of all that was told, the cases of the pack.
  if ((whole ?? null) === null && namesAll(lexicon, item.name)) return kindOf(lexicon, unit);
  // 移送公安机关案件5860件: words that rule it out.
  if (left.some((hit) => whole && rulesOut(view.reading.text, hit) && hit.use.nots.includes(whole.index))) return null;
  return whole && standsFor(view, item, figure, whole) ? whole : null;
}

/** 刷单返利15起；机票退改签3起: a deed that counts no cases within the name of a kind, in a list of kinds. */
function isWithinKind(
  view: View,
  name: string,
  word: string,
  verbs: readonly number[],
  figure: Figure,
  left: readonly Hit[],
): boolean {
  const { indicators } = view.reading.lexicon;
  // 返还资金3起 says what was done to what.
  if (left.some(({ use }) => use.nouns.some((index) => verbs.includes(index)))) return false;
  return (
    figure.unit === "case" &&
    isKindListed(view, name, figure) &&
    name.includes(word) &&
    !name.endsWith(word) &&
    verbs.every((index) => indicators[index]?.unit !== "case")
  );
}

// Matches `旗号的就有`, `百万元以上的`; must not match `的案件`.
const headless = /(?:^|[，,；;。])[^，,；;。]{3,}的(?:就|也|又|只|仅|共|却|竟)*(?:高?达|[占有是])?$/u;

/** Tells whether a name stands in a list of kinds: one was told before it in the sentence. */
function isKindListed({ reading, sentence, figures }: View, name: string, figure: Figure): boolean {
  if (!/^[\p{Script=Han}“”、]{2,10}$/u.test(name) || /[了过]/u.test(name)) return false;
  const before = figures.findLast((other) => other.end <= figure.start);
  if (before === undefined || !figures.some(({ unit, end }) => unit === "case" && end <= before.end)) return false;
  return (
    isKind(reading.lexicon, reading.text.slice(sentence.start, before.end)) &&
    /^[^。]{0,24}[，,；;、]/u.test(reading.text.slice(before.end, figure.prefixStart))
  );
}

/** What was counted before, where a figure says by its words that it counts the same again, a base, a part or a kind of it. */
export function sameAgain(
  view: View,
  run: Run,
  figure: Figure,
  left: readonly Hit[],
  clauseStart: number,
): Meaning | null {
  if (isBaseOf(view, run, figure)) return run.last?.meaning ?? numbersTold(view, figure, clauseStart);
  return (
    ofLast(view, run, figure, left, clauseStart) ??
    numbersTold(view, figure, clauseStart) ??
    ofTold(view, run, figure, left)
  );
}

/** What the figure before it of the same unit counts: its mean (月均5.2万条), a part, a kind or a place of it, what is 涉及 in it. */
function ofLast(
  { reading, sentence }: View,
  run: Run,
  figure: Figure,
  left: readonly Hit[],
  clauseStart: number,
): Meaning | null {
  const { text } = reading;
  if (run.last === null || figure.unit === null) return null;
  // 发案1700起，损失近1亿元，其中涉及学生的27起: of what is counted so, not of the money between.
  const goesBack = text.startsWith("其中", clauseStart) && run.last.figure?.unit !== figure.unit;
  const last = (goesBack ? run.levels.findLast((level) => level.figure?.unit === figure.unit) : null) ?? run.last;
  // 检查药店214家、医院168家、经营户95户: bodies in one list under one deed.
  const isBody = last.indicator?.unit === "institution" && (kin.has(figure.unit) || figure.unitText === "个");
  if (isBody && nextBody.test(text.slice(last.span.end, figure.prefixStart)) && left.every(isNoDeed))
    return last.meaning;
  if (last.figure?.unit !== figure.unit) return null;
  const said = text.slice(Math.max(clauseStart, last.span.end), figure.prefixStart);
  if (mean.test(said)) return last.meaning;
  const { meaning } = last;
  const isBare = left.every(({ use }) => use.verbs.length === 0 && !use.nots.includes(meaning?.index ?? -1));
  const whole = text.slice(sentence.start, figure.prefixStart);
  const part = whole.slice(Math.max(0, whole.lastIndexOf("其中")));
  // 逮了43个，其中“车手”19个、“卡农”24个: parts of what the whole counts.
  const isPart = part.startsWith("其中") && !/[；;]/u.test(part) && partOfWhole.test(said);
  if (isBare && (isPart || kindAlone.test(said))) return last.meaning;
  // 40名嫌犯包括35名大陆人，5名台湾人: parts of those, by where they are from.
  const ofPeople = figure.unit === "person" && from.test(text.slice(figure.end, figure.end + 8));
  if (isBare && ofPeople && (includes.test(said) || (includes.test(whole) && nextFrom.test(said)))) return last.meaning;
  // 从品类看，卫浴61起、小家电48起: the parts go on.
  if (isBare && nextPartOf.test(said) && !foreign.test(said) && opensParts.test(whole)) return last.meaning;
  // 破案900起，其中涉及境外的120起.
  const touches = /^其中[，,]?(?:涉|属|有|为|跨)/u.test(text.slice(clauseStart, figure.prefixStart));
  return touches && left.every(({ use, word }) => use.verbs.length === 0 || word.startsWith("涉"))
    ? last.meaning
    : null;
}

// Matches `大陆人`, `缅甸籍`; must not match `群众`.
const from = /^[\p{Script=Han}]{2,4}(?:籍|人(?![员民数次]))/u;

// Matches `嫌犯包括`, `，其中`; must not match `嫌犯供述`.
const includes = /(?:^|[\p{Script=Han}，,])(?:包括|包含|含|其中)(?:有|为)?(?:$|\d)/u;

// Matches `大陆人，`, `缅甸籍嫌疑人和`.
const nextFrom = /^[\p{Script=Han}]{2,10}[，,、和]$/u;

const kin: ReadonlySet<Unit> = new Set(["institution", "household"]);

// Matches `、医疗机构`, `和摊点`; must not match `，立案`, `、罚款`.
const nextBody =
  /^[、和及](?![\p{Script=Han}]*(?:处罚|罚|责令|整改|查封|关停|取缔|吊销|约谈|立案))[\p{Script=Han}]{2,10}$/u;

function isNoDeed({ use }: Hit): boolean {
  return use.verbs.length === 0;
}

/** 这两个数字分别为946件和2058人: those of the sentence before. */
function numbersTold({ reading }: View, figure: Figure, clauseStart: number): Meaning | null {
  const { text, held } = reading;
  if (!twoNumbers.in(text, clauseStart, figure.prefixStart)) return null;
  const same = held.told.find(({ figure: other, meaning }) => meaning !== null && other?.unitText === figure.unitText);
  return same?.meaning ?? null;
}

const twoNumbers = new Pattern(
  /[两三四]个?(?:数字|数据|指标)(?:(?:分别|依次)?[为是]?|(?:分别|依次)[为是][^，。]{1,20})$/u,
);

/** …案件4500起。其中，濒危物种案件166起; 刷单类3258起: a part or a kind of what the sentence before it counted. */
function ofTold({ reading, sentence }: View, { last }: Run, figure: Figure, left: readonly Hit[]): Meaning | null {
  const { text, held } = reading;
  if (last !== null || held.meaning?.indicator.unit !== figure.unit) return null;
  if (left.some(({ use }) => use.verbs.length > 0)) return null;
  const said = text.slice(sentence.start, figure.prefixStart).trim();
  return /^其中[，,]?[\p{Script=Han}]{2,16}(?:案件?|[类型])$/u.test(said) || kindAlone.test(said) ? held.meaning : null;
}

/** 虚假购物类433起: a kind of what the figure before counts. */
const kindAlone =
  /^(?:[①-⑳]|[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、]|[；;，,、])?(?:其中[，,]?)?\p{Script=Han}[\p{Script=Han}、]{1,17}(?:[类型](?:\p{Script=Han}{2})?(?:案件?|警情)?|案件|的)(?:虽然?|也|只|仅|[有为达共占]|超|近|约)*[：:]?$|^[；;，,。]?[“"][^”"]{1,12}[”"](?:类|案件?)?[占有为达]*$/u;

// Matches `、小家电`, `，占12.3%；其他`; must not match `，上门走访群众的民警有`.
const nextPartOf =
  /^(?:[，,]?占[^，,；;、。]{0,4}[\d.]+%)?[，,、；;和及]+(?:“[^”]{1,12}”|[\p{Script=Han}]{2,12})(?:类|型)?(?:案件|案)?[有为达]?(?:近|约|超|逾)?$/u;

// Opens the parts of a whole: `从品类看，`, `职业上，`, `案件中，`, `最多的罪名是：`; must not match `工作中，`.
const opensParts =
  /(?:从|按|分|以)[\p{Script=Han}]{1,10}(?:看|来看|分|统计|划分)[，,：:]|(?:性别|年龄|职业|学历|身份|类型|种类|手法|行业|案由|罪名)(?:上|方面)[，,]|(?:案件|人员|人|者|被告人)(?:里头?|里面|之?中|当中)[，,]|其中[^；;。]{2,16}[\d.]+[万亿]?[余多]?[起件宗人名]|最[多高][^，,。]{2,12}(?:分别|依次)?(?:是|为)[：:，,]?/u;

// Matches `领域` of 资源保护领域: a deed within the name of a kind.
const attribute = /^[\p{Script=Han}]{0,4}(?:类|型|领域|环节|渠道)(?:案件|案)?$/u;

/** “车手”, 冒充客服 after 其中 or the item before. */
const partOfWhole = /^[，,、；;]?(?:其中[，,]?)?[“"]?[\p{Script=Han}\d]{1,12}[”"]?(?:的?[有为是占达]|超|近|约|逾)*$/u;

const mean =
  /^[，,、（(]?(?:日均|月均|年均|天均|平均(?:每[天日月年]|一[天年]|一个月|[月日]均)|每[天日月年]平均)(?:就?[是有达为])?$/u;

/** 被骗8760万元，而去年同期高达1.12亿元: the base counts what the figure before it does. */
function isBaseOf({ times }: View, run: Run, figure: Figure): boolean {
  const mark = times.findLast(({ start }) => start < figure.start);
  return mark?.former === true && mark.until !== null && run.last?.figure?.unit === figure.unit;
}

/** Tells whether what stands before a figure without a noun leaves open what it counts, so that a verb before it may hold. */
export function leavesOpen(view: View, figure: Figure): boolean {
  const { name, opener } = itemOf(view, figure);
  return (
    name === "" ||
    partOpener.test(opener) ||
    /其中|当中/u.test(view.reading.text.slice(Math.max(0, figure.prefixStart - 24), figure.prefixStart)) ||
    said.test(name) ||
    people.test(name) ||
    kind.test(name) ||
    isPlace(view, figure, name, opener)
  );
}

/** The meaning of the nearest figure of the same unit; null where that is none of the pack, undefined where there is none. */
export function wholeOf({ reading, sentence }: View, { levels }: Run, figure: Figure): Meaning | null | undefined {
  const key = measureKey(figure);
  const own = levels.findLast((draft) => draft.figure !== null && measureKey(draft.figure) === key);
  if (own !== undefined) return own.meaning;
  const held = reading.held.wholes.get(key);
  return held === undefined || sentence.start - held.at > reach ? undefined : held.meaning;
}

/** What figures must share to count the same: the unit, for things its word (处, 台). */
export function measureKey({ unit, unitText }: Figure): string {
  return unit === "item" ? unitText : (unit ?? "");
}

/** What figures without a noun count under a heading that parts a whole: women and old people under 被害人特征 are victims. */
export function wholeOfHeading(lexicon: Lexicon, heading: string, unit: "person" | "case"): Meaning | null {
  if (!partsWhole.test(heading)) return null;
  const left = lexicon.scan(heading);
  const said = meaningOf(lexicon, heading, { left, right: [], carried: [], carriedNouns: [], at: 0 }, unit, "");
  return said?.strong === true ? unsaid(said.index, said.indicator) : null;
}

// Matches `三、被害人特征`, `受害群众画像`, `谁在被骗`, `被起诉人员中——`; must not match `被害人救助`, `抓获嫌疑人920名`.
const partsWhole =
  /^(?!.*(?:\d{2}|[，。；])).{2,20}$(?<=.*(?:特征|特点|情况|画像|分析|构成|结构|分布|概况|类型|手法|年龄|性别|职业|人群|群体|占比|排行|排名|谁|哪些|哪类|什么人).*|.*[中里][：:—]*)/u;

/** What the pack counts the kinds of its subject by, without words that say so; null where the unit is another. */
export function kindOf({ indicators, kinds }: Lexicon, unit: Unit): Meaning | null {
  const indicator = kinds === null ? undefined : indicators[kinds.index];
  return kinds === null || indicator?.unit !== unit ? null : unsaid(kinds.index, indicator);
}

/** A meaning that no words of the text say. */
export function unsaid(index: number, indicator: Indicator): Meaning {
  return { index, indicator, score: 1, margin: 0, verb: null, noun: null, own: false, strong: false };
}

/** 刷单返利, 冒充客服: a kind of the pack's subject by its name. */
function isKind({ kinds }: Lexicon, name: string): boolean {
  return kinds?.words.some((word) => name.includes(word)) === true;
}

const ofCases = new Pattern(/(?:犯罪)?(?:案件?|警情)$/u);

/** 电信诈骗案, 骗案: all that is of the pack's subject. */
function namesAll({ kinds }: Lexicon, name: string): boolean {
  const bare = without(ofCases, name);
  return bare !== name && kinds?.whole.some((word) => bare.endsWith(word)) === true;
}

/** How far back the whole may stand, in characters. */
const reach = 320;

const marks =
  "，,；;：:、。（(\t\n\v\f\r \u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A";

/** The parts of words between marks and white space. */
function partsOf(words: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    if (!marks.includes(words[at] ?? "汉")) continue;
    parts.push(words.slice(from, at));
    from = at + 1;
  }
  parts.push(words.slice(from));
  return parts;
}

function itemOf({ reading, sentence, figures, times }: View, figure: Figure): Item {
  const { text } = reading;
  const before = figures.findLast((other) => other.end <= figure.start);
  const start = before?.end ?? sentence.start;
  let words = "";
  let at = start;
  for (const time of times) {
    if (time.start < at || time.end > figure.prefixStart) continue;
    words += text.slice(at, time.start);
    at = time.end;
  }
  words += text.slice(at, figure.prefixStart);
  const clauses = partsOf(words);
  let name = nameOf(clauses.pop() ?? "");
  // 冒充电商客服：11起, and so with a space.
  // 章贡区（87起）、南康区（54起）.
  if (name === "" && opensName.test(words.at(-1) ?? "")) name = nameOf(clauses.pop() ?? "");
  // 刷单返利类最多，达447起: what is the most stands before the mark.
  const most = name === "" ? highest.exec(clauses.at(-1) ?? "")?.groups?.["name"] : undefined;
  return most === undefined
    ? { name, opener: clauses.join("，") }
    : { name: nameOf(most), opener: clauses.slice(0, -1).join("，") };
}

/** A mark or a space behind the name of what is counted. */
const opensName = /[：:\s（(]/u;

function nameOf(words: string): string {
  const name = without(tail, without(lead, words));
  const from = '“"「'.includes(name[0] ?? " ") ? 1 : 0;
  const to = '”"」'.includes(name.at(-1) ?? " ") ? name.length - 1 : name.length;
  return name.slice(from, to);
}

function without(pattern: Pattern, words: string): string {
  return pattern.test(words) ? words.replace(pattern.pattern, "") : words;
}

// Matches `以假投资最多`, `“保健品”类占比最高`; must not match `发案数下降最多`.
const highest =
  /^(?:以)?(?<name>[\p{Script=Han}“”"A-Za-z]{2,12}?)(?:的?(?:案件?|警情|数量|发案|占比|占))?(?:最[多高突出]+|居首|居多|为主|次之|排[名在]?第[一二三]|(?:位居|位列|居)(?:第[一二三]|首位|榜首)|高居(?:首位|榜首|第一)|(?:稳坐|坐上|坐稳|占据|稳居)(?:头把交椅|第一把交椅|榜首|首位|头名|第一)|不降反升|不升反降|逆势(?:上升|增长|上扬))$/u;

/** 被起诉人员中，在校学生17人，无业人员96人: what was done to those of whom parts are counted. */
function headOf({ reading, sentence, figures }: View, { name }: Item, figure: Figure): Meaning | null {
  const { text, lexicon } = reading;
  if (foreign.test(name) || name.length > 12 || /[了过]/u.test(name)) return null;
  const head = amongThose.exec(text.slice(sentence.start, figure.prefixStart));
  if (head === null) return null;
  const span = { start: sentence.start + head.index, end: sentence.start + head.index + head[0].length };
  if (figures.some(({ start }) => start >= span.start && start < span.end)) return null;
  const left = between(reading.hits, span);
  if (!left.some(({ use }) => use.verbs.length > 0 || use.phrases.length > 0)) return null;
  return meaningOf(
    lexicon,
    text,
    { left, right: [], carried: [], carriedNouns: [], at: span.end },
    figure.unit,
    figure.unitText,
  );
}

// Matches `被起诉人员中，`, `落网嫌疑人中，`; must not match `其中，`, `工作中，`.
const amongThose =
  /(?:^|[，,。；;：:])[\p{Script=Han}“”]{2,16}(?:人员|人|者|罪犯|案件|案|资金|账户|团伙|窝点|群众|学生|师生|老人|居民|职工)(?:之?中|里头?|当中)[，,]/u;

/** What one figure of a list under 分别 is of, and what stands before the list. */
function shareOf({ reading, sentence }: View, { item, area, common }: Share): Item {
  const { text } = reading;
  const opener = text.slice(sentence.start, item?.start ?? common.start).replace(/[，,；;：:、。\s]+$/u, "");
  const name = item === null ? (area?.name ?? "") : text.slice(item.start, item.end);
  return { name: nameOf(name.split(/[，,；;：:。\s（(]/u).at(-1) ?? ""), opener };
}

function commonOf({ reading }: View, { common }: Share): string {
  return reading.text.slice(common.start, common.end);
}

// Matches `分别有`, `依次为`; must not match `案件分别有`.
const bareShare = /^(?:三者|两者|[两三四五]类)?(?:分别|依次|各)(?:共|计)?[有为是达]?(?:到|至)?$/u;

const lead = new Pattern(
  /^(?:其中|而|而在|当中|和|及|与|并|以及|另有|还有|其余|其次|份|的|则|在|仅|光|单是|包括|含|分)+/u,
);
const tail = new Pattern(
  /(?:尚|共|还|也|又|仍|则|就|都|却|不过|只|仅|才|已|合计|共计|累计|总计|计|分别|依次|最多|最少|居首|占|日均|月均|年均|平均每[天日周月年]|不到|不足|超过|下降|降|上升|升|减少|减|增加|增|回落|压降|[有为是达到至约近超逾])+$/u,
);

/** Opens the parts of a whole: 从类型看, 职业上, 其中, 受害者里, 类型账. */
const partOpener =
  /(?:^|，)(?:性别|年龄|职业|学历|身份|类型|种类|手法|地域|地区|区域|行业|结构|案由|时段|方式|渠道|原因)(?:上|方面)(?:，|$)|(?:从|按|分|以)[\p{Script=Han}]{1,10}(?:看|分|来看|统计|划分)(?:，|$)|其中|当中|(?:[人者案件子类号款户犯](?:里头?|里面|之中|中))(?:，|$)|账[”"]?(?:，|$)/u;
const placeOpener = /(?:[县区市州地省]|地[区域]|辖区|分局)(?:看|分|来看|统计)/u;

/** 这个数字, 同期, 日均: nothing that is counted. */
const said =
  /^(?:[这此同该]类(?:案件|案子|警情)|(?:这个?|这一|该|此|两)?(?:数字|数|数据|数量|指标|总数|人数|起数|同期|当[月日年天]|单[月日]|全[年月]|上[个]?月|日均|月均|年均|平均(?:每[天日周月年])?|每[天日周月年](?:平均)?|再往前|前者|后者|一年|前一?年|更高|最[高低多少]))+$/u;

const people =
  /^(?:(?:男|女)(?:性|生|的|子|方)?|[^，,]{0,6}(?:\d+|[一二三四五六七八九十]+)周?岁.{0,6}|.{0,6}(?:学生|老人|老年人|未成年人|农民|村民|居民|职工|教师|医生|退休人员|无业人员|财会人员|公职人员|外籍人员|本地人|外地人)|\d{2}后)$/u;

const kind = /^.{2,14}(?:类|型|类案件|类警情|级|领域|渠道)$/u;

/** 诈骗案, 严重毒品案, 网购诈骗: cases by their name, or by a name of all that is of the pack. */
function isCaseName({ kinds }: Lexicon, name: string): boolean {
  return caseName.test(kinds?.whole.some((word) => name.endsWith(word)) === true ? `${name}案` : name);
}

// Matches `严重毒品案`, `暴力罪案`; must not match `专案`, `交通事故案`.
const caseName =
  /^(?!.*(?:事故|火灾|纠纷|民事|行政|执行|未结|旧案|积案))[\p{Script=Han}“”]{1,10}(?:[^专立破办结备档提个]案件?|警情)$/u;

/** Two or three characters that tell of no deed. */
const bareName = /^(?:(?![捕诉判罚抓破打查缴送训奖审结劝阻封停关冻扣退返追救伤亡捐])\p{Script=Han}){2,3}$/u;

/** Tells whether a figure of persons or cases stands right before the name: 郸城48人，淮阳39人. */
function isListed(text: string, start: number, { unit, prefixStart }: Figure): boolean {
  return (
    (unit === "case" || unit === "person") &&
    /[起宗件人名](?:（[^）]{0,20}）)?[，,、；;和][^，,、；;\d]{2,6}$/u.test(text.slice(start, prefixStart))
  );
}

function isPlace({ reading, sentence, topics }: View, figure: Figure, name: string, opener: string): boolean {
  // 椒江发案121起，黄岩108起，温岭最多，203起: a place by its short name that the figure is of.
  const topic = topics.findLast(({ end }) => end <= figure.prefixStart);
  if (
    topic !== undefined &&
    reading.text.slice(topic.start, topic.end) === name &&
    /^(?:最[多少高低])?[，,]?(?:只|仅|也|就)?[有为达]?$/u.test(reading.text.slice(topic.end, figure.prefixStart))
  )
    return true;
  if (/^(?:中国)?(?:移动|联通|电信|广电|铁通)$/u.test(name)) return true;
  if (/^[\p{Script=Han}]{1,6}(?:[县市区旗州省镇乡村]|地区|分局|派出所|支队|大队|分公司|支行|法院|检察院)$/u.test(name))
    return true;
  if (placeOpener.test(opener) && /^[\p{Script=Han}]{2,5}$/u.test(name)) return true;
  const within = reading.ownArea.code;
  const before = reading.text.slice(sentence.start, figure.start);
  // 玉田县发案42起，遵化六七十起: a short name among places.
  if (
    bareName.test(name) &&
    (placeOpener.test(before) || /[县市区旗州](?!分局|看)[^级]/u.test(before)) &&
    isListed(reading.text, sentence.start, figure)
  )
    return true;
  const [mention, other] = findAreas(name, within === "CN" ? undefined : within);
  return mention !== undefined && other === undefined && mention.span.start === 0 && mention.span.end === name.length;
}

function standsFor(view: View, { name, opener }: Item, figure: Figure, whole: Meaning): boolean {
  const { unit, prefixStart } = figure;
  const other = foreign.exec(name)?.[0];
  if (other !== undefined && !isCountedBy(whole.indicator, other)) return false;
  // 审结案件1518件、2204人: the second of two units under one verb counts nothing that was told before.
  if (isJoined(view, figure)) return false;
  // 从年度看，2020年38件，2021年97件.
  if (name === "" && /^(?:从|按|分)[\p{Script=Han}]{1,6}(?:看|分|统计)$/u.test(opener.split("，").at(-1) ?? ""))
    return true;
  if (name === "") return opener === "" || /^[^，]{0,4}$/u.test(opener) || said.test(opener.split("，").at(-1) ?? "");
  if (said.test(name) || isPlace(view, figure, name, opener)) return true;
  if (whole.indicator.parts?.includes(name) === true) return true;
  const recent = view.reading.text.slice(Math.max(view.sentence.start, prefixStart - 60), prefixStart);
  const before = view.reading.text.slice(view.sentence.start, prefixStart);
  const isPart = partOpener.test(opener) || /其中[^；;。]*$/u.test(recent) || amongThose.test(before);
  const { lexicon } = view.reading;
  const isNamed = isKind(lexicon, name) || isCaseName(lexicon, name);
  // 裁罚金融业72件，其中保险业34件.
  if (figure.unitText === "件" && whole.indicator.units?.includes("case") === true) return isPart && name.length <= 10;
  // 件 of what was told as cases: 网购诈骗1206件, but not 发明专利1206件.
  if (figure.unitText === "件" && whole.indicator.unit === "case")
    return (
      isNamed ||
      (name.endsWith("罪") && name.length <= 12) ||
      (isPart && (kind.test(name) || offence.test(name))) ||
      (name.length <= 10 && caseWhole.test(before))
    );
  if (unit === "case")
    return kind.test(name) || isNamed || (isPart && name.length <= 10) || isKindListed(view, name, figure);
  if (unit === "person" || unit === "person-time")
    return (
      whole.indicator.unit !== "CNY" && (people.test(name) || (isPart && name.length <= 10 && !/[了过]/u.test(name)))
    );
  return isPart && kind.test(name);
}

/** 商标侵权, 合同纠纷, 盗窃罪: what cases are about. */
const offence = /(?:案件?|罪|纠纷|侵权|犯罪)$/u;

/** Opens a list of parts: 审结案件中，著作权1.1万件；商标权4870件; must not match 专利授权10.8万件. */
const caseWhole = /案件?(?:当中|之?中|里)[，,][^。]*$/u;

/** Tells whether nothing or a mark of a list stands between a figure and one of another unit. */
function isJoined({ reading, figures, sentence }: View, figure: Figure): boolean {
  const before = figures.findLast((other) => other.end <= figure.start);
  if (/数字|指标|数据/u.test(reading.text.slice(sentence.start, figure.start))) return false;
  if (before === undefined || measureKey(before) === measureKey(figure)) return false;
  return /^[、和及与]?$/u.test(reading.text.slice(before.end, figure.prefixStart));
}

/** Things of their own, whatever was counted before. */
const foreign =
  /死亡|受伤|伤亡|遇难|失踪|事故|火灾|纠纷|隐患|民警|辅警|志愿者|干部|队员|奖|罚|培训|参加|案值|损失|岗位|就业/u;
