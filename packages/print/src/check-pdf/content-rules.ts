import { type Mark, chainOf } from "./content.ts";
import type { Pdf } from "./pdf.ts";
import type { PdfRule } from "./rule.ts";
import { isOf, nameOf, numberOf } from "./value.ts";

/** Rules of what is painted: all of it an element's or an artifact, and each element finds its own. */
export const contentRules: readonly PdfRule[] = [
  {
    id: "content",
    clause: "ISO 19005-3, 6.2.2; ISO 32000-1, 7.8, 14.6",
    about: "Content streams can be read, with operators in their places and resources that are there.",
    *check({ file, pages }) {
      for (const { number, dictionary, contents } of pages) {
        for (const fault of new Set(contents.faults)) yield `page ${number}: ${fault}`;
        for (const [category, names] of contents.resources) {
          for (const name of names) {
            if (file.get(dictionary, "Resources", category, name) === null)
              yield `page ${number}: no ${category} ${name}`;
          }
        }
      }
    },
  },
  {
    id: "tagged",
    clause: "ISO 14289-1, 7.1; Matterhorn 01-005",
    about: "All that is painted is content of an element or an artifact.",
    *check({ pages }) {
      for (const { number, contents } of pages) {
        const loose = contents.painted.filter(
          ({ mark }) => !chainOf(mark).some((one) => isArtifact(one) || one.id !== null),
        );
        if (loose.length > 0) yield `page ${number}: ${loose.length} pieces are neither tagged nor artifacts`;
      }
    },
  },
  {
    id: "artifact-apart",
    clause: "ISO 14289-1, 7.1; Matterhorn 01-003, 01-004",
    about: "No artifact stands in the content of an element, nor the other way round.",
    *check({ pages }) {
      for (const { number, contents } of pages) {
        for (const mark of contents.marks) {
          const around = chainOf(mark.parent);
          if (isArtifact(mark) && around.some(({ id }) => id !== null))
            yield `page ${number}: an artifact in content ${around[0]?.id ?? ""}`;
          if (mark.id !== null && around.some(isArtifact)) yield `page ${number}: content ${mark.id} in an artifact`;
        }
      }
    },
  },
  {
    id: "artifact-type",
    clause: "ISO 32000-1, 14.8.2.2.2, table 330; ISO 14289-1, 7.8",
    about: "Artifacts say what they are: head, foot or watermark of the page, background, or layout.",
    *check({ file, pages }) {
      for (const { number, contents } of pages) {
        for (const mark of contents.marks.filter(isArtifact)) {
          const type = nameOf(file.get(mark.properties, "Type")) ?? "";
          const subtype = nameOf(file.get(mark.properties, "Subtype"));
          if (!["Pagination", "Layout", "Page", "Background"].includes(type))
            yield `page ${number}: an artifact of type ${type || "none"}`;
          if (subtype !== null && !["Header", "Footer", "Watermark"].includes(subtype))
            yield `page ${number}: an artifact of subtype ${subtype}`;
        }
      }
    },
  },
  {
    id: "marked-content",
    clause: "ISO 32000-1, 14.7.4.2, 14.7.4.4",
    about:
      "Each piece of marked content is of one element, which holds it, and the parent tree leads from one to the other.",
    *check(pdf) {
      const owners = new Map<string, number[]>();
      for (const node of pdf.nodes) {
        for (const { page, id } of node.contents) {
          const key = `${page} ${id}`;
          owners.set(key, [...(owners.get(key) ?? []), node.id]);
        }
      }
      const parents = parentTree(pdf);
      for (const page of pdf.pages) {
        const key = numberOf(pdf.file.get(page.dictionary, "StructParents"));
        const listed = key === null ? null : (parents.get(key) ?? null);
        const ids = page.contents.marks.flatMap(({ id }) => (id === null ? [] : [id]));
        if (new Set(ids).size !== ids.length) yield `page ${page.number}: two pieces have one number`;
        for (const id of ids) {
          const own = owners.get(`${page.id} ${id}`) ?? [];
          if (own.length !== 1) yield `page ${page.number}: content ${id} is of ${own.length} elements`;
          else if (!Array.isArray(listed) || listed[id] !== own[0])
            yield `page ${page.number}: the parent tree does not lead from content ${id} to its element`;
          owners.delete(`${page.id} ${id}`);
        }
      }
      for (const [key, [owner]] of owners)
        yield `object ${owner}: holds content ${key.split(" ")[1]} that its page does not have`;
    },
  },
  {
    id: "page-size",
    clause: "ISO 19005-3, 6.1.13; ISO 32000-1, 14.11.2",
    about: "Pages are between 3 and 14,400 points wide and high.",
    *check({ file, pages }) {
      if (pages.length === 0) yield "no pages";
      for (const { number, dictionary } of pages) {
        const [left = 0, bottom = 0, right = 0, top = 0] = file
          .items(file.get(dictionary, "MediaBox"))
          .map((item) => numberOf(item) ?? 0);
        const sides = [right - left, top - bottom];
        if (sides.some((side) => side < 3 || side > 14400)) yield `page ${number}: ${sides.join(" × ")} points`;
      }
    },
  },
];

function isArtifact({ tag }: Mark): boolean {
  return tag === "Artifact";
}

/** The parent tree: for a page the elements of its content, for an annotation its element, by object number. */
export function parentTree({ file }: Pdf): ReadonlyMap<number, number | readonly number[]> {
  const tree = new Map<number, number | readonly number[]>();
  const visit = (node: ReturnType<typeof file.get>, depth: number): void => {
    const items = file.items(file.get(node, "Nums"));
    for (let i = 0; i + 1 < items.length; i += 2) {
      const value = items[i + 1];
      const key = numberOf(items[i]) ?? -1;
      if (isOf(value, "reference") && !isOf(file.resolve(value), "array")) tree.set(key, value.id);
      else
        tree.set(
          key,
          file.items(value).map((item) => (isOf(item, "reference") ? item.id : 0)),
        );
    }
    if (depth < 32) for (const kid of file.items(file.get(node, "Kids"))) visit(file.resolve(kid), depth + 1);
  };
  visit(file.get(file.root, "StructTreeRoot", "ParentTree"), 0);
  return tree;
}
