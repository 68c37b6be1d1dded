import { type Decision, analyse } from "../src/index.ts";
import { expect, test } from "vitest";
import { analysed, findings, inputOf, quantityOf } from "./notation.ts";

const settle = (id: string, observation: string): Decision => ({
  id,
  verdict: "settle",
  by: "张三",
  on: "2024-02-01",
  why: "以省厅数字为准",
  observation,
});

function sides(analysis: ReturnType<typeof analysed>): unknown {
  return analysis.conflicts.map(({ candidates, rule, nearly, tie }) => [
    rule,
    ...(nearly ? ["nearly"] : []),
    ...(tie === true ? ["tie"] : []),
    ...candidates.map(({ value }) => value.text),
  ]);
}

test("takes overlapping figures for one statistic with several sources, the most precise printed", () => {
  const analysis = analysed(
    "2024-01",
    `2024-01-03 甲报 a.txt: cases.solved 2023 43万余
     2024-01-09 乙报 b.txt: cases.solved 2023 43.7万
     2024-01-12 丙报 c.txt: cases.solved 2023 约44万`,
  );
  expect(analysis.conflicts).toEqual([]);
  expect(analysis.comparisons[0]?.current).toMatchObject({
    value: { text: "43.7万", observations: ["o-b0"] },
    observations: ["o-b0", "o-a0", "o-c0"],
    sources: 3,
    conflict: null,
  });
});

test("cites the earliest of equally precise figures", () => {
  const analysis = analysed(
    "2024-01",
    `2024-01-09 乙报 a.txt: cases.solved 2023 43.7万
     2024-01-03 甲报 b.txt: cases.solved 2023 43.7万`,
  );
  expect(analysis.comparisons[0]?.current.value.observations).toEqual(["o-b0"]);
});

test.each([
  [
    "the later publication",
    "2024-01-03 甲 a.txt: cases.solved 2023 43.7万 | 2024-01-09 乙 b.txt: cases.solved 2023 45万",
    ["later", "45万", "43.7万"],
  ],
  [
    "not the later where only the month of one is known: the more precise",
    "2024-01 甲 a.txt: cases.solved 2023 43.7万 | 2024-01-09 乙 b.txt: cases.solved 2023 45万",
    ["more-precise", "43.7万", "45万"],
  ],
  [
    "the higher office",
    "2024-01-09 某县公安局 a.txt: cases.solved 2023 300 | 2024-01-09 公安部网站 b.txt: cases.solved 2023 400",
    ["higher-office", "400", "300"],
  ],
  [
    "the first in order, as a tie, where no rule tells",
    "2024-01-09 甲 a.txt: cases.solved 2023 300 | 2024-01-09 乙 b.txt: cases.solved 2023 400",
    ["higher-office", "tie", "300", "400"],
  ],
])("proposes %s", (_, lines, expected) => {
  expect(sides(analysed("2024-01", lines.replaceAll(" | ", "\n")))).toEqual([expected]);
});

function revised(before: string, later: string): ReturnType<typeof analysed> {
  return analysed("2024-05", `${before}\n${later}`);
}

test("takes a slightly different figure of the same publisher, or of much later, for a revision: old → new", () => {
  const own = revised("2024-01-09 甲 a.txt: cases.solved 2023 43.7万", "2024-05-06 甲 b.txt: cases.solved 2023 43.9万");
  expect(own.conflicts).toEqual([]);
  expect(findings(own)).toEqual(["figure-revised: a0 b0"]);
  expect(own.findings[0]).toMatchObject({
    severity: "info",
    facts: {
      before: "43.7万",
      beforePublished: "2024-01-09",
      after: "43.9万",
      afterPublished: "2024-05-06",
      difference: 2000,
    },
  });
  expect(own.comparisons[0]?.current).toMatchObject({
    value: { text: "43.9万" },
    conflict: null,
    revises: [{ value: { text: "43.7万" }, published: "2024-01-09" }],
  });
  const other = revised(
    "2024-01-09 甲 a.txt: cases.solved 2023 43.7万",
    "2024-05-06 乙 b.txt: cases.solved 2023 43.9万",
  );
  expect(findings(other)).toEqual(["figure-revised: a0 b0"]);
});

