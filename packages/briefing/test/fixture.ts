import { readFileSync, readdirSync } from "node:fs";
import type { Analysis, Comparison, Point, Publication, Series, SeriesKey, Value } from "@jianbao/analysis";
import { parseTheme } from "@jianbao/document";
import {
  type Area,
  type Bound,
  type Change,
  type DomainPack,
  type Observation,
  type Unit,
  china,
  parseIssuePeriod,
} from "@jianbao/model";
import type { ComposeOptions, Template } from "../src/index.ts";

/** The pack of the tests: a few indicators of two themes, in two scripts and English. */
export const pack: DomainPack = {
  id: "telecom-fraud",
  labels: { "zh-Hans": "打击治理电信网络诈骗", "zh-Hant": "打擊治理電信網絡詐騙", en: "Telecom and network fraud" },
  themes: [
    { id: "crackdown", labels: { "zh-Hans": "打击", "zh-Hant": "打擊", en: "Crackdown" } },
    { id: "money", labels: { "zh-Hans": "资金", "zh-Hant": "資金", en: "Money" } },
    { id: "governance", labels: { "zh-Hans": "治理", "zh-Hant": "治理", en: "Governance" } },
  ],
  indicators: [
    indicator("cases.reported", "发案", "Cases reported", "crackdown", "case", "bad"),
    indicator("cases.solved", "破获案件", "Cases solved", "crackdown", "case", "good"),
    indicator("suspects.captured", "抓获嫌疑人", "Suspects captured", "crackdown", "person", "good"),
    indicator("suspects.repatriated", "移交遣返", "Suspects handed over", "crackdown", "person", "good"),
    indicator("dens.destroyed", "捣毁窝点", "Dens destroyed", "crackdown", "item", "good"),
    indicator("cards.seized", "收缴两卡", "Cards seized", "crackdown", "item", "good"),
    indicator("funds.stopped", "止付拦截资金", "Payments stopped", "money", "CNY", "good"),
    indicator("funds.recovered", "追缴挽回", "Losses recovered", "money", "CNY", "good"),
    indicator("centers.built", "反诈中心", "Anti-fraud centres", "governance", "item", "good"),
  ],
  subjects: [{ id: "telecom-fraud", labels: { "zh-Hans": "电信网络诈骗" }, words: [] }],
  campaigns: [],
  organisations: [],
};

function indicator(id: string, label: string, en: string, theme: string, unit: Unit, rise: "good" | "bad" | "neutral") {
  return {
    id,
    labels: { "zh-Hans": label, en },
    theme,
    unit,
    rise,
    kind: id === "centers.built" ? "stock" : "flow",
    verbs: [],
    nouns: [],
    phrases: [],
    not: [],
  } as const;
}

/** One figure as a test writes it. */
export interface Figure {
  readonly source: string;
  readonly text: string;
  readonly value: number | null;
  readonly unitText?: string;
  readonly bound?: Bound;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly quote?: string;
  readonly change?: readonly Change[];
}

type When = { readonly start: string | null; readonly end: string | null };

/** Hands out what an analysis is made of. */
export interface Workbench {
  /** Returns the key of the article. */
  readonly publish: (
    document: string,
    title: string | null,
    publisher: string | null,
    published: string | null,
  ) => string;
  /** Returns the id of the observation. */
  readonly observe: (of: SeriesKey, when: When, figure: Figure) => string;
  readonly point: (of: SeriesKey, when: When, figure: Figure) => Point;
  readonly comparison: (of: SeriesKey, when: When, figure: Figure, more?: Partial<Comparison>) => Comparison;
  readonly analysis: (parts?: Partial<Analysis>) => Analysis;
}

/** Names a statistic of the tests' pack. */
export function keyOf(id: string, more: Partial<SeriesKey> = {}): SeriesKey {
  return {
    indicator: id,
    subject: "telecom-fraud",
    breakdown: null,
    area: china,
    rate: null,
    unit: pack.indicators.find((one) => one.id === id)?.unit ?? "item",
    ...more,
  };
}

