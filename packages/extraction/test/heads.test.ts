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
    `今年上半年，全省拦截处置诈骗电话{5100万次|calls.blocked|${half}}、诈骗短信{6.3亿条|sms.blocked|${half}}、诈骗网址{3.2万个|sites.blocked|${half}}。`,
    `今年上半年，全省关停处置涉诈号码{2.2万个|phones.blocked|${half}}，封堵拦截诈骗网址{860个|sites.blocked|${half}}。`,
  ])("%s", (notation) => check(notation));
});
