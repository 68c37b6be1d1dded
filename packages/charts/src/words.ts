import type { Language } from "@jianbao/model";
import type { FigureDoubt, FigureOrigin } from "./chart.ts";

/** The few words that charts and their text alternatives say themselves, by language. */
export interface ChartWords {
  /** Opens the text alternative: `折线图`. */
  readonly kinds: Readonly<Record<"change" | "series" | "panels" | "ranked" | "map" | "spec", string>>;
  readonly missing: string;
  /** What the shapes of the key mean. */
  readonly hedged: string;
  readonly hatched: string;
  readonly origins: Readonly<Record<FigureOrigin, string>>;
  readonly doubts: Readonly<Record<FigureDoubt, string>>;
  /** Beside a figure of a text alternative or table: `推算`. */
  readonly shortOrigins: Readonly<Record<FigureOrigin, string>>;
  readonly shortDoubts: Readonly<Record<FigureDoubt, string>>;
  readonly ownAxes: string;
  readonly worse: string;
  readonly schematic: string;
  readonly rank: string;
  readonly area: string;
  readonly value: string;
  readonly period: string;
  readonly indicator: string;
  readonly change: string;
  readonly highest: string;
  readonly lowest: string;
  readonly unit: (unit: string) => string;
  readonly count: (count: number) => string;
  /** Not all areas are drawn. */
  readonly first: (drawn: number, all: number) => string;
  /** Areas that a list leaves out. */
  readonly rest: (count: number) => string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly stop: string;
  /** A remark in brackets behind a figure. */
  readonly aside: (text: string) => string;
}

const hans: ChartWords = {
  kinds: {
    change: "对比图",
    series: "折线图",
    panels: "折线图",
    ranked: "条形图",
    map: "方格地图",
    spec: "图",
  },
  missing: "无数字",
  hedged: "空心：约数（余、近、约等）",
  hatched: "斜纹：约数（余、近、约等）",
  origins: { derived: "菱形：推算", revised: "方形：修订后的数字" },
  doubts: { disputed: "*：各来源不一致，见核对", questioned: "※：疑有差错，见核对" },
  shortOrigins: { derived: "推算", revised: "修订后" },
  shortDoubts: { disputed: "各来源不一致", questioned: "疑有差错" },
  ownAxes: "各行比例不同，均自零起，只可在行内比较",
  worse: "加粗：向不利方向变化",
  schematic: "方格位置为示意，不表示疆界",
  rank: "名次",
  area: "地区",
  value: "数值",
  period: "期间",
  indicator: "指标",
  change: "变化",
  highest: "最高",
  lowest: "最低",
  unit: (unit) => `单位：${unit}`,
  count: (count) => `共${count}个地区`,
  rest: (count) => `其余${count}个见方格`,
  first: (drawn, all) => `只画前${drawn}位，共${all}个地区`,
  colon: "：",
  comma: "，",
  semicolon: "；",
  stop: "。",
  aside: (text) => `（${text}）`,
};

const hant: ChartWords = {
  ...hans,
  kinds: {
    change: "對比圖",
    series: "折線圖",
    panels: "折線圖",
    ranked: "條形圖",
    map: "方格地圖",
    spec: "圖",
  },
  missing: "無數字",
  hedged: "空心：約數（餘、近、約等）",
  hatched: "斜紋：約數（餘、近、約等）",
  origins: { derived: "菱形：推算", revised: "方形：修訂後的數字" },
  doubts: { disputed: "*：各來源不一致，見核對", questioned: "※：疑有差錯，見核對" },
  shortOrigins: { derived: "推算", revised: "修訂後" },
  shortDoubts: { disputed: "各來源不一致", questioned: "疑有差錯" },
  ownAxes: "各行比例不同，均自零起，只可在行內比較",
  worse: "加粗：向不利方向變化",
  schematic: "方格位置為示意，不表示疆界",
  area: "地區",
  value: "數值",
  period: "期間",
  indicator: "指標",
  change: "變化",
  unit: (unit) => `單位：${unit}`,
  count: (count) => `共${count}個地區`,
  rest: (count) => `其餘${count}個見方格`,
  first: (drawn, all) => `只畫前${drawn}位，共${all}個地區`,
};

const english: ChartWords = {
  kinds: {
    change: "Dumbbell chart",
    series: "Line chart",
    panels: "Line charts",
    ranked: "Bar chart",
    map: "Tile-grid map",
    spec: "Chart",
  },
  missing: "no figure",
  hedged: "Hollow: approximate in the source",
  hatched: "Hatched: approximate in the source",
  origins: { derived: "Diamond: computed", revised: "Square: revised" },
  doubts: { disputed: "*: sources disagree, see Checks", questioned: "※: may be wrong, see Checks" },
  shortOrigins: { derived: "computed", revised: "revised" },
  shortDoubts: { disputed: "sources disagree", questioned: "may be wrong" },
  ownAxes: "Each row has its own scale from nought: compare within a row only",
  worse: "Bold: for the worse",
  schematic: "Tiles are schematic and show no boundaries",
  rank: "Rank",
  area: "Area",
  value: "Figure",
  period: "Period",
  indicator: "Indicator",
  change: "Change",
  highest: "highest",
  lowest: "lowest",
  unit: (unit) => `Unit: ${unit}`,
  count: (count) => `${count} areas`,
  rest: (count) => `${count} more in the tiles`,
  first: (drawn, all) => `The first ${drawn} of ${all} areas`,
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  stop: ".",
  aside: (text) => ` (${text})`,
};

const words: Readonly<Record<Language, ChartWords>> = {
  "zh-Hans": hans,
  "zh-Hant-TW": hant,
  "zh-Hant-HK": hant,
  en: english,
};

/** The words of charts in a language. */
export function chartWords(language: Language): ChartWords {
  return words[language];
}

/** What stands behind a label that is in doubt; the same marks as in tables. */
export const doubtMarks: Readonly<Record<FigureDoubt, string>> = { disputed: "*", questioned: "※" };
