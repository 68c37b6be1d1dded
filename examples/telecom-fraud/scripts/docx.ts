import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { unzipSync, zipSync } from "fflate";
import { type Article, type Block, titleOf } from "./article.ts";

/** Writes an article as an office document with a header, a footer and real tables; the same bytes each time. */
export async function toDocx(article: Article): Promise<Uint8Array> {
  const { publisher = "", published = "" } = article.facts;
  const document = new Document({
    creator: publisher,
    title: titleOf(article),
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(`${publisher}　内部资料　注意保存`)] }) },
        footers: { default: new Footer({ children: [new Paragraph("第1页　共1页　印数：120份")] }) },
        children: article.blocks.map(elementOf),
      },
    ],
  });
  return withFixedDates(await Packer.toBuffer(document), published);
}

function elementOf(block: Block): Paragraph | Table {
  switch (block.type) {
    case "title":
      return new Paragraph({ text: block.text, heading: HeadingLevel.TITLE });
    case "heading":
      return new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 });
    case "paragraph":
      return new Paragraph({ children: runsOf(block.text), indent: { firstLine: 480 } });
    case "table":
      return new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: block.rows.map(
          (row, i) =>
            new TableRow({
              tableHeader: i === 0,
              children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
            }),
        ),
      });
  }
}

/** Cuts a paragraph into runs in the middle of words, as editing in an office program does. */
function runsOf(text: string): TextRun[] {
  const runs: TextRun[] = [];
  for (let i = 0; i < text.length; i += 17) runs.push(new TextRun(text.slice(i, i + 17)));
  return runs;
}

/** Writes the container again with one date in the document properties and in every entry. */
function withFixedDates(bytes: Uint8Array, published: string): Uint8Array {
  const files = unzipSync(bytes);
  const core = "docProps/core.xml";
  const properties = new TextDecoder().decode(files[core]);
  // Matches `>2026-11-22T06:24:00.000Z<`; must not match a date in running text.
  const dated = properties.replaceAll(/>\d{4}-\d{2}-\d{2}T[\d:.]+Z</gu, `>${published}T00:00:00Z<`);
  files[core] = new TextEncoder().encode(dated);
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  // A local date: the container holds local clock time, so that this is the same in every time zone.
  return zipSync(sorted, { level: 0, mtime: new Date(2024, 0, 10), os: 0 });
}
