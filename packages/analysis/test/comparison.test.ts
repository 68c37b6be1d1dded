import { overseas } from "@jianbao/model";
import { expect, test } from "vitest";
import { analysed, table } from "./notation.ts";

const solved = (period: string, lines: string): string[] => table(analysed(period, lines).comparisons);

test("knows only what was published by the end of the period", () => {
  const lines = `2023-12-30 甲 a.txt: cases.solved 2022 40万
     2024-01-02 乙 b.txt: cases.solved 2023 50万`;
  expect(solved("2023-12", lines)).toEqual(["cases.solved 2022-01-01..2022-12-31: 40万 | missing"]);
  expect(solved("2024-01", lines)).toEqual(["cases.solved 2023-01-01..2023-12-31: 50万 | 40万"]);
  expect(solved("2024-02", lines)).toEqual([]);
  expect(solved("2023-11", lines)).toEqual([]);
});

test("counts an article of which only the month is known for its month, one of a year for its year", () => {
  expect(solved("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万")).toHaveLength(1);
  expect(solved("2024-Q1", "2024-01 甲 a.txt: cases.solved 2023 5万")).toHaveLength(1);
  expect(solved("2024-12", "2024 甲 a.txt: cases.solved 2023 5万")).toHaveLength(0);
  expect(solved("2024", "2024 甲 a.txt: cases.solved 2023 5万")).toHaveLength(1);
});

test("uses a later restatement of last year's figure, where it is known by the end", () => {
  const lines = `2024-03-01 甲 a.txt: cases.solved 2023 50万 | cases.solved 2022 40万
     2024-04-01 乙 b.txt: cases.solved 2022 41万`;
  expect(solved("2024-03", lines)).toEqual(["cases.solved 2023-01-01..2023-12-31: 50万 | 40万"]);
  expect(solved("2024-04", lines)).toEqual(["cases.solved 2023-01-01..2023-12-31: 50万 | 41万"]);
});

test("compares January to September with January to September and nothing else", () => {
  expect(
    solved(
      "2023-10",
      `2022-10-09 甲 a.txt: cases.solved 2022-01..2022-09 30万
       2023-01-09 甲 b.txt: cases.solved 2022 46万
       2023-10-09 甲 c.txt: cases.solved 2023-01..2023-09 33万`,
    ),
  ).toEqual(["cases.solved 2023-01-01..2023-09-30: 33万 | 30万"]);
});

test.each([
  ["period-differs", "2023-01-09 甲 b.txt: cases.solved 2022 46万", "cases.solved 2023-01..2023-09 33万"],
  ["missing", "2020-01-09 甲 b.txt: cases.solved 2019 20万", "cases.solved 2023-01..2023-09 33万"],
  ["not-published", "2022-11-09 甲 b.txt: suspects.captured 2022 20万", "cases.solved 2023-01..2023-09 33万"],
  ["base-zero", "2022-11-09 甲 b.txt: cases.solved 2022-01..2022-09 0", "cases.solved 2023-01..2023-09 33万"],
  ["open-period", "2022-11-09 甲 b.txt: cases.solved 2022-01..2022-09 30万", "cases.solved 2023-01-01.. 33万"],
  ["period-differs", "2022-11-09 甲 b.txt: cases.solved 2022 30万", "cases.solved 2019..2023 33万"],
])("says %s where no change can be computed", (reason, before, now) => {
  const [comparison] = analysed("2023-10", `${before}\n2023-10 甲 c.txt: ${now}`).comparisons;
  expect(comparison).toMatchObject({ reason, computed: null });
});

test("prints the year's figure before the five years' that end with it, and keeps the other", () => {
  const [comparison] = analysed(
    "2024-05",
    `2024-01-09 甲 a.txt: cases.solved 2023 43.7万
     2024-05-09 乙 b.txt: cases.solved 2019..2023 194.5万`,
  ).comparisons;
  expect(comparison).toMatchObject({ current: { value: { text: "43.7万" } }, also: [{ value: { text: "194.5万" } }] });
});

test("puts the year so far before a single month and a campaign, and lists those beside it", () => {
  const [comparison] = analysed(
    "2023-12",
    `2023-12-28 甲 a.txt: cases.solved 2023-07-01..2023-12-25 9万 | cases.solved 2023-11 4万 | cases.solved 2023-01..2023-11 40万`,
  ).comparisons;
  expect(comparison?.current.value.text).toBe("40万");
  expect(comparison?.also?.map(({ value }) => value.text)).toEqual(["9万", "4万"]);
});

test("does not put a figure of years ago before this year's campaign", () => {
  expect(
    solved("2023-12", "2023-12-28 甲 a.txt: cases.solved 2018 13.1万 | cases.solved 2023-07-01..2023-12-25 9万"),
  ).toEqual(["cases.solved 2023-07-01..2023-12-25: 9万 | missing"]);
});

test("takes an older article's figure where its period is the newer", () => {
  expect(
    solved(
      "2024-02",
      `2024-01-09 甲 a.txt: cases.solved 2023 43.7万
       2024-02-09 乙 b.txt: cases.solved 2022 46.4万`,
    ),
  ).toEqual(["cases.solved 2023-01-01..2023-12-31: 43.7万 | 46.4万"]);
});

test("compares a stock with the same day a year before", () => {
  expect(
    solved(
      "2024-01",
      `2023-01-09 甲 a.txt: centers.built ..2022-12-31 2700
       2024-01-09 甲 b.txt: centers.built ..2023-12-31 3000`,
    ),
  ).toEqual(["centers.built ..2023-12-31: 3000 | 2700"]);
});

