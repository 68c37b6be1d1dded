import { type Inline, type ResolvedRole, textOf } from "@jianbao/document";
import { naturalWidth } from "../line/break.ts";
import { collectInlines } from "../line/inline.ts";
import { setLines } from "../line/set.ts";
import { type World, isOnGrid, styleOf } from "../world.ts";
import { type BlockContext, shortened } from "./context.ts";
import { type FlowBox, type FlowFrame, boxesOf, shifted } from "./flow.ts";
import { inkOf } from "./ink.ts";

/** Whose lines are set, and as what. */
export interface ParagraphText {
  readonly inlines: readonly Inline[];
  readonly role: ResolvedRole;
  readonly element: number;
  /** What it is, for messages: `paragraph`. */
  readonly kind: string;
  readonly keepWithNext: boolean;
}

/** Sets the lines of a paragraph or heading within a column: indents, insets, on the grid, made to fit one line. */
export function paragraphBoxes({ world, left, width }: BlockContext, text: ParagraphText): FlowBox[] {
  const { inlines, element, kind, keepWithNext } = text;
  const place = `${kind} “${shortened(textOf(inlines))}”`;
  const role = text.role.fit ? fitted(world, text, width, place) : text.role;
  const onGrid = isOnGrid(world, role);
  const inset = role.inset * role.size;
  const hang = role.hang * role.size;
  const segments = collectInlines(world, inlines, { style: styleOf(world, role), element, place });
  const room = width - 2 * inset - hang;
  const lines = setLines(world, segments, {
    measure: room,
    indent: role.indent * role.size - hang,
    align: role.align,
    leading: onGrid && world.grid !== null ? world.grid.pitch : role.leading * role.size,
    size: role.size,
    place,
    title: kind === "heading" || role.align === "center",
  });
  const boxes = boxesOf(lines, left + inset + hang, keepWithNext, onGrid);
  const [first] = boxes;
  if (role.fromTop !== null && first !== undefined) {
    boxes[0] = { ...first, onGrid: false, notAbove: (role.fromTop / 25.4) * 72 - inkTopOf(world, first.frames) };
  }
  return boxes;
}

/**
 * The role, smaller where its text is longer than a line; the width of a text grows as its size does. A text that half
 * of the size would not bring into one line takes several, as large as fits them.
 */
function fitted(world: World, { inlines, role, element }: ParagraphText, width: number, place: string): ResolvedRole {
  const segments = collectInlines(world, inlines, { style: styleOf(world, role), element, place });
  const natural = Math.max(0, ...segments.map((segment) => naturalWidth(segment.measured)));
  const room = width - (2 * role.inset + role.indent) * role.size;
  if (natural <= room || room <= 0) return role;
  const lines = Math.ceil(natural / room / 2);
  // Lines that are cut between words are not all full.
  const share = lines === 1 ? 1 : 0.92;
  return { ...role, size: Math.floor(role.size * Math.min(1, (room * lines * share) / natural) * 100) / 100 };
}

/** The top edge of what frames paint, below the top of their box. */
function inkTopOf({ faces }: World, frames: readonly FlowFrame[]): number {
  const tops = frames.flatMap((frame) => (frame.type === "text" ? (inkOf(faces, frame)?.top ?? []) : []));
  return tops.length === 0 ? 0 : Math.min(...tops);
}

/**
 * Sets a line beside the line before it: of the items that came last, the box after a box of one line
 * joins it where both have room. Rules and padding stay below both.
 */
export function joinLast(world: World, { flow }: BlockContext, from: number): void {
  const added = flow.items.slice(from);
  const before = flow.items[from - 1];
  const box = added.at(-1);
  if (before?.type !== "box" || box?.type !== "box" || added.some((item) => item.type === "box" && item !== box))
    return;
  const right = Math.max(0, ...before.frames.map((frame) => rightOf(world, frame)));
  const left = Math.min(Infinity, ...box.frames.flatMap((frame) => (frame.type === "text" ? frame.x : [])));
  const em = Math.max(0, ...box.frames.map((frame) => (frame.type === "text" ? frame.size : 0)));
  if (left < right + em) return;
  // One baseline: what stands higher in its box goes down.
  const down = baselineIn(before) - baselineIn(box);
  const [own, other] = [Math.max(0, down), Math.max(0, -down)];
  flow.items.splice(from - 1, added.length + 1, {
    ...box,
    height: Math.max(before.height + other, box.height + own),
    frames: [
      ...before.frames.map((frame) => shifted(frame, 0, other)),
      ...box.frames.map((frame) => shifted(frame, 0, own)),
    ],
    calls: [...before.calls, ...box.calls],
    ...(before.notAbove === undefined ? {} : { notAbove: before.notAbove }),
    ...(before.onGrid === undefined ? {} : { onGrid: before.onGrid }),
  });
}

function baselineIn({ frames }: FlowBox): number {
  return Math.max(0, ...frames.flatMap((frame) => (frame.type === "text" ? frame.y : [])));
}

function rightOf({ faces }: World, frame: FlowFrame): number {
  if (frame.type !== "text") return 0;
  const face = faces.get(frame.face);
  const advance = face.advanceOf(frame.glyphs.at(-1) ?? 0) / face.unitsPerEm;
  return frame.x + (frame.xs.at(-1) ?? 0) + advance * frame.size;
}
