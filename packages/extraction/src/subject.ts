import type { Hit, Lexicon } from "./lexicon.ts";
import { between, lastStop, type Run, type View } from "./reading.ts";

/** The subject that most of an article's words name; the pack's own where it is named as often as any. */
export function dominantSubject(lexicon: Lexicon, hits: readonly Hit[]): string {
  const counts = new Map<string, number>();
  for (const { use } of hits) {
    if (use.subject !== null && use.subject.whole !== true) {
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

/** The subject named nearest before a place among hits in order, weak ones only where no other is. */
function nearestSubject(hits: readonly Hit[]): { id: string; weak: boolean } | null {
  let weak: string | null = null;
  for (let i = hits.length - 1; i >= 0; i--) {
    const subject = hits[i]?.use.subject ?? null;
    if (subject === null) continue;
    if (subject.whole !== true) return { id: subject.id, weak: false };
    weak ??= subject.id;
  }
  return weak === null ? null : { id: weak, weak: true };
}

/** The subject that some hits name, the last of them first; null where they name none. */
export function subjectOf(hits: readonly Hit[]): string | null {
  return nearestSubject(hits)?.id ?? null;
}

/** An offence by its name in law: 帮助信息网络犯罪活动罪, not 赌博犯罪. */
const offence = /[^犯]罪$/u;

export function subjectAt(
  view: View,
  hits: readonly Hit[],
  run: Run,
  at: number,
  around: { left: readonly Hit[]; right: readonly Hit[] },
  clauseStart: number,
): string {
  const { reading, sentence } = view;
  const { lexicon, text, held } = reading;
  const near = nearestSubject(around.left);
  const after = nearestSubject(around.right.toReversed());
  const crime = near === null || near.id === lexicon.own.id ? crimeNamed(text, around.left, at) : null;
  if (crime !== null) return crime;
  if (near !== null && !near.weak) return near.id;
  if (after !== null && !after.weak) return after.id;
  const clause = nearestSubject(between(hits, { start: clauseStart, end: at }));
  if (clause !== null && !clause.weak) return clause.id;
  const weak = near ?? after ?? clause;
  const part = lastStop(text, sentence.start, at);
  const carriesOn =
    run.subject !== null && (run.last === null || run.last.span.start >= part || text.slice(part, at).includes("其中"));
  if (weak !== null && !carriesOn) return weak.id;
  if (run.subject !== null && (carriesOn || !offence.test(run.subject))) return run.subject;
  // 起诉帮信罪3120人；追赃挽损5.7亿元: one offence's name does not reach over a semicolon.
  const named = between(hits, { start: sentence.start, end: at });
  const said = nearestSubject(
    run.subject !== null && offence.test(run.subject)
      ? named.filter(({ use }) => use.subject?.id !== run.subject)
      : named,
  );
  if (said !== null && !said.weak) return said.id;
  if (held.subject !== null && (!held.mixed || held.isCase)) return held.subject;
  return reading.dominant;
}

/** 起诉掩饰隐瞒犯罪所得罪4.3万人: the offence between the verb and the figure, in the words of the text. */
function crimeNamed(text: string, left: readonly Hit[], at: number): string | null {
  const verb = left.findLast(({ use }) => use.verbs.length > 0);
  if (verb === undefined) return null;
  const words = text.slice(verb.end, at).replace(/(?:（[^（）]{0,30}）)?(?:案件|案|共计|累计|共|近|约|超|逾)*$/u, "");
  return words.length >= 3 && words.length <= 24 && /[^犯]罪$/u.test(words) && !words.includes("诈骗罪") ? words : null;
}
