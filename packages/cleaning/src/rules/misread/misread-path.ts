import { type CodePage, codePage } from "../../decode/code-pages.ts";
import { withHongKong } from "../../decode/hkscs.ts";
import { bitsOf } from "../../decode/likelihood.ts";

/** What a text was written in. */
export type Written = "utf-8" | "gb18030" | "big5";

/** A character of which a byte is lost: it stands as U+FFFD in the text of its stretch. */
export interface Half {
  readonly at: number;
  /** What stands for the byte where it was found: `?`, U+FFFD or nothing. */
  readonly mark: string;
  /** The characters that it may be. */
  readonly candidates: readonly string[];
  /** Those of them that the reader would have marked; all, where it cannot be told. */
  readonly likely?: readonly string[];
}

/** A stretch that was read in another encoding than it was written in, and what it is. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly halves: readonly Half[];
}

/** What it costs, in bits, that a stretch begins or ends, before and after it is known that there are some. */
export const borders = {
  unknown: { enter: 18, leave: 4, gap: 24 },
  known: { enter: 10, leave: 14, gap: 8 },
} as const;
/** What a character costs that is not known. */
const lostBits = 14;
/** How many ways to stand within a character are followed at once. */
const mostWays = 6;
/** An unknown byte, one of those that a reader marks from there on, and the base of the number that bytes so far make. */
const unknown = 256;
const base = 512;

/** One step of the cheapest way through a line. */
interface Step {
  readonly cost: number;
  /** The bytes of a character that is not whole yet, in base 512; -1 where the text stands as it is. */
  readonly open: number;
  readonly before: Step | null;
  /** It takes a character of the line: the one that begins a stretch does not. */
  readonly takes: boolean;
  /** What the step gives, "" within a character. */
  readonly text: string;
  readonly lost: Lost | null;
}

/** What a lost character may be. */
type Lost = Pick<Half, "candidates" | "likely">;

/**
 * Finds the cheapest way to read a line: every stretch of it either stands as it is or was written in one encoding
 * and read in another. Costs are those of its characters where Chinese is expected.
 */
export function cheapestWay(
  line: string,
  page: CodePage,
  written: Written,
  { enter, leave, gap }: (typeof borders)["known" | "unknown"],
): { cost: number; kept: number; stretches: Stretch[] } {
  let kept: Step = { cost: 0, open: -1, before: null, takes: false, text: "", lost: null };
  let ways: Step[] = [];
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? "";
    const next = new Map<number, Step>();
    const put = (before: Step, cost: number, open: number, text: string, lost: Lost | null): void => {
      const known = next.get(open);
      if (known === undefined || cost < known.cost) next.set(open, { cost, open, before, takes: true, text, lost });
    };
    const starts =
      line.charCodeAt(i) >= 0x80
        ? [...ways, { cost: kept.cost + enter, open: 0, before: kept, takes: false, text: "", lost: null }]
        : ways;
    for (const way of starts) readOn(way, character, line.charCodeAt(i + 1), page, written, gap, put);
    const stays = ways.find(({ open }) => open === 0);
    const bits = bitsOf(character);
    const from = stays !== undefined && stays.cost + leave < kept.cost ? stays : kept;
    kept = {
      cost: from.cost + bits + (from === kept ? 0 : leave),
      open: -1,
      before: from,
      takes: true,
      text: character,
      lost: null,
    };
    ways = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, mostWays);
  }
  let last = kept;
  for (const way of ways) if (way.open === 0 && way.cost < last.cost) last = way;
  return { cost: last.cost, kept: bitsOf(line), stretches: stretchesOf(last, line) };
}

type Put = (before: Step, cost: number, open: number, text: string, lost: Lost | null) => void;

/** Goes on with a character read back to its bytes, in every way that is lawful. */
function readOn(
  way: Step,
  character: string,
  next: number,
  page: CodePage,
  written: Written,
  gap: number,
  put: Put,
): void {
  const unit = character.charCodeAt(0);
  for (const code of codesOf(unit, page))
    feed(way, code > 255 ? [code >> 8, code & 255] : [code], page, written, put, 0, gap);
  // A byte that the reader knew no character for, or a pair of them.
  if (character === "?" && way.open !== 0) feed(way, [unknown], page, written, put, 8, gap);
  if (unit !== 0xfffd) return;
  feed(way, [unknownBefore(firstByte(next, page), page)], page, written, put, 8, gap);
  if (page.isDouble) feed(way, [unknown, unknown], page, written, put, 12, gap);
}

