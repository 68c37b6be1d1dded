import { describe, test } from "vitest";
import { check } from "./check.ts";

const october = { published: "2023-10-12", area: "CN-JX" };

describe("changes after the levels", () => {
  test.each([
    "前三季度，全省发生火灾{3100起|-|2023-01..2023-09|^yoy:down:6.2:percent|%}，死亡{14人|-|2023-01..2023-09|^yoy:down:5:person|%}，直接财产损失{4100万元|losses.incurred|2023-01..2023-09|^yoy:down:18.4:percent|%}。与去年同期相比，起数下降6.2%，亡人减少5人，损失下降18.4%。",
    "前三季度，全省接报电诈警情{9100起|cases.reported|2023-01..2023-09|^yoy:down:12:percent}，群众损失{4.1亿元|losses.incurred|2023-01..2023-09|^yoy:down:20.5:percent}。同比看，警情下降12%，损失下降20.5%。",
    "前三季度，全省发生道路交通事故{1200起|-|2023-01..2023-09|^yoy:down:7:percent|%}，死亡{310人|-|2023-01..2023-09|^yoy:down:26:person|%}，受伤{1400人|-|2023-01..2023-09|^yoy:down:4.5:percent|%}。较上年同期，事故起数下降7%，死亡人数少26人，受伤人数下降4.5%。",
    "前三季度，全省打掉团伙{88个|gangs.dismantled|2023-01..2023-09|^yoy:up:41.9:percent}，抓获嫌疑人{1900名|suspects.captured|2023-01..2023-09|^yoy:up:1.1:times}，比2022年同期分别上升41.9%和1.1倍。",
    "前三季度，全省止付资金{21亿元|funds.stopped|2023-01..2023-09|^yoy:up:30:percent}，返还群众{3.2亿元|funds.returned|2023-01..2023-09|^yoy:up:2:times}，同比分别增长30%、2倍。",
  ])("are given to those that they name: %s", (notation) => check(notation, october));

  test("are statements of their own where nothing that was told is named", () => {
    check(
      "前三季度，全省接报电诈警情{9100起|cases.reported|2023-01..2023-09}。与去年同期相比，破案数上升{=15%|cases.solved|2023-01..2023-09|^yoy:up:15:percent}。",
      october,
    );
  });
});

describe("a figure that names a kind, a place or no more than who was defrauded", () => {
  test.each([
    "9月，全省接报电诈警情{910起|cases.reported|2023-09}。刷单返利稳居榜首，{320起|cases.reported|2023-09}；虚假购物只有{90起|cases.reported|2023-09}；快递理赔退款{41起|cases.reported|2023-09}。",
    "9月，全省立电诈案{510起|cases.registered|2023-09}。其中刷单返利{180起|cases.registered|2023-09}，机票改签{22起|cases.registered|2023-09}，代办信用卡提额只有{6起|cases.registered|2023-09}。",
    "9月，全省破获电诈案件{210起|cases.solved|2023-09}，其中刷单返利{60起|cases.solved|2023-09}，网购退款{12起|cases.solved|2023-09}。",
    "前三季度，全省老年人被骗{1310起|cases.reported|2023-01..2023-09}，今年二季度是{420起|cases.reported|2023-04..2023-06}。",
    "9月，全省警情数居前两位的是东湖区（{87起|cases.reported|2023-09|@360102}）、南康区（{54起|cases.reported|2023-09|@360703}）。",
    "9月，全省电诈发案同比下降{=12%|cases.reported|2023-09|^yoy:down:12:percent}，但上门取现金类案件{130起|cases.reported|2023-09|^yoy:up:2:times}，同比增长2倍，而去年同期，这类案件不过{41起|cases.reported|2022-09}。",
    "9月，全省电诈警情环比降幅居前的是吉安市、赣州市，分别下降{=21.5%|cases.reported|2023-09|@360800|^mom:down:21.5:percent}、{=17.2%|cases.reported|2023-09|@360700|^mom:down:17.2:percent}。",
    "9月，全省接报电诈警情{910起|cases.reported|2023-09}，刷单返利{320起|cases.reported|2023-09}；返还资金{3起|-|2023-09}。",
    "9月，全省接报电诈警情{910起|cases.reported|2023-09}。刷单返利{320起|cases.reported|2023-09}，已破案{41起|cases.solved|2023-09}。",
    "部分县电诈警情、破案情况如下：\n|县|警情（起）|破案（起）|\n|---|---|---|\n|大余县|{19|cases.reported|-|@360723}|{7|cases.solved|-|@360723}|\n|上犹县|{16|cases.reported|-|@360724}|{9|cases.solved|-|@360724}|",
  ])("counts what was told, or what it says itself: %s", (notation) => check(notation, october));
});
