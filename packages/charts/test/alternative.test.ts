import { describe, expect, it } from "vitest";
import { type Chart, alternativeOf } from "../src/index.ts";
import { changeChart, rankedChart, seriesChart, specChart } from "./charts.ts";

describe("the text alternative", () => {
  it("reads a change chart row by row", () => {
    expect(alternativeOf(changeChart)).toBe(
      "对比图：全国打击电信网络诈骗，2023年与2022年。破获案件，2023年43.7万起，2022年46.4万起，变化−5.8%；止付，2023年32.8万起，2022年未公布，变化—。",
    );
  });

  it("reads a series period by period and says where a figure is missing", () => {
    expect(alternativeOf(seriesChart)).toBe(
      "折线图：全国破获电信网络诈骗案件，2018年至2022年。破获案件，2018年13.1万，2019年20万，2020年无数据，2021年44.1万，2022年46.4万余。",
    );
  });

  it("says that a ranking falls, where it does", () => {
    expect(alternativeOf(rankedChart)).toBe(
      "条形图：破获案件，2023年，按地区。共3项，由高到低：甲省8.2万起，乙自治区约5.1万起，丙市0.3万起。",
    );
    const rows = rankedChart.kind === "ranked" ? rankedChart.rows.toReversed() : [];
    expect(alternativeOf({ ...rankedChart, rows } as Chart)).toContain("共3项：丙市");
  });

  it("gives a template's chart its description", () => {
    expect(alternativeOf(specChart)).toBe("图：月度预警。");
  });
});
