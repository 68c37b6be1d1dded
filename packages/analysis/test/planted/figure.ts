import type { Area, Bound, Change, ClosedPeriod, Observation, Unit } from "@jianbao/model";
import type { Publication } from "../../src/index.ts";

/** How a figure is put into words: to the last digit, rounded, floored with 余, about, or near from below. */
export type Style = "plain" | "rounded" | "coarse" | "over" | "about";

/** A figure that an article prints. */
export interface Printed {
  readonly indicator: string;
  readonly area: Area;
  readonly breakdown: string | null;
  readonly period: { readonly start: string | null; readonly end: string | null };
  value: number;
  style: Style;
  change: readonly Change[];
  /** Sentences of an article are numbered: figures of one number stand in one. */
  sentence: number;
  rate?: Observation["rate"];
  /** Words for it in place of those of its style. */
  text?: string;
}

/** An article before its observations are made. */
export interface Article {
  document: string;
  date: string;
  publisher: string;
  title: string;
  figures: Printed[];
  /** How its sentences begin and end: a house's set phrases. */
  voice: number;
  /** The article that it copies, with what was changed. */
  copyOf?: { readonly article: Article; readonly edit: (sentence: string) => string };
}

interface Counted {
  readonly unit: Unit;
  readonly unitText: string;
  readonly words: string;
}

/** The indicators of the planted archives. */
export const counted: Readonly<Record<string, Counted>> = {
  "cases.solved": { unit: "case", unitText: "起", words: "破获电信网络诈骗案件" },
  "suspects.captured": { unit: "person", unitText: "人", words: "抓获犯罪嫌疑人" },
  "suspects.prosecuted": { unit: "person", unitText: "人", words: "起诉" },
  "funds.stopped": { unit: "CNY", unitText: "元", words: "止付涉案资金" },
  "cards.seized": { unit: "item", unitText: "张", words: "收缴涉案卡" },
  "cases.solve_rate": { unit: "percent", unitText: "%", words: "破案率" },
  "centers.built": { unit: "item", unitText: "个", words: "建成反诈中心" },
};

/** The articles as an archive would hand them to analysis. */
export function archiveOf(articles: readonly Article[]): {
  readonly observations: Observation[];
  readonly publications: Publication[];
  readonly idOf: (figure: Printed) => string;
} {
  const ids = new Map<Printed, string>();
  const observations: Observation[] = [];
  const publications: Publication[] = [];
  for (const article of articles) {
    const { document, date, publisher, title } = article;
    publications.push({ key: `${document}#1`, document, part: 1, title, publisher, published: date, url: null });
    const sentences = sentencesOf(article);
    for (const [index, figure] of article.figures.entries()) {
      const id = `o-${document.replace(".txt", "")}.${index}`;
      ids.set(figure, id);
      observations.push(observationOf(id, article, figure, sentences.get(figure.sentence) ?? ""));
    }
  }
  const idOf = (figure: Printed): string => {
    const id = ids.get(figure);
    if (id === undefined) throw new RangeError("a figure of no article");
    return id;
  };
  return { observations, publications, idOf };
}

function observationOf(id: string, { document, publisher }: Article, figure: Printed, quote: string): Observation {
  const { unit, unitText, words } = countedAs(figure.indicator);
  const { text, value, bound, low, high } = quantityOf(figure);
  const at = figure.sentence * 1000;
  const place = Math.max(0, quote.indexOf(text));
  return {
    id,
    document,
    part: 1,
    indicator: figure.indicator,
    measure: words,
    subject: "telecom-fraud",
    breakdown: figure.breakdown,
    scope: "aggregate",
    quantity: { text, value, unit, unitText, bound, low, high },
    area: figure.area,
    period: { ...figure.period, text: null },
    actor: publisher,
    rate: figure.rate ?? null,
    change: figure.change,
    source: {
      start: at + place,
      end: at + place + text.length,
      quote,
      quoteStart: at,
      quoteEnd: at + quote.length,
    },
    confidence: 0.95,
  };
}

function countedAs(indicator: string): Counted {
  const found = counted[indicator];
  if (found === undefined) throw new RangeError(indicator);
  return found;
}