test.each([
  [
    "of the same week's papers",
    "2024-01-09 甲 a.txt: cases.solved 2023 43.7万",
    "2024-01-12 乙 b.txt: cases.solved 2023 43.9万",
  ],
  [
    "that are far apart",
    "2024-01-09 甲 a.txt: cases.solved 2023 43.7万",
    "2024-05-06 甲 b.txt: cases.solved 2023 53.9万",
  ],
  [
    "of which no order is known",
    "2024-01 甲 a.txt: cases.solved 2023 43.7万",
    "2024-01-12 甲 b.txt: cases.solved 2023 43.9万",
  ],
])("takes figures %s for a conflict, not for a revision", (_, a, b) => {
  const analysis = analysed(b.slice(0, 7), `${a}\n${b}`);
  expect(analysis.conflicts).toHaveLength(1);
  expect(analysis.comparisons[0]?.current).not.toHaveProperty("revises");
});

test("lets an editor settle what reads as a revision", () => {
  const lines = "2024-01-09 甲 a.txt: cases.solved 2023 43.7万\n2024-05-06 甲 b.txt: cases.solved 2023 43.9万";
  const id = analysed("2024-05", lines.replace("2024-05-06 甲", "2024-01-12 乙"), {}).conflicts[0]?.id;
  expect(id).toBeUndefined();
  const contradiction = analysed("2024-01", lines.replace("2024-05-06 甲", "2024-01-12 乙")).conflicts[0];
  const settled = analysed("2024-05", lines, { decisions: [settle(contradiction?.id ?? "", "o-a0")] });
  expect(sides(settled)).toEqual([["decided", "43.7万", "43.9万"]]);
  expect(findings(settled)).toEqual([]);
});

test("does not propose the later figure where it has lost its 万, but the one of its series' size", () => {
  const lines = `2023-01-09 甲 a.txt: cases.solved 2022 40.2万
     2024-01-03 甲 b.txt: cases.solved 2023 43.7万
     2024-01-09 乙 c.txt: cases.solved 2023 44`;
  const analysis = analysed("2024-01", lines);
  expect(sides(analysis)).toEqual([["fits-series", "43.7万", "44"]]);
  expect(findings(analysis)).toEqual(["unit-slip: b0 c0"]);
  // Without another period nothing tells which of them has the right size.
  expect(sides(analysed("2024-01", lines.split("\n").slice(1).join("\n")))).toEqual([["later", "44", "43.7万"]]);
});

test("is not made newer by a copy that appears later", () => {
  const analysis = analysed(
    "2024-01",
    `2024-01-03 甲 a.txt: cases.solved 2023 43.7万
     2024-01-09 乙 b.txt: cases.solved 2023 45.1万
     2024-01-20 丙 c.txt: cases.solved 2023 43.7万`,
  );
  expect(sides(analysis)).toEqual([["later", "45.1万", "43.7万"]]);
});

test("does not let a wide figure join two narrow ones that disagree", () => {
  const analysis = analysed(
    "2024-01",
    `2024-01-03 甲 a.txt: cases.solved 2023 28.6万
     2024-01-03 乙 b.txt: cases.solved 2023 31.4万
     2024-01-03 丙 c.txt: cases.solved 2023 约30万`,
  );
  expect(analysis.conflicts[0]?.candidates).toHaveLength(2);
});

test("prints what the editor settled on, under the same id", () => {
  const lines = `2024-01-03 甲 a.txt: cases.solved 2023 43.7万 +5%
     2024-01-03 丁 d.txt: cases.solved 2023 43万余
     2024-01-09 乙 b.txt: cases.solved 2023 45.1万`;
  const before = analysed("2024-01", lines);
  const id = before.conflicts[0]?.id ?? "";
  expect(before.comparisons[0]).toMatchObject({ current: { value: { text: "45.1万" } }, stated: null });
  const after = analysed("2024-01", lines, { decisions: [settle(id, "o-d0")] });
  expect(sides(after)).toEqual([["decided", "43万余", "45.1万"]]);
  expect(after.conflicts[0]?.id).toBe(id);
  expect(after.comparisons[0]).toMatchObject({
    current: { value: { text: "43万余" }, conflict: null },
    stated: { change: { text: "+5%" } },
  });
});

