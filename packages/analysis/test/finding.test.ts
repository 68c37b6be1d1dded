import { expect, test } from "vitest";
import { analysed, findings } from "./notation.ts";

const found = (period: string, ...lines: string[]): string[] => findings(analysed(period, lines.join("\n")));

test("asks about a stated change that the levels do not allow", () => {
  const analysis = analysed(
    "2024-01",
    "2023-01 甲 a.txt: cases.solved 2022 40万\n2024-01 甲 b.txt: cases.solved 2023 43.7万 +20%",
  );
  expect(findings(analysis)).toEqual(["change-disagrees: a0 b0"]);
  expect(analysis.findings[0]?.facts).toMatchObject({
    stated: "+20%",
    computed: 9,
    current: "43.7万",
    previous: "40万",
  });
});

test.each([
  ["rounding allows it", "20万 +52.7%", "13.1万"],
  ["points are not percent", "20万 +5pp", "13.1万"],
  ["only words are given", "20万", "13.1万"],
])("asks nothing where %s", (_, now, before) => {
  expect(
    found("2020-02", `2019-02 甲 a.txt: cases.solved 2018 ${before}`, `2020-02 甲 b.txt: cases.solved 2019 ${now}`),
  ).toEqual([]);
});

function ratesWith(change: string): string[] {
  return ["2023-01 甲 a.txt: cases.solve_rate 2022 80", `2024-01 甲 b.txt: cases.solve_rate 2023 87 ${change}`];
}

test("takes what was stated before a figure was revised for stated of the earlier one", () => {
  const revised = `2023-01-09 甲 a.txt: cases.solved 2022 40.0万
    2023-06-09 甲 b.txt: cases.solved 2022 41.0万`;
  const now = "2024-01-09 甲 c.txt: cases.solved 2023 44.0万";
  expect(found("2024-01", revised, `${now} +10%`)).toEqual(["figure-revised: a0 b0"]);
  expect(found("2024-01", revised, `${now} +7.3%`)).toEqual(["figure-revised: a0 b0"]);
  expect(found("2024-01", revised, `${now} +20%`)).toEqual(["change-disagrees: b0 c0", "figure-revised: a0 b0"]);
});

test("compares points with points", () => {
  expect(found("2024-01", ...ratesWith("+7pp"))).toEqual([]);
  expect(found("2024-01", ...ratesWith("+9pp"))).toEqual(["change-disagrees: a0 b0"]);
});

test("asks about two sources that state different changes", () => {
  expect(
    found(
      "2024-01",
      "2024-01-02 甲 a.txt: cases.solved 2023 5万 +20%",
      "2024-01-03 乙 b.txt: cases.solved 2023 5万 +30%",
    ),
  ).toEqual(["stated-changes-differ: a0 b0"]);
  expect(found("2024-01", "2024-01-02 甲 a.txt: cases.solved 2023 5万 +20% -2%")).toEqual([]);
});

test("asks about nine months that exceed the year", () => {
  expect(
    found(
      "2024-01",
      "2023-10 甲 a.txt: cases.solved 2023-01..2023-09 50万",
      "2024-01 甲 b.txt: cases.solved 2023 43.7万",
    ),
  ).toEqual(["part-exceeds-whole: a0 b0"]);
  expect(
    found(
      "2024-01",
      "2023-10 甲 a.txt: cases.solved 2023-01..2023-09 40万",
      "2024-01 甲 b.txt: cases.solved 2023 43.7万",
    ),
  ).toEqual([]);
});

test("asks about a county that exceeds its prefecture or the country, and a part that exceeds the whole", () => {
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved@610122 2023 3000 | cases.solved@610100 2023 2000")).toEqual([
    "part-exceeds-whole: a0 a1",
  ]);
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved@CN-SN 2023 3000 | cases.solved 2023 2000")).toEqual([
    "part-exceeds-whole: a0 a1",
  ]);
  const analysis = analysed("2024-01", "2024-01 甲 a.txt: cards.seized#银行卡 2023 30万 | cards.seized 2023 20万");
  expect(analysis.findings[0]?.facts).toMatchObject({ relation: "breakdown", part: "30万", whole: "20万" });
});

