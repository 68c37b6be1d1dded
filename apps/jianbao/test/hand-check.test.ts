import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis, Comparison, Point } from "@jianbao/analysis";
import { type AnyNode, type Document, childrenOf, walk } from "@jianbao/document";
import { beforeAll, describe, expect, it } from "vitest";
import { copyExample, exampleFolder, jianbao, temporaryFolder } from "./run.ts";

/**
 * The example's issue of January 2024, worked out by hand from `facts.csv`: 2023 beside 2022, and the years 2018 to 2023.
 *
 * A figure is its words and what they can mean, in base units: 13.1万 is 130,500 to 131,500, 37万余 370,000 up to 380,000.
 * A change in percent is (now − then) / then. Its range takes the least of one year and the most of the other;
 * its ends are rounded outward to two digits.
 */
interface Level {
  readonly text: string;
  readonly value: number;
  readonly bound: "exact" | "min";
  readonly low: number;
  readonly high: number;
}

interface Row {
  readonly indicator: string;
  readonly label: string;
  readonly now: Level;
  readonly before: Level | "not-published";
  readonly computed: {
    readonly direction: "up" | "down";
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly words: string;
  } | null;
}

const exact = (text: string, value: number, half: number): Level => ({
  text,
  value,
  bound: "exact",
  low: value - half,
  high: value + half,
});
const least = (text: string, value: number, step: number): Level => ({
  text,
  value,
  bound: "min",
  low: value,
  high: value + step,
});

/** No article states a change beside these figures, so every cell of 公布同比 is a mark. */
const rows: readonly Row[] = [
  {
    indicator: "cases.solved",
    label: "破获案件",
    now: exact("43.7万起", 437_000, 500),
    before: exact("46.4万起", 464_000, 500),
    // −27,000/464,000 = −5.82 %; −28,000/464,500 = −6.028 %; −26,000/463,500 = −5.609 %: all of it rounds to 6 %.
    computed: { direction: "down", value: 6, low: -6.03, high: -5.6, words: "下降6%" },
  },
  {
    indicator: "funds.stopped",
    label: "止付拦截资金",
    now: exact("3288亿元", 328_800_000_000, 50_000_000),
    before: least("3180余亿元", 318_000_000_000, 1_000_000_000),
    // 108/3,180 = 3.396 %; 97.5/3,190 = 3.056 %; 108.5/3,180 = 3.412 %.
    computed: { direction: "up", value: 3, low: 3.05, high: 3.42, words: "上升3%" },
  },
  {
    indicator: "calls.blocked",
    label: "拦截电话",
    now: exact("27.5亿次", 2_750_000_000, 5_000_000),
    before: exact("21亿次", 2_100_000_000, 50_000_000),
    // 6.5/21 = 30.95 %; 5.95/21.5 = 27.67 %; 7.05/20.5 = 34.39 %: too wide for one number.
    computed: { direction: "up", value: 31, low: 27.67, high: 34.4, words: "上升27%至35%" },
  },
  {
    indicator: "sms.blocked",
    label: "拦截短信",
    now: exact("22.8亿条", 2_280_000_000, 5_000_000),
    before: exact("24.2亿条", 2_420_000_000, 5_000_000),
    // −1.4/24.2 = −5.79 %; −1.5/24.25 = −6.186 %; −1.3/24.15 = −5.383 %: rounds to 6 and to 5, hence 约.
    computed: { direction: "down", value: 6, low: -6.19, high: -5.38, words: "下降约6%" },
  },
  {
    indicator: "sites.blocked",
    label: "封堵网址域名",
    now: exact("836.4万个", 8_364_000, 500),
    before: exact("266万个", 2_660_000, 5000),
    // 570.4/266 = 214.44 %; 569.85/266.5 = 213.827 %; 570.95/265.5 = 215.047 %.
    computed: { direction: "up", value: 214, low: 213.82, high: 215.05, words: "上升约214%" },
  },
  {
    indicator: "people.dissuaded",
    label: "劝阻群众",
    now: exact("1389万人次", 13_890_000, 5000),
    // The articles of early 2023 are there, and none of them gives it.
    before: "not-published",
    computed: null,
  },
];

