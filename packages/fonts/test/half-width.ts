import type { Face } from "../src/index.ts";

/** What a face's `halt` feature does to a glyph, in font units: how far it moves, and how its advance changes. */
export interface HalfWidth {
  readonly placement: number;
  readonly advance: number;
}

/** Reads the `halt` feature of a face (OpenType: GPOS, single adjustments), by glyph; empty where it has none. */
export function halfWidthsOf(face: Face): ReadonlyMap<number, HalfWidth> {
  const found = new Map<number, HalfWidth>();
  const bytes = face.table("GPOS");
  if (bytes === null) return found;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => view.getUint16(at);
  const features = word(6);
  const lookups = word(8);
  const numbers = new Set<number>();
  for (let i = 0; i < word(features); i++) {
    const record = features + 2 + 6 * i;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const feature = features + word(record + 4);
    if (tag === "halt") for (let k = 0; k < word(feature + 2); k++) numbers.add(word(feature + 4 + 2 * k));
  }
  for (const number of numbers) {
    const lookup = lookups + word(lookups + 2 + 2 * number);
    for (let k = 0; k < word(lookup + 4); k++) {
      let subtable = lookup + word(lookup + 6 + 2 * k);
      if (word(lookup) === 9) subtable += view.getUint32(subtable + 4);
      readAdjustments(view, subtable, found);
    }
  }
  return found;
}

function readAdjustments(view: DataView, at: number, found: Map<number, HalfWidth>): void {
  const format = view.getUint16(at);
  const values = view.getUint16(at + 4);
  const size = 2 * [...Array(8).keys()].filter((bit) => (values & (1 << bit)) !== 0).length;
  glyphsOf(view, at + view.getUint16(at + 2)).forEach((glyph, index) => {
    let offset = format === 1 ? at + 6 : at + 8 + index * size;
    const read = (bit: number): number => {
      if ((values & bit) === 0) return 0;
      offset += 2;
      return view.getInt16(offset - 2);
    };
    const placement = read(1);
    read(2);
    found.set(glyph, { placement, advance: read(4) });
  });
}

/** The glyphs of a coverage table. */
function glyphsOf(view: DataView, at: number): number[] {
  const glyphs: number[] = [];
  const count = view.getUint16(at + 2);
  for (let i = 0; i < count; i++) {
    if (view.getUint16(at) === 1) glyphs.push(view.getUint16(at + 4 + 2 * i));
    else {
      const range = at + 4 + 6 * i;
      for (let glyph = view.getUint16(range); glyph <= view.getUint16(range + 2); glyph++) glyphs.push(glyph);
    }
  }
  return glyphs;
}
