import { isHan } from "../characters.ts";
import { decodeDamaged } from "../gbk-table.ts";
import { quotesOf, unpaired } from "../quotes.ts";
import { type LanguageModel, nothingRead } from "../language-model.ts";
import type { Hypothesis } from "./shift-paths.ts";
import { mostRivals } from "./shift-search.ts";
import type { Unit, Window } from "./shift-windows.ts";

/** What is held of a window, in positions of the text. */
export type Verdict =
  /** There is no damage, or nothing speaks for any. */
  | { readonly type: "sound" }
  /** There is damage, and no original is proved. */
  | { readonly type: "unproved" }
  /** The one original that the evidence allows. */
  | (Restoration & {
      readonly type: "restored";
      readonly head: string;
      readonly restored: string;
      readonly dropped: readonly number[];
    })
  /** The original but for some characters, for which U+FFFD stands. */
  | (Restoration & { readonly type: "partly" });

interface Restoration {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** How many bits an original must be better than the text as found. */
const enough = { gloss: -24, marked: 8, silent: 26 };
/**
 * How many bits an original must be better than a rival: with another Han character, the same where its own is no
 * part of a word, with a mark for one or for another mark, and with more characters of which half was dropped.
 */
const margin = { character: 7.5, loose: 11, mark: 4.5, marks: 6.5, longer: 8.5, longerLoose: 12 };
/** What it is worth that the same damage was proved to be the same elsewhere in the page. */
const provedBefore = 8;
/** How many units make damage the same. */
const sameUnits = 3;
/** How many units may stay unknown, at least and as a share of all, where the rest is sure. */
const fewestLost = 1;
const lostShare = 6;
/** Where something was dropped oftener than this, and than once in so many units, nothing is sure. */
const mostDropped = 2;
const fewUnits = 10;

/** What was proved elsewhere in the page: the first units of the damage, and the original's first characters. */
export type Proved = ReadonlyMap<string, string>;

/** Weighs the originals that explain a window. */
export function judge(
  window: Window,
  text: string,
  hypotheses: readonly Hypothesis[],
  model: LanguageModel,
  proved: Proved = new Map(),
): Verdict {
  const observed = text.slice(window.start, window.end);
  const paired = balanceOf(text, window);
  const asFound = hypotheses.find((one) => one.events === 0);
  const own = asFound === undefined ? Infinity : asFound.cost + paired(observed);
  const byText = new Map<string, { cost: number; one: Hypothesis }>();
  for (const one of hypotheses) {
    if (one.events === 0 || one.text === observed) continue;
    const known = proved.get(headOf(window, one));
    const cost =
      one.cost + paired(one.text) - (known !== undefined && one.restored.startsWith(known) ? provedBefore : 0);
    const rival = byText.get(one.text);
    if (rival === undefined || cost < rival.cost) byText.set(one.text, { cost, one });
  }
  const rated = [...byText.values()].sort((a, b) => a.cost - b.cost);
  const [first] = rated;
  const certain = window.certain || isMarkedStrange(window, model);
  const failed: Verdict = certain ? { type: "unproved" } : { type: "sound" };
  if (first === undefined || !isDamagedAgain(window, first.one)) return failed;
  // Where nothing is certain, only what reads far better shows that there is damage.
  const unproved: Verdict = certain || first.cost + enough.silent <= own ? { type: "unproved" } : { type: "sound" };
  // A gloss tells its character, but for others that are read so.
  const known = window.units
    .slice(first.one.from, first.one.to)
    .filter((unit) => (unit.code !== 0 && unit.mark === "") || unit.gloss !== null).length;
  if (known === 0 || known + 1 < first.one.guessed) return unproved;
  const marked = window.units.slice(first.one.from, first.one.to).some((unit) => unit.mark !== "");
  const glossed = window.units.slice(first.one.from, first.one.to).some((unit) => unit.gloss !== null);
  if (first.cost + (glossed ? enough.gloss : marked ? enough.marked : enough.silent) > own) return failed;
  const rivals = rated
    .filter(({ cost, one }) => cost < first.cost + marginOver(first.one, one, model))
    .map(({ one }) => one);
  const length = first.one.to - first.one.from;
  if (first.one.dropped.length > mostDropped + length / fewUnits) return unproved;
  const { agreed, lost, uneven } = consensus(first.one, rivals, window.units);
  const { start, end, replacement } = difference(observed, agreed);
  const at = { start: window.start + start, end: window.start + end, replacement };
  if (lost === 0) {
    return {
      type: "restored",
      ...at,
      head: headOf(window, first.one),
      restored: first.one.restored,
      dropped: first.one.dropped,
    };
  }
  const most = Math.max(fewestLost, length / lostShare);
  // The cheapest rivals may be so many that the search did not come to all that matter.
  const last = rated.at(-1)?.cost ?? 0;
  const allSeen = hypotheses.length <= mostRivals || last >= first.cost + margin.loose;
  return allSeen && !uneven && lost <= most && /[^\uFFFD]/u.test(replacement) ? { type: "partly", ...at } : unproved;
}

/** What a character out of step costs: names and rare words of clean text stay below it. */
const strangeBits = { silent: 12, marked: 9 };

/** How many characters tell that a mark stands for a lost byte. */
const fewestMarked = 8;

/** Tells whether what is suspicious of a window reads like no Chinese at all. */
export function isStrange(window: Window, model: LanguageModel): boolean {
  const inner = window.units.slice(window.core.start, window.core.end);
  const read = model.read(nothingRead, inner.map((unit) => (unit.free ? "" : unit.text)).join(""));
  return read.bits > (hasMark(window) ? strangeBits.marked : strangeBits.silent) * inner.length;
}

function isMarkedStrange(window: Window, model: LanguageModel): boolean {
  const { core } = window;
  return core.end - core.start >= fewestMarked && hasMark(window) && isStrange(window, model);
}

/** A question mark before another mark stands for a byte that was lost, where what follows is strange. */
function hasMark({ core, units }: Window): boolean {
  return units
    .slice(core.start, core.end)
    .some(({ text }, i, inner) => text === "?" && /^[!！，,。、]$/u.test(inner[i + 1]?.text ?? ""));
}

/** How the damage of a window begins, as it was found. */
function headOf(window: Window, { from, to }: Hypothesis): string {
  const units = window.units.slice(from, Math.min(to, from + sameUnits));
  return units.length < sameUnits ? "" : units.map((unit) => unit.text).join("");
}

/** How much better a text must be than a rival: where only marks differ, the mechanism says more than the language. */
function marginOver(first: Hypothesis, other: Hypothesis, model: LanguageModel): number {
  const { text } = first;
  const { text: rival } = other;
  // What was dropped makes an original longer, and so costlier, without making it less likely: 共机关 for 公安机关.
  if (other.dropped.length > first.dropped.length)
    return hasLooseEnds(first, other, model) ? margin.longerLoose : margin.longer;
  const character = hasLooseEnds(first, other, model) ? margin.loose : margin.character;
  if (text.length !== rival.length) return character;
  let needed = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === rival[i]) continue;
    // A mark before a mark, or at the end, is what gets lost; any other may be a character.
    if (!isMark(text[i] ?? "") || (i + 1 < text.length && !isMark(text[i + 1] ?? ""))) return character;
    needed = Math.max(needed, isMark(rival[i] ?? "") ? margin.marks : margin.mark);
  }
  return needed;
}

