import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ArchiveError, archiveFiles, openArchive } from "../src/index.ts";
import { migrations } from "../src/schema.ts";
import { sampleRecord } from "./sample.ts";

let folder: string;
let count = 0;
const fresh = (): string => join(folder, `${count++}.db`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function failureOf(path: string): ArchiveError {
  try {
    openArchive(path).close();
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
  throw new Error("the archive was opened");
}

test("is there again after it was closed", () => {
  const path = fresh();
  const first = openArchive(path);
  first.put(sampleRecord("a.txt"));
  first.close();
  using second = openArchive(path);
  expect(second.documents()).toEqual(["a.txt"]);
  expect(second.verify()).toEqual([]);
});

test("takes an empty file for a new archive", () => {
  const path = fresh();
  writeFileSync(path, "");
  using archive = openArchive(path);
  expect(archive.documents()).toEqual([]);
});

test("names a file that is no database as damaged, with the remedy", () => {
  const path = fresh();
  writeFileSync(path, "这不是数据库。".repeat(100));
  const error = failureOf(path);
  expect(error.reason).toBe("damaged");
  expect(error.rebuildable).toBe(true);
  expect(error.diagnostic).toMatchObject({ severity: "error", rule: "archive/damaged", document: path });
  expect(error.diagnostic.hint).toContain("jianbao archive rebuild");
});

test("refuses another program's database and leaves it as it was", () => {
  const path = fresh();
  const other = new DatabaseSync(path);
  other.exec("CREATE TABLE notes (text)");
  other.close();
  const before = readFileSync(path);
  expect(failureOf(path).reason).toBe("foreign");
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("refuses an archive of a newer version", () => {
  const path = fresh();
  openArchive(path).close();
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
  db.close();
  expect(failureOf(path).reason).toBe("newer");
});

test("says so where the folder does not exist", () => {
  const error = failureOf(join(folder, "nowhere", "a.db"));
  expect(error.reason).toBe("unwritable");
  expect(error.rebuildable).toBe(false);
});

test("reports a truncated file as damaged, at opening, in use or by verify", () => {
  const path = fresh();
  const first = openArchive(path);
  for (let i = 0; i < 50; i++) first.put(sampleRecord(`${i}.txt`, { extra: "很长的一段文字。".repeat(200) }));
  first.close();
  truncateSync(path, 40_960);
  let reason = "";
  try {
    using archive = openArchive(path);
    reason = archive.verify()[0]?.rule ?? "";
  } catch (error) {
    reason = error instanceof ArchiveError ? error.diagnostic.rule : `${error}`;
  }
  expect(reason).toBe("archive/damaged");
});

test("reports damage anywhere in the file, or has lost nothing, and throws nothing else", () => {
  const path = fresh();
  const first = openArchive(path);
  const records = Array.from({ length: 12 }, (_, i) =>
    sampleRecord(`${i}.txt`, { extra: `${i}很长的一段。`.repeat(300) }),
  );
  for (const record of records) first.put(record);
  first.close();
  const whole = readFileSync(path);
  const found = new Set<string>();
  for (let page = 0; page * 4096 < whole.length; page += 3) {
    const broken = Buffer.from(whole);
    broken.fill(0x5a, page * 4096 + 96, Math.min(whole.length, page * 4096 + 700));
    writeFileSync(path, broken);
    try {
      using archive = openArchive(path);
      const problems = archive.verify();
      if (problems.length === 0)
        expect(archive.observations()).toEqual(records.flatMap((r) => r.observations).sort(byDocument));
      for (const { rule } of problems) found.add(rule);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      found.add(error.diagnostic.rule);
    }
  }
  expect(found).toContain("archive/damaged");
});

function byDocument(a: { readonly document: string }, b: { readonly document: string }): number {
  return a.document < b.document ? -1 : 1;
}

test("says that it is busy where another process does not let go", () => {
  const path = fresh();
  using archive = openArchive(path, { patienceMs: 20 });
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  expect(() => archive.put(sampleRecord("a.txt"))).toThrow(
    expect.objectContaining({ reason: "busy", rebuildable: false }),
  );
  expect(archive.documents()).toEqual([]);
  other.exec("ROLLBACK");
  other.close();
  expect(archive.put(sampleRecord("a.txt"))).toBe("added");
});

test("finds rows that were altered behind its back", () => {
  const path = fresh();
  const first = openArchive(path);
  first.put({ ...sampleRecord("a.txt"), bytes: new Uint8Array([1]) });
  first.close();
  const db = new DatabaseSync(path);
  db.exec("UPDATE observations SET json = replace(json, '320起', '999起')");
  db.close();
  using archive = openArchive(path);
  expect(archive.verify().map((d) => d.rule)).toEqual([
    "archive/bytes-hash",
    "archive/content-hash",
    "archive/lost-quote",
  ]);
});

test("finds a text that no longer fits its map and spans", () => {
  const path = fresh();
  const first = openArchive(path);
  first.put(sampleRecord("a.txt"));
  first.close();
  const db = new DatabaseSync(path);
  db.exec("UPDATE sources SET text = '短'; DELETE FROM search");
  db.close();
  using archive = openArchive(path);
  const rules = new Set(archive.verify().map((d) => d.rule));
  expect(rules).toEqual(
    new Set(["archive/search-index", "archive/content-hash", "archive/map-misfit", "archive/span-outside"]),
  );
});

test("lets two processes write at once", { timeout: 60_000 }, async () => {
  const path = fresh();
  const sample = JSON.stringify(new URL("sample.ts", import.meta.url).href);
  const index = JSON.stringify(new URL("../src/index.ts", import.meta.url).href);
  const script = `
    import { openArchive } from ${index};
    import { sampleRecord } from ${sample};
    const archive = openArchive(process.argv[1]);
    for (let i = 0; i < 60; i++) archive.put(sampleRecord(process.argv[2] + i + ".txt", { cases: i }));
    archive.close();
  `;
  const run = async (name: string): Promise<number | null> => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, path, name], { stdio: "inherit" });
    const [code] = (await once(child, "exit")) as [number | null];
    return code;
  };
  expect(await Promise.all([run("x"), run("y")])).toEqual([0, 0]);
  using archive = openArchive(path);
  expect(archive.documents()).toHaveLength(120);
  expect(archive.verify()).toEqual([]);
});

test("gives answers of one moment while it holds, and writes all the same", () => {
  const path = fresh();
  using archive = openArchive(path);
  using other = openArchive(path);
  archive.put(sampleRecord("a.txt"));
  archive.hold();
  other.put(sampleRecord("b.txt"));
  expect(archive.documents()).toEqual(["a.txt"]);
  expect(archive.observations()).toHaveLength(1);
  archive.release();
  expect(archive.documents()).toEqual(["a.txt", "b.txt"]);
  archive.hold();
  other.put(sampleRecord("c.txt"));
  archive.put(sampleRecord("d.txt"));
  expect(archive.documents()).toEqual(["a.txt", "b.txt", "c.txt", "d.txt"]);
});

test("names the files to put aside before a rebuild", () => {
  expect(archiveFiles("archive.db")).toEqual(["archive.db", "archive.db-wal", "archive.db-shm"]);
});
