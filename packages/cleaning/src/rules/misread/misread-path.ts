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
/** An unknown byte, and the base of the number that a character's bytes so far make. */
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
  readonly candidates: readonly string[] | null;
}

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
  let kept: Step = { cost: 0, open: -1, before: null, takes: false, text: "", candidates: null };
  let ways: Step[] = [];
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? "";
    const next = new Map<number, Step>();
    const put = (
      before: Step,
      cost: number,
      open: number,
      text: string,
      candidates: readonly string[] | null,
    ): void => {
      const known = next.get(open);
      if (known === undefined || cost < known.cost)
        next.set(open, { cost, open, before, takes: true, text, candidates });
    };
    const starts =
      line.charCodeAt(i) >= 0x80
        ? [...ways, { cost: kept.cost + enter, open: 0, before: kept, takes: false, text: "", candidates: null }]
        : ways;
    for (const way of starts) readOn(way, character, page, written, gap, put);
    const stays = ways.find(({ open }) => open === 0);
    const bits = bitsOf(character);
    const from = stays !== undefined && stays.cost + leave < kept.cost ? stays : kept;
    kept = {
      cost: from.cost + bits + (from === kept ? 0 : leave),
      open: -1,
      before: from,
      takes: true,
      text: character,
      candidates: null,
    };
    ways = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, mostWays);
  }
  let last = kept;
  for (const way of ways) if (way.open === 0 && way.cost < last.cost) last = way;
  return { cost: last.cost, kept: bitsOf(line), stretches: stretchesOf(last, line) };
}

type Put = (before: Step, cost: number, open: number, text: string, candidates: readonly string[] | null) => void;

/** Goes on with a character read back to its bytes, in every way that is lawful. */
function readOn(way: Step, character: string, page: CodePage, written: Written, gap: number, put: Put): void {
  const unit = character.charCodeAt(0);
  const isMark = character === "?" || unit === 0xfffd;
  for (const code of codesOf(unit, page))
    feed(way, code > 255 ? [code >> 8, code & 255] : [code], written, put, 0, gap);
  // A byte that the reader knew no character for, or a pair of them.
  if (isMark && (way.open !== 0 || unit === 0xfffd)) feed(way, [unknown], written, put, 8, gap);
  if (unit === 0xfffd && page.isDouble) feed(way, [unknown, unknown], written, put, 12, gap);
}

function codesOf(unit: number, { codes }: CodePage): number[] {
  if (unit < 0x80) return unit === 0x20 && codes[0xa0] === 0xa0 ? [0x20, 0xa0] : [unit];
  const code = codes[unit] ?? 0;
  // The euro sign and the ideographic space have two codes in GB18030.
  if (unit === 0x20ac && codes[0x554a] === 0xb0a1) return [0x80, 0xa2e3];
  if (unit === 0x3000 && code === 0xa1a1) return [code, 0xa3a0];
  return code === 0 ? [] : [code];
}

function feed(way: Step, bytes: readonly number[], written: Written, put: Put, more: number, gap: number): void {
  let { open, cost } = way;
  let text = "";
  let candidates: readonly string[] | null = null;
  cost += more;
  for (const byte of bytes) {
    let taken = take(open, byte, written);
    if (taken === null && written === "utf-8" && open > 0 && byte !== unknown) {
      // Bytes of a character are gone without a mark: a no-break space, a soft hyphen, a control character.
      const closed = closedAt(open);
      if (closed === null) return;
      text += closed.text;
      candidates = closed.candidates;
      cost += gap + lostBits;
      taken = take(0, byte, written);
    }
    if (taken === null) return;
    open = taken.open;
    if (taken.text === "") continue;
    text += taken.text;
    candidates ??= taken.candidates;
    cost += taken.candidates === null ? bitsOf(taken.text) : lostBits;
  }
  put(way, cost, open, text, candidates);
}

