import type { DatabaseSync } from "node:sqlite";
import { ArchiveError } from "./error.ts";
import { bookViews, views } from "./views.ts";

/** Marks a SQLite file as an archive of jianbao: "jbar" in ASCII. */
export const applicationId = 0x6a626172;

/**
 * Steps from an empty file to the present schema: step n leads from version n to n + 1.
 * A step that has been released is never changed; a change of the schema is a new step.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    program TEXT NOT NULL,
    facts TEXT,
    format TEXT,
    encoding TEXT,
    text ANY,
    places TEXT,
    bytes BLOB,
    digest TEXT NOT NULL
  ) STRICT;

  CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    text ANY NOT NULL,
    map TEXT NOT NULL,
    metadata TEXT NOT NULL,
    removals TEXT NOT NULL,
    repairs TEXT NOT NULL,
    headings TEXT NOT NULL,
    places TEXT NOT NULL,
    published_last TEXT,
    UNIQUE (source, part)
  ) STRICT;

  CREATE TABLE observations (
    source INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    id TEXT NOT NULL,
    indicator TEXT,
    subject TEXT NOT NULL,
    breakdown TEXT,
    scope TEXT NOT NULL,
    area TEXT,
    rate TEXT,
    unit TEXT,
    period_start TEXT,
    period_end TEXT,
    value REAL,
    low REAL,
    high REAL,
    bound TEXT,
    json TEXT NOT NULL,
    PRIMARY KEY (source, seq),
    FOREIGN KEY (source, part) REFERENCES articles (source, part) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX observations_by_id ON observations (id);

  CREATE TABLE diagnostics (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (source, seq)
  ) STRICT, WITHOUT ROWID;

  -- Contentless: the text is in articles. Without positions the index is half as large; hits are checked in the text.
  CREATE VIRTUAL TABLE search USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
  );
  CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    DELETE FROM search WHERE rowid = old.id;
  END;

  CREATE TABLE issues (
    period TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE printed (
    issue TEXT NOT NULL REFERENCES issues (period) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (issue, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX printed_by_id ON printed (id);

  CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE articles ADD COLUMN doubts TEXT NOT NULL DEFAULT '[]';
  `,
  `
  -- Bytes by their hash: files with the same bytes share them.
  CREATE TABLE blobs (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    packing TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  ALTER TABLE sources ADD COLUMN blob INTEGER REFERENCES blobs (id);
  -- 1 where the text is just what the bytes say in UTF-8: it is not stored again.
  ALTER TABLE sources ADD COLUMN text_of_bytes INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sources ADD COLUMN strays TEXT;
  ALTER TABLE sources ADD COLUMN seen TEXT;
  INSERT INTO blobs (sha256, packing, size, bytes)
    SELECT sha256, 'none', length(bytes), bytes FROM sources WHERE bytes IS NOT NULL GROUP BY sha256;
  UPDATE sources SET blob = (SELECT b.id FROM blobs b WHERE b.sha256 = sources.sha256) WHERE bytes IS NOT NULL;
  ALTER TABLE sources DROP COLUMN bytes;
  CREATE INDEX sources_by_blob ON sources (blob);
  CREATE TRIGGER sources_gone AFTER DELETE ON sources WHEN old.blob IS NOT NULL BEGIN
    DELETE FROM blobs WHERE id = old.blob AND NOT EXISTS (SELECT 1 FROM sources WHERE blob = old.blob);
  END;
  `,
  views,
  bookViews,
];

/**
 * Brings a database to the newest schema, each step in a transaction of its own.
 * Throws an `ArchiveError` where the file is another program's or of a later version.
 */
export function migrate(db: DatabaseSync, path: string, steps: readonly string[] = migrations): void {
  for (;;) {
    const version = versionOf(db, path);
    if (version > steps.length) {
      throw new ArchiveError("newer", path, `schema ${version}, this version knows ${steps.length}`);
    }
    if (version === steps.length) return;
    db.exec("BEGIN IMMEDIATE");
    try {
      // Another process may have taken the step while this one waited for the lock.
      if (versionOf(db, path) === version) {
        db.exec(steps[version] ?? "");
        db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version + 1}`);
      }
      db.exec("COMMIT");
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }
}

function versionOf(db: DatabaseSync, path: string): number {
  const id = numberOf(db, "SELECT application_id FROM pragma_application_id");
  if (id !== applicationId && (id !== 0 || numberOf(db, "SELECT count(*) FROM sqlite_schema") > 0)) {
    throw new ArchiveError("foreign", path, `application id ${id}`);
  }
  return numberOf(db, "SELECT user_version FROM pragma_user_version");
}

function numberOf(db: DatabaseSync, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0);
}
