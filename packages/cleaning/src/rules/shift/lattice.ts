import { Heap } from "./heap.ts";
import { type LanguageModel, type Reading, freed, nothingRead } from "../../language/language-model.ts";
import { Posteriors } from "./posteriors.ts";
import { price } from "./prices.ts";
import type { Unit, Window } from "./windows.ts";
import {
  type Chain,
  type Hypothesis,
  type Move,
  type State,
  type Step,
  costOf,
  depthOf,
  endCost,
  hypothesisOf,
  isSilent,
  keyOf,
  openedBy,
} from "./paths.ts";

/** How many states are gone on with: soon after something was guessed, later, where much was weighed, at a first look. */
const widest = { fresh: 90, calm: 40, narrow: 24, brief: 8 };
/** How far from the cheapest state others are gone on with, in bits. */
export const farthest = 36;
/** How far from the cheapest way to a state others are kept. */
const rivalry = 20;
/** How many originals are looked at, the cheapest first. */
const mostOriginals = 24;

/** How widely ways are gone on with. */
export type Width = "full" | "narrow" | "brief";

/** A state at which a window ends, with what it costs that it does. */
interface End {
  readonly state: State;
  readonly rest: number;
}

/** What is told of a state once a way to it is known. */
const unreached = { events: 0, recent: 0, drops: false, forward: NaN, backward: NaN } as const;

/** All ways in which a window was read so far, those that come to the same as one state. */
export class Lattice {
  readonly #window: Window;
  readonly #units: readonly Unit[];
  readonly #model: LanguageModel;
  /** States by the unit that they are to read next, by the marks that are open, and by what follows depends on. */
  readonly #waiting: Map<number, Map<number, State>>[];
  /** What the cheapest state costs that waits for each unit. */
  readonly #least: Float64Array;
  /** What stands before and after the window in its paragraph. */
  readonly #head: string;
  readonly #tail: string;

  constructor(window: Window, text: string, model: LanguageModel) {
    this.#window = window;
    this.#units = window.units;
    this.#model = model;
    this.#waiting = Array.from({ length: window.units.length + 1 }, () => new Map<number, Map<number, State>>());
    this.#least = new Float64Array(window.units.length + 1).fill(Infinity);
    // A paragraph, and no more of it than decides.
    const head = text.slice(Math.max(0, window.start - 600), window.start);
    const rest = text.slice(window.end, window.end + 600);
    const stop = rest.indexOf("\n");
    this.#head = head.slice(head.lastIndexOf("\n") + 1);
    this.#tail = stop < 0 ? rest : rest.slice(0, stop);
  }