/** Makes the value of one observation. */
export function valueOf(of: SeriesKey, id: string, figure: Figure): Value {
  return {
    value: figure.value ?? 0,
    unit: of.unit,
    bound: figure.bound ?? "exact",
    low: figure.low ?? figure.value,
    high: figure.high ?? figure.value,
    text: figure.text,
    observations: [id],
  };
}

/** Gathers observations and publications while a test writes comparisons, and makes an analysis of them. */
export function workbench(periodId = "2024-01"): Workbench {
  const observations: Record<string, Observation> = {};
  const publications: Record<string, Publication> = {};
  const period = parseIssuePeriod(periodId);
  if (!period) throw new RangeError(periodId);

  const publish = (
    document: string,
    title: string | null,
    publisher: string | null,
    published: string | null,
  ): string => {
    const source = `${document}#1`;
    publications[source] = { key: source, document, part: 1, title, publisher, published, url: null };
    return source;
  };

  const observe = (of: SeriesKey, when: When, figure: Figure): string => {
    const id = `o-${`${Object.keys(observations).length + 1}`.padStart(12, "0")}`;
    const bound = figure.bound ?? "exact";
    const quote = figure.quote ?? `据通报，有关部门公布的数字为${figure.text}。`;
    observations[id] = {
      id,
      document: figure.source.slice(0, -2),
      part: 1,
      indicator: of.indicator,
      measure: of.indicator,
      subject: of.subject,
      breakdown: of.breakdown,
      scope: "aggregate",
      quantity: {
        text: figure.text,
        value: figure.value,
        unit: of.unit,
        unitText: figure.unitText ?? "",
        bound,
        low: figure.low ?? figure.value,
        high: figure.high ?? figure.value,
      },
      area: of.area,
      period: { ...when, text: null },
      actor: null,
      rate: of.rate,
      change: figure.change ?? [],
      source: {
        start: quote.indexOf(figure.text),
        end: 0,
        quote,
        quoteStart: Object.keys(observations).length * 1000,
        quoteEnd: Object.keys(observations).length * 1000 + quote.length,
      },
      confidence: 1,
    };
    return id;
  };

  const point = (of: SeriesKey, when: When, figure: Figure): Point => {
    const id = observe(of, when, figure);
    return {
      period: when,
      value: valueOf(of, id, figure),
      stated: (figure.change ?? []).map((change) => ({ change, observation: id })),
      observations: [id],
      conflict: null,
    };
  };

  const comparison = (of: SeriesKey, when: When, figure: Figure, more: Partial<Comparison> = {}): Comparison => {
    const current = point(of, when, figure);
    return {
      key: of,
      current,
      previousPeriod: null,
      previous: null,
      stated: current.stated[0] ?? null,
      computed: null,
      implied: null,
      reason: more.previous ? null : "missing",
      ...more,
    };
  };

  const analysis = (parts: Partial<Analysis> = {}): Analysis => ({
    period,
    subject: "telecom-fraud",
    area: china,
    publications,
    observations,
    comparisons: [],
    series: [],
    areas: [],
    conflicts: [],
    findings: [],
    changes: [],
    ...parts,
  });

  return { publish: publish, observe: observe, point: point, comparison: comparison, analysis: analysis };
}

export const year = (year: number): { start: string; end: string } => ({
  start: `${year}-01-01`,
  end: `${year}-12-31`,
});

/** Makes a stated change against the year before. */
export function yoy(direction: "up" | "down", value: number, text: string, bound: Bound = "exact"): Change {
  return { basis: "yoy", direction, value, unit: "percent", bound, low: value, high: value, text };
}

/** The monthly template with its theme, as it is shipped. */
export function monthly(): { readonly template: Template; readonly theme: ComposeOptions["theme"] } {
  const folder = new URL("../../../templates/monthly/", import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:hbs|yaml)$/u.test(name),
  );
  const files = Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
  const { theme, diagnostics } = parseTheme(files["theme.yaml"] ?? "", "theme.yaml");
  if (!theme) throw new Error(JSON.stringify(diagnostics));
  return { template: { name: "monthly", files }, theme };
}

