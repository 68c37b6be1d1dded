import { expect, test } from "vitest";
import { inputOf } from "../scripts/fuzzing/inputs.ts";
import { unsettled, violationsOf } from "../scripts/fuzzing/laws.ts";
import { minimised } from "../scripts/fuzzing/minimise.ts";

/** `node scripts/fuzz.ts` goes on from here for as long as one likes. */
const cases = 200;

test(`keeps every law on ${cases} files damaged at random`, { timeout: 120_000 }, async () => {
  const broken: string[] = [];
  let changed = 0;
  for (let seed = 1; seed <= cases; seed++) {
    const { document, bytes, story } = inputOf(seed);
    const found = await violationsOf(bytes, document);
    for (const { law, what } of found) broken.push(`seed ${seed} (${story.join(", ")}): ${law}: ${what}`);
    if (found.length === 0 && (await unsettled(bytes, document)).length > 0) changed++;
  }
  expect(broken).toEqual([]);
  // What is left of damage may be understood better once the rest is gone; that is seldom.
  expect(changed).toBeLessThan(cases / 25);
});

test("makes the same input of a seed, and other inputs of others", () => {
  expect(inputOf(7)).toEqual(inputOf(7));
  const inputs = new Set(Array.from({ length: 50 }, (_, seed) => inputOf(seed).bytes.join()));
  expect(inputs.size).toBeGreaterThan(48);
});

test("makes a failing input smaller", async () => {
  const bytes = new TextEncoder().encode("今年以来，全市破获案件X385起。");
  const small = await minimised(bytes, async (less) => new TextDecoder().decode(less).includes("X"));
  expect(new TextDecoder().decode(small)).toBe("X");
});
