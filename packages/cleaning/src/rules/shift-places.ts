import { codeOf, encodeGbk, gbkTable } from "../gbk-table.ts";
import { initialOf } from "../initial.ts";
import { syllableOf } from "../pinyin.ts";

/** A stretch of text whose pairs of bytes may be out of step, as far as the text alone shows it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly observed: string;
  /** The double-byte codes as found, from where the damage may begin. */
  readonly tokens: readonly number[];
  /** At which token the shift may begin. */
  readonly starts: readonly number[];
  /** Which lead bytes may be lost. */
  readonly leads: readonly number[];
  /** What ended the shift: an ASCII byte that is a trail, or a byte that is unknown with what it swallowed. */
  readonly tail:
    | { readonly type: "trail"; readonly unit: number }
    | { readonly type: "unknown"; readonly swallowed: string };
  /** A `?` stands where the byte was lost. */
  readonly marked: boolean;
  /** A cleaner may have dropped a private-use character within. */
  readonly mayDrop: boolean;
  /** The decoder kept the ASCII byte after a lost lead. */
  readonly keepsAscii: boolean;
  /** There is damage here for certain, whether or not it can be repaired. */
  readonly certain: boolean;
  /** The ways in which the original's bytes were damaged. */
  readonly damage: (original: Uint8Array) => Uint8Array[];
}

const everyLead = Array.from({ length: 126 }, (_, i) => i + 0x81);
/** Longest run that is looked at. */
const longest = 80;

/** Finds the places of a text where bytes may be out of step, in text order; those of one place stand together. */
export function findPlaces(text: string, readings: ReadonlyMap<string, ReadonlySet<string>>): Place[] {
  const places: Place[] = [];
  // Matches `?`, U+FFFD, and one ASCII letter or brace right after Han; what it means is judged below.
  for (const match of text.matchAll(/[?\uFFFD]|(?<=[\p{Script=Han}！!Α-ωА-я])[@-~](?![A-Za-z\d])/gu)) {
    const at = match.index;
    const mark = match[0];
    if (mark === "?" || mark === "\uFFFD") {
      const inside = insideGloss(text, at, readings);
      if (inside !== null) places.push(inside);
      else {
        const lost = afterMark(text, at);
        if (lost !== null) places.push(lost);
      }
    }
    if (mark !== "?") {
      const silent = beforeEnd(text, at, mark);
      if (silent !== null) places.push(silent);
    }
    if (places.length > 1000) break;
  }
  return places.sort((a, b) => a.start - b.start || Number(b.marked) - Number(a.marked));
}

/** `當?shù)攸h`: a gloss was put after bytes that only looked like its character, between two characters. */
function insideGloss(text: string, at: number, readings: ReadonlyMap<string, ReadonlySet<string>>): Place | null {
  // Matches `?shù)`; must not match `?)` or `?(`.
  const gloss = /^[?\uFFFD]\(?((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})[)）]/u.exec(text.slice(at, at + 14));
  const syllable = gloss === null ? null : syllableOf(gloss[1] ?? "");
  if (gloss === null || syllable === null) return null;
  const { characters } = gbkTable();
  const before = codeOf(text.slice(at - 1, at));
  if (before === 0) return null;
  const leads: number[] = [];
  for (const [base, letters] of readings) {
    const code = codeOf(base);
    if (code !== 0 && letters.has(syllable.letters) && code >> 8 === (before & 255)) leads.push(code & 255);
  }
  const from = at + gloss[0].length;
  const run = runFrom(text, from);
  if (run === null) return null;
  if (leads.length === 0) {
    // The page glosses no such character elsewhere: its second byte follows from how it is read.
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const base = characters[(before & 255) * 256 + trail] ?? "";
      if (base !== "" && initialOf(base) === syllable.letters[0]) leads.push(trail);
    }
    if (leads.length === 0) return null;
  }
  const keepsAscii = text[at] === "\uFFFD";
  const inserted = encodeGbk(`(${gloss[1] ?? ""})`);
  return {
    start: at,
    end: run.end,
    observed: text.slice(at, run.end),
    tokens: run.tokens,
    starts: [0],
    leads,
    tail: run.tail,
    marked: true,
    mayDrop: true,
    keepsAscii,
    certain: true,
    damage: (bytes) =>
      inserted === null ? [] : [Uint8Array.from([...bytes.slice(0, 1), ...inserted, ...bytes.slice(1)])],
  };
}

