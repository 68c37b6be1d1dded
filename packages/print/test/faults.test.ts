import type { Block, Document, Inline, TableCell } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../document/test/sample.ts";
import { type Layout, layout } from "../src/index.ts";
import { numbersOf, roundTrip } from "./round-trip.ts";
import { documentOf, footnote, monthlyTheme, paragraph, realFaces, text, textFramesOf } from "./setting.ts";

const theme = monthlyTheme();
const faces = realFaces();
const prose = "本月全市接报案件1,234起，同比下降5.6%；止付资金7,890.12万元，劝阻群众3.4万人次。";

/** Lays a document out and holds that it is all there, once, within the type area; returns what was reported. */
function whole(
  document: Document,
  charts: Parameters<typeof layout>[1]["charts"] = {},
): { laid: Layout; rules: string[] } {
  const laid = layout(document, { theme, faces, charts });
  const { written, printed, notesWritten, notesPrinted, notesCalled } = roundTrip(document, laid);
  expect(printed).toEqual(written);
  expect(new Set(notesPrinted)).toEqual(new Set(notesWritten));
  expect(notesPrinted.length).toBe(notesCalled);
  expect(printed.flatMap(numbersOf)).toEqual(written.flatMap(numbersOf));
  const bottom = ((theme.page.height - theme.page.marginBottom) / 25.4) * 72;
  for (const page of laid.pages) {
    for (const frame of textFramesOf(page)) {
      if (frame.element !== null) expect(frame.y).toBeLessThanOrEqual(bottom + 0.1);
    }
  }
  return { laid, rules: laid.diagnostics.map(({ rule }) => rule) };
}

function cell(value: string): TableCell {
  return { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "start", children: [text(value)] };
}

function tableOf(rows: readonly (readonly string[])[]): Block {
  return {
    type: "table",
    caption: [text("表1　逐日情况")],
    unit: "单位：起",
    columns: [],
    head: [{ type: "row", cells: ["日期", "情况"].map((value) => ({ ...cell(value), header: "column" as const })) }],
    body: rows.map((row) => ({ type: "row", cells: row.map(cell) })),
    foot: [],
  };
}

