import type { Span } from "./span.ts";

/**
 * Which character a position belongs to where text was removed or replaced.
 *
 * - `"start"`: the position opens a span; it sticks to the character after it.
 * - `"end"`: the position closes a span; it sticks to the character before it.
 */
export type Edge = "start" | "end";

/**
 * How a clean text came from its source: a flat list of aligned sections.
 *
 * Representation: `[sourceLength, cleanLength]` pairs, flattened, in text order. A pair whose
 * second number is −1 is *kept*: its code units stand one for one in both texts (the characters
 * themselves may differ, as 機 and 机 do). Any other pair is *replaced*: its source units became its
 * clean units as a whole (`5:0` a removal, `0:2` an insertion). Two pairs of one kind never stand
 * side by side, and no pair is `0:0`, so equal maps have equal lists.
 *
 * Laws, for maps a, b, c that fit together:
 *   identity:     identity(n) ∘ a = a = a ∘ identity(m)
 *   composition:  (a ∘ b).toSource(p) = a.toSource(b.toSource(p)) where neither replaces p
 *   association:  (a ∘ b) ∘ c = a ∘ (b ∘ c) on lengths and on kept positions
 *   inversion:    a.invert().invert() = a;  a.invert().toClean = a.toSource
 *   order:        p ≤ q ⇒ toSource(p, e) ≤ toSource(q, e)
 */
export class SourceMap {
  readonly sourceLength: number;
  readonly cleanLength: number;
  readonly #pairs: readonly number[];
  // Made when a position is first asked for.
  #sourceBorders: Borders | undefined;
  #cleanBorders: Borders | undefined;

