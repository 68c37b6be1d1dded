import { describe, test } from "vitest";
import { check as checkWith } from "./check.ts";

const facts = { published: "2024-08-15", area: "CN-JX" };
const check = (notation: string): void => checkWith(notation, facts);
const half = "2024-01..2024-06";

describe("verbs with any complement, before and after what they count", () => {
  test.each([
    `今年上半年，全省拦了下来{1.2亿元|funds.stopped|${half}}，追了回来{4200万元|funds.recovered|${half}}。`,
    `今年上半年，全省揪出“内鬼”{12人|suspects.captured|${half}}，扫掉窝点{9处|dens.destroyed|${half}}，冻上资金{3亿元|funds.frozen|${half}}。`,
    `今年上半年，全省{210个|gangs.dismantled|${half}}诈骗团伙被连根拔起。`,
    `今年上半年，全省民警叫停正在转账的群众{320人|people.dissuaded|${half}}，群众少损失{430万元|losses.avoided|${half}}。`,
    `今年上半年，全省规劝投案{83名|suspects.surrendered|${half}}。`,
    `今年上半年，全省警方检获银行卡{34张|cards.seized|${half}}，圈存金额{3.2亿元|funds.frozen|${half}}。`,
    `今年上半年，全省破案总量{410起|cases.solved|${half}}，抓获总数{520人|suspects.captured|${half}}。`,
  ])("%s", (notation) => check(notation));

  test.each([
    "2023年，全省从三个国家押回诈骗嫌疑人{540名|suspects.repatriated|2023|@OVERSEAS}。",
    "2023年，全省从外省押回诈骗嫌疑人{540名|suspects.captured|2023}。",
    `今年上半年，全省被骗金额{2.3亿元|losses.incurred|${half}}，人均被骗{4.1万元|-|${half}}。`,
    `今年上半年，避免受骗的群众有{560多万人|people.protected|${half}|~min}，被骗群众{310人|victims.count|${half}}。`,
  ])("%s", (notation) => check(notation));
});

describe("changes told one after another, or in the clause after", () => {
  const down = "^yoy:down:30.3:percent";
  test.each([
    `2024年6月，全省发案{152起|cases.reported|2024-06|^mom:down:18.7:percent|${down}}，环比下降18.7%、同比下降30.3%。`,
    `今年上半年，全省发案数、损失数同比双双下降，降幅分别为{=24.6%|cases.reported|${half}|^yoy:down:24.6:percent}和{=33.9%|losses.incurred|${half}|^yoy:down:33.9:percent}。`,
    `今年上半年，全省立案数、破案数同比一降一升，分别下降{=24.6%|cases.registered|${half}|^yoy:down:24.6:percent}、上升{=33.9%|cases.solved|${half}|^yoy:up:33.9:percent}。`,
    `与去年同期相比，今年上半年全省发案下降{=20%|cases.reported|${half}|^yoy:down:20:percent}，破案上升{=11%|cases.solved|${half}|^yoy:up:11:percent}。`,
    `今年上半年，全省出口{150亿元|-|${half}|^yoy:up:6:percent}，同比增长6%；进口{60亿元|-|${half}|^yoy:down:2:percent}，下降2%。`,
    `今年上半年，全省发案{1320起|cases.reported|${half}|^yoy:down:300:case}，同比减少300起；损失{8600万元|losses.incurred|${half}|^yoy:down:21000000:CNY}，减少2100万元。`,
    `今年上半年，全省挽回损失{8600万元|funds.recovered|${half}}，减少损失{2100万元|losses.avoided|${half}}。`,
    `今年上半年，全省立案{300起|cases.registered|${half}|^share::30:percent}、破案{200起|cases.solved|${half}|^share::60:percent}，占全国的比重依次为30%和60%。`,
    `今年上半年，全省图书馆接待读者{186万人次|-|${half}|^yoy:down:38.4:percent}，受闭馆影响同比下降38.4%。`,
  ])("%s", (notation) => check(notation));
});

describe("a verb that tells the unit", () => {
  test.each([
    `今年上半年，全省追回{210来万|funds.recovered|${half}|~approx}，抓了{1.2万|suspects.captured|${half}}。`,
    `今年上半年，全省罪案{2.1万宗|-|${half}}；诈骗案{1.02万宗|cases.reported|${half}}。`,
  ])("%s", (notation) => check(notation));
});

describe("what an article on other matters counts", () => {
  const title = "省图书馆公布半年服务情况\n";
  test.each([
    `${title}今年上半年，全省图书馆举办讲座{120场|-|${half}|%}，听众{3.1万人次|-|${half}|%}。`,
    `省消防总队公布半年数据\n今年上半年，全省消防救援队伍接警出动{3200起|-|${half}|%}。`,
  ])("%s", (notation) => check(notation));
});

