import type { StrayBytes } from "@jianbao/model";
import { LanguageModel, nothingRead } from "../language/language-model.ts";
import { isWithinWord, whole } from "../rules/misread/lost-characters.ts";
import { codePage } from "./code-pages.ts";
import { type Double, inStep, isLone, loneBits } from "./in-step.ts";
import { unitBits } from "./likelihood.ts";

/** One character of a line with the bytes it stands for; `text` is U+FFFD where they are none. */
interface Cell {
  readonly text: string;
  readonly bytes: readonly number[];
  /** An ASCII letter or sign between other bytes: it may be half a character. */
  readonly isAlone?: boolean;
}

/** How much likelier an original must be than every other, in bits. */
const margin = 7;
/** That a byte was put in or changed costs this, as it may be any byte. */
const anyByte = 9;
/** How much better than itself an original must be that a letter between Chinese characters is taken for half of it. */
const leastOfLetter = 6;
/** How much reading in step must save in a line in which nothing else tells of damage. */
const unmarkedBits = 16;
/** How far from where it seems a byte may have been lost, in characters, and how much is read on either side. */
const farthest = 4;
const ahead = 10;
const behind = 8;
/** How many places of a text are looked into, and candidates at each. */
const mostPlaces = 24;
/** A text with more letters between its characters has them for a reason. */
const mostLetters = 12;
const mostCandidates = 24;
/** What a character costs at most alone that may have been lost. */
const rarest = 19;
/**
 * Reads double bytes in step, line by line, and tells what stood where bytes are no character; `isSound` where nothing
 * in the text is strange.
 */
export function decodeInStep(
  bytes: Uint8Array,
  encoding: Double,
): { readonly text: string; readonly strays: readonly StrayBytes[]; readonly isSound?: boolean } {
  const decoder = new TextDecoder(encoding);
  const asDecoded = decoder.decode(bytes);
  if (!isSuspicious(asDecoded)) return { text: asDecoded, strays: [], isSound: true };
  const lines: { cells: Cell[] | null; text: string }[] = [];
  let damaged = 0;
  for (let from = 0; from < bytes.length;) {
    const stop = bytes.indexOf(0x0a, from);
    const end = stop < 0 ? bytes.length : stop + 1;
    const line = bytes.subarray(from, end);
    const plain = decoder.decode(line);
    const cells = isSuspicious(plain) ? cellsOf(line, encoding, plain) : null;
    if (cells !== null) damaged++;
    lines.push({ cells, text: cells === null ? plain : cells.map(({ text }) => text).join("") });
    from = end;
  }
  if (damaged === 0) return { text: lines.map(({ text }) => text).join(""), strays: [] };
  const model = new LanguageModel(whole(lines.map(taught).join("")));
  const alone = lines.reduce((sum, { cells }) => sum + (cells?.filter(({ isAlone }) => isAlone).length ?? 0), 0);
  const lookAtLetters = alone <= mostLetters;
  const strays: StrayBytes[] = [];
  const budget = { places: mostPlaces };
  let text = "";
  for (const line of lines) {
    const isLast = line === lines.at(-1);
    const cells = line.cells === null ? null : settled(line.cells, encoding, model, { lookAtLetters, isLast, budget });
    for (const cell of cells ?? []) {
      if (isStray(cell))
        strays.push({ at: text.length, bytes: cell.bytes, original: (cell as Settled).original ?? null });
      text += cell.text;
    }
    if (cells === null) text += line.text;
  }
  return { text, strays };
}

/** What a line teaches: a letter that may be half a character counts as lost. */
function taught({ cells, text }: { readonly cells: readonly Cell[] | null; readonly text: string }): string {
  return cells === null ? text : cells.map((cell) => (cell.isAlone === true ? "\uFFFD" : cell.text)).join("");
}

function isStray({ text, bytes }: Cell): boolean {
  return text === "\uFFFD" && bytes.length > 0;
}

/** Tells whether a line has what is no character, or characters that none writes together. */
function isSuspicious(text: string): boolean {
  const width = 6;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) return true;
    if (isLetterBetween(text, i)) return true;
    sum += unitBits(unit);
    if (i >= width) sum -= unitBits(text.charCodeAt(i - width));
    if (i >= width - 1 && sum > width * 14) return true;
  }
  return false;
}

