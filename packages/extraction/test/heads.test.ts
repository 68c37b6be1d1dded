import { describe, test } from "vitest";
import { check as checkWith } from "./check.ts";

const facts = { published: "2024-08-15", area: "CN-JX" };
const check = (notation: string): void => checkWith(notation, facts);
const half = "2024-01..2024-06";

describe("the deed of a sentence is none of those that only tell what kind of thing it was done to", () => {
  test.each([
    `今年上半年，全省侦破湖南、广东等18个省份发生的电信诈骗案件{392起|cases.solved|${half}}。`,
    `今年上半年，全省抓获被网上追逃的电诈嫌疑人{12名|suspects.captured|${half}}。`,
    `今年上半年，全省破获去年以来立案的电诈案件{36起|cases.solved|2023-01-01..2024-08-15}。`,
  ])("%s", (notation) => check(notation));
});

describe("what is given has its deed after it", () => {
  test.each([
    `今年上半年，全省公安机关将追回的{580万元|funds.returned|${half}}被骗资金发还群众。`,
    `今年上半年，全省银行把冻结的涉诈资金{1200万元|funds.returned|${half}}返还受害人。`,
    `2023年，柬埔寨警方将前期抓获的{210余名|suspects.repatriated|2023|~min|@OVERSEAS}中国籍涉诈嫌疑人，通过包机全部移交我方。`,
    `2023年，缅甸警方把先后抓获的诈骗嫌疑人{86名|suspects.repatriated|2023|@OVERSEAS}移交中方。`,
    `今年上半年，全省公安机关将涉诈的嫌疑人{86名|suspects.captured|${half}}抓获。`,
    `今年上半年，全省缴获的银行卡{860张|cards.seized|${half}}已全部移交。`,
  ])("%s", (notation) => check(notation));
});

describe("two verbs that are written as one word", () => {
  test.each([
    `今年上半年，全省拦截处置诈骗电话{4700万次|calls.blocked|${half}}、诈骗短信{5.8亿条|sms.blocked|${half}}、诈骗网址{2.9万个|sites.blocked|${half}}。`,
    `今年上半年，全省关停违规语音专线{4.2万条|phones.blocked|${half}}，封停涉诈码号{1200个|phones.blocked|${half}}，侦办“帮信”案件{82起|cases.handled|${half}|%}。`,
    `今年上半年，全省关停处置涉诈号码{2.2万个|phones.blocked|${half}}，封堵拦截诈骗网址{860个|sites.blocked|${half}}。`,
  ])("%s", (notation) => check(notation));
});

describe("a noun of what things are done by is none of what is counted", () => {
  test.each([
    `今年上半年，全省查获网络黑号{1000余万个|-|${half}|~min}，扣押手机黑卡{300张|cards.seized|${half}}，打掉网络水军团伙{12个|gangs.dismantled|${half}}。`,
    `今年上半年，全省反诈中心打掉涉诈网站{16个|sites.blocked|${half}}，摧毁钓鱼网站{340个|sites.blocked|${half}}。`,
    `今年上半年，全省打击电信网络诈骗，缴获银行卡{800张|cards.seized|${half}}、枪支{4支|-|${half}}、电脑{43台|devices.seized|${half}}、汽车{11辆|-|${half}}。`,
    `今年上半年，全省打掉诈骗窝点{12个|dens.destroyed|${half}}、赌博窝点{8个|dens.destroyed|${half}|%}。`,
  ])("%s", (notation) => check(notation));
});

const up = (value: number): string => `^yoy:up:${value}:percent`;

describe("offences in a list under one deed, past the change of the one before", () => {
  test.each([
    `今年上半年，全省起诉电信网络诈骗犯罪{5200人|suspects.prosecuted|${half}|${up(6)}}、同比上升6%，帮助信息网络犯罪活动犯罪{1400人|suspects.prosecuted|${half}|${up(1)}|%}、同比上升1%，利用网络实施的掩饰、隐瞒犯罪所得犯罪{750人|suspects.prosecuted|${half}|${up(9)}|%}、同比上升9%。`,
    `今年上半年，全省起诉诈骗罪{3200人|suspects.prosecuted|${half}|${up(12)}}，同比上升12%，帮信罪{5100人|suspects.prosecuted|${half}|${up(3)}|%}，同比上升3%，掩饰隐瞒犯罪所得罪{180人|suspects.prosecuted|${half}|${up(4)}|%}，同比上升4%。`,
    `今年上半年，全省打击电诈，查处非法出租出借银行卡人员{88名|suspects.captured|${half}}，查处非法行医人员{36名|suspects.captured|${half}|%}。`,
    `今年上半年，全省反诈民警抓获嫌疑人{320名|suspects.captured|${half}|${up(2)}}，同比上升2%，起诉{12人|suspects.prosecuted|${half}}。`,
  ])("%s", (notation) => check(notation));
});

