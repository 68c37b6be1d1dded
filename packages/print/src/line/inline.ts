import { type Footnote, type Inline, type ResolvedRole, referredTo, textOf } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import { type Style, type World, boldOf, faceOf, roleIn, styleOf } from "../world.ts";
import type { MeasuredParagraph } from "./paragraph.ts";
import { type GlyphBox, measured } from "./measure.ts";

/** How a run of characters is set, and what it belongs to. */
export interface RunStyle {
  readonly size: number;
  readonly face: string;
  readonly colour: string;
  /** Points above the line's baseline. */
  readonly rise: number;
  readonly element: number | null;
  readonly link: LinkTarget | null;
}

/** Where a link of the document leads. */
interface LinkTarget {
  readonly href: string;
  readonly description: string;
  readonly element: number | null;
}

/** A call of a note: the note's mark stands where it is. */
export interface NoteCall {
  readonly footnote: Footnote;
  /** The element of the mark. */
  readonly element: number | null;
  /** The element that the note itself belongs to. */
  readonly parent: number;
}

/** Characters up to a line break that the document asks for, or to the end; lists have one entry a character. */
export interface InlineSegment {
  readonly boxes: readonly GlyphBox[];
  readonly styles: readonly RunStyle[];
  /** Calls of notes, by the index of their marks. */
  readonly calls: ReadonlyMap<number, NoteCall>;
  /** Names of places that links lead to, by the index of the character that starts one. */
  readonly places: ReadonlyMap<number, string>;
  readonly measured: MeasuredParagraph;
}

/** What inlines are collected for. */
export interface InlineContext {
  readonly style: Style;
  /** The structure element around, null for what is not part of the reading order. */
  readonly element: number | null;
  /** For messages: `paragraph “今年以来…”`. */
  readonly place: string;
  /** Page numbers and the title of the section, where the text is laid out for one page. */
  readonly counters?: { readonly number: string; readonly count: string; readonly section: string };
  /** Leaves note marks out: tables of contents, bookmarks. */
  readonly withoutNotes?: boolean;
}

/** Size of a note mark and of other raised text, to that of the text around it. */
const raisedSize = 0.62;

/** Turns inlines into measured characters, a segment for each forced line. */
export function collectInlines(world: World, inlines: readonly Inline[], context: InlineContext): InlineSegment[] {
  const collector: Collector = { world, context, segments: [newSegment()], place: null };
  collect(collector, inlines, context.style.role, {
    size: context.style.role.size,
    face: context.style.face,
    colour: context.style.colour,
    rise: 0,
    element: context.element,
    link: null,
  });
  return collector.segments.map((raw) => ({ ...raw, ...measured(world, raw, context.style.role.size, context.place) }));
}

interface RawSegment {
  /** The characters without note marks. */
  text: string;
  readonly codePoints: number[];
  readonly styles: RunStyle[];
  readonly calls: Map<number, NoteCall>;
  readonly places: Map<number, string>;
}

interface Collector {
  readonly world: World;
  readonly context: InlineContext;
  readonly segments: RawSegment[];
  /** A place that the next character starts. */
  place: string | null;
}

function newSegment(): RawSegment {
  return { text: "", codePoints: [], styles: [], calls: new Map(), places: new Map() };
}

function currentSegment(collector: Collector): RawSegment {
  const segment = collector.segments.at(-1);
  if (segment === undefined) throw new TypeError("a collector has at least one segment");
  return segment;
}

function collect(collector: Collector, inlines: readonly Inline[], role: ResolvedRole, style: RunStyle): void {
  for (const inline of inlines) collectOne(collector, inline, role, style);
}

