import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Archive, type SourceState, recordKey } from "@jianbao/archive";
import type { Diagnostic, DomainPack } from "@jianbao/model";
import { type Console, progressOf } from "./console.ts";
import { type ReadingContext, type ReadingJob, type ReadingOutcome, readingOf } from "./reading-job.ts";
import { readInThreads, threadsFor } from "./reading-threads.ts";
import { remember } from "./remember.ts";
import { type SourceFile, listSources, timeOfFileSystem } from "./source-file.ts";

/** What bringing the archive up to date with `sources/` did. */
export interface Ingestion {
  readonly files: number;
  /** Files that were read anew. */
  readonly read: number;
  readonly removed: number;
  /** Problems of all sources, also of those that were read before. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How the archive is brought up to date. */
export interface IngestOptions {
  /** Reads and hashes every file, also where the file system says that it has not changed. */
  readonly everything?: boolean;
}

/** Files that are written in one transaction: a killed run has at most these to read again. */
const batchFiles = 128;
/** Bytes of files that end a batch before that. */
const batchBytes = 16 * 1024 * 1024;

/**
 * Brings the archive up to date with a workspace's sources: new and changed files are read, vanished
 * ones removed, all others cost one look at what the file system says of them. `program` names the program and pack that
 * read them. The archive's answers are then held: they are of one moment, whatever other processes write.
 */
export async function ingest(
  console: Console,
  archive: Archive,
  root: string,
  pack: DomainPack,
  program: string,
  { everything = false }: IngestOptions = {},
): Promise<Ingestion> {
  const folder = join(root, "sources");
  const files = listSources(folder);
  const states = new Map(archive.states().map((state) => [state.document, state]));
  const jobs: ReadingJob[] = [];
  let bytes = 0;
  for (const source of files) {
    const state = states.get(source.file);
    const isCurrent = state !== undefined && isOf(state, program);
    if (!everything && isCurrent && state.seen === source.seen) continue;
    jobs.push({ file: source.file, size: source.size, key: state?.key ?? null });
    // One that was seen otherwise, or never seen, may be the same all the same: that costs a hash and no reading.
    if (!isCurrent) bytes += source.size;
  }
  const notes = new Map<string, readonly Diagnostic[]>();
  let read = 0;
  if (jobs.length > 0) {
    const context: ReadingContext = { folder, pack, program, now: timeOfFileSystem(root) };
    const threads = threadsFor(bytes, console.env);
    const outcomes = threads > 0 ? readInThreads(jobs, context, { threads }) : readHere(jobs, context);
    read = await write(console, archive, jobs, outcomes, notes);
  }
  const isLost = states.size > 0 && !existsSync(folder);
  const removed = isLost ? 0 : forget(archive, files, states);
  remember(archive, root);
  archive.hold();
  const problems = problemsOf(archive, files, notes);
  return {
    files: files.length,
    read,
    removed,
    diagnostics: isLost ? [lostSources(states.size), ...problems] : problems,
  };
}

/** Says that there is no folder of sources where there was one: it was moved, or its disk is not there. */
function lostSources(count: number): Diagnostic {
  return {
    severity: "error",
    rule: "app/lost-sources",
    document: "sources",
    message: `missing folder of sources; the ${count} files that were read of it are still archived`,
    hint: "put it back, or take them out of the archive: jianbao archive restore sources",
  };
}

async function* readHere(jobs: readonly ReadingJob[], context: ReadingContext): AsyncGenerator<ReadingOutcome> {
  for (const job of jobs) yield await readingOf(job, context);
}

/** Writes outcomes in the order of their jobs, batch by batch: when each of them ended makes no difference. */
async function write(
  console: Console,
  archive: Archive,
  jobs: readonly ReadingJob[],
  outcomes: AsyncIterable<ReadingOutcome>,
  notes: Map<string, readonly Diagnostic[]>,
): Promise<number> {
  const progress = progressOf(console);
  let read = 0;
  let batch: (readonly [file: string, outcome: ReadingOutcome])[] = [];
  let size = 0;
  let done = 0;
  const commit = (): void => {
    archive.transaction(() => {
      for (const [file, outcome] of batch) {
        if (outcome.type === "read") archive.putStored(outcome.record);
        else if (outcome.type === "unchanged") archive.markSeen(file, outcome.seen);
        // What is archived was read of other bytes, or by another program: it does not speak for the file any more.
        else if (outcome.type === "failed") archive.remove(file);
      }
    });
    batch = [];
    size = 0;
  };
  try {
    for await (const outcome of outcomes) {
      const job = jobs[done];
      if (job === undefined) break;
      progress.step(job.file, done, jobs.length);
      if (outcome.diagnostics.length > 0) notes.set(job.file, outcome.diagnostics);
      if (outcome.type === "read") read++;
      batch.push([job.file, outcome]);
      size += job.size;
      done++;
      if (batch.length >= batchFiles || size >= batchBytes) commit();
    }
    commit();
  } finally {
    progress.clear();
  }
  return read;
}

/** Removes what was archived of files that are gone; tells how many. */
function forget(archive: Archive, files: readonly SourceFile[], states: ReadonlyMap<string, SourceState>): number {
  const present = new Set(files.map(({ file }) => file));
  const vanished = [...states.keys()].filter((document) => !present.has(document));
  if (vanished.length === 0) return 0;
  archive.transaction(() => {
    for (const document of vanished) archive.remove(document);
  });
  return vanished.length;
}

/** Problems in order of the files: what was met just now, then what the archive remembers. */
function problemsOf(
  archive: Archive,
  files: readonly SourceFile[],
  notes: ReadonlyMap<string, readonly Diagnostic[]>,
): readonly Diagnostic[] {
  const remembered = archive.diagnosticsByDocument();
  return files.flatMap(({ file }) => [...(notes.get(file) ?? []), ...(remembered.get(file) ?? [])]);
}

/** Tells whether a record was made by this program: only then may its file be passed by unread. */
function isOf(state: SourceState, program: string): boolean {
  return state.key === recordKey({ sha256: state.sha256, facts: state.facts, program });
}
