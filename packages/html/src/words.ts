import type { Language } from "@jianbao/model";

/** The few words that the page says itself; everything else is the document's. */
export interface Words {
  readonly skip: string;
  readonly draft: string;
  readonly contents: string;
  readonly notes: string;
  readonly otherEvidence: string;
  /** Name of a note's call for screen readers. */
  readonly note: (number: number) => string;
  readonly back: (call: number) => string;
  readonly original: string;
  readonly scrollTable: string;
  /** Names a chart's region by its number, where it has one. */
  readonly scrollChart: (name: string | null) => string;
  /** Unfolds the table of a chart's figures. */
  readonly chartFigures: string;
  readonly close: string;
  readonly source: string;
  /** An article as a note names it. */
  readonly article: (publisher: string | null, title: string, date: string | null) => string;
  readonly date: (year: string, month?: string, day?: string) => string;
}

const chineseDate = (year: string, month?: string, day?: string): string =>
  `${year}年${month === undefined ? "" : `${Number(month)}月`}${day === undefined ? "" : `${Number(day)}日`}`;

const hans: Words = {
  skip: "跳到正文",
  draft: "草稿　未经签发，不得引用",
  contents: "目录",
  notes: "注释与出处",
  otherEvidence: "其他数据的出处",
  note: (number) => `注${number}`,
  back: (call) => `返回正文引用处${call}`,
  original: "看原文",
  scrollTable: "表格，可左右滚动",
  scrollChart: (name) => `${name ?? "图"}，可左右滚动`,
  chartFigures: "图中数字",
  close: "关闭",
  source: "出处",
  article: (publisher, title, date) => `${publisher ?? ""}《${title}》${date === null ? "" : `（${date}）`}`,
  date: chineseDate,
};

const hant: Words = {
  ...hans,
  draft: "草稿　未經簽發，不得引用",
  contents: "目錄",
  notes: "註釋與出處",
  otherEvidence: "其他數據的出處",
  note: (number) => `註${number}`,
  back: (call) => `返回正文引用處${call}`,
  scrollTable: "表格，可左右捲動",
  scrollChart: (name) => `${name ?? "圖"}，可左右捲動`,
  chartFigures: "圖中數字",
  close: "關閉",
  source: "出處",
};

const words: Readonly<Record<Language, Words>> = {
  "zh-Hans": hans,
  "zh-Hant-TW": hant,
  "zh-Hant-HK": hant,
  en: {
    skip: "Skip to the text",
    draft: "Draft, not signed, not to be quoted",
    contents: "Contents",
    notes: "Notes and sources",
    otherEvidence: "Sources of other figures",
    note: (number) => `note ${number}`,
    back: (call) => `back to call ${call}`,
    original: "see the article",
    scrollTable: "table, scrolls sideways",
    scrollChart: (name) => `${name ?? "chart"}, scrolls sideways`,
    chartFigures: "Figures of the chart",
    close: "Close",
    source: "Source",
    article: (publisher, title, date) =>
      `${publisher === null ? "" : `${publisher}, `}${title}${date === null ? "" : ` (${date})`}`,
    date: (year, month, day) => [year, month, day].filter((part) => part !== undefined).join("-"),
  },
};

/** The page's own words in a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}
