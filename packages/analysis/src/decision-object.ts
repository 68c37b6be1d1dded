import type { Observation } from "@jianbao/model";
import type { Decision, DecisionFigure } from "./decision.ts";
import { stableId } from "./identity.ts";
import { groupBy } from "./order.ts";

/** What finding a figure again needs of an observation. */
type Placed = Pick<Observation, "change" | "document" | "id" | "indicator" | "measure" | "quantity" | "source">;

/** The figure of an observation in the words that a decision on it keeps. */
export function decisionFigure(observation: Placed): DecisionFigure {
  const { id, document, source, indicator } = observation;
  return { id, document, quote: source.quote, text: figureWords(observation), indicator };
}

/**
 * Finds the figures of decisions again whose ids are gone because an article was read anew: the one figure of the
 * document that is printed so in the very sentence. Where none is, or several are, the decision stays as it is and
 * is about nothing. A decision on a finding gets the id that the finding has of its figures' new ids.
 */
export function relocated(decisions: readonly Decision[], observations: readonly Placed[]): readonly Decision[] {
  if (!decisions.some(({ about }) => about !== undefined)) return decisions;
  const ids = new Set(observations.map(({ id }) => id));
  const find = finderOf(observations);
  return decisions.map((decision) => {
    const lost = (decision.about ?? []).filter(({ id }) => !ids.has(id));
    if (lost.length === 0) return decision;
    const found = new Map(
      lost.flatMap((figure): [string, string][] => {
        const observation = find(figure);
        return observation === null ? [] : [[figure.id, observation.id]];
      }),
    );
    return moved(decision, found);
  });
}

function moved(decision: Decision, found: ReadonlyMap<string, string>): Decision {
  const { id, observation, about = [], rule } = decision;
  const now = (old: string): string => found.get(old) ?? old;
  if (id.startsWith("f-")) {
    if (rule === undefined || found.size === 0) return decision;
    return { ...decision, id: stableId("f", [rule, about.map((figure) => now(figure.id)).sort(), null]) };
  }
  return { ...decision, id: now(id), ...(observation === undefined ? {} : { observation: now(observation) }) };
}

/** Makes the search for a figure by its document, sentence and words; a document that is gone may have been renamed. */
export function finderOf<T extends Placed>(observations: readonly T[]): (figure: DecisionFigure) => T | null {
  const documents = new Set(observations.map(({ document }) => document));
  const bySentence = groupBy(observations, (observation) =>
    wordsKey(observation.source.quote, figureWords(observation)),
  );
  return ({ document, quote, text, indicator }) => {
    const said = bySentence.get(wordsKey(quote, text)) ?? [];
    const here = documents.has(document) ? said.filter((one) => one.document === document) : said;
    if (here.length <= 1) return here[0] ?? null;
    const same = here.filter((one) => one.indicator === (indicator ?? null));
    return same.length === 1 ? (same[0] ?? null) : null;
  };
}

function figureWords({ quantity, change, measure }: Placed): string {
  const text = quantity?.text ?? "";
  return text === "" ? (change[0]?.text ?? measure) : text;
}

function wordsKey(quote: string, text: string): string {
  return `${text}\n${quote}`;
}
