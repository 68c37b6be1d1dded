import { isEveryday } from "./everyday.ts";
import { codeOf } from "./gbk-table.ts";
import { simplified } from "./rules/script.ts";

/** How likely characters follow one another, learnt from the page itself with a prior of everyday characters. */
export class LanguageModel {
  /** Pairs of folded code units, as `first × 65,536 + second`. */
  readonly #pairs = new Map<number, number>();
  readonly #singles = new Uint32Array(65_536);
  /** How many different characters follow a character: where many do, a new one is no surprise. */
  readonly #followers = new Uint32Array(65_536);
  /** How likely a character is by itself; 0 where it was not asked for. */
  readonly #chances = new Float64Array(65_536);
  #total = 0;

  constructor(text: string) {
    foldAll(text);
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const read = text.charCodeAt(i);
      if (read === 0x0a || read === 0x0d) {
        before = 0;
        continue;
      }
      const unit = foldMark(read);
      this.#singles[unit] = (this.#singles[unit] ?? 0) + 1;
      this.#total++;
      if (before !== 0) {
        const pair = before * 65_536 + unit;
        const known = this.#pairs.get(pair) ?? 0;
        if (known === 0) this.#followers[before] = (this.#followers[before] ?? 0) + 1;
        this.#pairs.set(pair, known + 1);
      }
      before = unit;
    }
  }

  /** How many characters it has learnt from. */
  get size(): number {
    return this.#total;
  }

  /** Tells whether two characters stand side by side in the page. */
  hasPair(before: string, character: string): boolean {
    return this.#pairs.has(foldMark(unitOf(before)) * 65_536 + foldMark(unitOf(character)));
  }

  /** Tells whether a character is everyday or stands elsewhere in the page. */
  knows(character: string): boolean {
    const unit = foldMark(unitOf(character));
    return (
      (this.#singles[unit] ?? 0) > 0 ||
      isEveryday(String.fromCharCode(unit)) ||
      !/\p{Script=Han}/u.test(String.fromCharCode(unit))
    );
  }

  /** What it costs, in bits, that a character follows another. */
  bits(before: string, character: string): number {
    return this.#bits(foldMark(unitOf(before)), foldMark(unitOf(character)));
  }

  /** What a text costs, in bits, after a character. */
  cost(before: string, text: string): number {
    let sum = 0;
    let last = foldMark(unitOf(before));
    for (let i = 0; i < text.length; i++) {
      const unit = foldMark(text.charCodeAt(i));
      sum += this.#bits(last, unit);
      last = unit;
    }
    return sum;
  }

  #bits(a: number, b: number): number {
    let single = this.#chances[b] ?? 0;
    if (single === 0) {
      single = ((this.#singles[b] ?? 0) + 400 * prior(b)) / (this.#total + 400);
      this.#chances[b] = single;
    }
    const firsts = this.#singles[a] ?? 0;
    const pair = firsts === 0 ? 0 : (this.#pairs.get(a * 65_536 + b) ?? 0);
    // Witten and Bell's smoothing.
    const followers = (this.#followers[a] ?? 0) + 1;
    return -Math.log2((pair + followers * single) / (firsts + followers));
  }
}

function unitOf(character: string): number {
  return character === "" ? 0 : character.charCodeAt(character.length - 1);
}

/** The folded form of a code unit plus one; 0 where it was not asked for. */
const folded = new Uint32Array(65_536);

/** Folds what is new in a text at once: one conversion of many characters costs little more than that of one. */
function foldAll(text: string): void {
  const units = [...new Set(text)].filter((one) => one.length === 1 && (folded[one.charCodeAt(0)] ?? 0) === 0);
  const plain = units.filter((one) => !marks.includes(one));
  // Each on a line of its own, so that no phrase is converted.
  const converted = simplified(plain.join("\n")).split("\n");
  plain.forEach((one, i) => {
    const to = converted[i] ?? "";
    folded[one.charCodeAt(0)] = (to.length === 1 ? to : one).charCodeAt(0) + 1;
  });
}

const marks = "!,:;?()\n";

/** Half-width marks count as their full-width fellows, traditional characters as simplified. */
function foldMark(unit: number): number {
  const known = folded[unit] ?? 0;
  if (known !== 0) return known - 1;
  const character = String.fromCharCode(unit);
  const at = marks.indexOf(character);
  const to = at < 0 ? simplified(character) : ("！，：；？（）"[at] ?? character);
  const result = to.length === 1 ? to.charCodeAt(0) : unit;
  folded[unit] = result + 1;
  return result;
}

/** How common a character is in any text: level 1 of GB 2312 holds the everyday ones. */
function prior(unit: number): number {
  const character = String.fromCharCode(unit);
  if ("，。、：；！？“”（）《》".includes(character)) return 1 / 200;
  if (isEveryday(character)) return 1 / 1200;
  if (unit >= 0xe000 && unit <= 0xf8ff) return 1e-12;
  if (unit < 0x80) return 1 / 5000;
  const code = codeOf(character);
  const lead = code >> 8;
  const trail = code & 255;
  if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) return 1 / 27_000;
  if (lead >= 0xd8 && lead <= 0xf7 && trail >= 0xa1) return 1 / 300_000;
  return unit >= 0x4e00 && unit <= 0x9fff ? 1 / 300_000 : 1e-7;
}
