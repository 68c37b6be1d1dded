import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ArchiveError, archiveFiles, openArchive, replaceArchive } from "@jianbao/archive";
import type { Diagnostic } from "@jianbao/model";
import type { Invocation } from "./command.ts";
import type { Console } from "./console.ts";
import { type Ingestion, ingest } from "./ingest.ts";
import { leftoversOf, ownName } from "./leftover.ts";
import type { Reader } from "./session.ts";

/** What making an archive anew came to. */
export interface Rebuilding {
  readonly ingestion: Ingestion;
  readonly observations: number;
  /** What is wrong with the new archive, and why the former was put aside where it was. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a workspace's archive anew from its sources, beside the former, and puts it in its place as a whole once it
 * stands and is in order: who kills it on the way, or builds an issue meanwhile, has the former. A former that cannot
 * be used is put aside.
 */
export async function rebuildArchive(console: Console, invocation: Invocation, reader: Reader): Promise<Rebuilding> {
  const { root } = reader.workspace;
  const path = join(root, "archive.db");
  const folder = join(root, ".jianbao");
  mkdirSync(folder, { recursive: true });
  for (const leftover of leftoversOf(folder, "rebuilt")) rmSync(leftover, { force: true });
  const fresh = join(folder, ownName("rebuilt"));
  for (const file of archiveFiles(fresh)) rmSync(file, { force: true });
  try {
    const archive = openArchive(fresh);
    let rebuilding: Rebuilding;
    let lost: Diagnostic | null;
    try {
      const ingestion = await invocation.timer.time("read articles", () =>
        ingest(console, archive, root, reader.pack, reader.program, { everything: true }),
      );
      lost = faultOf(path);
      const problems = invocation.timer.time("verify", () => archive.verify());
      rebuilding = { ingestion, observations: archive.size().observations, diagnostics: problems };
    } finally {
      archive.close();
    }
    if (lost !== null) for (const file of archiveFiles(path)) if (existsSync(file)) renameSync(file, `${file}.aside`);
    await invocation.timer.time("replace", () => replaceArchive(path, fresh));
    return lost === null ? rebuilding : { ...rebuilding, diagnostics: [lost, ...rebuilding.diagnostics] };
  } finally {
    for (const file of archiveFiles(fresh)) rmSync(file, { force: true });
  }
}

/** Why an archive cannot be replaced in place; null where it can, or there is none. */
function faultOf(path: string): Diagnostic | null {
  if (!existsSync(path)) return null;
  try {
    openArchive(path).close();
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError) || !error.rebuildable) throw error;
    const hint = "it was put aside as archive.db.aside and made anew from the sources";
    return { ...error.diagnostic, severity: "warning", document: "archive.db", hint };
  }
}
