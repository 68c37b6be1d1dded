import type { Comparison } from "@jianbao/analysis";
import { documentFromJson, documentToJson } from "@jianbao/document";
import type { Change } from "@jianbao/model";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../src/index.ts";
import { bareNumbers, placesOf } from "./cover.ts";
import { keyOf, options, pack, workbench } from "./fixture.ts";

const areas = [
  { code: "CN", name: "全国" },
  { code: "OVERSEAS", name: "境外" },
  { code: "CN-BH", name: "北河" },
  { code: "CN-NS", name: "南山" },
  { code: "410300", name: "洛城" },
] as const;
const periods = [
  { start: "2023-01-01", end: "2023-12-31" },
  { start: "2022-01-01", end: "2022-12-31" },
  { start: "2021-01-01", end: "2021-12-31" },
  { start: "2023-11-01", end: "2023-11-30" },
  { start: "2020-01-01", end: null },
  { start: null, end: "2024-01-05" },
  { start: null, end: null },
] as const;
const bounds = ["exact", "approx", "min", "max", "range"] as const;

const change: fc.Arbitrary<Change> = fc.record({
  basis: fc.constantFrom("yoy", "mom", "share", "from-to", "other"),
  direction: fc.constantFrom("up", "down", "flat", null),
  value: fc.option(fc.constantFrom(0, 2.2, 52, 153)),
  unit: fc.constantFrom("percent", "pp", "times", null),
  bound: fc.constantFrom(...bounds),
  low: fc.constant(null),
  high: fc.constant(null),
  text: fc.constantFrom("同比上升近52%", "，仅占总数的5.1%", "大幅上升"),
});

const entry = fc.record({
  indicator: fc.constantFrom(...pack.indicators.map((one) => one.id), "unheard.of"),
  breakdown: fc.constantFrom(null, "银行卡"),
  rate: fc.constantFrom(null, "per-day" as const),
  area: fc.constantFrom(...areas),
  period: fc.constantFrom(...periods),
  source: fc.constantFrom("a.txt", "b.txt"),
  value: fc.option(fc.constantFrom(0, 1, 63, 5604, 131_000, 2.75e9, 328.8e9)),
  bound: fc.constantFrom(...bounds),
  change: fc.array(change, { maxLength: 2 }),
  previous: fc.boolean(),
  computed: fc.option(
    fc.record({
      direction: fc.constantFrom("up", "down", "flat"),
      value: fc.constantFrom(0, 6, 153),
      unit: fc.constantFrom("percent", "pp"),
      low: fc.option(fc.constantFrom(-8, -2, 0, 5)),
      high: fc.option(fc.constantFrom(-5, 3, 160)),
      digits: fc.constantFrom(0, 1, 2),
    }),
  ),
  implied: fc.boolean(),
  reason: fc.constantFrom(null, "missing", "not-published", "period-differs", "base-zero", "base-small", "open-period"),
});

test("any analysis makes a valid document whose every number is covered, in every language", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 12 }),
      fc.constantFrom("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"),
      async (entries, language) => {
        const bench = workbench();
        bench.publish("a.txt", "通报", "某报", "2024-01-09");
        bench.publish("b.txt", null, null, null);
        const levels = entries.filter((one) => one.value !== null);
        const statedOnly = entries
          .filter((one) => one.value === null && one.change.length > 0)
          .map((one) => {
            const key = keyOf(one.indicator, { area: one.area, breakdown: one.breakdown, rate: one.rate });
            const figure = { source: `${one.source}#1`, text: "", value: null, change: one.change };
            return { key, period: one.period, stated: bench.point(key, one.period, figure).stated };
          });
        const comparisons = levels.map((one): Comparison => {
          const key = keyOf(one.indicator, { area: one.area, breakdown: one.breakdown, rate: one.rate });
          const figure = {
            source: `${one.source}#1`,
            text: `${one.value}起`,
            value: one.value,
            bound: one.bound,
            change: one.change,
          };
          const made = bench.comparison(key, one.period, figure);
          const previous = one.previous ? bench.point(key, periods[1], { ...figure, change: [] }) : null;
          const rests = [...made.current.observations, ...(previous?.observations ?? [])];
          return {
            ...made,
            previous,
            reason: one.reason,
            computed: previous && one.computed ? { ...one.computed, observations: rests } : null,
            implied: one.implied
              ? { ...made.current.value, text: null, bound: "approx", observations: made.current.observations }
              : null,
          };
        });
        const analysis = bench.analysis({
          statedOnly,
          comparisons: comparisons.filter((one) => one.key.area.code === "CN" || one.key.area.code === "OVERSEAS"),
          areas: comparisons.filter((one) => one.key.area.code !== "CN" && one.key.area.code !== "OVERSEAS"),
          series: comparisons.map((one) => ({ key: one.key, points: [one.current] })),
          changes: comparisons.map((one, index) => ({
            kind: (["new", "revised", "withdrawn"] as const)[index % 3] ?? "new",
            key: one.key,
            period: one.current.period,
            before: one.current.value,
            after: index % 3 === 2 ? null : one.current.value,
          })),
        });
        const { document, diagnostics } = await compose(analysis, options({ language }));
        expect(diagnostics).toEqual([]);
        if (!document) throw new Error("no document");
        expect(bareNumbers(document)).toEqual([]);
        const lost = placesOf(document).flatMap(({ numbers, vouched }) =>
          numbers.filter((one) => !one.observations.every((id) => vouched.has(id))),
        );
        expect(lost).toEqual([]);
        expect(documentFromJson(documentToJson(document)).document).toEqual(document);
      },
    ),
    { numRuns: 60 },
  );
});
