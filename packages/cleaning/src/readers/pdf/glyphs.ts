import type { PDFPageProxy } from "pdfjs-dist";
import { signOf } from "../symbols.ts";

/** A character with its place, in points from the page's top left corner. */
export interface Glyph {
  readonly text: string;
  /** The start of its baseline; the middle of its head where it is set downwards. */
  readonly x: number;
  readonly y: number;
  /** How far it reaches along its line. */
  readonly length: number;
  readonly size: number;
  /** Degrees clockwise by which its line is turned; 0 runs from left to right. */
  readonly turn: number;
  /** Set one below the other, in a font for vertical lines. */
  readonly vertical: boolean;
  /** Drawn with neither fill nor stroke, as the text under a scanned page is. */
  readonly hidden: boolean;
  /** So light or transparent that it can only be a watermark. */
  readonly pale: boolean;
  /** Called an artifact by the file: a running head, a page number. */
  readonly artifact: boolean;
  /** The font's number in the file. */
  readonly font: string;
}

/** A rectangle on the page, in points from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that is drawn on a page. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Thin straight lines along the page's edges. */
  readonly rules: readonly Box[];
  /** Rectangles with an edge or a ground of their own. */
  readonly frames: readonly Box[];
  readonly pictures: readonly Box[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface Font {
  readonly loadedName: string;
  readonly vertical: boolean;
  readonly fontMatrix?: readonly number[] | null;
}

interface State {
  ctm: Matrix;
  font: Font | null;
  size: number;
  spacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lightness: number;
  alpha: number;
}

/** Follows a page's drawing operators, and keeps each character and each straight line with its place. */
export async function inkOf(
  page: PDFPageProxy,
  operators: Readonly<Record<string, number>>,
  isVisible: (layer: unknown) => boolean,
): Promise<Ink> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: 0 });
  const pen = new Pen(matrixOf(transform), width, height, isVisible);
  const named = new Map(Object.entries(operators).map(([name, code]) => [code, name]));
  for (const [i, code] of list.fnArray.entries()) {
    const args = (list.argsArray[i] ?? []) as readonly unknown[];
    const name = named.get(code) ?? "";
    if (name === "setFont") {
      const font = await objectOf(page, String(args[0]));
      pen.setFont(font as Font, Number(args[1]));
    } else pen.draw(name, args, named);
  }
  return { width, height, glyphs: pen.glyphs, rules: pen.rules, frames: pen.frames, pictures: pen.pictures };
}

function objectOf(page: PDFPageProxy, id: string): Promise<unknown> {
  return new Promise((resolve) => {
    page.commonObjs.get(id, resolve);
  });
}

/** Keeps the graphics state, as ISO 32000 8.4 and 9.3 define it, as far as the places of characters need it. */
class Pen {
  readonly glyphs: Glyph[] = [];
  readonly rules: Box[] = [];
  readonly frames: Box[] = [];
  readonly pictures: Box[] = [];
  readonly #width: number;
  readonly #height: number;
  readonly #isVisible: (layer: unknown) => boolean;
  readonly #stack: State[] = [];
  #state: State;
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  /** Nothing was drawn since the last change of the coordinates: where it ends, a picture was left out. */
  #bare = false;
  readonly #marks: { readonly shown: boolean; readonly artifact: boolean }[] = [];

