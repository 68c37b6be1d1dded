import { createHash } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "@jianbao/analysis";
import { type Archive, ArchiveError, archiveFiles, openArchive } from "@jianbao/archive";
import type { Diagnostic, DomainPack, IssuePeriod, Language } from "@jianbao/model";
import { programKey } from "./assets.ts";
import type { Invocation } from "./command.ts";
import type { Console } from "./console.ts";
import { readDecisions } from "./decisions.ts";
import { type IngestOptions, type Ingestion, ingest } from "./ingest.ts";
import { analysisOf, isPublishedIn } from "./issue.ts";
import { loadPack } from "./pack.ts";
import { UsageError } from "./problems.ts";
import { type Workspace, findWorkspace, issuePeriodOf, readWorkspace, sectionProblems } from "./workspace.ts";

/** A workspace with its pack and its archive, brought up to date with its sources. */
export interface Session {
  readonly workspace: Workspace;
  readonly pack: DomainPack;
  readonly archive: Archive;
  readonly ingestion: Ingestion;
  /** Problems of the settings, the pack, the archive and the sources. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A session with one issue analysed. */
export interface AnalysedIssue extends Session {
  readonly period: IssuePeriod;
  readonly language: Language;
  readonly analysis: Analysis;
}

/** A workspace with the pack that its articles are read with. */
export interface Reader {
  readonly workspace: Workspace;
  readonly pack: DomainPack;
  /** Names the program and the pack: part of the key under which a reading is archived. */
  readonly program: string;
  /** Problems of the settings and the pack. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens the workspace of an invocation and loads its pack. Throws UsageError where there is none that can be used. */
export async function readerOf(console: Console, invocation: Invocation): Promise<Reader> {
  const root = findWorkspace(console, invocation.options["workspace"] as string | undefined);
  const workspace = readWorkspace(root);
  const loaded = await invocation.timer.time("load pack", () => loadPack(workspace.settings.domain, root));
  if (loaded.pack === null) {
    const first = loaded.diagnostics[0];
    throw new UsageError(
      `unusable subject pack ${workspace.settings.domain}: ${first?.message ?? ""}`,
      first?.hint ?? "jianbao domain check DIR",
    );
  }
  const program = createHash("sha256").update(`${programKey()} ${loaded.hash}`).digest("hex");
  const sections = sectionProblems(workspace.settings, loaded.pack);
  const diagnostics = [...workspace.diagnostics, ...loaded.diagnostics, ...sections];
  return { workspace, pack: loaded.pack, program, diagnostics };
}

/** Opens the workspace of an invocation, does the work and closes the archive, whatever happens. */
export async function withSession<T>(
  console: Console,
  invocation: Invocation,
  work: (session: Session) => Promise<T>,
  options: IngestOptions = {},
): Promise<T> {
  const { workspace, pack, program, diagnostics } = await readerOf(console, invocation);
  const { root } = workspace;
  return withArchive(join(root, "archive.db"), async (archive, problems) => {
    const ingestion = await invocation.timer.time("read articles", () =>
      ingest(console, archive, root, pack, program, options),
    );
    const all = [...diagnostics, ...problems, ...ingestion.diagnostics];
    return work({ workspace, pack, archive, ingestion, diagnostics: all });
  });
}

/** Opens the workspace, analyses the issue of the invocation's PERIOD and does the work with it. */
export function withIssue<T>(
  console: Console,
  invocation: Invocation,
  work: (issue: AnalysedIssue) => Promise<T>,
): Promise<T> {
  return withSession(console, invocation, async (session) => {
    const { settings } = session.workspace;
    const period = issuePeriodOf(console, invocation.operands[0], settings);
    const { decisions, diagnostics } = readDecisions(session.workspace.root);
    const analysis = invocation.timer.time("analyse", () =>
      analysisOf(session.archive, session.workspace, session.pack, period, decisions),
    );
    const language = (invocation.options["language"] as Language | undefined) ?? settings.language;
    const none = session.archive.publications().some((publication) => isPublishedIn(publication, period))
      ? []
      : [noArticles(session, period)];
    return work({
      ...session,
      period,
      language,
      analysis,
      diagnostics: [...session.diagnostics, ...diagnostics, ...none],
    });
  });
}

function noArticles(session: Session, period: IssuePeriod): Diagnostic {
  const empty = session.ingestion.files === 0;
  return {
    severity: "warning",
    rule: "app/no-articles",
    document: "sources",
    message: empty ? "empty folder of sources" : `no article published in ${period.id}`,
    hint: empty
      ? "jianbao add FILE… puts articles into it"
      : "name another period, or state the articles' dates: jianbao add FILE --published DATE",
  };
}

/**
 * Opens the archive, works with it and closes it. One that proves damaged, foreign or newer, at once or
 * on the way, is put aside and made anew from the sources; where the folder cannot be written an archive
 * in memory serves this one run.
 */
async function withArchive<T>(
  path: string,
  work: (archive: Archive, diagnostics: readonly Diagnostic[]) => Promise<T>,
): Promise<T> {
  try {
    return await closing(openArchive(path), (archive) => work(archive, []));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    if (error.rebuildable) {
      for (const file of archiveFiles(path)) if (existsSync(file)) renameSync(file, `${file}.aside`);
      const hint = "it was put aside as archive.db.aside and made anew from the sources";
      return closing(openArchive(path), (archive) =>
        work(archive, [{ ...error.diagnostic, severity: "warning", document: "archive.db", hint }]),
      );
    }
    if (error.reason === "unwritable") {
      const hint = "this run keeps it in memory; make the workspace writable to save the time next time";
      return closing(openArchive(":memory:"), (archive) =>
        work(archive, [{ ...error.diagnostic, severity: "warning", document: "archive.db", hint }]),
      );
    }
    throw new UsageError(error.message, error.diagnostic.hint);
  }
}

async function closing<T>(archive: Archive, work: (archive: Archive) => Promise<T>): Promise<T> {
  try {
    return await work(archive);
  } finally {
    archive.close();
  }
}