describe("what an office does beside cases", () => {
  test.each([
    // A file that is opened is a case registered; what is handed to the police is none of the police's own.
    `今年上半年，全省查办食品安全领域问题，立案查处{310件|cases.registered|${half}|%}，移送公安机关{17件|-|${half}|%}。`,
    `今年上半年，全省移送涉嫌污染环境案件{12件|-|${half}|%}，罚没款{620万元|-|${half}|%}。`,
    `今年上半年，全省公安机关移送审查起诉电诈嫌疑人{920人|suspects.prosecuted|${half}}。`,
    // Penalties are counted by the decision and by whom they fall on as well.
    `今年上半年，全省通信管理部门作出行政处罚{36起|penalties.administrative|${half}}，约谈企业{9家|-|${half}}。`,
    `今年上半年，全省对{14家|penalties.administrative|${half}}违规开卡的网点作出行政处罚。`,
    `今年上半年，全省对涉诈人员处以行政处罚{410人次|penalties.administrative|${half}}。`,
    // How far an inspection reached.
    `今年上半年，全省开展反诈专项检查{5批次|inspections.held|${half}}，覆盖网点{310家|institutions.inspected|${half}}。`,
    `今年上半年，全省反诈部门组织{3轮|inspections.held|${half}}联合检查，涵盖寄递企业{88家|institutions.inspected|${half}}。`,
    `今年上半年，全省反诈宣传覆盖企业{310家|-|${half}}。`,
    // Who was taken into custody of those caught.
    `今年上半年，全省抓获诈骗嫌疑人{85人|suspects.captured|${half}}，其中{23人|suspects.detained|${half}}被羁押。`,
    // A line is closed, a site is barred.
    `今年上半年，全省联合运营商封锁涉诈号码{4100余个|phones.blocked|${half}|~min}、诈骗网站{1.9万个|sites.blocked|${half}}。`,
    `今年上半年，全省破获诈骗机房{8处|dens.destroyed|${half}}，清理涉诈互联网账号{36万个|accounts.blocked|${half}}。`,
    `今年上半年，全省防骗讲座吸引市民参加{2.1万人次|outreach.people|${half}}。`,
  ])("%s", (notation) => check(notation));

  test("reads the damage of a fire as losses of another matter", () => {
    check(
      `省消防总队公布半年数据\n今年上半年，全省发生火灾{3100起|-|${half}|%}，直接财产损失{1.2亿元|losses.incurred|${half}|%}。`,
    );
    check(`今年上半年，全省电诈案件造成财产损失{1.2亿元|losses.incurred|${half}}。`);
  });
});

describe("a level that comes after its change", () => {
  test.each([
    `今年上半年，全省反诈破案率同比提高3.1个百分点，达{48.6%|cases.solve_rate|${half}|^yoy:up:3.1:pp}。`,
    `今年上半年，全省电诈发案同比下降20%，为{3120起|cases.reported|${half}|^yoy:down:20:percent}。`,
    `今年上半年，全省食品抽检合格率较上年提高0.2个百分点，达到{98.7%|-|${half}|^yoy:up:0.2:pp|%}。`,
    `今年上半年，全省被骗损失同比下降两成，降至{2.1亿元|losses.incurred|${half}|^yoy:down:20:percent}。`,
    `今年上半年，全省电诈立案数同比减少300起，降至{2900起|cases.registered|${half}|^yoy:down:300:case}。`,
    `今年上半年，全省电诈立案数环比下降3%、同比下降20%，降至{2900起|cases.registered|${half}|^mom:down:3:percent|^yoy:down:20:percent}。`,
    // What has words of its own is another statement.
    `今年上半年，全省电诈发案同比下降{=20%|cases.reported|${half}|^yoy:down:20:percent}，破案{1200起|cases.solved|${half}}。`,
    `今年上半年，全省立案数同比下降{=20%|cases.registered|${half}|^yoy:down:20:percent}，损失数同比下降12%，降至{2.1亿元|losses.incurred|${half}|^yoy:down:12:percent}。`,
  ])("%s", (notation) => check(notation));
});

