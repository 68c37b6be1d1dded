/** A page of a PDF that is written by hand: its content stream, and what its dictionary says besides. */
export interface RawPage {
  readonly content: string;
  readonly entries?: string;
}

/**
 * A PDF of pages with hand-written contents. Fonts that are not embedded: `F` (SimSun, UCS-2 codes), `V` (the
 * same for vertical lines), `X` (glyph numbers without a map to Unicode), `H` (Helvetica).
 */
export function rawPdf(pages: readonly (string | RawPage)[], trailer = ""): Uint8Array {
  const first = 11;
  const kids = pages.map((_page, i) => `${i * 2 + first} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    cid("SimSun"),
    "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [8 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream",
    ...pages.flatMap((page, i) => {
      const { content, entries = "" } = typeof page === "string" ? { content: page } : page;
      return [
        `<< /Type /Page /Parent 2 0 R ${entries.includes("/MediaBox") ? "" : "/MediaBox [0 0 500 700]"} ${entries} /Resources << /Font << /F 3 0 R /V 6 0 R /X 7 0 R /H 9 0 R >> /XObject << /Im 10 0 R >> >> /Contents ${i * 2 + first + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** A font of the Chinese collection that is not embedded. */
function cid(base: string): string {
  return `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${base} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>`;
}

/** The codes of a text in UCS-2. */
export function hex(text: string): string {
  return [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");
}

/** Shows lines of text at a place, `leading` points apart; `before` are operators that go ahead of each. */
export function show(
  x: number,
  top: number,
  lines: readonly string[],
  {
    size = 10,
    leading = 14,
    font = "F",
    before = "",
  }: { size?: number; leading?: number; font?: string; before?: string } = {},
): string {
  return lines
    .map((line, i) => `BT ${before} /${font} ${size} Tf ${x} ${700 - top - i * leading} Td <${hex(line)}> Tj ET`)
    .join("\n");
}
