/**
 * How a text is stored: as TEXT, or as a BLOB of UTF-16 code units where UTF-8 would not give it back
 * (lone surrogates) or SQLite might cut it (U+0000).
 */
export function storedText(text: string): string | Uint8Array {
  if (text.isWellFormed() && !text.includes("\0")) return text;
  return new Uint8Array(Buffer.from(text, "utf16le"));
}

/** Reads what `storedText` made. */
export function restoredText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("utf16le");
  }
  throw new TypeError(`a stored text cannot be ${typeof value}`);
}
