import { describe, test } from "vitest";
import { check } from "./check.ts";

const december = { published: "2023-12-20", area: "CN-JX" };

describe("a time in brackets beside its figure", () => {
  test.each([
    "11月，全省接报电诈警情{506起|cases.reported|2023-11|^mom:down:3.1:percent}，环比下降3.1%（10月为{522起|cases.reported|2023-10}），损失{3100万元|losses.incurred|2023-11}。\n被骗的人里，女性{280人|victims.count|2023-11}。",
    "今年前三季度，全省打掉团伙{120个|gangs.dismantled|2023-01..2023-09}（2022年全年{131个|gangs.dismantled|2022}），捣毁窝点{95处|dens.destroyed|2023-01..2023-09}。",
    "今年11月，全省止付资金{9000万元|funds.stopped|2023-11}（11月11日当天{400万元|funds.stopped|2023-11-11}），劝阻群众{2.2万人次|people.dissuaded|2023-11}。",
    "今年上半年，全省抓获电诈嫌疑人{3100名|suspects.captured|2023-01..2023-06}(二季度{1700名|suspects.captured|2023-04..2023-06})，刑拘{1200人|suspects.detained|2023-01..2023-06}。",
  ])("is of it alone: %s", (notation) => check(notation, december));

  test.each([
    "11月，全省冻结资金{7000万元|funds.frozen|2023-11|^mom:up:8.2:percent}，较上月（10月）上升8.2%，返还资金{900万元|funds.returned|2023-11}。",
  ])("is none where it names what is compared with: %s", (notation) => check(notation, december));

  test.each([
    "上周（12月4日至10日），全省接报电诈警情{88起|cases.reported|2023-12-04..2023-12-10}，劝阻{310人|people.dissuaded|2023-12-04..2023-12-10}。",
    "“平安”行动（2023年5月至10月）中，全省打掉团伙{66个|gangs.dismantled|2023-05..2023-10}。",
    "（2023年1至11月，全省破获电诈案件{1.2万起|cases.solved|2023-01..2023-11}，抓获嫌疑人{1.5万名|suspects.captured|2023-01..2023-11}。）",
  ])("holds where it says when what is told was: %s", (notation) => check(notation, december));
});

describe("months that follow each other", () => {
  test.each([
    "10、11两个月，全省共立电诈案{210起|cases.registered|2023-10..2023-11}，破案{96起|cases.solved|2023-10..2023-11}。",
    "8月、9月，全省反诈中心劝阻群众{2.3万人次|people.dissuaded|2023-08..2023-09}，止付资金{5100万元|funds.stopped|2023-08..2023-09}。",
    "开学前后的8月和9月，全省办反诈讲座{510场|outreach.events|2023-08..2023-09}。",
    "4月、5月、6月，全省共打掉团伙{31个|gangs.dismantled|2023-04..2023-06}。",
    "去年7、8月份，全省共接报电诈警情{960起|cases.reported|2022-07..2022-08}。",
  ])("are one stretch: %s", (notation) => check(notation, december));

  test.each([
    "8月、9月，全省分别立案{110起|cases.registered|2023-08}、{96起|cases.registered|2023-09}。",
    "3月、9月是高发期，3月立案{120起|cases.registered|2023-03}，9月立案{131起|cases.registered|2023-09}。",
  ])("are none where each has its own, and where others lie between: %s", (notation) => check(notation, december));
});

describe("a stretch that is parted by time", () => {
  test.each([
    "今年前三季度，全省立电诈案{2100起|cases.registered|2023-01..2023-09}。分季度看，一季度{800起|cases.registered|2023-01..2023-03}，二季度{700起|cases.registered|2023-04..2023-06}，三季度{600起|cases.registered|2023-07..2023-09}。分设区市看，南昌立案{500起|cases.registered|2023-01..2023-09|@360100}。\n打掉团伙{61个|gangs.dismantled|2023-01..2023-09}。",
    "2020年至2022年，全省法院审结电诈案件{5100件|cases.handled|2020-01..2022-12}。其中，2020年审结{1500件|cases.handled|2020}，2021年审结{1700件|cases.handled|2021}，2022年审结{1900件|cases.handled|2022}。\n判处罪犯{9000人|suspects.convicted|2020-01..2022-12}。",
    "2021年至今年11月，全省破获电诈案件{3.2万起|cases.solved|2021-01..2023-11}，2021年破案{1万起|cases.solved|2021}，2022年破案{1.1万起|cases.solved|2022}，今年前11个月破案{1.1万起|cases.solved|2023-01..2023-11}。抓获嫌疑人{4万名|suspects.captured|2021-01..2023-11}。",
    "今年上半年，全省接报电诈警情{3000起|cases.reported|2023-01..2023-06}。逐月看，5月接报{480起|cases.reported|2023-05}，6月接报{430起|cases.reported|2023-06}。止付资金{2亿元|funds.stopped|2023-01..2023-06}。",
  ])("goes on after its parts: %s", (notation) => check(notation, december));

  test.each([
    "今年上半年，全省接报电诈警情{3000起|cases.reported|2023-01..2023-06}。5月接报{480起|cases.reported|2023-05}，破案{190起|cases.solved|2023-05}。",
    "今年上半年，全省破案{900起|cases.solved|2023-01..2023-06}。分年度看，2021年破案{1600起|cases.solved|2021}，2022年{1700起|cases.solved|2022}。抓获嫌疑人{2000人|suspects.captured|2022}。",
    "今年一季度，全省立案{700起|cases.registered|2023-01..2023-03}。二季度，立案{600起|cases.registered|2023-04..2023-06}，破案{300起|cases.solved|2023-04..2023-06}。",
  ])("is none where they are no parts of it: %s", (notation) => check(notation, december));
});

