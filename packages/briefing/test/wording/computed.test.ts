import { type Value, computedChange } from "@jianbao/analysis";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { computedSizeOf } from "../../src/wording/computed.ts";

const words = { between: "至", above: "以上", percent: "%", pp: "个百分点", about: "约", times: null };

const level = fc
  .record({
    digits: fc.integer({ min: 10, max: 9999 }),
    zeros: fc.integer({ min: 0, max: 6 }),
    isRounded: fc.boolean(),
  })
  .map(({ digits, zeros, isRounded }): Value => {
    const value = digits * 10 ** zeros;
    const half = isRounded && zeros > 0 ? 10 ** zeros / 2 : 0;
    return { value, unit: "case", bound: "exact", low: value - half, high: value + half, text: null, observations: [] };
  });

/** All changes that two levels may stand for: of both ends, the middles and two points between. */
function truths(now: Value, before: Value): number[] {
  return pointsOf(now).flatMap((x) => pointsOf(before).map((y) => ((x - y) / y) * 100));
}

function pointsOf({ low, high, value }: Value): number[] {
  return [low ?? value, high ?? value, value, value * 1.0001, value * 0.9999].filter(
    (x) => x >= (low ?? value) && x <= (high ?? value),
  );
}

/** What printed words claim: `5.8%` rounds to it, `约53%` is within two of its last digit, `14%至18%` holds it. */
function claims(text: string, isDown: boolean): (change: number) => boolean {
  const numbers = text.match(/[−+]?\d+(?:\.\d+)?/gu) ?? [];
  const digits = /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
  const unit = 10 ** -digits;
  const signed = numbers.map((number) => Number(number.replace("−", "-").replace("+", "")));
  const [first = Number.NaN, second] = signed;
  const hasSigns = /[−+]/u.test(text);
  return (change) => {
    const size = hasSigns ? change : isDown ? -change : change;
    if (second !== undefined) return size >= first - 1e-6 && size <= second + 1e-6;
    const reach = text.startsWith("约") ? 2 * unit : unit / 2;
    // Ends were rounded outward to two digits before.
    return Math.abs(size - first) <= reach + 0.0101;
  };
}

test("claims nothing of a change that its figures do not hold, whatever they stand for", () => {
  fc.assert(
    fc.property(level, level, (now, before) => {
      const computed = computedChange(now, before);
      if (computed === null) throw new RangeError("no change");
      const text = computedSizeOf(computed, words);
      const isClaimed = claims(text, computed.direction === "down");
      for (const change of truths(now, before)) expect([text, change, isClaimed(change)]).toEqual([text, change, true]);
    }),
    { numRuns: 2000 },
  );
});
