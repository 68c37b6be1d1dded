import type { LinkFrame, PlaceFrame, TextFrame } from "../page/page.ts";
import { rounded } from "../page/page.ts";
import { type World, report } from "../world.ts";
import { breakLines } from "./break.ts";
import type { Line } from "./paragraph.ts";
import type { InlineSegment, NoteCall, RunStyle } from "./inline.ts";

/** A line ready to be placed: frames relative to its top left corner. */
export interface SetLine {
  readonly height: number;
  readonly width: number;
  readonly frames: readonly LineFrame[];
  readonly calls: readonly NoteCall[];
}

/** What stands in a line. */
export type LineFrame = TextFrame | LinkFrame | PlaceFrame | MarkFrame;

/** Where the mark of a note goes, once its page has given it a number. */
export interface MarkFrame {
  readonly type: "mark";
  readonly x: number;
  readonly y: number;
  /** Width of the box that the mark must fit. */
  readonly width: number;
  readonly style: RunStyle;
  readonly call: NoteCall;
}

/** How lines are set. */
export interface BlockSettings {
  readonly measure: number;
  /** Points, first line. */
  readonly indent: number;
  readonly align: "start" | "center" | "end" | "justify";
  /** Baseline to baseline, in points. */
  readonly leading: number;
  /** The em of the text. */
  readonly size: number;
  /** For messages. */
  readonly place: string;
  /** Set for headings: their words are kept whole where that costs little. */
  readonly title?: boolean;
}

/** Breaks segments into lines and places the glyphs of each. */
export function setLines(world: World, segments: readonly InlineSegment[], settings: BlockSettings): SetLine[] {
  const lines: SetLine[] = [];
  segments.forEach((segment, index) => {
    const indent = index === 0 ? settings.indent : 0;
    const { measure } = settings;
    const justify = settings.align === "justify";
    const balance = settings.align === "center";
    if (segment.boxes.length === 0) {
      if (segments.length > 1) lines.push({ height: settings.leading, width: 0, frames: [], calls: [] });
      return;
    }
    for (const line of breakLines(segment.measured, {
      measure,
      indent,
      justify,
      balance,
      title: settings.title === true,
    })) {
      reportLine(world, segment, line, settings);
      lines.push(setLine(segment, line, settings, line.start === 0 ? indent : 0));
    }
  });
  return lines;
}

/** Says where a line is too long, does not reach the measure, or has holes of more than half an em. */
function reportLine(world: World, segment: InlineSegment, line: Line, settings: BlockSettings): void {
  const where = (): string => `${textOfLine(segment, line)} (${settings.place})`;
  if (line.excess > 0.05) {
    report(world, "warning", "overfull-line", `too long by ${line.excess.toFixed(1)} pt: ${where()}`);
  } else if (line.short > 0.1) {
    report(world, "info", "loose-line", `short of the measure by ${line.short.toFixed(1)} pt: ${where()}`, looseHint);
  } else if (line.opened > settings.size / 2) {
    const em = (line.opened / settings.size).toFixed(1);
    report(world, "info", "loose-line", `gaps opened by ${em} em: ${where()}`, looseHint);
  }
}

const looseHint = "a wider column, or other words before the long piece that the line may not cut";

/** The baseline of a line, from its top: the em box stands in the middle of the leading. */
export function baselineOf(leading: number, size: number): number {
  return (leading - size) / 2 + 0.88 * size;
}

function setLine(segment: InlineSegment, line: Line, settings: BlockSettings, indent: number): SetLine {
  const room = settings.measure - indent - line.width;
  const left = indent + (settings.align === "center" ? room / 2 : settings.align === "end" ? room : 0);
  const baseline = baselineOf(settings.leading, settings.size);
  const frames: LineFrame[] = [];
  const calls: NoteCall[] = [];
  let run: Run | null = null;
  const flush = (): void => {
    if (run === null) return;
    const { style } = run;
    const frame: TextFrame = {
      type: "text",
      x: rounded(run.x),
      y: rounded(baseline - style.rise),
      face: run.face,
      size: rounded(style.size),
      colour: style.colour,
      text: run.text,
      glyphs: run.glyphs,
      xs: run.xs,
      element: style.element,
    };
    frames.push(frame);
    if (style.link !== null) frames.push(linkOver(frame, run.right - run.x, style.link));
    run = null;
  };
  for (let i = line.start; i < line.end; i++) {
    const box = segment.boxes[i];
    const style = segment.styles[i];
    if (box === undefined || style === undefined) continue;
    const x = left + (line.xs[i - line.start] ?? 0);
    const place = segment.places.size === 0 ? undefined : segment.places.get(i);
    if (place !== undefined) {
      flush();
      frames.push({ type: "place", name: place, x: rounded(x), y: 0 });
    }
    if (box.kind === "mark") {
      flush();
      const call = segment.calls.get(i);
      if (call === undefined) continue;
      calls.push(call);
      frames.push({ type: "mark", x: rounded(x), y: rounded(baseline - style.rise), width: box.advance, style, call });
      continue;
    }
    if (run !== null && (run.style !== style || run.face !== box.face)) flush();
    const origin = x + box.shift + joinOf(segment, line, i);
    run ??= { style, face: box.face, x: origin, xs: [], glyphs: [], text: "", right: 0 };
    run.xs.push(rounded(origin - run.x));
    run.glyphs.push(box.glyph);
    run.text += String.fromCodePoint(box.codePoint);
    run.right = x + box.advance;
  }
  flush();
  return { height: settings.leading, width: line.width, frames, calls };
}

/** How far a dash of —— moves so that the two are one line: the first to the right, the second to the left. */
function joinOf({ boxes, styles }: InlineSegment, line: Line, index: number): number {
  const blanks = boxes[index]?.blanks ?? null;
  if (blanks === null) return 0;
  const joins = (other: number): boolean =>
    other >= line.start &&
    other < line.end &&
    boxes[other]?.kind === "dash" &&
    styles[other]?.size === styles[index]?.size;
  const overlap = (boxes[index]?.size ?? 0) / 200;
  if (joins(index - 1) === joins(index + 1)) return 0;
  return joins(index + 1) ? blanks.right + overlap : -blanks.left - overlap;
}

/** Width of the note marks that end a piece of text. */
export function trailingMarks({ boxes }: InlineSegment, end: number): number {
  let width = 0;
  for (let i = end - 1; boxes[i]?.kind === "mark"; i--) width += boxes[i]?.advance ?? 0;
  return width;
}

/** Neighbouring glyphs of one style and face. */
interface Run {
  readonly style: RunStyle;
  readonly face: string;
  readonly x: number;
  readonly xs: number[];
  readonly glyphs: number[];
  text: string;
  right: number;
}

function linkOver(
  frame: TextFrame,
  width: number,
  link: { href: string; description: string; element: number | null },
): LinkFrame {
  return {
    type: "link",
    x: frame.x,
    y: rounded(frame.y - 0.88 * frame.size),
    width: rounded(width),
    height: frame.size,
    target: link.href.startsWith("#") ? { place: link.href.slice(1) } : { address: link.href },
    description: link.description,
    element: link.element,
  };
}

function textOfLine(segment: InlineSegment, line: Line): string {
  let text = "";
  for (let i = line.start; i < line.end && text.length < 24; i++) {
    text += String.fromCodePoint(segment.boxes[i]?.codePoint ?? 0x20);
  }
  return line.end - line.start > 24 ? `${text}…` : text;
}
