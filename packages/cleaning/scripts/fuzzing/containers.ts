import { strToU8, zipSync } from "fflate";

/** A Word document with a paragraph a line; lines with tabs are rows of a table. */
export function docxOf(text: string): Uint8Array {
  const body = text
    .split("\n")
    .map((line) => {
      if (!line.includes("\t")) return paragraph(line);
      const cells = line.split("\t").map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`);
      return `<w:tbl><w:tr>${cells.join("")}</w:tr></w:tbl>`;
    })
    .join("");
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  return zipSync({ "word/document.xml": strToU8(xml) }, { mtime: "2024-01-01T00:00:00Z" });
}

function paragraph(line: string): string {
  return `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`;
}

/** A PDF of the text in two columns, in a font that is not embedded. */
export function pdfOf(text: string): Uint8Array {
  const lines = text.match(/[^\n]{1,20}/gu) ?? [];
  const pages: string[] = [];
  for (let i = 0; i < Math.min(lines.length, 160); i += 80) {
    pages.push(`${shown(50, lines.slice(i, i + 40))}\n${shown(280, lines.slice(i + 40, i + 80))}`);
  }
  const kids = pages.map((_page, i) => `${i * 2 + 6} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Resources << /Font << /F 3 0 R >> >> /Contents ${i * 2 + 7} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(file);
}

function shown(x: number, lines: readonly string[]): string {
  return lines
    .map((line, i) => {
      const units = Array.from({ length: line.length }, (_, at) => line.charCodeAt(at).toString(16).padStart(4, "0"));
      return `BT /F 10 Tf ${x} ${660 - i * 14} Td <${units.join("")}> Tj ET`;
    })
    .join("\n");
}

function escaped(text: string): string {
  // Characters that XML forbids are left out.
  return text
    .replaceAll(/[^\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}
