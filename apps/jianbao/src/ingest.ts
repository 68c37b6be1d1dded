import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Archive, recordKey } from "@jianbao/archive";
import type { Diagnostic, DomainPack } from "@jianbao/model";
import { type Console, progressOf } from "./console.ts";
import { readSidecar } from "./facts.ts";
import { readArticle } from "./reading.ts";
import { sourceFiles } from "./workspace.ts";

/** What bringing the archive up to date with `sources/` did. */
export interface Ingestion {
  readonly files: number;
  /** Files that were read anew. */
  readonly read: number;
  readonly removed: number;
  /** Problems of all sources, also of those that were read before. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings the archive up to date with a workspace's sources: new and changed files are read, vanished
 * ones removed, all others cost one look-up. `program` names the program and pack that read them.
 */
export async function ingest(
  console: Console,
  archive: Archive,
  root: string,
  pack: DomainPack,
  program: string,
): Promise<Ingestion> {
  const folder = join(root, "sources");
  const files = sourceFiles(root);
  const diagnostics: Diagnostic[] = [];
  const progress = progressOf(console);
  let read = 0;
  for (const [index, file] of files.entries()) {
    progress.step(file, index, files.length);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(folder, file));
    } catch (error) {
      diagnostics.push({
        severity: "error",
        rule: "app/unreadable-file",
        document: file,
        message: `unreadable file: ${error instanceof Error ? error.message : String(error)}`,
        hint: "check its permissions; the other articles are built",
      });
      continue;
    }
    const sidecar = readSidecar(folder, file);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (archive.storedKey(file) !== recordKey({ sha256, facts: sidecar.facts, program })) {
      const reading = await readArticle(bytes, file, sidecar.facts, pack);
      archive.put({ ...reading, document: file, sha256, facts: sidecar.facts, program, bytes });
      read++;
    }
    diagnostics.push(...sidecar.diagnostics, ...archive.diagnostics(file));
  }
  progress.clear();
  const present = new Set(files);
  const vanished = archive.documents().filter((document) => !present.has(document));
  for (const document of vanished) archive.remove(document);
  return { files: files.length, read, removed: vanished.length, diagnostics };
}
