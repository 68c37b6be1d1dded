import { expect, test } from "vitest";
import { readSource } from "../src/index.ts";
import { cleaned } from "./helpers.ts";

/** A PDF with the given page contents, its text in a font that is not embedded. */
function pdf(pages: readonly string[], trailer = ""): Uint8Array {
  const kids = pages.map((_page, i) => `${i * 2 + 6} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Resources << /Font << /F 3 0 R >> >> /Contents ${i * 2 + 7} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** Shows lines of text at a place, 14 points apart. */
function show(x: number, top: number, lines: readonly string[]): string {
  return lines
    .map((line, i) => {
      const hex = [...line].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");
      return `BT /F 10 Tf ${x} ${700 - top - i * 14} Td <${hex}> Tj ET`;
    })
    .join("\n");
}

test("reads a PDF column by column, and joins the sentence that the columns broke", async () => {
  const content = [
    show(50, 40, ["某市公安机关通报打击诈骗犯罪成果"]),
    show(50, 80, [
      "今年以来，某市公安机关共破获案件",
      "九十起，抓获犯罪嫌疑人一百二十六",
      "名，为群众挽回损失一千余万元，市",
      "公安局有关负责人介绍说，公安机关",
    ]),
    show(280, 80, [
      "累计劝阻潜在受害群众三万人次，成",
      "效明显。下一步，全市公安机关将持",
      "续开展宣传防范，坚持打防结合，守",
      "住群众的钱袋子。",
    ]),
  ].join("\n");
  const result = await cleaned(pdf([content]), { document: "a.pdf" });
  expect(result.text).toBe(
    "某市公安机关通报打击诈骗犯罪成果\n今年以来，某市公安机关共破获案件九十起，抓获犯罪嫌疑人一百二十六名，为群众挽回损失一千余万元，市公安局有关负责人介绍说，公安机关累计劝阻潜在受害群众三万人次，成效明显。下一步，全市公安机关将持续开展宣传防范，坚持打防结合，守住群众的钱袋子。",
  );
  const place = result.source.places.find(({ start, end }) => result.source.text.slice(start, end).startsWith("累计"));
  expect(place?.page).toBe(1);
  expect(place?.box?.[0]).toBeCloseTo(280, 0);
});

test.each([
  ["no text", pdf([""]), "cleaning/pdf-without-text"],
  ["a broken end", pdf(["BT ET"]).slice(0, 60), "cleaning/pdf-broken"],
  [
    "a password",
    pdf(
      [show(50, 40, ["某市"])],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>]`,
    ),
    "cleaning/pdf-encrypted",
  ],
])("tells what is wrong with a PDF with %s and what to do", async (_what, bytes, rule) => {
  const { source, diagnostics } = await readSource(bytes, { document: "a.pdf" });
  expect(source).toBeNull();
  expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
  expect(diagnostics[0]?.hint).toBeTruthy();
});
