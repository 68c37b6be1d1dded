import { unreachable } from "@jianbao/model";
import type { Inline } from "./node.ts";

/**
 * Returns the characters that a reader meets in a line: bodies of notes are left out, a line break
 * is a space, page numbers and references, whose words stand elsewhere, are nothing.
 */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map(textOfOne).join("");
}

function textOfOne(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.value;
    case "lineBreak":
      return " ";
    case "footnote":
    case "reference":
    case "pageNumber":
    case "pageCount":
    case "sectionTitle":
      return "";
    case "strong":
    case "emphasis":
    case "superscript":
    case "subscript":
    case "bold":
    case "link":
    case "data":
    case "time":
      return textOf(inline.children);
    default:
      return unreachable(inline);
  }
}
