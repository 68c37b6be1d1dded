import { colourOf } from "./colour.ts";
import { type Pattern, lineWidth, patternMarks, patternOf } from "./pattern.ts";
import type { ClipMark, Paint, PathCommand, PathMark, SceneMark } from "./scene.ts";

/** What `fillStyle` and `strokeStyle` may hold: a colour, or a gradient, which is flattened to its middle stop. */
type Style = string | Gradient;

interface Gradient {
  readonly stops: string[];
  addColorStop(offset: number, colour: string): void;
}

/** A transform as canvas writes it: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface State {
  readonly matrix: Matrix;
  readonly marks: SceneMark[];
}

/**
 * The part of a canvas context that Vega's marks draw with. It paints nothing: it records every
 * path, text and clip as marks of a scene, with all transforms applied, so that each mark type is
 * drawn by Vega's own geometry.
 */
export class SceneRecorder {
  fillStyle: Style = "#000000";
  strokeStyle: Style = "#000000";
  globalAlpha = 1;
  globalCompositeOperation = "source-over";
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  miterLimit = 10;
  lineDashOffset = 0;
  font = "10px sans-serif";
  textAlign = "left";
  readonly pixelRatio = 1;

  #state: State = { matrix: [1, 0, 0, 1, 0, 0], marks: [] };
  readonly #stack: State[] = [];
  readonly #scene: SceneMark[] = this.#state.marks;
  #path: PathCommand[] = [];
  /** The last point of the path, before the transform: quadratic curves and arcs start there. */
  #last: readonly [number, number] | null = null;
  #dash: readonly number[] = [];
  /** The fill of the current path that a stroke may join. */
  #filled: { readonly marks: SceneMark[]; readonly index: number; readonly opacity: number } | null = null;

  /** The marks recorded so far, in painting order. */
  get marks(): readonly SceneMark[] {
    return this.#scene;
  }

