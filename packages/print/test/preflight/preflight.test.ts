import type { Diagnostic } from "@jianbao/model";
import { describe, expect, it } from "vitest";
import { layout, preflight } from "../../src/index.ts";
import type { Layout } from "../../src/layout.ts";
import type { Frame, TextFrame } from "../../src/page/page.ts";
import type { StructureElement } from "../../src/page/structure.ts";
import { documentOf, paragraph, squareFaces, squareTheme, text } from "../setting.ts";

/** A page of ten squares of 10 pt by ten, without margins. */
const side = 100;

const structure: readonly StructureElement[] = [
  { kind: "Document", parent: null },
  { kind: "P", parent: 0 },
  { kind: "H1", parent: 0 },
  { kind: "P", parent: 0 },
  { kind: "Note", parent: 1, id: "note-1-1" },
  { kind: "Figure", parent: 0, alternative: "条形图" },
  { kind: "Reference", parent: 1 },
  { kind: "Link", parent: 6 },
  { kind: "Sect", parent: 0, isImprint: true },
  { kind: "P", parent: 8 },
];
const [paragraphElement, heading, other, note, figure, mark, imprint] = [1, 2, 3, 4, 5, 7, 9] as const;

/** A text on the line `line` (0 to 9) from the column `column`. */
function line(
  value: string,
  lineNumber: number,
  facts: Partial<TextFrame> & { readonly column?: number } = {},
): TextFrame {
  const { column = 0, ...rest } = facts;
  return {
    type: "text",
    x: 10 * column,
    y: 10 * lineNumber + 8.8,
    face: "square",
    size: 10,
    colour: "#000000",
    text: value,
    glyphs: [...value].map(() => 2),
    xs: [...value].map((_, index) => 10 * index),
    element: paragraphElement,
    ...rest,
  };
}

/** What the preflight finds on pages of frames: `lonely-character on page 1: “…”`. */
function found(...pages: readonly (readonly Frame[])[]): string[] {
  return preflight(layoutOf(pages), { theme: squareTheme(), faces: squareFaces() }).map(worded);
}

function layoutOf(pages: readonly (readonly Frame[])[], diagnostics: readonly Diagnostic[] = []): Layout {
  const { properties } = documentOf([]);
  return {
    pages: pages.map((frames, index) => ({ number: index + 1, width: side, height: side, frames })),
    structure,
    bookmarks: [],
    title: "试",
    language: "zh-Hans",
    properties,
    diagnostics,
  };
}

function worded({ severity, rule, message }: Diagnostic): string {
  return `${severity} ${rule.replace("print/", "")}: ${message}`;
}

function place(name: string): Frame {
  return { type: "place", name, x: 0, y: 90 };
}

/** Lines of a page that is full, so that it is not found empty. */
const filler = [4, 5, 6, 7, 8].map((at) => line("十个字的一行排满这里", at, { element: other }));

