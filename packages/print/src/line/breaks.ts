import { type CharacterKind, isDigit } from "./character.ts";
import { numeralBreaks } from "./numeral.ts";

/** CLREQ's level of line-start and line-end prohibition. */
export type Kinsoku = "basic" | "gb" | "strict";

/** What the break finder needs of a character. */
export interface BreakCharacter {
  readonly codePoint: number;
  readonly kind: CharacterKind;
}

const hyphenBreak = 60;
const addressBreak = 80;
/** Within a part of an address: better than a line with holes. */
const addressCut = 300;
/** After the interpunct of a foreign name or a title. */
const interpunctBreak = 100;

/**
 * The cost of ending a line after each character: 0 where nothing speaks against it, Infinity where
 * it is forbidden. The last character's cost is 0. `text` is that of the characters without note marks.
 */
export function breakCosts(characters: readonly BreakCharacter[], text: string, kinsoku: Kinsoku): number[] {
  const costs: number[] = [];
  for (let i = 0; i < characters.length; i++) {
    const before = characters[i];
    const after = characters[i + 1];
    costs.push(before === undefined || after === undefined ? 0 : pairCost(before, after, kinsoku));
  }
  keepNumerals(characters, text, costs);
  if (text.includes("://")) openAddresses(characters, costs);
  return costs;
}

/** The cost between two characters by their kinds alone. */
function pairCost(before: BreakCharacter, after: BreakCharacter, kinsoku: Kinsoku): number {
  const a = before.kind;
  const b = after.kind;
  if (b === "mark" || b === "space") return Infinity;
  // CLREQ 3.1.4, line start prohibition: no closing mark, pause, stop, interpunct or connector.
  if (b === "closing" || b === "comma" || b === "stop" || b === "interpunct" || b === "connector") return Infinity;
  if (b === "postfix" || (b === "solidus" && a !== "space")) return Infinity;
  // CLREQ 3.1.4, line end prohibition: no opening mark; the sign before a number stays with it.
  if (a === "opening" || a === "prefix") return Infinity;
  if (a === "solidus" && kinsoku !== "basic") return Infinity; // GB/T 15834: no solidus at a line end
  if (a === "dash" && b === "dash") return Infinity;
  if (a === "ellipsis" && b === "ellipsis") return Infinity;
  if (kinsoku === "strict" && (b === "dash" || b === "ellipsis")) return Infinity;
  if (a === "space") return 0;
  if (a === "western" && b === "western")
    return before.codePoint === 0x2d && !isDigit(after.codePoint) ? hyphenBreak : Infinity;
  if (a === "interpunct") return interpunctBreak;
  if (b === "western" && westernEnd.has(after.codePoint)) return Infinity;
  if (a === "western" && westernStart.has(before.codePoint)) return Infinity;
  return 0;
}

const westernEnd = new Set([...",.;:!?)]}%/'\"’”"].map((character) => character.charCodeAt(0)));
const westernStart = new Set([..."([{$@#‘“"].map((character) => character.charCodeAt(0)));

/** Forbids breaks that would cut a number from its unit, prefix or range. */
function keepNumerals(characters: readonly BreakCharacter[], text: string, costs: number[]): void {
  const { forbidden, costly } = numeralBreaks(text);
  if (forbidden.size === 0 && costly.size === 0) return;
  // Note marks are not in the text: 13.1万起① is a number like any other.
  const indexAt: number[] = [];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index];
    if (character === undefined || character.kind === "mark") continue;
    indexAt.push(index);
    if (character.codePoint > 0xffff) indexAt.push(index);
  }
  for (const position of forbidden) {
    const index = costly.has(position) ? undefined : indexAt[position];
    if (index !== undefined && index > 0) costs[index - 1] = Infinity;
  }
  for (const [position, cost] of costly) {
    const index = indexAt[position];
    if (index !== undefined && index > 0) costs[index - 1] = Math.max(costs[index - 1] ?? 0, cost);
  }
}

/** Lets a web address break after its separators, and elsewhere rather than leave a line with holes. */
function openAddresses(characters: readonly BreakCharacter[], costs: number[]): void {
  for (let i = 0; i + 3 < characters.length; i++) {
    if (!(characters[i]?.codePoint === 0x3a && characters[i + 1]?.codePoint === 0x2f)) continue;
    let end = i + 3;
    while (characters[end]?.kind === "western" || characters[end]?.codePoint === 0x2d) end++;
    for (let at = i + 3; at + 1 < end; at++) {
      const codePoint = characters[at]?.codePoint ?? 0;
      const isSeparated =
        addressSeparators.has(codePoint) && !addressSeparators.has(characters[at + 1]?.codePoint ?? 0);
      costs[at] = isSeparated ? addressBreak : addressCut;
    }
    i = end;
  }
}

const addressSeparators = new Set([..."/?&=#_-."].map((character) => character.charCodeAt(0)));
