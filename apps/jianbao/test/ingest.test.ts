import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Archive, openArchive } from "@jianbao/archive";
import type { DomainPack } from "@jianbao/model";
import { describe, expect, it } from "vitest";
import type { Console } from "../src/console.ts";
import { type IngestOptions, type Ingestion, ingest } from "../src/ingest.ts";
import { loadPack } from "../src/pack.ts";
import { type ReadingContext, type ReadingOutcome, readingOf } from "../src/reading-job.ts";
import { readInThreads, threadsFor } from "../src/reading-threads.ts";
import { isAtRest, listSources } from "../src/source-file.ts";
import { temporaryFolder } from "./run.ts";

const { pack } = await loadPack("telecom-fraud", null);
if (pack === null) throw new Error("the subject pack does not load");

function consoleOf(threads: number): Console {
  return {
    tongue: "en",
    cwd: ".",
    env: { JIANBAO_THREADS: `${threads}` },
    today: "2024-01-10",
    out: () => {},
    err: () => {},
    interactive: false,
    colour: false,
    columns: 100,
    paint: (_, text) => text,
    drained: async () => {},
    input: async function* () {},
  };
}

function run(archive: Archive, root: string, threads = 0, options: IngestOptions = {}): Promise<Ingestion> {
  return ingest(consoleOf(threads), archive, root, pack as DomainPack, "program", options);
}

const text = (number: number): string =>
  `${number}月份反诈工作情况\n2023年${(number % 12) + 1}月20日 来源：合肥日报\n2022年，合肥市共破获电信网络诈骗案件${1000 + number}起，抓获犯罪嫌疑人${200 + number}名。\n`;

/** A workspace of so many articles, some in folders, one with a sidecar, one damaged, one empty. */
function workspace(root: string, count: number): void {
  mkdirSync(join(root, "sources", "2023"), { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(root, "sources", i % 3 === 0 ? "2023" : "", `${i}.txt`), text(i));
  writeFileSync(join(root, "sources", "1.meta.yaml"), "publisher: 某省法治报\n");
  writeFileSync(join(root, "sources", "空.txt"), "");
  writeFileSync(join(root, "sources", "坏.docx"), "PK\u0003\u0004");
}

describe("the archive of a workspace", () => {
  it("has the same bytes however many threads have read it", { timeout: 120_000 }, async () => {
    const [bytes, ingestion] = await archived(0);
    expect(ingestion).toMatchObject({ files: 302, read: 302, removed: 0 });
    expect(ingestion.diagnostics.map(({ rule }) => rule)).toEqual(["cleaning/docx-broken", "cleaning/empty-file"]);
    for (const threads of [1, 3]) {
      const [others, other] = await archived(threads);
      expect(other).toEqual(ingestion);
      expect(others.equals(bytes)).toBe(true);
    }
  });

  it("costs an added, a changed and a removed article only themselves", async () => {
    using folder = temporaryFolder();
    workspace(folder.path, 20);
    using archive = openArchive(":memory:");
    await run(archive, folder.path);
    expect(await run(archive, folder.path)).toMatchObject({ read: 0, removed: 0 });
    writeFileSync(join(folder.path, "sources", "new.txt"), text(77));
    writeFileSync(join(folder.path, "sources", "2.txt"), text(88));
    writeFileSync(join(folder.path, "sources", "1.meta.yaml"), "publisher: 另一家报\n");
    rmSync(join(folder.path, "sources", "4.txt"));
    expect(await run(archive, folder.path)).toMatchObject({ files: 22, read: 3, removed: 1 });
    expect(archive.publications().find(({ document }) => document === "1.txt")?.publisher).toBe("另一家报");
    expect(archive.observations({ document: "2.txt" })[0]?.quantity?.value).toBe(1088);
    expect(archive.verify()).toEqual([]);
  });

  it("tells again what is wrong with a sidecar, each time", async () => {
    using folder = temporaryFolder();
    workspace(folder.path, 3);
    writeFileSync(join(folder.path, "sources", "1.meta.yaml"), "publishr: 某省法治报\n");
    using archive = openArchive(":memory:");
    for (let i = 0; i < 2; i++) {
      const { diagnostics } = await run(archive, folder.path);
      expect(diagnostics.map(({ rule }) => rule)).toContain("app/sidecar");
    }
  });
});

describe("a file that the file system says is unchanged", () => {
  it("is not read, unless everything is to be", async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, "sources"));
    writeFileSync(join(folder.path, "sources", "0.txt"), text(0));
    using archive = openArchive(":memory:");
    await withLie(folder.path, archive, "0.txt");
    expect(await run(archive, folder.path)).toMatchObject({ read: 0 });
    expect(valueOf(archive)).toBe(1099);
    expect(await run(archive, folder.path, 0, { everything: true })).toMatchObject({ read: 1 });
    expect(valueOf(archive)).toBe(1000);
  });

  it("is read where it was put in the place of another with the same size and time", async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, "sources"));
    const path = join(folder.path, "sources", "0.txt");
    writeFileSync(path, text(0));
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    using archive = openArchive(":memory:");
    await run(archive, folder.path);
    archive.markSeen("0.txt", listSources(join(folder.path, "sources"))[0]?.seen ?? null);
    const before = statSync(path);
    writeFileSync(path, text(1));
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    expect([statSync(path).size, statSync(path).mtimeMs]).toEqual([before.size, before.mtimeMs]);
    expect(await run(archive, folder.path)).toMatchObject({ read: 1 });
  });

  it("is not believed unchanged where it changed just before it was read", async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, "sources"));
    writeFileSync(join(folder.path, "sources", "0.txt"), text(0));
    using archive = openArchive(":memory:");
    await run(archive, folder.path);
    expect(archive.states().map(({ seen }) => seen)).toEqual([null]);
  });

  it("is believed once it has been at rest, and its sidecar too", { timeout: 60_000 }, async () => {
    using folder = temporaryFolder();
    workspace(folder.path, 2);
    using archive = openArchive(":memory:");
    await run(archive, folder.path);
    await new Promise((resolve) => setTimeout(resolve, 2600));
    writeFileSync(join(folder.path, "sources", "1.meta.yaml"), "publisher: 某省法治报\n");
    expect(await run(archive, folder.path)).toMatchObject({ read: 0 });
    const seen = new Map(archive.states().map((state) => [state.document, state.seen]));
    expect(seen.get("2023/0.txt")).toMatch(/^\d+ \d+ \d+ \d+;-$/u);
    expect(seen.get("1.txt")).toBeNull();
  });

  it("was at rest where its last change is older than the coarsest tick of a clock", () => {
    const second = 1_000_000_000n;
    expect(isAtRest(100n * second, 103n * second)).toBe(true);
    expect(isAtRest(100n * second, 102n * second)).toBe(false);
    expect(isAtRest(200n * second, 100n * second)).toBe(false);
    expect(isAtRest(100n * second, null)).toBe(false);
  });
});

