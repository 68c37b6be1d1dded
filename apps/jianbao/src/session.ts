import { createHash } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Analysis, Decision } from "@jianbao/analysis";
import { type Archive, ArchiveError, archiveFiles, openArchive } from "@jianbao/archive";
import type { Diagnostic, DomainPack, IssuePeriod, Language } from "@jianbao/model";
import { programKey } from "./assets.ts";
import type { Invocation } from "./command.ts";
import type { Console } from "./console.ts";
import { readDecisions } from "./decisions.ts";
import { type IngestOptions, type Ingestion, ingest } from "./ingest.ts";
import { analysisOf, isPublishedIn } from "./issue.ts";
import { isSurelyKnown, isWithinReach } from "./inputs.ts";
import { type IssueBook, type SignedIssue, readIssues, recordOf } from "./issues.ts";
import { type IssueNumber, issueNumberOf } from "./numbering.ts";
import { type LoadedPack, loadPack } from "./pack.ts";
import { UsageError } from "./problems.ts";
import { type IssueRecord, settingsOf } from "./record.ts";
import { type Earlier, earlierOf, earlierOfRecord } from "./standing.ts";
import {
  type Settings,
  type Workspace,
  findWorkspace,
  issueDateOf,
  issuePeriodOf,
  readWorkspace,
  sectionProblems,
} from "./workspace.ts";

/** A workspace with its pack and its archive, brought up to date with its sources. */
export interface Session {
  readonly workspace: Workspace;
  readonly pack: DomainPack;
  /** Files of the pack, by name. */
  readonly packFiles: LoadedPack["files"];
  readonly archive: Archive;
  readonly ingestion: Ingestion;
  /** Problems of the settings, the pack, the archive and the sources. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A session with one issue analysed. */
export interface AnalysedIssue extends Session {
  readonly period: IssuePeriod;
  readonly language: Language;
  /** Of `briefing.yaml`, or as they were when the issue was signed. */
  readonly settings: Settings;
  readonly decisions: readonly Decision[];
  readonly number: IssueNumber | null;
  /** `YYYY-MM-DD`: the date that the issue bears. */
  readonly date: string;
  readonly analysis: Analysis;
  readonly book: IssueBook;
  /** The issue's own signature, where it has one. */
  readonly signed: SignedIssue | null;
  /** What was signed; null where it was not, or its record cannot be read. */
  readonly record: IssueRecord | null;
  /** True where the issue is written again as it was signed, not from the present state. */
  readonly isAsSigned: boolean;
  readonly earlier: Earlier;
  /** SHA-256 of the source files that count for the issue, by document. */
  readonly sources: Readonly<Record<string, string>>;
}

/** How an issue is analysed. */
export interface IssueMode {
  /** True to write a signed issue again as it was signed: with its settings, decisions and language. */
  readonly asSigned?: boolean;
  /** True to correct what the issue itself said when it was signed before. */
  readonly again?: boolean;
}

/** A workspace with the pack that its articles are read with. */
export interface Reader {
  readonly workspace: Workspace;
  readonly pack: DomainPack;
  /** Files of the pack, by name. */
  readonly packFiles: LoadedPack["files"];
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
  return { workspace, pack: loaded.pack, packFiles: loaded.files, program, diagnostics };
}

/** Opens the workspace of an invocation, does the work and closes the archive, whatever happens. */
export async function withSession<T>(
  console: Console,
  invocation: Invocation,
  work: (session: Session) => Promise<T>,
  options: IngestOptions = {},
): Promise<T> {
  const { workspace, pack, packFiles, program, diagnostics } = await readerOf(console, invocation);
  const { root } = workspace;
  return withArchive(join(root, "archive.db"), async (archive, problems) => {
    const ingestion = await invocation.timer.time("read articles", () =>
      ingest(console, archive, root, pack, program, options),
    );
    const all = [...diagnostics, ...problems, ...ingestion.diagnostics];
    return work({ workspace, pack, packFiles, archive, ingestion, diagnostics: all });
  });
}

/** Opens the workspace, analyses the issue of the invocation's PERIOD and does the work with it. */
export function withIssue<T>(
  console: Console,
  invocation: Invocation,
  work: (issue: AnalysedIssue) => Promise<T>,
  mode: IssueMode = {},
): Promise<T> {
  return withSession(console, invocation, async (session) => {
    const period = issuePeriodOf(console, invocation.operands[0], session.workspace.settings);
    return work(invocation.timer.time("analyse", () => analysedIssue(session, invocation, period, mode)));
  });
}

/** Analyses the issue of a period, from the present state or as it was signed. */
export function analysedIssue(
  session: Session,
  invocation: Pick<Invocation, "options">,
  period: IssuePeriod,
  { asSigned = false, again = false }: IssueMode = {},
): AnalysedIssue {
  const { workspace, archive, pack } = session;
  const { root } = workspace;
  const book = readIssues(root);
  const signed = book.issues.find((issue) => issue.period === period.id) ?? null;
  const own = signed === null ? { record: null, diagnostics: [] } : recordOf(root, signed);
  const { record } = own;
  const replayed = asSigned ? record : null;
  const read = readDecisions(root);
  const publications = archive.publications();
  const settings = replayed === null ? workspace.settings : settingsOf(replayed);
  const decisions = replayed === null ? read.decisions : replayed.decisions;
  const earlier =
    replayed === null
      ? earlierOf(root, book, period, settings, publications, again ? signed : null)
      : earlierOfRecord(root, replayed, period);
  const surely = new Set(
    publications.flatMap(({ document, published }) => (isSurelyKnown(published, period) ? [document] : [])),
  );
  // What came later without a date was not known then, and is no reason to doubt what was signed.
  const counts = (document: string): boolean =>
    replayed === null || surely.has(document) || replayed.inputs.sources[document] !== undefined;
  const hashes = archive.hashes();
  const within = new Set([
    ...publications.flatMap(({ document, published }) => (isWithinReach(published, period) ? [document] : [])),
    ...Object.keys(replayed?.inputs.sources ?? {}),
  ]);
  const analysis = analysisOf(archive, pack, period, { settings, decisions, earlier, counts });
  const none = publications.some((publication) => isPublishedIn(publication, period))
    ? []
    : [noArticles(session, period)];
  return {
    ...session,
    period,
    language: replayed?.language ?? (invocation.options["language"] as Language | undefined) ?? settings.language,
    settings,
    decisions,
    number: issueNumberOf(period, settings, book.issues),
    date: signed?.date ?? issueDateOf(period, settings),
    analysis,
    book,
    signed,
    record,
    isAsSigned: replayed !== null,
    earlier,
    sources: Object.fromEntries(
      Object.entries(hashes).filter(([document]) => within.has(document) && counts(document)),
    ),
    diagnostics: [
      ...session.diagnostics,
      ...book.diagnostics,
      ...own.diagnostics,
      ...earlier.diagnostics,
      ...(replayed === null ? read.diagnostics : []),
      ...none,
    ],
  };
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
