import type { Analysis, ComputedChange, Step, StepSeries, Value } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { type Phrase, observationsIn } from "../../src/phrase.ts";
import { compose, viewOf } from "../../src/index.ts";
import { bareNumbers, placesOf } from "../cover.ts";
import { keyOf, options, workbench } from "../fixture.ts";

const solved = keyOf("cases.solved");

function month(at: number): { start: string; end: string } {
  return {
    start: `2023-${`${at}`.padStart(2, "0")}-01`,
    end: `2023-${`${at}`.padStart(2, "0")}-${at === 6 ? 30 : 31}`,
  };
}

function changeOf(value: number, observations: readonly string[], more: Partial<ComputedChange> = {}): ComputedChange {
  const signed = more.direction === "down" ? -value : value;
  return { direction: "up", value, unit: "percent", low: signed, high: signed, digits: 1, observations, ...more };
}

const none = { stated: null, computed: null, isDerived: false, reason: null } as const;

/** May is published, June and August follow by subtraction, of July nothing is known. */
function monthly(): Analysis {
  const bench = workbench("2023-09");
  const may = bench.publish("may.txt", "五月", "某报", "2023-06-08");
  const later = bench.publish("later.txt", "八月", "某报", "2023-09-08");
  const stated = bench.point(solved, month(5), { source: may, text: "1200起", value: 1200, unitText: "起" });
  const longer = bench.point(
    solved,
    { start: "2023-01-01", end: "2023-08-31" },
    { source: later, text: "9.7万起", value: 97_000, unitText: "起" },
  );
  const shorter = bench.point(
    solved,
    { start: "2023-01-01", end: "2023-07-31" },
    { source: may, text: "8.5万起", value: 85_000, unitText: "起" },
  );
  const derived = (low: number, high: number): Step["derived"] => {
    const value: Value = {
      value: (low + high) / 2,
      unit: "case",
      bound: "approx",
      low,
      high,
      text: null,
      observations: [...longer.observations, ...shorter.observations],
    };
    return { value, minuend: longer, subtrahend: shorter };
  };
  const steps: Step[] = [
    { period: month(5), stated, derived: null, sequential: none, yearly: none },
    { period: month(6), stated: null, derived: derived(1100, 1100), sequential: none, yearly: none },
    { period: month(8), stated: null, derived: derived(11_900, 12_100), sequential: none, yearly: none },
  ];
  const last = steps[2];
  if (!last) throw new Error("no step");
  const told: StepSeries = {
    key: solved,
    kind: "month",
    steps: [
      { ...stepOf(steps, 0), period: month(4) },
      ...steps.slice(0, 2),
      {
        ...last,
        sequential: {
          ...none,
          computed: changeOf(12, [...longer.observations, ...stated.observations]),
          isDerived: true,
        },
        yearly: { ...none, computed: changeOf(3, longer.observations, { low: -2, high: 8 }), isDerived: true },
      },
    ],
  };
  const comparison = bench.comparison(
    solved,
    { start: "2023-01-01", end: "2023-08-31" },
    { source: later, text: "9.7万起", value: 97_000, unitText: "起" },
  );
  return bench.analysis({ comparisons: [comparison], steps: [told] });
}

function stepOf(steps: readonly Step[], at: number): Step {
  const step = steps[at];
  if (!step) throw new RangeError(`${at}`);
  return step;
}

/** Two statistics of May, beside April and May of the year before; of the second last year's figure is not known. */
function compared(): Analysis {
  const bench = workbench("2023-06");
  const source = bench.publish("may.txt", "五月", "某报", "2023-06-08");
  const earlier = bench.publish("april.txt", "四月", "某报", "2023-05-08");
  const older = bench.publish("old.txt", "去年五月", "某报", "2022-06-08");
  const yearAgo = { start: "2022-05-01", end: "2022-05-31" };
  const captured = keyOf("suspects.captured");
  const april = { start: "2023-04-01", end: "2023-04-30" };
  const of = (
    key: StepSeries["key"],
    unitText: string,
    [now, last, year]: readonly [number, number, number | null],
  ): StepSeries => {
    const point = (period: Step["period"], file: string, value: number): Step["stated"] =>
      bench.point(key, period, { source: file, text: `${value}${unitText}`, value, unitText });
    const newest = point(month(5), source, now);
    const before = point(april, earlier, last);
    const yearBefore = year === null ? null : point(yearAgo, older, year);
    const change = (base: Step["stated"], percent: number): Step["yearly"] => ({
      ...none,
      computed:
        base === null
          ? null
          : changeOf(Math.abs(percent), [...(newest?.observations ?? []), ...base.observations], {
              direction: percent < 0 ? "down" : "up",
            }),
      reason: base === null ? "missing" : null,
    });
    const bare = { derived: null, sequential: none, yearly: none } as const;
    return {
      key,
      kind: "month",
      steps: [
        ...(yearBefore === null ? [] : [{ ...bare, period: yearAgo, stated: yearBefore }]),
        { ...bare, period: april, stated: before },
        {
          ...bare,
          period: month(5),
          stated: newest,
          sequential: change(before, last > now ? -20 : 33.3),
          yearly: change(yearBefore, 20),
        },
      ],
    };
  };
  const steps = [of(solved, "起", [1200, 900, 1000]), of(captured, "人", [400, 500, null])];
  const comparisons = steps.map(({ key }) =>
    bench.comparison(key, month(5), {
      source,
      text: key === solved ? "1200起" : "400人",
      value: key === solved ? 1200 : 400,
      unitText: key === solved ? "起" : "人",
    }),
  );
  return bench.analysis({ comparisons, steps });
}

