import { type BigIntStats, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { sidecarOf } from "./facts.ts";

/** A file of `sources/` that holds articles. */
export interface SourceFile {
  /** Its path relative to `sources/`, with `/`. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  /** What the file system says of it and its sidecar: see `seenOf`. */
  readonly seen: string;
}

/**
 * What the file system says of a source and of its sidecar: sizes, times of the last change of content and of state in
 * nanoseconds, numbers of the inodes. Where it says the same as when the file was read, the file need not be read again;
 * where there is the least doubt it says something else. `changed` is the latest of the times.
 */
export function seenOf(folder: string, file: string): { readonly seen: string; readonly changed: bigint } {
  const source = statSync(join(folder, file), { bigint: true });
  const sidecar = statSync(join(folder, sidecarOf(file)), { bigint: true, throwIfNoEntry: false });
  return {
    seen: `${wordsOf(source)};${sidecar === undefined ? "-" : wordsOf(sidecar)}`,
    changed: [source, sidecar].reduce(
      (latest, stats) => max(latest, max(stats?.mtimeNs ?? 0n, stats?.ctimeNs ?? 0n)),
      0n,
    ),
  };
}

/** Sources with what the file system says of them, in one order everywhere. */
export function listSources(folder: string): readonly SourceFile[] {
  const files: SourceFile[] = [];
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
  const paths = new Set(names.map((name) => name.split(sep).join("/")));
  for (const file of [...paths].sort((a, b) => (a < b ? -1 : 1))) {
    if (/\.meta\.ya?ml$/u.test(file) || file.split("/").some((part) => part.startsWith("."))) continue;
    const stats = statSync(join(folder, file), { bigint: true, throwIfNoEntry: false });
    if (stats?.isFile() !== true) continue;
    const beside = sidecarOf(file);
    const sidecar = paths.has(beside)
      ? statSync(join(folder, beside), { bigint: true, throwIfNoEntry: false })
      : undefined;
    const seen = `${wordsOf(stats)};${sidecar === undefined ? "-" : wordsOf(sidecar)}`;
    files.push({ file, size: Number(stats.size), seen });
  }
  return files;
}

/**
 * The time by the clock of the file system that holds the workspace, in nanoseconds: that of a file written now. Null
 * where nothing can be written.
 */
export function timeOfFileSystem(root: string): bigint | null {
  try {
    const path = join(root, ".jianbao", "clock");
    mkdirSync(join(root, ".jianbao"), { recursive: true });
    writeFileSync(path, "");
    return statSync(path, { bigint: true }).mtimeNs;
  } catch {
    return null;
  }
}

/**
 * Tells whether a file that changed at a time may be known again by what the file system said of it, where it was looked
 * at after `now`. A change within the same tick of the clock would not show: the file must have been at rest for longer
 * than the coarsest tick, the two seconds of FAT. The rule is that of git's index ("racy git").
 */
export function isAtRest(changed: bigint, now: bigint | null): boolean {
  return now !== null && changed + 2_500_000_000n < now;
}

function wordsOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
