import type { GeometryReport, Measure } from "@jianbao/print";
import { columnsOf } from "./columns.ts";
import { type Console, say } from "./console.ts";
import { measureNames } from "./measure-names.ts";

/** Writes the measures of the pages, a line each: prescribed, set, deviation, tolerance. */
export function geometryTable(console: Console, { standard, measures }: GeometryReport): string {
  const title = say(console, {
    zh: `版面尺寸（毫米），按${standard ?? "主题自己的规定"}`,
    en: `geometry (mm), by ${standard ?? "the theme's own numbers"}`,
  });
  const head = [
    say(console, { zh: "项目", en: "measure" }),
    say(console, { zh: "规定", en: "prescribed" }),
    say(console, { zh: "排成", en: "set" }),
    say(console, { zh: "相差", en: "off by" }),
    say(console, { zh: "容许", en: "allowed" }),
    say(console, { zh: "在第几页", en: "page" }),
    "",
  ];
  const rows = measures.map((measure) => rowOf(console, measure));
  const widths = head.map((name, column) =>
    Math.max(columnsOf(name), ...rows.map((row) => columnsOf(row[column] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    `${cells
      .map((text, column) => {
        const room = " ".repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(text)));
        return column === 0 || column === cells.length - 1 ? text + room : room + text;
      })
      .join("  ")
      .trimEnd()}\n`;
  return [`${title}\n`, console.paint("bold", line(head)), ...rows.map(line)].join("");
}

function rowOf(console: Console, measure: Measure): readonly string[] {
  const { name, unit, prescribed, set, deviation, tolerance, page, atMost, isWithin } = measure;
  const shown = (value: number): string => (unit === "count" ? `${value}` : value.toFixed(3));
  return [
    say(console, measureNames[name]),
    `${atMost ? "≤ " : ""}${shown(prescribed)}`,
    set === null ? "—" : shown(set),
    deviation === null ? "—" : `${deviation > 0 ? "+" : deviation < 0 ? "−" : ""}${shown(Math.abs(deviation))}`,
    `±${tolerance}`,
    page === null || set === null ? "—" : `${page}`,
    set === null
      ? say(console, { zh: "没有这一项", en: "not on these pages" })
      : isWithin
        ? say(console, { zh: "合", en: "within" })
        : console.paint("red", say(console, { zh: "不合", en: "off" })),
  ];
}
