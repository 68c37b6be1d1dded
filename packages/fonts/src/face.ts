import { openCharacterMap } from "./character-map.ts";
import { openTables, textOfName } from "./tables.ts";

/** A font file, read in pieces: nothing is loaded that is not asked for. */
export interface FontFile {
  /** A stable id: `noto-serif-sc-400`. */
  readonly id: string;
  /** Bytes `[offset, offset + length)` of the file. */
  read(offset: number, length: number): Uint8Array;
}

/** A face opened lazily: advances and outlines by code point, and subsets. */
export interface Face {
  readonly id: string;
  /** PostScript name of the file's name table, for the PDF. */
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** Above the baseline, positive, in font units. */
  readonly ascent: number;
  /** Below the baseline, negative, in font units. */
  readonly descent: number;
  /** Height of a flat capital, in font units. */
  readonly capHeight: number;
  /** Height of a small x, in font units. */
  readonly xHeight: number;
  /** Degrees counter-clockwise from the vertical, 0 for an upright face. */
  readonly italicAngle: number;
  readonly fixedPitch: boolean;
  /** Left, bottom, right, top around all glyphs, in font units. */
  readonly bounds: readonly [number, number, number, number];
  readonly glyphCount: number;
  /** Glyph id of a code point, 0 where the face has none. */
  glyphOf(codePoint: number): number;
  /** Advance of a glyph in font units. */
  advanceOf(glyph: number): number;
  /** Left side bearing of a glyph in font units. */
  bearingOf(glyph: number): number;
  /** The glyph's record of the `glyf` table, empty for a blank one. */
  outlineOf(glyph: number): Uint8Array;
  /** Width of a text in em, without kerning. */
  widthOf(text: string): number;
  /** A whole table of the file, null where it has none. */
  table(tag: string): Uint8Array | null;
}

/**
 * Opens a TrueType face by its table directory; outlines and most tables are read when they are first used.
 * Throws a RangeError where the file is no TrueType font with outlines in `glyf`.
 */
export function openFace(file: FontFile): Face {
  const tables = openTables(file);
  const head = tables.view("head");
  const hhea = tables.view("hhea");
  const maxp = tables.view("maxp");
  const unitsPerEm = head.getUint16(18);
  const longLocations = head.getInt16(50) !== 0;
  const fullMetrics = hhea.getUint16(34);
  const glyphCount = maxp.getUint16(4);
  const glyphOf = openCharacterMap(file.id, tables.view("cmap"));
  const metrics = tables.view("hmtx");
  const os2 = tables.optionalView("OS/2");
  const os2Version = os2 === null ? -1 : os2.getUint16(0);
  const ascent = hhea.getInt16(4);
  let locations: DataView | null = null;
  let postscriptName: string | null = null;
  let post: DataView | null | undefined;

  const location = (glyph: number): number => {
    locations ??= tables.view("loca");
    return longLocations ? locations.getUint32(4 * glyph) : 2 * locations.getUint16(2 * glyph);
  };
  const checked = (glyph: number): number => {
    if (!(glyph >= 0 && glyph < glyphCount)) {
      throw new RangeError(`glyph ${glyph} is outside the face ${file.id} (${glyphCount} glyphs)`);
    }
    return glyph;
  };
  const postTable = (): DataView | null => (post === undefined ? (post = tables.optionalView("post")) : post);
  const advanceOf = (glyph: number): number => metrics.getUint16(4 * Math.min(checked(glyph), fullMetrics - 1));

  return {
    id: file.id,
    get postscriptName() {
      return (postscriptName ??= textOfName(tables.optionalView("name"), 6) ?? file.id);
    },
    unitsPerEm,
    ascent,
    descent: hhea.getInt16(6),
    capHeight: os2 !== null && os2Version >= 2 ? os2.getInt16(88) : Math.round(unitsPerEm * 0.7),
    xHeight: os2 !== null && os2Version >= 2 ? os2.getInt16(86) : Math.round(unitsPerEm * 0.5),
    get italicAngle() {
      return (postTable()?.getInt32(4) ?? 0) / 0x10000;
    },
    get fixedPitch() {
      return (postTable()?.getUint32(12) ?? 0) !== 0;
    },
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphCount,
    glyphOf,
    advanceOf,
    bearingOf: (glyph) =>
      checked(glyph) < fullMetrics
        ? metrics.getInt16(4 * glyph + 2)
        : metrics.getInt16(4 * fullMetrics + 2 * (glyph - fullMetrics)),
    outlineOf: (glyph) => {
      const start = location(checked(glyph));
      const end = location(glyph + 1);
      return end > start ? tables.slice("glyf", start, end - start) : new Uint8Array(0);
    },
    widthOf: (text) => {
      let width = 0;
      for (const character of text) width += advanceOf(glyphOf(character.codePointAt(0) ?? 0));
      return width / unitsPerEm;
    },
    table: (tag) => tables.optional(tag),
  };
}
