import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-09-12", area: "430100" };

describe("the time of what a local paper tells", () => {
  test.each([
    // What was given back at a meeting was given back that day.
    "9月10日上午，市公安局举行涉诈资金集中返还仪式，向群众返还被骗资金{56万元|funds.returned|2024-09-10|#case}。今年1至8月，全市破案{310起|cases.solved|2024-01..2024-08}。",
    "今天上午，市公安局向群众返还被骗资金{56万元|funds.returned|2024-09-12|#case}。",
    "今年上半年，全市返还被骗资金{1794万元|funds.returned|2024-01..2024-06}。今天，市公安局又返还被骗资金{238万元|funds.returned|2024-09-12|#case}。\\n全市破案{60起|cases.solved|2024-01..2024-06}。".replace(
      "\\n",
      "\n",
    ),
    // What brackets add to one figure is of its own time.
    "8月，全市破案{15起|cases.solved|2024-08}（含1至7月立案的案件），破案率{63%|cases.solve_rate|2024-08}。",
    // A campaign goes on from the month in which it began.
    "今年4月，全国打击涉诈专项行动启动。截至8月25日，全市破案{86起|cases.solved|2024-04-01..2024-08-25}。\n专项行动覆盖全市，打掉团伙{13个|gangs.dismantled|2024-04-01..2024-08-25}。",
    // A record is no time of what follows.
    "2023年，全市起诉电诈嫌疑人{603人|suspects.prosecuted|2023|^yoy:down:4.2:percent}，同比下降4.2%，这是近年来首次回落。\n批捕电诈嫌疑人{219人|suspects.arrested|2023}。",
    // The number of a point and a month.
    "2024年8月反诈通报\n1.今年1至8月，全市接报电诈警情{2877起|cases.reported|2024-01..2024-08}。\n2.8月警情中，刷单类诈骗{129起|cases.reported|2024-08}。",
    // The same comparison goes on.
    "上半年，全市立案{731起|cases.registered|2024-01..2024-06|^yoy:down:19.6:percent}，同比下降19.6%；破案{294起|cases.solved|2024-01..2024-06|^yoy:up:1.3:times}，增长1.3倍。",
    "2023年，全市被骗损失{7.3亿元|losses.incurred|2023|^yoy:up:30:percent}，较上年多出三成。",
    // A change that the headline tells has the time of the text.
    "全市电诈立案同比下降{=35%|cases.registered|2024-01..2024-08|^yoy:down:35:percent}\n据悉，今年1至8月，全市电诈立案同比下降{=35%|cases.registered|2024-01..2024-08|^yoy:down:35:percent}。",
  ])("%s", (text) => {
    check(text, facts);
  });

  test.each([
    "今天，市公安局召开新闻发布会。今年1至8月，全市破案{310起|cases.solved|2024-01..2024-08}。",
    "9月10日，市公安局举行新闻发布会，今年1至8月，全市返还被骗资金{56万元|funds.returned|2024-01..2024-08}。",
    "专项行动（4月至8月）中，全市破案{310起|cases.solved|2024-04..2024-08}。",
    "近年来，全市持续打击电诈。今年1至8月，全市破案{310起|cases.solved|2024-01..2024-08}。",
  ])("but: %s", (text) => {
    check(text, facts);
  });
});
