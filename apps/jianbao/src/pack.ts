import { createHash } from "node:crypto";
import { parsePack } from "@jianbao/domains";
import type { Diagnostic, DomainPack } from "@jianbao/model";
import { readAssets } from "./assets.ts";

/** A subject pack with the hash of its files and the problems found in them. */
export interface LoadedPack {
  readonly pack: DomainPack | null;
  readonly hash: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a subject pack by name: the workspace's own `domains/NAME` first, else the one that comes with jianbao. */
export function loadPack(name: string, workspaceRoot: string | null): LoadedPack {
  const files = readAssets("domains", name, workspaceRoot);
  const hash = createHash("sha256");
  for (const [file, text] of Object.entries(files)) hash.update(file).update("\0").update(text).update("\0");
  return { ...parsePack(files), hash: hash.digest("hex") };
}
