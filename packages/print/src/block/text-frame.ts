import { type TextFrame, rounded } from "../page/page.ts";
import { glyphOf } from "../glyph.ts";
import type { World } from "../world.ts";
import { shortened } from "./context.ts";

/** Where and how a short text of one line is set. */
export interface ShortText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly face: string;
  readonly size: number;
  readonly colour: string;
  readonly element: number | null;
  readonly anchor?: "start" | "middle" | "end";
  readonly angle?: number;
}

/** Sets a text of one line by the advances of its face: labels, page numbers, texts of charts. A frame a face. */
export function textFrames(world: World, text: string, place: ShortText): TextFrame[] {
  const pieces: { face: string; start: number; text: string; glyphs: number[]; xs: number[] }[] = [];
  let x = 0;
  for (const character of text) {
    const { face: id, glyph } = glyphOf(world, place.face, character.codePointAt(0) ?? 0, `“${shortened(text)}”`);
    const face = world.faces.get(id);
    let piece = pieces.at(-1);
    if (piece === undefined || piece.face !== id) {
      piece = { face: id, start: x, text: "", glyphs: [], xs: [] };
      pieces.push(piece);
    }
    piece.text += character;
    piece.glyphs.push(glyph);
    piece.xs.push(rounded(x - piece.start));
    x += (face.advanceOf(glyph) / face.unitsPerEm) * place.size;
  }
  const back = place.anchor === "middle" ? x / 2 : place.anchor === "end" ? x : 0;
  const angle = ((place.angle ?? 0) * Math.PI) / 180;
  return pieces.map(({ face, start, text, glyphs, xs }) => ({
    type: "text",
    x: rounded(place.x + (start - back) * Math.cos(angle)),
    y: rounded(place.y + (start - back) * Math.sin(angle)),
    face,
    size: rounded(place.size),
    colour: place.colour,
    text,
    glyphs,
    xs,
    ...(place.angle === undefined || place.angle === 0 ? {} : { angle: place.angle }),
    element: place.element,
  }));
}
