import { strToU8, zipSync } from "fflate";

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const namespaces =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="wps" xmlns:v="v" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"';

/** A part's XML with the namespaces that Word declares. */
export function part(name: string, body: string, options: { strict?: boolean; prefix?: string } = {}): string {
  const prefix = options.prefix ?? "w";
  const root = `<${prefix}:${name} xmlns:${prefix}="${options.strict === true ? strict : transitional}" ${namespaces}>${body}</${prefix}:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${prefix === "w" ? root : root.replaceAll(/(<\/?)w:/gu, `$1${prefix}:`)}`;
}

/** A Word document of a body and further parts by name. */
export function docx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "word/document.xml": strToU8(part("document", `<w:body>${body}</w:body>`)),
  };
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(files);
}

export const r = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of text or of runs. */
export const p = (content: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : r(content)}</w:p>`;

/** A cell; `span` columns wide, `merge` restart or continue. */
export const tc = (content: string, options: { span?: number; merge?: "restart" | "continue" } = {}): string => {
  const span = options.span === undefined ? "" : `<w:gridSpan w:val="${options.span}"/>`;
  const merge =
    options.merge === undefined ? "" : options.merge === "restart" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;
};

export const tr = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => (cell.startsWith("<w:tc>") ? cell : tc(cell))).join("")}</w:tr>`;

export const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;

/** A complex field with its code and what it shows. */
export const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A list definition: each level as format and pattern. */
export const numbering = (
  levels: readonly (readonly [format: string, text: string])[],
  nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
): string =>
  part(
    "numbering",
    `<w:abstractNum w:abstractNumId="0">${levels
      .map(
        ([format, text], i) =>
          `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
      )
      .join("")}</w:abstractNum>${nums}`,
  );

export const item = (level: number, id = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
