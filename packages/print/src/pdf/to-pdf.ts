import { hash } from "node:crypto";
import type { DocumentProperties } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import { type Language, unreachable } from "@jianbao/model";
import type PDFDocument from "pdfkit";
import type { KitPage, OutlineItem } from "pdfkit";
import type { Frame, LinkFrame, Page, TextFrame } from "../page/page.ts";
import type { Bookmark, StructureElement } from "../page/structure.ts";
import { type Attachment, attachAll } from "./attachment.ts";
import { PageContent } from "./content.ts";
import { PdfFonts } from "./font.ts";
import { languageParts } from "./foreign.ts";
import { type PdfFacts, plainText, producer, xmpOf } from "./metadata.ts";
import { pdfString } from "./object.ts";
import { srgbProfile } from "./srgb.ts";
import { TagTree } from "./tags.ts";

/** What a PDF needs besides its pages; a `Layout` holds all but the faces. */
export interface PdfOptions {
  /** The faces that the pages were laid out with. */
  readonly faces: FaceSet;
  readonly structure: readonly StructureElement[];
  readonly bookmarks: readonly Bookmark[];
  readonly title: string;
  readonly language: Language;
  readonly properties: DocumentProperties;
  readonly attachments?: readonly Attachment[];
}

/**
 * Paints pages into a tagged PDF 1.7 that is PDF/UA-1 and PDF/A-3a at once, with embedded subsets of its fonts. Equal
 * pages and options give equal bytes: dates come from the document's properties, the file's id from its content.
 * PDFKit writes the file; it is loaded at the first call. Throws a RangeError for a date that is none.
 */
export async function toPdf(pages: readonly Page[], options: PdfOptions): Promise<Uint8Array> {
  const { default: Kit } = await import("pdfkit");
  const facts: PdfFacts = {
    title: plainText(options.title),
    author: plainText(options.properties.issuer),
    subject: plainText(options.properties.subject),
    language: options.language,
    date: options.properties.date,
  };
  const date = dateOf(facts.date);
  const document = new Kit({
    autoFirstPage: false,
    bufferPages: true,
    displayTitle: true,
    font: null,
    lang: facts.language,
    pdfVersion: "1.7",
    info: {
      Title: facts.title,
      Author: facts.author,
      Subject: facts.subject,
      Creator: producer,
      Producer: producer,
      CreationDate: date,
      ModDate: date,
    },
  });
  const bytes = collected(document);
  const fonts = new PdfFonts(document, options.faces);
  const tags = new TagTree(document, options.structure);
  const painted = pages.map((page) => paintPage(document, page, options.language, fonts, tags));
  const places = placesOf(pages, painted);
  pages.forEach((page, index) => addLinks(document, page, painted[index], places, tags));
  addBookmarks(document, options.bookmarks, places);
  attachAll(document, options.attachments ?? [], dateOf);
  fonts.embed();
  tags.write();
  writeOutputIntent(document);
  writeMetadata(document, facts);
  document.end();
  return bytes;
}

/** Midnight UTC of a day; throws for anything else, since a PDF without its own date would get today's. */
function dateOf(date: string): Date {
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) throw new RangeError(`no date: ${JSON.stringify(date)} (expected YYYY-MM-DD)`);
  return parsed;
}

/**
 * Gathers what PDFKit pushes as it ends; its stream would carry thousands of small pieces one by one. The file's id is
 * a digest of all that stands before it, so that two files with one title and date have two.
 */