test("asks about one fault once, in the issue that shows it first", () => {
  const months = [
    "2023-02 甲 a.txt: cases.solved 2023-01 50000",
    "2023-03 甲 b.txt: cases.solved 2023-01..2023-02 90000",
    "2023-04 甲 c.txt: cases.solved 2023-01..2023-03 60000",
    "2023-05 甲 d.txt: cases.solved 2023-01..2023-04 80000",
    "2023-06 甲 e.txt: cases.solved 2023-01..2023-05 150000",
  ];
  // Of the parts above March the longest; February's figure is above April's too, which adds nothing.
  expect(found("2023-04", ...months)).toEqual(["part-exceeds-whole: b0 c0"]);
  expect(found("2023-05", ...months)).toEqual([]);
  expect(found("2023-06", ...months)).toEqual([]);
  const singles = [
    "2023-02 甲 a.txt: cases.solved 2023-01 50000",
    "2023-03 甲 b.txt: cases.solved 2023-01..2023-02 90000 | cases.solved 2023-02 60000",
    "2023-04 甲 c.txt: cases.solved 2023-01..2023-03 140000 | cases.solved 2023-03 50000",
  ];
  expect(found("2023-03", ...singles)).toEqual(["difference-disagrees: a0 b0 b1"]);
  expect(found("2023-04", ...singles)).toEqual([]);
  expect(
    found(
      "2024-01",
      "2024-01 甲 a.txt: cases.solved@610122 2023 3000 | cases.solved@610100 2023 2000 | cases.solved@CN-SN 2023 2500",
    ),
  ).toEqual(["part-exceeds-whole: a0 a1"]);
});

test("does not add up rates or percentages", () => {
  expect(
    found("2024-01", "2024-01 甲 a.txt: cases.solved~per-day 2023-12 900 | cases.solved~per-day 2023 800"),
  ).toEqual([]);
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solve_rate@CN-SN 2023 90 | cases.solve_rate 2023 80")).toEqual([]);
});

test("asks where years do not add up to a stated total", () => {
  const years = "2024-01 甲 a.txt: cases.solved 2021 10万 | cases.solved 2022 20万 | cases.solved 2023 30万";
  expect(found("2024-02", years, "2024-02 甲 b.txt: cases.solved 2021..2023 60万")).toEqual([]);
  expect(found("2024-02", years, "2024-02 甲 b.txt: cases.solved 2021..2023 70万")).toEqual([
    "sum-disagrees: a0 a1 a2 b0",
  ]);
});

test("asks where a stated total leaves less for a year than part of it is known to have", () => {
  const analysis = analysed(
    "2024-02",
    `2021-12 甲 a.txt: cases.solved 2021-01..2021-11 37万余
     2023-01 甲 b.txt: cases.solved 2022 46.4万
     2024-02 甲 c.txt: cases.solved 2021..2022 80.0万`,
  );
  expect(findings(analysis)).toEqual(["sum-disagrees: a0 b0 c0"]);
  expect(analysis.findings[0]?.facts).toMatchObject({ missingYears: "2021", remainderHigh: 337_000 });
});

test("adds halves and quarters up to their year", () => {
  const parts =
    "2024-01 甲 a.txt: cases.solved 2023-01..2023-06 10万 | cases.solved 2023-07..2023-09 5万 | cases.solved 2023-10..2023-12 5万";
  expect(found("2024-01", parts, "2024-01 乙 b.txt: cases.solved 2023 20万")).toEqual([]);
  expect(found("2024-01", parts, "2024-01 乙 b.txt: cases.solved 2023 23.5万")).toEqual(["sum-disagrees: a0 a1 a2 b0"]);
});

