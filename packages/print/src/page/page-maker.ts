import type { Footnote } from "@jianbao/document";
import type { FlowBox } from "../block/flow.ts";
import type { NoteCall } from "../line/inline.ts";
import type { SetLine } from "../line/set.ts";
import type { NoteBodies } from "./notes.ts";

/** A box with the height of its top edge in the type area. */
export interface PlacedBox {
  readonly box: FlowBox;
  readonly y: number;
}

/** The lines of a note that stand on one page. */
export interface PageNote {
  readonly call: NoteCall;
  readonly lines: readonly SetLine[];
  /** True where the note began on an earlier page: its mark stands there. */
  readonly continued: boolean;
}

/** What all pages of a document have in common. */
export interface PageFrame {
  readonly bodies: NoteBodies;
  /** Room for boxes and notes, in points. */
  readonly height: number;
  /** From line to line of the grid; 0 where there is none. */
  readonly pitch: number;
  /** From the top of the first box to that of the type area. */
  readonly overhang: number;
  /** What the imprint takes of the last page, with the room above it and its notes. */
  readonly imprint: number;
  /** Set where the imprint stands on an even page. */
  readonly isEven: boolean;
}

/** Height between the text and the first note, with the rule. */
export const noteSeparator = 10;

/** Lines of text that a page may still take after the call of a note that it cannot hold. */
const linesAfterCall = 4;

/** A page while it is filled: boxes, and the notes that they call. */
export class PageMaker {
  readonly height: number;
  boxes: PlacedBox[] = [];
  readonly #bodies: NoteBodies;
  readonly #pitch: number;
  readonly #overhang: number;
  readonly #carried: readonly PageNote[];
  /** Sources whose notes earlier pages have. */
  readonly #cited: ReadonlySet<string>;
  /** The bottom of the last box. */
  #bottom = 0;
  /** Room asked for since: neighbouring spaces become the larger of them. */
  #gap = 0;
  #own = 0;
  readonly #sources: Set<string>;
  #noteHeight: number;
  /** What the foot takes at least: a line of each note. */
  #least: number;

  constructor(
    { bodies, height, pitch, overhang }: PageFrame,
    carried: readonly PageNote[],
    cited: ReadonlySet<string> = new Set(),
  ) {
    this.#cited = cited;
    this.#bodies = bodies;
    this.#pitch = pitch;
    this.#overhang = overhang;
    this.height = height;
    this.#carried = carried;
    const rest = carried.reduce((sum, note) => sum + heightOfLines(note.lines), 0);
    // What is left of a long note may take most of a page, but not the room of a few lines of text.
    this.#noteHeight = rest === 0 ? 0 : Math.min(rest + noteSeparator, height * 0.75);
    this.#least = this.#noteHeight;
    this.#sources = new Set(carried.map((note) => note.call.footnote.source));
  }

  /** True where the page holds a box that is not a repeated head. */
  hasOwn(): boolean {
    return this.#own > 0;
  }

  /** True where rests of notes come first at the foot. */
  hasCarried(): boolean {
    return this.#carried.length > 0;
  }

  /** The bottom of the text, from the top of the type area. */
  get bottom(): number {
    return this.#bottom;
  }

