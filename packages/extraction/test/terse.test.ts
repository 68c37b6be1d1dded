import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-11-20", area: "CN-JX" };
const spring = "2024-01..2024-09";

describe("plain talk and terse lists", () => {
  test.each([
    // Whom it happened to, in the words of the street.
    "2023年，全省有{203个人|victims.count|2023}让骗子给骗了，少说也丢了{890万元|losses.incurred|2023|~min}。",
    "2023年，全省共有{46位|victims.count|2023}村民落入圈套，丢掉血汗钱{310万元|losses.incurred|2023}。",
    "2023年，全省新立非法集资案件{214起|cases.registered|2023|%}，受损群众{5.2万余人|victims.count|2023|%|~min}。",
    // A deed of one character right before what it is done to.
    `今年前三季度，封网址{6.8万个|sites.blocked|${spring}}，停号码{12.4万个|phones.blocked|${spring}}，冻账户{3.1万户|accounts.blocked|${spring}}。`,
    `今年前三季度，共端窝点{38个|dens.destroyed|${spring}}，关停涉诈号码{2.1万个|phones.blocked|${spring}}。`,
    // Bodies in one list under one deed, whatever each is called.
    `今年前三季度，检查药店{86家|institutions.inspected|${spring}}、诊所{143家|institutions.inspected|${spring}}、经营户{95户|institutions.inspected|${spring}}，立案{23起|cases.registered|${spring}}。`,
    `今年前三季度，民警把{86家|institutions.inspected|${spring}}网吧查了一遍。`,
    // 求职 of 求职骗案 names a kind.
    `今年前三季度，警方接获网上骗案{2.1万宗|cases.reported|${spring}}，求职骗案{3521宗|cases.reported|${spring}}。`,
    // Handed over at home is not brought back from abroad.
    `今年前三季度，银行网点移交公安机关可疑人员{254名|-|${spring}}，劝阻客户{619名|people.dissuaded|${spring}}。`,
    `今年前三季度，柬方向我移交嫌疑人{254名|suspects.repatriated|${spring}|@OVERSEAS}。`,
  ])("%s", (text) => {
    check(text, facts);
  });
});
