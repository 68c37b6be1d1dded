import { isHan } from "../../characters.ts";
import { isCommon } from "../../language/common-characters.ts";
import { codeOf, encodeGbk, gbkTable } from "../../gbk/gbk-table.ts";
import { type LanguageModel, nothingRead } from "../../language/language-model.ts";
import { syllableOf } from "../../pinyin.ts";
import { readingsOf } from "../../readings.ts";

/** One character of a window, with what it may be in bytes. */
export interface Unit {
  readonly text: string;
  /** Its double-byte code, or 0; that of the full-width mark for a half-width one. */
  readonly code: number;
  /** The byte of an ASCII character, else -1. */
  readonly ascii: number;
  /** One letter or brace with no other beside it. */
  readonly alone: boolean;
  /** A mark at which a text may have been read apart, wherever its bytes stood: 。！？；，（ */
  readonly parts: boolean;
  /** `?` or U+FFFD, which may stand for lost bytes; else empty. */
  readonly mark: string;
  readonly bytes: readonly number[];
  /** For a `?`: the ASCII text that it took along; null where that cannot be told. */
  readonly swallows: string | null;
  /** For a `?`: how the character before is read by the gloss whose bracket it took along. */
  readonly glossAfter: string | null;
  /** What follows a mark, or this itself, is a gloss that was put between two characters. */
  readonly gloss: Gloss | null;
  /** A gloss, or what is left of one: it is no part of the sentence, and stays. */
  readonly free: boolean;
  /** The characters after it are everyday ones. */
  readonly calmAfter: boolean;
}

/** A gloss that stands after half a character. */
export interface Gloss {
  /** How many units it takes, with the mark before it. */
  readonly length: number;
  /** The first bytes that the character behind may have, each with the character that the gloss is of. */
  readonly leads: readonly { readonly lead: number; readonly base: string }[];
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
const apart = 6;
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
  if (unit >= 0x4e00 && unit <= 0x9fff) return isCommon(unit) ? 1 : 2;
  const character = String.fromCharCode(unit);
  if ("，。、：；！？“”‘’（）《》…—·〈〉【】　％〇々".includes(character)) return 1;
  // Greek, Cyrillic, kana, bopomofo, frames and private-use characters are what pairs out of step look like.
  return (unit >= 0x370 && unit <= 0x4ff) ||
    (unit >= 0x2100 && unit <= 0x266f) ||
    (unit >= 0x3041 && unit <= 0x3129) ||
    (unit >= 0x3220 && unit <= 0x33ff) ||
    (unit >= 0xe000 && unit <= 0xf8ff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xff10 && unit <= 0xff5e)
    ? 2
    : 3;
}

/** Tells in one pass whether a text may be damaged at all: nothing is loaded for one that is not. */
export function mayBeShifted(text: string): boolean {
  return hasTraces(text) || misfits(text).size > 0;
}

/** Where a bracket opens a gloss that is no reading of the character before it. */
export function misfits(text: string): Set<number> {
  const found = new Set<number>();
  // Matches `展(biàn)`; must not match `銀行(bank)` or `重慶(chóngqìng)`.
  for (const match of text.matchAll(/(?<=\p{Script=Han})[(（]((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})[)）]/gu)) {
    const syllable = syllableOf(match[1] ?? "");
    if (syllable?.toned !== true) continue;
    const known = readingsOf(text[match.index - 1] ?? "");
    if (known.length > 0 && !known.includes(syllable.letters)) found.add(match.index);
  }
  return found;
}

function hasTraces(text: string): boolean {
  let last = -100;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) return true;
    if (unit === 0x3f) {
      if (text.charCodeAt(i - 1) >= 0x370 || text.charCodeAt(i + 1) >= 0x370) return true;
    } else if (unit >= 0x40 && unit < 0x7f) {
      if (isLetterBetween(text, i)) return true;
    } else if (unit >= 0x80 && kindOf(unit) === 2) {
      // Two strange characters within ten.
      if (i - last < 10) return true;
      last = i;
    }
  }
  return false;
}

