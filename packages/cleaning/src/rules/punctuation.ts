import { type Span, applyEdits } from "@jianbao/model";
import { isHanAt } from "../characters.ts";
import { type Change, type Draft, change, isWithin } from "../draft.ts";
import { readDoubled } from "./doubled-marks.ts";
import { readForms, readRuns, readStops } from "./marks.ts";
import { guarded } from "../patterns/guarded.ts";

const full: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "?": "？", "!": "！" };

/**
 * Gives Chinese its full-width punctuation back, but not within numbers, times, Latin text and addresses;
 * full-width digits and letters become half-width. No figure ever says another number afterwards.
 */
export function restorePunctuation(draft: Draft): Draft {
  const read = change(draft, readForms(draft.text));
  const single = change(read, readDoubled(read.text));
  const set = change(single, readRuns(single.text));
  const wide = change(set, settled(set.text));
  // What became Chinese may have a run of dots behind it, and that a mark.
  const stopped = change(wide, readStops(wide.text));
  const runs = readRuns(stopped.text);
  if (runs.length === 0) return stopped;
  const closed = change(stopped, runs);
  return change(closed, settled(closed.text));
}

/** A mark is Chinese beside one that is: where marks touch, what one pass decides tells the next. */
function settled(text: string): Change[] {
  const first = widths(text);
  if (!first.some(({ start }) => touches(text, start))) return first;
  const all = new Map(first.map((one) => [one.start, one]));
  let current = applyEdits(text, first).text;
  for (let round = 0; round < 4; round++) {
    const more = widths(current);
    if (more.length === 0) break;
    for (const one of more) all.set(one.start, one);
    current = applyEdits(current, more).text;
  }
  return [...all.values()].sort((a, b) => a.start - b.start);
}

function touches(text: string, at: number): boolean {
  let before = at - 1;
  while (isBlank(text.charCodeAt(before))) before--;
  let after = at + 1;
  while (isBlank(text.charCodeAt(after))) after++;
  return halfWidth.has(text.charAt(before)) || halfWidth.has(text.charAt(after));
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x3000;
}

const halfWidth = new Set(",:;?!()");

// Each half-width mark and full-width digit, letter and sign; what is done depends on its neighbours.
const marks = /[,:;?!()０-９Ａ-Ｚａ-ｚ％．＆＋＃]/gu;
// And what may belong to a number in full-width digits.
const marksAndDigits = /[,:;?!()０-９Ａ-Ｚａ-ｚ％．＆＋＃]|(?<=[０-９])[，：／－]/gu;

const fullDigit = guarded(/[０-９]/u);

function widths(text: string): Change[] {
  const addresses = addressesOf(text);
  const brackets = bracketsOf(text, addresses);
  const changes: Change[] = [];
  for (const match of text.matchAll(fullDigit.test(text) ? marksAndDigits : marks)) {
    const start = match.index;
    const mark = match[0];
    const replacement =
      mark === "(" || mark === ")"
        ? (brackets.get(start) ?? null)
        : mark in full
          ? isChinese(text, start) && !isWithin(addresses, start)
            ? (full[mark] ?? null)
            : null
          : narrowed(text, start);
    if (replacement === null) continue;
    changes.push({ start, end: start + 1, replacement, rule: "cleaning/full-width-punctuation" });
  }
  return changes;
}

/** Full-width digits and letters are digits and letters; marks among them only where they belong to a number or a name. */
function narrowed(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if ((unit >= 0xff10 && unit <= 0xff19) || isWideLetter(unit)) return String.fromCharCode(unit - 0xfee0);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  switch (text[at]) {
    case "％":
      return isDigit(before) ? "%" : null;
    case "．":
      return isDigit(before) && isDigit(after) ? "." : null;
    case "，":
      // Matches the comma of `３，２１５起`; must not match that of `３，２１５３` or `第３，２１５号`.
      return isWideDigit(before) &&
        /^[０-９]{3}(?:，[０-９]{3})*(?:．[０-９]+)?[余多]?(?:[万亿元起人名件个次户家条张台部吨亩米％天册头只株辆套艘架座栋间枚块片封幅篇首趟段支双对盒箱袋瓶份笔例处场位度克斤卷眼顷倍股口桩棵羽尾]|公[里斤顷尺]|平方|立方|千[米瓦克]|小时|分钟|英里|海里|毫[米升])/u.test(
          text.slice(at + 1, at + 24),
        ) &&
        !/[第、，][０-９]*$/u.test(text.slice(Math.max(0, at - 5), at)) &&
        /(?:^|[^０-９])[０-９]{1,3}(?:，[０-９]{3})*$/u.test(text.slice(Math.max(0, at - 16), at))
        ? ","
        : null;
    case "：":
    case "／":
    case "－":
      return isWideDigit(before) && isWideDigit(after) ? String.fromCharCode(unit - 0xfee0) : null;
    default:
      // ＋, ＆ and ＃ in Ｃ＋＋ and Ｑ＆Ａ.
      return isWideLetter(before) || (before === unit && isWideLetter(text.charCodeAt(at - 2)))
        ? String.fromCharCode(unit - 0xfee0)
        : null;
  }
}

