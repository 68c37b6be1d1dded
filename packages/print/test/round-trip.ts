import { type Document, type Inline, referredTo, targetsOf, walk } from "@jianbao/document";
import type { Layout, StructureElement, TextFrame } from "../src/index.ts";

/** What a document says and what its pages do, block by block in reading order, white space aside. */
export interface RoundTrip {
  /** The texts of headings, paragraphs, captions with their units, and cells. */
  readonly written: readonly string[];
  readonly printed: readonly string[];
  /** The body of each note, one a source. */
  readonly notesWritten: readonly string[];
  /** The texts of the notes, one a page and source. */
  readonly notesPrinted: readonly string[];
  /** Places that calls of notes lead to: one a page and source. */
  readonly notesCalled: number;
}

/** Compares the text of a document tree with the text that stands on its pages, by the structure that readers follow. */
export function roundTrip(document: Document, laid: Layout): RoundTrip {
  const { written, notes } = textsOf(document, pagesOf(laid));
  const { blocks, notes: notesPrinted } = printedTexts(laid);
  const called = new Set(
    laid.pages.flatMap((page) =>
      page.frames.flatMap((frame) =>
        frame.type === "link" && "place" in frame.target && frame.target.place.startsWith("note-")
          ? [frame.target.place]
          : [],
      ),
    ),
  );
  return {
    written,
    printed: blocks,
    notesWritten: [...notes.values()],
    notesPrinted,
    notesCalled: called.size,
  };
}

function textsOf(
  document: Document,
  pages: ReadonlyMap<string, number>,
): { written: string[]; notes: ReadonlyMap<string, string> } {
  const written: string[] = [];
  const notes = new Map<string, string>();
  const targets = targetsOf(document);
  const wordsOf = (inlines: readonly Inline[]): string => bare(inlines.map(wordsOfOne).join(""));
  const wordsOfOne = (inline: Inline): string => {
    switch (inline.type) {
      case "text":
        return inline.value;
      case "footnote":
        notes.set(inline.source, wordsOf(inline.children));
        return "";
      case "reference": {
        const page = { number: pages.get(inline.to) ?? 0, language: document.language };
        return referredTo(inline, targets, page) ?? inline.to;
      }
      default:
        return "children" in inline ? wordsOf(inline.children) : "";
    }
  };
  walk(document, (node) => {
    switch (node.type) {
      case "running":
        return false;
      case "heading":
      case "paragraph":
      case "cell":
        written.push(wordsOf(node.children));
        return false;
      case "figure":
        written.push(wordsOf(node.caption));
        return false;
      case "table":
        written.push(wordsOf(node.caption) + bare(node.unit ?? ""));
        return true;
      case "footnote":
        return false;
      default:
        return true;
    }
  });
  return { written: written.filter((text) => text !== ""), notes };
}

const blockKinds = new Set<StructureElement["kind"]>(["H1", "H2", "H3", "H4", "P", "Caption", "TH", "TD", "Note"]);

function printedTexts({ pages, structure }: Layout): { blocks: string[]; notes: string[] } {
  const texts = new Map<number, string>();
  for (const page of pages) {
    for (const frame of page.frames) {
      if (frame.type !== "text" || frame.element === null) continue;
      const owner = ownerOf(structure, frame.element);
      if (owner !== null) texts.set(owner, (texts.get(owner) ?? "") + textOfFrame(frame));
    }
  }
  const inOrder = [...texts].toSorted(([a], [b]) => a - b);
  const isNote = (index: number): boolean => structure[index]?.kind === "Note";
  return {
    blocks: inOrder.flatMap(([index, text]) => (isNote(index) ? [] : [bare(text)])).filter((text) => text !== ""),
    notes: inOrder.flatMap(([index, text]) => (isNote(index) ? [bare(text)] : [])),
  };
}

/** The block that an element is part of; null for marks, labels, charts and contents. */
function ownerOf(structure: readonly StructureElement[], from: number): number | null {
  for (let index: number | null = from; index !== null; index = structure[index]?.parent ?? null) {
    const kind = structure[index]?.kind;
    if (kind === undefined || kind === "Reference" || kind === "Lbl" || kind === "Figure" || kind === "TOCI")
      return null;
    if (blockKinds.has(kind)) return index;
  }
  return null;
}

function textOfFrame(frame: TextFrame): string {
  return frame.text;
}

function pagesOf({ pages }: Layout): Map<string, number> {
  const found = new Map<string, number>();
  for (const page of pages) {
    for (const frame of page.frames) {
      if (frame.type === "place" && !found.has(frame.name)) found.set(frame.name, page.number);
    }
  }
  return found;
}

/** The characters that are seen: no white space, no controls, joiners or variation selectors. */
function bare(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]+/gu, "");
}

/** The numbers of a text, as printed: 43.7, 1,234, 2024. */
export function numbersOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/gu) ?? []; // matches 43.7 and 1,234 whole
}
