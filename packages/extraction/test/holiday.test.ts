import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2022-11-18", area: "370100" };

describe("holidays, whose days the words do not give", () => {
  test.each([
    "今年以来，全市破获电诈案{99起|cases.solved|2022-01-01..2022-11-18}。\n春节假日期间，全市破获电诈案{26起|cases.solved}，抓获嫌疑人{70名|suspects.captured}。",
    "市公安局18日透露，国庆假期，全市接报电诈警情{12起|cases.reported}。",
    "“五一”期间，全市劝阻群众{340人|people.dissuaded}。节日期间，追回资金{12万元|funds.recovered}。",
    // Where the days have been given they are meant.
    "国庆假期（10月1日至7日），全市破案{26起|cases.solved|2022-10-01..2022-10-07}。假日期间，抓获嫌疑人{7名|suspects.captured|2022-10-01..2022-10-07}。",
    // A holiday that something is done for is no time of figures.
    "今年以来，为确保春节安全，全市破案{99起|cases.solved|2022-01-01..2022-11-18}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("weeks of a month", () => {
  test.each([
    "11月第一周，全市接报电诈警情{40起|cases.reported}。",
    "10月31日至11月7日，全市接报电诈警情{40起|cases.reported|2022-10-31..2022-11-07}。\n11月第一周，被骗群众中女性{13人|victims.count|2022-10-31..2022-11-07}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("a deed that the day of telling tells of", () => {
  test.each([
    "市公安局17日发布消息称，16日，全市公安机关统一收网，打掉诈骗团伙{12个|gangs.dismantled|2022-11-16}。",
    "市公安局17日通报，今年以来全市打掉诈骗团伙{12个|gangs.dismantled|2022-01-01..2022-11-18}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("a year's start beyond the year that the title names", () => {
  test("去年以来 goes on to the report", () => {
    check("去年以来，全市抓获涉诈嫌疑人{867人|suspects.captured|2021-01-01..2022-06-30}。", {
      ...facts,
      published: "2022-06-30",
      title: "我市2021年返还被骗资金700万元",
    });
  });
});

describe("the start that a sentence gives its 截至", () => {
  test.each([
    "今年以来，我市公安机关按照上级统一部署，在全市组织开展打击电信网络诈骗专项行动，依法查处群众反映强烈的犯罪，截至目前，共破案{15起|cases.solved|2022-01-01..2022-11-18}，刑拘{19人|suspects.detained|2022-01-01..2022-11-18}。",
    "9月以来，各派出所走村入户，逐门讲解骗术，截至11月10日，劝阻群众{340人|people.dissuaded|2022-09-01..2022-11-10}。",
    "今年以来，全市破案{15起|cases.solved|2022-01-01..2022-11-18}；截至11月10日，全市国家反诈中心App安装量{310万|app.installs|..2022-11-10}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});