function collected(document: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const header = document.read() ?? new Uint8Array(0);
    const chunks: Uint8Array[] = [header];
    let length = header.length;
    let id: Uint8Array | null = null;
    Object.defineProperty(document, "_id", {
      get: () => (id ??= hash("md5", joined(chunks, length), "buffer")),
    });
    document.push = (chunk) => {
      if (chunk === null) {
        resolve(joined(chunks, length));
        return false;
      }
      chunks.push(chunk);
      length += chunk.length;
      return true;
    };
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * Paints the frames of a page, neighbours of one element as one piece of marked content; within it, what is of another
 * language says so.
 */
function paintPage(document: PDFDocument, page: Page, language: Language, fonts: PdfFonts, tags: TagTree): KitPage {
  document.addPage({ size: [page.width, page.height], margin: 0 });
  const kit = document.page;
  // Readers go from link to link in the order of the structure (ISO 14289-1, 7.18.3).
  kit.dictionary.data["Tabs"] = "S";
  if (page.rotation !== undefined) kit.dictionary.data["Rotate"] = page.rotation;
  const mark = tags.page(kit);
  const parts = new Map(page.parts?.map((part) => [part.from, part.page]));
  tags.read(page.number);
  const content = new PageContent();
  let open: string | null = null;
  for (const [index, frame] of page.frames.entries()) {
    const part = parts.get(index);
    if (part !== undefined) {
      tags.read(part);
      if (open !== null) content.end();
      open = null;
    }
    if (frame.type === "extent") tags.extent(frame, page.height);
    const owner = ownerOf(frame);
    if (owner === null) continue;
    if (owner !== open) {
      if (open !== null) content.end();
      if (typeof owner === "string" && owner.startsWith("element ")) {
        const element = Number(owner.slice("element ".length));
        content.begin(tags.kindOf(element), `<</MCID ${mark(element)}>>`);
      } else content.begin("Artifact", owner);
      open = owner;
    }
    if (frame.type !== "text" || frame.element === null || tags.kindOf(frame.element) === "Figure") {
      paintFrame(document, kit, content, frame, fonts);
      continue;
    }
    for (const piece of languageParts(frame, language)) {
      if (piece.language !== null) content.begin("Span", `<</Lang (${piece.language})>>`);
      paintFrame(document, kit, content, piece.frame, fonts);
      if (piece.language !== null) content.end();
    }
  }
  if (open !== null) content.end();
  document.addContent(content.toString());
  return kit;
}

/** What a frame belongs to: `element 12`, or the properties of an artifact; null for what is not painted. */
function ownerOf(frame: Frame): string | null {
  switch (frame.type) {
    case "text":
    case "path":
      if (frame.element !== null) return `element ${frame.element}`;
      return artifacts[(frame.type === "text" ? frame.artifact : undefined) ?? "Layout"];
    case "box":
      return artifacts.Layout;
    case "link":
    case "place":
    case "extent":
      return null;
    default:
      return unreachable(frame);
  }
}

/** What the kinds of artifacts are called (ISO 32000-1, table 330). */
const artifacts: Readonly<Record<NonNullable<TextFrame["artifact"]>, string>> = {
  Header: "<</Type /Pagination /Subtype /Header /Attached [/Top]>>",
  Footer: "<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>",
  Watermark: "<</Type /Pagination /Subtype /Watermark>>",
  Pagination: "<</Type /Pagination>>",
  Layout: "<</Type /Layout>>",
};

function paintFrame(document: PDFDocument, kit: KitPage, content: PageContent, frame: Frame, fonts: PdfFonts): void {
  if (frame.type === "text") {
    const font = fonts.get(frame.face);
    kit.fonts[font.name] = font.reference;
    content.text(font, frame);
  } else if (frame.type === "box") {
    content.box(frame);
  } else if (frame.type === "path") {
    content.path(frame, opacityState(document, kit, frame.paint.opacity ?? 1));
  }
}

/** The name of a page's graphics state for an opacity; null for what is opaque. */
function opacityState(document: PDFDocument, kit: KitPage, opacity: number): string | null {
  if (opacity >= 1) return null;
  const percent = Math.round(Math.max(0, opacity) * 100);
  const name = `O${percent}`;
  if (kit.ext_gstates[name] === undefined) {
    const state = document.ref({ Type: "ExtGState", ca: percent / 100, CA: percent / 100 });
    state.end();
    kit.ext_gstates[name] = state;
  }
  return name;
}

/** A point that can be jumped to, as PDF writes it. */
interface PdfPlace {
  readonly page: number;
  readonly destination: readonly unknown[];
}

function placesOf(pages: readonly Page[], painted: readonly KitPage[]): ReadonlyMap<string, PdfPlace> {
  const places = new Map<string, PdfPlace>();
  pages.forEach((page, index) => {
    const kit = painted[index];
    for (const frame of page.frames) {
      if (frame.type !== "place" || places.has(frame.name) || kit === undefined) continue;
      places.set(frame.name, {
        page: index,
        destination: [kit.dictionary, "XYZ", frame.x, page.height - frame.y, null],
      });
    }
  });
  return places;
}

function addLinks(
  document: PDFDocument,
  page: Page,
  kit: KitPage | undefined,
  places: ReadonlyMap<string, PdfPlace>,
  tags: TagTree,
): void {
  if (kit === undefined) return;
  const parts = new Map(page.parts?.map((part) => [part.from, part.page]));
  tags.read(page.number);
  for (const [index, frame] of page.frames.entries()) {
    const part = parts.get(index);
    if (part !== undefined) tags.read(part);
    // A link that is no part of the reading order has no element to stand in, so it is none (ISO 14289-1, 7.18.5).
    if (frame.type !== "link" || frame.element === null) continue;
    const target = targetOf(frame, places);
    if (target === null) continue;
    const annotation = document.ref({
      Type: "Annot",
      Subtype: "Link",
      Rect: [frame.x, page.height - frame.y - frame.height, frame.x + frame.width, page.height - frame.y],
      Border: [0, 0, 0],
      F: 4,
      Contents: pdfString(frame.description),
      ...target,
    });
    annotation.data["StructParent"] = tags.annotation(frame.element, kit, annotation);
    kit.annotations.push(annotation);
    annotation.end();
  }
}

function targetOf(frame: LinkFrame, places: ReadonlyMap<string, PdfPlace>): Record<string, unknown> | null {
  if ("address" in frame.target) return { A: { S: "URI", URI: pdfString(encodeURI(decoded(frame.target.address))) } };
  const place = places.get(frame.target.place);
  return place === undefined ? null : { Dest: place.destination };
}

/** An address with its escapes undone, so that escaping it does so once; one with broken escapes as it is. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function addBookmarks(
  document: PDFDocument,
  bookmarks: readonly Bookmark[],
  places: ReadonlyMap<string, PdfPlace>,
): void {
  const open: { level: number; item: OutlineItem }[] = [{ level: 0, item: document.outline }];
  for (const { level, title, place } of bookmarks) {
    const target = places.get(place);
    if (target === undefined) continue;
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? document.outline;
    const item = parent.addItem(title, { pageNumber: target.page, expanded: level < 2 });
    item.outlineData["Dest"] = target.destination;
    open.push({ level, item });
  }
}

/** Says what the colours mean: sRGB (ISO 19005-3, 6.2.3). */
function writeOutputIntent(document: PDFDocument): void {
  const profile = document.ref({ N: 3 });
  profile.end(srgbProfile());
  const intent = document.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: pdfString("sRGB IEC61966-2.1"),
    RegistryName: pdfString("http://www.color.org"),
    Info: pdfString("sRGB IEC61966-2.1"),
    DestOutputProfile: profile,
  });
  intent.end();
  document._root.data["OutputIntents"] = [intent];
}

/** Replaces PDFKit's metadata, in which titles are not escaped, by our own. */
function writeMetadata(document: PDFDocument, facts: PdfFacts): void {
  const metadata = document.ref({ Type: "Metadata", Subtype: "XML" });
  metadata.compress = false;
  metadata.end(new TextEncoder().encode(xmpOf(facts)));
  document.endMetadata = () => {
    document._root.data["Metadata"] = metadata;
  };
}
