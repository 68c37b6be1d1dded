import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "./problems.ts";

/** Reads the YAML files of a subject pack's folder: file name → text; throws UsageError where there are none. */
export function readPackFolder(cwd: string, target: string): Readonly<Record<string, string>> {
  const folder = resolve(cwd, target);
  const hint = "name the folder that holds the pack's YAML files; jianbao domain init DIR makes one";
  if (!existsSync(folder)) throw new UsageError(`no such folder: ${target}`, hint);
  const names = statSync(folder).isDirectory()
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/u.test(name))
        .sort()
    : [];
  if (names.length === 0) throw new UsageError(`no YAML files in ${target}`, hint);
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/u, "")]),
  );
}

/** Tells whether a name of a subject pack is a folder's: `./fire`, `../packs/fire`, or any folder that holds a pack. */
export function isPackFolder(cwd: string, name: string): boolean {
  return /[/\\]/u.test(name) || existsSync(join(resolve(cwd, name), "pack.yaml"));
}
