import type { Inline, Table, TableCell, TableRow } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { columnWidths, gridOf } from "../../src/block/table-grid.ts";
import { layout } from "../../src/index.ts";
import {
  documentOf,
  dump,
  footnote,
  mm,
  paragraph,
  squareFaces,
  squareTheme,
  text,
  textFramesOf,
  textOfPages,
} from "../setting.ts";

describe("a table", () => {
  it("has its caption above, its unit at the right, and columns as wide as what they hold", () => {
    const theme = squareTheme({ width: mm(200) });
    const pages = dump(
      [table({ caption: [text("表1")], unit: "起", head: [["指标", "数"]], body: [["破获案件数", "12"]] })],
      theme,
    );
    expect(pages[0]?.split("\n")).toEqual([
      "0,0 表1",
      "0,0 起",
      "0,1 指标",
      "11.5,1 数",
      "0,2 破获案件数",
      "11.5,2 12",
    ]);
  });

  it("repeats its head and says 续表 on each page it goes on to", () => {
    const theme = squareTheme({ height: mm(60) });
    const body = Array.from({ length: 8 }, (_, index) => [`甲${index}`, "1"]);
    const pages = dump([table({ caption: [text("表1")], unit: null, head: [["项", "数"]], body })], theme);
    expect(pages.length).toBe(2);
    expect(pages[1]?.startsWith("0,0 续\n") || pages[1]?.startsWith("0,0 续表1")).toBe(true);
    expect(pages[1]).toContain("项");
    expect(pages.join("").match(/甲\d/gu)?.length).toBe(8);
  });

  it("cuts a row that is taller than a page between its lines, and loses nothing", () => {
    const long = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏".repeat(12);
    const { pages, diagnostics } = layout(
      documentOf([
        paragraph("前"),
        table({
          caption: [text("表1")],
          unit: null,
          head: [["项", "文"]],
          body: [
            ["甲", long],
            ["乙", "末尾"],
          ],
        }),
      ]),
      { theme: squareTheme({ height: mm(100) }), faces: squareFaces(), charts: {} },
    );
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
    const cells = pages
      .flatMap((page) => textFramesOf(page))
      .filter((frame) => frame.element !== null)
      .map((frame) => frame.text)
      .join("");
    expect(cells).toContain(long);
    expect(cells).toContain("末尾");
    for (const page of pages) {
      expect(textOfPages([page])).toContain("项");
      for (const frame of textFramesOf(page)) expect(frame.y).toBeLessThanOrEqual(100);
    }
  });

  it("calls its notes on the page where they stand", () => {
    const theme = squareTheme({ height: mm(80) });
    const rows = Array.from({ length: 6 }, (_, index): TableRow =>
      row([[text(`甲${index}`), footnote(`s${index}`, "注")], [text("1")]]),
    );
    const pages = dump([{ ...table({ caption: [], unit: null, head: [["项", "数"]], body: [] }), body: rows }], theme);
    for (const page of pages) {
      const marks = page.match(/[①-⑳]/gu) ?? [];
      expect(marks.length).toBe(2 * new Set(marks).size);
    }
    expect(pages.join("").match(/注/gu)?.length).toBe(6);
  });

  it("sets numbers under each other, their note marks hanging", () => {
    const number = (value: string, ...notes: Inline[]): TableCell => ({
      ...cell([text(value), ...notes]),
      align: "end",
    });
    const body: TableRow[] = [
      { type: "row", cells: [cell([text("甲")]), number("12", footnote("a", "注"))] },
      { type: "row", cells: [cell([text("乙")]), number("34")] },
    ];
    const theme = squareTheme({ width: mm(200) });
    const [page] = dump([{ ...table({ caption: [], unit: null, head: [], body: [] }), body }], theme);
    const places = page?.split("\n").flatMap((line) => /^[\d.]+(?=,\d+ (?:12|34)$)/u.exec(line)?.[0] ?? []); // matches 17.4 of 17.4,0 12
    expect(places).toEqual(["17.38", "17.38"]);
  });

  it("keeps rows together that a cell holds together", () => {
    const spanning: TableCell = { ...cell([text("跨")]), rowSpan: 2 };
    const rows: TableRow[] = [
      row([[text("上")], [text("1")]]),
      { type: "row", cells: [spanning, cell([text("2")])] },
      row([[text("3")]]),
    ];
    const pages = dump(
      [{ ...table({ caption: [], unit: null, head: [], body: [] }), body: rows }],
      squareTheme({ height: mm(20) }),
    );
    expect(pages.map((page) => page.includes("跨") && page.includes("3"))).toContain(true);
  });
});

/** A row header over so many rows. */
function spanning(value: string, rowSpan: number): TableCell {
  return { ...cell([text(value)]), header: "row", rowSpan };
}

/** Rows that one header holds together, each with a word of its own. */
function held(count: number): TableRow[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "row",
    cells: [...(index === 0 ? [spanning("跨", count)] : []), cell([text(`甲${index + 10}`)])],
  }));
}