  private constructor(pairs: readonly number[]) {
    let source = 0;
    let clean = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const from = at(pairs, i);
      const to = at(pairs, i + 1);
      source += from;
      clean += to < 0 ? from : to;
    }
    this.#pairs = pairs;
    this.sourceLength = source;
    this.cleanLength = clean;
  }

  /** Maps a text of `length` code units onto itself. */
  static identity(length: number): SourceMap {
    return SourceMap.of(length === 0 ? [] : [length, -1]);
  }

  /** Builds a map from `[sourceLength, cleanLength | -1]` pairs, merging neighbours of one kind. */
  static of(pairs: readonly number[]): SourceMap {
    if (pairs.length % 2 !== 0) throw new RangeError(`a source map needs pairs, got ${pairs.length} numbers`);
    const merged: number[] = [];
    for (let i = 0; i < pairs.length; i += 2) {
      const from = at(pairs, i);
      const to = at(pairs, i + 1);
      if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < -1) {
        throw new RangeError(`a source map section cannot be ${from}:${to}`);
      }
      push(merged, from, to);
    }
    return new SourceMap(merged);
  }

  /** Reads the one-line notation: `"5 2:0 3"` keeps 5, removes 2, keeps 3; `"0:1"` inserts one. */
  static parse(notation: string): SourceMap {
    const pairs: number[] = [];
    for (const word of notation.split(" ")) {
      if (word === "") continue;
      // Matches `12` and `2:0`; must not match `-1`, `2:` or `a`.
      const match = /^(\d+)(?::(\d+))?$/u.exec(word);
      if (!match) throw new RangeError(`a source map section cannot be written ${JSON.stringify(word)}`);
      pairs.push(Number(match[1]), match[2] === undefined ? -1 : Number(match[2]));
    }
    return SourceMap.of(pairs);
  }

  /** Reads the JSON form that `toJSON` writes. */
  static fromJSON(json: string): SourceMap {
    return SourceMap.parse(json);
  }

  /** Writes the notation that `parse` reads; it is the JSON form as well. */
  toString(): string {
    const words: string[] = [];
    for (let i = 0; i < this.#pairs.length; i += 2) {
      const to = at(this.#pairs, i + 1);
      words.push(to < 0 ? `${at(this.#pairs, i)}` : `${at(this.#pairs, i)}:${to}`);
    }
    return words.join(" ");
  }

  /** Writes the one-line notation, so that `JSON.stringify` keeps maps short and readable. */
  toJSON(): string {
    return this.toString();
  }

  /** Maps a position in the clean text back to the source; inside a replacement it goes to the replacement's edge. */
  toSource(position: number, edge: Edge): number {
    return this.#map(position, edge, false);
  }

  /** Maps a position in the source to the clean text; inside a replacement it goes to the replacement's edge. */
  toClean(position: number, edge: Edge): number {
    return this.#map(position, edge, true);
  }

  /**
   * Maps a span of the clean text to the tightest span of the source that holds all it came from.
   * A clean span that holds only inserted text gives the empty span at the insertion.
   */
  toSourceSpan(cleanSpan: Span): Span {
    const start = this.toSource(cleanSpan.start, "start");
    const end = this.toSource(cleanSpan.end, "end");
    return end < start ? { start: end, end: start } : { start, end };
  }

  /** Maps a span of the source to the tightest span of the clean text; a removed span gives an empty one. */
  toCleanSpan(span: Span): Span {
    const start = this.toClean(span.start, "start");
    const end = this.toClean(span.end, "end");
    return end < start ? { start: end, end } : { start, end };
  }

  /** Joins this map (source → middle) with the next (middle → clean) into one (source → clean). */
  compose(next: SourceMap): SourceMap {
    if (this.cleanLength !== next.sourceLength) {
      throw new RangeError(`maps do not fit: ${this.cleanLength} code units out, ${next.sourceLength} in`);
    }
    const out: number[] = [];
    const a = cursor(this.#pairs, "clean");
    const b = cursor(next.#pairs, "source");
    // Replacements that touch are gathered into one pair: neither side is cut inside them.
    let from = 0;
    let to = 0;
    let dirty = false;
    const flush = (): void => {
      if (dirty) push(out, from, to);
      from = 0;
      to = 0;
      dirty = false;
    };
    while (!a.done() || !b.done()) {
      // Source text removed by the first map, clean text inserted by the second: no middle text is used.
      if (!a.done() && a.middle() === 0) {
        from += a.other();
        dirty = true;
        a.next(0);
        continue;
      }
      if (!b.done() && b.middle() === 0) {
        to += b.other();
        dirty = true;
        b.next(0);
        continue;
      }
      if (a.kept() && b.kept()) {
        const step = Math.min(a.middle(), b.middle());
        flush();
        push(out, step, -1);
        a.next(step);
        b.next(step);
        continue;
      }
      // At least one side replaces: take both forward until they stand at a common border.
      let ahead = 0; // middle units taken from a, less those taken from b
      dirty = true;
      do {
        if (ahead <= 0) {
          const step = a.kept()
            ? ahead < 0
              ? Math.min(a.middle(), -ahead)
              : Math.min(a.middle(), b.middle())
            : a.middle();
          from += a.kept() ? step : a.other();
          a.next(step);
          ahead += step;
        } else {
          const step = b.kept() ? Math.min(b.middle(), ahead) : b.middle();
          to += b.kept() ? step : b.other();
          b.next(step);
          ahead -= step;
        }
      } while (ahead !== 0);
    }
    flush();
    return SourceMap.of(out);
  }

  /** Turns the map round: what was the source is the clean text. */
  invert(): SourceMap {
    const pairs: number[] = [];
    for (let i = 0; i < this.#pairs.length; i += 2) {
      const from = at(this.#pairs, i);
      const to = at(this.#pairs, i + 1);
      if (to < 0) pairs.push(from, -1);
      else pairs.push(to, from);
    }
    return SourceMap.of(pairs);
  }

  /** Throws unless the map fits the two texts, kept sections of which may differ in script but not in length. */
  check(source: string, clean: string): void {
    if (source.length !== this.sourceLength || clean.length !== this.cleanLength) {
      throw new RangeError(
        `the map is for ${this.sourceLength} → ${this.cleanLength} code units, the texts have ${source.length} → ${clean.length}`,
      );
    }
  }

  #map(position: number, edge: Edge, forward: boolean): number {
    const limit = forward ? this.sourceLength : this.cleanLength;
    if (!Number.isInteger(position) || position < 0 || position > limit) {
      throw new RangeError(
        `position ${position} is outside the ${forward ? "source" : "clean text"} (length ${limit})`,
      );
    }
    const borders = forward
      ? (this.#sourceBorders ??= bordersOf(this.#pairs, 0))
      : (this.#cleanBorders ??= bordersOf(this.#pairs, 1));
    // An "end" position stops at the first border it meets, a "start" position at the last.
    const section = firstBorder(borders.near, position, edge === "end");
    if (section === borders.near.length) return forward ? this.cleanLength : this.sourceLength;
    const near = section === 0 ? 0 : at(borders.near, section - 1);
    const far = section === 0 ? 0 : at(borders.far, section - 1);
    if (at(this.#pairs, 2 * section + 1) < 0) return far + (position - near);
    return edge === "end" && position > near ? at(borders.far, section) : far;
  }
}

/** Where the sections of a map end, in the text of one side (`near`) and in the other (`far`). */
interface Borders {
  readonly near: readonly number[];
  readonly far: readonly number[];
}

/** Adds up the sections, seen from the source (0) or from the clean text (1). */
function bordersOf(pairs: readonly number[], side: 0 | 1): Borders {
  const near: number[] = [];
  const far: number[] = [];
  let source = 0;
  let clean = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const to = at(pairs, i + 1);
    source += at(pairs, i);
    clean += to < 0 ? at(pairs, i) : to;
    near.push(side === 0 ? source : clean);
    far.push(side === 0 ? clean : source);
  }
  return { near, far };
}

/** Index of the first border that is at the position or behind it (`touching`), or surely behind it. */
function firstBorder(borders: readonly number[], position: number, touching: boolean): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const border = at(borders, middle);
    if (touching ? border >= position : border > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

function at(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new RangeError(`index ${index} is outside the list (length ${list.length})`);
  return value;
}

/** Adds a pair to a list, merging it with the last one where both are of one kind. */
function push(pairs: number[], from: number, to: number): void {
  if (from === 0 && to <= 0) return;
  const last = pairs.length - 2;
  const lastTo = pairs[last + 1];
  if (lastTo !== undefined && lastTo < 0 === to < 0) {
    pairs[last] = at(pairs, last) + from;
    if (to >= 0) pairs[last + 1] = lastTo + to;
    return;
  }
  pairs.push(from, to);
}

interface Cursor {
  done(): boolean;
  kept(): boolean;
  /** What is left of the section in the text that both maps share. */
  middle(): number;
  /** The section's length in the text on the far side. */
  other(): number;
  /** Goes on by `step` units of the middle text, or past the section where that ends it. */
  next(step: number): void;
}

function cursor(pairs: readonly number[], middle: "source" | "clean"): Cursor {
  let i = 0;
  let used = 0;
  const lengths = (): { mid: number; far: number; kept: boolean } => {
    const from = at(pairs, i);
    const to = at(pairs, i + 1);
    if (to < 0) return { mid: from - used, far: from - used, kept: true };
    return middle === "clean" ? { mid: to, far: from, kept: false } : { mid: from, far: to, kept: false };
  };
  return {
    done: () => i >= pairs.length,
    kept: () => lengths().kept,
    middle: () => lengths().mid,
    other: () => lengths().far,
    next: (step) => {
      const section = lengths();
      if (section.kept && step < section.mid) used += step;
      else {
        i += 2;
        used = 0;
      }
    },
  };
}
