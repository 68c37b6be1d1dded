import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Pdf from "pdfkit";
import { type Article, titleOf } from "./article.ts";

/** What a newspaper prints round an article. */
export interface PdfOptions {
  readonly masthead: string;
  readonly date: string;
  readonly page: string;
}

/** A line with its place on the page, in points from the top left corner. */
interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const face = import.meta.resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
const margin = 50;
const gutter = 24;
const bodySize = 10.5;
const leading = 17;
const top = 150;
const bottom = 334;

/** Writes an article as a newspaper page of two columns with its furniture; real text, fixed dates. */
export async function toPdf(article: Article, options: PdfOptions): Promise<Uint8Array> {
  const regular = await readFile(fileURLToPath(face));
  const document = new Pdf({
    size: "A4",
    margin: 0,
    // Compressed bytes would depend on the zlib of the machine.
    compress: false,
    info: {
      Title: titleOf(article),
      CreationDate: new Date(Date.UTC(2023, 4, 31)),
    },
  });
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => {
    document.on("end", resolve);
  });
  document.registerFont("serif", regular);
  document.font("serif");
  const measure = (text: string, size: number): number => document.fontSize(size).widthOfString(text);
  const lines = [...furniture(document.page.width, options), ...columns(article, document.page.width, measure)];
  for (const { text, x, y, size } of lines) document.fontSize(size).text(text, x, y, { lineBreak: false });
  document
    .moveTo(margin, 62)
    .lineTo(document.page.width - margin, 62)
    .stroke();
  document.end();
  await finished;
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

function furniture(width: number, options: PdfOptions): PlacedLine[] {
  return [
    { text: `${options.page} 综合`, x: margin, y: 40, size: 11 },
    { text: options.masthead, x: width / 2 - 36, y: 36, size: 14 },
    { text: options.date, x: width - margin - 130, y: 40, size: 10 },
    { text: "广告　示例书城年中庆 全场满200元减80元 前500名赠书签", x: margin, y: 640, size: 12 },
    { text: "责任编辑 辛简　版式设计 方言　电话 0700-0000000", x: margin, y: 800, size: 8.5 },
    { text: "本版投稿信箱 editor@example.com", x: width - margin - 150, y: 800, size: 8.5 },
  ];
}

/** Sets title and second title across the page and the rest in two columns that break in mid-sentence. */
function columns(article: Article, width: number, measure: (text: string, size: number) => number): PlacedLine[] {
  const [title, second, ...rest] = article.blocks.flatMap((block) => (block.type === "table" ? [] : [block]));
  const placed: PlacedLine[] = [
    { text: title?.text ?? "", x: margin, y: 78, size: 24 },
    { text: second?.text ?? "", x: margin, y: 116, size: 14 },
  ];
  const columnWidth = (width - 2 * margin - gutter) / 2;
  let x = margin;
  let y = top;
  for (const block of rest) {
    const heading = block.type === "heading";
    const size = heading ? 12.5 : bodySize;
    for (const text of linesOf(heading ? block.text : `　　${block.text}`, columnWidth, (line) =>
      measure(line, size),
    )) {
      if (y > bottom && x === margin) {
        x += columnWidth + gutter;
        y = top;
      }
      placed.push({ text, x, y, size });
      y += leading;
    }
  }
  return placed;
}

/** Breaks a paragraph into lines that fit, never before a closing mark and never inside a number. */
function linesOf(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  // Matches a number or Latin word whole, else one character with the closing marks that follow it.
  for (const [piece] of text.matchAll(/[\p{sc=Latn}\d.%]+|[“（《].|./gu)) {
    const closing = /^[，。、；：！？”’）》]/u.test(piece);
    if (line !== "" && !closing && measure(line + piece) > width) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  return [...lines, line];
}
