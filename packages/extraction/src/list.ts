import { type Area, type Period, type Span, areaOf, findAreas } from "@jianbao/model";
import type { Place } from "./change-of.ts";
import { basisOf, bothBases, continues, type FoundChange, foundChange } from "./change.ts";
import type { Figure } from "./figure.ts";
import { Pattern } from "./pattern.ts";
import { basesOf, placesOfList } from "./place-list.ts";
import { clauseStartOf, hasFigure, type View, within } from "./reading.ts";
import type { TimeMark } from "./time-mark.ts";

/** Lists of changes joined by 、 or 和, with the words that each of them is about. */
export function changeSeries(view: View): Map<Figure, Place> {
  const { reading, sentence, figures, times } = view;
  const { text } = reading;
  const places = new Map<Figure, Place>();
  for (let i = 0; i < figures.length;) {
    const list = [figures[i] as Figure];
    for (let next = figures[i + 1]; next !== undefined; next = figures[i + list.length]) {
      const before = list.at(-1) as Figure;
      if (
        next.unit !== before.unit ||
        !/^(?:[、，,]|和|及|与|以及)+(?:上升|下降|增长|减少|增加|提高|降低)?$/u.test(
          text.slice(before.end, next.prefixStart),
        )
      )
        break;
      list.push(next);
    }
    i += list.length;
    const [first] = list;
    if (list.length < 2 || first === undefined || (first.unit !== "percent" && first.unit !== "times")) continue;
    const clauseStart = clauseStartOf(sentence, first.start);
    // 同比、环比分别下降: two changes of one level.
    if (list.length === 2 && bothBases(text, clauseStart, first.prefixStart) !== null) continue;
    const own = text.slice(clauseStart, first.prefixStart);
    const ahead = continues.test(own) || comparesAll.test(own) ? clauseBefore(view, clauseStart) : null;
    // 而务川、道真两县发案不降反升，同比分别上升6.4%和11.9%: the places of the clause before, where it lists as many.
    // 结案件数和判刑人数，同比分别上升41.2%、33.5%: or as many measures.
    const named =
      ahead === null || continues.test(own)
        ? null
        : (listedIn(view, ahead, clauseStart, list.length) ?? measuresIn(view, ahead, clauseStart, list.length));
    const summed = ahead === null ? null : summedIn(view, ahead, clauseStart, list.length);
    const before = named === null && summed === null && !continues.test(own) ? null : ahead;
    const words = before === null ? own : text.slice(before, clauseStart);
    const basis =
      /(?:同比|环比|(?:比|较|与|和)(?:去年|上年|上月|同期|20\d\d年)|分别|依次|均|上升|下降|增长|增加|减少|提高|降低)/u.exec(
        words,
      );
    const start = before ?? clauseStart;
    // 环比降幅居前的是石城县、信丰县，分别下降38.5%、30.2%.
    const leaders = before === null ? null : rankedChange.exec(words);
    const items =
      (named ?? summed) !== null
        ? (named ?? summed ?? [])
        : leaders !== null
          ? itemsBefore(text, start + leaders[0].length, clauseStart - 1)
          : basis === null
            ? []
            : itemsBefore(text, start, start + basis.index);
    const listed = items.length === list.length ? placesBefore(reading, items)?.areas : undefined;
    // 8月、9月、10月，发案数环比分别下降: one month for each.
    const periods =
      words.includes("分别") || words.includes("依次") ? timesJoined(text, times, first.start, list.length) : null;
    list.forEach((figure, index) => {
      places.set(figure, {
        head: { start, end: start + (basis?.index ?? words.length) },
        item: items.length === list.length ? (items[index] ?? null) : null,
        last: items.length === list.length ? (items.at(-1) ?? null) : null,
        area: listed?.[index] ?? null,
        period: periods?.[index] ?? null,
        index,
        count: list.length,
      });
    });
  }
  return places;
}

