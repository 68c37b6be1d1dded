import type { Scene } from "@jianbao/charts";
import { type Document, type DocumentProperties, type Theme, roleOf } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic, Language } from "@jianbao/model";
import { collectDocument } from "./block/collect.ts";
import { type MeasureCache, newMeasureCache, nextLayout } from "./line/measure.ts";
import { composePages, geometryOf } from "./page/compose.ts";
import { NoteBodies } from "./page/notes.ts";
import type { Page } from "./page/page.ts";
import { paginate } from "./page/paginate.ts";
import { type Bookmark, Structure, type StructureElement } from "./page/structure.ts";
import { type World, newResolvedRoles } from "./world.ts";

/** What a document is laid out with. */
export interface LayoutOptions {
  readonly theme: Theme;
  readonly faces: FaceSet;
  /** Drawn charts by the keys that figures name. */
  readonly charts: Readonly<Record<string, Scene>>;
  /** What earlier layouts with these faces measured, so that only what changed is measured again; the same pages result. */
  readonly measures?: MeasureCache;
}

/** A document laid out: plain JSON that `toPdf` paints. */
export interface Layout {
  readonly pages: readonly Page[];
  readonly structure: readonly StructureElement[];
  readonly bookmarks: readonly Bookmark[];
  readonly title: string;
  readonly language: Language;
  readonly properties: DocumentProperties;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays a document out on pages: collects its blocks, breaks the column into pages, places what they hold. */
export function layout(document: Document, options: LayoutOptions): Layout {
  const measures = options.measures ?? newMeasureCache();
  nextLayout(measures);
  const world: World = {
    ...options,
    language: document.language,
    structure: new Structure(),
    diagnostics: [],
    missing: new Set(),
    places: new Set(),
    measures,
    resolved: newResolvedRoles(),
  };
  const geometry = geometryOf(world);
  // A whole number of characters a line (CLREQ 2.1): the type area gives way by less than one.
  const { size } = roleOf(world.theme, "body");
  const width = Math.floor(geometry.bodyWidth / size + 1e-6) * size;
  const flow = collectDocument(world, document, width, geometry.bodyHeight);
  const bodies = new NoteBodies(world, width);
  const drafts = paginate(world, flow.items, bodies, geometry.bodyHeight);
  const pages = composePages(world, document, drafts, bodies, { ...geometry, bodyWidth: width });
  return {
    pages,
    structure: world.structure.elements(),
    bookmarks: flow.bookmarks,
    title: document.title,
    language: document.language,
    properties: document.properties,
    diagnostics: world.diagnostics,
  };
}