function codesOf(unit: number, { codes }: CodePage): number[] {
  if (unit < 0x80) return unit === 0x20 && codes[0xa0] === 0xa0 ? [0x20, 0xa0] : [unit];
  const code = codes[unit] ?? 0;
  // The euro sign and the ideographic space have two codes in GB18030.
  if (unit === 0x20ac && codes[0x554a] === 0xb0a1) return [0x80, 0xa2e3];
  if (unit === 0x3000 && code === 0xa1a1) return [code, 0xa3a0];
  return code === 0 ? [] : [code];
}

function feed(
  way: Step,
  bytes: readonly number[],
  page: CodePage,
  written: Written,
  put: Put,
  more: number,
  gap: number,
): void {
  let { open, cost } = way;
  let text = "";
  let lost: Lost | null = null;
  cost += more;
  for (const byte of bytes) {
    let taken = take(open, byte, written);
    if (taken === null && written === "utf-8" && open > 0 && byte < unknown) {
      // Bytes of a character are gone without a mark: a no-break space, a soft hyphen, a control character.
      const closed = closedAt(open, byte, page);
      if (closed === null) return;
      text += closed.text;
      lost = closed.lost;
      cost += gap + lostBits;
      taken = take(0, byte, written);
    }
    if (taken === null) return;
    open = taken.open;
    if (taken.text === "") continue;
    text += taken.text;
    lost ??= taken.lost;
    cost += taken.lost === null ? bitsOf(taken.text) : lostBits;
  }
  put(way, cost, open, text, lost);
}

/**
 * What a character may be of which bytes behind `open` are missing, before another byte: any of the last two may be
 * the one that is not there.
 */
function closedAt(open: number, next: number, page: CodePage): Taken | null {
  const bytes = bytesIn(open);
  const [lead = 0, second] = bytes;
  if (lead < 0xe0 || lead > 0xef || bytes.some((one) => one >= unknown)) return null;
  if (second === undefined) return lostOne([]);
  const third = takeOfUtf8(open, unknownBefore(next, page))?.lost;
  const middle = takeOfUtf8(lead * base + unknownBefore(second, page), second)?.lost;
  const all = (of: (lost: Lost) => readonly string[]): string[] => [
    ...new Set([third, middle].flatMap((one) => (one ? of(one) : []))),
  ];
  return lostOne(
    all(({ candidates }) => candidates),
    all(({ candidates, likely }) => likely ?? candidates),
  );
}

interface Taken {
  readonly open: number;
  readonly text: string;
  readonly lost: Lost | null;
}

/** Takes one more byte of a character. */
function take(open: number, byte: number, written: Written): Taken | null {
  return written === "utf-8" ? takeOfUtf8(open, byte) : takeOfPair(open, byte, written);
}

const whole = (text: string): Taken => ({ open: 0, text, lost: null });
const within = (open: number): Taken => ({ open, text: "", lost: null });
const lostOne = (candidates: readonly string[], likely?: readonly string[]): Taken => ({
  open: 0,
  text: "\uFFFD",
  lost: { candidates, ...(likely === undefined ? {} : { likely }) },
});

function takeOfUtf8(open: number, byte: number): Taken | null {
  if (open === 0) {
    if (byte < 0x80) return whole(String.fromCharCode(byte));
    return byte >= unknown || (byte >= 0xc2 && byte <= 0xf4) ? within(byte) : null;
  }
  if (byte < unknown && (byte & 0xc0) !== 0x80) return null;
  const bytes = [...bytesIn(open), byte];
  const [lead = 0] = bytes;
  // A lead that is lost was most likely that of Chinese: three bytes.
  const length = lead >= unknown || (lead >= 0xe0 && lead < 0xf0) ? 3 : lead >= 0xf0 ? 4 : 2;
  if (bytes.length < length) return within(open * base + byte);
  const gap = bytes.findIndex((one) => one >= unknown);
  if (gap < 0) {
    const text = characterOf(bytes);
    return text === null ? null : whole(text);
  }
  if (bytes.findLastIndex((one) => one >= unknown) > gap) return lostOne([]);
  const [from, to] = gap === 0 ? [0xe2, 0xef] : [0x80, 0xbf];
  const marked = markedBytes[(bytes[gap] ?? 0) - unknown - 1];
  const candidates: string[] = [];
  const likely: string[] = [];
  for (let other = from; other <= to; other++) {
    const found = characterOf(bytes.map((one) => (one >= unknown ? other : one)));
    if (found === null || found.length !== 1) continue;
    candidates.push(found);
    if (marked?.includes(other) === true) likely.push(found);
  }
  return candidates.length === 0 ? null : lostOne(candidates, marked === undefined ? undefined : likely);
}

