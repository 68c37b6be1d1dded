import type { Pdf } from "./pdf.ts";
import type { PdfRule } from "./rule.ts";
import { isOf, nameOf, textOf } from "./value.ts";
import { type XmlElement, expanded } from "./xml.ts";

const namespaces = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  extension: "http://www.aiim.org/pdfa/ns/extension/",
  schema: "http://www.aiim.org/pdfa/ns/schema#",
  property: "http://www.aiim.org/pdfa/ns/property#",
} as const;

/** Properties of predefined schemas that we write; any other must be declared (ISO 19005-3, 6.6.2.3.1). */
const predefined = new Set([
  ...["format", "title", "creator", "description", "language", "subject"].map((name) => namespaces.dc + name),
  ...["CreateDate", "ModifyDate", "MetadataDate", "CreatorTool"].map((name) => namespaces.xmp + name),
  ...["Producer", "Keywords", "PDFVersion"].map((name) => namespaces.pdf + name),
  ...["part", "conformance", "amd", "corr"].map((name) => namespaces.pdfaid + name),
  `${namespaces.extension}schemas`,
]);

/** Rules of what the file says about itself, and of its colours. */
export const metadataRules: readonly PdfRule[] = [
  {
    id: "metadata",
    clause: "ISO 19005-3, 6.6.2.1; ISO 16684-1, 7; Matterhorn 06-001",
    about: "The catalog has metadata, neither compressed nor malformed.",
    *check({ file, metadata }) {
      const stream = file.get(file.root, "Metadata");
      if (!isOf(stream, "stream")) return void (yield "no metadata");
      if (nameOf(file.get(stream, "Type")) !== "Metadata" || nameOf(file.get(stream, "Subtype")) !== "XML")
        yield "the metadata does not say that it is XML";
      if (file.get(stream, "Filter") !== null) yield "the metadata is compressed";
      if (metadata === null) yield "the metadata is no well-formed XML";
    },
  },
  {
    id: "pdfa-claim",
    clause: "ISO 19005-3, 6.6.4",
    about: "The metadata claims PDF/A, part 3, conformance A.",
    *check(pdf) {
      const part = propertyOf(pdf, namespaces.pdfaid, "part")?.text;
      const conformance = propertyOf(pdf, namespaces.pdfaid, "conformance")?.text;
      if (part !== "3" || conformance !== "A") yield `claims PDF/A-${part ?? "?"}${conformance ?? ""}`;
    },
  },
  {
    id: "pdfua-claim",
    clause: "ISO 14289-1, 5; Matterhorn 06-002",
    about: "The metadata claims PDF/UA, part 1.",
    *check(pdf) {
      const part = propertyOf(pdf, namespaces.pdfuaid, "part")?.text;
      if (part !== "1") yield `claims PDF/UA-${part ?? "?"}`;
    },
  },
  {
    id: "declared-properties",
    clause: "ISO 19005-3, 6.6.2.3.1, 6.6.2.3.2",
    about:
      "Each property of the metadata is of a schema that PDF/A knows, or declared with name, type, category and description.",
    *check(pdf) {
      const declared = declaredProperties(pdf);
      for (const property of propertiesOf(pdf)) {
        const { namespace, local } = expanded(property);
        if (!predefined.has(namespace + local) && !declared.has(namespace + local))
          yield `${property.name} is not declared`;
      }
    },
  },
  {
    id: "title",
    clause: "ISO 14289-1, 7.1; Matterhorn 06-003, 07-001, 07-002",
    about: "The metadata has a title, and readers are told to show it.",
    *check(pdf) {
      if ((valueOf(propertyOf(pdf, namespaces.dc, "title")) ?? "").trim() === "") yield "no title";
      const shown = pdf.file.get(pdf.file.root, "ViewerPreferences", "DisplayDocTitle");
      if (shown !== true) yield "readers are not told to show the title";
    },
  },
  {
    id: "information",
    clause: "ISO 19005-3, 6.6.3; ISO 32000-1, 14.3.3",
    about: "The information dictionary and the metadata say the same, to the second.",
    *check(pdf) {
      const { file } = pdf;
      const pairs = [
        ["Title", namespaces.dc, "title"],
        ["Author", namespaces.dc, "creator"],
        ["Subject", namespaces.dc, "description"],
        ["Creator", namespaces.xmp, "CreatorTool"],
        ["Producer", namespaces.pdf, "Producer"],
        ["CreationDate", namespaces.xmp, "CreateDate"],
        ["ModDate", namespaces.xmp, "ModifyDate"],
      ] as const;
      for (const [key, namespace, local] of pairs) {
        const stated = textOf(file.get(file.trailer, "Info", key));
        if (stated === null) continue;
        const value = valueOf(propertyOf(pdf, namespace, local));
        const other = key.endsWith("Date") ? pdfDate(value ?? "") : value;
        if (stated !== other) yield `${key} is ${stated}, the metadata has ${value ?? "none"}`;
      }
    },
  },
  {
    id: "language",
    clause: "ISO 14289-1, 7.2; ISO 19005-3, 6.7.4; RFC 5646; Matterhorn 11-006",
    about: "The document states its language, and languages are tags of BCP 47.",
    *check({ file, nodes, pages }) {
      const language = textOf(file.get(file.root, "Lang"));
      if (language === null) yield "no language";
      const inMarks = pages.flatMap(({ contents }) =>
        contents.marks.map(({ properties }) => properties?.entries.get("Lang")),
      );
      for (const value of [
        file.get(file.root, "Lang"),
        ...nodes.map(({ dictionary }) => file.get(dictionary, "Lang")),
        ...inMarks,
      ]) {
        const text = textOf(value);
        // Matches zh-Hans, zh-Hant-TW and en; not zh_CN.
        if (text !== null && !/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/u.test(text))
          yield `no language tag: ${text}`;
      }
    },
  },
  {
    id: "output-intent",
    clause: "ISO 19005-3, 6.2.3; ICC.1:2004-10, 7.2",
    about: "The colours are those of an ICC profile of RGB that lies in the file, and no other spaces are used.",
    *check({ file, pages }) {
      const intents = file
        .items(file.get(file.root, "OutputIntents"))
        .filter((intent) => nameOf(file.get(intent, "S")) === "GTS_PDFA1");
      const stream = file.get(intents[0], "DestOutputProfile");
      const profile = isOf(stream, "stream") ? file.data(stream) : null;
      if (profile === null || profile.length < 128) yield "no output intent with a profile";
      else {
        const text = (start: number, end: number): string => String.fromCharCode(...profile.subarray(start, end));
        const length = new DataView(profile.buffer, profile.byteOffset, profile.byteLength).getUint32(0);
        if (
          length !== profile.length ||
          text(36, 40) !== "acsp" ||
          text(16, 20) !== "RGB " ||
          !/^(?:mntr|prtr)$/u.test(text(12, 16))
        )
          yield "the profile is none of RGB";
        if (file.get(stream, "N") !== 3) yield "the profile's N is not 3";
      }
      if (textOf(file.get(intents[0], "OutputConditionIdentifier")) === null)
        yield "the output intent names no condition";
      for (const { number, contents } of pages) {
        for (const operator of contents.colourOperators) {
          if (!/^(?:rg|RG|g|G)$/u.test(operator)) yield `page ${number}: ${operator} sets a colour outside the profile`;
        }
      }
    },
  },
];

