import { type PageName, codePage } from "../../decode/code-pages.ts";
import { isCommon } from "../../language/common-characters.ts";
import { nothingRead, plainModel } from "../../language/language-model.ts";
import { type Stretch, type Written, borders, cheapestWay } from "./misread-path.ts";

/** What a text was taken for, what it was written in, and its stretches. */
export interface MisreadPages {
  readonly read: PageName;
  readonly written: Written;
  readonly stretches: readonly Stretch[];
}

const readers: readonly PageName[] = [
  "windows-1252",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "windows-1251",
  "koi8-r",
  "windows-1250",
  "macintosh",
  "cp437",
];
const writers: readonly Written[] = ["utf-8", "gb18030", "big5"];

/** How much text decides what it was taken for. */
const mostSample = 2400;
/** What undoing must save, in bits, and how much of what the text costs as it stands. */
const leastSaved = 48;
const leastShare = 0.18;
/** What a character of Chinese costs at most on average, by words. */
const mostBits = 10.5;
/** How many pairs of encodings are looked into, of those that save enough. */
const mostTried = 3;
/** So many strange characters within so many make a line worth looking into. */
const together = 5;
const within = 14;

/**
 * Finds text that was written in one encoding and read in another: GBK as Windows-1252 (ÖÐ¹ú), Big5 as GBK (い地),
 * UTF-8 as Shift JIS (荳ｭ譁). Null where there is none, so that clean text costs one pass.
 */
export function misreadPages(text: string, times = 3): MisreadPages | null {
  const lines = linesOf(text);
  const odd = lines.filter(({ start, end }) => isOdd(text, start, end));
  if (odd.length === 0) return null;
  const sample: string[] = [];
  let size = 0;
  for (const { start, end } of odd) {
    if (size >= mostSample) break;
    const piece = text.slice(start, Math.min(end, start + mostSample - size));
    sample.push(piece);
    size += piece.length;
  }
  const rated: { read: PageName; written: Written; cost: number }[] = [];
  let kept = 0;
  for (const read of readers.filter((name) => covers(name, sample))) {
    for (const written of writers) {
      if (read === written) continue;
      let cost = 0;
      kept = 0;
      for (const line of sample) {
        const way = cheapestWay(line, codePage(read), written, borders.unknown);
        cost += way.cost;
        kept += way.kept;
      }
      if (kept - cost >= leastSaved && cost <= kept * (1 - leastShare)) rated.push({ read, written, cost });
    }
  }
  rated.sort((a, b) => a.cost - b.cost);
  for (const { read, written } of rated.slice(0, mostTried)) {
    const stretches = stretchesIn(text, lines, read, written);
    const sound = soundIn(stretches, text);
    if (sound.length > 0 && bitsEach(sound.map(({ text: after }) => after).join("\n")) <= mostBits)
      return { read, written, stretches: sound };
    // What was misread twice is Chinese only when both are undone.
    if (times > 1 && misreadPages(withStretches(text, stretches), times - 1) !== null)
      return { read, written, stretches };
  }
  return null;
}

/** The stretches of the lines that read as Chinese. */
function soundIn(stretches: readonly Stretch[], text: string): Stretch[] {
  const sound: Stretch[] = [];
  for (let i = 0; i < stretches.length;) {
    const line: Stretch[] = [];
    const stop = text.indexOf("\n", stretches[i]?.start ?? 0);
    for (; i < stretches.length; i++) {
      const one = stretches[i] as Stretch;
      if (stop >= 0 && one.start > stop) break;
      line.push(one);
    }
    const after = line.map((one) => one.text).join("");
    if (after.length < 6 || bitsEach(after) < mostBits + 2.5) sound.push(...line);
  }
  return sound;
}

/** Once it is known what the text was taken for, less evidence will do for its short lines. */
function stretchesIn(
  text: string,
  lines: readonly { readonly start: number; readonly end: number }[],
  read: PageName,
  written: Written,
): Stretch[] {
  return lines.flatMap(({ start, end }) =>
    hasStrange(text, start, end)
      ? cheapestWay(text.slice(start, end), codePage(read), written, borders.known).stretches.map((one) => ({
          ...one,
          start: start + one.start,
          end: start + one.end,
        }))
      : [],
  );
}

/** The text with what its stretches are. */
export function withStretches(text: string, stretches: readonly Stretch[]): string {
  let out = "";
  let done = 0;
  for (const { start, end, text: after } of stretches) {
    out += text.slice(done, start) + after;
    done = end;
  }
  return out + text.slice(done);
}

/** What a character of a text costs by words, in bits. */
function bitsEach(text: string): number {
  const known = text.slice(0, 4000).replaceAll("\uFFFD", "");
  if (known.length * 3 < Math.min(4000, text.length) * 2) return Infinity;
  return plainModel().read(nothingRead, known).bits / known.length;
}

function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  const longest = 8000;
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = Math.min(stop < 0 ? text.length : stop, start + longest);
    if (end > start) lines.push({ start, end });
    start = end === stop ? end + 1 : end;
  }
  return lines;
}

/** Tells whether a place repeats the character before it: a rule or a frame drawn in a text, and no misread word. */
function isRepeated(text: string, at: number): boolean {
  return at > 0 && text.charCodeAt(at) === text.charCodeAt(at - 1);
}

/** Neither ASCII nor a character or mark that Chinese is written with every day. */
function isStrange(unit: number): boolean {
  if (unit < 0x80) return false;
  if (unit >= 0x4e00 && unit <= 0x9fff) return !isCommon(unit);
  return !(
    (unit >= 0x2010 && unit <= 0x2030) ||
    (unit >= 0x3000 && unit <= 0x3017) ||
    (unit >= 0xff00 && unit <= 0xff5e) ||
    unit === 0xb7 ||
    unit === 0xa0 ||
    unit === 0xfffd
  );
}

function hasStrange(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isStrange(text.charCodeAt(i))) return true;
  return false;
}

/** Tells whether strange characters stand together in a line, or make up most of it. */
function isOdd(text: string, start: number, end: number): boolean {
  const last: number[] = [];
  let strange = 0;
  for (let i = start; i < end; i++) {
    if (!isStrange(text.charCodeAt(i)) || isRepeated(text, i)) continue;
    strange++;
    last.push(i);
    if (last.length > together) last.shift();
    if (last.length === together && i - (last[0] ?? 0) < within) return true;
  }
  return strange >= 3 && strange * 2 >= end - start;
}

/** Tells whether a code page has nearly all the strange characters of a text. */
function covers(name: PageName, sample: readonly string[]): boolean {
  const { codes } = codePage(name);
  let all = 0;
  let known = 0;
  for (const line of sample) {
    for (let i = 0; i < line.length; i++) {
      const unit = line.charCodeAt(i);
      if (!isStrange(unit)) continue;
      all++;
      if ((codes[unit] ?? 0) !== 0) known++;
    }
  }
  return known * 10 >= all * 9;
}
