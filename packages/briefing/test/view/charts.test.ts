import type { Comparison, Point, Series } from "@jianbao/analysis";
import type { Chart } from "@jianbao/charts";
import { textOf } from "@jianbao/document";
import type { Bound } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { viewOf } from "../../src/index.ts";
import { keyOf, options, workbench, year, yoy } from "../fixture.ts";

const bench = workbench();
const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");

/** A statistic over whole years; null leaves a year out. */
function series(id: string, from: number, texts: readonly (string | null)[], unitText: string): Series {
  const key = keyOf(id);
  return {
    key,
    points: texts.flatMap((text, at) =>
      text === null ? [] : [bench.point(key, year(from + at), figureOf(text, unitText))],
    ),
  };
}

function figureOf(text: string, unitText: string, bound: Bound = "exact") {
  const power = text.includes("亿") ? 1e8 : text.includes("万") ? 1e4 : 1;
  const value = Math.round(Number.parseFloat(text.replace(/^\D+/u, "")) * power);
  return { source, text, value, unitText, bound, low: value, high: value };
}

/** A statistic without a figure for 2021. */
function withGap(id: string, unit: string): Series {
  return series(id, 2020, [`1万${unit}`, null, `2万${unit}`, `3万${unit}`], unit);
}

/** Solved cases of an area in 2023. */
function area(
  code: string,
  text: string,
  bound: Bound = "exact",
  range: { readonly low?: number; readonly high?: number } = {},
): Comparison {
  return bench.comparison(keyOf("cases.solved", { area: { code, name: `${code}某地` } }), year(2023), {
    ...figureOf(text, "起", bound),
    ...range,
  });
}

/** The charts of an analysis, by reference. */
function chartsOf(parts: Parameters<typeof bench.analysis>[0]): Readonly<Record<string, Chart>> {
  // A theme without a figure has no section.
  const comparisons = parts?.comparisons ?? [
    bench.comparison(keyOf("cases.solved"), year(2023), figureOf("43.7万起", "起")),
    bench.comparison(keyOf("funds.stopped"), year(2023), figureOf("3288亿元", "元")),
  ];
  return viewOf(bench.analysis({ ...parts, comparisons }), options()).charts;
}

describe("a chart of years", () => {
  const solved = series("cases.solved", 2020, ["32.2万起", "40万起", "46.4万起", "43.7万起"], "起");

  test("writes figures without the unit that the caption names, and in one unit", () => {
    const mixed = series("cases.solved", 2021, ["9800起", "2.3万起", "31000起"], "起");
    const { "series-1": chart } = chartsOf({ series: [mixed] });
    if (chart?.kind !== "series") throw new Error("no series");
    expect(chart.unit).toBe("万起");
    expect(chart.series[0]?.points.map((point) => [point?.value, point?.label, point?.text])).toEqual([
      [0.98, "0.98", "9800起"],
      [2.3, "2.3", "2.3万起"],
      [3.1, "3.1", "31000起"],
    ]);
  });

  test("keeps hedges at its figures", () => {
    const key = keyOf("funds.stopped");
    const points = [
      bench.point(key, year(2021), figureOf("2720余亿元", "元", "min")),
      bench.point(key, year(2022), figureOf("近3180亿元", "元", "max")),
      bench.point(key, year(2023), figureOf("3288亿元", "元")),
    ];
    const { "series-1": chart } = chartsOf({ series: [{ key, points }] });
    if (chart?.kind !== "series") throw new Error("no series");
    expect(chart.series[0]?.points.map((point) => `${point?.label} ${point?.bound}`)).toEqual([
      "2720余 min",
      "近3180 max",
      "3288 exact",
    ]);
  });

  test("tells what is disputed, what may be wrong and what was revised", () => {
    const [first, second, third, fourth] = solved.points as [Point, Point, Point, Point];
    const points: readonly Point[] = [
      { ...first, conflict: 0 },
      { ...second, revises: [{ value: first.value, published: "2022-01-01" }] },
      third,
      fourth,
    ];
    const { "series-1": chart } = chartsOf({
      series: [{ ...solved, points }],
      findings: [
        {
          id: "f-1",
          rule: "analysis/implausible-jump",
          severity: "error",
          observations: third.value.observations,
          facts: { direction: "up", first: "1起", second: "46.4万起", ratio: 12.5 },
        },
      ],
    });
    if (chart?.kind !== "series") throw new Error("no series");
    expect(chart.series[0]?.points.map((point) => [point?.origin, point?.doubts])).toEqual([
      [undefined, ["disputed"]],
      ["revised", undefined],
      [undefined, ["questioned"]],
      [undefined, undefined],
    ]);
  });

  test("shares an axis between statistics of one unit and size", () => {
    const reported = series("cases.reported", 2020, ["60万起", "70万起", "65万起", "50万起"], "起");
    const { "series-1": chart } = chartsOf({ series: [solved, reported] });
    if (chart?.kind !== "series") throw new Error("no series");
    expect(chart.series.map(({ label }) => label)).toEqual(["破获案件", "发案"]);
  });

  test.each([
    ["units", series("suspects.captured", 2020, ["1万名", "2万名", "3万名", "4万名"], "名")],
    ["sizes", series("cases.reported", 2020, ["100起", "200起", "150起", "90起"], "起")],
    [
      "gaps, so that nobody could tell whose a lone point is,",
      series("cases.reported", 2018, ["60万起", null, "70万起", "71万起"], "起"),
    ],
  ])("sets statistics of several %s one above the other, each in its unit", (_, other) => {
    const charts = chartsOf({ series: [solved, other] });
    const chart = charts["series-1"];
    if (chart?.kind !== "panels") throw new Error(`no panels: ${chart?.kind}`);
    expect(chart.panels).toHaveLength(2);
    expect(chart.panels[0]?.unit).toBe("万起");
    for (const { points } of chart.panels) expect(points).toHaveLength(chart.periods.length);
  });

  test("tells once which years all statistics miss", () => {
    const { view } = viewOf(
      bench.analysis({
        comparisons: [bench.comparison(keyOf("cases.solved"), year(2023), figureOf("43.7万起", "起"))],
        series: [withGap("cases.solved", "起"), withGap("suspects.captured", "名")],
      }),
      options(),
    );
    expect(view.sections.flatMap(({ charts }) => charts.map(({ note }) => textOf(note ?? [])))).toEqual([
      "2021年：无全年数。",
    ]);
  });
});

