import {
  type Block,
  type Data,
  type Document,
  type Footnote,
  type Inline,
  type ListItem,
  type TableCell,
  type TableRow,
  walk,
} from "@jianbao/document";
import { unreachable } from "@jianbao/model";

/**
 * Ties printed numbers to their evidence, both ways. The appendix quotes each sentence with its
 * figures as `data` whose id is the observation's; the first place that prints an observation's
 * figure gets the id `p-` and the observation's, and the quoted figure becomes a link to it.
 */
export function linkFigures(document: Document): Document {
  const printed = new Set<string>();
  const named = document.children.map((block) =>
    mapBlock(
      block,
      onData((data) => nameFirst(data, printed)),
    ),
  );
  const linked = named.map((block) =>
    mapBlock(
      block,
      onData((data) => linkBack(data, printed)),
    ),
  );
  const ids = new Set<string>();
  walk({ ...document, children: linked }, (node) => {
    if ("id" in node && node.id !== undefined) ids.add(node.id);
  });
  const arrange = notesInOrder();
  return {
    ...document,
    children: linked.map((block) => mapBlock(block, (inline) => unlinkConflict(inline, ids), arrange)),
  };
}

/**
 * Puts calls of notes that stand side by side in the order in which their sources are first called, so that
 * their numbers ascend: ①②④ rather than ①④②. For lists of inlines handed in in reading order.
 */
function notesInOrder(): (list: readonly Inline[]) => readonly Inline[] {
  const places = new Map<string, number>();
  const placeOf = (source: string): number => places.get(source) ?? places.size;
  return (list) => {
    const result = [...list];
    for (let at = 0; at < list.length; at++) {
      const run: Footnote[] = [];
      for (let next = list[at]; next?.type === "footnote"; next = list[at + run.length]) run.push(next);
      run.sort((a, b) => placeOf(a.source) - placeOf(b.source));
      for (const [offset, note] of run.entries()) {
        if (!places.has(note.source)) places.set(note.source, places.size);
        result[at + offset] = note;
      }
      at += run.length;
    }
    return result;
  };
}

function onData(change: (data: Data) => Inline): Change {
  return (inline) => (inline.type === "data" ? change(inline) : null);
}

/** A disputed figure's mark leads to the conflict; where a template leaves the conflicts out, the mark stands alone. */
function unlinkConflict(inline: Inline, ids: ReadonlySet<string>): Inline | null {
  if (inline.type !== "superscript") return null;
  const [link] = inline.children;
  if (link?.type !== "link" || !link.href.startsWith("#conflict-") || ids.has(link.href.slice(1))) return null;
  return { ...inline, children: link.children };
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

/** Returns what stands in an inline's place; null leaves it and goes on within. */
type Change = (inline: Inline) => Inline | null;

function mapBlock(
  block: Block,
  change: Change,
  arrange: (list: readonly Inline[]) => readonly Inline[] = (list) => list,
): Block {
  const inlines = (list: readonly Inline[]): readonly Inline[] =>
    arrange(list.map((inline) => mapInline(inline, change)));
  const rows = (list: readonly TableRow[]): readonly TableRow[] =>
    list.map((row) => ({
      ...row,
      cells: row.cells.map((cell): TableCell => ({ ...cell, children: inlines(cell.children) })),
    }));
  switch (block.type) {
    case "section":
    case "quotation":
    case "imprint":
      return { ...block, children: block.children.map((child) => mapBlock(child, change, arrange)) };
    case "heading":
    case "paragraph":
    case "running":
      return { ...block, children: inlines(block.children) };
    case "list":
      return {
        ...block,
        children: block.children.map((item): ListItem => ({
          ...item,
          children: item.children.map((child) => mapBlock(child, change, arrange)),
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

function mapInline(inline: Inline, change: Change): Inline {
  const changed = change(inline);
  if (changed !== null) return changed;
  if (inline.type === "footnote" || !("children" in inline)) return inline;
  return { ...inline, children: inline.children.map((child) => mapInline(child, change)) };
}