describe("who is cheated, who is sent, and how fast things grow", () => {
  test.each([
    `今年上半年，全省诈骗分子骗取{460名|victims.count|${half}}老人养老金{1200万元|losses.incurred|${half}}。`,
    `今年上半年，公安部先后{38次|operations.overseas|${half}|@OVERSEAS}组织多地公安机关，赴缅甸、老挝开展警务合作。`,
    `今年上半年，全省先后{38次|-|${half}}组织集中清查，抓获嫌疑人{320人|suspects.captured|${half}}。`,
    `今年上半年，全省电信诈骗案件以每月{=3.5%|cases.reported|${half}|^other:up:3.5:percent}的速度快速增长。`,
    `今年上半年，全省诈骗警情以{=两成|cases.reported|${half}|~min|^other:down:20:percent}以上的幅度递减。`,
    `去年全省破获电信诈骗案{2300起|cases.solved|2023} 劝阻受害人\n正文。`,
  ])("%s", (notation) => check(notation));
});

describe("one case, or a whole territory", () => {
  test.each([
    `近期全省电信网络诈骗立案数环比下降{=14.3%|cases.registered|-|^mom:down:14.3:percent}。`,
    `成功摧毁“9·17”特大跨境电信诈骗犯罪网络，抓获犯罪嫌疑人{163名|suspects.captured|-|#case}。`,
    `专门从事“5·10”行动的民警走访群众{178名|outreach.people|-}。`,
    `2023年11月，江西某单位财务和一群众被骗走{230万元|losses.incurred|2023-11|#case}。`,
    `2023年11月，吉安市住建局被诈骗分子冒充上级骗走{230万元|losses.incurred|2023-11|@360800|#case}。`,
    `截至目前，全省一公司一方案，检查企业{230家|institutions.inspected|..2024-08-15}。`,
  ])("%s", (notation) => check(notation));
});

describe("those whom a clause only names have their deed in the next", () => {
  test.each([
    `2023年，缅甸的{86名|suspects.repatriated|2023|@OVERSEAS}诈骗嫌疑人，已陆续被押解回国。`,
    `2023年，{1200万元|funds.returned|2023}被骗资金，全部返还给群众。`,
    `2023年，公安部从缅甸将{40名|suspects.repatriated|2023|@OVERSEAS}诈骗嫌疑人（均为男性）全部押解回国。`,
    `2023年，全省{86名|-|2023}诈骗嫌疑人，警方发现均有前科。`,
    `今年年初，全省成功将潜逃的刘某等{8名|suspects.captured|2024-01|#case}诈骗嫌疑人悉数抓获。`,
  ])("%s", (notation) => check(notation));
});

describe("measures in one clause and their changes in the next, and again for the year after", () => {
  test.each([
    `2022年审结电诈案件数和判处被告人人数，同比分别上升{=48%|cases.handled|2022|${up(48)}}、{=38%|suspects.convicted|2022|${up(38)}}；2023年同比分别上升{=29%|cases.handled|2023|${up(29)}}、{=26%|suspects.convicted|2023|${up(26)}}。`,
    `2022年，电诈破案数、抓获数同比分别上升{=12%|cases.solved|2022|${up(12)}}、{=20%|suspects.captured|2022|${up(20)}}；2023年，同比分别上升{=5%|cases.solved|2023|${up(5)}}、{=6%|suspects.captured|2023|${up(6)}}。`,
    `2023年，利用对公账户转移涉诈资金的账户数量同比上升{=9%|-|2023|${up(9)}}。`,
    `2023年，全省破获的电信诈骗案件数量同比上升{=9%|cases.solved|2023|${up(9)}}。`,
  ])("%s", (notation) => check(notation));
});

describe("sizes, prices, members and areas off the list are no statistics, or none of the pack", () => {
  test.each([
    `2023年，该诈骗团伙发展成千余人级的集团，按每条20至40元不等的价格买来信息，被打掉窝点{3处|dens.destroyed|2023|#case}。`,
    `2023年，联席会议22个成员单位协同反诈，全省止付{3亿元|funds.stopped|2023}。`,
    `全省共有挂牌整治的重点地区{18个|areas.listed|-}，其中{5个|-|-}已摘牌。`,
    `2023年11月，本次打击行动共抓捕诈骗疑犯{455名|suspects.captured|2023-11|#case}，包括金主{21名|suspects.ringleaders|2023-11|#case}、在逃疑犯{51名|suspects.fugitives|2023-11|#case}。`,
  ])("%s", (notation) => check(notation));
});
