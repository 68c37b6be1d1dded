import { isEveryday } from "./everyday.ts";
import { gbkTable } from "./gbk-table.ts";
import { simplified } from "./rules/script.ts";

/** How likely characters follow one another, learnt from the page itself with a prior of everyday characters. */
export class LanguageModel {
  readonly #pairs = new Map<string, number>();
  readonly #singles = new Map<string, number>();
  /** How many different characters follow a character: where many do, a new one is no surprise. */
  readonly #followers = new Map<string, number>();
  #total = 0;

  constructor(text: string) {
    let before = "";
    for (const character of text) {
      if (character === "\n" || character === "\r") {
        before = "";
        continue;
      }
      const folded = foldMark(character);
      this.#singles.set(folded, (this.#singles.get(folded) ?? 0) + 1);
      this.#total++;
      if (before !== "") {
        const known = this.#pairs.get(before + folded) ?? 0;
        if (known === 0) this.#followers.set(before, (this.#followers.get(before) ?? 0) + 1);
        this.#pairs.set(before + folded, known + 1);
      }
      before = folded;
    }
  }

  /** How many characters it has learnt from. */
  get size(): number {
    return this.#total;
  }

  /** Tells whether two characters stand side by side in the page. */
  hasPair(before: string, character: string): boolean {
    return this.#pairs.has(foldMark(before) + foldMark(character));
  }

  /** Tells whether a character is everyday or stands elsewhere in the page. */
  knows(character: string): boolean {
    const folded = foldMark(character);
    return this.#singles.has(folded) || isEveryday(folded) || !/\p{Script=Han}/u.test(folded);
  }

  /** What it costs, in bits, that a character follows another. */
  bits(before: string, character: string): number {
    const a = foldMark(before);
    const b = foldMark(character);
    const single = ((this.#singles.get(b) ?? 0) + 400 * prior(b)) / (this.#total + 400);
    const pair = this.#pairs.get(a + b) ?? 0;
    // Witten and Bell's smoothing.
    const followers = (this.#followers.get(a) ?? 0) + 1;
    return -Math.log2((pair + followers * single) / ((this.#singles.get(a) ?? 0) + followers));
  }

  /** What a text costs, in bits, after a character. */
  cost(before: string, text: string): number {
    let sum = 0;
    let last = before;
    for (const character of text) {
      sum += this.bits(last, character);
      last = character;
    }
    return sum;
  }
}

const folded = new Map<string, string>();

/** Half-width marks count as their full-width fellows, traditional characters as simplified. */
function foldMark(character: string): string {
  let to = folded.get(character);
  if (to === undefined) {
    const at = character === "" ? -1 : "!,:;?()".indexOf(character);
    to = at < 0 ? simplified(character) : ("！，：；？（）"[at] ?? character);
    folded.set(character, to);
  }
  return to;
}

/** How common a character is in any text: level 1 of GB 2312 holds the everyday ones. */
function prior(character: string): number {
  if ("，。、：；！？“”（）《》".includes(character)) return 1 / 200;
  if (isEveryday(character)) return 1 / 1200;
  const unit = character.charCodeAt(0);
  if (unit >= 0xe000 && unit <= 0xf8ff) return 1e-12;
  if (unit < 0x80) return 1 / 5000;
  const code = gbkTable().codes.get(character) ?? 0;
  const lead = code >> 8;
  const trail = code & 255;
  if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) return 1 / 27_000;
  if (lead >= 0xd8 && lead <= 0xf7 && trail >= 0xa1) return 1 / 300_000;
  return unit >= 0x4e00 && unit <= 0x9fff ? 1 / 300_000 : 1e-7;
}
