import { decodeHTML } from "entities";
import type { Span } from "@jianbao/model";
import { hanCount } from "../characters.ts";
import type { Change } from "../draft.ts";
import type { MarkupElement } from "../readers/markup.ts";
import { pushDecoded } from "./escapes.ts";
import type { Measure } from "./measure.ts";
import { visit } from "./tree.ts";

/** Data of a page that is packed once more: in an attribute of an element, or as a string of a script. */
interface Packed extends Span {
  readonly form: "attribute" | "string" | "address";
  readonly han: number;
}

/**
 * The changes that unpack the data of a page which shows next to no text itself: `data-page="{&quot;…`,
 * `:article='{"…'`, `push([1,"{\"…"])`, `%7B%22…`. What comes out is a page with the data in a script, or with the markup that
 * the attribute holds; null where nothing is packed. `plain` is the text that the page's data hold unpacked.
 */
export function unpacked(measure: Measure, plain: Span | null): Change[] | null {
  const { source, page } = measure;
  const { prose } = measure.of(page);
  if (prose >= 120) return null;
  const growing: Packed[] = [];
  let most = Math.max(39, prose * 2);
  visit(page, (node) => {
    if (node.type === "text") return false;
    for (const one of [...attributeOf(node, source), ...stringsOf(node, source)]) {
      if (one.han <= most) continue;
      growing.push(one);
      most = one.han;
    }
    return node.name !== "script";
  });
  const found = growing.at(-1);
  if (found === undefined) return null;
  // Strings of a script that stand open say as much.
  const isOpen = plain !== null && (plain.end <= found.start || plain.start >= found.end);
  if (isOpen && hanIn(source.slice(plain.start, plain.end)) * 3 > found.han * 2) return null;
  return changesOf(found, page, source);
}

/** The attribute that holds an object with most text in it, or markup. */
function attributeOf(node: MarkupElement, source: string): Packed[] {
  let best = "";
  let most = 0;
  for (const [name, value] of Object.entries(node.attributes)) {
    if (value.length < 100 || name === "srcdoc" || name === "content" || name === "style") continue;
    // Matches `{"title":`, `[{"id":`, `<p>`, `<div class=`; must not match `{{title}}`, `a < b`.
    if (!/^\s*(?:[{[]\s*["'{[]|<(?:p|div|section|br|span|h\d)[\s>])/iu.test(value)) continue;
    const han = hanIn(value);
    if (han <= most) continue;
    most = han;
    best = name;
  }
  const span = most === 0 ? null : valueOf(node, best, source);
  return span === null ? [] : [{ ...span, form: "attribute", han: most }];
}

/** Where an attribute's value stands in its tag. */
function valueOf(node: MarkupElement, name: string, source: string): Span | null {
  const [first] = node.children;
  const tag = source.slice(node.start, first?.start ?? node.end).toLowerCase();
  for (let at = tag.indexOf(`${name}=`); at > 0; at = tag.indexOf(`${name}=`, at + 1)) {
    const quote = tag[at + name.length + 1] ?? "";
    if (!/\s/u.test(tag[at - 1] ?? "") || (quote !== '"' && quote !== "'")) continue;
    const start = at + name.length + 2;
    const end = tag.indexOf(quote, start);
    if (end > start) return { start: node.start + start, end: node.start + end };
  }
  return null;
}

/** Strings of a script that are data themselves: a title or a text by name, its quotation marks escaped. */
function stringsOf(node: MarkupElement, source: string): Packed[] {
  const [first] = node.children;
  const last = node.children.at(-1);
  if (node.name !== "script" || first === undefined || last === undefined) return [];
  const found: Packed[] = [];
  const raw = source.slice(first.start, last.end);
  if (raw.length > 5_000_000) return [];
  // Matches `%7B%22data%22`, data written as in an address.
  if (/^\s*%(?:7B|5B)(?:%22|%7B|%5B)/iu.test(raw))
    return [{ start: first.start, end: last.end, form: "address", han: hanIn(raw) }];
  // Matches `"content\":\"`; a string that names nothing is no data.
  if (!/\\"(?:title|content|body|html|text|articleBody|headline)\\"\s?:\s?\\"/iu.test(raw)) return [];
  for (let i = 0; i < raw.length; i++) {
    const quote = raw[i];
    if (quote !== '"' && quote !== "'") continue;
    let end = i + 1;
    while (end < raw.length && raw[end] !== quote) end += raw[end] === "\\" ? 2 : 1;
    if (end >= raw.length) break;
    const text = raw.slice(i + 1, end);
    if (text.length > 100 && /\\"[A-Za-z_]{2,20}\\"\s?:\s?\\"/u.test(text))
      found.push({ start: first.start + i + 1, end: first.start + end, form: "string", han: hanIn(text) });
    i = end;
  }
  return found;
}

/** Han characters, those that are written as escapes or as bytes of an address as well. */
function hanIn(text: string): number {
  return hanCount(text) + (text.match(/\\{1,2}u[4-9][\da-f]{3}|%E[4-9]%[89AB][\da-f]%[89AB][\da-f]/giu)?.length ?? 0);
}

/** Keeps the page's title and the data, and reads the data's outer writing once. */
function changesOf({ start, end, form }: Packed, page: MarkupElement, source: string): Change[] {
  const changes: Change[] = [];
  let done = 0;
  const title = titleOf(page, start);
  if (title !== undefined) {
    if (title.start > 0) changes.push({ start: 0, end: title.start, replacement: "" });
    done = title.end;
  }
  const raw = source.slice(start, end);
  const isMarkup = form === "attribute" && /^\s*(?:<|&lt;)/iu.test(raw);
  changes.push({ start: done, end: start, replacement: isMarkup ? "<article>" : "<script>data=" });
  if (form === "attribute") {
    for (const match of raw.matchAll(/&(?:#x?[\da-f]{1,8}|[a-z][a-z\d]{1,31});/giu))
      pushDecoded(changes, start + match.index, start + match.index + match[0].length, decodeHTML(match[0]));
  } else if (form === "address") {
    // One character of UTF-8 each: `%7B`, `%C2%B7`, `%E4%B8%AD`; what is none stays.
    for (const match of raw.matchAll(
      /%(?:[0-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-4](?:%[89ab][\da-f]){3})/giu,
    )) {
      const text = characterOf(match[0]);
      if (text !== null) pushDecoded(changes, start + match.index, start + match.index + match[0].length, text);
    }
  } else {
    // The outer escapes: `\"`, `\\`, `\u003c`, `\n`; those that they escape are read with the data.
    for (const match of raw.matchAll(/\\(?:u([\da-f]{4})|([^u]))/giu)) {
      const text =
        match[1] === undefined ? lineEnds(match[2] ?? "") : String.fromCharCode(Number.parseInt(match[1], 16));
      pushDecoded(changes, start + match.index, start + match.index + match[0].length, text);
    }
  }
  changes.push({ start: end, end: source.length, replacement: isMarkup ? "</article>" : "</script>" });
  return changes;
}

function characterOf(coded: string): string | null {
  try {
    return decodeURIComponent(coded);
  } catch {
    return null;
  }
}

function lineEnds(escaped: string): string {
  return escaped === "n" || escaped === "r" ? "\n" : escaped === "t" ? " " : escaped;
}

function titleOf(page: MarkupElement, before: number): Span | undefined {
  const found: Span[] = [];
  visit(page, (node) => {
    if (node.type === "text" || found.length > 0) return false;
    if (node.name === "title" && node.end <= before) found.push({ start: node.start, end: node.end });
    return true;
  });
  return found[0];
}
