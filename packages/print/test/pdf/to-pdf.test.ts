import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import type { Block, Document } from "@jianbao/document";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDocument } from "../../../document/test/sample.ts";
import { layout, toPdf } from "../../src/index.ts";
import { documentOf, footnote, monthlyTheme, paragraph, realFaces, text } from "../setting.ts";

const chart = {
  width: 200,
  height: 80,
  marks: [
    {
      type: "path",
      commands: [["M", 0, 0], ["L", 100, 0], ["C", 100, 20, 60, 40, 0, 40], ["Z"]],
      paint: { fill: "#1f4e79", opacity: 0.5 },
    },
    {
      type: "text",
      x: 100,
      y: 70,
      text: "万起",
      size: 9,
      weight: 400,
      colour: "#333333",
      anchor: "middle",
      angle: -90,
    },
  ],
} as const;

async function pdfOf(document: Document): Promise<Uint8Array> {
  const faces = realFaces();
  const laid = layout(document, { theme: monthlyTheme(), faces, charts: { "change-crackdown": chart } });
  expect(laid.diagnostics).toEqual([]);
  return toPdf(JSON.parse(JSON.stringify(laid.pages)), { ...laid, faces });
}

describe("a PDF", () => {
  let bytes: Uint8Array;
  let objects: string;

  beforeAll(async () => {
    bytes = await pdfOf(sampleDocument());
    objects = readable(bytes);
  });

  it("is whole, and version 1.7", () => {
    expect(objects.startsWith("%PDF-1.7\n")).toBe(true);
    expect(objects.trimEnd().endsWith("%%EOF")).toBe(true);
    const start = Number(/startxref\n(\d+)/u.exec(objects)?.[1]); // matches startxref and an offset
    expect(
      Buffer.from(bytes)
        .subarray(start, start + 4)
        .toString("latin1"),
    ).toBe("xref");
  });

  it("has the same bytes each time", async () => {
    expect(Buffer.from(await pdfOf(sampleDocument())).equals(Buffer.from(bytes))).toBe(true);
  });

  it("says its title, language and date, and shows its title", () => {
    expect(objects).toContain("/DisplayDocTitle true");
    expect(objects).toContain("/Lang (zh-Hans)");
    expect(objects).toContain("(D:20240131000000Z)");
    expect(objects).toContain('<rdf:li xml:lang="x-default">反诈工作简报</rdf:li>');
  });

  it("escapes its title in the metadata", async () => {
    const odd = readable(await pdfOf({ ...documentOf([paragraph("天")]), title: "甲<乙>&丙" }));
    expect(odd).toContain("甲&lt;乙&gt;&amp;丙");
  });

  it("claims PDF/A-3a and PDF/UA-1, and declares the claim that PDF/A does not know", () => {
    expect(objects).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(objects).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(objects).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(objects).toContain("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
    expect(objects).toContain("/OutputIntents");
    expect(objects.match(/\/Tabs \/S/gu)?.length).toBe(2);
  });

  it("has an id of its own for other content under the same title and date", async () => {
    expect(await idOf("天")).toMatch(/</u);
    expect(await idOf("天")).not.toBe(await idOf("地"));
  });

  it("says what is no content: heads, feet, the mark of a draft", async () => {
    const draft = readable(
      await pdfOf(documentOf([running("head-start"), running("foot-center"), paragraph("天")], { draft: true })),
    );
    for (const subtype of ["Header", "Footer", "Watermark"]) expect(draft).toContain(`/Subtype /${subtype}`);
  });

  it("embeds its fonts and no others", () => {
    const names = [...objects.matchAll(/\/BaseFont \/([A-Z]{6}\+[\w-]+)/gu)].map((match) => match[1]); // matches /BaseFont /AAAAAA+NotoSansSC-Bold
    expect(new Set(names)).toEqual(
      new Set([
        "AAAAAA+NotoSansSC-Bold",
        "AAAAAB+NotoSerifSC-Regular",
        "AAAAAC+NotoSansSC-Regular",
        "AAAAAD+NotoSerifSC-Bold",
      ]),
    );
    expect(objects).not.toContain("/Helvetica");
    expect(objects.match(/\/FontFile2/gu)?.length).toBe(4);
  });

  it("tags all that is painted: marked content opens and closes in turn, never nested", () => {
    const pages = contentsOf(objects);
    expect(pages.length).toBe(2);
    for (const page of pages) {
      const marks = [...page.matchAll(/(?:BDC|BMC|EMC)$/gmu)].map((match) => (match[0] === "EMC" ? "close" : "open")); // matches the operators at line ends
      expect(marks.length).toBeGreaterThan(0);
      expect(marks.every((mark, index) => mark === (index % 2 === 0 ? "open" : "close"))).toBe(true);
    }
  });

  it("has the structure of the document", () => {
    for (const kind of [
      "Document",
      "Sect",
      "H1",
      "H2",
      "P",
      "L",
      "LI",
      "Lbl",
      "LBody",
      "Table",
      "Caption",
      "THead",
      "TBody",
      "TR",
      "TH",
      "TD",
      "Figure",
      "BlockQuote",
      "TOC",
      "TOCI",
      "Reference",
      "Link",
      "Note",
    ]) {
      expect(objects).toContain(`/S /${kind}\n`);
    }
    expect(objects).toContain("/Marked true");
    expect(objects).toContain("/Scope /Column");
    expect(objects).toContain("/IDTree");
  });

  it("gives each piece of marked content an element that names it", () => {
    const tagged = contentsOf(objects).flatMap((page) => [...page.matchAll(/\/MCID \d+/gu)]).length; // matches /MCID 12
    const parents = /\/Nums \[([^]*?)\]\n>>/u.exec(objects)?.[1] ?? "";
    expect(tagged).toBeGreaterThan(40);
    expect(parents.match(/\d+ 0 R/gu)?.length).toBeGreaterThanOrEqual(tagged);
  });

  it("has a bookmark for each heading", () => {
    expect(objects.match(/\/Title \(/gu)?.length).toBeGreaterThanOrEqual(5);
  });

  it("carries attachments with their relationship", async () => {
    const faces = realFaces();
    const laid = layout(documentOf([paragraph("天")]), { theme: monthlyTheme(), faces, charts: {} });
    const with1 = await toPdf(laid.pages, {
      ...laid,
      faces,
      attachments: [
        {
          name: "数据.csv",
          bytes: Buffer.from("a,b"),
          mime: "text/csv",
          description: "数据",
          relationship: "Data",
          modified: "2024-01-31",
        },
      ],
    });
    const written = readable(with1);
    expect(written).toContain("/AFRelationship /Data");
    expect(written).toContain("/F (file-1.csv)");
    expect(written).toMatch(/\/EF <<\n\/F (\d+ 0 R)\n\/UF \1\n/u);
    expect(written).toContain("/Subtype /text#2Fcsv");
    expect(written).toMatch(/\/AF \[\d+ 0 R\]/u);
  });

  it("refuses two attachments of one name", async () => {
    const faces = realFaces();
    const laid = layout(documentOf([paragraph("天")]), { theme: monthlyTheme(), faces, charts: {} });
    const one = {
      name: "a.csv",
      bytes: Buffer.from("a"),
      mime: "text/csv",
      description: "",
      relationship: "Data",
      modified: "2024-01-31",
    } as const;
    await expect(toPdf(laid.pages, { ...laid, faces, attachments: [one, one] })).rejects.toThrow("a.csv");
  });

  it("refuses a date that is none, rather than take today's", async () => {
    const faces = realFaces();
    const laid = layout(documentOf([], { date: "soon" }), { theme: monthlyTheme(), faces, charts: {} });
    await expect(toPdf(laid.pages, { ...laid, faces })).rejects.toThrow('no date: "soon"');
  });
});

const textTool = "pdftotext";

describe.runIf(hasCommand(textTool))("the text of a PDF", () => {
  it("is what was written, number by number, in reading order", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "print-")), "a.pdf");
    writeFileSync(file, await pdfOf(sampleDocument()));
    const found = execFileSync(textTool, ["-raw", file, "-"], { encoding: "utf8" }).replaceAll(/\s/gu, "");
    for (const number of ["43.7万起①", "46.4万起②", "5.8%", "1389万人次①", "9.9万余名"])
      expect(found).toContain(number);
    expect(found).toContain("“另起一行”之后，仍是同一段——标点、破折号和省略号……都要照规矩排。");
  });

  it("holds characters beyond the basic plane, and what has no glyph", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "print-")), "a.pdf");
    const faces = realFaces();
    const blocks: Block[] = [{ type: "paragraph", children: [text("地名𬺈与𠮷"), footnote("a", "甲")] }];
    const laid = layout(documentOf(blocks), { theme: monthlyTheme(), faces, charts: {} });
    expect(laid.diagnostics.map(({ rule }) => rule)).toEqual(["print/missing-glyph"]);
    writeFileSync(file, await toPdf(laid.pages, { ...laid, faces }));
    expect(execFileSync(textTool, ["-raw", file, "-"], { encoding: "utf8" })).toContain("地名𬺈与𠮷");
  });
});

