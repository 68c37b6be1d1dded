import type { Paint, PathCommand } from "@jianbao/charts";

/** A page ready to be painted: plain JSON, lengths in points from the page's top left corner, y downward. */
export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In painting order, which is reading order within each structure element. */
  readonly frames: readonly Frame[];
  /** Set for a side of a sheet that carries several pages: where the frames of each begin. */
  readonly parts?: readonly PagePart[];
  /** Degrees by which the side is turned when it is shown or printed. */
  readonly rotation?: 180;
}

/** The frames of a page on the side of a sheet. */
export interface PagePart {
  /** Index of the first frame. */
  readonly from: number;
  /** The page's number, by which it is read. */
  readonly page: number;
}

/** Something placed on a page. */
export type Frame = TextFrame | BoxFrame | PathFrame | LinkFrame | PlaceFrame | ExtentFrame;

/** Glyphs of one face and size on one baseline. */
export interface TextFrame {
  readonly type: "text";
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** Face id of the font set. */
  readonly face: string;
  readonly size: number;
  /** `#rrggbb` */
  readonly colour: string;
  /** One code point a glyph. */
  readonly text: string;
  readonly glyphs: readonly number[];
  /** Origin of each glyph, from `x`. */
  readonly xs: readonly number[];
  /** Degrees, clockwise around `x`, `y`; upright where absent. */
  readonly angle?: number;
  readonly clip?: Rectangle;
  /** Index of the structure element that the text belongs to; null for what is not part of the reading order. */
  readonly element: number | null;
  /** What it is where it has no element: head and foot of the page, the mark of a draft, a repeated table head. */
  readonly artifact?: "Header" | "Footer" | "Watermark" | "Pagination" | "Layout";
}

/** A filled rectangle: a rule or a background; never part of the reading order. */
export interface BoxFrame extends Rectangle {
  readonly type: "box";
  readonly colour: string;
}

/** Outlines of a chart, in the scene's coordinates, moved to `x`, `y` and scaled. */
export interface PathFrame {
  readonly type: "path";
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly commands: readonly PathCommand[];
  readonly paint: Paint;
  /** On the page. */
  readonly clip?: Rectangle;
  readonly element: number | null;
}

/** A part of the page that leads elsewhere. */
export interface LinkFrame extends Rectangle {
  readonly type: "link";
  readonly target: { readonly address: string } | { readonly place: string };
  /** What the link is, for people who do not see it. */
  readonly description: string;
  readonly element: number | null;
}

/** A named point that links and bookmarks lead to. */
export interface PlaceFrame {
  readonly type: "place";
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** How much of the page a figure takes; nothing is painted. */
export interface ExtentFrame extends Rectangle {
  readonly type: "extent";
  readonly element: number;
}

/** A rectangle by its top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame, moved. */
export function moved<F extends Frame>(frame: F, dx: number, dy: number): F {
  const clip = "clip" in frame && frame.clip !== undefined ? frame.clip : null;
  return {
    ...frame,
    x: rounded(frame.x + dx),
    y: rounded(frame.y + dy),
    ...(clip === null ? {} : { clip: { ...clip, x: rounded(clip.x + dx), y: rounded(clip.y + dy) } }),
  };
}

/** Rounds a length to a thousandth of a point, so that pages read well and repeat exactly. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}
