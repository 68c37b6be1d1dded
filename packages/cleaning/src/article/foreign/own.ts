import type { Cue } from "./cues.ts";
import { NGrams } from "../lines/ngrams.ts";
import type { View } from "./view.ts";

/** The article's own language, learnt from the lines that report. */
export interface Own {
  readonly grams: NGrams;
  /** Cue words that the article itself uses. */
  readonly cues: ReadonlySet<Cue>;
  /** The lines that it was learnt from. */
  readonly core: ReadonlySet<View>;
}

/** Nothing is known of the article. */
export const unknown: Own = { grams: new NGrams(), cues: new Set(), core: new Set() };

/** Learns the article's language from lines that are surely its own. */
export function ownOf(core: readonly View[]): Own {
  const grams = new NGrams();
  const cues = new Set<Cue>();
  for (const view of core) {
    grams.add(view.line.text);
    for (const cue of view.cues.words) cues.add(cue);
    for (const cue of view.cues.told) cues.add(cue);
  }
  return { grams, cues, core: new Set(core) };
}

/** How a line's words are tied to the article's: shares of its pairs and triples of characters, 0 to 1. */
export interface Tie {
  readonly pairs: number;
  readonly triples: number;
}

/** No word in common. */
export const untied: Tie = { pairs: 0, triples: 0 };

/**
 * Ties a line to the article's language, without the line's own share in it. What it has in common is counted when it
 * is asked for: most lines of an article are its own without that.
 */
export function tieOf(view: View, own: Own): Tie {
  if (own.core.size === 0) return untied;
  return own.grams.counted ? new TieWhenAsked(view, own) : measured(view, own);
}

class TieWhenAsked implements Tie {
  readonly #view: View;
  readonly #own: Own;
  #tie: Tie | null = null;

  constructor(view: View, own: Own) {
    this.#view = view;
    this.#own = own;
  }

  get pairs(): number {
    return (this.#tie ??= measured(this.#view, this.#own)).pairs;
  }

  get triples(): number {
    return (this.#tie ??= measured(this.#view, this.#own)).triples;
  }
}

function measured(view: View, { grams, core }: Own): Tie {
  // The first characters of a long paragraph tell enough.
  const { pairs, triples, knownPairs, knownTriples } = grams.sharedOf(view.line.text, 400, core.has(view) ? 1 : 0);
  // Some pairs agree by chance, and in a short line one is much.
  return {
    pairs: Math.max(0, knownPairs - 0.3 - 0.04 * pairs) / (pairs + 2),
    triples: Math.max(0, knownTriples - 0.2) / (triples + 2),
  };
}
