import { type World, report } from "./world.ts";

/** A glyph in the face that has it. */
export interface PlacedGlyph {
  /** Face id. */
  readonly face: string;
  readonly glyph: number;
}

/** Marks that stand in for a character that no face has, so that the gap is seen where pages are only looked at. */
const stands = [0x3013, 0x25a1];

/**
 * Finds the glyph of a character in a face or in those that stand in for it, and tells each place where none has it
 * (`reportMissing`). A character of private use means what its font says and nothing to a reader or an archive
 * (ISO 19005-3, 6.2.11.7.3), so no face has it.
 */
export function glyphOf(world: World, wanted: string, codePoint: number, place: string): PlacedGlyph {
  const { missing, ...found } = findGlyph(world, wanted, codePoint);
  if (missing) reportMissing(world, codePoint, place);
  return found;
}

/** Finds a glyph without a word: where none has the character, that of a mark that stands for it. */
export function findGlyph(
  world: World,
  wanted: string,
  codePoint: number,
): PlacedGlyph & { readonly missing: boolean } {
  if (!isPrivate(codePoint)) {
    const found = world.faces.find(wanted, codePoint);
    if (found.glyph !== 0) return { face: found.face.id, glyph: found.glyph, missing: false };
    // A space of unusual width is a space.
    if (/\p{Zs}/u.test(String.fromCodePoint(codePoint))) {
      const space = world.faces.find(wanted, 0x20);
      return { face: space.face.id, glyph: space.glyph, missing: false };
    }
  }
  for (const stand of stands) {
    const other = world.faces.find(wanted, stand);
    if (other.glyph !== 0) return { face: other.face.id, glyph: other.glyph, missing: true };
  }
  return { face: wanted, glyph: 0, missing: true };
}

/** Reports a character that no face has, as an error, once a layout: nobody may print a page on which a mark stands for a word. */
export function reportMissing(world: World, codePoint: number, place: string): void {
  if (world.missing.has(codePoint)) return;
  world.missing.add(codePoint);
  const character = isPrivate(codePoint) ? "" : ` ${String.fromCodePoint(codePoint)}`;
  report(
    world,
    "error",
    "missing-glyph",
    `no face has the character U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}${character} of ${place}`,
    "put a font that has it into fonts/ and name it under fallback in the theme's family, or write another character",
  );
}

function isPrivate(codePoint: number): boolean {
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;
}