describe("a whole document", () => {
  it("of every kind of node is printed word for word, number for number", () => {
    const chart = { width: 200, height: 80, marks: [] };
    expect(whole(sampleDocument(), { "change-crackdown": chart }).rules).toEqual([]);
  });

  it("with a row taller than a page has all of the row, its head on each page", () => {
    const { laid, rules } = whole(
      documentOf([
        tableOf([
          ["1日", prose.repeat(160)],
          ["2日", "末尾9起"],
        ]),
      ]),
    );
    expect(rules).toEqual([]);
    expect(laid.pages.length).toBeGreaterThan(2);
    for (const page of laid.pages) {
      expect(
        textFramesOf(page)
          .map((frame) => frame.text)
          .join(""),
      ).toContain("日期");
    }
  });

  it("with a note longer than a page has all of the note, as one note", () => {
    const call: Inline[] = [text("破获案件43.7万起"), footnote("a", prose.repeat(110)), text("。")];
    const { laid, rules } = whole(
      documentOf([{ type: "paragraph", children: call }, ...Array.from({ length: 30 }, () => paragraph(prose))]),
    );
    expect(rules).toEqual([]);
    expect(laid.structure.filter(({ kind }) => kind === "Note").length).toBe(1);
  });

  it("with forty notes on a page has forty, ① to ⑳ and 21 to 40", () => {
    const calls = Array.from({ length: 40 }, (_, index) => [
      text(`第${index + 1}项${index + 100}起`),
      footnote(`s${index}`, `某报《第${index + 1}篇》（2024年1月${(index % 28) + 1}日）`),
      text("；"),
    ]).flat();
    const { laid, rules } = whole(documentOf([{ type: "paragraph", children: calls }]));
    expect(rules).toEqual([]);
    const labels = laid.pages[0] === undefined ? [] : textFramesOf(laid.pages[0]).map((frame) => frame.text);
    expect(labels).toContain("⑳");
    expect(labels).toContain("40");
  });

  it("with an address of 200 characters has all of it, in lines that are not too long", () => {
    const address = `https://example.org/${"a1b2c3d4e5".repeat(18)}`;
    const link: Inline = { type: "link", href: address, children: [text(address)] };
    const { laid, rules } = whole(documentOf([{ type: "paragraph", children: [text("全文见"), link, text("。")] }]));
    expect(rules).toEqual([]);
    const links = laid.pages.flatMap((page) => page.frames.filter((frame) => frame.type === "link"));
    expect(links.length).toBeGreaterThan(1);
  });

  it("with rare Han prints those that a face has and reports the others, with code point and place", () => {
    const { laid, rules } = whole(documentOf([paragraph("𠮷野家位于㐂町，𰻝𰻝面12碗。")]));
    const missing = laid.diagnostics.filter(({ rule }) => rule === "print/missing-glyph");
    expect(rules.filter((rule) => rule !== "print/missing-glyph")).toEqual([]);
    for (const { message } of missing) expect(message).toMatch(/U\+[\dA-F]{4,6} .* paragraph “𠮷野家/u);
    expect(missing.some(({ message }) => message.includes("U+30EDD"))).toBe(true);
  });

  it("in traditional characters is printed in them", () => {
    const document: Document = {
      ...documentOf([
        { type: "heading", level: 1, children: [text("一、打擊治理")] },
        paragraph("2023年，全國公安機關破獲電信網絡詐騙案件43.7萬起，攔截資金3,288億元，勸阻羣眾1,389萬人次。"),
      ]),
      language: "zh-Hant-TW",
    };
    expect(whole(document).rules).toEqual([]);
  });

  it("of an empty month has its headings and says so", () => {
    const { laid, rules } = whole(
      documentOf([
        { type: "paragraph", role: "masthead", children: [text("反诈工作简报")] },
        {
          type: "section",
          id: "key",
          children: [{ type: "heading", level: 1, children: [text("一、要点")] }, paragraph("本期没有收到文章。")],
        },
        {
          type: "section",
          id: "sources",
          children: [
            { type: "heading", level: 1, children: [text("二、资料来源")] },
            { type: "list", ordered: true, children: [] },
          ],
        },
        { type: "imprint", children: [paragraph("共印30份")] },
      ]),
    );
    expect(rules).toEqual([]);
    expect(laid.pages.length).toBe(1);
  });

  it("of nothing at all is one empty page", () => {
    expect(whole(documentOf([])).laid.pages.length).toBe(1);
  });

  it("with a table of a thousand rows has each once", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [`第${index + 1}行`, `${index * 7}起`]);
    const { laid, rules } = whole(documentOf([tableOf(rows)]));
    expect(rules).toEqual([]);
    expect(laid.pages.length).toBeGreaterThan(20);
  });

  it("with a figure taller than a page has it smaller, reported", () => {
    const figure: Block = { type: "figure", chart: "x", alternative: "图", caption: [text("图1　甲")] };
    const { rules } = whole(documentOf([paragraph(prose), figure]), { x: { width: 400, height: 2000, marks: [] } });
    expect(rules).toEqual(["print/figure-too-large"]);
  });

  it("with a heading of many lines, a list in a quotation, a break after a break loses nothing", () => {
    const list: Block = {
      type: "list",
      ordered: true,
      children: Array.from({ length: 12 }, (_, index) => ({
        type: "listItem",
        children: [paragraph(`${prose.repeat(3)}第${index + 1}条`)],
      })),
    };
    const { rules } = whole(
      documentOf([
        { type: "heading", level: 1, children: [text(prose.repeat(4))] },
        { type: "quotation", children: [paragraph(prose.repeat(40)), list] },
        { type: "pageBreak" },
        { type: "pageBreak" },
        paragraph("完1"),
      ]),
    );
    expect(rules).toEqual([]);
  });
});
