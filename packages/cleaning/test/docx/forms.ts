import { docx, field, item, numbering, p, part, r, tbl, tc, tr } from "./build.ts";

/** A Word document with what an editor reads in it. */
export interface Form {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly gold: readonly string[];
}

const title = "青石镇修缮水渠";
const first = "11月3日，青石镇水渠修缮工程完工，全长4.6公里。";
const second = "镇里说，明年春灌可多浇地1200亩。";
const around = (body: string, gold: readonly string[], parts: Record<string, string | Uint8Array> = {}) => ({
  bytes: docx(p(title) + p(first) + body + p(second), parts),
  gold: [title, first, ...gold, second],
});
const simple = (code: string, shown: string): string => `<w:fldSimple w:instr=" ${code} ">${shown}</w:fldSimple>`;
const raised = (text: string): string => r(text, '<w:vertAlign w:val="superscript"/>');

/** What Word documents hold beside plain paragraphs. */
export const forms: readonly Form[] = [
  {
    name: "a simple field with the page's number",
    ...around(p(r("验收单由三方签字。") + simple("PAGE", r("2"))), ["验收单由三方签字。"]),
  },
  {
    name: "a simple field with a date, and a number of a figure",
    ...around(
      p(
        r("验收日期：") +
          simple("DATE \\@ yyyy年M月d日", r("2023年11月3日")) +
          r("。见图") +
          simple("SEQ 图", r("4")) +
          r("。"),
      ),
      ["验收日期：2023年11月3日。见图4。"],
    ),
  },
  {
    name: "a field within a field's code",
    ...around(
      p(
        r("共有") +
          field(
            `IF ${"<"}/w:instrText></w:r>${field("NUMPAGES", r("9"))}<w:r><w:instrText> = 9 `.replace("<</", "</"),
            r("七"),
          ) +
          r("处渗漏得到修补。"),
      ),
      ["共有七处渗漏得到修补。"],
    ),
  },
  {
    name: "a drop capital in a frame of its own",
    bytes: docx(
      p(title) +
        p(r("水"), '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>') +
        p("渠边的老柳树下，几位老人正在看新修的闸门。") +
        p(second),
    ),
    gold: [title, "水渠边的老柳树下，几位老人正在看新修的闸门。", second],
  },
  {
    name: "raised figures of units and notes",
    ...around(
      p(
        r("新建蓄水池2座，占地640m") +
          raised("2") +
          r("，蓄水1500m") +
          raised("3") +
          r("，受益人口增长37%") +
          raised("1") +
          r("。"),
      ),
      ["新建蓄水池2座，占地640m²，蓄水1500m³，受益人口增长37%¹。"],
    ),
  },
  {
    name: "lowered figures of formulas",
    ...around(p(r("水样中的CO") + r("2", '<w:vertAlign w:val="subscript"/>') + r("含量正常。")), [
      "水样中的CO₂含量正常。",
    ]),
  },
  {
    name: "a headline as word art",
    bytes: docx(
      `<w:p><w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath style="font-family:黑体" string="${title}"/></v:shape></w:pict></w:r></w:p>` +
        p(first) +
        p(second),
    ),
    gold: [title, first, second],
  },
  {
    name: "a text box of old drawings",
    ...around(
      `<w:p>${r("渠首设了管理房。")}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p("看渠人：三代人守一条渠。")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
      ["渠首设了管理房。", "看渠人：三代人守一条渠。"],
    ),
  },
  {
    name: "chapters and articles that a list numbers",
    bytes: docx(
      p("青石镇水渠管护办法") +
        p("总则", item(0)) +
        p("本办法适用于镇内全部干渠。", item(1)) +
        p("管护经费由镇财政列支，每年不少于6万元。", item(1)),
      {
        "word/numbering.xml": numbering([
          ["chineseCountingThousand", "第%1章"],
          ["chineseCountingThousand", "第%2条"],
        ]),
      },
    ),
    gold: [
      "青石镇水渠管护办法",
      "第一章 总则",
      "第一条 本办法适用于镇内全部干渠。",
      "第二条 管护经费由镇财政列支，每年不少于6万元。",
    ],
  },
  {
    name: "a figure changed by track changes, within a word",
    ...around(
      `<w:p>${r("工程投资")}<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2">${r("21")}</w:ins>${r("8万元，其中自筹")}<w:ins w:id="3">${r("4")}<w:del w:id="4"><w:r><w:delText>9</w:delText></w:r></w:del></w:ins>${r("0万元。")}</w:p>`,
      ["工程投资218万元，其中自筹40万元。"],
    ),
  },
  {
    name: "a cell and a row that were deleted, and a row that was put in",
    ...around(
      tbl(
        tr("渠段", "长度（米）"),
        `<w:tr><w:trPr><w:ins w:id="5"/></w:trPr>${tc("上段")}${tc("1800")}</w:tr>`,
        `<w:tr><w:trPr><w:del w:id="6"/></w:trPr>${tc("旧段")}${tc("900")}</w:tr>`,
        tr("下段", "2800"),
      ),
      ["渠段\t长度（米）", "上段\t1800", "下段\t2800"],
    ),
  },
  {
    name: "soft hyphens, optional breaks and a page's end in mid-sentence",
    ...around(
      `<w:p>${r("承建单位为Water\u00ADworks公")}<w:r><w:softHyphen/><w:lastRenderedPageBreak/><w:br w:type="page"/></w:r>${r("司，工期90天。")}</w:p>`,
      ["承建单位为Waterworks公司，工期90天。"],
    ),
  },
  {
    name: "a bullet of a font of signs in the text",
    ...around(p(r("\uF06C", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + r("闸门12座，全部更换。")), [
      "●闸门12座，全部更换。",
    ]),
  },
  {
    name: "letters that a font of signs shows as boxes",
    ...around(
      p(
        r("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') +
          r("合格") +
          r("¨", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') +
          r("不合格"),
      ),
      ["☑合格□不合格"],
    ),
  },
  {
    name: "a check box and a list to choose from",
    ...around(
      `<w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14="w14"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r("☒")}</w:sdtContent></w:sdt>${r("已验收，验收人：")}<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="李某" w:value="1"/><w:listItem w:displayText="周某" w:value="2"/></w:dropDownList></w:sdtPr><w:sdtContent>${r("周某")}</w:sdtContent></w:sdt>${r("。")}</w:p>`,
      ["☒已验收，验收人：周某。"],
    ),
  },
  {
    name: "lines that end in breaks in mid-sentence",
    ...around(
      `<w:p>${r("修渠的第一天，")}<w:r><w:br/></w:r>${r("来了六十多位村民，")}<w:r><w:br/></w:r>${r("最大的七十三岁。")}</w:p>`,
      ["修渠的第一天，来了六十多位村民，最大的七十三岁。"],
    ),
  },
  {
    name: "two columns of an article as cells of one row",
    bytes: docx(
      p(title) +
        tbl(
          tr(
            tc(p(first) + p("渠道原为土渠，渗漏严重，三户争水是常事，每年都要调解十几回。")),
            tc(p("今年镇里筹资218万元，全线衬砌，又装了12座闸门，由专人看管。") + p(second)),
          ),
        ),
    ),
    gold: [
      title,
      first,
      "渠道原为土渠，渗漏严重，三户争水是常事，每年都要调解十几回。",
      "今年镇里筹资218万元，全线衬砌，又装了12座闸门，由专人看管。",
      second,
    ],
  },
  {
    name: "ruby above words, its base alone",
    ...around(
      `<w:p>${r("渠首有一座")}<w:r><w:ruby><w:rubyPr/><w:rt>${r("bēi")}</w:rt><w:rubyBase>${r("陂")}</w:rubyBase></w:ruby></w:r>${r("，建于清代。")}</w:p>`,
      ["渠首有一座陂，建于清代。"],
    ),
  },
  {
    name: "comments, bookmarks, proofing marks and smart tags",
    ...around(
      `<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:commentRangeStart w:id="0"/>${r("验收组由")}<w:smartTag w:element="place"><w:proofErr w:type="spellStart"/>${r("县水利局")}<w:proofErr w:type="spellEnd"/></w:smartTag>${r("牵头")}<w:commentRangeEnd w:id="0"/><w:r><w:annotationRef/><w:commentReference w:id="0"/></w:r>${r("。")}<w:bookmarkEnd w:id="0"/></w:p>`,
      ["验收组由县水利局牵头。"],
      { "word/comments.xml": part("comments", `<w:comment w:id="0">${p("这里要核实")}</w:comment>`) },
    ),
  },
  {
    name: "an equation with a fraction and a power",
    ...around(
      `<w:p>${r("流量按")}<m:oMath xmlns:m="m"><m:r><m:t>Q=v</m:t></m:r><m:sSup><m:e><m:r><m:t>d</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>${r("计算。")}</w:p>`,
      ["流量按Q=vd²计算。"],
    ),
  },
  {
    name: "a table in a cell beside words",
    ...around(tbl(tr("材料", tc(tbl(tr("水泥", "86吨"), tr("砂石", "310吨")))), tr("用工", "1460个")), [
      "材料\t水泥 86吨 砂石 310吨",
      "用工\t1460个",
    ]),
  },
];