/** The bytes that a reader of a page marks before another byte, one row for each kind of it. */
const markedBytes: (readonly number[])[] = [];
const kindsOfNext = new WeakMap<CodePage, Map<number, number>>();

/** The first byte that a character was read from; 0 where it cannot be told. */
function firstByte(unit: number, { codes }: CodePage): number {
  if (!(unit >= 0x80) || unit === 0xfffd) return 0;
  const code = codes[unit] ?? 0;
  return code > 255 ? code >> 8 : code;
}

/** Stands for the byte that a reader marked or dropped before another: none by itself, nor together with that one. */
function unknownBefore(byte: number, page: CodePage): number {
  // Before ASCII a first byte of any pair is.
  if (!page.isDouble || byte < 0x80 || byte >= unknown) return unknown;
  let kinds = kindsOfNext.get(page);
  if (kinds === undefined) kindsOfNext.set(page, (kinds = new Map()));
  let kind = kinds.get(byte);
  if (kind === undefined) {
    const marked: number[] = [0x80];
    for (let first = 0x81; first <= 0xfe; first++) {
      const unit = page.units[first * 256 + byte] ?? 0;
      if (unit === 0 || (unit >= 0xe000 && unit <= 0xf8ff)) marked.push(first);
    }
    const known = markedBytes.findIndex((one) => one.join() === marked.join());
    kind = unknown + 1 + (known < 0 ? markedBytes.length : known);
    if (known < 0) markedBytes.push(marked);
    kinds.set(byte, kind);
  }
  return kind < base ? kind : unknown;
}

/** The character of a whole UTF-8 sequence; null for one that the standard forbids. */
function characterOf(bytes: readonly number[]): string | null {
  const [a = 0] = bytes;
  const point = bytes
    .slice(1)
    .reduce((sum, byte) => sum * 64 + (byte & 63), a & (bytes.length === 2 ? 31 : bytes.length === 3 ? 15 : 7));
  const least = bytes.length === 2 ? 0x80 : bytes.length === 3 ? 0x800 : 0x10000;
  if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
  return String.fromCodePoint(point);
}

function takeOfPair(open: number, byte: number, written: "gb18030" | "big5"): Taken | null {
  if (open === 0) {
    if (byte < 0x80) return whole(String.fromCharCode(byte));
    return byte >= unknown || (byte > 0x80 && byte !== 0xff) ? within(byte) : null;
  }
  const { units } = codePage(written);
  const [lead = 0] = bytesIn(open);
  if (lead >= unknown || byte >= unknown) {
    if (lead >= unknown && byte >= unknown) return lostOne([]);
    if (byte < unknown && byte < 0x40) return null;
    const candidates: string[] = [];
    for (let other = 0x40; other <= 0xfe; other++) {
      const unit = units[lead >= unknown ? other * 256 + byte : lead * 256 + other] ?? 0;
      if (unit >= 0x80) candidates.push(String.fromCharCode(unit));
    }
    return candidates.length === 0 ? null : lostOne(candidates);
  }
  const unit = units[lead * 256 + byte] ?? 0;
  if (unit === 0) return null;
  const text = String.fromCharCode(unit);
  return whole(written === "big5" ? withHongKong(text) : text);
}

function bytesIn(open: number): number[] {
  const bytes: number[] = [];
  for (let rest = open; rest > 0; rest = Math.floor(rest / base)) bytes.unshift(rest % base);
  return bytes;
}

/** The stretches of a way that do not stand as they are, cut where ASCII stands in them as itself. */
function stretchesOf(last: Step, line: string): Stretch[] {
  const steps: Step[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) if (step.takes) steps.push(step);
  steps.reverse();
  const found: Stretch[] = [];
  let start = -1;
  let text = "";
  let halves: Half[] = [];
  let at = 0;
  // What stands behind the stretch was not behind its last byte.
  const closed = (half: Half): Half =>
    half.at + 1 < text.length ? half : { at: half.at, mark: half.mark, candidates: half.candidates };
  const close = (end: number): void => {
    if (start >= 0 && text !== line.slice(start, end)) found.push({ start, end, text, halves: halves.map(closed) });
    start = -1;
    text = "";
    halves = [];
  };
  for (const step of steps) {
    const isItself = step.open === -1 || (step.open === 0 && step.text === line[at] && step.text < "\u0080");
    if (isItself) close(at);
    else {
      if (start < 0) start = at;
      if (step.lost !== null) {
        const mark = /[?\uFFFD]/u.exec(line[at] ?? "")?.[0] ?? "";
        halves.push({ at: text.length + step.text.indexOf("\uFFFD"), mark, ...step.lost });
      }
      text += step.text;
    }
    at++;
  }
  close(at);
  return found;
}
