/**
 * What every text has that a pattern matches, read from the pattern itself. Where nothing is known, null or less is said.
 */
export interface Needs {
  /** Characters, or pairs of neighbours, of which the match has one. */
  readonly some: ReadonlySet<string> | null;
  /** What the match begins and ends with where it is not empty. */
  readonly first: ReadonlySet<string> | null;
  readonly last: ReadonlySet<string> | null;
  /** The match may have no character. */
  readonly mayBeEmpty: boolean;
  /** The match begins where the text does, and ends where it does. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const none: ReadonlySet<string> = new Set();

/** A place without width: ^, $, and what stands around it. */
const place: Needs = { some: null, first: none, last: none, mayBeEmpty: true, opens: false, closes: false };

/** One character of which nothing is known. */
const anyOne: Needs = { some: null, first: null, last: null, mayBeEmpty: false, opens: false, closes: false };

/** Nothing is known. */
const anything: Needs = { ...anyOne, mayBeEmpty: true };

/** More pairs than these tell too little for what they cost. */
const mostPairs = 60;

/** Reads what a pattern needs; nothing is known of one that has no flag u, or that ignores case or lines. */
export function needsOf({ source, flags }: RegExp): Needs {
  return flags.includes("u") && !/[imv]/u.test(flags) ? new Reader(source).all() : anything;
}

/** How often some of these stand in a text, roughly: a pair of Han characters is rare, a digit is not. */
export function weightOf(some: ReadonlySet<string>): number {
  let weight = 0;
  for (const one of some) weight += one.length > 1 ? 1 : /[\d，。、：；,;:\s]/u.test(one) ? 200 : 12;
  return weight;
}

/** One after the other: `ab`. */
function both(a: Needs, b: Needs): Needs {
  const isJoint = !a.mayBeEmpty && !b.mayBeEmpty && a.last !== null && b.first !== null;
  const pairs = isJoint && a.last.size * b.first.size <= mostPairs ? pairsOf(a.last, b.first) : null;
  const rarest = [a.some, b.some, pairs].filter((some) => some !== null).toSorted((x, y) => weightOf(x) - weightOf(y));
  return {
    some: rarest[0] ?? null,
    first: a.mayBeEmpty ? unionOf([a.first, b.first]) : a.first,
    last: b.mayBeEmpty ? unionOf([a.last, b.last]) : b.last,
    mayBeEmpty: a.mayBeEmpty && b.mayBeEmpty,
    opens: a.opens || (hasNoWidth(a) && b.opens),
    closes: b.closes || (hasNoWidth(b) && a.closes),
  };
}

/** One of several: `a|b`. */
function oneOf(all: readonly Needs[]): Needs {
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  return {
    some: all.some(({ mayBeEmpty }) => mayBeEmpty) ? null : unionOf(all.map(({ some }) => some)),
    first: unionOf(all.map(({ first }) => first)),
    last: unionOf(all.map(({ last }) => last)),
    mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
    opens: all.every(({ opens }) => opens),
    closes: all.every(({ closes }) => closes),
  };
}

function pairsOf(lasts: ReadonlySet<string>, firsts: ReadonlySet<string>): Set<string> {
  const pairs = new Set<string>();
  for (const last of lasts) for (const first of firsts) pairs.add(last + first);
  return pairs;
}

function unionOf(sets: readonly (ReadonlySet<string> | null)[]): Set<string> | null {
  const all = new Set<string>();
  for (const set of sets) {
    if (set === null) return null;
    for (const one of set) all.add(one);
  }
  return all;
}

function hasNoWidth({ first, mayBeEmpty }: Needs): boolean {
  return mayBeEmpty && first?.size === 0;
}

/** One of some characters. */
function charOf(chars: Iterable<string>): Needs {
  const set = new Set(chars);
  return { some: set, first: set, last: set, mayBeEmpty: false, opens: false, closes: false };
}

/** Goes through a pattern's source once. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** `a|b|c`, up to the end or the bracket that closes it. */
  all(): Needs {
    const found = [this.#sequence()];
    while (this.#takes("|")) found.push(this.#sequence());
    return oneOf(found);
  }

  #sequence(): Needs {
    let found = place;
    while (this.#at < this.#source.length && this.#sign !== "|" && this.#sign !== ")")
      found = both(found, this.#repeated(this.#one()));
    return found;
  }

  get #sign(): string {
    return this.#source[this.#at] ?? "";
  }

  #takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #one(): Needs {
    const sign = this.#sign;
    this.#at++;
    switch (sign) {
      case "^":
        return { ...place, opens: true };
      case "$":
        return { ...place, closes: true };
      case ".":
        return anyOne;
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case "\\":
        return this.#escape();
      default:
        // Half of a character beyond the plane: as good as any.
        return sign >= "\uD800" && sign <= "\uDFFF" ? anyOne : charOf([sign]);
    }
  }

  /** `(?:a)`, `(a)`, `(?<name>a)`; of what stands beside the match, `(?=a)` and `(?<!a)`, nothing is asked. */
  #group(): Needs {
    const isBeside = ["?=", "?!", "?<=", "?<!"].some((mark) => this.#takes(mark));
    if (!isBeside && !this.#takes("?:") && this.#takes("?<")) while (!this.#takes(">")) this.#at++;
    const inner = this.all();
    this.#at++;
    return isBeside ? place : inner;
  }

  #repeated(one: Needs): Needs {
    let least = 1;
    if (this.#takes("?") || this.#takes("*")) least = 0;
    else if (this.#takes("{")) {
      const end = this.#source.indexOf("}", this.#at);
      least = Number.parseInt(this.#source.slice(this.#at, end), 10);
      this.#at = end + 1;
    } else if (!this.#takes("+")) return one;
    this.#takes("?");
    return least > 0 ? one : { ...one, some: null, mayBeEmpty: true, opens: false, closes: false };
  }

  /** `[a-z，\d]`; of one that says what it is not, nothing is known. */
  #class(): Needs {
    const isNegated = this.#takes("^");
    let chars: Set<string> | null = new Set();
    while (!this.#takes("]")) {
      const one = this.#takes("\\") ? this.#escaped() : this.#char();
      if (one === null || one.length === 0) chars = null;
      if (this.#sign === "-" && this.#source[this.#at + 1] !== "]") {
        this.#at++;
        const from = one?.charCodeAt(0) ?? 0;
        const to = (this.#takes("\\") ? this.#escaped() : this.#char())?.charCodeAt(0) ?? 0xffff;
        if (to - from > mostPairs) chars = null;
        else for (let code = from; code <= to; code++) chars?.add(String.fromCharCode(code));
      } else for (const char of one ?? "") chars?.add(char);
    }
    return isNegated || chars === null || chars.size > mostPairs ? anyOne : charOf(chars);
  }

  #char(): string | null {
    const char = this.#sign;
    this.#at++;
    return char >= "\uD800" && char <= "\uDFFF" ? null : char;
  }

  #escape(): Needs {
    const sign = this.#sign;
    if (sign === "b" || sign === "B") {
      this.#at++;
      return place;
    }
    if (sign === "k" || (sign >= "1" && sign <= "9")) {
      this.#at = sign === "k" ? this.#source.indexOf(">", this.#at) + 1 : this.#at + 1;
      return anything;
    }
    const chars = this.#escaped();
    return chars === null ? anyOne : charOf(chars);
  }

  /** The characters that an escape stands for; null where they are many. */
  #escaped(): string | null {
    const sign = this.#sign;
    this.#at++;
    if (sign === "d") return "0123456789";
    if (sign === "p" || sign === "P") {
      this.#at = this.#source.indexOf("}", this.#at) + 1;
      return null;
    }
    if (sign === "u" || sign === "x" || sign === "c") {
      const isLong = this.#takes("{");
      const end = isLong ? this.#source.indexOf("}", this.#at) : this.#at + (sign === "u" ? 4 : sign === "x" ? 2 : 1);
      const code = sign === "c" ? Number.NaN : Number.parseInt(this.#source.slice(this.#at, end), 16);
      this.#at = isLong ? end + 1 : end;
      return code <= 0xffff && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : null;
    }
    const control = { n: "\n", r: "\r", t: "\t", v: "\v", f: "\f", 0: "\0" }[sign];
    return /[sSdDwW]/u.test(sign) ? null : (control ?? sign);
  }
}
