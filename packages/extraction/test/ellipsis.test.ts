import { describe, test } from "vitest";
import { check as checkWith } from "./check.ts";

const facts = { published: "2024-08-15", area: "CN-JX" };
const check = (notation: string): void => checkWith(notation, facts);
const half = "2024-01..2024-06";

describe("a figure that does not say what it counts", () => {
  test.each([
    `今年上半年，全省被骗群众{413人|victims.count|${half}}。其中男性{201人|victims.count|${half}}，女性{212人|victims.count|${half}}。`,
    `今年上半年，全省法院判处电诈罪犯{4120人|suspects.convicted|${half}}，其中在校学生{130人|suspects.convicted|${half}}，30岁以下的{2210人|suspects.convicted|${half}}。`,
    `今年上半年，全省学生被骗案件{96起|cases.reported|${half}}，从类型看，游戏交易{41起|cases.reported|${half}}居首，刷单{22起|cases.reported|${half}}次之。`,
    `今年上半年，全省关停涉诈号码{5.2万个|phones.blocked|${half}}：移动关停{2.9万个|phones.blocked|${half}}，联通{1.1万个|phones.blocked|${half}}。`,
    `今年上半年，全省受理电诈案件{4210件|cases.reported|${half}}，其中以假购物最多，计{1130件|cases.reported|${half}}，假交友{702件|cases.reported|${half}}。`,
    `今年上半年，全省法院审结知识产权案件{2.3万件|cases.handled|${half}|%}。审结案件中，著作权{1.1万件|cases.handled|${half}|%}，商标权{6200件|cases.handled|${half}|%}；其他{310件|cases.handled|${half}|%}。`,
    `今年上半年，全省立案查处侵犯知识产权案件{3120件|cases.registered|${half}|%}。立案案件里，食品安全类{1640件|cases.registered|${half}|%}，计量作弊类{88件|cases.registered|${half}|%}。`,
    `今年上半年，全省电诈立案{9200起|cases.registered|${half}}。\n三、被害人特征\n性别上，男性{4100人|victims.count|${half}}。年龄上，18至30岁{1900人|victims.count|${half}}。职业上，学生{620人|victims.count|${half}}、退休人员{410人|victims.count|${half}}。`,
    "2023年全省抓获嫌疑人{1420名|suspects.captured|2023}，2022年这个数字是{980名|suspects.captured|2022}。",
    "2023年全省破获电诈案件{910起|cases.solved|2023}，2022年是{760起|cases.solved|2022}，2021年只有{540起|cases.solved|2021}。",
  ])("%s", (notation) => check(notation));
});

describe("a figure of another matter beside one of the pack", () => {
  test.each([
    `今年上半年，全省发生火灾{680起|-|${half}|%}，住宅{310起|-|${half}|%}，厂房{42起|-|${half}|%}。`,
    `今年上半年，全省抓获嫌疑人{310名|suspects.captured|${half}}，表彰民警{42名|-|${half}}，抚恤家属{3人|-|${half}}。`,
    `今年上半年，全省办理侵犯知识产权案件{410件|cases.handled|${half}|%}。从地方看，南昌专利授权{3100件|-|${half}|%|@360100}。`,
    `今年上半年，全省刑拘{310人|suspects.detained|${half}}，报捕{220人|-|${half}}，批捕{190人|suspects.arrested|${half}}。`,
    `今年上半年，全省止付资金{3亿元|funds.stopped|${half}}，支付线索奖金{42万元|-|${half}}。`,
    `今年上半年，全省立案{620起|cases.registered|${half}}、破案{410起|cases.solved|${half}}。其中跨省{120起|-|${half}}。`,
  ])("%s", (notation) => check(notation));
});