/** Years without a figure of the whole year are gaps. */
const history: Readonly<Record<string, readonly (Level | null)[]>> = {
  "cases.solved": [
    exact("13.1万起", 131_000, 500),
    exact("20万起", 200_000, 5000),
    exact("32.2万起", 322_000, 500),
    null, // 2021: 37万余 up to November alone.
    exact("46.4万起", 464_000, 500),
    exact("43.7万起", 437_000, 500),
  ],
  "funds.stopped": [
    least("103亿余元", 10_300_000_000, 100_000_000),
    exact("373.8亿元", 37_380_000_000, 5_000_000),
    least("2720余亿元", 272_000_000_000, 1_000_000_000),
    exact("3291亿元", 329_100_000_000, 50_000_000),
    least("3180余亿元", 318_000_000_000, 1_000_000_000),
    exact("3288亿元", 328_800_000_000, 50_000_000),
  ],
  "calls.blocked": [
    null,
    null,
    exact("7.3亿次", 730_000_000, 5_000_000),
    null, // 2021: 15.5亿 up to November alone.
    exact("21亿次", 2_100_000_000, 50_000_000),
    exact("27.5亿次", 2_750_000_000, 5_000_000),
  ],
  "sms.blocked": [
    null,
    null,
    least("15亿余条", 1_500_000_000, 100_000_000),
    null, // 2021: 17.6亿 up to November alone.
    exact("24.2亿条", 2_420_000_000, 5_000_000),
    exact("22.8亿条", 2_280_000_000, 5_000_000),
  ],
  "sites.blocked": [
    null,
    null,
    exact("182万个", 1_820_000, 5000),
    null,
    exact("266万个", 2_660_000, 5000),
    exact("836.4万个", 8_364_000, 500),
  ],
  "people.dissuaded": [
    null,
    exact("101.6万人次", 1_016_000, 500),
    null,
    null,
    null,
    exact("1389万人次", 13_890_000, 5000),
  ],
};
const years = [2018, 2019, 2020, 2021, 2022, 2023];

interface Chart {
  readonly kind: string;
  readonly periods?: readonly string[];
  readonly series?: readonly ChartLine[];
  readonly panels?: readonly ChartLine[];
  readonly rows?: readonly {
    readonly label: string;
    readonly previous?: { readonly text: string };
    readonly current?: { readonly text: string };
    readonly change?: string;
    readonly rank?: number;
    readonly figure?: { readonly text: string; readonly label: string };
  }[];
}

interface ChartLine {
  readonly label: string;
  readonly points: readonly ({ readonly text: string; readonly bound: string } | null)[];
}

let analysis: Analysis;
/** Rows of all tables, each cell under its head; the caption, which holds what all rows share, under "". */
let tables: readonly Readonly<Record<string, string>>[];
let paragraphs: readonly string[];
let charts: readonly Chart[];

beforeAll(async () => {
  using folder = temporaryFolder();
  copyExample(folder.path);
  const run = await jianbao(folder.path, ["build", "2024-01", "--format", "json", "--fail-on", "never"]);
  if (run.code !== 0) throw new Error(run.err);
  const briefing = JSON.parse(readFileSync(join(folder.path, "out", "2024-01", "briefing.json"), "utf8")) as {
    readonly document: Document;
    readonly analysis: Analysis;
    readonly charts: Readonly<Record<string, Chart>>;
  };
  analysis = briefing.analysis;
  charts = Object.values(briefing.charts);
  const tableRows: Readonly<Record<string, string>>[] = [];
  const texts: string[] = [];
  walk(briefing.document, (node: AnyNode) => {
    if (node.type === "table") {
      const heads = node.head[0]?.cells.map(wordsOf) ?? [];
      const caption = node.caption.map(wordsOf).join("");
      for (const { cells } of node.body)
        tableRows.push(Object.fromEntries([["", caption], ...cells.map((cell, i) => [heads[i], wordsOf(cell)])]));
    }
    if (node.type === "paragraph") texts.push(wordsOf(node));
  });
  tables = tableRows;
  paragraphs = texts;
}, 120_000);

