import { type Diagnostic, type Span, overlaps } from "@jianbao/model";
import { type Change, type Draft, type Doubted, change, doubt, inOrder } from "../../draft.ts";
import { LanguageModel, plainModel } from "../../language/language-model.ts";
import { glossesOf } from "../glosses/glosses.ts";
import { Candidates } from "./candidates.ts";
import { type Verdict, hasMark, judge, mayPay } from "./evidence.ts";
import type { Mechanism } from "./paths.ts";
import { search } from "./search.ts";
import { suspectsIn } from "./suspects.ts";
import { type Window, findWindows, mayBeShifted, misfits } from "./windows.ts";

/** A page with more suspicious places than this, by its length, is not damaged but strange. */
const mostWindows = 200;
/** How many characters may be weighed in a text, and for each of its own: the time that a repair may take. */
const budgetOfText = 320_000;
const budgetOfCharacter = 1;
/** As many marks, of fewer than three units each, are no shift. */
const fewestLost = 6;
/** A page with as many glosses is a spinner's. */
const fewestGlosses = 4;
/**
 * How many bits a first look at a window that may be sound must gain over it as found, or all but; where a gloss tells
 * a character less is asked of what reads better. Damage that can be read gains seven at least, and most names lose
 * sixteen.
 */
const hopeful = { gloss: -40, other: -8 };

/**
 * Repairs text whose double bytes fell out of step because a byte was lost, put in or overwritten.
 *
 *   損失。”公安  A1 A3|A1 B1|B9 AB|B0 B2     one byte lost ↓ (A1)
 *   損失?!惫…   ?|A3 A1|B1 B9|AB B0|B2 …    pairs are read across characters until an ASCII byte ends it
 *
 * Each hypothesis is written out as the original, damaged again by the same mechanism and accepted only if that
 * gives the text as found, and if it reads better than what was found and than every other hypothesis.
 */
export function repairShift(draft: Draft, document: string, diagnostics: Diagnostic[]): Draft {
  const { text } = draft;
  if (!mayBeShifted(text)) return written(draft, document, diagnostics, new Map());
  const { glosses, readings } = glossesOf(text);
  const windows = findWindows(text, readings, plainModel());
  if (windows.length > mostWindows + text.length / 1000) return draft;
  if (windows.length === 0) return written(draft, document, diagnostics, new Map());
  // The damage itself teaches nothing.
  const damaged = windows.filter((window) => mayPay(window, plainModel())).map(suspiciousPart);
  const model = new LanguageModel(without(text, [...glosses, ...damaged]));
  const candidates = new Candidates(model);
  const mayDrop = !/[\uE000-\uF8FF]/u.test(text);
  const dropped = new Set<string>();
  const verdicts = new Map<Window, Verdict>();
  const budget = { left: budgetOfText + budgetOfCharacter * text.length };
  // What one place proves is no surprise at the next: the rest is tried again with it.
  for (let round = 0; round < 2; round++) {
    let learnt = false;
    for (const window of windows) {
      if (verdicts.get(window)?.type === "restored") continue;
      if (!mayPay(window, model)) continue;
      if (budget.left <= 0) {
        if (window.certain && !verdicts.has(window)) verdicts.set(window, { type: "unproved" });
        continue;
      }
      if (isMostlyLost(window)) {
        verdicts.set(window, { type: window.certain ? "unproved" : "sound" });
        continue;
      }
      const mechanism = { candidates, mayDrop, dropped, isBrief: false, budget };
      const verdict = verdictOf(window, text, model, mechanism);
      verdicts.set(window, verdict);
      if (verdict.type !== "restored") continue;
      learnt = true;
      model.learn(verdict.replacement);
      for (const pair of verdict.dropped) dropped.add(pair);
    }
    if (!learnt) break;
  }
  // A page that glosses everywhere has a gloss behind another character only where that one is no more what it was.
  const stray = strayGlossesIn(text);
  const isSpun = glosses.length >= fewestGlosses && stray.length * 4 <= glosses.length;
  return written(draft, document, diagnostics, verdicts, isSpun ? stray : []);
}

/** The characters that have a gloss which is none of theirs, with it. */
function strayGlossesIn(text: string): Span[] {
  return [...misfits(text)].map((start) => ({
    start: start - 1,
    end: text.slice(start, start + 12).search(/[)）]/u) + start + 1,
  }));
}

