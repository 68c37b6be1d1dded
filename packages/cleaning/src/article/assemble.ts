import type { CleanArticle, Doubt, Edit, Removal, Repair, SourceMap, Span } from "@jianbao/model";
import { applyEdits } from "@jianbao/model";
import type { Doubted, Draft } from "../draft.ts";
import { joint } from "./lines/join.ts";
import type { Stretch } from "./stretches.ts";

/** What an article is once its lines are joined. */
export type Assembled = Pick<CleanArticle, "text" | "map" | "removals" | "repairs" | "headings" | "doubts">;

/** Joins an article's paragraphs into its clean text, with the map from the whole source. */
export function assemble(draft: Draft, { paragraphs, removals, repairs, doubts }: Stretch): Assembled {
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
  whole.check(draft.source, text);
  return {
    text,
    map: whole,
    headings,
    doubts: doubtsIn(doubts, whole),
    removals,
    repairs: inTheEnd(repairs, removals, text, whole),
  };
}

/** Where the clean text has what is doubted; a doubt about what was left out is none. */
function doubtsIn(doubts: readonly Doubted[], index: SourceMap): Doubt[] {
  return doubts.flatMap(({ span, ...why }) => {
    const cleanSpan = index.toCleanSpan(span);
    return cleanSpan.end > cleanSpan.start ? [{ cleanSpan, ...why }] : [];
  });
}

/** The repairs of what was kept, with what the clean text has for them in the end. */
function inTheEnd(repairs: readonly Repair[], removals: readonly Removal[], text: string, index: SourceMap): Repair[] {
  const kept: Repair[] = [];
  let r = 0;
  for (const repair of repairs) {
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
