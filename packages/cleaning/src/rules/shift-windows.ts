import { isHan } from "../characters.ts";
import { isEveryday } from "../everyday.ts";
import { codeOf, encodeGbk, gbkTable } from "../gbk-table.ts";
import { syllableOf } from "../pinyin.ts";
import { readingsOf } from "../readings.ts";

/** One character of a window, with what it may be in bytes. */
export interface Unit {
  readonly text: string;
  /** Its double-byte code, or 0; that of the full-width mark for a half-width one. */
  readonly code: number;
  /** The byte of an ASCII character, else -1. */
  readonly ascii: number;
  /** `?` or U+FFFD, which may stand for lost bytes; else empty. */
  readonly mark: string;
  readonly bytes: readonly number[];
  /** For a `?`: the ASCII text that it took along; null where that cannot be told. */
  readonly swallows: string | null;
  /** What follows a mark is a gloss that was put between two characters. */
  readonly gloss: Gloss | null;
  /** The characters after it are everyday ones. */
  readonly calmAfter: boolean;
}

/** A gloss that stands after half a character. */
export interface Gloss {
  /** How many units it takes, with the mark before it. */
  readonly length: number;
  readonly leads: readonly number[];
  readonly bytes: readonly number[];
}

/** A stretch of text in which bytes may be out of step. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** What is suspicious of it, in units. */
  readonly core: { readonly start: number; readonly end: number };
  /** What stands before it in its line. */
  readonly before: string;
  readonly units: readonly Unit[];
  /** Where damage may begin: from the unit `first` to `last`. */
  readonly first: number;
  readonly last: number;
  /** The line ends with the window. */
  readonly endsLine: boolean;
  /** Rare characters stand together: bytes may have been lost where nothing marks it. */
  readonly silent: boolean;
  /** There is damage here, whether or not it can be repaired. */
  readonly certain: boolean;
}

/** How many characters before and behind what is suspicious a window has. */
const ahead = 8;
const behind = 8;
/** What is suspicious and no farther apart than this is one window. */
const apart = 9;
/** Longer windows are not looked into. */
const longest = 600;

/** By code unit: 1 everyday text, 2 strange, 3 neither. */
const kinds = new Uint8Array(65_536);

function kindOf(unit: number): number {
  let kind = kinds[unit] ?? 0;
  if (kind === 0) {
    kind = newKindOf(unit);
    kinds[unit] = kind;
  }
  return kind;
}

function newKindOf(unit: number): number {
  if (unit < 0x80) return 3;
  if (unit >= 0x4e00 && unit <= 0x9fff) return isEveryday(unit) ? 1 : 2;
  const character = String.fromCharCode(unit);
  if ("，。、：；！？“”‘’（）《》…—·〈〉【】　％〇々".includes(character)) return 1;
  // Greek, Cyrillic, kana, bopomofo, frames and private-use characters are what pairs out of step look like.
  return (unit >= 0x370 && unit <= 0x4ff) || (unit >= 0x2100 && unit <= 0x266f) || (unit >= 0x3041 && unit <= 0x3129) ||
    (unit >= 0x3220 && unit <= 0x33ff) || (unit >= 0xe000 && unit <= 0xf8ff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xff10 && unit <= 0xff5e)
    ? 2
    : 3;
}

/** Tells in one pass whether a text may be damaged at all: nothing is loaded for one that is not. */
export function mayBeShifted(text: string): boolean {
  let last = -100;
  let before = -100;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) return true;
    if (unit === 0x3f) {
      if (i > 0 && /^[!！，,。、\p{Script=Han}\u0370-\u04FF(（/]/u.test(text.slice(i + 1, i + 2))) return true;
    } else if (unit >= 0x40 && unit < 0x7f) {
      if (isLetterBetween(text, i)) return true;
    } else if (unit >= 0x80 && kindOf(unit) === 2) {
      // Three strange characters within eight.
      if (i - before < 8) return true;
      before = last;
      last = i;
    }
  }
  return false;
}

/** One ASCII letter or brace between Han, or before a gloss. */
function isLetterBetween(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  return before >= 0x370 && (after >= 0x370 || after === 0x28 || Number.isNaN(after) || after === 0x0a || after === 0x2c || after === 0x3f);
}

/** Finds the windows of a text, in order. */
export function findWindows(text: string, readings: ReadonlyMap<string, ReadonlySet<string>>): Window[] {
  const traditional = isTraditional(text);
  const windows: Window[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) {
      const window = windowOf(text, start, end, readings);
      if (window !== null) windows.push(window);
    }
    start = -1;
  };
  let strange = -100;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || unit === 0x0d) {
      close();
      strange = -100;
      continue;
    }
    let suspicious = -1;
    if (unit === 0xfffd || (unit === 0x3f && isStrangeMark(text, i, traditional))) suspicious = i;
    else if (unit >= 0x40 && unit < 0x7f) {
      if (isLetterBetween(text, i) && (traditional || i - strange < 9)) suspicious = i;
    } else if (unit >= 0x80 && kindOf(unit) === 2) {
      if (i - strange < 6) suspicious = strange;
      strange = i;
    }
    if (suspicious < 0) continue;
    if (start >= 0 && suspicious - end > apart) close();
    if (start < 0) start = suspicious;
    end = i + 1;
  }
  close();
  return windows;
}

