import type { Diagnostic } from "@jianbao/model";
import type { ReadContainer } from "./container.ts";
import { type Aside, partAsides } from "./pdf/asides.ts";
import { withDropCaps } from "./pdf/drop-caps.ts";
import { partFurniture } from "./pdf/furniture.ts";
import { type Ink, inkOf } from "./pdf/glyphs.ts";
import { type PageLine, linesOfColumn } from "./pdf/lines.ts";
import { orderOf } from "./pdf/order.ts";
import { type PageInk, type Piece, piecesOf } from "./pdf/pieces.ts";
import { type Unread, unreadIn } from "./pdf/unread.ts";
import { type OrderedPage, textOfPages } from "./pdf/text.ts";

/** Reads a PDF's text in reading order, a line of the page a line, with the place of each. */
export async function readPdf(bytes: Uint8Array, document: string): Promise<ReadContainer> {
  const { getDocument, OPS, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    // pdf.js takes the buffer over: it gets a copy.
    data: Uint8Array.from(bytes),
    cMapUrl: folderOf("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folderOf("standard_fonts"),
    disableFontFace: true,
    useSystemFonts: false,
    // Pictures are not decoded: only their places count.
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const layers = await pdf.getOptionalContentConfig();
    const pages: (Ink | null)[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      try {
        const page = await pdf.getPage(number);
        pages.push(await inkOf(page, OPS, (layer) => layers.isVisible(layer)));
        page.cleanup();
      } catch {
        pages.push(null);
      }
    }
    return textOf(pages, document);
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

function textOf(read: readonly (Ink | null)[], document: string): ReadContainer {
  const pages = read.map((ink) =>
    piecesOf(ink ?? { width: 0, height: 0, glyphs: [], rules: [], frames: [], pictures: [] }),
  );
  const body = bodySize(pages.flatMap((page) => page.pieces));
  const parted = partFurniture(pages, body ?? 10);
  const ordered = pages.map((page, p): OrderedPage => {
    const { body: pieces, head, foot } = parted[p] ?? { body: [], head: [], foot: [] };
    const size = bodySize(pieces) ?? body ?? 10;
    const { text, asides } = partAsides(pieces, page, size);
    const marks = page.watermarks.map((piece) => ({ text: piece.text, pieces: [piece] }));
    const lines = [
      ...withAsides(orderOf(withDropCaps(text, size), page, size), asides, size),
      ...page.turned.map((piece) => lineOf(piece)),
    ];
    return { lines, head, foot: [...foot, ...marks], toPage: page.toPage };
  });
  const { text, places } = textOfPages(ordered, body ?? 10);
  const diagnostics = [...pageProblems(read, pages, document), ...unreadable(unreadIn(read), document)];
  if (text.trim() !== "") return { text, places, diagnostics };
  const broken = read.length > 0 && read.every((ink) => ink === null);
  return broken
    ? failed(document, "pdf-broken", "broken PDF: no page can be read", "download it again, or print it to a new PDF")
    : failed(
        document,
        "pdf-without-text",
        `scanned PDF: ${read.length} ${read.length === 1 ? "page" : "pages"} without text`,
        "run it through OCR, or fetch the article as text",
      );
}

/** The size of most of the text; null where there is none. */
function bodySize(pieces: readonly Piece[]): number | null {
  const counts = new Map<number, number>();
  for (const { size, text } of pieces) {
    const key = Math.round(size * 4) / 4;
    counts.set(key, (counts.get(key) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

function lineOf(piece: Piece): PageLine {
  const { text, left, top, right, bottom, size, font } = piece;
  return {
    text,
    left,
    top,
    right,
    bottom,
    size,
    font,
    columnLeft: left,
    columnRight: right,
    indent: false,
    gap: true,
    aside: -1,
  };
}

/** Puts captions after the line of text that stands nearest, and notes at the page's end. */
function withAsides(lines: readonly PageLine[], asides: readonly Aside[], body: number): PageLine[] {
  const out = [...lines];
  let number = 1_000_000;
  for (const aside of asides) {
    const own = linesOfColumn(aside.pieces, body).map((line) => ({ ...line, role: aside.role, aside: number }));
    number++;
    if (aside.role === "note") {
      out.push(...own);
      continue;
    }
    let best = out.length - 1;
    let least = Infinity;
    out.forEach((line, i) => {
      const x = Math.max(0, line.left - aside.right, aside.left - line.right);
      const y = Math.max(0, line.top - aside.bottom, aside.top - line.bottom);
      // The text above a picture rather than that below it.
      const besides =
        (line.aside === 0 ? 0 : 1000) + (line.size > body * 1.15 ? 900 : 0) + (line.top > aside.top ? 60 : 0);
      const distance = x * 4 + y + besides;
      if (distance < least) {
        least = distance;
        best = i;
      }
    });
    out.splice(best + 1, 0, ...own);
  }
  return out;
}

function failed(document: string, rule: string, message: string, hint: string): ReadContainer {
  return {
    text: null,
    places: [],
    diagnostics: [{ severity: "error", rule: `cleaning/${rule}`, message, document, hint }],
  };
}

/** Pages that could not be read, and scanned ones among pages of text. */
function pageProblems(read: readonly (Ink | null)[], pages: readonly PageInk[], document: string): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const broken = numbersOf(read.map((ink) => ink === null));
  const scanned = numbersOf(
    pages.map(
      (page) =>
        page.pieces.length === 0 &&
        page.pictures.some((box) => (box.right - box.left) * (box.bottom - box.top) > page.width * page.height * 0.3),
    ),
  );
  const recognised = numbersOf(pages.map((page) => page.recognised));
  if (broken !== "") {
    problems.push({
      severity: "warning",
      rule: "cleaning/pdf-broken-page",
      message: `broken PDF: page ${broken} of ${read.length} cannot be read`,
      document,
      hint: "download it again: the text of these pages is missing",
    });
  }
  if (scanned !== "") {
    problems.push({
      severity: "warning",
      rule: "cleaning/pdf-scanned-page",
      message: `scanned pages among pages of text: ${scanned} of ${read.length}`,
      document,
      hint: "run them through OCR: the text of these pages is missing",
    });
  }
  if (recognised !== "") {
    problems.push({
      severity: "warning",
      rule: "cleaning/pdf-recognised-text",
      message: `text recognised from pictures: page ${recognised} of ${read.length}`,
      document,
      hint: "compare the figures with the pictures: OCR misreads digits",
    });
  }
  return problems;
}

/** `2, 5-7` for the pages that are so. */
function numbersOf(pages: readonly boolean[]): string {
  const ranges: string[] = [];
  for (let i = 0; i < pages.length; i++) {
    if (pages[i] !== true) continue;
    const from = i + 1;
    while (pages[i + 1] === true) i++;
    ranges.push(from === i + 1 ? String(from) : `${from}-${i + 1}`);
  }
  return ranges.join(", ");
}

/** A font without a map to Unicode, where it is more than a sign or two. */
function unreadable({ count, of, pages }: Unread, document: string): Diagnostic[] {
  if (count < 4 || count * 50 < of) return [];
  return [
    {
      severity: "warning",
      rule: "cleaning/pdf-without-unicode",
      message: `unreadable font: ${count} of ${of} characters have no Unicode value, on page ${numbersOf(pages)}`,
      document,
      hint: "fetch the article as text, or run the PDF through OCR",
    },
  ];
}
