import type { Block, Inline } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { layout } from "../../src/index.ts";
import { documentOf, mm, paragraph, squareFaces, squareTheme, text, textOfPages } from "../setting.ts";

function ref(to: string, as: "label" | "title" | "page"): Inline {
  return { type: "reference", to, as };
}

const charts = { x: { width: 50, height: 30, marks: [] } };
const figure: Block = { type: "figure", id: "f", chart: "x", alternative: "…", caption: [text("图２乙")] };

function laidOut(blocks: readonly Block[], height = 100) {
  return layout(documentOf(blocks), {
    theme: squareTheme({ height: mm(height) }),
    faces: squareFaces({ western: 0.5 }),
    charts,
  });
}

describe("references", () => {
  it("print what their target is called, and lead there", () => {
    const numbered: Block = { type: "figure", id: "f", chart: "x", alternative: "…", caption: [text("图2　乙")] };
    const { pages, diagnostics, structure } = laidOut([
      { type: "paragraph", children: [text("见"), ref("f", "label"), text("与"), ref("f", "title")] },
      numbered,
    ]);
    expect(diagnostics).toEqual([]);
    expect(textOfPages(pages)).toContain("见图2与乙");
    const links = pages.flatMap((page) => page.frames.flatMap((frame) => (frame.type === "link" ? [frame] : [])));
    expect(links.map((link) => link.target)).toEqual([{ place: "f" }, { place: "f" }]);
    expect(structure.filter(({ kind }) => kind === "Link").length).toBe(2);
  });

  it("print the page that their target stands on, though their own words may move it", () => {
    const blocks: Block[] = [
      { type: "paragraph", children: [text("见"), ref("f", "page")] },
      ...Array.from({ length: 90 }, () => paragraph("天")),
      { type: "pageBreak" },
      figure,
    ];
    const { pages, diagnostics } = laidOut(blocks);
    const page = pages.find(({ frames }) => frames.some((frame) => frame.type === "place" && frame.name === "f"));
    expect(diagnostics).toEqual([]);
    expect(page?.number).toBeGreaterThan(9);
    expect(textOfPages(pages)).toContain(`见第${page?.number}页`);
  });

  it("that lead nowhere are reported, and print their id", () => {
    const { pages, diagnostics } = laidOut([{ type: "paragraph", children: [text("见"), ref("g", "label")] }]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["print/unresolved-reference"]);
    expect(textOfPages(pages)).toBe("见g");
  });

  it("to items of a list lead to the item", () => {
    const list: Block = {
      type: "list",
      ordered: true,
      children: [
        { type: "listItem", children: [paragraph("甲")] },
        { type: "listItem", id: "s", children: [paragraph("乙")] },
      ],
    };
    const { pages, diagnostics } = laidOut([{ type: "paragraph", children: [ref("s", "label")] }, list]);
    expect(diagnostics).toEqual([]);
    expect(textOfPages(pages)).toMatch(/^2/u);
  });
});

/** A section with a name, a heading and four lines. */
function section(id: string): Block {
  return {
    type: "section",
    id,
    children: [
      { type: "heading", level: 1, children: [text("题")] },
      ...Array.from({ length: 4 }, () => paragraph("天")),
    ],
  };
}

describe("the top of a page", () => {
  it("has no room before the heading of a section that is named", () => {
    const theme = squareTheme({ height: mm(50) }, { heading1: { spaceBefore: 7 } });
    const { pages } = layout(documentOf([section("a"), section("b")]), { theme, faces: squareFaces(), charts: {} });
    const tops = pages.map((page) =>
      Math.min(...page.frames.flatMap((frame) => (frame.type === "text" ? [frame.y] : []))),
    );
    expect(tops).toEqual([8.8, 8.8]);
  });
});
