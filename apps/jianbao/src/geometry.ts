import type { GeometryReport, Layout, Measure } from "@jianbao/print";
import type { Invocation, Option } from "./command.ts";
import { type Console, say } from "./console.ts";
import type { ComposedIssue } from "./issue.ts";
import { measureNames } from "./measure-names.ts";
import { terminalTable } from "./terminal-table.ts";

/** The option that asks for the measures of the pages. */
export const reportOption: Option = {
  name: "report",
  value: "NAME",
  choices: ["geometry"],
  help: {
    zh: "geometry：把版面尺寸逐项量一遍，与标准或主题的规定并列",
    en: "geometry: measure the pages beside what the standard or the theme prescribes",
  },
};

/** Measures the pages of an issue where that is asked for; null where it is not, or where no pages were set. */
export async function geometryAsked(
  { options }: Invocation,
  { theme, faces }: ComposedIssue,
  set: Layout | null,
): Promise<GeometryReport | null> {
  if (options["report"] !== "geometry" || theme === null || set === null) return null;
  const { geometryReport } = await import("@jianbao/print");
  return geometryReport(set, { theme, faces });
}

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
  const figures = head.slice(1, -1).map(() => "end" as const);
  return `${title}\n${terminalTable(console, head, rows, ["start", ...figures])}`;
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
