import type { CleanArticle, Diagnostic, IssuePeriod, Observation, SourceText } from "@jianbao/model";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { ArchiveError, guarded } from "./error.ts";
import { observationsBy, sdmxColumns } from "./query.ts";
import type {
  ArchiveSize,
  ArchivedDecision,
  Issue,
  ObservationFilter,
  PrintedFigure,
  Publication,
  SearchHit,
  SourceRecord,
  SourceState,
} from "./record.ts";
import {
  type Row,
  articleColumns,
  articleOf,
  bytesOf,
  diagnosticOf,
  json,
  number,
  observationOf,
  publicationOf,
  sourceColumns,
  sourceOf,
  sourceTables,
  stateOf,
  string,
} from "./rows.ts";
import { migrate } from "./schema.ts";
import { hitOf, matchExpression, searchTerms } from "./search.ts";
import {
  type StoredRecord,
  articleColumnNames,
  observationColumnNames,
  sourceColumnNames,
  storedRecord,
  textColumn,
} from "./stored.ts";
import { verifyRows } from "./verify.ts";

/** How an archive is opened. */
export interface ArchiveOptions {
  /** How long to wait for another process that writes, in milliseconds; 10 seconds by default. */
  readonly patienceMs?: number;
}

/**
 * Opens the archive at `path`, making or updating it where needed; `":memory:"` gives one that is not kept.
 * Throws an `ArchiveError`, with a diagnostic and its remedy, where the file cannot be used.
 */
