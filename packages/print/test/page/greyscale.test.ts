import type { Block } from "@jianbao/document";
import type { Scene } from "@jianbao/charts";
import { contrastOf, greyOf } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { type Layout, layout } from "../../src/index.ts";
import { documentOf, mm, paragraph, squareFaces, squareTheme } from "../setting.ts";

const figure: Block = { type: "figure", chart: "a", alternative: "甲乙两项", caption: [] };

/** A chart of bars in these colours. */
function bars(...colours: readonly string[]): Scene {
  return {
    width: 50,
    height: 50,
    marks: colours.map((fill) => ({
      type: "path",
      commands: [["M", 0, 0], ["L", 9, 0], ["L", 9, 9], ["Z"]],
      paint: { fill },
    })),
  };
}

function laid(greyscale: boolean, ...colours: readonly string[]): Layout {
  const theme = {
    ...squareTheme({ greyscale, height: mm(200) }, { body: { family: "body", size: 10, colour: "red" } }),
    colours: { ink: "#000000", red: "#9b1c1c" },
  };
  return layout(documentOf([paragraph("天地"), figure]), {
    theme,
    faces: squareFaces(),
    charts: { a: bars(...colours) },
  });
}

/** Colours that are painted, each once. */
function colours({ pages }: Layout): string[] {
  const all = pages.flatMap(({ frames }) =>
    frames.flatMap((frame) =>
      frame.type === "text" || frame.type === "box"
        ? [frame.colour]
        : frame.type === "path"
          ? [frame.paint.fill ?? ""]
          : [],
    ),
  );
  return [...new Set(all)].toSorted();
}

describe("a page in greys", () => {
  it("has each colour as the grey that is as dark", () => {
    expect(greyOf("#ffffff")).toBe("#ffffff");
    expect(greyOf("#000000")).toBe("#000000");
    expect(greyOf("#808080")).toBe("#808080");
    for (const colour of ["#9b1c1c", "#1f4e79", "#00ff00"])
      expect(contrastOf(colour, greyOf(colour))).toBeLessThan(1.02);
    expect(colours(laid(true, "#1f4e79", "#dde3ea"))).toEqual(["#9b1c1c", "#1f4e79", "#dde3ea"].map(greyOf).toSorted());
  });

  it("is coloured where the theme does not ask for greys", () => {
    expect(colours(laid(false, "#1f4e79"))).toEqual(["#1f4e79", "#9b1c1c"]);
  });

  it("reports a figure whose colours become one grey, and names them", () => {
    const messages = (...own: readonly string[]): string[] =>
      laid(true, ...own).diagnostics.map(({ message }) => message);
    expect(messages("#1f4e79", "#dde3ea")).toEqual([]);
    expect(messages("#7f7f7f", "#808080")).toEqual([]);
    expect(messages("#9b1c1c", "#1f4e79")).toEqual(["colours alike in grey: #1f4e79 and #9b1c1c (figure “甲乙两项”)"]);
    expect(laid(false, "#9b1c1c", "#1f4e79").diagnostics).toEqual([]);
  });
});
