/**
 * Times `jianbao build` of the example as a whole process, from an empty workspace (cold) and again
 * (warm), and prints medians, peak memory and where the time goes: `pnpm --filter @jianbao/bench process`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const launcher = join(root, "apps", "jianbao", "bin", "jianbao.js");
const example = join(root, "examples", "telecom-fraud");
const runs = Number(process.argv[2] ?? 5);

interface Sample {
  readonly wall: number;
  readonly peak: number;
  readonly steps: ReadonlyMap<string, number>;
}

const folder = mkdtempSync(join(tmpdir(), "jianbao-bench-"));
try {
  for (const name of ["briefing.yaml", "sources"]) cpSync(join(example, name), join(folder, name), { recursive: true });
  build(); // fills the compile cache and the disk's
  const cold = Array.from({ length: runs }, () => {
    for (const name of ["archive.db", "archive.db-wal", "archive.db-shm", ".jianbao", "out"])
      rmSync(join(folder, name), { recursive: true, force: true });
    return build();
  });
  const warm = Array.from({ length: runs }, build);
  report("cold: no archive, no charts", cold);
  report("warm: nothing changed", warm);
  console.log(`warm / cold   ${(median(warm.map((s) => s.wall)) / median(cold.map((s) => s.wall))).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function build(): Sample {
  const start = performance.now();
  const run = spawnSync(process.execPath, [launcher, "build", "2023-12", "--timing", "--workspace", folder], {
    encoding: "utf8",
  });
  const wall = performance.now() - start;
  if (run.status === null || run.status > 1) throw new Error(run.stderr);
  const steps = new Map(
    [...run.stderr.matchAll(/^ *(\d+) ms {2}(.+)$/gmu)].map((match) => [match[2] ?? "", Number(match[1])]),
  );
  return { wall, peak: Number(/(\d+) MiB/u.exec(run.stderr)?.[1] ?? Number.NaN), steps };
}

function report(title: string, samples: readonly Sample[]): void {
  const wall = median(samples.map((sample) => sample.wall));
  console.log(
    `${title}\n  wall ${wall.toFixed(0)} ms, peak ${median(samples.map((sample) => sample.peak)).toFixed(0)} MiB (median of ${samples.length})`,
  );
  for (const label of samples[0]?.steps.keys() ?? []) {
    const ms = median(samples.map((sample) => sample.steps.get(label) ?? 0));
    console.log(`  ${((100 * ms) / wall).toFixed(0).padStart(4)} %  ${label}`);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
