import type { Analysis, Comparison, IssueChange, Value } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import type { Phrase } from "../../src/phrase.ts";
import { viewOf } from "../../src/index.ts";
import { keyOf, options, workbench, year, yoy } from "../fixture.ts";

/** Words without note marks. */
function read(words: readonly Phrase[]): string[] {
  return words.map((one) => textOf(one.filter(({ type }) => type !== "footnote")));
}

function viewIn(analysis: Analysis, language: "zh-Hans" | "en" = "zh-Hans") {
  return viewOf(analysis, options({ language })).view;
}

const north = { code: "CN-BJ", name: "北河省" };
const south = { code: "CN-TJ", name: "南山省" };
const east = { code: "CN-HE", name: "东海省" };

describe("the first paragraph", () => {
  test("tells each figure with what it did, published before computed, and vouches for both years", () => {
    const bench = workbench();
    const now = bench.publish("now.txt", "通报", "某报", "2024-01-09");
    const then = bench.publish("then.txt", "通报", "某报", "2023-01-09");
    const before = bench.point(keyOf("cases.solved"), year(2022), { source: then, text: "46.4万起", value: 464_000 });
    const solved = bench.comparison(
      keyOf("cases.solved"),
      year(2023),
      { source: now, text: "43.7万起", value: 437_000 },
      { previous: before },
    );
    const observations = [...solved.current.observations, ...before.observations];
    const computed = {
      direction: "down",
      value: 5.8,
      unit: "percent",
      low: -6,
      high: -5.6,
      digits: 0,
      observations,
    } as const;
    const stopped = bench.comparison(keyOf("funds.stopped"), year(2023), {
      source: now,
      text: "3288亿元",
      value: 328.8e9,
      change: [yoy("up", 3.4, "同比上升3.4%")],
    });
    const analysis = bench.analysis({ comparisons: [{ ...solved, computed }, stopped] });
    const { lead } = viewIn(analysis);
    expect(read(lead)).toEqual(["2023年，全国破获案件43.7万起，同比推算下降6%；止付拦截资金3288亿元，同比上升3.4%。"]);
    const sources = lead.flat().flatMap((inline) => (inline.type === "footnote" ? [inline.source] : []));
    expect(sources).toEqual([now, then, now]);
  });

  test("of an issue without figures of its own area tells those of other areas, and says so", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const areas = [
      bench.comparison(keyOf("cases.solved", { area: north }), year(2023), { source, text: "61起", value: 61 }),
    ];
    expect(read(viewIn(bench.analysis({ areas })).lead)).toEqual([
      "2024年1月收到的文章中没有全国的统计数字，各地公布的主要数字如下。2023年，北河省破获案件61起。",
    ]);
    expect(read(viewIn(bench.analysis({ areas }), "en").lead)[0]).toBe(
      "The articles received for January 2024 hold no figures for China; the main figures of other areas follow. In 2023, Beijing recorded 61 cases solved. ",
    );
  });

  test("begins with the newest period that is over, though an older one is longer", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const comparisons = [
      bench.comparison(keyOf("funds.stopped"), year(2022), { source, text: "3180亿元", value: 318e9 }),
      bench.comparison(
        keyOf("cases.solved"),
        { start: "2023-01-01", end: "2023-11-30" },
        { source, text: "61起", value: 61 },
      ),
      bench.comparison(keyOf("centers.built"), { start: null, end: "2024-01-05" }, { source, text: "32个", value: 32 }),
    ];
    expect(read(viewIn(bench.analysis({ comparisons })).lead)).toEqual([
      "2023年1月至11月，全国破获案件61起。2022年，全国止付拦截资金3180亿元。截至2024年1月5日，全国反诈中心32个。",
    ]);
  });

  test("says on which of its figures sources disagree", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const solved = bench.comparison(keyOf("cases.solved"), year(2023), { source, text: "61起", value: 61 });
    const disputed: Comparison = { ...solved, current: { ...solved.current, conflict: 0 } };
    expect(read(viewIn(bench.analysis({ comparisons: [disputed] })).lead)[0]).toMatch(
      /破获案件61起\*。破获案件的数字各来源不一致，见“核对”。$/u,
    );
  });

  test("keeps every sentence short enough to be read aloud", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const comparisons = [
      "cases.reported",
      "cases.solved",
      "suspects.captured",
      "dens.destroyed",
      "funds.stopped",
      "funds.recovered",
    ].map((id) =>
      bench.comparison(keyOf(id), year(2023), {
        source,
        text: "近3288.8亿余元",
        value: 328.88e9,
        bound: "max",
        change: [yoy("up", 123.3, "同比上升超过123.3%", "min")],
      }),
    );
    const view = viewIn(bench.analysis({ comparisons }));
    const sentences = read([...view.lead, ...view.sections.flatMap(({ paragraphs }) => paragraphs)])
      .join("")
      .split("。");
    expect(sentences.length).toBeGreaterThan(4);
    expect(sentences.filter((one) => one.length > 120)).toEqual([]);
  });
});

