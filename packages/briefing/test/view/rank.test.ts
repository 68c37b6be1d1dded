import { parseIssuePeriod } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { keyComparisons } from "../../src/view/rank.ts";
import { keyOf, pack, workbench, year, yoy } from "../fixture.ts";

const period = parseIssuePeriod("2024-01");
if (!period) throw new Error("no period");

describe("keyComparisons", () => {
  test("puts recent wholes with a known change first, two a theme, in the order given", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", null, null, "2024-01-09");
    const figure = { source, text: "1起", value: 1 };
    const reported = bench.comparison(keyOf("cases.reported"), year(2019), figure);
    const solved = bench.comparison(keyOf("cases.solved"), year(2023), {
      ...figure,
      change: [yoy("up", 52, "同比上升52%")],
    });
    const captured = bench.comparison(keyOf("suspects.captured"), year(2023), figure);
    const cards = bench.comparison(keyOf("cards.seized", { breakdown: "银行卡" }), year(2023), figure);
    const stopped = bench.comparison(keyOf("funds.stopped"), year(2023), figure);
    expect(keyComparisons([reported, solved, captured, cards, stopped], pack, period, 6)).toEqual([
      solved,
      captured,
      stopped,
    ]);
    expect(keyComparisons([reported, solved, captured, cards, stopped], pack, period, 1)).toEqual([solved]);
  });

  test("puts the longest closed period first and no month beside it", () => {
    const bench = workbench();
    const source = bench.publish("a.txt", null, null, "2024-01-09");
    const figure = { source, text: "1起", value: 1 };
    const month = bench.comparison(
      keyOf("cases.solved"),
      { start: "2023-11-01", end: "2023-11-30" },
      { ...figure, change: [yoy("up", 90, "同比上升90%")] },
    );
    const wholeYear = bench.comparison(keyOf("funds.stopped"), year(2023), figure);
    const open = bench.comparison(keyOf("suspects.captured"), { start: "2023-01-01", end: null }, figure);
    expect(keyComparisons([month, open, wholeYear], pack, period, 1)).toEqual([wholeYear]);
    expect(keyComparisons([month, open, wholeYear], pack, period, 6)).toEqual([open, wholeYear]);
    expect(keyComparisons([month], pack, period, 6)).toEqual([month]);
  });
});
