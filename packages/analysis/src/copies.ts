import type { Observation } from "@jianbao/model";
import { alike, leastPiece, lettersOf, numbersOf, piecesOf, seeds, similarity } from "./likeness.ts";
import { groupBy } from "./order.ts";
import type { DatedPublication } from "./timeline.ts";

/** What is known of the text of an article. */
export interface ArticleText {
  /** The key of the article that it is a copy of, its own where it is none. */
  readonly original: string;
  /** How many figures it gives: of copies of one day the fullest is cited. */
  readonly figures: number;
}

/** From so large a share of the shorter article's sentences on, two articles are one text. */
const leastShare = 0.5;

/** One sentence is a quotation, two are a copy. */
const leastSentences = 2;

/** A sentence that more texts than these share is a set phrase of all, and tells of no one's copy. */
const mostTexts = 50;

/**
 * Finds which articles are copies of one text by the sentences that hold their figures: reprints have another title,
 * head and tail and lack paragraphs, but share most of these sentences, nearly word for word and with all their numbers.
 * Bulletins that share set phrases have numbers of their own. Articles come in reading order, so that the first to appear
 * is the original of its copies.
 */
export function copiesAmong(
  placed: readonly { readonly observation: Observation; readonly publication: DatedPublication }[],
): ReadonlyMap<string, ArticleText> {
  const meeting = meetingArticles(placed);
  const articles = [...groupBy(placed, ({ publication }) => publication.key)].map(([key, own]) => ({
    key,
    figures: own.length,
    quotes: meeting.has(key) ? [...new Set(own.map(({ observation }) => observation.source.quote))] : [],
  }));
  const classOf = sentenceClasses(new Set(articles.flatMap(({ quotes }) => quotes)));
  const originals = new Map<string, ReadonlySet<number>>();
  const holders = new Map<number, string[]>();
  const texts = new Map<string, ArticleText>();
  for (const { key, figures, quotes } of articles) {
    const classes = new Set(quotes.flatMap((quote) => classOf.get(quote) ?? []));
    const original = originalOf(classes, originals, holders);
    texts.set(key, { original: original ?? key, figures });
    const holder = original ?? key;
    // What a copy has more than its original's first print (a fuller copy) is of the same text.
    const known = originals.get(holder) ?? new Set();
    for (const one of classes) {
      if (known.has(one)) continue;
      const list = holders.get(one);
      if (list === undefined) holders.set(one, [holder]);
      else if (list.length < mostTexts) list.push(holder);
    }
    originals.set(holder, known.union(classes));
  }
  return texts;
}

/** Articles that print some figure which another one prints as well: no other needs looking at. */
function meetingArticles(placed: Parameters<typeof copiesAmong>[0]): ReadonlySet<string> {
  const firsts = new Map<string, string>();
  const meeting = new Set<string>();
  for (const { observation, publication } of placed) {
    const { indicator, breakdown, area, period, quantity } = observation;
    const figure = `${indicator} ${breakdown} ${area?.code} ${period?.start} ${period?.end} ${quantity?.text}`;
    const first = firsts.get(figure);
    if (first === undefined) firsts.set(figure, publication.key);
    else if (first !== publication.key) meeting.add(first).add(publication.key);
  }
  return meeting;
}

/** The original that an article shares most sentences with, where they make it a copy. */
function originalOf(
  classes: ReadonlySet<number>,
  originals: ReadonlyMap<string, ReadonlySet<number>>,
  holders: ReadonlyMap<number, readonly string[]>,
): string | null {
  const shared = new Map<string, number>();
  for (const one of classes) {
    for (const holder of holders.get(one) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [holder, count] of shared) {
    const shorter = Math.min(classes.size, originals.get(holder)?.size ?? 0);
    if (count < leastSentences || count < leastShare * shorter) continue;
    if (best === null || count > (shared.get(best) ?? 0)) best = holder;
  }
  return best;
}

/** Numbers sentences so that nearly equal ones with the same numbers in them have one number. */
function sentenceClasses(quotes: ReadonlySet<string>): ReadonlyMap<string, number> {
  const sentences = [...quotes].flatMap((quote) => {
    const pieces = piecesOf(quote);
    return leastPiece(pieces, seeds[0] ?? 1) === null ? [] : [{ quote, pieces, numbers: numbersOf(quote) }];
  });
  const classes = new Map<string, number>();
  // Of each bucket one sentence a class is compared: later ones join the first that they are like.
  const buckets = new Map<string, number[]>();
  const representatives: (typeof sentences)[number][] = [];
  for (const sentence of sentences) {
    const keys = [
      `=${lettersOf(sentence.quote)}`,
      ...seeds.map((seed) => `${seed} ${leastPiece(sentence.pieces, seed)} ${sentence.numbers}`),
    ];
    const candidates = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
    let found = [...candidates].find((index) => {
      const other = representatives[index];
      return other?.numbers === sentence.numbers && similarity(other.pieces, sentence.pieces) >= alike;
    });
    if (found === undefined) {
      found = representatives.length;
      representatives.push(sentence);
      for (const key of keys) {
        const bucket = buckets.get(key);
        if (bucket === undefined) buckets.set(key, [found]);
        else if (bucket.length < mostTexts) bucket.push(found);
      }
    }
    classes.set(sentence.quote, found);
  }
  return classes;
}