function rankings(
  ...figures: (readonly [typeof north, string, Partial<Pick<Value, "bound" | "low" | "high">> & { value: number }])[]
): string {
  const bench = workbench();
  const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
  const areas = figures.map(([area, text, value]) =>
    bench.comparison(keyOf("cases.solved", { area }), year(2023), { source, text, ...value }),
  );
  return read(viewIn(bench.analysis({ areas })).areas?.paragraphs ?? []).join("");
}

describe("areas", () => {
  test("are put in an order only where their figures surely have one", () => {
    expect(rankings([north, "1.2万起", { value: 12_000 }], [south, "3.05万起", { value: 30_500 }])).toBe(
      "2023年，各地公布的数字由高到低，破获案件依次为南山省3.05万起、北河省1.2万起。",
    );
    expect(
      rankings(
        [north, "近3万起", { value: 30_000, bound: "max", low: 29_000, high: 30_000 }],
        [south, "2.9万余起", { value: 29_000, bound: "min", low: 29_000, high: 30_000 }],
      ),
    ).toBe("2023年，各地公布的破获案件为北河省近3万起、南山省2.9万余起，部分数字相近，先后不能确定。");
    expect(rankings([north, "12起", { value: 12 }], [south, "12起", { value: 12 }])).toMatch(/先后不能确定。$/u);
  });

  test("beyond five are left to the table", () => {
    const many = "BJ TJ HE SX NM LN JL"
      .split(" ")
      .map(
        (code, at) =>
          [{ code: `CN-${code}`, name: `第${"一二三四五六七"[at]}省` }, `${90 - at}起`, { value: 90 - at }] as const,
      );
    expect(rankings(...many)).toBe(
      "2023年，各地公布的数字由高到低，破获案件居前五位的依次为第一省90起、第二省89起、第三省88起、第四省87起、第五省86起。",
    );
  });
});

function value(text: string, size: number): Value {
  return {
    value: size,
    unit: "case",
    bound: "exact",
    low: size,
    high: size,
    text,
    observations: [],
  };
}

function change(kind: IssueChange["kind"], id: string, more: Partial<IssueChange> = {}): IssueChange {
  return {
    kind,
    key: keyOf(id),
    period: year(2023),
    before: kind === "new" ? null : value("9800起", 9800),
    after: kind === "withdrawn" ? null : value("2.3万起", 23_000),
    ...more,
  };
}

function changed(...changes: IssueChange[]): string[] {
  const bench = workbench();
  bench.publish("a.txt", "通报", "某报", "2024-01-09");
  return read(viewIn(bench.analysis({ changes })).changes);
}

describe("what changed since the issue before", () => {
  test("is told by period and area, both figures in one scale", () => {
    expect(
      changed(
        change("revised", "suspects.captured"),
        change("revised", "cases.solved"),
        change("revised", "cases.solved", { period: year(2022) }),
        change("withdrawn", "cases.solved", { key: keyOf("cases.solved", { area: north }) }),
      ),
    ).toEqual([
      "2023年全国破获案件由上期的0.98万起改为2.3万起；抓获嫌疑人由上期的0.98万起改为2.3万起。",
      "2022年全国破获案件由上期的0.98万起改为2.3万起。",
      "2023年北河省破获案件上期列为9800起，本期撤下。",
    ]);
  });

  test("names many new figures in few sentences, those of other areas by area", () => {
    const ids = ["cases.reported", "cases.solved", "suspects.captured", "funds.stopped"];
    const own = ids.flatMap((id) =>
      [2019, 2020, 2021, 2022, 2023].map((one) => change("new", id, { period: year(one) })),
    );
    const others = [south, north, east].flatMap((area) =>
      ids.map((id) => change("new", id, { key: keyOf(id, { area }) })),
    );
    const [said = "", ...rest] = changed(...own, ...others);
    expect(rest).toEqual([]);
    expect(said).toMatch(/^本期新增的数字：2023年的发案、破获案件、抓获嫌疑人、止付拦截资金；2022年的/u);
    expect(said).toMatch(/数字见以下各部分。新增其他地区的数字，涉及北河省、南山省、东海省，见“各地情况”。$/u);
    expect(said.split("。").filter((sentence) => sentence.length > 120)).toEqual([]);
  });
});

