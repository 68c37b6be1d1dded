import { readdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/**
 * A name for something that this process makes beside what it is to replace: no other process has it, and once this one
 * is gone it can be told as a leftover. `.2023-12.new` → `.2023-12.new.host-4711`.
 */
export function ownName(name: string): string {
  return `${name}.${host()}-${process.pid}`;
}

/** Paths in a folder that processes made under `ownName` and left behind when they were killed. */
export function leftoversOf(folder: string, name: string): readonly string[] {
  const prefix = `${name}.${host()}-`;
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch {
    return [];
  }
  return entries
    .filter((entry) => {
      // Matches the `4711` of `.2023-12.new.host-4711` and of `rebuilt.host-4711-wal`; a process of another machine is not ours to judge.
      const pid = entry.startsWith(prefix) ? /^\d+/u.exec(entry.slice(prefix.length))?.[0] : undefined;
      return pid !== undefined && Number(pid) !== process.pid && !isAlive(Number(pid));
    })
    .map((entry) => join(folder, entry));
}

function host(): string {
  return hostname().replaceAll(/[^A-Za-z0-9]/gu, "");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked; it lives.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
