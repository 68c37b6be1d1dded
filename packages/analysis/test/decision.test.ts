import { expect, test } from "vitest";
import type { Decision } from "../src/index.ts";
import { analysed, findings, table } from "./notation.ts";

const decide = (id: string, verdict: Decision["verdict"], more: Partial<Decision> = {}): Decision => ({
  id,
  verdict,
  by: "张三",
  on: "2024-02-01",
  why: "与原文核对",
  ...more,
});

test("leaves a rejected observation out", () => {
  const analysis = analysed("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万 | suspects.captured 2023 3万", {
    decisions: [decide("o-a0", "reject")],
  });
  expect(table(analysis.comparisons)).toEqual(["suspects.captured 2023-01-01..2023-12-31: 3万 | missing"]);
  expect(analysis.observations["o-a0"]).toBeUndefined();
});

test("takes an accepted figure for sure", () => {
  const lines = "2024-01 甲 a.txt: cases.solved!0.4 2023 5万";
  expect(findings(analysed("2024-01", lines))).toEqual(["doubtful-figure: a0"]);
  expect(findings(analysed("2024-01", lines, { decisions: [decide("o-a0", "accept")] }))).toEqual([]);
});

test("uses the corrected fields of an observation", () => {
  const analysis = analysed("2024-01", "2024-01 甲 a.txt: cases.solved!0.4 2023 5万 | suspects.captured ? 3万", {
    decisions: [
      decide("o-a0", "correct", { correction: { quantity: { value: 60_000 } } }),
      decide("o-a1", "correct", { correction: { period: { start: "2022-01-01", end: "2022-12-31", text: null } } }),
    ],
  });
  expect(
    analysis.comparisons.map(({ current }) => [current.value.value, current.value.low, current.value.text]),
  ).toEqual([
    [60_000, 60_000, "60000"],
    [30_000, 25_000, "3万"],
  ]);
  expect(findings(analysis)).toEqual([]);
});

test("asks about a correction that contradicts itself and keeps it out of the tables", () => {
  const quantity = { value: 60_000, low: 80_000, high: 70_000 };
  const analysis = analysed("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万", {
    decisions: [decide("o-a0", "correct", { correction: { quantity } })],
  });
  expect(analysis.comparisons).toEqual([]);
  expect(findings(analysis)).toEqual(["unsound-figure: a0"]);
});

test("lets the latest of several decisions count, whatever their order", () => {
  const decisions = [decide("o-a0", "accept", { on: "2024-03-01" }), decide("o-a0", "reject", { on: "2024-02-01" })];
  for (const order of [decisions, [...decisions].reverse()]) {
    expect(
      analysed("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万", { decisions: order }).comparisons,
    ).toHaveLength(1);
  }
});

test.each([
  ["o-z9", "reject", "warning"],
  ["c-000000000000", "settle", "warning"],
  ["f-000000000000", "accept", "warning"],
  ["x-1", "accept", "warning"],
] as const)("names the decision %s, which is about nothing", (id, verdict, severity) => {
  const analysis = analysed("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万", { decisions: [decide(id, verdict)] });
  expect(analysis.findings).toMatchObject([
    { rule: "analysis/decision-without-object", severity, observations: [], facts: { decision: id, by: "张三" } },
  ]);
});

test("does not ask about decisions on an earlier issue, nor on a later one: an old issue built again says what it said", () => {
  const lists = ["2023-12-20", "2024-02-20", "2024-09-01"].map((on) =>
    analysed("2024-01", "2024-01 甲 a.txt: cases.solved 2023 5万", {
      decisions: [decide("f-000000000000", "accept", { on })],
    }).findings.map(({ severity }) => severity),
  );
  expect(lists).toEqual([[], ["warning"], []]);
});

test("lets the very remark on a lost decision be accepted", () => {
  const lines = "2024-01 甲 a.txt: cases.solved 2023 5万";
  const lost = decide("o-z9", "reject");
  const [finding] = analysed("2024-01", lines, { decisions: [lost] }).findings;
  const accepted = decide(finding?.id ?? "", "accept");
  expect(analysed("2024-01", lines, { decisions: [lost, accepted] }).findings).toMatchObject([
    { rule: "analysis/decision-without-object", severity: "info", accepted },
  ]);
});

const quarrel = `2024-01-03 甲 a.txt: cases.solved 2023 43.7万
  2024-01-09 乙 b.txt: cases.solved 2023 45万`;

test("keeps no mark on a settled figure and says who settled it", () => {
  const id = analysed("2024-01", quarrel).conflicts[0]?.id ?? "";
  const settlement = decide(id, "settle", { observation: "o-a0" });
  const analysis = analysed("2024-01", quarrel, { decisions: [settlement] });
  expect(analysis.conflicts).toMatchObject([{ rule: "decided", settled: settlement }]);
  expect(analysis.comparisons[0]?.current).toMatchObject({ conflict: null, value: { text: "43.7万" } });
  expect(analysis.findings).toEqual([]);
});

test("asks about a settlement whose observation is on no side", () => {
  const id = analysed("2024-01", quarrel).conflicts[0]?.id ?? "";
  const analysis = analysed("2024-01", quarrel, { decisions: [decide(id, "settle", { observation: "o-z9" })] });
  expect(analysis.conflicts[0]?.settled).toBeUndefined();
  expect(analysis.comparisons[0]?.current.conflict).toBe(0);
  expect(analysis.findings).toMatchObject([
    { rule: "analysis/settlement-without-candidate", facts: { decision: id, observation: "o-z9" } },
  ]);
});
