/**
 * Sets one made-up bulletin at 33 widths (8 to 40 em) with jianbao, Typst, PDFKit and pdfmake, reads
 * the lines of each out of the PDF files it wrote, and counts what went wrong:
 * `pnpm --filter @jianbao/bench lines`. A width after it prints the lines of each at so many em.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Document, type Theme, parseTheme } from "@jianbao/document";
import { FaceSet, openFace } from "@jianbao/fonts";
import { layout, toPdf } from "@jianbao/print";
import { realFont } from "../packages/fonts/test/real-face.ts";
import { type Faults, benchmarkWidths, bulletin, faultsOf, sumOf } from "../packages/print/test/line/faults.ts";
import { type PaintedLine, linesOfPdf } from "./pdf-lines.ts";

/** Sets a text at widths in points; a page, or several that follow each other, holds one width. */
type Setter = (text: string, widths: readonly number[]) => Promise<readonly Uint8Array[]>;

/** What is counted of one program. */
interface Count {
  readonly name: string;
  readonly faults: Faults;
  readonly lines: number;
  /** Lines that are to end flush: all but the last of a paragraph. */
  readonly body: number;
  /** Those of them that do, to a tenth of a point. */
  readonly flush: number;
  /** Lines that end more than that beyond the measure. */
  readonly overfull: number;
}

const size = 10.5;
const require = createRequire(import.meta.url);
const fontPath = require.resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
const setters: Readonly<Record<string, Setter>> = {
  jianbao: setByJianbao,
  Typst: setByTypst,
  PDFKit: setByPdfkit,
  pdfmake: setByPdfmake,
};

/** The columns of the table: what is printed above, and what of each count. */
const columns: readonly (readonly [string, (count: Count) => string | number])[] = [
  ["lines", ({ lines }) => lines],
  ["～ at start", ({ faults }) => faults.connectorAtStart],
  ["· at start", ({ faults }) => faults.interpunctAtStart],
  ["mark at start", ({ faults }) => faults.markAtStart],
  ["mark at end", ({ faults }) => faults.markAtEnd],
  ["—— cut", ({ faults }) => faults.dashCut],
  ["range cut", ({ faults }) => faults.rangeCut],
  ["number cut", ({ faults }) => faults.numberCut],
  ["约 cut off", ({ faults }) => faults.hedgeCut],
  ["date cut", ({ faults }) => faults.dateCut],
  ["lonely", ({ faults }) => faults.lonely],
  ["overfull", ({ overfull }) => overfull],
  ["flush", ({ flush, body }) => `${((100 * flush) / body).toFixed(1)} %`],
];

const shown = process.argv[2] === undefined ? null : Number(process.argv[2]);
const counts: Count[] = [];
for (const [name, setter] of Object.entries(setters)) {
  const widths = shown === null ? benchmarkWidths : [shown];
  const files = await setter(
    bulletin.text,
    widths.map((em) => em * size),
  );
  const pages: (readonly PaintedLine[])[] = [];
  for (const file of files) pages.push(...(await linesOfPdf(file)));
  if (shown === null) counts.push(countOf(name, pages, widths));
  else console.log(`${name}\n${pages.flat().map(described).join("\n")}\n`);
}
if (shown === null) console.log(tableOf(counts));

function countOf(name: string, pages: readonly (readonly PaintedLine[])[], widths: readonly number[]): Count {
  if (pages.length !== widths.length) throw new Error(`${name}: ${pages.length} pages for ${widths.length} widths`);
  let [lines, body, flush, overfull] = [0, 0, 0, 0];
  const faults = pages.map((page) =>
    faultsOf(
      bulletin,
      page.map((line) => line.text),
    ),
  );
  pages.forEach((page, index) => {
    const width = (widths[index] ?? 0) * size;
    lines += page.length;
    page.forEach((line, at) => {
      const ends = endsOf(line);
      if (Math.min(...ends) > width + 0.1) overfull++;
      if (at === page.length - 1) return;
      body++;
      if (ends.some((end) => Math.abs(end - width) <= 0.1)) flush++;
    });
  });
  return { name, faults: sumOf(faults), lines, body, flush, overfull };
}

