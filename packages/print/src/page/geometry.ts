import type { Theme } from "@jianbao/document";
import type { LineGrid } from "../world.ts";
import { rounded } from "./page.ts";

/** The sizes of a theme's page, in points. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  /** From the page's top to the type area's. */
  readonly top: number;
  readonly inner: number;
  readonly outer: number;
  readonly bodyWidth: number;
  readonly bodyHeight: number;
  readonly duplex: boolean;
  readonly grid: LineGrid | null;
  /**
   * How far boxes reach beyond the type area above and below: a line's box has half of its leading
   * above its em box, and on a grid it is the em box that begins at the top of the type area.
   */
  readonly overhang: number;
}

/** Works out the sizes of the page, its type area and its line grid. */
export function geometryOf({ page }: Theme): PageGeometry {
  const bodyWidth = pt(page.width - page.marginInner - page.marginOuter);
  const bodyHeight = pt(page.height - page.marginTop - page.marginBottom);
  const grid = page.grid === undefined ? null : gridOf(page.grid, bodyWidth, bodyHeight);
  return {
    width: rounded(pt(page.width)),
    height: rounded(pt(page.height)),
    top: pt(page.marginTop),
    inner: pt(page.marginInner),
    outer: pt(page.marginOuter),
    bodyWidth,
    bodyHeight,
    duplex: page.duplex,
    grid,
    overhang: grid === null ? 0 : (grid.pitch - grid.em) / 2,
  };
}

/** One line's em box and the pitches of the others fill the type area: (lines − 1) × pitch + em = height. */
function gridOf(
  { lines, characters }: { readonly lines: number; readonly characters: number },
  width: number,
  height: number,
): LineGrid {
  const em = width / characters;
  return { em, pitch: (height - em) / (lines - 1) };
}

function pt(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}
