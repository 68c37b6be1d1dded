import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { leftoversOf, ownName } from "./leftover.ts";

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

/**
 * Writes the files of a folder beside it, so that what remains to do cannot fail for want of room. Processes that replace
 * one folder at once do not meet: each writes beside it under a name of its own, and the last to end has the folder.
 * Throws OutputError.
 */
export function stageFolder(folder: string, files: OutputFiles): StagedFolder {
  const parent = dirname(folder);
  const name = basename(folder);
  const fresh = join(parent, ownName(`.${name}.new`));
  const former = join(parent, ownName(`.${name}.old`));
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
    tidyAfterKilled(folder);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    for (const [file, content] of Object.entries(files)) {
      const path = join(fresh, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  });
  return { discard, commit: () => attempt(() => swap(folder, fresh, former)) };
}

/** Puts `fresh` in the place of a folder, which is at no time half of one and half of the other. */
function swap(folder: string, fresh: string, former: string): void {
  for (let tries = 1; ; tries++) {
    rmSync(former, { recursive: true, force: true });
    // Where it is gone by now, another process has just set it aside.
    if (existsSync(folder)) ignoring(["ENOENT"], () => renameSync(folder, former));
    try {
      renameSync(fresh, folder);
      break;
    } catch (error) {
      // Another process was faster and has put its own there: that one is set aside in its turn.
      if (isOf(error, ["ENOTEMPTY", "EEXIST"]) && tries < mostTries) continue;
      if (existsSync(former) && !existsSync(folder)) renameSync(former, folder);
      throw error;
    }
  }
  rmSync(former, { recursive: true, force: true });
}

/** More processes than this do not replace one folder at one moment. */
const mostTries = 50;

/** Puts a folder back that a killed process had set aside, and removes what killed processes have left beside it. */
function tidyAfterKilled(folder: string): void {
  const parent = dirname(folder);
  const name = basename(folder);
  // The last is what earlier versions have left.
  const formers = [...leftoversOf(parent, `.${name}.old`), join(parent, `.${name}.old`)].filter((path) =>
    existsSync(path),
  );
  const [last] = formers.toSorted((a, b) => changedAt(b) - changedAt(a));
  if (last !== undefined && !existsSync(folder))
    ignoring(["ENOENT", "ENOTEMPTY", "EEXIST"], () => renameSync(last, folder));
  for (const left of [join(parent, `.${name}.new`), ...leftoversOf(parent, `.${name}.new`), ...formers])
    rmSync(left, { recursive: true, force: true });
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}

/** Replaces one file by renaming, whole or not at all, also where the power fails. Throws OutputError. */
export function replaceFile(path: string, content: Uint8Array | string): void {
  const folder = dirname(path);
  const name = `.${basename(path)}.new`;
  const fresh = join(folder, ownName(name));
  try {
    mkdirSync(folder, { recursive: true });
    for (const left of leftoversOf(folder, name)) rmSync(left, { force: true });
    writeFileSync(fresh, content, { flush: true });
    renameSync(fresh, path);
  } catch (error) {
    tidyUp(fresh);
    throw new OutputError(folder, error);
  }
}

/** Does something that may fail for these reasons. */
function ignoring(codes: readonly string[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isOf(error, codes)) throw error;
  }
}

function isOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
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
