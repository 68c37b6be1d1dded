import { type Area, type Period, type Span, areaOf, findAreas } from "@jianbao/model";
import type { Place } from "./change-of.ts";
import type { Figure } from "./figure.ts";
import { clauseStartOf, type View } from "./reading.ts";
import type { TimeMark } from "./time.ts";

/** Lists of changes joined by 、 or 和, with the words that each of them is about. */
export function changeSeries({ reading, sentence, figures }: View): Map<Figure, Place> {
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
    const words = text.slice(clauseStart, first.prefixStart);
    const basis =
      /(?:同比|环比|(?:比|较|与|和)(?:去年|上年|上月|同期)|分别|均|上升|下降|增长|增加|减少|提高|降低)/u.exec(words);
    const items = basis === null ? [] : itemsBefore(text, clauseStart, clauseStart + basis.index);
    list.forEach((figure, index) => {
      places.set(figure, {
        head: { start: clauseStart, end: clauseStart + (basis?.index ?? words.length) },
        item: items.length === list.length ? (items[index] ?? null) : null,
        index,
        count: list.length,
      });
    });
  }
  return places;
}

/** What belongs to one figure of a list under 分别: its words, its place or its year. */
export interface Share {
  readonly item: Span | null;
  /** The words between 分别 and the first figure, which all of them share. */
  readonly common: Span;
  readonly area: Area | null;
  readonly period: Period | null;
}

/** 电信、移动分别关停27600个、33484个: what stands before 分别 for each figure after it. */
export function distribution({ reading, sentence, figures, times }: View): Map<Figure, Share> {
  const shares = new Map<Figure, Share>();
  const { text } = reading;
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes("分别")) return shares;
  for (const match of words.matchAll(/分别/gu)) {
    const at = sentence.start + match.index;
    const clauseStart = clauseStartOf(sentence, at);
    const list = figuresAfter(text, figures, at);
    if (list.length < 2) continue;
    const items = itemsBefore(text, clauseStart, at);
    const last = items.at(-1);
    const lastPlace =
      last === undefined ? undefined : findAreas(text.slice(last.start, last.end), reading.ownArea.code)[0];
    // 思明、湖里两区发案分别为: what follows the last place is of all.
    const both = last === undefined ? null : jointPlaces(text.slice(last.start, last.end));
    const shared =
      last === undefined || (lastPlace === undefined && both === null)
        ? at
        : last.start + (both?.end ?? lastPlace?.span.end ?? 0);
    const periods = yearsOf(times, at, list.length);
    list.forEach((figure, i) => {
      const item = items.length === list.length ? (items[i] ?? null) : null;
      const name = item === null ? "" : text.slice(item.start, item.end);
      const joint =
        both === null ? null : areaOf(`${item === last ? both.name : name}${both.kind}`, reading.ownArea.code);
      const area = joint ?? findAreas(name, reading.ownArea.code)[0]?.area ?? null;
      const period = periods?.[i] ?? null;
      if (item !== null || period !== null) {
        shares.set(figure, {
          common: { start: Math.min(at, shared), end: list[0]?.prefixStart ?? at },
          item: period === null && area === null ? item : null,
          area,
          period,
        });
      }
    });
  }
  return shares;
}

/** 思明、湖里两区发案: the last name, what all of them are, and where that ends. */
function jointPlaces(words: string): { name: string; kind: string; end: number } | null {
  // Matches `湖里两区`, `肥东两县`; must not match `两区一县`.
  const match = /^(?<name>[\p{Script=Han}]{1,3})[两二三四五六七八九十]个?(?<kind>[区县市旗])/u.exec(words);
  const { name, kind } = match?.groups ?? {};
  return match === null || name === undefined || kind === undefined ? null : { name, kind, end: match[0].length };
}

/** The figures after 分别 that make one list. */
function figuresAfter(text: string, figures: readonly Figure[], at: number): Figure[] {
  const list: Figure[] = [];
  for (const figure of figures) {
    if (figure.start < at) continue;
    const last = list.at(-1);
    const joint = text.slice(last?.end ?? at, figure.prefixStart);
    if (last === undefined ? joint.length > 26 || /[，,；;。]/u.test(joint) : !/^[、，,和及与]+$/u.test(joint)) break;
    list.push(figure);
  }
  return list;
}

/** 2019年至2021年 or 2020年、2021年 before 分别: one year for each figure. */
function yearsOf(times: readonly TimeMark[], at: number, count: number): Period[] | null {
  const before = times.filter((mark) => mark.start < at && mark.type === "period");
  const last = before.at(-1);
  if (last === undefined) return null;
  const single = before.slice(-count);
  if (single.length === count && single.every(({ wholeYear }) => wholeYear !== null)) {
    return single.map(({ from, to }) => ({ start: from, end: to, text: null }));
  }
  const first = Number(last.from?.slice(0, 4));
  const final = Number(last.to?.slice(0, 4));
  if (last.from?.endsWith("-01-01") !== true || final - first + 1 !== count) return null;
  return Array.from({ length: count }, (_, i) => ({
    start: `${first + i}-01-01`,
    end: first + i === final ? last.to : `${first + i}-12-31`,
    text: null,
  }));
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
