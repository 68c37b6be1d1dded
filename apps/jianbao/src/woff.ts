import { inflateSync } from "node:zlib";

/**
 * Unpacks a WOFF 1.0 file to the TrueType file that it wraps (W3C WOFF File Format 1.0, sections 4 and 5):
 * each table is kept as it is or as a zlib stream. Tables stand in the order of the directory, on
 * multiples of four bytes. Throws a RangeError for a file that is no WOFF or is cut off.
 */
export function sfntOfWoff(bytes: Uint8Array): Uint8Array {
  const woff = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 44 || woff.getUint32(0) !== 0x774f4646) throw new RangeError("no WOFF 1.0 file");
  const count = woff.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index;
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((at) => woff.getUint32(entry + at)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const stored = bytes.subarray(offset, offset + packed);
    const data = packed < length ? inflateSync(stored) : stored;
    if (data.length !== length)
      throw new RangeError(`cut-off table ${index} of a WOFF file: ${data.length} of ${length} bytes`);
    return { tag, checksum, data };
  });
  const start = 12 + 16 * count;
  const size = tables.reduce((sum, { data }) => sum + aligned(data.length), start);
  const sfnt = new Uint8Array(size);
  const view = new DataView(sfnt.buffer);
  const power = Math.floor(Math.log2(count));
  view.setUint32(0, woff.getUint32(4));
  view.setUint16(4, count);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (count - 2 ** power));
  let at = start;
  tables.forEach(({ tag, checksum, data }, index) => {
    const entry = 12 + 16 * index;
    view.setUint32(entry, tag);
    view.setUint32(entry + 4, checksum);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, data.length);
    sfnt.set(data, at);
    at += aligned(data.length);
  });
  return sfnt;
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}
