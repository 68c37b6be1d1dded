/**
 * An ICC profile of sRGB (IEC 61966-2-1), made here so that no licence comes with it: a matrix and the exact tone
 * curve as a parametric one, version 4.2 (ICC.1:2004-10, which ISO 32000-1, 8.6.5.5, names for PDF 1.7). The same
 * bytes each time; its date is that of the standard's publication.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve();
  const tags: readonly (readonly [signature: string, data: Uint8Array])[] = [
    ["desc", localized("sRGB")],
    ["cprt", localized("No copyright, use freely")],
    ["wtpt", xyz(whitePoint)],
    ["chad", fixedArray("sf32", adaptation)],
    ["rXYZ", xyz(primaries.red)],
    ["gXYZ", xyz(primaries.green)],
    ["bXYZ", xyz(primaries.blue)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  // Tags of equal data share it, as the format allows.
  const pieces: Uint8Array[] = [...new Set(tags.map(([, data]) => data))];
  const start = headerLength + 4 + 12 * tags.length;
  const offsets = new Map<Uint8Array, number>();
  let length = start;
  for (const piece of pieces) {
    offsets.set(piece, length);
    length += (piece.length + 3) & ~3;
  }
  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  writeHeader(profile, view, length);
  view.setUint32(headerLength, tags.length);
  tags.forEach(([signature, data], index) => {
    const at = headerLength + 4 + 12 * index;
    writeText(profile, at, signature);
    view.setUint32(at + 4, offsets.get(data) ?? 0);
    view.setUint32(at + 8, data.length);
  });
  for (const piece of pieces) profile.set(piece, offsets.get(piece));
  return profile;
}

const headerLength = 128;

/** D50, the white of the profile connection space (ICC.1:2004-10, 7.2.16). */
const whitePoint = [0.9642, 1, 0.8249] as const;

/** The primaries of sRGB, adapted from D65 to D50 by Bradford's matrix. */
const primaries = {
  red: [0.43607, 0.22249, 0.01392],
  green: [0.38515, 0.71687, 0.09708],
  blue: [0.14307, 0.06061, 0.7141],
} as const;

/** Bradford's adaptation from D65 to D50, by rows. */
const adaptation = [1.04791, 0.02292, -0.05019, 0.02959, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179];

function writeHeader(profile: Uint8Array, view: DataView, length: number): void {
  view.setUint32(0, length);
  view.setUint32(8, 0x04200000);
  writeText(profile, 12, "mntrRGB XYZ ");
  // 1999-10-18, when IEC 61966-2-1 was published.
  [1999, 10, 18, 0, 0, 0].forEach((part, index) => view.setUint16(24 + 2 * index, part));
  writeText(profile, 36, "acsp");
  whitePoint.forEach((value, index) => view.setInt32(68 + 4 * index, fixed(value)));
}

/** `mluc`: one text, in English. */
function localized(text: string): Uint8Array {
  const data = new Uint8Array(28 + 2 * text.length);
  const view = new DataView(data.buffer);
  writeText(data, 0, "mluc");
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  writeText(data, 16, "enUS");
  view.setUint32(20, 2 * text.length);
  view.setUint32(24, 28);
  for (let i = 0; i < text.length; i++) view.setUint16(28 + 2 * i, text.charCodeAt(i));
  return data;
}

function xyz(values: readonly number[]): Uint8Array {
  return fixedArray("XYZ ", values);
}

/** `para`, function 3: Y = (aX + b)^g from X = d up, cX below. */
function parametricCurve(): Uint8Array {
  const parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
  const data = new Uint8Array(12 + 4 * parameters.length);
  const view = new DataView(data.buffer);
  writeText(data, 0, "para");
  view.setUint16(8, 3);
  parameters.forEach((value, index) => view.setInt32(12 + 4 * index, fixed(value)));
  return data;
}

function fixedArray(type: string, values: readonly number[]): Uint8Array {
  const data = new Uint8Array(8 + 4 * values.length);
  const view = new DataView(data.buffer);
  writeText(data, 0, type);
  values.forEach((value, index) => view.setInt32(8 + 4 * index, fixed(value)));
  return data;
}

/** s15Fixed16Number. */
function fixed(value: number): number {
  return Math.round(value * 0x10000);
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
