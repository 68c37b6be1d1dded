import { textOf } from "@jianbao/document";
import type { Finding } from "@jianbao/analysis";
import { describe, expect, test } from "vitest";
import { viewOf } from "../../src/index.ts";
import { keyOf, options, workbench, year } from "../fixture.ts";

function said(...findings: (Pick<Finding, "rule"> & Partial<Finding>)[]): readonly string[] {
  const bench = workbench();
  const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
  bench.observe(keyOf("cases.solved"), year(2023), { source, text: "5604起", value: 5604 });
  bench.observe(keyOf("cases.solved"), year(2022), { source, text: "2215起", value: 2215 });
  bench.observe(
    keyOf("suspects.captured"),
    { start: null, end: null },
    { source, text: "近63名", value: 63, bound: "max" },
  );
  const analysis = bench.analysis({
    findings: findings.map((finding, index) => ({
      id: `f-${index}`,
      severity: "warning",
      observations: [],
      facts: {},
      ...finding,
    })),
  });
  return viewOf(analysis, options()).view.checks.findings.map(textOf);
}

const [solved, before, captured] = ["o-000000000001", "o-000000000002", "o-000000000003"] as const;

describe("findings in words", () => {
  test("set what is published against what follows from both figures", () => {
    expect(
      said({
        rule: "analysis/change-disagrees",
        observations: [solved, before],
        facts: { stated: "同比上升180%", computedLow: 152.9, computedHigh: 153.1, computedUnit: "percent" },
      }),
    ).toEqual([
      "2023年全国破获案件5604起、2022年全国破获案件2215起：文章公布“同比上升180%”，而由两期数字推算，变化在152.9%至153.1%之间，两者不合，可能因统计口径调整，请核对。",
    ]);
  });

  test("name a slip of 万, a jump, a sum that does not close", () => {
    const figures = { first: "2215起", second: "5604起" };
    expect(
      said(
        { rule: "analysis/unit-slip", observations: [solved], facts: { ...figures, ratio: 10_000 } },
        {
          rule: "analysis/implausible-jump",
          observations: [before],
          facts: { ...figures, direction: "up", ratio: 33.3 },
        },
        {
          rule: "analysis/sum-disagrees",
          observations: [captured],
          facts: { parts: "13.1万起、20万起", sum: 331_000, stated: "194.5万起" },
        },
      ),
    ).toEqual([
      "2023年全国破获案件5604起：2215起与5604起相差约1万倍，疑有一处漏写或多写“万”字。",
      "2022年全国破获案件2215起：由2215起升至5604起，相差33.3倍，变化过大，请核对统计口径。",
      "全国抓获嫌疑人近63名：各段之和与公布的总数不合，分别为13.1万起、20万起，合计33.1万，公布的总数为194.5万起。",
    ]);
  });

  test("say together what concerns one figure, and together what is the same of several", () => {
    expect(
      said(
        { rule: "analysis/doubtful-figure", observations: [solved], facts: { confidence: 0.4 } },
        { rule: "analysis/period-unknown", observations: [before] },
        { rule: "analysis/period-unknown", observations: [captured] },
        { rule: "analysis/area-unknown", observations: [solved] },
      ),
    ).toEqual([
      "2023年全国破获案件5604起：这一读法把握不大，请对照原文；原文没有说明地区，未列入表格。",
      "2022年全国破获案件2215起、全国抓获嫌疑人近63名：原文没有说明期间，未列入表格。",
    ]);
  });

  test("add who accepted what and why, and keep nothing back of an unknown rule", () => {
    expect(
      said(
        {
          rule: "analysis/period-unknown",
          observations: [captured],
          accepted: { id: "f-0", verdict: "accept", by: "王编辑", on: "2024-01-20", why: "已电询来源。" },
        },
        { rule: "analysis/new-rule", facts: { ratio: 12.5, note: null } },
      ),
    ).toEqual([
      "全国抓获嫌疑人近63名：原文没有说明期间，未列入表格（已由王编辑核过：已电询来源）。",
      "需要核实（ratio 12.5）。",
    ]);
  });
});
