import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-08-15", area: "CN-JX" };
const half = "2024-01..2024-06";

describe("words of one class", () => {
  test.each([
    // A deed known of one object is done to any other of its kind, and its count is named after it.
    `今年上半年，全省拦阻涉诈来电{210万次|calls.blocked|${half}}，阻断汇款{3100万元|funds.stopped|${half}}。`,
    `今年上半年，电诈案件告破数为{540起|cases.solved|${half}}，嫌疑人擒获数为{320名|suspects.captured|${half}}。`,
    `今年上半年，追回退还金额{3600万元|funds.recovered|${half}}，圈存总额{1.2亿元|funds.frozen|${half}}。`,
    `今年上半年，全省端掉黑窝{62处|dens.destroyed|${half}}，停掉卡号{5.1万个|phones.blocked|${half}}。`,
    `今年上半年，电诈案件涉案赃款高达{3.2亿元|cases.amount_involved|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("what was not done, or taken back", () => {
  test.each([
    `今年上半年，全省冻结涉诈账户{8600个|accounts.blocked|${half}}，解除误冻结{310个|-|${half}}。`,
    `今年上半年，全省起诉电诈嫌疑人{2600人|suspects.prosecuted|${half}}，不起诉{120人|-|${half}}。`,
    `今年上半年，全省立案电诈案件{860件|cases.registered|${half}}，向公安机关移送案件{46件|-|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("the parts under a heading that names the whole", () => {
  test.each([
    `今年上半年反诈情况\n谁在上当受骗\n女性{138人|victims.count|${half}}，男性{125人|victims.count|${half}}；60岁以上的有{37人|victims.count|${half}}。`,
    `今年上半年反诈情况\n被刑拘人员中——\n男性{212人|suspects.detained|${half}}，在校学生{18人|suspects.detained|${half}}。`,
    `今年上半年，全省有{143个人|victims.count|${half}}被骗，涉及个人账户{36个|-|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("the next offence under one deed", () => {
  test.each([
    `今年上半年，全省警方查处赌博{1.2万起|cases.handled|${half}|%}、盗窃{860起|cases.handled|${half}|%}。`,
    `今年上半年，全省交警查处酒驾{1.2万起|-|${half}|%}、醉驾{860起|-|${half}|%}。`,
    `今年上半年，全省法院审结盗窃案件{620件|cases.handled|${half}|%}、诈骗案件{410件|cases.handled|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

test("money of Macao", () => {
  check(`今年上半年，诈骗案损失{6000万澳门元|losses.incurred|${half}}。`, facts);
});

describe("deeds one after another", () => {
  test.each([
    `今年上半年，全省抓获并移送起诉电诈嫌疑人{760名|suspects.captured|${half}}。`,
    `今年上半年，全省移送起诉电诈嫌疑人{760名|suspects.prosecuted|${half}}。`,
    `今年上半年，全省刑拘、批准逮捕电诈嫌疑人{310名|suspects.detained|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("lines of a name and a figure", () => {
  test.each([
    `本周警情\n今年上半年，发案{63起|cases.reported|${half}}。\n刷单返利：{19起|cases.reported|${half}}\n冒充单位领导：{11起|cases.reported|${half}}`,
    `检察之窗\n今年上半年，起诉电诈犯罪{520人|suspects.prosecuted|${half}}。\n被起诉人员中——\n男性　{332人|suspects.prosecuted|${half}}\n在校学生　{14人|suspects.prosecuted|${half}}`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("parts that go on", () => {
  test.each([
    `今年上半年，全省破获假冒商标案件{310起|cases.solved|${half}|%}。从品类看，白酒{120起|cases.solved|${half}|%}、箱包{81起|cases.solved|${half}|%}、化肥{36起|cases.solved|${half}|%}。`,
    `今年上半年，全省立案公益诉讼案件{840件|cases.registered|${half}|%}，其中生态保护领域{315件|cases.registered|${half}|%}、食品安全领域{122件|cases.registered|${half}|%}。`,
    `今年上半年，受害人共{920人|victims.count|${half}}。职业上，个体户{180人|victims.count|${half}}、务农人员{96人|victims.count|${half}}、学生{68人|victims.count|${half}}。`,
    // Deeds and things of their own end them.
    `今年上半年，全省破获电诈案件{310起|cases.solved|${half}}，其中刷单类{120起|cases.solved|${half}}、民警走访群众{8100人|outreach.people|${half}}。`,
    `今年上半年，全省破获电诈案件{310起|cases.solved|${half}}。从后果看，一人重伤的事故{3起|-|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("changes by arrows, against the week before, and after a reason", () => {
  test.each([
    `今年上半年，全省电诈破案{1.8万起|cases.solved|${half}|^yoy:up:14.8:percent}，同比↑14.8%；抓获{2.3万人|suspects.captured|${half}|^yoy:down:2.1:percent}，同比↓2.1%。`,
    `7月，全省电诈发案{116起|cases.reported|2024-07|^mom:down:12.4:percent}，比前一个月下降12.4%。`,
    `今年上半年，全省立案电诈案件{860起|cases.registered|${half}|^yoy:down:46.2:percent}，因专项行动见效而按年下跌46.2%。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("an object that the pack does not know, in a unit of more than one thing", () => {
  test.each([
    `今年上半年，全市窗口单位办理退货{2.1万件|-|${half}}，组织抽血检测{1.3万人次|-|${half}}。`,
    `今年上半年，全市法院办理盗窃{2100件|cases.handled|${half}|%}，审结离婚纠纷{860件|cases.handled|${half}|%}。`,
    `今年上半年，营业厅劝阻异常办卡{1.3万人次|people.dissuaded|${half}}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("what was done to an institution, and a deed right before its figure", () => {
  test.each([
    `今年上半年，全省检查网点{860家|institutions.inspected|${half}}，处罚违规网点{36家|penalties.administrative|${half}}。`,
    `今年上半年，全市公安机关立电诈案{1320件|cases.registered|${half}}，已破{620件|cases.solved|${half}}。`,
    `今年上半年，全省有{1.2万人|victims.count|${half}}遭遇电信网络诈骗。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});
