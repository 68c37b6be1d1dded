import { isHanAt } from "../characters.ts";
import { type Change, type Draft, change } from "../draft.ts";
import { syllableOf } from "../pinyin.ts";

interface Gloss {
  readonly start: number;
  readonly end: number;
  readonly base: string;
  readonly letters: string;
  readonly toned: boolean;
}

/** What a page's glosses are, learnt from the page itself. */
export interface GlossTable {
  /** The glosses that are noise, in text order. */
  readonly glosses: readonly Gloss[];
  /** The readings (letters only) of each glossed character. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Removes the pinyin that page spinners put after characters: 機關(guān) is 機關.
 * One gloss is one syllable right after one character. Those with a tone count at once; those without
 * need a page that glosses by habit. A word's own pinyin (several syllables) and 拼音 in prose stay.
 */
export function dropGlosses(draft: Draft): Draft {
  const { glosses } = glossesOf(draft.text);
  return change(
    draft,
    glosses.map(({ start, end }): Change => ({ start, end, replacement: "", rule: "cleaning/pinyin-gloss" })),
  );
}

/** Finds the glosses of a page. */
export function glossesOf(text: string): GlossTable {
  const found: Gloss[] = [];
  // Matches `關(guān)` from its bracket on, `们（men）` too; must not match `(P2P)` or `(wǎngluò)` (checked as a syllable).
  for (const match of text.matchAll(/[(（][ ]?((?:[A-Za-zÀ-ɏɑḾḿ]|\p{M}){1,8}[1-5]?)[ ]?[)）]/gu)) {
    if (!isHanAt(text, match.index - 1)) continue;
    const syllable = syllableOf(match[1] ?? "");
    if (syllable === null) continue;
    const base = baseBefore(text, match.index);
    found.push({ start: match.index, end: match.index + match[0].length, base, ...syllable });
  }
  const toned = found.filter((gloss) => gloss.toned);
  const repeated = new Map<string, number>();
  for (const { base, letters } of found) repeated.set(base + letters, (repeated.get(base + letters) ?? 0) + 1);
  const pairs = [...repeated.values()].filter((count) => count > 1).length;
  const byHabit = toned.length >= 3 || pairs >= 3;
  const glosses = found.filter((gloss) =>
    byHabit ? true : gloss.toned && !isAboutPinyin(text, gloss.start - gloss.base.length),
  );
  const readings = new Map<string, Set<string>>();
  for (const { base, letters } of glosses) {
    const known = readings.get(base);
    if (known === undefined) readings.set(base, new Set([letters]));
    else known.add(letters);
  }
  return { glosses, readings };
}

function baseBefore(text: string, position: number): string {
  const low = text.charCodeAt(position - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? position - 2 : position - 1, position);
}

/** Prose that tells how a character is read: 读作, 拼音, 念 within the words before it. */
function isAboutPinyin(text: string, position: number): boolean {
  return /[读讀念音]/u.test(text.slice(Math.max(0, position - 12), position));
}
