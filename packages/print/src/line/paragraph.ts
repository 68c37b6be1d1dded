import type { CharacterKind } from "./character.ts";
import type { Spacing } from "./spacing.ts";

/** A paragraph measured and ready to be broken; lists have one entry a character. */
export interface MeasuredParagraph {
  readonly kinds: readonly CharacterKind[];
  readonly advances: readonly number[];
  readonly spacing: Spacing;
  /** Cost of a line end after each character, Infinity where it is forbidden. */
  readonly costs: readonly number[];
  /** What more it costs in a title. */
  readonly titleCosts: readonly number[];
  readonly sums: Sums;
  /** The em of the paragraph, in points. */
  readonly size: number;
  /** The lines it was broken into before, by their settings. */
  readonly lines: Map<string, readonly Line[]>;
}

/** How long lines are, and whether they are to end flush. */
export interface LineSettings {
  readonly measure: number;
  /** Taken from the first line. */
  readonly indent: number;
  readonly justify: boolean;
  /** Makes the lines of a title or a centred cell nearly equal. */
  readonly balance?: boolean;
  /** Keeps the words of a title whole where that costs little. */
  readonly title?: boolean;
}

/** Characters `[start, end)` on one line. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Origin of each character, from the line's start. */
  readonly xs: readonly number[];
  /** Width after adjustment; that of a justified line is its measure. */
  readonly width: number;
  /** Points by which the line is too long; 0 for all but the hopeless. */
  readonly excess: number;
  /** Points by which a line that is to end flush does not reach the measure: it has no gap to open. */
  readonly short: number;
  /** Points by which each gap was opened beyond what Western and script spaces take. */
  readonly opened: number;
}

/** Sums over the characters before each, so that the width of any line is a difference. */
export interface Sums {
  /** Of advances and gaps. */
  readonly width: Float64Array;
  readonly shrink: Float64Array;
  readonly stretch: Float64Array;
  readonly open: Float64Array;
  readonly letters: Float64Array;
}

/** Sums up the widths and spaces of a row of characters. */
export function sumsOf(advances: readonly number[], spacing: Spacing): Sums {
  const count = advances.length;
  const list = (): Float64Array => new Float64Array(count + 1);
  const [width, shrink, stretch, open, letters] = [list(), list(), list(), list(), list()];
  for (let i = 0; i < count; i++) {
    width[i + 1] = at(width, i) + at(advances, i) + at(spacing.gap, i);
    shrink[i + 1] = at(shrink, i) + at(spacing.shrink, i);
    stretch[i + 1] = at(stretch, i) + at(spacing.stretch, i);
    open[i + 1] = at(open, i) + at(spacing.open, i);
    letters[i + 1] = at(letters, i) + at(spacing.letters, i);
  }
  return { width, shrink, stretch, open, letters };
}

/** The natural width of characters `[start, end)` on a line of their own. */
export function widthOf({ spacing, sums }: MeasuredParagraph, start: number, end: number): number {
  const last = end - 1;
  return (
    at(sums.width, end) -
    at(sums.width, start) -
    at(spacing.gap, last) +
    at(spacing.atStart, start) +
    at(spacing.atEnd, last)
  );
}

/** An entry of a list that is known to have it. */
export function at(list: ArrayLike<number>, index: number): number {
  return list[index] ?? 0;
}