describe("the preflight", () => {
  it("finds a last line of one character, marks not counted, and none of two", () => {
    expect(found([line("破获四十三万起的情", 0), line("况。", 1), ...filler])).toEqual([
      "warning lonely-character: a last line of one character on page 1: “破获四十三万起的情/况。”",
    ]);
    expect(found([line("破获案件四十三万起", 0), line("情况。", 1), ...filler])).toEqual([]);
  });

  it("does not take the mark of a note for a character", () => {
    const raised = line("①", 1, { column: 1, size: 6.2, y: 15, element: mark });
    expect(found([line("破获案件四十三万起", 0), line("况", 1), raised, ...filler])).toEqual([
      "warning lonely-character: a last line of one character on page 1: “破获案件四十三万起/况”",
    ]);
  });

  it("finds a line alone at the foot or on top of a page, and none where two stand there", () => {
    const first = [...filler, line("段落的第一行只有一行", 9)];
    expect(found(first, [line("第二行", 0), line("第三行", 1), ...filler])).toEqual([
      "warning lone-line: a line alone at the foot on page 1: “段落的第一行只有一行”",
    ]);
    expect(found([...filler, line("第一行", 8.5), line("第二行", 9)], [line("第三行", 0), ...filler])).toEqual([
      "warning lone-line: a line alone on top on page 2: “第三行”",
    ]);
    expect(
      found([...filler, line("第一行", 8.5), line("第二行", 9)], [line("第三行", 0), line("第四行", 1), ...filler]),
    ).toEqual([]);
  });

  it("finds a number cut from its digits, its 万 or its unit, and none where a number ends a clause", () => {
    for (const [before, after] of [
      ["破获案件43", "7万起"],
      ["破获案件43.", "7万起"],
      ["破获案件43.7", "万起"],
      ["同比下降5.8", "%。"],
      ["抓获380", "名嫌疑人"],
    ] as const)
      expect(found([line(before, 0), line(after, 1), ...filler])).toEqual([
        `error cut-number: a number cut at a line's end on page 1: “${before}/${after}”`,
      ]);
    expect(found([line("案件增加380", 0), line("同时抓获", 1), ...filler])).toEqual([]);
    expect(found([line("见 http://a/2024-01", 0), line("02.html", 1), ...filler]).join()).not.toContain("cut-number");
  });

  it("finds text below 六号 in lines and in charts, and none that is raised", () => {
    expect(found([line("小", 0, { size: 7 }), ...filler])).toEqual([
      "warning small-text: text of 7 pt, below 六号 (7.5 pt), on page 1: “小”",
    ]);
    expect(found([line("万起", 0, { size: 6, element: figure }), ...filler])).toEqual([
      "warning small-text: text of 6 pt, below 六号 (7.5 pt), on page 1: “万起”",
    ]);
    expect(
      found([line("六号", 0, { size: 7.5 }), line("正", 1), line("②", 1, { column: 1, size: 6, y: 15 }), ...filler]),
    ).toEqual([]);
    const repeated = { size: 6, element: null, artifact: "Pagination" } as const;
    expect(found([line("①", 0, repeated), ...filler])).toEqual([]);
    expect(found([line("续表", 0, repeated), ...filler])[0]).toContain("small-text");
  });

  it("finds text beyond the type area or the paper, and none that ends at its edge", () => {
    expect(found([line("十一个字的一行排不下了", 0), ...filler])).toEqual([
      "error outside-page: text beyond the edge of the paper on page 1: “十一个字的一行排不下了”",
    ]);
    const theme = squareTheme({ width: (120 / 72) * 25.4, marginOuter: (20 / 72) * 25.4 });
    const laid = layoutOf([[line("十一个字的一行排不下了", 0), ...filler]]);
    const wide = { ...laid, pages: laid.pages.map((page) => ({ ...page, width: 120 })) };
    expect(preflight(wide, { theme, faces: squareFaces() }).map(worded)).toEqual([
      "error outside-column: text beyond the type area on page 1: “十一个字的一行排不下了”",
    ]);
    expect(found([line("十个字的一行刚好排下", 0), ...filler])).toEqual([]);
  });

  it("finds pale text on paper, on a background and on the bar of a chart, and none that stands out", () => {
    expect(found([line("淡", 0, { colour: "#aaaaaa" }), ...filler])).toEqual([
      "warning low-contrast: low contrast, 2.3:1 (#aaaaaa on #ffffff), on page 1: “淡”",
    ]);
    const box: Frame = { type: "box", x: 0, y: 0, width: 100, height: 10, colour: "#444444" };
    expect(found([box, line("暗", 0), ...filler]).join()).toContain("(#000000 on #444444)");
    expect(found([box, line("亮", 0, { colour: "#ffffff" }), ...filler])).toEqual([]);
    const bar: Frame = {
      type: "path",
      x: 0,
      y: 0,
      scale: 1,
      commands: [["M", 0, 0], ["L", 50, 0], ["L", 50, 10], ["L", 0, 10], ["Z"]],
      paint: { fill: "#1f4e79", opacity: 0.5 },
      element: figure,
    };
    expect(found([bar, line("浅", 0, { element: figure, colour: "#ffffff" }), ...filler]).join()).toContain(
      "(#ffffff on #8fa7bc)",
    );
    // Beside the bar it is paper that is behind it.
    expect(found([bar, line("深", 0, { column: 6, element: figure }), ...filler])).toEqual([]);
    expect(found([line("草稿", 0, { element: null, artifact: "Watermark", colour: "#ececec" }), ...filler])).toEqual(
      [],
    );
  });

  it("finds a heading at the foot, and none with text or a figure below it", () => {
    const foot = line("一、要点", 9, { element: heading });
    expect(found([...filler, foot], [...filler])).toEqual([
      "warning heading-at-foot: a heading at the foot on page 1: “一、要点”",
    ]);
    expect(found([line("一、要点", 0, { element: heading }), ...filler], [...filler])).toEqual([]);
    const extent: Frame = { type: "extent", x: 0, y: 90, width: 50, height: 10, element: figure };
    expect(found([...filler, line("一、要点", 8.5, { element: heading }), extent], [...filler])).toEqual([]);
  });

  it("finds a note that stands on another page than its call", () => {
    const body = line("示例日报", 9, { element: note, size: 8 });
    expect(found([...filler], [...filler, place("note-1-1"), body])).toEqual([
      "warning note-moved: a note of page 1 moved, it stands on page 2: “示例日报”",
    ]);
    expect(found([...filler], [...filler, place("note-2-1"), body])).toEqual([]);
  });

  it("finds a page filled for less than a third, and a last page of hardly any text", () => {
    expect(found([line("只有一行", 0)], [...filler])).toEqual([
      "info empty-page: a page filled to 9 % only, on page 1: “只有一行”",
    ]);
    expect(found([...filler], [line("只有一行", 0)])).toEqual([
      "info empty-page: a last page of hardly any text, on page 2: “只有一行”",
    ]);
    expect(found([line("全文只有一行", 0)])).toEqual([]);
  });

  it("takes the last page of the text for the last, though the imprint has one to itself", () => {
    const three = [0, 1, 2].map((at) => line("十个字的一行排满这里", at, { element: other }));
    expect(found([...filler], three, [line("报：某中心", 9, { element: imprint })])).toEqual([]);
    expect(found([...filler], three, [...filler])).toEqual([
      expect.stringContaining("a page filled to 29 % only, on page 2"),
    ]);
  });

  it("finds a figure made smaller, and how much", () => {
    const extent: Frame = { type: "extent", x: 0, y: 0, width: 50, height: 40, element: figure };
    const path = (scale: number): Frame => ({
      type: "path",
      x: 0,
      y: 0,
      scale,
      commands: [["M", 0, 0], ["L", 10, 0], ["Z"]],
      paint: { stroke: "#000000" },
      element: figure,
    });
    expect(found([extent, path(0.88), ...filler])).toEqual([
      "info figure-reduced: a figure set at 88 % of its size on page 1: “条形图”",
    ]);
    expect(found([extent, path(0.6), ...filler])[0]).toMatch(/^warning figure-reduced/u);
    expect(found([extent, path(0.95), ...filler])).toEqual([]);
  });

  it("adds the page to what the layout reported of words", () => {
    const laid = layout(
      documentOf([
        paragraph("第一页。"),
        { type: "pageBreak" },
        { type: "paragraph", children: [text("缺𠮷字"), { type: "link", href: "#nowhere", children: [text("见")] }] },
      ]),
      { theme: squareTheme(), faces: squareFaces(), charts: {} },
    );
    const messages = preflight(laid, { theme: squareTheme(), faces: squareFaces() }).map(worded);
    expect(messages).toContain(
      "error missing-glyph: no face has the character U+20BB7 𠮷 of paragraph “缺𠮷字见” on page 2",
    );
    expect(messages).toContain("warning unresolved-reference: unknown place: #nowhere (“见”) on page 2");
  });
});
