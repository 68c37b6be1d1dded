import { readFileSync } from "node:fs";
import { type Block, type Theme, parseTheme } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { type GeometryReport, geometryReport, layout } from "../../src/index.ts";
import { documentOf, footnote, monthlyTheme, paragraph, realFaces, text } from "../setting.ts";

const faces = realFaces();

/** The theme of the red-headed briefing, with the faces that tests have. */
function redhead(change: (yaml: string) => string = (yaml) => yaml): Theme {
  const file = new URL("../../../../templates/redhead/theme.yaml", import.meta.url);
  const yaml = readFileSync(file, "utf8")
    .replaceAll("lxgw-wenkai-400", "noto-serif-sc-400")
    .replaceAll("noto-serif-sc-900", "noto-serif-sc-700");
  const changed = change(yaml);
  const { theme, diagnostics } = parseTheme(changed, "theme.yaml");
  if (theme === null) throw new Error(JSON.stringify(diagnostics));
  return theme;
}

function line(role: string, value: string): Block {
  return { type: "paragraph", role, children: [text(value)] };
}

const filling =
  "各地各部门要把打击治理工作抓得更紧更实，依法严厉打击违法犯罪活动，加强源头治理和综合治理，切实维护人民群众的财产安全和合法权益，不断提升人民群众的获得感幸福感安全感";

/** Three pages with all that is measured. */
function briefing(): Block[] {
  const number: Block = {
    type: "running",
    slot: "foot-end",
    children: [text("— "), { type: "pageNumber" }, text(" —")],
  };
  return [
    number,
    line("masthead", "反诈工作简报"),
    line("mastheadLine", "第12期（总第36期）"),
    line("mastheadIssuer", "某市反诈中心"),
    line("mastheadDate", "2024年2月5日"),
    ...Array.from({ length: 16 }, () => paragraph(filling)),
    {
      type: "imprint",
      role: "imprint",
      children: [
        line("addressee", "报：某市联席会议"),
        {
          type: "section",
          role: "imprintFoot",
          children: [line("imprintIssuer", "某市反诈中心"), line("imprintCopies", "共印30份")],
        },
      ],
    },
  ];
}

function reportOf(theme: Theme): GeometryReport {
  return geometryReport(layout(documentOf(briefing()), { theme, faces, charts: {} }), { theme, faces });
}

/** What is prescribed for a red-headed briefing. */
function prescribed(name: string): number {
  return reportOf(redhead()).measures.find((measure) => measure.name === name)?.prescribed ?? 0;
}

function off(theme: Theme): string[] {
  return reportOf(theme).measures.flatMap(({ name, isWithin }) => (isWithin ? [] : [name]));
}

