/**
 * Kills builds, first imports and rebuilds of the archive at many moments, and tells what was lost:
 * `node apps/jianbao/scripts/kill.ts [RUNS] [ARTICLES] [SEED]`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Killing, fromSource, killAt, sceneIn, works } from "../test/killing.ts";

const [runs = 120, articles = 300, seed = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "jianbao-kill-"));
const killings: Killing[] = [];
try {
  const scene = await sceneIn(folder, articles, 2, fromSource);
  for (let i = 0; i < runs; i++) {
    const work = works[i % works.length];
    if (work === undefined) continue;
    const killing = await killAt(scene, work, ((i + seed) * 0.618_033_988_749_895) % 1);
    killings.push(killing);
    for (const loss of killing.losses) console.log(`${work} at ${(100 * killing.at).toFixed(0)} %: ${loss}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const work of works) {
  const own = killings.filter((killing) => killing.work === work);
  const of = (output: Killing["output"]): number => own.filter((killing) => killing.output === output).length;
  const killed = own.filter(({ isKilled }) => isKilled).length;
  const lost = own.filter(({ losses }) => losses.length > 0).length;
  console.log(
    `${work}: ${own.length} runs, ${killed} killed before they ended; output none ${of("none")}, former ${of("former")}, new ${of("new")}; with losses ${lost}`,
  );
}
if (killings.some(({ losses }) => losses.length > 0)) process.exitCode = 1;
