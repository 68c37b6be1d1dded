import type { Running } from "@jianbao/document";
import type { Flow, FlowImprint, FlowItem } from "../block/flow.ts";
import type { NoteCall } from "../line/inline.ts";
import { type World, report } from "../world.ts";
import { type PageEnd, type PageStart, fillPage } from "./fill.ts";
import type { PageGeometry } from "./geometry.ts";
import type { NoteBodies } from "./notes.ts";
import { type PageFrame, type PageNote, type PlacedBox, noteSeparator } from "./page-maker.ts";

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

/** Ways to go on that are followed from page to page. */
const breadth = 8;

/**
 * Cuts a column of items into pages. Of the ways to end each page a few are followed, as lines of a
 * paragraph are: what counts is the sum of what is wrong with all pages, so that a page may end a
 * little early where a later one would be torn, half empty or hold two lines.
 */
export function paginate(world: World, flow: Flow, bodies: NoteBodies, geometry: PageGeometry): DraftPage[] {
  const height = geometry.bodyHeight + 2 * geometry.overhang;
  const { items, imprint } = flow;
  const room = imprint === null ? 0 : imprint.box.height + imprint.space + heightOfNotes(imprint.box.calls, bodies);
  const frame: PageFrame = {
    bodies,
    height,
    pitch: world.grid?.pitch ?? 0,
    overhang: geometry.overhang,
    imprint: room,
    isEven: imprint?.isEven === true,
  };
  const ends = bestEnds(frame, items);
  for (const { tooTall } of ends) {
    if (tooTall === null) continue;
    const message = `taller than a page: a box of ${Math.round(tooTall)} pt on one of ${Math.round(height)} pt`;
    report(world, "warning", "too-tall", message);
  }
  const running = runningOf(items, ends);
  const pages = ends.map(({ boxes, notes }, index): DraftPage => ({
    boxes,
    notes,
    // A blank page has no head and foot, nor has the document's only page without anything.
    running: (boxes.length + notes.length > 0 ? running[index] : undefined) ?? new Map(),
    imprint: 0,
  }));
  const last = ends.at(-1);
  return imprint === null || last === undefined
    ? pages
    : withImprint(pages, { imprint, last, frame, running: running.at(-1) ?? new Map() }, geometry);
}

/** Sets the imprint on the bottom of the last page's type area, or on that of a page of its own. */
function withImprint(
  pages: readonly DraftPage[],
  facts: {
    readonly imprint: FlowImprint;
    readonly last: PageEnd;
    readonly frame: PageFrame;
    readonly running: DraftPage["running"];
  },
  { bodyHeight, overhang }: PageGeometry,
): DraftPage[] {
  const { imprint, last, frame, running } = facts;
  const { box, space, isEven } = imprint;
  const { bodies } = frame;
  const placed = { box, y: bodyHeight + overhang - box.height };
  const below = box.height + space;
  if (holdsImprint(last, frame)) {
    const there = last.notesAbove(frame.imprint).placed;
    const notes = [...there, ...notesOf(box.calls, there, bodies)];
    return [...pages.slice(0, -1), { boxes: [...last.boxes, placed], notes, running, imprint: below }];
  }
  const own = { boxes: [placed], notes: notesOf(box.calls, [], bodies), imprint: below };
  const blank = { boxes: [], notes: [], running: new Map(), imprint: 0 };
  // GB/T 9704-2012, 7.5: where a blank page precedes the imprint's, neither has a number.
  return isEven && pages.length % 2 === 0
    ? [...pages, blank, { ...own, running: new Map() }]
    : [...pages, { ...own, running }];
}

function heightOfNotes(calls: readonly NoteCall[], bodies: NoteBodies): number {
  const notes = notesOf(calls, [], bodies);
  const height = notes.reduce((sum, { lines }) => sum + lines.reduce((all, line) => all + line.height, 0), 0);
  return height === 0 ? 0 : height + noteSeparator;
}

