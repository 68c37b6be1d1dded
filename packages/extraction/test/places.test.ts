import { describe, test } from "vitest";
import { check } from "./check.ts";

const inProvince = { published: "2024-11-20", area: "CN-HN" };
const inCity = { published: "2024-11-20", area: "350200" };

describe("places that the clause before 分别 lists", () => {
  test.each([
    "1至10月，长沙、株洲、湘潭三市破案数位居前三，分别为{2110起|cases.solved|2024-01..2024-10|@430100}、{940起|cases.solved|2024-01..2024-10|@430200}和{705起|cases.solved|2024-01..2024-10|@430300}。",
    "10月，岳阳、常德两市劝阻人数最多，分别达{6200人|people.dissuaded|2024-10|@430600}、{5400人|people.dissuaded|2024-10|@430700}。",
    "从各市看，衡阳、邵阳、怀化返还金额靠前，依次为{810万元|funds.returned|-|@430400}、{640万元|funds.returned|-|@430500}、{512万元|funds.returned|-|@431200}。",
    "2023年，永州、郴州两地火灾起数较多，分别为{902起|-|2023|@431100|%}和{877起|-|2023|@431000|%}。",
  ])("%s", (text) => {
    check(text, inProvince);
  });

  test.each([
    "10月，思明、湖里两区立案数居前，分别为{112起|cases.registered|2024-10|@350203}和{98起|cases.registered|2024-10|@350206}。",
    // What the two figures are of stands between them where the clause before lists no places.
    "10月，全市打击力度不减，破案、抓获分别为{141起|cases.solved|2024-10}、{203名|suspects.captured|2024-10}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("bodies whose names hold others", () => {
  test.each([
    // An app and a centre in quotation marks are none that acts.
    "截至目前，全市“国家反诈中心”App注册人数达{231万人|app.installs|..2024-11-20}。",
    "10月，全市“国家反诈中心”推送的预警指令{3.1万条|warnings.issued|2024-10}全部核查。",
    // What a line is called is none of what it received.
    "10月，市反诈咨询专线受理诈骗案{640起|cases.reported|2024-10}。",
    "10月，市投诉举报平台接报电诈警情{212起|cases.reported|2024-10}。",
    // But complaints are no cases.
    "10月，市12345热线受理诈骗类投诉{212件|-|2024-10}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});
