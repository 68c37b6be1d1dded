import type { Scene } from "@jianbao/charts";
import { type Document, type DocumentProperties, type Theme, roleOf } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic, Language } from "@jianbao/model";
import { collectDocument } from "./block/collect.ts";
import { composePages } from "./page/compose.ts";
import { type PageGeometry, geometryOf } from "./page/geometry.ts";
import { NoteBodies } from "./page/notes.ts";
import type { Page } from "./page/page.ts";
import { paginate } from "./page/paginate.ts";
import { type Bookmark, Structure, type StructureElement } from "./page/structure.ts";
import { type World, newResolvedRoles, report } from "./world.ts";

/** What a document is laid out with. */
export interface LayoutOptions {
  readonly theme: Theme;
  readonly faces: FaceSet;
  /** Drawn charts by the keys that figures name. */
  readonly charts: Readonly<Record<string, Scene>>;
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
  const geometry = geometryOf(options.theme);
  const world: World = {
    ...options,
    language: document.language,
    grid: geometry.grid,
    structure: new Structure(),
    diagnostics: [],
    missing: new Set(),
    places: new Set(),
    glyphBoxes: new Map(),
    resolved: newResolvedRoles(),
  };
  // A whole number of characters a line (CLREQ 2.1): the type area gives way by less than one.
  const { size } = roleOf(world.theme, "body");
  const width = Math.floor(geometry.bodyWidth / size + 1e-6) * size;
  checkGrid(world, geometry, size);
  const flow = collectDocument(world, document, width, geometry.bodyHeight);
  const bodies = new NoteBodies(world, width);
  const drafts = paginate(world, flow, bodies, geometry);
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

/** Reports body text that does not fill the grid: so many characters a line is a promise of the theme. */
function checkGrid(world: World, { bodyWidth, grid }: PageGeometry, size: number): void {
  if (grid === null || Math.abs(size * (bodyWidth / grid.em) - bodyWidth) < size / 10) return;
  report(
    world,
    "warning",
    "grid-size",
    `mismatched body size: ${size} pt on a grid of ${Math.round(bodyWidth / grid.em)} characters`,
    `${grid.em.toFixed(2)} pt fills the line`,
  );
}
