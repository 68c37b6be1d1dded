import { overseas } from "@jianbao/model";
import { expect, test } from "vitest";
import { analysed, findings } from "./notation.ts";

const keys = (lines: string, area = { code: "CN", name: "全国" }): string[] => {
  const { comparisons, areas } = analysed("2024-11", lines, { area });
  const keyOf = ({ key }: (typeof areas)[number]): string => `${key.area.code} ${key.breakdown ?? "—"}`;
  return [...comparisons.map(keyOf), "|", ...areas.map(keyOf)];
};

const province = "cases.solved@CN-SN 2024-01..2024-10 9000 | suspects.captured@OVERSEAS 2024-01..2024-10 1412";

test("takes what a province's article counts abroad for the province's, beside its own figures", () => {
  expect(keys(`2024-11-19 甲 a.txt: ${province}`)).toEqual(["|", "CN-SN —", "CN-SN 境外行动"]);
  expect(keys(`2024-11-19 甲 a.txt: ${province}`, { code: "CN-SN", name: "陕西" })).toEqual([
    "CN-SN —",
    "CN-SN 境外行动",
    "|",
  ]);
});

test("keeps what the country's articles count abroad, and those that tell of no area else", () => {
  expect(
    keys("2024-11-19 甲 a.txt: cases.solved 2024-01..2024-10 90万 | suspects.captured@OVERSEAS 2024-01..2024-10 4万"),
  ).toEqual(["CN —", `${overseas.code} —`, "|"]);
  expect(keys("2024-11-19 甲 a.txt: suspects.captured@OVERSEAS 2024-01..2024-10 4万")).toEqual([
    `${overseas.code} —`,
    "|",
  ]);
  // Two provinces' figures make an article of neither.
  expect(
    keys(`2024-11-19 甲 a.txt: ${province} | cases.solved@610122 2024-01..2024-10 80`).includes(`${overseas.code} —`),
  ).toBe(true);
});

test("never sets a province's figure abroad against the country's", () => {
  const lines = `2024-08-06 甲 a.txt: cases.solved 2024-01..2024-07 60万 | suspects.captured@OVERSEAS 2024-01..2024-07 2860
    2024-11-19 乙 b.txt: ${province}`;
  const analysis = analysed("2024-11", lines);
  expect(findings(analysis)).toEqual([]);
  expect(analysis.conflicts).toEqual([]);
});

test("does not take action abroad for a part of what is counted at home", () => {
  const lines =
    "2024-11-19 甲 a.txt: suspects.captured@CN-SN 2024-01..2024-10 900 | suspects.captured@OVERSEAS 2024-01..2024-10 1412";
  expect(findings(analysed("2024-11", lines))).toEqual([]);
});
