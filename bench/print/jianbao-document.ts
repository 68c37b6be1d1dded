import type { Block, Document, Inline, TableCell } from "@jianbao/document";
import type { Sample, SamplePart, SampleTable } from "./sample.ts";

/** The sample as jianbao's document tree. */
export function documentOf(sample: Sample): Document {
  const running: Block = { type: "running", slot: "foot-center", children: [{ type: "pageNumber" }] };
  return {
    type: "document",
    language: "zh-Hans",
    title: sample.title,
    properties: { issuer: sample.issuer, date: sample.date, issue: null, subject: sample.title, draft: false },
    children: [
      running,
      { type: "heading", level: 1, role: "masthead", children: [text(sample.title)] },
      { type: "paragraph", role: "mastheadLine", children: [text(`${sample.issuer}　${sample.date}`)] },
      ...sample.sections.flatMap((section): Block[] => [
        { type: "heading", level: 2, children: [text(section.title)] },
        ...section.paragraphs.map((parts): Block => ({ type: "paragraph", children: parts.map(inlineOf) })),
        ...(section.table === null ? [] : [tableOf(section.table)]),
        ...(section.chart === null
          ? []
          : [
              {
                type: "figure" as const,
                chart: section.chart.key,
                alternative: sample.charts[section.chart.key]?.description ?? "",
                caption: [text(section.chart.caption)],
              },
            ]),
      ]),
    ],
  };
}

function inlineOf(part: SamplePart): Inline {
  if (typeof part === "string") return text(part);
  return { type: "footnote", source: part.note, observations: [], children: [text(part.note)] };
}

function tableOf(table: SampleTable): Block {
  const cell = (value: string, header: TableCell["header"], align: TableCell["align"]): TableCell => ({
    type: "cell",
    header,
    columnSpan: 1,
    rowSpan: 1,
    align,
    children: [text(value)],
  });
  return {
    type: "table",
    caption: [text(table.caption)],
    unit: table.unit,
    columns: [],
    head: [{ type: "row", cells: table.head.map((value) => cell(value, "column", "center")) }],
    body: table.rows.map((row) => ({
      type: "row",
      cells: row.map((value, at) => cell(value, at === 0 ? "row" : null, at === 0 ? "start" : "end")),
    })),
    foot: [],
  };
}

function text(value: string): Inline {
  return { type: "text", value };
}
