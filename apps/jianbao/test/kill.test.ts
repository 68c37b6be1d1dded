import { expect, it } from "vitest";
import { type Killing, fromSource, killAt, sceneIn, works } from "./killing.ts";
import { temporaryFolder } from "./run.ts";

/** Moments that look random and are the same in each run: multiples of the golden ratio fall evenly and never together. */
const moments = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i + seed) * 0.618_033_988_749_895) % 1);

it(
  "loses nothing and mixes nothing when it is killed at any moment, and goes on where it stood",
  { timeout: 600_000 },
  async () => {
    using folder = temporaryFolder();
    const scene = await sceneIn(folder.path, 160, 2, fromSource);
    const killings: Killing[] = [];
    for (const [seed, work] of works.entries())
      for (const at of moments(5, 10 * seed + 1)) {
        let killing = await killAt(scene, work, at);
        killings.push(killing);
        // Done before its moment came, on a machine that has got faster since the work was timed: earlier, then.
        for (let sooner = at / 3; !killing.isKilled && sooner > 0.01; sooner /= 3) {
          killing = await killAt(scene, work, sooner);
          killings.push(killing);
        }
        expect(killing.isKilled).toBe(true);
      }
    expect(killings.filter(({ losses }) => losses.length > 0)).toEqual([]);
  },
);
