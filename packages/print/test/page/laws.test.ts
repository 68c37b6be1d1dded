import type { Block, Inline, TableCell } from "@jianbao/document";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Page, layout } from "../../src/index.ts";
import { roundTrip } from "../round-trip.ts";
import { documentOf, footnote, mm, squareFaces, squareTheme, text, textFramesOf } from "../setting.ts";

/** Every piece of text is told apart by its number, written in full-width letters: ａ１２ａ. */
function numbered(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `甲${String.fromCodePoint(0x4e00 + 200 + count)}乙`;
  };
}

interface Shape {
  readonly kind: "paragraph" | "heading" | "table" | "break" | "list" | "quotation" | "figure" | "imprint";
  readonly size: number;
  readonly notes: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom("paragraph", "paragraph", "heading", "table", "break", "list", "quotation", "figure", "figure"),
  size: fc.integer({ min: 1, max: 12 }),
  notes: fc.integer({ min: 0, max: 3 }),
});

/** Blocks of all kinds, and an imprint now and then. */
const documentShape = fc
  .tuple(
    fc.array(shape, { maxLength: 12 }),
    fc.option(
      fc.record({
        kind: fc.constant("imprint" as const),
        size: fc.integer({ min: 1, max: 4 }),
        notes: fc.integer({ min: 0, max: 2 }),
      }),
      { freq: 2 },
    ),
  )
  .map(([shapes, imprint]): Shape[] => (imprint === null ? shapes : [...shapes, imprint]));

function blockOf({ kind, size, notes }: Shape, next: () => string): Block {
  const inlines: Inline[] = [text(Array.from({ length: size }, next).join(""))];
  for (let i = 0; i < notes; i++)
    inlines.push(
      footnote(`s${next().codePointAt(1)}`, Array.from({ length: size * (i + 1) }, next).join("")),
      text(next()),
    );
  switch (kind) {
    case "heading":
      return { type: "heading", level: 1, children: inlines };
    case "break":
      return { type: "pageBreak" };
    case "list":
      return {
        type: "list",
        ordered: true,
        children: [{ type: "listItem", children: [{ type: "paragraph", children: inlines }] }],
      };
    case "figure":
      return { type: "figure", chart: `${4 * size}`, alternative: "…", caption: inlines };
    case "imprint":
      return { type: "imprint", children: [{ type: "paragraph", children: inlines }] };
    case "quotation":
      return { type: "quotation", children: [{ type: "paragraph", children: inlines }] };
    case "table": {
      const rows = Array.from({ length: size }, (_, index) => ({
        type: "row" as const,
        cells: [cell([text(next())]), cell(index === 0 ? inlines : [text(next())])],
      }));
      return { type: "table", caption: [], unit: null, columns: [], head: [], body: rows, foot: [] };
    }
    default:
      return { type: "paragraph", children: inlines };
  }
}

/** Drawings of 4 to 48 points. */
const charts = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`${4 * (index + 1)}`, { width: 50, height: 4 * (index + 1), marks: [] }]),
);

function cell(children: readonly Inline[]): TableCell {
  return { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "start", children };
}

describe("the laws of pages", () => {
  it("every text of the document stands on one page once, and nothing stands below the page", () => {
    fc.assert(
      fc.property(documentShape, fc.integer({ min: 8, max: 20 }), (shapes, height) => {
        const next = numbered();
        const blocks = shapes.map((each) => blockOf(each, next));
        const document = documentOf(blocks);
        const laid = layout(document, {
          theme: squareTheme({ width: mm(200), height: mm(10 * height) }),
          faces: squareFaces(),
          charts,
        });
        const { pages, diagnostics } = laid;
        expect(diagnostics).toEqual([]);
        // In the order in which it is read, wherever on the pages it stands.
        const { written, printed: read } = roundTrip(document, laid);
        expect(read).toEqual(written);
        const printed = pages.flatMap(letters).toSorted();
        expect(printed).toEqual(blocks.flatMap((block) => lettersOf(JSON.stringify(block))).toSorted());
        for (const page of pages)
          for (const frame of textFramesOf(page)) expect(frame.y).toBeLessThanOrEqual(10 * height);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("a note stands on the page of its call", () => {
    fc.assert(
      fc.property(documentShape, fc.integer({ min: 10, max: 20 }), (shapes, height) => {
        const next = numbered();
        const { pages } = layout(documentOf(shapes.map((each) => blockOf(each, next))), {
          theme: squareTheme({ width: mm(200), height: mm(10 * height) }),
          faces: squareFaces(),
          charts,
        });
        for (const page of pages) {
          const places = new Set(page.frames.flatMap((frame) => (frame.type === "place" ? [frame.name] : [])));
          const targets = page.frames.flatMap((frame) =>
            frame.type === "link" && "place" in frame.target ? [frame.target.place] : [],
          );
          expect(targets.filter((target) => !places.has(target))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

function letters(page: Page): string[] {
  return textFramesOf(page).flatMap((frame) => lettersOf(frame.text));
}

/** The distinct characters of a text: those between 甲 and 乙, which are different each time. */
function lettersOf(value: string): string[] {
  return [...value].filter((character) => character >= "\u4EC8" && character < "\u7532" && character !== "\u4E59");
}
