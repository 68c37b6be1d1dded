import type { Block, List, Table, TableCell, TableRow } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import type { Context, Entry } from "./collect.ts";
import { attributes, escape } from "./escape.ts";
import { figureOf } from "./figure.ts";
import { inlinesOf } from "./inlines.ts";
import { roleClass } from "./style.ts";

/** Writes blocks in order, a line each. `within` is true in lists and quotations, whose paragraphs take the role around them. */
export function blocksOf(context: Context, blocks: readonly Block[], within = false): string {
  return blocks
    .map((block) => blockOf(context, block, within))
    .filter((html) => html !== "")
    .join("\n");
}

/** The rule table of block nodes. */
function blockOf(context: Context, node: Block, within: boolean): string {
  switch (node.type) {
    case "section":
      return `<section${own(node)}>\n${blocksOf(context, node.children, within)}\n</section>`;
    case "heading": {
      const name = `h${node.level + (context.masthead === null ? 0 : 1)}`;
      const id = context.headingIds.get(node);
      return `<${name}${own({ ...node, ...(id === undefined ? {} : { id }) }, `heading${node.level}`)}>${inlinesOf(context, node.children)}</${name}>`;
    }
    case "paragraph": {
      const name = node === context.masthead ? "h1" : "p";
      return `<${name}${own(node, within ? null : "body")}>${inlinesOf(context, node.children)}</${name}>`;
    }
    case "list":
      return listOf(context, node);
    case "table":
      return tableOf(context, node);
    case "figure":
      return figureOf(context, node, own(node));
    case "quotation":
      return `<blockquote${own(node, "quotation")}>\n${blocksOf(context, node.children, true)}\n</blockquote>`;
    case "imprint":
      return `<div${attributes({ id: node.id, class: node.role === undefined ? "imprint" : `imprint ${roleClass(node.role)}` })}>\n${blocksOf(context, node.children, within)}\n</div>`;
    case "toc":
      return contentsOf(context, node.depth, own(node, "toc"));
    case "pageBreak":
    case "running":
      // A screen has no pages.
      return "";
    default:
      return unreachable(node);
  }
}

function listOf(context: Context, node: List): string {
  const name = node.ordered ? "ol" : "ul";
  const items = node.children.map((item) => `<li${own(item)}>${blocksOf(context, item.children, true)}</li>`);
  return `<${name}${own(node, "list")}>\n${items.join("\n")}\n</${name}>`;
}

/** A table in a region of its own, which scrolls where the screen is narrower. */
function tableOf(context: Context, node: Table): string {
  const caption = inlinesOf(context, node.caption);
  const captionId = context.freshId("caption");
  const unit = node.unit === null ? "" : `<span class="unit ${roleClass("tableUnit")}">${escape(node.unit)}</span>`;
  const total = node.columns.reduce((sum, width) => sum + width, 0);
  const columns = node.columns.map(
    (width) => `<col${attributes({ style: `width:${Math.round((width / total) * 1e4) / 100}%` })}>`,
  );
  const count = Math.max(node.columns.length, ...[...node.head, ...node.body, ...node.foot].map(widthOf), 1);
  const region = attributes({
    class: "scroll",
    role: "region",
    tabindex: 0,
    ...(caption === "" ? { "aria-label": context.words.scrollTable } : { "aria-labelledby": captionId }),
  });
  const parts = [
    `<div${region}>`,
    `<table${attributes({ id: node.id, class: node.role === undefined ? null : roleClass(node.role), style: `--columns:${count}` })}>`,
    caption === "" && unit === ""
      ? ""
      : `<caption><span class="caption"><span${attributes({ id: captionId, class: roleClass("caption") })}>${caption}</span>${unit}</span></caption>`,
    columns.length > 0 ? `<colgroup>${columns.join("")}</colgroup>` : "",
    rowsOf(context, "thead", node.head),
    rowsOf(context, "tbody", node.body),
    rowsOf(context, "tfoot", node.foot),
    "</table>",
    "</div>",
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function widthOf(row: TableRow): number {
  return row.cells.reduce((sum, cell) => sum + cell.columnSpan, 0);
}

function rowsOf(context: Context, name: string, rows: readonly TableRow[]): string {
  if (rows.length === 0) return "";
  const lines = rows.map((row) => `<tr${own(row)}>${row.cells.map((cell) => cellOf(context, cell)).join("")}</tr>`);
  return `<${name}>\n${lines.join("\n")}\n</${name}>`;
}

function cellOf(context: Context, cell: TableCell): string {
  const name = cell.header === null ? "td" : "th";
  const role = roleClass(cell.role ?? (cell.header === "column" ? "tableHead" : "tableCell"));
  const own = attributes({
    id: cell.id,
    class: `${role} ${cell.align}`,
    scope: scopeOf(cell),
    colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
  });
  return `<${name}${own}>${contentOf(context, cell)}</${name}>`;
}

/** Calls at the end of a figure hang beyond it, so that digits stand under digits. */
function contentOf(context: Context, { align, children }: TableCell): string {
  const end = align === "end" ? children.findLastIndex(({ type }) => type !== "footnote") + 1 : children.length;
  const text = inlinesOf(context, children.slice(0, end));
  const calls = inlinesOf(context, children.slice(end));
  return calls === "" ? text : `${text}<span class="hang">${calls}</span>`;
}

function scopeOf({ header, columnSpan, rowSpan }: TableCell): string | null {
  if (header === null) return null;
  if (header === "column") return columnSpan > 1 ? "colgroup" : "col";
  return rowSpan > 1 ? "rowgroup" : "row";
}

function contentsOf(context: Context, depth: number, own: string): string {
  const entries = context.entries.filter(({ level }) => level <= depth);
  if (entries.length === 0) return "";
  return `<nav${own} aria-label="${escape(context.words.contents)}">\n${nested(entries)}\n</nav>`;
}

/** Writes entries as lists within lists, in one pass; an entry opens a list where it is deeper than the one before. */
function nested(entries: readonly Entry[]): string {
  let html = "";
  const open: number[] = [];
  for (const { level, id, text } of entries) {
    while (open.length > 0 && (open.at(-1) ?? 0) > level) {
      html += "</li></ol>";
      open.pop();
    }
    if (open.at(-1) === level) html += "</li>\n";
    else {
      html += open.length > 0 ? "\n<ol>" : "<ol>";
      open.push(level);
    }
    html += `<li><a${attributes({ href: `#${id}` })}>${escape(text)}</a>`;
  }
  return html + "</li></ol>".repeat(open.length);
}

/** A node's id and the class of its role. */
function own(node: { readonly id?: string; readonly role?: string }, role: string | null = null): string {
  const name = node.role ?? role;
  return attributes({ id: node.id, class: name === null ? null : roleClass(name) });
}
