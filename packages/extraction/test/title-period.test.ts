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
    "一图读懂 | 2023全省反诈成绩单\n破案\n{1.2万起|cases.solved|2023}\n抓获嫌疑人\n{2.1万人|suspects.captured|2023}",
    "全省检察机关惩治电信网络诈骗这一年\n（2022年11月至2023年10月）\n批准逮捕 {862人|suspects.arrested|2022-11..2023-10}。",
    "全省开展打击整治\n今年1月以来，全省公安机关开展打击整治专项行动。\n截至目前，共捣毁诈骗窝点{23处|dens.destroyed|2024-01-01..2024-02-14}。",
    // Of a year that is not over the text says which part it reports on.
    "2024年寒假护学行动顺利结束\n1月10日至2月10日，全省电诈发案{310起|cases.reported|2024-01-10..2024-02-10}。\n行动期间，全省破获电诈案件{96起|cases.solved|2024-01-10..2024-02-10}。",
    // The number of an issue is no year of figures.
    "反诈简报（2023年第41期）\n上月，全省电诈发案{610起|cases.reported|2024-01}。\n全省冻结资金{3亿元|funds.frozen|2024-01}。",
  ])("%s", (text) => check(text, { published: "2024-02-14", area: "CN-JX" }));
});
