import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-11-18", area: "370100" };

describe("sentences that point back to the day of a trial", () => {
  test.each([
    "10月15日，济南各法院对电诈案件进行集中宣判。\n法院分别以诈骗罪、掩饰隐瞒犯罪所得罪对{79名|suspects.convicted|2024-10-15}被告人定罪处罚。",
    "10月15日，济南法院集中公开宣判一批电诈案件。\n在判处的{79名|suspects.convicted|2024-10-15}被告人中，判处五年以上有期徒刑的{10人|suspects.convicted|2024-10-15}。",
    "10月15日，济南法院对一批电诈案件公开宣判。\n在宣判的案件中，涉案金额达{8亿元|cases.amount_involved|2024-10-15}。",
    // Another time ends it.
    "10月15日，济南法院集中宣判一批电诈案件。\n近年来，全市法院持续发力，判处电诈被告人{930人|suspects.convicted|-}。",
    "10月15日，济南法院集中宣判一批电诈案件。\n今年以来，全市法院审结电诈案件{930件|cases.handled|2024-01-01..2024-11-18}，判处罪犯{1200人|suspects.convicted|2024-01-01..2024-11-18}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("sentences that point back to the day of a raid", () => {
  test.each([
    "11月12日，济南警方开展集中收网行动，打掉诈骗团伙{3个|gangs.dismantled|2024-11-12|#case}。\n行动中，抓获嫌疑人{210名|suspects.captured|2024-11-12|#case}，捣毁窝点{8处|dens.destroyed|2024-11-12|#case}。",
    "11月12日，济南警方开展统一收网行动，抓获电诈嫌疑人{35名|suspects.captured|2024-11-12|#case}。\n据悉，收网行动中，捣毁窝点{8处|dens.destroyed|2024-11-12|#case}。",
    "济南警方17日发布消息称，16日，济南警方同步实施集中收网行动，打掉诈骗团伙{3个|gangs.dismantled|2024-11-16|#case}。\n此次行动中，冻结资金{300万元|funds.frozen|2024-11-16|#case}。",
    // A campaign is no raid.
    "11月12日，济南警方开展集中收网行动，抓获电诈嫌疑人{35名|suspects.captured|2024-11-12|#case}。\n专项行动中，全市捣毁窝点{80处|dens.destroyed|-}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("sentences that point back to the day of a meeting", () => {
  test.each([
    "11月5日，市公安局举行集中返还仪式。今年以来，返还资金{3200万元|funds.returned|2024-01-01..2024-11-18}。仪式上，受骗群众领取了{990.7万元|funds.returned|2024-11-05}返还资金。",
    "11月5日，市公安局召开返还大会。去年，全市返还资金{1.2亿元|funds.returned|2023}。在返还大会上，向群众返还{560万元|funds.returned|2024-11-05}。",
    "11月5日，济南举行资金返还仪式。\n现场集中返还被骗资金{560万元|funds.returned|2024-11-05}。",
    "11月5日，济南举行资金返还活动。\n活动现场，返还被骗资金{560万元|funds.returned|2024-11-05}。",
    "11月9日，记者从2024年度济南市资金集中返还暨先进表彰大会上获悉，2022年以来，全市发案数连续下降。\n在表彰大会上，济南公安向群众返还{1000万元|funds.returned|2024-11-09}涉诈资金。",
    // What a meeting hears of is no deed of its day.
    "11月5日，济南举行资金返还仪式。\n今年以来，全市返还电诈资金{3200万元|funds.returned|2024-01-01..2024-11-18}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("a paragraph that opens with a part of the statement before", () => {
  test.each([
    "11月17日，济南警方同步收网，打掉诈骗团伙{3个|gangs.dismantled|2024-11-17|#case}，抓获嫌疑人{301名|suspects.captured|2024-11-17|#case}。\n其中，在外省抓获嫌疑人{290名|suspects.captured|2024-11-17|#case}。",
    "今年1至9月，全市破获电诈案件{930起|cases.solved|2024-01..2024-09}。10月，破案{120起|cases.solved|2024-10}。\n其中，刷单诈骗案{30起|cases.solved|2024-10}。",
    "今年1至9月，全市破获电诈案件{930起|cases.solved|2024-01..2024-09}。\n其中，历下区破案{30起|cases.solved|2024-01..2024-09|@370102}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("starts that the sentence before gives", () => {
  test.each([
    "自7月5日以来，济南警方开展“利剑”等专项行动。据了解，此次专项行动开始以来，破获电诈案件{120起|cases.solved|2024-07-05..2024-11-18}。",
    "2022年9月，市政府成立联席会议，并于当年12月实施打击治理电信网络诈骗专项行动。该行动开展以来，全市破获电诈案件{930起|cases.solved|2022-12-01..2024-11-18}。",
    "今年3月，全市预警平台建成投用，截至10月，劝阻群众{6200人|people.dissuaded|2024-03-01..2024-10-31}，返还资金{810万元|funds.returned|2024-03-01..2024-10-31}。",
    "今年4月，我市反诈中心正式揭牌成立，截至10月底，止付资金{2.3亿元|funds.stopped|2024-04-01..2024-10-31}。",
    "今年截至10月下旬，全市止付资金{2.3亿元|funds.stopped|2024-01-01..2024-10-31}。",
    // A year is no start of a campaign.
    "今年以来，济南警方开展“利剑”专项行动。行动开展以来，破获电诈案件{120起|cases.solved|..2024-11-18}。",
    // The day of the case that a deed set out from.
    "济南警方以2024年3月2日赵某被骗案为突破口，捣毁窝点{2处|dens.destroyed|-|#case}。",
    "专班以2024年6月8日“钱某被诈骗案”为依托，抓获嫌疑人{49人|suspects.captured|-|#case}。",
    // A month after what goes on from a year before is of the report's year.
    "自2023年8月平台上线以来，全市劝阻群众{3万人|people.dissuaded|2023-08-01..2024-11-18}。9月中旬，全市接报电诈警情{90起|cases.reported|2024-09-11..2024-09-20}。",
    "2023年8月以来，全市劝阻群众{3万人|people.dissuaded|2023-08-01..2024-11-18}。10月，全市接报电诈警情{90起|cases.reported|2024-10}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("as many years as the text names", () => {
  test.each([
    "2019年至2023年，全市法院审结电诈案件{930件|cases.handled|2019-01..2023-12}。其中，2021年至2023年审结{610件|cases.handled|2021-01..2023-12}。五年来，挽回损失{2.1亿元|funds.recovered|2019-01..2023-12}。",
    "2020年至2023年，全市破案{930起|cases.solved|2020-01..2023-12}，2022年至2023年破案{510起|cases.solved|2022-01..2023-12}。四年来，抓获嫌疑人{2100名|suspects.captured|2020-01..2023-12}。",
    "2019年至2023年，全市破案{930起|cases.solved|2019-01..2023-12}。三年来，抓获嫌疑人{2100名|suspects.captured|2021-11-19..2024-11-18}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("people brought to the city of the own place", () => {
  test.each([
    "11月12日，最后一批{9名|suspects.captured|2024-11-12|#case}嫌疑人被济南历下警方押解回济南。",
    "10月3日，专案组将{12名|suspects.captured|2024-10-03|#case}嫌疑人从外省押回济南。",
    "10月3日，{12名|suspects.captured|2024-10-03|@370200|#case}嫌疑人被押回青岛。",
  ])("%s", (text) => {
    check(text, { published: "2024-11-18", area: "370102" });
  });
});

describe("months that are told in their last days", () => {
  test.each([
    ["今年1至5月，全市破案{930起|cases.solved|2024-01..2024-05}。", "2024-05-30"],
    ["5月，全市破案{93起|cases.solved|2024-05}。", "2024-05-29"],
    ["2024年，全市破案{930起|cases.solved|2024}，全年劝阻群众{1027人|people.dissuaded|2024}。", "2024-12-27"],
    // Days before, the report can tell of no more than has been.
    ["今年1至5月，全市破案{930起|cases.solved|2024-01-01..2024-05-20}。", "2024-05-20"],
    ["今年以来，全市破案{930起|cases.solved|2024-01-01..2024-05-30}。", "2024-05-30"],
    ["截至5月，全市破案{930起|cases.solved|..2024-05-30}。", "2024-05-30"],
  ])("%s told on %s", (text, published) => {
    check(text, { published, area: "370100" });
  });
});

describe("a year that a later one builds on", () => {
  test.each([
    "今年1至9月，全市电诈发案在去年下降的基础上，仍下降{=12.5%|cases.reported|2024-01..2024-09|^other:down:12.5:percent}。",
    "今年以来，截至9月，全市在去年电诈发案下降{=36.75%|cases.reported|2023|^other:down:36.75:percent}的基础上，电诈警情同比下降{=12.5%|cases.reported|2024-01..2024-09|^yoy:down:12.5:percent}。",
    "2024年1至9月，我市在2023年劝阻{1.2万人|people.dissuaded|2023}的基础上，又劝阻群众{9000人|people.dissuaded|2024-01..2024-09}。",
    "去年，全市破获电诈案件{930起|cases.solved|2023}。在此基础上，今年以来破案{1200起|cases.solved|2024-01-01..2024-11-18}。",
    "今年1至9月，济南破获电诈案件{930起|cases.solved|2024-01..2024-09|^share::1.5:percent}，占中国全国破案数的1.5%，劝阻群众{6万人|people.dissuaded|2024-01..2024-09}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});
