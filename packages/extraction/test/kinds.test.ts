import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { check } from "./check.ts";
import { articleOf, pack, parseNotation } from "./notation.ts";

const facts = { published: "2024-07-05", area: "CN-JX" };

const unitOf = (text: string): (string | undefined)[] =>
  extract(articleOf(text, { published: "2024-08-15", area: "CN-JX" }), pack).observations.map(
    ({ quantity }) => quantity?.unit,
  );

describe("what a figure counts without saying it again", () => {
  test.each([
    // Kinds of what the figure before counts.
    "2023年，全省刷单返利类警情{706起|cases.reported|2023}，虚假购物服务类{433起|cases.reported|2023}，冒充客服类{259起|cases.reported|2023}。",
    // The same over another time.
    "2023年，推送预警线索{62.4万条|warnings.issued|2023}，月均{5.2万条|warnings.issued|2023}。",
    // What stands before 由.
    "6月，全省电诈警情由5月的1360起降至{1170起|cases.reported|2024-06|^from-to:down:1360:case}。",
    // Places of a list that names once what it counts.
    "6月，思明区警情{41起|cases.reported|2024-06|@350203}，湖里区{38起|cases.reported|2024-06|@350206}，翔安区不足{10起|cases.reported|2024-06|@350213|~max}。",
    // Each goes to the level that counts the same.
    "2023年，全省破获电诈案件{441起|cases.solved|2023|^yoy:up:37:percent}，抓获嫌疑人{690名|suspects.captured|2023|^yoy:up:91:percent}，破案数、抓获数同比分别上升37%和91%。",
    // What is counted stands before 依次.
    "6月，九江市、赣州市警情依次为{112起|cases.reported|2024-06|@360400}、{87起|cases.reported|2024-06|@360700}。",
    // Parts of people, by what they do.
    "6月，民警逮了{43个|suspects.captured|2024-06}帮骗子跑腿的，其中“车手”{19个|suspects.captured|2024-06}、“卡农”{24个|suspects.captured|2024-06}。",
    "6月，起诉电诈嫌疑人{310人|suspects.prosecuted|2024-06}，其中30岁以下{120余人|suspects.prosecuted|2024-06|~min}。",
    // A part of what the sentence before counts.
    "2023年，全省破获涉诈案件{4500起|cases.solved|2023}。其中，冒充公检法案件{166起|cases.solved|2023}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("times that are told apart", () => {
  test.each([
    // A campaign whose start the sentence before tells.
    "4月20日，省里启动“清网”反诈行动。行动开展以来，全省捣毁窝点{46个|dens.destroyed|2024-04-20..2024-07-05}。",
    "2021年至2023年，全省判处电诈罪犯{960人|suspects.convicted|2021-01..2023-12}。三年间，追缴赃款{1.3亿元|funds.recovered|2021-01..2023-12}。",
    "6月，全省电诈发案{386起|cases.reported|2024-06|^yoy:down:19.8:percent|^mom:down:6.3:percent}，同比、环比分别下降19.8%和6.3%。",
    "上个月，全省接报电诈警情{541起|cases.reported|2024-06}。",
    "今年以来到5月底，全省劝阻{541人|people.dissuaded|2024-01..2024-05}。",
    "反诈要闻\n前五月电诈破案{74起|cases.solved|2024-01..2024-05}",
    // The time of an old level is none of what follows.
    "6月，涉诈电话卡由5月的190张降至{160张|-|2024-06|^from-to:down:190:item}，抓获嫌疑人{54人|suspects.captured|2024-06}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("changes of several kinds", () => {
  test.each([
    "6月，全省接报电诈警情{870起|cases.reported|2024-06|^mom:down:14.7:percent|^yoy:down:31:percent}，比5月少了14.7%，跟去年6月比更是少了31%。",
    "6月，全省下发反诈预警线索{960条|warnings.issued|2024-06|^mom:up:100:percent}，环比翻了一番。",
    "6月，全省电诈警情{970起|cases.reported|2024-06|^mom:down:21.1:percent|^yoy:down:63.4:percent}，环比、同比各降21.1%、63.4%。",
    // 按年, of Hong Kong papers.
    "首季，警方录得电话骗案{3213宗|cases.reported|2024-01..2024-03|^yoy:up:17.8:percent}，按年升17.8%。",
    // The old level counts what the new one does.
    "6月，全省电诈立案数由上月的188件升至{212件|cases.registered|2024-06|^from-to:up:188:case}。",
    // A change of an amount is none of the people before it.
    "6月，全省判处电诈罪犯{127人|suspects.convicted|2024-06|^yoy:up:8.9:percent}，同比上升8.9%，罚金数额同比增长{=22%|-|2024-06|^yoy:up:22:percent}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("plain talk", () => {
  test.each([
    "今年1到6月，县里冻住的骗款有{1.1亿多元|funds.frozen|2024-01..2024-06|~min}，退到受害人手里的有{870余万元|funds.returned|2024-01..2024-06|~min}。",
    "6月，民警叫停的转账加起来{1630余万元|funds.stopped|2024-06|~min}，拦下诈骗短信{200万条|sms.blocked|2024-06}。",
    "今年上半年，各村办了{1900多场|outreach.events|2024-01..2024-06|~min}反诈夜话，散出去的明白纸有{65万份|outreach.materials|2024-01..2024-06}。",
    "7月2日，民警端掉一个跑分窝点，当场抓获{9人|suspects.captured|2024-07-02|#case}，收走银行卡{37张|cards.seized|2024-07-02|#case}。",
    "6月，全镇拦住的汇款有{三十来万元|funds.stopped|2024-06|~approx}，抓着骗子{八十来人|suspects.captured|2024-06|~approx}，追回来的赃款{117万块|funds.recovered|2024-06}。",
    "今年首季，警方拘捕骗子{95人|suspects.captured|2024-01..2024-03}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("money", () => {
  test.each([
    ["CN-TW", "去年，诈骗财损达新台币{76亿元|losses.incurred|2023}，另追回{3亿元|funds.recovered|2023}。", "TWD TWD"],
    ["CN-TW", "去年，诈骗财损达人民币{76亿元|losses.incurred|2023}。", "CNY"],
    ["CN-HK", "去年，电话骗案损失{5.1亿元|losses.incurred|2023}。", "HKD"],
    ["CN-MO", "去年，电话骗案损失{5100万元|losses.incurred|2023}。", "MOP"],
    ["CN", "去年，当地电话骗案损失{3.2亿新元|losses.incurred|2023}。", "SGD"],
    ["CN", "去年，涉案{1200万泰铢|cases.amount_involved|2023}。", "THB"],
    ["CN", "去年，涉案澳门元{5100万|cases.amount_involved|2023}。", "MOP"],
    ["CN-JX", "去年，全省追回赃款超新台币{3亿元|funds.recovered|2023|~min}、{2亿元|funds.recovered|2023}。", "TWD CNY"],
  ])("of %s: %s", (area, notation, units) => {
    const given = { published: "2024-07-05", area };
    check(notation, given);
    const { observations } = extract(articleOf(parseNotation(notation, area).text, given), pack);
    expect(observations.map(({ quantity }) => quantity?.unit).join(" ")).toBe(units);
  });
});

describe("measures of other matters", () => {
  test.each([
    // The level takes the change that follows it, whatever its unit.
    "2023年，优良天数比率为{81.1%|-|2023|%|^yoy:down:1.3:pp}，同比下降1.3个百分点；细颗粒物平均浓度{29.8微克/立方米|-|2023|%|^yoy:up:6.4:percent}，同比上升6.4%。",
    "2023年，全省误报率{万分之三|-|2023|%|^yoy:down:20.5:percent}，同比下降百分之二十点五。",
    // How far apart two places are.
    "2023年，破案率{71.4%|cases.solve_rate|2023|%|^other:up:6.2:pp}，高出全国平均水平6.2个百分点。",
    // Rates of a list that names the rate once.
    "2023年，餐饮食品抽检合格率{96.7%|-|2023|%}，肉制品{98.9%|-|2023|%}，糕点{97.4%|-|2023|%}。",
    // Days that are counted or averaged.
    "2023年，优良天数{296天|-|2023|%}。",
    "2023年，审批平均用时由上年的21天压缩为{13天|-|2023|%|^from-to:down:21:day}，口岸通关时间从40.5小时缩短至{31.5小时|-|2023|%|^from-to:down:40.5:other}。",
    // How long is no measure.
    "2023年，民警24小时值守，3天内回访，查获侵权皮鞋{1.3万双|-|2023|%}。",
    // A level that is none of the pack's, by its name.
    "2023年，全省火灾{310起|-|2023|%|^yoy:down:12.3:percent}，直接财产损失{1.2亿元|losses.incurred|2023|%|^yoy:down:6.8:percent}，火灾起数和财产损失同比分别下降12.3%、6.8%。",
    // Deaths by a shorter word.
    "2023年，全省火灾{310起|-|2023|%|^yoy:down:12.3:percent}，造成{8人|-|2023|%|^yoy:down:10:percent}死亡，火灾起数、亡人数同比分别下降12.3%、10%。",
  ])("%s", (text) => {
    check(text.replace(/^/u, "全年数据一览\n"), facts);
  });
});

describe("件 of matters and 件 of things", () => {
  test.each([
    ["2023年，消协受理投诉4.2万件；其中食品类9100件、家居类7300件。", ["case", "case", "case"]],
    ["2023年，全省取缔酒驾1.2万件，查扣假冒商品8600件。", ["case", "item"]],
    ["2023年，热线接到扰民举报3.1万件。全年授权发明专利1.2万件，商标注册8.1万件。", ["case", "item", "item"]],
    ["2023年，全省住宅火灾4120件，电气因素1510件居首，下架广告6.4万件。", ["case", "case", "item"]],
    ["2023年，海关查获侵权货物12万件，其中运动鞋3.2万件。", ["item", "item"]],
  ])("%s", (text, units) => {
    expect(unitOf(text)).toEqual(units);
  });
});

test("a rate of what was done is no deed for the figures after it", () => {
  check("2023年，消协受理食品投诉{4.2万件|-|2023|%}，办结率{98%|-|2023|%}；其中家居类{7300件|-|2023|%}。", {
    published: "2024-08-15",
    area: "CN-JX",
  });
});
