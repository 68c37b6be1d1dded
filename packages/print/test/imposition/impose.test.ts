import type { Block } from "@jianbao/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPdf, impose, layout, toPdf } from "../../src/index.ts";
import { PdfFile } from "../../src/check-pdf/file.ts";
import { readPdf } from "../../src/check-pdf/pdf.ts";
import type { Frame, Layout, Page } from "../../src/index.ts";
import {
  documentOf,
  mm,
  monthlyTheme,
  paragraph,
  realFaces,
  squareFaces,
  squareTheme,
  textFramesOf,
} from "../setting.ts";
import { sampleDocument } from "../../../document/test/sample.ts";

/** Pages of one line each, `第一页`…, on paper of the proportions of A4. */
function pagesOf(count: number): Layout {
  const lines: Block[] = Array.from({ length: count }, (_, index): Block[] => [
    ...(index === 0 ? [] : [{ type: "pageBreak" } as const]),
    paragraph(String.fromCodePoint(0x4e00 + index)),
  ]).flat();
  const theme = squareTheme({ width: mm(100), height: mm(141.5) });
  return layout(documentOf(lines), { theme, faces: squareFaces(), charts: {} });
}

/** A side as its pages' characters from left to right, `_` for a blank half. */
function halves({ frames, width }: Page): string {
  const of = (isHalf: (frame: Frame) => boolean): string =>
    frames.flatMap((frame) => (frame.type === "text" && isHalf(frame) ? [frame.text] : [])).join("") || "_";
  return `${of(({ x }) => x < width / 2)}|${of(({ x }) => x >= width / 2)}`;
}

/** Where the links of pages lead, sorted. */
function linksOf(pages: readonly Page[]): string[] {
  return pages
    .flatMap(({ frames }) => frames.flatMap((frame) => (frame.type === "link" ? [JSON.stringify(frame.target)] : [])))
    .toSorted();
}

/** The names of the places on pages, sorted. */
function placesOf(pages: readonly Page[]): string[] {
  return pages
    .flatMap(({ frames }) => frames.flatMap((frame) => (frame.type === "place" ? [frame.name] : [])))
    .toSorted();
}

