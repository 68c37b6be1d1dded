import type { Chart, Measure, Scene, SceneMark, TextMark } from "../src/index.ts";

/** Han and full-width characters one em wide, others half an em: a layout can be checked by eye. */
export const squareMeasure: Measure = (text, size) =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) >= 0x2000 ? size : size / 2), 0);

/** Two rows, the second without a figure to compare with. */
export const changeChart: Chart = {
  kind: "change",
  description: "全国打击电信网络诈骗，2023年与2022年",
  unit: "万起",
  currentLabel: "2023年",
  previousLabel: "2022年",
  rows: [
    {
      label: "破获案件",
      current: 43.7,
      previous: 46.4,
      currentText: "43.7万起",
      previousText: "46.4万起",
      changeText: "−5.8%",
    },
    {
      label: "止付",
      current: 32.8,
      previous: null,
      currentText: "32.8万起",
      previousText: "未公布",
      changeText: "—",
    },
  ],
};

/** A line with a gap in 2020年 and a hedged figure in 2022年. */
export const seriesChart: Chart = {
  kind: "series",
  description: "全国破获电信网络诈骗案件，2018年至2022年",
  unit: "起",
  periods: ["2018年", "2019年", "2020年", "2021年", "2022年"],
  series: [
    {
      label: "破获案件",
      points: [
        { value: 131_000, bound: "exact", text: "13.1万" },
        { value: 200_000, bound: "exact", text: "20万" },
        null,
        { value: 441_000, bound: "exact", text: "44.1万" },
        { value: 464_000, bound: "min", text: "46.4万余" },
      ],
    },
  ],
};

/** Areas in falling order; the second is hedged. */
export const rankedChart: Chart = {
  kind: "ranked",
  description: "破获案件，2023年，按地区",
  unit: "万起",
  rows: [
    { label: "甲省", value: 8.2, bound: "exact", text: "8.2万起" },
    { label: "乙自治区", value: 5.1, bound: "approx", text: "约5.1万起" },
    { label: "丙市", value: 0.3, bound: "exact", text: "0.3万起" },
  ],
};

/** A template's own chart, with months on its axis. */
export const specChart: Chart = {
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
