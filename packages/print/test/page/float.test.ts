import type { Block, Figure, Table } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { type Page, layout } from "../../src/index.ts";
import { documentOf, footnote, mm, paragraph, squareFaces, squareTheme, text, textFramesOf } from "../setting.ts";

/** A drawing of so many points: an outline from corner to corner. */
function scene(height: number) {
  return {
    width: 60,
    height,
    marks: [
      {
        type: "path",
        commands: [
          ["M", 0, 0],
          ["L", 60, height],
        ],
        paint: { stroke: "#000000" },
      },
    ],
  } as const;
}

const charts = { "30": scene(30), "60": scene(60), "70": scene(70), "500": scene(500) };

function figure(chart: keyof typeof charts, caption: string, more: Partial<Figure> = {}): Block {
  return { type: "figure", chart, alternative: "上升", caption: [text(caption)], ...more };
}

const lines = (letter: string, count: number): Block[] => Array.from({ length: count }, () => paragraph(letter));

function pagesOf(blocks: readonly Block[], theme = squareTheme()): readonly Page[] {
  const { pages, diagnostics } = layout(documentOf(blocks), { theme, faces: squareFaces(), charts });
  expect(diagnostics).toEqual([]);
  return pages;
}

/** A page as a word: its texts in order of height, figures as their height in points. */
function shapeOf(page: Page): string {
  const texts = textFramesOf(page).map((frame) => ({ y: frame.y, word: frame.text }));
  const extents = page.frames.flatMap((frame) =>
    frame.type === "extent" ? [{ y: frame.y, word: `<${Math.round(frame.height)}>` }] : [],
  );
  return [...texts, ...extents]
    .toSorted((a, b) => a.y - b.y)
    .map(({ word }) => word)
    .join("");
}

describe("figures", () => {
  it("stand where they are asked for if there is room", () => {
    expect(pagesOf([paragraph("天"), figure("30", "图"), paragraph("地")]).map(shapeOf)).toEqual(["天<30>图地"]);
  });

  it("that do not fit go to the top of the next page, and the text after them moves up", () => {
    const blocks = [...lines("天", 6), figure("60", "图"), ...lines("地", 5)];
    expect(pagesOf(blocks).map(shapeOf)).toEqual(["天天天天天天地地地地", "<60>图地"]);
  });

  it("that wait leave none of their room to the text that moves up", () => {
    const theme = squareTheme({}, { caption: { spaceBefore: 8 } });
    const baselines = (blocks: readonly Block[]): (number | undefined)[] =>
      textFramesOf(pagesOf(blocks, theme)[0] ?? { number: 1, width: 0, height: 0, frames: [] }).map(({ y }) => y);
    const blocks = [...lines("天", 6), ...lines("地", 3)];
    expect(baselines([...lines("天", 6), figure("60", "图"), ...lines("地", 3)])).toEqual(baselines(blocks));
  });

  it("are followed by a gap where they open a page", () => {
    const [, second] = pagesOf([...lines("天", 6), figure("60", "图"), ...lines("地", 6)]);
    const [caption, next] = second === undefined ? [] : textFramesOf(second);
    expect((next?.y ?? 0) - (caption?.y ?? 0)).toBe(22);
  });

  it("keep their order: a small one does not pass one that waits", () => {
    const blocks = [...lines("天", 5), figure("60", "甲"), paragraph("地"), figure("30", "乙"), ...lines("玄", 6)];
    const words = pagesOf(blocks).map(shapeOf).join("|");
    expect(words.indexOf("甲")).toBeLessThan(words.indexOf("乙"));
    expect(words).toContain("<60>");
    expect(words).toContain("<30>");
  });

  it("stay in their place where the document says so", () => {
    const blocks = [...lines("天", 6), figure("60", "图", { place: "here" }), ...lines("地", 2)];
    expect(pagesOf(blocks).map(shapeOf)).toEqual(["天天天天天天", "<60>图地地"]);
  });

  it("stay with a heading that has nothing else below it", () => {
    const heading: Block = { type: "heading", level: 1, children: [text("题")] };
    const blocks = [...lines("天", 6), heading, figure("60", "图"), paragraph("地")];
    expect(pagesOf(blocks).map(shapeOf)).toEqual(["天天天天天天", "题<60>图地"]);
  });

  it("take their notes with them, those under them and those at the foot", () => {
    const captioned = figure("60", "图", { caption: [text("图"), footnote("a", "甲")] });
    const note: Block = { type: "paragraph", role: "tableNote", children: [text("注")] };
    const pages = pagesOf([...lines("天", 6), captioned, note, ...lines("地", 4)], squareTheme({ height: mm(120) }));
    expect(pages.map(shapeOf)).toEqual(["天天天天天天地地地地", "<60>①图注①甲"]);
  });

  it("that nearly fit are made up to 15 % smaller", () => {
    // Labels of 12 pt stay above 7.5 pt at 85 %.
    const theme = squareTheme({ height: mm(105) }, { chartText: { size: 12 } });
    const [page] = pagesOf([...lines("天", 3), figure("70", "图")], theme);
    expect(page && shapeOf(page)).toBe("天天天<62>图");
  });

  it("are not made so small that their labels cannot be read", () => {
    const theme = squareTheme({ height: mm(105) }, { chartText: { size: 7.6 } });
    const pages = pagesOf([...lines("天", 3), figure("70", "图")], theme);
    expect(pages.map(shapeOf)).toEqual(["天天天", "<70>图"]);
  });

  it("wait for no later page than a page break allows", () => {
    const blocks = [...lines("天", 6), figure("60", "图"), { type: "pageBreak" } as const, paragraph("地")];
    expect(pagesOf(blocks).map(shapeOf)).toEqual(["天天天天天天", "<60>图", "地"]);
  });

  it("of any number come out once, and at the end too", () => {
    const many = Array.from({ length: 7 }, (_, index) => figure("60", `${index}`));
    const words = pagesOf([paragraph("天"), ...many])
      .map(shapeOf)
      .join("");
    expect(words.match(/<60>/gu)?.length).toBe(7);
    expect(words.replaceAll(/<60>|天/gu, "")).toBe("0123456");
  });

  it("keep the place that links lead to", () => {
    const blocks = [...lines("天", 6), figure("60", "图", { id: "f" }), ...lines("地", 2)];
    const places = pagesOf(blocks).map((page) =>
      page.frames.some((frame) => frame.type === "place" && frame.name === "f"),
    );
    expect(places).toEqual([false, true]);
  });
});