/** A question mark that has no place in its sentence, or that strange characters follow. */
function isStrangeMark(text: string, at: number, traditional: boolean): boolean {
  const next = text.slice(at + 1, at + 9);
  if (/^[!！，,。、]/u.test(next)) return true;
  // Matches `shù)` and `/p>`: what a lost lead took the bracket of.
  if (/^(?:\(?(?:[A-Za-zÀ-ɏ]|\p{M}){1,6}[)）]|\/?[a-z]{1,6}>)/u.test(next)) return true;
  for (let i = Math.max(0, at - 4); i < Math.min(text.length, at + 8); i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) {
      if (i > at) break;
    } else if (unit >= 0x80 && kindOf(unit) === 2) return true;
    else if (traditional && i > at && unit >= 0x40 && unit < 0x7f && isLetterBetween(text, i)) return true;
  }
  return false;
}

/** A tenth of the Han characters are none of GB 2312. */
function isTraditional(text: string): boolean {
  let all = 0;
  let beyond = 0;
  const { codes } = gbkTable();
  for (let i = 0; i < text.length && all < 4000; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) continue;
    all++;
    const code = codes[unit] ?? 0;
    if (code >> 8 < 0xb0 || code >> 8 > 0xf7 || (code & 255) < 0xa1) beyond++;
  }
  return beyond * 20 > all;
}

function windowOf(text: string, from: number, to: number, readings: ReadonlyMap<string, ReadonlySet<string>>): Window | null {
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const stop = text.indexOf("\n", to);
  const lineEnd = stop < 0 ? text.length : text[stop - 1] === "\r" ? stop - 1 : stop;
  const start = Math.max(line, from - ahead);
  const end = Math.min(lineEnd, to + behind);
  if (end - start > longest) return null;
  const piece = text.slice(start, end);
  let han = 0;
  let strange = 0;
  let kana = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(text[i])) han++;
    if (unit >= 0x3041 && unit <= 0x30ff) kana++;
    if (unit >= 0x80 && kindOf(unit) === 2) strange++;
  }
  // Japanese and Russian are no damaged Chinese.
  if (to - from > 4 && (han * 2 < to - from || kana * 4 > to - from) && !/[?\uFFFD]/u.test(text.slice(from, to))) return null;
  const units: Unit[] = [];
  for (let i = 0; i < piece.length; i++) units.push(unitOf(text, start + i, end, lineEnd, readings));
  return {
    start,
    end,
    core: { start: from - start, end: to - start },
    before: text.slice(Math.max(line, start - 8), start),
    units,
    first: 0,
    last: to - start,
    endsLine: end === lineEnd,
    silent: strange >= 1,
    certain: /\uFFFD|\?[!！，,。、]/u.test(text.slice(from, to)),
  };
}

const wide: Readonly<Record<string, string>> = { "!": "！", ",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？" };

function unitOf(text: string, at: number, end: number, lineEnd: number, readings: ReadonlyMap<string, ReadonlySet<string>>): Unit {
  const character = text[at] ?? "";
  const ascii = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : -1;
  const code = codeOf(wide[character] ?? character);
  const mark = character === "?" || character === "\uFFFD" ? character : "";
  let calm = at + 5 <= end;
  for (let i = at + 1; i < at + 5; i++) if (i < end && kindOf(text.charCodeAt(i)) === 2) calm = false;
  return {
    text: character,
    code,
    ascii,
    mark,
    bytes: ascii >= 0 ? [ascii] : code === 0 ? [0x80] : [code >> 8, code & 255],
    swallows: mark === "?" ? swallowedBefore(text, at + 1, lineEnd) : null,
    gloss: mark === "" ? null : glossAt(text, at, readings),
    calmAfter: calm,
  };
}

/** Which ASCII text a lost lead took along: the bracket of a gloss or of a tag, or the end of its line. */
function swallowedBefore(text: string, at: number, lineEnd: number): string | null {
  if (at >= lineEnd) return "";
  const rest = text.slice(at, at + 24);
  // Matches `dòng)` and `/p>`; must not match `我们`.
  const gloss = /^((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})[)）]/u.exec(rest);
  if (gloss !== null && syllableOf(gloss[1] ?? "") !== null) return "(";
  return /^\/?(?:p|br|span|div|strong|b|font|td|tr|li|a)(?:\s[^<>]{0,20})?\/?>/iu.test(rest) ? "<" : null;
}

/** `當?shù)攸h`: the bytes of a gloss, and the second bytes that its character may have. */
function glossAt(text: string, at: number, readings: ReadonlyMap<string, ReadonlySet<string>>): Gloss | null {
  // Matches `?shù)`; must not match `?)` or `?(`.
  const match = /^[?\uFFFD]([(（]?)((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})([)）])/u.exec(text.slice(at, at + 14));
  const syllable = match === null ? null : syllableOf(match[2] ?? "");
  if (match === null || syllable === null) return null;
  const before = codeOf(text.slice(at - 1, at)) & 255;
  if (before < 0x81) return null;
  const leads = new Set<number>();
  for (const [base, letters] of readings) {
    const code = codeOf(base);
    if (code >> 8 === before && letters.has(syllable.letters) && (code & 255) > 0x80) leads.add(code & 255);
  }
  if (leads.size === 0) {
    const { characters } = gbkTable();
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const base = characters[before * 256 + trail] ?? "";
      if (readingsOf(base).includes(syllable.letters)) leads.add(trail);
    }
  }
  const bytes = encodeGbk(`(${match[2] ?? ""}${match[3] === "）" ? "）" : ")"}`);
  return leads.size === 0 || bytes === null ? null : { length: match[0].length, leads: [...leads], bytes: [...bytes] };
}