  /** The state before the window. */
  start(): State {
    return {
      reading: freed(this.#model.read(nothingRead, this.#window.before)),
      at: 0,
      pending: -1,
      open: Math.floor(openedBy(0, this.#head) / 64),
      bits: 0,
      events: 0,
      recent: -9,
      drops: false,
      steps: [],
      forward: NaN,
      backward: NaN,
    };
  }

  /** What the cheapest state costs that waits for a unit. */
  least(unit: number): number {
    return this.#least[unit] ?? Infinity;
  }

  /** Takes the states that wait for a unit, so that others may come to wait for it. */
  take(unit: number, width: Width): State[] {
    const states = this.kept(unit, width);
    this.#waiting[unit] = new Map();
    return states;
  }

  /** The ways through all that was tried, the cheapest first. */
  originals(): Iterable<Hypothesis> {
    return this.#cheapest(this.#ends());
  }

  /** What the cheapest way costs through all that was tried. */
  leastOfAll(): number {
    return this.#ends().reduce((least, { state, rest }) => Math.min(least, costOf(state) + rest), Infinity);
  }

  #ends(): End[] {
    return [...this.statesAt(this.#units.length)]
      .filter((state) => state.pending < 0)
      .map((state) => ({ state, rest: this.#restOf(state) }));
  }

  /** What it costs that a window ends with a state. */
  #restOf(state: State): number {
    return this.unpairedOf(state) + (this.#window.endsLine ? endCost(state.steps[0]?.text ?? "") : 0);
  }

  /** What the marks cost that are open in a state and never closed, and those that close none. */
  unpairedOf({ open }: State): number {
    const after = openedBy(open, this.#tail);
    return price.unpaired * ((after % 64) + depthOf(Math.floor(after / 64)));
  }

  /** The states that wait for a unit. */
  *statesAt(unit: number): Generator<State> {
    for (const states of this.#waiting[unit]?.values() ?? []) yield* states.values();
  }

  /** The states that are worth going on with, the cheapest first. */
  kept(unit: number, width: Width): State[] {
    const limit = (this.#least[unit] ?? 0) + farthest;
    const sorted: State[] = [];
    for (const state of this.statesAt(unit)) if (costOf(state) <= limit) sorted.push(state);
    sorted.sort((a, b) => costOf(a) - costOf(b));
    const fresh = unit - (sorted[0]?.recent ?? 0) <= 4;
    const most = width !== "full" ? widest[width] : fresh ? widest.fresh : widest.calm;
    if (sorted.length > most) sorted.length = most;
    return sorted;
  }

  /** Takes a unit as it was found, where nothing was damaged before. */
  asFound(state: State, i: number): State {
    const unit = this.#units[i];
    if (unit === undefined) return state;
    const { text, bytes } = unit;
    const reading = isSilent(unit) ? state.reading : this.#model.next(state.reading, text);
    const opened = openedBy(state.open, text);
    const bits = state.bits + (unit.gloss === null ? 0 : price.leftGloss) + price.unpaired * (opened % 64);
    const next: State = {
      ...state,
      reading,
      at: i + 1,
      open: Math.floor(opened / 64),
      bits,
      steps: [],
      forward: NaN,
      backward: NaN,
    };
    next.steps.push({
      text,
      bytes,
      unit: i,
      guess: false,
      event: false,
      dropped: "",
      before: state,
      after: next,
      cost: reading.bits + bits,
    });
    return next;
  }

  /** Goes on from a state with a move. */
  add(at: number, state: State, move: Move): void {
    this.put(at, state, move, move.text === "" ? state.reading : this.#model.read(state.reading, move.text));
  }

  /** The same where the move was read already. */
  put(at: number, state: State, move: Move, reading: Reading): void {
    const { text, bytes, unit, pending = -1, guess = false, event = false, dropped = "" } = move;
    const waiting = this.#waiting[at];
    if (waiting === undefined) return;
    let bits = state.bits + (move.bits ?? 0);
    const least = this.#least[at] ?? Infinity;
    if (reading.bits + bits > least + farthest) return;
    const opened = openedBy(state.open, text);
    const open = Math.floor(opened / 64);
    bits += price.unpaired * (opened % 64);
    const cost = reading.bits + bits;
    if (cost > least + farthest) return;
    if (cost < least) this.#least[at] = cost;
    let byKey = waiting.get(open);
    if (byKey === undefined) waiting.set(open, (byKey = new Map()));
    const key = keyOf(reading, pending);
    let known = byKey.get(key);
    if (known !== undefined && cost > costOf(known) + rivalry) return;
    const cheapest = known === undefined || cost < costOf(known);
    if (known === undefined) {
      known = { ...unreached, reading, at, pending, open, bits, steps: [] };
      byKey.set(key, known);
    }
    const step: Step = { text, bytes, unit, guess, event, dropped, before: state, after: known, cost };
    if (cheapest) {
      known.reading = reading;
      known.bits = bits;
      known.events = state.events + (event ? 1 : 0);
      known.recent = event ? at : state.recent;
      known.drops = state.drops || dropped !== "";
      known.steps.unshift(step);
    } else known.steps.push(step);
  }

  /** The cheapest ways through all that was tried, from the ends back. */
  *#cheapest(ends: readonly End[]): Generator<Hypothesis> {
    interface Partial {
      readonly state: State;
      /** The steps after the state, the first of them first. */
      readonly after: Chain | null;
      readonly rest: number;
      readonly cost: number;
    }
    const open = new Heap<Partial>();
    for (const { state, rest } of ends) open.push({ state, after: null, rest, cost: costOf(state) + rest });
    let posteriors: Posteriors | null = null;
    const texts = new Set<string>();
    for (let tries = 0; open.size > 0 && texts.size < mostOriginals && tries < 4000; tries++) {
      const next = open.pop();
      if (next === undefined) break;
      const { state, after, rest } = next;
      if (state.steps.length === 0) {
        posteriors ??= new Posteriors(ends);
        const one = hypothesisOf(this.#units, after, next.cost, posteriors);
        if (texts.has(one.text)) continue;
        texts.add(one.text);
        yield one;
        continue;
      }
      for (const step of state.steps) {
        const more = rest + step.cost - costOf(step.before);
        open.push({ state: step.before, after: { step, next: after }, rest: more, cost: costOf(step.before) + more });
      }
    }
  }
}
