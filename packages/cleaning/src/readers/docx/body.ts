import type { PlaceRole } from "@jianbao/model";
import { signOf } from "../symbols.ts";
import type { Block, Cell, Row } from "./blocks.ts";
import type { Numbering } from "./numbering.ts";
import type { Style } from "./styles.ts";
import { attribute, isOn, readXml } from "./xml.ts";

/** What a part refers to outside itself. */
export interface References {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  /** A footnote or an endnote, as blocks to be read after the paragraph that calls it. */
  readonly note: (kind: "footnote" | "endnote", id: string, mark: string) => Block[];
  /** The text of a diagram or of a document that is put in, by its relation. */
  readonly part: (relation: string) => Block[];
}

interface Paragraph {
  text: string;
  /** Text boxes, notes and diagrams that hang on it. */
  after: Block[];
  style: string | null;
  outline: number | null;
  list: { id: string | null; level: number | null };
  hidden: boolean;
  contents: boolean;
  /** Its end was deleted, or it is a drop capital: the next paragraph goes on with it. */
  joined: boolean;
}

/** How a run's characters are shown. */
interface RunLook {
  hidden: boolean;
  /** Its figures stand above or below the line. */
  raised: "superscript" | "subscript" | null;
  /** Its font shows signs for letters. */
  signs: boolean;
}

const plainRun: RunLook = { hidden: false, raised: null, signs: false };

interface OpenTable {
  rows: Row[];
  row: { skipped: number; cells: Cell[]; deleted: boolean } | null;
  cell: { blocks: Block[]; span: number; continued: boolean } | null;
}

interface Field {
  code: string;
  shown: boolean;
}

/** Elements whose text is not the document's: old versions of it and of its properties, readings above it. */
const silent = new Set([
  "w:rt",
  "w:del",
  "w:moveFrom",
  "w:delText",
  "w:delInstrText",
  "w:sectPr",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
]);

/** Follows a part's elements and keeps its paragraphs and tables as Word would show them. */
export class BodyReader {
  readonly #refer: References;
  readonly #blocks: Block[][] = [[]];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #fields: Field[] = [];
  /** For each alternate content: whether a choice was taken. */
  readonly #choices: boolean[] = [];
  readonly #contents: boolean[] = [];
  #contentsFields = 0;
  #skipping = 0;
  #inText = 0;
  #inCode = 0;
  #inRun = 0;
  #look: RunLook = { ...plainRun };
  /** The name of a word art's shape tells a watermark. */
  #watermark = false;
  #inParagraphProperties = 0;
  #inRowProperties = 0;
  #placeholder = 0;
  #carried: Paragraph | null = null;
  #notes = 0;

  constructor(refer: References) {
    this.#refer = refer;
  }

