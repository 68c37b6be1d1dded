import type { Erratum } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { type Language, parseIssuePeriod } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { compose, viewOf } from "../../src/index.ts";
import { keyOf, monthly, options, valueOf, workbench, year, yoy } from "../fixture.ts";

const period = parseIssuePeriod("2024-01");
if (period === null) throw new RangeError("no period");

const solved = keyOf("cases.solved");
const decision = { by: "张三", on: "2024-02-20", why: "原文为45.7万起。" };

function erratum(more: Partial<Erratum> = {}): Erratum {
  return {
    id: "p-1",
    issue: { period: period ?? never(), number: 1, total: 61 },
    key: solved,
    period: year(2023),
    printed: valueOf(solved, "o-old", { source: "", text: "43.7万起", value: 437_000 }),
    after: null,
    cause: "rejected",
    decision,
    ...more,
  };
}

function never(): never {
  throw new RangeError("no period");
}

/** The sentences of a correction box, without their notes. */
function box(language: Language, make: (bench: ReturnType<typeof workbench>) => readonly Erratum[]): readonly string[] {
  const bench = workbench("2024-02");
  bench.publish("b.txt", "通报", "某报", "2024-02-09");
  const errata = make(bench);
  const { view } = viewOf(bench.analysis({ errata }), options({ language }));
  return (view.corrections?.items ?? []).map(({ text }) => textOf(text.filter(({ type }) => type !== "footnote")));
}

describe("a correction", () => {
  test.each([
    [
      "zh-Hans",
      "第1期（总第61期，2024年1月），2023年全国破获案件印作43.7万起，应为45.7万起。张三2024年2月20日核对更正，理由：原文为45.7万起。",
    ],
    [
      "zh-Hant-TW",
      "第1期（總第61期，2024年1月），2023年全國破獲案件印作43.7萬起，應為45.7萬起。張三2024年2月20日核對更正，理由：原文为45.7万起。",
    ],
    [
      "zh-Hant-HK",
      "第1期（總第61期，2024年1月），2023年全國破獲案件印作43.7萬起，應為45.7萬起。張三2024年2月20日核對更正，理由：原文为45.7万起。",
    ],
  ] as const)("says in %s what was printed, what it should be, and who found out why", (language, sentence) => {
    const said = box(language, (bench) => {
      const id = bench.observe(solved, year(2023), { source: "b.txt#1", text: "45.7万起", value: 457_000 });
      return [
        erratum({ cause: "corrected", after: valueOf(solved, id, { source: "", text: "45.7万起", value: 457_000 }) }),
      ];
    });
    expect(said).toHaveLength(1);
    // The pack of the tests names its indicators in one script; names and reasons are as the editor wrote them.
    expect(said[0]?.replace("张三", "張三")).toBe(sentence.replace("张三", "張三"));
  });

  test("says so in English", () => {
    expect(box("en", () => [erratum()])).toEqual([
      "No. 1 (overall No. 61, January 2024): the figure for cases solved in China in 2023 was printed as 437,000; the figure is withdrawn. Rejected by 张三 on 20 February 2024: 原文为45.7万起.",
    ]);
  });

  test.each([
    ["zh-Hans", "2023年全国破获案件公布的变化印作同比上升52%，应为同比上升42%。来稿未变，系本刊读取有误。"],
    [
      "en",
      "cases solved in China in 2023, the change stated, was printed as up 52% year on year; it should be up 42% year on year. The article is unchanged and had been misread.",
    ],
  ] as const)("quotes in %s a change that an article stated", (language, sentence) => {
    const said = box(language, () => {
      const [before, after] = [yoy("up", 52, "同比上升52%"), yoy("up", 42, "同比上升42%")];
      const { decision: _, ...bare } = erratum({ cause: "reread", change: { printed: before, after } });
      const value = { ...bare.printed, unit: "percent", text: before.text } as const;
      return [{ ...bare, printed: { ...value, value: 52 }, after: { ...value, value: 42, text: after.text } }];
    });
    expect(said[0]?.slice(-sentence.length)).toBe(sentence);
  });

  test("tells what the number is a figure of after all", () => {
    const moved = {
      key: keyOf("cases.solved", { area: { code: "CN-SX", name: "山西省" } }),
      period: year(2023),
      value: valueOf(solved, "o-old", { source: "", text: "43.7万起", value: 437_000 }),
    };
    expect(box("zh-Hans", () => [erratum({ cause: "corrected", moved })])).toEqual([
      "第1期（总第61期，2024年1月），2023年全国破获案件印作43.7万起，现予撤回；原印的数字应属2023年山西省破获案件（43.7万起）。张三2024年2月20日核对更正，理由：原文为45.7万起。",
    ]);
  });

  test.each([
    ["reread", "来稿未变，系本刊读取有误。"],
    ["source-changed", "所据来稿已更换。"],
    ["source-removed", "所据来稿已撤下。"],
  ] as const)("gives the reason of one that is %s", (cause, reason) => {
    const { decision: _, ...bare } = erratum({ cause });
    expect(box("zh-Hans", () => [bare])[0]).toMatch(new RegExp(`现予撤回。${reason}$`, "u"));
  });

  test("puts figures together that are withdrawn for one reason", () => {
    const captured = keyOf("suspects.captured");
    const other = erratum({
      id: "p-2",
      key: captured,
      printed: valueOf(captured, "o-other", { source: "", text: "7万名", value: 70_000 }),
    });
    expect(box("zh-Hans", () => [erratum(), other])).toEqual([
      "第1期（总第61期，2024年1月）所印下列数字现予撤回：2023年全国破获案件43.7万起；2023年全国抓获嫌疑人7万名。张三2024年2月20日核对，原数不用，理由：原文为45.7万起。",
    ]);
  });
});

test("a template that leaves corrections out is told so: they are not lost in silence", async () => {
  const bench = workbench("2024-02");
  const { template, theme } = monthly();
  const { "partials/corrections.hbs": _, ...files } = template.files;
  const briefing = (files["briefing.hbs"] ?? "").replace(/^.*corrections.*\n/mu, "");
  const old = { ...template, files: { ...files, "briefing.hbs": briefing } };
  const analysis = bench.analysis({ errata: [erratum()] });
  const left = await compose(analysis, options({ template: old, theme }));
  expect(left.diagnostics).toMatchObject([{ rule: "briefing/corrections-left-out", severity: "error" }]);
  expect((await compose(analysis, options())).diagnostics).toEqual([]);
});

test.each([
  ["zh-Hans", "签发：王主任　2024年2月5日"],
  ["zh-Hant-TW", "簽發：王主任　2024年2月5日"],
  ["zh-Hant-HK", "簽發：王主任　2024年2月5日"],
  ["en", "Signed by 王主任, 5 February 2024"],
] as const)("a signature in %s names who signed and when", (language, line) => {
  const more = options({ language });
  const signature = { by: "王主任", on: "2024-02-05", replaces: null };
  const signed = { ...more, issue: { ...more.issue, draft: false, signature } };
  const { view } = viewOf(workbench().analysis(), signed);
  expect(view.signature === null ? null : textOf(view.signature)).toBe(line);
  expect(viewOf(workbench().analysis(), more).view.signature).toBeNull();
});
