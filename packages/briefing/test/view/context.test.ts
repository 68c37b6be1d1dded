import { textOf } from "@jianbao/document";
import type { Change } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { viewOf } from "../../src/index.ts";
import { keyOf, options, workbench, year } from "../fixture.ts";

function told(change: Partial<Change> & Pick<Change, "text">): string {
  const bench = workbench();
  const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
  const whole: Change = {
    basis: "yoy",
    direction: "up",
    value: 1,
    unit: "percent",
    bound: "exact",
    low: null,
    high: null,
    ...change,
  };
  const comparison = bench.comparison(keyOf("cases.solved"), year(2023), {
    source,
    text: "5604起",
    value: 5604,
    change: [whole],
  });
  const { view } = viewOf(bench.analysis({ comparisons: [comparison] }), options());
  return view.sections.flatMap((section) => section.paragraphs.map(textOf)).join("");
}

describe("a stated change", () => {
  test("is worded anew where it is a size against the year or period before", () => {
    expect(told({ value: 153, text: "、240.99%" })).toBe("2023年，全国破获案件5604起，同比上升153%。");
    expect(told({ basis: "mom", direction: "down", value: 4.6, bound: "approx", text: "环比下降4.6%左右" })).toBe(
      "2023年，全国破获案件5604起，环比下降约4.6%。",
    );
  });

  test("stands in the article's words where it is a share, an old level, an absolute change or words only", () => {
    expect(told({ basis: "share", direction: null, value: 5.1, text: "，仅占总数的5.1%" })).toBe(
      "2023年，全国破获案件5604起，占总数的5.1%。",
    );
    expect(told({ basis: "from-to", direction: "down", value: 48, text: "由48%下降" })).toBe(
      "2023年，全国破获案件5604起，由48%下降。",
    );
    expect(told({ value: 3389, unit: "case", text: "同比增加3389起" })).toBe(
      "2023年，全国破获案件5604起，同比增加3389起。",
    );
    expect(told({ value: null, text: "同比大幅上升" })).toBe("2023年，全国破获案件5604起，“同比大幅上升”。");
  });

  test("keeps 翻一番 and a hedged 持平 as the article has them", () => {
    expect(told({ value: 1, unit: "times", text: "同比翻一番" })).toBe("2023年，全国破获案件5604起，同比翻一番。");
    expect(told({ direction: "flat", value: 0, text: "与去年同期基本持平" })).toBe(
      "2023年，全国破获案件5604起，与去年同期基本持平。",
    );
    expect(told({ direction: "flat", value: 0, text: "同比持平" })).toBe("2023年，全国破获案件5604起，同比持平。");
  });
});
