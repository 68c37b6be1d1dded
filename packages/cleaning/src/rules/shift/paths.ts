import type { Reading } from "../../language/language-model.ts";
import type { Candidates } from "./candidates.ts";
import type { Posteriors } from "./posteriors.ts";
import { price } from "./prices.ts";
import type { Unit } from "./windows.ts";

/** One original that explains a window, with what it costs to believe it. */
export interface Hypothesis {
  readonly text: string;
  /** Bits of the text and of what was done to it. */
  readonly cost: number;
  /** Where the damage begins and ends, in the window's units. */
  readonly from: number;
  readonly to: number;
  /** The bytes that the damage leaves of the original, from `from` to `to`; `apart` between those read apart. */
  readonly damaged: readonly number[];
  /** What stands for each unit of the window. */
  readonly pieces: readonly string[];
  /** For each character of each piece, how likely it is that something else stands there; one for an empty piece. */
  readonly doubts: readonly (readonly number[])[];
  /** For each unit, how likely it is that its piece lacks one character. */
  readonly lacks: readonly number[];
  /** For each unit, how many characters may stand there. */
  readonly lengths: readonly number[];
  readonly events: number;
  /** Characters whose bytes are not all known were chosen by the context alone. */
  readonly guessed: number;
  /** The characters between which a cleaner dropped a pair of bytes. */
  readonly dropped: readonly string[];
}

/** Stands between bytes that were read apart. */
export const apart = 0x100;

/** What is known of a page's damage so far. */
export interface Mechanism {
  /** The characters that the page may have. */
  readonly candidates: Candidates;
  /** Characters between which a private-use pair was proved to be dropped. */
  readonly dropped: ReadonlySet<string>;
  /** A cleaner may have dropped private-use characters: none is left in the page. */
  readonly mayDrop: boolean;
  /** Few ways are gone on with: whether there is damage at all is to be told. */
  readonly isBrief: boolean;
  /** How many more characters may be weighed in this text. */
  readonly budget: { left: number };
}

/** How a state was come to. */
export interface Step {
  readonly text: string;
  /** What the damaged text has of it. */
  readonly bytes: readonly number[];
  /** The unit of the window that the text stands for. */
  readonly unit: number;
  readonly guess: boolean;
  readonly event: boolean;
  /** The two characters of which a private-use pair was dropped here, or none. */
  readonly dropped: string;
  readonly before: State;
  readonly after: State;
  /** What all costs up to here, come to in this way. */
  readonly cost: number;
}

/** What the window is up to some unit, as far as what follows depends on it; ways to come to one state are one. */
export interface State {
  reading: Reading;
  /** The unit that is read next. */
  readonly at: number;
  /** The byte that waits for its fellow; -1 where bytes are in step. */
  readonly pending: number;
  /** The quotation marks and brackets that are open, as `openedBy` has them. */
  readonly open: number;
  /** What the damage costs, in bits. */
  bits: number;
  events: number;
  /** The unit of the last event. */
  recent: number;
  /** A pair was dropped on the way here. */
  drops: boolean;
  /** The cheapest way here is the first. */
  readonly steps: Step[];
  /** How likely all ways here are, and all ways on from here, as bits; NaN where it was not asked for. */
  forward: number;
  backward: number;
}

/** What a step does. */
export interface Move {
  readonly text: string;
  readonly bytes: readonly number[];
  readonly unit: number;
  readonly pending?: number;
  readonly bits?: number;
  readonly guess?: boolean;
  readonly event?: boolean;
  readonly dropped?: string;
}

/** The steps of one way through a window. */
export interface Chain {
  readonly step: Step;
  readonly next: Chain | null;
}

