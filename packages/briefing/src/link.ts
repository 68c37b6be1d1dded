import type { Block, Data, Document, Inline, ListItem, TableCell, TableRow } from "@jianbao/document";
import { unreachable } from "@jianbao/model";

/**
 * Ties printed numbers to their evidence, both ways. The appendix quotes each sentence with its
 * figures as `data` whose id is the observation's; the first place that prints an observation's
 * figure gets the id `p-` and the observation's, and the quoted figure becomes a link to it.
 */
export function linkFigures(document: Document): Document {
  const printed = new Set<string>();
  const named = document.children.map((block) => mapBlock(block, (data) => nameFirst(data, printed)));
  return { ...document, children: named.map((block) => mapBlock(block, (data) => linkBack(data, printed))) };
}

function nameFirst(data: Data, printed: Set<string>): Inline {
  const [observation] = data.observations;
  if (data.id !== undefined || observation === undefined || data.observations.length > 1 || printed.has(observation)) {
    return data;
  }
  printed.add(observation);
  return { ...data, id: `p-${observation}` };
}

function linkBack(data: Data, printed: ReadonlySet<string>): Inline {
  const { id } = data;
  return id !== undefined && data.observations[0] === id && printed.has(id)
    ? { type: "link", href: `#p-${id}`, children: [data] }
    : data;
}

type OnData = (data: Data) => Inline;

function mapBlock(block: Block, onData: OnData): Block {
  const inlines = (list: readonly Inline[]): readonly Inline[] => list.map((inline) => mapInline(inline, onData));
  const rows = (list: readonly TableRow[]): readonly TableRow[] =>
    list.map((row) => ({
      ...row,
      cells: row.cells.map((cell): TableCell => ({ ...cell, children: inlines(cell.children) })),
    }));
  switch (block.type) {
    case "section":
    case "quotation":
      return { ...block, children: block.children.map((child) => mapBlock(child, onData)) };
    case "heading":
    case "paragraph":
    case "running":
      return { ...block, children: inlines(block.children) };
    case "list":
      return {
        ...block,
        children: block.children.map((item): ListItem => ({
          ...item,
          children: item.children.map((child) => mapBlock(child, onData)),
        })),
      };
    case "table":
      return {
        ...block,
        caption: inlines(block.caption),
        head: rows(block.head),
        body: rows(block.body),
        foot: rows(block.foot),
      };
    case "figure":
      return { ...block, caption: inlines(block.caption) };
    case "pageBreak":
    case "toc":
      return block;
    default:
      return unreachable(block);
  }
}

function mapInline(inline: Inline, onData: OnData): Inline {
  if (inline.type === "data") return onData(inline);
  if (inline.type === "footnote" || !("children" in inline)) return inline;
  return { ...inline, children: inline.children.map((child) => mapInline(child, onData)) };
}
