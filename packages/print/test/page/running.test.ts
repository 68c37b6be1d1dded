import type { Block } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { layout } from "../../src/index.ts";
import { documentOf, mm, paragraph, squareFaces, squareTheme, textFramesOf } from "../setting.ts";

const pageNumber: Block = { type: "running", slot: "foot-end", children: [{ type: "pageNumber" }] };

/** Middle of the page number's em box below the type area, and the room at its outer side, of two pages. */
function places(page: Parameters<typeof squareTheme>[0], inset = 0): number[][] {
  const theme = squareTheme(
    {
      height: mm(150),
      marginTop: mm(10),
      marginBottom: mm(40),
      width: mm(130),
      marginInner: mm(20),
      marginOuter: mm(10),
      ...page,
    },
    { running: { inset, size: 10, leading: 1.4 } },
  );
  const { pages } = layout(documentOf([pageNumber, paragraph("天"), { type: "pageBreak" }, paragraph("地")]), {
    theme,
    faces: squareFaces(),
    charts: {},
  });
  return pages.map((each) => {
    const frame = textFramesOf(each).find(({ artifact }) => artifact === "Footer");
    if (frame === undefined) throw new Error("no page number");
    return [Math.round((frame.y - 0.38 * frame.size - 110) * 100) / 100, frame.x];
  });
}

describe("the running foot", () => {
  it("begins 4 mm below the type area where the theme says nothing", () => {
    const middle = Math.round(((4 / 25.4) * 72 + 7) * 100) / 100;
    expect(places({})).toEqual([
      [middle, 110],
      [middle, 110],
    ]);
  });

  it("has the middle of its characters as far below the type area as the theme says", () => {
    expect(places({ foot: mm(20) }).map(([middle]) => middle)).toEqual([20, 20]);
  });

  it("stands at the outer side of both pages, so many characters in", () => {
    expect(places({ duplex: true }, 1).map(([, x]) => x)).toEqual([100, 20]);
  });
});