/** The words of a node without its notes. */
function wordsOf(node: AnyNode): string {
  if (node.type === "footnote") return "";
  return node.type === "text" ? node.value : childrenOf(node).map(wordsOf).join("");
}

describe("the issue of January 2024, checked by hand", () => {
  it("rests on the very figures of facts.csv", () => {
    const facts = readFileSync(join(exampleFolder, "facts.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const factOf = (indicator: string, year: number): string | undefined => {
      const row = facts.find(
        ([, area, start, end, id]) =>
          area === "CN" && start === `${year}-01-01` && end === `${year}-12-31` && id === indicator,
      );
      return row === undefined ? undefined : `${row[5]} ${row[7]}`;
    };
    for (const [indicator, levels] of Object.entries(history)) {
      expect(levels.map((level) => (level === null ? undefined : `${level.value} ${level.bound}`))).toEqual(
        years.map((year) => factOf(indicator, year)),
      );
    }
    for (const { indicator, now, before } of rows) {
      expect(`${now.value} ${now.bound}`).toBe(factOf(indicator, 2023));
      expect(before === "not-published" ? undefined : `${before.value} ${before.bound}`).toBe(factOf(indicator, 2022));
    }
  });

  it("has these rows for the country and no other", () => {
    expect(analysis.comparisons.map(({ key }) => key.indicator)).toEqual(rows.map(({ indicator }) => indicator));
  });

  it.each(rows)("works out $label", ({ indicator, now, before, computed }) => {
    const found = analysis.comparisons.find(({ key }) => key.indicator === indicator);
    if (found === undefined) throw new Error(`no comparison of ${indicator}`);
    expect(levelOf(found.current)).toEqual(now);
    expect(found.current.period).toEqual({ start: "2023-01-01", end: "2023-12-31" });
    expect(found.previousPeriod).toEqual({ start: "2022-01-01", end: "2022-12-31" });
    expect(found.previous === null ? found.reason : levelOf(found.previous)).toEqual(before);
    expect(found.reason).toBe(before === "not-published" ? before : null);
    expect([found.stated, found.implied]).toEqual([null, null]);
    expect(changeOf(found)).toEqual(
      computed === null
        ? null
        : {
            direction: computed.direction,
            value: computed.value,
            low: computed.low,
            high: computed.high,
            digits: 0,
            unit: "percent",
          },
    );
  });

  it.each(rows)("prints $label as worked out", ({ label, now, before, computed }) => {
    const then = before === "not-published" ? "…" : before.text;
    const row = tables.find((cells) => cells["指标"] === label && cells["地区"] === undefined);
    if (row !== undefined) {
      const { "": caption = "", 期间: period = caption, 公布同比: stated = "…", ...cells } = row;
      expect(cells).toEqual({ 指标: label, 本期: now.text, 上年同期: then, 推算同比: computed?.words ?? "—" });
      expect(stated).toBe("…");
      expect(period).toContain("2023年");
      return;
    }
    // A theme of one statistic has a sentence in place of its table.
    const sentence = paragraphs.find((text) => text.startsWith("2023年，全国") && text.includes(`${label}${now.text}`));
    if (before === "not-published") expect(sentence).toBeDefined();
    else {
      const own = paragraphs.filter((text) => text.includes(`${label}${now.text}`) && text.includes(before.text));
      expect(own).toHaveLength(1);
      expect(own[0]).toContain(computed?.words);
    }
  });

  it.each(Object.keys(history))("keeps the years of %s, gaps as gaps", (indicator) => {
    const levels = history[indicator] ?? [];
    const series = analysis.series.filter(({ key }) => key.indicator === indicator);
    expect(series).toHaveLength(1);
    const points = new Map(series[0]?.points.map((point) => [Number(point.period.start?.slice(0, 4)), point]));
    const found = years.map((year) => {
      const point = points.get(year);
      return point === undefined ? null : levelOf(point);
    });
    expect(found).toEqual(levels);
  });

  it("draws the series as worked out, with a place for each year without a figure", () => {
    const drawn = charts.filter(({ kind }) => kind === "series" || kind === "panels");
    const seen = drawn.flatMap(({ periods = [], series, panels }) =>
      (series ?? panels ?? []).map(({ label, points }) => {
        const indicator = rows.find((row) => row.label === label)?.indicator ?? "";
        const first = Number(periods[0]?.slice(0, 4));
        expect(periods).toEqual(years.filter((year) => year >= first).map((year) => `${year}年`));
        expect(points.map((point) => (point === null ? null : `${point.text} ${point.bound}`))).toEqual(
          (history[indicator] ?? [])
            .slice(first - 2018)
            .map((level) => (level === null ? null : `${level.text} ${level.bound}`)),
        );
        return indicator;
      }),
    );
    expect(seen.toSorted()).toEqual(["calls.blocked", "cases.solved", "funds.stopped", "sites.blocked", "sms.blocked"]);
  });

  it("draws the lead's figures beside the year before, and areas by rank", () => {
    expect(
      chartRows("change").map(({ label, previous, current, change }) => [label, previous?.text, current?.text, change]),
    ).toEqual([
      ["破获案件", "46.4万起", "43.7万起", "−6%"],
      ["止付拦截资金", "3180余亿元", "3288亿元", "+3%"],
      ["拦截电话", "21亿次", "27.5亿次", "+27%至+35%"],
      ["封堵网址域名", "266万个", "836.4万个", "约+214%"],
    ]);
    expect(chartRows("ranked").map(({ rank, label, figure }) => [rank, label, figure?.text, figure?.label])).toEqual([
      [1, "福建省", "2.21万起", "2.21"],
      [2, "江西省", "14326起", "1.4326"],
      [3, "甘肃省", "6105起", "0.6105"],
    ]);
  });

  it("shows the disagreement on 2020 with both sources and nothing else as a conflict", () => {
    expect(
      analysis.conflicts.map(({ key, nearly, rule, candidates }) => ({
        indicator: key.indicator,
        nearly,
        rule,
        sides: candidates.map(({ value, period }) => [value.text, period?.start, period?.end]),
      })),
    ).toEqual([
      {
        indicator: "cases.solved",
        nearly: true,
        rule: "later",
        sides: [
          ["32.2万起", "2020-01-01", "2020-12-31"],
          ["25.6万起", "2020-01-01", "2021-01-04"],
        ],
      },
    ]);
    const words = paragraphs.find((text) => text.includes("32.2万起") && text.includes("25.6万起"));
    expect(words).toContain("相差6.6万起");
  });
});

function levelOf({ value }: Point): Level {
  const { text, bound, low, high } = value;
  if (text === null || low === null || high === null || (bound !== "exact" && bound !== "min"))
    throw new Error(`not a figure of the example: ${JSON.stringify(value)}`);
  return { text, value: value.value, bound, low, high };
}

function changeOf({ computed }: Comparison): unknown {
  if (computed === null) return null;
  const { direction, value, low, high, digits, unit } = computed;
  return { direction, value, low, high, digits, unit };
}

/** The rows of all charts of a kind. */
function chartRows(wanted: string): NonNullable<Chart["rows"]> {
  return charts.filter(({ kind }) => kind === wanted).flatMap(({ rows: own }) => own ?? []);
}