/** The id of a file of one paragraph. */
async function idOf(value: string): Promise<string | undefined> {
  // Matches /ID [<0f…> <0f…>] with both parts the same.
  return /\/ID \[(<[\da-f]{32}>) \1\]/u.exec(readable(await pdfOf(documentOf([paragraph(value)]))))?.[1];
}

function running(slot: "head-start" | "foot-center"): Block {
  return { type: "running", slot, children: [text("简报")] };
}

/** The file as text, its streams inflated where they are text. */
function readable(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const latin = raw.toString("latin1");
  let out = "";
  let at = 0;
  for (const match of latin.matchAll(/\nstream\n/gu)) {
    const start = match.index + match[0].length;
    const end = latin.indexOf("\nendstream", start);
    const dictionary = latin.slice(latin.lastIndexOf(" obj\n", start), start);
    out += latin.slice(at, start);
    if (dictionary.includes("/FlateDecode") && !dictionary.includes("/Length1"))
      out += inflateSync(raw.subarray(start, end)).toString("latin1");
    else if (dictionary.includes("/Metadata")) out += raw.subarray(start, end).toString("utf8");
    at = end;
  }
  return out + latin.slice(at);
}

/** The content streams of pages: those that turn the page over first. */
function contentsOf(objects: string): string[] {
  return [...objects.matchAll(/\nstream\n(1 0 0 -1 0 [^]*?)\nendstream/gu)].map((match) => match[1] ?? ""); // matches a page's content
}

function hasCommand(name: string): boolean {
  return spawnSync(name, ["-v"]).error === undefined;
}
