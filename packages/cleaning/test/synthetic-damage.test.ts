import { expect, test } from "vitest";
import { mix } from "./damage.ts";
import { type Outcome, damagedCases, tally } from "./damaged.ts";

/** `node scripts/damage.ts SEED COUNT` does the same for other seeds, and shows the cases. */
const seed = 20_231_225;
const count = 500;

test(
  `invents nothing in ${count} paragraphs damaged at random, and restores or marks nearly all`,
  { timeout: 180_000 },
  () => {
    const cases = [...damagedCases(seed, count)];
    const sum: Record<Outcome, number> = { exact: 0, marked: 0, silent: 0, wrong: 0 };
    for (const { outcome } of cases) sum[outcome]++;
    expect(cases.filter(({ outcome }) => outcome === "wrong").map(({ repaired }) => repaired)).toEqual([]);
    expect(sum.exact / count).toBeGreaterThanOrEqual(0.65);
    // A byte that is lost between figures, or a character that became another one, shows nowhere.
    expect(sum.silent / count).toBeLessThanOrEqual(0.06);
  },
);

test("covers each mechanism of the mix", () => {
  const kinds = tally(damagedCases(7, 150));
  expect([...kinds.keys()].length).toBeGreaterThanOrEqual(Object.values(mix).filter((share) => share > 0).length - 2);
});

test("makes the same damage of a seed", () => {
  expect(texts(3)).toEqual(texts(3));
  expect(texts(3)).not.toEqual(texts(4));
});

function texts(of: number): string[] {
  return [...damagedCases(of, 8)].map(({ damaged }) => damaged);
}
