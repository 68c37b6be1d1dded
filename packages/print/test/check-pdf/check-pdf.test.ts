import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { FaceSet } from "@jianbao/fonts";
import type { Block, TableCell, TableRow } from "@jianbao/document";
import { sampleDocument } from "../../../document/test/sample.ts";
import { checkPdf, pdfRules } from "../../src/check-pdf/check.ts";
import { type Layout, impose, layout, toPdf } from "../../src/index.ts";
import { monthlyTheme, realFaces, text } from "../setting.ts";
import { isOf } from "../../src/check-pdf/value.ts";
import { Objects, array, dictionary, name, string } from "./altered.ts";

const chart = {
  width: 200,
  height: 80,
  marks: [
    {
      type: "path",
      commands: [["M", 0, 0], ["L", 100, 0], ["L", 100, 20], ["Z"]],
      paint: { fill: "#1f4e79", opacity: 0.5 },
    },
  ],
} as const;

/** A table with cells over two rows and two columns. */
function spanned(): Block {
  return {
    type: "table",
    caption: [text("表2　分地区情况")],
    unit: null,
    columns: [],
    head: [
      row(cell("地区", { header: "column", rowSpan: 2 }), cell("立案", { header: "column", columnSpan: 2 })),
      row(cell("上年", { header: "column" }), cell("今年", { header: "column" })),
    ],
    body: [row(cell("甲市", { header: "row" }), cell("12起"), cell("13起"))],
    foot: [],
  };
}

function row(...cells: readonly TableCell[]): TableRow {
  return { type: "row", cells };
}

function cell(value: string, facts: Partial<TableCell> = {}): TableCell {
  return { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "start", children: [text(value)], ...facts };
}

const attachments = ["b.csv", "第一篇.txt"].map((file) => ({
  name: file,
  bytes: Buffer.from("甲,1\n"),
  mime: "text/csv",
  description: "数据",
  relationship: "Data" as const,
  modified: "2024-01-31",
}));

/** The sample, set, with the faces it was set with. */
function laidOut(): Layout & { readonly faces: FaceSet } {
  const faces = realFaces();
  const sample = sampleDocument();
  const document = { ...sample, children: [...sample.children, spanned()] };
  const laid = layout(document, { theme: monthlyTheme(), faces, charts: { "change-crackdown": chart } });
  expect(laid.diagnostics).toEqual([]);
  return { ...laid, faces };
}

async function goodPdf(): Promise<Uint8Array> {
  const laid = laidOut();
  return toPdf(laid.pages, { ...laid, attachments });
}

/** What makes a good PDF break a rule: a change of its objects, or of the bytes themselves. */
type Sample =
  | { readonly what: string; readonly alter: (pdf: Objects) => void }
  | { readonly what: string; readonly damage: (bytes: string) => string };