test("does not come back to an old total in every issue", () => {
  const lines = [
    "2024-02 甲 b.txt: cases.solved 2021..2022 70万 | cases.solved 2022 20万",
    "2024-05 甲 c.txt: cases.solved 2024-01..2024-04 10万",
  ];
  expect(found("2024-02", ...lines)).toEqual(["sum-incomplete: b0 b1"]);
  expect(found("2024-05", ...lines)).toEqual([]);
});

function cardsWith(share: string): string {
  return `2024-01 甲 a.txt: cards.seized 2023 20万 | cards.seized#银行卡 2023 5万 ${share}`;
}

test("asks about a share that is not the part over the whole", () => {
  expect(found("2024-01", cardsWith("占25%"))).toEqual([]);
  expect(found("2024-01", cardsWith("占45%"))).toEqual(["share-disagrees: a0 a1"]);
  expect(found("2024-01", "2024-01 甲 a.txt: cards.seized#银行卡 2023 5万 占120%")).toEqual(["share-over-whole: a0"]);
});

function casesThen(now: string): string[] {
  return ["2023-01 甲 a.txt: cases.solved 2022 40万", `2024-01 甲 b.txt: cases.solved 2023 ${now}`];
}

test("asks about five times as much, and about a lost 万", () => {
  expect(found("2024-01", ...casesThen("180万"))).toEqual([]);
  expect(found("2024-01", ...casesThen("210万"))).toEqual(["implausible-jump: a0 b0"]);
  expect(found("2024-01", ...casesThen("7.5万"))).toEqual(["implausible-jump: a0 b0"]);
  expect(found("2024-01", ...casesThen("44"))).toEqual(["unit-slip: a0 b0"]);
  expect(
    found("2024-01", "2024-01-02 甲 a.txt: cases.solved 2023 44", "2024-01-03 乙 b.txt: cases.solved 2023 44万"),
  ).toEqual(["unit-slip: a0 b0"]);
});

function counties(before: string, now: string): string[] {
  return found(
    "2024-01",
    `2023-01 甲 a.txt: cases.solved@610122 2022 ${before}`,
    `2024-01 甲 b.txt: cases.solved@610122 2023 ${now}`,
  );
}

function money(now: string): string[] {
  return found("2024-01", "2023-01 甲 a.txt: funds.stopped 2022 30万", `2024-01 甲 b.txt: funds.stopped 2023 ${now}`);
}

function rates(now: string): string[] {
  return found(
    "2024-01",
    "2023-01 甲 a.txt: cases.solve_rate 2022 2",
    `2024-01 甲 b.txt: cases.solve_rate 2023 ${now}`,
  );
}

test("takes five times as much of a small number for chance", () => {
  expect(counties("2", "30")).toEqual([]);
  expect(counties("20", "110")).toEqual([]);
  expect(counties("100", "510")).toEqual(["implausible-jump: a0 b0"]);
  expect(money("600万")).toEqual([]);
  expect(money("9000万")).toEqual(["implausible-jump: a0 b0"]);
  expect(rates("11")).toEqual([]);
  expect(rates("32")).toEqual(["implausible-jump: a0 b0"]);
});

function months(now: string): string[] {
  return found(
    "2023-12",
    "2023-11 甲 a.txt: cases.solved 2023-10 3.1万",
    `2023-12 甲 b.txt: cases.solved 2023-11 ${now}`,
  );
}

test("asks about a lost 万 from one month to the next, not about a jump", () => {
  expect(months("20万")).toEqual([]);
  expect(months("3")).toEqual(["unit-slip: a0 b0"]);
});

test("takes a whole below all of its parts for one that lost its 万", () => {
  const analysis = analysed(
    "2024-01",
    "2023-12 甲 a.txt: cases.solved 2023-01..2023-11 40万\n2024-01 甲 b.txt: cases.solved 2023 44",
  );
  expect(findings(analysis)).toEqual(["unit-slip: a0 b0"]);
  expect(analysis.findings[0]?.facts).toMatchObject({ relation: "period", first: "40万", second: "44" });
});

