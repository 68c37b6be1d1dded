import { charactersBy, isPrivate, isPrivateLead, isText } from "../gbk-halves.ts";
import { codeOf, gbkTable } from "../gbk-table.ts";
import { Heap } from "../heap.ts";
import { type LanguageModel, type Reading, freed, nothingRead } from "../language-model.ts";
import { readingsOf } from "../readings.ts";
import { price } from "./shift-prices.ts";
import type { Gloss, Unit, Window } from "./shift-windows.ts";
import {
  type Hypothesis,
  type Mechanism,
  type Step,
  type State,
  type Move,
  type Chain,
  isSilent,
  markByte,
  endCost,
  pathTo,
  keyOf,
  costOf,
  hypothesisOf,
} from "./shift-paths.ts";

const widest = 90;
const calm = 40;
/** After so many weighed characters fewer ways are gone on with. */
const muchWork = 60_000;
const narrow = 24;
const farthest = 36;
const mostEvents = 7;
/** How far from the cheapest original others are asked for, and how many of them. */
const rivalry = 18;
export const mostRivals = 1200;

/** Reads a window in every way that its bytes allow: the text as found, then the originals, the cheapest first. */
export function search(window: Window, model: LanguageModel, mechanism: Mechanism): Hypothesis[] {
  return new Search(window, model, mechanism).run();
}

class Search {
  readonly #window: Window;
  readonly #units: readonly Unit[];
  readonly #model: LanguageModel;
  readonly #mechanism: Mechanism;
  /** States by the unit that they are to read next, and by what follows depends on. */
  readonly #waiting: Map<number, State>[];
  /** What the cheapest state costs that waits for each unit. */
  readonly #least: Float64Array;
  /** How many characters were weighed. */
  #work = 0;

  constructor(window: Window, model: LanguageModel, mechanism: Mechanism) {
    this.#window = window;
    this.#units = window.units;
    this.#model = model;
    this.#mechanism = mechanism;
    this.#waiting = Array.from({ length: window.units.length + 1 }, () => new Map<number, State>());
    this.#least = new Float64Array(window.units.length + 1).fill(Infinity);
  }

