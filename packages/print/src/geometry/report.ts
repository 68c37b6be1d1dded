import type { Theme } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Page } from "../page/page.ts";
import type { StructureElement } from "../page/structure.ts";
import { imprintMeasures, mastheadMeasures, pageNumberMeasures } from "./head-and-foot.ts";
import { type Measure, measured } from "./measure.ts";
import { type Prescription, prescriptionOf } from "./prescription.ts";
import { setTextsOf } from "./set-text.ts";
import { textMeasures } from "./type-area.ts";

/** The measures of a document's pages. */
export interface GeometryReport {
  /** The standard that they are held against; null where they are the theme's own numbers. */
  readonly standard: string | null;
  readonly measures: readonly Measure[];
}

/** What is measured: pages as they are painted. */
export interface MeasuredPages {
  readonly pages: readonly Page[];
  readonly structure: readonly StructureElement[];
}

/**
 * Measures laid-out pages by their frames — the glyphs, their ink and the rules as they are painted — and
 * holds them against the standard that the theme names, or else the theme's own numbers. Lengths are in
 * millimetres, rounded to a thousandth.
 */
export function geometryReport(
  { pages, structure }: MeasuredPages,
  { theme, faces }: { readonly theme: Theme; readonly faces: FaceSet },
): GeometryReport {
  const prescribed = prescriptionOf(theme);
  const texts = setTextsOf(pages, structure, faces);
  const measures = [
    ...pageMeasures(pages, prescribed),
    ...textMeasures(pages, texts, prescribed),
    ...mastheadMeasures(pages, texts, faces, prescribed),
    ...imprintMeasures(pages, texts, prescribed),
    ...pageNumberMeasures(pages, faces, prescribed),
  ];
  return { standard: prescribed.standard, measures };
}

function pageMeasures(pages: readonly Page[], { width, height }: Prescription): readonly Measure[] {
  return [
    measured(
      "page-width",
      pages.map((page) => ({ page: page.number, points: page.width })),
      width,
      0.1,
    ),
    measured(
      "page-height",
      pages.map((page) => ({ page: page.number, points: page.height })),
      height,
      0.1,
    ),
  ];
}
