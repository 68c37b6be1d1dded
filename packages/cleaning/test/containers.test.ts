import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readSource } from "../src/index.ts";
import { cleaned, origin, removed } from "./helpers.ts";

const paragraphs = [
  "今年以来，某市公安机关共破获电信网络诈骗案件90起，抓获犯罪嫌疑人126名。",
  "市公安局有关负责人介绍，公安机关累计劝阻潜在受害群众3.2万人次，成效明显。",
  "下一步，全市公安机关将持续开展宣传防范，守住群众的钱袋子。",
];

const page = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>某市警方通报打击成果_某某网</title>
<meta name="publishdate" content="2023-12-20"><link rel="canonical" href="https://example.cn/a.html">
<script>var text = "共破获案件999起，抓获嫌疑人。";</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>
<div class="crumb">首页 &gt; 新闻 &gt; 正文</div>
<div class="main"><h1>某市警方通报打击成果</h1><p class="info">2023-12-20 10:31 来源：某某日报</p>
<div class="content"><p>　　${paragraphs[0]}</p>
<p>市公安局有关负责人介绍，公安机关累计劝阻<ruby>潜<rt>qián</rt></ruby>在受害群众3.2万人次&#65292;成效明显。</p>
<ul class="related"><li><a href="/1">外地警方破获赌博案</a></li><li><a href="/2">春运首日客流平稳</a></li></ul>
<p>${paragraphs[2]}
<table><tr><th>地区</th><th>案件</th></tr><tr><td>东区</td><td>45起</td></tr></table></div></div>
<div class="comment-list"><p>网友甲：说得好，支持警方打击诈骗，大家都要注意。</p></div>
<footer>版权所有 某某网</footer></body></html>`;

test("reads the article of an HTML page, and leads its figures back into the markup", async () => {
  const result = await cleaned(page, { document: "a.html" });
  expect(result.source.text).toBe(page);
  expect(result.text).toBe(["某市警方通报打击成果", ...paragraphs, "地区\t案件", "东区\t45起"].join("\n"));
  expect(origin(result, "90起")).toBe("90起");
  expect(origin(result, "人次，成")).toBe("人次&#65292;成");
  expect(removed(result, "html-furniture").join()).toContain("外地警方破获赌博案");
  const { metadata } = result.articles[0] ?? {};
  expect(metadata?.title?.value).toBe("某市警方通报打击成果");
  expect(metadata?.published?.value).toBe("2023-12-20");
  expect(metadata?.publisher?.value).toBe("某某日报");
  expect(metadata?.url?.value).toBe("https://example.cn/a.html");
});

test("reads Markdown without its marks, and leads figures back into it", async () => {
  const result = await cleaned(
    `---\ntitle: 某市通报\ndate: 2023-12-20\n---\n\n# 某市通报\n\n今年以来，**某市**共破获[案件](http://example.cn)90起，成效明显。\n\n| 地区 | 案件 |\n| --- | --- |\n| 东区 | 45起 |\n`,
    { document: "a.md" },
  );
  expect(result.text).toBe("某市通报\n今年以来，某市共破获案件90起，成效明显。\n地区\t案件\n东区\t45起");
  expect(origin(result, "案件90起")).toBe("案件](http://example.cn)90起");
  expect(result.articles[0]?.metadata.published?.value).toBe("2023-12-20");
});

const w = (body: string): Uint8Array =>
  zipSync({
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`;

test("reads a Word document: paragraphs with their numbers, tables as rows, no deleted text", async () => {
  const body =
    p("某市通报打击成果") +
    `<w:p><w:r><w:t>今年共破获案件</w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:r><w:t>90起，成效明显。</w:t></w:r></w:p>` +
    `<w:tbl>${row("地区", "案件数")}${row("东区", "45起")}</w:tbl>`;
  const result = await cleaned(w(body), { document: "a.docx" });
  expect(result.text).toBe("某市通报打击成果\n今年共破获案件90起，成效明显。\n地区\t案件数\n东区\t45起");
  expect(result.source.encoding).toBe("container");
  expect(
    result.source.places.map(({ start, end, paragraph }) => [paragraph, result.source.text.slice(start, end)]),
  ).toEqual([
    [1, "某市通报打击成果"],
    [2, "今年共破获案件90起，成效明显。"],
    [3, "地区\t案件数"],
    [4, "东区\t45起"],
  ]);
});

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
  ["a.pdf", pdf([""]), "cleaning/pdf-without-text"],
  ["a.pdf", pdf(["BT ET"]).slice(0, 60), "cleaning/pdf-broken"],
  [
    "a.pdf",
    pdf(
      [show(50, 40, ["某市"])],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>]`,
    ),
    "cleaning/pdf-encrypted",
  ],
  ["a.docx", w("<w:p>").slice(0, 80), "cleaning/docx-broken"],
  ["a.docx", w("<w:p><w:r>"), "cleaning/docx-broken"],
  ["a.docx", w(p("")), "cleaning/docx-without-text"],
  ["a.docx", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "cleaning/docx-broken"],
])("tells what is wrong with %s and what to do: case %#", async (document, bytes, rule) => {
  const { source, diagnostics } = await readSource(bytes, { document });
  expect(source).toBeNull();
  expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
  expect(diagnostics[0]?.hint).toBeTruthy();
});
