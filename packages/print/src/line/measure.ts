import type { Face } from "@jianbao/fonts";
import { findGlyph, reportMissing } from "../glyph.ts";
import { type World, isChinese } from "../world.ts";
import { titleCosts } from "./balance.ts";
import { type MeasuredParagraph, sumsOf } from "./paragraph.ts";
import { type Kinsoku, breakCosts } from "./breaks.ts";
import { type CharacterKind, kindsOf } from "./character.ts";
import { spacingOf } from "./spacing.ts";

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
  /** Blanks beside the ink of a dash, so that —— can be one line. */
  readonly blanks: { readonly left: number; readonly right: number } | null;
  /** True where no face has the character: another stands for it. */
  readonly missing: boolean;
}

/** Characters to be measured: lists have one entry a character, `text` is that of all but note marks. */
export interface UnmeasuredText {
  readonly text: string;
  readonly codePoints: readonly number[];
  readonly styles: readonly { readonly face: string; readonly size: number }[];
  /** Calls of notes, by the index of their marks. */
  readonly calls: ReadonlyMap<number, unknown>;
}

/** A text with its boxes, and what is needed to break it. */
export interface MeasuredText {
  readonly boxes: readonly GlyphBox[];
  readonly measured: MeasuredParagraph;
}

/**
 * What has been measured, and broken, by its text, faces and sizes: handed from one layout to the next it
 * saves what has not changed. It holds for one set of faces; the texts of the last two layouts are kept.
 */
export interface MeasureCache {
  /** Boxes of characters by face and size: equal characters share one. */
  readonly boxes: Map<string, Map<number, GlyphBox>>;
  /** Texts of this layout. */
  texts: Map<string, MeasuredText>;
  /** Texts of the layout before. */
  former: Map<string, MeasuredText>;
}

/** A cache that holds nothing. */
export function newMeasureCache(): MeasureCache {
  return { boxes: new Map(), texts: new Map(), former: new Map() };
}

/** Starts another layout with a cache: what neither it nor the one before uses is forgotten. */
export function nextLayout(cache: MeasureCache): void {
  cache.former = cache.texts;
  cache.texts = new Map();
}

/** Measures a text, of which `size` is the em; `place` is for messages. Equal texts are measured once. */
export function measured(world: World, unmeasured: UnmeasuredText, size: number, place: string): MeasuredText {
  const { texts, former } = world.measures;
  const key = keyOf(world, unmeasured, size);
  const known = texts.get(key) ?? former.get(key);
  if (known !== undefined) {
    texts.set(key, known);
    return known;
  }
  const made = measure(world, unmeasured, size, place);
  // A missing glyph is reported by each layout.
  if (!made.boxes.some((box) => box.missing)) texts.set(key, made);
  return made;
}

function keyOf(world: World, { text, styles, calls }: UnmeasuredText, size: number): string {
  let key = `${world.language} ${world.theme.page.kinsoku} ${size}`;
  let last: UnmeasuredText["styles"][number] | undefined;
  for (let i = 0; i < styles.length; i++) {
    const style = styles[i];
    if (style === last || style === undefined) continue;
    key += ` ${i} ${style.face} ${style.size}`;
    last = style;
  }
  for (const index of calls.keys()) key += ` ${index}`;
  return `${key}\n${text}`;
}

function measure(world: World, unmeasured: UnmeasuredText, size: number, place: string): MeasuredText {
  const { text, codePoints, styles, calls } = unmeasured;
  const kinds = kindsOf(codePoints, isChinese(world.language));
  for (const index of calls.keys()) kinds[index] = "mark";
  const boxes: GlyphBox[] = [];
  const advances: number[] = [];
  let style: UnmeasuredText["styles"][number] | undefined;
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
      box = boxOf(world, codePoint, kind, own);
      known.set(codePoint, box);
    }
    if (box.missing) reportMissing(world, codePoint, place);
    boxes.push(box);
    advances.push(box.advance);
  }
  return { boxes, measured: paragraphOf(boxes, text, kinds, advances, world.theme.page.kinsoku, size) };
}

/** Most short texts stand on one line: where lines may end is looked up when it is first asked for. */
function paragraphOf(
  boxes: readonly GlyphBox[],
  text: string,
  kinds: readonly CharacterKind[],
  advances: readonly number[],
  kinsoku: Kinsoku,
  size: number,
): MeasuredParagraph {
  const spacing = spacingOf(boxes, kinsoku);
  let costs: readonly number[] | null = null;
  let more: readonly number[] | null = null;
  return {
    kinds,
    advances,
    spacing,
    get costs() {
      return (costs ??= breakCosts(boxes, text, kinsoku));
    },
    get titleCosts() {
      return (more ??= titleCosts(boxes.map((box) => box.codePoint)));
    },
    size,
    sums: sumsOf(advances, spacing),
    lines: new Map(),
  };
}

