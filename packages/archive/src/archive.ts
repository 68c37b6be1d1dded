import {
  type CleanArticle,
  type Diagnostic,
  type IssuePeriod,
  type Observation,
  type SourceText,
  lastDay,
  parsePartialDate,
} from "@jianbao/model";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { ArchiveError, guarded } from "./error.ts";
import {
  type ArchivedDecision,
  type Issue,
  type ObservationFilter,
  type PrintedFigure,
  type Publication,
  type SearchHit,
  type SourceRecord,
  recordKey,
} from "./record.ts";
import {
  type Row,
  articleColumns,
  articleOf,
  articleValues,
  contentDigest,
  diagnosticOf,
  json,
  observationOf,
  publicationOf,
  sourceColumns,
  sourceOf,
  string,
} from "./rows.ts";
import { migrate } from "./schema.ts";
import { hitOf, matchExpression, searchTerms } from "./search.ts";
import { storedText } from "./text.ts";
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

  constructor(db: DatabaseSync, path: string) {
    this.#db = db;
    this.#path = path;
  }

  /** The key that a document is stored under, as `recordKey` makes it; null where it is not stored. */
  storedKey(document: string): string | null {
    const row = this.#get("SELECT key FROM sources WHERE document = ?", document);
    return row === undefined ? null : string(row, "key");
  }

  /** Stores all that is known of one source file, in place of what was known before. */
  put(record: SourceRecord): "unchanged" | "added" | "replaced" {
    const key = recordKey(record);
    const stored = this.storedKey(record.document);
    if (stored === key) return "unchanged";
    checkRecord(record);
    this.transaction(() => {
      this.#delete(record.document);
      this.#insert(record, key);
    });
    return stored === null ? "added" : "replaced";
  }

  /** Forgets a source file with its articles and observations; tells whether there was one. */
  remove(document: string): boolean {
    return this.transaction(() => this.#delete(document));
  }

  /** Runs `work` in one transaction: all of its writes are kept, or none. Inside another, it joins that one. */
  transaction<T>(work: () => T): T {
    return guarded(this.#path, () => {
      if (this.#db.isTransaction) return work();
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

  /** Names of all source files stored. */
  documents(): string[] {
    return this.#all("SELECT document FROM sources ORDER BY document").map((row) => string(row, "document"));
  }

  /** SHA-256 of the bytes of every source file stored, by document. */
  hashes(): Record<string, string> {
    const rows = this.#all("SELECT document, sha256 FROM sources ORDER BY document");
    return Object.fromEntries(rows.map((row) => [string(row, "document"), string(row, "sha256")]));
  }

  /** The text of a source file; null where it is not stored or could not be read. */
  source(document: string): SourceText | null {
    const row = this.#get(`SELECT ${sourceColumns} FROM sources WHERE document = ?`, document);
    return row === undefined ? null : sourceOf(row);
  }

  /** The bytes of a source file, where they were kept. */
  bytes(document: string): Uint8Array | null {
    const value = this.#get("SELECT bytes FROM sources WHERE document = ?", document)?.["bytes"];
    return value instanceof Uint8Array ? value : null;
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
    const { where, values } = conditionsOf(filter);
    return this.#all(`SELECT o.json FROM ${observationTables} ${where} ${observationOrder}`, ...values).map(
      observationOf,
    );
  }

  /** Observations as flat rows under SDMX names, for exports; value by value, so that memory stays flat. */
  *rows(filter: ObservationFilter = {}): Generator<Readonly<Record<string, string | number | null>>> {
    const { where, values } = conditionsOf(filter);
    const sql = `SELECT ${sdmxColumns} FROM ${observationTables} ${where} ${observationOrder}`;
    for (const row of this.#db.prepare(sql).iterate(...values)) yield row as Record<string, string | number | null>;
  }

  /** Problems found in one document, or in all. */
  diagnostics(document?: string): Diagnostic[] {
    const of = document === undefined ? "" : "WHERE s.document = ?";
    const sql = `SELECT d.json FROM diagnostics d JOIN sources s ON s.id = d.source ${of} ORDER BY s.document, d.seq`;
    return this.#all(sql, ...(document === undefined ? [] : [document])).map(diagnosticOf);
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

  #insert(record: SourceRecord, key: string): void {
    const observations = record.observations.map((observation) => JSON.stringify(observation));
    const articles = record.articles.map(articleValues);
    const source = this.#insertRow(
      "INSERT INTO sources (document, key, sha256, program, facts, format, encoding, text, places, bytes, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      record.document,
      key,
      record.sha256,
      record.program,
      record.facts === null ? null : JSON.stringify(record.facts),
      record.source?.format ?? null,
      record.source?.encoding ?? null,
      record.source === null ? null : storedText(record.source.text),
      record.source === null ? null : JSON.stringify(record.source.places),
      record.bytes ?? null,
      contentDigest(record.source, articles, observations),
    );
    for (const [index, article] of record.articles.entries()) {
      this.#insertArticle(source, article, articles[index] ?? articleValues(article));
    }
    for (const [seq, observation] of record.observations.entries()) {
      this.#insertObservation(source, seq, observation, observations[seq] ?? "");
    }
    for (const [seq, diagnostic] of record.diagnostics.entries()) {
      this.#run("INSERT INTO diagnostics VALUES (?, ?, ?)", source, seq, JSON.stringify(diagnostic));
    }
  }

  #insertArticle(source: number, article: CleanArticle, values: ReturnType<typeof articleValues>): void {
    const published = article.metadata.published?.value ?? null;
    const [text, ...others] = values;
    const id = this.#insertRow(
      "INSERT INTO articles (source, part, text, map, metadata, removals, repairs, headings, places, doubts, published_last) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      source,
      article.part,
      storedText(text),
      ...others,
      published !== null && parsePartialDate(published) ? lastDay(published) : null,
    );
    this.#run("INSERT INTO search (rowid, text) VALUES (?, ?)", id, article.text.toWellFormed().replaceAll("\0", " "));
  }

  #insertObservation(source: number, seq: number, observation: Observation, text: string): void {
    const { quantity, period } = observation;
    this.#run(
      "INSERT INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      source,
      seq,
      observation.part,
      observation.id,
      observation.indicator,
      observation.subject,
      observation.breakdown,
      observation.scope,
      observation.area?.code ?? null,
      observation.rate,
      quantity?.unit ?? null,
      period?.start ?? null,
      period?.end ?? null,
      quantity?.value ?? null,
      quantity?.low ?? null,
      quantity?.high ?? null,
      quantity?.bound ?? null,
      text,
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

/** Throws where the parts of a record do not belong together. */
function checkRecord(record: SourceRecord): void {
  const parts = new Set<number>();
  for (const article of record.articles) {
    if (article.document !== record.document) throw misplaced("article", article.document, record.document);
    if (parts.has(article.part)) throw new RangeError(`two articles are part ${article.part} of ${record.document}`);
    parts.add(article.part);
  }
  for (const observation of record.observations) {
    if (observation.document !== record.document) throw misplaced("observation", observation.document, record.document);
    if (!parts.has(observation.part)) {
      throw new RangeError(`observation ${observation.id} is of part ${observation.part}, which is not in the record`);
    }
  }
  if (record.source !== null && record.source.document !== record.document) {
    throw misplaced("source", record.source.document, record.document);
  }
}

function misplaced(what: string, document: string, expected: string): RangeError {
  return new RangeError(`${what} of ${JSON.stringify(document)} in the record of ${JSON.stringify(expected)}`);
}

const observationTables =
  "observations o JOIN sources s ON s.id = o.source JOIN articles a ON a.source = o.source AND a.part = o.part";
const observationOrder = "ORDER BY s.document, o.part, o.seq";
const sdmxColumns = [
  "o.id AS ID",
  "o.indicator AS INDICATOR",
  "o.subject AS SUBJECT",
  "o.breakdown AS BREAKDOWN",
  "o.scope AS SCOPE",
  "o.area AS REF_AREA",
  "o.period_start AS TIME_START",
  "o.period_end AS TIME_END",
  "o.value AS OBS_VALUE",
  "o.unit AS UNIT_MEASURE",
  "o.bound AS BOUND",
  "o.low AS OBS_LOW",
  "o.high AS OBS_HIGH",
  "o.rate AS RATE",
  "s.document AS DOCUMENT",
  "o.part AS PART",
  "o.json ->> '$.source.start' AS SOURCE_START",
  "o.json ->> '$.source.end' AS SOURCE_END",
  "o.json ->> '$.confidence' AS CONFIDENCE",
].join(", ");

function conditionsOf(filter: ObservationFilter): { where: string; values: string[] } {
  const conditions: [string, string | undefined][] = [
    ["s.document = ?", filter.document],
    ["o.indicator = ?", filter.indicator],
    ["o.subject = ?", filter.subject],
    ["o.area = ?", filter.area],
    ["o.scope = ?", filter.scope],
    ["a.published_last <= ?", filter.publishedUntil],
  ];
  const given = conditions.filter((condition): condition is [string, string] => condition[1] !== undefined);
  return {
    where: given.length === 0 ? "" : `WHERE ${given.map(([sql]) => sql).join(" AND ")}`,
    values: given.map(([, value]) => value),
  };
}
