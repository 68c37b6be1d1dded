/** A thread that reads articles: it gets jobs and answers with their outcomes. `readInThreads` starts it. */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { ReadingContext, ReadingJob } from "./reading-job.ts";
import type { Answer, Assignment, ThreadData } from "./reading-threads.ts";

const port = parentPort;
if (port === null) throw new Error("reading-thread.ts is started by readInThreads alone");
// The edge of the thread: its one caller passes just this.
const { cacheFolder, ...context } = workerData as ThreadData & ReadingContext;
if (cacheFolder !== null) enableCompileCache(cacheFolder);
const { readingOf } = await import("./reading-job.ts");

// One after the other: a reading that waits for a library must not let the next overtake it.
let last: Promise<void> = Promise.resolve();
port.on("message", ({ index, job }: Assignment) => {
  last = answered(last, index, job);
});

async function answered(before: Promise<void>, index: number, job: ReadingJob): Promise<void> {
  await before;
  const answer: Answer = { type: "outcome", index, outcome: await readingOf(job, context) };
  port?.postMessage(answer);
}

const ready: Answer = { type: "ready" };
port.postMessage(ready);
