import { type Theme, roleOf } from "@jianbao/document";

/** What a document's pages are held against, in millimetres and counts; null where nothing is prescribed. */
export interface Prescription {
  /** The standard, or null where the theme's own numbers are meant. */
  readonly standard: string | null;
  readonly width: number;
  readonly height: number;
  /** From the page's top to the type area's. */
  readonly top: number;
  /** From the page's top to the bottom of the type area. */
  readonly bottom: number;
  /** The binding edge. */
  readonly inner: number;
  readonly textWidth: number;
  readonly duplex: boolean;
  /** How far a margin may be off. */
  readonly marginTolerance: number;
  /** Characters of a full line. */
  readonly characters: number;
  readonly characterWidth: number;
  /** Baseline to baseline. */
  readonly pitch: number;
  /** Lines of a full page; null without a grid. */
  readonly lines: number | null;
  /** Top edge of the masthead's ink below the type area's top. */
  readonly masthead: number | null;
  readonly redRule: { readonly distance: number; readonly width: number } | null;
  /** Thickness of the first, the middle and the last rule. */
  readonly imprint: { readonly first: number; readonly middle: number; readonly last: number } | null;
  /** The middle of the page number's dashes below the type area; its characters; how far in it stands. */
  readonly pageNumber: { readonly below: number; readonly size: number | null; readonly inset: number | null } | null;
}

/**
 * GB/T 9704-2012: A4 (5.1), 天头 37 ± 1 and 订口 28 ± 1 round a type area of 156 × 225 (5.2.1), 22 lines of 28
 * characters that fill it (5.2.3), the issuer's mark 35 below its top (7.2.4), the red rule 4 below the
 * line above it and as wide (7.2.8), 版记 with rules of 0.35 and 0.25 whose last lies on its bottom (7.4.1),
 * the page number's dashes 7 below it, in 四号, one character from the outer side (7.5).
 */
function gb9704(): Prescription {
  const [width, height] = [156, 225];
  const character = width / 28;
  return {
    standard: "GB/T 9704-2012",
    width: 210,
    height: 297,
    top: 37,
    bottom: 37 + height,
    inner: 28,
    textWidth: width,
    duplex: true,
    marginTolerance: 1,
    characters: 28,
    characterWidth: character,
    // The first line's characters and the pitches of the other 21 lines fill the type area.
    pitch: (height - character) / 21,
    lines: 22,
    masthead: 35,
    redRule: { distance: 4, width },
    imprint: { first: 0.35, middle: 0.25, last: 0.35 },
    pageNumber: { below: 7, size: millimetres(14), inset: millimetres(14) },
  };
}

/** What a theme prescribes: the standard that it names, else its own numbers. */
export function prescriptionOf(theme: Theme): Prescription {
  const { page } = theme;
  if (page.standard === "GB/T 9704-2012") return gb9704();
  const body = roleOf(theme, "body");
  const size = millimetres(body.size);
  const width = page.width - page.marginInner - page.marginOuter;
  const height = page.height - page.marginTop - page.marginBottom;
  const grid = page.grid ?? null;
  const masthead = theme.roles["masthead"]?.fromTop ?? null;
  // Without a grid a line takes a whole number of characters (CLREQ 2.1).
  const characters = grid?.characters ?? Math.floor(width / size + 1e-6);
  return {
    standard: null,
    width: page.width,
    height: page.height,
    top: page.marginTop,
    bottom: page.height - page.marginBottom,
    inner: page.marginInner,
    textWidth: grid === null ? characters * size : width,
    duplex: page.duplex,
    marginTolerance: 0.2,
    characters,
    characterWidth: size,
    pitch: grid === null ? body.leading * size : (height - width / grid.characters) / (grid.lines - 1),
    lines: grid?.lines ?? null,
    masthead,
    redRule: null,
    imprint: null,
    pageNumber: page.foot === undefined ? null : { below: page.foot, size: null, inset: null },
  };
}

/** Millimetres of points. */
export function millimetres(points: number): number {
  return (points / 72) * 25.4;
}