test("settles between nearly equal periods as well", () => {
  const lines = `2021-01-04 新华社 a.txt: cases.solved 2020-01-01..2021-01-04 25.6万
     2021-04-10 新华社 b.txt: cases.solved 2020 32.2万`;
  const id = analysed("2021-04", lines).conflicts[0]?.id ?? "";
  expect(sides(analysed("2021-04", lines, { decisions: [settle(id, "o-a0")] }))).toEqual([
    ["decided", "nearly", "25.6万", "32.2万"],
  ]);
});

test.each([
  ["different parts", "cases.solved#境外 2023 1万", "cases.solved 2023 5万"],
  ["a rate and a total", "cases.solved~per-day 2023 1000", "cases.solved 2023 5万"],
  ["different areas", "cases.solved@CN-SN 2023 1万", "cases.solved 2023 5万"],
  ["different periods", "cases.solved 2022 1万", "cases.solved 2023 2万"],
  ["whole months of unlike number", "cases.solved 2023-01..2023-10 30万", "cases.solved 2023-01..2023-11 36万"],
])("does not set against each other figures of %s", (_, a, b) => {
  expect(analysed("2024-01", `2024-01-03 甲 a.txt: ${a}\n2024-01-04 乙 b.txt: ${b}`).conflicts).toEqual([]);
});

function octoberThen(later: string): string {
  return `2023-10-26 甲 a.txt: cases.solved 2023-01-01..2023-10-25 30.0万
     2023-11-08 乙 b.txt: cases.solved 2023-01..2023-10 ${later}`;
}

test("lets the days between nearly equal periods explain a small rise, not a large one", () => {
  expect(analysed("2023-11", octoberThen("30.5万")).conflicts).toEqual([]);
  expect(sides(analysed("2023-11", octoberThen("38.5万")))).toEqual([["later", "nearly", "38.5万", "30.0万"]]);
  expect(sides(analysed("2023-11", octoberThen("29.1万")))).toEqual([["later", "nearly", "29.1万", "30.0万"]]);
});

function soFar(year: string): unknown {
  const lines = `2023-10-26 甲 a.txt: cases.solved 2023-01-01.. 30.0万\n2023-11-08 乙 b.txt: cases.solved 2023-01..2023-10 ${year}`;
  return sides(analysed("2023-11", lines));
}

test("lets what is said of this year so far be some days old", () => {
  expect(soFar("33.0万")).toEqual([]);
  expect(soFar("38.5万")).toEqual([["later", "nearly", "38.5万", "30.0万"]]);
});

test("joins an open period to the closed one that it may mean, where the figures agree", () => {
  const analysis = analysed(
    "2021-01",
    `2021-01 甲 a.txt: cases.solved 2020-01-01.. 25.6万
     2021-01-04 乙 b.txt: cases.solved 2020-01-01..2021-01-04 25.6万`,
  );
  expect(analysis.conflicts).toEqual([]);
  expect(analysis.comparisons).toHaveLength(1);
  expect(analysis.comparisons[0]?.current).toMatchObject({
    period: { start: "2020-01-01", end: "2021-01-04" },
    observations: ["o-a0", "o-b0"],
  });
});

test("never closes an open period in print, and tells months apart", () => {
  const analysis = analysed(
    "2021-02",
    `2021-01 甲 a.txt: cases.solved 2021-01-01.. 1.1万
     2021-02 乙 b.txt: cases.solved 2021-01-01.. 2.3万`,
  );
  expect(analysis.conflicts).toEqual([]);
  expect(analysis.comparisons[0]).toMatchObject({
    current: { period: { start: "2021-01-01", end: null }, asOf: "2021-02", value: { text: "2.3万" } },
    previousPeriod: null,
    previous: null,
    reason: "open-period",
  });
});

