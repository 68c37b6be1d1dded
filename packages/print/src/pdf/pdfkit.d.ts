// The part of PDFKit 0.20.2 that is used here: objects, pages, bookmarks and the file itself.
declare module "pdfkit" {
  export interface Reference {
    readonly id: number;
    data: Record<string, unknown>;
    compress: boolean;
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
  }

  export interface KitPage {
    readonly dictionary: Reference;
    readonly fonts: Record<string, Reference>;
    readonly ext_gstates: Record<string, Reference>;
    readonly annotations: Reference[];
  }

  export interface OutlineItem {
    readonly outlineData: Record<string, unknown>;
    addItem(title: string, options: { pageNumber: number; expanded?: boolean }): OutlineItem;
  }

  export interface KitOptions {
    readonly autoFirstPage: boolean;
    readonly bufferPages: boolean;
    readonly compress?: boolean;
    readonly displayTitle: boolean;
    readonly font: null;
    readonly info: Readonly<Record<string, unknown>>;
    readonly lang: string;
    readonly pdfVersion: "1.7";
  }

  export default class PDFDocument {
    constructor(options: KitOptions);
    readonly page: KitPage;
    readonly outline: OutlineItem;
    readonly _root: Reference & { readonly data: { Names: Reference } };
    readonly metadata: unknown;
    endMetadata(): void;
    addPage(options: { size: readonly [number, number]; margin: number }): this;
    addContent(operators: string): this;
    ref(data?: Record<string, unknown>): Reference;
    /** What was written so far. */
    read(): Uint8Array | null;
    push(chunk: Uint8Array | null): boolean;
    end(): void;
  }
}
