import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Pdf from "pdfkit";

const face = readFileSync(
  createRequire(import.meta.url).resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
);

/** The part of PDFKit that draws; the print package declares the part that it uses itself. */
interface Kit {
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  registerFont(name: string, face: Uint8Array): void;
  font(name: string): this;
  fontSize(size: number): this;
  fillColor(color: string): this;
  text(text: string, x: number, y: number, options: object): this;
  widthOfString(text: string, options?: object): number;
  addPage(options: object): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  lineWidth(width: number): this;
  rect(x: number, y: number, width: number, height: number): this;
  stroke(): this;
  fill(color: string): this;
  image(image: Uint8Array, x: number, y: number, options: object): this;
  save(): this;
  restore(): this;
  rotate(degrees: number, options: object): this;
  addContent(operators: string): this;
  end(): void;
}

/** A column that text is set into, in points from the page's top left corner. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Setting {
  readonly size?: number;
  readonly leading?: number;
  readonly indent?: boolean;
  /** Points between the characters. */
  readonly spacing?: number;
  readonly color?: string;
  /** Stretches full lines to the column's width, glyph by glyph. */
  readonly justify?: boolean;
}

/** A PDF under construction: text at places, columns, rules, boxes, pictures. */
export class Sheet {
  readonly document: Kit;
  readonly #chunks: Uint8Array[] = [];
  readonly #done: Promise<void>;
  /** The layout's own page size. */
  readonly size: readonly [number, number];

  constructor(size: readonly [number, number] = [595, 842], options: object = {}) {
    this.size = size;
    const Drawing = Pdf as unknown as new (options: object) => Kit;
    this.document = new Drawing({
      size: [...size],
      margin: 0,
      info: { CreationDate: new Date(Date.UTC(2024, 0, 15)) },
      ...options,
    });
    this.document.on("data", (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#done = new Promise((resolve) => {
      this.document.on("end", resolve);
    });
    this.document.registerFont("serif", face);
    this.document.font("serif");
  }

  page(size: readonly [number, number] = this.size): this {
    this.document.addPage({ size: [...size], margin: 0 });
    return this;
  }

  /** Puts one line with its base line at y. */
  put(text: string, x: number, y: number, { size = 10.5, spacing = 0, color = "black" }: Setting = {}): this {
    this.document
      .fillColor(color)
      .fontSize(size)
      .text(text, x, y, { lineBreak: false, baseline: "alphabetic", characterSpacing: spacing });
    this.document.fillColor("black");
    return this;
  }

  width(text: string, size = 10.5, spacing = 0): number {
    return this.document.fontSize(size).widthOfString(text, { characterSpacing: spacing });
  }

  /** Puts a line in the middle between two edges. */
  centre(text: string, left: number, right: number, y: number, setting: Setting = {}): this {
    return this.put(text, (left + right - this.width(text, setting.size, setting.spacing)) / 2, y, setting);
  }

  /** Sets paragraphs into columns one after the other; what does not fit any more is an error of the test. */
  flow(
    paragraphs: readonly string[],
    frames: readonly Frame[],
    setting: Setting = {},
  ): { frame: number; y: number; ends: number[] } {
    const ends: number[] = [];
    const { size = 10.5, leading = size * 1.6, indent = true } = setting;
    let f = 0;
    let y = (frames[0]?.y ?? 0) + size;
    for (const [p, paragraph] of paragraphs.entries()) {
      let rest = indent ? `　　${paragraph}` : paragraph;
      while (rest !== "") {
        const frame = frames[f];
        if (frame === undefined) throw new RangeError(`no room for ${rest.slice(0, 20)}`);
        if (y > frame.y + frame.height) {
          f++;
          // The paragraph that the column's end breaks, or the one before where none is broken.
          ends.push(rest.length < paragraph.length ? p : p - 1);
          y = (frames[f]?.y ?? 0) + size;
          continue;
        }
        const line = this.#firstLine(rest, frame.width, size);
        rest = rest.slice(line.length);
        if (setting.justify === true && rest !== "") this.#stretch(line, frame, y, size);
        else this.put(line, frame.x, y, setting);
        y += leading;
      }
    }
    return { frame: f, y, ends };
  }

