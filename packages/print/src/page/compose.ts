import { type Document, type Running, roleOf } from "@jianbao/document";
import type { FlowFrame } from "../block/flow.ts";
import { shifted } from "../block/flow.ts";
import { textFrames } from "../block/text-frame.ts";
import { filling } from "../block/decoration.ts";
import { collectInlines } from "../line/inline.ts";
import { type MarkFrame, baselineOf, setLines } from "../line/set.ts";
import { type World, colourOf, faceOf, isChinese, report, styleOf } from "../world.ts";
import { type NoteBodies, noteMark } from "./notes.ts";
import type { PageGeometry } from "./geometry.ts";
import { type Frame, type LinkFrame, type Page, rounded } from "./page.ts";
import type { Bookmark } from "./structure.ts";
import { noteSeparator } from "./page-maker.ts";
import type { DraftPage } from "./paginate.ts";

/** Makes finished pages: notes get their marks, page numbers are known, head, foot and draft mark are set. */
export function composePages(
  world: World,
  { document, bookmarks }: { readonly document: Document; readonly bookmarks: readonly Bookmark[] },
  drafts: readonly DraftPage[],
  bodies: NoteBodies,
  geometry: PageGeometry,
): Page[] {
  const pageOf = pagesOfPlaces(drafts);
  const sections = bookmarks.filter(({ level }) => level === 1);
  const sectionOf = (page: number): Bookmark | undefined => sections.find(({ place }) => pageOf.get(place) === page);
  const lastSectionOf = (page: number): Bookmark | undefined =>
    sections.findLast(({ place }) => pageOf.get(place) === page);
  let section: Pick<Bookmark, "title"> = { title: "" };
  const unresolved = new Set<string>();
  const noteElements = new Map<string, number>();
  const called = new Map<string, { readonly page: number; readonly number: number }>();
  return drafts.map((draft, index) => {
    const number = index + 1;
    const left = geometry.duplex && number % 2 === 0 ? geometry.outer : geometry.inner;
    const frames: Frame[] = [];
    if (document.properties.draft) frames.push(...draftMark(world, geometry));
    const marks = marksOf(draft);
    for (const [source, mark] of marks) called.set(source, { page: number, number: mark });
    for (const { box, y } of draft.boxes) {
      for (const frame of box.frames) {
        frames.push(
          ...finished(world, shifted(frame, left, geometry.top - geometry.overhang + y), number, marks, pageOf),
        );
      }
    }
    frames.push(...noteFrames(world, draft, bodies, { called, elements: noteElements, page: number, left, geometry }));
    section = sectionOf(number) ?? section;
    const counters = { number: `${number}`, count: `${drafts.length}`, section: section.title };
    frames.push(...runningFrames(world, draft.running, geometry, left, counters));
    section = lastSectionOf(number) ?? section;
    const known = frames.filter((frame) => frame.type !== "link" || isResolved(world, frame, pageOf, unresolved));
    return { number, width: geometry.width, height: geometry.height, frames: known };
  });
}

/** The page of each named place, 1-based; the first where it is on several. */
export function pagesOfPlaces(drafts: readonly DraftPage[]): Map<string, number> {
  const pages = new Map<string, number>();
  drafts.forEach((draft, index) => {
    for (const { box } of draft.boxes) {
      for (const frame of box.frames) {
        if (frame.type === "place" && !pages.has(frame.name)) pages.set(frame.name, index + 1);
      }
    }
  });
  return pages;
}

/** The marks of a page's notes, by source: those called on the page, in the order of their first calls. */
function marksOf(draft: DraftPage): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const { box } of draft.boxes) {
    for (const { footnote } of box.calls) if (!marks.has(footnote.source)) marks.set(footnote.source, marks.size + 1);
  }
  return marks;
}

function finished(
  world: World,
  frame: FlowFrame,
  page: number,
  marks: ReadonlyMap<string, number>,
  pageOf: ReadonlyMap<string, number>,
): Frame[] {
  if (frame.type === "mark") return markFrames(world, frame, page, marks);
  if (frame.type !== "pageOf") return [frame];
  const { x, y, face, size, colour, element } = frame;
  return textFrames(world, `${pageOf.get(frame.place) ?? "?"}`, { x, y, face, size, colour, element, anchor: "end" });
}

