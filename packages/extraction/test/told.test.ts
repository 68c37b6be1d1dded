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