test("prints a stock without a period as of its publication", () => {
  const [comparison] = analysed("2024-01", "2024-01 甲 a.txt: centers.built ? 3000").comparisons;
  expect(comparison).toMatchObject({
    current: { period: { start: null, end: null }, asOf: "2024-01", value: { text: "3000" } },
    reason: "open-period",
  });
});

test("sorts by the pack's indicators, the issue's area before action abroad, and other areas apart", () => {
  const analysis = analysed(
    "2024-01",
    "2024-01-09 甲 a.txt: suspects.captured@OVERSEAS 2023 4万 | suspects.captured 2023 30万 | cases.solved@CN-SN 2023 1万 | cases.solved 2023 40万 | cases.solved#境外 2023 2万",
  );
  expect(table(analysis.comparisons)).toEqual([
    "cases.solved 2023-01-01..2023-12-31: 40万 | missing",
    "cases.solved 2023-01-01..2023-12-31: 2万 | missing",
    "suspects.captured 2023-01-01..2023-12-31: 30万 | missing",
    "suspects.captured@OVERSEAS 2023-01-01..2023-12-31: 4万 | missing",
  ]);
  expect(table(analysis.areas)).toEqual(["cases.solved@CN-SN 2023-01-01..2023-12-31: 1万 | missing"]);
});

test("takes the issue's own area for home, be it a province", () => {
  const analysis = analysed("2024-01", "2024-01-09 甲 a.txt: cases.solved@CN-SN 2023 1万 | cases.solved 2023 40万", {
    area: { code: "CN-SN", name: "陕西" },
  });
  expect(analysis.comparisons.map(({ key }) => key.area.code)).toEqual(["CN-SN"]);
  expect(analysis.areas.map(({ key }) => key.area.code)).toEqual(["CN"]);
  expect(analysis.series.map(({ key }) => key.area.code)).toEqual(["CN-SN"]);
});

test("draws the history of what is spoken of, and of nothing else", () => {
  const history = `2022-01 甲 a.txt: cases.solved 2021 44万 | suspects.captured 2021 60万
     2023-01 甲 b.txt: cases.solved 2022 46万 | suspects.captured 2022 66万`;
  const analysis = analysed("2023-10", `${history}\n2023-10 甲 c.txt: cases.solved 2023-01..2023-09 33万`);
  expect(analysis.series.map(({ key, points }) => [key.indicator, points.map(({ value }) => value.text)])).toEqual([
    ["cases.solved", ["44万", "46万"]],
  ]);
});

test("leaves other subjects, single cases and figures without an indicator out of the tables", () => {
  const lines = "2024-01-09 甲 a.txt: cases.solved&毒品犯罪 2023 1万 | ? 2023 5万 | cases.solved 2023 40万";
  expect(solved("2024-01", lines)).toEqual(["cases.solved 2023-01-01..2023-12-31: 40万 | missing"]);
});

test("shows a change without a level for itself, and beside a level from another source", () => {
  const alone = analysed("2020-02", "2020-02 甲 a.txt: cases.reported 2019 - -3.1%", {});
  expect(alone.statedOnly).toHaveLength(1);
  const lines = `2019-02 甲 z.txt: cases.reported 2018 70万\n2020-02 甲 a.txt: cases.reported 2019 ? -3.1%`;
  const analysis = analysed("2020-02", lines);
  expect(analysis.statedOnly).toBeUndefined();
  expect(analysis.comparisons).toMatchObject([
    {
      current: { value: { missing: true, text: null, observations: ["o-a0"] } },
      previous: { value: { text: "70万" } },
      stated: { change: { text: "-3.1%" } },
      computed: null,
      implied: null,
    },
  ]);
  const joined = analysed("2020-02", `${lines}\n2020-02 乙 b.txt: cases.reported 2019 67.8万`);
  expect(joined.comparisons).toMatchObject([
    { current: { value: { text: "67.8万" } }, stated: { change: { text: "-3.1%" }, observation: "o-a0" } },
  ]);
});

test("prefers points for percentages and never takes points for counts", () => {
  const [rate] = analysed("2024-01", "2024-01 甲 a.txt: cases.solve_rate 2023 87.5 +3% +2.2pp").comparisons;
  expect(rate?.stated?.change.text).toBe("+2.2pp");
  const [count] = analysed("2024-01", "2024-01 甲 a.txt: cases.solved 2023 8万 -2.2pp +10%").comparisons;
  expect(count?.stated?.change.text).toBe("+10%");
});

test("counts a figure for the month in which a copy of its article appears", () => {
  const { observations, publications } = {
    observations: Object.values(analysed("2024-01", "2024-01-30 甲 a.txt: cases.solved 2023 5万").observations),
    publications: [
      { key: "a.txt#1", document: "a.txt", part: 1, title: null, publisher: "甲", published: "2024-01-30", url: null },
      { key: "b.txt#1", document: "b.txt", part: 1, title: null, publisher: "乙", published: "2024-02-02", url: null },
    ],
  };
  const copies = observations.flatMap((o) => [o, { ...o, document: "b.txt" }]);
  const analysis = analysed("2024-02", "", { observations: copies, publications });
  expect(table(analysis.comparisons)).toHaveLength(1);
  expect(analysis.observations["o-a0"]?.document).toBe("a.txt");
  expect(Object.keys(analysis.publications)).toEqual(["a.txt#1", "b.txt#1"]);
});

test("takes action abroad for a territory of its own, not for a part of the country", () => {
  const analysis = analysed(
    "2024-01",
    "2024-01 甲 a.txt: suspects.captured@OVERSEAS 2023 4万 | suspects.captured 2023 1万",
  );
  expect(analysis.comparisons.map(({ key }) => key.area.code)).toEqual(["CN", overseas.code]);
  expect(analysis.findings).toEqual([]);
});
