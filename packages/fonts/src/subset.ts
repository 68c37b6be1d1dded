import type { Face } from "./face.ts";
import { viewOf } from "./tables.ts";

/**
 * Glyphs of a face gathered for embedding, renumbered in the order in which they were first asked for.
 * The same requests in the same order give the same bytes.
 */
export class Subset {
  readonly face: Face;
  /** Slots by glyph and code point, which make one number. */
  readonly #slots = new Map<number, number>();
  /** The face's glyph of each slot; slot 0 is `.notdef`. */
  readonly #glyphs: number[] = [0];
  readonly #codePoints: number[] = [0];

  constructor(face: Face) {
    this.face = face;
  }

  /**
   * Returns the slot of a glyph that stands for a code point, taking it in where it is new. A glyph
   * that serves two code points has two slots, so that text copied from the PDF is what was written.
   */
  slotOf(glyph: number, codePoint: number): number {
    const key = glyph * 0x110000 + codePoint;
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.#add(glyph, codePoint);
      this.#slots.set(key, slot);
    }
    return slot;
  }

  /** What each slot shows: the face's glyph and the code point it stands for, slot 0 first. */
  entries(): readonly { readonly glyph: number; readonly codePoint: number }[] {
    return this.#glyphs.map((glyph, slot) => ({ glyph, codePoint: this.#codePoints[slot] ?? 0 }));
  }

  /**
   * Writes a TrueType file of the slots and of what composite glyphs are made of, without a character map;
   * `more` tables, by their tags, are put in as they are.
   */
  toBytes(more: readonly (readonly [tag: string, bytes: Uint8Array])[] = []): Uint8Array {
    const glyphs = [...this.#glyphs];
    const partSlots = new Map<number, number>();
    const outlines: Uint8Array[] = [];
    for (let slot = 0; slot < glyphs.length; slot++) {
      const outline = this.face.outlineOf(glyphs[slot] ?? 0);
      outlines.push(
        renumbered(outline, (part) => {
          let known = partSlots.get(part);
          if (known === undefined) {
            known = glyphs.length;
            glyphs.push(part);
            partSlots.set(part, known);
          }
          return known;
        }),
      );
    }
    return fileOf(this.face, glyphs, outlines, more);
  }

  #add(glyph: number, codePoint: number): number {
    this.#glyphs.push(glyph);
    this.#codePoints.push(codePoint);
    return this.#glyphs.length - 1;
  }
}

/** Starts an empty subset of a face. */
export function subsetOf(face: Face): Subset {
  return new Subset(face);
}

const argumentsAreWords = 1;
const hasScale = 8;
const moreComponents = 32;
const hasTwoScales = 64;
const hasMatrix = 128;

/** A composite outline with the numbers of its parts replaced; any other outline as it is. */
function renumbered(outline: Uint8Array, slotOfPart: (glyph: number) => number): Uint8Array {
  if (outline.length < 12 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    view.setUint16(at + 2, slotOfPart(view.getUint16(at + 2)));
    at += 4 + (flags & argumentsAreWords ? 4 : 2);
    at += flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0;
  } while (flags & moreComponents);
  return copy;
}

function fileOf(
  face: Face,
  glyphs: readonly number[],
  outlines: readonly Uint8Array[],
  more: readonly (readonly [tag: string, bytes: Uint8Array])[],
): Uint8Array {
  const count = glyphs.length;
  const locations = new DataView(new ArrayBuffer(4 * (count + 1)));
  let size = 0;
  outlines.forEach((outline, slot) => {
    size += padded(outline.length);
    locations.setUint32(4 * (slot + 1), size);
  });
  const glyf = new Uint8Array(Math.max(size, 4));
  outlines.forEach((outline, slot) => glyf.set(outline, locations.getUint32(4 * slot)));
  const metrics = new DataView(new ArrayBuffer(4 * count));
  glyphs.forEach((glyph, slot) => {
    metrics.setUint16(4 * slot, face.advanceOf(glyph));
    metrics.setInt16(4 * slot + 2, face.bearingOf(glyph));
  });
  const head = copyOf(face, "head");
  viewOf(head).setUint32(8, 0); // the whole file's checksum is set below
  viewOf(head).setInt16(50, 1);
  const hhea = copyOf(face, "hhea");
  viewOf(hhea).setUint16(34, count);
  const maxp = copyOf(face, "maxp");
  viewOf(maxp).setUint16(4, count);
  // Hinting programs: outlines call functions of fpgm and values of cvt; each is there or not.
  const hinting = (["cvt ", "fpgm", "prep"] as const).flatMap((tag): [string, Uint8Array][] => {
    const table = face.table(tag);
    return table === null ? [] : [[tag, table]];
  });
  return assembled([
    ...hinting,
    ...more,
    ["glyf", glyf],
    ["head", head],
    ["hhea", hhea],
    ["hmtx", new Uint8Array(metrics.buffer)],
    ["loca", new Uint8Array(locations.buffer)],
    ["maxp", maxp],
  ]);
}

function assembled(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * sorted.length;
  const total = sorted.reduce((sum, [, bytes]) => sum + padded(bytes.length), start);
  const file = new Uint8Array(total);
  const view = viewOf(file);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (sorted.length - power));
  let offset = start;
  let head = 0;
  let sum = 0;
  sorted.forEach(([tag, bytes], index) => {
    const at = 12 + 16 * index;
    for (let k = 0; k < 4; k++) file[at + k] = tag.charCodeAt(k);
    file.set(bytes, offset);
    const own = checksum(view, offset, padded(bytes.length));
    sum += own;
    view.setUint32(at + 4, own);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    if (tag === "head") head = offset;
    offset += padded(bytes.length);
  });
  // The sum of all words is that of the directory and of the tables, whose sums are known.
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, start) - sum) >>> 0);
  return file;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function copyOf(face: Face, tag: string): Uint8Array {
  const table = face.table(tag);
  if (table === null) throw new RangeError(`font file ${face.id} has no ${tag} table`);
  return table.slice();
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
