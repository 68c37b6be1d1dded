import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type StoredRecord, recordKey, storedRecord } from "@jianbao/archive";
import type { Diagnostic, DomainPack } from "@jianbao/model";
import { readSidecar } from "./facts.ts";
import { readArticle } from "./reading.ts";
import { isAtRest, seenOf } from "./source-file.ts";

/** One source file that may have to be read. */
export interface ReadingJob {
  readonly file: string;
  /** In bytes, as it was listed. */
  readonly size: number;
  /** The key that it is archived under; null where it is new. */
  readonly key: string | null;
}

/** What all jobs share. */
export interface ReadingContext {
  /** The folder of sources, absolute. */
  readonly folder: string;
  readonly pack: DomainPack;
  /** Names the program and pack that read. */
  readonly program: string;
  /** The file system's time before the first job, in nanoseconds; null where it is not known. */
  readonly now: bigint | null;
}

/** What came of a job; `diagnostics` are those that the archive does not keep: of the sidecar, of the file itself. */
export type ReadingOutcome =
  | { readonly type: "unchanged"; readonly seen: string | null; readonly diagnostics: readonly Diagnostic[] }
  | { readonly type: "read"; readonly record: StoredRecord; readonly diagnostics: readonly Diagnostic[] }
  /** The file is there and its bytes are not to be had. */
  | { readonly type: "unreadable"; readonly diagnostics: readonly Diagnostic[] }
  /** The reading itself came to grief: a fault of jianbao's own, which costs this one article. */
  | { readonly type: "failed"; readonly diagnostics: readonly Diagnostic[] };

/** Does a job, in whatever thread: the result is plain data, ready for the archive. Throws nothing. */
export async function readingOf(job: ReadingJob, context: ReadingContext): Promise<ReadingOutcome> {
  const { folder, program } = context;
  let bytes: Uint8Array;
  let seen: string | null;
  let sidecar: ReturnType<typeof readSidecar>;
  try {
    // Looked at before it is read: a change in between makes it look changed the next time, as it should.
    const looked = seenOf(folder, job.file);
    bytes = readFileSync(join(folder, job.file));
    sidecar = readSidecar(folder, job.file);
    seen = isAtRest(looked.changed, context.now) && sidecar.diagnostics.length === 0 ? looked.seen : null;
  } catch (error) {
    return { type: "unreadable", diagnostics: [unreadable(job, error)] };
  }
  const { facts, diagnostics } = sidecar;
  try {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (job.key === recordKey({ sha256, facts, program })) return { type: "unchanged", seen, diagnostics };
    const reading = await readArticle(bytes, job.file, facts, context.pack);
    const record = storedRecord({ ...reading, document: job.file, sha256, facts, program, bytes, seen });
    return { type: "read", record, diagnostics };
  } catch (error) {
    return { type: "failed", diagnostics: [...diagnostics, failure(job.file, error)] };
  }
}

function unreadable(job: ReadingJob, error: unknown): Diagnostic {
  return {
    severity: "error",
    rule: "app/unreadable-file",
    document: job.file,
    message: `unreadable file: ${error instanceof Error ? error.message : String(error)}`,
    hint:
      job.key === null
        ? "check its permissions; the other articles are built"
        : "check its permissions; what was read of it before stands",
  };
}

/** Says that the reading of a file came to grief. */
export function failure(file: string, error: unknown): Diagnostic {
  return {
    severity: "error",
    rule: "app/reading-failed",
    document: file,
    message: `internal fault in reading the article: ${error instanceof Error ? error.message : String(error)}`,
    hint: "report it with the file; the other articles are built, and this one is tried again the next time",
  };
}