/** What is said of sheets of pages whose text has this size. */
function problemsOf(size: number): string[] {
  const theme = squareTheme({ width: mm(100), height: mm(141.5) }, { body: { family: "body", colour: "ink", size } });
  const laid = layout(documentOf([paragraph("天地玄黄")]), { theme, faces: squareFaces(), charts: {} });
  return impose(laid, { kind: "two-up" }).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

describe("sheets", () => {
  it("carry the pages of a booklet", () => {
    const { pages } = impose(pagesOf(8), { kind: "booklet" });
    const numbered = pages.map((page) =>
      halves(page).replaceAll(/[一-丈]/gu, (c) => `${(c.codePointAt(0) ?? 0) - 0x4dff}`),
    );
    expect(numbered).toEqual(["8|1", "2|7", "6|3", "4|5"]);
  });

  it("carry two pages in reading order, and no side without any", () => {
    const { pages } = impose(pagesOf(5), { kind: "two-up" });
    expect(pages.map((page) => page.number)).toEqual([1, 2, 3]);
    expect(pages.map(halves)).toEqual(["一|丁", "丂|七", "丄|_"]);
  });

  it("have every frame of every page once, as much smaller as fits the half, and within it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom("booklet", "two-up"), (count, kind) => {
        const laid = pagesOf(count);
        const imposed = impose(laid, { kind });
        const scale = Math.min(141.5 / 2 / 100, 100 / 141.5);
        const before = laid.pages.flatMap(textFramesOf);
        const after = imposed.pages.flatMap(textFramesOf);
        expect(after.map((frame) => frame.text).toSorted()).toEqual(before.map((frame) => frame.text).toSorted());
        for (const { size, x } of after) {
          expect(size).toBeCloseTo(10 * scale, 2);
          expect(x).toBeGreaterThanOrEqual(-0.01);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("turn A4 into A5 exactly: 148.5 by 210 mm", () => {
    const theme = monthlyTheme();
    const laid = layout(documentOf([paragraph("甲")]), { theme, faces: realFaces(), charts: {} });
    const [side] = impose(laid, { kind: "two-up" }).pages;
    expect([side?.width, side?.height]).toEqual([841.89, 595.276]);
    const [before, after] = [laid.pages[0], side].map(
      (page) => (page === undefined ? [] : textFramesOf(page))[0]?.size ?? 0,
    ) as [number, number];
    expect(after / before).toBeCloseTo(210 / 297, 3);
  });

  it("move the pages of inner sheets towards the fold by the paper's thickness", () => {
    const flat = impose(pagesOf(12), { kind: "booklet" });
    const crept = impose(pagesOf(12), { kind: "booklet", paperThickness: mm(2) });
    const moved = flat.pages.map((page, index) => {
      const before = textFramesOf(page);
      const after = textFramesOf(crept.pages[index] ?? page);
      return before.map((frame, at) => Math.round(((after[at]?.x ?? 0) - frame.x) * 100) / 100);
    });
    expect(moved).toEqual([
      [0, 0],
      [0, 0],
      [2, -2],
      [2, -2],
      [4, -4],
      [4, -4],
    ]);
  });

  it("show where to fold, and turn their backs for printers that turn at the long edge", () => {
    const { pages } = impose(pagesOf(4), { kind: "booklet", marks: true, flip: "long" });
    expect(pages.map(({ rotation }) => rotation)).toEqual([undefined, 180]);
    const marks = pages[0]?.frames.flatMap((frame) => (frame.type === "box" ? [frame] : [])) ?? [];
    const middle = (pages[0]?.width ?? 0) / 2;
    expect(marks.filter(({ x, width }) => Math.abs(x + width / 2 - middle) < 0.01).length).toBe(2);
    expect(impose(pagesOf(4), { kind: "booklet" }).pages[0]?.frames.some(({ type }) => type === "box")).toBe(false);
  });

  it("are said to have small print where most of it is", () => {
    expect(problemsOf(16)).toEqual([]);
    expect(problemsOf(10)).toEqual(["print/small-print: small print on sheets: most text has 7.1 pt, less than 7.875"]);
  });

  it("of a layout without pages are none", () => {
    const none = { ...pagesOf(1), pages: [] };
    expect(impose(none, { kind: "booklet" })).toEqual(none);
  });
});

describe("the PDF of sheets", () => {
  const theme = monthlyTheme();
  const faces = realFaces();
  const chart = { width: 200, height: 80, marks: [] };

  it.each(["booklet", "two-up"] as const)("is as sound as that of pages: %s", async (kind) => {
    const laid = layout(sampleDocument(), { theme, faces, charts: { "change-crackdown": chart } });
    const imposed = impose(laid, { kind, paperThickness: 0.1, marks: true });
    const bytes = await toPdf(imposed.pages, { ...imposed, faces });
    expect(checkPdf(bytes)).toEqual([]);
    expect(await toPdf(imposed.pages, { ...imposed, faces })).toEqual(bytes);
  });

  it("keeps its links, and leads to the places on their sheets", () => {
    const laid = layout(sampleDocument(), { theme, faces, charts: { "change-crackdown": chart } });
    const imposed = impose(laid, { kind: "booklet" });
    expect(linksOf(imposed.pages)).toEqual(linksOf(laid.pages));
    expect(placesOf(imposed.pages)).toEqual(placesOf(laid.pages));
    expect(linksOf(laid.pages).length).toBeGreaterThan(5);
  });

  it("is read in the order of the pages, though sheets carry them in another", async () => {
    // One paragraph over all of eight pages: page 5 stands on a side that is painted after that of page 6.
    const long = "天地玄黄宇宙洪荒日月".repeat(108);
    const theme = squareTheme({ width: mm(100), height: mm(141.5) });
    const laid = layout(documentOf([paragraph(long)]), { theme, faces: squareFaces(), charts: {} });
    const imposed = impose(laid, { kind: "booklet" });
    const sideOfPage = (number: number): number =>
      imposed.pages.findIndex(({ parts }) => parts?.some(({ page }) => page === number));
    const wanted = laid.pages.map(({ number }) => sideOfPage(number));
    expect(wanted).toEqual([0, 1, 2, 3, 3, 2, 1, 0]);
    const bytes = await toPdf(imposed.pages, { ...imposed, faces: squareFaces() });
    const { pages, nodes } = readPdf(PdfFile.open(bytes));
    const sides = new Map(pages.map(({ id }, index) => [id, index]));
    const [only] = nodes.filter(({ kind }) => kind === "P");
    expect(only?.contents.map(({ page }) => sides.get(page))).toEqual(wanted);
  });
});
