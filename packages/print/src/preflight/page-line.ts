import type { Page, TextFrame } from "../page/page.ts";
import type { ElementKind, StructureElement } from "../page/structure.ts";

/** A line of one block, as it stands on its page. */
export interface PageLine {
  /** Number of the page. */
  readonly page: number;
  /** The block's element: a paragraph, heading, cell, note, caption. */
  readonly block: number;
  readonly kind: ElementKind;
  /** The lowest baseline of what is not raised. */
  readonly baseline: number;
  /** Size of its largest text, in points. */
  readonly size: number;
  /** Its characters, without the marks of notes. */
  readonly text: string;
  readonly frames: readonly TextFrame[];
}

/** Kinds that are parts of a line. */
const inlineKinds = new Set<ElementKind>(["Span", "Link", "Reference"]);

/** The block that an element is a part of, or itself. */
export function blockOf(structure: readonly StructureElement[], element: number): number {
  let at = element;
  for (;;) {
    const { kind, parent } = structure[at] ?? { kind: "P", parent: null };
    if (parent === null || !inlineKinds.has(kind)) return at;
    at = parent;
  }
}

/** True for text of an element that calls a note. */
function isCall(structure: readonly StructureElement[], element: number): boolean {
  const parent = structure[element]?.parent ?? null;
  return structure[element]?.kind === "Link" && parent !== null && structure[parent]?.kind === "Reference";
}

/** The lines of all pages, in painting order; texts of charts and turned texts are none. */
export function pageLines(pages: readonly Page[], structure: readonly StructureElement[]): readonly PageLine[] {
  const lines: PageLine[] = [];
  for (const page of pages) {
    const byLine = new Map<string, { block: number; frames: TextFrame[] }>();
    const open = new Map<number, { key: string; baseline: number; size: number }>();
    for (const frame of page.frames) {
      if (frame.type !== "text" || frame.element === null || frame.angle !== undefined) continue;
      const block = blockOf(structure, frame.element);
      if (structure[block]?.kind === "Figure") continue;
      // A raised or lowered run is of the line beside it: it lies within half of an em of its baseline.
      const last = open.get(block);
      const isSame = last !== undefined && Math.abs(last.baseline - frame.y) < 0.5 * Math.max(last.size, frame.size);
      const key = isSame ? last.key : `${block} ${frame.y}`;
      if (!isSame) open.set(block, { key, baseline: frame.y, size: frame.size });
      const line = byLine.get(key);
      if (line === undefined) byLine.set(key, { block, frames: [frame] });
      else line.frames.push(frame);
    }
    for (const { block, frames } of byLine.values()) {
      const size = Math.max(...frames.map((frame) => frame.size));
      const words = frames.filter(({ element }) => element !== null && !isCall(structure, element));
      lines.push({
        page: page.number,
        block,
        kind: structure[block]?.kind ?? "P",
        baseline: Math.max(...frames.filter((frame) => frame.size > 0.8 * size).map(({ y }) => y)),
        size,
        text: words.map(({ text }) => text).join(""),
        frames,
      });
    }
  }
  return lines;
}

/** The lines of each block, over as many pages as it has. */
export function linesByBlock(lines: readonly PageLine[]): ReadonlyMap<number, readonly PageLine[]> {
  return Map.groupBy(lines, ({ block }) => block);
}

/** At most 24 characters of a text, for a message. */
export function words(text: string): string {
  const characters = [...text.trim()];
  return characters.length > 24 ? `${characters.slice(0, 24).join("")}…` : characters.join("");
}
