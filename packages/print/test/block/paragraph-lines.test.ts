import type { Block, Role } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { type Page, layout } from "../../src/index.ts";
import { documentOf, dump, mm, squareFaces, squareTheme, text, textFramesOf } from "../setting.ts";

function paragraph(role: string, value: string): Block {
  return { type: "paragraph", role, children: [text(value)] };
}

function themeWith(roles: Readonly<Record<string, Role>>, page: Parameters<typeof squareTheme>[0] = {}) {
  return squareTheme(page, roles);
}

function pagesOf(children: readonly Block[], theme: ReturnType<typeof squareTheme>): readonly Page[] {
  return layout(documentOf(children), { theme, faces: squareFaces(), charts: {} }).pages;
}

describe("the lines of a paragraph", () => {
  it("hang: the first begins at the left, the others further in", () => {
    const theme = themeWith({ copies: { hang: 3 } });
    expect(dump([paragraph("copies", "抄送：甲乙丙丁戊己庚辛壬癸子丑寅")], theme)).toEqual([
      "0,0 抄送：甲乙丙丁戊己庚\n3,1 辛壬癸子丑寅",
    ]);
  });

  it("keep room at both sides, and hang within it", () => {
    const theme = themeWith({ copies: { inset: 1, hang: 2 } });
    expect(dump([paragraph("copies", "报：甲乙丙丁戊己庚辛壬癸")], theme)).toEqual([
      "1,0 报：甲乙丙丁戊己\n3,1 庚辛壬癸",
    ]);
  });

  it("keep no room beside their rules", () => {
    const theme = themeWith({ ruled: { inset: 1, ruleBelow: 1, ruleColour: "ink" } });
    const rules = pagesOf([paragraph("ruled", "甲")], theme)[0]?.frames.flatMap((frame) =>
      frame.type === "box" ? [frame] : [],
    );
    expect(rules?.map(({ x, width }) => [x, width])).toEqual([[0, 100]]);
  });

  it("are made small enough for one line where that is asked for, and no smaller", () => {
    const theme = themeWith({ masthead: { size: 20, fit: true } });
    const sizes = (value: string): number[] =>
      pagesOf([paragraph("masthead", value)], theme)
        .flatMap(textFramesOf)
        .map(({ size }) => size);
    expect(sizes("天地玄黄宇")).toEqual([20]);
    expect(sizes("天地玄黄宇宙洪荒")).toEqual([12.5]);
    expect(sizes("天地玄黄宇宙洪荒日月")).toEqual([10]);
    // Half of the size does not bring it into one line: two lines, larger.
    expect(sizes("天地玄黄宇宙洪荒日月盈昃")).toEqual([15.33, 15.33]);
  });

  it("put the top edge of their ink at a height, and go below what stands there", () => {
    const theme = themeWith({ masthead: { size: 20, fromTop: mm(50) } });
    // A square reaches one em above its baseline.
    const baselines = (before: number): number[] =>
      pagesOf([...Array.from({ length: before }, () => paragraph("body", "甲")), paragraph("masthead", "报")], theme)
        .flatMap(textFramesOf)
        .filter(({ size }) => size === 20)
        .map(({ y }) => y);
    expect(baselines(0)).toEqual([70]);
    expect(baselines(1)).toEqual([70]);
    expect(baselines(7)).toEqual([70 + 0.88 * 20]);
  });

  it("are of nearly one length where they are centred, and stand in the middle", () => {
    const theme = themeWith({ title: { align: "center" } });
    expect(dump([paragraph("title", "天地玄黄宇宙洪荒日月盈昃")], theme)).toEqual([
      "2,0 天地玄黄宇宙\n2,1 洪荒日月盈昃",
    ]);
    expect(dump([paragraph("title", "天地玄黄宇宙洪荒日月盈")], theme)).toEqual(["2,0 天地玄黄宇宙\n2.5,1 洪荒日月盈"]);
    expect(dump([paragraph("title", "天地玄黄宇宙洪荒日月")], theme)).toEqual(["0,0 天地玄黄宇宙洪荒日月"]);
  });

  it("stand beside the line before where both have room, the rule below both", () => {
    const theme = themeWith({
      date: { align: "end", sameLine: true, ruleBelow: 1, ruleColour: "ink", padding: 4 },
    });
    expect(dump([paragraph("body", "某某中心"), paragraph("date", "五日"), paragraph("body", "下")], theme)).toEqual([
      "0,0 某某中心\n8,0 五日\n0,1.5 下",
    ]);
  });

  it("stand on the baseline of the line before, which a rule puts lower", () => {
    const theme = themeWith({
      issuer: { ruleAbove: 1, ruleColour: "ink", padding: 4 },
      copies: { align: "end", sameLine: true },
    });
    expect(
      dump([paragraph("issuer", "某某中心"), paragraph("copies", "九份"), paragraph("body", "下")], theme),
    ).toEqual(["0,0.5 某某中心\n8,0.5 九份\n0,1.5 下"]);
  });

  it("stand below it where they have none", () => {
    const theme = themeWith({ date: { align: "end", sameLine: true } });
    expect(dump([paragraph("body", "某某某某某某中心"), paragraph("date", "五日")], theme)).toEqual([
      "0,0 某某某某某某中心\n8,1 五日",
    ]);
    expect(dump([paragraph("date", "五日")], theme)).toEqual(["8,0 五日"]);
  });
});
