import type { Span } from "@jianbao/model";
import { isHanAt } from "../characters.ts";
import { type Change, type Draft, change, isWithin } from "../draft.ts";

const full: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "?": "？", "!": "！" };

/** Gives Chinese its full-width punctuation back, but not within numbers, times, Latin text and addresses. */
export function restorePunctuation(draft: Draft): Draft {
  const { text } = draft;
  const addresses = addressesOf(text);
  const brackets = bracketsOf(text, addresses);
  const changes: Change[] = [];
  // Matches each half-width mark and full-width digit; what is done depends on its neighbours.
  for (const match of text.matchAll(/[,:;?!()０-９％．]/gu)) {
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
  return change(draft, changes);
}

/** Full-width digits are digits; a full-width stop or per cent sign only beside one. */
function narrowed(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if (unit >= 0xff10 && unit <= 0xff19) return String.fromCharCode(unit - 0xfee0);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (!isDigit(before)) return null;
  if (unit === 0xff05) return "%";
  return isDigit(after) ? "." : null;
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Tells whether a mark stands in Chinese: beside Han or full-width punctuation, and not between two Latin or digits. */
function isChinese(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 0x20) before--;
  let after = at + 1;
  while (text.charCodeAt(after) === 0x20) after++;
  if (isWide(text, before)) return true;
  // `216起比去年多5%,` at the end of a broken line, `,落网` at the start of one: the next line tells.
  const broken = overBreak(text, before, after);
  if (broken !== null) return broken;
  if (!isWide(text, after)) return false;
  // `36.8%,仅占` and `APP,并` are Chinese; a line that opens with a mark is not.
  return before >= 0 && text.charCodeAt(before) !== 0x0a;
}

/** A comma or semicolon at a line's border: Chinese where Han stands both in its line and across the break. */
function overBreak(text: string, before: number, after: number): boolean | null {
  const ends = text.charCodeAt(after) === 0x0a || text.charCodeAt(after) === 0x0d;
  const starts = before >= 0 && (text.charCodeAt(before) === 0x0a || text.charCodeAt(before) === 0x0d);
  if (ends === starts) return null;
  let across = ends ? after : before;
  const step = ends ? 1 : -1;
  while (/^\s$/u.test(text[across] ?? "")) across += step;
  const here = ends ? text.slice(Math.max(0, before - 11), before + 1) : text.slice(after, after + 12);
  return (isWide(text, across) || isDigit(text.charCodeAt(across))) &&
    /\p{Script=Han}/u.test(here.replace(/^.*\n/u, ""))
    ? true
    : null;
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

/** Web and mail addresses: their marks are their own. */
function addressesOf(text: string): Span[] {
  const spans: Span[] = [];
  // Matches `http://a.cn/?x=1` and `www.a.cn`; must not match `见:www`.
  for (const match of text.matchAll(/(?:https?:\/\/|www\.)[!-'*-;=?-~]{1,400}/giu)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** Decides bracket by bracket, in pairs: full-width where Chinese stands inside or right before. */
function bracketsOf(text: string, addresses: readonly Span[]): Map<number, string> {
  const decided = new Map<number, string>();
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
      if ((!mixed && lastHan < start && !isWide(text, start - 1)) || isWithin(addresses, start)) continue;
      if (text.charCodeAt(start) === 0x28) decided.set(start, "（");
      if (unit === 0x29) decided.set(at, "）");
    }
  }
  return decided;
}
