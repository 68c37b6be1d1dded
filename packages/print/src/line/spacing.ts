import { type CharacterKind, isSpaced, westernEnd, westernStart } from "./character.ts";
import type { Kinsoku } from "./breaks.ts";

/** What the spacing of a line needs of a character; lengths in points. */
export interface SpacedCharacter {
  readonly codePoint: number;
  readonly kind: CharacterKind;
  readonly size: number;
  readonly advance: number;
}

/**
 * The spaces of a row of characters, one entry a character, each about the gap *after* it.
 *
 * A gap's natural width may be negative: two marks side by side lose half an em (CLREQ 3.1.6.1).
 * It gives way and grows in CLREQ's order of places: `shrinkLevel` 1 first, 6 last.
 */
export interface Spacing {
  readonly gap: Float64Array;
  readonly shrink: Float64Array;
  readonly shrinkLevel: Float64Array;
  /** How far a Western word space (1) or a gap between scripts (2) may grow before others do. */
  readonly stretch: Float64Array;
  readonly stretchLevel: Float64Array;
  /** 1 where any gap may grow when nothing else helps, 0 inside words, dashes and before note marks. */
  readonly open: Float64Array;
  /** 1 between characters of one word, which part a little where a line has no gap at all. */
  readonly letters: Float64Array;
  /** Change of width when the character starts a line: an opening mark loses its blank half. */
  readonly atStart: Float64Array;
  /** Change of width when it ends one (GB/T 15834-2011, 5.1.10: a mark at a line end is half an em). */
  readonly atEnd: Float64Array;
}

/** Shrink levels, CLREQ 3.2.3: line-end marks are halved always, then these in order. */
export const shrinkLevels = 6;
const wordSpace = 1;
const interpunct = 2;
const bracket = 3;
const pause = 4;
const betweenScripts = 5;
const fullStop = 6;

/** Measures the spaces between characters. */
export function spacingOf(characters: readonly SpacedCharacter[], kinsoku: Kinsoku): Spacing {
  const count = characters.length;
  const spacing: Spacing = {
    gap: new Float64Array(count),
    shrink: new Float64Array(count),
    shrinkLevel: new Float64Array(count),
    stretch: new Float64Array(count),
    stretchLevel: new Float64Array(count),
    open: new Float64Array(count),
    letters: new Float64Array(count),
    atStart: new Float64Array(count),
    atEnd: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const a = characters[i];
    if (a === undefined) continue;
    const b = characters[i + 1];
    if (a.kind === "han") {
      // Most pairs by far.
      if (b?.kind === "han") spacing.open[i] = 1;
      else if (b !== undefined) between(spacing, i, a, b, kinsoku);
      continue;
    }
    if (a.kind === "opening" && isFullWidth(a)) spacing.atStart[i] = -a.size / 2;
    if (a.kind === "space") spacing.atEnd[i] = -a.advance;
    else if (hasBlankRight(a)) spacing.atEnd[i] = -a.size / 2;
    // An interpunct that ends a line keeps half an em, like any mark there.
    else if (a.kind === "interpunct" && isFullWidth(a)) spacing.atEnd[i] = -a.size / 4;
    if (b !== undefined) between(spacing, i, a, b, kinsoku);
  }
  return spacing;
}

function between(spacing: Spacing, i: number, a: SpacedCharacter, b: SpacedCharacter, kinsoku: Kinsoku): void {
  const em = a.kind === "mark" ? b.size : a.size;
  const give = (amount: number, level: number): void => {
    spacing.shrink[i] = amount;
    spacing.shrinkLevel[i] = level;
  };
  spacing.open[i] = mayOpen(a.kind, b.kind) ? 1 : 0;
  spacing.letters[i] = a.kind === "western" && b.kind === "western" && mayPart(a, b) ? 1 : 0;
  const right = hasBlankRight(a);
  const left = b.kind === "opening" && isFullWidth(b);
  if (right && (hasBlankRight(b) || b.kind === "mark")) {
    spacing.gap[i] = -em / 2;
  } else if (right && left) {
    spacing.gap[i] = -em / 2;
    give(em / 2, levelOf(a.kind));
  } else if (a.kind === "opening" && left && isFullWidth(a)) {
    spacing.gap[i] = -em / 2;
  } else if (right) {
    give(em / 2, levelOf(a.kind));
  } else if (left) {
    give(em / 2, bracket);
  } else if (a.kind === "interpunct" || b.kind === "interpunct") {
    if (kinsoku !== "gb" && isFullWidth(a.kind === "interpunct" ? a : b)) give(em / 4, interpunct);
  } else if (a.kind === "space") {
    // An ideographic space is as wide as it was typed.
    if (a.codePoint === 0x3000) return;
    give(Math.max(0, a.advance - em / 4), wordSpace);
    spacing.stretch[i] = Math.max(0, em / 2 - a.advance);
    spacing.stretchLevel[i] = 1;
  } else if (isScriptBorder(a, b)) {
    spacing.gap[i] = em / 4;
    give(em / 8, betweenScripts);
    // CLREQ 3.2.3 lets it grow to half an em; beyond a third the gaps around a number look like holes.
    spacing.stretch[i] = em / 12;
    spacing.stretchLevel[i] = 2;
  }
}

function levelOf(kind: CharacterKind): number {
  return kind === "stop" ? fullStop : kind === "comma" ? pause : bracket;
}

function hasBlankRight(character: SpacedCharacter): boolean {
  const { kind } = character;
  return (kind === "closing" || kind === "comma" || kind === "stop") && isFullWidth(character);
}

function isFullWidth(character: SpacedCharacter): boolean {
  return character.advance > character.size * 0.9;
}

function isScriptBorder(a: SpacedCharacter, b: SpacedCharacter): boolean {
  if (a.kind === "han" && b.kind === "western") return isSpaced(b.codePoint);
  if (a.kind === "western" && b.kind === "han") return isSpaced(a.codePoint);
  return false;
}

/** No sign is parted from the word or number that it opens or closes. */
function mayPart(a: SpacedCharacter, b: SpacedCharacter): boolean {
  return !westernStart.has(a.codePoint) && !westernEnd.has(b.codePoint);
}

function mayOpen(a: CharacterKind, b: CharacterKind): boolean {
  if (b === "mark" || b === "space") return false;
  if (a === "space") return true;
  if (a === "western" && b === "western") return false;
  if ((a === "dash" && b === "dash") || (a === "ellipsis" && b === "ellipsis")) return false;
  if (a === "connector" || b === "connector" || b === "postfix" || a === "prefix") return false;
  if ((a === "western" && b === "dash") || (a === "dash" && b === "western")) return false;
  return true;
}
