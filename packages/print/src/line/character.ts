/**
 * How a character behaves in a line of Chinese (CLREQ 3.1; the names follow UAX #14 where it has one).
 *
 * - `opening`, `closing`: brackets, book-title marks and quotation marks, half of their em blank where they fill one;
 * - `comma` (，、；：), `stop` (。？！): blank in their right half;
 * - `interpunct`, `connector` (～ – and a single —), `dash` (of ——), `ellipsis` (…): marks that stand in the middle of their em;
 * - `prefix` (￥, №) and `postfix` (％, ℃): wide signs that belong to the number after or before them;
 * - `solidus`: ／, and / beside a Han character;
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
  ["space", " \t\u3000"],
] as const) {
  for (const character of characters) kinds.set(character.codePointAt(0) ?? 0, kind);
}

/** The kind of a character by itself; what depends on its neighbours is settled by `kindsOf`. */
function kindOf(codePoint: number): CharacterKind {
  // Most characters by far.
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return "han";
  if (isDigit(codePoint)) return "western";
  const special = kinds.get(codePoint);
  if (special !== undefined) return special;
  return isWide(codePoint) ? "han" : "western";
}

/**
 * The kinds of a row of characters. Some marks serve two scripts, and their neighbours tell which: an
 * apostrophe between letters and quotation marks around Latin text within Latin text are Western; a dash
 * by itself is a connector, one of two is not; a slash beside a Han character parts units (GB/T 15834: 分隔号).
 */
export function kindsOf(codePoints: readonly number[], chinese: boolean): CharacterKind[] {
  const kinds: CharacterKind[] = [];
  let western = false;
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i] ?? 0;
    let kind = kindOf(codePoint);
    if (kind !== "han" && kind !== "space" && (kind !== "western" || codePoint === 0x2f || codePoint === 0x22)) {
      if (isOpeningQuote(codePoint)) western = !chinese || isWithinLatin(codePoints, i);
      kind = kindAmong(codePoints, i, kind, chinese, western);
      if (isClosingQuote(codePoint) && !isApostrophe(codePoints, i)) western = false;
    }
    kinds.push(kind);
  }
  if (codePoints.includes(0x22)) pairStraightQuotes(codePoints, kinds);
  return kinds;
}

/** The kind of a mark by its neighbours; `western` tells whether quotation marks stand in Latin text. */
function kindAmong(
  codePoints: readonly number[],
  index: number,
  kind: CharacterKind,
  chinese: boolean,
  western: boolean,
): CharacterKind {
  const codePoint = codePoints[index] ?? 0;
  const before = codePoints[index - 1];
  const after = codePoints[index + 1];
  switch (codePoint) {
    case 0x2018:
    case 0x201c:
    case 0x201d:
      return western || !chinese ? "western" : kind;
    case 0x2019:
      return western || !chinese || isApostrophe(codePoints, index) ? "western" : kind;
    case 0xb7:
    case 0x2013:
      return chinese ? kind : "western";
    case 0x2014:
    case 0x2015:
      return chinese && !isDash(before) && !isDash(after) ? "connector" : kind;
    case 0x2212:
      // A minus sign before a digit is part of the number.
      return isDigit(after) ? "western" : kind;
    case 0x2f:
      return isHan(before) || isHan(after) ? "solidus" : kind;
    default:
      return kind;
  }
}

/** True where a letter follows an opening quotation mark, and Latin text with a blank is before it. */
function isWithinLatin(codePoints: readonly number[], index: number): boolean {
  const outer = codePoints[index - 2];
  return (
    isLatinLetter(codePoints[index + 1]) &&
    codePoints[index - 1] === 0x20 &&
    outer !== undefined &&
    outer > 0x20 &&
    outer < 0x250
  );
}

/** Straight quotation marks say nothing of their side: the first of a pair opens, where all are in pairs. */
function pairStraightQuotes(codePoints: readonly number[], kinds: CharacterKind[]): void {
  const places = codePoints.flatMap((codePoint, index) => (codePoint === 0x22 ? [index] : []));
  if (places.length % 2 !== 0) return;
  places.forEach((place, index) => {
    kinds[place] = index % 2 === 0 ? "opening" : "closing";
  });
}

function isApostrophe(codePoints: readonly number[], index: number): boolean {
  return codePoints[index] === 0x2019 && isLatinLetter(codePoints[index - 1]) && isLatinLetter(codePoints[index + 1]);
}

function isOpeningQuote(codePoint: number): boolean {
  return codePoint === 0x2018 || codePoint === 0x201c;
}

function isClosingQuote(codePoint: number): boolean {
  return codePoint === 0x2019 || codePoint === 0x201d;
}

function isDash(codePoint: number | undefined): boolean {
  return codePoint === 0x2014 || codePoint === 0x2015;
}

function isHan(codePoint: number | undefined): boolean {
  return codePoint !== undefined && kindOf(codePoint) === "han";
}

/** True for 0–9. */
export function isDigit(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x30 && codePoint <= 0x39;
}

/** True for letters of the Latin, Greek and Cyrillic scripts. */
function isLatinLetter(codePoint: number | undefined): boolean {
  if (codePoint === undefined) return false;
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

/** Western signs that end no line, as they open what follows. */
export const westernStart: ReadonlySet<number> = new Set([..."([{$@#‘“"].map((character) => character.charCodeAt(0)));

/** Western signs that start no line, as they close what is before them. */
export const westernEnd: ReadonlySet<number> = new Set(
  [...",.;:!?)]}%/'\"’”"].map((character) => character.charCodeAt(0)),
);