// Matches `环比降幅居前的是`, `下降最多的依次为`; must not match `降幅居前`.
const rankedChange =
  /^[^，,]{0,12}(?:降幅|增幅|升幅|涨幅|跌幅|下降|上升|增长|减少|增加)(?:居前|靠前|领先|较[大快]|明显|最[大快高多])(?:位|的)?(?:[\p{Script=Han}]{0,6}?)(?:依次|分别)?[是为有]/u;

// Matches `同比分别`, `较去年同期分别`; must not match `发案同比分别`.
const comparesAll =
  /^(?:同比|环比|按[年月]|[较比与和](?:去年|上年|前年|上月)(?:同期)?(?:相比)?)[均都也]?(?:分别|依次|各)/u;

/** The items of a clause that opens with as many places, if it does. */
function listedIn({ reading, sentence }: View, start: number, end: number, count: number): Span[] | null {
  const lead = /^(?:而|但|其中|不过|只有|反观)*/u.exec(reading.text.slice(start, end))?.[0].length ?? 0;
  const items = itemsBefore(reading.text, Math.max(start, sentence.start) + lead, end - 1);
  return items.length === count && placesBefore(reading, items) !== null ? items : null;
}

/** The items of a clause that are as many measures, if they are: 立案数、损失额. */
function measuresIn({ reading, sentence }: View, start: number, end: number, count: number): Span[] | null {
  const { text } = reading;
  const items = itemsBefore(text, Math.max(start, sentence.start), end - 1);
  const areMeasures = items.every((item) =>
    /\p{Script=Han}(?:[数量额率次]|损失)$/u.test(text.slice(item.start, item.end)),
  );
  return items.length === count && areMeasures ? items : null;
}

// Matches `三提升`, `双下降`, `两降`, `双双回落`, `均大幅上升`; must not match `明显下降`.
const allOfThem =
  /(?:[双两三四五六](?:项|个)?(?:数据|指标)?(?:齐|全|均|双)?|均|都|同步|全部|全线)(?:实现)?(?:了)?(?:大幅|明显|显著|稳步|同比|环比)?(?:上升|下降|提升|增长|回落|减少|增加|走低|[升降增减])(?:态势)?[，,]$/u;

/** 实现破案数、抓获数、返还数三提升，分别同比上升: the items of a clause that says of as many that all went one way. */
function summedIn({ reading, sentence }: View, start: number, end: number, count: number): Span[] | null {
  const said = reading.text.slice(Math.max(start, sentence.start), end);
  const tail = allOfThem.exec(said);
  if (tail === null) return null;
  const lead = /^(?:而|但|其中|实现|呈现|全年|目前|全[市县区省州])*/u.exec(said)?.[0].length ?? 0;
  const from = Math.max(start, sentence.start);
  const items = itemsBefore(reading.text, from + lead, from + tail.index);
  return items.length === count ? items : null;
}

/** Where the clause before one starts, if it has no figure: 发案数、损失数同比双双下降，降幅分别为. */
function clauseBefore({ sentence, figures }: View, clauseStart: number): number | null {
  const start = sentence.clauses[sentence.clauses.indexOf(clauseStart) - 1];
  if (start === undefined || figures.some((figure) => figure.start >= start && figure.start < clauseStart)) return null;
  return start;
}

/** The changes of one list under 分别, in the order of the levels before it. */
export interface Spread {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly FoundChange[];
  readonly figures: readonly Figure[];
}

