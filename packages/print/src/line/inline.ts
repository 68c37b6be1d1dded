import { type Footnote, type Inline, type ResolvedRole, roleOf, textOf } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import { type Style, type World, faceOf, isChinese, report, styleOf } from "../world.ts";
import { type Kinsoku, breakCosts } from "./breaks.ts";
import type { MeasuredParagraph } from "./break.ts";
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
export interface LinkTarget {
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

/** A character measured: its glyph, the box it stands in, and where in the box. */
export interface Character {
  readonly codePoint: number;
  readonly kind: CharacterKind;
  readonly size: number;
  readonly advance: number;
  /** Offset of the glyph's origin in its box. */
  readonly shift: number;
  readonly face: string;
  readonly glyph: number;
  readonly style: RunStyle;
  readonly call: NoteCall | null;
  /** Name of a place that links lead to, where the character starts one. */
  readonly place: string | null;
}

/** Characters up to a line break that the document asks for, or to the end. */
export interface InlineSegment {
  readonly characters: readonly Character[];
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
  const segments: Raw[][] = [[]];
  const collector: Collector = { world, context, segments, place: null };
  collect(collector, inlines, context.style.role, {
    size: context.style.role.size,
    face: context.style.face,
    colour: context.style.colour,
    rise: 0,
    element: context.element,
    link: null,
  });
  return segments.map((raw) => measure(world, raw, context));
}

interface Raw {
  readonly codePoint: number;
  readonly style: RunStyle;
  readonly call: NoteCall | null;
  readonly place: string | null;
}

interface Collector {
  readonly world: World;
  readonly context: InlineContext;
  readonly segments: Raw[][];
  /** A place that the next character starts. */
  place: string | null;
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
      collector.segments.push([]);
      break;
    case "strong":
    case "bold":
    case "emphasis": {
      const bold = { ...roleOf(world.theme, inline, role), weight: Math.max(700, role.weight) };
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
      const inner = roleOf(world.theme, inline, role);
      collect(collector, inline.children, inner, withRole(world, style, inner));
      break;
    }
    case "link": {
      const inner = roleOf(world.theme, inline, role);
      const element = style.element === null ? null : world.structure.add(style.element, "Link");
      const link = { href: inline.href, description: textOf(inline.children) || inline.href, element };
      collect(collector, inline.children, inner, { ...withRole(world, style, inner), element, link });
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
  const segment = collector.segments.at(-1) ?? [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isIgnored(codePoint)) continue;
    segment.push({ codePoint: codePoint === 0x09 ? 0x20 : codePoint, style, call: null, place: collector.place });
    collector.place = null;
  }
}

/** Controls, joiners and variation selectors have no glyph of their own. */
function isIgnored(codePoint: number): boolean {
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
  const mark = roleOf(world.theme, "footnoteMark", role);
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
  collector.segments.at(-1)?.push({ codePoint: 0x2460, style: run, call: { footnote, element, parent }, place: null });
}

function measure(world: World, raw: readonly Raw[], context: InlineContext): InlineSegment {
  const chinese = isChinese(world.language);
  const { kinsoku } = world.theme.page;
  const kinds = kindsOf(
    raw.map((character) => character.codePoint),
    chinese,
  );
  const characters = raw.map((character, index): Character => {
    const kind = character.call === null ? (kinds[index] ?? "han") : "mark";
    return characterOf(world, character, kind, context);
  });
  const advances = new Float64Array(characters.length);
  characters.forEach((character, index) => (advances[index] = character.advance));
  return {
    characters,
    measured: {
      kinds: characters.map((character) => character.kind),
      advances,
      spacing: spacingOf(characters, kinsoku),
      costs: breakCosts(characters, kinsoku),
      size: context.style.role.size,
    },
  };
}

function characterOf(
  world: World,
  { codePoint, style, call, place }: Raw,
  kind: CharacterKind,
  context: InlineContext,
): Character {
  const { size } = style;
  const common = { codePoint, kind, size, style, call, place };
  if (call !== null) return { ...common, advance: size, shift: 0, face: style.face, glyph: 0 };
  const found = glyphOf(world, style.face, codePoint, kind, context);
  const face = world.faces.get(found.face);
  const natural = (face.advanceOf(found.glyph) / face.unitsPerEm) * size;
  const box = boxOf(kind, natural, size, world.theme.page.kinsoku);
  const side = kind === "opening" ? 1 : kind === "closing" || kind === "comma" || kind === "stop" ? 0 : 0.5;
  return { ...common, advance: box, shift: (box - natural) * side, face: found.face, glyph: found.glyph };
}

/** The width of the box that a mark stands in: marks fill an em, whatever the face makes of them. */
function boxOf(kind: CharacterKind, natural: number, size: number, kinsoku: Kinsoku): number {
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
  const substitute = kind === "western" && codePoint === 0x2019 ? 0x27 : codePoint;
  const found = world.faces.find(wanted, substitute);
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