/** A table of so many columns of numbers, on a page of ten squares. */
function laidWide(columns: number) {
  const wide = table({
    caption: [text("表1")],
    unit: null,
    head: [Array.from({ length: columns }, () => "数")],
    body: [Array.from({ length: columns }, (_, index) => `1234${index % 10}`)],
  });
  const theme = squareTheme({ width: mm(100) });
  return layout(documentOf([wide]), { theme, faces: squareFaces({ western: 0.5 }), charts: {} });
}

describe("rows that a cell holds together", () => {
  it("are cut between rows where they are taller than a page, and name themselves again below the cut", () => {
    const rows = held(24);
    const { pages, diagnostics } = layout(
      documentOf([{ ...table({ caption: [text("表1")], unit: null, head: [["项", "数"]], body: [] }), body: rows }]),
      { theme: squareTheme({ height: mm(100) }), faces: squareFaces({ western: 0.5 }), charts: {} },
    );
    expect(diagnostics).toEqual([]);
    const frames = pages.map(textFramesOf);
    expect(pages.length).toBe(4);
    for (const page of frames) expect(page.filter((frame) => frame.text === "跨").length).toBe(1);
    // Read once: the repeats are no part of the reading order.
    expect(frames.flat().filter((frame) => frame.text === "跨" && frame.element !== null).length).toBe(1);
    const read = frames
      .flat()
      .flatMap((frame) => (frame.element === null ? [] : (/甲\d+/u.exec(frame.text)?.[0] ?? []))); // matches 甲10
    expect(read).toEqual(Array.from({ length: 24 }, (_, index) => `甲${index + 10}`));
    for (const frame of frames.flat()) expect(frame.y).toBeLessThanOrEqual(100);
  });

  it("share the lines of a long cell out over the cut", () => {
    const long = "天地玄黄宇宙洪荒日月盈昃辰宿列张".repeat(6);
    const rows = held(24);
    const [first, ...others] = rows;
    const body: TableRow[] = [
      { type: "row", cells: [{ ...cell([text(long)]), rowSpan: 24 }, ...(first?.cells.slice(1) ?? [])] },
      ...others,
    ];
    const { pages } = layout(documentOf([{ ...table({ caption: [], unit: null, head: [], body: [] }), body }]), {
      theme: squareTheme({ height: mm(100) }),
      faces: squareFaces({ western: 0.5 }),
      charts: {},
    });
    const read = pages.flatMap(textFramesOf).filter((frame) => frame.element !== null);
    expect(read.map((frame) => frame.text.replaceAll(/[甲\d]/gu, "")).join("")).toBe(long);
    for (const frame of pages.flatMap(textFramesOf)) expect(frame.y).toBeLessThanOrEqual(100);
  });
});

describe("a table that is wider than its column", () => {
  it("is set in smaller characters, no number cut", () => {
    const { pages, diagnostics } = laidWide(5);
    expect(diagnostics).toEqual([]);
    const numbers = pages.flatMap(textFramesOf).filter((frame) => frame.text.startsWith("1234"));
    expect(numbers.map((frame) => frame.text)).toEqual(["12340", "12341", "12342", "12343", "12344"]);
    expect(new Set(numbers.map((frame) => frame.size))).toEqual(new Set([8]));
    for (const frame of numbers) expect(frame.x + 5 * 4).toBeLessThanOrEqual(100.01);
  });

  it("is reported where 7.5 points are not small enough", () => {
    const { diagnostics } = laidWide(9);
    expect(diagnostics.map(({ rule }) => rule)).toContain("print/table-too-wide");
    expect(diagnostics.find(({ rule }) => rule === "print/table-too-wide")?.message).toBe(
      "too wide: table “表1” needs 169 pt at 7.5 pt characters, 100 pt available",
    );
  });
});

describe("the grid of a table", () => {
  it("gives each cell the first free place", () => {
    const wide: TableCell = { ...cell([]), columnSpan: 2 };
    const tall: TableCell = { ...cell([]), rowSpan: 2 };
    const { cells, columns } = gridOf([
      { type: "row", cells: [tall, wide] },
      { type: "row", cells: [cell([]), cell([])] },
    ]);
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
    expect(columns).toBe(3);
  });

  it("takes relative widths where they are given", () => {
    expect(columnWidths(2, [3, 1], [], 100)).toEqual([75, 25]);
  });
});

function table(parts: { caption: Inline[]; unit: string | null; head: string[][]; body: string[][] }): Table {
  return {
    type: "table",
    caption: parts.caption,
    unit: parts.unit,
    columns: [],
    head: rows(parts.head, "column"),
    body: rows(parts.body, null),
    foot: [],
  };
}

function rows(list: string[][], header: "column" | null): TableRow[] {
  return list.map((texts) => ({ type: "row", cells: texts.map((value) => ({ ...cell([text(value)]), header })) }));
}

function row(cells: Inline[][]): TableRow {
  return { type: "row", cells: cells.map(cell) };
}

function cell(children: readonly Inline[]): TableCell {
  return { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "start", children };
}
