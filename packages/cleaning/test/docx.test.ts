import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readSource } from "../src/index.ts";
import { numberAs } from "../src/readers/docx/numbering.ts";
import { docx, field, item, numbering, p, part, r, tbl, tc, tr } from "./docx/build.ts";
import { cleaned, removed } from "./helpers.ts";

/** The lines that are read, each with its role where it has one. */
async function lines(bytes: Uint8Array): Promise<string[]> {
  const { source, diagnostics } = await readSource(bytes, { document: "a.docx" });
  expect(diagnostics).toEqual([]);
  return (source?.places ?? []).map(({ start, end, role }) => {
    const text = source?.text.slice(start, end) ?? "";
    return role === undefined ? text : `${role}: ${text}`;
  });
}

test("reads paragraphs with their numbers, tables as rows, no deleted text", async () => {
  const body =
    p("某市通报打击成果") +
    `<w:p>${r("今年共破获案件")}<w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins>${r("90")}</w:ins>${r("起，成效明显。")}</w:p>` +
    tbl(tr("地区", "案件数"), tr("东区", "45起"));
  const result = await cleaned(docx(body), { document: "a.docx" });
  expect(result.text).toBe("某市通报打击成果\n今年共破获案件90起，成效明显。\n地区\t案件数\n东区\t45起");
  expect(result.source.encoding).toBe("container");
  expect(result.source.places.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4]);
});

test("marks headings by style, by what a style inherits and by outline, but no sentence", async () => {
  const styles = part(
    "styles",
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:styleId="a3"><w:name w:val="标题"/></w:style>' +
      '<w:style w:styleId="own"><w:name w:val="大队标题"/><w:basedOn w:val="1"/></w:style>' +
      '<w:style w:styleId="note"><w:name w:val="标题栏说明"/></w:style>',
  );
  const body =
    p("某县春运工作通报", '<w:pStyle w:val="a3"/>') +
    p("总体情况", '<w:pStyle w:val="1"/>') +
    p("客流", '<w:pStyle w:val="own"/>') +
    p("下一步打算", '<w:outlineLvl w:val="1"/>') +
    p("全县发送旅客12.4万人次，秩序平稳。", '<w:pStyle w:val="1"/>') +
    p("表头说明", '<w:pStyle w:val="note"/>');
  expect(await lines(docx(body, { "word/styles.xml": styles }))).toEqual([
    "heading: 某县春运工作通报",
    "heading: 总体情况",
    "heading: 客流",
    "heading: 下一步打算",
    "全县发送旅客12.4万人次，秩序平稳。",
    "表头说明",
  ]);
});

test("writes the numbers that Word shows, level by level, and starts lower levels anew", async () => {
  const list = numbering([
    ["chineseCountingThousand", "%1、"],
    ["chineseCountingThousand", "（%2）"],
    ["decimal", "%3."],
    ["decimal", "%1.%4"],
  ]);
  const body =
    p("抓好巡查", item(0)) +
    p("白天巡查", item(1)) +
    p("夜间巡查", item(1)) +
    p("两人一组", item(2)) +
    p("抓好宣传", item(0)) +
    p("入户宣传", item(1)) +
    p("三级", item(3));
  expect(await lines(docx(body, { "word/numbering.xml": list }))).toEqual([
    "一、抓好巡查",
    "（一）白天巡查",
    "（二）夜间巡查",
    "1.两人一组",
    "二、抓好宣传",
    "（一）入户宣传",
    "二.1 三级",
  ]);
});

test("counts lists of one definition on, and starts an overridden one anew", async () => {
  const list = numbering(
    [["decimal", "%1."]],
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>' +
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  );
  const body =
    p("甲事", item(0)) + p("乙事", item(0)) + p("丙事", item(0, 2)) + p("丁事", item(0, 2)) + p("无号", item(0, 0));
  expect(await lines(docx(body, { "word/numbering.xml": list }))).toEqual([
    "1.甲事",
    "2.乙事",
    "1.丙事",
    "2.丁事",
    "无号",
  ]);
});