describe("threads that read", () => {
  it.each([
    ["ends", 'if (job.file === "dies.txt") process.exit(7);', "the thread ended with code 7"],
    ["throws", 'if (job.file === "dies.txt") throw new Error("out of luck");', "out of luck"],
  ])("lose one article where a thread %s, and keep the order", async (_, onJob, message) => {
    using folder = temporaryFolder();
    const outcomes = await outcomesOf(scriptIn(folder.path, onJob), 200);
    expect(outcomes).toHaveLength(200);
    for (const [index, outcome] of outcomes.entries()) {
      if (index === 5) {
        expect(outcome).toMatchObject({ type: "failed", diagnostics: [{ rule: "app/reading-failed" }] });
        expect(outcome.diagnostics[0]).toMatchObject({ document: "dies.txt", severity: "error" });
        expect(outcome.diagnostics[0]?.message).toContain(message);
      } else expect(outcome).toMatchObject({ type: "unchanged", seen: `${index}.txt` });
    }
  });

  it("go on with those that are left where a dead one cannot be replaced", { timeout: 60_000 }, async () => {
    using folder = temporaryFolder();
    const starts = new Int32Array(new SharedArrayBuffer(4));
    const script = scriptIn(
      folder.path,
      `if (job.file === "dies.txt") {
         while (Atomics.load(workerData.starts, 0) < 2);
         Atomics.wait(workerData.starts, 0, 2, 300); // until the other has said that it can work
         process.exit(7);
       }`,
    );
    writeFileSync(
      script,
      `import { workerData as data } from "node:worker_threads";
       if (Atomics.add(data.starts, 0, 1) >= 2) process.exit(9);
       ${readFileSync(script, "utf8")}`,
    );
    const outcomes: ReadingOutcome[] = [];
    const shared = { ...context, starts } as ReadingContext;
    // So few that one thread has all of them in hand, and the other waits for work when it dies.
    for await (const outcome of readInThreads(jobs(20), shared, { threads: 2, script })) outcomes.push(outcome);
    expect(outcomes.flatMap(({ type }, index) => (type === "unchanged" ? [] : [index]))).toEqual([5]);
    expect(outcomes).toHaveLength(20);
  });

  it("are done without where none can be started", async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "a.txt"), text(3));
    const script = join(folder.path, "none.mjs");
    const work = readInThreads(
      [{ file: "a.txt", size: 10, key: null }],
      { ...context, folder: folder.path },
      { threads: 2, script },
    );
    for await (const outcome of work) expect(outcome).toMatchObject({ type: "read", record: { document: "a.txt" } });
  });

  it("read only so far ahead of whoever takes what they read", async () => {
    using folder = temporaryFolder();
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const script = scriptIn(folder.path, "Atomics.add(workerData.counter, 0, 1);");
    const work = readInThreads(jobs(3000), { ...context, counter } as ReadingContext, { threads: 2, script });
    let taken = 0;
    for await (const _ of work) {
      taken++;
      if (taken % 500 !== 1) continue;
      for (let before = -1; before !== counter[0];) {
        before = counter[0] ?? 0;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(counter[0]).toBeLessThanOrEqual(taken + 2 * 96 + 1);
    }
    expect([taken, counter[0]]).toEqual([3000, 3000]);
  });

  it("pay only where there is much to read", () => {
    expect(threadsFor(1000, {})).toBe(0);
    expect(threadsFor(1e9, { JIANBAO_THREADS: "0" })).toBe(0);
    expect(threadsFor(1, { JIANBAO_THREADS: "3" })).toBe(3);
  });
});

