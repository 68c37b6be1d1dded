/**
 * A drawn chart: marks in painting order, positions in points from the top left corner, y downward.
 * It knows nothing of Vega, PDF or HTML, and is plain JSON, so that a chart is drawn once.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly SceneMark[];
}

/** How a shape is painted; colours are `#rrggbb`, absent means not painted. */
export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  /** 0 to 1; 1 where absent. */
  readonly opacity?: number;
}

/** Outlines, as absolute moves, lines, cubic curves and closings. */
export interface PathMark {
  readonly type: "path";
  readonly commands: readonly PathCommand[];
  readonly paint: Paint;
}

/** `M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`. */
export type PathCommand =
  | readonly ["M" | "L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

/** One line of text; `x`, `y` is the start, middle or end of its alphabetic baseline. */
export interface TextMark {
  readonly type: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly anchor: "start" | "middle" | "end";
  /** Degrees, clockwise around `x`, `y`. */
  readonly angle: number;
}

/** Marks that are painted within a rectangle. */
export interface ClipMark {
  readonly type: "clip";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly SceneMark[];
}

/** A mark of a scene. */
export type SceneMark = PathMark | TextMark | ClipMark;