test("numbers a style that is bound to a list, and reads a bullet of a font of signs", async () => {
  const list = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uF06C"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="6"/></w:num>',
  );
  const styles = part(
    "styles",
    '<w:style w:styleId="art"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>',
  );
  const body =
    p("为了规范养犬，制定本办法。", '<w:pStyle w:val="art"/>') +
    p("本办法自发布之日起施行。", '<w:pStyle w:val="art"/>') +
    p("登记", item(0, 8));
  expect(await lines(docx(body, { "word/numbering.xml": list, "word/styles.xml": styles }))).toEqual([
    "第1条 为了规范养犬，制定本办法。",
    "第2条 本办法自发布之日起施行。",
    "●登记",
  ]);
});

test.each([
  [12, "chineseCountingThousand", "十二"],
  [20, "chineseCounting", "二十"],
  [105, "japaneseCounting", "一百零五"],
  [3, "decimalEnclosedCircleChinese", "③"],
  [3, "chineseLegalSimplified", "叁"],
  [2, "ideographTraditional", "乙"],
  [28, "lowerLetter", "bb"],
  [14, "upperRoman", "XIV"],
  [7, "decimalZero", "07"],
  [10, "ideographDigital", "一〇"],
])("writes %d as %s: %s", (value, format, text) => {
  expect(numberAs(value, format)).toBe(text);
});

test("repeats a merged head at its rows and columns, and says a merged figure once", async () => {
  const body = tbl(
    tr(tc("全市警情统计", { span: 4 })),
    tr(tc("片区", { merge: "restart" }), tc("警情（起）", { span: 2 }), "民警"),
    tr(tc("", { merge: "continue" }), "本月", "上月", ""),
    tr(tc("城东", { merge: "restart" }), "45", "52", tc("6名", { merge: "restart" })),
    tr(tc("", { merge: "continue" }), "3", "4", tc("", { merge: "continue" })),
  );
  expect(await lines(docx(body))).toEqual([
    "全市警情统计",
    "row: 片区\t警情（起）\t警情（起）\t民警",
    "row: 片区\t本月\t上月",
    "row: 城东\t45\t52\t6名",
    "row: 城东\t3\t4",
  ]);
});

test("reads a frame of one cell as paragraphs, and a table within a cell in its row", async () => {
  const body =
    tbl(tr(tc(p("背景") + p("全镇有12个村。")))) +
    tbl(tr("项目", "内容"), tr("水渠", tc(tbl(tr("新建", "3条"), tr("修缮", "5条")) + p(""))));
  expect(await lines(docx(body))).toEqual([
    "背景",
    "全镇有12个村。",
    "row: 项目\t内容",
    "row: 水渠\t新建 3条 修缮 5条",
  ]);
});

test("reads a text box once, after the paragraph that it hangs on", async () => {
  const box = `<w:txbxContent>${p("热线96110")}</w:txbxContent>`;
  const body =
    `<w:p>${r("全县开展")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r("宣传活动。")}</w:p>` +
    `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p("旧式文本框")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
  expect(await lines(docx(body))).toEqual(["全县开展宣传活动。", "热线96110", "旧式文本框"]);
});

test("reads footnotes and endnotes after their paragraphs, with their marks", async () => {
  const footnotes = part(
    "footnotes",
    `<w:footnote w:type="separator" w:id="-1">${p("—")}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r("按立案口径统计。")}`)}</w:footnote>`,
  );
  const endnotes = part("endnotes", `<w:endnote w:id="3">${p("见年鉴第5章。")}</w:endnote>`);
  const body =
    `<w:p>${r("全年发案90起")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("，下降5%。")}</w:p>` +
    `<w:p>${r("降幅居前")}<w:r><w:endnoteReference w:id="3"/></w:r>${r("。")}</w:p>`;
  expect(await lines(docx(body, { "word/footnotes.xml": footnotes, "word/endnotes.xml": endnotes }))).toEqual([
    "全年发案90起¹，下降5%。",
    "note: ¹ 按立案口径统计。",
    "降幅居前²。",
    "note: ² 见年鉴第5章。",
  ]);
});

