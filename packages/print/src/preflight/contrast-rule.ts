import type { PathCommand } from "@jianbao/charts";
import { contrastOf } from "@jianbao/document";
import type { Frame, TextFrame } from "../page/page.ts";
import { words } from "./page-line.ts";
import { type PreflightRule, found } from "./rule.ts";

/** WCAG 2.2, 1.4.3: text stands out from what is painted behind it by 4.5:1, large text by 3:1. */
export const contrasts: PreflightRule = function* ({ layout, theme }) {
  const paper = theme.colours["paper"] ?? "#ffffff";
  for (const page of layout.pages) {
    const told = new Set<string>();
    const fillings: Filling[] = [];
    for (const frame of page.frames) {
      const filling = fillingOf(frame);
      if (filling !== null) fillings.push(filling);
      // The mark of a draft is pale on purpose, and says nothing that the text does not.
      if (frame.type !== "text" || frame.artifact === "Watermark" || frame.text.trim() === "") continue;
      const behind = colourBehind(fillings, middleOf(frame), paper);
      const key = `${frame.colour} ${behind}`;
      if (told.has(key)) continue;
      const contrast = contrastOf(frame.colour, behind);
      if (contrast >= (frame.size >= 18 ? 3 : 4.5)) continue;
      told.add(key);
      const fault = `low contrast, ${contrast.toFixed(1)}:1 (${frame.colour} on ${behind}),`;
      const place = { page: page.number, text: words(frame.text) };
      yield found("warning", "low-contrast", fault, place, "text needs 4.5:1: darken it, or lighten what is behind it");
    }
  }
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a text's x-height. */
function middleOf({ x, y, xs, size, angle }: TextFrame): Point {
  const turn = ((angle ?? 0) * Math.PI) / 180;
  const along = ((xs.at(-1) ?? 0) + size) / 2;
  const up = 0.35 * size;
  return { x: x + along * Math.cos(turn) + up * Math.sin(turn), y: y + along * Math.sin(turn) - up * Math.cos(turn) };
}

/** A part of the page that is painted in one colour. */
interface Filling {
  readonly colour: string;
  readonly opacity: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Corners on the page; empty for a rectangle. */
  readonly outlines: readonly (readonly Point[])[];
}

function fillingOf(frame: Frame): Filling | null {
  if (frame.type === "box") {
    const { x, y, width, height, colour } = frame;
    return { colour, opacity: 1, left: x, right: x + width, top: y, bottom: y + height, outlines: [] };
  }
  if (frame.type !== "path" || frame.paint.fill === undefined) return null;
  const outlines = outlinesOf(frame.commands).map((outline) =>
    outline.map(({ x, y }) => ({ x: frame.x + x * frame.scale, y: frame.y + y * frame.scale })),
  );
  const [xs, ys] = [outlines.flat().map(({ x }) => x), outlines.flat().map(({ y }) => y)];
  const { clip } = frame;
  return {
    colour: frame.paint.fill,
    opacity: frame.paint.opacity ?? 1,
    left: Math.max(clip?.x ?? -Infinity, Math.min(...xs)),
    right: Math.min(clip === undefined ? Infinity : clip.x + clip.width, Math.max(...xs)),
    top: Math.max(clip?.y ?? -Infinity, Math.min(...ys)),
    bottom: Math.min(clip === undefined ? Infinity : clip.y + clip.height, Math.max(...ys)),
    outlines,
  };
}

/** The colour that is seen at a point when these are painted on paper. */
function colourBehind(fillings: readonly Filling[], point: Point, paper: string): string {
  let colour = paper;
  for (const filling of fillings) {
    const { left, right, top, bottom, outlines, opacity } = filling;
    if (point.x < left || point.x > right || point.y < top || point.y > bottom) continue;
    if (outlines.length > 0 && !isWithin(outlines, point)) continue;
    colour = opacity >= 1 ? filling.colour : mixed(colour, filling.colour, opacity);
  }
  return colour;
}

/** True for a point within filled outlines (even-odd), from corner to corner; curves are their chords. */
function isWithin(outlines: readonly (readonly Point[])[], point: Point): boolean {
  let inside = false;
  for (const outline of outlines) {
    outline.forEach((b, index) => {
      const a = outline.at(index - 1) ?? b;
      if (a.y > point.y === b.y > point.y) return;
      if (point.x < a.x + ((point.y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
    });
  }
  return inside;
}

/** The corners of each closed outline. */
function outlinesOf(commands: readonly PathCommand[]): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  for (const command of commands) {
    if (command[0] === "Z") continue;
    if (command[0] === "M") outlines.push([]);
    outlines.at(-1)?.push({ x: Number(command.at(-2)), y: Number(command.at(-1)) });
  }
  return outlines;
}

/** A colour seen through another of some opacity. */
function mixed(below: string, above: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [under, over] = [below, above].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((under ?? 0) * (1 - opacity) + (over ?? 0) * opacity);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