/** One ASCII letter or brace between Han, or before a gloss. */
function isLetterBetween(text: string, at: number): boolean {
  // A page's marks may be half-width.
  const last = text.charCodeAt(at - 1);
  const isMarked = last === 0x21 || last === 0x2c || last === 0x3b;
  const before = isMarked ? text.charCodeAt(at - 2) : last;
  if (before === 0x3f) return !/[\w.&=-]/u.test(text[at + 1] ?? "");
  const after = text.charCodeAt(at + 1);
  return (
    before >= 0x370 && (after >= 0x370 || (after < 0x40 && after !== 0x20 && after !== 0x2e) || Number.isNaN(after))
  );
}

/** Finds the windows of a text, in order. */
export function findWindows(
  text: string,
  readings: ReadonlyMap<string, ReadonlySet<string>>,
  language: LanguageModel,
): Window[] {
  const traditional = isTraditional(text);
  const glosses = misfits(text);
  const windows: Window[] = [];
  let line = 0;
  while (line < text.length) {
    const stop = text.indexOf("\n", line);
    const next = stop < 0 ? text.length : stop;
    const end = text[next - 1] === "\r" ? next - 1 : next;
    for (const { from, to } of suspiciousIn(text, line, end, { traditional, glosses }, language)) {
      const window = windowOf(text, from, to, line, end, readings);
      if (window !== null) windows.push(window);
    }
    if (windows.length > 5000) break;
    line = next + 1;
  }
  return windows;
}

/** What may begin or end a shift, in a line: marks, single letters and strange characters. */
function anchorsIn(
  text: string,
  line: number,
  end: number,
  { traditional, glosses }: { readonly traditional: boolean; readonly glosses: ReadonlySet<number> },
): number[] {
  const anchors: number[] = [];
  for (let i = line; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd || unit === 0x3f) anchors.push(i);
    else if (unit >= 0x40 && unit < 0x7f) {
      if (traditional && isLetterBetween(text, i)) anchors.push(i);
    } else if ((unit >= 0x80 && kindOf(unit) === 2) || glosses.has(i)) anchors.push(i);
  }
  return anchors;
}

/** How many characters are read together to tell whether they are Chinese, and what they may cost each, in bits. */
const together = 4;
const tooMuch = 10.5;
/** How far a stretch that does not read as Chinese may be from its anchor. */
const near = 4;

/** The stretches of a line that do not read as Chinese and have an anchor; near ones are one. */
function suspiciousIn(
  text: string,
  line: number,
  end: number,
  page: { readonly traditional: boolean; readonly glosses: ReadonlySet<number> },
  language: LanguageModel,
): { from: number; to: number }[] {
  const anchors = anchorsIn(text, line, end, page);
  if (anchors.length === 0) return [];
  const stretches: { from: number; to: number }[] = [];
  const put = (from: number, to: number): void => {
    const last = stretches.at(-1);
    if (last !== undefined && from - last.to <= apart) {
      last.from = Math.min(last.from, from);
      last.to = Math.max(last.to, to);
    } else stretches.push({ from, to });
  };
  const zones = zonesIn(text, line, end, (anchors.at(-1) ?? end) + near, language);
  let z = 0;
  for (const anchor of anchors) {
    while ((zones[z]?.to ?? Infinity) < anchor - near) z++;
    let found = false;
    for (let i = z; (zones[i]?.from ?? Infinity) <= anchor + near; i++) {
      const zone = zones[i];
      if (zone === undefined) break;
      put(Math.min(zone.from, anchor), Math.max(zone.to, anchor + 1));
      found = true;
    }
    if (!found && !isPlain(text, anchor)) put(anchor, anchor + 1);
  }
  return stretches;
}

/** Where a line costs too much to be Chinese, of the stretches that begin at `last` at the latest. */
function zonesIn(
  text: string,
  line: number,
  end: number,
  last: number,
  language: LanguageModel,
): { from: number; to: number }[] {
  const zones: { from: number; to: number }[] = [];
  const sums: number[] = [0];
  let reading = nothingRead;
  for (let i = line; i < end; i++) {
    const from = i - together + 1;
    const open = zones.at(-1);
    if (from > last && (open === undefined || from > open.to + 1)) break;
    reading = language.next(reading, text[i] ?? "");
    sums.push(reading.bits);
    const k = i - line + 1;
    if (k < together) continue;
    if (((sums[k] ?? 0) - (sums[k - together] ?? 0)) / together <= tooMuch) continue;
    if (open !== undefined && from <= open.to + 1) open.to = i + 1;
    else zones.push({ from, to: i + 1 });
  }
  return zones;
}

