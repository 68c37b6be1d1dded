import type { FaceSet } from "@jianbao/fonts";
import type { Page, TextFrame } from "../page/page.ts";
import { type StructureElement, isInImprint } from "../page/structure.ts";

/** A text frame with what it is a part of. */
export interface SetText {
  readonly page: number;
  readonly frame: TextFrame;
  /** Right edge of its last character's advance, in points. */
  readonly right: number;
  /** Role of the block around it; null in what has none. */
  readonly role: string | null;
  /** Element of that block. */
  readonly block: number | null;
  readonly inImprint: boolean;
}

/** A line of one block on a page. */
export interface SetTextLine {
  readonly page: number;
  readonly block: number | null;
  readonly baseline: number;
  /** True for the line that its block begins with. */
  readonly isFirst: boolean;
  readonly texts: readonly SetText[];
}

/** The top and bottom of the em box of text on a baseline: 0.88 em above and 0.12 em below it, as lines are set. */
export function emBoxOf({ y, size }: Pick<TextFrame, "y" | "size">): { readonly top: number; readonly bottom: number } {
  return { top: y - 0.88 * size, bottom: y + 0.12 * size };
}

/** Finds the text of pages that belongs to the reading order, with the roles of its blocks. */
export function setTextsOf(
  pages: readonly Page[],
  structure: readonly StructureElement[],
  faces: FaceSet,
): readonly SetText[] {
  return pages.flatMap(({ number, frames }) =>
    frames.flatMap((frame): SetText[] => {
      if (frame.type !== "text" || frame.element === null || frame.angle !== undefined) return [];
      const blocks: { readonly role: string | null; readonly block: number | null } = blockOf(structure, frame.element);
      return [
        {
          page: number,
          frame,
          right: rightOf(frame, faces),
          ...blocks,
          inImprint: isInImprint(structure, frame.element),
        },
      ];
    }),
  );
}

/** Groups texts of one block and baseline, from left to right. */
export function linesOf(texts: readonly SetText[]): readonly SetTextLine[] {
  const lines = Map.groupBy(texts, ({ page, block, frame }) => `${page} ${block} ${frame.y}`);
  const begun = new Set<number | null>();
  return [...lines.values()].flatMap((members) => {
    const sorted = [...members].sort((a, b) => a.frame.x - b.frame.x);
    const [first] = sorted;
    if (first === undefined) return [];
    const isFirst = !begun.has(first.block);
    begun.add(first.block);
    return [{ page: first.page, block: first.block, baseline: first.frame.y, isFirst, texts: sorted }];
  });
}

/** Right edge of a text's last character. */
export function rightOf({ face: id, glyphs, x, xs, size }: TextFrame, faces: FaceSet): number {
  const face = faces.get(id);
  return x + (xs.at(-1) ?? 0) + (face.advanceOf(glyphs.at(-1) ?? 0) / face.unitsPerEm) * size;
}

function blockOf(structure: readonly StructureElement[], element: number): Pick<SetText, "role" | "block"> {
  for (let at: number | null = element; at !== null; at = structure[at]?.parent ?? null) {
    const element: StructureElement | undefined = structure[at];
    // A note stands in the paragraph that calls it, and is none of its lines.
    if (element?.kind === "Note") return { role: "footnote", block: at };
    if (element?.role !== undefined) return { role: element.role, block: at };
  }
  return { role: null, block: null };
}
