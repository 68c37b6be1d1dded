import { attribute, isOn, readXml } from "./xml.ts";

/** What a paragraph style says of its paragraphs. */
export interface Style {
  /** 1 to 9 for a heading, 0 for a title; null for text. */
  readonly level: number | null;
  /** An entry of a table of contents. */
  readonly contents: boolean;
  readonly numbering: { readonly id: string; readonly level: number } | null;
  readonly hidden: boolean;
}

interface Raw {
  name: string;
  basedOn: string | null;
  outline: number | null;
  numId: string | null;
  numLevel: number | null;
  hidden: boolean;
}

/** Reads the styles of a document by id, each with what it inherits. */
export function readStyles(xml: string | null): ReadonlyMap<string, Style> {
  const raw = new Map<string, Raw>();
  let open: Raw | null = null;
  let inProperties = 0;
  if (xml !== null) {
    readXml(xml, {
      open: (name, attributes) => {
        if (name === "w:style") {
          open = { name: "", basedOn: null, outline: null, numId: null, numLevel: null, hidden: false };
          raw.set(attribute(attributes, "styleId") ?? "", open);
        }
        if (name === "w:tblStylePr") inProperties++;
        if (open === null || inProperties > 0) return;
        const value = attribute(attributes, "val") ?? "";
        if (name === "w:name") open.name = value;
        else if (name === "w:basedOn") open.basedOn = value;
        else if (name === "w:outlineLvl") open.outline = Number(value);
        else if (name === "w:numId") open.numId = value;
        else if (name === "w:ilvl") open.numLevel = Number(value);
        else if (name === "w:vanish") open.hidden = isOn(attributes);
      },
      close: (name) => {
        if (name === "w:tblStylePr") inProperties--;
        if (name === "w:style") open = null;
      },
    });
  }
  return new Map([...raw.keys()].map((id) => [id, styleOf(id, raw)]));
}

function styleOf(id: string, raw: ReadonlyMap<string, Raw>): Style {
  let level: number | null = null;
  let contents = false;
  let numId: string | null = null;
  let numLevel: number | null = null;
  let hidden = false;
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const style = raw.get(at);
    if (style === undefined) break;
    level ??= levelOf(style);
    if (/^(?:toc|目录)\s?(?:\d|heading)?/iu.test(style.name)) contents = true;
    numId ??= style.numId;
    numLevel ??= style.numLevel;
    hidden ||= style.hidden;
    at = style.basedOn;
  }
  const numbering = numId === null || numId === "0" ? null : { id: numId, level: numLevel ?? 0 };
  return { level: contents ? null : level, contents, numbering, hidden };
}

/** Matches `heading 1`, `标题 2`, `Title`, `副标题`; must not match `标题栏注`. */
function levelOf({ name, outline }: Raw): number | null {
  if (outline !== null && outline >= 0 && outline < 9) return outline + 1;
  const heading = /^(?:heading|标题|標題)\s?([1-9])(?:\s|$)/iu.exec(name);
  if (heading !== null) return Number(heading[1]);
  return /^(?:title|subtitle|标题|副标题|主标题|大标题|公文标题|文章标题)$/iu.test(name) ? 0 : null;
}
