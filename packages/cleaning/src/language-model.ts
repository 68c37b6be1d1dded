import { isHan } from "./characters.ts";
import { fold, foldAll, scriptOf } from "./folding.ts";
import { codeOf } from "./gbk-table.ts";
import { type PageContext, PageModel } from "./page-model.ts";
import { type Border, type WordModel, childOf, moreAfter, numberLimit, wordModel } from "./word-model.ts";

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
  /** The words that may end here; null before all. */
  readonly border: Border | null;
  /** The words that may go on: nodes of the tree, the borders where they begin, and how likely it all is. */
  readonly nodes: readonly number[];
  readonly begun: readonly Border[];
  readonly scales: readonly number[];
  /** What the page has after the last characters, once it was asked for. */
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
  border: null,
  nodes: [],
  begun: [],
  scales: [],
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
/** Ways to cut a text that are less likely than this, over all, are left. */
const leastChance = 1e-7;

let plain: LanguageModel | null = null;

/** The model of no page: what the words alone say. */
export function plainModel(): LanguageModel {
  plain ??= new LanguageModel("");
  return plain;
}

/** How likely a text is: words, pairs of words and what the page itself has. */
export class LanguageModel {
  readonly #words: WordModel = wordModel();
  readonly #page = new PageModel();
  /** Numbers of characters by folded code unit: those of the words, then those that only the page has. */
  readonly #numbers = new Uint16Array(65_536);
  #next: number;
  readonly #raw = new Set<string>();
  /** The folded forms of the characters that the page has. */
  readonly #forms = new Set<number>();
  readonly #traditionalBits: number;
  readonly #simplifiedBits: number;

  constructor(text: string) {
    const { characters } = this.#words;
    for (let i = 0; i < characters.length - 1; i++) this.#numbers[characters.charCodeAt(i)] = i + 1;
    for (let unit = 0; unit < 0x80; unit++) if (isDigit(unit) || isLetter(unit)) this.#numbers[unit] = 0;
    this.#next = characters.length + 1;
    const learnt = text.slice(0, mostText);
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
    this.learn(learnt);
  }

  /** Takes a text of the page in. */
  learn(text: string): void {
    foldAll(text);
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
      this.#raw.add(text[i] ?? "");
      this.#forms.add(unit);
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
    return this.#raw.has(character);
  }

  /** What a character costs alone, in bits. */
  alone(character: string): number {
    const unit = fold(unitOf(character));
    return -Math.log2(0.85 * this.#chanceAlone(unit) + (0.2 * this.#page.countOf(unit)) / (this.size + 100));
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

  /** Reads one more character. */
  next(before: Reading, character: string): Reading {
    const raw = unitOf(character);
    const unit = fold(raw);
    const { tree, other, classes } = this.#words;
    const number = classes[unit] as number;
    const border = before.border ?? this.#words.start;
    const nodes: number[] = [];
    const begun: Border[] = [];
    const scales: number[] = [];
    const words: number[] = [];
    const chances: number[] = [];
    let all = 0;
    if (number !== 0) {
      for (let i = -1; i < before.nodes.length; i++) {
        const node = childOf(tree, i < 0 ? 0 : (before.nodes[i] as number), number);
        if (node === 0) continue;
        const from = i < 0 ? border : (before.begun[i] as Border);
        const scale = i < 0 ? 1 : (before.scales[i] as number);
        let first = tree.from[node] as number;
        if (tree.ends[node] === 1) {
          const chance = scale * this.#chanceOf(from, first, first + 1);
          words.push(first);
          chances.push(chance);
          all += chance;
          first++;
        }
        const last = tree.to[node] as number;
        if (first === last) continue;
        const chance = scale * this.#chanceOf(from, first, last);
        if (chance < leastChance) continue;
        nodes.push(node);
        begun.push(from);
        scales.push(scale);
        all += chance;
      }
    }
    const strange = shareOfOther(unit, number) * this.#chanceOf(border, other, other + 1);
    words.push(other);
    chances.push(strange);
    all += strange;
    const scale = 1 / all;
    // Digits are one word, and letters.
    if (unit < 0x80) all *= isDigit(unit) ? 1 / 10 : isLetter(unit) ? 1 / 52 : 1;
    let backoff = 0;
    for (let i = 0; i < words.length; i++) {
      const chance = (chances[i] as number) * scale;
      chances[i] = chance;
      backoff += chance * (this.#words.backoff[words[i] as number] as number);
    }
    for (let i = 0; i < scales.length; i++) scales[i] = (scales[i] as number) * scale;
    const mark = marks.includes(character) ? character : "";
    let cost = this.#scriptCost(raw, unit);
    if (mark !== "" && before.mark !== "" && !neighbours.has(before.mark + mark)) cost += strangeMarks;
    const { last, last2, last3 } = before;
    const known = (before.known ??= this.#page.contextOf(last3, last2, last));
    const d = this.#numberOf(unit, false);
    return {
      bits: before.bits - Math.log2(this.#page.chanceOf(known, d, unit, all)) + cost,
      last: d,
      last2: last,
      last3: last === 0 ? 0 : last2,
      mark,
      unit,
      border: { words, chances, backoff },
      nodes,
      begun,
      scales,
      known: null,
    };
  }

  /** Reads a text on. */
  read(before: Reading, text: string): Reading {
    let state = before;
    for (let i = 0; i < text.length; i++) state = this.next(state, text[i] ?? "");
    return state;
  }

  /** How likely it is that a word of a range stands at a border. */
  #chanceOf({ words, chances, backoff }: Border, from: number, to: number): number {
    const model = this.#words;
    let chance = backoff * ((model.chances[to] as number) - (model.chances[from] as number));
    for (let i = 0; i < words.length; i++) {
      chance += (chances[i] as number) * moreAfter(model, words[i] as number, from, to);
    }
    return Math.max(chance, 0);
  }

  /** A figure is no part of a word: that a page has 提高31 makes 高31 no likelier. */
  #numberOf(unit: number, learning: boolean): number {
    if (isDigit(unit)) return 0;
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
    const stands = this.#raw.has(String.fromCharCode(raw));
    // 傢 is none of a page's forms where it writes 家, nor 箇 where it writes 個.
    if (!stands && unit !== raw && this.#forms.has(unit)) return strangeForm;
    const bits = script > 0 ? this.#traditionalBits : this.#simplifiedBits;
    return stands ? Math.min(bits, 1) : bits;
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** How much of what is no word a character is; little where it could be one. */
function shareOfOther(unit: number, number: number): number {
  if (number !== 0) return 2 ** -20;
  if (unit < 0x80) return 2 ** -7;
  if (unit === 0xfffd) return 2 ** -10;
  if (unit >= 0xe000 && unit <= 0xf8ff) return 2 ** -25;
  const character = String.fromCharCode(unit);
  if (isHan(character)) return codeOf(character) === 0 ? 2 ** -14 : 2 ** -12;
  return 2 ** -10;
}

const marks = "，。、：；！？“”‘’（）《》…—·〈〉【】　";
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
