import { inflateSync } from "node:zlib";
import { PdfReader, PdfSyntaxError, latin1 } from "./reader.ts";
import { type PdfDictionary, type PdfStream, type PdfValue, isOf, nameOf, numberOf } from "./value.ts";

/** What of a file's frame is not as it should be, by the rule it breaks. */
export interface FileFault {
  readonly rule: "header" | "cross-reference" | "stream";
  readonly message: string;
}

/** A PDF, opened by its cross-reference table: the subset that has no object streams and no updates. */
export class PdfFile {
  readonly text: string;
  readonly trailer: PdfDictionary;
  /** Objects by number, as the table lists them. */
  readonly objects: ReadonlyMap<number, PdfValue>;
  readonly faults: readonly FileFault[];
  readonly #inflated = new Map<PdfStream, Uint8Array>();

  private constructor(
    text: string,
    trailer: PdfDictionary,
    objects: ReadonlyMap<number, PdfValue>,
    faults: FileFault[],
  ) {
    this.text = text;
    this.trailer = trailer;
    this.objects = objects;
    this.faults = faults;
  }

  /** Opens a file. Throws PdfSyntaxError where it has no table of objects or no trailer; the rest are faults. */
  static open(bytes: Uint8Array): PdfFile {
    const text = latin1(bytes);
    const faults: FileFault[] = [];
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-64))?.[1] ?? Number.NaN); // matches the last lines
    if (!text.startsWith("xref", start)) throw new PdfSyntaxError("no cross-reference table", start || 0);
    const reader = new PdfReader(text, start + 4);
    const offsets = new Map<number, number>();
    for (;;) {
      const first = reader.value();
      if (typeof first !== "number") break;
      // A table cannot list more objects than the file has room for.
      const count = Math.min(numberOf(reader.value()) ?? 0, text.length / 20);
      reader.skip();
      for (let i = 0; i < count; i++) {
        const entry = text.slice(reader.at + 20 * i, reader.at + 20 * i + 20);
        // Matches 0000000015 00000 n with its two characters of line end.
        const parts = /^(\d{10}) \d{5} ([fn])(?: \r| \n|\r\n)$/u.exec(entry);
        if (parts === null)
          faults.push({ rule: "cross-reference", message: `unreadable entry of object ${first + i}` });
        else if (parts[2] === "n") offsets.set(first + i, Number(parts[1]));
      }
      reader.at += 20 * count;
    }
    const trailer = reader.value();
    if (!isOf(trailer, "dictionary")) throw new PdfSyntaxError("no trailer", reader.at);
    const objects = new Map<number, PdfValue>();
    for (const [id, offset] of offsets) {
      const found = readObject(bytes, text, id, offset, faults);
      if (found !== undefined) objects.set(id, found);
    }
    if (numberOf(trailer.entries.get("Size")) !== Math.max(0, ...offsets.keys()) + 1)
      faults.push({ rule: "cross-reference", message: "the trailer's Size is not the number of objects" });
    return new PdfFile(text, trailer, objects, faults);
  }

  /** The object that a reference leads to, through as many as there are; null where it leads nowhere. */
  resolve(value: PdfValue | undefined): PdfValue {
    let at = value ?? null;
    for (let steps = 0; isOf(at, "reference"); steps++) at = steps > 32 ? null : (this.objects.get(at.id) ?? null);
    return at;
  }

  /** An entry of a dictionary, or of a stream's, resolved. */
  get(value: PdfValue | undefined, ...path: readonly string[]): PdfValue {
    let at = this.resolve(value);
    for (const key of path) {
      if (isOf(at, "stream")) at = at.dictionary;
      if (!isOf(at, "dictionary")) return null;
      at = this.resolve(at.entries.get(key));
    }
    return at;
  }

  /** The items of an array, resolved or as they are; empty where the value is none. */
  items(value: PdfValue | undefined): readonly PdfValue[] {
    const array = this.resolve(value);
    return isOf(array, "array") ? array.items : [];
  }

  /** The catalog. */
  get root(): PdfValue {
    return this.get(this.trailer, "Root");
  }

  /** The bytes of a stream with its filter undone; null where it cannot be. */
  data(stream: PdfStream): Uint8Array | null {
    const filters = filtersOf(this, stream);
    if (filters.length === 0) return stream.data;
    if (filters.length > 1 || filters[0] !== "FlateDecode") return null;
    let data = this.#inflated.get(stream);
    if (data === undefined) {
      try {
        data = inflateSync(stream.data);
      } catch {
        return null;
      }
      this.#inflated.set(stream, data);
    }
    return data;
  }
}

/** The names of a stream's filters. */
export function filtersOf(file: PdfFile, { dictionary }: PdfStream): readonly (string | null)[] {
  const filter = file.get(dictionary, "Filter");
  if (filter === null) return [];
  return isOf(filter, "array") ? filter.items.map((item) => nameOf(file.resolve(item))) : [nameOf(filter)];
}

function readObject(
  bytes: Uint8Array,
  text: string,
  id: number,
  offset: number,
  faults: FileFault[],
): PdfValue | undefined {
  const fault = (rule: FileFault["rule"], message: string): void => {
    faults.push({ rule, message: `object ${id}: ${message}` });
  };
  const head = `${id} 0 obj`;
  if (!text.startsWith(`${head}\n`, offset) && !text.startsWith(`${head}\r`, offset)) {
    fault("cross-reference", `not at byte ${offset}`);
    return undefined;
  }
  const reader = new PdfReader(text, offset + head.length);
  try {
    let value = reader.value();
    reader.skip();
    if (text.startsWith("stream", reader.at) && isOf(value, "dictionary")) {
      const length = numberOf(value.entries.get("Length"));
      const begins = /^stream(?:\r\n|\n)/u.exec(text.slice(reader.at, reader.at + 8))?.[0];
      const start = reader.at + (begins?.length ?? 6);
      // What the file says of the length must be true (ISO 19005-3, 6.1.7.1).
      if (
        begins === undefined ||
        length === null ||
        !/^(?:\r\n|\r|\n)endstream/u.test(text.slice(start + length, start + length + 12))
      ) {
        fault("stream", "the stream is not as long as it says");
        return value;
      }
      value = { type: "stream", dictionary: value, data: bytes.subarray(start, start + length) };
      reader.at = text.indexOf("endstream", start + length) + 9;
      reader.skip();
    }
    if (!text.startsWith("endobj", reader.at)) fault("cross-reference", "does not end with endobj");
    return value;
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    fault("cross-reference", error.message);
    return undefined;
  }
}
