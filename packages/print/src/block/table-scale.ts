import type { InlineSegment, RunStyle } from "../line/inline.ts";
import type { GlyphBox } from "../line/measure.ts";
import { sumsOf } from "../line/paragraph.ts";

/** The segment set in smaller characters: every length of it times a factor. */
export function scaledSegment(segment: InlineSegment, factor: number): InlineSegment {
  const boxes = new Map<GlyphBox, GlyphBox>();
  const styles = new Map<RunStyle, RunStyle>();
  const { spacing } = segment.measured;
  const scaled = (lengths: Float64Array): Float64Array => lengths.map((length) => length * factor);
  const advances = segment.measured.advances.map((advance) => advance * factor);
  const scaledSpacing = {
    ...spacing,
    gap: scaled(spacing.gap),
    shrink: scaled(spacing.shrink),
    stretch: scaled(spacing.stretch),
    atStart: scaled(spacing.atStart),
    atEnd: scaled(spacing.atEnd),
  };
  return {
    ...segment,
    boxes: segment.boxes.map((box) =>
      remembered(boxes, box, (one) => ({
        ...one,
        size: one.size * factor,
        advance: one.advance * factor,
        shift: one.shift * factor,
        blanks: one.blanks && { left: one.blanks.left * factor, right: one.blanks.right * factor },
      })),
    ),
    styles: segment.styles.map((style) =>
      remembered(styles, style, (one) => ({ ...one, size: one.size * factor, rise: one.rise * factor })),
    ),
    measured: {
      ...segment.measured,
      advances,
      spacing: scaledSpacing,
      sums: sumsOf(advances, scaledSpacing),
      size: segment.measured.size * factor,
      lines: new Map(),
    },
  };
}

/** What a thing becomes; equal things become one, as runs are told apart by their style. */
function remembered<T>(known: Map<T, T>, thing: T, make: (thing: T) => T): T {
  const there = known.get(thing);
  if (there !== undefined) return there;
  const made = make(thing);
  known.set(thing, made);
  return made;
}