function isWideDigit(unit: number): boolean {
  return unit >= 0xff10 && unit <= 0xff19;
}

function isWideLetter(unit: number): boolean {
  return (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a);
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Tells whether a mark stands in Chinese: beside Han or full-width punctuation, and not between two Latin or digits. */
function isChinese(text: string, at: number): boolean {
  // A face: “:)” and “;-)”.
  if (/^[:;]-?[()DP](?![A-Za-z])/u.test(text.slice(at, at + 4)) && !isHanAt(text, at - 1)) return false;
  let before = at - 1;
  while (text.charCodeAt(before) === 0x20) before--;
  let after = at + 1;
  while (text.charCodeAt(after) === 0x20) after++;
  if (isWide(text, before)) return true;
  // “Ça va?” and “id=1;” are not Chinese, though their quotes are.
  if (/[”’]/u.test(text[after] ?? "") && isForeignQuote(text, at)) return false;
  // `216起比去年多5%,` at the end of a broken line, `,落网` at the start of one: the next line tells.
  const broken = overBreak(text, before, after);
  if (broken !== null) return broken;
  if (!isWide(text, after)) return closesChinese(text, at, before, after);
  // `36.8%,仅占` and `APP,并` are Chinese; a line that opens with a mark is not.
  return before >= 0 && text.charCodeAt(before) !== 0x0a;
}

/**
 * Figures of Chinese clauses meet without a character beside the mark: `降至61.5%!` at a line's end, `增长5.2%,CPI上涨`,
 * `占62%,35岁以下`, `9:00,17:00开门`. A comma between digits alone stays, for it may be within a number: `1,234`, `3,5,8`.
 */
function closesChinese(text: string, at: number, before: number, after: number): boolean {
  const unit = text.charCodeAt(before);
  const measured = /[%‰℃℉㎡°]/u.test(text[before] ?? "");
  if (!measured && !isDigit(unit) && (unit !== 0x29 || text.charCodeAt(at) === 0x3a)) return false;
  const left = text.slice(Math.max(0, before - 30), before + 1);
  const clause = /[^,;?!，。：；？！\n]*$/u.exec(left)?.[0] ?? "";
  const next = text.charCodeAt(after);
  if (Number.isNaN(next) || next === 0x0a || next === 0x0d)
    return /[!?;]/u.test(text.charAt(at)) && twoHan.test(clause);
  const right = /^[^,;?!，。：；？！\n]*/u.exec(text.slice(after, after + 30))?.[0] ?? "";
  if (/^[A-Za-z]/u.test(right)) return twoHan.test(clause) && twoHan.test(right);
  if (text[at] !== "," && text[at] !== ";") return false;
  // Behind % no figure goes on; behind a time only a time does.
  if (measured) return twoHan.test(clause) && /^[+-]?\d[\d.]*(?:%|.{0,12}\p{Script=Han})/u.test(right);
  return /\p{Script=Han}.*\d:\d{2}$/u.test(clause) && /^\d{1,2}:\d{2}(?!:)/u.test(right);
}

// Two Han characters; must not match `图1`.
const twoHan = /\p{Script=Han}.*\p{Script=Han}/u;

/** The words between the quote before a position and it hold no Chinese. */
function isForeignQuote(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 200; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || isHanAt(text, i)) return false;
    if (unit === 0x201c || unit === 0x2018) return true;
  }
  return false;
}

