import { describe, expect, it } from "vitest";
import type { StructureElement } from "../../src/page/structure.ts";
import { tableHeaders } from "../../src/pdf/table-headers.ts";

/**
 * A table of cells by words: `地区r2|案件c2` is a cell over two rows and one over two columns; `*` marks a row header,
 * rows before `---` are the head. The answer is `一季度 ← 案件 2024年` for each cell that is headed.
 */
function headed(...lines: string[]): string[] {
  const elements: StructureElement[] = [
    { kind: "Document", parent: null },
    { kind: "Table", parent: 0 },
  ];
  const words = new Map<number, string>();
  const body = lines.indexOf("---");
  let part = elements.push({ kind: "THead", parent: 1 }) - 1;
  lines.forEach((line, index) => {
    if (index === body) {
      part = elements.push({ kind: "TBody", parent: 1 }) - 1;
      return;
    }
    const row = elements.push({ kind: "TR", parent: part }) - 1;
    for (const cell of line.split("|")) {
      const isHead = index < body || cell.startsWith("*");
      const columnSpan = Number(/c(\d)/u.exec(cell)?.[1] ?? 1);
      const rowSpan = Number(/r(\d)/u.exec(cell)?.[1] ?? 1);
      const element = elements.push({
        kind: isHead ? "TH" : "TD",
        parent: row,
        ...(isHead ? { scope: cell.startsWith("*") ? "Row" : "Column" } : {}),
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      });
      words.set(element - 1, cell.replaceAll(/\*|[cr]\d/gu, ""));
    }
  });
  const { headers } = tableHeaders(elements);
  return [...headers].map(([cell, heads]) => `${words.get(cell)} ← ${heads.map((head) => words.get(head)).join(" ")}`);
}

describe("header cells", () => {
  it("are named by each cell of a table with spans: all above it, and those of its row", () => {
    expect(headed("地区r2|案件c2", "上年|今年", "---", "*甲省|12|13")).toEqual([
      "上年 ← 案件",
      "今年 ← 案件",
      "甲省 ← 地区",
      "12 ← 案件 上年 甲省",
      "13 ← 案件 今年 甲省",
    ]);
  });

  it("head every row and column that they span", () => {
    expect(headed("地区|指标|数", "---", "*甲省r2|立案|12", "破案|13").slice(1)).toEqual([
      "立案 ← 指标 甲省",
      "12 ← 数 甲省",
      "破案 ← 指标 甲省",
      "13 ← 数 甲省",
    ]);
  });

  it("are told by their scope alone where nothing spans", () => {
    expect(headed("地区|数", "---", "*甲省|12")).toEqual([]);
  });

  it("head cells that span several columns with the heads of each", () => {
    expect(headed("地区|上年|今年", "---", "*甲省|未公布c2")).toContain("未公布 ← 上年 今年 甲省");
  });
});
