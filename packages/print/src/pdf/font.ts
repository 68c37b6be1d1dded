import { type Face, type FaceSet, type Subset, subsetOf } from "@jianbao/fonts";
import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import type { TextFrame } from "../page/page.ts";
import { pdfString } from "./object.ts";

/** A face of the PDF: its resource name, its object and the glyphs that are used of it. */
export interface PdfFont {
  /** Resource name: `F1`. */
  readonly name: string;
  readonly reference: Reference;
  readonly subset: Subset;
  readonly face: Face;
}

/** The faces that a PDF embeds, in the order of their first use; each file holds the glyphs used and no more. */
export class PdfFonts {
  readonly #document: PDFDocument;
  readonly #faces: FaceSet;
  readonly #fonts = new Map<string, PdfFont>();

  constructor(document: PDFDocument, faces: FaceSet) {
    this.#document = document;
    this.#faces = faces;
  }

  /** The font of a face id. */
  get(id: string): PdfFont {
    let font = this.#fonts.get(id);
    if (font === undefined) {
      const face = this.#faces.get(id);
      const name = `F${this.#fonts.size + 1}`;
      font = { name, reference: this.#document.ref(), subset: subsetOf(face), face };
      this.#fonts.set(id, font);
    }
    return font;
  }

  /** Writes all fonts into the document; no text may follow. */
  embed(): void {
    let index = 0;
    for (const font of this.#fonts.values()) embedFont(this.#document, font, index++);
  }
}

/**
 * The operand of `TJ` that shows a frame's glyphs at their places: glyph codes, and between them, in
 * thousandths of the size, how far the next is from where the advance alone would put it.
 */
export function shownGlyphs({ face, subset }: PdfFont, { text, glyphs, xs, size }: TextFrame): string {
  const scale = 1000 / face.unitsPerEm;
  let out = "[<";
  // Where the pen stands, in thousandths of the size; rounding errors are taken back at the next glyph.
  let pen = 0;
  let at = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] ?? 0;
    const codePoint = text.codePointAt(at) ?? 0;
    at += codePoint > 0xffff ? 2 : 1;
    const back = Math.round(pen - ((xs[index] ?? 0) / size) * 1000);
    if (back !== 0) {
      out += `>${back}<`;
      pen -= back;
    }
    out += hex4(subset.slotOf(glyph, codePoint));
    pen += face.advanceOf(glyph) * scale;
  }
  return `${out}>]`;
}

function embedFont(document: PDFDocument, { reference, subset, face }: PdfFont, index: number): void {
  const entries = subset.entries();
  const bytes = subset.toBytes();
  const file = document.ref({ Length1: bytes.length });
  file.end(bytes);
  const scale = 1000 / face.unitsPerEm;
  const name = `${subsetTag(index)}+${face.postscriptName.replaceAll(/[^\w-]/gu, "")}`;
  const [left, bottom, right, top] = face.bounds;
  const symbolic = 4;
  const descriptor = document.ref({
    Type: "FontDescriptor",
    FontName: name,
    Flags: symbolic | (face.fixedPitch ? 1 : 0) | (face.italicAngle === 0 ? 0 : 64),
    FontBBox: [left * scale, bottom * scale, right * scale, top * scale],
    ItalicAngle: face.italicAngle,
    Ascent: face.ascent * scale,
    Descent: face.descent * scale,
    CapHeight: face.capHeight * scale,
    XHeight: face.xHeight * scale,
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end();
  const descendant = document.ref({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfString("Adobe"), Ordering: pdfString("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 1000,
    W: widthsOf(face, entries, scale),
    CIDToGIDMap: "Identity",
  });
  descendant.end();
  const toUnicode = document.ref();
  toUnicode.end(unicodeMap(entries.map((entry) => entry.codePoint)));
  reference.data = {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  };
  reference.end();
}

/** Widths that are not 1000, as runs `first [w w …]`. */
function widthsOf(face: Face, entries: readonly { readonly glyph: number }[], scale: number): unknown[] {
  const runs: unknown[] = [];
  let run: number[] | null = null;
  entries.forEach(({ glyph }, slot) => {
    const width = Math.round(face.advanceOf(glyph) * scale * 1000) / 1000;
    if (width === 1000) {
      run = null;
      return;
    }
    if (run === null) {
      run = [];
      runs.push(slot, run);
    }
    run.push(width);
  });
  return runs;
}

/** Six capitals that tell subsets apart (ISO 32000-1, 9.6.4); the first subset is AAAAAA. */
function subsetTag(index: number): string {
  let rest = index;
  let tag = "";
  for (let i = 0; i < 6; i++) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}

/** The character map that text is copied by: one code point a slot, astral ones as surrogate pairs. */
function unicodeMap(codePoints: readonly number[]): string {
  const values = codePoints.map((codePoint) => {
    const text = String.fromCodePoint(codePoint === 0 ? 0xfffd : codePoint);
    return `<${Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join("")}>`;
  });
  const blocks: string[] = [];
  for (let start = 0; start < values.length; start += 100) {
    const part = values.slice(start, start + 100);
    const lines = part.map((value, i) => `<${hex4(start + i)}> ${value}`);
    blocks.push(`${part.length} beginbfchar\n${lines.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex4(value: number): string {
  return (0x10000 + value).toString(16).slice(1);
}
