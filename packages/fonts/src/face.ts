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
  /** Glyph id of a code point, 0 where the face has none. */
  glyphOf(codePoint: number): number;
  /** Advance of a glyph in font units. */
  advanceOf(glyph: number): number;
  /** Width of a text in em, without kerning. */
  widthOf(text: string): number;
}
