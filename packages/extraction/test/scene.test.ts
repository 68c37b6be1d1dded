import { describe, test } from "vitest";
import { check } from "./check.ts";

const december = { published: "2023-12-20", area: "CN-JX" };
const october = { published: "2023-10-12", area: "CN-JX" };

describe("a place within the own territory", () => {
  test.each([
    "今年前三季度，全省查获GOIP设备{310台|devices.seized|2023-01..2023-09}。9月11日，公司技术人员与大余县公安局在一处出租屋查获GOIP设备{6台|devices.seized|2023-09-11|@360723|#case}，当场控制{3人|suspects.captured|2023-09-11|@360723|#case}。",
    "今年前三季度，全省破获电诈案件{7100起|cases.solved|2023-01..2023-09}。4月23日，婺源一位茶农被骗{7.3万元|losses.incurred|2023-04-23|@361130|#case}。",
    "今年前三季度，全省破获电诈案件{7100起|cases.solved|2023-01..2023-09}。5月28日，技术团队协助赣州警方锁定一个藏在烂尾楼的窝点，缴获设备{14台|devices.seized|2023-05-28|@360700|#case}。",
    "南昌一位社区民警爱敲门，今年以来，他所在的南昌市青云谱区见面劝阻{1.8万人次|people.dissuaded|2023-01-01..2023-10-12|@360104}。",
    "前三季度，全省破获电诈案件{7100起|cases.solved|2023-01..2023-09}。\n余干怎么样了？同一时段，该县籍电诈嫌疑人被外地警方抓获{76人|suspects.captured|2023-01..2023-09|@361127}。",
    "德安是整治的重点地区。今年前9个月，该县立电诈案{120起|cases.registered|2023-01..2023-09|@360426}。",
  ])("is where one case was, or what the text turns to: %s", (notation) => check(notation, october));

  test.each([
    "5月28日，南昌警方在赣州抓获一名电诈嫌疑人，缴获手机{14部|devices.seized|2023-05-28|@360100|#case}。",
    "今年前三季度，全省抓获电诈嫌疑人{5000名|suspects.captured|2023-01..2023-09}。在赣州召开的会议上，省厅通报，全省打掉团伙{310个|gangs.dismantled|2023-01..2023-09}。",
    "5月28日，民警赴赣州抓获一名电诈嫌疑人，扣押手机{14部|devices.seized|2023-05-28|#case}。",
  ])("is not where it was gone to, met in or acted from: %s", (notation) => check(notation, october));
});

describe("what is sent abroad and brought from there", () => {
  test.each([
    "今年以来，江西警方派出工作组{31批|operations.overseas|2023-01-01..2023-12-20|@OVERSEAS}，从柬埔寨、老挝等地押解电诈嫌疑人{863名|suspects.repatriated|2023-01-01..2023-12-20|@OVERSEAS}。",
    "今年以来，江西警方先后向柬埔寨、老挝等{5个国家|countries.covered|2023-01-01..2023-12-20|@OVERSEAS}派出工作组{19个|operations.overseas|2023-01-01..2023-12-20|@OVERSEAS}。",
    "今年以来，江西警方派遣工作组{12批|operations.overseas|2023-01-01..2023-12-20|@OVERSEAS}，赴缅甸带回电诈嫌疑人{91名|suspects.repatriated|2023-01-01..2023-12-20|@OVERSEAS}。",
    "今年以来，江西警方派出工作组{31批|-|2023-01-01..2023-12-20}，到各县督导。",
    "今年以来，江西警方从贵州抓获电诈嫌疑人{63名|suspects.captured|2023-01-01..2023-12-20}。",
    "今年以来，省检察院讲授反诈法治课{310场|outreach.events|2023-01-01..2023-12-20}，放映反诈电影{96场|outreach.events|2023-01-01..2023-12-20}。",
  ])("is told by the places that are named: %s", (notation) => check(notation, december));
});

describe("what one person was about to do, and what happened at an hour", () => {
  const province = { published: "2024-11-20", area: "CN-HN" };
  test.each([
    "10月9日，家住浏阳的陈先生被骗走{18万元|losses.incurred|2024-10-09|@430181|#case}，民警追回其中的{6万元|funds.recovered|2024-10-09|@430181|#case}。",
    "11月17日，宁乡支行柜员拦住一名老人，保住了老人的{32万元|losses.avoided|2024-11-17|@430182|#case}养老钱。",
    "10月4日傍晚，京港澳高速汨罗段三车相撞，{5人|-|2024-10-04|@430681|#case}受轻伤。",
    "5月，巴图差点把{15万元|losses.avoided|2024-05|#case}“保证金”打过去，被民警拦住。",
    "3月31日，会同县一村民烧纸引燃枯草，过火面积约{40亩|-|2024-03-31|@431225|#case|~approx}。",
    "8月，汨罗市检察院对一起“荐股”诈骗案提起公诉，被告人{83人|suspects.prosecuted|2024-08|@430681|#case}。",
  ])("%s", (text) => {
    check(text, province);
  });

  test.each([
    // An hour of a whole territory, and a sum of many people.
    "10月4日晚，全省交警查处酒驾{320起|-|2024-10-04|%}。",
    "去年，全省民警拦下群众正要汇出的{3.1亿元|funds.stopped|2023}。",
  ])("but: %s", (text) => {
    check(text, province);
  });
});