const samples: Readonly<Record<string, readonly Sample[]>> = {
  header: [
    { what: "an older version", damage: (bytes) => bytes.replace("%PDF-1.7", "%PDF-1.4") },
    { what: "no binary comment", damage: (bytes) => bytes.replace("%\xff\xff\xff\xff", "%abcd") },
  ],
  "cross-reference": [
    { what: "an offset beside its object", damage: (bytes) => bytes.replace("0000000015", "0000000016") },
    { what: "an object without end", damage: (bytes) => bytes.replace("endobj\n2 0", "endobx\n2 0") },
    { what: "no table", damage: (bytes) => bytes.replace("\nxref\n", "\nyref\n") },
  ],
  stream: [
    {
      what: "a wrong length",
      damage: (bytes) =>
        bytes.replace(/(\/Length \d*)(\d)/u, (_, before: string, digit: string) => before + ((Number(digit) + 1) % 10)),
    },
    {
      what: "a stream in another file",
      alter: (pdf) => pdf.first({ Type: "EmbeddedFile" }).set("FFilter", name("FlateDecode")),
    },
  ],
  filter: [
    { what: "another filter", alter: (pdf) => pdf.first({ Type: "EmbeddedFile" }).set("Filter", name("LZWDecode")) },
  ],
  trailer: [
    { what: "no id", alter: (pdf) => pdf.trailer.delete("ID") },
    { what: "encryption", alter: (pdf) => pdf.trailer.set("Encrypt", pdf.add(dictionary({ V: 1 }))) },
  ],
  limits: [
    { what: "a long string", alter: (pdf) => pdf.first({ Type: "Filespec" }).set("Desc", string("a".repeat(32768))) },
    { what: "a long name", alter: (pdf) => pdf.catalog.set("N".repeat(128), 1) },
    {
      what: "states nested 29 deep",
      alter: (pdf) => pdf.rewrite("/MCID 0", (content) => `${"q ".repeat(29)}${"Q ".repeat(29)}\n${content}`),
    },
  ],
  reference: [
    { what: "a reference to nothing", alter: (pdf) => pdf.catalog.set("X", { type: "reference", id: 99999 }) },
  ],
  "no-program": [
    {
      what: "an action at opening",
      alter: (pdf) => pdf.catalog.set("OpenAction", dictionary({ S: name("JavaScript"), JS: string("1") })),
    },
    { what: "layers", alter: (pdf) => pdf.catalog.set("OCProperties", dictionary({ OCGs: array() })) },
  ],
  metadata: [
    { what: "no metadata", alter: (pdf) => pdf.catalog.delete("Metadata") },
    {
      what: "a title that is not escaped",
      alter: (pdf) => pdf.rewrite("<dc:title>", (xmp) => xmp.replace('-default">', '-default">甲<乙>')),
    },
    {
      what: "a prefix without namespace",
      alter: (pdf) => pdf.rewrite("<dc:title>", (xmp) => xmp.replaceAll("dc:format", "ab:format")),
    },
  ],
  "pdfa-claim": [
    {
      what: "another part",
      alter: (pdf) => pdf.rewrite("pdfaid:part", (xmp) => xmp.replace("<pdfaid:part>3", "<pdfaid:part>1")),
    },
    {
      what: "a lower level",
      alter: (pdf) => pdf.rewrite("pdfaid:part", (xmp) => xmp.replace("conformance>A", "conformance>U")),
    },
  ],
  "pdfua-claim": [
    {
      what: "no claim",
      alter: (pdf) => pdf.rewrite("pdfuaid:part", (xmp) => xmp.replaceAll("<pdfuaid:part>1</pdfuaid:part>", "")),
    },
  ],
  "declared-properties": [
    {
      what: "a claim of PDF/UA that is not declared",
      alter: (pdf) =>
        pdf.rewrite("pdfaSchema:prefix", (xmp) =>
          xmp.replace(/<pdfaExtension:schemas>[^]*<\/pdfaExtension:schemas>/u, ""),
        ),
    },
    {
      what: "a declaration without type",
      alter: (pdf) =>
        pdf.rewrite("pdfaSchema:prefix", (xmp) =>
          xmp.replace("<pdfaProperty:valueType>Integer</pdfaProperty:valueType>", ""),
        ),
    },
  ],
  title: [
    {
      what: "an empty title",
      alter: (pdf) => pdf.rewrite("<dc:title>", (xmp) => xmp.replace(/default">[^<]+</u, 'default"><')),
    },
    {
      what: "the file's name in its place",
      alter: (pdf) => pdf.follow(pdf.catalog, "ViewerPreferences").set("DisplayDocTitle", false),
    },
  ],
  information: [
    {
      what: "another date",
      alter: (pdf) => pdf.follow(pdf.trailer, "Info").set("ModDate", string("D:20240201000000Z")),
    },
    { what: "another title", alter: (pdf) => pdf.follow(pdf.trailer, "Info").set("Title", string("x")) },
  ],
  language: [
    { what: "no language", alter: (pdf) => pdf.catalog.delete("Lang") },
    { what: "a locale in its place", alter: (pdf) => pdf.catalog.set("Lang", string("zh_CN")) },
  ],
  "output-intent": [
    { what: "no output intent", alter: (pdf) => pdf.catalog.delete("OutputIntents") },
    {
      what: "a profile of CMYK",
      alter: (pdf) =>
        pdf.patch(pdf.first({ S: "GTS_PDFA1" }), "DestOutputProfile", (icc) => (icc.write("CMYK", 16, "latin1"), icc)),
    },
    {
      what: "a colour of CMYK",
      alter: (pdf) => pdf.rewrite("/MCID 0", (content) => content.replace(/[\d. ]+ rg/u, "0 0 0 1 k")),
    },
  ],
  "font-embedded": [
    { what: "no font file", alter: (pdf) => pdf.first({ Type: "FontDescriptor" }).delete("FontFile2") },
  ],
  "font-kind": [
    { what: "another encoding", alter: (pdf) => pdf.first({ Subtype: "Type0" }).set("Encoding", name("GBK-EUC-H")) },
    {
      what: "another name below",
      alter: (pdf) => pdf.first({ Type: "FontDescriptor" }).set("FontName", name("AAAAAA+Other")),
    },
    { what: "glyphs numbered otherwise", alter: (pdf) => pdf.first({ Subtype: "CIDFontType2" }).delete("CIDToGIDMap") },
  ],
  "font-widths": [
    { what: "all glyphs as wide as Han", alter: (pdf) => pdf.first({ Subtype: "CIDFontType2" }).set("W", array()) },
  ],
  "font-glyphs": [
    {
      what: ".notdef shown",
      alter: (pdf) => pdf.rewrite("/MCID 0", (content) => content.replace(/\[<[\da-f]{4}/u, "[<0000")),
    },
    {
      what: "a glyph beyond the last",
      alter: (pdf) => pdf.rewrite("/MCID 0", (content) => content.replace(/\[<[\da-f]{4}/u, "[<fff0")),
    },
  ],
  "font-unicode": [
    { what: "no map", alter: (pdf) => pdf.first({ Subtype: "Type0" }).delete("ToUnicode") },
    {
      what: "a glyph without a character",
      alter: (pdf) => pdf.rewrite("beginbfchar", (map) => map.replace("<0001> <", "<fff1> <")),
    },
    {
      what: "U+FEFF",
      alter: (pdf) => pdf.rewrite("beginbfchar", (map) => map.replace(/<0001> <[\da-f]+>/u, "<0001> <feff>")),
    },
  ],
  "private-use": [
    {
      what: "a character of private use",
      alter: (pdf) => pdf.rewrite("beginbfchar", (map) => map.replace(/<0001> <[\da-f]+>/u, "<0001> <e001>")),
    },
  ],
  "font-cid-set": [
    {
      what: "a list with a glyph left out",
      alter: (pdf) => {
        const data = Buffer.from([0x80]);
        const list = pdf.add({
          type: "stream",
          dictionary: { type: "dictionary", entries: new Map([["Length", 1]]) },
          data,
        });
        pdf.first({ Type: "FontDescriptor" }).set("CIDSet", list);
      },
    },
  ],
  "graphics-state": [
    { what: "another blending", alter: (pdf) => pdf.first({ Type: "ExtGState" }).set("BM", name("Glow")) },
    { what: "a transfer curve", alter: (pdf) => pdf.first({ Type: "ExtGState" }).set("TR", name("Identity")) },
  ],
  content: [
    { what: "an operator that is none", alter: (pdf) => pdf.rewrite("/MCID 0", (content) => `${content}\nxyz`) },
    {
      what: "a font that is not there",
      alter: (pdf) => pdf.rewrite("/MCID 0", (content) => content.replace("/F1 ", "/F99 ")),
    },
    { what: "content left open", alter: (pdf) => pdf.rewrite("/MCID 0", (content) => content.replace(/EMC\s*$/u, "")) },
  ],
  tagged: [
    { what: "a rule that is neither", alter: (pdf) => pdf.rewrite("/MCID 0", (content) => `${content}\n0 0 1 1 re f`) },
  ],
  "artifact-apart": [
    {
      what: "an artifact in an element's content",
      alter: (pdf) =>
        pdf.rewrite("/MCID 0", (content) =>
          content
            .replace("BT ", "/Artifact <</Type /Layout>> BDC EMC BT ")
            .replace("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC", "/P <</MCID 0>> BDC"),
        ),
    },
  ],
  "artifact-type": [
    {
      what: "an artifact of no type",
      alter: (pdf) =>
        pdf.rewrite("/MCID 0", (content) => content.replace(/\/Artifact <<[^>]*>> BDC/u, "/Artifact BMC")),
    },
  ],
  "marked-content": [
    {
      what: "content that no element holds",
      alter: (pdf) => pdf.rewrite("/MCID 0", (content) => content.replace("/MCID 0>>", "/MCID 900>>")),
    },
    {
      what: "a parent tree that leads elsewhere",
      alter: (pdf) => pdf.follow(pdf.catalog, "StructTreeRoot", "ParentTree").set("Nums", array(0, array())),
    },
  ],
  "page-size": [
    { what: "a page of two points", alter: (pdf) => pdf.first({ Type: "Page" }).set("MediaBox", array(0, 0, 2, 842)) },
  ],
  marked: [
    { what: "no mark", alter: (pdf) => pdf.catalog.delete("MarkInfo") },
    { what: "suspects", alter: (pdf) => pdf.follow(pdf.catalog, "MarkInfo").set("Suspects", true) },
  ],
  structure: [
    { what: "no tree", alter: (pdf) => pdf.catalog.delete("StructTreeRoot") },
    {
      what: "an element that names another parent",
      alter: (pdf) => pdf.first({ S: "H2" }).set("P", { type: "reference", id: 1 }),
    },
  ],
  roles: [
    { what: "a kind of our own", alter: (pdf) => pdf.first({ S: "H2" }).set("S", name("Title")) },
    {
      what: "a standard kind mapped to another",
      alter: (pdf) => pdf.follow(pdf.catalog, "StructTreeRoot").set("RoleMap", dictionary({ P: name("Span") })),
    },
  ],
  nesting: [
    { what: "a paragraph in a table", alter: (pdf) => pdf.first({ S: "THead" }).set("S", name("P")) },
    { what: "a row outside a table", alter: (pdf) => pdf.first({ S: "Table" }).set("S", name("Sect")) },
    { what: "a list of paragraphs", alter: (pdf) => pdf.first({ S: "LI" }).set("S", name("P")) },
  ],
  "table-grid": [
    {
      what: "a cell that spans too much",
      alter: (pdf) => pdf.first({ S: "TD" }).set("A", dictionary({ O: name("Table"), ColSpan: 2 })),
    },
  ],
  "table-headers": [
    { what: "a header cell without scope", alter: (pdf) => pdf.first({ S: "TH" }).delete("A") },
    {
      what: "a cell that names a header cell of nowhere",
      alter: (pdf) =>
        pdf.first({ S: "TD" }).set("A", dictionary({ O: name("Table"), Headers: array(string("cell-0")) })),
    },
  ],
  headings: [
    { what: "a first heading that is no H1", alter: (pdf) => pdf.first({ S: "H1" }).set("S", name("H2")) },
    { what: "a level skipped", alter: (pdf) => pdf.first({ S: "H2" }).set("S", name("H3")) },
  ],
  figures: [
    { what: "no text", alter: (pdf) => pdf.first({ S: "Figure" }).delete("Alt") },
    { what: "no box", alter: (pdf) => pdf.first({ S: "Figure" }).delete("A") },
  ],
  notes: [
    { what: "a note without id", alter: (pdf) => pdf.first({ S: "Note" }).delete("ID") },
    {
      what: "two notes of one id",
      alter: (pdf) => pdf.all({ S: "Note" })[1]?.set("ID", pdf.first({ S: "Note" }).get("ID") ?? null),
    },
    { what: "no tree of ids", alter: (pdf) => pdf.follow(pdf.catalog, "StructTreeRoot").delete("IDTree") },
  ],
  "annotation-parent": [
    {
      what: "a link under a span",
      alter: (pdf) => pdf.all({ S: "Link" }).forEach((link) => link.set("S", name("Span"))),
    },
    { what: "a link without a key", alter: (pdf) => pdf.first({ Subtype: "Link" }).delete("StructParent") },
  ],
  "tab-order": [{ what: "the order of rows", alter: (pdf) => pdf.first({ Type: "Page" }).set("Tabs", name("R")) }],
  annotations: [
    { what: "a link without description", alter: (pdf) => pdf.first({ Subtype: "Link" }).delete("Contents") },
    { what: "a link that is not printed", alter: (pdf) => pdf.first({ Subtype: "Link" }).set("F", 0) },
    { what: "a note by a reader", alter: (pdf) => pdf.first({ Subtype: "Link" }).set("Subtype", name("Text")) },
  ],
  targets: [
    { what: "a link to no page", alter: (pdf) => pdf.first({ Subtype: "Link" }).set("Dest", array(0, name("Fit"))) },
    {
      what: "a link that starts a program",
      alter: (pdf) => pdf.first({ Subtype: "Link" }).set("A", dictionary({ S: name("Launch"), F: string("x") })),
    },
  ],
  bookmarks: [
    {
      what: "a bookmark without title",
      alter: (pdf) => pdf.follow(pdf.catalog, "Outlines", "First").set("Title", string(" ")),
    },
    {
      what: "a chain that is cut",
      alter: (pdf) => pdf.follow(pdf.catalog, "Outlines", "First", "Next").delete("Prev"),
    },
  ],
  attachments: [
    { what: "no relationship", alter: (pdf) => pdf.first({ Type: "Filespec" }).delete("AFRelationship") },
    { what: "one name only", alter: (pdf) => pdf.first({ Type: "Filespec" }).delete("UF") },
    { what: "a file that the document does not list", alter: (pdf) => pdf.catalog.delete("AF") },
    { what: "no type", alter: (pdf) => pdf.first({ Type: "EmbeddedFile" }).delete("Subtype") },
    { what: "no date", alter: (pdf) => pdf.follow(pdf.first({ Type: "EmbeddedFile" }), "Params").delete("ModDate") },
  ],
};

describe("the checker of PDFs", () => {
  let good: Uint8Array;

  beforeAll(async () => {
    good = await goodPdf();
  });

  it("finds nothing in a good one, nor in one written anew from its objects", () => {
    expect(checkPdf(good)).toEqual([]);
    expect(checkPdf(new Objects(good).toBytes())).toEqual([]);
  });

  it.for(["booklet", "two-up"] as const)("finds nothing in pages put on sheets (%s)", async (kind) => {
    const laid = laidOut();
    const sheets = impose(laid, { kind, marks: true });
    expect(checkPdf(await toPdf(sheets.pages, { ...laid, ...sheets }))).toEqual([]);
  });

  it("throws at no damage: bytes changed, cut off or put in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom("change", "cut", "insert"),
        (places, kind) => {
          let bytes = Buffer.from(good);
          for (const [place, value] of places) {
            const at = Math.floor(place * (bytes.length - 1));
            if (kind === "change") bytes[at] = value;
            else if (kind === "cut")
              bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + (value % 4))]);
            else bytes = Buffer.concat([bytes.subarray(0, at), Buffer.of(value), bytes.subarray(at)]);
          }
          expect(Array.isArray(checkPdf(bytes))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("throws at no damaged stream", () => {
    const pdf = new Objects(good);
    const streams = [...pdf.objects].filter(([, object]) => isOf(object, "stream")).map(([id]) => id);
    fc.assert(
      fc.property(fc.constantFrom(...streams), fc.uint8Array({ maxLength: 60 }), fc.boolean(), (id, noise, isWhole) => {
        const broken = new Objects(good);
        broken.corrupt(id, (bytes) => {
          if (isWhole) return Buffer.from(noise);
          const at = bytes.length >> 1;
          return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
        });
        expect(Array.isArray(checkPdf(broken.toBytes()))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("has a broken sample for each rule", () => {
    expect(Object.keys(samples).sort()).toEqual(pdfRules.map(({ id }) => id).sort());
  });

  it("is documented rule by rule, each with its clause", () => {
    const page = readFileSync(new URL("../../../../docs/pdf.md", import.meta.url), "utf8");
    const rows = [...page.matchAll(/^\| `([\w-]+)` *\|([^|]+)\|[^|]+\|$/gmu)]; // matches a row of the table
    expect(rows.map(([, id, clause = ""]) => `${id}: ${clause.trim()}`)).toEqual(
      pdfRules.map(({ id, clause }) => `${id}: ${clause}`),
    );
  });

  for (const [rule, own] of Object.entries(samples)) {
    for (const sample of own) {
      it(`finds ${sample.what} (${rule})`, () => {
        const broken = brokenBy(sample, good);
        expect(checkPdf(broken).map((finding) => finding.rule)).toContain(rule);
      });
    }
  }
});

function brokenBy(sample: Sample, good: Uint8Array): Uint8Array {
  if ("damage" in sample) {
    const bytes = Buffer.from(good).toString("latin1");
    const damaged = sample.damage(bytes);
    expect(damaged).not.toBe(bytes);
    return Buffer.from(damaged, "latin1");
  }
  const pdf = new Objects(good);
  sample.alter(pdf);
  return pdf.toBytes();
}
