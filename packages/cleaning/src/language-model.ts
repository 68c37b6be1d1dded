import { isHan } from "./characters.ts";
import { codeOf } from "./gbk-table.ts";
import { type Lexicon, bitsOf, lexicon, numberLimit } from "./lexicon.ts";
import { simplified } from "./rules/script.ts";
import { borderBits } from "./word-borders.ts";

/**
 * What a text costs so far, in bits, as the cheapest way to cut it into words: after its last character and before
 * each of the last three where a word begins with it, with those characters' numbers. A number of 0 is a border that no word crosses.
 */
export interface Reading {
  readonly bits: number;
  readonly bits1: number;
  readonly bits2: number;
  readonly bits3: number;
  readonly last: number;
  readonly last2: number;
  readonly last3: number;
  /** The last character is a mark. */
  readonly mark: string;
  /** The last character as a folded code unit. */
  readonly unit: number;
}

/** Nothing was read yet. */
export const nothingRead: Reading = {
  bits: 0,
  bits1: 0,
  bits2: 0,
  bits3: 0,
  last: 0,
  last2: 0,
  last3: 0,
  mark: "",
  unit: 0x0a,
};

/** More of a page than this teaches no more about its language. */
const mostText = 60_000;
/** How much of a page's own words count, by their length: the rest is the lexicon's. */
const shares = [0, 0.2, 0.4, 0.3, 0.3];
/** What it costs more, in bits, that a character is a word by itself. */
const alonePrice = 1;
/** What a form of a character costs, in bits, where the page writes another. */
const strangeForm = 6;
/** What a character costs that nobody knows: U+FFFD stands for it. */
const unknownBits = 14;

let plain: LanguageModel | null = null;

/** The model of no page: what the lexicon alone says. */
export function plainModel(): LanguageModel {
  plain ??= new LanguageModel("");
  return plain;
}

/** How likely a text is: words of the lexicon and stretches of the page itself, whichever explain it better. */
export class LanguageModel {
  readonly #lexicon: Lexicon = lexicon();
  /** Numbers of characters by folded code unit: those of the lexicon, then those that only the page has. */
  readonly #numbers = new Uint16Array(65_536);
  #next: number;
  readonly #alone = new Float64Array(65_536);
  readonly #singles = new Float64Array(65_536);
  readonly #twos = new Map<number, number>();
  readonly #threes = new Map<number, number>();
  readonly #fours = new Map<number, number>();
  readonly #raw = new Set<string>();
  #total = 0;
  readonly #traditionalBits: number;
  readonly #simplifiedBits: number;

  constructor(text: string) {
    const { characters } = this.#lexicon;
    for (let i = 0; i < characters.length; i++) this.#numbers[characters.charCodeAt(i)] = i + 1;
    this.#next = characters.length + 1;
    const learnt = text.slice(0, mostText);
    foldAll(learnt);
    let traditional = 0;
    let plain = 0;
    for (const character of learnt) {
      const script = scriptOf(character);
      if (script > 0) traditional++;
      else if (script < 0) plain++;
    }
    this.#traditionalBits = Math.min(10, -Math.log2((traditional + 0.3) / (traditional + plain + 0.6)));
    this.#simplifiedBits = Math.min(10, -Math.log2((plain + 0.3) / (traditional + plain + 0.6)));
    this.learn(learnt);
  }

