import type { CleanArticle, Edit, Removal, Repair, Span } from "@jianbao/model";
import { applyEdits } from "@jianbao/model";
import type { Draft } from "../draft.ts";
import { MapIndex } from "../map-index.ts";
import type { Foreign } from "./furniture.ts";
import { type Paragraph, joint } from "./join.ts";
import type { Line } from "./lines.ts";

/** What an article is once its lines are joined. */
export type Assembled = Pick<CleanArticle, "text" | "map" | "removals" | "repairs" | "headings">;

/**
 * Joins an article's paragraphs into its clean text, with the map from the whole source.
 * `range` is the stretch of the draft that the article owns: what was removed or repaired there is listed with it.
 */
export function assemble(
  draft: Draft,
  paragraphs: readonly Paragraph[],
  context: { readonly lines: readonly Line[]; readonly foreign: readonly (Foreign | null)[]; readonly range: Span },
): Assembled {
  const edits: Edit[] = [];
  const headings: Span[] = [];
  let done = 0; // in the draft
  let length = 0; // of the clean text
  for (const [p, paragraph] of paragraphs.entries()) {
    let before = "";
    const start = length + (p > 0 ? 1 : 0);
    for (const [l, line] of paragraph.lines.entries()) {
      const between = l > 0 ? joint(before, line.text) : p > 0 ? "\n" : "";
      if (line.start > done || between !== "") edits.push({ start: done, end: line.start, replacement: between });
      length += between.length + (line.end - line.start);
      done = line.end;
      before = line.text;
    }
    if (paragraph.kind === "heading") headings.push({ start, end: length });
  }
  if (done < draft.text.length) edits.push({ start: done, end: draft.text.length, replacement: "" });
  const { text, map } = applyEdits(draft.text, edits);
  const whole = draft.map.compose(map);
  const index = new MapIndex(draft.map);
  const owned = ownedOf(index, draft, context.range);
  const removals = [...draft.removals.filter(({ span }) => liesIn(span, owned)), ...lineRemovals(index, context)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return {
    text,
    map: whole,
    headings,
    removals,
    repairs: listed(draft.repairs, removals, owned, text, new MapIndex(whole)),
  };
}

function ownedOf(index: MapIndex, draft: Draft, range: Span): Span {
  return {
    start: range.start === 0 ? 0 : index.toSource(range.start, "start"),
    end: range.end >= draft.text.length ? draft.source.length : index.toSource(range.end, "start"),
  };
}

function liesIn(span: Span, owner: Span): boolean {
  return (
    span.start >= owner.start && (span.start < owner.end || (span.start === owner.end && owner.start === owner.end))
  );
}

/** Foreign lines that stand together and fell to one rule are one removal. */
function lineRemovals(
  index: MapIndex,
  {
    lines,
    foreign,
    range,
  }: { readonly lines: readonly Line[]; readonly foreign: readonly (Foreign | null)[]; readonly range: Span },
): Removal[] {
  const removals: Removal[] = [];
  let open: { start: number; end: number; why: Foreign } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { start, end, why } = open;
    removals.push({ span: index.toSourceSpan({ start, end }), rule: why.rule, reason: why.reason, score: why.score });
    open = null;
  };
  for (const [i, line] of lines.entries()) {
    const why = foreign[i] ?? null;
    if (why === null || line.start < range.start || line.start >= range.end) {
      close();
      continue;
    }
    if (open !== null && (open as { why: Foreign }).why.rule === why.rule) (open as { end: number }).end = line.end;
    else {
      close();
      open = { start: line.start, end: line.end, why };
    }
  }
  close();
  return removals;
}

/** The repairs of what was kept, in text order, with what the clean text has for them in the end. */
function listed(
  repairs: readonly Repair[],
  removals: readonly Removal[],
  owned: Span,
  text: string,
  index: MapIndex,
): Repair[] {
  const sorted = repairs
    .filter(({ span }) => liesIn(span, owned))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Repair[] = [];
  let r = 0;
  for (const repair of sorted) {
    while (r < removals.length && (removals[r]?.span.end ?? 0) <= repair.span.start) r++;
    const removal = removals[r]?.span;
    if (removal !== undefined && removal.start <= repair.span.start && removal.end >= repair.span.end) continue;
    if (repair.after === "") kept.push(repair);
    else {
      const { start, end } = index.toCleanSpan(repair.span);
      kept.push({ ...repair, after: text.slice(start, end) });
    }
  }
  return kept;
}
