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
 * Representation: `[sourceLength, cleanLength]` pairs, flattened into 32-bit integers, in text order. A
 * pair whose second number is −1 is *kept*: its code units stand one for one in both texts (the
 * characters themselves may differ, as 機 and 机 do). Any other pair is *replaced*: its source units
 * became its clean units as a whole (`5:0` a removal, `0:2` an insertion). Two pairs of one kind never
 * stand side by side, and no pair is `0:0`, so equal maps have equal lists. A position is found by
 * bisection among *milestones*, the sums before every sixteenth pair, and a walk from there.
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
  readonly #pairs: Int32Array;
  // Made when a position is first asked for.
  #milestones: Milestones | undefined;

  private constructor(pairs: Int32Array) {
    let source = 0;
    let clean = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const from = pairs[i] ?? 0;
      const to = pairs[i + 1] ?? 0;
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
  static of(pairs: ArrayLike<number>): SourceMap {
    if (pairs.length % 2 !== 0) throw new RangeError(`a source map needs pairs, got ${pairs.length} numbers`);
    const merged = new PairList(pairs.length / 2);
    for (let i = 0; i < pairs.length; i += 2) {
      const from = pairs[i] ?? 0;
      const to = pairs[i + 1] ?? 0;
      if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < -1) {
        throw new RangeError(`a source map section cannot be ${from}:${to}`);
      }
      merged.push(from, to);
    }
    return new SourceMap(merged.take());
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
    for (const { source, clean, kept } of this.sections()) words.push(kept ? `${source}` : `${source}:${clean}`);
    return words.join(" ");
  }

  /** Writes the one-line notation, so that `JSON.stringify` keeps maps short and readable. */
  toJSON(): string {
    return this.toString();
  }

  /** The sections in text order: how many code units of each text, and whether they are kept one for one. */
  *sections(): Generator<{ readonly source: number; readonly clean: number; readonly kept: boolean }> {
    for (let i = 0; i < this.#pairs.length; i += 2) {
      const source = this.#pairs[i] ?? 0;
      const to = this.#pairs[i + 1] ?? 0;
      yield { source, clean: to < 0 ? source : to, kept: to < 0 };
    }
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
    return new SourceMap(composed(this.#pairs, next.#pairs));
  }

  /** Turns the map round: what was the source is the clean text. */
  invert(): SourceMap {
    const pairs = this.#pairs.slice();
    for (let i = 0; i < pairs.length; i += 2) {
      const to = pairs[i + 1] ?? 0;
      if (to < 0) continue;
      pairs[i + 1] = pairs[i] ?? 0;
      pairs[i] = to;
    }
    return new SourceMap(pairs);
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
    const { source, clean } = (this.#milestones ??= milestonesOf(this.#pairs));
    const passed = forward ? source : clean;
    // A border that the position touches is left behind by a "start", and not by an "end".
    const most = edge === "start" ? position : position - 1;
    let low = 0;
    let high = passed.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((passed[middle] ?? 0) <= most) low = middle;
      else high = middle - 1;
    }
    let near = passed[low] ?? 0;
    let far = (forward ? clean : source)[low] ?? 0;
    for (let i = low * stride; i < this.#pairs.length; i += 2) {
      const from = this.#pairs[i] ?? 0;
      const to = this.#pairs[i + 1] ?? 0;
      const kept = to < 0;
      const length = forward || kept ? from : to;
      const other = kept || !forward ? from : to;
      if (near + length > most) {
        if (kept) return far + (position - near);
        return edge === "end" && position > near ? far + other : far;
      }
      near += length;
      far += other;
    }
    return far;
  }
}

/** Numbers between two milestones: sixteen pairs. */
const stride = 32;

/** How much of each text lies before every sixteenth pair. */
interface Milestones {
  readonly source: Int32Array;
  readonly clean: Int32Array;
}

function milestonesOf(pairs: Int32Array): Milestones {
  const count = Math.max(1, Math.ceil(pairs.length / stride));
  const source = new Int32Array(count);
  const clean = new Int32Array(count);
  let from = 0;
  let to = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    if (i % stride === 0) {
      source[i / stride] = from;
      clean[i / stride] = to;
    }
    const length = pairs[i] ?? 0;
    const other = pairs[i + 1] ?? 0;
    from += length;
    to += other < 0 ? length : other;
  }
  return { source, clean };
}

/** Pairs that are being written, neighbours of one kind in one. */
class PairList {
  readonly #pairs: Int32Array;
  #length = 0;

  /** Makes room for as many pairs as there can be. */
  constructor(most: number) {
    this.#pairs = new Int32Array(most * 2);
  }

  push(from: number, to: number): void {
    if (from === 0 && to <= 0) return;
    const last = this.#length - 2;
    if (last >= 0) {
      const lastTo = this.#pairs[last + 1] ?? 0;
      if (lastTo < 0 === to < 0) {
        this.#pairs[last] = (this.#pairs[last] ?? 0) + from;
        if (to >= 0) this.#pairs[last + 1] = lastTo + to;
        return;
      }
    }
    this.#pairs[this.#length++] = from;
    this.#pairs[this.#length++] = to;
  }

  take(): Int32Array {
    return this.#pairs.slice(0, this.#length);
  }
}

/**
 * Walks over two lists of pairs at once, a (source → middle) and b (middle → clean). Where either replaces, both go
 * forward until they stand at a common border of the middle text: no replacement is cut.
 *
 *   a   5      2:0  3            source 5 2 3
 *   b   4   2:0     2            middle 5   3, clean 4 2
 *   =   4   4:0     2
 */
function composed(a: Int32Array, b: Int32Array): Int32Array {
  const out = new PairList((a.length + b.length) / 2 + 1);
  // The pairs at hand, and what is left of them in the middle text where they are kept.
  let i = 0;
  let j = 0;
  let leftA = middleA(a, 0);
  let leftB = b[0] ?? 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && (a[i + 1] ?? 0) < 0 && (b[j + 1] ?? 0) < 0) {
      const step = Math.min(leftA, leftB);
      out.push(step, -1);
      leftA -= step;
      leftB -= step;
      if (leftA === 0) leftA = middleA(a, (i += 2));
      if (leftB === 0) leftB = b[(j += 2)] ?? 0;
      continue;
    }
    let from = 0;
    let to = 0;
    let ahead = 0; // units of the middle text taken from a, less those taken from b
    do {
      const replacesA = (a[i + 1] ?? 0) >= 0;
      const replacesB = (b[j + 1] ?? 0) >= 0;
      if (ahead > 0 || (ahead === 0 && !(i < a.length && replacesA))) {
        const step = replacesB || ahead === 0 ? leftB : Math.min(leftB, ahead);
        to += replacesB ? (b[j + 1] ?? 0) : step;
        leftB -= step;
        ahead -= step;
        if (leftB === 0) leftB = b[(j += 2)] ?? 0;
      } else {
        const step = replacesA || ahead === 0 ? leftA : Math.min(leftA, -ahead);
        from += replacesA ? (a[i] ?? 0) : step;
        leftA -= step;
        ahead += step;
        if (leftA === 0) leftA = middleA(a, (i += 2));
      }
    } while (ahead !== 0);
    out.push(from, to);
  }
  return out.take();
}

/** How long a pair of the first map is in the middle text. */
function middleA(a: Int32Array, i: number): number {
  const to = a[i + 1] ?? 0;
  return to < 0 ? (a[i] ?? 0) : to;
}
