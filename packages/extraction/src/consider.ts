import type { DomainPack, Span } from "@jianbao/model";
import type { Draft } from "./draft.ts";
import { type Hit, type Lexicon, lexiconOf } from "./lexicon.ts";
import { fitsUnit } from "./meaning.ts";
import { within } from "./reading.ts";

/** A word of the pack beside a figure, and what it can be there. */
export interface WordFound {
  /** In the clean text. */
  readonly span: Span;
  readonly word: string;
  readonly roles: readonly ("verb" | "noun" | "phrase" | "not" | "part" | "subject" | "organisation")[];
}

/** An indicator whose words stand beside a figure that is not of it, and why. */
export interface Rival {
  readonly indicator: string;
  /** The words of the indicator that stand there. */
  readonly words: readonly string[];
  readonly reason: "ruled out" | "other unit" | "no noun" | "no verb" | "another fits better";
  /** The word that rules it out. */
  readonly by: string | null;
}

/** What the pack has to say on one figure, for whoever writes the pack. */
export interface Consideration {
  readonly words: readonly WordFound[];
  readonly rivals: readonly Rival[];
}

/** Tells for a figure which words of the pack stand in its clause, and of the indicators that it is not of why. */
export function consider(text: string, pack: DomainPack, hits: readonly Hit[], draft: Draft): Consideration {
  const lexicon = lexiconOf(pack);
  const beside = within(hits, clauseOf(text, draft));
  return {
    words: beside.map((hit) => ({ span: { start: hit.start, end: hit.end }, word: hit.word, roles: rolesOf(hit) })),
    rivals: rivalsOf(lexicon, beside, draft),
  };
}

/** The clause that a figure stands in, from mark to mark. */
function clauseOf(text: string, { span, sentence }: Draft): Span {
  const before = text.slice(sentence.start, span.start);
  const after = text.slice(span.end, sentence.end);
  const start = /[，,；;：:。][^，,；;：:。]*$/u.exec(before)?.index;
  const end = after.search(/[，,；;。]/u);
  return {
    start: start === undefined ? sentence.start : sentence.start + start + 1,
    end: end < 0 ? sentence.end : span.end + end,
  };
}

function rolesOf({ use }: Hit): WordFound["roles"] {
  return [
    ...(use.verbs.length > 0 ? (["verb"] as const) : []),
    ...(use.nouns.length > 0 ? (["noun"] as const) : []),
    ...(use.phrases.length > 0 ? (["phrase"] as const) : []),
    ...(use.nots.length > 0 ? (["not"] as const) : []),
    ...(use.parts.length > 0 ? (["part"] as const) : []),
    ...(use.subject === null ? [] : (["subject"] as const)),
    ...(use.organisation === null ? [] : (["organisation"] as const)),
  ];
}

function rivalsOf(lexicon: Lexicon, hits: readonly Hit[], { indicator: own, figure }: Draft): Rival[] {
  return lexicon.indicators.flatMap((indicator, index): Rival[] => {
    if (indicator === own) return [];
    const has = (role: "verbs" | "nouns" | "phrases" | "nots"): readonly Hit[] =>
      hits.filter(({ use }) => use[role].includes(index));
    const [verbs, nouns, phrases, nots] = [has("verbs"), has("nouns"), has("phrases"), has("nots")];
    const words = [...new Set([...verbs, ...nouns, ...phrases].map(({ word }) => word))];
    // A verb that ten indicators share says nothing for any one of them.
    if (words.length === 0 || (nouns.length + phrases.length === 0 && own !== null)) return [];
    const fits = figure === null || fitsUnit(indicator, figure.unit, figure.unitText);
    const reason: Rival["reason"] =
      nots.length > 0
        ? "ruled out"
        : !fits
          ? "other unit"
          : phrases.length === 0 && verbs.length === 0
            ? "no verb"
            : phrases.length === 0 && nouns.length === 0
              ? "no noun"
              : "another fits better";
    return [{ indicator: indicator.id, words, reason, by: nots[0]?.word ?? null }];
  });
}
