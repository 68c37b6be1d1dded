import type { Diagnostic, SourcePlace } from "@jianbao/model";
import { decode } from "../decode.ts";
import type { ReadContainer } from "./container.ts";
import { type Block, linesOf } from "./docx/blocks.ts";
import { BodyReader, type References } from "./docx/body.ts";
import { Numbering } from "./docx/numbering.ts";
import { type WordPackage, openPackage } from "./docx/package.ts";
import { readStyles } from "./docx/styles.ts";
import { attribute, readXml } from "./docx/xml.ts";
import { isBlock, parseMarkup, type MarkupNode } from "./markup.ts";

/** Reads a Word document: a paragraph a line, a table's row a line with its cells set apart by tabs. */
export function readDocx(bytes: Uint8Array, document: string): ReadContainer {
  const other = otherFormat(bytes);
  if (other !== null) return failed(document, other.rule, other.message, other.hint);
  const found = openPackage(bytes);
  if (found === "too-large") {
    return failed(
      document,
      "docx-broken",
      "implausibly large word document",
      "save the article alone as .docx or .txt",
    );
  }
  if (found === "broken") {
    return failed(
      document,
      "docx-broken",
      "broken word document: the archive cannot be unpacked",
      "copy or download it again, or save it again as .docx",
    );
  }
  const main = mainPart(found);
  const xml = found.xml(main);
  if (xml === null) {
    return failed(document, "docx-broken", "zip archive that is no word document", "save the article as .docx or .txt");
  }
  const { blocks, whole } = bodyOf(found, main, xml);
  const { text, places } = textOf(blocks);
  if (text.trim() !== "") {
    const last = places.at(-1)?.paragraph ?? 0;
    return { text, places, diagnostics: whole && !found.truncated ? [] : [cutOff(document, last)] };
  }
  if (!whole) {
    return failed(
      document,
      "docx-broken",
      "broken word document: its text breaks off before it begins",
      "open it in a word processor, save it again as .docx and add it again",
    );
  }
  return failed(
    document,
    "docx-without-text",
    "word document without text",
    "it may hold pictures of text: type it or use OCR",
  );
}

function failed(document: string, rule: string, message: string, hint: string): ReadContainer {
  return {
    text: null,
    places: [],
    diagnostics: [{ severity: "error", rule: `cleaning/${rule}`, message, document, hint }],
  };
}

function cutOff(document: string, paragraph: number): Diagnostic {
  return {
    severity: "warning",
    rule: "cleaning/docx-cut-off",
    message: `cut off word document: the text after paragraph ${paragraph} may be missing`,
    document,
    hint: "copy or download it again, and compare its end",
  };
}

/** What else is named .docx: old binary documents, encrypted ones, RTF. */
function otherFormat(bytes: Uint8Array): { rule: string; message: string; hint: string } | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
    // The name of a stream is written in UTF-16.
    const names = new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 20)).replaceAll("\u0000", "");
    return names.includes("EncryptedPackage")
      ? {
          rule: "docx-encrypted",
          message: "encrypted word document",
          hint: "save it without a password and add it again",
        }
      : {
          rule: "docx-old-format",
          message: "word document in the old binary format (.doc, .wps)",
          hint: "open it in WPS or Word, save it as .docx and add it again",
        };
  }
  if (head.trimStart().startsWith("{\\rtf")) {
    return {
      rule: "docx-old-format",
      message: "RTF file where a word document was expected",
      hint: "open it in WPS or Word, save it as .docx and add it again",
    };
  }
  return null;
}

