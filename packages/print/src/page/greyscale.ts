import { contrastOf, greyOf } from "@jianbao/document";
import { type World, report } from "../world.ts";
import type { Frame, Page, PathFrame } from "./page.ts";

/** Least contrast of two greys that are told apart side by side. */
const least = 1.3;

/**
 * Pages as a black-and-white printer puts them on paper: each colour as the grey that is as dark. Text keeps
 * its contrast so; what is drawn in two colours that become one grey is reported.
 */
export function greyscale(world: World, pages: readonly Page[]): Page[] {
  const greys = new Map<string, string>();
  const grey = (colour: string): string => {
    let known = greys.get(colour);
    if (known === undefined) greys.set(colour, (known = greyOf(colour)));
    return known;
  };
  checkFigures(world, pages);
  return pages.map((page) => ({ ...page, frames: page.frames.map((frame) => inGrey(frame, grey)) }));
}

function inGrey(frame: Frame, grey: (colour: string) => string): Frame {
  if (frame.type === "text" || frame.type === "box") return { ...frame, colour: grey(frame.colour) };
  if (frame.type !== "path") return frame;
  const { fill, stroke } = frame.paint;
  return {
    ...frame,
    paint: {
      ...frame.paint,
      ...(fill === undefined ? {} : { fill: grey(fill) }),
      ...(stroke === undefined ? {} : { stroke: grey(stroke) }),
    },
  };
}

/** Reports figures that tell two things apart by colours that are one grey. */
function checkFigures(world: World, pages: readonly Page[]): void {
  const figures = new Map<number, Set<string>>();
  for (const frame of pages.flatMap(({ frames }) => frames)) {
    if (frame.type !== "path" || frame.element === null) continue;
    const colours = figures.get(frame.element) ?? new Set();
    for (const colour of coloursOf(frame)) colours.add(colour);
    figures.set(frame.element, colours);
  }
  for (const [element, colours] of figures) {
    const list = [...colours].toSorted();
    for (const [index, one] of list.entries()) {
      const other = list.slice(index + 1).find((colour) => isColoured(one, colour) && contrastOf(one, colour) < least);
      if (other === undefined) continue;
      const alternative = world.structure.elements()[element]?.alternative ?? "";
      report(
        world,
        "warning",
        "grey-alike",
        `colours alike in grey: ${one} and ${other} (figure “${[...alternative].slice(0, 16).join("")}”)`,
        "choose colours of which one is clearly darker",
      );
    }
  }
}

/** Colours that mark something: fills, and lines that are thicker than a grid's. */
function coloursOf({ paint: { fill, stroke, strokeWidth = 1 }, scale }: PathFrame): string[] {
  return [
    ...(fill === undefined ? [] : [fill]),
    ...(stroke !== undefined && strokeWidth * scale >= 1.2 ? [stroke] : []),
  ];
}

/** Two greys tell nothing apart by hue. */
function isColoured(a: string, b: string): boolean {
  return greyOf(a) !== a || greyOf(b) !== b;
}
