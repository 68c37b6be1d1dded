import { expect, test } from "vitest";
import { alarmsOf, scoreOf } from "./planted/verdict.ts";

const score = scoreOf([1, 2], 1);

test.each(Object.entries(score.kinds))("finds what is planted in archives of 36 months: %s", (_, tally) => {
  expect(tally.planted).toBe(2);
  expect(tally.found).toBe(2);
  // One fault may break several rules, but must not fill an editor's list.
  expect(tally.echoes).toBeLessThanOrEqual(2 * 6);
});

test("plants every kind of fault, and asks nothing of the figures beside them", () => {
  expect(Object.keys(score.kinds)).toHaveLength(31);
  expect(score.missed).toEqual([]);
  expect(score.alarms).toEqual([]);
});

test("asks nothing of archives without a fault", () => {
  expect(alarmsOf([4, 5])).toEqual([]);
});
