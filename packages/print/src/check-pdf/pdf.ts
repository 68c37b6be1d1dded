import { type PageContents, readContents } from "./content.ts";
import type { PdfFile } from "./file.ts";
import { type PdfFontUse, fontsOf } from "./font-program.ts";
import { type StructureNode, structureOf } from "./structure-tree.ts";
import { type PdfValue, isOf, nameOf } from "./value.ts";
import { type XmlElement, parseXml } from "./xml.ts";

/** A page of a PDF. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** Object number. */
  readonly id: number;
  readonly dictionary: PdfValue;
  readonly contents: PageContents;
  readonly annotations: readonly { readonly id: number | null; readonly dictionary: PdfValue }[];
}

/** A PDF as the rules look at it: the file, and what is read out of it once. */
export interface Pdf {
  readonly file: PdfFile;
  readonly pages: readonly PdfPage[];
  /** Fonts that are used, with the codes that are shown of each. */
  readonly fonts: readonly PdfFontUse[];
  /** The root of the structure tree, null where there is none. */
  readonly structure: StructureNode | null;
  /** All nodes of the tree, in the order of reading. */
  readonly nodes: readonly StructureNode[];
  /** The metadata, null where there is none or it is not well-formed. */
  readonly metadata: XmlElement | null;
}

/** Reads out of a file what the rules ask for. */
export function readPdf(file: PdfFile): Pdf {
  const pages = pagesOf(file);
  const structure = structureOf(file, pages);
  return {
    file,
    pages,
    fonts: fontsOf(file, pages),
    structure,
    nodes: structure === null ? [] : descendants(structure),
    metadata: metadataOf(file),
  };
}

function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const visit = (value: PdfValue): void => {
    if (!isOf(value, "reference") || seen.has(value.id)) return;
    seen.add(value.id);
    const dictionary = file.resolve(value);
    if (nameOf(file.get(dictionary, "Type")) === "Page") {
      const annotations = file.items(file.get(dictionary, "Annots")).map((annotation) => ({
        id: isOf(annotation, "reference") ? annotation.id : null,
        dictionary: file.resolve(annotation),
      }));
      pages.push({
        number: pages.length + 1,
        id: value.id,
        dictionary,
        contents: readContents(contentBytes(file, dictionary)),
        annotations,
      });
    } else for (const kid of file.items(file.get(dictionary, "Kids"))) visit(kid);
  };
  const root = isOf(file.root, "dictionary") ? file.root.entries.get("Pages") : undefined;
  visit(root ?? null);
  return pages;
}

/** The content of a page, its streams one after another. */
function contentBytes(file: PdfFile, page: PdfValue): Uint8Array {
  const contents = file.get(page, "Contents");
  const streams = isOf(contents, "array") ? contents.items.map((item) => file.resolve(item)) : [contents];
  const parts = streams.map((stream) => (isOf(stream, "stream") ? file.data(stream) : null) ?? new Uint8Array(0));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length + 1;
  }
  return all;
}

function metadataOf(file: PdfFile): XmlElement | null {
  const stream = file.get(file.root, "Metadata");
  const bytes = isOf(stream, "stream") ? file.data(stream) : null;
  if (bytes === null) return null;
  try {
    return parseXml(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

function descendants(node: StructureNode): readonly StructureNode[] {
  return [node, ...node.children.flatMap(descendants)];
}