  run(): Hypothesis[] {
    const reading = this.#model.read(nothingRead, this.#window.before);
    const start: State = {
      reading: freed(reading),
      pending: -1,
      bits: 0,
      events: 0,
      recent: -9,
      steps: [],
    };
    let plain = start;
    for (let i = 0; i < this.#units.length; i++) {
      const states = this.#kept(i);
      this.#waiting[i] = new Map();
      states.forEach((state, rank) => {
        if (state.pending >= 0) this.#outOfStep(state, i, rank);
      });
      // A byte that was lost without a trace brings some of them into step before this unit.
      this.#inStep(plain, i, true);
      const inStep = [...states.filter((one) => one.pending < 0), ...this.#kept(i)];
      inStep.forEach((state, rank) => this.#inStep(state, i, rank < 3 && this.#units[i]?.calmAfter !== true));
      plain = this.#asFound(plain, i);
    }
    this.#mechanism.budget.left -= this.#work;
    const length = this.#units.length;
    const ends = this.#waiting[length] ?? new Map<number, State>();
    // The window may end with its line: what waits there lost its fellow with the line's end.
    if (this.#window.endsLine) {
      for (const state of Array.from(ends.values())) {
        if (state.pending >= 0) this.#guessTrail(state, length, () => price.lostLead, [], "");
      }
    }
    const whole = [...ends.values()].filter((state) => state.pending < 0);
    return [hypothesisOf(this.#units, pathTo(plain), costOf(plain)), ...this.#cheapest(whole)];
  }

  /** The states that are worth going on with, the cheapest first. */
  #kept(unit: number): State[] {
    const sorted = [...(this.#waiting[unit]?.values() ?? [])].sort((a, b) => costOf(a) - costOf(b));
    const [best] = sorted;
    if (best === undefined) return [];
    const limit = costOf(best) + farthest;
    const fresh = unit - best.recent <= 4;
    return sorted
      .slice(0, this.#work > muchWork ? narrow : fresh ? widest : calm)
      .filter((state) => costOf(state) <= limit);
  }

  /** Takes a unit as it was found, where nothing was damaged before. */
  #asFound(state: State, i: number): State {
    const unit = this.#units[i];
    if (unit === undefined) return state;
    const { text, bytes } = unit;
    const reading = isSilent(unit) ? state.reading : this.#model.next(state.reading, text);
    const bits = state.bits + (unit.gloss === null || unit.mark === "" ? 0 : price.leftGloss);
    const cost = reading.bits + bits;
    const step = { text, bytes, unit: i, guess: false, event: false, dropped: 0, shifted: false, before: state, cost };
    return { ...state, reading, bits, steps: [step] };
  }

  #add(at: number, state: State, move: Move): void {
    this.#put(at, state, move, move.text === "" ? state.reading : this.#model.read(state.reading, move.text));
  }

  #put(at: number, state: State, move: Move, reading: Reading): void {
    const { text, bytes, unit, pending = -1, guess = false, event = false, dropped = 0 } = move;
    const waiting = this.#waiting[at];
    if (waiting === undefined) return;
    const bits = state.bits + (move.bits ?? 0);
    const cost = reading.bits + bits;
    const least = this.#least[at] ?? Infinity;
    if (cost > least + farthest) return;
    if (cost < least) this.#least[at] = cost;
    const step: Step = { text, bytes, unit, guess, event, dropped, shifted: pending >= 0, before: state, cost };
    const key = keyOf(reading, pending);
    const known = waiting.get(key);
    if (known !== undefined && costOf(known) <= cost) {
      if (cost < costOf(known) + rivalry + 4) known.steps.push(step);
      return;
    }
    waiting.set(key, {
      reading,
      pending,
      bits,
      events: state.events + (event ? 1 : 0),
      recent: event ? at : state.recent,
      steps: known === undefined ? [step] : [step, ...known.steps],
    });
  }

  /** The cheapest ways through all that was tried, from the ends back. */
  #cheapest(ends: readonly State[]): Hypothesis[] {
    interface Partial {
      readonly state: State;
      /** The steps after the state, the first of them first. */
      readonly after: Chain | null;
      readonly rest: number;
      readonly cost: number;
    }
    const open = new Heap<Partial>();
    for (const state of ends) {
      const rest = this.#window.endsLine ? endCost(state.steps[0]?.text ?? "") : 0;
      open.push({ state, after: null, rest, cost: costOf(state) + rest });
    }
    const found: Hypothesis[] = [];
    let limit = Infinity;
    let tries = 0;
    while (open.size > 0 && found.length < mostRivals && tries++ < 20_000) {
      const next = open.pop();
      if (next === undefined || next.cost > limit) break;
      const { state, after, rest } = next;
      if (state.steps.length === 0) {
        if (limit === Infinity) limit = next.cost + rivalry;
        found.push(hypothesisOf(this.#units, after, next.cost));
        continue;
      }
      for (const step of state.steps) {
        const more = rest + step.cost - costOf(step.before);
        const cost = costOf(step.before) + more;
        if (cost <= limit) open.push({ state: step.before, after: { step, next: after }, rest: more, cost });
      }
    }
    return found;
  }

  #inStep(state: State, i: number, mayBegin: boolean): void {
    const unit = this.#units[i];
    if (unit === undefined) return;
    if (state.events > 0) {
      const bits = unit.gloss === null || unit.mark === "" ? 0 : price.leftGloss;
      const move = { text: unit.text, bytes: unit.bytes, unit: i, bits };
      if (isSilent(unit)) this.#put(i + 1, state, move, state.reading);
      else this.#add(i + 1, state, move);
    }
    if (!mayBegin || i < this.#window.first || i > this.#window.last || state.events >= mostEvents) return;
    if (unit.gloss !== null) this.#afterGloss(state, i, unit.gloss);
    const next = this.#units[i + 1];
    if (unit.mark !== "" && next !== undefined && next.code !== 0) {
      const beforeMark = (next.code & 255) === 0xa1 || (next.code & 255) === 0xa3;
      this.#guessLead(state, i + 2, i, next, markByte(unit), (character) => {
        if (unit.mark !== "?") return price.replacement;
        return beforeMark && codeOf(character) >> 8 === 0xa1 ? price.markForA1 : price.mark;
      });
    }
    // A1 was lost, and the pair after it was dropped.
    if (unit.mark === "?" && this.#mechanism.mayDrop && next !== undefined && (next.code !== 0 || next.alone)) {
      const [trail, pending] = next.alone ? [next.ascii, -1] : [next.code >> 8, next.code & 255];
      const from = { ...state, pending: 0xa1 };
      if (pending !== 0x80) this.#halves(from, i + 2, i, trail, pending, () => price.markForA1 + price.dropped, [0x3f]);
    }
    // The second byte is ASCII, and all that is left of its character.
    if (unit.alone && this.#window.silent) this.#onlyTrail(state, i + 1, i, unit, [], () => price.lost);
    if (unit.mark !== "" && next?.alone === true)
      this.#onlyTrail(state, i + 2, i, next, markByte(unit), () => price.mark);
    // U+FFFD and the ASCII byte that was put inside a character.
    const third = this.#units[i + 2];
    if (
      unit.mark === "\uFFFD" &&
      next !== undefined &&
      next.ascii > 0 &&
      next.ascii < 0x40 &&
      third !== undefined &&
      third.code !== 0
    )
      this.#guessLead(state, i + 3, i, third, [0x80, next.ascii], () => price.between);
    if (unit.code !== 0 && this.#window.silent) this.#silentLoss(state, i, unit, next);
    if (
      unit.ascii > 0x20 &&
      unit.code === 0 &&
      this.#window.silent &&
      next !== undefined &&
      next.code !== 0 &&
      next.ascii < 0
    ) {
      this.#guessLead(state, i + 2, i, next, [unit.ascii], () => price.replaced);
    }
  }

  #onlyTrail(state: State, at: number, i: number, unit: Unit, mark: readonly number[], bits: () => number): void {
    const bytes = (): number[] => [...mark, unit.ascii];
    this.#guess(state, at, i, charactersBy("trail", unit.ascii), (text) => text, bytes, { pending: -1, bits });
  }

  /** Nothing marks the place: one byte is gone, or one is too many. */
  #silentLoss(state: State, i: number, unit: Unit, next: Unit | undefined): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    if (second > 0x80) {
      this.#guessLead(state, i + 1, i, unit, [], () => price.lost);
      this.#guess(
        state,
        i + 1,
        i,
        charactersBy("lead", first),
        (text) => text,
        () => [first],
        { pending: second, bits: () => price.lost },
      );
      this.#add(i + 1, state, {
        text: "",
        bytes: [first],
        unit: i,
        pending: second,
        bits: price.inserted,
        event: true,
      });
    }
    if (next !== undefined && next.code !== 0 && (next.code & 255) > 0x80) {
      const text = gbkTable().characters[first * 256 + (next.code >> 8)] ?? "";
      if (isText(text))
        this.#add(i + 2, state, {
          text,
          bytes: [first, second, next.code >> 8],
          unit: i,
          pending: next.code & 255,
          bits: price.inserted,
          event: true,
        });
    }
  }

  /** A gloss was put after bytes that only looked like its character, between two characters. */
  #afterGloss(state: State, i: number, gloss: Gloss): void {
    const next = this.#units[i + gloss.length];
    const { characters } = gbkTable();
    // The second byte of its character is ASCII, and in step: 開 = E9 5F in 班?rù)_了.
    if (next !== undefined && next.ascii >= 0x40) {
      for (const lead of gloss.leads) {
        const text = characters[lead * 256 + next.ascii] ?? "";
        if (!isText(text)) continue;
        const bytes = [lead, ...gloss.bytes, next.ascii];
        const guess = gloss.leads.length > 1;
        this.#add(i + gloss.length + 1, state, { text, bytes, unit: i, bits: price.gloss, event: true, guess });
      }
    }
    if (next === undefined || next.code === 0) return;
    if (this.#mechanism.mayDrop && (next.code & 255) !== 0x80) {
      // The first pair after the gloss was dropped: two characters, of which one byte each is known.
      for (const lead of gloss.leads) {
        const from = { ...state, pending: lead };
        this.#halves(
          from,
          i + gloss.length + 1,
          i,
          next.code >> 8,
          next.code & 255,
          () => price.gloss + price.dropped,
          [lead, ...gloss.bytes],
        );
      }
    }
    for (const lead of gloss.leads) {
      const text = characters[lead * 256 + (next.code >> 8)] ?? "";
      if (!isText(text)) continue;
      const bytes = [lead, ...gloss.bytes, next.code >> 8];
      this.#goOn(state, i + gloss.length + 1, {
        text,
        bytes,
        unit: i,
        pending: next.code & 255,
        bits: price.gloss,
        event: true,
        guess: gloss.leads.length > 1,
      });
    }
  }

  /** Adds a state whose waiting byte may be ASCII, which ends the shift at once. */
  #goOn(state: State, at: number, to: Move & { readonly pending: number; readonly bits: number }): void {
    if (to.pending > 0x80 || to.pending < 0) this.#add(at, state, to);
    else if (to.pending < 0x80) {
      const bits = to.bits + (to.pending < 0x5b ? price.letter : price.oddLetter);
      this.#add(at, state, {
        ...to,
        bits,
        text: to.text + String.fromCharCode(to.pending),
        bytes: [...to.bytes, to.pending],
        pending: -1,
      });
    }
  }

  #outOfStep(state: State, i: number, rank: number): void {
    const unit = this.#units[i];
    if (unit === undefined) return;
    const { pending } = state;
    const { characters } = gbkTable();
    if (unit.code !== 0) {
      const first = unit.code >> 8;
      const second = unit.code & 255;
      const text = characters[pending * 256 + first] ?? "";
      const junk = this.#model.next(state.reading, text === "" ? "\uE000" : text).bits - state.reading.bits;
      if (text !== "" && !isPrivate(text)) {
        this.#goOn(state, i + 1, {
          text,
          bytes: [pending, first],
          unit: i,
          pending: second,
          bits: isText(text) ? 0 : price.symbol,
          guess: false,
          event: false,
        });
        if (rank < 3 && unit.calmAfter && this.#window.silent && state.events < mostEvents)
          this.#secondLoss(state, i, text, unit);
      }
      if (this.#mechanism.mayDrop && rank < 8 && junk >= 7 && state.events < mostEvents) this.#dropped(state, i, unit);
    }
    if (unit.ascii >= 0x40 && unit.mark === "") {
      const text = characters[pending * 256 + unit.ascii] ?? "";
      if (isText(text)) this.#add(i + 1, state, { text, bytes: [pending, unit.ascii], unit: i });
      if (this.#mechanism.mayDrop && rank < 8) {
        this.#halves(state, i + 1, i, unit.ascii, -1, (code) => this.#dropBits(code));
      }
    } else if (unit.mark === "?") {
      const swallowed = unit.swallows;
      const syllable = unit.glossAfter;
      this.#guessTrail(
        state,
        i + 1,
        (character) =>
          price.swallowed +
          (swallowed === null ? 3 : 0) +
          (syllable !== null && !readingsOf(character).includes(syllable) ? price.misread : 0),
        swallowed === null ? [0x30] : [...swallowed].map((one) => one.charCodeAt(0)),
        swallowed ?? "\uFFFD",
      );
      if (rank < 8) this.#lostPair(state, i);
    } else if (unit.mark === "\uFFFD") this.#guessTrail(state, i + 1, () => price.keptLead, [], "");
    else if (unit.code === 0 || unit.ascii >= 0) this.#guessTrail(state, i, () => price.lostLead, [], "");
  }

  /** A character whose first byte is unknown, and out of step after it. */
  #guessLead(
    state: State,
    at: number,
    i: number,
    from: Unit,
    mark: readonly number[],
    bits: (character: string) => number,
  ): void {
    const trail = from.code >> 8;
    const pending = from.code & 255;
    if (pending === 0x80) return;
    this.#guess(
      state,
      at,
      i,
      charactersBy("trail", trail),
      (text) => text,
      () => [...mark, trail],
      { pending, bits },
    );
  }

  /** A character whose second byte is unknown, in step after it. */
  #guessTrail(
    state: State,
    at: number,
    bits: (character: string) => number,
    more: readonly number[],
    swallowed: string,
  ): void {
    const { pending } = state;
    const unit = at - 1;
    const bytes = (character: string): number[] => [pending, codeOf(character) & 255, ...more];
    this.#guess(
      state,
      at,
      unit,
      charactersBy("lead", pending).filter((one) => (codeOf(one) & 255) >= 0x80),
      (text) => text + swallowed,
      bytes,
      { pending: -1, bits },
    );
  }

  /** A second byte was lost: bytes are in step again. */
  #secondLoss(state: State, i: number, text: string, unit: Unit): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    const bytes = (): number[] => [state.pending, first, second];
    const options = { pending: -1, bits: () => price.secondLoss };
    if (second > 0x80) {
      this.#guess(state, i + 1, i, charactersBy("trail", second), (one) => text + one, bytes, options);
      this.#guess(state, i + 1, i, charactersBy("lead", second), (one) => text + one, bytes, options);
    }
    this.#add(i + 1, state, { text, bytes: bytes(), unit: i, bits: price.secondInsertion, event: true });
  }

  /** Goes on with each character that may stand there, and with none of them: U+FFFD. */
  #guess(
    state: State,
    at: number,
    unit: number,
    among: readonly string[],
    textOf: (character: string) => string,
    bytesOf: (character: string) => readonly number[],
    options: { pending: number; bits: (character: string) => number },
  ): void {
    const rated: { move: Move; reading: Reading; cost: number }[] = [];
    let least = Infinity;
    for (const character of [...among, "\uFFFD"]) {
      const known = character !== "\uFFFD";
      if (known && this.#model.alone(character) > 19 && !this.#model.stands(character)) continue;
      let text = textOf(character);
      let bytes = known ? bytesOf(character) : bytesOf(among[0] ?? "的");
      let { pending } = options;
      let bits = options.bits(character);
      if (pending >= 0 && pending < 0x80) {
        text += String.fromCharCode(pending);
        bytes = [...bytes, pending];
        bits += pending < 0x5b ? price.letter : price.oddLetter;
        pending = -1;
      }
      this.#work++;
      const reading = this.#model.read(state.reading, text);
      const cost = reading.bits + bits;
      least = Math.min(least, cost);
      rated.push({ move: { text, bytes, unit, pending, bits, guess: true, event: true }, reading, cost });
    }
    for (const { move, reading, cost } of rated) if (cost <= least + 18) this.#put(at, state, move, reading);
  }

  /** A private-use pair that a cleaner dropped: two characters each of which is half known. */
  #dropped(state: State, i: number, unit: Unit): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    if (second === 0x80) return;
    this.#halves(state, i + 1, i, first, second, (code) => this.#dropBits(code));
  }

  #dropBits(code: number): number {
    return this.#mechanism.dropped.has(code) ? price.droppedAgain : price.dropped;
  }

  /** A pair that is no character left one `?`. */
  #lostPair(state: State, i: number): void {
    const next = this.#units[i + 1];
    if (next === undefined || next.code === 0 || (next.code & 255) === 0x80) return;
    this.#halves(state, i + 2, i, next.code >> 8, next.code & 255, () => price.lostPair);
  }

  #halves(
    state: State,
    at: number,
    i: number,
    trail: number,
    pending: number,
    bitsOf: (code: number) => number,
    head: readonly number[] = [state.pending],
  ): void {
    const limit = (this.#least[at] ?? Infinity) + farthest - state.bits;
    const ones = charactersBy("lead", state.pending).filter((one) => isPrivateLead(codeOf(one) & 255));
    const read = ones
      .map((one) => ({ one, reading: this.#model.next(state.reading, one) }))
      .sort((a, b) => a.reading.bits - b.reading.bits)
      .slice(0, 6);
    const twos = charactersBy("trail", trail).filter((two) => this.#model.alone(two) < 17 || this.#model.stands(two));
    const found: { one: string; two: string; reading: Reading; bits: number }[] = [];
    for (const { one, reading } of read) {
      if (reading.bits > limit) break;
      for (const two of twos) {
        const code = (codeOf(one) & 255) * 256 + (codeOf(two) >> 8);
        if (!isPrivate(gbkTable().characters[code] ?? "")) continue;
        this.#work++;
        const next = this.#model.next(reading, two);
        if (next.bits <= limit) found.push({ one, two, reading: next, bits: bitsOf(code) });
        // Both pairs of a comma between the two are dropped as well: xx A3, AC xx.
        if (!isPrivate(gbkTable().characters[(codeOf(one) & 255) * 256 + 0xa3] ?? "")) continue;
        const comma = this.#model.read(reading, `，${two}`);
        if (comma.bits <= limit) found.push({ one: `${one}，`, two, reading: comma, bits: bitsOf(code) });
      }
    }
    found.sort((a, b) => a.reading.bits + a.bits - b.reading.bits - b.bits);
    for (const { one, two, bits } of found.slice(0, 40)) {
      const half = codeOf(one[0] ?? "") & 255;
      const bytes = [...head, half, ...(one.length > 1 ? [0xa3, 0xac] : []), codeOf(two) >> 8, codeOf(two) & 255];
      const dropped = one.length > 1 ? half * 256 + 0xa3 : half * 256 + (codeOf(two) >> 8);
      this.#goOn(state, at, { text: one + two, bytes, unit: i, pending, bits, guess: true, event: true, dropped });
    }
  }
}
