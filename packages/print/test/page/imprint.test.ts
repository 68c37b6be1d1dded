import type { Block } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { layout } from "../../src/index.ts";
import { documentOf, dump, footnote, mm, paragraph, squareFaces, squareTheme, text, textFramesOf } from "../setting.ts";

function imprint(...children: Block[]): Block {
  return { type: "imprint", children };
}

/** Rows that stand together and fill a page but for a line. */
function tall(): Block[] {
  const cell = {
    type: "cell",
    header: null,
    columnSpan: 1,
    rowSpan: 1,
    align: "start",
    children: [text("格")],
  } as const;
  const rows = Array.from({ length: 8 }, (_, index) => ({
    type: "row" as const,
    cells: index === 0 ? [{ ...cell, rowSpan: 8 }, cell] : [cell],
  }));
  return [{ type: "table", caption: [text("表")], unit: null, columns: [], head: [], body: rows, foot: [] }];
}

const many = (count: number): Block[] => Array.from({ length: count }, () => paragraph("天"));

describe("the imprint", () => {
  it("stands at the foot of the last page, below what little text there is", () => {
    expect(dump([paragraph("天"), imprint(paragraph("报"), paragraph("发"))])).toEqual(["0,0 天\n0,8 报\n0,9 发"]);
  });

  it("stands at the foot of the last page of several", () => {
    const pages = dump([...many(12), imprint(paragraph("报"))]);
    expect(pages.length).toBe(2);
    expect(pages[0]).not.toContain("报");
    expect(pages[1]).toMatch(/0,9 报$/u);
  });

  it("takes a line or two of the text along to the page where it fits", () => {
    const pages = dump([...many(9), imprint(paragraph("报"), paragraph("发"))]);
    expect(pages.map((page) => page.match(/天/gu)?.length)).toEqual([7, 2]);
    expect(pages[1]).toBe("0,0 天\n0,1 天\n0,8 报\n0,9 发");
  });

  it("takes a page of its own where nothing may come along, and stands at its foot", () => {
    const pages = dump([
      paragraph("天".repeat(10).repeat(3)),
      { type: "pageBreak" },
      ...tall(),
      imprint(paragraph("报"), paragraph("发")),
    ]);
    expect(pages.at(-1)).toBe("0,8 报\n0,9 发");
  });

  it("just fits where it just fits", () => {
    expect(dump([...many(8), imprint(paragraph("报"), paragraph("发"))]).length).toBe(1);
  });

  it("has its last rule on the bottom of the type area", () => {
    const theme = squareTheme(
      { height: mm(120), marginTop: mm(10), marginBottom: mm(10) },
      { sending: { ruleAbove: 1, ruleBelow: 1, padding: 2, colour: "ink", ruleColour: "ink" } },
    );
    const block = imprint({ type: "paragraph", role: "sending", children: [text("报")] });
    const { pages } = layout(documentOf([paragraph("天"), block]), { theme, faces: squareFaces(), charts: {} });
    const rules = (pages[0]?.frames ?? []).flatMap((frame) => (frame.type === "box" ? [frame] : []));
    expect(rules.map(({ y, height }) => Math.round((y + height) * 100) / 100)).toEqual([95, 110]);
  });

  it("has the notes of its page above it", () => {
    const call: Block = { type: "paragraph", children: [text("天"), footnote("a", "甲")] };
    const lines = dump([call, imprint(paragraph("报"))])[0]?.split("\n");
    expect(lines?.slice(-2)).toEqual(["0,8 ①", "1.75,8 甲"]);
    expect(lines).toContain("0,9 报");
  });

  it("comes after the notes that are carried over to a page of their own", () => {
    const call: Block = { type: "paragraph", children: [text("天"), footnote("a", "甲乙丙丁戊己庚辛壬癸".repeat(15))] };
    const { pages } = layout(documentOf([call, imprint(paragraph("报"))]), {
      theme: squareTheme(),
      faces: squareFaces(),
      charts: {},
    });
    const last = pages.at(-1);
    expect(last && textFramesOf(last).some((frame) => frame.text === "报")).toBe(true);
    expect(pages.flatMap(textFramesOf).filter((frame) => frame.text === "报").length).toBe(1);
  });

  it("that is taller than a page is set as text is, and loses nothing", () => {
    const pages = dump([paragraph("天"), imprint(...many(14))]);
    expect(pages.join("\n").match(/天/gu)?.length).toBe(15);
  });

  it("is read last, as a part of its own", () => {
    const { structure, pages } = layout(documentOf([paragraph("天"), imprint(paragraph("报"))]), {
      theme: squareTheme(),
      faces: squareFaces(),
      charts: {},
    });
    const frame = pages.flatMap(textFramesOf).find((each) => each.text === "报");
    const parent = structure[frame?.element ?? 0]?.parent ?? 0;
    expect([structure[parent]?.kind, structure[parent]?.parent]).toEqual(["Sect", 0]);
  });
});