/** Tells whether a capital is the first of a word: A股, B超, X光, 维生素C的. */
function isLetterWord(line: Uint8Array, at: number, decoder: InstanceType<typeof TextDecoder>): boolean {
  if (!/[A-Z]/u.test(String.fromCharCode(line[at] ?? 0))) return false;
  const next = decoder.decode(line.subarray(at + 1, at + 3));
  const before = decoder.decode(line.subarray(Math.max(0, at - 2), at));
  return (
    /^[股超光恤线線歌盘盤型罗羅级級座区區类類组組栋棟馆館轮輪字城币幣幢口端照项項点點角段面版刊罩咖]/u.test(next) ||
    /[素第为為选選按]$/u.test(before)
  );
}

function isLetterBetween(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!(unit >= 0x40 && unit < 0x7f && text.charCodeAt(at - 1) >= 0x80)) return false;
  const next = text.charCodeAt(at + 1);
  return !(next >= 0x20 && next < 0x80);
}

/** The cells of a line in step; null where that is no better than what a decoder makes of it. */
function cellsOf(line: Uint8Array, encoding: Double, plain: string): Cell[] | null {
  const { cost, lengths } = inStep(line, encoding);
  const decoder = new TextDecoder(encoding);
  let at = 0;
  let strays = 0;
  let before: number | undefined;
  const cells: Cell[] = [];
  for (const length of lengths) {
    const bytes = line.subarray(at, at + Math.abs(length));
    if (length < 0) strays++;
    const isAlone = before !== undefined && isLone(line, at, before) && !isLetterWord(line, at, decoder);
    before = length;
    cells.push({ text: length < 0 ? "\uFFFD" : decoder.decode(bytes), bytes: [...bytes], isAlone });
    at += Math.abs(length);
  }
  if (strays === 0) return cells.some(({ isAlone }) => isAlone) ? cells : null;
  if (strays * 4 > cells.length) return null;
  let bits = 0;
  let isMarked = plain.includes("\uFFFD");
  for (let i = 0; i < plain.length; i++) {
    const isLetter = isLetterBetween(plain, i);
    isMarked ||= isLetter;
    bits += isLetter ? loneBits : unitBits(plain.charCodeAt(i));
  }
  return cost + (isMarked ? 0 : unmarkedBits) <= bits ? cells : null;
}

interface Settled extends Cell {
  readonly original?: string | null;
}

/** What a stretch of cells may have been. */
interface Hypothesis {
  /** The cells that stand in place of those from `from` to `to`. */
  readonly cells: readonly Settled[];
  readonly from: number;
  readonly to: number;
  /** Which of `cells` is the stray one. */
  readonly stray: number;
  /** How many cells as found it stands for. */
  readonly take: number;
  readonly bits: number;
  /** The text with the original. */
  readonly text: string;
}

interface Limits {
  /** Letters between characters may be halves of them. */
  readonly lookAtLetters: boolean;
  /** The text ends with the line: it may have been cut off. */
  readonly isLast: boolean;
  /** How many places may be looked into yet. */
  readonly budget: { places: number };
}

/** Moves each stray byte to where it most likely stood, and tells its original where that is sure. */
function settled(
  line: readonly Cell[],
  encoding: Double,
  model: LanguageModel,
  { lookAtLetters, isLast, budget }: Limits,
): Settled[] {
  const cells: Settled[] = [...line];
  for (let i = 0; i < cells.length && budget.places > 0; i++) {
    const cell = cells[i] as Settled;
    const isAlone = cell.isAlone === true;
    if (cell.original !== undefined || (isAlone ? !lookAtLetters : !isStray(cell))) continue;
    budget.places--;
    const found = hypothesesAt(cells, i, encoding, model);
    const [best] = found;
    if (best === undefined || (isAlone && best.cells[best.stray] === cell)) {
      if (!isAlone) cells[i] = { ...cell, original: null };
      continue;
    }
    const next = found.find(({ text }) => text !== best.text);
    const isCutOff = i === cells.length - 1 || cells[i + 1]?.text === "\n" || cells[i + 1]?.text === "\r";
    const isSure =
      (next === undefined || next.bits - best.bits >= margin) && !(isCutOff && isLast) && mayGo(best, model);
    if (isAlone && !isSure) {
      // A brace or a letter where a word would stand is no reading, whatever the word was.
      const itself = found.find(({ cells: others, stray }) => others[stray] === cell);
      if (itself !== undefined && itself.bits - best.bits < leastOfLetter) continue;
    }
    // What is not sure stands for the one byte alone.
    const chosen = isSure ? best : (found.find(({ take }) => take === 1) ?? best);
    const put = chosen.cells.map((cell, k) => (k === chosen.stray && !isSure ? { ...cell, original: null } : cell));
    cells.splice(chosen.from, chosen.to - chosen.from, ...put);
    i = chosen.from + chosen.stray;
  }
  return cells;
}

