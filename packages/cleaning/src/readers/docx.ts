import type { Diagnostic, SourcePlace } from "@jianbao/model";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import type { ReadContainer } from "../read-source.ts";

/** No article is larger than this when unpacked; what is, is no article. */
const limit = 200_000_000;

/** Reads a Word document: a paragraph a line, a table's row a line with its cells set apart by tabs. */
export function readDocx(bytes: Uint8Array, document: string): ReadContainer {
  const xml = partOf(bytes, document, "word/document.xml");
  if (typeof xml !== "string") return { text: null, places: [], diagnostics: [xml] };
  try {
    const { text, places } = textOf(xml);
    if (text.trim() !== "") return { text, places, diagnostics: [] };
    return failed(
      document,
      "docx-without-text",
      "word document without text",
      "it may hold pictures of text: type it or use OCR",
    );
  } catch (error) {
    return failed(
      document,
      "docx-broken",
      `broken word document: ${error instanceof Error ? error.message : "unreadable"}`,
      "open it in a word processor, save it again as .docx and add it again",
    );
  }
}

function failed(document: string, rule: string, message: string, hint: string): ReadContainer {
  return { text: null, places: [], diagnostics: [problem(document, rule, message, hint)] };
}

function problem(document: string, rule: string, message: string, hint: string): Diagnostic {
  return { severity: "error", rule: `cleaning/${rule}`, message, document, hint };
}

function partOf(bytes: Uint8Array, document: string, name: string): string | Diagnostic {
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (file.name !== name) return false;
        tooLarge = file.originalSize > limit;
        return !tooLarge;
      },
    });
    const part = files[name];
    if (part !== undefined) return strFromU8(part);
    return tooLarge
      ? problem(document, "docx-broken", "implausibly large word document", "save the article alone as .docx or .txt")
      : problem(document, "docx-broken", "zip archive that is no word document", "save the article as .docx or .txt");
  } catch {
    return problem(
      document,
      "docx-broken",
      "broken word document: the archive cannot be unpacked",
      "copy or download it again, or save it again as .docx",
    );
  }
}

/** Elements whose text is not the document's: old versions of it, pinyin above it, field codes. */
const silent = new Set([
  "mc:Fallback",
  "w:rt",
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:pPr",
  "w:rPr",
  "w:sectPr",
]);

function textOf(xml: string): { text: string; places: SourcePlace[] } {
  const places: SourcePlace[] = [];
  const parts: string[] = [];
  let length = 0;
  let paragraph = 0;
  let skipping = 0;
  let inText = 0;
  let rows = 0; // depth of rows: paragraphs within a cell do not end the line
  let cell = 0;
  let inCell = 0;
  const add = (piece: string): void => {
    parts.push(piece);
    length += piece.length;
  };
  const starts: number[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    if (inText > 0 && skipping === 0) add(piece.replaceAll(/[\r\n]+/gu, " "));
  });
  parser.on("opentag", ({ name }) => {
    if (silent.has(name)) skipping++;
    if (skipping > 0) return;
    if (name === "w:t") inText++;
    else if (name === "w:tab") add(rows > 0 ? " " : "\t");
    else if (name === "w:br" || name === "w:cr") add(rows > 0 ? " " : "\n");
    else if (name === "w:noBreakHyphen") add("-");
    else if (name === "w:tr") {
      rows++;
      if (rows === 1) {
        cell = 0;
        paragraph++;
        starts.push(length);
      }
    } else if (name === "w:tc" && rows === 1) {
      if (cell++ > 0) add("\t");
      inCell = 0;
    } else if (name === "w:p") {
      if (rows > 0) {
        if (inCell++ > 0) add(" ");
      } else {
        paragraph++;
        starts.push(length);
      }
    }
  });
  parser.on("closetag", ({ name }) => {
    if (silent.has(name)) skipping--;
    else if (skipping > 0) return;
    else if (name === "w:t") inText--;
    else if ((name === "w:tr" && --rows === 0) || (name === "w:p" && rows === 0)) {
      const start = starts.pop() ?? length;
      if (length > start) places.push({ start, end: length, paragraph });
      add("\n");
    }
  });
  parser.write(xml).close();
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: parts.join(""), places };
}
