import type { Period } from "@jianbao/model";
import type { Paragraph } from "./sentence.ts";
import { readTime } from "./time.ts";
import type { TimeContext } from "./time-mark.ts";

/**
 * What the figures without any other time are of: the stretch that the title names, or the line under it (周通报,
 * 8月7日至8月13日), else the year of the title (2023年…四大看点, 白皮书（2023）), which the text then reports on.
 */
export function titlePeriod(
  text: string,
  paragraphs: readonly Paragraph[],
  title: string | null,
  time: TimeContext,
): Period | null {
  const lines = headLines(text, paragraphs);
  const [first = ""] = lines;
  const named = title ?? first;
  for (const line of new Set([named, ...lines])) {
    const stretch = stretchIn(line, time);
    if (stretch !== null) return stretch;
  }
  return yearOf(named, time);
}

/** The title and the lines under it, before the first sentence. */
function headLines(text: string, paragraphs: readonly Paragraph[]): string[] {
  const lines: string[] = [];
  for (const { heading, start, end } of paragraphs.slice(0, 3)) {
    const line = text.slice(start, end);
    if (lines.length === 0 ? !heading : line.length > 40 || /[。；！？]/u.test(line)) break;
    lines.push(line);
  }
  return lines;
}

const openers = "0123456789一二三四上下前全第";

/** A week, a month, a quarter or any other stretch that is over, but for whole years; nothing of a single day. */
function stretchIn(line: string, time: TimeContext): Period | null {
  const { today } = time;
  if (today === null) return null;
  const context = { ...time };
  for (let at = 0; at < line.length; at++) {
    if (!openers.includes(line[at] ?? " ")) continue;
    const mark = readTime(line, at, context);
    if (mark === null) continue;
    at = Math.max(at, mark.end - 1);
    const { type, from, to, day, asOf, open, wholeYear } = mark;
    if (type !== "period" || from === null || to === null || day || asOf || open || wholeYear !== null) continue;
    if (to > today || (from.endsWith("-01-01") && to.endsWith("-12-31"))) continue;
    // 3月5日至7日在京召开: when something is held.
    if (/^[^，,。（）]{0,8}(?:召开|举行|举办|开幕|将)/u.test(line.slice(mark.end))) continue;
    return { start: from, end: to, text: line.slice(mark.start, mark.end) };
  }
  return null;
}

// Matches `2023年打击`, `白皮书（2023）`, `年报2023`, `2024重庆反诈成绩单`; must not match `2023年12月`, `（2023）3号`, `2023—2025年`, `2024人`.
const yearNamed =
  /(?<![\d—–~～至到-])(?<year>(?:19|20)\d\d)(?:年(?!\d{0,2}[月至]|第?\d+[期号])|(?=[）\u{29}](?:要点|摘要|全文)?$|$)|(?=(?![年个名人起件家元万亿余多米条套])\p{Script=Han}{3}))/u;

function yearOf(title: string, time: TimeContext): Period | null {
  const match = yearNamed.exec(title);
  const year = Number(match?.groups?.["year"] ?? 0);
  if (match === null || time.published === null || year > time.published.year) return null;
  time.titled = year;
  time.reported = year;
  const isSame = year === time.published.year;
  return { start: `${year}-01-01`, end: isSame ? time.today : `${year}-12-31`, text: match[0] };
}
