export { checkPdf } from "./check-pdf/check.ts";
export type { PdfFinding } from "./check-pdf/rule.ts";
export { type Layout, type LayoutOptions, layout } from "./layout.ts";
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
export type { Attachment } from "./pdf/attachment.ts";
export { type PdfOptions, toPdf } from "./pdf/to-pdf.ts";