/** Options of an issue composed with the monthly template. */
export function options(more: Partial<ComposeOptions> = {}): ComposeOptions {
  return {
    ...monthly(),
    pack,
    language: "zh-Hans",
    issue: {
      title: "反诈工作简报",
      issuer: "某市反诈中心",
      number: { number: 12, total: 36 },
      date: "2024-01-31",
      draft: true,
      distribution: { report: ["市政府办公室"], send: ["各成员单位"], issue: [], copies: 50 },
    },
    ...more,
  };
}

/** An issue with a bit of everything: two years, a conflict, areas, action abroad, a stock, changes. */
export function fullAnalysis(): Analysis {
  const bench = workbench();
  const now = publish2024(bench);
  const then = bench.publish("2023-a.txt", "打击治理工作一年综述", "新华社", "2023-05-30");
  const local = bench.publish("2024-local.txt", "北河省通报反诈成果", "北河日报", "2024-01-12");
  const other = bench.publish("2024-other.txt", "南山省“云盾”行动情况", "南山日报", "2024-01-15");

  const solved = keyOf("cases.solved");
  const captured = keyOf("suspects.captured");
  const stopped = keyOf("funds.stopped");
  const before = bench.point(solved, year(2022), {
    source: then,
    text: "46.4万起",
    value: 464_000,
    unitText: "起",
    low: 463_500,
    high: 464_500,
  });
  const disputed = { ...before, conflict: 0 };
  const solvedNow = bench.comparison(
    solved,
    year(2023),
    { source: now, text: "43.7万起", value: 437_000, unitText: "起", low: 436_500, high: 437_500 },
    { previous: disputed, previousPeriod: year(2022) },
  );
  const ids = [...solvedNow.current.observations, ...before.observations];
  const capturedNow = bench.comparison(captured, year(2023), {
    source: now,
    text: "9.9万余名",
    value: 99_000,
    unitText: "名",
    bound: "min",
    low: 99_000,
    high: 100_000,
    change: [yoy("up", 52, "同比上升近52%", "max")],
  });
  const capturedBefore = bench.point(captured, year(2022), {
    source: then,
    text: "6.5万名",
    value: 65_000,
    unitText: "名",
  });
  const stoppedBefore = bench.point(stopped, year(2022), {
    source: then,
    text: "3180余亿元",
    value: 318e9,
    unitText: "元",
    bound: "min",
    low: 318e9,
    high: 319e9,
  });
  const north: Area = { code: "CN-BH", name: "北河" };
  const south: Area = { code: "CN-NS", name: "南山" };
  const overseasArea: Area = { code: "OVERSEAS", name: "境外" };
  const early = bench.observe(solved, year(2021), { source: then, text: "40.1万起", value: 401_000, unitText: "起" });
  const late = bench.observe(solved, year(2021), {
    source: now,
    text: "44.1万余起",
    value: 441_000,
    unitText: "起",
    bound: "min",
  });
  const northFigure: Figure = {
    source: local,
    text: "1.2万起",
    value: 12_000,
    unitText: "起",
    change: [yoy("up", 8.5, "同比上升8.5%")],
  };
  const southFigure: Figure = { source: other, text: "3.05万起", value: 30_500, unitText: "起" };
  const share: Change = {
    basis: "share",
    direction: null,
    value: 5.1,
    unit: "percent",
    bound: "exact",
    low: 5.05,
    high: 5.15,
    text: "，仅占总数的5.1%",
  };

  const comparisons: Comparison[] = [
    bench.comparison(keyOf("cases.reported"), year(2023), {
      source: now,
      text: "",
      value: null,
      change: [yoy("down", 3.1, "同比下降3.1%")],
    }),
    {
      ...solvedNow,
      computed: {
        direction: "down",
        value: 5.8,
        unit: "percent",
        low: -6.03,
        high: -5.61,
        digits: 0,
        observations: ids,
      },
    },
    {
      ...capturedNow,
      previous: capturedBefore,
      previousPeriod: year(2022),
      reason: null,
      computed: {
        direction: "up",
        value: 53,
        unit: "percent",
        low: 52.2,
        high: 53.9,
        digits: 0,
        observations: [...capturedNow.current.observations, ...capturedBefore.observations],
      },
    },
    bench.comparison(
      keyOf("suspects.repatriated", { area: overseasArea }),
      { start: "2023-09-01", end: "2023-12-25" },
      {
        source: now,
        text: "3.1万人",
        value: 31_000,
        unitText: "人",
      },
      { reason: "period-differs" },
    ),
    bench.comparison(
      keyOf("dens.destroyed", { area: overseasArea }),
      { start: "2023-09-01", end: "2023-12-25" },
      {
        source: now,
        text: "160个",
        value: 160,
        unitText: "个",
      },
      { reason: "period-differs" },
    ),
    bench.comparison(
      keyOf("cards.seized"),
      { start: "2023-01-01", end: "2023-10-31" },
      {
        source: now,
        text: "近7万张",
        value: 70_000,
        unitText: "张",
        bound: "max",
        low: 60_000,
        high: 70_000,
        change: [share],
      },
      { stated: null },
    ),
    bench.comparison(
      keyOf("cards.seized", { breakdown: "银行卡" }),
      { start: "2023-01-01", end: "2023-10-31" },
      {
        source: now,
        text: "3万余张",
        value: 30_000,
        unitText: "张",
        bound: "min",
        low: 30_000,
        high: 40_000,
      },
    ),
    bench.comparison(
      stopped,
      year(2023),
      {
        source: now,
        text: "3288亿元",
        value: 328.8e9,
        unitText: "元",
        change: [],
      },
      {
        previous: stoppedBefore,
        reason: null,
        computed: {
          direction: "up",
          value: 3.4,
          unit: "percent",
          low: 3.1,
          high: 3.4,
          digits: 1,
          observations: stoppedBefore.observations,
        },
      },
    ),
    bench.comparison(
      keyOf("funds.recovered"),
      year(2023),
      {
        source: now,
        text: "120亿元",
        value: 12e9,
        unitText: "元",
        change: [yoy("up", 20, "同比上升20%")],
      },
      {
        implied: {
          value: 10e9,
          unit: "CNY",
          bound: "approx",
          low: 9.95e9,
          high: 10.05e9,
          text: null,
          observations: ["o-000000000001"],
        },
      },
    ),
    bench.comparison(
      keyOf("centers.built", { breakdown: "省级" }),
      { start: null, end: "2024-01-05" },
      { source: now, text: "32个", value: 32, unitText: "个" },
      { reason: "open-period" },
    ),
    bench.comparison(
      keyOf("centers.built", { breakdown: "地市级" }),
      { start: null, end: "2024-01-05" },
      { source: now, text: "316个", value: 316, unitText: "个" },
      { reason: "open-period" },
    ),
  ];
  return bench.analysis({
    comparisons,
    areas: [
      bench.comparison({ ...solved, area: north }, year(2023), northFigure),
      bench.comparison({ ...solved, area: south }, year(2023), southFigure),
    ],
    series: [
      seriesOf(solved, [
        bench.point(solved, year(2020), { source: then, text: "32.2万起", value: 322_000, unitText: "起" }),
        before,
        solvedNow.current,
      ]),
    ],
    conflicts: [
      {
        id: "c-1",
        key: solved,
        period: year(2021),
        candidates: [
          {
            value: valueOf(solved, late, { source: now, text: "44.1万余起", value: 441_000, bound: "min" }),
            publications: [now],
          },
          {
            value: valueOf(solved, early, { source: then, text: "40.1万起", value: 401_000 }),
            publications: [then],
          },
        ],
        rule: "later",
        nearly: false,
      },
    ],
    findings: [
      {
        id: "f-1",
        rule: "analysis/implausible-jump",
        severity: "warning",
        observations: solvedNow.current.observations,
        facts: { direction: "up", first: "2215起", second: "5604起", ratio: 12.5 },
      },
    ],
    changes: [
      {
        kind: "revised",
        key: solved,
        period: year(2022),
        before: { ...before.value, value: 460_000, text: "46万余起", bound: "min" },
        after: before.value,
      },
      { kind: "new", key: stopped, period: year(2023), before: null, after: stoppedBefore.value },
    ],
  });
}

function seriesOf(key: SeriesKey, points: readonly Point[]): Series {
  return { key, points };
}

function publish2024(bench: Workbench): string {
  return bench.publish("2024-b.txt", "公安部通报去年工作情况", "央视新闻", "2024-01-09");
}
