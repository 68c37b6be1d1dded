import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-11-20", area: "320600" };

const told = (...paragraphs: string[]): string => paragraphs.join("\n");

/** A story of one case, without a figure of its own. */
const story = "8月3日，如皋市居民小郭接到自称客服的电话，民警赶到时，郭某正准备转账。";

describe("where the story of one case ends", () => {
  test.each([
    // A new paragraph tells of a stretch, and the place of the story goes with it.
    told("南通反诈这一年", story, "9月份，反诈志愿者协助劝阻老人{87人|people.dissuaded|2024-09}。"),
    told("南通反诈这一年", story, "两年来，该中心已开展反诈宣讲{310场|outreach.events|2022-11-21..2024-11-20}。"),
    told("南通反诈这一年", story, "10月当月，银行柜面协助止付资金{460万元|funds.stopped|2024-10}。"),
    told(
      "南通反诈这一年",
      story,
      "今年以来，驻村辅警上门回访{5200余户|-|2024-01-01..2024-11-20|~min}，劝阻群众{640人次|people.dissuaded|2024-01-01..2024-11-20}。",
    ),
    told("南通反诈这一年", story, "1月至10月，反诈专班冻结资金{3.1亿元|funds.frozen|2024-01..2024-10}。"),
  ])("%s", (text) => {
    check(text, facts);
  });

  test.each([
    // What goes on with it.
    told(
      "南通反诈这一年",
      story,
      "2023年以来，该团伙骗得资金{320万元|losses.incurred|2023-01-01..2024-11-20|@320682|#case}。",
    ),
    told(
      "南通反诈这一年",
      story,
      "今年1月至7月，被害人先后汇款{46万元|losses.incurred|2024-01..2024-07|@320682|#case}。",
    ),
    told("南通反诈这一年", story, "9月，郭某追回被骗款{1.8万元|funds.recovered|2024-09|@320682|#case}。"),
  ])("not with %s", (text) => {
    check(text, facts);
  });
});

describe("one operation", () => {
  test.each([
    // In whatever month officers went to where it was.
    "8月，专班民警赴云南德宏开展集中收网行动，抓获嫌疑人{36名|suspects.captured|2024-08|#case}。",
    "今年5月，省公安厅派出工作组赴柬埔寨开展联合打击行动，捣毁窝点{4处|dens.destroyed|2024-05|@OVERSEAS|#case}，抓获嫌疑人{92名|suspects.captured|2024-05|@OVERSEAS|#case}。",
    // But several of them over a stretch are a statistic.
    "今年以来，先后派出专案组赴云南、广西开展抓捕行动，抓获嫌疑人{410名|suspects.captured|2024-01-01..2024-11-20}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});
