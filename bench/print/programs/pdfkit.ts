/** The sample by plain PDFKit: its text, its tables, notes after their paragraph; SVG charts by svg-to-pdfkit. */
import { createWriteStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { Sample } from "../sample.ts";
import { svgCharts } from "./charts.ts";

interface KitDocument {
  x: number;
  y: number;
  readonly page: { readonly width: number; maxY(): number };
  pipe<T>(stream: T): T;
  registerFont(name: string, path: string): KitDocument;
  font(name: string): KitDocument;
  fontSize(size: number): KitDocument;
  moveDown(lines?: number): KitDocument;
  addPage(): KitDocument;
  text(text: string, options?: object): KitDocument;
  text(text: string, x: number, y: number, options?: object): KitDocument;
  end(): void;
}

const require = createRequire(import.meta.url);
const Kit = require("pdfkit") as new (options: object) => KitDocument;
const { default: svgToPdf } = require("pdfmake/js/3rd-party/svg-to-pdfkit.js") as {
  default(document: KitDocument, svg: string, x: number, y: number, options: object): void;
};

const [folder = "", mode = "ready"] = process.argv.slice(2);
const sample = JSON.parse(readFileSync(join(folder, "sample.json"), "utf8")) as Sample;
const charts = await svgCharts(folder, mode);
const margins = { top: 85, bottom: 79, left: 74, right: 74 };
const document = new Kit({ size: "A4", margins, info: { Title: sample.title } });
const stream = document.pipe(createWriteStream(join(folder, `pdfkit-${mode}.pdf`)));
for (const [name, id] of [
  ["Serif", "serif-sc-400"],
  ["Sans", "sans-sc-400"],
  ["SansBold", "sans-sc-700"],
] as const) {
  document.registerFont(name, join(folder, "fonts", `noto-${id}.ttf`));
}
let note = 0;
document.font("SansBold").fontSize(24).text(sample.title, { align: "center" });
document.font("Serif").fontSize(10.5).text(`${sample.issuer}　${sample.date}`, { align: "center" });
for (const section of sample.sections) {
  document.moveDown().font("SansBold").fontSize(15).text(section.title);
  for (const parts of section.paragraphs) {
    const notes: string[] = [];
    const text = parts
      .map((part) => (typeof part === "string" ? part : `[${notes.push(`${++note} ${part.note}`) && note}]`))
      .join("");
    document.font("Serif").fontSize(10.5).text(text, { align: "justify", indent: 21, lineGap: 4 });
    document.fontSize(8);
    for (const each of notes) document.text(each);
  }
  if (section.table !== null) {
    document.font("Sans").fontSize(9).text(`${section.table.caption}　${section.table.unit}`, { align: "center" });
    document.font("Serif");
    for (const row of [section.table.head, ...section.table.rows]) {
      if (document.y + 18 > document.page.maxY()) document.addPage();
      const top = document.y + 3;
      row.forEach((cell, at) =>
        document.text(cell, margins.left + at * 74, top, {
          width: 70,
          align: at === 0 ? "left" : "right",
          lineBreak: false,
        }),
      );
      document.y = top + 15;
      document.x = margins.left;
    }
  }
  if (section.chart !== null) {
    if (document.y + 240 > document.page.maxY()) document.addPage();
    svgToPdf(document, charts[section.chart.key] ?? "", document.x, document.y, {
      fontCallback: () => "Sans",
      assumePt: true,
    });
    document.y += 220;
    document.font("Sans").fontSize(9).text(section.chart.caption, { align: "center" });
  }
}
document.end();
await finished(stream);
