import { existsSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type ReadingContext, type ReadingJob, type ReadingOutcome, failure, readingOf } from "./reading-job.ts";

/** A job on its way to a thread, with its place among all. */
export interface Assignment {
  readonly index: number;
  readonly job: ReadingJob;
}

/** What a thread says: once that it can work, then an outcome for each job. */
export type Answer =
  | { readonly type: "ready" }
  | { readonly type: "outcome"; readonly index: number; readonly outcome: ReadingOutcome };

/** What a thread is told beside the context. */
export interface ThreadData {
  /** Where compiled code is kept; null where it is not. */
  readonly cacheFolder: string | null;
}

/** How jobs are shared out; tests hand in a script of their own. */
export interface ThreadOptions {
  readonly threads: number;
  readonly script?: string;
}

/** Jobs that one thread has in hand: enough that it need not wait while the archive writes. */
const inHand = 24;
/** Jobs that may be in hand or done before the next is taken by the caller, for each thread. */
const ahead = 96;
/** Bytes of files that may be in hand or done and not yet taken; one larger file is read all the same. */
const bytesAhead = 64 * 1024 * 1024;

/**
 * Does jobs in threads and gives their outcomes in the order of the jobs, whatever finishes first. It reads only so far
 * ahead of its caller that memory stays bounded. A thread that dies takes the one article with it that it was reading;
 * where threads cannot be had at all, the jobs are done here.
 */
export async function* readInThreads(
  jobs: readonly ReadingJob[],
  context: ReadingContext,
  { threads, script = threadScript() }: ThreadOptions,
): AsyncGenerator<ReadingOutcome> {
  const pool = new ThreadPool(jobs, context, script, threads);
  try {
    for (let index = 0; index < jobs.length; index++) yield await pool.take(index);
  } finally {
    await pool.end();
  }
}

interface Thread {
  readonly worker: Worker;
  /** Jobs in hand, the one that it is at first. */
  readonly jobs: number[];
  isReady: boolean;
  fault: unknown;
}

/**
 * Shares jobs out among threads. Every job below `#next` is in the hand of a thread, in `#again`, or done; outcomes leave
 * in order, so that `#taken` counts those that have left.
 */
class ThreadPool {
  readonly #jobs: readonly ReadingJob[];
  readonly #context: ReadingContext;
  readonly #script: string;
  readonly #threads: Set<Thread> = new Set();
  readonly #done: Map<number, ReadingOutcome> = new Map();
  /** Jobs that a dead thread had in hand and had not begun. */
  readonly #again: number[] = [];
  #next = 0;
  #taken = 0;
  #bytes = 0;
  #isOver = false;
  #wake: () => void = () => {};

  constructor(jobs: readonly ReadingJob[], context: ReadingContext, script: string, threads: number) {
    this.#jobs = jobs;
    this.#context = context;
    this.#script = script;
    for (let i = 0; i < threads; i++) this.#start();
  }

  /** The outcome of the next job. */
  async take(index: number): Promise<ReadingOutcome> {
    for (;;) {
      const outcome = this.#done.get(index);
      if (outcome !== undefined) {
        this.#done.delete(index);
        this.#taken++;
        this.#bytes -= this.#jobs[index]?.size ?? 0;
        for (const thread of this.#threads) this.#assign(thread);
        return outcome;
      }
      if (this.#threads.size === 0) {
        const job = this.#jobs[index];
        if (job === undefined) throw new RangeError(`no job ${index} of ${this.#jobs.length}`);
        return readingOf(job, this.#context);
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    const data: ThreadData = { cacheFolder: getCompileCacheDir() ?? null };
    const worker = new Worker(this.#script, { workerData: { ...this.#context, ...data } });
    const thread: Thread = { worker, jobs: [], isReady: false, fault: null };
    this.#threads.add(thread);
    worker.on("message", (answer: Answer) => {
      if (answer.type === "ready") thread.isReady = true;
      else {
        thread.jobs.splice(thread.jobs.indexOf(answer.index), 1);
        this.#done.set(answer.index, answer.outcome);
        this.#wake();
      }
      this.#assign(thread);
    });
    worker.on("error", (error) => {
      thread.fault = error;
    });
    worker.on("exit", (code) => this.#bury(thread, code));
  }

  /** Gives a thread as much work as it may have in hand. */
  #assign(thread: Thread): void {
    while (thread.isReady && thread.jobs.length < inHand) {
      const index = this.#again.shift() ?? this.#upcoming();
      const job = index === null ? undefined : this.#jobs[index];
      if (index === null || job === undefined) return;
      thread.jobs.push(index);
      const assignment: Assignment = { index, job };
      thread.worker.postMessage(assignment, []);
    }
  }

  /** The next job that nobody has in hand; null where there is none, or where the caller is too far behind. */
  #upcoming(): number | null {
    const job = this.#jobs[this.#next];
    if (job === undefined || this.#next - this.#taken >= ahead * this.#threads.size) return null;
    if (this.#bytes > 0 && this.#bytes + job.size > bytesAhead) return null;
    this.#bytes += job.size;
    return this.#next++;
  }

  /** A dead thread's article is lost, its other jobs go to others, and a new one takes its place. */
  #bury(thread: Thread, code: number): void {
    this.#threads.delete(thread);
    if (this.#isOver) return;
    const [lost, ...others] = thread.jobs;
    this.#again.unshift(...others);
    const job = lost === undefined ? undefined : this.#jobs[lost];
    if (lost !== undefined && job !== undefined) {
      const fault = thread.fault ?? new Error(`the thread ended with code ${code}`);
      this.#done.set(lost, { type: "failed", diagnostics: [failure(job.file, fault)] });
    }
    // One that never came to work shows that none would.
    if (thread.isReady) this.#start();
    // The others may be waiting for work, and would not come back for it by themselves.
    for (const other of this.#threads) this.#assign(other);
    this.#wake();
  }
}

/**
 * How many threads pay for so many bytes of articles that are surely to be read; 0 where this one does best alone. A
 * thread takes as long to load and to warm up as this one needs for some hundred short articles. `JIANBAO_THREADS` says
 * otherwise.
 */
export function threadsFor(bytes: number, env: Readonly<Record<string, string | undefined>>): number {
  const asked = Number(env["JIANBAO_THREADS"] ?? "");
  if (env["JIANBAO_THREADS"] !== undefined && Number.isInteger(asked) && asked >= 0) return asked;
  const threads = Math.min(availableParallelism(), mostThreads);
  return threads < 2 || bytes < worthwhileBytes ? 0 : threads;
}

/** Each has its own heap of a hundred megabytes, and one thread writes what all of them read. */
const mostThreads = 6;
/** About a thousand short articles: with fewer, two threads end later than one (measured on two cores). */
const worthwhileBytes = 2_000_000;

/** The thread's script: beside the bundle's main file, or this file's neighbour in the repository. */
function threadScript(): string {
  const places = [
    join(import.meta.dirname, "reading-thread.js"),
    join(import.meta.dirname, "..", "reading-thread.js"),
    join(import.meta.dirname, "reading-thread.ts"),
  ];
  return places.find((place) => existsSync(place)) ?? "reading-thread.js";
}
