import { describe, test } from "vitest";
import { check as checkWith } from "./check.ts";

const facts = { published: "2024-05-21", area: "330400" };
const check = (notation: string): void => checkWith(notation, facts);

describe("a weekly report", () => {
  test.each([
    // Its head names its days, and its number is no time.
    "全市电信网络诈骗警情周报\n（2024年第20期，5月13日至5月19日）\n本周，全市接报电诈警情{64起|cases.reported|2024-05-13..2024-05-19}。\n今年以来，全市破获电诈案件{810起|cases.solved|2024-01-01..2024-05-19}。",
    "反诈周报（5月13日—5月19日）\n全市止付资金{310万元|funds.stopped|2024-05-13..2024-05-19}。\n今年以来，全市止付资金{6200万元|funds.stopped|2024-01-01..2024-05-19}。",
    // Without such days 今年以来 goes up to the publication.
    "反诈简报\n2024年第20期\n今年以来，全市止付资金{6200万元|funds.stopped|2024-01-01..2024-05-21}。",
    "反诈简报\n第20期\n5月13日至5月19日，全市止付资金{90万元|funds.stopped|2024-05-13..2024-05-19}。今年以来，全市止付资金{6200万元|funds.stopped|2024-01-01..2024-05-21}。",
  ])("%s", check);
});

describe("years of which the last alone has 年", () => {
  test.each([
    "2021—2023年，全市破获电诈案件{910起|cases.solved|2021..2023}。",
    "2020-2022年全市抓获嫌疑人{1800名|suspects.captured|2020..2022}。",
    "2019至2023年，全市止付资金{9亿元|funds.stopped|2019..2023}。",
    "2022——2023年，全市打掉团伙{61个|gangs.dismantled|2022..2023}。",
    // The number of a point before a year.
    "说明：\n1.2023年电诈立案数同比下降{=12.3%|cases.registered|2023|^yoy:down:12.3:percent}。\n2.2022年全市破案{640起|cases.solved|2022}。",
    "2023年，全市打掉团伙{31个|gangs.dismantled|2023}。",
  ])("%s", check);
});

describe("a title that names the years of a report", () => {
  test.each([
    "嘉兴法院审判白皮书（2023）\n一、收结案\n全市法院审结电诈案件{910件|cases.handled|2023}。",
    "嘉兴市打击电诈数据（2021—2023年）\n全市共破获电诈案件{9100起|cases.solved|2021..2023}。",
  ])("%s", (text) => checkWith(text, { ...facts, title: text.split("\n")[0] ?? "" }));
});
