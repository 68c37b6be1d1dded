import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { OPS, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A line of a page as a PDF paints it. */
export interface PaintedLine {
  readonly text: string;
  /** Origin of the first character, in points from the page's left edge. */
  readonly start: number;
  /** Origin of the last visible character and its advance. */
  readonly lastStart: number;
  readonly lastAdvance: number;
  /** Origin of the character before it. */
  readonly beforeStart: number;
}

interface PaintedGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const require = createRequire(import.meta.url);
const assets = dirname(require.resolve("pdfjs-dist/package.json"));

/**
 * Reads the lines of each page from top to bottom, by where its glyphs are painted: the same reader
 * for whatever program wrote the file. Text is taken to be horizontal, lines to be apart by half a size.
 */
export async function linesOfPdf(bytes: Uint8Array): Promise<readonly (readonly PaintedLine[])[]> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(assets, "cmaps")}/`,
    standardFontDataUrl: `${join(assets, "standard_fonts")}/`,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: (readonly PaintedLine[])[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push(gathered(glyphsOf(fnArray, argsArray)));
  }
  await task.destroy();
  return pages;
}

/** What the text operators change; lengths as the file gives them. */
interface TextState {
  /** From the page's space to the paper's. */
  page: Matrix;
  /** From the text's space to the page's; `x` runs along the line from there. */
  line: Matrix;
  x: number;
  size: number;
  spacing: number;
  wordSpacing: number;
}

/** A piece of shown text: a glyph, or by how many thousandths of the size the next one stands further left. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Runs the text operators of a page: where each glyph stands. */
function glyphsOf(operators: readonly number[], operands: readonly unknown[]): PaintedGlyph[] {
  const glyphs: PaintedGlyph[] = [];
  let state: TextState = { page: identity, line: identity, x: 0, size: 1, spacing: 0, wordSpacing: 0 };
  const saved: TextState[] = [];
  operators.forEach((operator, index) => {
    const list = operands[index] as readonly unknown[];
    if (operator === OPS.save) saved.push({ ...state });
    else if (operator === OPS.restore) state = saved.pop() ?? state;
    else if (operator === OPS.transform) state.page = product(state.page, matrixOf(list));
    else if (operator === OPS.beginText) state = { ...state, line: identity, x: 0 };
    else if (operator === OPS.setTextMatrix) state = { ...state, line: matrixOf(list[0] as Matrix), x: 0 };
    else if (operator === OPS.moveText) {
      state = { ...state, line: product(state.line, [1, 0, 0, 1, Number(list[0]), Number(list[1])]), x: 0 };
    } else if (operator === OPS.setFont) state.size = Number(list[1]);
    else if (operator === OPS.setCharSpacing) state.spacing = Number(list[0]);
    else if (operator === OPS.setWordSpacing) state.wordSpacing = Number(list[0]);
    else if (operator === OPS.showText) {
      for (const item of list[0] as readonly Shown[]) {
        if (typeof item === "number") {
          state.x -= (item / 1000) * state.size;
          continue;
        }
        const matrix = product(state.page, state.line);
        const advance = (item.width / 1000) * state.size;
        const [, , , , x, y] = product(matrix, [1, 0, 0, 1, state.x, 0]);
        glyphs.push({ text: item.unicode, x, y, advance: advance * Math.hypot(matrix[0], matrix[1]) });
        state.x += advance + state.spacing + (item.isSpace ? state.wordSpacing : 0);
      }
    }
  });
  return glyphs;
}

/** A matrix out of pdf.js, which gives some as objects with numbers for keys. */
function matrixOf(list: ArrayLike<unknown>): Matrix {
  const entry = (index: number): number => Number(list[index]);
  return [entry(0), entry(1), entry(2), entry(3), entry(4), entry(5)];
}

/** What `inner` does, and then `outer`. */
function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Glyphs of one height as a line, from left to right. */
function gathered(glyphs: readonly PaintedGlyph[]): PaintedLine[] {
  const rows: { y: number; glyphs: PaintedGlyph[] }[] = [];
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    const row = rows.find(({ y }) => Math.abs(y - glyph.y) < 2);
    if (row === undefined) rows.push({ y: glyph.y, glyphs: [glyph] });
    else row.glyphs.push(glyph);
  }
  rows.sort((a, b) => b.y - a.y);
  return rows.map((row) => {
    const sorted = row.glyphs.sort((a, b) => a.x - b.x);
    const last = sorted.at(-1);
    return {
      text: sorted.map((glyph) => glyph.text).join(""),
      start: sorted[0]?.x ?? 0,
      lastStart: last?.x ?? 0,
      lastAdvance: last?.advance ?? 0,
      beforeStart: sorted.at(-2)?.x ?? 0,
    };
  });
}
