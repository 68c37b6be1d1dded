/** What an element may hold. */
export type Content = "blocks" | "inlines" | "flow" | "items" | "table" | "rows" | "cells" | "figure" | "nothing";

/** What an element is to the element around it. */
export type Kind = "block" | "inline" | "item" | "tablePart" | "row" | "cell" | "figurePart";

/** The rule of one element: where it stands, what it holds, which attributes it takes. */
export interface ElementRule {
  readonly kind: Kind;
  readonly content: Content;
  readonly attributes: readonly string[];
  readonly required: readonly string[];
}

const rule = (kind: Kind, content: Content, attributes = "", required = ""): ElementRule => ({
  kind,
  content,
  attributes: ["class", "id", ...attributes.split(" "), ...required.split(" ")].filter((name) => name !== ""),
  required: required.split(" ").filter((name) => name !== ""),
});

/** Every element that a template may yield. */
export const vocabulary: Readonly<Record<string, ElementRule>> = {
  section: rule("block", "blocks"),
  h1: rule("block", "inlines"),
  h2: rule("block", "inlines"),
  h3: rule("block", "inlines"),
  h4: rule("block", "inlines"),
  p: rule("block", "inlines"),
  ul: rule("block", "items"),
  ol: rule("block", "items"),
  li: rule("item", "flow"),
  blockquote: rule("block", "flow"),
  table: rule("block", "table", "columns unit place"),
  caption: rule("tablePart", "inlines"),
  thead: rule("tablePart", "rows"),
  tbody: rule("tablePart", "rows"),
  tfoot: rule("tablePart", "rows"),
  tr: rule("row", "cells"),
  th: rule("cell", "inlines", "colspan rowspan align", "scope"),
  td: rule("cell", "inlines", "colspan rowspan align"),
  figure: rule("block", "figure", "place"),
  figcaption: rule("figurePart", "inlines"),
  chart: rule("figurePart", "nothing", "", "ref alt"),
  strong: rule("inline", "inlines"),
  em: rule("inline", "inlines"),
  b: rule("inline", "inlines"),
  sup: rule("inline", "inlines"),
  sub: rule("inline", "inlines"),
  br: rule("inline", "nothing"),
  a: rule("inline", "inlines", "", "href"),
  data: rule("inline", "inlines", "value observations"),
  time: rule("inline", "inlines", "", "datetime"),
  fn: rule("inline", "inlines", "observations short", "source"),
  ref: rule("inline", "nothing", "as", "to"),
  "page-number": rule("inline", "nothing"),
  "page-count": rule("inline", "nothing"),
  "section-title": rule("inline", "nothing"),
  imprint: rule("block", "blocks", "to"),
  "page-break": rule("block", "nothing", "to"),
  running: rule("block", "inlines", "", "slot"),
  toc: rule("block", "nothing", "depth"),
};

/** Kinds that stand in each content. */
export const holds: Readonly<Record<Content, readonly Kind[]>> = {
  blocks: ["block"],
  inlines: ["inline"],
  flow: ["block", "inline"],
  items: ["item"],
  table: ["tablePart"],
  rows: ["row"],
  cells: ["cell"],
  figure: ["figurePart"],
  nothing: [],
};

/** Names the elements that may stand in an element, or at the top where it is null. */
export function allowedIn(name: string | null): readonly string[] {
  const content = name === null ? "blocks" : (vocabulary[name]?.content ?? "nothing");
  return Object.keys(vocabulary).filter((key) => holds[content].includes(vocabulary[key]?.kind ?? "block"));
}
