import type { Chart, ChartFigure } from "@jianbao/charts";

/** The text that all programs set: the same words, tables, notes and charts for each. */
export interface Sample {
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  readonly sections: readonly SampleSection[];
  readonly charts: Readonly<Record<string, Chart>>;
}

/** A heading with what stands under it. */
export interface SampleSection {
  readonly title: string;
  /** Each a row of texts and notes. */
  readonly paragraphs: readonly (readonly SamplePart[])[];
  readonly table: SampleTable | null;
  /** Key of a chart and its caption. */
  readonly chart: { readonly key: string; readonly caption: string } | null;
}

/** Text, or a note that is called where it stands. */
export type SamplePart = string | { readonly note: string };

/** A table of words in the first column and numbers in the others. */
export interface SampleTable {
  readonly caption: string;
  readonly unit: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const areas = ["临江市", "海州市", "白塔市", "云岭市", "青川市", "东湖区", "石门县", "南桥县", "安宁区", "新港区"];
const crimes = [
  "刷单返利",
  "虚假投资理财",
  "冒充电商客服",
  "冒充公检法",
  "虚假贷款",
  "网络婚恋",
  "游戏交易",
  "冒充熟人",
];
const topics = ["总体情况", "破案打击", "资金止付", "预警劝阻", "分类发案", "地区比较", "宣传防范", "问题和建议"];

/** Makes the sample: made-up figures out of a plain rule, so that it is the same wherever it is made. */
export function sample(): Sample {
  return {
    title: "全省反电信网络诈骗工作简报",
    issuer: "省反诈骗中心",
    date: "2024-04-03",
    sections: topics.map((topic, index) => ({
      title: `${"一二三四五六七八"[index]}、${topic}`,
      paragraphs: Array.from({ length: 3 }, (_, at) => paragraph(index * 3 + at, topic)),
      table: index % 2 === 1 ? table(index) : null,
      chart: index % 2 === 0 ? { key: keys[index / 2] ?? "", caption: `图${index / 2 + 1} ${topic}` } : null,
    })),
    charts: charts(),
  };
}

const keys = ["solved", "change", "ranked", "monthly"] as const;

/** A figure between 1 and `most`, spread evenly over the calls. */
function figure(seed: number, most: number): number {
  return 1 + ((seed * 7919 + 104_729) % most);
}

function decimal(seed: number, most: number): string {
  return `${figure(seed, most)}.${figure(seed + 3, 9)}`;
}

function paragraph(seed: number, topic: string): SamplePart[] {
  const area = areas[seed % areas.length] ?? "";
  const other = areas[(seed * 3 + 1) % areas.length] ?? "";
  const crime = crimes[seed % crimes.length] ?? "";
  const month = figure(seed, 3);
  return [
    `2024年${month}月，${area}共破获${crime}类案件${decimal(seed, 9)}万起，抓获犯罪嫌疑人${figure(seed, 900) + 1000}余名，`,
    `同比分别上升${decimal(seed + 1, 30)}%和${figure(seed, 20) + 3}%～${figure(seed, 20) + 25}%`,
    { note: `${area}公安局：《${topic}通报》，2024年${month}月${figure(seed, 27)}日。` },
    `；止付冻结涉案资金${decimal(seed + 2, 60)}亿元，紧急拦截涉诈电话${decimal(seed + 5, 20)}亿次、短信${figure(seed, 700)}万多条，`,
    `返还群众损失逾${decimal(seed + 7, 9)}亿元。${other}负责人表示，“断卡·守护”行动第${figure(seed, 12)}期集中收网中，`,
    `共打掉犯罪团伙${figure(seed, 60)}个，查扣手机、“GOIP”设备${figure(seed, 800) + 200}余部（台）——比上年提高${decimal(seed, 6)}个百分点`,
    ...(seed % 2 === 0
      ? [{ note: `${other}反诈骗中心：《“断卡·守护”行动阶段小结》，2024年${month}月${figure(seed + 2, 27)}日。` }]
      : []),
    `。《反诈骗手册（第${figure(seed, 9)}版）》已在银行网点、社区和校园发放${figure(seed, 90)}万册，App注册人数超过${figure(seed, 300)}万，`,
    `${figure(seed, 3)}—${figure(seed, 3) + 3}月力争实现重点人群全覆盖。`,
  ];
}

function table(seed: number): SampleTable {
  return {
    caption: `表${(seed + 1) / 2} 各地${topics[seed] ?? ""}主要数据`,
    unit: "单位：起、名、万元",
    head: ["地区", "立案", "破案", "抓获", "止付金额", "同比"],
    rows: areas.map((area, row) => {
      const at = seed * 31 + row * 7;
      return [
        area,
        thousands(figure(at, 9000) + 900),
        thousands(figure(at + 1, 5000) + 400),
        thousands(figure(at + 2, 3000) + 100),
        `${thousands(figure(at + 4, 90_000))}.${figure(at, 9)}`,
        `${row % 3 === 0 ? "−" : "+"}${decimal(at, 40)}%`,
      ];
    }),
  };
}

function thousands(value: number): string {
  return `${value}`.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, ",");
}

function figureOf(value: number, unit: string): ChartFigure {
  return { value, bound: "exact", label: `${value}`, text: `${value}${unit}`, observations: [] };
}

function charts(): Record<string, Chart> {
  const periods = ["2019年", "2020年", "2021年", "2022年", "2023年"];
  const points = (seed: number): ChartFigure[] =>
    periods.map((_, at) => figureOf(Number(decimal(seed + at * 5, 40)), "万"));
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  return {
    solved: {
      kind: "series",
      description: "全省破获案件和抓获人数，2019—2023年，万",
      unit: "万",
      periods,
      series: [
        { label: "破获案件", points: points(2) },
        { label: "抓获嫌疑人", points: points(9) },
      ],
    },
    change: {
      kind: "change",
      description: "止付资金，2024年一季度与上年同期，亿元",
      unit: "亿元",
      currentLabel: "2024年一季度",
      previousLabel: "2023年一季度",
      rows: areas.slice(0, 6).map((label, at) => {
        const current = Number(decimal(at + 2, 40));
        const previous = Number(decimal(at + 11, 40));
        const change = (100 * (current - previous)) / previous;
        return {
          label,
          current: figureOf(current, "亿元"),
          previous: figureOf(previous, "亿元"),
          change: `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)}%`,
          tone: null,
        };
      }),
    },
    ranked: {
      kind: "ranked",
      description: "各类案件所占比重，2024年一季度，%",
      unit: "%",
      rows: crimes.map((label, at) => ({ label, rank: at + 1, figure: figureOf(Number(decimal(at + 4, 30)), "%") })),
    },
    monthly: {
      kind: "spec",
      description: "每月发案数，2023年，千起",
      unit: "千起",
      spec: {
        data: { values: months.map((month) => ({ month: `${month}月`, count: Number(decimal(month + 2, 30)) })) },
        mark: { type: "bar" },
        encoding: {
          x: { field: "month", type: "ordinal", sort: null, axis: { title: null, labelAngle: 0 } },
          y: { field: "count", type: "quantitative", axis: { title: "千起" } },
        },
        width: 380,
        height: 150,
      },
    },
  };
}