test("takes headers, footers, comments, hidden text, field codes and page numbers out", async () => {
  const body =
    `<w:p>${r("第一段")}${r("隐藏的批注", "<w:vanish/>")}${r("不隐藏", '<w:vanish w:val="0"/>')}<w:commentRangeStart w:id="0"/>${field('HYPERLINK "http://example.cn"', r("链接文字"))}<w:r><w:commentReference w:id="0"/></w:r></w:p>` +
    p(`${r("第")}${field("PAGE", r("7"))}${r("页")}`) +
    `<w:sectPr><w:headerReference r:id="rId9"/></w:sectPr>`;
  expect(
    await lines(
      docx(body, { "word/header1.xml": part("hdr", p("页眉")), "word/comments.xml": part("comments", p("批注")) }),
    ),
  ).toEqual(["第一段不隐藏链接文字", "第页"]);
});

const entry = (text: string, page: string): string => `${r(text)}<w:r><w:tab/></w:r>${r(page)}`;

test("takes a table of contents out of the article", async () => {
  const body =
    p("全县气象服务年报") +
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${entry("一、降水", "1")}</w:p>` +
    `<w:p>${entry("二、气温", "3")}</w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
    p("全年降水量612毫米，比常年偏多一成，大部分地区墒情良好。") +
    p("夏季高温日数21天，群众生产生活未受大的影响。");
  const result = await cleaned(docx(body), { document: "a.docx" });
  expect(result.text).toBe(
    "全县气象服务年报\n全年降水量612毫米，比常年偏多一成，大部分地区墒情良好。\n夏季高温日数21天，群众生产生活未受大的影响。",
  );
  expect(removed(result, "running-head").join("")).toContain("二、气温");
});

test("accepts tracked changes: moved text once, a joined paragraph, a deleted row, properties as they are", async () => {
  const body =
    `<w:p><w:moveFrom w:id="1">${r("旧处的句子。")}</w:moveFrom>${r("开头。")}</w:p>` +
    `<w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr>${r("前半句，")}</w:p>` +
    `<w:p><w:moveTo w:id="3">${r("后半句。")}</w:moveTo></w:p>` +
    `<w:p><w:pPr><w:pPrChange w:id="4"><w:pPr><w:pStyle w:val="1"/>${item(0)}</w:pPr></w:pPrChange></w:pPr>${r("正文。")}</w:p>` +
    tbl(tr("甲", "1"), `<w:tr><w:trPr><w:del w:id="5"/></w:trPr>${tc("乙")}${tc("2")}</w:tr>`);
  const list = numbering([["decimal", "%1."]]);
  expect(await lines(docx(body, { "word/numbering.xml": list }))).toEqual([
    "开头。",
    "前半句，后半句。",
    "正文。",
    "row: 甲\t1",
  ]);
});

test("reads signs, tabs, breaks, hyphens, ruby and circled numbers", async () => {
  const ruby =
    "<w:r><w:ruby><w:rt><w:r><w:t>lí</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>黎</w:t></w:r></w:rubyBase></w:ruby></w:r>";
  const circled = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\o\\ac(○,3) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body =
    `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${r("已办")}<w:r><w:tab/></w:r>${r("软\u00AD连字")}<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>${r("T3")}</w:p>` +
    `<w:p>${ruby}${r("族村寨")}<w:r><w:br/></w:r>${r("第二行")}<w:r><w:br w:type="page"/></w:r></w:p>` +
    `<w:p>${circled}${r("登记")}</w:p>`;
  const { source } = await readSource(docx(body), { document: "a.docx" });
  expect(source?.text).toBe("☑已办\t软连字-T3\n黎族村寨\n第二行\n③登记\n");
});

