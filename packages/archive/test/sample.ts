import { type CleanArticle, type Observation, SourceMap, type SourceText, applyEdits, china } from "@jianbao/model";
import type { SourceRecord } from "../src/index.ts";

/** A record of one small article whose source has two stray spaces; `cases` is the figure it states. */
export function sampleRecord(
  document: string,
  options: {
    cases?: number;
    published?: string | null;
    title?: string;
    program?: string;
    extra?: string;
    doubt?: string;
  } = {},
): SourceRecord {
  const figure = `${options.cases ?? 320}起`;
  const published = options.published === undefined ? "2023-12-05" : options.published;
  const text = `某市 2023年共破获电信网络诈骗案件 ${figure}。\n${options.extra ?? "警方提醒市民注意防范。"}`;
  const gaps = [...text.matchAll(/ /gu)].map((m) => ({ start: m.index, end: m.index + 1, replacement: "" }));
  const clean = applyEdits(text, gaps);
  const source: SourceText = {
    document,
    format: "text",
    text,
    encoding: "utf-8",
    places: [],
    sha256: `hash of ${text}`,
  };
  const article: CleanArticle = {
    document,
    part: 1,
    text: clean.text,
    map: clean.map,
    metadata: {
      title: { value: options.title ?? "打击诈骗成效", by: "sidecar", evidence: "title", confidence: 1 },
      publisher: { value: "某市日报", by: "text", evidence: "某市日报讯", confidence: 0.9 },
      byline: null,
      published: published === null ? null : { value: published, by: "text", evidence: published, confidence: 0.9 },
      url: null,
      area: { value: china, by: "inferred", evidence: "全国", confidence: 0.5 },
      script: "hans",
    },
    removals: [],
    repairs: gaps.map((gap) => ({ span: gap, rule: "cleaning/stray-space", before: " ", after: "" })),
    headings: [],
    doubts:
      options.doubt === undefined
        ? []
        : [{ cleanSpan: { start: 0, end: 2 }, rule: "cleaning/advertisement", reason: options.doubt, score: 0.4 }],
    places: [],
  };
  const start = text.indexOf(figure);
  const quote = clean.text.slice(0, clean.text.indexOf("\n"));
  const observation: Observation = {
    id: `o-${document}`,
    document,
    part: 1,
    indicator: "cases.solved",
    measure: "破获电信网络诈骗案件",
    subject: "telecom-fraud",
    breakdown: null,
    scope: "aggregate",
    quantity: {
      text: figure,
      value: options.cases ?? 320,
      unit: "case",
      unitText: "起",
      bound: "exact",
      low: options.cases ?? 320,
      high: options.cases ?? 320,
    },
    area: china,
    period: { start: "2023-01-01", end: "2023-12-31", text: "2023年" },
    actor: null,
    rate: null,
    change: [],
    source: { start, end: start + figure.length, quote, quoteStart: 0, quoteEnd: text.indexOf("\n") },
    confidence: 0.95,
  };
  return {
    document,
    sha256: source.sha256,
    facts: null,
    program: options.program ?? "p1",
    source,
    articles: [article],
    observations: [observation],
    diagnostics: [{ severity: "info", rule: "cleaning/note", message: "something to know", document }],
  };
}

/** What went in or came out, with maps as their notation: private fields do not take part in equality. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, v: unknown) => (v instanceof SourceMap ? `map ${v.toString()}` : v)));
}