/** Where a line may be said to end: a mark at its end counts as an em or as half of one, whichever suits. */
function endsOf({ text, lastStart, lastAdvance, beforeStart }: PaintedLine): number[] {
  const end = lastStart + lastAdvance;
  // An interpunct stands in the middle of its em or half em, which the face's own may be narrower than.
  const middle = lastStart + lastAdvance / 2;
  // The two dashes of —— may be moved together in the middle of their two em.
  if (text.endsWith("——")) return [end, (beforeStart + end) / 2 + size];
  if (text.endsWith("·")) return [end, middle + size / 2, middle + size / 4];
  return /[，、。；：！？）》」』】〕”’]$/u.test(text) && lastAdvance > 0.9 * size ? [end, end - size / 2] : [end];
}

function described(line: PaintedLine): string {
  return `${endsOf(line)
    .map((end) => (end / size).toFixed(2))
    .join("/")
    .padEnd(12)}${line.text}`;
}

function tableOf(all: readonly Count[]): string {
  const rows = [["", ...all.map(({ name }) => name)]];
  for (const [title, valueOf] of columns) rows.push([title, ...all.map((count) => `${valueOf(count)}`)]);
  return rows.map(([title, ...cells]) => `| ${[title, ...cells].join(" | ")} |`).join("\n");
}

async function setByJianbao(text: string, widths: readonly number[]): Promise<Uint8Array[]> {
  const faces = new FaceSet([openFace(realFont("noto-serif-sc-400")), openFace(realFont("noto-sans-sc-400"))]);
  const document: Document = {
    type: "document",
    language: "zh-Hans",
    title: "试排",
    properties: { issuer: "某中心", date: "2024-04-03", issue: null, subject: "试排", draft: false },
    children: [{ type: "paragraph", children: [{ type: "text", value: text }] }],
  };
  const files: Uint8Array[] = [];
  for (const width of widths) {
    const laid = layout(document, { theme: narrow(width), faces, charts: {} });
    files.push(await toPdf(laid.pages, { ...laid, faces }));
  }
  return files;
}

/** The monthly theme on a page as wide as the measure. */
function narrow(width: number): Theme {
  const file = new URL("../templates/monthly/theme.yaml", import.meta.url);
  const { theme } = parseTheme(readFileSync(file, "utf8"), "theme.yaml");
  if (theme === null) throw new Error("the monthly theme cannot be read");
  const { body } = theme.roles;
  if (body === undefined) throw new Error("the monthly theme has no body");
  return {
    ...theme,
    roles: { ...theme.roles, body: { ...body, size, indent: 0, align: "justify" } },
    page: {
      ...theme.page,
      width: (width / 72) * 25.4,
      height: 1000,
      marginTop: 0,
      marginBottom: 0,
      marginInner: 0,
      marginOuter: 0,
    },
  };
}

async function setByTypst(text: string, widths: readonly number[]): Promise<Uint8Array[]> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(fontPath)] }] });
  const pages = widths.map((width) => `#page(width: ${width}pt, height: auto, margin: 0pt)[#${JSON.stringify(text)}]`);
  const source = `#set text(font: "Noto Serif SC", lang: "zh", region: "cn", size: ${size}pt)
#set par(justify: true)
${pages.join("\n")}`;
  return [compiler.pdf({ mainFileContent: source })];
}

/** What is used of PDFKit's documents. */
interface KitDocument {
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  addPage(options: { size: readonly number[]; margin: number }): void;
  font(path: string): void;
  fontSize(size: number): void;
  text(text: string, x: number, y: number, options: { width: number; align: "justify" }): void;
  end(): void;
}

async function setByPdfkit(text: string, widths: readonly number[]): Promise<Uint8Array[]> {
  const Kit = require("pdfkit") as new (options: object) => KitDocument;
  const document = new Kit({ autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));
  for (const width of widths) {
    document.addPage({ size: [width, 3000], margin: 0 });
    document.font(fontPath);
    document.fontSize(size);
    document.text(text, 0, 0, { width, align: "justify" });
  }
  document.end();
  await ended;
  return [Buffer.concat(chunks)];
}

/** What is used of pdfmake. */
interface Pdfmake {
  addFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

async function setByPdfmake(text: string, widths: readonly number[]): Promise<Uint8Array[]> {
  const pdfmake = require("pdfmake") as Pdfmake;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.addFonts({ Noto: { normal: fontPath } });
  const files: Uint8Array[] = [];
  for (const width of widths) {
    const definition = {
      pageSize: { width, height: 3000 },
      pageMargins: 0,
      defaultStyle: { font: "Noto", fontSize: size, alignment: "justify" },
      content: [text],
    };
    files.push(await pdfmake.createPdf(definition).getBuffer());
  }
  return files;
}