/** A byte is only taken for one too many where it cuts a word: else a character or a figure may be lost with it. */
function mayGo({ cells, stray }: Hypothesis, model: LanguageModel): boolean {
  return (
    cells[stray]?.original !== "" ||
    isWithinWord(textOf(cells, 0, stray), textOf(cells, stray + 1, cells.length), model)
  );
}

function hypothesesAt(cells: readonly Settled[], at: number, encoding: Double, model: LanguageModel): Hypothesis[] {
  const begin = Math.max(0, at - farthest);
  const end = Math.min(cells.length, at + farthest + 1);
  const before = textOf(cells, Math.max(0, begin - ahead), begin);
  const after = textOf(cells, end, Math.min(cells.length, end + behind)).split("\uFFFD", 1)[0] ?? "";
  const start = model.read(nothingRead, before.slice(before.lastIndexOf("\uFFFD") + 1));
  const found: Hypothesis[] = [];
  for (const { row, stray } of movedStrays(cells, at, begin, end, encoding)) {
    const head = model.read(start, textOf(row, 0, stray));
    const likely = originalsOf(row, stray, encoding, model)
      .map((one) => ({ ...one, read: model.read(head, one.original) }))
      .sort((a, b) => a.read.bits + a.price - b.read.bits - b.price)
      .slice(0, mostCandidates);
    const shown = row[stray - 1];
    // A lead that became `?` or another ASCII byte stands before its second byte as a character of its own.
    if (shown !== undefined && shown.bytes.length === 1 && (shown.bytes[0] ?? 0) >= 0x20 && !isStray(shown)) {
      const earlier = model.read(start, textOf(row, 0, stray - 1));
      const price = shown.text === "?" ? 2 : anyByte;
      const rest = textOf(row, stray + 1, row.length) + after;
      for (const original of charactersWith(null, row[stray]?.bytes[0] ?? 0, encoding, model)) {
        const bytes = [...shown.bytes, ...(row[stray]?.bytes ?? [])];
        found.push({
          cells: [...row.slice(0, stray - 1), { text: "\uFFFD", bytes, original }, ...row.slice(stray + 1)],
          from: begin,
          to: end,
          stray: stray - 1,
          take: 2,
          bits: model.read(earlier, original + rest).bits + price,
          text: textOf(row, 0, stray - 1) + original + rest,
        });
      }
    }
    for (const { original, bytes, take, price, read } of likely) {
      const tail = textOf(row, stray + take, row.length) + after;
      const isItself = row[stray]?.isAlone === true && original === row[stray]?.text;
      found.push({
        cells: isItself
          ? row
          : [...row.slice(0, stray), { text: "\uFFFD", bytes, original }, ...row.slice(stray + take)],
        from: begin,
        to: end,
        stray,
        take,
        bits: model.read(read, tail).bits + price,
        text: textOf(row, 0, stray) + original + tail,
      });
    }
  }
  return found.sort((a, b) => a.bits - b.bits);
}