/** What marks and glosses explain is looked for first: only where they do not, bytes may be lost anywhere. */
function verdictOf(window: Window, text: string, model: LanguageModel, mechanism: Mechanism): Verdict {
  const isMarked = window.certain || hasMark(window);
  if (!isMarked) {
    // A rare name is no damage: few ways to read it otherwise tell that none will do.
    const look = search(window, text, model, { ...mechanism, mayDrop: false, isBrief: true });
    const least = window.units.some(({ gloss }) => gloss !== null) ? hopeful.gloss : hopeful.other;
    if (look.asFound.cost - look.least < least) return judge(window, text, { ...look, originals: [] }, model);
  }
  if (window.silent && isMarked) {
    const marked = { ...window, silent: false };
    const verdict = judge(marked, text, search(marked, text, model, mechanism), model);
    // More ways to read it make nothing surer.
    if (verdict.type === "restored" || verdict.type === "partly") return verdict;
  }
  return judge(window, text, search(window, text, model, mechanism), model);
}

/** Puts the restored stretches in, and says where damage stays. */
function written(
  draft: Draft,
  document: string,
  diagnostics: Diagnostic[],
  verdicts: ReadonlyMap<Window, Verdict>,
  strayGlosses: readonly Span[] = [],
): Draft {
  const changes: Change[] = [];
  const open: Span[] = [];
  for (const [window, verdict] of verdicts) {
    if (verdict.type === "sound") continue;
    if (verdict.type !== "unproved") {
      const { start, end, replacement } = verdict;
      changes.push(...aroundFigures(draft.text, start, end, replacement));
      if (verdict.type === "restored") continue;
    }
    const { start, end } = verdict.type === "partly" ? verdict : suspiciousPart(window);
    open.push({ start, end });
  }
  const known = [...open, ...changes];
  const isApart = (one: Span): boolean => !known.some((span) => overlaps(span, one));
  open.push(...[...suspectsIn(draft.text), ...strayGlosses].filter(isApart));
  const doubts = open.map((span): Doubted => ({
    span,
    rule: "cleaning/unrepaired-shift",
    reason: "is damaged, and what it was could not be proved",
    score: 0.5,
  }));
  for (const span of open) {
    diagnostics.push({
      severity: "warning",
      rule: "cleaning/unrepaired-shift",
      message: "damaged characters that could not be proved",
      document,
      span: draft.map.toSourceSpan(span),
      hint: "compare the place with the article as published; figures beside it may be wrong",
    });
  }
  return change(doubt(draft, doubts), inOrder(changes));
}

const figures = /\d[\d,.]*\d|\d/gu;

/**
 * The changes that make one stretch of another, figures that both have left out: they stand for themselves. Behind a
 * figure bytes are in step, so that nothing is left open there where nothing is marked as lost.
 */
function aroundFigures(text: string, start: number, end: number, replacement: string): Change[] {
  const rule = "cleaning/gbk-shift";
  const before = text.slice(start, end);
  const old = [...before.matchAll(figures)];
  const now = [...replacement.matchAll(figures)];
  if (old.length !== now.length || old.some((match, i) => match[0] !== now[i]?.[0])) {
    return [{ start, end, replacement, rule }];
  }
  const changes: Change[] = [];
  let from = 0;
  let done = 0;
  for (let i = 0; i <= old.length; i++) {
    const to = old[i]?.index ?? before.length;
    const part = before.slice(from, to);
    const put = replacement.slice(done, now[i]?.index ?? replacement.length);
    const isOpen = i > 0 && put.includes("\uFFFD") && !/[?\uFFFD]/u.test(part);
    if (put !== part && !isOpen) changes.push({ start: start + from, end: start + to, replacement: put, rule });
    from = to + (old[i]?.[0].length ?? 0);
    done = (now[i]?.index ?? 0) + (now[i]?.[0].length ?? 0);
  }
  return changes;
}

/** A run of question marks was characters that an encoding did not have: nothing is left of them to put in step. */
function isMostlyLost({ core, units }: Window): boolean {
  const inner = units.slice(core.start, core.end);
  const marks = inner.filter(({ mark }) => mark !== "").length;
  return marks >= fewestLost && marks * 3 > inner.length;
}

function suspiciousPart(window: Window): { start: number; end: number } {
  return { start: window.start + window.core.start, end: window.start + window.core.end };
}

/** A text without some stretches, which may overlap: a gloss stands within what is damaged. */
function without(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = "";
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    rest += text.slice(done, Math.max(done, start));
    done = Math.max(done, end);
  }
  return rest + text.slice(done);
}