/** The part that holds the text: what the package says it is, else the usual one. */
function mainPart(found: WordPackage): string {
  let target = "word/document.xml";
  const relations = found.xml("_rels/.rels");
  if (relations !== null) {
    readXml(relations, {
      open: (_name, attributes) => {
        if ((attribute(attributes, "Type") ?? "").endsWith("/officeDocument"))
          target = (attribute(attributes, "Target") ?? target).replace(/^\//u, "");
      },
    });
  }
  return found.bytes(target) === null ? "word/document.xml" : target;
}

function bodyOf(found: WordPackage, main: string, xml: string): { blocks: Block[]; whole: boolean } {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = relationsOf(found, main);
  const styles = readStyles(found.xml(`${folder}styles.xml`));
  const numbering = new Numbering(found.xml(`${folder}numbering.xml`));
  const refer: References = {
    styles,
    numbering,
    note: (kind, id, mark) => notes(kind).get(id)?.(mark) ?? [],
    part: (relation) => partOf(found, folder + (relations.get(relation) ?? "")),
  };
  const read = new Map<string, ReadonlyMap<string, (mark: string) => Block[]>>();
  const notes = (kind: "footnote" | "endnote"): ReadonlyMap<string, (mark: string) => Block[]> => {
    const known = read.get(kind) ?? notesOf(found.xml(`${folder}${kind}s.xml`), kind, refer);
    read.set(kind, known);
    return known;
  };
  return new BodyReader(refer).read(xml);
}

function relationsOf(found: WordPackage, part: string): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  const at = part.lastIndexOf("/") + 1;
  const xml = found.xml(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`);
  if (xml !== null) {
    readXml(xml, {
      open: (_name, attributes) => {
        const id = attribute(attributes, "Id");
        if (id !== undefined)
          relations.set(id, (attribute(attributes, "Target") ?? "").replace(/^\/?(?:word\/)?/u, ""));
      },
    });
  }
  return relations;
}

/** The notes of a part by id, each to be written with the mark that calls it. */
function notesOf(
  xml: string | null,
  kind: "footnote" | "endnote",
  refer: References,
): ReadonlyMap<string, (mark: string) => Block[]> {
  const notes = new Map<string, (mark: string) => Block[]>();
  if (xml === null) return notes;
  const within = new RegExp(
    `<(?:[\\w-]{1,20}:)?${kind}\\b[^>]{0,400}?(?:[\\w-]{1,20}:)?id="(-?\\d{1,9})"[^>]{0,400}>`,
    "gu",
  );
  const end = new RegExp(`</(?:[\\w-]{1,20}:)?${kind}>`, "u");
  const declared = /^[^>]*?<(?:[\w-]{1,20}:)?(?:footnotes|endnotes)\b([^>]*)>/u.exec(xml.slice(0, 20_000))?.[1] ?? "";
  const silent: References = { ...refer, note: () => [] };
  for (const match of xml.matchAll(within)) {
    if (/type="(?:separator|continuation)/u.test(match[0])) continue;
    const start = match.index + match[0].length;
    const rest = xml.slice(start, start + 200_000);
    const stop = end.exec(rest)?.index ?? rest.length;
    const { blocks } = new BodyReader(silent).read(`<note ${declared}>${rest.slice(0, stop)}</note>`);
    const text = linesOf(blocks)
      .map((line) => line.text.trim())
      .join(" ");
    if (text !== "")
      notes.set(match[1] ?? "", (mark) => [{ type: "paragraph", text: `${mark} ${text}`, role: "note" }]);
  }
  return notes;
}

/** A document that is put in, or a diagram's text. */
function partOf(found: WordPackage, name: string): Block[] {
  const bytes = found.bytes(name);
  if (bytes === null) return [];
  if (/\.docx$/iu.test(name)) return blocksOf(readDocx(bytes, name).text ?? "");
  if (/\.xml$/iu.test(name)) return diagramOf(found.xml(name) ?? "");
  const text = decode(bytes, name)?.text ?? "";
  return blocksOf(/\.txt$/iu.test(name) ? text : textOfMarkup(text));
}

function blocksOf(text: string): Block[] {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ type: "paragraph", text: line, role: line.includes("\t") ? "row" : null }));
}

function diagramOf(xml: string): Block[] {
  const lines: string[] = [];
  let open = "";
  let inText = 0;
  readXml(xml, {
    open: (name) => {
      if (name === "a:t") inText++;
      if (name === "a:p") open = "";
    },
    text: (text) => {
      if (inText > 0) open += text;
    },
    close: (name) => {
      if (name === "a:t") inText--;
      if (name === "a:p") lines.push(open);
    },
  });
  return blocksOf(lines.join("\n"));
}

function textOfMarkup(markup: string): string {
  let text = "";
  const walk = (node: MarkupNode): void => {
    if (node.type === "text") {
      text += markup.slice(node.start, node.end).replaceAll(/\s+/gu, " ");
      return;
    }
    if (/^(?:script|style|head|title)$/u.test(node.name)) return;
    if (isBlock(node.name) || node.name === "br") text += "\n";
    for (const child of node.children) walk(child);
    if (isBlock(node.name)) text += "\n";
  };
  walk(parseMarkup(markup));
  return text;
}

function textOf(blocks: readonly Block[]): { text: string; places: SourcePlace[] } {
  const places: SourcePlace[] = [];
  const parts: string[] = [];
  let length = 0;
  linesOf(blocks).forEach(({ text, role }, i) => {
    if (text !== "") {
      const end = length + text.length;
      places.push({ start: length, end, paragraph: i + 1, ...(role === null ? {} : { role }) });
    }
    parts.push(text);
    length += text.length + 1;
  });
  return { text: parts.map((part) => `${part}\n`).join(""), places };
}