// Matches `同比`, `比去年同期`, `较2021年`: nothing but a basis stands before 分别; must not match `起诉人数同比`.
const bareBasis =
  /^(?:同比|环比|(?:较|比|与|和|同)?(?:去年|上一?年|前年|上月|上季度|20\d\d年)?(?:同期|全年|同月)?(?:相比)?[，,]?|[均也都又而（(\s])*$/u;

const sharing = new Pattern(/(?:分别|依次)(?:同比|环比)?/u);

/** 同比分别减少41起、45人, 分别增长41%、翻一番: lists whose changes are no mere percentages. */
export function spreadChanges({ reading, sentence, figures }: View, worded: readonly FoundChange[]): Spread[] {
  const { text } = reading;
  const spreads: Spread[] = [];
  for (const match of sharing.allIn(text, sentence.start, sentence.end)) {
    const at = sentence.start + match.index;
    const clauseStart = clauseStartOf(sentence, at);
    if (!bareBasis.test(text.slice(clauseStart, at))) continue;
    let next = at + match[0].length;
    const { basis } = basisOf(text, clauseStart, next, sentence.start);
    const changes: FoundChange[] = [];
    const used: Figure[] = [];
    let direction: FoundChange["change"]["direction"] = null;
    for (;;) {
      const word = /^(?:(?:上升|增长|增加|提高|净增|多)|(?:下降|减少|降低|回落|净减|少))(?:了|达)?/u.exec(
        text.slice(next, next + 4),
      );
      if (word !== null) direction = /^(?:下|减|降|回|净减|少)/u.test(word[0]) ? "down" : "up";
      const from = next + (word?.[0].length ?? 0);
      const figure = figures.find(({ prefixStart }) => prefixStart === from);
      const told = worded.find(({ start }) => start === from);
      if (told !== undefined) changes.push({ ...told, distributed: true, change: { ...told.change, basis } });
      else if (figure !== undefined && direction !== null) {
        changes.push(foundChange(next, figure, basis, direction, true, text));
        used.push(figure);
      } else break;
      const end = changes.at(-1)?.end ?? next;
      next = end + (/^(?:[、，,]|和|及|与|以及)?/u.exec(text.slice(end, end + 2))?.[0].length ?? 0);
      if (next === end) break;
    }
    const isMixed =
      used.length < changes.length ||
      used.some(({ unit }) => (unit !== "percent" && unit !== "times") || unit !== used[0]?.unit);
    const [first] = changes;
    if (changes.length < 2 || first === undefined || !isMixed) continue;
    spreads.push({ start: Math.min(at, first.start), end: changes.at(-1)?.end ?? at, changes, figures: used });
  }
  return spreads;
}

/** What belongs to one figure of a list under 分别: its words, its place or its year. */
export interface Share {
  readonly item: Span | null;
  /** The words between 分别 and the first figure, which all of them share. */
  readonly common: Span;
  readonly area: Area | null;
  readonly period: Period | null;
}

const distributing = new Pattern(/分别|依次(?=[\p{Script=Han}]{0,10}\d)|各(?=[\p{Script=Han}]{0,4}\d)/u);

/** 电信、移动分别关停27600个、33484个; 警情依次为: what stands before 分别 for each figure after it. */
export function distribution(view: View): Map<Figure, Share> {
  const { reading, sentence, figures, times } = view;
  const shares = new Map<Figure, Share>();
  const { text } = reading;
  // 海口、三亚立案数分别为…；破案数依次为…: the places of the list before, for a list as long that names none.
  let before: readonly Area[] = [];
  for (const match of distributing.allIn(text, sentence.start, sentence.end)) {
    const at = sentence.start + match.index;
    const clauseStart = clauseStartOf(sentence, at);
    const list = figuresAfter(text, figures, at);
    if (list.length < 2) continue;
    const own = itemsBefore(text, clauseStart, at);
    const items = own.length < 2 ? (placesAhead(view, clauseStart, at, list.length) ?? own) : own;
    // 甲县、乙县各劝阻800人、400人.
    if (match[0] === "各" && items.length !== list.length) continue;
    const last = items.at(-1);
    const lastPlace =
      last === undefined ? undefined : findAreas(text.slice(last.start, last.end), reading.ownArea.code)[0];
    // 思明、湖里两区发案分别为: what follows the last place is of all.
    const both = last === undefined ? null : jointPlaces(text.slice(last.start, last.end));
    const listed = items.length === list.length ? placesBefore(reading, items) : null;
    const periods =
      yearsOf(text, times, at, list.length) ??
      yearsHeld(view, text.slice(clauseStart, at), list.length) ??
      (listed === null ? yearsTold(view, list.length) : null);
    const meant =
      listed === null
        ? (placesMeant(view, text.slice(clauseStart, at), clauseStart, list.length) ??
          (items.length < 2 && before.length === list.length ? before : null))
        : null;
    const places = listed?.areas ?? meant;
    const isNamed = last !== undefined && (lastPlace !== undefined || both !== null);
    // Where no item names a place, all the words of the clause are of all figures.
    const shared =
      listed?.end ??
      (meant !== null || periods !== null
        ? clauseStart
        : isNamed
          ? last.start + (both?.end ?? lastPlace?.span.end ?? 0)
          : at);
    const given = list.map((figure, i): Area | null => {
      const item = items.length === list.length ? (items[i] ?? null) : null;
      const name = item === null ? "" : text.slice(item.start, item.end);
      const joint =
        both === null ? null : areaOf(`${item === last ? both.name : name}${both.kind}`, reading.ownArea.code);
      const area = joint ?? places?.[i] ?? findAreas(name, reading.ownArea.code)[0]?.area ?? null;
      const period = periods?.[i] ?? null;
      if (item !== null || period !== null || area !== null) {
        shares.set(figure, {
          common: { start: Math.min(at, shared), end: list[0]?.prefixStart ?? at },
          item: period === null && area === null ? item : null,
          area,
          period,
        });
      }
      return area;
    });
    for (const figure of list) {
      const partner = partnerOf(figures, figure);
      const share = shares.get(figure);
      if (partner !== undefined && share !== undefined) shares.set(partner, share);
    }
    before = given.filter((area) => area !== null);
    shareOn(view, list, before, shares);
  }
  joinPlaces(view, shares);
  return shares;
}

/** 临沧、普洱、保山三地缴毒1.7吨、1.3吨和0.9吨: as many places as figures of one unit, without 分别. */
function joinPlaces({ reading, sentence, figures }: View, shares: Map<Figure, Share>): void {
  const { text } = reading;
  for (let i = 0; i < figures.length;) {
    const [first] = figures.slice(i);
    if (first === undefined) return;
    const list = figuresAfter(text, figures.slice(i), first.prefixStart);
    const last = list.at(-1);
    i += Math.max(1, last === undefined ? 1 : figures.indexOf(last) - i + 1);
    if (list.length < 2 || list.some((figure) => figure.unitText !== first.unitText || shares.has(figure))) continue;
    const clauseStart = clauseStartOf(sentence, first.start);
    const between = figures.filter(({ start }) => start >= clauseStart && start < first.start);
    if (between.some((figure) => !isJoint(figure, list.length))) continue;
    const items = itemsBefore(text, clauseStart, first.prefixStart);
    const listed = items.length === list.length ? placesBefore(reading, items) : null;
    if (listed === null) continue;
    const common = { start: listed.end, end: first.prefixStart };
    list.forEach((figure, at) => {
      shares.set(figure, { common, item: null, area: listed.areas[at] ?? null, period: null });
    });
  }
}

/** 甲区、乙区警方分别打掉团伙3个和5个，抓获嫌疑人19名、31名: the places go on over lists as long. */
function shareOn(view: View, list: readonly Figure[], places: readonly Area[], shares: Map<Figure, Share>): void {
  const { reading, sentence, figures } = view;
  const { text, topics } = reading;
  let end = list.at(-1)?.end ?? 0;
  while (places.length === list.length) {
    const after = figures.filter(({ start }) => start >= end);
    const next = figuresAfter(text, after, after[0]?.prefixStart ?? end);
    const [head] = next;
    if (head === undefined || next.length !== list.length || /[；;。]|分别|依次/u.test(text.slice(end, head.start)))
      return;
    const from = end;
    if (topics.some(({ start }) => start >= from && start < head.start)) return;
    const common = { start: clauseStartOf(sentence, head.start), end: head.prefixStart };
    next.forEach((figure, i) => shares.set(figure, { common, item: null, area: places[i] ?? null, period: null }));
    end = next.at(-1)?.end ?? end;
  }
}

/**
 * A clause that opens with as many places as figures follow and holds nothing else (渝北区、江北区，上半年破案数分别为), or
 * says of them what is counted where 分别 stands alone (渝北、江北两区破案数居前，分别为).
 */
function placesAhead(view: View, clauseStart: number, at: number, count: number): Span[] | null {
  const { reading, sentence, figures } = view;
  const before = clauseStart > sentence.start ? clauseStartOf(sentence, clauseStart - 1) : clauseStart;
  if (before === clauseStart) return null;
  const told = figures.filter((figure) => !isJoint(figure, count));
  if (hasFigure(told, { start: before, end: clauseStart })) return null;
  const items = itemsBefore(reading.text, before, clauseStart - 1).slice(0, count);
  const last = items.at(-1);
  const listed = items.length === count && count > 1 ? placesBefore(reading, items) : null;
  if (listed === null || last === undefined) return null;
  return listed.end === last.end || at === clauseStart ? items : null;
}

/** 三个 of 甲、乙、丙三个市 only counts the places. */
function isJoint({ numeral, value }: Figure, count: number): boolean {
  return numeral.chinese && value === count;
}

/** The places that the items of a list name, by full or short names. */
function placesBefore(
  { text, topics, ownArea }: View["reading"],
  items: readonly Span[],
): { areas: readonly Area[]; end: number } | null {
  const [first] = items;
  if (first === undefined) return null;
  const named = within(topics, { start: first.start - 600, end: first.start }).map(({ area }) => area);
  return placesOfList(text, items, basesOf(ownArea, named.slice(-4)));
}

/** 三省区破案数分别为: as many places as the paragraph named last before, where it names so many. */
function placesMeant(
  { reading, paragraph }: View,
  words: string,
  clauseStart: number,
  count: number,
): readonly Area[] | null {
  const match =
    /(?:^|[，,])(?<count>[两三四五六七八九十])(?:省区市?|省份|省|市|县|区|地|州)[\p{Script=Han}]{0,12}$/u.exec(words);
  if (match === null || "零一两三四五六七八九十".indexOf(match.groups?.["count"] ?? "") !== count) return null;
  const named = within(reading.topics, {
    start: Math.max(paragraph.start, clauseStart - 3000),
    end: clauseStart,
  }).filter(({ reach }) => reach !== "clause");
  return named.length < count ? null : named.slice(-count).map(({ area }) => area);
}

/** 思明、湖里两区发案: the last name, what all of them are, and where that ends. */
function jointPlaces(words: string): { name: string; kind: string; end: number } | null {
  // Matches `湖里两区`, `肥东两县`; must not match `两区一县`.
  const match = /^(?<name>[\p{Script=Han}]{1,3})[两二三四五六七八九十]个?(?<kind>[区县市旗])/u.exec(words);
  const { name, kind } = match?.groups ?? {};
  return match === null || name === undefined || kind === undefined ? null : { name, kind, end: match[0].length };
}

/** The figures after 分别 that make one list: of 270件295人、390件420人 the first of each pair. */
function figuresAfter(text: string, figures: readonly Figure[], at: number): Figure[] {
  const list: Figure[] = [];
  let end = at;
  for (const figure of figures) {
    if (figure.start < at) continue;
    const last = list.at(-1);
    const joint = text.slice(end, figure.prefixStart);
    if (last === undefined ? joint.length > 26 || /[，,；;。]/u.test(joint) : !/^[、，,和及与]*$/u.test(joint)) break;
    if (last !== undefined && joint === "") {
      if (figure.unit === last.unit || end !== last.end) break;
    } else list.push(figure);
    end = figure.end;
  }
  return list;
}

/** 306人 of 280件306人. */
function partnerOf(figures: readonly Figure[], { end, unit }: Figure): Figure | undefined {
  return figures.find((other) => other.start === end && other.unit !== unit);
}

/** 2019年至2021年 or 2020年、2021年 before 分别: one year for each figure. */
function yearsOf(text: string, times: readonly TimeMark[], at: number, count: number): Period[] | null {
  const before = times.filter((mark) => mark.start < at && mark.type === "period");
  const last = before.at(-1);
  if (last === undefined) return null;
  const single = before.slice(-count);
  if (single.length === count && single.every(({ wholeYear }) => wholeYear !== null))
    return single.map(({ from, to }) => ({ start: from, end: to, text: null }));
  const joined = timesJoined(text, times, at, count);
  if (joined !== null) return joined;
  const first = Number(last.from?.slice(0, 4));
  const final = Number(last.to?.slice(0, 4));
  if (last.from?.endsWith("-01-01") !== true || final - first + 1 !== count) return null;
  return Array.from({ length: count }, (_, i) => ({
    start: `${first + i}-01-01`,
    end: first + i === final ? last.to : `${first + i}-12-31`,
    text: null,
  }));
}

/** 2022年、2023年和今年前10个月: the last times before a place, if so many are joined. */
function timesJoined(text: string, times: readonly TimeMark[], at: number, count: number): Period[] | null {
  const last = times.filter((mark) => mark.start < at && mark.type === "period").slice(-count);
  const isJoined = last.every(
    ({ start }, i) => i === 0 || /^[、和与及]$/u.test(text.slice(last[i - 1]?.end ?? start, start)),
  );
  return isJoined && last.length === count ? last.map(({ from, to }) => ({ start: from, end: to, text: null })) : null;
}

/** 2021年至2023年…。三年收案数分别为: one year for each figure, of the stretch that the text reports on. */
function yearsHeld({ reading }: View, words: string, count: number): Period[] | null {
  const said = /^(?:这|近|过去)?(?<count>[两三四五六七八九十])年(?!前|期|度)/u.exec(words)?.groups?.["count"] ?? "";
  if ("零一两三四五六七八九十".indexOf(said) !== count || said === "") return null;
  const stretch = reading.held.time ?? reading.held.section;
  const first = Number(stretch?.from?.slice(0, 4));
  const final = Number(stretch?.to?.slice(0, 4));
  if (stretch?.from?.endsWith("-01-01") !== true || !(final - first + 1 === count)) return null;
  return Array.from({ length: count }, (_, i) => ({
    start: `${first + i}-01-01`,
    end: first + i === final ? stretch.to : `${first + i}-12-31`,
    text: null,
  }));
}

/** 2021至2023年，立案分别为330件、365件、1155件。移送线索分别为280件、401件、484件: the years of the list in the sentence before. */
function yearsTold({ reading, paragraph }: View, count: number): Period[] | null {
  const told = reading.held.told.filter(({ span }) => span.start >= paragraph.start);
  const before = told.at(-count - 1)?.period?.start ?? null;
  const periods = told.slice(-count).map(({ period, periodBy }) => (periodBy === "stated" ? period : null));
  const isList =
    periods.length === count &&
    periods.every((period, i) => {
      const year = Number(period?.start?.slice(0, 4));
      const first = Number(periods[0]?.start?.slice(0, 4));
      return (
        period?.start?.endsWith("-01-01") === true && period.end?.startsWith(`${year}-`) === true && year === first + i
      );
    });
  // 2022年、2023年、2024年分别为: no list of two is of the last two years.
  if (before !== null && Number(before.slice(0, 4)) + 1 === Number(periods[0]?.start?.slice(0, 4))) return null;
  return isList ? periods.flatMap((period) => (period === null ? [] : [{ ...period, text: null }])) : null;
}

function itemsBefore(text: string, start: number, end: number): Span[] {
  const items: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    // 和平区 at the head of an item is a name.
    if (at === from && at < end && text[at] === "和") continue;
    if (at === end || text[at] === "、" || text[at] === "和" || text[at] === "及" || isAnd(text, at)) {
      if (at > from) items.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return items;
}

/** 甲县与乙县; must not match 与去年同期相比. */
function isAnd(text: string, at: number): boolean {
  return text[at] === "与" && !/^(?:去|上|前|同|20\d\d|此|其)/u.test(text.slice(at + 1, at + 5));
}
