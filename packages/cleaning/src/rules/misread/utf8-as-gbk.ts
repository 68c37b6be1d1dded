import { isCommon } from "../../language/common-characters.ts";
import { codePage } from "../../decode/code-pages.ts";
import { codeOf, gbkTable } from "../../gbk/gbk-table.ts";
import { type Half, type Stretch, borders, cheapestWay } from "./misread-path.ts";

/** The fewest characters that tell UTF-8 from chance. */
const fewest = 2;
const longest = 20_000;
const longForeign = 60;

/**
 * Finds UTF-8 that was read as GBK: 文字 has the bytes E6 96 87 E5 AD 97 and reads 鏂囧瓧. Only stretches whose
 * bytes are lawful UTF-8 of Chinese text again; where the last byte of one is lost (`?`, U+FFFD), U+FFFD stands for
 * its character.
 */
export function misreadAsGbk(text: string): Stretch[] {
  const { codes } = gbkTable();
  const found: Stretch[] = [];
  for (let i = 0; i < text.length;) {
    const stretch = isOpening(codes[text.charCodeAt(i)] as number) ? stretchAt(text, i) : null;
    if (stretch === null) i++;
    else {
      const isSound = isChinese(stretch.text);
      if (isSound) found.push(stretch);
      // A long stretch that is lawful and not Chinese is another language throughout.
      i = isSound || stretch.text.length > longForeign ? stretch.end : i + 1;
    }
  }
  return found;
}

/** Matches a mark for lost bytes between two characters, or at the end of one: `屻�侀`; must not match `吗?`. */
const markWithin = /[^\p{ASCII}\uFFFD][\uFFFD?€](?=[^\p{ASCII}]|\s|$)/u;

/**
 * Finds UTF-8 that was read as GBK by a reader that marks bytes which are none of its characters, or two of them, within
 * a stretch: 浜屻�侀殣 is 二、隐. What such a line costs to say decides.
 */
export function markedAsGbk(text: string): Stretch[] {
  const found: Stretch[] = [];
  const { codes } = gbkTable();
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end);
    if (line.length <= longestLine && markWithin.test(line) && hasOpening(line, codes)) {
      for (const one of cheapestWay(line, codePage("gb18030"), "utf-8", borders.known).stretches) {
        if (one.halves.length * 3 <= one.text.length && isChinese(one.text))
          found.push({ ...one, start: start + one.start, end: start + one.end });
      }
    }
    start = end + 1;
  }
  return found;
}

const longestLine = 4000;

/** Tells whether the first two bytes of a character stand in a line twice, before others that go on. */
function hasOpening(line: string, codes: Uint16Array): boolean {
  let openings = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const next = line.charCodeAt(i + 1);
    if (!isOpening(codes[line.charCodeAt(i)] as number)) continue;
    if (next === 0xfffd || next === 0x3f || isMore((codes[next] as number) >> 8)) openings++;
  }
  return openings > 1;
}

/** The first two bytes of a UTF-8 character of Chinese text: E2 to E9 or EF, and one that goes on. */
function isOpening(code: number): boolean {
  const lead = code >> 8;
  return ((lead >= 0xe2 && lead <= 0xe9) || lead === 0xef) && isMore(code & 255);
}

function isMore(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** What was read so far, in one way to take the bytes. */
interface Progress {
  readonly text: string;
  readonly characters: number;
  /** The bytes of a character that is not whole yet. */
  readonly open: readonly number[];
  readonly halves: readonly Half[];
}

/** Reads characters back to bytes for as long as they are lawful UTF-8. */
function stretchAt(text: string, start: number): Stretch | null {
  let ways: Progress[] = [{ text: "", characters: 0, open: [], halves: [] }];
  let whole: (Progress & { end: number }) | null = null;
  for (let i = start; i < text.length && i < start + longest && ways.length > 0; i++) {
    const next: Progress[] = [];
    for (const way of ways) next.push(...waysOn(way, text[i] ?? ""));
    ways = next.slice(0, 8);
    const done = ways.find((way) => way.open.length === 0);
    if (done !== undefined && text.charCodeAt(i) >= 0x3f) whole = { ...done, end: i + 1 };
  }
  if (whole === null || whole.characters < fewest) return null;
  return { start, end: whole.end, text: whole.text, halves: whole.halves };
}

/** How reading goes on with a character: in no way where its bytes are not lawful. */
function waysOn(way: Progress, character: string): Progress[] {
  const { text, open, halves } = way;
  if ((character === "?" || character === "\uFFFD") && open.length === 2) {
    // The third byte was read as the first of a pair, and lost. What a `?` took along with it cannot be told.
    const from = (((open[0] ?? 0) & 15) << 12) | (((open[1] ?? 0) & 63) << 6);
    return [{ ...way, text: `${text}\uFFFD`, open: [], halves: [...halves, half(text.length, character, from)] }];
  }
  const found: Progress[] = [];
  for (const bytes of bytesOf(character)) {
    const progress = readOn(way, bytes);
    if (progress !== null) found.push(progress);
  }
  return found;
}

function half(at: number, mark: string, from: number): Half {
  return { at, mark, candidates: Array.from({ length: 64 }, (_, i) => String.fromCharCode(from + i)) };
}

/** The bytes that may have been read as a character: € and the ideographic space have two codes. */
function bytesOf(character: string): readonly (readonly number[])[] {
  if (character === "€") return [[0x80], [0xa2, 0xe3]];
  if (character === "　")
    return [
      [0xa3, 0xa0],
      [0xa1, 0xa1],
    ];
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return [[unit]];
  const code = codeOf(character);
  return code === 0 ? [] : [[code >> 8, code & 255]];
}

function readOn(way: Progress, bytes: readonly number[]): Progress | null {
  let { text, characters, open } = way;
  for (const byte of bytes) {
    if (open.length === 0 && byte < 0x80) text += String.fromCharCode(byte);
    else if (open.length === 0 ? byte >= 0xe2 && byte <= 0xef : isMore(byte)) {
      open = [...open, byte];
      if (open.length < 3) continue;
      const [a = 0, b = 0, c = 0] = open;
      const unit = ((a & 15) << 12) | ((b & 63) << 6) | (c & 63);
      // 锟斤拷 is no text.
      if (unit === 0xfffd) return null;
      text += String.fromCharCode(unit);
      characters++;
      open = [];
    } else return null;
  }
  return { ...way, text, characters, open };
}

/** Chinese text, and not what chance makes lawful. */
function isChinese(text: string): boolean {
  let good = 0;
  let all = 0;
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (unit < 0x80 || unit === 0xfffd) continue;
    all++;
    if (isCommon(unit) || "，。、：；！？“”‘’（）《》…—·　％".includes(character)) good++;
  }
  return all >= fewest && good * 10 >= all * 9;
}
