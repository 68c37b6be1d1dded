import type { Sample, SamplePart, SampleTable } from "./sample.ts";

/** The sample as HTML for printers of HTML: notes follow their section, since neither sets notes at the foot alike; faces are the same files as for the others. */
export function htmlSource(
  sample: Sample,
  fonts: Readonly<Record<string, string>>,
  svg: (key: string) => string,
): string {
  const faces = Object.entries(fonts).map(([name, file]) => {
    const [family, weight] = name.split(" ");
    return `@font-face{font-family:${family};font-weight:${weight};src:url("file://${file}")}`;
  });
  const sections = sample.sections.map((section) => {
    const notes: string[] = [];
    const inline = (part: SamplePart): string =>
      typeof part === "string" ? escaped(part) : `<sup>${notes.push(escaped(part.note))}</sup>`;
    const paragraphs = section.paragraphs.map((parts) => `<p>${parts.map(inline).join("")}</p>`);
    return `<h2>${section.title}</h2>${paragraphs.join("")}${section.table === null ? "" : tableOf(section.table)}${
      section.chart === null
        ? ""
        : `<figure>${svg(section.chart.key).replace("Noto Sans SC", "SampleSans")}<figcaption>${section.chart.caption}</figcaption></figure>`
    }<ol>${notes.map((note) => `<li>${note}</li>`).join("")}</ol>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${sample.title}</title><style>
${faces.join("\n")}
@page{size:A4;margin:30mm 26mm 28mm;@bottom-center{content:counter(page)}}
body{font:10.5pt/1.8 SampleSerif;margin:0}p{text-indent:2em;margin:0;text-align:justify}
h1,h2,figcaption,caption,svg text{font-family:SampleSans}h1{text-align:center;font-size:24pt}h2{font-size:15pt}
table{width:100%;border-collapse:collapse;font-size:9pt}td,th{font-weight:400;border-block:.5pt solid #999;text-align:right}td:first-child{text-align:left}
thead{display:table-header-group}tr,figure{break-inside:avoid}ol{font-size:8pt;padding-left:2em}figure{margin:1em 0;text-align:center}
</style><h1>${sample.title}</h1><p>${sample.issuer}　${sample.date}</p>${sections.join("\n")}</html>`;
}

function tableOf({ caption, unit, head, rows }: SampleTable): string {
  return `<table><caption>${caption}　${unit}</caption><thead><tr>${cells(head, "th")}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row, "td")}</tr>`)
    .join("")}</tbody></table>`;
}

function cells(row: readonly string[], tag: string): string {
  return row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
