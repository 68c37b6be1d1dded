import { describe, expect, it } from "vitest";
import { sampleTheme } from "../../document/test/sample.ts";
import { baseStyle } from "../src/base-style.ts";
import { styleOf } from "../src/style.ts";

describe("the style sheet of a theme", () => {
  it("is the one on file, beside the page's own rules", async () => {
    await expect(`${styleOf(sampleTheme).replace(`${baseStyle}\n`, "")}\n`).toMatchFileSnapshot("pages/sample.css.txt");
  });

  it("keeps the ratio of sizes to the body's", () => {
    const roles = { body: { size: 10 }, masthead: { size: 24 }, footnote: { size: 7.5 } };
    const css = styleOf({ ...sampleTheme, roles });
    expect(css).toContain(".r-masthead{font-size:2.4rem}");
    expect(css).toContain(".r-footnote{font-size:0.75rem}");
  });

  it("gives a role that names nothing no rule", () => {
    expect(styleOf(sampleTheme)).not.toContain(".r-data");
  });

  it("lets ruled paragraphs of one role share a rule", () => {
    const roles = { distribution: { ruleAbove: 0.5, ruleBelow: 0.5 }, lead: { ruleBelow: 1 } };
    const css = styleOf({ ...sampleTheme, roles });
    expect(css).toContain("p.r-distribution+p.r-distribution{border-top:0;margin-top:0}");
    expect(css).not.toContain("p.r-lead+p.r-lead");
  });

  it("hangs and insets lines as paper does, within rules", () => {
    const roles = { copies: { inset: 1, hang: 3, padding: 2 }, body: { size: 10, indent: 2 } };
    const css = styleOf({ ...sampleTheme, roles });
    expect(css).toContain(".r-copies{text-indent:-3em;padding:0.2rem;padding-inline:4em 1em}");
    expect(css).toMatch(/\.r-body\{[^}]*text-indent:2em\}/u);
  });

  it("sets a paragraph beside the one before it, unless that has rules of its own", () => {
    const roles = {
      date: { sameLine: true, align: "end" },
      ruled: { ruleAbove: 1 },
      boxed: { background: "shade" },
    } as const;
    const css = styleOf({ ...sampleTheme, roles });
    expect(css).toContain(
      "p:has(+p.r-date):not(.r-ruled,.r-boxed){float:inline-start}p+p.r-date{margin-top:0;padding-top:0}",
    );
    expect(styleOf(sampleTheme)).not.toContain("p:has");
  });

  it("quotes families, and leaves generic ones alone", () => {
    expect(styleOf(sampleTheme)).toContain('--family-body:"Noto Serif SC","Songti SC",serif');
  });

  it("sets charts, and nothing else, in the fonts that travel with the page", () => {
    const css = styleOf(sampleTheme, [
      { weight: 400, data: "AAEA" },
      { weight: 700, data: "AAEB" },
    ]);
    expect(css.match(/@font-face/gu)).toHaveLength(2);
    expect(css).toContain("font-weight:700;src:url(data:font/ttf;base64,AAEB)");
    expect(css.match(/font-family:"jianbao chart",/gu)).toHaveLength(1);
    expect(styleOf(sampleTheme)).not.toContain("jianbao chart");
  });
});
