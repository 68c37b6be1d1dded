import { type AnyNode, type Block, type Document, type Inline, childrenOf, textOf } from "@jianbao/document";

/** Writes a document as lines, a block each, for a reader of diffs: data as {text}, notes as [source]. */
export function dumpOf(document: Document): string {
  return `${document.children.flatMap((block) => lines(block, 0)).join("\n")}\n`;
}

function lines(node: Block | AnyNode, depth: number): string[] {
  const pad = "  ".repeat(depth);
  const name = `${node.type}${"role" in node && node.role !== undefined ? `.${node.role}` : ""}${"id" in node && node.id !== undefined ? `#${node.id}` : ""}`;
  switch (node.type) {
    case "heading":
      return [`${pad}${"#".repeat(node.level)} ${inline(node.children)}`];
    case "paragraph":
    case "running":
      return [`${pad}${name}: ${inline(node.children)}`];
    case "figure":
      return [`${pad}${name} ${node.chart}: ${inline(node.caption)}`, `${pad}  alt: ${node.alternative}`];
    case "table":
      return [
        `${pad}${name}: ${inline(node.caption)}`,
        ...[...node.head, ...node.body].map(
          (row) => `${pad}  | ${row.cells.map((cell) => inline(cell.children)).join(" | ")}`,
        ),
      ];
    default:
      return [`${pad}${name}`, ...childrenOf(node).flatMap((child) => lines(child, depth + 1))];
  }
}

function inline(list: readonly Inline[]): string {
  return list
    .map((one) => {
      if (one.type === "data") return `{${textOf(one.children)}}`;
      if (one.type === "footnote")
        return `[${one.source} ${one.observations.map((id) => Number(id.slice(2))).join(",")}]`;
      if (one.type === "link") return `<${one.href} ${inline(one.children)}>`;
      if (one.type === "reference") return `<ref ${one.to}>`;
      return one.type === "text" ? one.value : "children" in one ? inline(one.children) : `<${one.type}>`;
    })
    .join("");
}