function collectOne(collector: Collector, inline: Inline, role: ResolvedRole, style: RunStyle): void {
  const { world, context } = collector;
  if ("id" in inline && inline.id !== undefined && context.element !== null) {
    collector.place = inline.id;
    world.places.add(inline.id);
  }
  switch (inline.type) {
    case "text":
      addText(collector, inline.value, style);
      break;
    case "lineBreak":
      collector.segments.push(newSegment());
      break;
    case "strong":
    case "bold":
    case "emphasis": {
      const bold = boldOf(world, roleIn(world, inline, role));
      collect(collector, inline.children, bold, withRole(world, style, bold));
      break;
    }
    case "superscript":
    case "subscript": {
      const size = style.size * raisedSize;
      const rise = style.rise + style.size * (inline.type === "superscript" ? 0.36 : -0.14);
      collect(collector, inline.children, role, { ...style, size, rise });
      break;
    }
    case "data":
    case "time": {
      const inner = roleIn(world, inline, role);
      collect(collector, inline.children, inner, withRole(world, style, inner));
      break;
    }
    case "link": {
      const inner = roleIn(world, inline, role);
      const element = style.element === null ? null : world.structure.add(style.element, "Link");
      const link = { href: inline.href, description: textOf(inline.children) || inline.href, element };
      collect(collector, inline.children, inner, { ...withRole(world, style, inner), element, link });
      break;
    }
    case "reference": {
      const page = { number: world.pages.get(inline.to) ?? 0, language: world.language };
      const words = referredTo(inline, world.targets, page) ?? inline.to;
      const link: Inline = { type: "link", href: `#${inline.to}`, children: [{ type: "text", value: words }] };
      collectOne(collector, inline.role === undefined ? link : { ...link, role: inline.role }, role, style);
      break;
    }
    case "footnote":
      if (context.withoutNotes !== true) addCall(collector, inline, role, style);
      break;
    case "pageNumber":
      addText(collector, context.counters?.number ?? "", style);
      break;
    case "pageCount":
      addText(collector, context.counters?.count ?? "", style);
      break;
    case "sectionTitle":
      addText(collector, context.counters?.section ?? "", style);
      break;
    default:
      unreachable(inline);
  }
}

function withRole(world: World, style: RunStyle, role: ResolvedRole): RunStyle {
  const { face, colour } = styleOf(world, role);
  // A raised run stays as small as it is.
  return { ...style, face, colour, size: style.rise === 0 ? role.size : style.size };
}

function addText(collector: Collector, text: string, style: RunStyle): void {
  const segment = currentSegment(collector);
  const { codePoints, styles, places } = segment;
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const start = i;
    const codePoint = text.codePointAt(i) ?? 0;
    if (codePoint > 0xffff) i += 1;
    if (isIgnored(codePoint)) {
      segment.text += text.slice(kept, start);
      kept = i + 1;
      continue;
    }
    if (collector.place !== null) places.set(codePoints.length, collector.place);
    collector.place = null;
    codePoints.push(codePoint === 0x09 ? 0x20 : codePoint);
    styles.push(style);
  }
  segment.text += kept === 0 ? text : text.slice(kept);
}

/** Controls, joiners and variation selectors have no glyph of their own. */
function isIgnored(codePoint: number): boolean {
  if (codePoint >= 0x3000 && codePoint < 0xfe00) return false;
  return (
    (codePoint < 0x20 && codePoint !== 0x09) ||
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2064) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
    codePoint === 0xfeff ||
    codePoint === 0xad
  );
}

function addCall(collector: Collector, footnote: Footnote, role: ResolvedRole, style: RunStyle): void {
  const { world } = collector;
  const mark = roleIn(world, "footnoteMark", role);
  const parent = style.element ?? world.structure.root;
  const element =
    style.element === null ? null : world.structure.add(world.structure.add(style.element, "Reference"), "Link");
  const size = style.size * raisedSize;
  const run: RunStyle = {
    face: faceOf(world, mark.family, mark.weight),
    colour: styleOf(world, mark).colour,
    size,
    rise: style.rise + style.size * 0.38,
    element,
    link: null,
  };
  const { codePoints, styles, calls, places } = currentSegment(collector);
  // A mark stands before ，；、 (clreq#348); after 。 and ： it stays, being of the whole sentence there.
  const last = codePoints.length - 1;
  const codePoint = codePoints[last];
  const pause = styles[last];
  const moves = codePoint !== undefined && pause !== undefined && pauses.has(codePoint) && !places.has(last);
  if (moves) {
    codePoints.pop();
    styles.pop();
  }
  calls.set(codePoints.length, { footnote, element, parent });
  codePoints.push(0x2460);
  styles.push(run);
  if (moves) {
    codePoints.push(codePoint);
    styles.push(pause);
  }
}

const pauses: ReadonlySet<number> = new Set([..."，；、"].map((mark) => mark.charCodeAt(0)));