describe("the geometry of a red-headed briefing", () => {
  it("is that of GB/T 9704 in every measure", () => {
    const { standard, measures } = reportOf(redhead());
    expect(standard).toBe("GB/T 9704-2012");
    expect(measures.length).toBe(21);
    expect(measures.filter(({ set }) => set === null)).toEqual([]);
    expect(measures.filter(({ deviation }) => Math.abs(deviation ?? 1) > 0.05)).toEqual([]);
    expect(layout(documentOf(briefing()), { theme: redhead(), faces, charts: {} }).diagnostics).toEqual([]);
  });

  it("closes by the standard's own arithmetic", () => {
    expect(21 * prescribed("line-pitch") + 156 / 28).toBeCloseTo(225, 2);
    expect(prescribed("characters-width")).toBe(156);
    expect(prescribed("last-line-bottom")).toBe(262);
    expect(prescribed("masthead-top")).toBe(72);
  });

  it.each([
    ["a top margin of 39 mm", "marginTop: 37", "marginTop: 39", "first-line-top"],
    ["a binding edge of 25 mm", "marginInner: 28", "marginInner: 25", "binding-edge"],
    ["lines of 29 characters", "marginOuter: 26", "marginOuter: 20", "line-width"],
    ["a body of 16 pt", "body: { family: body, size: 15.79", "body: { family: body, size: 16", "characters-width"],
    ["21 lines a page", "lines: 22", "lines: 21", "line-pitch"],
    ["23 lines a page", "lines: 22", "lines: 23", "lines"],
    ["text that reaches below the type area", "marginBottom: 35", "marginBottom: 33", "last-line-bottom"],
    ["a masthead 30 mm down", "fromTop: 35mm", "fromTop: 30mm", "masthead-top"],
    ["a red rule 5 mm below its line", "padding: 1.56mm", "padding: 2.56mm", "red-rule-distance"],
    [
      "a thick first rule of the imprint",
      "imprint: { ruleAbove: 0.35mm",
      "imprint: { ruleAbove: 0.5mm",
      "imprint-first-rule",
    ],
    ["a thick middle rule of the imprint", "ruleAbove: 0.25mm", "ruleAbove: 0.35mm", "imprint-middle-rule"],
    ["page numbers 9 mm down", "foot: 7", "foot: 9", "page-number-distance"],
    [
      "page numbers in 小四",
      "running: { family: body, size: 四号",
      "running: { family: body, size: 小四",
      "page-number-size",
    ],
    ["page numbers at the edge", "align: start, inset: 1 }\n  toc", "align: start }\n  toc", "page-number-inset"],
    ["pages of one side", "duplex: true", "duplex: false", "binding-edge"],
    ["a page of another format", "height: 297", "height: 300", "page-height"],
  ])("is found to be off with %s", (_, from, to, name) => {
    const theme = redhead((yaml) => {
      expect(yaml).toContain(from);
      return yaml.replace(from, to);
    });
    expect(off(theme)).toContain(name);
    const { diagnostics } = layout(documentOf(briefing()), { theme, faces, charts: {} });
    expect(diagnostics.filter(({ rule }) => rule === "print/geometry").map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`measure off: ${name} `),
    );
  });

  it("is not found fault with where the pages have nothing of the kind", () => {
    const theme = redhead();
    const laid = layout(documentOf([paragraph("无报头，无版记。")]), { theme, faces, charts: {} });
    const { measures } = geometryReport(laid, { theme, faces });
    expect(measures.find(({ name }) => name === "masthead-top")).toMatchObject({
      set: null,
      deviation: null,
      isWithin: true,
    });
    expect(laid.diagnostics).toEqual([]);
  });
});

describe("the geometry of text in another script", () => {
  it("is not taken from the notes to it, which are none of its lines", () => {
    const theme = redhead();
    const english = "Cases solved fell, and payments stopped rose, in the year under review. ".repeat(6);
    const children: Block[] = Array.from({ length: 6 }, (_, index) => ({
      type: "paragraph",
      children: [
        text(english),
        footnote(`${index}`, "甲报《全年打击成效显著，群众反诈意识提高》（2024年1月5日）".repeat(3)),
      ],
    }));
    const laid = layout({ ...documentOf(children), language: "en" }, { theme, faces, charts: {} });
    expect(laid.diagnostics.filter(({ rule }) => rule === "print/geometry")).toEqual([]);
  });
});

describe("the geometry of a theme without a standard", () => {
  it("is held against the theme's own numbers", () => {
    const theme = monthlyTheme();
    const laid = layout(documentOf(Array.from({ length: 16 }, () => paragraph(filling))), { theme, faces, charts: {} });
    const { standard, measures } = geometryReport(laid, { theme, faces });
    expect(standard).toBeNull();
    expect(measures.filter(({ isWithin }) => !isWithin)).toEqual([]);
    const set = Object.fromEntries(measures.map((measure) => [measure.name, measure.set]));
    expect(set["first-line-top"]).toBeCloseTo(theme.page.marginTop, 1);
    expect(set["binding-edge"]).toBeCloseTo(theme.page.marginInner, 1);
    const wider = { ...theme, page: { ...theme.page, marginInner: theme.page.marginInner + 2 } };
    const again = geometryReport(laid, { theme: wider, faces });
    expect(again.measures.flatMap(({ name, isWithin }) => (isWithin ? [] : [name]))).toContain("binding-edge");
  });
});
