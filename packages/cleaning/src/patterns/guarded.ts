import { KindMarks, KindSet } from "./kinds.ts";
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
  #guard: Guard | undefined;

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
    return (this.#guard ??= new Guard(this.pattern)).lets(text);
  }
}

/** Longer than any text. */
const unbounded = 0x3fff_ffff;

/** What is asked of a text before a pattern is tried. */
class Guard {
  readonly #least: number;
  readonly #most: number;
  readonly #first: KindMarks | null;
  readonly #last: KindMarks | null;
  // The rarest characters that it needs.
  readonly #a: KindSet | null;
  readonly #b: KindSet | null;
  readonly #c: KindSet | null;

  constructor(pattern: RegExp) {
    const { least, most, first, last, some, opens, closes } = needsOf(pattern);
    this.#least = least;
    this.#most = opens && closes && most < unbounded ? most : unbounded;
    this.#first = opens && least > 0 && first !== null ? new KindMarks(first) : null;
    this.#last = closes && least > 0 && last !== null ? new KindMarks(last) : null;
    const [a, b, c] = some
      .map((kinds) => ({ kinds, weight: weightOf(kinds) }))
      .sort((x, y) => x.weight - y.weight)
      .map(({ kinds }) => KindSet.of(kinds));
    this.#a = a ?? null;
    this.#b = b ?? null;
    this.#c = c ?? null;
  }

  lets(text: string): boolean {
    const { length } = text;
    if (length < this.#least || length > this.#most) return false;
    if (this.#first !== null && !this.#first.has(text.charCodeAt(0))) return false;
    if (this.#last !== null && !this.#last.has(text.charCodeAt(length - 1))) return false;
    if (this.#a === null) return true;
    const { kinds } = knownOf(text);
    return kinds.meets(this.#a) && (this.#b?.meets(kinds) ?? true) && (this.#c?.meets(kinds) ?? true);
  }
}
