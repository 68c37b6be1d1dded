/** Best first: full Unicode of Windows and Unicode platforms, then the basic plane of either. */
const preference: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
];

/** Opens a `cmap` table: gives a lookup from code point to glyph id, 0 where there is none, by binary search. */
export function openCharacterMap(face: string, cmap: DataView): (codePoint: number) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = 4 + 8 * i;
    offsets.set(`${cmap.getUint16(at)} ${cmap.getUint16(at + 2)}`, cmap.getUint32(at + 4));
  }
  for (const [platform, encoding] of preference) {
    const offset = offsets.get(`${platform} ${encoding}`);
    if (offset === undefined) continue;
    const format = cmap.getUint16(offset);
    if (format === 12) return (codePoint) => inGroups(cmap, offset, codePoint);
    if (format === 4) return (codePoint) => (codePoint > 0xffff ? 0 : inSegments(cmap, offset, codePoint));
  }
  throw new RangeError(`font file ${face} has no Unicode character map of format 12 or 4`);
}

/** Format 12: sorted groups of (first code point, last code point, first glyph). */
function inGroups(cmap: DataView, offset: number, codePoint: number): number {
  const groups = offset + 16;
  let low = 0;
  let high = cmap.getUint32(offset + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = groups + 12 * middle;
    const first = cmap.getUint32(at);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > cmap.getUint32(at + 4)) low = middle + 1;
    else return cmap.getUint32(at + 8) + codePoint - first;
  }
  return 0;
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets into a list of glyphs. */
function inSegments(cmap: DataView, offset: number, codePoint: number): number {
  const twice = cmap.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + twice + 2;
  const deltas = starts + twice;
  const ranges = deltas + twice;
  let low = 0;
  let high = twice / 2 - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cmap.getUint16(ends + 2 * middle) < codePoint) low = middle + 1;
    else high = middle;
  }
  const start = cmap.getUint16(starts + 2 * low);
  if (codePoint < start || codePoint > cmap.getUint16(ends + 2 * low)) return 0;
  const delta = cmap.getUint16(deltas + 2 * low);
  const range = cmap.getUint16(ranges + 2 * low);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = cmap.getUint16(ranges + 2 * low + range + 2 * (codePoint - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
