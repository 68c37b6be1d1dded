import { describe, expect, it } from "vitest";
import type { Document } from "@jianbao/document";
import { layout, newMeasureCache } from "../../src/index.ts";
import { documentOf, footnote, monthlyTheme, paragraph, realFaces, text } from "../setting.ts";

function documentWith(value: string): Document {
  return documentOf([
    paragraph("全市公安机关共破获电信网络诈骗案件1.36万起，抓获犯罪嫌疑人2870余名，同比下降15%～22%。"),
    { type: "paragraph", children: [text(value), footnote("甲"), text("，其中冒充客服类占38.4%。")] },
    paragraph("举报请拨96110。"),
  ]);
}

describe("what earlier layouts measured", () => {
  const theme = monthlyTheme();
  const faces = realFaces();
  it("gives the same pages as measuring anew, whatever was changed in between", () => {
    const measures = newMeasureCache();
    for (const value of ["返还损失4,615.2万元", "返还损失逾九百万元", "返还损失4,615.2万元", "返还“损失”"]) {
      const document = documentWith(value);
      const anew = layout(document, { theme, faces, charts: {} });
      expect(layout(document, { theme, faces, charts: {}, measures })).toEqual(anew);
    }
  });

  it("keeps what the last two layouts used, and nothing else", () => {
    const measures = newMeasureCache();
    for (let round = 0; round < 6; round++)
      layout(documentWith(`第${round}次改动`), { theme, faces, charts: {}, measures });
    expect([...measures.texts.keys()].filter((key) => key.includes("次改动")).length).toBe(1);
    expect([...measures.former.keys()].filter((key) => key.includes("次改动")).length).toBe(1);
  });

  it("is not asked across sizes, faces, levels or languages", () => {
    const measures = newMeasureCache();
    const document = documentWith("返还损失4,615.2万元");
    layout(document, { theme, faces, charts: {}, measures });
    const gb = { ...theme, page: { ...theme.page, kinsoku: "gb" as const } };
    expect(layout(document, { theme: gb, faces, charts: {}, measures })).toEqual(
      layout(document, { theme: gb, faces, charts: {} }),
    );
    const english = { ...document, language: "en" as const };
    expect(layout(english, { theme, faces, charts: {}, measures })).toEqual(
      layout(english, { theme, faces, charts: {} }),
    );
  });

  it("reports a missing glyph in each layout", () => {
    const measures = newMeasureCache();
    const document = documentWith("受害人\u{e123}某");
    for (let round = 0; round < 3; round++) {
      const { diagnostics } = layout(document, { theme, faces, charts: {}, measures });
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["print/missing-glyph"]);
    }
  });
});
