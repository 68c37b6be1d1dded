import type { CleanArticle, SourceText } from "@jianbao/model";

/** A stretch of the source text of which an audit has something to say; those of one list never overlap. */
export interface Mark {
  readonly type: "removal" | "repair" | "silent";
  /** In the source text. */
  readonly start: number;
  readonly end: number;
  /** `cleaning/kebab-name`; empty for what was left out without a word: markup and white space. */
  readonly rule: string;
  /** What stands for it in the clean text. */
  readonly after: string;
  readonly reason: string;
  readonly score: number;
}

/** A stretch of the source that was kept and may be wrong. */
export interface DoubtMark {
  readonly type: "doubt";
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly reason: string;
  readonly score: number;
}

/** Lists what was done to each stretch of a source, in order; of changes within a change the whole is listed. */
export function marksOf(source: SourceText, articles: readonly CleanArticle[]): Mark[] {
  const named: Mark[] = articles
    .flatMap(({ removals, repairs }): Mark[] => [
      ...removals.map(({ span, rule, reason, score }): Mark => ({
        type: "removal",
        ...span,
        rule,
        after: "",
        reason,
        score,
      })),
      ...repairs
        .filter(({ before, after }) => before !== after)
        .map(({ span, rule, after }): Mark => ({ type: "repair", ...span, rule, after, reason: "", score: 1 })),
    ])
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
  let done = 0;
  for (const mark of named) {
    const isWithin = mark.end <= done && (mark.end > mark.start || mark.start < done);
    if (isWithin) continue;
    const start = Math.max(mark.start, done);
    marks.push(start === mark.start ? mark : { ...mark, start });
    done = mark.end;
  }
  return withSilent(marks, leftOut(source, articles));
}

/** Where doubtful stretches of the articles stand in the source, in order. */
export function doubtsOf(articles: readonly CleanArticle[]): DoubtMark[] {
  return articles
    .flatMap(({ map, doubts }) =>
      doubts.map(({ cleanSpan, rule, reason, score }): DoubtMark => ({
        type: "doubt",
        ...map.toSourceSpan(cleanSpan),
        rule,
        reason,
        score,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Line ends of the source that fell where lines were joined into one paragraph. */
export function joinsOf(source: SourceText, articles: readonly CleanArticle[]): ReadonlySet<number> {
  const joins = new Set<number>();
  for (const { map, text } of articles) {
    let from = 0;
    let to = 0;
    for (const section of map.sections()) {
      const inside = from > 0 && to > 0 && to + section.clean < text.length;
      if (!section.kept && inside && !text.slice(to, to + section.clean).includes("\n")) {
        const stop = source.text.indexOf("\n", from);
        if (stop >= 0 && stop < from + section.source) joins.add(stop);
      }
      from += section.source;
      to += section.clean;
    }
  }
  return joins;
}

/** The stretches of the source that no article keeps one for one. */
function leftOut(source: SourceText, articles: readonly CleanArticle[]): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = [];
  for (const { map } of articles) {
    let from = 0;
    for (const section of map.sections()) {
      if (section.kept) kept.push({ start: from, end: from + section.source });
      from += section.source;
    }
  }
  kept.sort((a, b) => a.start - b.start);
  const gaps: { start: number; end: number }[] = [];
  let done = 0;
  for (const { start, end } of kept) {
    if (start > done) gaps.push({ start: done, end: start });
    done = Math.max(done, end);
  }
  if (done < source.text.length) gaps.push({ start: done, end: source.text.length });
  return gaps;
}

/** Adds what was left out and no mark covers. */
function withSilent(marks: readonly Mark[], gaps: readonly { start: number; end: number }[]): Mark[] {
  const all: Mark[] = [...marks];
  let m = 0;
  for (const gap of gaps) {
    let at = gap.start;
    while (m < marks.length && (marks[m]?.end ?? 0) <= gap.start) m++;
    for (let i = m; at < gap.end; i++) {
      const mark = marks[i];
      const stop = mark === undefined || mark.start >= gap.end ? gap.end : Math.max(at, mark.start);
      if (stop > at) all.push({ type: "silent", start: at, end: stop, rule: "", after: "", reason: "", score: 1 });
      if (mark === undefined || mark.start >= gap.end) break;
      at = Math.max(at, mark.end);
    }
  }
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}