function textOf(cells: readonly Settled[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += cells[i]?.original ?? cells[i]?.text ?? "";
  return text;
}

/** The ways to read the cells around a stray byte with another byte as the stray one. */
function* movedStrays(
  cells: readonly Settled[],
  at: number,
  begin: number,
  end: number,
  encoding: Double,
): Generator<{ row: Settled[]; stray: number }> {
  const row = cells.slice(begin, end);
  const stray = at - begin;
  yield { row, stray };
  // Earlier: the pairs between are read one byte later.
  for (let from = stray - 1; from >= 0 && row[from]?.bytes.length === 2 && row[from]?.original === undefined; from--) {
    const pairs = pairsOf(bytesOf(row, from, stray + 1).slice(1), encoding);
    const [first = 0] = row[from]?.bytes ?? [];
    if (pairs === null) continue;
    yield {
      row: [...row.slice(0, from), { text: "\uFFFD", bytes: [first] }, ...pairs, ...row.slice(stray + 1)],
      stray: from,
    };
  }
  for (let to = stray + 1; to < row.length && row[to]?.bytes.length === 2; to++) {
    const all = bytesOf(row, stray, to + 1);
    const pairs = pairsOf(all.slice(0, -1), encoding);
    if (pairs === null) continue;
    const last = all.at(-1) ?? 0;
    yield {
      row: [...row.slice(0, stray), ...pairs, { text: "\uFFFD", bytes: [last] }, ...row.slice(to + 1)],
      stray: to,
    };
  }
}

function bytesOf(row: readonly Cell[], from: number, to: number): number[] {
  return row.slice(from, to).flatMap(({ bytes }) => bytes);
}

function pairsOf(bytes: readonly number[], encoding: Double): Cell[] | null {
  const { units } = codePage(encoding);
  const cells: Cell[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const unit = units[(bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)] ?? 0;
    if (unit === 0) return null;
    cells.push({ text: String.fromCharCode(unit), bytes: [bytes[i] ?? 0, bytes[i + 1] ?? 0] });
  }
  return cells;
}

/** What may have stood where a byte is stray, with how many cells it takes from there. */
function originalsOf(
  row: readonly Settled[],
  stray: number,
  encoding: Double,
  model: LanguageModel,
): { original: string; bytes: readonly number[]; take: number; price: number }[] {
  const { units } = codePage(encoding);
  const cell = row[stray];
  const [byte = 0] = cell?.bytes ?? [];
  const own = cell?.bytes ?? [];
  const likely = [...charactersWith(byte, null, encoding, model), ...charactersWith(null, byte, encoding, model)];
  if (cell?.isAlone === true) {
    const price = loneBits - unitBits(byte) + (/[a-z]/iu.test(cell.text) ? 0 : 8);
    return [
      { original: cell.text, bytes: own, take: 1, price },
      ...likely.map((original) => ({ original, bytes: own, take: 1, price: 0 })),
    ];
  }
  const found = likely.map((original) => ({ original, bytes: own, take: 1, price: 0 }));
  // One byte too many: by itself within a word, or within the character that it makes with the next pair.
  found.push({ original: "", bytes: own, take: 1, price: anyByte });
  const next = row[stray + 1];
  if (next !== undefined && next.original === undefined) {
    const bytes = [...own, ...next.bytes];
    const unit = units[byte * 256 + (next.bytes[1] ?? 0)] ?? 0;
    if (next.bytes.length === 2 && unit >= 0x80)
      found.push({ original: String.fromCharCode(unit), bytes, take: 2, price: anyByte + 5 });
    // Another byte in place of its second, or of its first.
    if (next.bytes.length === 1 && (isStray(next) || (next.bytes[0] ?? 0) >= 0x20)) {
      for (const original of likely) {
        const code = codePage(encoding).codes[original.charCodeAt(0)] ?? 0;
        if (code >> 8 === byte || (isStray(next) && (code & 255) === next.bytes[0]))
          found.push({ original, bytes, take: 2, price: anyByte });
      }
    }
  }
  return found;
}

/** The characters with a first or a second byte that a text may have, the likeliest first. */
function charactersWith(lead: number | null, trail: number | null, encoding: Double, model: LanguageModel): string[] {
  const { units } = codePage(encoding);
  const found: { character: string; bits: number }[] = [];
  for (let other = 0x40; other <= 0xfe; other++) {
    const unit = units[lead === null ? other * 256 + (trail ?? 0) : lead * 256 + other] ?? 0;
    if (unit < 0x80) continue;
    const character = String.fromCharCode(unit);
    const bits = model.alone(character);
    if (bits <= rarest || model.stands(character)) found.push({ character, bits });
  }
  return found.sort((a, b) => a.bits - b.bits).map(({ character }) => character);
}