/** The properties of all descriptions. */
function propertiesOf({ metadata }: Pdf): readonly XmlElement[] {
  const descriptions = metadata?.children.flatMap(({ children }) => children) ?? [];
  return descriptions.flatMap(({ children }) => children);
}

function propertyOf(pdf: Pdf, namespace: string, local: string): XmlElement | undefined {
  return propertiesOf(pdf).find((element) => {
    const own = expanded(element);
    return own.namespace === namespace && own.local === local;
  });
}

/** A simple value, or the only item of a list. */
function valueOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  if (element.children.length === 0) return element.text;
  const items = element.children[0]?.children ?? [];
  return items.length === 1 ? (items[0]?.text ?? null) : null;
}

/** Properties that extension schemas declare in full. */
function declaredProperties(pdf: Pdf): ReadonlySet<string> {
  const declared = new Set<string>();
  const schemas = propertyOf(pdf, namespaces.extension, "schemas")?.children[0]?.children ?? [];
  for (const schema of schemas) {
    const namespace = childText(schema, namespaces.schema, "namespaceURI");
    if (
      namespace === "" ||
      childText(schema, namespaces.schema, "prefix") === "" ||
      childText(schema, namespaces.schema, "schema") === ""
    )
      continue;
    const list = schema.children.find((child) => expanded(child).local === "property")?.children[0]?.children ?? [];
    for (const property of list) {
      const facts = ["name", "valueType", "category", "description"].map((fact) =>
        childText(property, namespaces.property, fact),
      );
      if (facts.every((fact) => fact !== "")) declared.add(namespace + (facts[0] ?? ""));
    }
  }
  return declared;
}

function childText(element: XmlElement, namespace: string, local: string): string {
  const child = element.children.find((one) => expanded(one).namespace === namespace && expanded(one).local === local);
  return child?.text ?? "";
}

/** `2024-01-31T00:00:00Z` → `D:20240131000000Z`. */
function pdfDate(date: string): string {
  return `D:${date.replaceAll(/[-:T]/gu, "")}`;
}
