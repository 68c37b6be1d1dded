import type { Block, Inline, Running } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { layout } from "../../src/index.ts";
import { documentOf, mm, paragraph, squareFaces, squareTheme, text, textFramesOf } from "../setting.ts";

const number: Running = { type: "running", slot: "foot-center", children: [{ type: "pageNumber" }] };

function heading(value: string): Block {
  return { type: "heading", level: 1, children: [text(value)] };
}

function section(id: string): Block {
  return { type: "section", id, children: [heading(id), paragraph("天")] };
}

function lines(count: number): Block[] {
  return Array.from({ length: count }, () => paragraph("天"));
}

/** Pages as `天 1`: their texts, then what stands at their head and foot. */
function pagesOf(blocks: readonly Block[], page: Parameters<typeof squareTheme>[0] = {}): string[] {
  const theme = squareTheme({ height: mm(140), marginTop: mm(20), marginBottom: mm(20), ...page });
  const { pages, diagnostics } = layout(documentOf(blocks), { theme, faces: squareFaces(), charts: {} });
  expect(diagnostics).toEqual([]);
  return pages.map((each) => {
    const frames = textFramesOf(each);
    const of = (isRunning: boolean): string =>
      frames.flatMap((frame) => ((frame.artifact !== undefined) === isRunning ? [frame.text] : [])).join("");
    return `${of(false)} ${of(true)}`.trim();
  });
}

describe("a page break", () => {
  it("leads to an odd page, over a blank one without head and foot", () => {
    const blocks: Block[] = [number, paragraph("天"), { type: "pageBreak", to: "odd" }, paragraph("地")];
    expect(pagesOf(blocks)).toEqual(["天 1", "", "地 3"]);
  });

  it("leaves no page blank where the next is the right one", () => {
    const blocks: Block[] = [number, paragraph("天"), { type: "pageBreak", to: "even" }, paragraph("地")];
    expect(pagesOf(blocks)).toEqual(["天 1", "地 2"]);
  });

  it("asks in vain where the page is right and empty", () => {
    const blocks: Block[] = [number, { type: "pageBreak", to: "odd" }, { type: "pageBreak" }, paragraph("地")];
    expect(pagesOf(blocks)).toEqual(["地 1"]);
  });

  it("takes the figures that wait with it", () => {
    const figure: Block = { type: "figure", chart: "x", alternative: "…", caption: [text("图")] };
    const theme = squareTheme({ height: mm(100) });
    const { pages } = layout(documentOf([...lines(7), figure, { type: "pageBreak", to: "odd" }, paragraph("地")]), {
      theme,
      faces: squareFaces(),
      charts: { x: { width: 50, height: 50, marks: [] } },
    });
    expect(
      pages.map((page) =>
        textFramesOf(page)
          .map((frame) => frame.text)
          .join(""),
      ),
    ).toEqual(["天天天天天天天", "图", "地"]);
  });
});

describe("chapters", () => {
  const blocks = [
    number,
    paragraph("报"),
    heading("一"),
    paragraph("天"),
    heading("二"),
    paragraph("地"),
    heading("三"),
  ];

  it("begin on new pages where the theme says so, the first after what is there", () => {
    expect(pagesOf(blocks, { chapters: "page" })).toEqual(["报一天 1", "二地 2", "三 3"]);
  });

  it("begin on odd pages where the theme says so", () => {
    expect(pagesOf(blocks, { chapters: "odd" })).toEqual(["报一天 1", "", "二地 3", "", "三 5"]);
  });

  it("of named sections begin there with the name", () => {
    const theme = squareTheme({ chapters: "odd" });
    const { pages } = layout(documentOf([section("a"), section("b")]), { theme, faces: squareFaces(), charts: {} });
    const named = pages.map((page) => page.frames.flatMap((frame) => (frame.type === "place" ? [frame.name] : [])));
    expect(named.map((names) => names.filter((name) => name.length === 1))).toEqual([["a"], [], ["b"]]);
  });
});

describe("the title of the section", () => {
  const title: Inline = { type: "sectionTitle" };
  const running: Running = { type: "running", slot: "head-end", children: [text("〔"), title, text("〕")] };

  it("at the head is that of the first heading on the page, else of the one before", () => {
    const blocks = [running, paragraph("报"), heading("甲"), ...lines(20), heading("乙"), heading("丙"), ...lines(12)];
    const heads = pagesOf(blocks).map((page) => /〔.*〕/u.exec(page)?.[0]); // matches 〔甲〕
    expect(heads).toEqual(["〔甲〕", "〔甲〕", "〔乙〕", "〔丙〕"]);
  });

  it("is nothing before the first heading", () => {
    expect(pagesOf([running, paragraph("天")])).toEqual(["天 〔〕"]);
  });
});

describe("an imprint on the back of a sheet", () => {
  const imprint: Block = { type: "imprint", to: "even", children: [paragraph("报")] };

  it("stands below the text where that ends on an even page", () => {
    expect(pagesOf([number, ...lines(12), imprint])).toEqual([`${"天".repeat(10)} 1`, "天天报 2"]);
  });

  it("has the next page to itself where the text ends on an odd one", () => {
    expect(pagesOf([number, ...lines(3), imprint])).toEqual(["天天天 1", "报 2"]);
  });

  it("comes after a blank page where an even one has no room, and neither has a number", () => {
    // Ten rows that one cell holds together: none of them may come along.
    const cell = {
      type: "cell",
      header: null,
      columnSpan: 1,
      rowSpan: 1,
      align: "start",
      children: [text("格")],
    } as const;
    const rows = Array.from({ length: 10 }, (_, index) => ({
      type: "row" as const,
      cells: index === 0 ? [{ ...cell, rowSpan: 10 }, cell] : [cell],
    }));
    const table: Block = { type: "table", caption: [], unit: null, columns: [], head: [], body: rows, foot: [] };
    expect(pagesOf([number, ...lines(3), { type: "pageBreak" }, table, imprint])).toEqual([
      "天天天 1",
      `${"格".repeat(11)} 2`,
      "",
      "报",
    ]);
  });

  it("takes text along to an odd page rather than leave one blank", () => {
    expect(pagesOf([number, ...lines(20), imprint]).map((page) => page.replace(/天+/u, "天"))).toEqual([
      "天 1",
      "天 2",
      "天 3",
      "报 4",
    ]);
  });
});