export function openArchive(path: string, { patienceMs = 10_000 }: ArchiveOptions = {}): Archive {
  return guarded(path, () => {
    const db = new DatabaseSync(path, { timeout: patienceMs, enableForeignKeyConstraints: true });
    try {
      migrate(db, path);
      useWal(db);
      return new Archive(db, path);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** The files that make up the archive at `path`: what to put aside before a rebuild; the last two may be missing. */
export function archiveFiles(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}

/**
 * The memory of articles, observations, decisions and issues, in one SQLite file.
 *
 * Everything in it can be made again from the workspace, so that losing it costs time and nothing else.
 * Every answer is ordered by document, part and place in the text, whatever the order of writing.
 */
export class Archive {
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #statements: Map<string, StatementSync> = new Map();
  /** Whether the open transaction is that of `hold`: one that only reads. */
  #isHeld = false;

  constructor(db: DatabaseSync, path: string) {
    this.#db = db;
    this.#path = path;
  }

  /** The key that a document is stored under, as `recordKey` makes it; null where it is not stored. */
  storedKey(document: string): string | null {
    const row = this.#get("SELECT key FROM sources WHERE document = ?", document);
    return row === undefined ? null : string(row, "key");
  }

  /** What each source file was when it was put, in order of their names. */
  states(): SourceState[] {
    return this.#all("SELECT document, key, sha256, program, facts, seen FROM sources ORDER BY document").map(stateOf);
  }

  /** Stores all that is known of one source file, in place of what was known before. */
  put(record: SourceRecord): "unchanged" | "added" | "replaced" {
    return this.putStored(storedRecord(record));
  }

  /** Stores a record that was made ready elsewhere, in place of what was known of its file before. */
  putStored(record: StoredRecord): "unchanged" | "added" | "replaced" {
    return this.transaction(() => {
      // Asked within the transaction: another process may have put the very same in the meantime.
      const stored = this.storedKey(record.document);
      if (stored === record.key) {
        this.markSeen(record.document, record.seen);
        return "unchanged";
      }
      if (stored !== null) this.#delete(record.document);
      this.#insert(record);
      return stored === null ? "added" : "replaced";
    });
  }

  /**
   * Notes what the file system said of a file whose record is up to date, so that the app need not read it the next time
   * it says the same; null for nothing. The archive keeps the words and gives them back in `states`.
   */
  markSeen(document: string, seen: string | null): void {
    this.#run("UPDATE sources SET seen = ?1 WHERE document = ?2 AND seen IS NOT ?1", seen, document);
  }

  /** Forgets a source file with its articles and observations; tells whether there was one. */
  remove(document: string): boolean {
    return this.transaction(() => this.#delete(document));
  }

  /**
   * Runs `work` in one transaction: all of its writes are kept, or none. Inside another, it joins that one. What `hold`
   * held is let go of.
   */
  transaction<T>(work: () => T): T {
    return guarded(this.#path, () => {
      if (this.#db.isTransaction && !this.#isHeld) return work();
      this.release();
      this.#db.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        this.#db.exec("COMMIT");
        return result;
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /**
   * From here on gives all answers as of this moment, whatever other processes write meanwhile; until `release`, or until
   * this process writes itself.
   */
  hold(): void {
    guarded(this.#path, () => {
      if (this.#db.isTransaction) return;
      this.#db.exec("BEGIN");
      this.#isHeld = true;
      // A deferred transaction begins with its first answer.
      this.#get("SELECT count(*) FROM sqlite_schema");
    });
  }

  /** Gives answers as of the moment they are asked for again. */
  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    guarded(this.#path, () => this.#db.exec("COMMIT"));
  }

  /** Names of all source files stored. */
  documents(): string[] {
    return this.#all("SELECT document FROM sources ORDER BY document").map((row) => string(row, "document"));
  }

  /** SHA-256 of the bytes of every source file stored, by document. */
  hashes(): Record<string, string> {
    const rows = this.#all("SELECT document, sha256 FROM sources ORDER BY document");
    return Object.fromEntries(rows.map((row) => [string(row, "document"), string(row, "sha256")]));
  }

  /** How much is remembered: source files, articles, observations, and the bytes of different files. */
  size(): ArchiveSize {
    const row = this.#get(
      `SELECT (SELECT count(*) FROM sources) AS files, (SELECT count(*) FROM articles) AS articles,
       (SELECT count(*) FROM observations) AS observations, (SELECT coalesce(sum(size), 0) FROM blobs) AS bytes`,
    );
    const [files = 0, articles = 0, observations = 0, bytes = 0] = Object.values(row ?? {}).map(Number);
    return { files, articles, observations, bytes };
  }

  /** The text of a source file; null where it is not stored or could not be read. */
  source(document: string): SourceText | null {
    const row = this.#get(`SELECT ${sourceColumns} FROM ${sourceTables} WHERE s.document = ?`, document);
    return row === undefined ? null : sourceOf(row);
  }

  /** The bytes of a source file, where they were kept. */
  bytes(document: string): Uint8Array | null {
    const row = this.#get(`SELECT b.packing, b.bytes FROM ${sourceTables} WHERE s.document = ?`, document);
    return row === undefined ? null : bytesOf(row);
  }

  /** Clean articles of one document, or of all. */
  articles(document?: string): CleanArticle[] {
    const of = document === undefined ? "" : "WHERE s.document = ?";
    const sql = `SELECT ${articleColumns} FROM articles a JOIN sources s ON s.id = a.source ${of} ORDER BY s.document, a.part`;
    return this.#all(sql, ...(document === undefined ? [] : [document])).map(articleOf);
  }

  /** Title, publisher and date of every article. */
  publications(): Publication[] {
    return this.#all(
      "SELECT s.document, a.part, a.metadata FROM articles a JOIN sources s ON s.id = a.source ORDER BY s.document, a.part",
    ).map(publicationOf);
  }

  /** Observations, in order of document, part and place in the text. */
  observations(filter: ObservationFilter = {}): Observation[] {
    const { from, values } = observationsBy(filter);
    return this.#all(`SELECT o.json FROM ${from}`, ...values).map(observationOf);
  }

  /** Observations as flat rows under SDMX names, for exports; value by value, so that memory stays flat. */
  *rows(filter: ObservationFilter = {}): Generator<Readonly<Record<string, string | number | null>>> {
    const { from, values } = observationsBy(filter);
    for (const row of this.#db.prepare(`SELECT ${sdmxColumns} FROM ${from}`).iterate(...values))
      yield row as Record<string, string | number | null>;
  }

  /** Problems found in one document, or in all. */
  diagnostics(document?: string): Diagnostic[] {
    const of = document === undefined ? "" : "WHERE s.document = ?";
    const sql = `SELECT d.json FROM diagnostics d JOIN sources s ON s.id = d.source ${of} ORDER BY s.document, d.seq`;
    return this.#all(sql, ...(document === undefined ? [] : [document])).map(diagnosticOf);
  }

  /** Problems found, by the document that was stored with them. */
  diagnosticsByDocument(): ReadonlyMap<string, readonly Diagnostic[]> {
    const found = new Map<string, Diagnostic[]>();
    const sql =
      "SELECT s.document, d.json FROM diagnostics d JOIN sources s ON s.id = d.source ORDER BY s.document, d.seq";
    for (const row of this.#all(sql)) {
      const document = string(row, "document");
      const list = found.get(document);
      if (list === undefined) found.set(document, [diagnosticOf(row)]);
      else list.push(diagnosticOf(row));
    }
    return found;
  }

  /**
   * Articles that hold every word of `text` (separated by spaces), newest publication first, at most `limit`.
   * Case is ignored; words of one or two characters are found as well, by reading all texts.
   */
  search(text: string, limit = 100): SearchHit[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    const match = matchExpression(terms);
    // Sorted by number first: texts are read one by one, and only until there are enough hits.
    const candidates = this.#all(
      `SELECT a.id FROM articles a JOIN sources s ON s.id = a.source
       ${match === null ? "" : "WHERE a.id IN (SELECT rowid FROM search WHERE search MATCH ?)"}
       ORDER BY a.published_last DESC, s.document, a.part`,
      ...(match === null ? [] : [match]),
    );
    const hits: SearchHit[] = [];
    for (const { id = null } of candidates) {
      if (hits.length >= limit) break;
      const row = this.#get(
        "SELECT s.document, a.part, a.text, a.metadata FROM articles a JOIN sources s ON s.id = a.source WHERE a.id = ?",
        id,
      );
      const hit = row === undefined ? null : hitOf(row, terms);
      if (hit !== null) hits.push(hit);
    }
    return hits;
  }

  /** Remembers an issue and the figures it printed, in place of what was remembered for its period. */
  recordIssue(issue: Issue, figures: readonly PrintedFigure[]): void {
    const { period } = issue;
    this.transaction(() => {
      this.#run("DELETE FROM issues WHERE period = ?", period.id);
      this.#run(
        "INSERT INTO issues VALUES (?, ?, ?, ?, ?)",
        period.id,
        period.kind,
        period.start,
        period.end,
        JSON.stringify(issue),
      );
      for (const [seq, figure] of figures.entries()) {
        this.#run("INSERT INTO printed VALUES (?, ?, ?, ?)", period.id, seq, figure.id, JSON.stringify(figure));
      }
    });
  }

  /** Issues made so far, in order of their periods. */
  issues(): Issue[] {
    return this.#all("SELECT json FROM issues ORDER BY period_end, period_start, period").map((row) =>
      json<Issue>(row, "json"),
    );
  }

  /** The last issue of the same kind before a period (the month, quarter … before, or an earlier one). */
  issueBefore(period: IssuePeriod): Issue | null {
    const row = this.#get(
      "SELECT json FROM issues WHERE kind = ? AND period_end < ? ORDER BY period_end DESC LIMIT 1",
      period.kind,
      period.start,
    );
    return row === undefined ? null : json<Issue>(row, "json");
  }

  /** Figures that the issue of a period (`2023-12`) printed; null where no such issue is known. */
  printedFigures(period: string): PrintedFigure[] | null {
    if (this.#get("SELECT period FROM issues WHERE period = ?", period) === undefined) return null;
    return this.#all("SELECT json FROM printed WHERE issue = ? ORDER BY seq", period).map((row) =>
      json<PrintedFigure>(row, "json"),
    );
  }

  /** Forgets an issue and its figures; tells whether there was one. */
  removeIssue(period: string): boolean {
    return this.transaction(() => this.#run("DELETE FROM issues WHERE period = ?", period) > 0);
  }

  /** Remembers the editor's decisions, in place of all that were remembered before. */
  recordDecisions(decisions: readonly ArchivedDecision[]): void {
    this.transaction(() => {
      this.#run("DELETE FROM decisions");
      for (const [seq, decision] of decisions.entries()) {
        this.#run("INSERT INTO decisions VALUES (?, ?, ?)", seq, decision.id, JSON.stringify(decision));
      }
    });
  }

  /** The editor's decisions, in the order they were given. */
  decisions<D extends ArchivedDecision>(): D[] {
    return this.#all("SELECT json FROM decisions ORDER BY seq").map((row) => json<D>(row, "json"));
  }

  /** Checks the whole archive: pages, references, hashes, and that every span lies within its text. */
  verify(): Diagnostic[] {
    try {
      return guarded(this.#path, () => verifyRows(this.#db, this.#path));
    } catch (error) {
      if (error instanceof ArchiveError) return [error.diagnostic];
      throw error;
    }
  }

  /** Closes the file; the archive cannot be used afterwards. */
  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #delete(document: string): boolean {
    return this.#run("DELETE FROM sources WHERE document = ?", document) > 0;
  }

  #insert(record: StoredRecord): void {
    const source = this.#insertRow(
      `INSERT INTO sources (document, key, blob, seen, ${sourceColumnNames}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.document,
      record.key,
      this.#blobOf(record),
      record.seen,
      ...record.source,
    );
    for (const { columns, searchable } of record.articles) {
      const article = this.#insertRow(
        `INSERT INTO articles (source, ${articleColumnNames}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        source,
        ...columns,
      );
      this.#run("INSERT INTO search (rowid, text) VALUES (?, ?)", article, searchable ?? columns[textColumn] ?? "");
    }
    for (const [seq, values] of record.observations.entries()) {
      this.#run(
        `INSERT INTO observations (source, seq, ${observationColumnNames}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        source,
        seq,
        ...values,
      );
    }
    for (const [seq, diagnostic] of record.diagnostics.entries()) {
      this.#run("INSERT INTO diagnostics VALUES (?, ?, ?)", source, seq, diagnostic);
    }
  }

  /** The number under which a record's bytes are stored; files with the same bytes share one. */
  #blobOf({ sha256, blob }: StoredRecord): number | null {
    if (blob === null) return null;
    const known = this.#get("SELECT id FROM blobs WHERE sha256 = ?", sha256);
    if (known !== undefined) return number(known, "id");
    return this.#insertRow(
      "INSERT INTO blobs (sha256, packing, size, bytes) VALUES (?, ?, ?, ?)",
      sha256,
      blob.packing,
      blob.size,
      blob.bytes,
    );
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return guarded(this.#path, () => this.#statement(sql).get(...values));
  }

  #all(sql: string, ...values: SQLInputValue[]): Row[] {
    return guarded(this.#path, () => this.#statement(sql).all(...values));
  }

  #run(sql: string, ...values: SQLInputValue[]): number {
    return guarded(this.#path, () => Number(this.#statement(sql).run(...values).changes));
  }

  #insertRow(sql: string, ...values: SQLInputValue[]): number {
    return guarded(this.#path, () => Number(this.#statement(sql).run(...values).lastInsertRowid));
  }
}

/** Switches to write-ahead logging: readers never wait for the writer. Where a file system cannot, it goes on without. */
function useWal(db: DatabaseSync): void {
  // A power cut may lose the last writes, never the order among them; 32 MB hold the index of a large batch.
  db.exec("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768");
  if (db.prepare("SELECT journal_mode FROM pragma_journal_mode").get()?.["journal_mode"] === "wal") return;
  try {
    db.exec("PRAGMA journal_mode = WAL");
  } catch {
    // Another process is at this moment switching or writing: it will be WAL, or the next opening tries again.
  }
}
