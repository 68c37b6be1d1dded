import type { Box, Glyph } from "./glyphs.ts";
import type { Piece } from "./pieces.ts";

/** A page's characters by what they are: level text, watermarks, text that runs along the page's side or aslant. */
export interface ByDirection {
  readonly text: readonly Glyph[];
  readonly watermarks: readonly Piece[];
  readonly turned: readonly Piece[];
}

/**
 * Parts watermarks from the text. A watermark is aslant and pale, or it is one of both and lies under other text:
 * a tilted or a light headline lies under nothing.
 */
export function byDirection(glyphs: readonly Glyph[]): ByDirection {
  const text: Glyph[] = [];
  const odd: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (!isAslant(glyph) && !isTurned(glyph) && !(glyph.pale && glyph.size >= 20)) {
      text.push(glyph);
      continue;
    }
    const apart =
      before === undefined ||
      before.turn !== glyph.turn ||
      before.pale !== glyph.pale ||
      Math.hypot(glyph.x - before.x, glyph.y - before.y) > glyph.size * 3;
    if (apart) odd.push([glyph]);
    else odd.at(-1)?.push(glyph);
    before = glyph;
  }
  const watermarks: Piece[] = [];
  const turned: Piece[] = [];
  const level: Glyph[] = [];
  for (const run of odd) {
    const [first] = run;
    const piece = pieceOf(run);
    if (first === undefined || piece === null) continue;
    const under = text.filter((one) => one.text.trim() !== "" && isWithin(one, piece)).length;
    if ((isAslant(first) && first.pale) || ((isAslant(first) || first.pale) && under >= 3)) watermarks.push(piece);
    else if (isAslant(first) || isTurned(first)) turned.push(piece);
    else level.push(...run);
  }
  return { text: level.length === 0 ? text : [...text, ...level], watermarks, turned };
}

function isAslant({ turn }: Glyph): boolean {
  return turn % 90 > 3 && turn % 90 < 87;
}

function isTurned({ turn }: Glyph): boolean {
  return turn > 3 && turn < 357;
}

function isWithin({ x, y, length }: Glyph, box: Box): boolean {
  const middle = x + length / 2;
  return middle > box.left && middle < box.right && y > box.top && y < box.bottom;
}

function pieceOf(run: readonly Glyph[]): Piece | null {
  const [first] = run;
  const words = run
    .map((one) => one.text)
    .join("")
    .trim();
  if (first === undefined || words === "") return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, length, size, turn } of run) {
    const angle = (turn * Math.PI) / 180;
    const ends = [x + length * Math.cos(angle), y + length * Math.sin(angle)] as const;
    left = Math.min(left, x, ends[0], x + size * 0.88 * Math.sin(angle));
    right = Math.max(right, x, ends[0], x + size * 0.88 * Math.sin(angle));
    top = Math.min(top, y, ends[1], y - size * 0.88 * Math.cos(angle));
    bottom = Math.max(bottom, y, ends[1]);
  }
  const { size, font, artifact } = first;
  return { text: words, left, top, right, bottom, baseline: bottom, size, font, artifact, vertical: false };
}
