/**
 * Kinds of characters, 256 of them: digits are one kind, so are Latin letters and spaces, line breaks, tabs and
 * ideographic spaces and what nobody sees, each other sign of ASCII is a kind of its own, and all further code units share what is left,
 * Han characters apart from the rest. A text without a kind surely has no character of it.
 */
const digit = 0;
const space = 1;
const letter = 2;
const unseen = 3;
const lineBreak = 4;
const tab = 5;
const wideSpace = 6;
const firstSign = 7; // of 32
const firstOther = 40;
const firstHan = 100;
const end = 256;

/** What \s matches. */
export const whiteSpace: string =
  "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

/** The kinds of the signs and letters of ASCII and of white space; small, so that it stays at hand. */
const ofAscii: Uint8Array = kindsOfAscii();

function kindsOfAscii(): Uint8Array {
  const all = new Uint8Array(0x80);
  let sign = firstSign;
  for (let unit = 0; unit < 0x80; unit++) {
    if (unit >= 0x30 && unit <= 0x39) all[unit] = digit;
    else if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) all[unit] = letter;
    else if (unit === 0x0a || unit === 0x0d) all[unit] = lineBreak;
    else if (unit === 0x09) all[unit] = tab;
    else if (whiteSpace.includes(String.fromCharCode(unit))) all[unit] = space;
    else all[unit] = unit < 0x20 || unit === 0x7f ? unseen : sign++;
  }
  return all;
}

/** The kind of a code unit; a table of all of them would push others out of the way. */
export function kindOf(unit: number): number {
  if (unit >= 0x3400 && unit <= 0x9fff) return firstHan + (unit % (end - firstHan));
  if (unit < 0x80) return ofAscii[unit] ?? unseen;
  if (unit === 0x3000) return wideSpace;
  if (isUnseen(unit)) return unseen;
  if (isOtherSpace(unit)) return space;
  // ſ and K, which /s/iu and /k/iu match.
  if (unit === 0x17f || unit === 0x212a) return letter;
  return firstOther + (unit % (firstHan - firstOther));
}

/** Joiners, marks of direction, soft hyphens: of what has no width the most. */
function isUnseen(unit: number): boolean {
  if (unit < 0x2000) return unit <= 0x9f || unit === 0xad || unit === 0x34f || unit === 0x61c || unit === 0x180e;
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    unit === 0xfeff ||
    (unit >= 0xfff9 && unit <= 0xfffc)
  );
}

function isOtherSpace(unit: number): boolean {
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    (unit >= 0x2028 && unit <= 0x2029) ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** How many characters of a kind a text has, roughly: a kind that most texts have tells little where it is asked for. */
export function commonness(kind: number): number {
  if (kind === digit) return 12;
  if (kind === space || kind === letter || kind === lineBreak) return 6;
  return kind >= firstHan ? 1.5 : kind >= firstOther ? 3 : 1;
}

/** A set of kinds, a bit for each. */
export class KindSet {
  readonly #a: number;
  readonly #b: number;
  readonly #c: number;
  readonly #d: number;
  readonly #e: number;
  readonly #f: number;
  readonly #g: number;
  readonly #h: number;

  private constructor(bits: Int32Array) {
    this.#a = bits[0] ?? 0;
    this.#b = bits[1] ?? 0;
    this.#c = bits[2] ?? 0;
    this.#d = bits[3] ?? 0;
    this.#e = bits[4] ?? 0;
    this.#f = bits[5] ?? 0;
    this.#g = bits[6] ?? 0;
    this.#h = bits[7] ?? 0;
  }

  /** A set of some kinds. */
  static of(some: Iterable<number>): KindSet {
    scratch.fill(0);
    for (const kind of some) scratch[kind >> 5] = (scratch[kind >> 5] ?? 0) | (1 << (kind & 31));
    return new KindSet(scratch);
  }

  /** The kinds of a text's characters. */
  static ofText(text: string): KindSet {
    scratch.fill(0);
    for (let i = 0; i < text.length; i++) {
      const kind = kindOf(text.charCodeAt(i));
      scratch[kind >> 5] = (scratch[kind >> 5] ?? 0) | (1 << (kind & 31));
    }
    return new KindSet(scratch);
  }

  /** Tells whether two sets have a kind in common. */
  meets(other: KindSet): boolean {
    return (
      ((this.#a & other.#a) |
        (this.#b & other.#b) |
        (this.#c & other.#c) |
        (this.#d & other.#d) |
        (this.#e & other.#e) |
        (this.#f & other.#f) |
        (this.#g & other.#g) |
        (this.#h & other.#h)) !==
      0
    );
  }

  /** The same of a set that was written to a list. */
  meetsWritten(list: Int32Array, at: number): boolean {
    return (
      ((this.#a & (list[at] as number)) |
        (this.#b & (list[at + 1] as number)) |
        (this.#c & (list[at + 2] as number)) |
        (this.#d & (list[at + 3] as number)) |
        (this.#e & (list[at + 4] as number)) |
        (this.#f & (list[at + 5] as number)) |
        (this.#g & (list[at + 6] as number)) |
        (this.#h & (list[at + 7] as number))) !==
      0
    );
  }
}

/** How many numbers of a list a set of kinds takes. */
export const kindWords: number = end / 32;

/** Writes a set of kinds to a list, a bit for each. */
export function writeKinds(list: Int32Array, at: number, some: Iterable<number>): void {
  for (const kind of some) list[at + (kind >> 5)] = (list[at + (kind >> 5)] ?? 0) | (1 << (kind & 31));
}

/** Tells whether the kind of a code unit is in a set that was written to a list. */
export function isWritten(list: Int32Array, at: number, unit: number): boolean {
  const kind = kindOf(unit);
  return (((list[at + (kind >> 5)] ?? 0) >>> (kind & 31)) & 1) === 1;
}

const scratch = new Int32Array(end / 32);

/** What has no width, and controls that are no white space. */
export const unseenKinds: KindSet = KindSet.of([unseen]);
