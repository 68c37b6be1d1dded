export { type Layout, type LayoutOptions, layout } from "./layout.ts";
export { type MeasureCache, newMeasureCache } from "./line/measure.ts";
export type {
  BoxFrame,
  ExtentFrame,
  Frame,
  LinkFrame,
  Page,
  PathFrame,
  PlaceFrame,
  Rectangle,
  TextFrame,
} from "./page/page.ts";
export type { Bookmark, ElementKind, StructureElement } from "./page/structure.ts";
export { type Attachment, type PdfOptions, toPdf } from "./pdf/to-pdf.ts";
