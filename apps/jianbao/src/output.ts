import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Files of one output folder: path relative to it → bytes or text. */
export type OutputFiles = Readonly<Record<string, Uint8Array | string>>;

/** A folder that could not be written: full disk, no permission, a file in its place. */
export class OutputError extends Error {
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.name = "OutputError";
    this.folder = folder;
  }
}

/**
 * Replaces a folder by the files, whole or not at all: they are written beside it and put in its
 * place by renaming; where that fails the folder is as it was. Throws OutputError.
 */
export function replaceFolder(folder: string, files: OutputFiles): void {
  stageFolder(folder, files).commit();
}

/** A folder written beside the one that it is to replace. */
export interface StagedFolder {
  /** Puts it in its place. Throws OutputError; the folder is then as it was. */
  commit(): void;
  /** Throws it away. */
  discard(): void;
}

/** Writes the files of a folder beside it, so that what remains to do cannot fail for want of room. Throws OutputError. */
export function stageFolder(folder: string, files: OutputFiles): StagedFolder {
  const parent = dirname(folder);
  const fresh = join(parent, `.${basename(folder)}.new`);
  const former = join(parent, `.${basename(folder)}.old`);
  const discard = (): void => tidyUp(fresh);
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      discard();
      throw new OutputError(folder, error);
    }
  };
  attempt(() => {
    mkdirSync(parent, { recursive: true });
    // A run that was killed between the two renames left the former output aside: put it back first.
    if (!existsSync(folder) && existsSync(former)) renameSync(former, folder);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    for (const [name, content] of Object.entries(files)) {
      const path = join(fresh, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  });
  return {
    discard,
    commit: () =>
      attempt(() => {
        rmSync(former, { recursive: true, force: true });
        if (existsSync(folder)) renameSync(folder, former);
        try {
          renameSync(fresh, folder);
        } catch (error) {
          if (existsSync(former)) renameSync(former, folder);
          throw error;
        }
        rmSync(former, { recursive: true, force: true });
      }),
  };
}

/** Replaces one file by renaming, whole or not at all, also where the power fails. Throws OutputError. */
export function replaceFile(path: string, content: Uint8Array | string): void {
  const fresh = `${path}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, content, { flush: true });
    renameSync(fresh, path);
  } catch (error) {
    tidyUp(fresh);
    throw new OutputError(dirname(path), error);
  }
}

function tidyUp(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The reason for a failure also keeps us from tidying up; the former output stands all the same.
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: "full disk",
    EDQUOT: "exceeded disk quota",
    EFBIG: "exceeded file size limit",
    EACCES: "missing permission to write",
    EPERM: "missing permission to write",
    EROFS: "read-only file system",
    ENOTDIR: "a file where a folder is needed",
    EEXIST: "a file where a folder is needed",
  };
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
}
