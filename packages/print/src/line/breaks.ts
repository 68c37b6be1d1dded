import { type CharacterKind, westernEnd, westernStart } from "./character.ts";
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
  if (hasWord.test(text)) openWords(characters, costs);
  return costs;
}

// Matches any text with a hyphen in a word, a web or a mail address: anti-fraud, www.a.cn, a@b.cn; not 3.5%.
const hasWord = /[A-Za-z]-[A-Za-z]|:\/\/|www\.|@/u;

/** The cost between two characters by their kinds alone. */
function pairCost(before: BreakCharacter, after: BreakCharacter, kinsoku: Kinsoku): number {
  const a = before.kind;
  const b = after.kind;
  if (b === "mark" || b === "space") return Infinity;
  // CLREQ 3.1.4, line start prohibition: no closing mark, pause, stop, interpunct or connector.
  if (b === "closing" || b === "comma" || b === "stop" || b === "interpunct" || b === "connector") return Infinity;
  if (b === "postfix" || (b === "solidus" && a !== "space") || after.codePoint === iteration) return Infinity;
  // CLREQ 3.1.4, line end prohibition: no opening mark; the sign before a number stays with it.
  if (a === "opening" || a === "prefix") return Infinity;
  if (a === "solidus" && kinsoku !== "basic") return Infinity; // GB/T 15834: no solidus at a line end
  if (a === "dash" && b === "dash") return Infinity;
  if (a === "ellipsis" && b === "ellipsis") return Infinity;
  if (kinsoku === "strict" && (b === "dash" || b === "ellipsis")) return Infinity;
  if (a === "space") return 0;
  if (a === "western" && b === "western") return Infinity;
  if (a === "interpunct") return interpunctBreak;
  if (b === "western" && westernEnd.has(after.codePoint)) return Infinity;
  if (a === "western" && westernStart.has(before.codePoint)) return Infinity;
  return 0;
}

/** 々 repeats the character before it (UAX #14: NS). */
const iteration = 0x3005;

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

/** Lets long Western words break: after a hyphen within one, and in addresses. */
function openWords(characters: readonly BreakCharacter[], costs: number[]): void {
  for (let start = 0; start < characters.length; start++) {
    if (characters[start]?.kind !== "western") continue;
    let end = start;
    while (characters[end]?.kind === "western") end++;
    if (isAddress(characters, start, end)) openAddress(characters, costs, start, end);
    else openHyphens(characters, costs, start, end);
    start = end;
  }
}

/** After a hyphen with two letters before it and one behind (UAX #14, LB21, is content with fewer): anti-fraud, not e-mail, COVID-19 or -5. */
function openHyphens(characters: readonly BreakCharacter[], costs: number[], start: number, end: number): void {
  for (let at = start + 2; at + 1 < end; at++) {
    if (characters[at]?.codePoint !== 0x2d) continue;
    const letters = [at - 2, at - 1, at + 1].every((index) => isLetter(characters[index]?.codePoint ?? 0));
    if (letters) costs[at] = hyphenBreak;
  }
}

function isLetter(codePoint: number): boolean {
  return (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a) || codePoint >= 0xc0;
}

/** https://example.org, www.example.org, name@example.org; not km/h, 3.5 or A@B. */
function isAddress(characters: readonly BreakCharacter[], start: number, end: number): boolean {
  if (end - start < 9) return false;
  const at = (index: number): number => characters[index]?.codePoint ?? 0;
  if (at(start) === 0x77 && at(start + 1) === 0x77 && at(start + 2) === 0x77 && at(start + 3) === 0x2e) return true;
  for (let i = start + 1; i + 2 < end; i++) {
    if (at(i) === 0x40) return true;
    if (at(i) === 0x3a && at(i + 1) === 0x2f && at(i + 2) === 0x2f) return true;
  }
  return false;
}

function isWeb(characters: readonly BreakCharacter[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (characters[i]?.codePoint === 0x40) return false;
  return true;
}

/** Lets an address break after its separators, and elsewhere rather than leave a line with holes. */
function openAddress(characters: readonly BreakCharacter[], costs: number[], start: number, end: number): void {
  if (!isWeb(characters, start, end)) {
    // A mail address is short: it is cut after its @, if anywhere.
    for (let at = start; at + 1 < end; at++) if (characters[at]?.codePoint === 0x40) costs[at] = 2 * addressCut;
    return;
  }
  // Never within https://, nor after the first or before the last character.
  let first = start + 1;
  for (let i = start; i + 2 < end && i < start + 8; i++) {
    if (characters[i]?.codePoint === 0x3a && characters[i + 1]?.codePoint === 0x2f) first = i + 3;
  }
  for (let at = first; at + 2 < end; at++) {
    const codePoint = characters[at]?.codePoint ?? 0;
    const isBefore = addressSeparators.has(characters[at + 1]?.codePoint ?? 0);
    costs[at] = isBefore ? 2 * addressCut : addressSeparators.has(codePoint) ? addressBreak : addressCut;
  }
}

const addressSeparators = new Set([..."/?&=#_-.@"].map((character) => character.charCodeAt(0)));
