import type PDFDocument from "pdfkit";
import type { KitPage, Reference } from "pdfkit";
import type { ExtentFrame } from "../page/page.ts";
import type { StructureElement } from "../page/structure.ts";
import { pdfString } from "./object.ts";
import { type TableHeaders, tableHeaders } from "./table-headers.ts";

/** A thing that an element holds: another element, marked content of a page, or an annotation. */
type Kid =
  | { readonly kind: "element"; readonly index: number }
  | { readonly kind: "content"; readonly page: Reference; readonly id: number; readonly read: number }
  | { readonly kind: "object"; readonly page: Reference; readonly annotation: Reference; readonly read: number };

/**
 * The structure tree while pages are painted. Elements hold their content in painting order, or where sheets
 * carry pages in another order (a booklet) in that of reading; those
 * that have none of it (an empty cell) stand where the document puts them, all else that is empty is left out.
 */
export class TagTree {
  readonly #document: PDFDocument;
  readonly #elements: readonly StructureElement[];
  readonly #references: (Reference | undefined)[] = [];
  readonly #kids: Kid[][];
  /** The page that is painted, by its place in reading, and the first on which each element stands. */
  #read = 0;
  readonly #first: number[] = [];
  readonly #extents = new Map<number, readonly number[]>();
  /** What the parent tree says: elements by marked content of each page, elements of annotations. */
  readonly #parents: (readonly number[] | number)[] = [];

  constructor(document: PDFDocument, elements: readonly StructureElement[]) {
    this.#document = document;
    this.#elements = elements;
    this.#kids = elements.map(() => []);
  }

  kindOf(element: number): string {
    return this.#elements[element]?.kind ?? "Span";
  }

  /** Says which page is painted from here on, by its place in reading. */
  read(page: number): void {
    this.#read = page;
  }

  /** Starts a page; the answer hands out the ids of its marked content. */
  page(page: KitPage): (element: number) => number {
    const owners: number[] = [];
    page.dictionary.data["StructParents"] = this.#parents.push(owners) - 1;
    return (element) => {
      const id = owners.push(element) - 1;
      this.#attach(element);
      this.#kids[element]?.push({ kind: "content", page: page.dictionary, id, read: this.#read });
      return id;
    };
  }

  /** Notes where on its page a figure stands. */
  extent({ x, y, width, height, element }: ExtentFrame, pageHeight: number): void {
    this.#extents.set(element, [x, pageHeight - y - height, x + width, pageHeight - y]);
  }

  /** Puts an annotation under an element and returns its key in the parent tree. */
  annotation(element: number, page: KitPage, annotation: Reference): number {
    this.#attach(element);
    this.#kids[element]?.push({ kind: "object", page: page.dictionary, annotation, read: this.#read });
    return this.#parents.push(element) - 1;
  }

  /** Writes the tree into the catalog. */
  write(): void {
    this.#read = Infinity;
    this.#elements.forEach((element, index) => {
      if (element.kind === "TD" || element.kind === "TH") this.#attach(index);
    });
    this.#attach(0);
    const document = this.#document;
    const root = document.ref({ Type: "StructTreeRoot", K: [this.#reference(0)] });
    const tables = tableHeaders(this.#elements);
    const ids: [string, Reference][] = [];
    this.#elements.forEach((element, index) => {
      if (this.#first[index] !== undefined) this.#writeElement(element, index, { root, ids, tables });
    });
    const nums = this.#parents.flatMap((owner, key) => [
      key,
      typeof owner === "number" ? this.#reference(owner) : owner.map((element) => this.#reference(element)),
    ]);
    const parentTree = document.ref({ Nums: nums });
    parentTree.end();
    root.data["ParentTree"] = parentTree;
    root.data["ParentTreeNextKey"] = this.#parents.length;
    if (ids.length > 0) {
      ids.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      const names = ids.flatMap(([id, reference]) => [pdfString(id), reference]);
      const first = ids[0]?.[0] ?? "";
      const last = ids.at(-1)?.[0] ?? "";
      const leaf = document.ref({ Limits: [pdfString(first), pdfString(last)], Names: names });
      leaf.end();
      root.data["IDTree"] = { Kids: [leaf] };
    }
    document._root.data["StructTreeRoot"] = root;
    // No Suspects: it is false where it is absent (ISO 32000-1, table 321), and poppler calls a false one a wrong type.
    document._root.data["MarkInfo"] = document.ref({ Marked: true });
  }

  #reference(index: number): Reference {
    return (this.#references[index] ??= this.#document.ref());
  }

  /** Sees to it that the element and all around it are in the tree. */
  #attach(index: number): void {
    const first = this.#first[index];
    if (first !== undefined && first <= this.#read) return;
    this.#first[index] = this.#read;
    const parent = this.#elements[index]?.parent;
    if (parent === null || parent === undefined) return;
    this.#attach(parent);
    if (first === undefined) this.#kids[parent]?.push({ kind: "element", index });
  }

  #writeElement(
    element: StructureElement,
    index: number,
    { root, ids, tables }: { root: Reference; ids: [string, Reference][]; tables: TableHeaders },
  ): void {
    const reference = this.#reference(index);
    const id = element.id ?? tables.ids.get(index);
    const headers = tables.headers.get(index)?.map((head) => pdfString(tables.ids.get(head) ?? ""));
    const kids = this.#kids[index] ?? [];
    // Containers have no content of their own: their order is the document's, not that of painting, and the
    // numbers of elements give it; notes, numbered when all else is, stand after what calls them.
    if (kids.every((kid) => kid.kind === "element")) {
      kids.sort((a, b) => (a.kind === "element" && b.kind === "element" ? a.index - b.index : 0));
    } else {
      const readOf = (kid: Kid): number => (kid.kind === "element" ? (this.#first[kid.index] ?? 0) : kid.read);
      kids.sort((a, b) => readOf(a) - readOf(b));
    }
    const page = kids.find((kid) => kid.kind === "content")?.page;
    const written = kids.map((kid): unknown => {
      switch (kid.kind) {
        case "element":
          return this.#reference(kid.index);
        case "content":
          return kid.page === page ? kid.id : { Type: "MCR", Pg: kid.page, MCID: kid.id };
        case "object":
          return { Type: "OBJR", Pg: kid.page, Obj: kid.annotation };
        default:
          throw new TypeError("no such kid");
      }
    });
    reference.data = {
      S: element.kind,
      P: element.parent === null ? root : this.#reference(element.parent),
      Pg: page,
      K: written.length === 1 ? written[0] : written,
      Alt: element.alternative === undefined ? undefined : pdfString(element.alternative),
      ID: id === undefined ? undefined : pdfString(id),
      A: attributesOf(element, this.#extents.get(index), headers),
    };
    if (id !== undefined) ids.push([id, reference]);
    reference.end();
  }
}

function attributesOf(
  element: StructureElement,
  extent: readonly number[] | undefined,
  headers: readonly object[] | undefined,
): object | undefined {
  const { scope, columnSpan, rowSpan, numbering } = element;
  if (extent !== undefined) return { O: "Layout", Placement: "Block", BBox: extent };
  if (numbering !== undefined) return { O: "List", ListNumbering: numbering };
  if (scope === undefined && columnSpan === undefined && rowSpan === undefined && headers === undefined)
    return undefined;
  return { O: "Table", Scope: scope, ColSpan: columnSpan, RowSpan: rowSpan, Headers: headers };
}
