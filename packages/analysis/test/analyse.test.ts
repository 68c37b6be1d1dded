import { expect, test } from "vitest";
import { analysed, findings, table } from "./notation.ts";

test("sets the newest figure beside the same period a year before", () => {
  const analysis = analysed(
    "2020-02",
    `2019-03 人民公安报 a.txt: cases.solved 2018 13.1万 | suspects.captured 2018 7.3万
     2020-02 央视新闻 b.txt: cases.solved 2019 20万 +52.7% | suspects.captured 2019 16.3万 +123.3%`,
  );
  expect(table(analysis.comparisons)).toEqual([
    "cases.solved 2019-01-01..2019-12-31: 20万 | 13.1万",
    "suspects.captured 2019-01-01..2019-12-31: 16.3万 | 7.3万",
  ]);
  const [cases, suspects] = analysis.comparisons;
  expect(cases?.computed).toMatchObject({ direction: "up", value: 53, digits: 0 });
  expect(suspects?.computed).toMatchObject({ direction: "up", value: 123, unit: "percent", digits: 0 });
  expect(cases?.stated?.change.text).toBe("+52.7%");
  expect(cases?.implied).toMatchObject({ bound: "approx", text: null });
  expect(findings(analysis)).toEqual([]);
  expect(analysis.series.map(({ points }) => points.map(({ value }) => value.text))).toEqual([
    ["13.1万", "20万"],
    ["7.3万", "16.3万"],
  ]);
});

test("shows 25.6万 (2020年以来, said on 4 January 2021) and 32.2万 (2020年全年) as nearly a conflict", () => {
  const analysis = analysed(
    "2021-04",
    `2021-01-04 新华社 a.txt: cases.solved 2020-01-01..2021-01-04 25.6万
     2021-04-10 新华社 b.txt: cases.solved 2020 32.2万`,
  );
  expect(analysis.conflicts).toMatchObject([
    {
      nearly: true,
      rule: "later",
      period: { start: "2020-01-01", end: "2020-12-31" },
      candidates: [
        { value: { text: "32.2万" }, publications: ["b.txt#1"], period: { end: "2020-12-31" } },
        { value: { text: "25.6万" }, publications: ["a.txt#1"], period: { end: "2021-01-04" } },
      ],
    },
  ]);
  expect(analysis.comparisons[0]?.current).toMatchObject({ value: { text: "32.2万" }, conflict: 0 });
});

test("sees the same where only the month is known and the period's end is open", () => {
  const analysis = analysed(
    "2021-04",
    `2021-01 新华社 a.txt: cases.solved 2020-01-01.. 25.6万
     2021-04 新华社 b.txt: cases.solved 2020 32.2万`,
  );
  expect(analysis.conflicts).toMatchObject([
    { nearly: true, candidates: [{ value: { text: "32.2万" } }, { period: { end: null } }] },
  ]);
});

test("checks 194.5万 over five years against the years that are known, and names the one that is not", () => {
  const analysis = analysed(
    "2024-05",
    `2020-02 央视新闻 a.txt: cases.solved 2019 20万
     2021-04 新华社 b.txt: cases.solved 2020 32.2万
     2021-12 新华网 c.txt: cases.solved 2021-01..2021-11 37万余
     2023-05 新华社 d.txt: cases.solved 2022 46.4万
     2024-01 央视新闻 e.txt: cases.solved 2023 43.7万
     2024-05 公安部 f.txt: cases.solved 2019..2023 194.5万`,
  );
  expect(findings(analysis)).toEqual(["sum-incomplete: a0 b0 c0 d0 e0 f0"]);
  expect(analysis.findings[0]?.facts).toMatchObject({
    stated: "194.5万",
    sum: 1_423_000,
    missingYears: "2021",
    remainderLow: 515_000,
    remainderHigh: 529_000,
    partial: "37万余",
    partialEnd: "2021-11-30",
    parts: "20万、32.2万、46.4万、43.7万",
  });
});