/** The mark of a call, in the middle of its box, and the link to its note. */
function markFrames(world: World, frame: MarkFrame, page: number, marks: ReadonlyMap<string, number>): Frame[] {
  const number = marks.get(frame.call.footnote.source) ?? 0;
  const { style } = frame;
  const text = noteMark(number);
  const place = {
    y: frame.y,
    face: style.face,
    colour: style.colour,
    element: style.element,
    anchor: "middle",
  } as const;
  // Plain numbers are narrower than circled ones up to two digits; three are set smaller to fit.
  const size = text.length > 2 ? style.size * (2 / text.length) * 0.9 : number > 20 ? style.size * 0.9 : style.size;
  const frames: Frame[] = textFrames(world, text, { ...place, x: frame.x + frame.width / 2, size });
  const start: Frame = { type: "place", name: callPlace(page, number), x: frame.x, y: rounded(frame.y - style.size) };
  // The mark in a repeated head is no part of the reading order, nor is a link from it.
  if (style.element === null)
    return [start, ...frames.map((mark): Frame => (mark.type === "text" ? { ...mark, artifact: "Pagination" } : mark))];
  return [
    start,
    ...frames,
    {
      type: "link",
      x: frame.x,
      y: rounded(frame.y - style.size),
      width: rounded(frame.width),
      height: rounded(style.size * 1.2),
      target: { place: notePlace(page, number) },
      description: isChinese(world.language) ? `注${number}` : `Note ${number}`,
      element: style.element,
    },
  ];
}

function notePlace(page: number, number: number): string {
  return `note-${page}-${number}`;
}

function callPlace(page: number, number: number): string {
  return `call-${page}-${number}`;
}

/** Where the notes of a page stand, and what they are called there. */
interface NotePlacing {
  /** Where each note was called last, and as which of the page's notes. */
  readonly called: ReadonlyMap<string, { readonly page: number; readonly number: number }>;
  /** Elements of notes by source: what goes on on another page is the same note. */
  readonly elements: Map<string, number>;
  readonly page: number;
  readonly left: number;
  readonly geometry: PageGeometry;
}

/** The notes at the foot, under a short rule and above the imprint. */
function noteFrames(world: World, { notes, imprint }: DraftPage, bodies: NoteBodies, placing: NotePlacing): Frame[] {
  if (notes.length === 0) return [];
  const { called, elements, page, left, geometry } = placing;
  const style = styleOf(world, roleOf(world.theme, "footnote"));
  const height = notes.reduce((sum, { lines }) => sum + lines.reduce((all, line) => all + line.height, 0), 0);
  let y = geometry.top + geometry.bodyHeight - imprint - height;
  const frames: Frame[] = [filling(left, y - noteSeparator / 2, geometry.bodyWidth / 3, 0.4, style.colour)];
  notes.forEach((note, index) => {
    const { footnote } = note.call;
    const call = called.get(footnote.source);
    const id = `note-${page}-${index + 1}`;
    const known = note.continued ? elements.get(footnote.source) : undefined;
    const element = known ?? world.structure.add(note.call.parent, "Note", { id });
    elements.set(footnote.source, element);
    // The rest of a note has a mark only where it is called again.
    if (call !== undefined && (call.page === page || !note.continued)) {
      frames.push(...noteLabel(world, call, y, element, bodies.hang, left));
    }
    for (const line of note.lines) {
      const texts = line.frames.filter((frame) => frame.type === "text" || frame.type === "link");
      texts.forEach((frame, at) => {
        // A link follows the text that it lies over; both belong to an element of their own.
        const isLinked = frame.type === "text" && texts[at + 1]?.type === "link";
        const owner = isLinked ? world.structure.add(element, "Link") : element;
        const last = frames.at(-1);
        const same = frame.type === "link" && last?.type === "text" ? last.element : owner;
        frames.push({ ...shifted(frame, left + bodies.hang, y), element: same });
      });
      y += line.height;
    }
  });
  return frames;
}

