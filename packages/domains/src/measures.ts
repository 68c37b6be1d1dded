import type { Unit } from "@jianbao/model";

/** What makes a verb the name of a count of its deeds, by what is counted: 破获数, 抓获人数, 冻结金额. */
const measures: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  case: ["数", "量", "数量", "总数", "总量", "起数", "件数", "案件数", "案件量", "案数"],
  person: ["数", "量", "数量", "总数", "总量", "人数", "人次"],
  "person-time": ["数", "量", "总数", "总量", "人数", "人次"],
  CNY: ["额", "总额", "数额", "金额", "总金额", "资金总额"],
};

/** The names of the counts of deeds: each verb of two characters or more with each measure of the unit. */
export function measuresOf(verbs: readonly string[], unit: Unit): readonly string[] {
  const ends = measures[unit] ?? [];
  return verbs.filter((verb) => verb.length > 1).flatMap((verb) => ends.map((end) => verb + end));
}
