export type { Measure, MeasureName } from "./geometry/measure.ts";
export { type GeometryReport, type MeasuredPages, geometryReport } from "./geometry/report.ts";
export { checkPdf } from "./check-pdf/check.ts";
export type { PdfFinding } from "./check-pdf/rule.ts";
export { preflight } from "./preflight/preflight.ts";
export { type ImposeOptions, impose } from "./imposition/impose.ts";
export { type Layout, type LayoutOptions, layout } from "./layout.ts";
export { type MeasureCache, newMeasureCache } from "./line/measure.ts";
export type {
  BoxFrame,
  ExtentFrame,
  Frame,
  LinkFrame,
  Page,
  PagePart,
  PathFrame,
  PlaceFrame,
  Rectangle,
  TextFrame,
} from "./page/page.ts";
export type { Bookmark, ElementKind, StructureElement } from "./page/structure.ts";
export type { Attachment } from "./pdf/attachment.ts";
export { type PdfOptions, toPdf } from "./pdf/to-pdf.ts";
