import type {
  ChangeChart,
  ChartFigure,
  MapChart,
  Measure,
  PanelsChart,
  RankedChart,
  Scene,
  SceneMark,
  SeriesChart,
  SpecChart,
  TextMark,
} from "../src/index.ts";

/** Han and full-width characters one em wide, others half an em: a layout can be checked by eye. */
export const squareMeasure: Measure = (text, size) =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) >= 0x2000 ? size : size / 2), 0);

/** A figure of a chart, of one observation. */
export function figure(value: number, label: string, more: Partial<ChartFigure> = {}): ChartFigure {
  return { value, bound: "exact", label, text: `${label}万起`, observations: [`o-${label}`], ...more };
}

/** Two rows of one unit, the second hedged and for the worse. */
export const changeChart: ChangeChart = {
  kind: "change",
  description: "全国打击电信网络诈骗，2023年与2022年",
  unit: "万起",
  currentLabel: "2023年",
  previousLabel: "2022年",
  rows: [
    {
      label: "破获案件",
      current: figure(43.7, "43.7"),
      previous: figure(46.4, "46.4"),
      change: "−5.8%",
      tone: null,
    },
    {
      label: "发案",
      current: figure(32.8, "32.8余", { bound: "min" }),
      previous: figure(20, "20", { origin: "derived" }),
      change: "+64%",
      tone: "bad",
    },
  ],
};

/** Rows of units of their own. */
export const mixedChart: ChangeChart = {
  ...changeChart,
  unit: "",
  rows: [
    ...changeChart.rows,
    {
      label: "封堵网址域名",
      current: figure(836.4, "836.4", { text: "836.4万个" }),
      previous: figure(266, "266", { text: "266万个", doubts: ["disputed"] }),
      change: "约+214%",
      tone: "good",
    },
  ],
};

/** A line with a gap in 2020年, a disputed figure in 2021年 and a hedged one in 2022年. */
export const seriesChart: SeriesChart = {
  kind: "series",
  description: "破获案件，2018年至2022年",
  unit: "万起",
  periods: ["2018年", "2019年", "2020年", "2021年", "2022年"],
  series: [
    {
      label: "破获案件",
      points: [
        figure(13.1, "13.1"),
        figure(20, "20"),
        null,
        figure(44.1, "44.1", { doubts: ["disputed"] }),
        figure(46.4, "46.4余", { bound: "min" }),
      ],
    },
  ],
};

/** Three statistics of their own units. */
export const panelsChart: PanelsChart = {
  kind: "panels",
  description: "技术反制，2020年至2023年",
  periods: ["2020年", "2021年", "2022年", "2023年"],
  panels: [
    {
      label: "拦截电话",
      unit: "亿次",
      points: [figure(7.3, "7.3"), null, figure(21, "21"), figure(27.5, "27.5")],
    },
    {
      label: "拦截短信",
      unit: "亿条",
      points: [figure(15, "15余", { bound: "min" }), null, figure(24.2, "24.2"), figure(22.8, "22.8")],
    },
    {
      label: "封堵网址域名",
      unit: "万个",
      points: [figure(182, "182", { origin: "revised" }), null, figure(266, "266"), figure(836.4, "836.4")],
    },
  ],
};

/** Areas in falling order; the second is hedged and shares its rank with the third. */
export const rankedChart: RankedChart = {
  kind: "ranked",
  description: "破获案件，2023年",
  unit: "万起",
  rows: [
    { label: "甲省", rank: 1, figure: figure(8.2, "8.2") },
    { label: "乙自治区", rank: 2, figure: figure(5.1, "约5.1", { bound: "approx" }) },
    { label: "丙市", rank: 2, figure: figure(5, "5") },
    { label: "丁省", rank: 4, figure: figure(0.3, "0.3", { doubts: ["questioned"] }) },
  ],
};

/** Nine provinces, two of them alike. */
export const mapChart: MapChart = {
  kind: "map",
  description: "破获案件，2023年",
  unit: "万起",
  rows: [
    ["CN-GD", "广东省", 1, 4.2],
    ["CN-ZJ", "浙江省", 2, 3.1],
    ["CN-FJ", "福建省", 3, 2.21],
    ["CN-HA", "河南省", 4, 1.9],
    ["CN-JX", "江西省", 5, 1.4326],
    ["CN-NM", "内蒙古自治区", 6, 0.9],
    ["CN-GS", "甘肃省", 7, 0.6105],
    ["CN-HI", "海南省", 8, 0.4],
    ["CN-QH", "青海省", 8, 0.4],
  ].map(([code, label, rank, value]) => ({
    code: `${code}`,
    label: `${label}`,
    rank: Number(rank),
    figure: figure(Number(value), `${value}`),
  })),
};

/** A template's own chart, with months on its axis. */
export const specChart: SpecChart = {
  kind: "spec",
  description: "月度预警",
  unit: "次",
  spec: {
    data: {
      values: [
        { month: "2023-01-01", count: 120_000 },
        { month: "2023-02-01", count: 80_000 },
        { month: "2023-03-01", count: 250_000 },
      ],
    },
    mark: "bar",
    encoding: {
      x: { field: "month", type: "temporal", timeUnit: "yearmonth", axis: { format: "%Y年%-m月", title: null } },
      y: { field: "count", type: "quantitative", title: null },
    },
  },
};

/** All marks, those within clips too. */
export function marksOf(scene: Scene): readonly SceneMark[] {
  const flat = (marks: readonly SceneMark[]): SceneMark[] =>
    marks.flatMap((mark) => (mark.type === "clip" ? [mark, ...flat(mark.marks)] : [mark]));
  return flat(scene.marks);
}

/** All texts, in painting order. */
export function textsOf(scene: Scene): readonly TextMark[] {
  return marksOf(scene).filter((mark) => mark.type === "text");
}

/** A scene as lines that can be read in a diff. */
export function dump(scene: Scene): string {
  const lines = [`scene ${scene.width} × ${scene.height}`];
  const write = (marks: readonly SceneMark[], indent: string): void => {
    for (const mark of marks) {
      if (mark.type === "clip") {
        lines.push(`${indent}clip ${mark.x} ${mark.y} ${mark.width} ${mark.height}`);
        write(mark.marks, `${indent}  `);
      } else if (mark.type === "text") {
        const { x, y, text, size, weight, colour, anchor, angle } = mark;
        lines.push(`${indent}text ${x} ${y} ${JSON.stringify(text)} ${size}/${weight} ${colour} ${anchor} ${angle}°`);
      } else {
        const path = mark.commands.map((command) => command.join(" ")).join(" ");
        lines.push(`${indent}path ${path} ${JSON.stringify(mark.paint)}`);
      }
    }
  };
  write(scene.marks, "  ");
  return `${lines.join("\n")}\n`;
}
