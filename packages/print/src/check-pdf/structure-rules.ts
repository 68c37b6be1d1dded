import { parentTree } from "./content-rules.ts";
import type { Pdf } from "./pdf.ts";
import type { PdfRule } from "./rule.ts";
import { type StructureNode, attributeOf, idOf } from "./structure-tree.ts";
import { type PdfValue, isOf, numberOf, textOf } from "./value.ts";

/** Kinds of elements that need no role map (ISO 32000-1, 14.8.4). */
const standardKinds = new Set(
  [
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private",
    "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot",
    "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form",
  ]
    .join(" ")
    .split(" "),
);

/** What may stand below elements that are strict about it. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  Table: ["Caption", "THead", "TBody", "TFoot", "TR"],
  THead: ["TR"],
  TBody: ["TR"],
  TFoot: ["TR"],
  TR: ["TH", "TD"],
  L: ["Caption", "L", "LI"],
  LI: ["Lbl", "LBody"],
  TOC: ["Caption", "TOC", "TOCI"],
  TOCI: ["Lbl", "Reference", "NonStruct", "P", "TOC"],
};

/** Where elements that are strict about it must stand. */
const mustStandIn: Readonly<Record<string, readonly string[]>> = {
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  LI: ["L"],
  LBody: ["LI"],
  TOCI: ["TOC"],
};

/** Rules of the structure tree. */
export const structureRules: readonly PdfRule[] = [
  {
    id: "marked",
    clause: "ISO 19005-3, 6.7.2.2; ISO 14289-1, 7.1; Matterhorn 01-007",
    about: "The file says that it is tagged, and has no doubt of it.",
    *check({ file }) {
      if (file.get(file.root, "MarkInfo", "Marked") !== true) yield "not marked as tagged";
      if (file.get(file.root, "MarkInfo", "Suspects") === true) yield "its tags are suspect";
    },
  },
  {
    id: "structure",
    clause: "ISO 19005-3, 6.7.3.3; ISO 32000-1, 14.7.2",
    about: "There is a structure tree, whose elements hang together.",
    *check({ structure, nodes }) {
      if (structure === null || structure.children.length === 0) return void (yield "no structure tree");
      for (const node of nodes) for (const fault of new Set(node.faults)) yield `${named(node)}: ${fault}`;
    },
  },
  {
    id: "roles",
    clause: "ISO 19005-3, 6.7.3.4; ISO 14289-1, 7.1; Matterhorn 02-001, 02-003, 02-004",
    about: "Each kind of element is a standard one or mapped to one, and no standard one is mapped.",
    *check({ file, nodes }) {
      const map = file.get(file.root, "StructTreeRoot", "RoleMap");
      if (isOf(map, "dictionary")) {
        for (const kind of map.entries.keys()) if (standardKinds.has(kind)) yield `the standard kind ${kind} is mapped`;
      }
      for (const node of below(nodes)) if (!standardKinds.has(node.standard)) yield `${named(node)}: no standard kind`;
    },
  },
  {
    id: "nesting",
    clause: "ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.3; Matterhorn 09-004 to 09-006",
    about: "Tables, lists and tables of contents hold what they may, in its order.",
    *check({ nodes }) {
      for (const node of below(nodes)) {
        const kinds = node.children.map(({ standard }) => standard);
        const allowed = mayHold[node.standard];
        for (const kind of new Set(kinds))
          if (allowed !== undefined && !allowed.includes(kind)) yield `${named(node)} holds ${kind}`;
        const places = mustStandIn[node.standard];
        if (places !== undefined && !places.includes(node.parent?.standard ?? ""))
          yield `${named(node)} stands in ${node.parent?.standard || "nothing"}`;
        if (allowed === undefined) continue;
        const captions = kinds.filter((kind) => kind === "Caption").length;
        if (captions > 1 || (captions === 1 && kinds[0] !== "Caption" && kinds.at(-1) !== "Caption"))
          yield `${named(node)}: the caption is neither first nor last`;
        for (const part of ["THead", "TFoot"])
          if (kinds.filter((kind) => kind === part).length > 1) yield `${named(node)} has two ${part}`;
      }
    },
  },
  {
    id: "table-grid",
    clause: "ISO 14289-1, 7.2; ISO 32000-1, 14.8.5.7",
    about: "All rows of a table have the same number of columns, spans counted.",
    *check({ file, nodes }) {
      for (const table of nodes.filter(({ standard }) => standard === "Table")) {
        const widths = rowWidths(file, table);
        if (new Set(widths).size > 1) yield `${named(table)}: rows of ${[...new Set(widths)].join(" and ")} columns`;
      }
    },
  },
  {
    id: "table-headers",
    clause: "ISO 14289-1, 7.5; Matterhorn 15-003",
    about:
      "Header cells say whether they head their row or column, and ids that cells name are those of header cells of their table.",
    *check({ file, nodes }) {
      for (const table of nodes.filter(({ standard }) => standard === "Table")) {
        const cells = rowsOf(table).flatMap(({ children }) => children);
        const heads = cells.filter(({ standard }) => standard === "TH");
        const ids = new Set(heads.flatMap((cell) => idOf(file, cell) ?? []));
        for (const cell of heads) {
          const scope = attributeOf(file, cell, "Table", "Scope");
          if (!isOf(scope, "name") || !["Row", "Column", "Both"].includes(scope.name))
            yield `${named(cell)} has no scope`;
        }
        for (const cell of cells) {
          const named1 = file
            .items(attributeOf(file, cell, "Table", "Headers"))
            .map((id) => textOf(file.resolve(id)) ?? "");
          for (const id of named1)
            if (!ids.has(id)) yield `${named(cell)} names a header cell ${id} that there is none`;
        }
      }
    },
  },
  {
    id: "headings",
    clause: "ISO 14289-1, 7.4.2, 7.4.4; Matterhorn 14-002, 14-003, 14-007",
    about: "The first heading is H1, no level is skipped, and numbered headings are not mixed with others.",
    *check({ nodes }) {
      let level = 0;
      for (const node of nodes) {
        if (node.standard === "H") yield `${named(node)}: a heading without a level`;
        const own = Number(/^H([1-6])$/u.exec(node.standard)?.[1] ?? 0);
        if (own > level + 1) yield `${named(node)} follows ${level === 0 ? "no heading" : `H${level}`}`;
        if (own > 0) level = own;
      }
    },
  },
  {
    id: "figures",
    clause: "ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3; Matterhorn 13-004",
    about: "Each figure has a text that stands for it, and says where on its page it is.",
    *check({ file, nodes, pages }) {
      for (const node of nodes.filter(({ standard }) => standard === "Figure")) {
        const text = textOf(file.get(node.dictionary, "Alt")) ?? textOf(file.get(node.dictionary, "ActualText"));
        if ((text ?? "").trim() === "") yield `${named(node)} has no text`;
        const box = file.items(attributeOf(file, node, "Layout", "BBox")).map((item) => numberOf(item) ?? Number.NaN);
        const page = pages.find(({ id }) => id === node.contents[0]?.page);
        const limits = file.items(file.get(page?.dictionary, "MediaBox")).map((item) => numberOf(item) ?? 0);
        if (!isWithin(box, limits)) yield `${named(node)} has no box on its page`;
      }
    },
  },
  {
    id: "notes",
    clause: "ISO 14289-1, 7.9; ISO 32000-1, 14.7.2; Matterhorn 19-003, 19-004",
    about: "Each note has an id, no two elements have one, and the tree of ids leads to each, in order.",
    *check(pdf) {
      const { file, nodes } = pdf;
      const seen = new Set<string>();
      const tree = idTree(pdf);
      for (const node of below(nodes)) {
        const id = idOf(file, node);
        if (id === null) {
          if (node.standard === "Note") yield `${named(node)} has no id`;
          continue;
        }
        if (seen.has(id)) yield `${named(node)}: another element has the id ${id}`;
        seen.add(id);
        if (tree.get(id) !== node.id) yield `${named(node)}: the tree of ids does not lead to ${id}`;
      }
      const ids = [...tree.keys()];
      if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? ""))) yield "the tree of ids is not in order";
    },
  },
  {
    id: "annotation-parent",
    clause: "ISO 14289-1, 7.18.5; ISO 32000-1, 14.7.4.3; Matterhorn 28-011",
    about: "Each link is of a Link element, and the parent tree leads from one to the other.",
    *check(pdf) {
      const parents = parentTree(pdf);
      const owners = new Map(pdf.nodes.flatMap((node) => node.objects.map((id) => [id, node] as const)));
      for (const { number, annotations } of pdf.pages) {
        for (const { id, dictionary } of annotations) {
          const owner = owners.get(id ?? -1);
          const key = numberOf(pdf.file.get(dictionary, "StructParent"));
          if (owner?.standard !== "Link") yield `page ${number}: object ${id ?? "?"} is of no Link`;
          else if (key === null || parents.get(key) !== owner.id)
            yield `page ${number}: the parent tree does not lead from object ${id ?? "?"} to its element`;
        }
      }
    },
  },
];

