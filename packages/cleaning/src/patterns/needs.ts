import { commonness, kindOf, whiteSpace } from "./kinds.ts";

/** Kinds of characters, one of which stands at a place; null where any may. */
type Choice = ReadonlySet<number> | null;

/** What holds for every text that a pattern, or a part of one, matches. Where nothing is known, less is said. */
export interface Needs {
  /** Code units of what is matched. */
  readonly least: number;
  readonly most: number;
  /** Of each of these the text has a kind at least. */
  readonly some: readonly ReadonlySet<number>[];
  /** What the match begins and ends with, where it is not empty. */
  readonly first: Choice;
  readonly last: Choice;
  /** The match begins where the text does, and ends where it does. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const nobody: ReadonlySet<number> = new Set();
const nothing: Needs = { least: 0, most: 0, some: [], first: nobody, last: nobody, opens: false, closes: false };
const anything: Needs = { ...nothing, most: Infinity, first: null, last: null };
/** A character that may be of any kind, and of two code units. */
const anyOne: Needs = { ...anything, least: 1, most: 2 };

/** Reads from a pattern itself what a text must have for it to match. */
export function needsOf({ source, flags }: RegExp): Needs {
  if (flags.includes("v") || !flags.includes("u")) return anything;
  return new Reader(source, flags).all();
}

/** One after the other. */
function both(a: Needs, b: Needs): Needs {
  return {
    least: a.least + b.least,
    most: a.most + b.most,
    some: [...a.some, ...b.some],
    first: a.least > 0 ? a.first : choiceOf([a.first, b.first]),
    last: b.least > 0 ? b.last : choiceOf([a.last, b.last]),
    opens: a.opens || (a.most === 0 && b.opens),
    closes: b.closes || (b.most === 0 && a.closes),
  };
}

/** One of several. */
function oneOf(all: readonly Needs[]): Needs {
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  const rarest = all.map(({ some }) => [...some].sort((a, b) => weightOf(a) - weightOf(b))[0] ?? null);
  const together = choiceOf(rarest);
  return {
    least: Math.min(...all.map(({ least }) => least)),
    most: Math.max(...all.map(({ most }) => most)),
    some: together === null ? [] : [together],
    first: choiceOf(all.map(({ first }) => first)),
    last: choiceOf(all.map(({ last }) => last)),
    opens: all.every(({ opens }) => opens),
    closes: all.every(({ closes }) => closes),
  };
}

function choiceOf(choices: readonly Choice[]): Choice {
  const all = new Set<number>();
  for (const choice of choices) {
    if (choice === null) return null;
    for (const kind of choice) all.add(kind);
  }
  return all;
}

/** How likely a text has one of some kinds, as a rough count. */
export function weightOf(some: ReadonlySet<number>): number {
  let weight = 0;
  for (const kind of some) weight += commonness(kind);
  return weight;
}

/** Goes through a pattern's source once. */
class Reader {
  readonly #signs: readonly string[];
  readonly #folds: boolean;
  readonly #byLine: boolean;
  #at = 0;

  constructor(source: string, flags: string) {
    this.#signs = [...source];
    this.#folds = flags.includes("i");
    this.#byLine = flags.includes("m");
  }

  /** `a|b|c`, up to the end or the bracket that closes it. */
  all(): Needs {
    const found = [this.#sequence()];
    while (this.#takes("|")) found.push(this.#sequence());
    return oneOf(found);
  }

  #sequence(): Needs {
    let found = nothing;
    while (this.#at < this.#signs.length && this.#sign !== "|" && this.#sign !== ")")
      found = both(found, this.#repeated(this.#one()));
    return found;
  }

  get #sign(): string {
    return this.#signs[this.#at] ?? "";
  }

  #takes(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.#signs[this.#at + i] !== text[i]) return false;
    this.#at += text.length;
    return true;
  }

  #one(): Needs {
    const sign = this.#sign;
    this.#at++;
    switch (sign) {
      case "^":
        return this.#byLine ? nothing : { ...nothing, opens: true };
      case "$":
        return this.#byLine ? nothing : { ...nothing, closes: true };
      case ".":
        return anyOne;
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case "\\":
        return this.#escape();
      default:
        return this.#literal(sign.codePointAt(0) ?? 0);
    }
  }

