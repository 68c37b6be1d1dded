import { SourceMap } from "./source-map.ts";
import type { Span } from "./span.ts";

/** One change to a text: the span it replaces and what stands there afterwards. */
export interface Edit extends Span {
  readonly replacement: string;
}

/**
 * Applies edits to a text and returns the new text with the map between the two.
 * Edits must be in order and must not overlap; one that keeps the length maps one unit to one.
 */
export function applyEdits(text: string, edits: readonly Edit[]): { readonly text: string; readonly map: SourceMap } {
  const parts: string[] = [];
  const pairs: number[] = [];
  let done = 0;
  for (const edit of edits) {
    if (edit.start < done || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `edit ${edit.start}..${edit.end} overlaps or is outside the text (length ${text.length}, done ${done})`,
      );
    }
    const length = edit.end - edit.start;
    parts.push(text.slice(done, edit.start), edit.replacement);
    pairs.push(edit.start - done, -1, length, edit.replacement.length === length ? -1 : edit.replacement.length);
    done = edit.end;
  }
  parts.push(text.slice(done));
  pairs.push(text.length - done, -1);
  return { text: parts.join(""), map: SourceMap.of(pairs) };
}
