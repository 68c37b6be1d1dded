import type { FontFile } from "../src/index.ts";

/** What the made-up font looks like. */
export interface SquareFont {
  readonly id?: string;
  /** Advance of ASCII characters in em; 1 where absent, like all others. */
  readonly western?: number;
  /** Characters that the font has; all of the basic plane where absent. */
  readonly characters?: string;
  /** Adds glyph 3, for U+7530 田, made of two squares by reference. */
  readonly composite?: boolean;
}

const em = 1000;

/** Builds a TrueType font in memory in which every glyph is one square: what is laid out can be checked by eye. */
export function squareFont({ id = "square", western = 1, characters, composite = false }: SquareFont = {}): FontFile {
  const square = outline(0, 0, 1000, 1000);
  const half = outline(0, 0, Math.round(western * 1000), 1000);
  const glyphs = [outline(100, 100, 900, 900), half, square, ...(composite ? [composed(1, 2)] : [])];
  const advances = [1000, Math.round(western * em), em, ...(composite ? [em] : [])];
  const bytes = assemble({
    cmap: characterMap(characters, composite),
    glyf: join(glyphs),
    head: header(),
    hhea: words(1, 0, 880, -120, 0, em, 0, 0, em, 1, 0, 0, 0, 0, 0, 0, 0, advances.length),
    hmtx: words(...advances.flatMap((advance) => [advance, 0])),
    loca: locations(glyphs),
    maxp: words(1, 0, glyphs.length, 4, 1, 4, 1, 2, 0, 0, 0, 0, 0, 0, 2, 1),
    name: names("Square"),
  });
  return { id, read: (offset, length) => bytes.slice(offset, offset + length) };
}

function words(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, index) => view.setUint16(2 * index, value & 0xffff));
  return new Uint8Array(view.buffer);
}

function outline(left: number, bottom: number, right: number, top: number): Uint8Array {
  // One contour of four points on the curve, as word deltas; no instructions.
  const flags = [1, 1, 1, 1];
  const xs = [left, right - left, 0, left - right];
  const ys = [bottom, 0, top - bottom, 0];
  return join([words(1, left, bottom, right, top, 3, 0), Uint8Array.from(flags), words(...xs, ...ys)]);
}

function composed(first: number, second: number): Uint8Array {
  const words16 = 1;
  const more = 32;
  return words(-1, 0, 0, 1000, 1000, words16 | 2 | more, first, 0, 0, words16 | 2, second, 0, 0);
}

function characterMap(characters: string | undefined, composite: boolean): Uint8Array {
  const groups: [first: number, glyph: number][] = [];
  const add = (codePoint: number): void => {
    groups.push([codePoint, composite && codePoint === 0x7530 ? 3 : codePoint < 0x80 ? 1 : 2]);
  };
  if (characters === undefined) for (let codePoint = 0x20; codePoint < 0x10000; codePoint++) add(codePoint);
  else
    for (const codePoint of [...new Set(characters)].map((each) => each.codePointAt(0) ?? 0).sort((a, b) => a - b))
      add(codePoint);
  const view = new DataView(new ArrayBuffer(12 + 16 + 12 * groups.length));
  [0, 1, 3, 10].forEach((value, index) => view.setUint16(2 * index, value));
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * groups.length);
  view.setUint32(24, groups.length);
  groups.forEach(([codePoint, glyph], index) => {
    view.setUint32(28 + 12 * index, codePoint);
    view.setUint32(32 + 12 * index, codePoint);
    view.setUint32(36 + 12 * index, glyph);
  });
  return new Uint8Array(view.buffer);
}

function header(): Uint8Array {
  const bytes = new Uint8Array(54);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(18, em);
  [0, 0, 1000, 1000].forEach((value, index) => view.setInt16(36 + 2 * index, value));
  view.setInt16(50, 1);
  return bytes;
}

function locations(glyphs: readonly Uint8Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  let offset = 0;
  glyphs.forEach((glyph, index) => view.setUint32(4 * (index + 1), (offset += glyph.length)));
  return new Uint8Array(view.buffer);
}

function names(postscript: string): Uint8Array {
  const text = Uint8Array.from(postscript, (letter) => letter.charCodeAt(0));
  return join([words(0, 1, 18, 1, 0, 0, 6, text.length, 0), text]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function assemble(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  const directory = new Uint8Array(12 + 16 * entries.length);
  const view = new DataView(directory.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  let offset = directory.length;
  const parts: Uint8Array[] = [directory];
  entries.forEach(([tag, bytes], index) => {
    const at = 12 + 16 * index;
    [...tag].forEach((letter, k) => view.setUint8(at + k, letter.charCodeAt(0)));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    const room = (4 - (bytes.length % 4)) % 4;
    parts.push(bytes, new Uint8Array(room));
    offset += bytes.length + room;
  });
  return join(parts);
}
