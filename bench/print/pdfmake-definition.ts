import type { Sample, SamplePart, SampleTable } from "./sample.ts";

/** The sample as a definition for pdfmake; it has no notes at the foot, so that they follow their paragraph. Charts are named. */
export function pdfmakeDefinition(sample: Sample): unknown {
  let note = 0;
  const paragraph = (parts: readonly SamplePart[]): unknown[] => {
    const notes: string[] = [];
    const runs = parts.map((part) => {
      if (typeof part === "string") return part;
      notes.push(`${++note} ${part.note}`);
      return { text: `${note}`, sup: true };
    });
    return [
      { text: runs, alignment: "justify", leadingIndent: 21, margin: [0, 0, 0, 4] },
      ...notes.map((text) => ({ text, fontSize: 8 })),
    ];
  };
  return {
    pageSize: "A4",
    pageMargins: [74, 85, 74, 79],
    info: { title: sample.title, author: sample.issuer },
    defaultStyle: { font: "Serif", fontSize: 10.5, lineHeight: 1.2 },
    footer: null,
    content: [
      { text: sample.title, font: "Sans", bold: true, fontSize: 24, alignment: "center" },
      { text: `${sample.issuer}　${sample.date}`, alignment: "center", margin: [0, 0, 0, 12] },
      ...sample.sections.flatMap((section) => [
        { text: section.title, font: "Sans", bold: true, fontSize: 15, margin: [0, 12, 0, 6] },
        ...section.paragraphs.flatMap(paragraph),
        ...(section.table === null ? [] : tableOf(section.table)),
        ...(section.chart === null
          ? []
          : [
              { svg: section.chart.key, font: "Sans" },
              { text: section.chart.caption, font: "Sans", fontSize: 9, alignment: "center" },
            ]),
      ]),
    ],
  };
}

function tableOf({ caption, unit, head, rows }: SampleTable): unknown[] {
  return [
    { text: `${caption}　${unit}`, font: "Sans", fontSize: 9, alignment: "center" },
    {
      layout: "lightHorizontalLines",
      table: { headerRows: 1, widths: ["*", 60, 60, 60, 80, 70], body: [cells(head), ...rows.map(cells)] },
    },
  ];
}

function cells(row: readonly string[]): unknown[] {
  return row.map((text, at) => ({ text, fontSize: 9, alignment: at === 0 ? "left" : "right" }));
}
