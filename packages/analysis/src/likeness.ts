/** Share of three-character pieces from which two sentences are copies of one. */
export const alike = 0.6;

/** Shorter sentences say too little to be known again but for chance. */
const leastPieces = 10;

/** The letters and digits of a text. */
export function lettersOf(text: string): string {
  // Drops what is neither letter nor digit: `“两卡”，` becomes `两卡`; must not drop `12`.
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** Hashes of all pieces of three characters, sorted, each once. */
export function piecesOf(quote: string): number[] {
  const text = lettersOf(quote);
  const hashes = new Set<number>();
  for (let i = 0; i + 3 <= text.length; i++) hashes.add(hashOf(text, i, i + 3));
  return [...hashes].sort((a, b) => a - b);
}

/** Odd numbers, each of which puts the pieces into another order. */
export const seeds: readonly number[] = [
  0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09,
];

/** The least piece in the order of a seed (min-hash); null for a sentence too short to be known again. */
export function leastPiece(pieces: readonly number[], seed: number): string | null {
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
export function similarity(a: readonly number[], b: readonly number[]): number {
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

/** The numbers that a sentence prints, in order: set phrases with other numbers are no copies. */
export function numbersOf(text: string): string {
  // Matches 43.7, 1,206 and full-width digits; must not match a lone point.
  return (text.normalize("NFKC").match(/\d[\d,.]*/gu) ?? [])
    .map((number) => number.replaceAll(/[,.]+$|,/gu, ""))
    .join(" ");
}
