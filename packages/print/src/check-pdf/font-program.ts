import { type Mark, actualTextOf } from "./content.ts";
import type { PdfFile } from "./file.ts";
import type { PdfPage } from "./pdf.ts";
import { PdfReader, PdfSyntaxError, latin1 } from "./reader.ts";
import { type PdfValue, isOf, nameOf, numberOf } from "./value.ts";

/** A font of the file with what is shown of it. */
export interface PdfFontUse {
  /** Object number, null for one that stands in the resources itself. */
  readonly id: number | null;
  readonly dictionary: PdfValue;
  /** The font below a composite one; null for others. */
  readonly descendant: PdfValue;
  /** Codes that are shown, with whether another text stands for all places that show it. */
  readonly codes: ReadonlyMap<number, { readonly isReplaced: boolean }>;
  readonly program: FontProgram | null;
  /** Text by code; null where the font has no map. */
  readonly unicode: ReadonlyMap<number, string> | null;
}

/** What the embedded font file says. */
export interface FontProgram {
  readonly glyphs: number;
  /** Advance in thousandths of the em. */
  widthOf(glyph: number): number;
}

/** The fonts that pages use, each once. */
export function fontsOf(file: PdfFile, pages: readonly PdfPage[]): readonly PdfFontUse[] {
  const uses = new Map<PdfValue, { id: number | null; codes: Map<number, { isReplaced: boolean }> }>();
  for (const { dictionary, contents } of pages) {
    const resources = file.get(dictionary, "Resources", "Font");
    for (const { font, codes, mark, what } of contents.painted) {
      if (what !== "text") continue;
      const own = file.get(resources, font);
      const reference = isOf(resources, "dictionary") ? resources.entries.get(font) : undefined;
      const use = uses.get(own) ?? { id: isOf(reference, "reference") ? reference.id : null, codes: new Map() };
      uses.set(own, use);
      count(use.codes, codes, mark);
    }
  }
  return [...uses].map(([dictionary, { id, codes }]) => {
    const descendant = file.resolve(file.items(file.get(dictionary, "DescendantFonts"))[0]);
    return {
      id,
      dictionary,
      descendant,
      codes,
      program: programOf(file, descendant),
      unicode: unicodeOf(file, dictionary),
    };
  });
}

function count(known: Map<number, { isReplaced: boolean }>, codes: readonly number[], mark: Mark | null): void {
  const isReplaced = actualTextOf(mark) !== null;
  for (const code of codes) known.set(code, { isReplaced: isReplaced && known.get(code)?.isReplaced !== false });
}

/** Reads the TrueType file of a font (ISO 14496-22); null where it has none that can be read. */
function programOf(file: PdfFile, descendant: PdfValue): FontProgram | null {
  const stream = file.get(descendant, "FontDescriptor", "FontFile2");
  const bytes = isOf(stream, "stream") ? file.data(stream) : null;
  if (bytes === null || bytes.length < 12) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  const count = view.getUint16(4);
  if (12 + 16 * count > bytes.length) return null;
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const place = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (place.offset + place.length > bytes.length) return null;
    tables.set(latin1(bytes.subarray(at, at + 4)), place);
  }
  const [head, hhea, hmtx, maxp] = ["head", "hhea", "hmtx", "maxp"].map((tag) => tables.get(tag));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return null;
  if (!tables.has("glyf") || !tables.has("loca") || head.length < 54 || hhea.length < 36 || maxp.length < 6)
    return null;
  const unitsPerEm = view.getUint16(head.offset + 18);
  const metrics = view.getUint16(hhea.offset + 34);
  if (metrics === 0 || hmtx.length < 4 * metrics) return null;
  return {
    glyphs: view.getUint16(maxp.offset + 4),
    widthOf: (glyph) => (view.getUint16(hmtx.offset + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm) * 1000,
  };
}

/** The width that the PDF states for a code, in thousandths of the em (ISO 32000-1, 9.7.4.3). */
export function statedWidth(file: PdfFile, descendant: PdfValue, code: number): number {
  const items = file.items(file.get(descendant, "W"));
  for (let i = 0; i < items.length;) {
    const first = numberOf(items[i]) ?? 0;
    const second = file.resolve(items[i + 1]);
    if (isOf(second, "array")) {
      const width = numberOf(file.resolve(second.items[code - first]));
      if (code >= first && width !== null) return width;
      i += 2;
    } else {
      if (code >= first && code <= (numberOf(second) ?? -1)) return numberOf(items[i + 2]) ?? 0;
      i += 3;
    }
  }
  return numberOf(file.get(descendant, "DW")) ?? 1000;
}

/** Reads the map of codes to text: `bfchar` and `bfrange` (ISO 32000-1, 9.10.3); null where it cannot be read. */
function unicodeOf(file: PdfFile, font: PdfValue): ReadonlyMap<number, string> | null {
  const stream = file.get(font, "ToUnicode");
  const bytes = isOf(stream, "stream") ? file.data(stream) : null;
  if (bytes === null) return null;
  try {
    return mapOf(new PdfReader(latin1(bytes)));
  } catch (error) {
    if (error instanceof PdfSyntaxError) return null;
    throw error;
  }
}

function mapOf(reader: PdfReader): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  let operands: PdfValue[] = [];
  while (reader.skip()) {
    const value = reader.value();
    if (!isOf(value, "operator")) {
      operands.push(value);
      continue;
    }
    if (value.word === "endbfchar") {
      for (let i = 0; i + 1 < operands.length; i += 2) map.set(codeOf(operands[i]), utf16(operands[i + 1]));
    } else if (value.word === "endbfrange") {
      for (let i = 0; i + 2 < operands.length; i += 3) addRange(map, operands.slice(i, i + 3));
    }
    operands = [];
  }
  return map;
}

function addRange(map: Map<number, string>, [first, last, target]: readonly PdfValue[]): void {
  const start = codeOf(first);
  for (let code = Math.max(0, start); code <= Math.min(0xffff, codeOf(last)); code++) {
    if (isOf(target, "array")) map.set(code, utf16(target.items[code - start]));
    else {
      const text = utf16(target);
      map.set(code, text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + code - start));
    }
  }
}

function codeOf(value: PdfValue | undefined): number {
  return isOf(value, "string") ? [...value.bytes].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0) : -1;
}

function utf16(value: PdfValue | undefined): string {
  if (!isOf(value, "string")) return "";
  let text = "";
  for (let i = 0; i + 1 < value.bytes.length; i += 2) {
    text += String.fromCharCode(value.bytes.charCodeAt(i) * 256 + value.bytes.charCodeAt(i + 1));
  }
  return text;
}

/** The name under which a font is known. */
export function fontName({ dictionary }: PdfFontUse): string {
  return nameOf(isOf(dictionary, "dictionary") ? dictionary.entries.get("BaseFont") : undefined) ?? "a font";
}
