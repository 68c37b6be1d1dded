import { describe, test } from "vitest";
import { check as checkWith } from "./check.ts";

const facts = { published: "2023-12-20", area: "CN-JX" };
const check = (notation: string): void => checkWith(notation, facts);
const year = "2023-01-01..2023-12-20";

describe("a speaker whose name is kept back is no story", () => {
  test.each([
    `省公安厅副厅长王某介绍，今年以来全省破获电诈案件{2.1万起|cases.solved|${year}}，抓获嫌疑人{1.8万人|suspects.captured|${year}}。`,
    `反诈中心负责人孙某说，今年以来已劝阻群众{3.6万人次|people.dissuaded|${year}}。`,
    `“今年以来，我们止付涉诈资金{3亿元|funds.stopped|${year}}。”刑侦支队支队长赵某某告诉记者。\n全省冻结资金{2亿元|funds.frozen|${year}}。`,
    `今年以来，据检察官李某某通报，起诉电诈犯罪嫌疑人{640人|suspects.prosecuted|${year}}。`,
    `市公安局刑警支队副支队长陈某在会上表示，今年以来打掉团伙{74个|gangs.dismantled|${year}}。`,
    `办公室主任周某称，2023年前三季度，冻结账户{3200个|accounts.blocked|2023-01..2023-09}。`,
  ])("%s", (notation) => check(notation));

  test.each([
    "3月2日，民警接到王某报案称被骗{30万元|losses.incurred|2023-03-02|#case}。",
    "3月2日，会计刘某告诉民警，自己被骗{30万元|losses.incurred|2023-03-02|#case}。",
    "3月2日，公司负责人钱某报警，称被骗{30万元|losses.incurred|2023-03-02|#case}。",
  ])("%s", (notation) => check(notation));
});

describe("the time of a trend", () => {
  const to = "2023-01..2023-11";
  test.each([
    `今年1至11月，全省电诈案件立案{5.1万起|cases.registered|${to}|^yoy:down:12:percent}，同比下降12%，立案数自7月起逐月回落；破案{2.07万起|cases.solved|${to}}，抓获嫌疑人{2.3万人|suspects.captured|${to}}。`,
    `今年1至11月，全省破获电诈案件{6210起|cases.solved|${to}}，发案数从9月开始持续下降，止付资金{3亿元|funds.stopped|${to}}。`,
    `2023年1至11月，全省打掉团伙{74个|gangs.dismantled|${to}}，涉案金额自8月以来连续走低。抓获嫌疑人{730人|suspects.captured|${to}}。`,
    `2023年1至11月，全省打掉电诈团伙{74个|gangs.dismantled|${to}}，发案量6月以后明显下降。\n治理方面，封堵网址{23.7万个|sites.blocked|${to}}。`,
  ])("%s", (notation) => check(notation));

  test.each([
    "今年1至11月，全省破案{60起|cases.solved|2023-01..2023-11}，自7月起破案{40起|cases.solved|2023-07..2023-11}。",
    "9月以来，全省破案{60起|cases.solved|2023-09-01..2023-12-20|^yoy:up:15:percent}，同比上升15%。",
    "自7月起，发案数逐月回落，全省破案{60起|cases.solved|2023-07-01..2023-12-20}。",
  ])("%s", (notation) => check(notation));
});

describe("a later part of the stretch, counted from its own start", () => {
  const half = "2023-01..2023-06";
  test.each([
    `今年上半年，全省破电诈案{480起|cases.solved|${half}}。二季度以来，打掉团伙{74个|gangs.dismantled|2023-04..2023-06}。\n治理方面，封堵网址{23.7万个|sites.blocked|${half}}。`,
    `今年前三季度，全省破案{480起|cases.solved|2023-01..2023-09}，抓获嫌疑人{730人|suspects.captured|2023-01..2023-09}。7月以来，捣毁窝点{12处|dens.destroyed|2023-07..2023-09}。\n资金方面，止付资金{3亿元|funds.stopped|2023-01..2023-09}。`,
    `2023年1至11月，全省破案{480起|cases.solved|2023-01..2023-11}。9月以来，冻结账户{3200个|accounts.blocked|2023-09..2023-11}。\n预警劝阻\n劝阻群众{12万人次|people.dissuaded|2023-01..2023-11}。`,
  ])("%s", (notation) => check(notation));
});