describe("kinds of what was told", () => {
  const whole = "7月，全省受理网络诈骗案{2860件|cases.reported|2024-07}。";
  test.each([
    // What comes first stands before the mark.
    `${whole}受理案件中，以虚假投资最多，计{721件|cases.reported|2024-07}，冒充客服{593件|cases.reported|2024-07}。`,
    `${whole}从类型看，“领导借钱”类占比最高，达{640件|cases.reported|2024-07}；网购诈骗{512件|cases.reported|2024-07}次之。`,
    "7月，全省发案{312起|cases.reported|2024-07}。\n刷单返利居首，有{120起|cases.reported|2024-07}。",
    // Under 分别, each its own.
    "7月，全省发案{312起|cases.reported|2024-07}。从手法看，虚假购物、冒充熟人、裸聊敲诈分别有{74起|cases.reported|2024-07}、{39起|cases.reported|2024-07}和{28起|cases.reported|2024-07}。",
    "7月，全省发案{312起|cases.reported|2024-07}，其中单案损失百万元以上的案件{8起|cases.reported|2024-07}。",
    // What goes by a name of its own, of all that was reported.
    "7月，警方录得罪案{4120宗|cases.reported|2024-07}；电话诈骗案{284宗|cases.reported|2024-07}。",
  ])("%s", (text) => {
    check(text);
  });

  test.each([
    // Things of their own.
    "7月，法院审结诈骗案{310件|cases.handled|2024-07}。发明专利授权{1206件|-|2024-07}。",
    "7月，法院审结诈骗案{310件|cases.handled|2024-07}。月末，未结旧案{96件|-|2024-07}。",
    "7月，全省破获电诈案{310起|cases.solved|2024-07}，发生交通事故{96起|-|2024-07|%}。",
  ])("not %s", (text) => {
    check(text);
  });
});

describe("deeds whose words stand beside others", () => {
  test.each([
    // The head of a list says what its items count.
    `今年上半年，全省立案查处侵犯知识产权案件{3120件|cases.registered|${half}|%}，向公安机关移送线索{210件|-|${half}|%}。立案案件中，产品质量类{1640件|cases.registered|${half}|%}；价格类{88件|cases.registered|${half}|%}。`,
    // What the procurators had others do is no case of theirs.
    `今年上半年，全省检察机关对毒品犯罪监督公安机关立案{310件|-|${half}|%}、撤案{220件|-|${half}|%}。`,
    // Who was rescued is none of those who were sent.
    `今年上半年，全省消防队伍出动消防员{3.2万人次|officers.deployed|${half}|%}，从火场营救群众{410人|-|${half}|%}。`,
    // Lessons and what criminals moved.
    `今年上半年，全省民警进校园授课{4300场|outreach.events|${half}}，普法活动{310场|outreach.events|${half}}。`,
    `今年上半年，全省破获洗钱案件{31起|cases.solved|${half}}，查明转移资金{8600万元|cases.amount_involved|${half}}。`,
  ])("%s", (notation) => check(notation));
});

describe("places and people that a list goes on with", () => {
  test.each([
    // Counties by their short names, the most and the least of them after a mark.
    "7月，全省反诈通报：南昌县发案{121起|cases.reported|2024-07|@360121}，进贤县{108起|cases.reported|2024-07|@360124}；安义县最少，只有{46起|cases.reported|2024-07|@360123}。",
    // Who they are, of those that the clause before names.
    `今年上半年，全省被骗学生中，大一新生{702人|victims.count|${half}|^share::37.5:percent}，占37.5%；研究生{215人|victims.count|${half}}；教职工{64人|victims.count|${half}}。`,
    `今年上半年，诈骗案受害人里，30岁以下的有{411人|victims.count|${half}}。`,
    // Of two verbs on one figure the first one rules.
    `今年上半年，全省反诈中心累计挽回和避免损失{3470万元|funds.recovered|${half}}。`,
    `今年上半年，全省反诈中心避免损失{3470万元|losses.avoided|${half}}。`,
    // How often bodies were inspected.
    `今年上半年，全省反诈部门对营业网点暗访检查{1248家次|institutions.inspected|${half}}。`,
  ])("%s", (notation) => check(notation));
});
