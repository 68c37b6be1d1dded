import { createHash } from "node:crypto";
import type { Diagnostic, DomainPack } from "@jianbao/model";
import { readAssets, readCompiledPack } from "./assets.ts";
import { isPackFolder, readPackFolder } from "./pack-folder.ts";

/** A subject pack with the hash of its files and the problems found in them; notes to its author are for `domain check`. */
export interface LoadedPack {
  readonly pack: DomainPack | null;
  readonly hash: string;
  /** Its files, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The pack that is meant where nobody names one. */
export const defaultDomain = "telecom-fraud";

/**
 * Loads a subject pack by the name of a folder, from `cwd` or else from the workspace, or by its own name: the
 * workspace's own `domains/NAME` first, else the one that comes with jianbao. Files that the bundle has parsed ahead are
 * not parsed again.
 */
export async function loadPack(name: string, workspaceRoot: string | null, cwd?: string): Promise<LoadedPack> {
  const base = cwd ?? workspaceRoot;
  const files =
    base !== null && isPackFolder(base, name) ? readPackFolder(base, name) : readAssets("domains", name, workspaceRoot);
  const hash = hashOf(files);
  const compiled = readCompiledPack<Omit<LoadedPack, "files">>(name);
  const parsed = compiled?.hash === hash ? compiled : (await import("@jianbao/domains")).parsePack(files);
  return {
    pack: parsed.pack,
    hash,
    files,
    diagnostics: parsed.diagnostics.filter(({ severity }) => severity !== "info"),
  };
}

/** SHA-256 over the names and texts of files, in the order of their names. */
export function hashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256");
  for (const file of Object.keys(files).sort()) hash.update(`${file}\0${files[file] ?? ""}\0`);
  return hash.digest("hex");
}
