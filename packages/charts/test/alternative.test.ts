import { describe, expect, it } from "vitest";
import { type Chart, alternativeOf, tableOf } from "../src/index.ts";
import {
  changeChart,
  figure,
  mapChart,
  mixedChart,
  panelsChart,
  rankedChart,
  seriesChart,
  specChart,
} from "./charts.ts";

describe("the text alternative", () => {
  it("reads a change chart row by row, and says what is 推算", () => {
    expect(alternativeOf(changeChart)).toBe(
      "对比图：全国打击电信网络诈骗，2023年与2022年。破获案件，2022年46.4万起，2023年43.7万起，变化−5.8%；" +
        "发案，2022年20万起（推算），2023年32.8余万起，变化+64%。",
    );
  });

  it("reads a series period by period, with gaps, doubts, the highest and the lowest", () => {
    expect(alternativeOf(seriesChart)).toBe(
      "折线图：破获案件，2018年至2022年。破获案件，2018年13.1万起，2019年20万起，2020年无数字，" +
        "2021年44.1万起（各来源不一致），2022年46.4余万起。",
    );
    const points = [3, 1, 4, 1.5, 9].map((value) => figure(value, `${value}`));
    expect(alternativeOf({ ...seriesChart, series: [{ label: "发案", points }] })).toContain(
      "，最高2022年9万起，最低2019年1万起。",
    );
  });

  it("reads small multiples statistic by statistic", () => {
    expect(alternativeOf(panelsChart)).toMatch(
      /^折线图：技术反制，2020年至2023年。拦截电话，2020年7.3万起，.*；拦截短信，.*；封堵网址域名，2020年182万起（修订后），/u,
    );
  });

  it("reads areas by rank", () => {
    expect(alternativeOf(rankedChart)).toBe(
      "条形图：破获案件，2023年。共4个地区：1. 甲省8.2万起，2. 乙自治区约5.1万起，2. 丙市5万起，4. 丁省0.3万起（疑有差错）。",
    );
    expect(alternativeOf(mapChart)).toMatch(/^方格地图：破获案件，2023年。共9个地区：1. 广东省4.2万起，/u);
  });

  it("speaks traditional Chinese and English", () => {
    expect(alternativeOf(mixedChart, "zh-Hant-TW")).toContain("（各來源不一致）");
    expect(alternativeOf({ ...mapChart, description: "Cases solved, 2023" }, "en")).toMatch(
      /^Tile-grid map: Cases solved, 2023\. 9 areas: 1\. 广东省 4\.2万起, /u,
    );
  });

  it("gives a template's chart its description", () => {
    expect(alternativeOf(specChart)).toBe("图：月度预警。");
  });
});

describe("the table of a chart", () => {
  it("has every figure with its observations", () => {
    expect(tableOf(changeChart)?.head).toEqual(["指标", "2022年", "2023年", "变化"]);
    expect(rows(changeChart)).toEqual([
      ["破获案件", "46.4万起", "43.7万起", "−5.8%"],
      ["发案", "20万起（推算）", "32.8余万起", "+64%"],
    ]);
    expect(tableOf(changeChart)?.rows[0]?.cells.map(({ observations }) => observations)).toEqual([
      ["o-46.4"],
      ["o-43.7"],
      [],
    ]);
  });

  it("says 无数字 where a series has a gap", () => {
    expect(rows(seriesChart)[2]).toEqual(["2020年", "无数字"]);
    expect(tableOf(panelsChart)?.head).toEqual(["期间", "拦截电话", "拦截短信", "封堵网址域名"]);
  });

  it("ranks areas as the chart does", () => {
    expect(rows(mapChart).map(([label, rank, value]) => `${rank} ${label} ${value}`)).toEqual(
      mapChart.rows.map(({ rank, label, figure: { text } }) => `${rank} ${label} ${text}`),
    );
  });

  it("is none for a template's own specification", () => {
    expect(tableOf(specChart)).toBeNull();
  });
});

function rows(chart: Chart): readonly (readonly string[])[] {
  return tableOf(chart)?.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]) ?? [];
}
