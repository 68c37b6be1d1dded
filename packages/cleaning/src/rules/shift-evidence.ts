import { isHan } from "../characters.ts";
import { decodeDamaged } from "../gbk-table.ts";
import { quotesOf, unpaired } from "../quotes.ts";
import type { LanguageModel } from "../language-model.ts";
import type { Hypothesis } from "./shift-search.ts";
import type { Window } from "./shift-windows.ts";

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
/** How many bits an original must be better than a rival: with another Han character, or a mark for one or for another. */
const margin = { character: 9, mark: 4.5, marks: 7.5 };
/** What it is worth that the same damage was proved to be the same elsewhere in the page. */
const provedBefore = 8;
/** How many units make damage the same. */
const sameUnits = 3;
const mostMarks = 3;

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
  const failed: Verdict = window.certain ? { type: "unproved" } : { type: "sound" };
  if (first === undefined || !isDamagedAgain(window, first.one)) return failed;
  const marked = window.units.slice(first.one.from, first.one.to).some((unit) => unit.mark !== "");
  const glossed = window.units.slice(first.one.from, first.one.to).some((unit) => unit.gloss !== null);
  if (first.cost + (glossed ? enough.gloss : marked ? enough.marked : enough.silent) > own) return failed;
  const rivals = rated
    .filter(({ cost, one }) => cost < first.cost + marginOver(first.one.text, one.text))
    .map(({ one }) => one);
  const common = rivals.length === 1 ? first.one.text : consensus(rivals.map((one) => one.text));
  if (common === null) return { type: "unproved" };
  const agreed = withoutStrangers(common, window, first.one, model);
  const { start, end, replacement } = difference(observed, agreed);
  const at = { start: window.start + start, end: window.start + end, replacement };
  // What was U+FFFD and stays so is no more proved than what becomes so.
  const tail = window.units.slice(first.one.to).reduce((sum, unit) => sum + unit.text.length, 0);
  const lost =
    count(agreed.slice(0, agreed.length - tail), "\uFFFD") -
    count(
      window.units
        .slice(0, first.one.from)
        .map((unit) => unit.text)
        .join(""),
      "\uFFFD",
    );
  if (lost === 0) {
    return {
      type: "restored",
      ...at,
      head: headOf(window, first.one),
      restored: first.one.restored,
      dropped: first.one.dropped,
    };
  }
  return lost <= mostMarks && lost * 3 <= replacement.length + 2 && /[^\uFFFD]/u.test(replacement)
    ? { type: "partly", ...at }
    : { type: "unproved" };
}

/** How the damage of a window begins, as it was found. */
function headOf(window: Window, { from, to }: Hypothesis): string {
  const units = window.units.slice(from, Math.min(to, from + sameUnits));
  return units.length < sameUnits ? "" : units.map((unit) => unit.text).join("");
}

/** How much better a text must be than a rival: where only marks differ, the mechanism says more than the language. */
function marginOver(text: string, rival: string): number {
  if (text.length !== rival.length) return margin.character;
  let needed = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === rival[i]) continue;
    if (!isMark(text[i] ?? "")) return margin.character;
    needed = Math.max(needed, isMark(rival[i] ?? "") ? margin.marks : margin.mark);
  }
  return needed;
}

function isMark(character: string): boolean {
  return "，。、：；！？“”‘’（）《》…".includes(character);
}

/** A character alone that is rarer than this, in bits, and no part of a word, may be what is left of two. */
const rare = 14;

/** Puts U+FFFD for the characters of an original that only the bytes speak for, where the bytes may be others. */
function withoutStrangers(text: string, window: Window, one: Hypothesis, model: LanguageModel): string {
  const start = window.units.slice(0, one.from).reduce((sum, unit) => sum + unit.text.length, 0);
  const end = start + one.restored.length;
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    const strange =
      i >= start && i < end && isHan(character) && model.alone(character) > rare && !model.isInWord(text, i);
    result += strange ? "\uFFFD" : character;
  }
  return result;
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

/** What texts agree in, character by character, with U+FFFD where they differ; null where their lengths do. */
function consensus(texts: readonly string[]): string | null {
  const [first = ""] = texts;
  if (texts.some((one) => one.length !== first.length)) return null;
  let agreed = "";
  for (let i = 0; i < first.length; i++)
    agreed += texts.every((one) => one[i] === first[i]) ? (first[i] ?? "") : "\uFFFD";
  return agreed;
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

function count(text: string, character: string): number {
  return text.split(character).length - 1;
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
