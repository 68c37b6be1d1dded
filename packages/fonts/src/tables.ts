import type { FontFile } from "./face.ts";

/** The tables of a font file, each read once, when it is first asked for. */
export interface Tables {
  /** A table, or null where the file has none. */
  optional(tag: string): Uint8Array | null;
  optionalView(tag: string): DataView | null;
  /** A table that a face cannot do without; throws where it is missing. */
  view(tag: string): DataView;
  /** A piece of a table that is not worth reading whole. */
  slice(tag: string, offset: number, length: number): Uint8Array;
}

const trueType = 0x00010000;
const appleTrueType = 0x74727565; // "true"

/** Reads the table directory of a TrueType file. */
export function openTables(file: FontFile): Tables {
  const header = viewOf(file.read(0, 12));
  const kind = header.getUint32(0);
  if (kind !== trueType && kind !== appleTrueType) {
    throw new RangeError(`font file ${file.id} is no TrueType file (starts with 0x${kind.toString(16)})`);
  }
  const count = header.getUint16(4);
  const directory = viewOf(file.read(12, 16 * count));
  const places = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < count; i++) {
    const at = 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => directory.getUint8(at + k)));
    places.set(tag, { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) });
  }
  const read = new Map<string, Uint8Array>();
  const optional = (tag: string): Uint8Array | null => {
    const known = read.get(tag);
    if (known !== undefined) return known;
    const place = places.get(tag);
    if (place === undefined) return null;
    const bytes = file.read(place.offset, place.length);
    read.set(tag, bytes);
    return bytes;
  };
  const placeOf = (tag: string): { offset: number; length: number } => {
    const place = places.get(tag);
    if (place === undefined) throw new RangeError(`font file ${file.id} has no ${tag} table`);
    return place;
  };
  return {
    optional,
    optionalView: (tag) => {
      const bytes = optional(tag);
      return bytes === null ? null : viewOf(bytes);
    },
    view: (tag) => {
      placeOf(tag);
      return viewOf(optional(tag) ?? new Uint8Array(0));
    },
    slice: (tag, offset, length) => {
      const place = placeOf(tag);
      if (offset + length > place.length) {
        throw new RangeError(
          `${tag} of ${file.id} has no bytes ${offset}..${offset + length} (length ${place.length})`,
        );
      }
      return file.read(place.offset + offset, length);
    },
  };
}

/** Reads a string of the `name` table by its id, from the Windows Unicode or the Macintosh Roman record. */
export function textOfName(names: DataView | null, id: number): string | null {
  if (names === null) return null;
  const count = names.getUint16(2);
  const strings = names.getUint16(4);
  let found: string | null = null;
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i;
    if (names.getUint16(at + 6) !== id) continue;
    const platform = names.getUint16(at);
    const length = names.getUint16(at + 8);
    const start = strings + names.getUint16(at + 10);
    let text = "";
    if (platform === 1) for (let k = 0; k < length; k++) text += String.fromCharCode(names.getUint8(start + k));
    else for (let k = 0; k + 1 < length; k += 2) text += String.fromCharCode(names.getUint16(start + k));
    if (platform === 3) return text;
    found ??= text;
  }
  return found;
}

/** A view of all of the bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
