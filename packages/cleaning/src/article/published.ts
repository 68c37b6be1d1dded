import { type Found, type PartialDate, isoDate, daysInMonth } from "@jianbao/model";
import type { Structure } from "../structure.ts";
import type { Foreign } from "./furniture.ts";
import type { Paragraph } from "./join.ts";
import type { Line } from "./lines.ts";

interface DateEvidence {
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly foreign: readonly (Foreign | null)[];
  readonly structure: Structure;
  readonly labelled: readonly { readonly label: string; readonly value: string; readonly line: string }[];
  readonly title: string | null;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** Finds when an article was published; never by the clock, and without a year in the text not at all. */
export function publishedIn(evidence: DateEvidence): Found<PartialDate> | null {
  return (
    byLabel(evidence) ??
    byHead(evidence.structure) ??
    byStamp(evidence) ??
    byDateLine(evidence) ??
    byDateline(evidence) ??
    byText(evidence)
  );
}

/** 发布时间：2023-12-20 10:31 */
function byLabel({ labelled }: DateEvidence): Found<PartialDate> | null {
  for (const { label, value, line } of labelled) {
    if (!/时间|日期|发布/u.test(label)) continue;
    const day = dayIn(value);
    if (day !== null) return { value: written(day), by: "text", evidence: line, confidence: 0.97 };
  }
  return null;
}

function byHead(structure: Structure): Found<PartialDate> | null {
  for (const { field, value, evidence } of structure.stated) {
    const day = field === "published" ? dayIn(value) : null;
    if (day !== null) return { value: written(day), by: "text", evidence: `${evidence}: ${value}`, confidence: 0.95 };
  }
  return null;
}

/** A stamp among the page's data, without a label. */
function byStamp({ lines, foreign }: DateEvidence): Found<PartialDate> | null {
  for (const [i, line] of lines.entries()) {
    if (foreign[i]?.rule !== "cleaning/page-data") continue;
    const day = dayIn(line.text);
    if (day !== null) return { value: written(day), by: "text", evidence: line.text, confidence: 0.92 };
  }
  return null;
}

/** A line that is nothing but a date, at the head or the end: 2023年12月20日 */
function byDateLine({ paragraphs }: DateEvidence): Found<PartialDate> | null {
  for (const { text, kind } of paragraphs) {
    if (kind === "prose" || text.length > 32) continue;
    const line = arabic(text);
    // Matches `（2019年12月）`, `2024年1月15日 某某在线` and `2019-12-25`; must not match `2019年工作`.
    if (
      !/^[（(]?\d{4}(?:年\d{1,2}月(?:\d{1,2}日)?|[-/.]\d{1,2}[-/.]\d{1,2})[）)]?(?:[\s　]{1,4}[\p{Script=Han}]{2,12})?$/u.test(
        line,
      )
    )
      continue;
    const day = dayIn(line);
    if (day !== null) return { value: written(day), by: "text", evidence: text, confidence: 0.9 };
  }
  return null;
}

/** 据新华社北京12月25日电: the day stands there, the year follows from the text. */
function byDateline({ paragraphs, title }: DateEvidence): Found<PartialDate> | null {
  const text = paragraphs.map((one) => one.text).join("\n");
  const match = datelineIn(text);
  if (match === null) return null;
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (match[1] !== undefined) {
    const year = Number(match[1]);
    return isDay(year, month, day)
      ? { value: isoDate(year, month, day), by: "text", evidence: match[0], confidence: 0.97 }
      : null;
  }
  const year = yearOf(text, title, month);
  if (year === null || !isDay(year.value, month, day)) return null;
  return {
    value: isoDate(year.value, month, day),
    by: "inferred",
    evidence: `${match[0]}; ${year.evidence}`,
    confidence: year.confidence,
  };
}

/** The first dateline of a text: outlet, perhaps a place, year or none, month, day. */
function datelineIn(text: string): RegExpExecArray | null {
  // Matches `1月2日电`, `1月2日讯`; must not match `1月2日电话`. What stands before it tells whether it is a dateline.
  for (const match of text.matchAll(/\d{1,2}月\d{1,2}日(?:电|讯)(?!话|信)/gu)) {
    const from = Math.max(0, match.index - 32);
    const outlet =
      /(?:新华社|中新社|中新网|人民网|央视网|光明网|本报|本网|[\p{Script=Han}]{2,10}[报网社线台])[^，。\n\d]{0,16}(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[电讯]$/u.exec(
        text.slice(from, match.index + match[0].length),
      );
    if (outlet !== null) return outlet;
  }
  return null;
}

/** What the text itself tells of: the day on which its first sentence has someone speak, or its newest date. */
function byText({ paragraphs, title }: DateEvidence): Found<PartialDate> | null {
  const text = paragraphs.map((one) => one.text).join("\n");
  const opening = firstSentence(paragraphs);
  const first = fullDay(opening);
  const newest = newestDay(text);
  const spoken = first === null ? null : speaking.exec(opening.slice(first.end));
  if (first !== null && spoken !== null && (newest === null || compare(first.day, newest.day) >= 0)) {
    return {
      value: written(first.day),
      by: "inferred",
      evidence: `the opening tells of ${first.text}: ${spoken[0]}`,
      confidence: /今[天日]|发布会|答记者问|记者提问|通报|公布/u.test(opening) ? 0.88 : 0.8,
    };
  }
  const told = dayOfOpening(opening, text, title);
  if (newest !== null && (told === null || told.value.slice(0, 7) < written(newest.day).slice(0, 7))) {
    const { year, month } = newest.day;
    return {
      value: `${year}-${String(month).padStart(2, "0")}`,
      by: "inferred",
      evidence: `the newest date in the text is ${newest.text}`,
      confidence: 0.5,
    };
  }
  return told;
}

/** `12月20日上午，` or `记者12月20日从某局获悉` at the opening; the year only where the text or the title names one. */
function dayOfOpening(opening: string, text: string, title: string | null): Found<PartialDate> | null {
  const bare = /^(?:记者|据|昨[天日]|今[天日])?[（(]?(\d{1,2})月(\d{1,2})日/u.exec(opening);
  const year = bare === null ? null : yearOf(text, title, Number(bare[1]));
  if (bare === null || year === null || !isDay(year.value, Number(bare[1]), Number(bare[2]))) return null;
  return {
    value: isoDate(year.value, Number(bare[1]), Number(bare[2])),
    by: "inferred",
    evidence: `the opening tells of ${bare[0]}; ${year.evidence}`,
    confidence: Math.min(0.6, year.confidence),
  };
}

/** What is told to the public on the day it is said. */
const speaking =
  /召开|举行|发布|通报|获悉|了解到|印发|公布|公开|介绍|回答|答记者问|记者提问|接受.{0,12}采访|透露|披露|宣布|表示|消息|下发|晒出|亮出/u;

function firstSentence(paragraphs: readonly Paragraph[]): string {
  const text = paragraphs.find((one) => one.kind === "prose")?.text ?? "";
  const stop = text.slice(0, 120).search(/[。！？]/u);
  return arabic(text.slice(0, stop < 0 ? 80 : stop));
}

/** The year of an article that names its day only: the newest year that it names, or the one after it. */
function yearOf(
  text: string,
  title: string | null,
  month: number,
): { value: number; evidence: string; confidence: number } | null {
  const inTitle = newestYear(title ?? "");
  const inText = newestYear(text);
  if (inText === null) return null;
  // 2023年 as a whole is told of when it is over: in the first months, or where 今年 is told of beside it.
  const whole = isToldWhole(text, inText);
  if (whole && (month <= 3 || (month <= 6 && /今年/u.test(text)) || isCalledOver(text, inText))) {
    return { value: inText + 1, evidence: `${inText} is told of as a year that is over`, confidence: 0.6 };
  }
  if (inTitle !== null && inTitle >= inText)
    return { value: inTitle, evidence: `the title names ${inTitle}`, confidence: 0.9 };
  // 去年 at the start of a year is the newest year that is named.
  if (month <= 3 && /去年|全年|过去一年/u.test(text) && !/今年/u.test(text)) {
    return { value: inText + 1, evidence: `${inText} is told of as the year before`, confidence: 0.6 };
  }
  // An article of January looks back on the year before and may not name its own.
  return { value: inText, evidence: `the newest year in the text is ${inText}`, confidence: month <= 2 ? 0.45 : 0.7 };
}

/** Tells whether a year stands in a text as a whole only, never with one of its months. */
function isToldWhole(text: string, year: number): boolean {
  // Matches `2023年，全省`, `2023年1至12月`; must not match `2023年11月`.
  const mentions = [...text.matchAll(new RegExp(`(?<!\\d)${year}年(.{0,8})`, "gu"))];
  return mentions.every(
    ([, after = ""]) =>
      !/^\d{1,2}月|^[上下]半年|^第?[一二三四]季度|^以来/u.test(after) || /^1月?[至到—-]12月/u.test(after),
  );
}

/** Tells whether a text calls a year over beside a year of its own: 2022年全年 and 今年. */
function isCalledOver(text: string, year: number): boolean {
  return new RegExp(`${year}年(?:全年|年?底|年?末|度)`, "u").test(text) && /今年/u.test(text);
}

function newestYear(text: string): number | null {
  let newest: number | null = null;
  // Matches `2023年`; must not match `1500余年`, `到2030年` (a plan) or `12023年`.
  for (const match of text.matchAll(/(?<!\d)(?<!到|至|力争)((?:19|20)\d{2})年(?!前|底前|目标|规划)/gu)) {
    newest = Math.max(newest ?? 0, Number(match[1]));
  }
  return newest;
}

function newestDay(text: string): { day: Day; text: string } | null {
  let newest: { day: Day; text: string } | null = null;
  // Matches `2023年12月`; must not match what lies ahead (`2024年1月1日起施行`) or began long ago (`2020年10月以来`).
  for (const match of text.matchAll(
    /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?!\d|前|底前|(?:[^，。；\n]{0,12})(?:以来|起施行|起实施|起执行|起正式))/gu,
  )) {
    const day = dayOf(Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3]));
    if (day !== null && (newest === null || compare(day, newest.day) > 0)) newest = { day, text: match[0] };
  }
  return newest;
}