describe("several cases that are handled as a number", () => {
  test.each([
    `2023年，最高检挂牌督办的{14起|cases.handled|${year}|@CN}重大跨境电诈案件，已起诉{387人|suspects.prosecuted|${year}|@CN}，其中{251人|suspects.convicted|${year}|@CN}获有罪判决。`,
    `今年以来，专案组侦办的{5起|cases.handled|${year}}跨境电诈案，共抓获嫌疑人{120人|suspects.captured|${year}}。`,
    "3月2日，李某被骗{30万元|losses.incurred|2023-03-02|#case}。\n公安部督办的{6起|cases.handled|-|@CN}特大电诈案件全部告破，抓获嫌疑人{430名|suspects.captured|-|@CN}。",
    `2023年，王某被骗{30万元|losses.incurred|${year}|#case}。2023年，检察机关办理的{12件|cases.handled|${year}}电诈案件，已批捕{26人|suspects.arrested|${year}}。`,
  ])("%s", (notation) => check(notation));

  test.each([
    "公安部挂牌督办的一起重大跨境电诈案件，已起诉{38人|suspects.prosecuted|-|@CN|#case}。",
    "3月2日，民警抓获李某。该团伙作案{14起|-|2023-03-02|#case}，涉案金额{300万元|cases.amount_involved|2023-03-02|#case}。",
  ])("%s", (notation) => check(notation));
});

describe("changes that one 分别 gives out", () => {
  test.each([
    "2023年，全省批捕电诈犯罪嫌疑人{3912人|suspects.arrested|" +
      year +
      "|^yoy:up:6.1:percent}，起诉{5340人|suspects.prosecuted|" +
      year +
      "|^yoy:up:11.8:percent}，较2022年分别上升6.1%和11.8%。",
    "2023年1至11月，全省查获电诈案件{312起|cases.handled|2023-01..2023-11|^yoy:down:41:case}、嫌疑人{301人|suspects.captured|2023-01..2023-11|^yoy:down:45:person}，同比分别减少41起、45人。",
    "2023年1至11月，全省破获电诈案件{312起|cases.solved|2023-01..2023-11|^yoy:up:41:percent}，抓获嫌疑人{301人|suspects.captured|2023-01..2023-11|^yoy:up:100:percent}，比去年同期分别增长41%、翻一番。",
    "2023年1至11月，全省打掉团伙{74个|gangs.dismantled|2023-01..2023-11|^yoy:up:12:item}、捣毁窝点{40处|dens.destroyed|2023-01..2023-11|^yoy:up:9:item}，比上年同期分别增加12个和9处。",
    "2023年1至11月，全省破获电诈案件{312起|cases.solved|2023-01..2023-11|^yoy:up:100:percent}，抓获嫌疑人{301人|suspects.captured|2023-01..2023-11|^yoy:up:41:percent}，同比分别翻一番、增长41%。",
    "2023年1至11月，全省止付资金{3亿元|funds.stopped|2023-01..2023-11|^yoy:up:20:percent}，立案{686起|cases.registered|2023-01..2023-11|^yoy:flat:0:percent}，同比分别增长20%和持平。",
    "2023年1至11月，全省打掉团伙{74个|gangs.dismantled|2023-01..2023-11|^yoy:down:3:item}，抓获嫌疑人{301人|suspects.captured|2023-01..2023-11|^yoy:up:45:person}，较2022年同期分别减少3个、增加45人，止付资金{3亿元|funds.stopped|2023-01..2023-11}。",
  ])("%s", (notation) => check(notation));
});

describe("a story that ends in a statistic", () => {
  test.each([
    `民警赶到刘女士家中，劝她放下电话。这样的见面劝阻，今年以来某市警方已经开展{6.3万人次|people.dissuaded|${year}}。`,
    `3月2日，李某险些把积蓄转走。像这样的上门劝阻，全市警方今年以来共开展{1.2万人次|people.dissuaded|${year}}。`,
    `张女士保住了养老钱。类似的劝阻，全省民警今年以来已进行{8600人次|people.dissuaded|${year}}。`,
    `陈先生没有再转账。今年以来，此类预警劝阻，某县公安局已开展{420人次|people.dissuaded|${year}}。`,
  ])("%s", (notation) => check(notation));
});
