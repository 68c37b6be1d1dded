import { decodeHTMLAttribute } from "entities";
import type { MarkupElement, MarkupNode } from "../readers/markup.ts";

/** Elements that never hold text of an article. */
export const silent: ReadonlySet<string> = new Set(
  (
    "script style noscript template svg math iframe object embed canvas video audio map select option button textarea " +
    "input head rt rp rtc noframes datalist amp-ad amp-sidebar amp-list mp-common-profile"
  ).split(" "),
);

/** Visits all nodes in document order without recursion: pages can be nested deeper than the stack. */
export function visit(
  root: MarkupElement,
  enter: (node: MarkupNode) => boolean,
  leave?: (node: MarkupElement) => void,
): void {
  const nodes: MarkupElement[] = [root];
  const nexts: number[] = [0];
  let depth = 0;
  while (depth >= 0) {
    const node = nodes[depth];
    if (node === undefined) return;
    const next = nexts[depth] ?? 0;
    const child = node.children[next];
    if (child === undefined) {
      leave?.(node);
      depth--;
      continue;
    }
    nexts[depth] = next + 1;
    if (enter(child) && child.type === "element") {
      depth++;
      nodes[depth] = child;
      nexts[depth] = 0;
    }
  }
}

/** What an element's author called it: class, id and role, lower case. */
export function calledOf({ attributes }: MarkupElement): string {
  const { class: of, id, role } = attributes;
  if (of === undefined && id === undefined && role === undefined) return "";
  return `${of ?? ""} ${id ?? ""} ${role ?? ""}`.toLowerCase();
}

/** What entries of one list have in common: name, classes without their numbers, form of the id. */
export function kindOf({ name, attributes }: MarkupElement): string {
  const of = attributes["class"] ?? "";
  const id = attributes["id"] ?? "";
  if (of === "" && id === "") return name;
  return `${name}.${of} #${id}`.replaceAll(/\d+/gu, "0");
}

/** The text of an element with entity references decoded, white space as it stands. */
export function textOf(root: MarkupElement, source: string): string {
  const pieces: string[] = [];
  visit(root, (node) => {
    if (node.type === "text") pieces.push(source.slice(node.start, node.end));
    return true;
  });
  return decodeHTMLAttribute(pieces.join(""));
}

/** Tells whether a node is the element or stands within it. */
export function isInside(node: MarkupNode, element: MarkupElement): boolean {
  return node.start >= element.start && node.end <= element.end;
}

/** Drops all white space. */
export function squeeze(text: string): string {
  return text.replaceAll(/[\s\u200B\uFEFF]/gu, "");
}
