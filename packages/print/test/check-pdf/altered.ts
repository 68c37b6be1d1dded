import { deflateSync } from "node:zlib";
import { PdfFile } from "../../src/check-pdf/file.ts";
import { type PdfStream, type PdfValue, isOf, nameOf, textOf } from "../../src/check-pdf/value.ts";

/** A dictionary of a PDF that may be changed. */
export type Entries = Map<string, PdfValue>;

/** The objects of a good PDF, to be made worse. */
export class Objects {
  readonly file: PdfFile;
  readonly objects: Map<number, PdfValue>;
  readonly trailer: Entries;

  constructor(bytes: Uint8Array) {
    this.file = PdfFile.open(bytes);
    // The reader's own maps: nobody else holds them.
    this.objects = this.file.objects as Map<number, PdfValue>;
    this.trailer = entriesOf(this.file.trailer);
  }

  /** Dictionaries everywhere, streams' own and those within others too, that hold these names under these keys. */
  all(where: Readonly<Record<string, string>>): readonly Entries[] {
    const found: Entries[] = [];
    const visit = (value: PdfValue): void => {
      if (isOf(value, "array")) value.items.forEach(visit);
      else if (isOf(value, "stream")) visit(value.dictionary);
      else if (isOf(value, "dictionary")) {
        const isWanted = Object.entries(where).every(([key, name]) => {
          const entry = value.entries.get(key);
          return nameOf(entry) === name || textOf(entry) === name;
        });
        if (isWanted) found.push(entriesOf(value));
        for (const entry of value.entries.values()) visit(entry);
      }
    };
    for (const object of this.objects.values()) visit(object);
    return found;
  }

  /** The first of them; throws where there is none, so that no sample is good by accident. */
  first(where: Readonly<Record<string, string>>): Entries {
    const [found] = this.all(where);
    if (found === undefined) throw new Error(`no ${JSON.stringify(where)}`);
    return found;
  }

  /** What an entry leads to, a dictionary. */
  follow(from: Entries, ...path: readonly string[]): Entries {
    let at = from;
    for (const key of path) {
      const value = this.file.resolve(at.get(key));
      at = entriesOf(isOf(value, "array") ? this.file.resolve(value.items[0]) : value);
    }
    return at;
  }

  get catalog(): Entries {
    return this.follow(this.trailer, "Root");
  }

  /** Changes the text of the first stream that holds a text. */
  rewrite(holding: string, change: (text: string) => string): void {
    for (const [id, object] of this.objects) {
      if (!isOf(object, "stream")) continue;
      const data = this.file.data(object);
      const text = data === null ? "" : Buffer.from(data).toString("latin1");
      if (!text.includes(holding)) continue;
      const changed = change(text);
      if (changed === text) throw new Error(`nothing changed: ${holding}`);
      this.objects.set(id, streamOf(object, Buffer.from(changed, "latin1")));
      return;
    }
    throw new Error(`no stream holds ${holding}`);
  }

  /** Changes the bytes of a stream. */
  patch(from: Entries, key: string, change: (bytes: Buffer) => Buffer): void {
    const reference = from.get(key);
    const stream = this.file.resolve(reference);
    if (!isOf(reference, "reference") || !isOf(stream, "stream")) throw new Error(`no stream: ${key}`);
    this.objects.set(reference.id, streamOf(stream, change(Buffer.from(this.file.data(stream) ?? []))));
  }

  /** Changes the bytes of a stream by its number. */
  corrupt(id: number, change: (bytes: Buffer) => Buffer): void {
    const stream = this.objects.get(id);
    if (isOf(stream, "stream"))
      this.objects.set(id, streamOf(stream, change(Buffer.from(this.file.data(stream) ?? []))));
  }

  /** Puts a new object in and returns what leads to it. */
  add(value: PdfValue): PdfValue {
    const id = Math.max(...this.objects.keys()) + 1;
    this.objects.set(id, value);
    return { type: "reference", id };
  }

  /** Writes the file anew. */
  toBytes(): Uint8Array {
    const last = Math.max(...this.objects.keys());
    let text = "%PDF-1.7\n%\xff\xff\xff\xff\n";
    let table = "0000000000 65535 f \n";
    for (let id = 1; id <= last; id++) {
      const object = this.objects.get(id);
      table += object === undefined ? "0000000000 00001 f \n" : `${`${text.length}`.padStart(10, "0")} 00000 n \n`;
      if (object !== undefined) text += `${id} 0 obj\n${written(object)}\nendobj\n`;
    }
    this.trailer.set("Size", last + 1);
    const start = text.length;
    text += `xref\n0 ${last + 1}\n${table}trailer\n${written({ type: "dictionary", entries: this.trailer })}\nstartxref\n${start}\n%%EOF\n`;
    return Buffer.from(text, "latin1");
  }
}

export function name(value: string): PdfValue {
  return { type: "name", name: value };
}

export function string(value: string): PdfValue {
  return { type: "string", bytes: value };
}

export function array(...items: readonly PdfValue[]): PdfValue {
  return { type: "array", items };
}

export function dictionary(entries: Readonly<Record<string, PdfValue>>): PdfValue {
  return { type: "dictionary", entries: new Map(Object.entries(entries)) };
}

function entriesOf(value: PdfValue): Entries {
  const own = isOf(value, "stream") ? value.dictionary : value;
  if (!isOf(own, "dictionary")) throw new Error(`no dictionary: ${JSON.stringify(value)}`);
  return own.entries as Entries;
}

/** A stream of other bytes, deflated where it was. */
function streamOf(former: PdfStream, bytes: Uint8Array): PdfStream {
  const entries = new Map(former.dictionary.entries);
  const data = entries.has("Filter") ? deflateSync(bytes) : bytes;
  entries.set("Length", data.length);
  if (entries.has("Length1")) entries.set("Length1", bytes.length);
  return { type: "stream", dictionary: { type: "dictionary", entries }, data };
}

function written(value: PdfValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") return `${value}`;
  switch (value.type) {
    case "name":
      return `/${value.name.replaceAll(/[^\w+.-]/gu, (character) => `#${hex(character)}`)}`;
    case "string":
      return `<${[...value.bytes].map(hex).join("")}>`;
    case "array":
      return `[${value.items.map(written).join(" ")}]`;
    case "dictionary":
      return `<<${[...value.entries].map(([key, entry]) => `${written(name(key))} ${written(entry)}`).join("\n")}>>`;
    case "reference":
      return `${value.id} 0 R`;
    case "stream":
      return `${written(value.dictionary)}\nstream\n${Buffer.from(value.data).toString("latin1")}\nendstream`;
    default:
      return value.word;
  }
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, "0");
}
