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
  const pairs = new Int32Array(edits.length * 4 + 2);
  let done = 0;
  let at = 0;
  for (const { start, end, replacement } of edits) {
    if (start < done || end < start || end > text.length) {
      throw new RangeError(
        `edit ${start}..${end} overlaps or is outside the text (length ${text.length}, done ${done})`,
      );
    }
    parts.push(text.slice(done, start), replacement);
    pairs[at++] = start - done;
    pairs[at++] = -1;
    pairs[at++] = end - start;
    pairs[at++] = replacement.length === end - start ? -1 : replacement.length;
    done = end;
  }
  parts.push(text.slice(done));
  pairs[at++] = text.length - done;
  pairs[at++] = -1;
  return { text: parts.join(""), map: SourceMap.of(pairs) };
}
