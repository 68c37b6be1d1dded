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
      for (const at of moments(5, 10 * seed + 1)) killings.push(await killAt(scene, work, at));
    expect(killings.filter(({ losses }) => losses.length > 0)).toEqual([]);
    // Most of them were killed, not done: else the test would show nothing.
    expect(killings.filter(({ isKilled }) => isKilled).length).toBeGreaterThan(killings.length / 2);
  },
);
