import type { PathCommand } from "./scene.ts";

/** A fill that is told from others without colour: lines or dots on a ground. */
export interface Pattern {
  readonly type: "hatch" | "crosshatch" | "dots";
  readonly colour: string;
  /** What lies beneath; null where nothing does. */
  readonly ground: string | null;
}

/** Matches `hatch(#1f4e79)`, `dots(#1f4e79, #ffffff)`; must not match `rgb(1, 2, 3)`. */
const written = /^(hatch|crosshatch|dots)\(([^,()]+)(?:,([^,()]+))?\)$/u;

/**
 * Reads a fill that is spelled as a pattern, with its colour and, where it has one, its ground: `hatch(#1f4e79)`,
 * `crosshatch(#1f4e79, #ffffff)`, `dots(black)`; null where the text is none.
 */
export function patternOf(text: string): Pattern | null {
  const match = written.exec(text);
  if (match === null) return null;
  // The expression has only these three.
  const [, type, colour = "", ground] = match as unknown as [string, Pattern["type"], string?, string?];
  return { type, colour: colour.trim(), ground: ground?.trim() ?? null };
}

/** Points from line to line or dot to dot, across them. */
const gap = 3;

/** Width of the lines of a pattern, in points. */
export const lineWidth = 0.8;

/** Half the side of a dot. */
const dot = 0.55;

type Point = readonly [x: number, y: number];

/**
 * Draws the lines or dots of a pattern as outlines within a path (by the even-odd rule, curves flattened), so that no
 * writer needs to clip or repeat anything. Patterns are anchored at the scene's origin: those side by side run on.
 */
export function patternMarks(pattern: Pattern, path: readonly PathCommand[]): readonly PathCommand[] {
  const polygons = polygonsOf(path);
  switch (pattern.type) {
    case "hatch":
      return hatchLines(polygons, 1);
    case "crosshatch":
      return [...hatchLines(polygons, 1), ...hatchLines(polygons, -1)];
    case "dots":
      return dots(polygons);
  }
}

/** Lines at 45°: x + slope·y is the same along each. */
function hatchLines(polygons: readonly (readonly Point[])[], slope: 1 | -1): PathCommand[] {
  const along = ([x, y]: Point): number => x + slope * y;
  const edges = edgesOf(polygons);
  const all = edges.flatMap(([from]) => along(from));
  const step = gap * Math.SQRT2;
  const commands: PathCommand[] = [];
  for (let k = Math.ceil(Math.min(...all) / step); k * step < Math.max(...all); k++) {
    const level = k * step;
    const crossings: Point[] = [];
    for (const [from, to] of edges) {
      const [a, b] = [along(from), along(to)];
      if (a <= level === b <= level) continue;
      const t = (level - a) / (b - a);
      crossings.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
    }
    crossings.sort((a, b) => a[0] - b[0]);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [crossings[i], crossings[i + 1]];
      if (from && to && to[0] - from[0] > 0.05) commands.push(["M", ...rounded(from)], ["L", ...rounded(to)]);
    }
  }
  return commands;
}

/** Squares in staggered rows, those alone that lie wholly within. */
function dots(polygons: readonly (readonly Point[])[]): PathCommand[] {
  const edges = edgesOf(polygons);
  const xs = edges.map(([[x]]) => x);
  const ys = edges.map(([[, y]]) => y);
  const commands: PathCommand[] = [];
  for (let row = Math.ceil(Math.min(...ys) / gap); row * gap < Math.max(...ys); row++) {
    const y = row * gap;
    const shift = row % 2 === 0 ? 0 : gap / 2;
    for (let column = Math.floor(Math.min(...xs) / gap); column * gap < Math.max(...xs); column++) {
      const x = column * gap + shift;
      const corners: readonly Point[] = [
        [x - dot, y - dot],
        [x + dot, y - dot],
        [x + dot, y + dot],
        [x - dot, y + dot],
      ];
      if (!corners.every((corner) => isInside(corner, edges))) continue;
      for (const [at, corner] of corners.entries()) commands.push([at === 0 ? "M" : "L", ...rounded(corner)]);
      commands.push(["Z"]);
    }
  }
  return commands;
}

function isInside([x, y]: Point, edges: readonly (readonly [Point, Point])[]): boolean {
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of edges) {
    if (y0 <= y === y1 <= y) continue;
    if (x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  }
  return inside;
}

function edgesOf(polygons: readonly (readonly Point[])[]): readonly (readonly [Point, Point])[] {
  return polygons.flatMap((polygon) =>
    polygon.flatMap((from, at): readonly (readonly [Point, Point])[] => {
      const to = polygon[(at + 1) % polygon.length];
      return to ? [[from, to]] : [];
    }),
  );
}

/** Pieces that a curve is flattened to: within a hundredth of a point for the curves of our marks. */
const pieces = 12;

function polygonsOf(path: readonly PathCommand[]): readonly (readonly Point[])[] {
  const polygons: Point[][] = [];
  for (const command of path) {
    const polygon = polygons.at(-1);
    switch (command[0]) {
      case "M":
        polygons.push([[command[1], command[2]]]);
        break;
      case "L":
        polygon?.push([command[1], command[2]]);
        break;
      case "C": {
        const from = polygon?.at(-1);
        if (!polygon || !from) break;
        for (let i = 1; i <= pieces; i++) polygon.push(onCurve(from, command, i / pieces));
        break;
      }
      case "Z":
        break;
    }
  }
  return polygons;
}

function onCurve(
  [x0, y0]: Point,
  [, x1, y1, x2, y2, x3, y3]: readonly ["C", number, number, number, number, number, number],
  t: number,
): Point {
  const u = 1 - t;
  const blend = (a: number, b: number, c: number, d: number): number =>
    u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return [blend(x0, x1, x2, x3), blend(y0, y1, y2, y3)];
}

function rounded([x, y]: Point): [number, number] {
  return [Math.round(x * 100) / 100 + 0, Math.round(y * 100) / 100 + 0];
}
