import { type Change, type Draft, change } from "../draft.ts";

/** The marks that a piece may stand behind. */
const marks: ReadonlySet<number> = new Set([..."，。、：；！？,:;!?"].map((mark) => mark.charCodeAt(0)));
const words = /\p{Script=Han}{8}/u;
const letters = /^\p{Script=Han}{2}/u;
/** A clause goes on behind a piece; names that a text lists have a mark behind each. */
const goesOn = /^[\p{Script=Han}\d“《A-Za-z]/u;
/** So many pieces in the headline's order are no accident. */
const least = 5;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes out the pieces of its own headline that a page puts behind its marks, one after the other and from the start
 * again, so that its text is like no other: `近日，年某县道记者获悉，…，路交…，通事…`.
 */
export function dropHeadlinePieces(draft: Draft): Draft {
  const { text } = draft;
  const from = text.search(/\S/u);
  if (from < 0) return draft;
  const found = text.indexOf("\n", from);
  const headline = text.slice(from, found < 0 ? from : found).trim();
  if (headline.length > 80 || !words.test(headline)) return draft;
  // A clause may begin as the headline goes on: a piece is as long as where it is shortest.
  const lengths = new Map<number, number>();
  piecesOf(text, found, headline, lengths);
  if (lengths.size === 0) return draft;
  const pieces = piecesOf(text, found, headline, lengths);
  const changes = pieces.map(({ start, end }): Change => ({ start, end, replacement: "", ...hidden }));
  return pieces.length < least ? draft : change(draft, changes);
}

const hidden = { rule: "cleaning/copy-guard", reason: "is a piece of the headline that was put in", score: 0.95 };

/** Pieces behind marks, each where the one before it ended in the headline, or a few characters on. `lengths`: the shortest by where it begins there. */
function piecesOf(text: string, from: number, headline: string, lengths: Map<number, number>): Piece[] {
  const pieces: Piece[] = [];
  let run: Piece[] = [];
  let expected = -1;
  const close = (): void => {
    if (run.length >= least) pieces.push(...run);
    run = [];
  };
  for (let start = from + 1; start < text.length; start++) {
    const mark = text.charCodeAt(start - 1);
    if ((mark >= 0x4e00 && mark <= 0x9fff) || !marks.has(mark)) continue;
    const opening = text.slice(start, start + 2);
    if (!headline.includes(opening) || !letters.test(opening)) continue;
    const at = expected < 0 ? -1 : [0, 1, 2].find((gap) => beginsAt(text, start, headline, expected + gap));
    let place = at === undefined || at < 0 ? -1 : expected + at;
    if (place < 0) {
      // Behind its last piece, or where no run has begun.
      place = headline.indexOf(opening);
      const again = run.length >= 3 && place <= 6 && expected >= headline.length - 10;
      if (!again && run.length >= least) continue;
      if (!again) close();
    }
    const length = Math.min(sharedFrom(text, start, headline, place), lengths.get(place) ?? headline.length);
    const next = text.charAt(start + length);
    const isLast = run.length > 0 && expected <= place && (next === "\n" || next === "");
    if (length > 6 || !(goesOn.test(next) || isLast)) continue;
    lengths.set(place, length);
    run.push({ start, end: start + length });
    expected = place + length;
  }
  close();
  return pieces;
}

function beginsAt(text: string, start: number, headline: string, place: number): boolean {
  return place + 2 <= headline.length && text.startsWith(headline.slice(place, place + 2), start);
}

function sharedFrom(text: string, start: number, headline: string, place: number): number {
  let length = 0;
  while (place + length < headline.length && text[start + length] === headline[place + length]) length++;
  return length;
}
