import { daysBetween } from "@jianbao/model";
import { alike, leastPiece, lettersOf, piecesOf, seeds, similarity } from "./likeness.ts";
import { groupBy } from "./order.ts";
import type { Reading } from "./reading.ts";

/** Two articles of one title are copies where they appeared within so many days. */
const reprintDays = 31;

/**
 * Sorts readings of one figure by the text that they go back to: readings of one article, of articles that are copies of
 * one (`copiesAmong`), of articles with one title, and of sentences that are (nearly) the same are one source.
 * Groups and members keep the order given.
 *
 * Sources so counted are texts. A paper that tells an office's figure in words of its own counts as another text, and
 * nothing is claimed of where its number comes from: that two papers counted for themselves is never said.
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
    (i) => readings[i]?.text.original ?? null,
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
