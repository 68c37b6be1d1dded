import type { Sample, SamplePart, SampleTable } from "./sample.ts";

/** The sample as Typst's markup, set as our monthly theme sets it: sizes, leading, margins, notes at the foot. */
export function typstSource(sample: Sample): string {
  const sections = sample.sections.map((section) =>
    [
      `== #${quoted(section.title)}`,
      ...section.paragraphs.map((parts) => parts.map(inlineOf).join("")),
      ...(section.table === null ? [] : [tableOf(section.table)]),
      ...(section.chart === null
        ? []
        : [
            `#figure(image("${section.chart.key}.svg", alt: ${quoted(sample.charts[section.chart.key]?.description ?? "")}), supplement: none, numbering: none, caption: [#${quoted(section.chart.caption)}])`,
          ]),
    ].join("\n\n"),
  );
  return `#set document(title: ${quoted(sample.title)}, author: ${quoted(sample.issuer)}, date: datetime(year: 2024, month: 4, day: 3))
#set page(paper: "a4", margin: (top: 30mm, bottom: 28mm, x: 26mm), numbering: "1")
#set text(font: "Noto Serif SC", lang: "zh", region: "cn", size: 10.5pt)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.8em, spacing: 0.8em)
#show heading: set text(font: "Noto Sans SC")
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: set text(font: "Noto Sans SC", size: 9pt)
#set footnote(numbering: "①")
= #${quoted(sample.title)}

#align(center)[#${quoted(`${sample.issuer}　${sample.date}`)}]

${sections.join("\n\n")}
`;
}

function inlineOf(part: SamplePart): string {
  return typeof part === "string" ? `#${quoted(part)}` : `#footnote[#${quoted(part.note)}]`;
}

function tableOf({ caption, unit, head, rows }: SampleTable): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `[#${quoted(cell)}]`).join(", ");
  return `#figure(kind: table, supplement: none, numbering: none, caption: [#${quoted(caption)} #h(1fr) #${quoted(unit)}],
  table(columns: (2fr, 1fr, 1fr, 1fr, 1.4fr, 1.2fr), align: (x, y) => if y == 0 { center } else if x == 0 { left } else { right },
    stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt),
    table.header(${cells(head)}),
    ${rows.map(cells).join(",\n    ")}))`;
}

/** A string of Typst's code mode. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, "\\$&")}"`;
}
