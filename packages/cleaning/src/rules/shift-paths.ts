import type { Reading } from "../language-model.ts";
import { price } from "./shift-prices.ts";
import type { Unit } from "./shift-windows.ts";

/** One original that explains a window, with what it costs to believe it. */
export interface Hypothesis {
  readonly text: string;
  /** Bits of the text and of what was done to it. */
  readonly cost: number;
  /** Where the damage begins and ends, in the window's units. */
  readonly from: number;
  readonly to: number;
  /** The bytes that the damage leaves of the original, from `from` to `to`. */
  readonly damaged: readonly number[];
  /** What stands for each unit of the window. */
  readonly pieces: readonly string[];
  /** The original from `from` to `to`. */
  readonly restored: string;
  readonly events: number;
  /** Characters whose bytes are not all known were chosen by the context alone. */
  readonly guessed: number;
  /** The pairs of bytes that a cleaner dropped. */
  readonly dropped: readonly number[];
}

/** What is known of a page's damage so far. */
export interface Mechanism {
  /** Private-use pairs that are proved to be dropped. */
  readonly dropped: ReadonlySet<number>;
  /** A cleaner may have dropped private-use characters: none is left in the page. */
  readonly mayDrop: boolean;
  /** How many more characters may be weighed in this text. */
  readonly budget: { left: number };
}

/** How a state was come to. */
export interface Step {
  readonly text: string;
  /** What the damaged text has of it. */
  readonly bytes: readonly number[];
  /** Before which unit of the window it stands. */
  readonly unit: number;
  readonly guess: boolean;
  readonly event: boolean;
  /** The private-use pair that was dropped here, or 0. */
  readonly dropped: number;
  /** Bytes are out of step from here on. */
  readonly shifted: boolean;
  readonly before: State;
  /** What all costs up to here, come to in this way. */
  readonly cost: number;
}

/** What the window is up to some unit, as far as what follows depends on it; ways to come to one state are one. */
export interface State {
  readonly reading: Reading;
  /** The byte that waits for its fellow; -1 where bytes are in step. */
  readonly pending: number;
  /** What the damage costs, in bits. */
  readonly bits: number;
  readonly events: number;
  /** The unit of the last event. */
  readonly recent: number;
  readonly steps: Step[];
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
  readonly dropped?: number;
}

/** What a way through a window says of it. */
export function hypothesisOf(units: readonly Unit[], chain: Chain | null, cost: number): Hypothesis {
  const steps: Step[] = [];
  for (let one = chain; one !== null; one = one.next) steps.push(one.step);
  const events = steps.filter((step) => step.event).length;
  let first = steps.findIndex((step) => step.event);
  let last = steps.findLastIndex((step) => step.event || step.shifted);
  if (first < 0) {
    first = 0;
    last = -1;
  } else if (steps[last]?.shifted === true) last = Math.min(steps.length - 1, last + 1);
  const damaged = steps.slice(first, last + 1);
  const pieces = units.map(() => "");
  for (const { unit, text } of steps) {
    const at = Math.min(unit, pieces.length - 1);
    pieces[at] = (pieces[at] ?? "") + text;
  }
  const to = steps[last + 1]?.unit ?? units.length;
  return {
    text: pieces.join(""),
    pieces,
    cost,
    from: events === 0 ? 0 : (steps[first]?.unit ?? 0),
    to: events === 0 ? 0 : to,
    damaged: damaged.flatMap((step) => step.bytes),
    restored: damaged.map((step) => step.text).join(""),
    events,
    guessed: damaged.filter((step) => step.guess).length,
    dropped: damaged.filter((step) => step.dropped !== 0).map((step) => step.dropped),
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

export interface Chain {
  readonly step: Step;
  readonly next: Chain | null;
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
