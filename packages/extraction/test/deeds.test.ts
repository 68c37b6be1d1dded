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
