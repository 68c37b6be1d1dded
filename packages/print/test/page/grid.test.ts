import type { Block, TableCell, TableRow, Theme } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { type Page, type TextFrame, layout } from "../../src/index.ts";
import { geometryOf } from "../../src/page/geometry.ts";
import { documentOf, mm, paragraph, squareFaces, squareTheme, text, textFramesOf } from "../setting.ts";

/** The grid of GB/T 9704: 22 lines of 28 characters on 156 × 225 mm. */
const official = {
  width: 210,
  height: 297,
  marginTop: 37,
  marginBottom: 35,
  marginInner: 28,
  marginOuter: 26,
  grid: { lines: 22, characters: 28 },
} as const;

function officialTheme(roles: Theme["roles"] = {}): Theme {
  const base = squareTheme(official, roles);
  const body = { ...base.roles["body"], size: 15.79, leading: 1.875, align: "justify", indent: 2 } as const;
  return { ...base, roles: { ...base.roles, body, ...roles } };
}

function pagesOf(blocks: readonly Block[], theme: Theme): readonly Page[] {
  const { pages, diagnostics } = layout(documentOf(blocks), { theme, faces: squareFaces(), charts: {} });
  expect(diagnostics).toEqual([]);
  return pages;
}

/** The top of a text's em box, in millimetres from the top of the page. */
function topOf(frame: TextFrame): number {
  return mm(frame.y - 0.88 * frame.size);
}

function cell(value: string): TableCell {
  return {
    type: "cell",
    header: null,
    columnSpan: 1,
    rowSpan: 1,
    align: "start",
    children: [text(value)],
  };
}

describe("the line grid", () => {
  it("closes: 22 lines of 28 characters fill 156 × 225 mm to a hundredth of a millimetre", () => {
    const { grid } = geometryOf(officialTheme());
    expect(mm(grid?.em ?? 0)).toBeCloseTo(156 / 28, 6);
    expect(mm(21 * (grid?.pitch ?? 0) + (grid?.em ?? 0))).toBeCloseTo(225, 6);
    // The standard's own arithmetic: a line is 15/8 of a character, which closes to a twentieth of a millimetre.
    expect(mm(grid?.pitch ?? 0)).toBeCloseTo(10.446, 1);
  });

  it("has its first line at the top of the type area and its last at the bottom, 28 characters each", () => {
    const [page, second] = pagesOf([paragraph("天".repeat(28 * 30))], officialTheme());
    const lines = page === undefined ? [] : textFramesOf(page);
    expect(lines.length).toBe(22);
    expect(second && textFramesOf(second).length).toBe(9);
    expect(topOf(lines[0] as TextFrame)).toBeCloseTo(37, 1);
    expect(topOf(lines[21] as TextFrame) + mm(15.79)).toBeCloseTo(262, 1);
    expect(lines[1]?.text.length).toBe(28);
    expect(mm((lines[1]?.xs[27] ?? 0) + 15.79)).toBeCloseTo(156, 1);
  });

  it("leaves what stands on no line within the type area: rows and rules do not reach into the leading", () => {
    const theme = officialTheme({
      tableHead: { ruleAbove: 2, ruleColour: "ink" },
      tableCell: { size: 11, padding: 2 },
    });
    const rows = Array.from({ length: 90 }, (): TableRow => ({ type: "row", cells: [cell("甲"), cell("乙")] }));
    const table: Block = { type: "table", caption: [], unit: null, columns: [], head: [], body: rows, foot: [] };
    const pages = pagesOf([table], theme);
    expect(pages.length).toBeGreaterThan(1);
    for (const { frames } of pages) {
      for (const frame of frames) {
        const [top, bottom] =
          frame.type === "box"
            ? [frame.y, frame.y + frame.height]
            : frame.type === "text"
              ? [frame.y - 0.88 * frame.size, frame.y + 0.12 * frame.size]
              : [Infinity, 0];
        expect(mm(top)).toBeGreaterThan(36.9);
        expect(mm(bottom)).toBeLessThan(262.1);
      }
    }
  });

  it("holds body text whatever stands before it: headings, tables, small print", () => {
    const cell = {
      type: "cell",
      header: null,
      columnSpan: 1,
      rowSpan: 1,
      align: "start",
      children: [text("格")],
    } as const;
    const table: Block = {
      type: "table",
      caption: [text("表")],
      unit: null,
      columns: [],
      head: [],
      body: [{ type: "row", cells: [cell] }],
      foot: [],
    };
    const theme = officialTheme({
      heading1: { size: 22, leading: 1.4, spaceBefore: 7, spaceAfter: 5, align: "center" },
      small: { size: 10.5, leading: 1.5 },
      ruled: { ruleAbove: 1, padding: 3 },
      caption: { size: 12 },
      tableCell: { size: 12, padding: 3 },
    });
    const blocks: Block[] = [
      { type: "heading", level: 1, children: [text("题")] },
      paragraph("天".repeat(40)),
      { type: "paragraph", role: "small", children: [text("小".repeat(200))] },
      paragraph("天".repeat(40)),
      table,
      paragraph("天".repeat(40)),
      { type: "paragraph", role: "ruled", children: [text("线")] },
      paragraph("天".repeat(40)),
    ];
    const { grid } = geometryOf(theme);
    const tops = pagesOf(blocks, theme).flatMap((page) =>
      textFramesOf(page).flatMap((frame) => (frame.text.includes("天") ? [topOf(frame) - 37] : [])),
    );
    expect(tops.length).toBe(8);
    for (const top of tops) {
      const lines = top / mm(grid?.pitch ?? 1);
      expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.01);
    }
  });

  it("aligns the lines of facing pages", () => {
    const theme = officialTheme({ heading1: { size: 22, leading: 1.4, spaceBefore: 7 } });
    const blocks = Array.from({ length: 12 }, (_, index): Block[] => [
      { type: "heading", level: 1, children: [text("题")] },
      paragraph("天".repeat(60 + 17 * index)),
    ]).flat();
    const rows = pagesOf(blocks, theme).map(
      (page) => new Set(textFramesOf(page).flatMap((frame) => (frame.size < 16 ? [Math.round(frame.y * 10)] : []))),
    );
    const all = new Set(rows.flatMap((set) => [...set]));
    expect(rows.length).toBeGreaterThan(2);
    expect(all.size).toBeLessThanOrEqual(22);
  });

  it("is left alone by the theme that has none", () => {
    expect(geometryOf(squareTheme()).grid).toBeNull();
    expect(geometryOf(squareTheme()).overhang).toBe(0);
  });

  it("is reported where the body's size does not fill its lines", () => {
    const { body } = officialTheme().roles;
    const theme = officialTheme({ body: { ...body, size: 16 } });
    const { diagnostics } = layout(documentOf([paragraph("天")]), { theme, faces: squareFaces(), charts: {} });
    expect(
      diagnostics.filter(({ rule }) => rule === "print/grid-size").map(({ message, hint }) => [message, hint]),
    ).toEqual([["mismatched body size: 16 pt on a grid of 28 characters", "15.79 pt fills the line"]]);
  });
});