/** What a figure's words say and can mean, as extraction reads them. */
export function quantityOf(figure: Printed): {
  readonly text: string;
  readonly value: number;
  readonly bound: Bound;
  readonly low: number;
  readonly high: number;
} {
  const { unitText, unit } = countedAs(figure.indicator);
  const { value, style } = figure;
  if (unit === "percent") {
    const shown = Math.round(value * 10) / 10;
    return { text: `${shown}%`, value: shown, bound: "exact", low: tidy(shown - 0.05), high: tidy(shown + 0.05) };
  }
  const { scale, word } = scaleOf(value, unit === "CNY" ? 1e4 : 1e4);
  if (style === "plain" && unit !== "CNY") {
    return { text: `${value}${unitText}`, value, bound: "exact", low: value, high: value };
  }
  if (scale === 1) return { text: `${value}${unitText}`, value, bound: "exact", low: value, high: value };
  const size = value / scale;
  const step = style === "over" || style === "coarse" ? (size >= 100 ? 10 : 1) : size >= 10 ? 0.1 : 0.01;
  const near = tidy(Math.round(size / step) * step);
  const base = (n: number): number => Math.round(n * scale);
  switch (style) {
    case "over": {
      const floor = Math.floor(size / step) * step;
      return {
        text: `${floor}${word}余${unitText}`,
        value: base(floor),
        bound: "min",
        low: base(floor),
        high: base(floor + step),
      };
    }
    case "about": {
      return {
        text: `${near}${word}${unitText}`,
        value: base(near),
        bound: "approx",
        low: base(near * 0.9),
        high: base(near * 1.1),
      };
    }
    default:
      return {
        text: `${near}${word}${unitText}`,
        value: base(near),
        bound: "exact",
        low: base(near - step / 2),
        high: base(near + step / 2),
      };
  }
}

/** 万 or 亿, and none for small numbers. */
function scaleOf(value: number, least: number): { readonly scale: number; readonly word: string } {
  if (value >= 1e8) return { scale: 1e8, word: "亿" };
  return value >= least ? { scale: 1e4, word: "万" } : { scale: 1, word: "" };
}

/** 0.30000000000000004 → 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A stated change with what its rounding leaves open. */
export function changeOf(basis: Change["basis"], percent: number, unit: "percent" | "pp" = "percent"): Change {
  const value = Math.round(Math.abs(percent) * 10) / 10;
  const up = percent >= 0;
  const name = { yoy: "同比", mom: "环比", share: "占", "from-to": "", other: "" }[basis];
  return {
    basis,
    direction: basis === "share" ? null : up ? "up" : "down",
    value,
    unit,
    bound: "exact",
    low: tidy(value - 0.05),
    high: tidy(value + 0.05),
    text: `${name}${basis === "share" ? "" : up ? "上升" : "下降"}${value}${unit === "pp" ? "个百分点" : "%"}`,
  };
}

/** Openings and endings of sentences, as houses have them: many articles of one house share them. */
const voices = [
  { open: "据统计，", middle: "全力推进打击治理工作，", close: "有力维护了人民群众财产安全。" },
  { open: "记者日前获悉，", middle: "警方保持严打高压态势，", close: "工作取得阶段性成效。" },
  { open: "通报显示，", middle: "各部门协同发力，", close: "打防成效持续显现。" },
  { open: "", middle: "今年的专项工作稳步推进，", close: "相关情况已向社会公布。" },
] as const;

/** The sentences of an article, by their numbers. */
function sentencesOf(article: Article): Map<number, string> {
  if (article.copyOf !== undefined) {
    const { article: original, edit } = article.copyOf;
    return new Map([...sentencesOf(original)].map(([number, text]) => [number, edit(text)]));
  }
  const voice = voices[article.voice % voices.length] ?? voices[0];
  const bySentence = new Map<number, Printed[]>();
  for (const figure of article.figures) {
    bySentence.set(figure.sentence, [...(bySentence.get(figure.sentence) ?? []), figure]);
  }
  return new Map(
    [...bySentence].map(([number, figures]) => [
      number,
      `${voice.open}${figures.map((figure) => clauseOf(figure)).join("，")}，${number % 2 === 0 ? voice.middle : ""}${voice.close}`,
    ]),
  );
}

function clauseOf(figure: Printed): string {
  const { text, bound } = quantityOf(figure);
  const { words } = countedAs(figure.indicator);
  const changes = figure.change.map((change) => `，${change.text}`).join("");
  const part = figure.breakdown === null ? "" : `其中${figure.breakdown}`;
  return `${wordsOf(figure.period)}${figure.area.name}${part}${words}${bound === "approx" ? "约" : ""}${text}${changes}`;
}

function wordsOf({ start, end }: Printed["period"]): string {
  return `${start?.replaceAll("-", "") ?? ""}至${end?.replaceAll("-", "") ?? "今"}`;
}

/** A calendar month, 0 for January 2020. */
export function monthPeriod(month: number): ClosedPeriod {
  return { start: `${dateOf(month)}-01`, end: lastDayOf(month) };
}

/** From January up to a month. */
export function yearToDate(month: number): ClosedPeriod {
  return { start: `${dateOf(month).slice(0, 4)}-01-01`, end: lastDayOf(month) };
}

/** `2020-01` for 0. */
export function dateOf(month: number): string {
  return `${2020 + Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, "0")}`;
}

function lastDayOf(month: number): string {
  const day = new Date(Date.UTC(2020, month + 1, 0)).getUTCDate();
  return `${dateOf(month)}-${`${day}`.padStart(2, "0")}`;
}