describe("三年来", () => {
  test.each([
    "2021年至今年11月，全省破获电诈案件{3.1万起|cases.solved|2021-01..2023-11}。\n三年来，打掉团伙{910个|gangs.dismantled|2021-01..2023-11}。",
    "2018年1月至2022年10月，全省审结电诈案件{9100件|cases.handled|2018-01..2022-10}。五年间，判处罪犯{2万人|suspects.convicted|2018-01..2022-10}。",
    "2021年12月至今年11月，全省止付资金{30亿元|funds.stopped|2021-12..2023-11}。两年里，返还群众{4亿元|funds.returned|2021-12..2023-11}。",
  ])("is the stretch of as many years that the text names: %s", (notation) => check(notation, december));

  test.each([
    "2021年至今年11月，全省破获电诈案件{3.1万起|cases.solved|2021-01..2023-11}。两年来，打掉团伙{510个|gangs.dismantled|2021-12-21..2023-12-20}。",
    "近三年来，全省返还电诈资金{3.2亿元|funds.returned|2020-12-21..2023-12-20}。",
  ])("else goes up to the publication: %s", (notation) => check(notation, december));
});

describe("a law in force", () => {
  test.each([
    "条例自2022年5月1日施行以来，全省共惩戒{1200人|persons.disciplined|2022-05-01..2023-12-20}，行政处罚{800人|penalties.administrative|2022-05-01..2023-12-20}。",
    "《反电信网络诈骗法》于2022年12月1日起施行，截至今年11月，全省破获电诈案件{1.9万起|cases.solved|2022-12-01..2023-11-30}，起诉{6100人|suspects.prosecuted|2022-12-01..2023-11-30}。",
    "这部法律自2022年12月1日正式实施后，全省公安机关抓获电诈嫌疑人{2.1万名|suspects.captured|2022-12-01..2023-12-20}。",
  ])("opens a stretch where it is counted since then: %s", (notation) => check(notation, december));

  test.each([
    "《反电信网络诈骗法》自2022年12月1日起施行，对帮助实施诈骗的可以罚款。今年前11个月，全省行政处罚{900人|penalties.administrative|2023-01..2023-11}。",
    "新规定自2023年6月1日起施行。全省今年前11个月破获电诈案件{9000起|cases.solved|2023-01..2023-11}。",
  ])("is no time of figures where it only says so: %s", (notation) => check(notation, december));
});

describe("同一周 after a story", () => {
  test.each([
    "11月，全省接报电诈警情{800起|cases.reported|2023-11}。\n11月9日，做生意的钱某被骗{22万元|losses.incurred|2023-11-09|#case}。\n也有暖心的数字。同一个月，省反诈中心劝阻群众{8000人次|people.dissuaded|2023-11}，民警上门见面劝阻{900人次|people.dissuaded|2023-11}。",
    "上周（12月11日至17日），全省接报电诈警情{150起|cases.reported|2023-12-11..2023-12-17}。\n12月13日，市民孙某险些被骗走{9万元|losses.avoided|2023-12-13|#case}。\n同一周，全省银行堵截转账，挽回损失{210万元|funds.recovered|2023-12-11..2023-12-17}。",
    "三季度，全省立案{900起|cases.registered|2023-07..2023-09}。\n8月2日，教师何某被骗{6万元|losses.incurred|2023-08-02|#case}。\n同一时期，警方打掉团伙{31个|gangs.dismantled|2023-07..2023-09}。",
  ])("leaves it for the stretch that the text spoke of: %s", (notation) => check(notation, december));

  test.each([
    "三季度，全省立案{900起|cases.registered|2023-07..2023-09}。\n8月2日，教师何某被骗{6万元|losses.incurred|2023-08-02|#case}。\n同一天，何某又转出{3万元|losses.incurred|2023-08-02|#case}。",
    "11月9日，做生意的钱某被骗{22万元|losses.incurred|2023-11-09|#case}。\n民警很快把嫌疑人抓获，追回{8万元|funds.recovered|2023-11-09|#case}。",
  ])("stays within it where a day goes on: %s", (notation) => check(notation, december));
});

describe("what a text reports on from a day to a day", () => {
  test.each([
    "条例自2022年5月1日施行以来，截至今年11月，全省惩戒{1200人|persons.disciplined|2022-05-01..2023-11-30}。\n去年，全省立电诈案{9100起|cases.registered|2022}，抓获嫌疑人{8000名|suspects.captured|2022}。今年前11个月，立案{7000起|cases.registered|2023-01..2023-11}。\n通信部门关停涉诈号码{12万个|phones.blocked|2022-05-01..2023-11-30}。",
    "截至今年11月，全省共建成反诈中心{112个|centers.built|..2023-11-30}。\n去年，全省立电诈案{9100起|cases.registered|2022}。\n抓获嫌疑人{8000名|suspects.captured|2022}。",
  ])("goes on after single years, and a moment does not: %s", (notation) => check(notation, december));
});
