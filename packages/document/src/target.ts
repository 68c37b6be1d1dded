import type { Language } from "@jianbao/model";
import type { Document, Heading, Inline, Reference } from "./node.ts";
import { textOf } from "./text.ts";
import { type AnyNode, walk } from "./walk.ts";

/** What a part of the document is called by those that refer to it. */
export interface Target {
  /** `图2`, `表1`, the words of a heading, the number of an item; empty for what has no name. */
  readonly label: string;
  /** The words of a heading; a caption without its label. */
  readonly title: string;
}

/** Lists what references may lead to, by id. */
export function targetsOf(document: Document): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  walk(document, (node, ancestors) => {
    if (!("id" in node) || node.id === undefined || targets.has(node.id)) return;
    targets.set(node.id, targetOf(node, ancestors.at(-1)));
  });
  return targets;
}

/** The words of a reference; null where nothing has its id, or what has it is called nothing. */
export function referredTo(
  { to, as }: Reference,
  targets: ReadonlyMap<string, Target>,
  page: { readonly number: number; readonly language: Language } | null,
): string | null {
  const target = targets.get(to);
  if (target === undefined) return null;
  if (as === "page" && page !== null) return pageWords(page.number, page.language);
  const words = as === "title" ? target.title : target.label;
  return words === "" ? null : words;
}

function targetOf(node: AnyNode, parent: AnyNode | undefined): Target {
  switch (node.type) {
    case "table":
    case "figure":
      return captionOf(node.caption);
    case "heading":
      return headingOf(node);
    case "section": {
      const heading = node.children.find((child) => child.type === "heading");
      return heading === undefined ? { label: "", title: "" } : headingOf(heading);
    }
    case "listItem": {
      const number = parent?.type === "list" && parent.ordered ? `${parent.children.indexOf(node) + 1}` : "";
      return { label: number, title: "" };
    }
    default:
      return { label: "", title: "" };
  }
}

function headingOf({ children }: Heading): Target {
  const words = textOf(children).trim();
  return { label: words, title: words };
}

/** A caption numbers itself: what comes before its words is the label. */
function captionOf(caption: readonly Inline[]): Target {
  const words = textOf(caption).trim();
  // Matches 图2 破获案件, 附表 1-2 and Table 3. Cases solved; not 图表说明.
  const match = /^((?:附?[图圖表]|Figure|Table)\s?\d+(?:[.-]\d+)*)[\s.:：]*/u.exec(words);
  return { label: match?.[1] ?? words, title: words.slice(match?.[0].length ?? 0) };
}

function pageWords(number: number, language: Language): string {
  if (language === "en") return `page ${number}`;
  return language === "zh-Hans" ? `第${number}页` : `第${number}頁`;
}