describe("what is said of those that are counted", () => {
  test.each([
    // A clause that names them has the deed.
    `今年上半年，全省检察机关起诉电诈嫌疑人{184人|suspects.prosecuted|${half}}，批捕{63人|suspects.arrested|${half}}。被起诉人员中，在校学生{17人|suspects.prosecuted|${half}}，无业人员{96人|suspects.prosecuted|${half}}。`,
    `今年上半年，落网诈骗嫌疑人中，未成年人{12人|suspects.captured|${half}}。`,
    `今年上半年，判处的电诈罪犯里，主犯{31人|suspects.ringleaders|${half}}。`,
    // A number in words after its noun counts; before it, it may tell a story.
    `今年上半年，全省打掉跑分团伙{五个|gangs.dismantled|${half}}，抓获嫌疑人{九名|suspects.captured|${half}}，捣毁窝点{三处|dens.destroyed|${half}}。`,
    "王某加了两个群，跟三名客服聊过。",
    "6月，法院判决，{二十三名|suspects.convicted|2024-06}被告人全部被判处有期徒刑。",
    "诈骗数额特别巨大的，处十年以上有期徒刑；三名以上共犯从重。",
    // Who is charged.
    "6月，检察院对一起网络诈骗案提起公诉，指控被告人{17名|suspects.prosecuted|2024-06|#case}。",
    `今年上半年，全省对电诈被告人适用缓刑{206人|suspects.convicted|${half}}。`,
    // A share of whom.
    `今年上半年，{63.5%|-|${half}}的电诈被告人不满35周岁。`,
    `今年上半年，电诈受害人平均年龄41岁，近{七成|-|${half}|~max}的受害人是女性。`,
    // How grave, and how often.
    `今年上半年，全省发生交通事故{310起|-|${half}|%}，未发生一次死亡3人以上的事故。`,
  ])("%s", (notation) => check(notation));

  test.each([
    // Sent abroad: so often, and what was done there.
    "2023年，公安部向缅甸、老挝、泰国等5个国家派出工作组{14次|operations.overseas|2023|@OVERSEAS}。".replace(
      "5个国家",
      "{5个国家|countries.covered|2023|@OVERSEAS}",
    ),
    `2023年，全省打掉境外诈骗窝点{21个|dens.destroyed|2023|@OVERSEAS}，抓获嫌疑人{3.7万名|suspects.captured|2023}。`,
    `2023年，全省摧毁缅北诈骗集团{6个|gangs.dismantled|2023|@OVERSEAS}，缴获银行卡{410张|cards.seized|2023}。`,
    // But where the office went, the sentence stays.
    `2023年，专班在缅北捣毁窝点{6个|dens.destroyed|2023|@OVERSEAS}，抓获嫌疑人{410名|suspects.captured|2023|@OVERSEAS}。`,
  ])("%s", (notation) => check(notation));
});

describe("cases and people of one deed of prosecutors and courts", () => {
  test.each([
    "2023年，全省检察机关批准逮捕电诈犯罪{37件|cases.handled|2023}{79人|suspects.arrested|2023}，提起公诉{41件|cases.handled|2023}{96人|suspects.prosecuted|2023}。",
    "2023年，全省法院集中宣判电诈案{13件|cases.handled|2023}{26人|suspects.convicted|2023}。",
  ])("%s", (text) => {
    check(text);
  });
});

describe("what a court takes in beside what it has done", () => {
  test("is no case that it handled", () => {
    checkWith(
      "2018年1月至2023年9月，该院共审结电诈案件{384件|cases.handled|2018-01..2023-09}。\n从年度看，2018年收案{62件|-|2018}，2019年{95件|-|2019}。",
      { ...facts, published: "2023-10-20" },
    );
  });
});

describe("homes that were visited", () => {
  test.each([
    "2023年，民警走访群众{1200余户|outreach.people|2023|~min}，发放传单{3000份|outreach.materials|2023}。",
    "2023年，全省开展入户排查宣传超{1000户|outreach.people|2023|~min}，整治违规营业网点{1万个|institutions.inspected|2023}。",
  ])("%s", (text) => {
    check(text);
  });
});

describe("what is asked and taken in", () => {
  test.each([
    // The question before it says what a figure counts.
    `反诈中心半年盘点：今年上半年，骗子抓了多少？{428名|suspects.captured|${half}}。`,
    `今年上半年，全省反诈账本：封了多少卡？涉案银行卡{5106张|accounts.blocked|${half}}，涉诈电话卡{2.2万张|phones.blocked|${half}}。`,
    // What courts take in was not reported to them; the police were told.
    `今年上半年，全省法院受理电诈案件{7216件|-|${half}}，审结{6987件|cases.handled|${half}}。`,
    `今年上半年，全省公安机关受理电诈案件{7216件|cases.reported|${half}}。`,
    // The second of two units under one verb is none of what was told before.
    `今年上半年，全省判处电诈罪犯{1860人|suspects.convicted|${half}}。审结上诉案件{151件|cases.handled|${half}}、{220人|-|${half}}。`,
    // The years of a whole.
    `2022年至2023年，全省法院审结电诈案件{318件|cases.handled|2022-01..2023-12}。从年度看，2022年{138件|cases.handled|2022}，2023年{180件|cases.handled|2023}。`,
    // What one is paid.
    `今年上半年，全省被骗损失{2.1亿元|losses.incurred|${half}}，出售一套卡获利一般在800元左右。`,
  ])("%s", (notation) => check(notation));
});

describe("parts and kinds that stand apart from their whole", () => {
  test.each([
    "2023年，全省接报电诈案件{1700余起|cases.reported|2023|~min}，损失近{1亿元|losses.incurred|2023|~max}，其中涉及学生的案件{27起|cases.reported|2023}。",
    "2023年12月，全省接报电诈警情{67起|cases.reported|2023-12}。\n高发类型\n①刷单返利类诈骗：{16起|cases.reported|2023-12}\n②贷款、代办信用卡类诈骗：{13起|cases.reported|2023-12}\n③其他类型诈骗：{8起|cases.reported|2023-12}",
    "2023年，全省封停诈骗电话{1425个|phones.blocked|2023}，拦截诈骗电话{1.3万个|calls.blocked|2023}。",
  ])("%s", (text) => {
    check(text);
  });
});
