import type { Observation } from "@jianbao/model";
import { type Phrase, number, phrase } from "../phrase.ts";
import { type Context, publicationKey, publicationOf } from "./context.ts";

/** The sentences that an article's figures were read from. */
export interface EvidenceView {
  /** The article, as its note names it. */
  readonly source: Phrase;
  readonly quotes: readonly Phrase[];
}

/**
 * Quotes every sentence that a printed number rests on, once, article by article in the order given.
 * Each figure in it is a `data` whose id is the observation's: where a printed number leads to.
 */
export function evidenceOf(context: Context, observations: readonly string[]): readonly EvidenceView[] {
  const articles = new Map<string, Map<number, Observation[]>>();
  for (const id of observations) {
    const observation = context.analysis.observations[id];
    const key = publicationKey(context, id);
    if (!observation || key === null) continue;
    const sentences = articles.get(key) ?? new Map<number, Observation[]>();
    articles.set(key, sentences);
    const sentence = sentences.get(observation.source.quoteStart) ?? [];
    sentences.set(observation.source.quoteStart, sentence);
    sentence.push(observation);
  }
  return [...articles].map(([key, sentences]) => ({
    source: context.wording.note(publicationOf(context, key)),
    quotes: [...sentences].sort(([a], [b]) => a - b).map(([, figures]) => quoteOf(figures)),
  }));
}

/** Marks the figures of a sentence; one that is not found in it, or overlaps another, stands behind it. */
export function quoteOf(observations: readonly Observation[]): Phrase {
  const quote = observations[0]?.source.quote ?? "";
  const places = observations
    .map((observation) => ({ observation, ...placeIn(quote, observation) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: (string | Phrase)[] = [];
  const behind: Phrase[] = [];
  let done = 0;
  for (const { observation, start, end } of places) {
    const node = figureNode(observation, start < 0 ? textOf(observation) : quote.slice(start, end));
    if (start < done) {
      behind.push(phrase("〔", node, "〕"));
      continue;
    }
    parts.push(quote.slice(done, start), node);
    done = end;
  }
  return phrase(...parts, quote.slice(done), ...behind);
}

function figureNode(observation: Observation, text: string): Phrase {
  return [{ ...number(text, observation.quantity?.value ?? null, [observation.id], undefined), id: observation.id }];
}

function textOf(observation: Observation): string {
  const text = observation.quantity?.text ?? observation.change[0]?.text ?? "";
  return text === "" ? observation.measure : text;
}

/**
 * Finds a figure in its sentence: the occurrence of its text that is nearest to where the source
 * has it; the whole sentence where a figure is words only.
 */
function placeIn(quote: string, observation: Observation): { readonly start: number; readonly end: number } {
  const text = textOf(observation);
  const sourceLength = Math.max(1, observation.source.quoteEnd - observation.source.quoteStart);
  const expected = ((observation.source.start - observation.source.quoteStart) / sourceLength) * quote.length;
  let best = -1;
  for (let at = quote.indexOf(text); at >= 0; at = quote.indexOf(text, at + 1)) {
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best < 0 ? { start: -1, end: -1 } : { start: best, end: best + text.length };
}