  /** `(?:a)`, `(a)`, `(?<name>a)`; what a text must have beside the match, `(?=a)`, is asked for nowhere in particular. */
  #group(): Needs {
    const beside = this.#takes("?=") || this.#takes("?<=");
    const without = !beside && (this.#takes("?!") || this.#takes("?<!"));
    if (!beside && !without && !this.#takes("?:") && this.#takes("?<")) while (!this.#takes(">")) this.#at++;
    const inner = this.all();
    this.#at++;
    if (without) return nothing;
    return beside ? { ...nothing, some: inner.some } : inner;
  }

  #repeated(one: Needs): Needs {
    let least = 1;
    let most = 1;
    if (this.#takes("?")) least = 0;
    else if (this.#takes("*")) [least, most] = [0, Infinity];
    else if (this.#takes("+")) most = Infinity;
    else if (this.#takes("{")) {
      least = this.#number();
      most = this.#takes(",") ? (this.#sign === "}" ? Infinity : this.#number()) : least;
      this.#at++;
    } else return one;
    this.#takes("?");
    return {
      ...one,
      least: one.least * least,
      most: one.most === 0 || most === 0 ? 0 : one.most * most,
      some: least > 0 ? one.some : [],
      opens: least > 0 && one.opens,
      closes: least > 0 && one.closes,
    };
  }

  #number(): number {
    let digits = "";
    while (this.#sign >= "0" && this.#sign <= "9") {
      digits += this.#sign;
      this.#at++;
    }
    return Number(digits);
  }

  /** `[a-z，\d]` */
  #class(): Needs {
    let choice: Set<number> | null = this.#takes("^") ? null : new Set();
    let most = choice === null ? 2 : 1;
    let last: number | null = null;
    while (!this.#takes("]")) {
      const dash = last !== null && this.#sign === "-" && this.#signs[this.#at + 1] !== "]";
      if (dash) this.#at++;
      const one: Needs | number = this.#takes("\\") ? this.#escaped() : (this.#signs[this.#at++]?.codePointAt(0) ?? 0);
      if (typeof one !== "number") {
        most = Math.max(most, one.most);
        if (one.first === null) choice = null;
        else for (const kind of one.first) choice?.add(kind);
        last = null;
        continue;
      }
      const from: number = dash && last !== null ? last : one;
      last = one;
      if (one > 0xffff) most = 2;
      // Many neighbours are of all kinds.
      if (one > 0xffff || one - from > 500 || this.#foldsOther(one)) choice = null;
      else if (choice !== null) for (let code = from; code <= one; code++) choice.add(kindOf(code));
    }
    return choice === null
      ? { ...anyOne, most }
      : { ...nothing, least: 1, most, some: [choice], first: choice, last: choice };
  }

  #escape(): Needs {
    const one = this.#escaped();
    return typeof one === "number" ? this.#literal(one) : one;
  }

  /** The character that an escape stands for, or what it asks for. */
  #escaped(): Needs | number {
    const sign = this.#sign;
    this.#at++;
    switch (sign) {
      case "d":
        return ofKinds("0");
      case "s":
        return ofKinds(whiteSpace);
      case "w":
        return ofKinds("0a_");
      case "D":
      case "S":
      case "W":
        return anyOne;
      case "p":
      case "P":
        while (!this.#takes("}")) this.#at++;
        return anyOne;
      case "b":
      case "B":
        return nothing;
      case "u":
      case "x":
        return this.#code(sign === "x" ? 2 : 4);
      case "k":
        while (!this.#takes(">")) this.#at++;
        return anything;
      default:
        if (sign >= "1" && sign <= "9") {
          this.#number();
          return anything;
        }
        return controls[sign] ?? sign.codePointAt(0) ?? 0;
    }
  }

  #code(length: number): number {
    const digits = this.#takes("{")
      ? this.#signs.slice(this.#at, this.#signs.indexOf("}", this.#at))
      : this.#signs.slice(this.#at, this.#at + length);
    this.#at += digits.length;
    this.#takes("}");
    return Number.parseInt(digits.join(""), 16);
  }

  #literal(code: number): Needs {
    if (this.#foldsOther(code)) return anyOne;
    const units = String.fromCodePoint(code);
    const first = new Set([kindOf(units.charCodeAt(0))]);
    const last = new Set([kindOf(units.charCodeAt(units.length - 1))]);
    return { ...nothing, least: units.length, most: units.length, some: [first], first, last };
  }

  /** All Latin letters are of one kind; other letters that have two cases are not. */
  #foldsOther(code: number): boolean {
    if (!this.#folds || code < 0x80) return false;
    const character = String.fromCodePoint(code);
    return character.toLowerCase() !== character || character.toUpperCase() !== character;
  }
}

/** One character of the kinds of some. */
function ofKinds(characters: string): Needs {
  const choice = new Set([...characters].map((one) => kindOf(one.charCodeAt(0))));
  return { ...nothing, least: 1, most: 1, some: [choice], first: choice, last: choice };
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 };