/** What a character may be of which bytes behind `open` are missing: any of the last two may be the one that is not. */
function closedAt(open: number): Taken | null {
  const bytes = bytesIn(open);
  const [lead = 0, second] = bytes;
  if (lead < 0xe0 || lead > 0xef || bytes.includes(unknown)) return null;
  if (second === undefined) return lost([]);
  const third = takeOfUtf8(open, unknown)?.candidates ?? [];
  const middle = takeOfUtf8((lead * base + unknown) % (base * base * base), second)?.candidates ?? [];
  return lost([...new Set([...third, ...middle])]);
}

interface Taken {
  readonly open: number;
  readonly text: string;
  readonly candidates: readonly string[] | null;
}

/** Takes one more byte of a character. */
function take(open: number, byte: number, written: Written): Taken | null {
  return written === "utf-8" ? takeOfUtf8(open, byte) : takeOfPair(open, byte, written);
}

const whole = (text: string): Taken => ({ open: 0, text, candidates: null });
const lost = (candidates: readonly string[]): Taken => ({ open: 0, text: "\uFFFD", candidates });

function takeOfUtf8(open: number, byte: number): Taken | null {
  if (open === 0) {
    if (byte < 0x80) return whole(String.fromCharCode(byte));
    return byte === unknown || (byte >= 0xc2 && byte <= 0xf4) ? { open: byte, text: "", candidates: null } : null;
  }
  if (byte !== unknown && (byte & 0xc0) !== 0x80) return null;
  const bytes = [...bytesIn(open), byte];
  const [lead = 0] = bytes;
  // A lead that is lost was most likely that of Chinese: three bytes.
  const length = lead === unknown || (lead >= 0xe0 && lead < 0xf0) ? 3 : lead >= 0xf0 ? 4 : 2;
  if (bytes.length < length) return { open: open * base + byte, text: "", candidates: null };
  const gap = bytes.indexOf(unknown);
  if (gap < 0) {
    const text = characterOf(bytes);
    return text === null ? null : whole(text);
  }
  if (bytes.lastIndexOf(unknown) > gap) return lost([]);
  const [from, to] = gap === 0 ? [0xe2, 0xef] : [0x80, 0xbf];
  const found = Array.from({ length: to - from + 1 }, (_, i) =>
    characterOf(bytes.map((one) => (one === unknown ? from + i : one))),
  );
  const candidates = found.filter((one) => one !== null && one.length === 1) as string[];
  return candidates.length === 0 ? null : lost(candidates);
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
    return byte === unknown || (byte > 0x80 && byte !== 0xff) ? { open: byte, text: "", candidates: null } : null;
  }
  const { units } = codePage(written);
  const [lead = 0] = bytesIn(open);
  if (lead === unknown || byte === unknown) {
    if (lead === byte) return lost([]);
    if (byte !== unknown && byte < 0x40) return null;
    const candidates: string[] = [];
    for (let other = 0x40; other <= 0xfe; other++) {
      const unit = units[lead === unknown ? other * 256 + byte : lead * 256 + other] ?? 0;
      if (unit >= 0x80) candidates.push(String.fromCharCode(unit));
    }
    return candidates.length === 0 ? null : lost(candidates);
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
  const close = (end: number): void => {
    if (start >= 0 && text !== line.slice(start, end)) found.push({ start, end, text, halves });
    start = -1;
    text = "";
    halves = [];
  };
  for (const step of steps) {
    const isItself = step.open === -1 || (step.open === 0 && step.text === line[at] && step.text < "\u0080");
    if (isItself) close(at);
    else {
      if (start < 0) start = at;
      if (step.candidates !== null) {
        const mark = /[?\uFFFD]/u.exec(line[at] ?? "")?.[0] ?? "";
        halves.push({ at: text.length + step.text.indexOf("\uFFFD"), mark, candidates: step.candidates });
      }
      text += step.text;
    }
    at++;
  }
  close(at);
  return found;
}
