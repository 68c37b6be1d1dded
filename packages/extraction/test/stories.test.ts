import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-11-20", area: "320600" };

const told = (...paragraphs: string[]): string => paragraphs.join("\n");

/** A story of one case, without a figure of its own. */
const story = "8月3日，如皋市居民小郭接到自称客服的电话，民警赶到时，郭某正准备转账。";

describe("where the story of one case ends", () => {
  test.each([
    // A new paragraph tells of a stretch, and the place of the story goes with it.
    // So does one that points to nothing of it.
    told(
      "9月份反诈工作通报",
      story,
      "——宣传提质。开展反诈宣讲{310场|outreach.events|2024-09}，推送预警{4.1万条|warnings.issued|2024-09}。",
    ),
    told(
      "9月份反诈工作通报",
      story,
      "数据还显示，返还资金{1.7亿元|funds.returned|2024-09}，惠及受害人{5100名|victims.count|2024-09}。",
    ),
    told("9月份反诈工作通报", story, "全市公安机关已抓获电诈嫌疑人{246名|suspects.captured|2024-09}。"),
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

describe("a story told without a name", () => {
  test.each([
    "今年3月，宜兴警方顺着一张银行卡追查，端掉一个藏在出租楼里的洗钱窝点，抓获嫌疑人{17名|suspects.captured|2024-03|@320282|#case}。",
    "今年6月，东台市公安局侦破贩卖外挂软件案，抓获嫌疑人{8名|suspects.captured|2024-06|@320981|#case}，查明涉案金额{910余万元|cases.amount_involved|2024-06|@320981|#case|~min}。",
    "今年7月，缉私分局拦下一艘快艇，当场缴获冰毒{32公斤|-|2024-07|#case|%}，抓获嫌疑人{5名|suspects.captured|2024-07|#case|%}。",
    "今年4月，专班锁定一伙跑分人员，抓获嫌疑人{11名|suspects.captured|2024-04|#case}。",
    "刑警大队侦破李姓男子为首的诈骗团伙，抓获成员{9名|suspects.captured|-|#case}。",
    // Cases of a kind, and what is done again and again, are none.
    "上半年，全市公安机关侦破一批大要案，抓获嫌疑人{1200名|suspects.captured|2024-01..2024-06}。",
    "上半年，全市公安机关打掉一个又一个跑分窝点，抓获嫌疑人{860名|suspects.captured|2024-01..2024-06}。",
    "上半年，全市交警现场查扣违法车辆{4100辆|-|2024-01..2024-06}。",
  ])("%s", (text) => {
    check(text, facts);
  });

  test("ends with the next point of a report", () => {
    const story =
      "1至5月，全市破获电诈案件{630起|cases.solved|2024-01..2024-05}。\n今年3月，启东市公安局侦破陈某等人诈骗案，捣毁窝点{4处|dens.destroyed|2024-03|@320681|#case}。";
    const freezes = "冻结资金{3.2亿元|funds.frozen|2024-01..2024-05}。";
    for (const opening of ["二是全力追赃。同期，全市", "（二）追赃挽损。全市", "第二，全市", "2.全市"]) {
      check(`${story}\n${opening}${freezes}`, facts);
    }
  });
});

describe("one person or one thing", () => {
  test.each([
    "7月，一位退休教师险些把积蓄转给骗子，柜员及时叫停，避免损失{23万元|losses.avoided|2024-07|#case}。",
    "6月9日上午，一名外卖员走进派出所求助。民警查实后立即止付，保住{4.6万元|losses.avoided|2024-06-09|#case}。",
    "7月11日，民警从一辆轿车的后备箱里搜出银行卡{86张|cards.seized|2024-07-11|#case}。",
    "7月11日，电诈嫌疑人{136名|suspects.repatriated|2024-07-11|@OVERSEAS|#case}经磨憨口岸移交我方，一天之内全部押回。",
    // What is told of the whole beside it.
    "一位基层民警介绍，今年上半年，全市破获电诈案件{3600起|cases.solved|2024-01..2024-06}。",
    "反诈不让一名群众受骗。今年上半年，全市止付{6亿元|funds.stopped|2024-01..2024-06}。",
    "商户李女士告诉记者，宣传车天天来。今年上半年，举办反诈讲座{2600场|outreach.events|2024-01..2024-06}。",
    "今年5月，法院对陈某诈骗案宣判，追缴{320万元|funds.recovered|2024-05|#case}。今年上半年，审结同类案件{4600件|cases.handled|2024-01..2024-06}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});
