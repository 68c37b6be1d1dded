import { describe, expect, it } from "vitest";
import { defaultColours } from "../../src/index.ts";
import { periodLabels } from "../../src/spec/periods.ts";
import { squareMeasure } from "../charts.ts";

const style = { measure: squareMeasure, width: 400, size: 9, colours: defaultColours, language: "zh-Hans" } as const;
const said = (periods: readonly string[], step: number): string =>
  periodLabels(periods, step, style)
    .map((lines) => lines.join("/"))
    .join(" | ");

describe("labels of periods", () => {
  it("write years with 年 once, and every k-th where there is little room", () => {
    expect(said(["2018年", "2019年", "2020年"], 60)).toBe("2018 | 2019 | 2020年");
    expect(said(["2018年", "2019年", "2020年"], 20)).toBe("2018 |  | 2020年");
  });

  it("write months with the year beneath the first and each January", () => {
    const months = ["2022年11月", "2022年12月", "2023年1月", "2023年2月"];
    expect(said(months, 30)).toBe("11月/2022年 | 12月 | 1月/2023年 | 2月");
    expect(said(months, 12)).toBe("11 | 12 | 1/2023年 | 2");
    expect(said(months, 5)).toBe(" |  | /2023年 | ");
    expect(said(["December 2022", "January 2023"], 60)).toBe("Dec/2022 | Jan/2023");
  });

  it("write quarters as months", () => {
    expect(said(["2023年第三季度", "2023年第四季度", "2024年第一季度"], 40)).toBe(
      "第三季度/2023年 | 第四季度 | 第一季度/2024年",
    );
  });

  it("wrap what is neither", () => {
    expect(said(["2018年至2020年", "2021年至2023年"], 45)).toBe("2018年至/2020年 | 2021年至/2023年");
  });
});
