import type { Language } from "@jianbao/model";
import type { TextFrame } from "../page/page.ts";

/** A part of a text in one language. */
export interface LanguagePart {
  readonly frame: TextFrame;
  /** Null for the document's own. */
  readonly language: "en" | "zh" | null;
}

/** Two words or more of Latin letters with what stands between and within them: Noto Serif SC, not GDP or 5G. */
const latinWords = /[A-Za-z][A-Za-z'’-]+(?: [A-Za-z][A-Za-z'’-]*[A-Za-z])+/gu;
/** Han characters with the marks between them. */
const hanText = /[\p{Script=Han}〇](?:[\p{Script=Han}〇0-9，。、；：？！“”《》（）]*[\p{Script=Han}〇])?/gu;

/**
 * Parts a text where its script tells that the language is another (ISO 14289-1, 7.2): English words in a Chinese
 * document, which a Chinese voice spells out letter by letter, and Han in an English one. A word alone may be a name,
 * an abbreviation or pinyin, and stays. Turned texts are whole.
 */
export function languageParts(frame: TextFrame, language: Language): readonly LanguagePart[] {
  const whole: readonly LanguagePart[] = [{ frame, language: null }];
  if (frame.angle !== undefined) return whole;
  const other = language === "en" ? "zh" : "en";
  const matches = [...frame.text.matchAll(other === "zh" ? hanText : latinWords)];
  if (matches.length === 0) return whole;
  const parts: LanguagePart[] = [];
  let done = 0;
  const add = (end: number, own: LanguagePart["language"]): void => {
    if (end > done) parts.push({ frame: partOf(frame, done, end), language: own });
    done = Math.max(done, end);
  };
  for (const match of matches) {
    add(match.index, null);
    add(match.index + match[0].length, other);
  }
  add(frame.text.length, null);
  return parts;
}

/** The characters of a text from one code unit to another, where they stand. */
function partOf(frame: TextFrame, start: number, end: number): TextFrame {
  const first = Array.from(frame.text.slice(0, start)).length;
  const text = frame.text.slice(start, end);
  const count = Array.from(text).length;
  const left = frame.xs[first] ?? 0;
  return {
    ...frame,
    x: frame.x + left,
    text,
    glyphs: frame.glyphs.slice(first, first + count),
    xs: frame.xs.slice(first, first + count).map((x) => x - left),
  };
}
