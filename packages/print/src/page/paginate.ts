import type { Footnote, Running } from "@jianbao/document";
import type { Flow, FlowBox, FlowItem } from "../block/flow.ts";
import type { NoteCall } from "../line/inline.ts";
import type { SetLine } from "../line/set.ts";
import { type World, report } from "../world.ts";
import type { PageGeometry } from "./geometry.ts";
import type { NoteBodies } from "./notes.ts";

/** A page with its boxes at their heights, before notes have numbers. */
export interface DraftPage {
  readonly boxes: readonly PlacedBox[];
  /** Notes at the foot, in the order of their first calls; the rest of the last page's comes first. */
  readonly notes: readonly PageNote[];
  /** What stands at head and foot, by slot. */
  readonly running: ReadonlyMap<Running["slot"], Running>;
  /** Height of the imprint at the foot, with the room above it; notes stand above that. */
  readonly imprint: number;
}

/** A box with the height of its top edge in the type area. */
interface PlacedBox {
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

/** Height between the text and the first note, with the rule. */
export const noteSeparator = 10;

/** Lines of text that a page may still take after the call of a note that it cannot hold. */
const linesAfterCall = 4;

/**
 * Cuts a column of items into pages: boxes are placed one by one; where one does not fit with the
 * notes it calls, the page ends at the last place where it may.
 */
export function paginate(world: World, flow: Flow, bodies: NoteBodies, geometry: PageGeometry): DraftPage[] {
  const queue = [...flow.items];
  const pages: DraftPage[] = [];
  const height = geometry.bodyHeight + 2 * geometry.overhang;
  const running = new Map<Running["slot"], Running>();
  let carried: PageNote[] = [];
  let index = 0;
  do {
    const page = new PageMaker(bodies, height, carried, { pitch: world.grid?.pitch ?? 0, overhang: geometry.overhang });
    index = fillPage(world, page, queue, index, running);
    const isLast = index >= queue.length;
    const imprint = isLast && flow.imprint !== null && placeImprint(page, flow.imprint, geometry) ? flow.imprint : null;
    const foot = imprint === null ? 0 : imprint.box.height + imprint.space;
    const notes = page.finish(foot);
    carried = notes.carried;
    pages.push({ boxes: page.boxes, notes: notes.placed, running: new Map(running), imprint: foot });
    if (isLast && carried.length === 0 && flow.imprint !== null && imprint === null) {
      const own = new PageMaker(bodies, height, [], { pitch: 0, overhang: geometry.overhang });
      placeImprint(own, flow.imprint, geometry);
      const { placed } = own.finish(flow.imprint.box.height);
      pages.push({ boxes: own.boxes, notes: placed, running: new Map(running), imprint: flow.imprint.box.height });
    }
  } while (index < queue.length || carried.length > 0);
  return pages;
}

/** Sets the imprint on the bottom of the type area, where it has room below the text and the notes. */
function placeImprint(
  page: PageMaker,
  { box, space }: NonNullable<Flow["imprint"]>,
  { bodyHeight, overhang }: PageGeometry,
): boolean {
  const top = bodyHeight + overhang - box.height;
  page.placeAt(box, top);
  const foot = box.height + space;
  if (page.isAlone() || (page.ends(top - space) && page.finish(foot).carried.length === 0)) return true;
  page.keepOnly(page.boxes.length - 1);
  return false;
}

/** Places items from `index` on; returns where the next page starts. */
function fillPage(
  world: World,
  page: PageMaker,
  queue: FlowItem[],
  index: number,
  running: Map<Running["slot"], Running>,
): number {
  const start = index;
  /** Where the page may end: the item to go on with, and how many boxes stay. */
  let lastEnd: { next: number; boxes: number } | null = null;
  for (let i = start; i < queue.length; i++) {
    const item = queue[i];
    if (item === undefined) break;
    if (item.type === "running") {
      running.set(item.running.slot, item.running);
      continue;
    }
    if (item.type === "break") {
      if (page.boxes.length > 0) return i + 1;
      continue;
    }
    if (item.type === "space") {
      if (page.boxes.length > 0) page.space(item.height);
      continue;
    }
    const continues = page.boxes.length === 0 && item.repeat !== null && continuesTable(queue, i);
    if (continues && item.repeat !== null && item.repeat.head.height < page.height / 2)
      page.place(item.repeat.head, true);
    if (page.fits(item)) {
      page.place(item, false);
      if (!item.keep) lastEnd = { next: i + 1, boxes: page.boxes.length };
      continue;
    }
    // The box does not fit: cut it, go back to where the page may end, or make the best of it.
    const room = page.roomFor(item);
    const cut = item.split === null || (lastEnd !== null && item.height < page.height / 2) ? null : item.split(room);
    if (cut !== null && page.fits(cut[0])) {
      page.place({ ...cut[0], repeat: item.repeat }, false);
      queue.splice(i, 1, { ...cut[0], repeat: item.repeat }, { ...cut[1], repeat: item.repeat });
      return closed(page, queue, i + 1);
    }
    if (lastEnd !== null && !(page.hasOwn() && page.couldHold(item))) {
      page.keepOnly(lastEnd.boxes);
      return closed(page, queue, lastEnd.next);
    }
    if (page.couldHold(item)) {
      // Its notes alone do not fit: they go on at the foot of the next page.
      page.place(item, false);
      if (!item.keep) lastEnd = { next: i + 1, boxes: page.boxes.length };
      continue;
    }
    if (page.hasOwn()) return closed(page, queue, i);
    if (item.height > page.height + 0.01) {
      report(
        world,
        "warning",
        "too-tall",
        `taller than a page: a box of ${Math.round(item.height)} pt on one of ${page.height} pt`,
      );
    }
    page.place(item, false);
    return i + 1;
  }
  return queue.length;
}

/** True where the table of an item began on an earlier page. */
function continuesTable(queue: readonly FlowItem[], index: number): boolean {
  const item = queue[index];
  for (let i = index - 1; i >= 0; i--) {
    const before = queue[i];
    if (before?.type === "box") return item?.type === "box" && before.repeat === item.repeat;
  }
  return false;
}

/** Closes a table that the end of the page cuts. */
function closed(page: PageMaker, queue: readonly FlowItem[], next: number): number {
  const last = page.boxes.at(-1);
  const following = queue[next];
  if (last === undefined || last.box.repeat === null) return next;
  if (following?.type === "box" && following.repeat === last.box.repeat) page.close(last.box);
  return next;
}

/** A page while it is filled: boxes, and the notes that they call. */
class PageMaker {
  readonly height: number;
  boxes: PlacedBox[] = [];
  readonly #bodies: NoteBodies;
  readonly #carried: readonly PageNote[];
  #y = 0;
  #own = 0;
  #sources = new Set<string>();
  #noteHeight = 0;
  /** What the foot takes at least: a line of each note. */
  #least = 0;

