import type { SourcePlace } from "@jianbao/model";
import type { ReadContainer } from "../read-source.ts";
import { type Piece, type PageLine, linesOfPage } from "./page-order.ts";

/** Reads a PDF's text in reading order, a line of the page a line, with the place of each. */
export async function readPdf(bytes: Uint8Array, document: string): Promise<ReadContainer> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    // pdf.js takes the buffer over: it gets a copy.
    data: Uint8Array.from(bytes),
    cMapUrl: folderOf("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folderOf("standard_fonts"),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const pages: PageLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      const pieces: Piece[] = [];
      for (const item of content.items) {
        if (!("str" in item) || item.str.trim() === "") continue;
        const [, , , , x = 0, y = 0] = item.transform as number[];
        const size = item.height > 0 ? item.height : 10;
        pieces.push({ text: item.str, left: x, right: x + item.width, bottom: height - y, size });
      }
      pages.push(linesOfPage(pieces));
      page.cleanup();
    }
    const { text, places } = textOf(pages);
    if (text.trim() !== "") return { text, places, diagnostics: unreadable(text, document) };
    return failed(
      document,
      "pdf-without-text",
      `scanned PDF: ${pdf.numPages} ${pdf.numPages === 1 ? "page" : "pages"} without text`,
      "run it through OCR, or fetch the article as text",
    );
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") {
      return failed(document, "pdf-encrypted", "encrypted PDF", "save it without a password and add it again");
    }
    return failed(
      document,
      "pdf-broken",
      `broken PDF: ${error instanceof Error ? error.message : "unreadable"}`,
      "download it again, or print it to a new PDF",
    );
  } finally {
    await task.destroy();
  }
}

/** Where the library keeps its tables for fonts that are not embedded. */
function folderOf(name: string): string {
  const library = import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs");
  return decodeURIComponent(new URL(`../../${name}/`, library).pathname);
}

function failed(document: string, rule: string, message: string, hint: string): ReadContainer {
  return {
    text: null,
    places: [],
    diagnostics: [{ severity: "error", rule: `cleaning/${rule}`, message, document, hint }],
  };
}

function unreadable(text: string, document: string): ReadContainer["diagnostics"] {
  // Private-use characters and U+FFFD: a font without a map to Unicode.
  const bad = text.match(/[\uE000-\uF8FF\uFFFD]/gu)?.length ?? 0;
  if (bad * 20 < text.length) return [];
  return [
    {
      severity: "warning",
      rule: "cleaning/pdf-without-unicode",
      message: `unreadable font: ${bad} of ${text.length} characters have no Unicode value`,
      document,
      hint: "fetch the article as text, or run the PDF through OCR",
    },
  ];
}

function textOf(pages: readonly (readonly PageLine[])[]): { text: string; places: SourcePlace[] } {
  const places: SourcePlace[] = [];
  let text = "";
  pages.forEach((lines, i) => {
    for (const line of lines) {
      if (text !== "") text += line.gap ? "\n\n" : "\n";
      text += line.indent ? "　　" : "";
      const start = text.length;
      text += line.text;
      places.push({ start, end: text.length, page: i + 1, box: line.box });
    }
  });
  return { text, places };
}
