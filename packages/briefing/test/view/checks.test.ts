import { textOf } from "@jianbao/document";
import { type Finding, findingRules } from "@jianbao/analysis";
import type { Language } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { viewOf } from "../../src/index.ts";
import { keyOf, options, workbench, year } from "../fixture.ts";

const said = (...findings: (Pick<Finding, "rule"> & Partial<Finding>)[]): readonly string[] =>
  saidIn("zh-Hans", findings);

function saidIn(
  language: Language,
  findings: readonly (Pick<Finding, "rule"> & Partial<Finding>)[],
): readonly string[] {
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
  return viewOf(analysis, options({ language })).view.checks.findings.map(textOf);
}

const [solved, before, captured] = ["o-000000000001", "o-000000000002", "o-000000000003"] as const;

describe("findings in words", () => {
  test("set what is published against what follows from both figures", () => {
    expect(
      said({
        rule: "analysis/change-disagrees",
        observations: [solved, before],
        facts: {
          basis: "yoy",
          stated: "同比上升180%",
          computedLow: 152.9,
          computedHigh: 153.1,
          computedUnit: "percent",
          current: "5604起",
          currentPublished: "2024-01-09",
          previous: "2215起",
          previousPublished: "2023-01",
        },
      }),
    ).toEqual([
      "2023年全国破获案件5604起、2022年全国破获案件2215起：文章公布“同比上升180%”，而由5604起（2024年1月9日公布）与上年同期的2215起（2023年1月公布）推算，变化应在152.9%至153.1%之间，两者不合，可能因统计口径调整，请核对。",
    ]);
  });

  test("name a slip of 万, a jump, a sum that does not close", () => {
    const figures = { first: "2215起", firstPublished: "2023-01-10", second: "5604起", secondPublished: "2024-01-09" };
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
          facts: {
            parts: "13.1万起、20万起",
            sum: 331_000,
            stated: "194.5万起",
            statedPublished: "2024-05-06",
            apart: 1_614_000,
            unitText: "起",
          },
        },
      ),
    ).toEqual([
      "2023年全国破获案件5604起：2215起（2023年1月10日公布）与5604起（2024年1月9日公布）相差约1万倍，疑有一处漏写或多写“万”字。",
      "2022年全国破获案件2215起：由上年同期的2215起（2023年1月10日公布）升至5604起（2024年1月9日公布），后者为前者的33.3倍，变化过大，请核对统计口径。",
      "全国抓获嫌疑人近63名：各段之和与公布的总数不合，13.1万起、20万起，合计33.1万起，公布的总数为194.5万起（2024年5月6日公布），相差161.4万起。",
    ]);
  });

  test("name a difference, a revision and parts above their whole with dates and arithmetic", () => {
    const cumulative = {
      start: "2023-01-01",
      end: "2023-09-30",
      longer: "3300起",
      longerPublished: "2023-10-09",
      shorterStart: "2023-01-01",
      shorterEnd: "2023-08-31",
      shorter: "3000起",
      shorterPublished: "2023-09-08",
      stepStart: "2023-09-01",
      stepEnd: "2023-09-30",
      step: "410起",
      stepPublished: "2023-10-09",
      leftLow: 300,
      leftHigh: 300,
      unitText: "起",
    };
    const revised = {
      before: "5604起",
      beforePublished: "2024-01-09",
      after: "5612起",
      afterPublished: "2024-03-05",
      unitText: "起",
    };
    const findings = [
      { rule: "analysis/difference-disagrees", observations: [solved], facts: cumulative },
      {
        rule: "analysis/figure-revised",
        observations: [before],
        facts: { ...revised, difference: 8, direction: "up" },
      },
      {
        rule: "analysis/parts-exceed-whole",
        observations: [captured],
        facts: {
          relation: "period",
          parts: "1.1万起、1.2万起",
          sumLow: 22_900,
          unitText: "起",
          whole: "2万起",
          wholePublished: "2024-01-09",
        },
      },
    ] as const;
    expect(said(...findings)).toEqual([
      "2023年全国破获案件5604起：由2023年1月至9月的3300起（2023年10月9日公布）减去2023年1月至8月的3000起（2023年9月8日公布）推算，2023年9月应为300起，而公布的是410起（2023年10月9日公布），两者不合，可能因前期数字有过调整，请核对。",
      "2022年全国破获案件2215起：先为5604起（2024年1月9日公布），后为5612起（2024年3月5日公布），增加8起，本期采用后者。",
      "全国抓获嫌疑人近63名：期内已知各段的1.1万起、1.2万起合计至少2.29万起，已大于公布的总数2万起（2024年1月9日公布），请核对。",
    ]);
    expect(saidIn("en", findings)[0]).toContain(
      "leaves 300 cases for September 2023, for which 410 (published 9 October 2023) is stated",
    );
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

  test("add who accepted what and why", () => {
    expect(
      said({
        rule: "analysis/period-unknown",
        observations: [captured],
        accepted: { id: "f-0", verdict: "accept", by: "王编辑", on: "2024-01-20", why: "已电询来源。" },
      }),
    ).toEqual(["全国抓获嫌疑人近63名：原文没有说明期间，未列入表格（已由王编辑核过：已电询来源）。"]);
  });

  const facts = {
    indicator: "people.dissuaded",
    area: "CN-GS",
    areaName: "甘肃省",
    unit: "人次",
    relation: "period",
    stated: "同比上升18%",
    first: "43万",
    second: "45万",
    figure: "5604起",
    part: "3万",
    whole: "2万",
    wholeArea: "全国",
    wholeStart: "2023-01-01",
    wholeEnd: "2023-12-31",
    sum: 331_000,
    parts: "13.1万、20万",
    missingYears: "2019",
    ratio: 12.5,
    direction: "up",
    sure: "43万",
    doubtful: "4.3万",
    printed: "5.2万名",
    others: "3.1万名、1.2万名",
    change: "减少2倍",
    confidence: 0.4,
    computedLow: 16.7,
    computedHigh: 16.8,
    computedUnit: "percent",
    document: "a.txt",
    title: null,
    decision: "c-0123456789ab",
    observation: "o-0123456789ab",
    verdict: "settle",
    by: "王编辑",
    on: "2024-01-20",
    why: "已电询来源。",
  };
  const cases = (["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"] as const).flatMap((language) =>
    findingRules.map((rule) => [language, rule] as const),
  );
  test.each(cases)("are a sentence in %s for %s, without a key or a rule", (language, rule) => {
    const [sentence = ""] = saidIn(language, [{ rule, facts, observations: [solved] }]);
    expect(sentence).toMatch(language === "en" ? /^[A-Z“].{20,}\.$/u : /^.{15,}。$/u);
    const keys = Object.keys(facts).filter((key) => /[A-Z]/u.test(key));
    for (const word of [rule, rule.replace("analysis/", ""), "people.dissuaded", "CN-GS", "undefined", ...keys]) {
      expect(sentence).not.toContain(word);
    }
  });

  test("say nothing twice in two rules' words", () => {
    for (const language of ["zh-Hans", "en"] as const) {
      const sentences = findingRules.flatMap((rule) => saidIn(language, [{ rule, facts }]));
      expect(new Set(sentences).size).toBe(findingRules.length);
    }
  });
});
