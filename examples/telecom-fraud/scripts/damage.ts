/**
 * What happens to an article on its way through page spinners, old code pages and corpus cleaners.
 * Each function is one mechanism; none knows the article it is given.
 */
import { Converter } from "opencc-js/cn2t";
import { readings } from "./readings.ts";

const convert = Converter({ from: "cn", to: "t" });
const convertByPhrase = Converter({ from: "cn", to: "tw" });

/** Characters with several traditional forms: a converter that goes by single characters leaves them alone. */
const ambiguous = new Set("后余云范并伙群干里面台制系只于向征松秋冲升");

/** Converts simplified text character by character, as a page spinner does. */
export function toTraditional(text: string): string {
  return [...text].map((character) => (ambiguous.has(character) ? character : convert(character))).join("");
}

/** Converts simplified text phrase by phrase into the characters that Big5 has. */
export function toTraditionalByPhrase(text: string): string {
  return convertByPhrase(text);
}

/** Turns some simplified characters into their traditional forms and leaves the rest. */
export function strayTraditional(text: string, characters: string): string {
  return [...text].map((character) => (characters.includes(character) ? convert(character) : character)).join("");
}

/**
 * Puts a pinyin gloss behind each pair of bytes that is the code of one of `characters`: at every
 * occurrence, and also where the pair straddles two other characters (A9|B0 → a gloss inside both).
 */
export function gloss(bytes: Uint8Array, characters: string, encode: (text: string) => Uint8Array): Uint8Array {
  const glosses = new Map<number, Uint8Array>();
  for (const character of characters) {
    const reading = readings[character];
    if (reading === undefined) throw new RangeError(`no reading for ${character}`);
    const [lead = 0, trail = 0] = encode(character);
    glosses.set((lead << 8) | trail, encode(`(${reading})`));
  }
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    const trail = bytes[i + 1];
    const found = trail === undefined ? undefined : glosses.get((lead << 8) | trail);
    out.push(lead);
    if (found !== undefined && trail !== undefined) {
      out.push(trail, ...found);
      i++;
    }
  }
  return Uint8Array.from(out);
}

/** Overwrites with `?` the lead byte of each 。 that stands directly before “ or ” (A1 A3 A1 B0, A1 A3 A1 B1). */
export function loseLeadByte(bytes: Uint8Array): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let i = 0; i + 3 < bytes.length; i++) {
    const quote = bytes[i + 3];
    if (bytes[i] === 0xa1 && bytes[i + 1] === 0xa3 && bytes[i + 2] === 0xa1 && (quote === 0xb0 || quote === 0xb1)) {
      out[i] = 0x3f;
    }
  }
  return out;
}

const folded: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "！": "!",
  "？": "?",
  "（": "(",
  "）": ")",
};

/** Folds full-width punctuation to ASCII; 。、“”《》 stay. */
export function fold(text: string): string {
  return text.replaceAll(/[，：；！？（）]/gu, (mark) => folded[mark] ?? mark);
}

/** Writes the digits of some figures in full width, as input methods do: `432起` → `４３２起`. */
export function toFullWidth(text: string, figures: readonly string[]): string {
  return figures.reduce((before, figure) => {
    if (!before.includes(figure)) throw new RangeError(`no such figure: ${figure}`);
    const wide = figure.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    return before.replaceAll(figure, wide);
  }, text);
}

/** Breaks the text over a blank line at the bars of `left|right`, as a newspaper's columns do in mid-sentence. */
export function breakColumns(text: string, places: readonly string[]): string {
  let broken = text;
  for (const place of places) {
    const [left = "", right = ""] = place.split("|");
    const at = broken.indexOf(left + right);
    if (at < 0) throw new RangeError(`no such place to break at: ${place}`);
    broken = `${broken.slice(0, at + left.length)}\n\n${broken.slice(at + left.length)}`;
  }
  return broken;
}

/** Puts an English word in the place of a Chinese one, as a half-finished machine translation does. */
export function strayWord(
  text: string,
  options: { readonly for: string; readonly in: string; readonly word: string },
): string {
  if (!text.includes(options.in)) throw new RangeError(`no such place for a stray word: ${options.in}`);
  return text.replace(options.in, options.in.replace(options.for, ` ${options.word} `));
}

/** Wraps the lines in the codes of a bulletin board: the first as a headline, the others as aligned paragraphs. */
export function toBbcode(text: string): string {
  const [headline = "", ...paragraphs] = text.split("\n");
  return [
    `[b][size=5]${headline}[/size][/b]`,
    ...paragraphs.map((paragraph) => `[align=left][color=#333333]${paragraph}[/color][/align]`),
    "[url=https://bbs.example.com/thread-2008.html]原帖地址[/url]",
  ].join("\n");
}
