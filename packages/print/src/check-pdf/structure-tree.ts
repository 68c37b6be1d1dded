import type { PdfFile } from "./file.ts";
import type { PdfPage } from "./pdf.ts";
import { type PdfValue, isOf, nameOf, numberOf, textOf } from "./value.ts";

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export interface StructureNode {
  /** Object number; 0 for the root and for one that stands in its parent itself. */
  readonly id: number;
  /** As it is written, before the role map; empty for the root. */
  readonly kind: string;
  /** As the role map resolves it. */
  readonly standard: string;
  readonly dictionary: PdfValue;
  readonly parent: StructureNode | null;
  readonly children: StructureNode[];
  /** Marked content: object number of its page, and its number there. */
  readonly contents: readonly { readonly page: number; readonly id: number }[];
  /** Object numbers of annotations. */
  readonly objects: readonly number[];
  /** What is wrong with how it hangs in the tree. */
  readonly faults: readonly string[];
}

/** Reads the tree from the catalog; null where the file has none. */
export function structureOf(file: PdfFile, pages: readonly PdfPage[]): StructureNode | null {
  const rootReference = isOf(file.root, "dictionary") ? file.root.entries.get("StructTreeRoot") : undefined;
  const root = file.resolve(rootReference);
  if (!isOf(root, "dictionary")) return null;
  const roleMap = file.get(root, "RoleMap");
  const pageIds = new Set(pages.map(({ id }) => id));
  const seen = new Set<number>();

  const read = (reference: PdfValue, parent: StructureNode, parentId: number): StructureNode | null => {
    const dictionary = file.resolve(reference);
    if (!isOf(dictionary, "dictionary")) return null;
    const id = isOf(reference, "reference") ? reference.id : 0;
    const faults: string[] = [];
    if (id !== 0 && seen.has(id)) return null;
    seen.add(id);
    const above = dictionary.entries.get("P");
    if (!isOf(above, "reference") || above.id !== parentId) faults.push("P is not the element that holds it");
    const kind = nameOf(file.get(dictionary, "S")) ?? "";
    const own = pageOf(dictionary);
    const contents: { page: number; id: number }[] = [];
    const objects: number[] = [];
    const node: StructureNode = {
      id,
      kind,
      standard: standardOf(file, roleMap, kind),
      dictionary,
      parent,
      children: [],
      contents,
      objects,
      faults,
    };
    for (const kid of kidsOf(file, dictionary)) {
      const value = file.resolve(kid);
      const type = nameOf(file.get(value, "Type"));
      if (typeof value === "number") contents.push({ page: own ?? 0, id: value });
      else if (type === "MCR")
        contents.push({ page: pageOf(value) ?? own ?? 0, id: numberOf(file.get(value, "MCID")) ?? -1 });
      else if (type === "OBJR") {
        const object = isOf(value, "dictionary") ? value.entries.get("Obj") : undefined;
        if (isOf(object, "reference")) objects.push(object.id);
      } else {
        const child = read(kid, node, id);
        if (child === null) faults.push("holds a kid that is none, or that another element holds");
        else node.children.push(child);
      }
    }
    if (contents.some(({ page }) => !pageIds.has(page))) faults.push("holds content of no page");
    return node;
  };

  const top: StructureNode = {
    id: isOf(rootReference, "reference") ? rootReference.id : 0,
    kind: "",
    standard: "",
    dictionary: root,
    parent: null,
    children: [],
    contents: [],
    objects: [],
    faults: [],
  };
  for (const kid of kidsOf(file, root)) {
    const child = read(kid, top, top.id);
    if (child !== null) top.children.push(child);
  }
  return top;
}

/** An attribute of an element, of one owner (`Table`, `Layout`, `List`). */
export function attributeOf(file: PdfFile, node: StructureNode, owner: string, name: string): PdfValue {
  const attributes = file.get(node.dictionary, "A");
  const list = isOf(attributes, "array") ? attributes.items.map((item) => file.resolve(item)) : [attributes];
  const own = list.find((item) => nameOf(file.get(item, "O")) === owner);
  return file.get(own, name);
}

/** The id of an element, null where it has none. */
export function idOf(file: PdfFile, node: StructureNode): string | null {
  return textOf(file.get(node.dictionary, "ID"));
}

function kidsOf(file: PdfFile, dictionary: PdfValue): readonly PdfValue[] {
  if (!isOf(dictionary, "dictionary")) return [];
  const kids = dictionary.entries.get("K");
  if (kids === undefined || kids === null) return [];
  const value = file.resolve(kids);
  return isOf(value, "array") ? value.items : [kids];
}

function pageOf(dictionary: PdfValue): number | null {
  const page = isOf(dictionary, "dictionary") ? dictionary.entries.get("Pg") : undefined;
  return isOf(page, "reference") ? page.id : null;
}

/** Follows the role map to a kind that it does not map. */
function standardOf(file: PdfFile, roleMap: PdfValue, kind: string): string {
  let at = kind;
  for (let steps = 0; steps < 32; steps++) {
    const next = nameOf(file.get(roleMap, at));
    if (next === null) return at;
    at = next;
  }
  return "";
}
