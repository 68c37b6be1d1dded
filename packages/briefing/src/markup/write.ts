import type { Inline } from "@jianbao/document";
import { unreachable } from "@jianbao/model";

/** Writes inlines in the vocabulary that `parseMarkup` reads; the way of generated sentences into a template. */
export function markupOf(inlines: readonly Inline[]): string {
  return inlines.map(markupOfOne).join("");
}

function markupOfOne(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return escaped(inline.value);
    case "lineBreak":
      return "<br>";
    case "reference":
      return `<ref${attributesOf(inline, { to: inline.to, as: inline.as })}>`;
    case "pageNumber":
      return "<page-number>";
    case "pageCount":
      return "<page-count>";
    case "sectionTitle":
      return "<section-title>";
    case "strong":
      return element("strong", inline, {}, inline.children);
    case "emphasis":
      return element("em", inline, {}, inline.children);
    case "bold":
      return element("b", inline, {}, inline.children);
    case "superscript":
      return element("sup", inline, {}, inline.children);
    case "subscript":
      return element("sub", inline, {}, inline.children);
    case "link":
      return element("a", inline, { href: inline.href }, inline.children);
    case "data":
      return element(
        "data",
        inline,
        {
          ...(inline.value === null ? {} : { value: `${inline.value}` }),
          ...(inline.observations.length === 0 ? {} : { observations: inline.observations.join(" ") }),
        },
        inline.children,
      );
    case "time":
      return element("time", inline, { datetime: inline.datetime }, inline.children);
    case "footnote":
      return element(
        "fn",
        inline,
        {
          source: inline.source,
          ...(inline.observations.length === 0 ? {} : { observations: inline.observations.join(" ") }),
          ...(inline.short === undefined ? {} : { short: inline.short }),
        },
        inline.children,
      );
    default:
      return unreachable(inline);
  }
}

function element(
  name: string,
  node: { readonly role?: string; readonly id?: string },
  attributes: Readonly<Record<string, string>>,
  children: readonly Inline[],
): string {
  return `<${name}${attributesOf(node, attributes)}>${markupOf(children)}</${name}>`;
}

function attributesOf(
  node: { readonly role?: string; readonly id?: string },
  attributes: Readonly<Record<string, string>>,
): string {
  const all = {
    ...(node.role === undefined ? {} : { class: node.role }),
    ...(node.id === undefined ? {} : { id: node.id }),
    ...attributes,
  };
  return Object.entries(all)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join("");
}

/** Escapes what markup means something by, and drops control characters, which no text may hold. */
export function escaped(text: string): string {
  if (!/[&<>"\p{Cc}]/u.test(text)) return text;
  return text
    .replaceAll(/[\p{Cc}--[\t\n\r]]/gv, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