describe("the chart of the lead", () => {
  const before = (text: string, unitText: string): Partial<Comparison> => ({
    previous: bench.point(keyOf("cases.solved"), year(2022), figureOf(text, unitText)),
    previousPeriod: year(2022),
    computed: { direction: "down", value: 6, unit: "percent", low: -6, high: -6, digits: 0, observations: [] },
  });
  const solved = bench.comparison(
    keyOf("cases.solved"),
    year(2023),
    figureOf("43.7万起", "起"),
    before("46.4万起", "起"),
  );
  const money = bench.comparison(
    keyOf("funds.stopped"),
    year(2023),
    figureOf("3288亿元", "元"),
    before("3180亿元", "元"),
  );

  test("sets figures of several units each on its own axis", () => {
    const { "change-1": chart } = chartsOf({ comparisons: [solved, money] });
    if (chart?.kind !== "change") throw new Error("no change");
    expect(chart.unit).toBe("");
    expect(
      chart.rows.map(({ label, previous, current, change }) => [label, previous.text, current.text, change]),
    ).toEqual([
      ["破获案件", "46.4万起", "43.7万起", "−6%"],
      ["止付拦截资金", "3180亿元", "3288亿元", "−6%"],
    ]);
  });

  test("tells changes for the worse, and changes that articles state from computed ones", () => {
    const reported = bench.comparison(
      keyOf("cases.reported"),
      year(2023),
      { ...figureOf("50万起", "起"), change: [yoy("up", 8, "同比上升8%")] },
      before("46万起", "起"),
    );
    const { view, charts } = viewOf(bench.analysis({ comparisons: [reported, solved] }), options());
    const chart = charts["change-1"];
    if (chart?.kind !== "change") throw new Error("no change");
    expect(chart.rows.map(({ label, change, tone }) => [label, change, tone])).toEqual([
      ["发案", "+8%", "bad"],
      ["破获案件", "−6%（推算）", "bad"],
    ]);
    expect(textOf(view.leadCharts[0]?.note ?? [])).toBe("注明“推算”的变化由两期数字推算，其余为文章公布的同比。");
  });

  test("is left out where fewer than two figures can be compared", () => {
    expect(chartsOf({ comparisons: [solved] })["change-1"]).toBeUndefined();
  });
});

describe("areas", () => {
  const provinces = ["CN-GD", "CN-ZJ", "CN-FJ", "CN-JX", "CN-GS", "CN-QH"];

  test("are drawn as tiles where six provinces have the figure, else as bars", () => {
    const six = provinces.map((code, at) => area(code, `${6 - at}万起`));
    const map = Object.values(chartsOf({ areas: six })).find(({ kind }) => kind === "map");
    expect(map?.kind === "map" ? map.rows.map(({ code, rank }) => `${rank} ${code}`) : null).toEqual(
      provinces.map((code, at) => `${at + 1} ${code}`),
    );
    for (const areas of [
      six.slice(1),
      ["360100", "360200", "360300", "360400", "360500", "360600"].map((code, at) => area(code, `${6 - at}万起`)),
    ]) {
      expect(Object.values(chartsOf({ areas })).map(({ kind }) => kind)).toContain("ranked");
    }
  });

  test("share a rank where nobody knows which is higher", () => {
    const areas = [
      area("CN-GD", "5万起"),
      area("CN-ZJ", "约3万起", "approx", { low: 29_000, high: 31_000 }),
      area("CN-FJ", "2.95万起", "exact", { low: 29_450, high: 29_550 }),
      area("CN-JX", "1万起"),
    ];
    const chart = Object.values(chartsOf({ areas })).find(({ kind }) => kind === "ranked");
    expect(chart?.kind === "ranked" ? chart.rows.map(({ rank }) => rank) : null).toEqual([1, 2, 2, 4]);
  });

  test("of more than twenty prefectures the first twenty are drawn, and the chart says of how many", () => {
    const areas = Array.from({ length: 25 }, (_, at) =>
      area(`36${String(at + 1).padStart(2, "0")}00`, `${100 - at}起`),
    );
    const chart = Object.values(chartsOf({ areas })).find(({ kind }) => kind === "ranked");
    expect(chart?.kind === "ranked" ? [chart.rows.length, chart.of] : null).toEqual([20, 25]);
  });
});