/** A comma or semicolon at a line's border: Chinese where Han stands both in its line and across the break. */
function overBreak(text: string, before: number, after: number): boolean | null {
  const ends = text.charCodeAt(after) === 0x0a || text.charCodeAt(after) === 0x0d;
  const starts = before >= 0 && (text.charCodeAt(before) === 0x0a || text.charCodeAt(before) === 0x0d);
  if (ends === starts) return null;
  let across = ends ? after : before;
  const step = ends ? 1 : -1;
  while (/^\s$/u.test(text[across] ?? "")) across += step;
  if (cutsNumber(text, ends ? before : across, ends ? across : after, text.charAt(ends ? before + 1 : after - 1)))
    return false;
  const here = ends ? text.slice(Math.max(0, before - 11), before + 1) : text.slice(after, after + 12);
  return (isWide(text, across) || isDigit(text.charCodeAt(across))) &&
    /\p{Script=Han}/u.test(here.replace(/^.*\n/u, ""))
    ? true
    : null;
}

/** Tells that a line's break cut a time, `9` | `:00`, or a number, `1,` | `234`. */
function cutsNumber(text: string, before: number, after: number, mark: string): boolean {
  if (!isDigit(text.charCodeAt(before))) return false;
  const rest = text.slice(after, after + 4);
  return mark === ":" ? /^[0-5]\d(?!\d)/u.test(rest) : mark === "," && /^\d{3}(?!\d)/u.test(rest);
}

function isWide(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return (
    isHanAt(text, at) ||
    (unit >= 0x3001 && unit <= 0x3017) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    unit === 0x2018 ||
    unit === 0x2019 ||
    unit === 0x201c ||
    unit === 0x201d ||
    unit === 0x2026 ||
    unit === 0x2014
  );
}

// Matches `print("你好,世界")` and `{"名": "值", "a": 1}`; must not match `App(含"插件")`.
const codeWithText = guarded(
  /\b[A-Za-z_]\w{0,40}\((?:[\w ,.=]{0,40}"[^"\n]{0,200}"){1,8}[\w ,.=]{0,40}\)|\{[ ]?"[^"\n{}]{0,80}"[ ]?:[^{}\n]{0,400}\}/gu,
);
// Matches `http://a.cn/?x=1` and `www.a.cn`; must not match `见:www`.
const webAddress = guarded(/(?:(?:https?|ftp|rtsp):\/\/|www\.)[!-'*-;=?-~]{1,400}/giu);

/** Web addresses and pieces of code: their marks are their own. */
function addressesOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of codeWithText.all(text)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of webAddress.all(text)) {
    // The mark behind an address is the sentence's.
    const own = match[0].replace(/[,;:!?.]+$/u, "");
    spans.push({ start: match.index, end: match.index + (own.includes("(") ? own : own.replace(/\)+$/u, "")).length });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Brackets without Han stand in Chinese right behind a word or its quotes: 软件(App); not as in ，(a+b)(c+d). */
function takesLatin(text: string, start: number, end: number): boolean {
  if (!isHanAt(text, start - 1) && !/[”’》〉」』】）]/u.test(text[start - 1] ?? "")) return false;
  return (
    !/[=+*/^<>≤≥±×÷]/u.test(
      text.slice(/[+±]/u.test(text[start + 1] ?? "") ? start + 2 : start + 1, Math.min(end, start + 40)),
    ) && !/[(=+*/^<>≤≥±×÷℃°%‰]/u.test(text[end + 1] ?? "")
  );
}

const halfBracket = guarded(/[()]/u);

/** Decides bracket by bracket, in pairs: full-width where Chinese stands inside or right before. */
function bracketsOf(text: string, addresses: readonly Span[]): Map<number, string> {
  const decided = new Map<number, string>();
  if (!halfBracket.test(text)) return decided;
  const open: number[] = [];
  let lastHan = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) open.length = 0;
    else if (unit >= 0x2e80 && isHanAt(text, at)) lastHan = at;
    else if (unit === 0x28 || unit === 0xff08) open.push(at);
    else if (unit === 0x29 || unit === 0xff09) {
      const start = open.pop();
      if (start === undefined) {
        if (unit === 0x29 && lastHan === at - 1 && at > 0) decided.set(at, "）");
        continue;
      }
      const mixed = text.charCodeAt(start) === 0xff08 || unit === 0xff09;
      if ((!mixed && lastHan < start && !takesLatin(text, start, at)) || isWithin(addresses, start)) continue;
      if (text.charCodeAt(start) === 0x28) decided.set(start, "（");
      if (unit === 0x29) decided.set(at, "）");
    }
  }
  return decided;
}