/** The notes of calls that are not there already. */
function notesOf(calls: readonly NoteCall[], there: readonly PageNote[], bodies: NoteBodies): PageNote[] {
  const seen = new Set(there.map((note) => note.call.footnote.source));
  const notes: PageNote[] = [];
  for (const call of calls) {
    if (seen.has(call.footnote.source)) continue;
    seen.add(call.footnote.source);
    notes.push({ call, lines: bodies.linesOf(call.footnote), continued: false });
  }
  return notes;
}

/** True where the document's last page has room for the imprint below its text, and is one that it may stand on. */
function holdsImprint(end: PageEnd, { height, imprint, isEven }: PageFrame): boolean {
  if (isEven && end.number % 2 === 1) return false;
  if (end.boxes.length === 0 && end.notes.length === 0) return true;
  return end.bottom + imprint <= height + 0.01 && end.notesAbove(imprint).carried.length === 0;
}

/** A way through the pages so far. */
interface Route {
  readonly cost: number;
  readonly end: PageEnd;
  readonly before: Route | null;
}

/** Finds the ends of the best pages: layer by layer, of those that go on alike the cheapest. */
function bestEnds(frame: PageFrame, items: readonly FlowItem[]): PageEnd[] {
  let front: { start: PageStart; route: Route | null }[] = [
    { start: { number: 1, index: 0, rest: null, floats: [], carried: [], cited: new Set() }, route: null },
  ];
  let best: Route | null = null;
  while (front.length > 0) {
    const routes = new Map<string, Route>();
    for (const { start, route } of front) {
      for (const end of fillPage(frame, items, start)) {
        const cost = (route?.cost ?? 0) + costOf(end, frame);
        if (best !== null && cost >= best.cost) continue;
        if (end.next === null) {
          best = { cost, end, before: route };
          continue;
        }
        const key = keyOf(end.next);
        const known = routes.get(key);
        if (known === undefined || cost < known.cost) routes.set(key, { cost, end, before: route });
      }
    }
    front = [...routes.values()]
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, breadth)
      .flatMap((route) => (route.end.next === null ? [] : [{ start: route.end.next, route }]));
  }
  const ends: PageEnd[] = [];
  for (let route = best; route !== null; route = route.before) ends.unshift(route.end);
  return ends;
}

/** Names a start: pages that begin alike go on alike. */
function keyOf({ index, rest, floats, carried, cited }: PageStart): string {
  const notes = carried.map(({ call, lines }) => `${call.footnote.source} ${lines.length}`).join(" ");
  return `${index} ${rest?.height ?? ""} ${floats.length} ${cited.size} ${notes}`;
}

/** How wrong a page is: 1 for a tenth of it white. */
function costOf(end: PageEnd, frame: PageFrame): number {
  const { height, imprint, isEven } = frame;
  let cost = 60; // fewer pages, all else being equal
  if (!end.isForced) cost += 100 * (end.white / height) ** 2;
  if (end.isTorn) cost += 6;
  // A table of more than a page is cut in any case.
  if (end.cutTable > 0) cost += end.cutTable < height / 3 ? 25 : end.cutTable < height ? 3 : 1;
  cost += end.shrunk + (end.next?.floats.length ?? 0);
  if (end.next !== null) return cost;
  // The last page of a document holds more than a few lines.
  cost += 200 * Math.max(0, 0.15 - end.bottom / height);
  // A page for the imprint alone is one more, and all but empty; so is a blank one before it.
  if (imprint > 0 && !holdsImprint(end, frame)) cost += isEven && end.number % 2 === 0 ? 190 : 110;
  return cost;
}

/** What stands at head and foot of each page: the last word for each slot before the page ends. */
function runningOf(items: readonly FlowItem[], ends: readonly PageEnd[]): ReadonlyMap<Running["slot"], Running>[] {
  const running = new Map<Running["slot"], Running>();
  let at = 0;
  return ends.map(({ next }) => {
    const to = next === null ? items.length : next.index;
    for (; at < to; at++) {
      const item = items[at];
      if (item?.type === "running") running.set(item.running.slot, item.running);
    }
    return new Map(running);
  });
}