test("reads content controls without their prompts, and documents and diagrams that are put in", async () => {
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="rId1" Target="afchunk.htm"/><Relationship Id="rId2" Target="diagrams/data1.xml"/></Relationships>';
  const diagram =
    '<dgm:dataModel xmlns:dgm="d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>受理</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>办结</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>';
  const body =
    `<w:sdt><w:sdtPr/><w:sdtContent>${p("控件里的正文。")}</w:sdtContent></w:sdt>` +
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("单击此处输入文字。")}</w:sdtContent></w:sdt>` +
    `<w:altChunk r:id="rId1"/>` +
    `<w:p>${r("流程如下。")}<w:r><w:drawing><dgm:relIds r:dm="rId2"/></w:drawing></w:r></w:p>`;
  const parts = {
    "word/_rels/document.xml.rels": relations,
    "word/diagrams/data1.xml": diagram,
    "word/afchunk.htm":
      '<html><head><meta charset="utf-8"><title>x</title></head><body><p>网页粘贴的一段。</p><p>第二段。</p></body></html>',
  };
  expect(await lines(docx(body, parts))).toEqual([
    "控件里的正文。",
    "网页粘贴的一段。",
    "第二段。",
    "流程如下。",
    "受理",
    "办结",
  ]);
});

test("reads strict documents, other prefixes and UTF-16 parts", async () => {
  const body = `<w:body>${p("全镇春耕")}${tbl(tr("村", "亩"), tr("东村", "300"))}</w:body>`;
  const wide = Buffer.from(`\uFEFF${part("document", body)}`, "utf16le");
  for (const xml of [
    strToU8(part("document", body, { strict: true })),
    strToU8(part("document", body, { prefix: "ns0" })),
    wide,
  ]) {
    expect(await lines(zipSync({ "word/document.xml": xml }))).toEqual(["全镇春耕", "row: 村\t亩", "row: 东村\t300"]);
  }
});

test("finds the text where the package says that it is", async () => {
  const rels =
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
  const bytes = zipSync({
    "_rels/.rels": strToU8(rels),
    "word/document2.xml": strToU8(part("document", p("换了名字的正文。"))),
  });
  expect(await lines(bytes)).toEqual(["换了名字的正文。"]);
});

test("keeps what can be read of a document that is cut off, and says where it ends", async () => {
  const body = Array.from({ length: 400 }, (_none, i) =>
    p(`第${i + 1}段，全镇第${i * 7}号地块已完成播种，进度正常。`),
  ).join("");
  const whole = docx(body);
  const { source, diagnostics } = await readSource(whole.slice(0, whole.length * 0.6), { document: "a.docx" });
  expect(source?.text).toMatch(/^第1段/u);
  expect(diagnostics.map((one) => one.rule)).toEqual(["cleaning/docx-cut-off"]);
  expect(diagnostics[0]?.message).toMatch(/after paragraph \d+ /u);
  const broken = await readSource(
    zipSync({ "word/document.xml": strToU8(part("document", p("头一段。") + "<w:p><w:r>").slice(0, -20)) }),
    { document: "a.docx" },
  );
  expect(broken.source?.text).toBe("头一段。\n");
  expect(broken.diagnostics.map((one) => one.rule)).toEqual(["cleaning/docx-cut-off"]);
});

const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]);

test.each([
  ["a.docx", docx("<w:p>").slice(0, 40), "docx-broken"],
  ["a.docx", zipSync({ "word/document.xml": strToU8(part("document", "<w:p><w:r>").slice(0, -9)) }), "docx-broken"],
  ["a.docx", docx(p("")), "docx-without-text"],
  ["a.docx", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "docx-broken"],
  ["a.doc", ole, "docx-old-format"],
  ["a.wps", ole, "docx-old-format"],
  ["a.docx", Uint8Array.from([...ole, ...Buffer.from("EncryptedPackage", "utf16le")]), "docx-encrypted"],
  ["a.docx", strToU8("{\\rtf1\\ansi hello}"), "docx-old-format"],
])("tells what is wrong with %s and what to do: case %#", async (document, bytes, rule) => {
  const { source, diagnostics } = await readSource(bytes, { document });
  expect(source).toBeNull();
  expect(diagnostics.map((one) => one.rule)).toEqual([`cleaning/${rule}`]);
  expect(diagnostics[0]?.hint).toBeTruthy();
});

test("reads a page that was saved as .docx as the page that it is", async () => {
  const page = "<html><body><p>今年以来，全县共改造危房120户，群众住上了安全房。</p></body></html>";
  const { source } = await readSource(strToU8(page), { document: "a.docx" });
  expect(source?.format).toBe("html");
});
