import { decodeHTML } from "entities";
import type { Change } from "../draft.ts";
import type { MarkupElement } from "../readers/markup.ts";
import { pushDecoded } from "./escapes.ts";
import { calledOf, visit } from "./tree.ts";

/**
 * The changes that turn a saved view of a page's source into that source, or null for any other page.
 * Browsers show each line in a cell called `line-content`, or all in a `pre` of a body called `viewsource`.
 */
export function sourceShownBy(page: MarkupElement, text: string): Change[] | null {
  if (!/line-content|viewsource/iu.test(text.slice(0, 20_000))) return null;
  const lines: MarkupElement[] = [];
  let inView = 0;
  visit(page, (node) => {
    if (node.type === "text") return false;
    const called = calledOf(node);
    if (node.name === "body" && called.includes("viewsource")) inView++;
    if ((node.name === "td" && called.includes("line-content")) || (inView > 0 && node.name === "pre")) {
      lines.push(node);
      return false;
    }
    return true;
  });
  if (lines.length === 0 || (lines.length < 2 && inView === 0)) return null;
  const changes: Change[] = [];
  let done = 0;
  for (const [i, line] of lines.entries()) {
    let separator = i > 0 ? "\n" : "";
    visit(line, (node) => {
      if (node.type === "element") return true;
      if (node.start > done || separator !== "") changes.push({ start: done, end: node.start, replacement: separator });
      separator = "";
      const raw = text.slice(node.start, node.end);
      // Matches `&lt;` and `&amp;`; what is left of `&amp;nbsp;` is the source's own reference.
      for (const match of raw.matchAll(/&(?:#x?[\da-f]{1,8}|[a-z][a-z\d]{1,31});/giu)) {
        const start = node.start + match.index;
        pushDecoded(changes, start, start + match[0].length, decodeHTML(match[0]));
      }
      done = node.end;
      return false;
    });
  }
  changes.push({ start: done, end: text.length, replacement: "" });
  return changes;
}