/** A table of four rows. */
function smallTable(id?: string): Table {
  const cell = { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "start" } as const;
  return {
    type: "table",
    ...(id === undefined ? {} : { id }),
    caption: [text("表")],
    unit: null,
    columns: [],
    head: [],
    body: ["甲", "乙", "丙", "丁"].map((word) => ({ type: "row", cells: [{ ...cell, children: [text(word)] }] })),
    foot: [],
  };
}

describe("the choice of pages", () => {
  it("leaves no heading with one line under it at the foot where the page before may end earlier", () => {
    const heading: Block = { type: "heading", level: 1, children: [text("题")] };
    const blocks = [...lines("天", 8), heading, paragraph("地"), paragraph("玄"), paragraph("黄")];
    expect(pagesOf(blocks).map(shapeOf)).toEqual(["天天天天天天天天", "题地玄黄"]);
  });

  it("leaves no two lines alone on the last page", () => {
    const [first, second] = pagesOf(lines("天", 11));
    expect([first, second].map((page) => page && shapeOf(page).length)).toEqual([9, 2]);
  });

  it("lets small tables wait for the next page as figures do, their notes with them", () => {
    const note: Block = { type: "paragraph", role: "tableNote", children: [text("注")] };
    const blocks = [...lines("天", 17), smallTable("t"), note, ...lines("地", 6)];
    const theme = squareTheme({ height: mm(200) });
    const pages = pagesOf(blocks, theme);
    expect(pages.map(shapeOf)).toEqual([`${"天".repeat(17)}地地地`, "表甲乙丙丁注地地地"]);
    expect(pages.map((page) => page.frames.some((frame) => frame.type === "place" && frame.name === "t"))).toEqual([
      false,
      true,
    ]);
  });

  it("keeps a small table whole where that costs little", () => {
    const table = { ...smallTable(), place: "here" } as const;
    const blocks = [...lines("天", 17), table, ...lines("地", 3)];
    const theme = squareTheme({ height: mm(200) });
    expect(pagesOf(blocks, theme).map(shapeOf)).toEqual(["天".repeat(17), "表甲乙丙丁地地地"]);
  });
});
