import { isPrivate, isText } from "../../gbk/gbk-halves.ts";
import { codeOf, gbkTable } from "../../gbk/gbk-table.ts";
import { type Followers, followerAt } from "./candidates.ts";
import type { Choice } from "../../language/choice.ts";
import type { LanguageModel, Reading } from "../../language/language-model.ts";
import { readingsOf } from "../../readings.ts";
import { Lattice, farthest } from "./lattice.ts";
import { price } from "./prices.ts";
import type { Gloss, Unit, Window } from "./windows.ts";
import {
  type Hypothesis,
  type Mechanism,
  type Move,
  type State,
  apart,
  costOf,
  hypothesisOf,
  isSilent,
  markByte,
  pathTo,
} from "./paths.ts";

/** After so many weighed characters fewer ways are gone on with. */
const muchWork = 60_000;
const mostEvents = 40;
/** How far from the cheapest state those are gone on with of which half was dropped, and how many are looked at. */
const farthestHalves = 18;
const mostHalves = 20;
/** What both of them cost at most, where nothing is known to be cheaper, and what the second costs at least. */
const dearestHalves = 32;
const leastHalf = 3;
/** The same for what is guessed at one place. */
const farthestGuess = 18;
/** What stands before makes a character likelier by no more bits than this. */
const farFromAlone = 6;
/** Put to a byte that waits for its fellow where it stands among the damaged bytes already, before a gloss. */
const given = 0x100;

function byteOf({ pending }: State): number {
  return pending & 255;
}

/** The byte that waits, unless it stands among the damaged bytes already. */
function headOf({ pending }: State): number[] {
  return pending >= given ? [] : [pending];
}

/** What it costs that an ASCII character was the fellow of a byte: it is a capital most often. */
function letterPrice(ascii: number): number {
  return ascii < 0x5b ? price.letter : price.oddLetter;
}

function isAlphanumeric(ascii: number): boolean {
  return (ascii >= 0x30 && ascii <= 0x39) || (ascii >= 0x41 && ascii <= 0x5a) || (ascii >= 0x61 && ascii <= 0x7a);
}

/** Tells whether a character is a mark that stands before another: 。” 、“ */
function isMark(character: string): boolean {
  return "。、”…".includes(character);
}

/** Tells whether a follower of a character may be worth going on with. */
function isNear({ bits }: Reading, { least }: Followers, k: number, limit: number): boolean {
  return k < least.length && bits + (least[k] as number) <= limit + farFromAlone;
}

/** What a window may have been. */
export interface Findings {
  /** The text as it was found. */
  readonly asFound: Hypothesis;
  /** The cheapest originals, the cheapest first. */
  readonly originals: Iterable<Hypothesis>;
  /** What the first of them costs; infinite where there is none. */
  readonly least: number;
}

/** Reads a window in every way that its bytes allow. */
export function search(window: Window, text: string, model: LanguageModel, mechanism: Mechanism): Findings {
  return new Search(window, text, model, mechanism).run();
}

class Search {
  readonly #window: Window;
  readonly #units: readonly Unit[];
  readonly #model: LanguageModel;
  readonly #mechanism: Mechanism;
  readonly #lattice: Lattice;
  /** How many characters were weighed. */
  #work = 0;

  constructor(window: Window, text: string, model: LanguageModel, mechanism: Mechanism) {
    this.#window = window;
    this.#units = window.units;
    this.#model = model;
    this.#mechanism = mechanism;
    this.#lattice = new Lattice(window, text, model);
  }

