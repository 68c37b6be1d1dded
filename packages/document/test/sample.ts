import type { Block, Data, Document, Footnote, Inline, TableCell, TableRow, Text, Theme } from "../src/index.ts";

/** Makes a small briefing with every kind of node: what the writers are tried out with. */
export function sampleDocument(): Document {
  return {
    type: "document",
    language: "zh-Hans",
    title: "反诈工作简报",
    properties: {
      issuer: "某市反诈中心",
      date: "2024-01-31",
      issue: "第12期（总第36期）",
      subject: "telecom-fraud",
      draft: true,
    },
    children: [
      { type: "running", slot: "head-start", children: [text("反诈工作简报　第12期")] },
      {
        type: "running",
        slot: "foot-center",
        children: [text("第"), { type: "pageNumber" }, text("页　共"), { type: "pageCount" }, text("页")],
      },
      { type: "paragraph", role: "masthead", children: [text("反诈工作简报")] },
      {
        type: "paragraph",
        role: "mastheadLine",
        children: [
          text("第12期　某市反诈中心编　"),
          { type: "time", datetime: "2024-01-31", children: [text("2024年1月31日")] },
        ],
      },
      { type: "toc", depth: 2 },
      {
        type: "section",
        id: "key",
        children: [
          { type: "heading", level: 1, id: "key-heading", children: [text("一、要点")] },
          {
            type: "paragraph",
            children: [
              { type: "time", datetime: "2023", children: [text("2023年")] },
              text("，全国破获案件"),
              data(437_000, "43.7万起", "o-000000000001", "p-o-000000000001"),
              note("b.txt#1", ["o-000000000001"]),
              text("，比上年公布的"),
              data(464_000, "46.4万起", "o-000000000002"),
              note("a.txt#1", ["o-000000000002"]),
              text("少，推算"),
              { type: "strong", children: [text("同比下降"), changed(-5.8, "5.8%")] },
              text("；预警劝阻逾"),
              data(13_890_000, "1389万人次", "o-000000000003"),
              note("b.txt#1", ["o-000000000003"]),
              text("。与境外执法机关合作的情况，见"),
              { type: "link", href: "#checks", children: [text("核对")] },
              text("一节，数字见"),
              { type: "reference", to: "t-crackdown", as: "label" },
              text("。"),
            ],
          },
          {
            type: "paragraph",
            children: [
              { type: "emphasis", children: [text("说明")] },
              text("：CO"),
              { type: "subscript", children: [text("2")] },
              text(" 与 m"),
              { type: "superscript", children: [text("2")] },
              text(" 只为试排上下标；"),
              { type: "bold", children: [text("粗体")] },
              text("亦然。"),
              { type: "lineBreak" },
              text("“另起一行”之后，仍是同一段——标点、破折号和省略号……都要照规矩排。"),
            ],
          },
        ],
      },
      {
        type: "section",
        id: "crackdown",
        children: [
          { type: "heading", level: 1, children: [text("二、打击")] },
          changeTable(),
          {
            type: "paragraph",
            role: "tableNote",
            children: [text("注：“…”表示未见公布；“—”表示期间不同，不可比。")],
          },
          {
            type: "figure",
            chart: "change-crackdown",
            alternative: "条形图：2023年破获案件43.7万起，2022年46.4万起，下降5.8%。",
            caption: [text("图1　破获案件：2023年与2022年比较")],
          },
          { type: "heading", level: 2, children: [text("（一）其他")] },
          {
            type: "list",
            ordered: false,
            children: [
              item("第一项：条目里的一段话，长一些，好看它折行之后如何缩进，又如何与上一行对齐。"),
              {
                type: "listItem",
                children: [
                  paragraph("第二项，下面还有小项："),
                  { type: "list", ordered: true, children: [item("小项甲"), item("小项乙")] },
                ],
              },
            ],
          },
        ],
      },
      { type: "pageBreak" },
      {
        type: "section",
        id: "checks",
        children: [
          { type: "heading", level: 1, children: [text("三、核对")] },
          paragraph("本期各来源之间未发现矛盾。"),
          { type: "heading", level: 2, children: [text("附：数据出处")] },
          {
            type: "quotation",
            children: [
              {
                type: "paragraph",
                children: [
                  text("据通报，2023年全国公安机关共破获电信网络诈骗案件"),
                  {
                    type: "link",
                    href: "#p-o-000000000001",
                    children: [data(437_000, "43.7万起", "o-000000000001", "o-000000000001")],
                  },
                  text("。"),
                ],
              },
            ],
          },
          {
            type: "paragraph",
            children: [
              text("全文见 "),
              { type: "link", href: "https://example.org/2024/01/05/b.html", children: [text("example.org")] },
              text("。"),
            ],
          },
        ],
      },
      {
        type: "imprint",
        children: [paragraph("报：某省反诈联席会议办公室"), paragraph("发：各县（市、区）反诈中心　共印30份")],
      },
    ],
  };
}

