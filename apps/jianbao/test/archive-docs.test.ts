import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { copyExample, jianbao, temporaryFolder } from "./run.ts";

const page = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "archive.md"), "utf8");
/** The commands for the shell of SQLite, each with its query. */
const commands = [...page.matchAll(/^(sqlite3 [^"]*"([^"]+)")$/gmu)].map(([, command = "", sql = ""]) => ({
  command,
  sql,
}));

test("the documented queries of the archive answer", { timeout: 120_000 }, async () => {
  using folder = temporaryFolder();
  copyExample(folder.path);
  await jianbao(folder.path, ["archive", "verify"]);
  expect(commands).toHaveLength(3);
  const db = new DatabaseSync(join(folder.path, "archive.db"), { readOnly: true });
  const [years = [], conflicts = [], months = []] = commands.map(({ sql }) => db.prepare(sql).all());
  expect([...new Set(years.map((row) => row["TIME_PERIOD"]))]).toEqual(["2018", "2019", "2020", "2022", "2023"]);
  // Two figures of 2019 in one article of the example, the second of a campaign alone.
  expect(conflicts.map((row) => `${String(row["INDICATOR"])} ${String(row["TIME_PERIOD"])}`)).toContain(
    "suspects.captured 2019",
  );
  const { n } = db.prepare("SELECT count(*) AS n FROM v_articles").get() ?? {};
  expect(months.reduce((sum, row) => sum + Number(row["ARTICLES"]), 0)).toBe(n);
  const columns = [...page.matchAll(/^\| `(v_\w+)` *\|[^|]*\|([^|]*)\|$/gmu)];
  expect(columns.map(([, view]) => view)).toEqual([
    "v_articles",
    "v_observations",
    "v_changes",
    "v_diagnostics",
    "v_decisions",
    "v_issues",
    "v_printed",
  ]);
  for (const [, view = "", names = ""] of columns) {
    const found = db.prepare("SELECT name FROM pragma_table_info(?)").all(view);
    expect(names.trim().split(" ")).toEqual(found.map((row) => row["name"]));
  }
  db.close();
  // The shell itself, where there is one that knows `->>`.
  const version = /^3\.(\d+)/u.exec(spawnSync("sqlite3", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
  if (Number(version ?? 0) < 38) return;
  for (const { command } of commands) {
    const run = spawnSync(command, { cwd: folder.path, shell: true, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.stdout.split("\n").length).toBeGreaterThan(3);
  }
});
