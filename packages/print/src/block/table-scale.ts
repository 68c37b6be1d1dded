import type { InlineSegment, RunStyle } from "../line/inline.ts";
import { measured } from "../line/measure.ts";
import type { World } from "../world.ts";

/** The segment set in smaller characters: every size of it times a factor; `place` is for messages. */
export function scaledSegment(world: World, segment: InlineSegment, factor: number, place: string): InlineSegment {
  const { boxes, calls } = segment;
  const made = new Map<RunStyle, RunStyle>();
  const styles = segment.styles.map((style) => {
    // Equal styles stay one: runs are told apart by theirs.
    const scaled = made.get(style) ?? { ...style, size: style.size * factor, rise: style.rise * factor };
    made.set(style, scaled);
    return scaled;
  });
  const codePoints = boxes.map((box) => box.codePoint);
  const text = codePoints.flatMap((codePoint, index) => (calls.has(index) ? [] : String.fromCodePoint(codePoint)));
  const unmeasured = { text: text.join(""), codePoints, styles, calls };
  return { ...segment, styles, ...measured(world, unmeasured, segment.measured.size * factor, place) };
}
