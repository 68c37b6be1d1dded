import { codeOf, gbkTable } from "../gbk-table.ts";
import { type LanguageModel, type Reading, foldAll, nothingRead } from "../language-model.ts";
import type { Gloss, Unit, Window } from "./shift-windows.ts";

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
}

interface Step {
  readonly text: string;
  /** What the damaged text has of it. */
  readonly bytes: readonly number[];
  /** Before which unit of the window it stands. */
  readonly unit: number;
  readonly guess: boolean;
  readonly event: boolean;
  /** Bytes are out of step from here on. */
  readonly shifted: boolean;
  readonly before: Step | null;
}

/** A way to read the window up to some unit. */
interface State {
  readonly reading: Reading;
  /** The byte that waits for its fellow; -1 where bytes are in step. */
  readonly pending: number;
  /** What the damage costs, in bits. */
  readonly bits: number;
  readonly step: Step | null;
  readonly events: number;
  /** The unit of the last event. */
  readonly recent: number;
}

/** What each kind of damage costs to believe, in bits. */
const price = {
  /** A1, the lead of 。，“”, is the byte that is known to get lost. */
  markForA1: 1,
  mark: 6,
  replacement: 4,
  lost: 10,
  inserted: 13,
  between: 13,
  replaced: 13,
  gloss: 2,
  swallowed: 1,
  keptLead: 1,
  lostLead: 6,
  lostPair: 5,
  dropped: 3,
  droppedAgain: 0,
  secondLoss: 13,
} as const;

const widest = 140;
const calm = 40;
const farthest = 36;
const mostEvents = 7;

/** Reads a window in every way that its bytes allow; the cheapest come first, the text as found among them. */
export function search(window: Window, model: LanguageModel, mechanism: Mechanism): Hypothesis[] {
  return new Search(window, model, mechanism).run();
}

class Search {
  readonly #window: Window;
  readonly #units: readonly Unit[];
  readonly #model: LanguageModel;
  readonly #mechanism: Mechanism;
  /** States by the unit that they are to read next. */
  readonly #waiting: State[][];

  constructor(window: Window, model: LanguageModel, mechanism: Mechanism) {
    this.#window = window;
    this.#units = window.units;
    this.#model = model;
    this.#mechanism = mechanism;
    this.#waiting = Array.from({ length: window.units.length + 1 }, () => []);
  }