/** `損失?!惫`: a `?` stands for the byte that was lost, and the pairs after it are out of step. */
function afterMark(text: string, at: number): Place | null {
  const run = runFrom(text, at + 1);
  if (run === null) return null;
  return {
    start: at,
    end: run.end,
    observed: text.slice(at, run.end),
    tokens: run.tokens,
    starts: [0],
    leads: everyLead,
    tail: run.tail,
    marked: true,
    mayDrop: true,
    keepsAscii: false,
    // A genuine question mark is followed by the end or by a quotation mark, not by another mark.
    certain: /^[!！，,。、]/u.test(text.slice(at + 1, at + 2)),
    damage: (bytes) => [Uint8Array.from([0x3f, ...bytes.slice(1)])],
  };
}

/** A byte was lost without a trace: all that shows is the end, an ASCII trail or a lead without its trail. */
function beforeEnd(text: string, at: number, mark: string): Place | null {
  const keepsAscii = mark === "\uFFFD";
  const tokens: number[] = [];
  let start = at;
  while (start > 0 && tokens.length < longest) {
    const code = codeOf(text.slice(start - 1, start));
    if (code === 0) break;
    tokens.push(code);
    start--;
  }
  tokens.reverse();
  if (tokens.length === 0) return null;
  return {
    start,
    end: at + 1,
    observed: text.slice(start, at + 1),
    tokens,
    starts: tokens.map((_code, i) => i),
    leads: everyLead,
    tail: keepsAscii ? { type: "unknown", swallowed: "" } : { type: "trail", unit: mark.charCodeAt(0) },
    marked: false,
    mayDrop: false,
    keepsAscii,
    certain: keepsAscii,
    // Which byte was lost is not known: any one whose loss gives the text as found will do.
    damage: (bytes) =>
      Array.from({ length: bytes.length }, (_, i) => Uint8Array.from([...bytes.slice(0, i), ...bytes.slice(i + 1)])),
  };
}

const marks: Readonly<Record<string, string>> = { "!": "！", ",": "，", ":": "：", ";": "；", "(": "（", ")": "）" };

/** The double-byte characters from a position up to what ends a shift; null where nothing does. */
function runFrom(text: string, from: number): { end: number; tokens: number[]; tail: Place["tail"] } | null {
  const tokens: number[] = [];
  for (let i = from; i < text.length && i < from + longest; i++) {
    const character = text[i] ?? "";
    const unit = text.charCodeAt(i);
    if (character === "?" || character === "\uFFFD") {
      const swallowed = character === "\uFFFD" ? "" : swallowedBefore(text.slice(i + 1, i + 24));
      return swallowed === null || tokens.length === 0
        ? null
        : { end: i + 1, tokens, tail: { type: "unknown", swallowed } };
    }
    if (unit >= 0x40 && unit <= 0x7e) {
      // One ASCII character between Han is a trail; two are a word.
      if (tokens.length === 0 || /^[A-Za-z\d]/u.test(text.slice(i + 1, i + 2))) return null;
      return { end: i + 1, tokens, tail: { type: "trail", unit } };
    }
    const code = codeOf(marks[character] ?? character);
    if (code === 0) return null;
    tokens.push(code);
  }
  return null;
}

/** Which ASCII character a lost lead took along: the bracket of a gloss or of a tag; null where it cannot be told. */
function swallowedBefore(rest: string): string | null {
  // Matches `dòng)` and `/p>`; must not match `我们`.
  const gloss = /^((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})[)）]/u.exec(rest);
  if (gloss !== null && syllableOf(gloss[1] ?? "") !== null) return "(";
  return /^\/?(?:p|br|span|div|strong|b|font|td|tr|li|a)(?:\s[^<>]{0,20})?\/?>/iu.test(rest) ? "<" : null;
}
