import type { ProblemWording } from "./chinese.ts";

/** Problems of charts that a template brings, by rule. */
export const chartProblems: Readonly<Record<string, ProblemWording>> = {
  "briefing/chart-syntax": {
    // Matches `unreadable chart: Unexpected end of JSON input (mine/charts/a.vl.json)`.
    values: /chart: (.+) \(([^()]+)\)$/u,
    message: (what = "", file = "") => `图的文件读不了（${file}）：${what}`,
    hint: "一个文件是一个 JSON 对象：Vega-Lite 的图",
  },
  "briefing/chart-data": {
    // Matches `unknown data: serie (mine/charts/a.vl.json)`.
    values: /: (\S+) \(([^()]+)\)$/u,
    message: (data = "", file = "") => `图要的数据没有（${file}）：${data}`,
    hint: "可用 series、months、areas、comparisons，后面可加 / 和专题或指标；见 docs/charts.md",
  },
  "briefing/unknown-chart": {
    // Matches `unknown chart: charts/a.vl.json (mine/briefing.hbs:3)`.
    values: /: (\S+) \(([^()]+)\)$/u,
    message: (chart = "", place = "") => `模板里没有这幅图（${place}）：${chart}`,
    hint: "模板自己的图放在模板文件夹的 charts/ 里，名字以 .vl.json 结尾",
  },
  "app/chart-failed": {
    // Matches `failed chart: Invalid specification (mine/charts/a.vl.json)`.
    values: /chart: (.+) \(([^()]+)\)$/su,
    message: (what = "", file = "") => `图画不出来（${file}）：${what}`,
    hint: "文件应是 Vega-Lite 6 的图；见 docs/charts.md",
  },
};