/** A theme with every role of the sample, on A4. */
export const sampleTheme: Theme = {
  name: "sample",
  families: {
    body: {
      faces: { "400": "noto-serif-sc-400", "700": "noto-serif-sc-700" },
      screen: ["Noto Serif SC", "Songti SC", "serif"],
    },
    heading: {
      faces: { "400": "noto-sans-sc-400", "700": "noto-sans-sc-700" },
      screen: ["Noto Sans SC", "PingFang SC", "sans-serif"],
    },
  },
  colours: {
    ink: "#1a1a1a",
    muted: "#555555",
    accent: "#9b1c1c",
    link: "#1f4e79",
    rule: "#9a9a9a",
    shade: "#f3f1ec",
    paper: "#ffffff",
  },
  roles: {
    masthead: {
      family: "heading",
      size: 24,
      weight: 700,
      colour: "accent",
      leading: 1.4,
      align: "center",
      spaceAfter: 6,
    },
    mastheadLine: { align: "center", ruleBelow: 1.5, ruleColour: "accent", padding: 4, spaceAfter: 14 },
    heading1: {
      family: "heading",
      size: 15,
      weight: 700,
      align: "start",
      spaceBefore: 18,
      spaceAfter: 8,
      keepWithNext: true,
    },
    heading2: {
      family: "heading",
      size: 12,
      weight: 700,
      align: "start",
      spaceBefore: 12,
      spaceAfter: 4,
      keepWithNext: true,
    },
    heading3: { family: "heading", size: 10.5, weight: 700, align: "start", keepWithNext: true },
    heading4: { family: "heading", size: 10.5, weight: 400, align: "start", keepWithNext: true },
    body: { family: "body", size: 10.5, weight: 400, colour: "ink", leading: 1.7, align: "justify", indent: 2 },
    list: { spaceAfter: 3 },
    quotation: { size: 9.5, background: "shade", padding: 6, spaceBefore: 3, spaceAfter: 6 },
    caption: {
      family: "heading",
      size: 9.5,
      weight: 700,
      align: "center",
      spaceBefore: 8,
      spaceAfter: 3,
      keepWithNext: true,
    },
    tableUnit: { family: "heading", size: 8.5, colour: "muted", align: "end" },
    tableHead: {
      family: "heading",
      size: 8.5,
      weight: 700,
      leading: 1.4,
      align: "center",
      padding: 3,
      background: "shade",
      ruleAbove: 1,
      ruleBelow: 0.5,
      ruleColour: "ink",
    },
    tableCell: {
      family: "heading",
      size: 8.5,
      leading: 1.4,
      align: "start",
      padding: 3,
      ruleBelow: 0.25,
      ruleColour: "rule",
    },
    tableNote: { size: 8.5, colour: "muted", leading: 1.5, align: "start", spaceBefore: 3, spaceAfter: 8 },
    footnote: { size: 8, leading: 1.45, align: "start" },
    footnoteMark: { colour: "link" },
    running: { family: "heading", size: 8, colour: "muted", align: "start" },
    data: {},
    link: { colour: "link" },
    chartText: { family: "heading", size: 8.5, leading: 1.3, align: "start" },
    toc: { family: "heading", size: 9.5, align: "start" },
  },
  page: {
    width: 210,
    height: 297,
    marginTop: 28,
    marginBottom: 25,
    marginInner: 26,
    marginOuter: 24,
    duplex: false,
    kinsoku: "gb",
  },
  screen: { measure: 42, size: 17 },
};

function changeTable(): Block {
  return {
    type: "table",
    id: "t-crackdown",
    caption: [text("表1　打击：本期与上年同期"), note("b.txt#1", ["o-000000000001", "o-000000000004"])],
    unit: "单位：起、名",
    columns: [3, 2, 2, 2],
    head: [
      row(head("指标", 1, 2), head("数值", 2, 1), head("推算同比", 1, 2)),
      row(head("2023年", 1, 1), head("2022年", 1, 1)),
    ],
    body: [
      row(
        rowHead("破获案件"),
        cell([data(437_000, "43.7万起", "o-000000000001")]),
        cell([data(464_000, "46.4万起", "o-000000000002"), note("a.txt#1", ["o-000000000002"])]),
        cell([changed(-5.8, "下降5.8%")]),
      ),
      row(
        rowHead("抓获犯罪嫌疑人"),
        cell([data(99_000, "9.9万余名", "o-000000000004")]),
        cell([mark("…")]),
        cell([mark("—")]),
      ),
    ],
    foot: [],
  };
}

function text(value: string): Text {
  return { type: "text", value };
}

function paragraph(value: string): Block {
  return { type: "paragraph", children: [text(value)] };
}

function item(value: string): { type: "listItem"; children: Block[] } {
  return { type: "listItem", children: [paragraph(value)] };
}

function data(value: number, printed: string, observation: string, id?: string): Data {
  return {
    type: "data",
    ...(id === undefined ? {} : { id }),
    value,
    observations: [observation],
    children: [text(printed)],
  };
}

function changed(value: number, printed: string): Data {
  return {
    type: "data",
    value,
    observations: ["o-000000000001", "o-000000000002"],
    children: [text(printed)],
  };
}

function mark(printed: string): Data {
  return { type: "data", value: null, observations: [], children: [text(printed)] };
}

function note(source: string, observations: string[]): Footnote {
  const bodies: Record<string, string> = {
    "a.txt#1": "新华社《打击治理工作一年综述》（2023年5月30日）",
    "b.txt#1": "央视新闻《公安部通报去年工作情况》（2024年1月9日）",
  };
  return { type: "footnote", source, observations, children: [text(bodies[source] ?? source)] };
}

function row(...cells: TableCell[]): TableRow {
  return { type: "row", cells };
}

function head(label: string, columnSpan: number, rowSpan: number): TableCell {
  return { type: "cell", header: "column", columnSpan, rowSpan, align: "center", children: [text(label)] };
}

function rowHead(label: string): TableCell {
  return { type: "cell", header: "row", columnSpan: 1, rowSpan: 1, align: "start", children: [text(label)] };
}

function cell(children: readonly Inline[]): TableCell {
  return { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "end", children };
}