  run(): Findings {
    const lattice = this.#lattice;
    let plain = lattice.start();
    for (let i = 0; i < this.#units.length; i++) {
      const width = this.#mechanism.isBrief ? "brief" : this.#work > muchWork ? "narrow" : "full";
      const states = lattice.take(i, width);
      states.forEach((state, rank) => {
        if (state.pending >= 0) this.#outOfStep(state, i, rank);
      });
      // A byte that was lost without a trace brings some of them into step before this unit.
      this.#inStep(plain, i, true);
      const inStep = [...states.filter((one) => one.pending < 0), ...lattice.kept(i, width)];
      inStep.forEach((state, rank) => this.#inStep(state, i, rank < 3 && this.#mayBeginAgain(i)));
      plain = lattice.asFound(plain, i);
    }
    this.#mechanism.budget.left -= this.#work;
    const length = this.#units.length;
    // The window may end with its line: what waits there lost its fellow with the line's end.
    if (this.#window.endsLine) {
      for (const state of Array.from(lattice.statesAt(length))) {
        if (state.pending >= 0) this.#guessTrail(state, length, () => price.lostLead, [], "");
      }
    }
    const found = costOf(plain) + lattice.unpairedOf(plain);
    return {
      asFound: hypothesisOf(this.#units, pathTo(plain), found, null),
      originals: lattice.originals(),
      least: lattice.leastOfAll(),
    };
  }

  /** Tells whether more damage may begin behind what was damaged: where strange characters follow, or a gloss between two. */
  #mayBeginAgain(i: number): boolean {
    const unit = this.#units[i];
    return unit !== undefined && (!unit.calmAfter || (unit.gloss !== null && unit.mark !== ""));
  }

  #inStep(state: State, i: number, mayBegin: boolean): void {
    const unit = this.#units[i];
    if (unit === undefined) return;
    if (state.events > 0) {
      const bits = unit.gloss === null ? 0 : price.leftGloss;
      const move = { text: unit.text, bytes: unit.bytes, unit: i, bits };
      if (isSilent(unit)) this.#lattice.put(i + 1, state, move, state.reading);
      else this.#lattice.add(i + 1, state, move);
    }
    if (!mayBegin || i < this.#window.first || i > this.#window.last || state.events >= mostEvents) return;
    if (unit.gloss !== null) this.#afterGloss(state, i, unit.gloss);
    const next = this.#units[i + 1];
    if (unit.mark !== "" && next !== undefined && next.code !== 0) {
      const beforeMark = (next.code & 255) === 0xa1 || (next.code & 255) === 0xa3;
      this.#guessLead(state, i + 2, i, next, markByte(unit), (character) => {
        if (unit.mark !== "?") return next.parts ? price.markAcross : price.replacement;
        if ((beforeMark || next.parts) && codeOf(character) >> 8 === 0xa1) return price.markForA1;
        return next.parts ? price.markAcross : price.mark;
      });
    }
    // The first byte was lost, and the pair after it was dropped.
    if (unit.mark !== "" && this.#mechanism.mayDrop && next !== undefined && (next.code !== 0 || next.alone)) {
      const [trail, pending] = next.alone ? [next.ascii, -1] : [next.code >> 8, next.code & 255];
      if (pending !== 0x80) {
        const ones = this.#mechanism.candidates.anyBeforePrivate();
        const bits = (one: string, two: string): number =>
          (codeOf(one) >> 8 === 0xa1 ? price.markForA1 : price.mark) + this.#dropBits(state, one, two);
        this.#halves(state, i + 2, i, trail, pending, bits, markByte(unit), ones);
      }
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
    this.#guess(state, at, i, this.#mechanism.candidates.trail(unit.ascii), {
      bytesOf: () => [...mark, unit.ascii],
      bits,
    });
  }

  /** Nothing marks the place: one byte is gone, or one is too many. */
  #silentLoss(state: State, i: number, unit: Unit, next: Unit | undefined): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    if (second > 0x80) {
      // A mark before a `?` is what stood there: the byte that was lost is the one behind it.
      const isAcross = unit.parts && this.#units[i + 1]?.mark !== "?";
      this.#guessLead(state, i + 1, i, unit, [], () => (isAcross ? price.silentAcross : price.lost));
      // The same, and the pair after it was dropped.
      if (this.#mechanism.mayDrop && state.events === 0) {
        const ones = this.#mechanism.candidates.anyBeforePrivate();
        const bits = (one: string, two: string): number =>
          (isAcross ? price.silentAcross : price.lostAndDropped) + this.#dropBits(state, one, two);
        this.#halves(state, i + 1, i, first, second, bits, [], ones);
      }
      this.#guess(state, i + 1, i, this.#mechanism.candidates.lead(first), {
        bytesOf: () => [first],
        pending: second,
        bits: () => price.lostTrail,
      });
      this.#lattice.add(i + 1, state, {
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
        this.#lattice.add(i + 2, state, {
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
    // Of two characters that are read so, the one that texts have is glossed: 競 before 竸.
    const bits = gloss.leads.map(({ base }) => this.#model.alone(base));
    const least = Math.min(...bits);
    for (const [k, { lead }] of gloss.leads.entries()) {
      this.#lattice.add(i + gloss.length, state, {
        text: "",
        bytes: [lead, ...gloss.bytes],
        unit: i,
        pending: lead + given,
        bits: price.gloss + Math.min(8, (bits[k] ?? least) - least),
        event: true,
        guess: gloss.leads.length > 1,
      });
    }
  }

  /** Adds a state whose waiting byte may be ASCII, which ends the shift at once. */
  #goOn(
    state: State,
    at: number,
    to: Move & { readonly pending: number; readonly bits: number },
    reading: Reading = this.#model.read(state.reading, to.text),
  ): void {
    if (to.pending > 0x80 || to.pending < 0) this.#lattice.put(at, state, to, reading);
    else if (to.pending < 0x80) {
      const bits = to.bits + letterPrice(to.pending);
      const letter = String.fromCharCode(to.pending);
      const move = { ...to, bits, text: to.text + letter, bytes: [...to.bytes, to.pending], pending: -1 };
      this.#lattice.put(at, state, move, this.#model.next(reading, letter));
    }
  }

  /** How many states are read on across a dropped pair: more where a character was just guessed. */
  #mostDropping(state: State): number {
    return state.recent === state.at ? 14 : 8;
  }

  #outOfStep(state: State, i: number, rank: number): void {
    const unit = this.#units[i];
    if (unit === undefined) return;
    const pending = byteOf(state);
    const head = headOf(state);
    const { characters } = gbkTable();
    // A text that was read apart at a mark is in step behind it: of 合作， one byte of 作 is left alone.
    // A `?` that stands for a byte is no such mark.
    if (unit.parts && unit.mark === "" && unit.code !== 0 && state.at > this.#window.first)
      this.#guessTrail(state, i, () => price.lostLead, [apart], "");
    if (unit.code !== 0) {
      const first = unit.code >> 8;
      const second = unit.code & 255;
      const text = characters[pending * 256 + first] ?? "";
      if (text !== "" && !isPrivate(text)) {
        this.#goOn(state, i + 1, {
          text,
          bytes: [...head, first],
          unit: i,
          pending: second,
          bits: isText(text) ? 0 : price.symbol,
        });
        if (rank < 3 && unit.calmAfter && this.#window.silent && state.events < mostEvents)
          this.#secondLoss(state, i, text, unit);
      }
      if (this.#mechanism.mayDrop && rank < this.#mostDropping(state) && state.events < mostEvents)
        this.#dropped(state, i, unit);
    }
    // A second byte of 80 begins no character. A decoder may have read it as €, or dropped it without a mark: 個 = 82 80.
    const alone = characters[pending * 256 + 0x80] ?? "";
    if (isText(alone) && unit.mark === "" && state.events < mostEvents) {
      const move = { text: alone, bytes: [...head, 0x80], bits: price.lostLead, event: true };
      if (unit.text === "€") this.#lattice.add(i + 1, state, { ...move, unit: i, bits: price.swallowed });
      else this.#lattice.add(i, state, { ...move, unit: i - 1 });
    }
    if (rank < 8 && unit.code === 0 && isAlphanumeric(unit.ascii)) this.#widened(state, i, unit.ascii);
    if (unit.ascii >= 0x40 && unit.mark === "") {
      const text = characters[pending * 256 + unit.ascii] ?? "";
      if (isText(text)) this.#lattice.add(i + 1, state, { text, bytes: [...head, unit.ascii], unit: i });
      if (this.#mechanism.mayDrop && rank < 8) {
        this.#halves(state, i + 1, i, unit.ascii, -1, (one, two) => this.#dropBits(state, one, two));
      }
    } else if (unit.mark === "?") {
      const swallowed = unit.swallows;
      const syllable = unit.glossAfter;
      if (this.#units[i + 1]?.parts === true) this.#guessTrail(state, i + 1, () => price.beforeMark, [apart], "");
      this.#guessTrail(
        state,
        i + 1,
        (character) =>
          price.swallowed +
          (swallowed === null ? price.unknownDigit : 0) +
          (syllable !== null && !readingsOf(character).includes(syllable) ? price.misread : 0),
        swallowed === null ? [0x30] : [...swallowed].map((one) => one.charCodeAt(0)),
        swallowed ?? "\uFFFD",
      );
      // Brackets that were half-width may have gone as well: that the other one stands alone tells of it.
      if (swallowed === null && rank < 8) {
        for (const bracket of "()") {
          const bits = price.swallowed + price.unknownDigit;
          this.#guessTrail(state, i + 1, () => bits, [bracket.charCodeAt(0)], bracket);
        }
      }
      if (rank < 8) this.#lostPair(state, i);
      if (swallowed === null && syllable === null && rank < 8) this.#tookMark(state, i);
    } else if (unit.mark === "\uFFFD") this.#guessTrail(state, i + 1, () => price.keptLead, [], "");
    else if (unit.code === 0 || unit.ascii >= 0) this.#guessTrail(state, i, () => price.lostLead, [], "");
  }

  /** What was read as a full-width letter or figure was made half-width afterwards: of 保證 the bytes A3 D7 are Ｗ. */
  #widened(state: State, i: number, ascii: number): void {
    const text = gbkTable().characters[byteOf(state) * 256 + 0xa3] ?? "";
    if (!isText(text)) return;
    const bytes = [...headOf(state), 0xa3];
    this.#goOn(state, i + 1, { text, bytes, unit: i, pending: ascii + 0x80, bits: price.widened });
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
    this.#guess(state, at, i, this.#mechanism.candidates.trail(trail), {
      bytesOf: () => [...mark, trail],
      pending,
      bits,
    });
    // The full-width space of a paragraph's head, or that before a bracket.
    const isHead = this.#window.before === "" && i === 0;
    const bracket = pending === 0xa3 && (this.#units[at]?.code ?? 0) >> 8 === 0xa8;
    if (trail === 0xa1 && pending > 0x80 && (isHead || bracket)) {
      const move = { text: "　", bytes: [...mark, trail], unit: i, pending, guess: true, event: true };
      this.#lattice.put(at, state, { ...move, bits: bits("　") + (isHead ? 0 : price.space) }, state.reading);
    }
  }

  /** A character whose second byte is unknown, in step after it. */
  #guessTrail(
    state: State,
    at: number,
    bits: (character: string) => number,
    more: readonly number[],
    swallowed: string,
  ): void {
    const head = headOf(state);
    this.#guess(state, at, at - 1, this.#mechanism.candidates.high(byteOf(state)), {
      bytesOf: (character) => [...head, codeOf(character) & 255, ...more],
      after: swallowed,
      bits,
    });
  }

  /** A second byte was lost: bytes are in step again. */
  #secondLoss(state: State, i: number, text: string, unit: Unit): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    const bytes = (): number[] => [...headOf(state), first, second];
    const options = { before: text, bytesOf: bytes, bits: () => price.secondLoss };
    if (second > 0x80) {
      this.#guess(state, i + 1, i, this.#mechanism.candidates.trail(second), options);
      this.#guess(state, i + 1, i, this.#mechanism.candidates.lead(second), options);
    }
    this.#lattice.add(i + 1, state, { text, bytes: bytes(), unit: i, bits: price.secondInsertion, event: true });
  }

  /** Goes on with each character that may stand there, and with none of them: U+FFFD. */
  #guess(
    state: State,
    at: number,
    unit: number,
    choice: Choice,
    options: {
      /** The bytes that are left of a character. */
      readonly bytesOf: (character: string) => readonly number[];
      readonly bits: (character: string) => number;
      readonly before?: string;
      readonly after?: string;
      readonly pending?: number;
    },
  ): void {
    const { bytesOf, before = "", bits: bitsOf } = options;
    let { after = "", pending = -1 } = options;
    let more = 0;
    const ends = pending >= 0 && pending < 0x80;
    if (ends) {
      after += String.fromCharCode(pending);
      more = letterPrice(pending);
    }
    // What was swallowed is most often a digit; brackets of tags and glosses are no part of the sentence.
    const readAfter = after === "\uFFFD" ? "0" : after === "<" || after === "(" ? "" : after;
    const head = before === "" ? state.reading : this.#model.read(state.reading, before);
    const limit = this.#lattice.least(at) + farthest - state.bits;
    const weighed: { readonly one: string; readonly bits: number; readonly read: number; reading: Reading | null }[] =
      [];
    const among = choice.characters;
    const costs = this.#model.weigh(head, choice);
    let least = Infinity;
    for (let k = 0; k <= among.length; k++) {
      const one = among[k] ?? "\uFFFD";
      const bits = more + bitsOf(one);
      const read = k === among.length ? head.bits + price.unknown : (costs[k] as number);
      if (read + bits > Math.min(limit, least + farthestGuess)) continue;
      let reading: Reading | null = null;
      let cost = read + bits;
      if (readAfter !== "") {
        reading = this.#model.read(this.#model.next(head, one, read), readAfter);
        cost = reading.bits + bits;
      }
      if (cost < least) least = cost;
      if (cost <= limit) weighed.push({ one, bits, read, reading });
    }
    this.#work += among.length;
    for (const { one, bits, read, reading: known } of weighed) {
      if ((known?.bits ?? read) + bits > least + farthestGuess) continue;
      const reading = known ?? this.#model.next(head, one, read);
      const bytes = bytesOf(one === "\uFFFD" ? (among[0] ?? "的") : one);
      this.#lattice.put(
        at,
        state,
        {
          text: before + one + after,
          bytes: ends ? [...bytes, pending] : bytes,
          unit,
          pending: ends ? -1 : pending,
          bits,
          guess: true,
          event: true,
        },
        reading,
      );
    }
  }

  /** A private-use pair that a cleaner dropped: two characters each of which is half known. */
  #dropped(state: State, i: number, unit: Unit): void {
    const first = unit.code >> 8;
    const second = unit.code & 255;
    if (second === 0x80) return;
    this.#halves(state, i + 1, i, first, second, (one, two) => this.#dropBits(state, one, two));
  }

  /** What it costs to believe that a pair was dropped between two characters. */
  #dropBits({ drops }: State, one: string, two: string): number {
    const { dropped } = this.#mechanism;
    if (dropped.has(one + two)) return price.droppedAgain;
    return drops || dropped.size > 0 ? 0 : price.dropped;
  }

  /** 80 begins no character: it is the second byte of one, and took the first byte of the next along as one `?`. */
  #lostPair(state: State, i: number): void {
    const one = gbkTable().characters[byteOf(state) * 256 + 0x80] ?? "";
    const next = this.#units[i + 1];
    if (!isText(one) || next === undefined || (next.code === 0 && !next.alone)) return;
    const [trail, pending] = next.alone ? [next.ascii, -1] : [next.code >> 8, next.code & 255];
    if (pending === 0x80) return;
    const head = [...headOf(state), 0x80];
    this.#guess(state, i + 2, i, this.#mechanism.candidates.trail(trail), {
      before: one,
      bytesOf: (two) => [...head, codeOf(two) >> 8, trail],
      pending,
      bits: () => price.lostPair,
    });
  }

  /**
   * The second byte took along the `?` that stood for the A1 of a mark: of 願。” the bytes EE 8A|3F A3|A1 B1 are read as
   * `?！`, for 8A 3F is no pair.
   */
  #tookMark(state: State, i: number): void {
    const next = this.#units[i + 1];
    if (next === undefined || next.code === 0 || next.ascii >= 0x40) return;
    const mark = gbkTable().characters[0xa100 + (next.code >> 8)] ?? "";
    const pending = next.code & 255;
    if (!isMark(mark) || pending <= 0x80) return;
    const head = headOf(state);
    this.#guess(state, i + 2, i, this.#mechanism.candidates.high(byteOf(state)), {
      bytesOf: (character) => [...head, codeOf(character) & 255, 0x3f, next.code >> 8],
      after: mark,
      pending,
      bits: () => price.swallowed + price.markForA1,
    });
  }

  /** What those cost of the followers of a character that may be worth going on with. */
  #weighed(reading: Reading, followers: Followers, limit: number): Float64Array {
    let count = 0;
    while (isNear(reading, followers, count, limit)) count++;
    return count === 0 ? followers.least : this.#model.weighThese(reading, followers.choice, followers.order, count);
  }

  #halves(
    state: State,
    at: number,
    i: number,
    trail: number,
    pending: number,
    bitsOf: (one: string, two: string) => number,
    head: readonly number[] = headOf(state),
    ones: Choice = this.#mechanism.candidates.beforePrivate(byteOf(state)),
  ): void {
    const ending = pending < 0 || pending >= 0x80 ? 0 : letterPrice(pending);
    // What is put makes it lower: where nothing waits yet, all would be gone on with.
    const cap = state.reading.bits + dearestHalves;
    const limit = (): number => Math.min(cap, this.#lattice.least(at) + farthestHalves - state.bits - ending);
    const { candidates } = this.#mechanism;
    const read: { readonly one: string; readonly bits: number }[] = [];
    const weighed = this.#model.weigh(state.reading, ones);
    const most = limit();
    for (const [k, one] of ones.characters.entries()) {
      const bits = weighed[k] as number;
      if (bits <= most) read.push({ one, bits });
    }
    read.sort((a, b) => a.bits - b.bits);
    if (read.length > mostHalves) read.length = mostHalves;
    // Two characters that are none of those that are known: AA A1 stands for any pair that is dropped. No mark is one.
    if (byteOf(state) < 0xa1 || byteOf(state) > 0xa9) {
      const own = this.#model.read(state.reading, "\uFFFD\uFFFD").bits - state.reading.bits;
      const bits = bitsOf("", "") + price.unknownPair - own;
      const unknown = { unit: i, pending, bits, guess: true, event: true, dropped: "\uFFFD" };
      this.#goOn(state, at, { ...unknown, text: "\uFFFD\uFFFD", bytes: [...head, 0xaa, 0xa1, trail] });
    }
    for (const { one, bits: cost } of read) {
      if (cost > limit()) break;
      const reading = this.#model.next(state.reading, one, cost);
      const half = codeOf(one) & 255;
      // What stands before makes a character likelier by no more than so much.
      const followers = candidates.followers(one, trail);
      const costs = this.#weighed(reading, followers, limit());
      for (let k = 0; isNear(reading, followers, k, limit()); k++) {
        this.#work++;
        const cost = costs[k] as number;
        if (cost > limit()) continue;
        const two = followerAt(followers, k);
        const after = this.#model.next(reading, two, cost);
        const bytes = [...head, half, codeOf(two) >> 8, codeOf(two) & 255];
        const move = { unit: i, pending, bits: bitsOf(one, two), guess: true, event: true, dropped: one + two };
        this.#goOn(state, at, { ...move, text: one + two, bytes }, after);
      }
      if (state.pending < 0 && head.length === 0) continue;
      // Both pairs of one between the two are dropped as well: a comma (xx A3, AC xx), 他 of 懂他的, 十 of 三十年.
      const middles = candidates.middles(one);
      const middleCosts = this.#weighed(reading, middles, limit());
      for (let m = 0; isNear(reading, middles, m, limit()); m++) {
        const cost = middleCosts[m] as number;
        if (cost + leastHalf > limit()) continue;
        const middle = followerAt(middles, m);
        const code = codeOf(middle);
        const before = this.#model.next(reading, middle, cost);
        const followers = candidates.followers(middle, trail);
        const costs = this.#weighed(before, followers, limit());
        for (let k = 0; isNear(before, followers, k, limit()); k++) {
          this.#work++;
          const cost = costs[k] as number;
          if (cost > limit()) continue;
          const two = followerAt(followers, k);
          const after = this.#model.next(before, two, cost);
          const bytes = [...head, half, code >> 8, code & 255, codeOf(two) >> 8, codeOf(two) & 255];
          const move = { unit: i, pending, bits: bitsOf(one, two), guess: true, event: true, dropped: one + two };
          this.#goOn(state, at, { ...move, text: one + middle + two, bytes }, after);
        }
      }
    }
  }
}