/** A character that costs less alone stands alone in any text: 的, 对, 在. */
const commonBits = 9;

/** Tells whether a character is no part of a word, or a rarer mark, where an original differs from a rival. */
function hasLooseEnds({ text, pieces }: Hypothesis, rival: Hypothesis, model: LanguageModel): boolean {
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    if (rival.pieces[i] !== piece) {
      for (let k = 0; k < piece.length; k++) {
        const one = piece[k] ?? "";
        const loose = isHan(one)
          ? model.alone(one) > commonBits && !model.isInWord(text, at + k)
          : !"，。、“”".includes(one);
        if (loose) return true;
      }
    }
    at += piece.length;
  }
  return false;
}

function isMark(character: string): boolean {
  return "，。、：；！？“”‘’（）《》…".includes(character);
}

/**
 * What an original and its rivals agree in, unit by unit, with U+FFFD where they differ and where a character
 * was lost for good.
 */
function consensus(
  first: Hypothesis,
  rivals: readonly Hypothesis[],
  before: readonly Unit[],
): { agreed: string; lost: number; uneven: boolean } {
  let agreed = "";
  let lost = 0;
  let uneven = false;
  first.pieces.forEach((piece, i) => {
    const inside = i >= first.from && i < first.to;
    const same = rivals.every(({ pieces }) => pieces[i] === piece);
    // A letter of another script is what two halves look like.
    const strange = inside && piece !== before[i]?.text && /[^\p{Script=Han}\p{P}\p{ASCII}％　\uFFFD]/u.test(piece);
    if (same && !strange) {
      agreed += piece;
      if (piece.includes("\uFFFD") && inside) lost++;
    } else {
      agreed += "\uFFFD".repeat(Math.max(1, piece.length));
      lost++;
      uneven ||= rivals.some(({ pieces }) => pieces[i]?.length !== piece.length);
    }
  });
  return { agreed: withoutIslands(agreed), lost, uneven };
}

/** A character or two between unknown ones is known no better than these, unless it is a word. */
function withoutIslands(text: string): string {
  return text.replaceAll(/(?<=\uFFFD)\p{Script=Han}{1,2}(?=\uFFFD)/gu, (one) => "\uFFFD".repeat(one.length));
}

/** Damages an original by the mechanism that it supposes and tells whether the text as found comes out. */
function isDamagedAgain(window: Window, one: Hypothesis): boolean {
  const wanted = fold(
    window.units
      .slice(one.from, one.to)
      .map((unit) => unit.text)
      .join(""),
  );
  const bytes = Uint8Array.from(one.damaged);
  for (const drop of [false, true]) {
    if (fold(decodeDamaged(bytes, { keepAscii: false, drop })) === wanted) return true;
    if (fold(decodeDamaged(bytes, { keepAscii: true, drop })) === wanted) return true;
    if (fold(decodeDamaged(bytes, { keepAscii: false, ignore: true, drop })) === wanted) return true;
  }
  return false;
}

/** A cleaner made these half-width; whether before or after the damage makes no difference here. */
function fold(text: string): string {
  return text.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
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

/** Quotation marks that do not pair in the paragraph cost: gives what they cost with a text in the window. */
function balanceOf(text: string, window: Window): (candidate: string) => number {
  // A paragraph, and no more of it than decides.
  const head = text.slice(Math.max(0, window.start - 600), window.start);
  const rest = text.slice(window.end, window.end + 600);
  const stop = rest.indexOf("\n");
  const before = quotesOf(head.slice(head.lastIndexOf("\n") + 1));
  const after = quotesOf(stop < 0 ? rest : rest.slice(0, stop));
  const known = new Map<string, number>();
  return (candidate) => {
    const within = quotesOf(candidate);
    let cost = known.get(within);
    if (cost === undefined) {
      cost = unpaired(before + within + after) * 12;
      known.set(within, cost);
    }
    return cost;
  };
}