/** Words without their notes. */
function bare(text: Phrase): string {
  return textOf(text.filter(({ type }) => type !== "footnote"));
}

describe("months", () => {
  const { view, charts } = viewOf(monthly(), options());
  const [section] = view.sections;

  test("that follow by subtraction are told as such, with their range and what they did", () => {
    const said = section?.paragraphs.at(-1) ?? [];
    expect(textOf(said.filter(({ type }) => type !== "footnote"))).toBe(
      "由累计数相减推算，2023年8月，全国破获案件1.19万至1.21万起，环比上升12%，同比变化在−2%至+8%之间。",
    );
    const notes = said.flatMap((inline) => (inline.type === "footnote" ? inline.observations : []));
    expect(observationsIn(said).filter((id) => !notes.includes(id))).toEqual([]);
    expect(said.at(-1)?.type).toBe("text");
  });

  test("are drawn with their gaps, and the note tells which are computed", () => {
    const chart = section?.charts.find(({ ref }) => ref.startsWith("months-"));
    expect(textOf((chart?.caption ?? []).filter(({ type }) => type !== "footnote"))).toBe(
      "图1　破获案件：逐月情况（单位：万起）",
    );
    expect(textOf(chart?.note ?? [])).toBe(
      "2023年6月、2023年8月的数字由累计数相减推算，其余为公布的数字。2023年7月：无当月数。",
    );
    const drawn = charts[chart?.ref ?? ""];
    if (drawn?.kind !== "series") throw new Error("no series");
    expect(drawn.periods).toEqual(["2023年4月", "2023年5月", "2023年6月", "2023年7月", "2023年8月"]);
    const points = drawn.series[0]?.points ?? [];
    expect(points.map((point) => point?.label ?? null)).toEqual(["0.12", "0.12", "0.11", null, "1.19至1.21"]);
    expect(points.map((point) => point?.text ?? null)).toEqual([
      "1200起",
      "1200起",
      "1100起",
      null,
      "1.19万至1.21万起",
    ]);
    expect(points.map((point) => point?.origin ?? null)).toEqual([null, null, "derived", null, "derived"]);
  });

  test("of several statistics that differ in their gaps are told apart by the chart's marks, not by the note", () => {
    const analysis = monthly();
    const [told] = analysis.steps ?? [];
    if (told === undefined) throw new Error("no steps");
    const captured: StepSeries = {
      ...told,
      key: keyOf("suspects.captured"),
      steps: told.steps.map((step) => ({ ...step, stated: told.steps[0]?.stated ?? null, derived: null })),
    };
    const { view: both, charts: drawn } = viewOf({ ...analysis, steps: [told, captured] }, options());
    const [chart] = both.sections.flatMap((one) => one.charts.filter(({ ref }) => ref.startsWith("months-")));
    expect(drawn[chart?.ref ?? ""]?.kind).toBe("panels");
    expect(textOf(chart?.note ?? [])).toBe("推算的数字由累计数相减得出。");
  });

  test("of the leading statistics stand in the lead", () => {
    expect(textOf(view.lead.flat())).toContain("由累计数相减推算，2023年8月，全国破获案件1.19万至1.21万起");
  });

  test.each(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"] as const)(
    "vouch for every number, in %s",
    async (language) => {
      const { document, diagnostics } = await compose(monthly(), options({ language }));
      if (!document) throw new Error("no document");
      expect(diagnostics).toEqual([]);
      expect(bareNumbers(document)).toEqual([]);
      const lost = placesOf(document).flatMap(({ numbers, vouched }) =>
        numbers.filter((one) => !one.observations.every((id) => vouched.has(id))),
      );
      expect(lost).toEqual([]);
    },
  );

  test("that an article gives are compared with the month before, both figures told", () => {
    const bench = workbench("2023-06");
    const source = bench.publish("may.txt", "五月", "某报", "2023-06-08");
    const before = bench.point(solved, month(4), { source, text: "900起", value: 900, unitText: "起" });
    const now = bench.point(solved, month(5), { source, text: "1200起", value: 1200, unitText: "起" });
    const observations = [...now.observations, ...before.observations];
    const step = { derived: null, yearly: none } as const;
    const told: StepSeries = {
      key: solved,
      kind: "month",
      steps: [
        { ...step, period: { start: "2023-04-01", end: "2023-04-30" }, stated: before, sequential: none },
        { ...step, period: month(5), stated: now, sequential: { ...none, computed: changeOf(33.3, observations) } },
      ],
    };
    const comparison = bench.comparison(solved, month(5), { source, text: "1200起", value: 1200, unitText: "起" });
    const said = (language: "zh-Hans" | "en"): string => {
      const [first] = viewOf(bench.analysis({ comparisons: [comparison], steps: [told] }), options({ language })).view
        .sections;
      return textOf((first?.paragraphs.at(-1) ?? []).filter(({ type }) => type !== "footnote")).trim();
    };
    expect(said("zh-Hans")).toBe("2023年5月，全国破获案件1200起，与上月的900起相比，推算上升33.3%。");
    expect(said("en")).toBe("In May 2023, China: cases solved, 1,200 (computed: up 33.3% from 900 the month before).");
  });

  test("are told once, beside both, and stand in a table of their own", () => {
    const [section] = viewOf(compared(), options()).view.sections;
    expect(section?.paragraphs.map(bare)).toEqual([
      "2023年5月，全国破获案件1200起，与上年同月的1000起、上月的900起相比，推算分别上升20%、33.3%；抓获嫌疑人400人，与上月的500人相比，推算下降20%。",
    ]);
    const [table, ...others] = section?.tables ?? [];
    expect(others).toEqual([]);
    expect(bare(table?.caption ?? [])).toBe("表1　打击（全国，2023年5月）：与上年同月、上月相比");
    expect(table?.head.map(({ text }) => bare(text))).toEqual([
      "指标",
      "当月",
      "上年同月",
      "推算同比",
      "上月",
      "推算环比",
    ]);
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => bare(text)))).toEqual([
      ["破获案件", "1200起", "1000起", "上升20%", "900起", "上升33.3%"],
      ["抓获嫌疑人", "400人", "…", "—", "500人", "下降20%"],
    ]);
    expect(table?.note).toContain("推算的同比、环比由表中数字算得");
  });

  test("that an error is open on are marked, and nothing is computed from them nor told in the lead", () => {
    const analysis = compared();
    const points = [analysis.steps?.[0]?.steps.at(-1)?.stated, analysis.comparisons[0]?.current];
    const finding = {
      id: "f-1",
      rule: "analysis/unit-slip",
      severity: "error",
      observations: points.flatMap((point) => point?.observations ?? []),
      facts: {},
    } as const;
    const tell = (findings: Analysis["findings"]): readonly string[] => {
      const { lead, sections } = viewOf({ ...analysis, findings }, options()).view;
      const [table] = sections[0]?.tables ?? [];
      return [
        bare(lead.flat()),
        ...(sections[0]?.paragraphs.map(bare) ?? []),
        ...(table?.rows.map(({ cells }) => cells.map(({ text }) => bare(text)).join(" ")) ?? []),
        table?.note ?? "",
      ];
    };
    const [lead, first, second, row, other, note] = tell([finding]);
    expect(lead).not.toContain("1200起");
    expect(first).toBe("2023年5月，全国破获案件1200起※。");
    expect(second).toBe("2023年5月，全国抓获嫌疑人400人，与上月的500人相比，推算下降20%。");
    expect(row).toBe("破获案件 1200起※ 1000起 900起 —");
    expect(other).toBe("抓获嫌疑人 400人 … 500人 下降20%");
    expect(note).toContain("“※”表示数字疑有差错");
    const accepted = { by: "张三", on: "2023-06-09", why: "核过", id: "f-1", verdict: "accept" } as const;
    expect(tell([{ ...finding, severity: "info", accepted }]).join("\n")).not.toContain("※");
  });

  test.each(["zh-Hant-TW", "zh-Hant-HK", "en"] as const)(
    "in a table vouch for every number, in %s",
    async (language) => {
      const { document, diagnostics } = await compose(compared(), options({ language }));
      if (!document) throw new Error("no document");
      expect(diagnostics).toEqual([]);
      expect(bareNumbers(document)).toEqual([]);
      const lost = placesOf(document).flatMap(({ numbers, vouched }) =>
        numbers.filter((one) => !one.observations.every((id) => vouched.has(id))),
      );
      expect(lost).toEqual([]);
    },
  );
});
