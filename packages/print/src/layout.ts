import type { Scene } from "@jianbao/charts";
import { type Document, type DocumentProperties, type Theme, roleOf, targetsOf, walk } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic, Language } from "@jianbao/model";
import { collectDocument } from "./block/collect.ts";
import { type MeasureCache, newMeasureCache, nextLayout } from "./line/measure.ts";
import { composePages, pagesOfPlaces } from "./page/compose.ts";
import { type PageGeometry, geometryOf } from "./page/geometry.ts";
import { geometryReport } from "./geometry/report.ts";
import { NoteBodies } from "./page/notes.ts";
import { greyscale } from "./page/greyscale.ts";
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
  const referred = pagesReferredTo(document);
  let pages: ReadonlyMap<string, number> = new Map();
  let { laid, pageOf } = layOut(document, options, measures, pages);
  // Page numbers in the text move text: pages are made again until they stand where the text says.
  for (let pass = 0; pass < passes && referred.some((place) => pageOf.get(place) !== pages.get(place)); pass++) {
    pages = pageOf;
    ({ laid, pageOf } = layOut(document, options, measures, pages));
  }
  return laid;
}

/** Most times that pages are made again. */
const passes = 4;

/** Ids of what the document refers to by its page. */
function pagesReferredTo(document: Document): readonly string[] {
  const places = new Set<string>();
  walk(document, (node) => {
    if (node.type === "reference" && node.as === "page") places.add(node.to);
  });
  return [...places];
}

function layOut(
  document: Document,
  options: LayoutOptions,
  measures: MeasureCache,
  known: ReadonlyMap<string, number>,
): { laid: Layout; pageOf: ReadonlyMap<string, number> } {
  const geometry = geometryOf(options.theme);
  const world: World = {
    ...options,
    language: document.language,
    grid: geometry.grid,
    structure: new Structure(),
    diagnostics: [],
    missing: new Set(),
    places: new Set(),
    measures,
    targets: targetsOf(document),
    pages: known,
    resolved: newResolvedRoles(),
  };
  // A whole number of characters a line (CLREQ 2.1): the type area gives way by less than one.
  const { size } = roleOf(world.theme, "body");
  const width = Math.floor(geometry.bodyWidth / size + 1e-6) * size;
  checkGrid(world, geometry, size);
  const flow = collectDocument(world, document, width, geometry.bodyHeight);
  const bodies = new NoteBodies(world, width);
  const drafts = paginate(world, flow, bodies, geometry);
  const content = { document, bookmarks: flow.bookmarks };
  const coloured = composePages(world, content, drafts, bodies, { ...geometry, bodyWidth: width });
  const pages = options.theme.page.greyscale === true ? greyscale(world, coloured) : coloured;
  checkMeasures(world, pages);
  const laid = {
    pages,
    structure: world.structure.elements(),
    bookmarks: flow.bookmarks,
    title: document.title,
    language: document.language,
    properties: document.properties,
    diagnostics: world.diagnostics,
  };
  return { laid, pageOf: pagesOfPlaces(drafts) };
}

/** Reports what is not as the standard prescribes that the theme says it follows. */
function checkMeasures(world: World, pages: readonly Page[]): void {
  if (world.theme.page.standard === undefined) return;
  const { measures, standard } = geometryReport({ pages, structure: world.structure.elements() }, world);
  for (const { name, unit, set, prescribed, tolerance, page, atMost, isWithin } of measures) {
    if (isWithin) continue;
    const [of, at] = [unit === "mm" ? " mm" : "", page === null ? "" : ` on page ${page}`];
    report(
      world,
      "warning",
      "geometry",
      `measure off: ${name} ${set}${of}${at}, prescribed ${atMost ? "at most " : ""}${prescribed}${of} ± ${tolerance} (${standard})`,
      "change theme.yaml back, or leave out page.standard",
    );
  }
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
