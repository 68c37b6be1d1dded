/** A half-open range `[start, end)` in UTF-16 code units of a *named* text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Returns the span, after checking that it lies in order within a text of `length` code units. */
export function spanWithin(span: Span, length: number): Span {
  if (span.start < 0 || span.end < span.start || span.end > length) {
    throw new RangeError(`span ${span.start}..${span.end} is outside the text (length ${length})`);
  }
  return span;
}

/** Tells whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