describe("a revised figure", () => {
  test("is told with what it was, and both sources", () => {
    const bench = workbench();
    const before = bench.publish("old.txt", "初报", "某报", "2024-01-04");
    const source = bench.publish("new.txt", "通报", "某报", "2024-01-09");
    const old = bench.point(keyOf("cases.solved"), year(2023), { source: before, text: "5588起", value: 5588 });
    const now = bench.comparison(keyOf("cases.solved"), year(2023), { source, text: "5604起", value: 5604 });
    const revised: Comparison = {
      ...now,
      current: { ...now.current, revises: [{ value: old.value, published: "2024-01-04" }] },
    };
    const [section] = viewIn(bench.analysis({ comparisons: [revised] })).sections;
    expect(read(section?.paragraphs ?? [])).toEqual(["2023年，全国破获案件5604起，此前公布为5588起。"]);
    const sources = (section?.paragraphs ?? []).flat().flatMap((one) => (one.type === "footnote" ? [one.source] : []));
    expect(sources).toEqual([source, before]);
  });
});

describe("a table", () => {
  test("leaves out columns in which no row has anything, and says why", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const comparisons = ["cases.solved", "suspects.captured"].map((id) =>
      bench.comparison(keyOf(id), year(2023), { source, text: "12起", value: 12 }, { reason: "not-published" }),
    );
    const [section] = viewIn(bench.analysis({ comparisons })).sections;
    expect(read([section?.tables[0]?.caption ?? []])).toEqual(["表1　打击（全国，2023年）"]);
    expect(section?.tables[0]?.head.map(({ text }) => textOf(text))).toEqual(["指标", "本期"]);
    expect(section?.tables[0]?.columns).toBe("15 14");
    expect(section?.tables[0]?.note).toBe("注：各行没有可比的上年同期数字（同期的文章没有公布），不列该栏。");
  });

  test("tells why nothing is computed where both years stand side by side", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const previous = bench.point(keyOf("dens.destroyed"), year(2022), { source, text: "0个", value: 0 });
    const comparisons = [
      bench.comparison(
        keyOf("cases.solved"),
        year(2023),
        { source, text: "5起", value: 5 },
        { reason: "not-published" },
      ),
      bench.comparison(
        keyOf("dens.destroyed"),
        year(2023),
        { source, text: "5个", value: 5 },
        { previous, reason: "base-zero" },
      ),
    ];
    const table = viewIn(bench.analysis({ comparisons })).sections[0]?.tables[0];
    expect(table?.rows.map(({ cells }) => read(cells.map(({ text }) => text)).join(" "))).toEqual([
      "破获案件 5起 未公布 —",
      "捣毁窝点 5个 0个 ×",
    ]);
    expect(table?.note).toContain("“×”表示上年同期为零");
  });

  test("names periods row by row only where they differ", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", "通报", "某报", "2024-01-09");
    const figure = { source, text: "12起", value: 12, change: [yoy("up", 8, "同比上升8%")] };
    const comparisons = [
      bench.comparison(keyOf("cases.solved"), year(2023), figure),
      bench.comparison(keyOf("suspects.captured"), { start: "2023-01-01", end: "2023-11-30" }, figure),
    ];
    const [section] = viewIn(bench.analysis({ comparisons })).sections;
    expect(read([section?.tables[0]?.caption ?? []])).toEqual(["表1　打击（全国，期间见各行）"]);
    expect(section?.tables[0]?.head.map(({ text }) => textOf(text))).toEqual(["指标", "本期", "公布同比", "期间"]);
  });
});