  /** From line to line of the grid; 0 where there is none. */
  readonly #pitch: number;
  /** From the top of the first box to that of the type area. */
  readonly #overhang: number;

  constructor(
    bodies: NoteBodies,
    height: number,
    carried: readonly PageNote[],
    { pitch, overhang }: { readonly pitch: number; readonly overhang: number },
  ) {
    this.#bodies = bodies;
    this.#pitch = pitch;
    this.#overhang = overhang;
    this.height = height;
    this.#carried = carried;
    this.#count();
  }

  /** True where the page holds a box that is not a repeated head. */
  hasOwn(): boolean {
    return this.#own > 0;
  }

  space(height: number): void {
    this.#y += height;
  }

  /** True where the text ends above a height. */
  ends(height: number): boolean {
    return this.#y <= height + 0.01;
  }

  /** True where the page holds one box and no rest of a note. */
  isAlone(): boolean {
    return this.boxes.length === 1 && this.#carried.length === 0;
  }

  /** Places a box at a height of its own. */
  placeAt(box: FlowBox, y: number): void {
    this.boxes.push({ box, y });
  }

  /** Where a box would begin: text on the grid begins on its next line. */
  #topOf(box: FlowBox): number {
    if (box.notAbove !== undefined) return Math.max(this.#y, box.notAbove + this.#overhang);
    if (box.onGrid !== true || this.#pitch === 0) return this.#y;
    return Math.ceil(this.#y / this.#pitch - 1e-4) * this.#pitch;
  }

  fits(box: FlowBox): boolean {
    return this.#topOf(box) + box.height + this.#noteHeightWith(box.calls) <= this.height + 0.01;
  }

  /** Height that a part of the box may have, with all its notes. */
  roomFor(box: FlowBox): number {
    return this.height - this.#topOf(box) - this.#noteHeightWith(box.calls);
  }

  /**
   * True where the box itself fits with a line of each note that it calls or that is there: the rest
   * of a long note goes on at the foot of the next page, rather than leave a large part of this one white.
   */
  couldHold(box: FlowBox): boolean {
    if (box.calls.length === 0) return this.#own === 0 && this.#topOf(box) + box.height <= this.height + 0.01;
    const bottom = this.#topOf(box) + box.height + this.#leastWith(box.calls);
    const isLong = this.#noteHeightWith(box.calls) - this.#noteHeight > this.height / 6;
    return bottom <= this.height + 0.01 && (isLong || this.#own === 0);
  }

  place(box: FlowBox, isRepeat: boolean): void {
    const top = this.#topOf(box);
    this.boxes.push({ box, y: top });
    this.#y = top + box.height;
    if (!isRepeat) this.#own += 1;
    const least = this.#leastWith(box.calls);
    this.#noteHeight = this.#noteHeightWith(box.calls);
    // A note that goes on on the next page leaves room for a few lines after its call: it is the note that waits.
    const left = this.height - this.#y;
    if (this.#noteHeight > left) this.#noteHeight = Math.max(least, left - linesAfterCall * box.height);
    this.#least = least;
    for (const call of box.calls) this.#sources.add(call.footnote.source);
  }

  /** Takes back the boxes after the first `count`. */
  keepOnly(count: number): void {
    this.boxes = this.boxes.slice(0, count);
  }

  /** Draws what closes a cut table under its last box. */
  close(box: FlowBox): void {
    const last = this.boxes.at(-1);
    if (last === undefined || box.repeat === null) return;
    const frames = box.repeat.close.map((frame) => ({ ...frame, y: frame.y + box.height }));
    this.boxes[this.boxes.length - 1] = { y: last.y, box: { ...box, frames: [...box.frames, ...frames] } };
  }

  /** Shares the foot of the page out: what does not fit goes on on the next page. */
  finish(imprint = 0): { placed: PageNote[]; carried: PageNote[] } {
    const last = (imprint > 0 ? this.boxes.slice(0, -1) : this.boxes).at(-1);
    const bottom = last === undefined ? 0 : last.y + last.box.height;
    const notes: PageNote[] = [...this.#carried];
    const seen = new Set(notes.map((note) => note.call.footnote.source));
    for (const { box } of this.boxes) {
      for (const call of box.calls) {
        if (seen.has(call.footnote.source)) continue;
        seen.add(call.footnote.source);
        notes.push({ call, lines: this.#bodies.linesOf(call.footnote), continued: false });
      }
    }
    let room = this.height - bottom - imprint - noteSeparator + 0.01;
    const placed: PageNote[] = [];
    const carried: PageNote[] = [];
    notes.forEach((note, index) => {
      // Each later note keeps room for its first line: a mark without its note would lead nowhere.
      const later = notes.slice(index + 1).reduce((sum, { lines }) => sum + heightOfLine(lines), 0);
      let count = 0;
      const isAlone = last === undefined && placed.length === 0;
      for (const line of note.lines) {
        if (room - line.height < later && !(isAlone && count === 0)) break;
        room -= line.height;
        count += 1;
      }
      if (count === 0 && carried.length === 0 && note.lines.length > 0 && room >= (note.lines[0]?.height ?? 0)) {
        room -= note.lines[0]?.height ?? 0;
        count = 1;
      }
      if (count > 0 || note.lines.length === 0) placed.push({ ...note, lines: note.lines.slice(0, count) });
      if (count < note.lines.length) {
        carried.push({ call: note.call, lines: note.lines.slice(count), continued: note.continued || count > 0 });
      }
    });
    return { placed, carried };
  }

  #count(): void {
    const height = this.#carried.reduce((sum, note) => sum + heightOfLines(note.lines), 0);
    // What is left of a long note may take most of a page, but not the room of a few lines of text.
    this.#noteHeight = height === 0 ? 0 : Math.min(height + noteSeparator, this.height * 0.75);
    this.#least = this.#noteHeight;
    this.#sources = new Set(this.#carried.map((note) => note.call.footnote.source));
  }

  /** Height of the foot with the first lines of all notes and of those that the calls add. */
  #leastWith(calls: readonly NoteCall[]): number {
    const added = this.#newNotes(calls).reduce((sum, { lines }) => sum + heightOfLine(lines), 0);
    return this.#least + added + (this.#least === 0 && added > 0 ? noteSeparator : 0);
  }

  #noteHeightWith(calls: readonly NoteCall[]): number {
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
      notes.push({ footnote, lines: this.#bodies.linesOf(footnote) });
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
