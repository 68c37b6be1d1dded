import { describe, test } from "vitest";
import { check } from "./check.ts";

describe("what the head of a text says it reports on", () => {
  test.each([
    "2023年度省法院知识产权审判白皮书（2023）要点\n全省法院审结一审案件{1.9万件|cases.handled|2023|%}。",
    "全省检察机关惩治电信网络诈骗白皮书（2023）\n起诉{4100人|suspects.prosecuted|2023}。",
    "全县电信网络诈骗警情周报\n（2024年第6期，2月5日至2月11日）\n县联席办 2月12日\n全县电诈发案{14起|cases.reported|2024-02-05..2024-02-11}，破案{3起|cases.solved|2024-02-05..2024-02-11}。",
    "全市打击治理电信网络诈骗情况通报（1月29日—2月4日）\n本周，全市电诈发案{41起|cases.reported|2024-01-29..2024-02-04}。",
    "2023年第四季度全省反诈工作通报\n全省电诈发案{2100起|cases.reported|2023-10..2023-12}，今年1月发案{610起|cases.reported|2024-01}。",
    "2024年1月全省反诈工作通报\n全省电诈发案{610起|cases.reported|2024-01}。去年全省发案{9300起|cases.reported|2023}。",
    // The number of an issue is no year of figures.
    "反诈简报（2023年第41期）\n上月，全省电诈发案{610起|cases.reported|2024-01}。\n全省冻结资金{3亿元|funds.frozen|2024-01}。",
  ])("%s", (text) => check(text, { published: "2024-02-14", area: "CN-JX" }));
});
