import { type Diagnostic, unreachable } from "@jianbao/model";
import type { Layout } from "../layout.ts";
import type { BoxFrame, Frame, Page, PagePart } from "../page/page.ts";
import { rounded } from "../page/page.ts";
import { scaledFrame } from "./scaled-frame.ts";
import { type Sheet, type SheetSide, bookletSheets, creepOf, twoUpSheets } from "./sheet.ts";

/** How pages are put on sheets of paper. */
export interface ImposeOptions {
  /** `booklet` is folded and stitched in the fold; `two-up` has two pages beside each other in reading order. */
  readonly kind: "booklet" | "two-up";
  /** Millimetres; booklets alone. The pages of inner sheets move towards the fold by as much a sheet; 0 where absent. */
  readonly paperThickness?: number;
  /** Draws where the paper is folded, and the corners of pages that do not fill their halves. */
  readonly marks?: boolean;
  /**
   * The edge that the printer turns the paper at for the other side; `short` where absent. Backs stand on
   * their head where it is the long one, so that both sides have their heads at one edge.
   */
  readonly flip?: "short" | "long";
}

/**
 * Puts the pages of a layout on sheets: two beside each other on paper of the pages' own size turned by a
 * quarter, made as small as fits (A4 on A4: to A5). What comes out is a layout whose pages are the sides of the
 * sheets in printing order, for `toPdf`; text stays text, links and bookmarks lead where they led, and the
 * tags read the pages in their own order. Draft marks, page numbers and colours are those of the pages.
 */
export function impose(layout: Layout, options: ImposeOptions): Layout {
  const { pages } = layout;
  const [first] = pages;
  if (first === undefined) return layout;
  const sheets = sheetsOf(options.kind, pages.length);
  const sides = sheets.flatMap(({ front, back }, index) => {
    const thickness = options.kind === "booklet" ? ((options.paperThickness ?? 0) / 25.4) * 72 : 0;
    const creep = creepOf(index, thickness);
    return [
      sideOf(pages, front, { number: 2 * index + 1, creep, options }),
      { ...sideOf(pages, back, { number: 2 * index + 2, creep, options }), ...turned(options) },
    ];
  });
  // A last side without a page is not printed.
  const last = sheets.at(-1)?.back;
  const isBlank = last !== undefined && last.left === null && last.right === null;
  const imposed = isBlank ? sides.slice(0, -1) : sides;
  return { ...layout, pages: imposed, diagnostics: [...layout.diagnostics, ...smallPrint(imposed)] };
}

/** 六号, the smallest text of a book (CLREQ 2.3.1, as its sizes are counted in millimetres). */
const smallestPt = 7.875;

/** Reports text that is too small to read once the pages are made smaller: that of which there is most. */
function smallPrint(pages: readonly Page[]): readonly Diagnostic[] {
  const counts = new Map<number, number>();
  for (const { frames } of pages) {
    for (const frame of frames) {
      if (frame.type !== "text" || frame.element === null) continue;
      counts.set(frame.size, (counts.get(frame.size) ?? 0) + frame.glyphs.length);
    }
  }
  const [size = Infinity] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (size >= smallestPt) return [];
  return [
    {
      severity: "warning",
      rule: "print/small-print",
      message: `small print on sheets: most text has ${size.toFixed(1)} pt, less than ${smallestPt}`,
      hint: "make the sheets of larger pages: --template handout",
    },
  ];
}

function sheetsOf(kind: ImposeOptions["kind"], count: number): readonly Sheet[] {
  switch (kind) {
    case "booklet":
      return bookletSheets(count);
    case "two-up":
      return twoUpSheets(count);
    default:
      return unreachable(kind);
  }
}

function turned({ flip }: ImposeOptions): Pick<Page, "rotation"> {
  return flip === "long" ? { rotation: 180 } : {};
}

interface SideFacts {
  readonly number: number;
  /** Points that the pages move towards the fold. */
  readonly creep: number;
  readonly options: ImposeOptions;
}

function sideOf(pages: readonly Page[], side: SheetSide, { number, creep, options }: SideFacts): Page {
  const [{ width: pageWidth, height: pageHeight } = { width: 0, height: 0 }] = pages;
  const [width, height] = [Math.max(pageWidth, pageHeight), Math.min(pageWidth, pageHeight)];
  const scale = Math.min(width / 2 / pageWidth, height / pageHeight);
  const free = { x: width / 2 - pageWidth * scale, y: height - pageHeight * scale };
  const frames: Frame[] = [];
  const parts: PagePart[] = [];
  const corners: number[] = [];
  for (const [half, which] of [side.left, side.right].entries()) {
    const page = which === null ? undefined : pages[which - 1];
    if (page === undefined) continue;
    const towardsFold = half === 0 ? creep : -creep;
    const x = half * (width / 2) + free.x / 2 + towardsFold;
    parts.push({ from: frames.length, page: page.number });
    corners.push(x, x + pageWidth * scale);
    for (const frame of page.frames) frames.push(scaledFrame(frame, { x, y: free.y / 2, scale }));
  }
  if (options.marks === true) {
    parts.push({ from: frames.length, page: pages.length + 1 });
    frames.push(...foldMarks(width, height));
    if (free.y > 1) frames.push(...cropMarks(corners, free.y / 2, height));
  }
  return { number, width, height, frames, parts };
}

const markLength = (4 / 25.4) * 72;
const markColour = "#666666";

/** Short lines at both ends of the fold. */
function foldMarks(width: number, height: number): BoxFrame[] {
  const thickness = 0.25;
  const x = rounded(width / 2 - thickness / 2);
  return [0, height - markLength].map((y) => ({
    type: "box",
    x,
    y: rounded(y),
    width: thickness,
    height: rounded(markLength),
    colour: markColour,
  }));
}

/** Short lines at the side edges of pages, above and below them. */
function cropMarks(corners: readonly number[], room: number, height: number): BoxFrame[] {
  const length = Math.min(markLength, room);
  return corners.flatMap((x) =>
    [0, height - length].map((y): BoxFrame => ({
      type: "box",
      x: rounded(x - 0.125),
      y: rounded(y),
      width: 0.25,
      height: rounded(length),
      colour: markColour,
    })),
  );
}
