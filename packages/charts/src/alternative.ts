import { unreachable } from "@jianbao/model";
import type { ChangeChart, Chart, RankedChart, SeriesChart } from "./chart.ts";

/** Writes the text alternative of a chart: what it is and every figure it draws, as printed, in Chinese. */
export function alternativeOf(chart: Chart): string {
  switch (chart.kind) {
    case "change":
      return `对比图：${sentence(chart.description)}${changes(chart)}`;
    case "series":
      return `折线图：${sentence(chart.description)}${courses(chart)}`;
    case "ranked":
      return `条形图：${sentence(chart.description)}${ranks(chart)}`;
    case "spec":
      return `图：${sentence(chart.description)}`;
    default:
      return unreachable(chart);
  }
}

function changes({ rows, currentLabel, previousLabel }: ChangeChart): string {
  const parts = rows.map(({ label, currentText, previousText, changeText }) => {
    const change = changeText === "" ? "" : `，变化${changeText}`;
    return `${label}，${currentLabel}${currentText}，${previousLabel}${previousText}${change}`;
  });
  return closed(parts);
}

function courses({ periods, series }: SeriesChart): string {
  const parts = series.map(({ label, points }) => {
    const figures = periods.map((period, i) => `${period}${points[i]?.text ?? "无数据"}`);
    return `${label}，${figures.join("，")}`;
  });
  return closed(parts);
}

function ranks({ rows }: RankedChart): string {
  const falling = rows.length > 1 && rows.every(({ value }, i) => i === 0 || value <= (rows[i - 1]?.value ?? value));
  const intro = rows.length > 1 ? `共${rows.length}项${falling ? "，由高到低" : ""}：` : "";
  return closed([intro + rows.map(({ label, text }) => `${label}${text}`).join("，")]);
}

/** A description that ends in a full stop already keeps it. */
function sentence(text: string): string {
  return text === "" || /[。！？]$/u.test(text) ? text : `${text}。`;
}

function closed(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== "").join("；");
  return text === "" ? "" : `${text}。`;
}
