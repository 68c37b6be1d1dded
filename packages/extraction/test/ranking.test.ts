import { describe, test } from "vitest";
import { check as checkWith } from "./check.ts";

const facts = { published: "2025-03-10", area: "CN-HN" };
const check = (notation: string): void => checkWith(notation, facts);

describe("what a ranking names", () => {
  test.each([
    // The places stand before a clause that only says that they come first.
    "2024年，长沙、衡阳立案数居前两位，依次为{5120起|cases.registered|2024|@430100}、{2310起|cases.registered|2024|@430400}。",
    "2024年，破案数排在前三位的市州是株洲、岳阳、常德，分别为{980起|cases.solved|2024|@430200}、{910起|cases.solved|2024|@430600}和{870起|cases.solved|2024|@430700}。",
    "2024年，盗窃、诈骗、危险驾驶三类案件审结数居前三位，依次为{1810件|cases.handled|2024|%}、{960件|cases.handled|2024|%}、{740件|cases.handled|2024|%}。",
    "2022年、2023年、2024年全省破案数分别为{8100起|cases.solved|2022}、{9300起|cases.solved|2023}、{9900起|cases.solved|2024}。",
    "2023年和2024年抓获嫌疑人数分别为{3120人|suspects.captured|2023}、{4008人|suspects.captured|2024}。",
  ])("%s", check);

  test.each([
    // What changed most is told apart from all.
    "2024年，全省立案{3.1万起|cases.registered|2024}；降幅最大的是湘潭，同比下降{=31.4%|cases.registered|2024|@430300|^yoy:down:31.4:percent}。",
    "2024年，全省破案{2.2万起|cases.solved|2024}，其中，浏阳市增幅最明显，同比上升{=40%|cases.solved|2024|@430181|^yoy:up:40:percent}。",
    "2024年，全省电信网络诈骗发案{3.6万起|cases.reported|2024|^yoy:down:9:percent}，同比下降9%；增长最快的是虚假购物类案件，同比上升{=21%|cases.reported|2024|^yoy:up:21:percent}。",
    // But how much it all fell is no such thing.
    "2024年，全省立案{3.1万起|cases.registered|2024|^yoy:down:12:percent}，降幅最大，同比下降12%。",
    "2024年，全省立案{3.1万起|cases.registered|2024|^yoy:down:12:percent}，降幅为近年最大，同比下降12%。",
  ])("%s", check);
});
