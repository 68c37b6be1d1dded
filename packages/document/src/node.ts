import type { Language } from "@jianbao/model";

/**
 * The document tree: what a briefing says, before anybody decides how it looks.
 *
 * A closed union of nodes, each a plain JSON object with a `type`; blocks hold blocks or inlines,
 * inlines hold inlines. A template's markup is parsed into it once, strictly; `html` writes it and
 * `print` typesets it. `role` names a role of the theme (a `class` in the markup).
 */
export interface Document {
  readonly type: "document";
  readonly language: Language;
  readonly title: string;
  readonly properties: DocumentProperties;
  readonly children: readonly Block[];
}

/** What the document says about itself: for file metadata, running heads and the draft mark. */
export interface DocumentProperties {
  readonly issuer: string;
  /** `YYYY-MM-DD`; also the file's creation date, so that equal input gives equal bytes. */
  readonly date: string;
  /** `第12期（总第36期）`, or null. */
  readonly issue: string | null;
  readonly subject: string;
  /** True until the issue is signed; marked on every page. */
  readonly draft: boolean;
}

interface Node {
  /** A role of the theme; the node kind's own role where absent. */
  readonly role?: string;
  /** Target of links, unique in the document. */
  readonly id?: string;
}

/** `<section>`: groups blocks under a heading. */
export interface Section extends Node {
  readonly type: "section";
  readonly children: readonly Block[];
}

/** `<h1>` to `<h4>`: the first heading is level 1, no level is skipped. */
export interface Heading extends Node {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly children: readonly Inline[];
}

/** `<p>` */
export interface Paragraph extends Node {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
}

/** `<ul>`, `<ol>` */
export interface List extends Node {
  readonly type: "list";
  readonly ordered: boolean;
  readonly children: readonly ListItem[];
}

/** `<li>` */
export interface ListItem extends Node {
  readonly type: "listItem";
  readonly children: readonly Block[];
}

/** `<table>`: a caption, head rows that repeat on each page, body rows, foot rows. */
export interface Table extends Node {
  readonly type: "table";
  readonly caption: readonly Inline[];
  /** Printed at the table's top right: 单位：万起. */
  readonly unit: string | null;
  /** Relative widths, one a column; equal where empty. */
  readonly columns: readonly number[];
  /** `here` where a small table must stand between the blocks around it, whatever room that leaves. */
  readonly place?: "here";
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  readonly foot: readonly TableRow[];
}

/** `<tr>` */
export interface TableRow extends Node {
  readonly type: "row";
  readonly cells: readonly TableCell[];
}

/** `<td>`, `<th scope>` */
export interface TableCell extends Node {
  readonly type: "cell";
  readonly header: "column" | "row" | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: "start" | "center" | "end";
  readonly children: readonly Inline[];
}

/**
 * `<figure>`: a chart with its caption, kept together. In print it may move to the top of the next
 * page where its own has no room for it.
 */
export interface Figure extends Node {
  readonly type: "figure";
  /** Key of the chart among those handed to the writer. */
  readonly chart: string;
  /** The text alternative, written from the data. */
  readonly alternative: string;
  /** `here` where the figure must stand between the blocks around it, whatever room that leaves. */
  readonly place?: "here";
  readonly caption: readonly Inline[];
}

/** `<blockquote>` */
export interface Quotation extends Node {
  readonly type: "quotation";
  readonly children: readonly Block[];
}

/**
 * `<imprint>`: what stands at the foot of the document's last page (GB/T 9704-2012, 7.4 版记: 抄送,
 * printer and date; the 报、送、发 of a 简报), its last rule on the bottom of the type area. Where the
 * last page has no room below its text it stands on a page of its own. At the top level, once, and last.
 */
export interface Imprint extends Node {
  readonly type: "imprint";
  /**
   * `even` where it stands on the back of a sheet: on an even page, its own where the text ends on an
   * odd one. Where a blank page comes before that, neither has a number (GB/T 9704-2012, 7.5).
   */
  readonly to?: "even";
  readonly children: readonly Block[];
}

/** `<page-break>`: what follows starts on a new page in print; nothing on a screen. */
export interface PageBreak extends Node {
  readonly type: "pageBreak";
  /** The pages that it may start on; one is left blank where need be. Any page where absent. */
  readonly to?: "odd" | "even";
}

/** `<toc>`: a list of the headings down to `depth`. */
export interface TableOfContents extends Node {
  readonly type: "toc";
  readonly depth: 1 | 2 | 3 | 4;
}

/** `<running slot>`: what stands at the head or foot of each page from here on; not part of the reading order. */
export interface Running extends Node {
  readonly type: "running";
  readonly slot: "head-start" | "head-center" | "head-end" | "foot-start" | "foot-center" | "foot-end";
  readonly children: readonly Inline[];
}

/** A node that stands for itself in the flow. */
export type Block =
  | Section
  | Heading
  | Paragraph
  | List
  | Table
  | Figure
  | Quotation
  | Imprint
  | PageBreak
  | TableOfContents
  | Running;

/** Characters; never empty, never with line breaks. */
export interface Text {
  readonly type: "text";
  readonly value: string;
}

/** `<strong>`, `<em>`, `<sup>`, `<sub>`, `<b>` */
export interface Emphasis extends Node {
  readonly type: "strong" | "emphasis" | "superscript" | "subscript" | "bold";
  readonly children: readonly Inline[];
}

/** `<br>` */
export interface LineBreak {
  readonly type: "lineBreak";
}

/** `<a href>`: an address, or `#id` within the document. */
export interface Link extends Node {
  readonly type: "link";
  readonly href: string;
  readonly children: readonly Inline[];
}

/**
 * `<data>`: a printed number. `observations` are the ids it rests on: one for a figure as stated,
 * several for a computed one. A number without any is an error of the template.
 */
export interface Data extends Node {
  readonly type: "data";
  /** The machine's form of the number, in base units; null for a mark such as —. */
  readonly value: number | null;
  readonly observations: readonly string[];
  readonly children: readonly Inline[];
}

/** `<time datetime>` */
export interface Time extends Node {
  readonly type: "time";
  readonly datetime: string;
  readonly children: readonly Inline[];
}

/**
 * `<fn>`: a note's body at its call. Calls with one `source` share one note: on paper one a page,
 * in HTML one in all.
 */
export interface Footnote extends Node {
  readonly type: "footnote";
  /** What the note is about; equal keys have equal bodies. An article's key is `document#part`. */
  readonly source: string;
  /** Ids of the observations that this call vouches for. */
  readonly observations: readonly string[];
  /** What stands on paper in place of a body of several lines where an earlier page has that body already. */
  readonly short?: string;
  readonly children: readonly Inline[];
}

/**
 * `<ref to as>`: a reference to a part of the document, in whose own words it is written: a link in
 * both media. As its label a figure or table is 图2 or 表1, a heading its words, an item its number;
 * as its title a figure is its caption without the label; as its page it is 第3页 on paper, and on a
 * screen, which has no pages, its label.
 */
export interface Reference extends Node {
  readonly type: "reference";
  /** Id of what is referred to. */
  readonly to: string;
  readonly as: "label" | "title" | "page";
}

/**
 * `<page-number>`, `<page-count>` and `<section-title>`, in running content only: the title is that
 * of the first-level heading that comes first on the page, else of the one that the page goes on with.
 */
export interface PageReference {
  readonly type: "pageNumber" | "pageCount" | "sectionTitle";
}

/** A node that stands in a line. */
export type Inline = Text | Emphasis | LineBreak | Link | Data | Time | Footnote | Reference | PageReference;
