import type { Removal, Repair, SourceMap, Span } from "@jianbao/model";
import type { Doubted, Draft } from "../draft.ts";
import type { Part } from "./boundaries.ts";
import type { Foreign } from "./page/reason.ts";
import type { Paragraph } from "./lines/paragraph.ts";
import type { Line } from "./lines/lines.ts";

/** The part of a file that one article owns: its lines with those around them, and what was done there. */
export interface Stretch {
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly foreign: readonly (Foreign | null)[];
  /** In source positions and text order. */
  readonly removals: readonly Removal[];
  /** In source positions and text order. */
  readonly repairs: readonly Repair[];
  /** In source positions and text order. */
  readonly doubts: readonly Doubted[];
}

/** Deals a file's lines, repairs and removals out to its articles, each in one pass. */
export function stretchesOf(
  draft: Draft,
  parts: readonly Part[],
  lines: readonly Line[],
  foreign: readonly (Foreign | null)[],
): Stretch[] {
  const index = draft.map;
  const removals = [...draft.removals, ...lineRemovals(index, lines, foreign)].sort(byPlace);
  const repairs = [...draft.repairs].sort(byPlace);
  const doubts = [...draft.doubts].sort(byPlace);
  let line = 0;
  let removal = 0;
  let repair = 0;
  let doubt = 0;
  return parts.map(({ paragraphs }, p) => {
    const next = parts[p + 1]?.from;
    const until = next === undefined ? Infinity : next;
    const untilSource = next === undefined ? Infinity : index.toSource(next, "start");
    const from = { line, removal, repair, doubt };
    while (line < lines.length && (lines[line]?.start ?? 0) < until) line++;
    while (removal < removals.length && (removals[removal]?.span.start ?? 0) < untilSource) removal++;
    while (repair < repairs.length && (repairs[repair]?.span.start ?? 0) < untilSource) repair++;
    while (doubt < doubts.length && (doubts[doubt]?.span.start ?? 0) < untilSource) doubt++;
    return {
      paragraphs,
      lines: lines.slice(from.line, line),
      foreign: foreign.slice(from.line, line),
      removals: removals.slice(from.removal, removal),
      repairs: repairs.slice(from.repair, repair),
      doubts: doubts.slice(from.doubt, doubt),
    };
  });
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** Foreign lines that stand together and fell to one rule are one removal. */
function lineRemovals(index: SourceMap, lines: readonly Line[], foreign: readonly (Foreign | null)[]): Removal[] {
  const removals: Removal[] = [];
  for (let i = 0; i < lines.length; i++) {
    const why = foreign[i];
    const first = lines[i];
    if (why === null || why === undefined || first === undefined) continue;
    while (foreign[i + 1]?.rule === why.rule) i++;
    const span = index.toSourceSpan({ start: first.start, end: lines[i]?.end ?? first.end });
    removals.push({ span, rule: why.rule, reason: why.reason, score: why.score });
  }
  return removals;
}