/** The boxes already made for a face and size. */
function glyphBoxesOf(world: World, style: { readonly face: string; readonly size: number }): Map<number, GlyphBox> {
  const key = `${world.theme.page.kinsoku} ${style.face} ${style.size}`;
  let boxes = world.measures.boxes.get(key);
  if (boxes === undefined) {
    boxes = new Map();
    world.measures.boxes.set(key, boxes);
  }
  return boxes;
}

function boxOf(
  world: World,
  codePoint: number,
  kind: CharacterKind,
  style: { readonly face: string; readonly size: number },
): GlyphBox {
  const { size } = style;
  if (kind === "mark")
    return { codePoint, kind, size, advance: size, shift: 0, face: style.face, glyph: 0, blanks: null, missing: false };
  const found = setGlyphOf(world, style.face, codePoint, kind);
  const face = world.faces.get(found.face);
  const natural = (face.advanceOf(found.glyph) / face.unitsPerEm) * size;
  const common = { codePoint, kind, size, ...found, blanks: null };
  if (kind === "western" && isQuote(codePoint) && natural > 0.9 * size)
    return { ...common, ...inkBox(face, found.glyph, size) };
  const advance = boxWidth(kind, codePoint, natural, size, world.theme.page.kinsoku);
  const side = kind === "opening" ? 1 : kind === "closing" || kind === "comma" || kind === "stop" ? 0 : 0.5;
  const shift = (advance - natural) * side;
  const box = { ...common, advance, shift };
  if (kind !== "dash") return box;
  const ink = inkOf(face, found.glyph, size);
  return ink === null ? box : { ...box, blanks: { left: shift + ink.left, right: advance - shift - ink.right } };
}

/** Quotation marks that both scripts share: a Chinese face makes them fill an em. */
function isQuote(codePoint: number): boolean {
  return codePoint === 0x2018 || codePoint === 0x2019 || codePoint === 0x201c || codePoint === 0x201d;
}

/** The box of a mark that is to be as narrow as its ink, with a twelfth of an em on each side. */
function inkBox(face: Face, glyph: number, size: number): { advance: number; shift: number } {
  const ink = inkOf(face, glyph, size);
  if (ink === null) return { advance: size / 2, shift: 0 };
  const bearing = size / 12;
  return { advance: ink.right - ink.left + 2 * bearing, shift: bearing - ink.left };
}

/** Where a glyph's ink begins and ends, in points from its origin; null for a blank one. */
function inkOf(face: Face, glyph: number, size: number): { left: number; right: number } | null {
  const outline = face.outlineOf(glyph);
  if (outline.length < 10) return null;
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const scale = size / face.unitsPerEm;
  return { left: view.getInt16(2) * scale, right: view.getInt16(6) * scale };
}

/** The width of the box that a mark stands in: marks fill an em, whatever the face makes of them; straight quotes do not. */
function boxWidth(kind: CharacterKind, codePoint: number, natural: number, size: number, kinsoku: Kinsoku): number {
  if (codePoint < 0x7f && kind !== "solidus") return natural;
  switch (kind) {
    case "opening":
    case "closing":
    case "comma":
    case "stop":
    case "dash":
    case "ellipsis":
      return size;
    case "connector":
      return codePoint === 0x2014 ? size : natural;
    case "interpunct":
      return kinsoku === "gb" ? size / 2 : size; // GB/T 15834-2011, 5.1.9: the interpunct is half an em
    case "solidus":
      return kinsoku === "gb" && codePoint === 0x2f ? size / 2 : natural; // GB/T 15834-2011, 5.1.9: so is the solidus
    default:
      return natural;
  }
}

function setGlyphOf(
  world: World,
  wanted: string,
  codePoint: number,
  kind: CharacterKind,
): { face: string; glyph: number; missing: boolean } {
  // The horizontal bar fills its em where the dash does not, so that —— is one line.
  if ((kind === "dash" || kind === "connector") && codePoint === 0x2014) {
    const bar = world.faces.find(wanted, 0x2015);
    if (bar.glyph !== 0 && bar.face.advanceOf(bar.glyph) >= bar.face.unitsPerEm) {
      return { face: bar.face.id, glyph: bar.glyph, missing: false };
    }
  }
  return findGlyph(world, wanted, codePoint);
}
