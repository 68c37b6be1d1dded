import { fold, foldAll, scriptOf } from "../gbk/folding.ts";
import type { Choice } from "./choice.ts";
import { type PageContext, PageModel } from "./page-model.ts";
import { type Cut, chanceOfNext, chancesOfNext, cutAfter, firstCut, shareOfOther } from "./word-lattice.ts";
import { type WordModel, childOf, numberLimit, wordModel } from "./word-model.ts";

/**
 * What a text costs so far: `bits` is −log2 of how likely a text is that begins so, all ways to cut it into words
 * taken together, the last of which may go on. The difference of two texts' bits is how much likelier one is.
 */
export interface Reading {
  readonly bits: number;
  /** The numbers of the last characters; 0 where no word of the page goes on. */
  readonly last: number;
  readonly last2: number;
  readonly last3: number;
  /** The last character, where it is a mark. */
  readonly mark: string;
  /** The last character as a folded code unit. */
  readonly unit: number;
  /** The last character's number in the table of words. */
  readonly number: number;
  /** How the text may be cut into words, and how it could be before the last character; made when it is read on. */
  cut: Cut | null;
  before: Cut | null;
  /** What the page has after the last characters; made when it is read on. */
  known: PageContext | null;
}

/** Nothing was read yet. */
export const nothingRead: Reading = {
  bits: 0,
  last: 0,
  last2: 0,
  last3: 0,
  mark: "",
  unit: 0x0a,
  number: 0,
  cut: null,
  before: null,
  known: null,
};

/** What was read before, as if it cost nothing: what follows depends on it all the same. */
export function freed(reading: Reading): Reading {
  return { ...reading, bits: 0 };
}

/** More of a page than this teaches no more about its language. */
const mostText = 60_000;
/** What a form of a character costs, in bits, where the page writes another. */
const strangeForm = 6;
/** What it costs, in bits, that two marks stand side by side that do not. */
const strangeMarks = 7;

let plain: LanguageModel | null = null;

/** The model of no page: what the words alone say. */
export function plainModel(): LanguageModel {
  plain ??= new LanguageModel("");
  return plain;
}

/** How likely a text is: words, pairs of words and what the page itself has. */
export class LanguageModel {
  readonly #words: WordModel = wordModel();
  readonly #page: PageModel;
  /** Numbers of characters by folded code unit: those of the words, then those that only the page has. */
  readonly #numbers: Uint16Array;
  #next: number;
  /** By code unit: 1 for those that the page has, 2 for those that it has in some form, folded. */
  readonly #seen = new Uint8Array(65_536);
  readonly #first: Cut;
  /** What characters cost alone, by folded code unit; 0 where it was not asked for. */
  #alone: Float32Array | null = null;
  readonly #traditionalBits: number;
  readonly #simplifiedBits: number;

  constructor(text: string) {
    this.#numbers = numbersOf(this.#words).slice();
    this.#next = this.#words.characters.length + 1;
    this.#first = firstCut(this.#words);
    const learnt = text.slice(0, mostText);
    this.#page = new PageModel(learnt.length);
    foldAll(learnt);
    let traditional = 0;
    let simple = 0;
    for (let i = 0; i < learnt.length; i++) {
      const script = scriptOf(learnt.charCodeAt(i));
      if (script > 0) traditional++;
      else if (script < 0) simple++;
    }
    this.#traditionalBits = Math.min(10, -Math.log2((traditional + 0.3) / (traditional + simple + 0.6)));
    this.#simplifiedBits = Math.min(10, -Math.log2((simple + 0.3) / (traditional + simple + 0.6)));
    this.#learn(learnt);
  }

  /** Takes a text of the page in. */
  learn(text: string): void {
    this.#alone = null;
    foldAll(text);
    this.#learn(text);
  }

