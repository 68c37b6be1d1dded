/** Kinds of structure elements, named as PDF names them (ISO 32000-1, 14.8.4). */
export type ElementKind =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TFoot"
  | "TR"
  | "TH"
  | "TD"
  | "Caption"
  | "Figure"
  | "BlockQuote"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Link"
  | "Span"
  | "Note";

/** What a piece of a page is, for readers that do not see it. An element's number is its index in the list. */
export interface StructureElement {
  readonly kind: ElementKind;
  /** Null for the document alone. */
  readonly parent: number | null;
  /** Text that stands for a figure. */
  readonly alternative?: string;
  readonly scope?: "Row" | "Column";
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Of lists. */
  readonly numbering?: "Decimal" | "Disc";
  /** Unique in the document: notes have one. */
  readonly id?: string;
  /** The role that a paragraph or heading is set in, for those who measure pages. */
  readonly role?: string;
  /** Set for the part at the foot of the last page. */
  readonly isImprint?: true;
}

/** A bookmark: a heading with the place it leads to. */
export interface Bookmark {
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
  readonly place: string;
}

/** The tree of structure elements while a document is laid out. */
export class Structure {
  readonly #elements: StructureElement[] = [{ kind: "Document", parent: null }];

  /** Number of the document's own element. */
  readonly root = 0;

  /** Adds an element below another, after those already there, and returns its number. */
  add(parent: number, kind: ElementKind, facts: Omit<StructureElement, "kind" | "parent"> = {}): number {
    if (this.#elements[parent] === undefined) throw new RangeError(`no structure element ${parent}`);
    return this.#elements.push({ kind, parent, ...facts }) - 1;
  }

  elements(): readonly StructureElement[] {
    return this.#elements;
  }
}

/** True for what belongs to the imprint at the foot of the last page. */
export function isInImprint(structure: readonly StructureElement[], element: number): boolean {
  for (let at: number | null = element; at !== null; at = structure[at]?.parent ?? null) {
    if (structure[at]?.isImprint === true) return true;
  }
  return false;
}