test("takes two figures of one sentence for things not told apart, not for a contradiction", () => {
  const input = inputOf(
    "2024-01",
    "2024-01-03 甲 a.txt: cards.seized 2023 22 | cards.seized 2023 17 | cards.seized 2023 25",
  );
  const [first, second, third] = input.observations;
  if (!first || !second || !third) throw new RangeError("three observations");
  const { quoteStart, quoteEnd, quote } = first.source;
  const sameSentence = { ...second, source: { ...second.source, quoteStart, quoteEnd, quote } };
  const one = analyse({ ...input, observations: [first, sameSentence] });
  expect(one.conflicts).toEqual([]);
  expect(one.comparisons[0]?.current).toMatchObject({ value: { text: "22" }, observations: ["o-a0", "o-a1"] });
  expect(one.findings).toMatchObject([
    { rule: "analysis/several-in-sentence", facts: { printed: "22", others: "17" }, observations: ["o-a0", "o-a1"] },
  ]);
  // The first is the whole, as a rule, be a later part the more precise.
  const vague = { ...first, quantity: quantityOf("40万余", "item") };
  const rough = analyse({ ...input, observations: [vague, sameSentence] });
  expect(rough.comparisons[0]?.current.value.text).toBe("40万余");
  expect(rough.findings.map(({ severity }) => severity)).toEqual(["info"]);
  // A part says so itself, in a sentence of its own.
  const part = { ...second, source: { ...second.source, quote: "其中，未成年人17人。" } };
  expect(analyse({ ...input, observations: [first, part] }).conflicts).toEqual([]);
  // Another sentence that says otherwise is a contradiction, be it in the same article.
  expect(sides(analyse({ ...input, observations: [first, third] }))).toEqual([["higher-office", "tie", "22", "25"]]);
});

function told(second: string): ReturnType<typeof analysed> {
  return analysed(
    "2024-02",
    `2024-02-11 甲 a.txt: cases.reported 2023 44480 +11.7% | cases.reported 2023 ${second} +29.6%`,
  );
}

test("takes a figure far below another one of its article for a part that was not told apart", () => {
  const part = told("11559");
  expect(part.conflicts).toEqual([]);
  expect(findings(part)).toEqual(["several-in-sentence: a0 a1"]);
  expect(part.comparisons[0]?.stated?.change.text).toBe("+11.7%");
  // Nearly equal ones, and those with a lost 万, contradict each other.
  expect(sides(told("43480"))).toEqual([["higher-office", "tie", "44480", "43480"]]);
  expect(findings(told("4"))).toContain("unit-slip: a0 a1");
  // So do figures of two articles, however far apart.
  const apart = "2024-02-11 甲 a.txt: cases.reported 2023 44480\n2024-02-12 乙 b.txt: cases.reported 2023 11559";
  expect(analysed("2024-02", apart).conflicts).toHaveLength(1);
});

function besides(platform: string): string {
  return `2024-12-22 甲 a.txt: suspects.captured 2024-01-01..2024-12-20 ${platform}
     2025-01-09 乙 b.txt: suspects.captured 2024 31.8万`;
}

test("takes figures of nearly one period that are many times apart for counts of different things", () => {
  expect(analysed("2025-01", besides("1620")).conflicts).toEqual([]);
  expect(analysed("2025-01", besides("12.1万")).conflicts).toHaveLength(1);
  expect(analysed("2025-01", besides("31")).conflicts).toHaveLength(1);
});

test("keeps a doubtful whole as the figure where only its parts are sure", () => {
  const analysis = analysed(
    "2024-01",
    "2024-01-04 公安部 a.txt: centers.built!0.4 ? 30万余 | centers.built ? 20万 占30%",
  );
  const [comparison] = analysis.comparisons;
  expect(comparison?.current.value.text).toBe("30万余");
  expect(findings(analysis)).toContain("doubtful-figure: a0");
});

test("sets a doubtful figure aside that a surer one contradicts", () => {
  const analysis = analysed(
    "2024-01",
    `2024-01-03 甲 a.txt: cases.solved 2023 43.7万
     2024-01-09 乙 b.txt: cases.solved!0.4 2023 4.37万`,
  );
  expect(analysis.conflicts).toEqual([]);
  expect(analysis.comparisons[0]?.current).toMatchObject({ value: { text: "43.7万" }, observations: ["o-a0", "o-b0"] });
  expect(findings(analysis)).toEqual(["doubtful-contradicted: a0 b0", "doubtful-figure: b0"]);
});

test("shows no conflict of old years that nothing in the issue prints or says", () => {
  const lines = `2020-02-03 甲 a.txt: cases.solved 2019-01..2019-06 1.3万
     2020-02-09 乙 b.txt: cases.solved 2019-01..2019-06 5.1万
     2024-01-09 丙 c.txt: cases.solved 2023 6万`;
  expect(analysed("2024-01", lines).conflicts).toEqual([]);
  expect(analysed("2020-02", lines).conflicts).toHaveLength(1);
});
