import { isHan } from "../../characters.ts";
import { decodeDamaged, gbkTable } from "../../gbk/gbk-table.ts";
import { isCommon } from "../../language/common-characters.ts";
import { type LanguageModel, nothingRead } from "../../language/language-model.ts";
import { type Hypothesis, apart } from "./paths.ts";
import type { Findings } from "./search.ts";
import type { Unit, Window } from "./windows.ts";

/** What is held of a window, in positions of the text. */
export type Verdict =
  /** There is no damage, or nothing speaks for any. */
  | { readonly type: "sound" }
  /** There is damage, and no original is proved. */
  | { readonly type: "unproved" }
  /** The one original that the evidence allows. */
  | (Restoration & { readonly type: "restored"; readonly dropped: readonly string[] })
  /** The original but for some characters, for which U+FFFD stands. */
  | (Restoration & { readonly type: "partly" });

interface Restoration {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** How many bits an original must be better than the text as found. */
const enough = { gloss: -24, marked: 4, silent: 14 };
/** How many bits an original must be better that the damage is sure as if something marked it. */
const proved = 60;
/** How many bits tell of damage that nothing marks; clean text is never better by any. */
const noticed = 4;
/**
 * How likely it may be, in bits, that a character is another: where it is part of a word, where it is none, for the
 * mark before a mark or at the end, of which the mechanism says more than the language, a mark within a sentence, and
 * where nothing but the language tells that there is damage; that one more stands beside it (对 for 将对); and one of which few texts have any,
 * for what was not thought of. Less is asked where the page has the same two or three characters elsewhere, more of
 * figures and of what is counted by them, beside what is open, and of all where much is open: the right original may be
 * none of those that were thought of.
 */
const doubtful = {
  character: -6,
  loose: -6.5,
  mark: -4.2,
  within: -6,
  silent: -8,
  name: -10,
  numeral: -8,
  counted: -7.5,
  beside: -6.5,
  lacking: -6.5,
  rare: -12,
  pair: -5,
  quoted: -4.2,
  muchOpen: -10,
  besideMuch: -11,
};
type Limits = typeof doubtful;
/** The same where all of an original is told: what stays open elsewhere would say that the right one is another. */
const doubtfulInWhole: Limits = {
  ...doubtful,
  character: -5.5,
  loose: -6,
  mark: -3.5,
  numeral: -7.5,
  counted: -7,
  quoted: -4,
};
/** How much of the page before and behind a window is asked for the same words. */
const around = 1500;
/** How many units are beside one. */
const near = 3;
/** How much of a damaged stretch may stay unknown, where no more is asked of the rest. */
const mostLost = 0.15;
/** Where pairs were dropped oftener than this, what else was dropped is not sure. */
const mostDropped = 2;
/** How many characters are read together to tell whether they are Chinese, and what they may cost each, in bits. */
const together = 4;
const tooMuch = 10;
/** How many characters tell something where much around them is open, and how much of a stretch must be told. */
const shortestRun = 4;
const leastTold = 0.3;

/** Weighs the originals that explain a window. */
export function judge(window: Window, text: string, findings: Findings, model: LanguageModel): Verdict {
  const certain = window.certain || hasMisfit(window) || isMarkedStrange(window, model);
  const failed: Verdict = certain ? { type: "unproved" } : { type: "sound" };
  const observed = text.slice(window.start, window.end);
  const own = findings.asFound.cost;
  let first: Hypothesis | null = null;
  for (const one of findings.originals) {
    if (one.text === observed || hasTwoStops(one.text, observed) || !isDamagedAgain(window, one)) continue;
    first = one;
    break;
  }
  if (first === null) return failed;
  const damaged = window.units.slice(first.from, first.to);
  // A gloss tells its character, but for others that are read so.
  // A letter that stands alone is the second byte of a character.
  const known = damaged.filter(
    (unit) => (unit.code !== 0 && unit.mark === "") || unit.alone || unit.gloss !== null,
  ).length;
  // A letter behind a mark is the second byte of a character as well: ，F在 is 。現在.
  const marked = damaged.some((unit, i) => unit.mark !== "" || (unit.alone && damaged[i - 1]?.parts === true));
  const glossed = damaged.some((unit) => unit.gloss !== null);
  // Where nothing is certain, only what reads far better shows that there is damage.
  if (first.cost + (glossed ? enough.gloss : marked ? enough.marked : enough.silent) > own)
    return marked || glossed || first.cost + noticed > own ? failed : { type: "unproved" };
  if (known === 0 || known + 1 < first.guessed) return { type: "unproved" };
  const page = `${text.slice(Math.max(0, window.start - around), window.start)}\n${text.slice(window.end, window.end + around)}`;
  const sign =
    marked || glossed || damaged.some(({ text: one }) => otherScript.test(one))
      ? "marked"
      : own - first.cost > proved
        ? "proved"
        : "none";
  const whole = withoutDoubtful(first, window.units, sign, "whole", page, model);
  if (whole.lost === 0) return { type: "restored", ...placed(window, observed, whole.agreed), dropped: first.dropped };
  const { agreed, lost } = withoutDoubtful(first, window.units, sign, "part", page, model);
  const size = first.to - first.from;
  const most = first.dropped.length > mostDropped ? 0 : Math.max(2, mostLost * size);
  if (lost <= most) {
    const at = placed(window, observed, agreed);
    if (/[^\uFFFD]/u.test(at.replacement)) return { type: "partly", ...at };
  }
  const strict = withoutDoubtful(first, window.units, sign, "little", page, model);
  return strict.told >= Math.max(shortestRun, leastTold * size)
    ? { type: "partly", ...placed(window, observed, strict.agreed) }
    : { type: "unproved" };
}

/** Tells whether an original ends a sentence twice, 。”。, where the text as found does not. */
function hasTwoStops(text: string, observed: string): boolean {
  return /[。！？]”[。，]/u.test(text) && !/[。！？]”[。，]/u.test(observed);
}

/** Where a window and what was agreed on differ, in positions of the text. */
function placed(window: Window, observed: string, agreed: string): Restoration {
  const { start, end, replacement } = difference(observed, agreed);
  return { start: window.start + start, end: window.start + end, replacement };
}

/** Letters that no Chinese sentence has between its words, and halves of characters give: ㄓ, Α, ズ. */
const otherScript = /[\u0370-\u04FF\u3041-\u312F]/u;

/** What a character out of step costs: names and rare words of clean text stay below it. */
const strangeBits = { silent: 12, marked: 9 };

/** How many characters tell that a mark stands for a lost byte. */
const fewestMarked = 8;

/** Tells whether what is suspicious of a window reads like no Chinese at all. */
function isStrange(window: Window, model: LanguageModel): boolean {
  const inner = window.units.slice(window.core.start, window.core.end);
  const read = model.read(nothingRead, inner.map((unit) => (unit.free ? "" : unit.text)).join(""));
  return read.bits > (hasMark(window) ? strangeBits.marked : strangeBits.silent) * inner.length;
}

/** What a character of Chinese text costs at least, and how much a repair of a place without marks must save. */
const leastBits = 4.5;
const leastSaving = 36;

/** Tells whether a window costs so much that a repair could pay. */
export function mayPay(window: Window, model: LanguageModel): boolean {
  const inner = window.units.slice(window.core.start, window.core.end);
  if (window.certain || hasMisfit(window) || inner.some((unit) => unit.mark !== "" || unit.alone)) return true;
  if (!inner.some((unit) => unit.gloss !== null) && !hasOddLetter(inner) && !mayBeOutOfStep(window)) return false;
  if (!isStrange(window, model)) return false;
  const read = model.read(nothingRead, inner.map((unit) => (unit.free ? "" : unit.text)).join(""));
  return read.bits > leastSaving + leastBits * inner.length;
}

/** Tells whether a letter of another script stands behind a mark, as half of a character does: 。ㄓ浾 for （記者. */
function hasOddLetter(units: readonly Unit[]): boolean {
  return units.some(({ text }, i) => otherScript.test(text) && units[i - 1]?.parts === true);
}

/** How many characters in a row a stretch out of step has, or what share of all; clean text has a chance of one in three each. */
const fewestInStep = 6;
const leastInStep = 0.6;

/** Tells whether everyday characters stand across those of a window, as they do where bytes are out of step. */
function mayBeOutOfStep({ core, units }: Window): boolean {
  const { characters } = gbkTable();
  let all = 0;
  let run = 0;
  let everyday = 0;
  let longest = 0;
  for (let i = Math.max(0, core.start - 1); i < Math.min(core.end, units.length - 1); i++) {
    const first = units[i]?.code ?? 0;
    const second = units[i + 1]?.code ?? 0;
    const isPair = first !== 0 && second !== 0;
    const across = isPair ? (characters[(first & 255) * 256 + (second >> 8)] ?? "") : "";
    if (isPair) all++;
    const isEveryday = across !== "" && (isCommon(across.charCodeAt(0)) || isMark(across));
    if (isEveryday) everyday++;
    run = isEveryday ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest >= fewestInStep || everyday >= leastInStep * all;
}

/**
 * A gloss behind a character that is not read so, and half a character or one that few texts have behind it:
 * `老院(fù)^`, `人(shuà)瑏44.1%`, and not `(jiǎo)角`.
 */
function hasMisfit({ core, units }: Window): boolean {
  return units.slice(core.start, core.end).some(({ gloss }, i) => {
    if (gloss === null) return false;
    const next = units[core.start + i + gloss.length];
    return next !== undefined && (next.ascii >= 0x40 || (isHan(next.text) && !isCommon(next.text.charCodeAt(0))));
  });
}

function isMarkedStrange(window: Window, model: LanguageModel): boolean {
  const { core } = window;
  return core.end - core.start >= fewestMarked && hasMark(window) && isStrange(window, model);
}

/** A question mark before another mark stands for a byte that was lost, where what follows is strange. */
export function hasMark({ core, units }: Window): boolean {
  return units
    .slice(core.start, core.end)
    .some(({ text }, i, inner) => text === "?" && /^[!！，,。、；;？?]$/u.test(inner[i + 1]?.text ?? ""));
}

/** A character that costs less alone stands alone in any text: 的, 对, 在. */
const commonBits = 9;

/**
 * An original with U+FFFD for what is doubtful of it and for what was lost for good, how much that is, and how many
 * characters are told that were not found so. More is asked where not the whole of it is told, and most where little is.
 */
function withoutDoubtful(
  { text, pieces, doubts, lacks, lengths, from, to }: Hypothesis,
  before: readonly Unit[],
  sign: "marked" | "proved" | "none",
  extent: "whole" | "part" | "little",
  page: string,
  model: LanguageModel,
): { agreed: string; lost: number; told: number } {
  const isMuchOpen = extent === "little";
  const most = extent === "whole" ? doubtfulInWhole : doubtful;
  const open = pieces.map((piece, i) => {
    if (i < from || i >= to) return false;
    // Which of two glosses it is shows in what follows. A byte too many may be all that is left of a character.
    if (piece === "") {
      const limit = sign === "marked" ? most.character : most.silent;
      return before[i]?.gloss === null && (doubts[i]?.[0] ?? 0) > 2 ** limit;
    }
    // A letter of another script is what two halves look like.
    if (piece !== before[i]?.text && /[^\p{Script=Han}\p{P}\p{ASCII}％　\uFFFD]/u.test(piece)) return true;
    // 对 may be all that is told of 将对.
    return piece.includes("\uFFFD") || (isHan(piece[0] ?? "") && (lacks[i] ?? 0) > 2 ** most.lacking);
  });
  const strange = isMuchOpen ? strangeIn(text, guessedIn(pieces, doubts), model) : new Uint8Array(text.length);
  const limits = Float64Array.from(text, () => 0);
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    // Of how many characters only the pairs are left that were not dropped shows least.
    const least = sign === "marked" || (sign === "proved" && piece.length === 1) ? 0 : doubtful.silent;
    // Of what stood before a mark at which the text was read apart half is told, and nothing behind it.
    const isHalf = before[i]?.mark === "?" && before[i + 1]?.parts === true && piece.length === 1 && isHan(piece);
    for (let k = 0; k < piece.length; k++) {
      const isSure = (doubts[i]?.[k] ?? 0) < 2 ** doubtful.name;
      const limit = isSure ? doubtful.name : limitOf(text, at + k, page, model, most);
      limits[at + k] = Math.min(
        least,
        strange[at + k] === 1 ? doubtful.muchOpen * 3 : 0,
        isMuchOpen ? doubtful.muchOpen : 0,
        isHalf ? doubtful.character : 0,
        limit,
      );
    }
    const start = at;
    if (
      !open[i] &&
      Array.from(piece, (_one, k) => (doubts[i]?.[k] ?? 0) > 2 ** (limits[start + k] ?? 0)).includes(true)
    )
      open[i] = true;
    at += piece.length;
  }
  const agreed: string[] = [];
  let lost = 0;
  at = 0;
  for (const [i, piece] of pieces.entries()) {
    // Beside what is open less is sure.
    const isBeside = open.slice(Math.max(0, i - near), i + near + 1).includes(true);
    const beside = !isBeside ? 0 : isMuchOpen ? doubtful.besideMuch : doubtful.beside;
    let written = "";
    for (let k = 0; k < piece.length; k++) {
      const unsure =
        (doubts[i]?.[k] ?? 0) > 2 ** Math.min(beside, limits[at + k] ?? 0) || (open[i] === true && piece.length === 1);
      written += unsure ? "\uFFFD" : (piece[k] ?? "");
    }
    if (written.includes("\uFFFD") || open[i] === true) {
      lost++;
      written = /^\uFFFD*$/u.test(written) ? "\uFFFD".repeat(Math.max(1, lengths[i] ?? 1)) : written;
    }
    agreed.push(written);
    at += piece.length;
  }
  const whole = withoutIslands(agreed.join(""), isMuchOpen);
  const ends = agreed.slice(0, from).join("").length + agreed.slice(to).join("").length;
  const told = whole.length - ends - (whole.match(/\uFFFD/gu)?.length ?? 0);
  return { agreed: whole, lost, told };
}

/** The characters of an original, 1 for those that are as likely to be others. */
function guessedIn(pieces: readonly string[], doubts: readonly (readonly number[])[]): number[] {
  return pieces.flatMap((piece, i) => Array.from(piece, (_one, k) => ((doubts[i]?.[k] ?? 0) > 0.5 ? 1 : 0)));
}

/**
 * Marks what costs too much to be Chinese: the right original was not thought of. What a character costs that is a mere
 * guess says nothing of those beside it.
 */
function strangeIn(text: string, guessed: readonly number[], model: LanguageModel): Uint8Array {
  const marks = new Uint8Array(text.length);
  const sums: number[] = [0];
  let reading = nothingRead;
  for (let i = 0; i < text.length; i++) {
    reading = model.next(reading, text[i] ?? "");
    sums.push(reading.bits);
    const from = i + 1 - together;
    if (from < 0 || guessed.slice(from, i + 1).includes(1)) continue;
    if (reading.bits - (sums[from] ?? 0) > tooMuch * together) marks.fill(1, from, i + 1);
  }
  return marks;
}

/** Tells whether a page has some characters of a text with what stands beside them, so many Han characters in all. */
function isElsewhere(text: string, at: number, length: number, many: number, page: string): boolean {
  const size = Math.max(many, length + 1);
  for (let start = Math.max(0, at + length - size); start <= at; start++) {
    const words = text.slice(start, start + size);
    if (words.length === size && /^\p{Script=Han}+$/u.test(words) && page.includes(words)) return true;
  }
  return false;
}

/** How likely it may be, in bits, that something else stands where a character of a text does. */
function limitOf(text: string, at: number, page: string, model: LanguageModel, most: Limits): number {
  if (isElsewhere(text, at, 1, 3, page)) return most.quoted;
  const one = text[at] ?? "";
  const next = text[at + 1] ?? "";
  // Nobody knows how people are called: 姜先生 and 江先生 are as likely.
  if (isHan(one) && !model.stands(one) && /^(?:先生|女士|小姐|老[師师]|某)/u.test(text.slice(at + 1, at + 3)))
    return most.name;
  if (isNumeral(one) && one !== "一") return most.numeral;
  if (isElsewhere(text, at, 1, 2, page)) return most.pair;
  // 一朵, 一句: each is said of something.
  if (isHan(one) && isNumeral(wordBefore(text, at))) return most.counted;
  // Where few texts have it and no word does, what stood there was most likely not thought of: 藔 for 說.
  if (isHan(one) && !isCommon(one.charCodeAt(0)) && !model.stands(one) && !model.isInWord(text, at)) return most.rare;
  if (isHan(one)) return model.alone(one) > commonBits && !model.isInWord(text, at) ? most.loose : most.character;
  // A mark before a mark, or at the end, is what gets lost; any other may be a character.
  // A space is there or not, and no word of the sentence.
  if (one === "　") return most.mark;
  if (isMark(one) && (next === "" || /[<\n]/u.test(next) || isMark(next))) return most.mark;
  return isMark(one) ? most.within : most.numeral;
}

function isNumeral(character: string): boolean {
  return character !== "" && "一二三四五六七八九十百千万萬亿億两兩几幾".includes(character);
}

/** The character before a position of a text, whatever gloss was put between. */
function wordBefore(text: string, at: number): string {
  // Matches `(dòng)` at the end; must not match `(三)`.
  return (
    text
      .slice(Math.max(0, at - 12), at)
      .replace(/[(（](?:[A-Za-zÀ-ɏ]|\p{M}){1,8}[)）]$/u, "")
      .at(-1) ?? ""
  );
}

function isMark(character: string): boolean {
  return "，。、：；！？“”‘’（）《》…".includes(character);
}

/** A few characters between unknown ones are known no better than these. */
function withoutIslands(text: string, isMuchOpen: boolean): string {
  const island = isMuchOpen
    ? /(?<=\uFFFD)[^\uFFFD\p{ASCII}]{1,3}(?=\uFFFD)/gu
    : /(?<=\uFFFD)\p{Script=Han}{1,2}(?=\uFFFD)/gu;
  return text.replaceAll(island, (one) => "\uFFFD".repeat(one.length));
}

/** Damages an original by the mechanism that it supposes and tells whether the text as found comes out. */
function isDamagedAgain(window: Window, one: Hypothesis): boolean {
  const wanted = fold(
    window.units
      .slice(one.from, one.to)
      .map((unit) => unit.text)
      .join(""),
  );
  const parts = partsOf(one.damaged);
  const read = (options: Parameters<typeof decodeDamaged>[1]): string =>
    fold(parts.map((bytes) => decodeDamaged(bytes, options)).join(""));
  for (const drop of [false, true]) {
    if (read({ keepAscii: false, drop }) === wanted) return true;
    if (read({ keepAscii: true, drop }) === wanted) return true;
    if (read({ keepAscii: false, drop, euro: true }) === wanted) return true;
    if (parts.length > 1 && read({ keepAscii: false, drop, dropLast: true }) === wanted) return true;
    if (read({ keepAscii: false, ignore: true, drop }) === wanted) return true;
  }
  return false;
}

/** The stretches of damaged bytes that were read apart. */
function partsOf(damaged: readonly number[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let i = damaged.indexOf(apart); i >= 0; i = damaged.indexOf(apart, from)) {
    parts.push(Uint8Array.from(damaged.slice(from, i)));
    from = i + 1;
  }
  parts.push(Uint8Array.from(damaged.slice(from)));
  return parts;
}

/** A cleaner made these half-width; whether before or after the damage makes no difference here. */
function fold(text: string): string {
  return text.replaceAll(/[，：；！？（）０-９Ａ-Ｚａ-ｚ]/gu, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );
}

/** The stretch in which two texts differ. */
function difference(from: string, to: string): { start: number; end: number; replacement: string } {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < most - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return { start, end: from.length - tail, replacement: to.slice(start, to.length - tail) };
}
