import { unreachable } from "@jianbao/model";
import type { Block, Document, Inline, ListItem, TableCell, TableRow } from "./node.ts";

/** Any node below the document. */
export type AnyNode = Block | Inline | ListItem | TableRow | TableCell;

/**
 * Visits every node in reading order, a parent before its children; a table's caption comes before
 * its rows, a figure's caption after it. `ancestors` runs from the outermost block to the parent.
 * A visitor that returns false leaves out the node's children.
 */
export function walk(
  document: Document,
  visit: (node: AnyNode, ancestors: readonly AnyNode[]) => boolean | void,
): void {
  const ancestors: AnyNode[] = [];
  const step = (node: AnyNode): void => {
    if (visit(node, ancestors) === false) return;
    ancestors.push(node);
    for (const child of childrenOf(node)) step(child);
    ancestors.pop();
  };
  for (const block of document.children) step(block);
}

/** Lists the children of a node in reading order. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  switch (node.type) {
    case "section":
    case "heading":
    case "paragraph":
    case "list":
    case "listItem":
    case "quotation":
    case "imprint":
    case "running":
    case "cell":
    case "strong":
    case "emphasis":
    case "superscript":
    case "subscript":
    case "bold":
    case "link":
    case "data":
    case "time":
    case "footnote":
      return node.children;
    case "table":
      return [...node.caption, ...node.head, ...node.body, ...node.foot];
    case "row":
      return node.cells;
    case "figure":
      return node.caption;
    case "text":
    case "lineBreak":
    case "pageBreak":
    case "reference":
    case "pageNumber":
    case "pageCount":
    case "sectionTitle":
    case "toc":
      return [];
    default:
      return unreachable(node);
  }
}
