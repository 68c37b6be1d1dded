import { type Footnote, type Inline, type ResolvedRole, referredTo, textOf } from "@jianbao/document";
import type { Face } from "@jianbao/fonts";
import { unreachable } from "@jianbao/model";
import { type Style, type World, boldOf, faceOf, isChinese, report, roleIn, styleOf } from "../world.ts";
import { type Kinsoku, breakCosts } from "./breaks.ts";
import { type MeasuredParagraph, sumsOf } from "./break.ts";
import { type CharacterKind, kindsOf } from "./character.ts";
import { spacingOf } from "./spacing.ts";

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

/** A character in a face and size: its glyph, the box it stands in, and where in the box. Shared by all that look alike. */
export interface GlyphBox {
  readonly codePoint: number;
  readonly kind: CharacterKind;
  readonly size: number;
  readonly advance: number;
  /** Offset of the glyph's origin in its box. */
  readonly shift: number;
  readonly face: string;
  readonly glyph: number;
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
  /** Page numbers, where the text is laid out for one page. */
  readonly counters?: { readonly number: string; readonly count: string };
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
  return collector.segments.map((raw) => measure(world, raw, context));
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
  const segment = currentSegment(collector);
  segment.calls.set(segment.codePoints.length, { footnote, element, parent });
  segment.codePoints.push(0x2460);
  segment.styles.push(run);
}

function measure(world: World, raw: RawSegment, context: InlineContext): InlineSegment {
  const { kinsoku } = world.theme.page;
  const { text, codePoints, styles, calls, places } = raw;
  const kinds = kindsOf(codePoints, isChinese(world.language));
  for (const index of calls.keys()) kinds[index] = "mark";
  const boxes: GlyphBox[] = [];
  const advances: number[] = [];
  let style: RunStyle | undefined;
  let known = new Map<number, GlyphBox>();
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i] ?? 0;
    const kind = kinds[i] ?? "han";
    const own = styles[i];
    if (own === undefined) continue;
    if (own !== style) {
      style = own;
      known = glyphBoxesOf(world, own);
    }
    let box = known.get(codePoint);
    if (box === undefined || box.kind !== kind) {
      box = boxOf(world, codePoint, kind, own, context);
      known.set(codePoint, box);
    }
    boxes.push(box);
    advances.push(box.advance);
  }
  return {
    boxes,
    styles,
    calls,
    places,
    measured: measured(boxes, text, kinds, advances, kinsoku, context.style.role.size),
  };
}

function measured(
  boxes: readonly GlyphBox[],
  text: string,
  kinds: readonly CharacterKind[],
  advances: readonly number[],
  kinsoku: Kinsoku,
  size: number,
): MeasuredParagraph {
  const spacing = spacingOf(boxes, kinsoku);
  return { kinds, advances, spacing, costs: breakCosts(boxes, text, kinsoku), size, sums: sumsOf(advances, spacing) };
}

/** The boxes already made for a face and size. */
function glyphBoxesOf(world: World, style: RunStyle): Map<number, GlyphBox> {
  const key = `${style.face} ${style.size}`;
  let boxes = world.glyphBoxes.get(key);
  if (boxes === undefined) {
    boxes = new Map();
    world.glyphBoxes.set(key, boxes);
  }
  return boxes;
}

function boxOf(
  world: World,
  codePoint: number,
  kind: CharacterKind,
  style: RunStyle,
  context: InlineContext,
): GlyphBox {
  const { size } = style;
  if (kind === "mark") return { codePoint, kind, size, advance: size, shift: 0, face: style.face, glyph: 0 };
  const found = glyphOf(world, style.face, codePoint, kind, context);
  const face = world.faces.get(found.face);
  const natural = (face.advanceOf(found.glyph) / face.unitsPerEm) * size;
  const common = { codePoint, kind, size, face: found.face, glyph: found.glyph };
  if (kind === "western" && isQuote(codePoint) && natural > 0.9 * size)
    return { ...common, ...inkBox(face, found.glyph, size) };
  const advance = boxWidth(kind, natural, size, world.theme.page.kinsoku);
  const side = kind === "opening" ? 1 : kind === "closing" || kind === "comma" || kind === "stop" ? 0 : 0.5;
  return { ...common, advance, shift: (advance - natural) * side };
}

/** Quotation marks that both scripts share: a Chinese face makes them fill an em. */
function isQuote(codePoint: number): boolean {
  return codePoint === 0x2018 || codePoint === 0x2019 || codePoint === 0x201c || codePoint === 0x201d;
}

/** The box of a mark that is to be as narrow as its ink, with a twelfth of an em on each side. */
function inkBox(face: Face, glyph: number, size: number): { advance: number; shift: number } {
  const outline = face.outlineOf(glyph);
  if (outline.length < 10) return { advance: size / 2, shift: 0 };
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const left = (view.getInt16(2) / face.unitsPerEm) * size;
  const right = (view.getInt16(6) / face.unitsPerEm) * size;
  const bearing = size / 12;
  return { advance: right - left + 2 * bearing, shift: bearing - left };
}

/** The width of the box that a mark stands in: marks fill an em, whatever the face makes of them. */
function boxWidth(kind: CharacterKind, natural: number, size: number, kinsoku: Kinsoku): number {
  switch (kind) {
    case "opening":
    case "closing":
    case "comma":
    case "stop":
    case "dash":
    case "ellipsis":
      return size;
    case "interpunct":
      return kinsoku === "gb" ? size / 2 : size; // GB/T 15834-2011, 5.1.9: the interpunct is half an em
    default:
      return natural;
  }
}

/** Marks that stand in for a character that no face has, so that the gap is seen. */
const stands = [0x3013, 0x25a1];

function glyphOf(
  world: World,
  wanted: string,
  codePoint: number,
  kind: CharacterKind,
  context: InlineContext,
): { face: string; glyph: number } {
  // The horizontal bar fills its em where the dash does not, so that —— is one line.
  if (kind === "dash" && codePoint === 0x2014) {
    const bar = world.faces.find(wanted, 0x2015);
    if (bar.glyph !== 0 && bar.face.advanceOf(bar.glyph) >= bar.face.unitsPerEm) {
      return { face: bar.face.id, glyph: bar.glyph };
    }
  }
  const found = world.faces.find(wanted, codePoint);
  if (found.glyph !== 0) return { face: found.face.id, glyph: found.glyph };
  if (!world.missing.has(codePoint)) {
    world.missing.add(codePoint);
    report(
      world,
      "warning",
      "missing-glyph",
      `no face has the character U+${codePoint.toString(16).toUpperCase().padStart(4, "0")} ${String.fromCodePoint(codePoint)} of ${context.place}`,
      "〓 stands for it; name a face that has it among the fall-back faces",
    );
  }
  for (const stand of stands) {
    const other = world.faces.find(wanted, stand);
    if (other.glyph !== 0) return { face: other.face.id, glyph: other.glyph };
  }
  return { face: found.face.id, glyph: 0 };
}
