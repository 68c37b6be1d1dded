import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-01-12", area: "CN-ZJ" };

describe("a table of lines", () => {
  test("gives each cell the period of its column and the change to the newest", () => {
    check(
      [
        "2023年，全省破获案件{9000起|cases.solved|2023}。",
        "指标 2023年 2022年 同比",
        "破获案件（起） {9000|cases.solved|2023|^yoy:up:16.7:percent} {7712|cases.solved|2022} 16.7%",
        "止付资金（万元） {11300|funds.stopped|2023|^yoy:up:16.5:percent} {9700|funds.stopped|2022} +16.5%",
        "破案率（%） {42.1|cases.solve_rate|2023|^yoy:up:3.6:pp} {38.5|cases.solve_rate|2022} 提高3.6个百分点",
        "劝阻群众（人次） {19.8万|people.dissuaded|2023|^yoy:down:5:percent} {20.8万|people.dissuaded|2022} ↓5%",
        "打掉团伙（个） {90|gangs.dismantled|2023|^yoy:flat:0:percent} {90|gangs.dismantled|2022} 持平",
        "全年发放宣传资料{180万份|outreach.materials|2023}。",
      ].join("\n"),
      facts,
    );
  });

  test("takes units from the line above and periods from 本期 and 上年同期", () => {
    check(
      [
        "2023年1至11月主要数据如下。",
        "单位：万元",
        "项目\t本期\t上年同期",
        "止付资金\t{11300|funds.stopped|2023-01..2023-11}\t{9700|funds.stopped|2022-01..2022-11}",
        "返还群众\t{830|funds.returned|2023-01..2023-11}\t{900|funds.returned|2022-01..2022-11}",
      ].join("\n"),
      facts,
    );
  });

  test("reads rows of places under columns of indicators", () => {
    check(
      [
        "2023年各市反诈数据",
        "地区|破获案件数（起）|抓获人数（人）",
        "杭州市|{1306|cases.solved|2023|@330100}|{2310|suspects.captured|2023|@330100}",
        "宁波市|{874|cases.solved|2023|@330200}|{1650|suspects.captured|2023|@330200}",
        "全省|{9021|cases.solved|2023}|{15700|suspects.captured|2023}",
      ].join("\n"),
      facts,
    );
  });

  test("reads a table in Markdown, whose caption says what is counted and when", () => {
    check(
      [
        "表2　2023年全省法院主要类型毒品案件审结数",
        "| 类型 | 一审（件） | 二审（件） |",
        "| --- | :---: | ---: |",
        "| 走私贩卖 | {1820|cases.handled|2023|%} | {310|cases.handled|2023|%} |",
        "| 容留吸毒 | {960|cases.handled|2023|%} | {74|cases.handled|2023|%} |",
      ].join("\n"),
      facts,
    );
  });

  test("takes the unit from what a head ends in, and rates from 率", () => {
    check(
      [
        "2023年三季度，全市抽检药品{820批次|-|2023-07..2023-09|%}。",
        "环节\t抽检批次\t不合格批次\t合格率（%）",
        "生产\t{310|-|2023-07..2023-09|%}\t{2|-|2023-07..2023-09|%}\t{99.4|-|2023-07..2023-09|%}",
        "零售\t{510|-|2023-07..2023-09|%}\t{9|-|2023-07..2023-09|%}\t{98.2|-|2023-07..2023-09|%}",
      ].join("\n"),
      facts,
    );
  });

  test("keeps the columns of a row that has empty cells, and skips the rows' numbers", () => {
    check(
      [
        "2023年各市打击电信网络诈骗情况",
        "|序号|地市|破案（起）|打掉团伙（个）|抓获人数|",
        "|---|---|---|---|---|",
        "|1|温州市|{640|cases.solved|2023|@330300}||{910|suspects.captured|2023|@330300}|",
        "|2|绍兴市|{512|cases.solved|2023|@330600}|{7|gangs.dismantled|2023|@330600}|{733|suspects.captured|2023|@330600}|",
      ].join("\n"),
      facts,
    );
  });

  test("reads rows of bare years, and parts of the row before", () => {
    check(
      [
        "绍兴市电信网络诈骗犯罪历年数据",
        "年度\t立案（起）\t抓获（人）\t群众损失（万元）",
        "2020\t{2210|cases.registered|2020|@330600}\t{640|suspects.captured|2020|@330600}\t{8120|losses.incurred|2020|@330600}",
        "2021\t{2034|cases.registered|2021|@330600}\t{811|suspects.captured|2021|@330600}\t{7406|losses.incurred|2021|@330600}",
      ].join("\n"),
      { ...facts, area: "330600" },
    );
    check(
      [
        "项目\t2021年\t2022年",
        "起诉诈骗犯罪嫌疑人（人）\t{310|suspects.prosecuted|2021}\t{288|suspects.prosecuted|2022}",
        "其中：未成年人（人）\t{14|suspects.prosecuted|2021}\t{9|suspects.prosecuted|2022}",
        "其中：涉案百万元以上（人）\t{41|suspects.prosecuted|2021}\t{37|suspects.prosecuted|2022}",
      ].join("\n"),
      facts,
    );
  });

  test("is none where the lines are sentences", () => {
    check(
      "2023年 全省破获电诈案件{90起|cases.solved|2023}。\n打掉团伙 {9个|gangs.dismantled|2023}，抓获 {30人|suspects.captured|2023}。",
      facts,
    );
  });
});
