import { textOf } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { questionsOf, viewOf } from "../../src/index.ts";
import type { SectionView } from "../../src/view/view.ts";
import { areaOrder } from "../../src/view/area-order.ts";
import { fullAnalysis, keyOf, options, workbench, year, yoy } from "../fixture.ts";

const november = { start: "2023-01-01", end: "2023-11-30" };

function sectionsOf(...indicators: string[]): readonly SectionView[] {
  const bench = workbench();
  const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
  const comparisons = indicators.map((id) =>
    bench.comparison(keyOf(id), year(2023), { source, text: "12起", value: 12 }),
  );
  return viewOf(bench.analysis({ comparisons }), options()).view.sections;
}

function ranked(...figures: (readonly [string, number])[]): string | undefined {
  const bench = workbench();
  const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
  const areas = figures.map(([text, value], index) =>
    bench.comparison(
      keyOf("cases.solved", { area: { code: `CN-${"BJ TJ HE".split(" ")[index]}`, name: "某省" } }),
      november,
      {
        source,
        text,
        value,
      },
    ),
  );
  const { view } = viewOf(bench.analysis({ areas }), options());
  return view.areas?.charts.map(({ caption }) => textOf(caption.filter(({ type }) => type !== "footnote"))).join("");
}

describe("key figures", () => {
  test("are at most five sentences, the newest closed period first", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const figure = { source, text: "12起", value: 12 };
    const comparisons = [
      bench.comparison(keyOf("cases.reported"), { start: "2023-01-01", end: "2023-03-31" }, figure),
      bench.comparison(keyOf("cases.solved"), { start: "2023-01-01", end: "2023-06-30" }, figure),
      bench.comparison(keyOf("funds.stopped"), november, {
        ...figure,
        change: [yoy("up", 8, "同比上升8%")],
      }),
      bench.comparison(keyOf("funds.recovered"), year(2023), figure),
      bench.comparison(keyOf("centers.built"), { start: null, end: "2023-12-20" }, figure),
    ];
    const lead = viewOf(bench.analysis({ comparisons }), options()).view.lead.map(textOf).join("");
    expect(lead).toMatch(/^2023年，/u);
    expect(lead.match(/。/gu)?.length).toBeLessThanOrEqual(5);
  });
});

describe("a table", () => {
  test("of one row, which the sentence says, is left out", () => {
    expect(sectionsOf("cases.solved").map(({ tables }) => tables)).toEqual([[]]);
    expect(sectionsOf("cases.solved", "suspects.captured").map(({ tables }) => tables[0]?.rows.length)).toEqual([2]);
  });

  test("of areas follows GB/T 2260, each province before its prefectures, and explains its own columns alone", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const places = [
      ["CN-GS", "甘肃省"],
      ["410300", "洛阳市"],
      ["CN-HA", "河南省"],
      ["CN-BJ", "北京市"],
    ] as const;
    const areas = places.map(([code, name]) =>
      bench.comparison(keyOf("cases.solved", { area: { code, name } }), november, { source, text: "12起", value: 12 }),
    );
    const table = viewOf(bench.analysis({ areas }), options()).view.areas?.tables[0];
    expect(table?.rows.map(({ cells }) => textOf(cells[0]?.text ?? []))).toEqual([
      "北京市",
      "河南省",
      "洛阳市",
      "甘肃省",
    ]);
    expect(textOf(table?.caption ?? [])).toMatch(/^表1　各地公布的数字（2023年1月至11月）/u);
    expect(table?.head.map(({ text }) => textOf(text))).toEqual(["地区", "指标", "数值"]);
    expect(table?.note).toBeNull();
    expect(["OVERSEAS", "650000", "CN-XX"].map((code) => areaOrder({ code, name: "" }))).toEqual([
      "99 OVERSEAS",
      "650000",
      "99 CN-XX",
    ]);
  });
});

describe("a chart", () => {
  test("names a unit only where every label is in it", () => {
    expect(ranked(["2.21万起", 22_100], ["1.4万起", 14_000])).toBe(
      "图1　破获案件：2023年1月至11月各地比较（单位：万起）",
    );
    expect(ranked(["2.21万起", 22_100], ["6105起", 6105])).toBe("图1　破获案件：2023年1月至11月各地比较（单位：万起）");
    expect(ranked(["2.21万起", 22_100], ["320起", 320])).toBe("图1　破获案件：2023年1月至11月各地比较");
  });

  test("says for which year it has no figure", () => {
    const notes = viewOf(fullAnalysis(), options()).view.sections.flatMap(({ charts }) =>
      charts.flatMap(({ note }) => (note === null ? [] : [textOf(note)])),
    );
    expect(notes).toContain("2021年：无全年数。");
  });
});

describe("a settled conflict", () => {
  const analysis = fullAnalysis();
  const settled = { id: "c-1", verdict: "settle", by: "王编辑", on: "2024-01-10", why: "以公安部数字为准。" } as const;
  const decided = {
    ...analysis,
    conflicts: analysis.conflicts.map((conflict) => ({ ...conflict, rule: "decided" as const, settled })),
  };

  test("is printed with who settled it, when and why", () => {
    const [text] = viewOf(decided, options()).view.checks.conflicts.map((one) => textOf(one.text));
    expect(text).toMatch(/王编辑于2024年1月10日裁定取44.1万余起，理由：以公安部数字为准。$/u);
    const [english] = viewOf(decided, options({ language: "en" })).view.checks.conflicts.map((one) => textOf(one.text));
    expect(english).toContain("王编辑 settled on more than 441,000 on 10 January 2024");
  });

  test("is no question any more", () => {
    expect(questionsOf(decided, options()).map(({ severity, rule }) => `${severity} ${rule}`)).toContain(
      "info analysis/conflict",
    );
    expect(questionsOf(analysis, options()).map(({ severity, rule }) => `${severity} ${rule}`)).toContain(
      "warning analysis/conflict",
    );
  });
});
