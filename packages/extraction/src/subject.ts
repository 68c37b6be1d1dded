import type { Hit, Lexicon } from "./lexicon.ts";

/** The subject that most of an article's words name; the pack's own where it is named as often as any. */
export function dominantSubject(lexicon: Lexicon, hits: readonly Hit[]): string {
  const counts = new Map<string, number>();
  for (const { use } of hits) {
    if (use.subject !== null && !isWeak(lexicon, use.subject.id)) {
      counts.set(use.subject.id, (counts.get(use.subject.id) ?? 0) + 1);
    }
  }
  let best = lexicon.own.id;
  let most = counts.get(best) ?? 0;
  for (const [id, count] of counts) {
    if (count > most * 2) {
      best = id;
      most = count;
    }
  }
  return best;
}

/** Subjects that hold all others in them (刑事案件, 在逃人员): the pack's last two, used where no other is named. */
export function isWeak(lexicon: Lexicon, id: string): boolean {
  return lexicon.pack.subjects.findIndex((subject) => subject.id === id) >= lexicon.pack.subjects.length - 2;
}

/** The subject named nearest before a place among hits in order, weak ones only where no other is. */
export function nearestSubject(lexicon: Lexicon, hits: readonly Hit[]): { id: string; weak: boolean } | null {
  let weak: string | null = null;
  for (let i = hits.length - 1; i >= 0; i--) {
    const subject = hits[i]?.use.subject ?? null;
    if (subject === null) continue;
    if (!isWeak(lexicon, subject.id)) return { id: subject.id, weak: false };
    weak ??= subject.id;
  }
  return weak === null ? null : { id: weak, weak: true };
}
