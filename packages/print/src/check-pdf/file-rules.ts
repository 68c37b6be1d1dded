import { filtersOf } from "./file.ts";
import type { PdfRule } from "./rule.ts";
import { type PdfValue, isOf } from "./value.ts";

/** Rules of the file's frame: header, objects, trailer. */
export const fileRules: readonly PdfRule[] = [
  {
    id: "header",
    clause: "ISO 19005-3, 6.1.2; ISO 14289-1, 6.1",
    about: "The file begins with %PDF-1.7 and a comment of four bytes above 127.",
    *check({ file }) {
      // Matches %PDF-1.7, a line end, and a comment with four high bytes.
      if (!/^%PDF-1\.7(?:\r\n|\r|\n)%[\x80-\xff]{4}/u.test(file.text)) yield "the header is not that of PDF 1.7";
    },
  },
  {
    id: "cross-reference",
    clause: "ISO 32000-1, 7.5.4; ISO 19005-3, 6.1.4",
    about: "Each entry of the table leads to its object, and each object is whole.",
    *check({ file }) {
      for (const { rule, message } of file.faults) if (rule === "cross-reference") yield message;
    },
  },
  {
    id: "stream",
    clause: "ISO 19005-3, 6.1.7.1; ISO 32000-1, 7.3.8",
    about: "Each stream is as long as it says and lies in the file itself.",
    *check({ file }) {
      for (const { rule, message } of file.faults) if (rule === "stream") yield message;
      for (const [id, object] of file.objects) {
        if (!isOf(object, "stream")) continue;
        for (const key of ["F", "FFilter", "FDecodeParms"]) {
          if (object.dictionary.entries.has(key)) yield `object ${id}: the stream has ${key}`;
        }
      }
    },
  },
  {
    id: "filter",
    clause: "ISO 19005-3, 6.1.7.2",
    about: "Streams are as they are or deflated, and can be inflated.",
    *check({ file }) {
      for (const [id, object] of file.objects) {
        if (!isOf(object, "stream")) continue;
        const filters = filtersOf(file, object);
        if (filters.length > 1 || filters.some((filter) => filter !== "FlateDecode"))
          yield `object ${id}: filters ${filters.join(" ")}`;
        else if (file.data(object) === null) yield `object ${id}: the stream cannot be inflated`;
      }
    },
  },
  {
    id: "trailer",
    clause: "ISO 19005-3, 6.1.3; ISO 14289-1, 7.16; Matterhorn 26-001",
    about: "The trailer has an id, and the file is not encrypted.",
    *check({ file }) {
      const id = file.items(file.trailer.entries.get("ID"));
      if (id.length !== 2 || !id.every((part) => isOf(part, "string") && part.bytes.length >= 16))
        yield "no id of two strings";
      if (file.trailer.entries.has("Encrypt")) yield "encrypted";
      if (!isOf(file.root, "dictionary")) yield "no catalog";
    },
  },
  {
    id: "limits",
    clause: "ISO 19005-3, 6.1.13",
    about: "Names, strings, numbers and nested states stay within what every reader holds.",
    *check({ file, pages }) {
      if (file.objects.size > 8388607) yield `${file.objects.size} objects`;
      for (const [id, object] of file.objects) yield* limitsOf(object).map((fault) => `object ${id}: ${fault}`);
      for (const { number, contents } of pages)
        if (contents.depth > 28) yield `page ${number}: q nested ${contents.depth} deep`;
    },
  },
  {
    id: "reference",
    clause: "ISO 32000-1, 7.3.10",
    about: "Each reference leads to an object.",
    *check({ file }) {
      const missing = new Set<number>();
      const visit = (value: PdfValue): void => {
        if (isOf(value, "reference")) {
          if (!file.objects.has(value.id)) missing.add(value.id);
        } else if (isOf(value, "array")) value.items.forEach(visit);
        else if (isOf(value, "dictionary")) for (const entry of value.entries.values()) visit(entry);
        else if (isOf(value, "stream")) visit(value.dictionary);
      };
      for (const object of file.objects.values()) visit(object);
      visit(file.trailer);
      for (const id of missing) yield `object ${id} is missing`;
    },
  },
  {
    id: "no-program",
    clause: "ISO 19005-3, 6.4, 6.5.1, 6.5.2, 6.9; ISO 14289-1, 7.10, 7.15; Matterhorn 20-001, 25-001",
    about: "The file has no scripts, forms, layers or actions of its own accord.",
    *check({ file }) {
      for (const key of ["AA", "AcroForm", "OCProperties", "Perms", "NeedsRendering", "Requirements"]) {
        if (file.get(file.root, key) !== null) yield `the catalog has ${key}`;
      }
      if (file.get(file.root, "OpenAction", "S") !== null) yield "the catalog has an OpenAction";
      for (const key of ["JavaScript", "AlternatePresentations"]) {
        if (file.get(file.root, "Names", key) !== null) yield `the names have ${key}`;
      }
    },
  },
];

function limitsOf(value: PdfValue): readonly string[] {
  if (typeof value === "number") return Math.abs(value) > 2147483647 ? [`the number ${value}`] : [];
  if (isOf(value, "name")) return value.name.length > 127 ? [`a name of ${value.name.length} bytes`] : [];
  if (isOf(value, "string")) return value.bytes.length > 32767 ? [`a string of ${value.bytes.length} bytes`] : [];
  if (isOf(value, "array")) return value.items.flatMap(limitsOf);
  if (isOf(value, "stream")) return limitsOf(value.dictionary);
  if (!isOf(value, "dictionary")) return [];
  return [...value.entries].flatMap(([key, entry]) => [...limitsOf({ type: "name", name: key }), ...limitsOf(entry)]);
}
