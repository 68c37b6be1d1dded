import { decodeDamaged } from "../gbk-table.ts";
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
  | (Restoration & { readonly type: "restored"; readonly text: string; readonly dropped: readonly number[] })
  /** The original but for some characters, for which U+FFFD stands. */
  | (Restoration & { readonly type: "partly" });

interface Restoration {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** How many bits an original must be better than the text as found, and than its rivals. */
export const limits = {
  enough: 8,
  silent: 26,
  margin: 9,
  mostMarks: 3,
};

/** Weighs the originals that explain a window. */
export function judge(window: Window, text: string, hypotheses: readonly Hypothesis[], model: LanguageModel): Verdict {
  const observed = text.slice(window.start, window.end);
  const paired = balanceOf(text, window);
  const asFound = hypotheses.find((one) => one.events === 0);
  const own = asFound === undefined ? Infinity : asFound.cost + paired(observed);
  const byText = new Map<string, { cost: number; one: Hypothesis }>();
  for (const one of hypotheses) {
    if (one.events === 0 || one.text === observed) continue;
    const cost = one.cost + paired(one.text);
    const known = byText.get(one.text);
    if ((known === undefined || cost < known.cost) && isDamagedAgain(window, one)) byText.set(one.text, { cost, one });
  }
  const rated = [...byText.values()].sort((a, b) => a.cost - b.cost);
  const [first] = rated;
  const failed: Verdict = window.certain ? { type: "unproved" } : { type: "sound" };
  if (first === undefined) return failed;
  const marked = /[?\uFFFD]/u.test(observed.slice(first.one.from, first.one.to));
  if (first.cost + (marked ? limits.enough : limits.silent) > own) return failed;
  const margin = limits.margin;
  const rivals = rated.filter(({ cost }) => cost < first.cost + margin).map(({ one }) => one);
  const agreed = rivals.length === 1 ? first.one.text : consensus(rivals.map((one) => one.text));
  if (agreed === null) return { type: "unproved" };
  const change = difference(observed, agreed);
  const at = { start: window.start + change.start, end: window.start + change.end, replacement: change.replacement };
  const lost = count(change.replacement, "\uFFFD");
  if (lost === 0) return { type: "restored", ...at, text: agreed, dropped: first.one.dropped };
  void model;
  return lost <= limits.mostMarks && lost * 3 <= change.replacement.length ? { type: "partly", ...at } : { type: "unproved" };
}

/** Damages an original by the mechanism that it supposes and tells whether the text as found comes out. */
function isDamagedAgain(window: Window, one: Hypothesis): boolean {
  const wanted = fold(window.units.slice(one.from, one.to).map((unit) => unit.text).join(""));
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
  for (let i = 0; i < first.length; i++) agreed += texts.every((one) => one[i] === first[i]) ? (first[i] ?? "") : "\uFFFD";
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
      cost = unpaired(before + within + after) * 8;
      known.set(within, cost);
    }
    return cost;
  };
}

function quotesOf(text: string): string {
  return text.replaceAll(/[^“”]/gu, "");
}

function unpaired(marks: string): number {
  let depth = 0;
  let wrong = 0;
  for (const mark of marks) {
    if (mark === "“") depth++;
    else if (--depth < 0) {
      wrong++;
      depth = 0;
    }
  }
  return wrong + depth;
}