  /** What is left between text and notes. */
  get white(): number {
    return Math.max(0, this.height - this.#bottom - this.#noteHeight);
  }

  /** Asks for room before the next box; the top of a page has none. Returns how to take the asking back. */
  space(height: number): () => void {
    const before = this.#gap;
    if (this.#bottom > 0) this.#gap = Math.max(this.#gap, height);
    return () => {
      this.#gap = before;
    };
  }

  /** Where a box would begin: text on the grid begins on its next line. */
  #topOf(box: FlowBox): number {
    const top = this.#bottom + this.#gap;
    if (box.notAbove !== undefined) return Math.max(top, box.notAbove + this.#overhang);
    // What is on no grid has no leading that may reach beyond the type area: a rule or a row stands within it.
    if (box.onGrid !== true || this.#pitch === 0) return box.height > 0 ? Math.max(top, this.#overhang) : top;
    return Math.ceil(top / this.#pitch - 1e-4) * this.#pitch;
  }

  fits(box: FlowBox): boolean {
    return this.#topOf(box) + box.height + this.#noteHeightWith(box.calls) <= this.#endFor(box) + 0.01;
  }

  /** Where a box must end: the leading of a line on the grid may reach below the type area, nothing else. */
  #endFor({ onGrid }: FlowBox): number {
    return this.height - (onGrid === true ? 0 : this.#overhang);
  }

  /** Height that a part of the box may have, with all its notes. */
  roomFor(box: FlowBox): number {
    return this.#endFor(box) - this.#topOf(box) - this.#noteHeightWith(box.calls);
  }

  /**
   * True where the box itself fits with a line of each note that it calls or that is there: the rest
   * of a long note goes on at the foot of the next page, rather than leave a large part of this one white.
   */
  couldHold(box: FlowBox): boolean {
    const bottom = this.#topOf(box) + box.height;
    if (box.calls.length === 0) return this.#own === 0 && bottom <= this.#endFor(box) + 0.01;
    const isLong = this.#noteHeightWith(box.calls) - this.#noteHeight > this.height / 6;
    return bottom + this.#leastWith(box.calls) <= this.#endFor(box) + 0.01 && (isLong || this.#own === 0);
  }

  place(box: FlowBox, isRepeat = false): void {
    const top = this.#topOf(box);
    this.boxes.push({ box, y: top });
    this.#bottom = top + box.height;
    this.#gap = 0;
    if (!isRepeat) this.#own += 1;
    const least = this.#leastWith(box.calls);
    this.#noteHeight = this.#noteHeightWith(box.calls);
    // A note that goes on on the next page leaves room for a few lines after its call: it is the note that waits.
    const left = this.height - this.#bottom;
    if (this.#noteHeight > left) this.#noteHeight = Math.max(least, left - linesAfterCall * box.height);
    this.#least = least;
    for (const call of box.calls) this.#sources.add(call.footnote.source);
  }

  /**
   * Shares the foot of a page with the first `count` boxes out, from their bottom to what stands
   * below the notes: what does not fit goes on on the next page.
   */
  finish(count: number, below: number): { placed: PageNote[]; carried: PageNote[] } {
    const boxes = this.boxes.slice(0, count);
    const last = boxes.at(-1);
    const bottom = last === undefined ? 0 : last.y + last.box.height;
    const notes: PageNote[] = [...this.#carried];
    const seen = new Set(notes.map((note) => note.call.footnote.source));
    for (const { box } of boxes) {
      for (const call of box.calls) {
        if (seen.has(call.footnote.source)) continue;
        seen.add(call.footnote.source);
        notes.push({ call, lines: this.#linesOf(call.footnote), continued: false });
      }
    }
    let room = this.height - bottom - below - noteSeparator + 0.01;
    const placed: PageNote[] = [];
    const carried: PageNote[] = [];
    notes.forEach((note, index) => {
      // Each later note keeps room for its first line: a mark without its note would lead nowhere.
      const later = notes.slice(index + 1).reduce((sum, { lines }) => sum + heightOfLine(lines), 0);
      let lines = 0;
      const isAlone = last === undefined && placed.length === 0;
      for (const line of note.lines) {
        if (room - line.height < later && !(isAlone && lines === 0)) break;
        room -= line.height;
        lines += 1;
      }
      if (lines === 0 && carried.length === 0 && note.lines.length > 0 && room >= (note.lines[0]?.height ?? 0)) {
        room -= note.lines[0]?.height ?? 0;
        lines = 1;
      }
      if (lines > 0 || note.lines.length === 0) placed.push({ ...note, lines: note.lines.slice(0, lines) });
      if (lines < note.lines.length) {
        carried.push({ call: note.call, lines: note.lines.slice(lines), continued: note.continued || lines > 0 });
      }
    });
    return { placed, carried };
  }

  #linesOf(footnote: Footnote): readonly SetLine[] {
    return this.#bodies.linesOf(footnote, this.#cited.has(footnote.source));
  }

  /** Height of the foot with the first lines of all notes and of those that the calls add. */
  #leastWith(calls: readonly NoteCall[]): number {
    const added = this.#newNotes(calls).reduce((sum, { lines }) => sum + heightOfLine(lines), 0);
    return this.#least + added + (this.#least === 0 && added > 0 ? noteSeparator : 0);
  }

  #noteHeightWith(calls: readonly NoteCall[]): number {
    if (calls.length === 0) return this.#noteHeight;
    const added = this.#newNotes(calls).reduce((sum, { lines }) => sum + heightOfLines(lines), 0);
    if (added === 0) return this.#noteHeight;
    return this.#noteHeight + added + (this.#noteHeight === 0 ? noteSeparator : 0);
  }

  #newNotes(calls: readonly NoteCall[]): { footnote: Footnote; lines: readonly SetLine[] }[] {
    const seen = new Set<string>();
    const notes: { footnote: Footnote; lines: readonly SetLine[] }[] = [];
    for (const { footnote } of calls) {
      if (this.#sources.has(footnote.source) || seen.has(footnote.source)) continue;
      seen.add(footnote.source);
      notes.push({ footnote, lines: this.#linesOf(footnote) });
    }
    return notes;
  }
}

function heightOfLines(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

function heightOfLine(lines: readonly SetLine[]): number {
  return lines[0]?.height ?? 0;
}
