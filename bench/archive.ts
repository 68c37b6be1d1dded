/**
 * Measures an archive of years: a first import with one thread and with all, its peak memory, the size of the archive,
 * an issue built from it, one article added, verifying and rebuilding:
 * `pnpm --filter @jianbao/bench archive [ARTICLES]`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bulletin } from "./bulletins.ts";

const launcher = join(import.meta.dirname, "..", "apps", "jianbao", "bin", "jianbao.js");
const articles = Number(process.argv[2] ?? 10_000);
/** Imports are timed this often each, in turn, and the best counts: other programs only ever slow one down. */
const imports = 2;
const period = "2023-12";

interface Sample {
  /** Milliseconds of the whole process, its start among them. */
  readonly wall: number;
  /** MiB. */
  readonly peak: number;
  /** Milliseconds by step. */
  readonly steps: ReadonlyMap<string, number>;
}

const root = mkdtempSync(join(tmpdir(), "jianbao-bench-"));
try {
  const bytes = writeSources();
  const cores = availableParallelism();
  console.log(`${articles} articles, ${(bytes / 1e6).toFixed(1)} MB of text, ${cores} cores`);

  const [alone, all] = timeImports([0, cores]);
  const rate = (sample: Sample): string => (articles / (stepOf(sample, "read") / 1000)).toFixed(0);
  line("import, one thread", `${rate(alone)} articles/s, peak ${alone.peak} MiB`);
  line(
    `import, ${cores} threads`,
    `${rate(all)} articles/s, peak ${all.peak} MiB, × ${ratio(stepOf(alone, "read"), stepOf(all, "read"))}`,
  );
  const size = statSync(join(root, "archive.db")).size;
  line("archive", `${(size / 1e6).toFixed(1)} MB, × ${ratio(size, bytes)} of the text`);

  const whole = stepOf(alone, "read");
  const first = build();
  line("first issue", `${first.wall.toFixed(0)} ms, peak ${first.peak} MiB`);
  for (const [label, ms] of first.steps)
    console.log(`    ${((100 * ms) / first.wall).toFixed(0).padStart(3)} %  ${label}`);
  const again = build();
  line(
    "nothing changed: looked at",
    `${stepOf(again, "read")} ms, × ${ratio(stepOf(again, "read"), whole)} of the import`,
  );
  put(articles);
  const added = build();
  line(
    "one article added: read",
    `${stepOf(added, "read")} ms, × ${ratio(stepOf(added, "read"), whole)} of the import`,
  );
  line(
    "one article added: new issue",
    `${added.wall.toFixed(0)} ms, × ${ratio(added.wall, alone.wall + first.wall)} of import and first issue`,
  );
  const verified = run("archive", "verify");
  line(
    "verify: every file read",
    `${stepOf(verified, "read")} ms, × ${ratio(stepOf(verified, "read"), whole)} of the import`,
  );
  line(
    "verify: the archive itself",
    `${stepOf(verified, "verify")} ms, × ${ratio(stepOf(verified, "verify"), whole)} of the import`,
  );
  const searched = run("archive", "search", "共享屏幕", "验证码");
  line("search", `${stepOf(searched, "search")} ms`);
  const rebuilt = run("archive", "rebuild");
  line("rebuild", `${rebuilt.wall.toFixed(0)} ms, × ${ratio(rebuilt.wall, all.wall)} of the import`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Writes the workspace; gives the bytes of its articles. */
function writeSources(): number {
  let bytes = 0;
  for (let number = 0; number < articles; number++) bytes += put(number);
  writeFileSync(join(root, "briefing.yaml"), "title: 反诈简报\nissuer: 某反诈中心\n");
  return bytes;
}

/** Writes an article; one past the last is of the last month as well. */
function put(number: number): number {
  const { file, text } = bulletin(number, articles);
  const path = join(root, "sources", number < articles ? file : join(dirname(file), "added.txt"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return Buffer.byteLength(text);
}

/** Times first imports with so many threads each, in turn: the best of each. The last leaves its archive. */
function timeImports(threads: readonly [number, number]): readonly [Sample, Sample] {
  const best: (Sample | undefined)[] = [undefined, undefined];
  for (let i = 0; i < imports; i++) {
    for (const [index, count] of threads.entries()) {
      for (const name of ["archive.db", "archive.db-wal", "archive.db-shm", ".jianbao"])
        rmSync(join(root, name), { recursive: true, force: true });
      const sample = runWith({ JIANBAO_THREADS: `${count}` }, ["archive", "search", "验证码", "--limit", "1"]);
      const former = best[index];
      if (former === undefined || stepOf(sample, "read") < stepOf(former, "read")) best[index] = sample;
    }
  }
  const [alone, all] = best;
  if (alone === undefined || all === undefined) throw new Error("no import was timed");
  return [alone, all];
}

function build(): Sample {
  return run("build", period);
}

function run(...args: readonly string[]): Sample {
  return runWith({}, args);
}

function runWith(env: Readonly<Record<string, string>>, args: readonly string[]): Sample {
  const start = performance.now();
  const run = spawnSync(process.execPath, [launcher, ...args, "--timing", "--workspace", root, "--fail-on", "never"], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C", ...env },
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  const steps = new Map(
    [...run.stderr.matchAll(/^ *(\d+) ms {2}(.+)$/gmu)].map((match) => [match[2] ?? "", Number(match[1])]),
  );
  return { wall, peak: Number(/(\d+) MiB/u.exec(run.stderr)?.[1] ?? Number.NaN), steps };
}

/** Milliseconds of the first step whose name begins so. */
function stepOf({ steps }: Sample, name: string): number {
  return [...steps].find(([label]) => label.startsWith(name))?.[1] ?? Number.NaN;
}

function ratio(a: number, b: number): string {
  const value = a / b;
  return value < 0.1 ? value.toFixed(3) : value.toFixed(2);
}

function line(what: string, figures: string): void {
  console.log(`${what.padEnd(30)} ${figures}`);
}
