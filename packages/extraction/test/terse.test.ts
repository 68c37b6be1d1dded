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

describe("those of all that was told, and places that changed", () => {
  test.each([
    // A clause that ends in 的 and its number: the same cases as the whole.
    `今年前三季度，全省电诈发案{40起|cases.reported|${spring}|~approx}左右，而打着“口罩”旗号的就有{9起|cases.reported|${spring}}。`,
    `今年前三季度，全省破获毒品案{97起|cases.solved|${spring}|%}，从邮包里查出来的就有{26起|cases.solved|${spring}|%}。`,
    `今年前三季度，全省接报电诈警情{1200起|cases.reported|${spring}}，损失超百万元的{12起|cases.reported|${spring}}，已破获的有{300起|cases.solved|${spring}}。`,
    // The places of the clause before a list of changes, not the levels told first.
    `今年前三季度，南昌、九江两市发案最多，分别有{812起|cases.reported|${spring}|@360100}、{745起|cases.reported|${spring}|@360400}；而赣州、吉安两市的发案不降反升，同比分别上升{=6.4%|cases.reported|${spring}|@360700|^yoy:up:6.4:percent}和{=11.9%|cases.reported|${spring}|@360800|^yoy:up:11.9:percent}。`,
    // Each change goes to the level that is counted by what it names.
    "2023年，南昌海关查扣侵权货物{2310批次|-|2023|^yoy:up:6.1:percent|@360100}、{820万件|-|2023|^yoy:down:12.4:percent|@360100}，批次同比增长6.1%，件数同比下降12.4%。",
    "2023年，合格率{97.5%|-|2023|^yoy:up:2:pp}，比上年高了2个百分点。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

test("matters of a penalty, in 件", () => {
  check(
    "去年，台湾金管会裁罚金融业{72件|penalties.administrative|2023}，罚锾合计{1亿元|-|2023}。其中保险业{34件|penalties.administrative|2023}，银行业{21件|penalties.administrative|2023}。",
    { published: "2024-11-20", area: "CN-TW" },
  );
});