  /** A line each of whose characters is put by itself, so that it fills its column. */
  #stretch(line: string, frame: Frame, y: number, size: number): void {
    const pieces = line.match(/[\p{sc=Latn}\d.,%]+|./gu) ?? [];
    const extra = (frame.width - this.width(line, size)) / Math.max(1, pieces.length - 1);
    let x = frame.x;
    for (const piece of pieces) {
      if (piece !== "　") this.put(piece, x, y, { size });
      x += this.width(piece, size) + extra;
    }
  }

  /** As much as fits: never a closing mark at the start, never inside a number or Latin word. */
  #firstLine(text: string, width: number, size: number): string {
    let line = "";
    for (const [piece] of text.matchAll(/[\p{sc=Latn}\d.,%]*[\p{sc=Latn}\d%]|[“（《]*.[，。、；：！？”’）》%]*/gsu)) {
      if (line !== "" && this.width(line + piece, size) > width + 0.01) return line;
      line += piece;
    }
    return line;
  }

  rule(x1: number, y1: number, x2: number, y2: number): this {
    this.document.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).stroke();
    return this;
  }

  frame(x: number, y: number, width: number, height: number, fill?: string): this {
    if (fill === undefined) this.document.rect(x, y, width, height).lineWidth(0.5).stroke();
    else this.document.rect(x, y, width, height).fill(fill).fillColor("black");
    return this;
  }

  picture(x: number, y: number, width: number, height: number): this {
    this.document.image(pixel, x, y, { width, height });
    return this;
  }

  /** Sets characters one below the other. */
  downwards(text: string, x: number, y: number, size: number, leading: number = size * 1.15): this {
    [...text].forEach((character, i) => this.put(character, x, y + i * leading, { size }));
    return this;
  }

  turned(text: string, x: number, y: number, degrees: number, setting: Setting = {}): this {
    this.document.save().rotate(degrees, { origin: [x, y] });
    this.put(text, x, y, setting);
    this.document.restore();
    return this;
  }

  /** A table with rules: cell texts are broken to their column; `null` continues the cell on the left, `^` the one above. */
  table(
    rows: readonly (readonly (string | null)[])[],
    x: number,
    y: number,
    widths: readonly number[],
    setting: Setting & { readonly ruled?: boolean; readonly pad?: number } = {},
  ): number {
    const { size = 10, leading = size * 1.4, ruled = true, pad = 5 } = setting;
    let top = y;
    rows.forEach((row) => {
      const lines = row.map((cell, c) => {
        if (cell === "^") return [];
        let span = widths[c] ?? 0;
        const next = row.findIndex((other, n) => n > c && other !== null);
        for (const width of widths.slice(c + 1, next < 0 ? row.length : next)) span += width;
        const out: string[] = [];
        let rest = cell ?? "";
        while (rest !== "") {
          const line = this.#firstLine(rest, span - 2 * pad, size);
          out.push(line);
          rest = rest.slice(line.length);
        }
        return out;
      });
      const height = Math.max(1, ...lines.map((cell) => cell.length)) * leading + 2 * pad;
      let left = x;
      row.forEach((cell, c) => {
        lines[c]?.forEach((line, l) => this.put(line, left + pad, top + pad + size + l * leading, { size }));
        const width = widths[c] ?? 0;
        if (ruled && cell !== null) this.rule(left, top, left, top + height);
        if (ruled && cell !== "^") this.rule(left, top, left + width, top);
        left += width;
      });
      if (ruled) this.rule(left, top, left, top + height);
      top += height;
    });
    if (ruled) this.rule(x, top, x + widths.reduce((sum, one) => sum + one, 0), top);
    return top;
  }

  async bytes(): Promise<Uint8Array> {
    this.document.end();
    await this.#done;
    return Uint8Array.from(Buffer.concat(this.#chunks));
  }
}

/** A grey PNG of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);
