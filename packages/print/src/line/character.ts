/**
 * How a character behaves in a line of Chinese (CLREQ 3.1; the names follow UAX #14 where it has one).
 *
 * - `opening`, `closing`: brackets, book-title marks and quotation marks, half of their em blank;
 * - `comma` (，、；：), `stop` (。？！): blank in their right half;
 * - `interpunct`, `connector`, `dash` (—), `ellipsis` (…): marks that stand in the middle of their em;
 * - `prefix` (￥, №) and `postfix` (％, ℃): wide signs that belong to the number after or before them;
 * - `western`: letters, digits and signs that make up words and numbers;
 * - `mark`: the mark of a note.
 */
export type CharacterKind =
  | "han"
  | "opening"
  | "closing"
  | "comma"
  | "stop"
  | "interpunct"
  | "connector"
  | "dash"
  | "ellipsis"
  | "solidus"
  | "prefix"
  | "postfix"
  | "western"
  | "space"
  | "mark";

const kinds = new Map<number, CharacterKind>();
for (const [kind, characters] of [
  ["opening", "（《〈「『【〔〖［｛“‘｟"],
  ["closing", "）》〉」』】〕〗］｝”’｠"],
  ["comma", "，、；："],
  ["stop", "。？！．｡"],
  ["interpunct", "·・‧"],
  ["connector", "～〜–−"],
  ["dash", "—―⸺"],
  ["ellipsis", "…⋯"],
  ["solidus", "／"],
  ["prefix", "￥＄￡№＋±"],
  ["postfix", "％‰℃℉°′″¢"],
  ["space", " \t"],
] as const) {
  for (const character of characters) kinds.set(character.codePointAt(0) ?? 0, kind);
}

/** The kind of a character by itself; what depends on its neighbours is settled by `kindsOf`. */
function kindOf(codePoint: number): CharacterKind {
  const special = kinds.get(codePoint);
  if (special !== undefined) return special;
  return isWide(codePoint) ? "han" : "western";
}

/**
 * The kinds of a row of characters: an apostrophe between letters is Western, as are the marks that
 * both scripts use where the language is not Chinese; a connector between Western letters is a hyphen.
 */
export function kindsOf(codePoints: readonly number[], chinese: boolean): CharacterKind[] {
  return codePoints.map((codePoint, index) => {
    const kind = kindOf(codePoint);
    const shared =
      codePoint === 0x2018 ||
      codePoint === 0x2019 ||
      codePoint === 0x201c ||
      codePoint === 0x201d ||
      codePoint === 0xb7;
    if (shared || codePoint === 0x2013) {
      const before = codePoints[index - 1];
      const after = codePoints[index + 1];
      if (!chinese) return "western";
      const within = before !== undefined && after !== undefined && isLatinLetter(before) && isLatinLetter(after);
      if (within && codePoint === 0x2019) return "western";
    }
    // A minus sign before a digit is part of the number.
    if (codePoint === 0x2212 && isDigit(codePoints[index + 1])) return "western";
    return kind;
  });
}

/** True for 0–9. */
export function isDigit(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x30 && codePoint <= 0x39;
}

/** True for letters of the Latin, Greek and Cyrillic scripts. */
function isLatinLetter(codePoint: number): boolean {
  return (
    (codePoint >= 0x41 && codePoint <= 0x5a) ||
    (codePoint >= 0x61 && codePoint <= 0x7a) ||
    (codePoint >= 0xc0 && codePoint <= 0x24f && codePoint !== 0xd7 && codePoint !== 0xf7) ||
    (codePoint >= 0x370 && codePoint <= 0x52f)
  );
}

/** True for what gets a quarter em of space beside a Han character: letters, digits and signs of numbers. */
export function isSpaced(codePoint: number): boolean {
  return isDigit(codePoint) || isLatinLetter(codePoint) || spacedSigns.has(codePoint);
}

const spacedSigns = new Set([..."%+-−$€£¥@#&°"].map((character) => character.codePointAt(0) ?? 0));

/** Characters that fill an em: ideographs, kana, hangul, full-width forms and the symbols around them. */
function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
    (codePoint >= 0xff00 && codePoint <= 0xff60) ||
    (codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
    (codePoint >= 0x2460 && codePoint <= 0x24ff) ||
    (codePoint >= 0x25a0 && codePoint <= 0x26ff) ||
    (codePoint >= 0x2190 && codePoint <= 0x21ff) ||
    (codePoint >= 0x1f000 && codePoint <= 0x1faff) ||
    codePoint >= 0x20000
  );
}