/** The mark before a note, and the link back to its call. */
function noteLabel(
  world: World,
  { page, number }: { readonly page: number; readonly number: number },
  top: number,
  element: number,
  width: number,
  left: number,
): Frame[] {
  const style = styleOf(world, roleOf(world.theme, "footnote"));
  const { size } = style.role;
  const leading = style.role.leading * size;
  const label = world.structure.add(world.structure.add(element, "Lbl"), "Link");
  const place = { x: left, y: top + baselineOf(leading, size), face: style.face, colour: style.colour, size };
  return [
    { type: "place", name: notePlace(page, number), x: rounded(left), y: rounded(top) },
    ...textFrames(world, noteMark(number), { ...place, element: label }),
    {
      type: "link",
      x: rounded(left),
      y: rounded(top),
      width: rounded(width),
      height: rounded(leading),
      target: { place: callPlace(page, number) },
      description: isChinese(world.language) ? `返回注${number}处` : `Back to the call of note ${number}`,
      element: label,
    },
  ];
}

/** Head and foot: three slots each, the outer ones changing sides on even pages of a duplex document. */
function runningFrames(
  world: World,
  running: ReadonlyMap<Running["slot"], Running>,
  geometry: PageGeometry,
  left: number,
  counters: { readonly number: string; readonly count: string; readonly section: string },
): Frame[] {
  const frames: Frame[] = [];
  const mirrored = geometry.duplex && Number(counters.number) % 2 === 0;
  const bottom = geometry.top + geometry.bodyHeight;
  for (const [slot, node] of running) {
    const role = roleOf(world.theme, node);
    const [edge, side] = slot.split("-");
    const align = side === "center" ? "center" : (side === "start") !== mirrored ? "start" : "end";
    const leading = role.leading * role.size;
    const inset = role.inset * role.size;
    const segments = collectInlines(world, node.children, {
      style: styleOf(world, role),
      element: null,
      place: `running ${slot}`,
      counters,
      withoutNotes: true,
    });
    const lines = setLines(world, segments, {
      measure: geometry.bodyWidth - 2 * inset,
      indent: 0,
      align,
      leading,
      size: role.size,
      place: `running ${slot}`,
    });
    const gap = runningGap(edge === "head" ? world.theme.page.head : world.theme.page.foot, leading);
    let y = edge === "head" ? geometry.top - gap - leading * lines.length : bottom + gap;
    for (const line of lines) {
      for (const frame of line.frames) {
        if (frame.type === "text")
          frames.push({ ...shifted(frame, left + inset, y), artifact: edge === "head" ? "Header" : "Footer" });
      }
      y += line.height;
    }
    if (edge === "head" && role.ruleBelow > 0) {
      const top = geometry.top - gap + 2;
      frames.push(filling(left, top, geometry.bodyWidth, role.ruleBelow, colourOf(world, role.ruleColour)));
    }
  }
  return frames;
}

/** Between the type area and the line of a head or foot whose middle is so many millimetres away; 4 mm where none is said. */
function runningGap(middle: number | undefined, leading: number): number {
  return middle === undefined ? (4 / 25.4) * 72 : (middle / 25.4) * 72 - leading / 2;
}

/** Says on every page that it is not signed: large, pale, across the page and behind the text. */
function draftMark(world: World, geometry: PageGeometry): Frame[] {
  const text = !isChinese(world.language) ? "DRAFT" : world.language === "zh-Hans" ? "草　稿" : "草　稿";
  const role = roleOf(world.theme, "masthead");
  const size = geometry.width / 6;
  const angle = -35;
  const turn = (angle * Math.PI) / 180;
  // The middle of the letters, not their baseline, lies in the middle of the page.
  const drop = 0.38 * size;
  return textFrames(world, text, {
    x: geometry.width / 2 - drop * Math.sin(turn),
    y: geometry.height / 2 + drop * Math.cos(turn),
    face: faceOf(world, role.family, 700),
    size,
    colour: "#ececec",
    element: null,
    anchor: "middle",
    angle,
  }).map((frame) => ({ ...frame, artifact: "Watermark" }));
}

function isResolved(
  world: World,
  frame: LinkFrame,
  pageOf: ReadonlyMap<string, number>,
  unresolved: Set<string>,
): boolean {
  if (!("place" in frame.target)) return true;
  const { place } = frame.target;
  // Matches note-3-12 and call-1-2, which this page itself makes; not other names.
  if (/^(?:note|call)-\d+-\d+$/u.test(place) || pageOf.has(place)) return true;
  if (!unresolved.has(place)) {
    unresolved.add(place);
    report(
      world,
      "warning",
      "unresolved-reference",
      `unknown place: #${place} (“${frame.description}”)`,
      "the text is printed without a link",
    );
  }
  return false;
}
