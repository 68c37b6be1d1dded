import type { FaceSet } from "@jianbao/fonts";
import type { TextFrame } from "../page/page.ts";

/** The top and bottom edges of what a text paints, as heights beside its baseline's; null where it paints nothing. */
export function inkOf(
  faces: FaceSet,
  { face: id, glyphs, size, y }: Pick<TextFrame, "face" | "glyphs" | "size" | "y">,
): { readonly top: number; readonly bottom: number } | null {
  const face = faces.get(id);
  const scale = size / face.unitsPerEm;
  let top = Infinity;
  let bottom = -Infinity;
  for (const glyph of glyphs) {
    const outline = face.outlineOf(glyph);
    if (outline.length < 10) continue;
    // The header of a glyph's record: number of contours, then xMin, yMin, xMax, yMax (OpenType, glyf).
    const header = new DataView(outline.buffer, outline.byteOffset, 10);
    top = Math.min(top, y - header.getInt16(8) * scale);
    bottom = Math.max(bottom, y - header.getInt16(4) * scale);
  }
  return top === Infinity ? null : { top, bottom };
}