test("asks about a stated change of a single month, against the year before and the month before", () => {
  const before = "2022-12 甲 a.txt: cases.solved 2022-11 4.00万\n2023-11 甲 b.txt: cases.solved 2023-10 4.50万";
  const now = (changes: string): ReturnType<typeof analysed> =>
    analysed(
      "2023-12",
      `${before}\n2023-12 甲 c.txt: cases.solved 2023-01..2023-11 50万 | cases.solved 2023-11 5.00万 ${changes}`,
    );
  expect(findings(now("+25% 环+11.1%"))).toEqual([]);
  expect(findings(now("+35%"))).toEqual(["change-disagrees: a0 c1"]);
  const monthly = now("环+21.1%");
  expect(findings(monthly)).toEqual(["change-disagrees: b0 c1"]);
  expect(monthly.findings[0]?.facts).toMatchObject({
    basis: "mom",
    stated: "环+21.1%",
    current: "5.00万",
    currentPublished: "2023-12",
    previous: "4.50万",
    previousPublished: "2023-11",
  });
});

test("asks where two cumulative figures leave another month than the one stated", () => {
  const year = "2023-09-10 甲 a.txt: cases.solved 2023-01..2023-08 30.2万";
  const now = (month: string): ReturnType<typeof analysed> =>
    analysed(
      "2023-10",
      `${year}\n2023-10-10 甲 b.txt: cases.solved 2023-01..2023-09 33.0万 | cases.solved 2023-09 ${month}`,
    );
  expect(findings(now("2.8万"))).toEqual([]);
  expect(findings(now("3.8万"))).toEqual(["difference-disagrees: a0 b0 b1"]);
  expect(now("3.8万").findings[0]?.facts).toMatchObject({
    longer: "33.0万",
    longerPublished: "2023-10-10",
    shorter: "30.2万",
    shorterPublished: "2023-09-10",
    step: "3.8万",
    leftLow: 27_000,
    leftHigh: 29_000,
  });
});

test("asks where known months or provinces make more than their whole, though others are not known", () => {
  const months = (total: string): string[] =>
    found(
      "2023-10",
      "2023-08 甲 a.txt: cases.solved 2023-03 5.0万 | cases.solved 2023-05 5.0万 | cases.solved 2023-07 5.0万",
      `2023-10 甲 b.txt: cases.solved 2023-01..2023-09 ${total}`,
    );
  expect(months("15.0万")).toEqual([]);
  expect(months("14.0万")).toEqual(["parts-exceed-whole: a0 a1 a2 b0"]);
  const provinces = (total: string): string[] =>
    found(
      "2024-01",
      `2024-01 甲 a.txt: cases.solved@CN-SN 2023 3000 | cases.solved@CN-JX 2023 2000 | cases.solved 2023 ${total}`,
    );
  expect(provinces("5000")).toEqual([]);
  expect(provinces("4900")).toEqual(["parts-exceed-whole: a0 a1 a2"]);
  // Parts of what is counted may overlap: a card may be of a bank and of a minor.
  expect(
    found(
      "2024-01",
      "2024-01 甲 a.txt: cards.seized 2023 100 | cards.seized#银行卡 2023 80 | cards.seized#未成年人 2023 60",
    ),
  ).toEqual([]);
});

function august(i: number): string {
  return `2024-01 甲 m${i}.txt: cases.solved 2023-${`${i}`.padStart(2, "0")} ${i === 8 ? 190 : 100}`;
}