/** An anchor that by itself means nothing: not U+FFFD, not `?!`, not half a gloss or tag, nor one out of place. */
function isPlain(text: string, at: number): boolean {
  if (/[\uFFFD(（]/u.test(text[at] ?? "") || /[@-~]/u.test(text[at] ?? "")) return false;
  if (text[at] !== "?") return true;
  const next = text.slice(at + 1, at + 12);
  return !/^(?:[!！，,。、；;？?]|\(?(?:[A-Za-zÀ-ɏ]|\p{M}){1,6}[)）]|\/?[a-z]{1,6}>)/u.test(next);
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
  return beyond * 10 > all;
}

function windowOf(
  text: string,
  from: number,
  to: number,
  line: number,
  lineEnd: number,
  readings: ReadonlyMap<string, ReadonlySet<string>>,
): Window | null {
  const start = Math.max(line, from - ahead);
  const end = Math.min(lineEnd, to + behind);
  if (end - start > longest) return null;
  let han = 0;
  let strange = 0;
  let kana = 0;
  let all = 0;
  for (let i = from; i < to;) {
    const gloss = glossLength(text, i);
    if (gloss > 0) {
      i += gloss;
      continue;
    }
    const unit = text.charCodeAt(i);
    all++;
    if (isHan(text[i++])) han++;
    if (unit >= 0x3041 && unit <= 0x30ff) kana++;
    if (unit >= 0x80 && kindOf(unit) === 2) strange++;
  }
  // Japanese and Russian are no damaged Chinese.
  if (all > 4 && (han * 2 < all || kana * 4 > all) && !/[?\uFFFD]/u.test(text.slice(from, to))) return null;
  const units: Unit[] = [];
  let mark = from;
  let core = { start: 0, end: 0 };
  for (let i = start; i < end;) {
    if (i <= from) core = { start: units.length, end: units.length };
    const length = glossLength(text, i);
    if (length > 0) {
      units.push({
        ...plainUnit,
        text: text.slice(i, i + length),
        bytes: [...(encodeGbk(text.slice(i, i + length)) ?? [])],
        // A decoder may have dropped the first byte before it without a mark.
        gloss: /[(（]/u.test(text[i] ?? "") ? glossAt(text, i - 1, 1, readings) : null,
      });
      i += length;
    } else units.push(unitOf(text, i++, end, lineEnd, readings));
    if (i <= to) core = { ...core, end: units.length };
    mark = i;
  }
  return {
    start,
    end: mark,
    core: { start: from - start, end: to - start },
    before: text.slice(Math.max(line, start - 8), start),
    units,
    first: Math.max(0, core.start - 4),
    last: core.end,
    endsLine: mark === lineEnd,
    // Matches `，F在` for 。現在: the mark's bytes stand across the two.
    silent: strange > 0 || to - from > 3 || /[。！？；，!?;,].?[@-~]$/u.test(text.slice(Math.max(line, to - 3), to)),
    certain:
      (strange > 0 && /\?[!！，,。、；;]/u.test(text.slice(from, to))) ||
      units.some((unit) => (unit.gloss !== null && unit.mark !== "") || unit.glossAfter !== null) ||
      /\uFFFD|\?\/[a-z]{1,6}>|\?[!！]\?/u.test(text.slice(from, Math.min(lineEnd, to + 8))),
  };
}

const plainUnit = {
  code: 0,
  ascii: -1,
  alone: false,
  parts: false,
  mark: "",
  swallows: null,
  glossAfter: null,
  gloss: null,
  free: true,
  calmAfter: true,
} as const;

/** How long the gloss is that begins at a position, or what is left of it after a mark; 0 where there is none. */
function glossLength(text: string, at: number): number {
  // Matches `(guān)` after Han, and `dòng)` after `?`.
  const before = text[at - 1] ?? "";
  const broken = before === "?" || before === "\uFFFD";
  if (!broken && !isHan(before) && !/[A-~]/u.test(before)) return 0;
  const gloss = /^[(（]?((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})[)）]/u.exec(text.slice(at, at + 12));
  if (gloss === null || (!broken && !/^[(（]/u.test(gloss[0]))) return 0;
  return syllableOf(gloss[1] ?? "")?.toned === true ? gloss[0].length : 0;
}

const wide: Readonly<Record<string, string>> = {
  "!": "！",
  ",": "，",
  ":": "：",
  ";": "；",
  "(": "（",
  ")": "）",
  "?": "？",
};

function unitOf(
  text: string,
  at: number,
  end: number,
  lineEnd: number,
  readings: ReadonlyMap<string, ReadonlySet<string>>,
): Unit {
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
    alone: ascii >= 0x40 && isLetterBetween(text, at),
    parts: /[。！？；，（!?;,(]/u.test(character),
    mark,
    bytes: ascii >= 0 ? [ascii] : code === 0 ? [0x80] : [code >> 8, code & 255],
    swallows: mark === "?" ? swallowedBefore(text, at + 1, lineEnd) : null,
    glossAfter: mark === "?" ? syllableAfter(text, at + 1) : null,
    free: false,
    gloss: mark === "" ? null : glossAt(text, at, 2, readings),
    calmAfter: calm,
  };
}

/** Which ASCII text a lost lead took along: the bracket of a gloss or of a tag, or the end of its line. */
function swallowedBefore(text: string, at: number, lineEnd: number): string | null {
  if (at >= lineEnd) return "";
  if (syllableAfter(text, at) !== null) return "(";
  // Matches `/p>` and `br />`; must not match `我们`.
  return /^\/?(?:p|br|span|div|strong|b|font|td|tr|li|a)(?:\s[^<>]{0,20})?\/?>/iu.test(text.slice(at, at + 24))
    ? "<"
    : null;
}

function syllableAfter(text: string, at: number): string | null {
  // Matches `dòng)`; must not match `dong`.
  const gloss = /^((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})[)）]/u.exec(text.slice(at, at + 12));
  return gloss === null ? null : (syllableOf(gloss[1] ?? "")?.letters ?? null);
}

/** `當?shù)攸h`: the bytes of a gloss, and the second bytes that its character may have. */
function glossAt(
  text: string,
  at: number,
  length: number,
  readings: ReadonlyMap<string, ReadonlySet<string>>,
): Gloss | null {
  // Matches `?shù)`, and `務(zhàn)`; must not match `?)` or `?(`.
  const match = /^.([(（]?)((?:[A-Za-zÀ-ɏ]|\p{M}){1,8})([)）])/u.exec(text.slice(at, at + 14));
  const syllable = match === null ? null : syllableOf(match[2] ?? "");
  if (match === null || syllable === null) return null;
  const base = length === 1 ? at : baseBefore(text, at);
  const before = codeOf(text.slice(base, base + 1)) & 255;
  if (before < 0x81 || (length === 1 && readingsOf(text[at] ?? "").includes(syllable.letters))) return null;
  const leads = new Map<number, string>();
  for (const [base, letters] of readings) {
    const code = codeOf(base);
    if (code >> 8 === before && letters.has(syllable.letters) && (code & 255) > 0x80) leads.set(code & 255, base);
  }
  if (leads.size === 0) {
    const { characters } = gbkTable();
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const base = characters[before * 256 + trail] ?? "";
      if (readingsOf(base).includes(syllable.letters)) leads.set(trail, base);
    }
  }
  const bytes = encodeGbk(`(${match[2] ?? ""}${match[3] === "）" ? "）" : ")"}`);
  if (leads.size === 0 || bytes === null) return null;
  return { length, leads: [...leads].map(([lead, base]) => ({ lead, base })), bytes: [...bytes] };
}

/** Where the character before a position stands, which may have a gloss of its own: 當(dāng)?shù). */
function baseBefore(text: string, at: number): number {
  const own = /[(（](?:[A-Za-zÀ-ɏ]|\p{M}){1,8}[)）]$/u.exec(text.slice(Math.max(0, at - 12), at));
  return at - (own === null ? 0 : own[0].length) - 1;
}
