import type { Face } from "./face.ts";
import { subsetOf } from "./subset.ts";
import { viewOf } from "./tables.ts";

/**
 * Writes a face's glyphs of some code points as a TrueType file that a browser takes (`@font-face`): the subset with
 * a character map, the metrics of `OS/2`, a `post` table without glyph names, and the file's copyright and licence.
 * The code points may come in any order and more than once; those that the face lacks are left out.
 * Source of the tables: OpenType 1.9, "Font Tables"; a browser refuses a file without any of them.
 */
export function webFontOf(face: Face, codePoints: Iterable<number>): Uint8Array {
  const subset = subsetOf(face);
  const map: { readonly codePoint: number; readonly slot: number }[] = [];
  for (const codePoint of [...new Set(codePoints)].sort((a, b) => a - b)) {
    const glyph = face.glyphOf(codePoint);
    if (glyph !== 0) map.push({ codePoint, slot: subset.slotOf(glyph, codePoint) });
  }
  const os2 = face.table("OS/2");
  return subset.toBytes([
    ["cmap", characterMap(map)],
    ["name", namesOf(face)],
    ["post", postOf(face)],
    ...(os2 === null ? [] : [["OS/2", os2] as const]),
  ]);
}

/** A `cmap` of one subtable: format 12 for Windows, full Unicode; neighbours in code and slot are one group. */
function characterMap(map: readonly { readonly codePoint: number; readonly slot: number }[]): Uint8Array {
  const groups: { start: number; end: number; slot: number }[] = [];
  for (const { codePoint, slot } of map) {
    const last = groups.at(-1);
    if (last !== undefined && codePoint === last.end + 1 && slot === last.slot + codePoint - last.start) {
      last.end = codePoint;
    } else groups.push({ start: codePoint, end: codePoint, slot });
  }
  const length = 16 + 12 * groups.length;
  const table = new Uint8Array(12 + length);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, length);
  view.setUint32(24, groups.length);
  groups.forEach(({ start, end, slot }, index) => {
    const at = 28 + 12 * index;
    view.setUint32(at, start);
    view.setUint32(at + 4, end);
    view.setUint32(at + 8, slot);
  });
  return table;
}

/** Copyright, family, style, full name, PostScript name, licence and its address: what a copy must carry. */
const keptNames: ReadonlySet<number> = new Set([0, 1, 2, 4, 6, 13, 14]);

/** The `name` table with the Windows records that are kept, in American English alone. */
function namesOf(face: Face): Uint8Array {
  const table = face.table("name");
  if (table === null) return new Uint8Array([0, 0, 0, 0, 0, 6]);
  const names = viewOf(table);
  const storage = names.getUint16(4);
  const kept: { readonly record: Uint8Array; readonly text: Uint8Array }[] = [];
  for (let i = 0; i < names.getUint16(2); i++) {
    const at = 6 + 12 * i;
    const isWindowsEnglish = names.getUint16(at) === 3 && names.getUint16(at + 4) === 0x409;
    if (!isWindowsEnglish || !keptNames.has(names.getUint16(at + 6))) continue;
    const start = storage + names.getUint16(at + 10);
    kept.push({ record: table.slice(at, at + 12), text: table.slice(start, start + names.getUint16(at + 8)) });
  }
  const start = 6 + 12 * kept.length;
  const result = new Uint8Array(kept.reduce((size, { text }) => size + text.length, start));
  const view = viewOf(result);
  view.setUint16(2, kept.length);
  view.setUint16(4, start);
  let offset = 0;
  kept.forEach(({ record, text }, index) => {
    const at = 6 + 12 * index;
    result.set(record, at);
    view.setUint16(at + 10, offset);
    result.set(text, start + offset);
    offset += text.length;
  });
  return result;
}

/** The head of the face's `post` table, as version 3: no names of glyphs. */
function postOf(face: Face): Uint8Array {
  const post = new Uint8Array(32);
  const own = face.table("post");
  if (own !== null) post.set(own.subarray(0, 32));
  viewOf(post).setUint32(0, 0x00030000);
  return post;
}
