/** An object of a PDF (ISO 32000-1, 7.3). */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfReference
  | PdfStream
  | PdfOperator;

export interface PdfName {
  readonly type: "name";
  /** Without the solidus, escapes undone; a code unit a byte. */
  readonly name: string;
}

export interface PdfString {
  readonly type: "string";
  /** A code unit a byte. */
  readonly bytes: string;
}

export interface PdfArray {
  readonly type: "array";
  readonly items: readonly PdfValue[];
}

export interface PdfDictionary {
  readonly type: "dictionary";
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfReference {
  readonly type: "reference";
  readonly id: number;
}

export interface PdfStream {
  readonly type: "stream";
  readonly dictionary: PdfDictionary;
  /** As it lies in the file. */
  readonly data: Uint8Array;
}

/** A word that is no value: `obj`, `endstream`, and the operators of content. */
export interface PdfOperator {
  readonly type: "operator";
  readonly word: string;
}

/** The name, null where the value is none. */
export function nameOf(value: PdfValue | undefined): string | null {
  return isOf(value, "name") ? value.name : null;
}

/** The number, null where the value is none. */
export function numberOf(value: PdfValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** The text of a string, UTF-16 with its mark or else a byte a character; null where the value is none. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!isOf(value, "string")) return null;
  const { bytes } = value;
  if (!bytes.startsWith("\u00fe\u00ff")) return bytes;
  let text = "";
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  }
  return text;
}

/** True for a value of that type. */
export function isOf<T extends Exclude<PdfValue, null | boolean | number>["type"]>(
  value: PdfValue | undefined,
  type: T,
): value is Extract<PdfValue, { readonly type: T }> {
  return typeof value === "object" && value !== null && value.type === type;
}
