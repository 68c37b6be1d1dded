import type { CueKind } from "./cue-words.ts";
import { type Cues, cuesOf } from "./cues.ts";
import { isByline, isNote } from "./join.ts";
import { type Line, isProse } from "./lines.ts";
import type { NGrams } from "./ngrams.ts";

/** A line with all that is asked about it more than once. */
export interface View {
  readonly line: Line;
  readonly cues: Cues;
  readonly prose: boolean;
  /** A byline, a dateline or a source note of the article. */
  readonly note: boolean;
  /** How much it reports: tells what happened, and has someone say it. */
  readonly reports: number;
}

const reporting: Readonly<Partial<Record<CueKind, number>>> = { says: 3, office: 1, report: 1 };

/** Looks at a line once. */
export function viewOf(line: Line): View {
  const cues = cuesOf(line.text);
  return {
    line,
    cues,
    prose: isProse(line),
    note: isNote(line.text) || isByline(line.text),
    reports: cues.words.reduce((sum, { kind }) => sum + (reporting[kind] ?? 0), 0),
  };
}

/** How a line's words are tied to the article's: shares of its pairs and triples of characters, 0 to 1. */
export interface Tie {
  readonly pairs: number;
  readonly triples: number;
}

/** Ties a line to the article's language; `once` leaves out the line's own share where it is part of that. */
export function tieOf(text: string, own: NGrams, once: boolean): Tie {
  const least = once ? 1 : 0;
  let pairs = 0;
  let triples = 0;
  let knownPairs = 0;
  let knownTriples = 0;
  let a = 0;
  let b = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (!isHan(c)) {
      a = 0;
      b = 0;
      continue;
    }
    if (b !== 0) {
      pairs++;
      if (own.pair(b, c) > least) knownPairs++;
    }
    if (a !== 0) {
      triples++;
      if (own.triple(a, b, c) > least) knownTriples++;
    }
    a = b;
    b = c;
  }
  return { pairs: pairs === 0 ? 0 : knownPairs / pairs, triples: triples === 0 ? 0 : knownTriples / triples };
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