/** What a way through a window says of it. */
export function hypothesisOf(
  units: readonly Unit[],
  chain: Chain | null,
  cost: number,
  posteriors: Posteriors | null,
): Hypothesis {
  const steps: Step[] = [];
  for (let one = chain; one !== null; one = one.next) steps.push(one.step);
  const events = steps.filter((step) => step.event).length;
  let first = steps.findIndex((step) => step.event);
  let last = steps.findLastIndex((step) => step.event || step.after.pending >= 0);
  if (first < 0) {
    first = 0;
    last = -1;
  } else if ((steps[last]?.after.pending ?? -1) >= 0) last = Math.min(steps.length - 1, last + 1);
  const damaged = steps.slice(first, last + 1);
  const pieces = units.map(() => "");
  const doubts = units.map((): number[] => []);
  const lacks = units.map(() => 0);
  const lengths = units.map(() => 0);
  for (const step of steps) {
    const at = Math.min(step.unit, pieces.length - 1);
    // Nothing, in doubt, beside something is as doubtful.
    if (pieces[at] === "" || step.text !== "") {
      if (pieces[at] === "" && step.text !== "") doubts[at] = [];
      doubts[at]?.push(...(posteriors?.doubtsOf(step) ?? []));
    }
    pieces[at] = (pieces[at] ?? "") + step.text;
    lacks[at] = Math.max(lacks[at] ?? 0, posteriors?.fullerThan(step) ?? 0);
    lengths[at] = (lengths[at] ?? 0) + (posteriors?.lengthOf(step) ?? 0);
  }
  const to = steps[last + 1]?.unit ?? units.length;
  return {
    text: pieces.join(""),
    pieces,
    doubts,
    lacks,
    lengths,
    cost,
    from: events === 0 ? 0 : (steps[first]?.unit ?? 0),
    to: events === 0 ? 0 : to,
    damaged: damaged.flatMap((step) => step.bytes),
    events,
    guessed: damaged.filter((step) => step.guess).length,
    dropped: damaged.filter((step) => step.dropped !== "").map((step) => step.dropped),
  };
}

/** A gloss is no part of the sentence, and U+FFFD that stays says nothing about it. */
export function isSilent(unit: Unit): boolean {
  return unit.free || unit.mark === "\uFFFD";
}

export function markByte(unit: Unit): number[] {
  return unit.mark === "?" ? [0x3f] : [0x80];
}

/** What it costs that a line ends with a character. */
export function endCost(text: string): number {
  if (/(?<!…)…$|(?<!—)—$/u.test(text)) return price.badEnd;
  if (/[。！？]$/u.test(text)) return 0;
  if (/[”…：）]$/u.test(text)) return 1;
  return /[，、；“《（‘—　·〈【]$/u.test(text) ? price.badEnd : 3;
}

/** The one way to a state that was found as it is. */
export function pathTo(state: State): Chain | null {
  let chain: Chain | null = null;
  for (let step = state.steps[0]; step !== undefined; step = step.before.steps[0]) chain = { step, next: chain };
  return chain;
}

/** What follows a state depends on no more than this. */
export function keyOf({ last, last2, last3, mark }: Reading, pending: number): number {
  return (
    (((last3 * 8192 + last2) * 8192 + last) * 512 + pending + 1) * 32 + ((mark === "" ? 0 : mark.charCodeAt(0)) & 31)
  );
}

export function costOf(state: State): number {
  return state.reading.bits + state.bits;
}

/** Marks that go in pairs, each with the number of its pair; the even code of the two opens. */
function pairOf(unit: number): number {
  if (unit === 0x201c || unit === 0x201d) return 1;
  if (unit === 0x300a || unit === 0x300b) return 2;
  // Matches ( ) and their full-width fellows.
  return unit === 0x28 || unit === 0x29 || unit === 0xff08 || unit === 0xff09 ? 3 : 0;
}

/** How many marks may be open within each other: a digit of base four is one. */
const deepest = 4 ** 4;

/** The quotation marks and brackets that are open after a text, and how many of it close none: open × 64 + wrong. */
export function openedBy(open: number, text: string): number {
  let stack = open;
  let wrong = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const mark = pairOf(unit);
    if (mark === 0) continue;
    if ((unit & 1) === 0) {
      // One within itself is most often one that lacks its end.
      if (stack % 4 === mark) wrong++;
      else stack = (stack * 4 + mark) % deepest;
    } else if (stack % 4 === mark) stack = Math.floor(stack / 4);
    else wrong++;
  }
  return stack * 64 + Math.min(63, wrong);
}

/** How many marks are open. */
export function depthOf(open: number): number {
  let depth = 0;
  for (let stack = open; stack > 0; stack = Math.floor(stack / 4)) depth++;
  return depth;
}