test("adds single months up to the year though halves are known as well", () => {
  const halves =
    "2024-01 甲 a.txt: cases.solved 2023-01..2023-06 600 | cases.solved 2023-07..2023-12 600 | cases.solved 2023 1200";
  const months = Array.from({ length: 12 }, (_, i) => august(i + 1));
  expect(found("2024-01", halves, ...months.map((text) => text.replace("190", "100")))).toEqual([]);
  expect(found("2024-01", halves, ...months).filter((text) => text.startsWith("sum-disagrees")).length).toBe(2);
});

test("asks about a jump between old years once, when they are spoken of", () => {
  const lines = [
    "2022-01 甲 a.txt: cases.solved 2021 2万",
    "2023-01 甲 b.txt: cases.solved 2022 40万",
    "2024-01 甲 c.txt: cases.solved 2023 41万",
  ];
  expect(found("2023-01", ...lines)).toEqual(["implausible-jump: a0 b0"]);
  expect(found("2024-01", ...lines)).toEqual([]);
});

test("asks about doubtful figures, figures without period or area, and periods that lie ahead", () => {
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved!0.4 2023 5万")).toEqual(["doubtful-figure: a0"]);
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved ? 5万")).toEqual(["period-unknown: a0"]);
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved@none 2023 5万")).toEqual(["area-unknown: a0"]);
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved 2024 5万")).toEqual(["period-after-publication: a0"]);
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved ? 5万 | suspects.captured ? 3万")).toEqual([
    "period-unknown: a0 a1",
  ]);
  expect(found("2024-01", "2024-01 甲 a.txt: ?!0.4 ? 5万")).toEqual([]);
  expect(found("2024-02", "2024-01 甲 a.txt: cases.solved!0.4 ? 5万")).toEqual([]);
});

test("asks about a fall by multiples, which no number can take", () => {
  expect(found("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万 -2x")).toEqual(["decrease-by-multiples: a0"]);
});

test("names articles without a date, or with one too coarse to place", () => {
  const analysis = analysed(
    "2024-01",
    "? 甲 a.txt: cases.solved 2023 5万 | suspects.captured 2023 3万\n2024 乙 b.txt: cases.solved 2023 6万",
  );
  expect(findings(analysis)).toEqual(["undated-publication: a0 a1", "undated-publication: b0"]);
  expect(analysis.findings.map(({ facts }) => [facts["publication"], facts["published"], facts["figures"]])).toEqual([
    ["a.txt#1", null, 2],
    ["b.txt#1", "2024", 1],
  ]);
  expect(Object.keys(analysis.publications)).toEqual(["a.txt#1", "b.txt#1"]);
});

test("puts errors first, and lets an editor accept a finding", () => {
  const lines = `2023-01 甲 a.txt: cases.solved 2022 40万 | suspects.captured 2022 10万
     2024-01 甲 b.txt: cases.solved 2023 250万 | suspects.captured 2023 11`;
  const before = analysed("2024-01", lines);
  expect(findings(before)).toEqual(["unit-slip: a1 b1", "implausible-jump: a0 b0"]);
  const decision = {
    id: before.findings[0]?.id ?? "",
    verdict: "accept",
    by: "李四",
    on: "2024-02-01",
    why: "已与原文核对",
  } as const;
  const after = analysed("2024-01", lines, { decisions: [decision] });
  expect(after.findings.map(({ rule, severity, accepted }) => [rule, severity, accepted?.by])).toEqual([
    ["analysis/implausible-jump", "warning", undefined],
    ["analysis/unit-slip", "info", "李四"],
  ]);
});

test.each([
  ["+18%", []],
  ["+19%", ["change-disagrees: a0 b0"]],
])("lets a stated percentage be rounded: %s beside levels that give 18.02%", (stated, expected) => {
  const lines = `2022-12-20 甲 a.txt: suspects.captured 2022-01..2022-11 21522
    2023-12-20 乙 b.txt: suspects.captured 2023-01..2023-11 25400 ${stated}`;
  expect(findings(analysed("2023-12", lines))).toEqual(expected);
});