  save(): void {
    this.#stack.push(this.#state);
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  translate(x: number, y: number): void {
    this.#multiply([1, 0, 0, 1, x, y]);
  }

  rotate(angle: number): void {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    this.#multiply([cos, sin, -sin, cos, 0, 0]);
  }

  scale(x: number, y: number): void {
    this.#multiply([x, 0, 0, y, 0, 0]);
  }

  beginPath(): void {
    this.#path = [];
    this.#last = null;
    this.#filled = null;
  }

  moveTo(x: number, y: number): void {
    this.#path.push(["M", ...this.#point(x, y)]);
    this.#last = [x, y];
  }

  lineTo(x: number, y: number): void {
    this.#path.push([this.#last === null ? "M" : "L", ...this.#point(x, y)]);
    this.#last = [x, y];
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.push(["C", ...this.#point(x1, y1), ...this.#point(x2, y2), ...this.#point(x, y)]);
    this.#last = [x, y];
  }

  /** Raises the degree of a quadratic curve, which is exact. */
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    const [x0, y0] = this.#last ?? [x1, y1];
    this.bezierCurveTo(
      x0 + (2 / 3) * (x1 - x0),
      y0 + (2 / 3) * (y1 - y0),
      x + (2 / 3) * (x1 - x),
      y + (2 / 3) * (y1 - y),
      x,
      y,
    );
  }

  /** Writes an arc as cubic curves of a quarter turn at most, within 0.03 % of the radius. */
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise = false): void {
    const turn = sweep(start, end, counterclockwise);
    this.lineTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    const steps = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
    const step = turn / steps;
    const handle = (4 / 3) * Math.tan(step / 4) * radius;
    for (let i = 0; i < steps; i++) {
      const from = start + i * step;
      const to = from + step;
      this.bezierCurveTo(
        x + radius * Math.cos(from) - handle * Math.sin(from),
        y + radius * Math.sin(from) + handle * Math.cos(from),
        x + radius * Math.cos(to) + handle * Math.sin(to),
        y + radius * Math.sin(to) - handle * Math.cos(to),
        x + radius * Math.cos(to),
        y + radius * Math.sin(to),
      );
    }
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  closePath(): void {
    if (this.#path.length > 0 && this.#path.at(-1)?.[0] !== "Z") this.#path.push(["Z"]);
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  fill(): void {
    const pattern = typeof this.fillStyle === "string" ? patternOf(this.fillStyle) : null;
    if (pattern !== null) return this.#fillPattern(pattern);
    const painted = this.#painted(this.fillStyle);
    if (!painted || this.#path.length === 0) return;
    const { marks } = this.#state;
    this.#filled = { marks, index: marks.length, opacity: painted.opacity };
    marks.push({ type: "path", commands: this.#path, paint: { fill: painted.hex, ...opacityOf(painted.opacity) } });
  }

  /** Paints the ground of a pattern, then its lines or dots as marks of their own. */
  #fillPattern(pattern: Pattern): void {
    if (this.#path.length === 0) return;
    const path = this.#path;
    const ground = pattern.ground === null ? null : this.#painted(pattern.ground);
    const painted = this.#painted(pattern.colour);
    const { marks } = this.#state;
    if (ground) {
      this.#filled = { marks, index: marks.length, opacity: ground.opacity };
      marks.push({ type: "path", commands: path, paint: { fill: ground.hex, ...opacityOf(ground.opacity) } });
    }
    const commands = patternMarks(pattern, path);
    if (!painted || commands.length === 0) return;
    const paint: Paint =
      pattern.type === "dots" ? { fill: painted.hex } : { stroke: painted.hex, strokeWidth: lineWidth };
    marks.push({ type: "path", commands, paint: { ...paint, ...opacityOf(painted.opacity) } });
  }

  stroke(): void {
    const painted = this.#painted(this.strokeStyle);
    if (!painted || this.#path.length === 0 || !(this.lineWidth > 0)) return;
    const stroke: Paint = {
      stroke: painted.hex,
      strokeWidth: rounded(this.lineWidth),
      ...(this.#dash.length > 0 ? { dash: this.#dash.map(rounded) } : {}),
    };
    const filled = this.#filled;
    const before = filled?.marks[filled.index];
    if (filled && before?.type === "path" && filled.opacity === painted.opacity) {
      filled.marks[filled.index] = { ...before, paint: { ...before.paint, ...stroke } };
    } else {
      const mark: PathMark = {
        type: "path",
        commands: this.#path,
        paint: { ...stroke, ...opacityOf(painted.opacity) },
      };
      this.#state.marks.push(mark);
    }
  }

  /** Clips to the bounding box of the path until the state is restored. */
  clip(): void {
    const marks: SceneMark[] = [];
    const mark: ClipMark = { type: "clip", ...boxOf(this.#path), marks };
    this.#state.marks.push(mark);
    this.#state = { ...this.#state, marks };
  }

  fillText(text: string, x: number, y: number): void {
    const painted = this.#painted(this.fillStyle);
    if (!painted || text === "") return;
    const [a, b] = this.#state.matrix;
    const [px, py] = this.#point(x, y);
    this.#state.marks.push({
      type: "text",
      x: px,
      y: py,
      text,
      size: rounded(sizeOf(this.font) * Math.hypot(a, b)),
      weight: weightOf(this.font),
      colour: painted.hex,
      anchor: this.textAlign === "center" ? "middle" : this.textAlign === "right" ? "end" : "start",
      angle: rounded((Math.atan2(b, a) * 180) / Math.PI),
    });
  }

  /** Outlined text is a halo behind a label on other marks; scenes have none. */
  strokeText(): void {}

  /** Images belong to the file system or the network; scenes have none. */
  drawImage(): void {}

  createLinearGradient(): Gradient {
    return gradient();
  }

  createRadialGradient(): Gradient {
    return gradient();
  }

  #multiply([a, b, c, d, e, f]: Matrix): void {
    const [A, B, C, D, E, F] = this.#state.matrix;
    const matrix: Matrix = [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ];
    this.#state = { ...this.#state, matrix };
  }

  #point(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#state.matrix;
    return [rounded(a * x + c * y + e), rounded(b * x + d * y + f)];
  }

  #painted(style: Style): { hex: string; opacity: number } | null {
    const text = typeof style === "string" ? style : (style.stops[style.stops.length >> 1] ?? "none");
    // A line cannot be hatched: it has the pattern's colour.
    const colour = colourOf(patternOf(text)?.colour ?? text);
    return colour && { hex: colour.hex, opacity: rounded(colour.alpha * this.globalAlpha) };
  }
}

/** Rounds to a hundredth, without a negative zero. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function sweep(start: number, end: number, counterclockwise: boolean): number {
  const full = 2 * Math.PI;
  const turn = counterclockwise ? start - end : end - start;
  const clockwise = turn >= full ? full : ((turn % full) + full) % full;
  return counterclockwise ? -clockwise : clockwise;
}

function gradient(): Gradient {
  const stops: string[] = [];
  return { stops, addColorStop: (_offset, colour) => void stops.push(colour) };
}

function opacityOf(opacity: number): { opacity?: number } {
  return opacity < 1 ? { opacity } : {};
}

function boxOf(path: readonly PathCommand[]): { x: number; y: number; width: number; height: number } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const command of path) {
    for (let i = 1; i + 1 < command.length; i += 2) {
      xs.push(Number(command[i]));
      ys.push(Number(command[i + 1]));
    }
  }
  if (xs.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: rounded(Math.max(...xs) - x), height: rounded(Math.max(...ys) - y) };
}

/** Reads the size of a font shorthand: `bold 11px sans-serif` → 11. */
function sizeOf(font: string): number {
  return Number(/(?<size>[\d.]+)px/u.exec(font)?.groups?.["size"] ?? 11);
}

/** Reads the weight of a font shorthand, as one of the two that scenes know. */
function weightOf(font: string): 400 | 700 {
  // Matches the weight of `bold 11px x` and `600 9.5px x`; must not match the 9 of `9px x`.
  const weight = /(?:^|\s)(?<weight>bold|bolder|[1-9]00)\s/u.exec(font)?.groups?.["weight"];
  return weight !== undefined && (weight.startsWith("b") || Number(weight) >= 600) ? 700 : 400;
}