describe("one reading", () => {
  it("that comes to grief is a problem of its article, and is tried again", async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "a.txt"), text(1));
    const job = { file: "a.txt", size: 100, key: null };
    const broken = { folder: folder.path, pack: {} as DomainPack, program: "p", now: null };
    expect(await readingOf(job, broken)).toMatchObject({
      type: "failed",
      diagnostics: [{ rule: "app/reading-failed", document: "a.txt" }],
    });
  });

  it("of a file whose bytes are not to be had says so", async () => {
    using folder = temporaryFolder();
    const context = { folder: folder.path, pack: pack as DomainPack, program: "p", now: null };
    const outcome = await readingOf({ file: "gone.txt", size: 1, key: "k" }, context);
    expect(outcome).toMatchObject({ type: "unreadable", diagnostics: [{ rule: "app/unreadable-file" }] });
    expect(outcome.diagnostics[0]?.hint).toContain("what was read of it before stands");
  });
});

/** The bytes of the archive of a new workspace that so many threads have read, and what reading it told. */
async function archived(threads: number): Promise<readonly [Buffer, Ingestion]> {
  using folder = temporaryFolder();
  workspace(folder.path, 300);
  const archive = openArchive(join(folder.path, "archive.db"));
  const ingestion = await run(archive, folder.path, threads);
  archive.close();
  return [readFileSync(join(folder.path, "archive.db")), ingestion];
}

/** Archives another text under the name of a file, as if it had been read when the file system said what it says. */
async function withLie(root: string, archive: Archive, file: string): Promise<void> {
  const other = join(root, "other");
  mkdirSync(join(other, "sources"), { recursive: true });
  writeFileSync(join(other, "sources", file), text(99));
  await run(archive, other);
  const seen = listSources(join(root, "sources")).find((source) => source.file === file)?.seen ?? "";
  archive.markSeen(file, seen);
}
const valueOf = (archive: Archive): number | undefined =>
  archive.observations({ document: "0.txt" })[0]?.quantity?.value ?? undefined;

const jobs = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ file: i === 5 ? "dies.txt" : `${i}.txt`, size: 10, key: null }));
const context: ReadingContext = { folder: ".", pack, program: "p", now: null };

/** A script for threads that answers every job, and does what `onJob` says before. */
function scriptIn(folder: string, onJob: string): string {
  const path = join(folder, "thread.mjs");
  writeFileSync(
    path,
    `import { parentPort, workerData } from "node:worker_threads";
       parentPort.on("message", ({ index, job }) => {
         ${onJob}
         parentPort.postMessage({ type: "outcome", index, outcome: { type: "unchanged", seen: job.file, diagnostics: [] } });
       });
       parentPort.postMessage({ type: "ready" });`,
  );
  return path;
}
async function outcomesOf(script: string, count: number, threads = 2): Promise<ReadingOutcome[]> {
  const outcomes: ReadingOutcome[] = [];
  for await (const outcome of readInThreads(jobs(count), context, { threads, script })) outcomes.push(outcome);
  return outcomes;
}