  /** Takes a text of the page in. */
  learn(text: string): void {
    foldAll(text);
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x0a || unit === 0x0d) {
        a = b = c = 0;
        continue;
      }
      const to = fold(unit);
      // A figure is no part of a word: that a page has 提高31 makes 高31 no likelier.
      const d = to >= 0x30 && to <= 0x39 ? 0 : this.#numberOf(to, true);
      this.#raw.add(text[i] ?? "");
      this.#singles[to] = (this.#singles[to] ?? 0) + 1;
      this.#alone[to] = 0;
      this.#total++;
      if (c !== 0 && d !== 0) {
        count(this.#twos, c * numberLimit + d);
        if (b !== 0) {
          count(this.#threes, (b * numberLimit + c) * numberLimit + d);
          if (a !== 0) count(this.#fours, ((a * numberLimit + b) * numberLimit + c) * numberLimit + d);
        }
      }
      a = b;
      b = c;
      c = d;
    }
  }

  /** How many characters of the page it has learnt from. */
  get size(): number {
    return this.#total;
  }

  /** Tells whether a character stands elsewhere in the page, as it is written. */
  stands(character: string): boolean {
    return this.#raw.has(character);
  }

  /** What a character costs alone, in bits. */
  alone(character: string): number {
    return this.#aloneOf(fold(unitOf(character)));
  }

  /** Tells whether a character is in a word of two to four characters that the lexicon or the page has. */
  isInWord(text: string, at: number): boolean {
    for (let start = Math.max(0, at - 3); start <= at; start++) {
      for (let end = Math.max(start + 2, at + 1); end <= Math.min(text.length, start + 4); end++) {
        const numbers = Array.from(text.slice(start, end), (one) => this.#numberOf(fold(unitOf(one)), false));
        if (!numbers.includes(0) && this.#hasWord(numbers)) return true;
      }
    }
    return false;
  }

  #hasWord(numbers: readonly number[]): boolean {
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    const two = a * numberLimit + b;
    if (numbers.length === 2) return bitsOf(this.#lexicon.two, a, b) < Infinity || this.#twos.has(two);
    const rest = b * numberLimit + c;
    if (numbers.length === 3) return bitsOf(this.#lexicon.three, a, rest) < Infinity;
    return bitsOf(this.#lexicon.four, a, rest * numberLimit + d) < Infinity;
  }

  /** Reads one more character. */
  next(before: Reading, character: string): Reading {
    const unit = fold(unitOf(character));
    const d = this.#numberOf(unit, false);
    const begun = before.bits + borderBits(before.unit, unit);
    let bits = begun + this.#aloneOf(unit) + this.#scriptCost(character) + (d !== 0 && unit >= 0x4e00 ? alonePrice : 0);
    const mark = marks.includes(character) ? character : "";
    if (mark !== "" && before.mark !== "" && !neighbours.has(before.mark + mark)) bits += 7;
    const { last: c, last2: b, last3: a } = before;
    if (d !== 0 && c !== 0) {
      const script = this.#scriptCost(character);
      const total = this.#total;
      const two = least(bitsOf(this.#lexicon.two, c, d), this.#twos.get(c * numberLimit + d), shares[2] ?? 0, total);
      bits = Math.min(bits, before.bits1 + two + script);
      if (b !== 0 && two < Infinity) {
        const rest = c * numberLimit + d;
        const key = b * numberLimit * numberLimit + rest;
        const three = least(bitsOf(this.#lexicon.three, b, rest), this.#threes.get(key), shares[3] ?? 0, total);
        bits = Math.min(bits, before.bits2 + three + script);
      } else if (b !== 0) {
        const three = bitsOf(this.#lexicon.three, b, c * numberLimit + d);
        bits = Math.min(bits, before.bits2 + three + script);
      }
      if (a !== 0 && b !== 0) {
        const rest = (b * numberLimit + c) * numberLimit + d;
        const known = two < Infinity ? this.#fours.get(a * numberLimit * numberLimit * numberLimit + rest) : undefined;
        const four = least(bitsOf(this.#lexicon.four, a, rest), known, shares[4] ?? 0, total);
        bits = Math.min(bits, before.bits3 + four + script);
      }
    }
    return {
      bits,
      bits1: begun,
      bits2: before.bits1,
      bits3: before.bits2,
      last: d,
      last2: c,
      last3: c === 0 ? 0 : b,
      mark,
      unit,
    };
  }

  /** Reads a text on. */
  read(before: Reading, text: string): Reading {
    let state = before;
    for (let i = 0; i < text.length; i++) state = this.next(state, text[i] ?? "");
    return state;
  }

  #numberOf(unit: number, learning: boolean): number {
    const known = this.#numbers[unit] ?? 0;
    if (known !== 0 || !learning || unit === 0xfffd || this.#next >= numberLimit) return known;
    this.#numbers[unit] = this.#next;
    return this.#next++;
  }

  #aloneOf(unit: number): number {
    let bits = this.#alone[unit] ?? 0;
    if (bits === 0) {
      const own = this.#singles[unit] ?? 0;
      bits = -Math.log2(0.85 * chanceOf(unit) + ((shares[1] ?? 0) * own) / (this.#total + 100));
      this.#alone[unit] = bits;
    }
    return bits;
  }

  #scriptCost(character: string): number {
    const script = scriptOf(character);
    if (script === 0) return 0;
    // 傢 is none of a page's forms where it writes 家.
    const plain = String.fromCharCode(fold(unitOf(character)));
    if (plain !== character && !this.#raw.has(character) && this.#raw.has(plain)) return strangeForm;
    const bits = script > 0 ? this.#traditionalBits : this.#simplifiedBits;
    return this.#raw.has(character) ? Math.min(bits, 1) : bits;
  }
}

/** How likely a character is in any text, by folded code unit; 0 where it was not asked for. */
const chances = new Float64Array(65_536);

function chanceOf(unit: number): number {
  let chance = chances[unit] ?? 0;
  if (chance === 0) {
    chance = 2 ** -plainBits(unit);
    chances[unit] = chance;
  }
  return chance;
}

/** What a character costs alone in any text. */
function plainBits(unit: number): number {
  const character = String.fromCharCode(unit);
  const mark = markBits[character];
  if (mark !== undefined) return mark;
  if (unit < 0x80) return 4;
  if (unit === 0xfffd) return unknownBits;
  const { characters, alone } = lexicon();
  const known = characters.indexOf(character);
  if (known >= 0) return alone[known] ?? 20;
  if (unit >= 0xe000 && unit <= 0xf8ff) return 30;
  if (isHan(character)) return codeOf(character) === 0 ? 24 : 22;
  return 20;
}

function count(map: Map<number, number>, key: number): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** The lesser cost of what the lexicon says and what the page says. */
function least(bits: number, own: number | undefined, share: number, total: number): number {
  if (own === undefined) return bits;
  return Math.min(bits, -Math.log2((share * own) / (total + 100)));
}

const marks = "，。、：；！？“”‘’（）《》…—·〈〉【】　";
/** What common marks cost alone. */
const markBits: Readonly<Record<string, number>> = {
  "，": 4.5,
  "。": 5.5,
  "、": 6,
  "“": 7.5,
  "”": 7.5,
  "：": 8,
  "；": 9,
  "（": 9,
  "）": 9,
  "《": 9.5,
  "》": 9.5,
  "！": 10,
  "？": 10,
  "‘": 12,
  "’": 12,
  "…": 11,
  "—": 10,
  "·": 12,
  "〈": 15,
  "〉": 15,
  "【": 13,
  "】": 13,
  "　": 11,
  "\n": 6,
  "％": 11,
};
/** Marks that may stand side by side. */
const neighbours: ReadonlySet<string> = new Set(
  (
    "。” ”。 ”， ”、 ”； ”： ”） ”（ ：“ ，“ 。“ 、“ （“ “（ “《 》” ！” ？” ，” ；“ …… —— …” “… ）” ）， ）。 ）、 ）； ）： （《 》（ 》） 》， 》。 》、 》《 ，《 、《 " +
    "：《 。《 》； 》： ”“ ！！ ？？ ！？ ？！ ？“ ！“ 。（ ，（ ：（ ’” “‘ ’， ’。 ：‘ ’、 、‘ …。 …， —“ ”— …、 》— —《 　　 　“ 　（ 　《 。　 ”　 ”！ ”？ ）” ）《 】“ 。）" +
    " ！） ？） 。【 】（"
  ).split(" "),
);

function unitOf(character: string): number {
  return character === "" ? 0 : character.charCodeAt(character.length - 1);
}

/** The folded form of a code unit plus one; 0 where it was not asked for. */
const folded = new Uint32Array(65_536);

/** Folds what is new in a text at once: one conversion of many characters costs little more than that of one. */
export function foldAll(text: string): void {
  const units = [...new Set(text)].filter((one) => one.length === 1 && (folded[one.charCodeAt(0)] ?? 0) === 0);
  const plain = units.filter((one) => !narrow.includes(one));
  if (plain.length === 0) return;
  // Each on a line of its own, so that no phrase is converted.
  const converted = simplified(plain.join("\n")).split("\n");
  plain.forEach((one, i) => {
    const to = converted[i] ?? "";
    folded[one.charCodeAt(0)] = (to.length === 1 ? to : one).charCodeAt(0) + 1;
  });
}

const narrow = "!,:;?()\n";

/** Half-width marks count as their full-width fellows, traditional characters as simplified. */
function fold(unit: number): number {
  const known = folded[unit] ?? 0;
  if (known !== 0) return known - 1;
  const character = String.fromCharCode(unit);
  const at = narrow.indexOf(character);
  const to = at < 0 ? simplified(character) : ("！，：；？（）"[at] ?? character);
  const result = to.length === 1 ? to.charCodeAt(0) : unit;
  folded[unit] = result + 1;
  return result;
}

/** By code unit: 1 for what either script writes, 2 for simplified alone, 3 for traditional alone; 0 where not asked for. */
const scripts = new Uint8Array(65_536);
let big5: ReadonlySet<string> | null = null;

/** 1 for a character that only traditional script writes, -1 for one that only simplified script writes, else 0. */
function scriptOf(character: string): -1 | 0 | 1 {
  const unit = character.charCodeAt(0);
  if (!(unit >= 0x4e00 && unit <= 0x9fff)) return 0;
  let script = scripts[unit] ?? 0;
  if (script === 0) {
    const code = codeOf(character);
    const national = code >> 8 >= 0xb0 && code >> 8 <= 0xf7 && (code & 255) >= 0xa1;
    if (national) script = (big5 ??= big5Characters()).has(character) ? 1 : 2;
    else script = fold(unit) === unit ? 1 : 3;
    scripts[unit] = script;
  }
  return script === 2 ? -1 : script === 3 ? 1 : 0;
}

/** What Big5 has, and so what traditional script writes. */
function big5Characters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xa4; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder("big5").decode(Uint8Array.from(bytes)));
}
