import type { Change } from "../../draft.ts";
import { advertisement, judge } from "./judgement.ts";
import { lineOf } from "../lines/lines.ts";
import { type Own, tieOf } from "./own.ts";
import { type View, viewOf } from "./view.ts";

/** A sentence of a paragraph, with how foreign it is. */
interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly weight: number;
  readonly tied: boolean;
  /** It stands within a quotation, in part or as a whole. */
  readonly quoted: boolean;
}

/**
 * Advertisements that were pushed into a paragraph of the article, between its sentences or into one of them. Only
 * sentences that sell by themselves and share no word with the article go; the paragraph stays.
 */
export function adsWithin({ line, cues, prose, note, plain }: View, own: Own): Change[] {
  if (!prose || note || plain || line.marked || line.han < 50 || line.sentences < 1) return [];
  const offers = cues.words.reduce((sum, { kind }) => sum + (selling.has(kind) ? 1 : 0), 0);
  if (offers + cues.phones + cues.links + cues.discounts < 2) return [];
  const sentences = sentencesOf(line.text, own);
  // An advertisement's own paragraph ends in its call: what stands around one that was pushed in tells.
  if (!isTold(sentences[0]) || !isTold(sentences.findLast(({ words }) => words.length >= 8))) return [];
  return sentences.filter(isAd).map(({ start, end }) => ({
    start: line.start + start,
    end: line.start + end,
    replacement: "",
    ...advertisement,
  }));
}

const selling: ReadonlySet<string> = new Set(["call", "offer", "trade", "praise", "goods", "act"]);

function isAd({ weight, tied, quoted }: Sentence): boolean {
  return weight > (tied ? 7 : 4) && !quoted;
}

function isTold(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && sentence.weight < -2.5;
}

function sentencesOf(text: string, own: Own): Sentence[] {
  const sentences: Sentence[] = [];
  let depth = 0;
  for (const match of text.matchAll(/[^。！？]{1,400}[。！？]{1,3}[”’」』）]{0,3}|[^。！？]{1,400}$/gu)) {
    const [whole] = match;
    const before = depth;
    for (const mark of whole) depth += mark === "“" || mark === "「" ? 1 : mark === "”" || mark === "」" ? -1 : 0;
    // `她一边放慢节奏，家人们听好了，…马上抢！一边在…`: the clause before belongs to what goes on behind.
    const head = whole.endsWith("！") && match.index + whole.length < text.length ? tellingHead(whole) : "";
    if (head.length >= 8) sentences.push(sentenceOf(head, match.index, own, before > 0));
    const words = whole.slice(head.length);
    const quoted = before > 0 || depth > 0 || /[“”「」]/u.test(words);
    sentences.push(sentenceOf(words, match.index + head.length, own, quoted));
  }
  return sentences;
}

function sentenceOf(words: string, start: number, own: Own, quoted: boolean): Sentence {
  const view = viewOf(lineOf(words, { start: 0 }), true);
  const tie = tieOf(view, own);
  const { weight } = judge(view, tie, own, null, false);
  return { start, end: start + words.length, words, weight, tied: tie.triples > 0.05 || tie.pairs > 0.1, quoted };
}

/** The clauses of a sentence that tell, before the first that sells; an empty text where they may be of an offer. */
function tellingHead(sentence: string): string {
  let head = "";
  for (const [clause] of sentence.matchAll(/[^，。！？]{1,60}，/gu)) {
    const { cues } = viewOf(lineOf(clause, { start: 0 }), false);
    if (cues.phones + cues.discounts + cues.addressed > 0 || cues.words.some(({ kind }) => selling.has(kind))) break;
    head += clause;
  }
  return /[他她它]|一边|正在|[了着过]/u.test(head) ? head : "";
}