  constructor(base: Matrix, width: number, height: number, isVisible: (layer: unknown) => boolean) {
    this.#width = width;
    this.#height = height;
    this.#isVisible = isVisible;
    this.#state = {
      ctm: base,
      font: null,
      size: 0,
      spacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      lightness: 0,
      alpha: 1,
    };
  }

  setFont(font: Font, size: number): void {
    this.#state.font = font;
    this.#state.size = size;
  }

  draw(name: string, args: readonly unknown[], named: ReadonlyMap<number, string>): void {
    const state = this.#state;
    const n = (i: number): number => Number(args[i] ?? 0);
    switch (name) {
      case "save":
        this.#stack.push({ ...state });
        return;
      case "restore":
      case "paintFormXObjectEnd":
      case "endGroup":
        if (this.#bare && name === "restore") this.#addPicture(state.ctm);
        this.#bare = false;
        this.#state = this.#stack.pop() ?? state;
        return;
      case "beginGroup":
        this.#stack.push({ ...state });
        return;
      case "transform":
        state.ctm = times(state.ctm, [n(0), n(1), n(2), n(3), n(4), n(5)]);
        this.#bare = true;
        return;
      case "paintFormXObjectBegin":
        this.#stack.push({ ...state });
        this.#bare = false;
        if (isList(args[0])) state.ctm = times(state.ctm, matrixOf(args[0]));
        return;
      case "paintImageXObject":
      case "paintInlineImageXObject":
      case "paintImageMaskXObject":
        this.#addPicture(state.ctm);
        this.#bare = false;
        return;
      case "beginText":
        this.#bare = false;
        this.#matrix = [1, 0, 0, 1, 0, 0];
        this.#x = this.#lineX = this.#y = this.#lineY = 0;
        return;
      case "setTextMatrix":
        this.#matrix = matrixOf(isList(args[0]) ? args[0] : args);
        this.#x = this.#lineX = this.#y = this.#lineY = 0;
        return;
      case "moveText":
        this.#moveTo(n(0), n(1));
        return;
      case "setLeadingMoveText":
        state.leading = -n(1);
        this.#moveTo(n(0), n(1));
        return;
      case "nextLine":
        this.#moveTo(0, -state.leading);
        return;
      case "setCharSpacing":
        state.spacing = n(0);
        return;
      case "setWordSpacing":
        state.wordSpacing = n(0);
        return;
      case "setHScale":
        state.scale = n(0) / 100;
        return;
      case "setLeading":
        state.leading = n(0);
        return;
      case "setTextRise":
        state.rise = n(0);
        return;
      case "setTextRenderingMode":
        state.mode = n(0);
        return;
      case "setFillRGBColor":
        state.lightness = lightnessOf(args[0]);
        return;
      case "setGState":
        for (const entry of isList(args[0]) ? args[0] : [])
          if (isList(entry) && entry[0] === "ca") state.alpha = Number(entry[1]);
        return;
      case "beginMarkedContent":
      case "beginMarkedContentProps":
        this.#marks.push({
          shown: args[0] !== "OC" || this.#isVisible(args[1]),
          artifact: args[0] === "Artifact" || (args[0] as { name?: unknown } | undefined)?.name === "Artifact",
        });
        return;
      case "endMarkedContent":
        this.#marks.pop();
        return;
      case "showText":
        if (isList(args[0])) this.#show(args[0]);
        return;
      case "constructPath":
        this.#bare = false;
        this.#path(named.get(n(0)) ?? "", args[1]);
        return;
      default:
    }
  }

  #moveTo(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #show(items: readonly unknown[]): void {
    const { font, size, spacing, wordSpacing, scale, rise, mode, ctm, lightness, alpha } = this.#state;
    if (font === null || size === 0) return;
    const whole = times(ctm, this.#matrix);
    const units = (font.fontMatrix?.[0] ?? 0.001) * size;
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    const stretch = Math.hypot(whole[0], whole[1]);
    const turn = turnOf(whole, size < 0);
    const shown = this.#marks.every((mark) => mark.shown);
    const artifact = this.#marks.some((mark) => mark.artifact);
    for (const item of items) {
      if (typeof item === "number") {
        if (font.vertical) this.#y -= (item * size) / 1000;
        else this.#x -= ((item * size) / 1000) * scale;
        continue;
      }
      const glyph = item as {
        unicode?: string;
        width?: number;
        isSpace?: boolean;
        vmetric?: readonly number[] | null;
      } | null;
      if (glyph === null || typeof glyph.unicode !== "string") continue;
      const extra = spacing + (glyph.isSpace === true ? wordSpacing : 0);
      const advance = font.vertical ? -(glyph.vmetric?.[0] ?? -1000) * units : (glyph.width ?? 0) * units * scale;
      const x = this.#x;
      const y = this.#y + rise;
      if (shown && height > 0) {
        this.glyphs.push({
          text: signOf(glyph.unicode),
          x: whole[0] * x + whole[2] * y + whole[4],
          y: whole[1] * x + whole[3] * y + whole[5],
          length: Math.abs(advance) * (font.vertical ? Math.hypot(whole[2], whole[3]) : stretch),
          size: height,
          turn,
          vertical: font.vertical,
          hidden: mode === 3 || mode === 7,
          pale: alpha < 0.4 || (lightness > 0.72 && lightness < 0.985),
          artifact,
          font: font.loadedName,
        });
      }
      if (font.vertical) this.#y -= advance - extra;
      else this.#x += advance + extra * scale;
    }
  }

  #path(operator: string, data: unknown): void {
    const points = isList(data) ? data[0] : null;
    if (!(points instanceof Float32Array) || operator === "endPath") return;
    const strokes = /stroke/iu.test(operator);
    const fills = /fill/iu.test(operator);
    for (const outline of outlinesOf(points)) {
      const placed = outline.map(([x, y]) => pointOf(this.#state.ctm, x, y));
      const box = boxAround(placed);
      const width = box.right - box.left;
      const height = box.bottom - box.top;
      if (Math.min(width, height) <= 2.5) {
        if (Math.max(width, height) >= 6) this.rules.push(box);
        continue;
      }
      const isRectangle =
        placed.length >= 4 &&
        placed.every(([x, y]) => isNear(x, box.left, box.right) && isNear(y, box.top, box.bottom));
      const isPage = width > this.#width * 0.97 && height > this.#height * 0.97;
      if (isRectangle && (strokes || (fills && this.#state.lightness < 0.995)) && width > 40 && height > 24 && !isPage)
        this.frames.push(box);
      if (!strokes) continue;
      for (const [i, to] of placed.entries()) {
        const from = placed[i - 1];
        if (from === undefined) continue;
        const edge = boxAround([from, to]);
        if (Math.min(edge.right - edge.left, edge.bottom - edge.top) <= 1) this.rules.push(edge);
      }
    }
  }

  #addPicture(ctm: Matrix): void {
    const box = boxAround([pointOf(ctm, 0, 0), pointOf(ctm, 1, 0), pointOf(ctm, 0, 1), pointOf(ctm, 1, 1)]);
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (width < 20 || height < 20 || width > this.#width * 1.2 || height > this.#height * 1.2) return;
    this.pictures.push(box);
  }
}

/** Reads pdf.js' path buffer: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close. */
function outlinesOf(data: Float32Array): [number, number][][] {
  const outlines: [number, number][][] = [];
  let open: [number, number][] = [];
  for (let i = 0; i < data.length;) {
    const kind = data[i++];
    const point = (at: number): [number, number] => [data[at] ?? 0, data[at + 1] ?? 0];
    if (kind === 0) {
      open = [point(i)];
      outlines.push(open);
      i += 2;
    } else if (kind === 1) {
      open.push(point(i));
      i += 2;
    } else if (kind === 2) {
      open.push(point(i + 4));
      i += 6;
    } else if (kind === 3) {
      open.push(point(i + 2));
      i += 4;
    } else if (open[0] !== undefined) open.push(open[0]);
  }
  return outlines;
}

function isNear(value: number, a: number, b: number): boolean {
  return Math.abs(value - a) < 1 || Math.abs(value - b) < 1;
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function turnOf(matrix: Matrix, flipped: boolean): number {
  const turn = Math.round((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI) + (flipped ? 180 : 0);
  return ((turn % 360) + 360) % 360;
}

/** Reads `#rrggbb` as 0 (black) to 1 (white). */
function lightnessOf(color: unknown): number {
  if (typeof color !== "string" || !color.startsWith("#")) return 0;
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return 0.3 * channel(1) + 0.59 * channel(3) + 0.11 * channel(5);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || value instanceof Float32Array;
}

function matrixOf(list: ArrayLike<unknown>): Matrix {
  const n = (i: number): number => Number(list[i] ?? 0);
  return [n(0), n(1), n(2), n(3), n(4), n(5)];
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function pointOf(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