  /** The same where all was folded already. */
  #learn(text: string): void {
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = 0; i < text.length; i++) {
      const raw = text.charCodeAt(i);
      if (raw === 0x0a || raw === 0x0d) {
        a = b = c = 0;
        continue;
      }
      const unit = fold(raw);
      const d = this.#numberOf(unit, true);
      this.#seen[raw] = (this.#seen[raw] as number) | 1;
      this.#seen[unit] = (this.#seen[unit] as number) | 2;
      this.#page.learn(a, b, c, d, unit);
      a = b;
      b = c;
      c = d;
    }
  }

  /** How many characters of the page it has learnt from. */
  get size(): number {
    return this.#page.size;
  }

  /** Tells whether a character stands elsewhere in the page, as it is written. */
  stands(character: string): boolean {
    return ((this.#seen[unitOf(character)] as number) & 1) === 1;
  }

  /** What a character costs alone, in bits. */
  alone(character: string): number {
    const unit = fold(unitOf(character));
    const known = (this.#alone ??= new Float32Array(65_536));
    let bits = known[unit] as number;
    if (bits === 0) {
      bits = -Math.log2(0.85 * this.#chanceAlone(unit) + (0.2 * this.#page.countOf(unit)) / (this.size + 100));
      known[unit] = bits;
    }
    return bits;
  }

  /** Tells whether a character is in a word of two to four characters that is known, or two that the page has. */
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
    const [first = 0, second = 0] = numbers;
    if (numbers.length === 2 && this.#page.hasPair(first, second)) return true;
    const { tree } = this.#words;
    let node = 0;
    for (const number of numbers) {
      node = childOf(tree, node, number);
      if (node === 0) return false;
    }
    return tree.ends[node] === 1;
  }

  /** What a text costs with one more character. */
  bitsAfter(before: Reading, character: string): number {
    const raw = unitOf(character);
    const unit = fold(raw);
    const number = this.#words.classes[unit] as number;
    const known = (before.known ??= this.#page.contextOf(before.last3, before.last2, before.last));
    const own = this.#numberOf(unit, false);
    const any = chanceOfNext(this.#words, this.#cutOf(before), number, unit);
    const chance = this.#page.chanceOf(known, own, unit, any);
    const strange =
      isMark[unit] === 1 && before.mark !== "" && !neighbours.has(before.mark + String.fromCharCode(unit));
    return before.bits - Math.log2(chance) + this.#scriptCost(raw, unit) + (strange ? strangeMarks : 0);
  }

  /** Makes a choice of characters. */
  choiceOf(characters: readonly string[]): Choice {
    const { classes, tree } = this.#words;
    const size = characters.length;
    const choice: Choice = {
      characters,
      all: Uint16Array.from(characters, (_one, k) => k),
      units: new Uint16Array(size),
      numbers: new Uint16Array(size),
      shares: new Float64Array(size),
      from: new Int32Array(size),
      to: new Int32Array(size),
      marks: new Uint8Array(size),
      own: new Uint16Array(size),
      forms: new Float64Array(size),
      learnt: -1,
      bits: new Float64Array(size),
    };
    for (let k = 0; k < size; k++) {
      const unit = fold(unitOf(characters[k] ?? ""));
      const number = classes[unit] as number;
      choice.units[k] = unit;
      choice.numbers[k] = number;
      choice.shares[k] = shareOfOther(unit, number);
      choice.marks[k] = isMark[unit] as number;
      const node = number === 0 ? 0 : childOf(tree, 0, number);
      if (node === 0) continue;
      choice.from[k] = tree.from[node] as number;
      choice.to[k] = tree.to[node] as number;
    }
    return choice;
  }

  /** What a text costs with each character of a choice: `bitsAfter` of each; what was weighed before is forgotten. */
  weigh(before: Reading, choice: Choice): Float64Array {
    return this.weighThese(before, choice, choice.all, choice.all.length);
  }

  /** The same of those at the first of some places, in their order. */
  weighThese(before: Reading, choice: Choice, order: Uint16Array, count: number): Float64Array {
    if (choice.learnt !== this.size) this.#lookUp(choice);
    const { bits, units, own, forms, marks } = choice;
    const known = (before.known ??= this.#page.contextOf(before.last3, before.last2, before.last));
    chancesOfNext(this.#words, this.#cutOf(before), choice, order, count);
    for (let i = 0; i < count; i++) {
      const k = order[i] as number;
      const unit = units[k] as number;
      const chance = this.#page.chanceOf(known, own[k] as number, unit, bits[i] as number);
      const isStrange =
        marks[k] === 1 && before.mark !== "" && !neighbours.has(before.mark + String.fromCharCode(unit));
      bits[i] = before.bits - Math.log2(chance) + (forms[k] as number) + (isStrange ? strangeMarks : 0);
    }
    return bits;
  }

  /** What the page makes of the characters of a choice. */
  #lookUp(choice: Choice): void {
    for (const [k, character] of choice.characters.entries()) {
      choice.own[k] = this.#numberOf(choice.units[k] as number, false);
      choice.forms[k] = this.#scriptCost(unitOf(character), choice.units[k] as number);
    }
    choice.learnt = this.size;
  }

  /** Reads one more character; what that costs may be given. */
  next(before: Reading, character: string, bits: number = this.bitsAfter(before, character)): Reading {
    const unit = fold(unitOf(character));
    const { last, last2 } = before;
    return {
      bits,
      last: this.#numberOf(unit, false),
      last2: last,
      last3: last === 0 ? 0 : last2,
      mark: isMark[unit] === 1 ? String.fromCharCode(unit) : "",
      unit,
      number: this.#words.classes[unit] as number,
      cut: null,
      before: this.#cutOf(before),
      known: null,
    };
  }

  #cutOf(reading: Reading): Cut {
    if (reading.cut === null) {
      const { before, number, unit } = reading;
      if (before === null) return this.#first;
      reading.cut = cutAfter(this.#words, before, number, unit);
      reading.before = null;
    }
    return reading.cut;
  }

  /** Reads a text on. */
  read(before: Reading, text: string): Reading {
    let state = before;
    for (let i = 0; i < text.length; i++) state = this.next(state, text[i] ?? "");
    return state;
  }

  /** A figure is no part of a word: that a page has 提高31 makes 高31 no likelier. */
  #numberOf(unit: number, learning: boolean): number {
    if (unit >= 0x30 && unit <= 0x39) return 0;
    const known = this.#numbers[unit] as number;
    if (known !== 0 || !learning || unit === 0xfffd || this.#next >= numberLimit) return known;
    this.#numbers[unit] = this.#next;
    return this.#next++;
  }

  #chanceAlone(unit: number): number {
    const { alone, classes, chances, other } = this.#words;
    const number = classes[unit] as number;
    if (number !== 0) return 2 ** -(alone[number - 1] as number);
    return shareOfOther(unit, 0) * (1 - (chances[other] as number));
  }

  #scriptCost(raw: number, unit: number): number {
    const script = scriptOf(raw);
    if (script === 0) return 0;
    const stands = ((this.#seen[raw] as number) & 1) === 1;
    // 傢 is none of a page's forms where it writes 家, nor 箇 where it writes 個.
    if (!stands && unit !== raw && this.#seen[unit] !== 0) return strangeForm;
    const bits = script > 0 ? this.#traditionalBits : this.#simplifiedBits;
    return stands ? Math.min(bits, 1) : bits;
  }
}

let numbers: Uint16Array | null = null;

/** The numbers of the characters of words, by code unit; digits and Latin letters have none. */
function numbersOf({ characters }: WordModel): Uint16Array {
  if (numbers !== null) return numbers;
  numbers = new Uint16Array(65_536);
  for (let i = 0; i < characters.length - 1; i++) numbers[characters.charCodeAt(i)] = i + 1;
  return numbers.fill(0, 0x30, 0x80);
}

const marks = "，。、：；！？“”‘’（）《》…—·〈〉【】　";
const isMark = new Uint8Array(65_536);
for (let i = 0; i < marks.length; i++) isMark[marks.charCodeAt(i)] = 1;
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
