import { daysBetween } from "@jianbao/model";
import { groupBy } from "./order.ts";
import type { Reading } from "./reading.ts";

/** Share of three-character pieces from which two sentences are copies of one. */
const alike = 0.6;

/** Shorter sentences say too little to be known again but for chance. */
const leastPieces = 10;

/** Two articles of one title are copies where they appeared within so many days. */
const reprintDays = 31;

/**
 * Sorts readings of one figure by the text that they go back to: readings of one article, of articles with
 * one title, and of sentences that are (nearly) the same are one source. Groups and members keep the order given.
 */
export function independentSources(readings: readonly Reading[]): Reading[][] {
  if (readings.length <= 1) return readings.map((reading) => [reading]);
  const parents = readings.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== undefined && parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) parents[high] = low;
  };
  const pieces = readings.map((reading) => piecesOf(reading.observation.source.quote));
  const indexes = [...readings.keys()];
  const joinWithin = (keyOf: (i: number) => string | null, isCopy: (a: number, b: number) => boolean): void => {
    const named = indexes.filter((i) => keyOf(i) !== null);
    for (const group of groupBy(named, (i) => keyOf(i) ?? "").values()) {
      const originals: number[] = [];
      for (const i of group) {
        const original = originals.find((other) => isCopy(other, i));
        if (original === undefined) originals.push(i);
        else join(original, i);
      }
    }
  };
  joinWithin(
    (i) => readings[i]?.publication.key ?? null,
    () => true,
  );
  joinWithin(
    (i) => titleKey(readings[i]),
    (a, b) => areNear(readings[a], readings[b]),
  );
  joinWithin(
    (i) => quoteKey(readings[i]),
    () => true,
  );
  // Two sentences share their least piece as likely as they share any: of eight orders one will tell, but for 0.07 %.
  for (const seed of seeds) {
    joinWithin(
      (i) => leastPiece(pieces[i] ?? [], seed),
      (a, b) => isSameFigure(readings[a], readings[b]) && similarity(pieces[a] ?? [], pieces[b] ?? []) >= alike,
    );
  }
  return [...groupBy(indexes, (i) => `${root(i)}`).values()].map((group) => group.flatMap((i) => readings[i] ?? []));
}

function titleKey(reading: Reading | undefined): string | null {
  const title = lettersOf(reading?.publication.title ?? "");
  return title.length >= 8 ? title : null;
}

function quoteKey(reading: Reading | undefined): string | null {
  const quote = lettersOf(reading?.observation.source.quote ?? "");
  return quote.length >= 12 ? quote : null;
}

function areNear(a: Reading | undefined, b: Reading | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return Math.abs(daysBetween(a.publication.first, b.publication.first)) <= reprintDays;
}

/** Set phrases make sentences alike that have each a figure of its own: those are no copies. */
function isSameFigure(a: Reading | undefined, b: Reading | undefined): boolean {
  return a?.observation.quantity?.text === b?.observation.quantity?.text;
}

function lettersOf(text: string): string {
  // Drops what is neither letter nor digit: `“两卡”，` becomes `两卡`; must not drop `12`.
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** Hashes of all pieces of three characters, sorted, each once. */
function piecesOf(quote: string): number[] {
  const text = lettersOf(quote);
  const hashes = new Set<number>();
  for (let i = 0; i + 3 <= text.length; i++) hashes.add(hashOf(text, i, i + 3));
  return [...hashes].sort((a, b) => a - b);
}

/** Odd numbers, each of which puts the pieces into another order. */
const seeds = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09] as const;

/** The least piece in the order of a seed (min-hash); null for a sentence too short to be known again. */
function leastPiece(pieces: readonly number[], seed: number): string | null {
  if (pieces.length < leastPieces) return null;
  return `${pieces.reduce((least, piece) => Math.min(least, Math.imul(piece ^ (piece >>> 15), seed) >>> 0), Infinity)}`;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Jaccard similarity of two sorted lists. */
function similarity(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
