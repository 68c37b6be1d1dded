import { describe, expect, test } from "vitest";
import { type Block, type Inline, referredTo, targetsOf } from "../src/index.ts";
import { sampleDocument } from "./sample.ts";

function text(value: string): Inline {
  return { type: "text", value };
}

function figure(caption: string): Block {
  return { type: "figure", id: "f", chart: "x", alternative: "图", caption: [text(caption)] };
}

function wordsOf(block: Block, to: string, as: "label" | "title" | "page", page: number | null = null): string | null {
  const document = { ...sampleDocument(), children: [block] };
  const there = page === null ? null : { number: page, language: document.language };
  return referredTo({ type: "reference", to, as }, targetsOf(document), there);
}

describe("references", () => {
  test.each([
    ["图1　破获案件：历年情况", "图1", "破获案件：历年情况"],
    ["附表 2-1 各地", "附表 2-1", "各地"],
    ["Table 12. Cases solved", "Table 12", "Cases solved"],
    ["圖3：各地", "圖3", "各地"],
    ["图表说明", "图表说明", "图表说明"],
  ])("take the label and the title of a caption: %s", (caption, label, title) => {
    expect([wordsOf(figure(caption), "f", "label"), wordsOf(figure(caption), "f", "title")]).toEqual([label, title]);
  });

  test("take the words of a heading, of a section's heading, the number of an item", () => {
    const heading: Block = { type: "heading", level: 1, id: "h", children: [text("三、打击")] };
    expect(wordsOf(heading, "h", "label")).toBe("三、打击");
    expect(wordsOf({ type: "section", id: "s", children: [heading] }, "s", "title")).toBe("三、打击");
    const list: Block = {
      type: "list",
      ordered: true,
      children: ["a", "b"].map((id) => ({
        type: "listItem",
        id,
        children: [{ type: "paragraph", children: [text("字")] }],
      })),
    };
    expect([wordsOf(list, "b", "label"), wordsOf({ ...list, ordered: false }, "b", "label")]).toEqual(["2", null]);
  });

  test("take the page where there are pages, and the label where there are none", () => {
    expect(wordsOf(figure("图1　甲"), "f", "page", 3)).toBe("第3页");
    expect(wordsOf(figure("图1　甲"), "f", "page")).toBe("图1");
    expect(wordsOf(figure("图1　甲"), "g", "page", 3)).toBeNull();
  });
});
