import type { Paint, PathCommand } from "@jianbao/charts";
import type { BoxFrame, PathFrame, Rectangle, TextFrame } from "../page/page.ts";
import { type PdfFont, shownGlyphs } from "./font.ts";
import { pdfNumber as n } from "./object.ts";

/**
 * Operators of one page, in coordinates with y downward (PDFKit has turned the page over when it
 * begins). Remembers font and colours, so that each is set where it changes only.
 */
export class PageContent {
  readonly #operators: string[] = [];
  #font = "";
  #fill = "";
  #stroke = "";

  toString(): string {
    return this.#operators.join("\n");
  }

  /** Opens a piece of marked content. */
  begin(tag: string, properties: string | null): void {
    this.#operators.push(properties === null ? `/${tag} BMC` : `/${tag} ${properties} BDC`);
  }

  end(): void {
    this.#operators.push("EMC");
  }

  text(font: PdfFont, frame: TextFrame): void {
    this.#clipped(frame.clip, () => {
      this.#setFill(frame.colour);
      const key = `/${font.name} ${n(frame.size)} Tf`;
      const select = key === this.#font ? "" : `${key} `;
      this.#font = key;
      this.#operators.push(`BT ${select}${matrixOf(frame)} Tm ${shownGlyphs(font, frame)} TJ ET`);
    });
  }

  box(frame: BoxFrame): void {
    this.#setFill(frame.colour);
    this.#operators.push(`${n(frame.x)} ${n(frame.y)} ${n(frame.width)} ${n(frame.height)} re f`);
  }

  /** Draws outlines; `opacityState` names the graphics state for what is not opaque. */
  path(frame: PathFrame, opacityState: string | null): void {
    const { paint } = frame;
    const operator = operatorOf(paint);
    if (operator === null) return;
    const draw = (): void => {
      if (opacityState !== null) this.#operators.push(`/${opacityState} gs`);
      if (paint.fill !== undefined) this.#setFill(paint.fill);
      if (paint.stroke !== undefined) {
        this.#setStroke(paint.stroke);
        const dash = (paint.dash ?? []).map((length) => n(length * frame.scale)).join(" ");
        this.#operators.push(`${n((paint.strokeWidth ?? 1) * frame.scale)} w [${dash}] 0 d`);
      }
      this.#operators.push(`${frame.commands.map((command) => commandOf(command, frame)).join(" ")} ${operator}`);
    };
    if (opacityState === null) this.#clipped(frame.clip, draw);
    else this.#saved(() => this.#clipped(frame.clip, draw));
  }

  #clipped(clip: Rectangle | undefined, draw: () => void): void {
    if (clip === undefined) return draw();
    this.#saved(() => {
      this.#operators.push(`${n(clip.x)} ${n(clip.y)} ${n(clip.width)} ${n(clip.height)} re W n`);
      draw();
    });
  }

  #saved(draw: () => void): void {
    const [font, fill, stroke] = [this.#font, this.#fill, this.#stroke];
    this.#operators.push("q");
    draw();
    this.#operators.push("Q");
    [this.#font, this.#fill, this.#stroke] = [font, fill, stroke];
  }

  #setFill(colour: string): void {
    if (colour === this.#fill) return;
    this.#fill = colour;
    this.#operators.push(`${componentsOf(colour)} rg`);
  }

  #setStroke(colour: string): void {
    if (colour === this.#stroke) return;
    this.#stroke = colour;
    this.#operators.push(`${componentsOf(colour)} RG`);
  }
}

function matrixOf(frame: TextFrame): string {
  if (frame.angle === undefined) return `1 0 0 -1 ${n(frame.x)} ${n(frame.y)}`;
  const turn = (frame.angle * Math.PI) / 180;
  const cosine = n(Math.cos(turn));
  const sine = n(Math.sin(turn));
  return `${cosine} ${sine} ${sine} ${n(-Math.cos(turn))} ${n(frame.x)} ${n(frame.y)}`;
}

/** `#1f4e79` → `0.122 0.306 0.475`. */
function componentsOf(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  if (!/^#[\da-f]{6}$/iu.test(colour)) throw new RangeError(`no colour: ${JSON.stringify(colour)} (expected #rrggbb)`); // matches #1f4e79, not red
  return [16, 8, 0].map((shift) => n(((value >> shift) & 0xff) / 255)).join(" ");
}

function operatorOf(paint: Paint): string | null {
  if (paint.fill !== undefined) return paint.stroke === undefined ? "f" : "B";
  return paint.stroke === undefined ? null : "S";
}

function commandOf(command: PathCommand, { x, y, scale }: PathFrame): string {
  const points: string[] = [];
  for (let i = 1; i + 1 < command.length; i += 2) {
    points.push(n(x + Number(command[i]) * scale), n(y + Number(command[i + 1]) * scale));
  }
  switch (command[0]) {
    case "M":
      return `${points.join(" ")} m`;
    case "L":
      return `${points.join(" ")} l`;
    case "C":
      return `${points.join(" ")} c`;
    case "Z":
      return "h";
    default:
      throw new TypeError(`no path command: ${JSON.stringify(command)}`);
  }
}
