import { type State, type Step, costOf } from "./paths.ts";

/** How likely a length must be, in bits, to be thought of. */
const likely = 5.5;
/** The same of a text that has one more character than another. */
const leastFuller = 14;

/**
 * How likely each step is, given the window as found: the sum over all ways through it, forward and backward, as for
 * a hidden Markov model. Costs are bits, and the same step between other states counts as the same.
 */
export class Posteriors {
  readonly #byStep = new Map<string, number>();
  readonly #lengths = new Map<string, number>();
  /** Texts of two characters and more that stand somewhere, with how likely each is. */
  readonly #texts = new Map<string, Map<string, number>>();
  readonly #total: number;

  /** Takes the states at which ways end, each with what it costs that they end there. */
  constructor(ends: readonly { readonly state: State; readonly rest: number }[]) {
    const order = inOrder(ends.map(({ state }) => state));
    for (const state of order) forwardOf(state);
    let total = Infinity;
    for (const { state, rest } of ends) {
      state.backward = rest;
      total = sum(total, state.forward + state.backward);
    }
    this.#total = total;
    for (let i = order.length - 1; i >= 0; i--) {
      const state = order[i] as State;
      for (const step of state.steps) {
        const bits = step.cost - costOf(step.before) + state.backward;
        step.before.backward = sum(step.before.backward, bits);
        if (step.before.forward + bits < total + likely) {
          const place = placeOf(step);
          this.#lengths.set(place, Math.max(this.#lengths.get(place) ?? 0, step.text.length));
        }
        if (step.text.length > 1 && step.before.forward + bits < total + leastFuller) this.#count(step, bits);
        for (const key of keysOf(step))
          this.#byStep.set(key, sum(this.#byStep.get(key) ?? Infinity, step.before.forward + bits));
      }
    }
  }

  /** How many characters may stand where a step's do. */
  lengthOf(step: Step): number {
    return Math.max(step.text.length, this.#lengths.get(placeOf(step)) ?? 0);
  }

  #count(step: Step, bits: number): void {
    const place = placeOf(step);
    let texts = this.#texts.get(place);
    if (texts === undefined) this.#texts.set(place, (texts = new Map<string, number>()));
    texts.set(step.text, sum(texts.get(step.text) ?? Infinity, step.before.forward + bits));
  }

  /** How likely it is that a step's text is all there but for one character: 对 of 将对, 懂的 of 懂她的. */
  fullerThan(step: Step): number {
    let all = Infinity;
    for (const [text, bits] of this.#texts.get(placeOf(step)) ?? []) {
      if (hasOneMore(text, step.text)) all = sum(all, bits);
    }
    return 2 ** (this.#total - all);
  }

  /** How likely it is that each character of a step is wrong; one figure for a step without a text. */
  doubtsOf(step: Step): number[] {
    return keysOf(step).map((key) => Math.max(0, 1 - 2 ** (this.#total - (this.#byStep.get(key) ?? Infinity))));
  }
}

/** Tells whether a text is another with one more character somewhere. */
function hasOneMore(text: string, other: string): boolean {
  if (other === "" || text.length !== other.length + 1) return false;
  let same = 0;
  while (same < other.length && text[same] === other[same]) same++;
  return text.slice(same + 1) === other.slice(same);
}

function placeOf({ unit, after }: Step): string {
  return `${unit} ${after.at} ${after.pending}`;
}

function keysOf(step: Step): string[] {
  const place = placeOf(step);
  const { text } = step;
  return text.length < 2 ? [`${place} ${text}`] : Array.from(text, (one, k) => `${place} ${one} ${k} ${text.length}`);
}

/** All states on a way to some ends, each after those that it was come to from. */
function inOrder(ends: readonly State[]): State[] {
  const order: State[] = [];
  const seen = new Set<State>();
  const open: State[] = [...ends];
  while (open.length > 0) {
    const state = open.at(-1) as State;
    if (seen.has(state)) {
      open.pop();
      if (Number.isNaN(state.forward)) {
        state.forward = Infinity;
        order.push(state);
      }
      continue;
    }
    seen.add(state);
    for (const { before } of state.steps) if (!seen.has(before)) open.push(before);
  }
  return order;
}

function forwardOf(state: State): void {
  state.backward = Infinity;
  if (state.steps.length === 0) {
    state.forward = 0;
    return;
  }
  for (const { before, cost } of state.steps)
    state.forward = sum(state.forward, before.forward + cost - costOf(before));
}

/** The bits of either of two. */
function sum(a: number, b: number): number {
  const least = Math.min(a, b);
  const most = Math.max(a, b);
  return most - least > 40 || most === Infinity ? least : least - Math.log2(1 + 2 ** (least - most));
}
