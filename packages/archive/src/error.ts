import type { Diagnostic } from "@jianbao/model";

/**
 * Why an archive cannot be used.
 *
 * - `damaged`: the file is no database, or pages of it are broken
 * - `foreign`: a database, but not one of jianbao
 * - `newer`: written by a later version of jianbao
 * - `busy`: another process held it for longer than the time-out
 * - `unwritable`: the place cannot be written or opened, or the disk is full
 */
export type ArchiveFailure = "damaged" | "foreign" | "newer" | "busy" | "unwritable";

/**
 * Says that the archive's file cannot be used, as a diagnostic with its remedy.
 * After `damaged`, `foreign` and `newer` the app may put the file aside and build a new one from the sources.
 */
export class ArchiveError extends Error {
  readonly reason: ArchiveFailure;
  readonly diagnostic: Diagnostic;

  constructor(reason: ArchiveFailure, path: string, detail: string, options?: { cause: unknown }) {
    const message = `${descriptions[reason]}: ${path} (${detail})`;
    super(message, options);
    this.name = "ArchiveError";
    this.reason = reason;
    this.diagnostic = {
      severity: "error",
      rule: `archive/${reason}`,
      message,
      document: path,
      hint: remedies[reason],
    };
  }

  /** Tells whether a new archive made from the sources takes the place of this one. */
  get rebuildable(): boolean {
    return this.reason === "damaged" || this.reason === "foreign" || this.reason === "newer";
  }
}

const descriptions: Readonly<Record<ArchiveFailure, string>> = {
  damaged: "damaged archive",
  foreign: "foreign database in the archive's place",
  newer: "archive of a newer version",
  busy: "busy archive",
  unwritable: "unwritable archive",
};

const remedies: Readonly<Record<ArchiveFailure, string>> = {
  damaged: "make it anew from the sources: jianbao archive rebuild",
  foreign: "move the file away, then make the archive from the sources: jianbao archive rebuild",
  newer: "use the newer version, or make the archive anew from the sources: jianbao archive rebuild",
  busy: "wait for the other process that writes it, then try again",
  unwritable: "check the folder, its permissions and the free space",
};

/** Runs `work` and turns what SQLite throws into an `ArchiveError`; other errors pass through. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = failureOf(error);
    if (reason === null) throw error;
    throw new ArchiveError(reason, path, error instanceof Error ? error.message : `${error}`, { cause: error });
  }
}

/** Reads the primary result code of SQLite: https://sqlite.org/rescode.html */
function failureOf(error: unknown): ArchiveFailure | null {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  switch (error.errcode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return "busy";
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return "damaged";
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
      return "unwritable";
    default:
      return null;
  }
}
