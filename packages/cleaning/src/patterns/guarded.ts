import { isWritten, kindWords, writeKinds } from "./kinds.ts";
import { knownOf } from "./known.ts";
import { needsOf, weightOf } from "./needs.ts";

/**
 * A pattern that is tried only on texts that can match it.
 *
 * Of the hundreds of patterns that each line is asked for, hardly one matches, and most cannot: the line is too
 * long, begins with another character, has no 日 and no digit. What a pattern needs is read from the pattern itself
 * when it is first used, and the kinds of characters that a text has are found once for all patterns.
 *
 * Law: `guarded(p).test(t) = p.test(t)`, and so for all that it answers.
 */
export interface Guarded {
  /** The pattern itself. */
  readonly pattern: RegExp;
  /** False where the pattern cannot match; else it has to be tried. It holds for a piece of the text if the pattern has neither ^ nor $. */
  mayMatch(text: string): boolean;
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  /** All matches of a pattern with the flag g. */
  all(text: string): readonly RegExpExecArray[];
  /** The text of each match of a pattern with the flag g. */
  found(text: string): string[];
  /** The parts of a text between the matches. */
  split(text: string): string[];
  /** The text with another one for the first match, or for each match of a pattern with the flag g. */
  replaced(text: string, by: string): string;
}

/** Guards a pattern; one with the flag g is searched from the start each time. */
export function guarded(pattern: RegExp): Guarded {
  return new GuardedPattern(pattern);
}

class GuardedPattern implements Guarded {
  readonly pattern: RegExp;
  /** Where its guard begins; −1 before it is first asked for. */
  #guard = -1;

  constructor(pattern: RegExp) {
    this.pattern = pattern;
  }

  test(text: string): boolean {
    if (!this.mayMatch(text)) return false;
    this.pattern.lastIndex = 0;
    return this.pattern.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    if (!this.mayMatch(text)) return null;
    this.pattern.lastIndex = 0;
    return this.pattern.exec(text);
  }

  all(text: string): readonly RegExpExecArray[] {
    if (!this.mayMatch(text)) return [];
    // `matchAll` makes a pattern of its own each time.
    const found: RegExpExecArray[] = [];
    const { pattern } = this;
    if (!pattern.global)
      throw new TypeError(`all matches are asked of a pattern without the flag g: ${pattern.source}`);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      found.push(match);
      if (match[0] === "") pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    }
    return found;
  }

  found(text: string): string[] {
    return this.mayMatch(text) ? (text.match(this.pattern) ?? []) : [];
  }

  split(text: string): string[] {
    return this.mayMatch(text) ? text.split(this.pattern) : [text];
  }

  replaced(text: string, by: string): string {
    return this.mayMatch(text) ? text.replace(this.pattern, by) : text;
  }

  mayMatch(text: string): boolean {
    if (this.#guard < 0) this.#guard = guardOf(this.pattern);
    return lets(this.#guard, text);
  }
}

/** Longer than any text. */
const unbounded = 0x3fff_ffff;

/**
 * What is asked of a text before a pattern is tried: the guards of all patterns in one list, in the order in which they
 * were first asked for, so that those of patterns that are tried in a row lie side by side. Of each guard: the least
 * length, the most, which sets are asked for, and the sets of kinds: what the text begins with, the three rarest that
 * it needs, what it ends with.
 */
let guards = new Int32Array(1024);
let guardsEnd = 0;
const asks = { first: 1, last: 2, a: 4, b: 8, c: 16 } as const;
const setsAt = 3;
const at = {
  first: setsAt,
  a: setsAt + kindWords,
  b: setsAt + 2 * kindWords,
  c: setsAt + 3 * kindWords,
  last: setsAt + 4 * kindWords,
} as const;
const guardLength = setsAt + 5 * kindWords;

/** Reads the guard of a pattern, and tells where it begins. */
function guardOf(pattern: RegExp): number {
  const { least, most, first, last, some, opens, closes } = needsOf(pattern);
  const [a, b, c] = some.toSorted((x, y) => weightOf(x) - weightOf(y));
  const sets = {
    first: opens && least > 0 ? first : null,
    last: closes && least > 0 ? last : null,
    a: a ?? null,
    b: b ?? null,
    c: c ?? null,
  };
  const guard = guardsEnd;
  guardsEnd += guardLength;
  if (guardsEnd > guards.length) {
    const longer = new Int32Array(guards.length * 2);
    longer.set(guards);
    guards = longer;
  }
  guards[guard] = Math.min(least, unbounded);
  guards[guard + 1] = opens && closes && most < unbounded ? most : unbounded;
  for (const name of ["first", "last", "a", "b", "c"] as const) {
    const kinds = sets[name];
    if (kinds === null) continue;
    guards[guard + 2] = (guards[guard + 2] ?? 0) | asks[name];
    writeKinds(guards, guard + at[name], kinds);
  }
  return guard;
}

/** Tells whether a text has what a guard asks for. */
function lets(guard: number, text: string): boolean {
  const { length } = text;
  if (length < (guards[guard] as number) || length > (guards[guard + 1] as number)) return false;
  const asked = guards[guard + 2] as number;
  if ((asked & asks.first) !== 0 && !isWritten(guards, guard + at.first, text.charCodeAt(0))) return false;
  if ((asked & asks.last) !== 0 && !isWritten(guards, guard + at.last, text.charCodeAt(length - 1))) return false;
  if ((asked & asks.a) === 0) return true;
  const { kinds } = knownOf(text);
  return (
    kinds.meetsWritten(guards, guard + at.a) &&
    ((asked & asks.b) === 0 || kinds.meetsWritten(guards, guard + at.b)) &&
    ((asked & asks.c) === 0 || kinds.meetsWritten(guards, guard + at.c))
  );
}
