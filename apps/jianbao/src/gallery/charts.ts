import type { Chart, ChartFigure } from "@jianbao/charts";

/** A figure that nobody published. */
function figure(value: number, label: string, unit: string, more: Partial<ChartFigure> = {}): ChartFigure {
  return { value, bound: "exact", label, text: `${label}${unit}`, observations: ["o-sample-1"], ...more };
}

const periods = ["2019年", "2020年", "2021年", "2022年", "2023年"];

const cases = [
  figure(20, "20", "万起"),
  figure(32.2, "32.2", "万起"),
  null,
  figure(46.4, "46.4余", "万起", { bound: "min" }),
  figure(43.7, "43.7", "万起"),
];

const money = [
  figure(373.8, "373.8", "亿元"),
  figure(1870, "1870余", "亿元", { bound: "min" }),
  figure(3291, "3291", "亿元"),
  figure(3180, "3180余", "亿元", { bound: "min" }),
  figure(3288, "3288", "亿元", { origin: "derived" }),
];

const ranked = [
  { label: "福建省", rank: 1, figure: figure(2.21, "2.21", "万起"), code: "CN-FJ" },
  { label: "江西省", rank: 2, figure: figure(1.4326, "1.4326", "万起"), code: "CN-JX" },
  { label: "甘肃省", rank: 3, figure: figure(0.6105, "0.6105", "万起", { doubts: ["disputed"] }), code: "CN-GS" },
];

/** A chart of every kind, of invented figures, with what stands under it. */
export const galleryCharts: Readonly<Record<Chart["kind"], { readonly chart: Chart; readonly caption: string }>> = {
  change: {
    caption: "图1　本期与上年同期比较（哑铃图，单位：万起）",
    chart: {
      kind: "change",
      description: "打击情况，2023年与2022年",
      unit: "万起",
      currentLabel: "2023年",
      previousLabel: "2022年",
      rows: [
        {
          label: "破获案件",
          current: figure(43.7, "43.7", "万起"),
          previous: figure(46.4, "46.4", "万起"),
          change: "−5.8%",
          tone: "good",
        },
        {
          label: "立案",
          current: figure(32.8, "32.8余", "万起", { bound: "min" }),
          previous: figure(30.1, "30.1", "万起", { origin: "derived" }),
          change: "+9%",
          tone: "bad",
        },
      ],
    },
  },
  series: {
    caption: "图2　历年情况（折线图，缺的年份断开，约数空心，单位：万起）",
    chart: {
      kind: "series",
      description: "破获案件，历年",
      unit: "万起",
      periods,
      series: [{ label: "破获案件", points: cases }],
    },
  },
  panels: {
    caption: "图3　几种单位的历年情况（分面图）",
    chart: {
      kind: "panels",
      description: "破获案件和止付拦截资金，历年",
      periods,
      panels: [
        { label: "破获案件", unit: "万起", points: cases },
        { label: "止付拦截资金", unit: "亿元", points: money },
      ],
    },
  },
  ranked: {
    caption: "图4　各地比较（排序条形图，单位：万起）",
    chart: { kind: "ranked", description: "破获案件，各地", unit: "万起", rows: ranked },
  },
  map: {
    caption: "图5　各地分布（方格图，单位：万起）",
    chart: { kind: "map", description: "破获案件，各地", unit: "万起", rows: ranked },
  },
  spec: {
    caption: "图6　模板自带的图（Vega-Lite）",
    chart: {
      kind: "spec",
      description: "各月劝阻人次",
      unit: "万人次",
      spec: {
        mark: "bar",
        height: 120,
        data: { values: [1, 2, 3, 4, 5, 6].map((month) => ({ month: `${month}月`, value: 60 + ((month * 37) % 50) })) },
        encoding: {
          x: { field: "month", type: "ordinal", axis: { title: null, labelAngle: 0 }, sort: null },
          y: { field: "value", type: "quantitative", axis: { title: null } },
        },
      },
    },
  },
};
