import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import { pdfString } from "./object.ts";

/** A file that travels inside the PDF. */
export interface Attachment {
  /** A path with `/`, unique in the PDF. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly description: string;
  readonly relationship: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
  /** `YYYY-MM-DD` */
  readonly modified: string;
}

/**
 * Embeds files as associated files of the document (ISO 19005-3, 6.8; ISO 14289-1, 7.11): each with its type, size,
 * date, description and relationship, by its Unicode name and by one of plain ASCII for readers that know no other.
 * Throws a RangeError where two have one name.
 */
export function attachAll(
  document: PDFDocument,
  attachments: readonly Attachment[],
  dateOf: (date: string) => Date,
): void {
  if (attachments.length === 0) return;
  const names = attachments.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`two attachments have the name ${JSON.stringify(twice)}`);
  const references = attachments.map((attachment, index): readonly [name: string, reference: Reference] => [
    attachment.name,
    attach(document, attachment, index, dateOf),
  ]);
  document._root.data["AF"] = references.map(([, reference]) => reference);
  // A name tree is in the order of its keys' bytes; UTF-16 with its mark follows ASCII.
  const sorted = references.toSorted(([a], [b]) => (a < b ? -1 : 1));
  document._root.data["Names"].data["EmbeddedFiles"] = {
    Names: sorted.flatMap(([name, reference]) => [pdfString(name), reference]),
  };
}

function attach(
  document: PDFDocument,
  { name, bytes, mime, description, relationship, modified }: Attachment,
  index: number,
  dateOf: (date: string) => Date,
): Reference {
  const file = document.ref({
    Type: "EmbeddedFile",
    Subtype: mime.replaceAll("/", "#2F").replaceAll(";", "#3B").replaceAll("=", "#3D").replaceAll(" ", "#20"),
    Params: { Size: bytes.length, ModDate: dateOf(modified) },
  });
  file.end(bytes);
  const specification = document.ref({
    Type: "Filespec",
    F: pdfString(asciiName(name, index)),
    UF: pdfString(name),
    EF: { F: file, UF: file },
    Desc: pdfString(description),
    AFRelationship: relationship,
  });
  specification.end();
  return specification;
}

/** A name of letters, digits and `-_.` for readers without Unicode: `file-3.txt` for 第三篇.txt. */
function asciiName(name: string, index: number): string {
  const last = name.split("/").at(-1) ?? name;
  if (/^[\w.-]+$/u.test(last) && last === name) return last;
  const ending = /\.[a-z\d]{1,8}$/iu.exec(last)?.[0] ?? ""; // matches .txt at the end, not .说明
  return `file-${index + 1}${ending}`;
}
