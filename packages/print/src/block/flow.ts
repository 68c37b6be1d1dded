import type { Running } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import type { MarkFrame, SetLine } from "../line/set.ts";
import type { NoteCall } from "../line/inline.ts";
import { type Frame, moved, rounded } from "../page/page.ts";
import type { Bookmark } from "../page/structure.ts";

/**
 * A document as one column of measured things, before pages are made: boxes that are placed whole,
 * figures that may move to the next page, spaces that vanish at the top of a page, breaks, and changes of what stands at head and foot.
 */
export type FlowItem = FlowBox | FlowFloat | FlowSpace | FlowBreak | FlowRunning;

/** Something that stands on one page: a line, a row, a figure. Frames are relative to its top left corner. */
export interface FlowBox {
  readonly type: "box";
  readonly height: number;
  readonly frames: readonly FlowFrame[];
  readonly calls: readonly NoteCall[];
  /** No page ends after it. */
  readonly keep: boolean;
  /** Cuts the box so that the first part fits in a height; null where nothing of it does. */
  readonly split: ((available: number) => readonly [FlowBox, FlowBox] | null) | null;
  /** What stands on top of a page that continues the table, and the rule that closes one. */
  readonly repeat: Repeat | null;
  /** Set where the box begins on a line of the grid. */
  readonly onGrid?: boolean;
  /** The least height of its top below that of the type area; where more stands above already it has no effect. */
  readonly notAbove?: number;
  /** Set on the lines of a heading: a page that ends one line after one looks torn. */
  readonly isHeading?: boolean;
}

/**
 * A figure with its caption and notes. It stands where it was asked for, or, where that page has no
 * room for it, on top of the next, while the text after it moves up.
 */
export interface FlowFloat {
  readonly type: "float";
  readonly box: FlowBox;
  readonly before: number;
  readonly after: number;
  /** The figure made no taller than a height; null where it would become too small to read. */
  readonly shrunk: (height: number) => FlowBox | null;
}

/** The parts of a table that each of its pages has. */
export interface Repeat {
  readonly head: FlowBox;
  /** Of all rows that follow the table's own head. */
  readonly height: number;
  /** Closes the table where a page cuts it. */
  readonly close: readonly Frame[];
}

/** What stands at the foot of the last page: the room above it, and the whole as one box. */
export interface FlowImprint {
  readonly space: number;
  readonly box: FlowBox;
  /** Set where it stands on an even page. */
  readonly isEven: boolean;
}

/** Room between blocks. */
interface FlowSpace {
  readonly type: "space";
  readonly height: number;
}

/** What follows starts on a new page. */
interface FlowBreak {
  readonly type: "break";
  /** The pages that it may start on; any where absent. */
  readonly to?: "odd" | "even";
}

/** From here on something else stands at the head or foot. */
interface FlowRunning {
  readonly type: "running";
  readonly running: Running;
}

/** A frame, or one that is made when its page is known. */
export type FlowFrame = Frame | MarkFrame | PageOfFrame;

/** Where the number of the page of a place goes, ending at `x`. */
export interface PageOfFrame {
  readonly type: "pageOf";
  readonly x: number;
  readonly y: number;
  readonly place: string;
  readonly face: string;
  readonly size: number;
  readonly colour: string;
  readonly element: number | null;
}

/** Gathers the items of a column; neighbouring spaces become the larger of them. */
export class Flow {
  readonly items: FlowItem[] = [];
  readonly bookmarks: Bookmark[] = [];
  imprint: FlowImprint | null = null;
  #space = 0;
  #names = 0;

  /** Asks for room before whatever comes next. */
  space(height: number): void {
    this.#space = Math.max(this.#space, height);
  }

  /** The room asked for since the last box. */
  get pending(): number {
    return this.#space;
  }

  box(box: Partial<FlowBox> & { readonly height: number }): void {
    this.#flush();
    this.items.push({ type: "box", frames: [], calls: [], keep: false, split: null, repeat: null, ...box });
  }

  boxes(boxes: readonly FlowBox[]): void {
    this.#flush();
    this.items.push(...boxes);
  }

  /** True where what comes next stays with the box before it. */
  endsKept(): boolean {
    const last = this.items.findLast((item) => item.type === "box" || item.type === "float" || item.type === "break");
    return last?.type === "box" && last.keep;
  }

  /** A figure that may move; room that was asked for before it stays with what follows. */
  float(float: FlowFloat): void {
    this.items.push({ ...float, before: Math.max(float.before, this.#space) });
  }

  /** Takes over an item of another column. */
  add(item: FlowItem): void {
    switch (item.type) {
      case "box":
        return this.boxes([item]);
      case "float":
        return this.float(item);
      case "space":
        return this.space(item.height);
      case "break":
        return this.breakPage(item.to);
      case "running":
        return this.running(item.running);
      default:
        return unreachable(item);
    }
  }

  breakPage(to?: "odd" | "even"): void {
    this.#space = 0;
    this.items.push({ type: "break", ...(to === undefined ? {} : { to }) });
  }

  running(running: Running): void {
    this.items.push({ type: "running", running });
  }

  /** A name for a place of the document that has none. */
  newName(): string {
    this.#names += 1;
    return `place-${this.#names}`;
  }

  #flush(): void {
    if (this.#space > 0) this.items.push({ type: "space", height: this.#space });
    this.#space = 0;
  }
}

/** Makes boxes of lines: no page ends after the first line of a paragraph nor before its last. */
export function boxesOf(lines: readonly SetLine[], left: number, keepLast: boolean, onGrid = false): FlowBox[] {
  const count = lines.length;
  return lines.map((line, index) => ({
    type: "box",
    height: line.height,
    frames: line.frames.map((frame) => shifted(frame, left, 0)),
    calls: line.calls,
    keep: index === count - 1 ? keepLast : index === 0 || index === count - 2,
    split: null,
    repeat: null,
    ...(onGrid ? { onGrid } : {}),
  }));
}

/** A frame of the flow, moved. */
export function shifted<F extends FlowFrame>(frame: F, dx: number, dy: number): F {
  if (dx === 0 && dy === 0) return frame;
  if (frame.type === "mark" || frame.type === "pageOf") {
    return { ...frame, x: rounded(frame.x + dx), y: rounded(frame.y + dy) };
  }
  return moved(frame, dx, dy) as F; // moved keeps the kind of a frame, which the compiler cannot see here
}

/** One box of several and the spaces between them, on top of each other. */
export function stacked(items: readonly FlowItem[], keep: boolean): FlowBox {
  let height = 0;
  const frames: FlowFrame[] = [];
  const calls: NoteCall[] = [];
  for (const item of items) {
    if (item.type === "space") height += item.height;
    if (item.type !== "box") continue;
    frames.push(...item.frames.map((frame) => shifted(frame, 0, height)));
    calls.push(...item.calls);
    height += item.height;
  }
  return { type: "box", height, frames, calls, keep, split: null, repeat: null };
}

/** The same boxes outside the reading order: they are read once, where they first stand. */
export function asArtifacts(boxes: readonly FlowBox[]): FlowBox[] {
  return boxes.map((box) => ({
    ...box,
    frames: box.frames.filter((frame) => frame.type !== "place").map(asArtifact),
    calls: box.calls.map((call) => ({ ...call, element: null })),
  }));
}

export function asArtifact(frame: FlowFrame): FlowFrame {
  if (frame.type === "text") return { ...frame, element: null, artifact: "Pagination" };
  if (frame.type === "mark")
    return { ...frame, style: { ...frame.style, element: null }, call: { ...frame.call, element: null } };
  return frame.type === "link" ? { ...frame, element: null } : frame;
}
