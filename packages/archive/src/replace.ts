import { DatabaseSync, backup } from "node:sqlite";
import { ArchiveError, guarded } from "./error.ts";

/** More pages than an archive has: it is copied in one step, which is one transaction of the file written to. */
const allPages = 0x7fff_ffff;

/**
 * Puts the archive in the file `fresh` in the place of the one at `path`, as one write of that file: other processes see
 * the former until it is done and the new one from then on, also those that have it open, and a process that is killed
 * on the way leaves the former. `fresh` stays as it is. Throws an `ArchiveError` where another process does not let go.
 */
export async function replaceArchive(path: string, fresh: string, patienceMs: number = 10_000): Promise<void> {
  const source = guarded(fresh, () => new DatabaseSync(fresh, { readOnly: true }));
  try {
    for (let waited = 0; ; waited += msBetweenTries) {
      const failure = await backup(source, path, { rate: allPages }).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      if (failure === null) return;
      // SQLite's backup does not wait for a lock, and does not say that it was one.
      if (waited >= patienceMs) {
        const detail = failure.error instanceof Error ? failure.error.message : `${failure.error}`;
        throw new ArchiveError("busy", path, detail, { cause: failure.error });
      }
      await new Promise((resolve) => setTimeout(resolve, msBetweenTries));
    }
  } finally {
    source.close();
  }
}

const msBetweenTries = 50;