  /** Reads a part's XML; false where it breaks off. */
  read(xml: string): { blocks: Block[]; whole: boolean } {
    const whole = readXml(xml, {
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => this.#text(text),
    });
    // What was open where the part breaks off is kept.
    if (!whole) this.#endAll();
    if (this.#carried !== null) this.#finish(this.#carried);
    return { blocks: this.#blocks.flat(), whole };
  }

  #endAll(): void {
    while (this.#paragraphs.length > 0) this.#endParagraph();
    while (this.#tables.length > 0) {
      this.#endCell();
      this.#endRow();
      this.#endTable();
    }
  }

  get #paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1);
  }

  #add(text: string): void {
    const paragraph = this.#paragraph;
    if (paragraph === undefined || this.#look.hidden || this.#placeholder > 0) return;
    if (this.#fields.some((field) => !field.shown)) return;
    paragraph.text += text;
  }

  #text(text: string): void {
    if (this.#skipping > 0) return;
    if (this.#inCode > 0) {
      const field = this.#fields.at(-1);
      if (field !== undefined) field.code += text;
    } else if (this.#inText > 0) this.#add(this.#shown(text.replaceAll(/[\r\n]+/gu, " ").replaceAll("\u00AD", "")));
  }

  /** The characters that a run's look makes of its text: signs, and figures above or below the line. */
  #shown(text: string): string {
    if (this.#look.signs || /[\uF000-\uF0FF]/u.test(text))
      text = text.replaceAll(/[\uF000-\uF0FF!-ÿ]/gu, (character) => this.#signOf(character));
    if (this.#look.raised === null || !/^[\d+−-]{1,3}$/u.test(text)) return text;
    const figures = this.#look.raised === "superscript" ? "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻" : "₀₁₂₃₄₅₆₇₈₉₊₋₋";
    return text.replaceAll(/[\d+−-]/gu, (figure) => figures.charAt("0123456789+-−".indexOf(figure)));
  }

  #signOf(character: string): string {
    const code = character.charCodeAt(0);
    if (code >= 0xf000) return signOf(character);
    if (!this.#look.signs) return character;
    const sign = signOf(String.fromCharCode(code + 0xf000));
    return sign.charCodeAt(0) >= 0xf000 && sign.charCodeAt(0) < 0xf100 ? character : sign;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipping > 0 || silent.has(name)) {
      if (this.#skipping++ === 0 && name === "w:del") this.#markDeleted();
      return;
    }
    const value = attribute(attributes, "val") ?? "";
    switch (name) {
      case "w:p":
        this.#beginParagraph();
        return;
      case "w:pPr":
        this.#inParagraphProperties++;
        return;
      case "w:trPr":
        this.#inRowProperties++;
        return;
      case "w:pStyle":
        if (this.#paragraph !== undefined) this.#paragraph.style = value;
        return;
      case "w:outlineLvl":
        if (this.#inParagraphProperties > 0 && this.#paragraph !== undefined) this.#paragraph.outline = Number(value);
        return;
      case "w:numId":
        if (this.#paragraph !== undefined) this.#paragraph.list.id = value;
        return;
      case "w:ilvl":
        if (this.#paragraph !== undefined) this.#paragraph.list.level = Number(value);
        return;
      case "w:r":
        this.#inRun++;
        this.#look = { ...plainRun };
        return;
      case "w:vanish":
        if (this.#inRun > 0 && this.#inParagraphProperties === 0) this.#look.hidden = isOn(attributes);
        return;
      case "w:vertAlign":
        if (this.#inRun > 0 && this.#inParagraphProperties === 0)
          this.#look.raised = value === "superscript" || value === "subscript" ? value : null;
        return;
      case "w:rFonts":
        if (this.#inRun > 0 && this.#inParagraphProperties === 0)
          this.#look.signs = /^(?:wingdings|webdings)/iu.test(attribute(attributes, "ascii") ?? "");
        return;
      case "w:framePr":
        if (this.#paragraph !== undefined && /^(?:drop|margin)$/u.test(attribute(attributes, "dropCap") ?? ""))
          this.#paragraph.joined = true;
        return;
      case "m:sup":
      case "m:sub":
        this.#look.raised = name === "m:sup" ? "superscript" : "subscript";
        return;
      case "w:fldSimple":
        this.#fields.push({ code: "", shown: !isPageNumber(attribute(attributes, "instr") ?? "") });
        return;
      case "v:shape":
        this.#watermark = /watermark/iu.test(attribute(attributes, "id") ?? "");
        return;
      case "v:textpath":
        if (!this.#watermark) this.#add(attribute(attributes, "string") ?? "");
        return;
      case "w:t":
      case "m:t":
        this.#inText++;
        return;
      case "m:den":
        this.#add("/");
        return;
      case "w:tab":
      case "w:ptab":
        if (this.#inParagraphProperties === 0) this.#add(this.#tables.length > 0 ? " " : "\t");
        return;
      case "w:br":
      case "w:cr":
        this.#add(
          /^(?:page|column)$/u.test(attribute(attributes, "type") ?? "") ? "" : this.#tables.length > 0 ? " " : "\n",
        );
        return;
      case "w:noBreakHyphen":
        this.#add("-");
        return;
      case "w:sym":
        this.#add(symbolOf(attributes));
        return;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#callNote(name === "w:footnoteReference" ? "footnote" : "endnote", attribute(attributes, "id") ?? "");
        return;
      case "w:instrText":
        this.#inCode++;
        return;
      case "w:fldChar":
        this.#fieldMark(attribute(attributes, "fldCharType") ?? "");
        return;
      case "w:sdt":
        this.#contents.push(false);
        return;
      case "w:docPartGallery":
        if (/table of contents|目录/iu.test(value) && this.#contents.length > 0)
          this.#contents[this.#contents.length - 1] = true;
        return;
      case "w:showingPlcHdr":
        if (isOn(attributes)) this.#placeholder++;
        return;
      case "mc:AlternateContent":
        this.#choices.push(false);
        return;
      case "mc:Choice":
        if (this.#choices.at(-1) === true) this.#skipping++;
        else this.#choices[this.#choices.length - 1] = true;
        return;
      case "mc:Fallback":
        if (this.#choices.at(-1) === true) this.#skipping++;
        return;
      case "w:txbxContent":
        this.#blocks.push([]);
        return;
      case "w:tbl":
        this.#tables.push({ rows: [], row: null, cell: null });
        return;
      case "w:tr":
        this.#beginRow();
        return;
      case "w:tc":
        this.#beginCell();
        return;
      case "w:gridBefore": {
        const row = this.#tables.at(-1)?.row;
        if (row !== null && row !== undefined) row.skipped = Math.min(60, Number(value) || 0);
        return;
      }
      case "w:gridSpan": {
        const cell = this.#tables.at(-1)?.cell;
        if (cell !== null && cell !== undefined) cell.span = Math.min(60, Math.max(1, Number(value) || 1));
        return;
      }
      case "w:vMerge": {
        const cell = this.#tables.at(-1)?.cell;
        if (cell !== null && cell !== undefined) cell.continued = value !== "restart";
        return;
      }
      case "w:altChunk":
        this.#blocks.at(-1)?.push(...this.#refer.part(attribute(attributes, "id") ?? ""));
        return;
      case "dgm:relIds":
        this.#paragraph?.after.push(...this.#refer.part(attribute(attributes, "dm") ?? ""));
        return;
      default:
    }
  }

  /** The mark of a deleted paragraph or row stands in its properties, and holds no text. */
  #markDeleted(): void {
    const row = this.#tables.at(-1)?.row;
    if (this.#inParagraphProperties > 0 && this.#paragraph !== undefined) this.#paragraph.joined = true;
    else if (this.#inRowProperties > 0 && row !== undefined && row !== null) row.deleted = true;
  }

  #close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    switch (name) {
      case "w:p":
        this.#endParagraph();
        return;
      case "w:pPr":
        this.#inParagraphProperties--;
        return;
      case "w:trPr":
        this.#inRowProperties--;
        return;
      case "w:r":
        this.#inRun--;
        this.#look = { ...plainRun };
        return;
      case "m:sup":
      case "m:sub":
        this.#look.raised = null;
        return;
      case "w:fldSimple":
        this.#fields.pop();
        return;
      case "w:t":
      case "m:t":
        this.#inText--;
        return;
      case "w:instrText":
        this.#inCode--;
        return;
      case "w:sdt":
        this.#contents.pop();
        return;
      case "w:sdtContent":
        this.#placeholder = 0;
        return;
      case "mc:AlternateContent":
        this.#choices.pop();
        return;
      case "w:txbxContent": {
        const blocks = this.#blocks.pop() ?? [];
        const paragraph = this.#paragraph;
        if (paragraph === undefined) this.#blocks.at(-1)?.push(...blocks);
        else paragraph.after.push(...blocks);
        return;
      }
      case "w:tc":
        this.#endCell();
        return;
      case "w:tr":
        this.#endRow();
        return;
      case "w:tbl":
        this.#endTable();
        return;
      default:
    }
  }

  #beginParagraph(): void {
    this.#look = { ...plainRun };
    const carried = this.#carried;
    this.#carried = null;
    this.#paragraphs.push({
      text: carried?.text ?? "",
      after: carried?.after ?? [],
      style: null,
      outline: null,
      list: { id: null, level: null },
      hidden: false,
      contents: this.#contents.includes(true) || this.#contentsFields > 0,
      joined: false,
    });
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.joined) this.#carried = paragraph;
    else this.#finish(paragraph);
  }

  #finish(paragraph: Paragraph): void {
    const style = this.#refer.styles.get(paragraph.style ?? "");
    const text = this.#numberOf(paragraph, style) + paragraph.text;
    const bare = text.trim();
    const target = this.#blocks.at(-1);
    if (bare !== "" && style?.hidden !== true) {
      const level =
        paragraph.outline !== null && paragraph.outline < 9 ? paragraph.outline + 1 : (style?.level ?? null);
      const isHeading = level !== null && bare.length <= 60 && !/[。；]$/u.test(bare) && !bare.includes("\n");
      const isContentsList = paragraph.contents || style?.contents === true;
      const role: PlaceRole | null = isContentsList ? "furniture" : isHeading ? "heading" : null;
      target?.push({ type: "paragraph", text, role });
    }
    target?.push(...paragraph.after);
  }

  #numberOf(paragraph: Paragraph, style: Style | undefined): string {
    const bound = paragraph.style === null ? null : this.#refer.numbering.ofStyle(paragraph.style);
    const id = paragraph.list.id ?? style?.numbering?.id ?? bound?.id ?? null;
    if (id === null || id === "0" || paragraph.text.trim() === "") return "";
    const level = paragraph.list.level ?? bound?.level ?? style?.numbering?.level ?? 0;
    return this.#refer.numbering.next(id, Math.min(8, Math.max(0, level)));
  }

  #callNote(kind: "footnote" | "endnote", id: string): void {
    const mark = [...String(++this.#notes)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
    const blocks = this.#refer.note(kind, id, mark);
    if (blocks.length === 0) return;
    this.#add(mark);
    this.#paragraph?.after.push(...blocks);
  }

  #fieldMark(type: string): void {
    if (type === "begin") this.#fields.push({ code: "", shown: false });
    else if (type === "separate") {
      const field = this.#fields.at(-1);
      if (field === undefined) return;
      // The number of a page is of the page; Word writes it anew on each.
      field.shown = !isPageNumber(field.code);
      if (isContents(field.code)) {
        this.#contentsFields++;
        if (this.#paragraph !== undefined) this.#paragraph.contents = true;
      }
    } else if (type === "end") {
      const field = this.#fields.pop();
      if (field === undefined) return;
      if (isContents(field.code) && field.shown) this.#contentsFields--;
      this.#add(equationOf(field.code));
    }
  }

  #beginRow(): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) table.row = { skipped: 0, cells: [], deleted: false };
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined || table.row === null) return;
    if (!table.row.deleted) table.rows.push({ skipped: table.row.skipped, cells: table.row.cells });
    table.row = null;
  }

  #beginCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const blocks: Block[] = [];
    this.#blocks.push(blocks);
    table.cell = { blocks, span: 1, continued: false };
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined || table.cell === null) return;
    this.#blocks.pop();
    table.row?.cells.push(table.cell);
    table.cell = null;
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table !== undefined && table.rows.length > 0) this.#blocks.at(-1)?.push({ type: "table", rows: table.rows });
  }
}

function isPageNumber(code: string): boolean {
  return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu.test(code);
}

function isContents(code: string): boolean {
  return /^\s*(?:TOC|INDEX)\b/iu.test(code);
}

/** A sign of a font of signs, or a character by its code. */
function symbolOf(attributes: Readonly<Record<string, string>>): string {
  const code = Number.parseInt(attribute(attributes, "char") ?? "", 16);
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff) return "";
  const isSigns = /wingdings|webdings|symbol/iu.test(attribute(attributes, "font") ?? "");
  const sign = signOf(String.fromCharCode(isSigns && code < 0x100 ? code + 0xf000 : code));
  return code >= 0xf020 && code < 0xf080 && sign === String.fromCharCode(code) && !isSigns
    ? String.fromCharCode(code - 0xf000)
    : sign;
}

/** What an equation field shows: `EQ \o\ac(○,3)` is ③, `EQ \o\ad(\s\up 9(pīn),拼)` is 拼. */
function equationOf(code: string): string {
  if (!/^\s*EQ\b/iu.test(code)) return "";
  const circle = /[(（][○〇]\s?[,，;；]\s?(\d{1,2})[)）]/u.exec(code);
  const number = Number(circle?.[1] ?? 0);
  if (number >= 1 && number <= 20) return String.fromCharCode(0x245f + number);
  return /\\s\\up\s?\d{0,3}\s?\([^()]{0,40}\)\s?[,，;；]\s?([^()]{1,8})\)/u.exec(code)?.[1] ?? "";
}
