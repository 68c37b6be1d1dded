import { PdfReader, PdfSyntaxError, latin1 } from "./reader.ts";
import { type PdfDictionary, type PdfValue, isOf, nameOf, numberOf, textOf } from "./value.ts";

/** A piece of marked content (ISO 32000-1, 14.6). */
export interface Mark {
  readonly tag: string;
  readonly properties: PdfDictionary | null;
  /** Number of the content on its page, null for what has none. */
  readonly id: number | null;
  readonly parent: Mark | null;
}

/** Something painted: text by its codes, or anything else. */
export interface Painted {
  readonly what: "text" | "path" | "object";
  readonly mark: Mark | null;
  /** Resource name of the font. */
  readonly font: string;
  /** Codes of two bytes each. */
  readonly codes: readonly number[];
}

/** What a content stream does. */
export interface PageContents {
  readonly painted: readonly Painted[];
  readonly marks: readonly Mark[];
  /** Names of resources by their category: Font, ExtGState, XObject, ColorSpace, Pattern, Shading, Properties. */
  readonly resources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Operators that set a colour, each once. */
  readonly colourOperators: ReadonlySet<string>;
  /** How deep q is nested at most. */
  readonly depth: number;
  /** What is wrong with the stream itself. */
  readonly faults: readonly string[];
}

const painting = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);
const colouring = new Set(["g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"]);
/** All other operators of ISO 32000-1, table A.1, but inline images and the compatibility brackets. */
const others = new Set(
  "b B b* B* BT c cm d d0 d1 ET f F f* h i j J l m M n re ri s S Tc TD Td TL Tm Tr Ts Tw Tz T* v w W W* y".split(" "),
);

/** Follows a page's content: what is painted, of what marked content it is, and what it takes from the resources. */
export function readContents(bytes: Uint8Array): PageContents {
  const walk = new Walk();
  const reader = new PdfReader(latin1(bytes));
  try {
    while (reader.skip()) walk.take(reader.value());
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    walk.faults.push(error.message);
  }
  walk.end();
  return walk;
}

class Walk implements PageContents {
  readonly painted: Painted[] = [];
  readonly marks: Mark[] = [];
  readonly resources = new Map<string, Set<string>>();
  readonly colourOperators = new Set<string>();
  readonly faults: string[] = [];
  depth = 0;
  #operands: PdfValue[] = [];
  #mark: Mark | null = null;
  #font = "";
  readonly #fonts: string[] = [];
  #inText = false;

  take(value: PdfValue): void {
    if (!isOf(value, "operator")) {
      this.#operands.push(value);
      return;
    }
    this.#do(value.word, this.#operands);
    this.#operands = [];
  }

  end(): void {
    if (this.#mark !== null) this.faults.push("marked content is not closed");
    if (this.#fonts.length > 0) this.faults.push("q without Q");
    if (this.#inText) this.faults.push("BT without ET");
  }

  #do(operator: string, operands: readonly PdfValue[]): void {
    if (painting.has(operator)) this.#paint("path");
    if (colouring.has(operator)) this.colourOperators.add(operator);
    switch (operator) {
      case "q":
        this.#fonts.push(this.#font);
        this.depth = Math.max(this.depth, this.#fonts.length);
        return;
      case "Q": {
        const font = this.#fonts.pop();
        if (font === undefined) this.faults.push("Q without q");
        this.#font = font ?? this.#font;
        return;
      }
      case "BT":
      case "ET":
        if (this.#inText === (operator === "BT")) this.faults.push(`${operator} out of place`);
        this.#inText = operator === "BT";
        return;
      case "Tf":
        this.#font = nameOf(operands[0]) ?? "";
        this.#uses("Font", operands[0]);
        return;
      case "gs":
        return this.#uses("ExtGState", operands[0]);
      case "Do":
        this.#uses("XObject", operands[0]);
        return this.#paint("object");
      case "sh":
        this.#uses("Shading", operands[0]);
        return this.#paint("object");
      case "cs":
      case "CS":
        return this.#uses("ColorSpace", operands[0]);
      case "Tj":
      case "TJ":
      case "'":
      case '"':
        return this.#show(operands);
      case "BMC":
      case "BDC":
        return this.#begin(operator, operands);
      case "MP":
      case "DP":
        return;
      case "EMC":
        if (this.#mark === null) this.faults.push("EMC without BMC");
        this.#mark = this.#mark?.parent ?? null;
        return;
      default:
        if (!others.has(operator) && !colouring.has(operator)) this.faults.push(`unknown operator ${operator}`);
    }
  }

  #begin(operator: string, [tag, properties]: readonly PdfValue[]): void {
    if (operator === "BDC" && isOf(properties, "name")) this.#uses("Properties", properties);
    const inline = isOf(properties, "dictionary") ? properties : null;
    this.#mark = {
      tag: nameOf(tag) ?? "",
      properties: inline,
      id: numberOf(inline?.entries.get("MCID")),
      parent: this.#mark,
    };
    this.marks.push(this.#mark);
  }

  #show(operands: readonly PdfValue[]): void {
    if (!this.#inText) this.faults.push("text outside BT and ET");
    const last = operands.at(-1);
    const strings = isOf(last, "array") ? last.items : [last];
    const codes: number[] = [];
    for (const string of strings) {
      if (!isOf(string, "string")) continue;
      const { bytes } = string;
      if (bytes.length % 2 !== 0) this.faults.push("odd number of bytes shown");
      for (let i = 0; i + 1 < bytes.length; i += 2) codes.push(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
    }
    this.painted.push({ what: "text", mark: this.#mark, font: this.#font, codes });
  }

  #paint(what: "path" | "object"): void {
    this.painted.push({ what, mark: this.#mark, font: "", codes: [] });
  }

  #uses(category: string, value: PdfValue | undefined): void {
    const names = this.resources.get(category) ?? new Set();
    names.add(nameOf(value) ?? "");
    this.resources.set(category, names);
  }
}

/** The mark and all around it, the innermost first. */
export function chainOf(mark: Mark | null): readonly Mark[] {
  const chain: Mark[] = [];
  for (let at = mark; at !== null; at = at.parent) chain.push(at);
  return chain;
}

/** The text that stands for a piece of marked content, or for one around it. */
export function actualTextOf(mark: Mark | null): string | null {
  for (const { properties } of chainOf(mark)) {
    const text = textOf(properties?.entries.get("ActualText"));
    if (text !== null) return text;
  }
  return null;
}
