import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SourceRecord, openArchive, recordKey } from "../src/index.ts";
import { applicationId, migrate, migrations } from "../src/schema.ts";
import { articleValues, contentDigest, observationValues } from "../src/stored.ts";
import { plain, sampleRecord } from "./sample.ts";

let folder: string;
let count = 0;
const fresh = (): string => join(folder, `${count++}.db`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const bytes = new TextEncoder().encode("the very bytes");
/** Two files with the same bytes, one whose bytes were not kept, one that could not be read. */
const records: readonly SourceRecord[] = [
  { ...sampleRecord("a.txt", { cases: 1 }), bytes },
  { ...sampleRecord("b.txt", { cases: 1 }), bytes },
  sampleRecord("c.txt", { cases: 3 }),
  { ...sampleRecord("d.pdf"), source: null, articles: [], observations: [] },
];

/** Writes the records as the program of a schema's version did, with the columns that it had. */
function writeAs(version: number, path: string): void {
  const db = new DatabaseSync(path);
  migrate(db, path, migrations.slice(0, version));
  for (const record of records) {
    const { source, articles, observations } = record;
    const kept = record.bytes ?? null;
    const values = articles.map(articleValues);
    const texts = observations.map((observation) => JSON.stringify(observation));
    const hasBlobs = version > 2;
    if (hasBlobs && kept !== null)
      db.prepare("INSERT OR IGNORE INTO blobs (sha256, packing, size, bytes) VALUES (?, 'none', ?, ?)").run(
        record.sha256,
        kept.length,
        kept,
      );
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO sources (document, key, sha256, program, facts, format, encoding, text, places, ${hasBlobs ? "blob" : "bytes"}, digest)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ${hasBlobs ? "(SELECT id FROM blobs WHERE size = ?)" : "?"}, ?)`,
      )
      .run(
        record.document,
        recordKey(record),
        record.sha256,
        record.program,
        null,
        source?.format ?? null,
        source?.encoding ?? null,
        source?.text ?? null,
        source === null ? null : JSON.stringify(source.places),
        hasBlobs ? (kept?.length ?? null) : kept,
        contentDigest(source?.text ?? null, values, texts),
      );
    for (const [index, article] of articles.entries()) {
      const [text, map, metadata, removals, repairs, headings, places, doubts] =
        values[index] ?? articleValues(article);
      const columns = [text, map, metadata, removals, repairs, headings, places, ...(version > 1 ? [doubts] : [])];
      const id = db
        .prepare(
          `INSERT INTO articles (source, part, published_last, text, map, metadata, removals, repairs, headings, places${version > 1 ? ", doubts" : ""})
           VALUES (?, ?, ?, ${columns.map(() => "?").join(", ")})`,
        )
        .run(lastInsertRowid, article.part, article.metadata.published?.value ?? null, ...columns).lastInsertRowid;
      db.prepare("INSERT INTO search (rowid, text) VALUES (?, ?)").run(id, article.text);
    }
    for (const [seq, observation] of observations.entries()) {
      db.prepare(`INSERT INTO observations VALUES (?, ?, ${"?, ".repeat(15)}?)`).run(
        lastInsertRowid,
        seq,
        ...observationValues(observation),
        texts[seq] ?? "",
      );
    }
    for (const [seq, diagnostic] of record.diagnostics.entries()) {
      db.prepare("INSERT INTO diagnostics VALUES (?, ?, ?)").run(lastInsertRowid, seq, JSON.stringify(diagnostic));
    }
  }
  db.close();
}

function expectWhole(path: string): void {
  using archive = openArchive(path);
  expect(archive.documents()).toEqual(records.map(({ document }) => document));
  for (const record of records) expect(archive.source(record.document)).toEqual(record.source);
  expect(plain(archive.articles())).toEqual(plain(records.flatMap(({ articles }) => articles)));
  expect(archive.observations()).toEqual(records.flatMap(({ observations }) => observations));
  expect(archive.diagnostics()).toEqual(records.flatMap(({ diagnostics }) => diagnostics));
  expect(archive.search("提醒市民").map((hit) => hit.document)).toEqual(["a.txt", "b.txt", "c.txt"]);
  expect(records.map(({ document }) => archive.bytes(document))).toEqual([bytes, bytes, null, null]);
  // The samples' hashes are none of their bytes; all else is in order.
  expect(archive.verify().filter(({ rule }) => rule !== "archive/bytes-hash")).toEqual([]);
  // It is written to as one of the present schema.
  expect(archive.put(records[0] as SourceRecord)).toBe("unchanged");
  expect(archive.put({ ...sampleRecord("a.txt", { cases: 9 }), bytes: new Uint8Array([9]) })).toBe("replaced");
  expect(archive.bytes("a.txt")).toEqual(new Uint8Array([9]));
  expect(archive.bytes("b.txt")).toEqual(bytes);
}

test.each(migrations.map((_, index) => index + 1))(
  "opens an archive of schema %i with all that is in it",
  (version) => {
    const path = fresh();
    writeAs(version, path);
    expectWhole(path);
  },
);

test("walks every step from an older schema to the newest, keeping what is there", () => {
  const db = new DatabaseSync(":memory:");
  const steps = [
    "CREATE TABLE a (x); INSERT INTO a VALUES (1)",
    "ALTER TABLE a ADD COLUMN y DEFAULT 2",
    "UPDATE a SET x = x + y",
  ];
  migrate(db, "m", steps.slice(0, 1));
  migrate(db, "m", steps);
  migrate(db, "m", steps);
  expect({ ...db.prepare("SELECT * FROM a").get() }).toEqual({ x: 3, y: 2 });
  expect(db.prepare("PRAGMA user_version").get()?.["user_version"]).toBe(3);
  expect(db.prepare("PRAGMA application_id").get()?.["application_id"]).toBe(applicationId);
});

test("leaves the older schema whole where a step fails", () => {
  const db = new DatabaseSync(":memory:");
  migrate(db, "m", ["CREATE TABLE a (x)"]);
  expect(() => migrate(db, "m", ["CREATE TABLE a (x)", "CREATE TABLE b (y); SELECT nonsense FROM a"])).toThrow(
    "nonsense",
  );
  expect(db.prepare("PRAGMA user_version").get()?.["user_version"]).toBe(1);
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.["n"]).toBe(1);
});

test("takes the step again that was killed half-way", { timeout: 60_000 }, async () => {
  for (let version = 1; version < migrations.length; version++) {
    const path = fresh();
    writeAs(version, path);
    // The step's own statements, then one that says so and never ends: the transaction stays open until the kill.
    const script = `
      import { DatabaseSync } from "node:sqlite";
      import { writeSync } from "node:fs";
      const { migrate, migrations } = await import(${JSON.stringify(new URL("../src/schema.ts", import.meta.url).href)});
      const db = new DatabaseSync(${JSON.stringify(path)});
      db.function("forever", () => { writeSync(1, "."); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); });
      const steps = [...migrations];
      steps[${version}] += "; SELECT forever()";
      migrate(db, "m", steps);
    `;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const db = new DatabaseSync(path, { readOnly: true });
    expect(db.prepare("PRAGMA user_version").get()?.["user_version"]).toBe(version);
    db.close();
    expectWhole(path);
  }
});