  run(): Hypothesis[] {
    const reading = this.#model.read(nothingRead, this.#window.before);
    this.#waiting[0]?.push({
      reading: { ...reading, bits: 0, bits1: reading.bits1 - reading.bits, bits2: reading.bits2 - reading.bits, bits3: reading.bits3 - reading.bits },
      pending: -1, bits: 0, step: null, events: 0, recent: -9,
    });
    for (let i = 0; i < this.#units.length; i++) {
      const states = this.#kept(this.#waiting[i] ?? [], i);
      this.#waiting[i] = [];
      states.forEach((state, rank) => {
        if (state.pending >= 0) this.#outOfStep(state, i, rank);
      });
      // A byte that was lost without a trace brings some of them into step before this unit.
      const inStep = [...states.filter((state) => state.pending < 0), ...(this.#waiting[i] ?? [])];
      for (const state of this.#kept(inStep, i)) this.#inStep(state, i);
    }
    const ends = this.#waiting[this.#units.length] ?? [];
    // The window may end with its line: what waits there lost its fellow with the line's end.
    for (const state of [...ends]) if (state.pending >= 0 && this.#window.endsLine) this.#guessTrail(state, this.#units.length, price.lostLead, [], "", ends);
    return ends.filter((state) => state.pending < 0).map((state) => this.#hypothesis(state)).sort((a, b) => a.cost - b.cost);
  }

  /** The states that are worth going on with, the cheapest first. */
  #kept(states: State[], unit: number): State[] {
    const sorted = states.sort((a, b) => costOf(a) - costOf(b));
    const [best] = sorted;
    if (best === undefined) return [];
    const limit = costOf(best) + farthest;
    const fresh = sorted.some((state) => unit - state.recent <= 4 && costOf(state) <= limit);
    const kept = sorted.slice(0, fresh ? widest : calm).filter((state) => costOf(state) <= limit);
    // The text as found goes along, whatever it costs.
    const plain = sorted.find((state) => state.events === 0);
    if (plain !== undefined && !kept.includes(plain)) kept.push(plain);
    return kept;
  }

  #add(at: number, state: State, to: { text: string; bytes: readonly number[]; unit: number; pending?: number; bits?: number; guess?: boolean; event?: boolean; shifted?: boolean }): State {
    const reading = to.text === "" ? state.reading : this.#model.read(state.reading, to.text);
    const pending = to.pending ?? -1;
    const event = to.event ?? false;
    const next: State = {
      reading,
      pending,
      bits: state.bits + (to.bits ?? 0),
      step: { text: to.text, bytes: to.bytes, unit: to.unit, guess: to.guess ?? false, event, shifted: pending >= 0, before: state.step },
      events: state.events + (event ? 1 : 0),
      recent: event ? at : state.recent,
    };
    this.#waiting[at]?.push(next);
    return next;
  }

  #inStep(state: State, i: number): void {
    const unit = this.#units[i];
    if (unit === undefined) return;
    this.#add(i + 1, state, { text: unit.text, bytes: unit.bytes, unit: i });
    if (i < this.#window.first || i > this.#window.last || state.events >= mostEvents) return;
    if (unit.gloss !== null) this.#afterGloss(state, i, unit.gloss);
    const next = this.#units[i + 1];
    if (unit.mark !== "" && next !== undefined && next.code !== 0) {
      this.#guessLead(state, i + 2, i, next, unit.mark === "?" ? [0x3f] : [0x80], (character) => unit.mark === "?" ? (codeOf(character) >> 8 === 0xa1 ? price.markForA1 : price.mark) : price.replacement);
    }
    // U+FFFD and the ASCII byte that was put inside a character.
    const third = this.#units[i + 2];
    if (unit.mark === "\uFFFD" && next !== undefined && next.ascii > 0 && next.ascii < 0x40 && third !== undefined && third.code !== 0)
      this.#guessLead(state, i + 3, i, third, [0x80, next.ascii], () => price.between);
    if (unit.code !== 0 && unit.ascii < 0 && this.#window.silent) this.#silentLoss(state, i, unit, next);
    if (unit.ascii > 0x20 && unit.code === 0 && this.#window.silent && next !== undefined && next.code !== 0 && next.ascii < 0) {
      this.#guessLead(state, i + 2, i, next, [unit.ascii], () => price.replaced);
    }
  }

  /** Nothing marks the place: one byte is gone, or one is too many. */
  #silentLoss(state: State, i: number, unit: Unit, next: Unit | undefined): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    if (second > 0x80) {
      this.#guessLead(state, i + 1, i, unit, [], () => price.lost);
      this.#guess(state, i + 1, i, charactersBy("lead", first), (text) => text, () => [first], { pending: second, bits: () => price.lost });
      this.#add(i + 1, state, { text: "", bytes: [first], unit: i, pending: second, bits: price.inserted, event: true });
    }
    if (next !== undefined && next.code !== 0 && (next.code & 255) > 0x80) {
      const text = gbkTable().characters[first * 256 + (next.code >> 8)] ?? "";
      if (isText(text))
        this.#add(i + 2, state, { text, bytes: [first, second, next.code >> 8], unit: i, pending: next.code & 255, bits: price.inserted, event: true });
    }
  }

  /** A gloss was put after bytes that only looked like its character, between two characters. */
  #afterGloss(state: State, i: number, gloss: Gloss): void {
    const next = this.#units[i + gloss.length];
    if (next === undefined || next.code === 0) return;
    const { characters } = gbkTable();
    for (const lead of gloss.leads) {
      const text = characters[lead * 256 + (next.code >> 8)] ?? "";
      if (!isText(text)) continue;
      const bytes = [lead, ...gloss.bytes, next.code >> 8];
      this.#goOn(state, i + gloss.length + 1, { text, bytes, unit: i, pending: next.code & 255, bits: price.gloss, event: true, guess: gloss.leads.length > 1 });
    }
  }

  /** Adds a state whose waiting byte may be ASCII, which ends the shift at once. */
  #goOn(state: State, at: number, to: { text: string; bytes: readonly number[]; unit: number; pending: number; bits: number; guess: boolean; event: boolean }): void {
    if (to.pending > 0x80) this.#add(at, state, to);
    else if (to.pending < 0x80) {
      this.#add(at, state, { ...to, text: to.text + String.fromCharCode(to.pending), bytes: [...to.bytes, to.pending], pending: -1 });
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
        this.#goOn(state, i + 1, { text, bytes: [pending, first], unit: i, pending: second, bits: 0, guess: false, event: false });
        if (rank < 3 && unit.calmAfter && this.#window.silent && state.events < mostEvents) this.#secondLoss(state, i, text, unit);
      }
      if (this.#mechanism.mayDrop && rank < 8 && junk >= 7 && state.events < mostEvents) this.#dropped(state, i, unit);
    }
    if (unit.ascii >= 0x40 && unit.mark === "") {
      const text = characters[pending * 256 + unit.ascii] ?? "";
      if (isText(text)) this.#add(i + 1, state, { text, bytes: [pending, unit.ascii], unit: i });
    } else if (unit.mark === "?") {
      const swallowed = unit.swallows;
      this.#guessTrail(state, i + 1, price.swallowed + (swallowed === null ? 3 : 0), swallowed === null ? [0x30] : [...swallowed].map((one) => one.charCodeAt(0)), swallowed ?? "\uFFFD");
      if (rank < 8) this.#lostPair(state, i);
    } else if (unit.mark === "\uFFFD") this.#guessTrail(state, i + 1, price.keptLead, [], "");
    else if (unit.code === 0 || unit.ascii > 0) this.#guessTrail(state, i, price.lostLead, [], "");
  }

  /** A character whose first byte is unknown, and out of step after it. */
  #guessLead(state: State, at: number, i: number, from: Unit, mark: readonly number[], bits: (character: string) => number): void {
    const trail = from.code >> 8;
    const pending = from.code & 255;
    if (pending === 0x80) return;
    this.#guess(state, at, i, charactersBy("trail", trail), (text) => text, () => [...mark, trail], { pending, bits });
  }

  /** A character whose second byte is unknown, in step after it. */
  #guessTrail(state: State, at: number, bits: number, more: readonly number[], swallowed: string, into?: State[]): void {
    const { pending } = state;
    const unit = at - 1;
    const target = into ?? this.#waiting[at];
    if (target === undefined) return;
    const bytes = (character: string): number[] => [pending, codeOf(character) & 255, ...more];
    this.#guess(state, at, unit, charactersBy("lead", pending).filter((one) => (codeOf(one) & 255) > 0x80), (text) => text + swallowed, bytes, { pending: -1, bits: () => bits }, target);
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
    this.#add(i + 1, state, { text, bytes: bytes(), unit: i, bits: price.secondLoss, event: true });
  }

  /** Goes on with each character that may stand there, and with none of them: U+FFFD. */
  #guess(
    state: State, at: number, unit: number, among: readonly string[], textOf: (character: string) => string,
    bytesOf: (character: string) => readonly number[], options: { pending: number; bits: (character: string) => number },
    into: State[] | undefined = this.#waiting[at],
  ): void {
    if (into === undefined) return;
    const rated: State[] = [];
    for (const character of [...among, "\uFFFD"]) {
      const known = character !== "\uFFFD";
      if (known && this.#model.alone(character) > 19 && !this.#model.stands(character)) continue;
      let text = textOf(character);
      let bytes = known ? bytesOf(character) : bytesOf(among[0] ?? "的");
      let { pending } = options;
      if (pending >= 0 && pending < 0x80) {
        text += String.fromCharCode(pending);
        bytes = [...bytes, pending];
        pending = -1;
      }
      rated.push({
        reading: this.#model.read(state.reading, text),
        pending,
        bits: state.bits + options.bits(character),
        step: { text, bytes, unit, guess: true, event: true, shifted: pending >= 0, before: state.step },
        events: state.events + 1,
        recent: at,
      });
    }
    const least = rated.reduce((low, one) => Math.min(low, costOf(one)), Infinity);
    for (const one of rated) if (costOf(one) <= least + 24) into.push(one);
  }

  /** A private-use pair that a cleaner dropped: two characters each of which is half known. */
  #dropped(state: State, i: number, unit: Unit): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    if (second === 0x80) return;
    this.#halves(state, i + 1, i, first, second, (code) => (this.#mechanism.dropped.has(code) ? price.droppedAgain : price.dropped));
  }

  /** A pair that is no character left one `?`. */
  #lostPair(state: State, i: number): void {
    const next = this.#units[i + 1];
    if (next === undefined || next.code === 0 || (next.code & 255) === 0x80) return;
    this.#halves(state, i + 2, i, next.code >> 8, next.code & 255, () => price.lostPair);
  }

  #halves(state: State, at: number, i: number, trail: number, pending: number, bitsOf: (code: number) => number): void {
    const ones = charactersBy("lead", state.pending).filter((one) => isPrivateLead(codeOf(one) & 255));
    const read = ones
      .map((one) => ({ one, reading: this.#model.next(state.reading, one) }))
      .sort((a, b) => a.reading.bits - b.reading.bits)
      .slice(0, 6);
    const twos = charactersBy("trail", trail).filter((two) => this.#model.alone(two) < 17 || this.#model.stands(two));
    const found: { one: string; two: string; reading: Reading; bits: number }[] = [];
    for (const { one, reading } of read) {
      for (const two of twos) {
        const code = (codeOf(one) & 255) * 256 + (codeOf(two) >> 8);
        if (!isPrivate(gbkTable().characters[code] ?? "")) continue;
        const next = this.#model.next(reading, two);
        found.push({ one, two, reading: next, bits: bitsOf(code) });
      }
    }
    found.sort((a, b) => a.reading.bits + a.bits - b.reading.bits - b.bits);
    for (const { one, two, bits } of found.slice(0, 40)) {
      const bytes = [codeOf(one) >> 8, codeOf(one) & 255, codeOf(two) >> 8, codeOf(two) & 255];
      this.#goOn(state, at, { text: one + two, bytes, unit: i, pending, bits, guess: true, event: true });
    }
  }

  #hypothesis(state: State): Hypothesis {
    const steps: Step[] = [];
    for (let step = state.step; step !== null; step = step.before) steps.push(step);
    steps.reverse();
    let first = steps.findIndex((step) => step.event);
    let last = steps.findLastIndex((step) => step.event || step.shifted);
    const events = state.events;
    if (first < 0) {
      first = 0;
      last = -1;
    } else if (steps[last]?.shifted === true) last = Math.min(steps.length - 1, last + 1);
    const damaged = steps.slice(first, last + 1);
    const to = steps[last + 1]?.unit ?? this.#units.length;
    return {
      text: steps.map((step) => step.text).join(""),
      cost: costOf(state),
      from: events === 0 ? 0 : (steps[first]?.unit ?? 0),
      to: events === 0 ? 0 : to,
      damaged: damaged.flatMap((step) => step.bytes),
      restored: damaged.map((step) => step.text).join(""),
      events,
      guessed: damaged.filter((step) => step.guess).length,
      dropped: damaged.filter((step) => step.guess && step.bytes.length === 4 && isPrivate(pairOf(step.bytes))).map((step) => (step.bytes[1] ?? 0) * 256 + (step.bytes[2] ?? 0)),
    };
  }
}

function pairOf(bytes: readonly number[]): string {
  return gbkTable().characters[(bytes[1] ?? 0) * 256 + (bytes[2] ?? 0)] ?? "";
}

function costOf(state: State): number {
  return state.reading.bits + state.bits;
}

function isPrivate(character: string): boolean {
  const unit = character.charCodeAt(0);
  return unit >= 0xe000 && unit <= 0xf8ff;
}

function isPrivateLead(lead: number): boolean {
  return (lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8 || (lead >= 0xa1 && lead <= 0xa9);
}

const byLead: (readonly string[] | undefined)[] = [];
const byTrail: (readonly string[] | undefined)[] = [];

/** The characters of articles that have a byte as their first or second. */
function charactersBy(which: "lead" | "trail", byte: number): readonly string[] {
  const known = (which === "lead" ? byLead : byTrail)[byte];
  if (known !== undefined) return known;
  const { characters } = gbkTable();
  const found: string[] = [];
  for (let other = 0x40; other <= 0xfe; other++) {
    const character = characters[which === "lead" ? byte * 256 + other : other * 256 + byte] ?? "";
    if (isText(character)) found.push(character);
  }
  foldAll(found.join(""));
  (which === "lead" ? byLead : byTrail)[byte] = found;
  return found;
}

/** Characters that articles are written in: Han and the marks of Chinese text. */
function isText(character: string): boolean {
  return /^[\p{Script=Han}，。、：；！？“”‘’（）《》…—·〈〉【】％　]$/u.test(character);
}