function below(nodes: readonly StructureNode[]): readonly StructureNode[] {
  return nodes.filter(({ parent }) => parent !== null);
}

function named(node: StructureNode): string {
  return `${node.kind} (object ${node.id})`;
}

function rowsOf(table: StructureNode): readonly StructureNode[] {
  return table.children
    .flatMap((child) => (child.standard === "TR" ? [child] : child.children))
    .filter(({ standard }) => standard === "TR");
}

/** How many columns each row fills, with what cells above reach into it. */
function rowWidths(file: Pdf["file"], table: StructureNode): readonly number[] {
  const rows = rowsOf(table);
  const widths = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const cell of row.children) {
      const columns = numberOf(attributeOf(file, cell, "Table", "ColSpan")) ?? 1;
      const span = numberOf(attributeOf(file, cell, "Table", "RowSpan")) ?? 1;
      for (let i = index; i < Math.min(rows.length, index + span); i++) widths[i] = (widths[i] ?? 0) + columns;
    }
  });
  return widths;
}

function isWithin(box: readonly number[], [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): boolean {
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = box;
  return x0 < x1 && y0 < y1 && x0 >= left - 1 && y0 >= bottom - 1 && x1 <= right + 1 && y1 <= top + 1;
}

/** Elements by id, as the tree of ids lists them. */
function idTree({ file }: Pdf): ReadonlyMap<string, number> {
  const tree = new Map<string, number>();
  const visit = (node: PdfValue, depth: number): void => {
    const items = file.items(file.get(node, "Names"));
    for (let i = 0; i + 1 < items.length; i += 2) {
      const value = items[i + 1];
      tree.set(textOf(items[i]) ?? "", isOf(value, "reference") ? value.id : 0);
    }
    if (depth < 32) for (const kid of file.items(file.get(node, "Kids"))) visit(file.resolve(kid), depth + 1);
  };
  visit(file.get(file.root, "StructTreeRoot", "IDTree"), 0);
  return tree;
}
