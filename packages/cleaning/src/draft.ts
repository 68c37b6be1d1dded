import {
  type Doubt,
  type Edit,
  type Removal,
  type Repair,
  SourceMap,
  type Span,
  applyEdits,
  overlaps,
} from "@jianbao/model";

/** A text on its way from source to clean, with everything that was done to it so far. */
export interface Draft {
  readonly source: string;
  readonly text: string;
  /** From `source` to `text`. */
  readonly map: SourceMap;
  /** In source positions, in the order of the steps. */
  readonly repairs: readonly Repair[];
  readonly removals: readonly Removal[];
  /** What stays although it is doubtful. */
  readonly doubts: readonly Doubted[];
}

/** A doubt on its way to the clean text: see `doubt`. */
export interface Doubted extends Omit<Doubt, "cleanSpan"> {
  /** In the source; where a step hands it in, in the draft's text. */
  readonly span: Span;
}

/** One change of a step: what it is listed as follows from the fields that it carries. */
export interface Change extends Edit {
  /** `cleaning/kebab-name`; a change without a rule is not listed (markup, white space). */
  readonly rule?: string;
  /** Makes the change a removal of foreign text. */
  readonly reason?: string;
  readonly score?: number;
}

/** Starts with the source itself. */
export function draftOf(source: string): Draft {
  return { source, text: source, map: SourceMap.identity(source.length), repairs: [], removals: [], doubts: [] };
}

/** Applies one step's changes, in order and without overlaps, and composes its map with what went before. */
export function change(draft: Draft, changes: readonly Change[]): Draft {
  if (changes.length === 0) return draft;
  const { text, map } = applyEdits(draft.text, changes);
  const repairs: Repair[] = [];
  const removals: Removal[] = [];
  for (const one of changes) {
    if (one.rule === undefined) continue;
    if (one.reason === undefined) repairs.push(...repairsOf(draft, one));
    else
      removals.push({ span: draft.map.toSourceSpan(one), rule: one.rule, reason: one.reason, score: one.score ?? 1 });
  }
  const whole = draft.map.compose(map);
  whole.check(draft.source, text);
  return {
    source: draft.source,
    text,
    map: whole,
    repairs: repairs.length === 0 ? draft.repairs : [...draft.repairs, ...repairs],
    removals: removals.length === 0 ? draft.removals : [...draft.removals, ...removals],
    doubts: draft.doubts,
  };
}

/**
 * What a change repairs, in source positions. A change one for one is a repair of each stretch of the source that it
 * goes back to: in 網(wǎng)絡 of 網 and of 絡, and not of the gloss between. What it changes of an earlier repair is no
 * repair of its own: the earlier one shows it.
 */
function repairsOf({ source, map, repairs: earlier }: Draft, { start, end, replacement, rule = "" }: Change): Repair[] {
  const repair = (span: Span, after: string): Repair => ({
    span,
    rule,
    before: source.slice(span.start, span.end),
    after,
  });
  const whole = map.toSourceSpan({ start, end });
  if (replacement.length !== end - start || whole.end - whole.start === end - start)
    return [repair(whole, replacement)];
  const repairs: Repair[] = [];
  for (let at = start; at < end;) {
    const from = at;
    let span = map.toSourceSpan({ start: at, end: at + 1 });
    const isKept = span.end - span.start === 1;
    for (at++; at < end; at++) {
      const next = map.toSourceSpan({ start: at, end: at + 1 });
      if (isKept !== (next.end - next.start === 1) || (isKept ? next.start !== span.end : next.start > span.end)) break;
      span = { start: span.start, end: Math.max(span.end, next.end) };
    }
    if (isKept || !earlier.some((one) => overlaps(one.span, span)))
      repairs.push(repair(span, replacement.slice(from - start, at - start)));
  }
  return repairs;
}

/** Doubts stretches of the draft's text, which stay as they are. */
export function doubt(draft: Draft, doubted: readonly Doubted[]): Draft {
  if (doubted.length === 0) return draft;
  const doubts = doubted.map((one) => ({ ...one, span: draft.map.toSourceSpan(one.span) }));
  return { ...draft, doubts: [...draft.doubts, ...doubts] };
}

/** Changes single code units one for one: `of` gives the new unit or null; neighbours of one rule are one change. */
export function changeUnits(
  text: string,
  rule: string,
  pattern: RegExp,
  of: (match: string, start: number) => string | null,
): Change[] {
  const changes: Change[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = of(match[0], match.index);
    if (replacement === null || replacement === match[0]) continue;
    const last = changes.at(-1);
    if (last !== undefined && last.end === match.index && last.replacement.length === last.end - last.start) {
      changes[changes.length - 1] = {
        start: last.start,
        end: match.index + match[0].length,
        replacement: last.replacement + replacement,
        rule,
      };
    } else changes.push({ start: match.index, end: match.index + match[0].length, replacement, rule });
  }
  return changes;
}

/** Joins changes of several kinds into one ordered list; of two that overlap the first in the text stays. */
export function inOrder(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Change[] = [];
  let done = 0;
  for (const one of sorted) {
    if (one.start < done) continue;
    kept.push(one);
    done = one.end;
  }
  return kept;
}

/** Tells whether a position lies in one of the spans, which are in order and do not overlap. */
export function isWithin(spans: readonly Span[], position: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && span.end <= position) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= position;
}