function fullDay(text: string): { day: Day; text: string; end: number } | null {
  const match = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?!至|到|前|起|以来)/u.exec(text);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : { day, text: match[0], end: match.index + match[0].length };
}

function dayIn(found: string): Day | null {
  const text = arabic(found);
  const match = /(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2}))?/u.exec(text);
  if (match === null) return null;
  return dayOf(Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3]));
}

/** Writes dates in Chinese numerals with digits: 二〇二三年十二月二十日 is 2023年12月20日. */
function arabic(text: string): string {
  // Matches `二〇二三年十二月二十日`; must not match `三年十二月`.
  return text.replaceAll(
    /([一二][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/gu,
    (_all, year: string, month: string, day: string | undefined) =>
      `${[...year].map((digit) => Math.max(0, numerals.indexOf(digit))).join("")}年${numberOf(month)}月${day === undefined ? "" : `${numberOf(day)}日`}`,
  );
}

const numerals = "〇一二三四五六七八九";

/** 十二 is 12, 二十 is 20, 三 is 3. */
function numberOf(text: string): number {
  const [tens = "", ones] = text.split("十");
  if (ones === undefined) return Math.max(0, numerals.indexOf(text));
  return (tens === "" ? 1 : numerals.indexOf(tens)) * 10 + (ones === "" ? 0 : numerals.indexOf(ones));
}

function dayOf(year: number, month: number, day: number | null): Day | null {
  if (month < 1 || month > 12) return null;
  return day === null || isDay(year, month, day) ? { year, month, day } : null;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function compare(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || (a.day ?? 0) - (b.day ?? 0);
}

function written({ year, month, day }: Day): PartialDate {
  return day === null ? `${year}-${String(month).padStart(2, "0")}` : isoDate(year, month, day);
}
