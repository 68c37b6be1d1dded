import { DatabaseSync } from "node:sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Observation } from "@jianbao/model";
import { expect, test } from "vitest";
import { openArchive } from "../src/index.ts";
import { sampleRecord } from "./sample.ts";

/** Asks a view of an archive that holds one article with such an observation. */
function asked(sql: string, change: Partial<Observation> = {}): Readonly<Record<string, unknown>>[] {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  try {
    const path = join(folder, "archive.db");
    const record = sampleRecord("a.txt", { cases: 12 });
    const [observation] = record.observations;
    if (observation === undefined) throw new Error("an observation");
    const archive = openArchive(path);
    archive.put({ ...record, observations: [{ ...observation, ...change }], bytes: new Uint8Array(7) });
    archive.close();
    const db = new DatabaseSync(path, { readOnly: true });
    const rows = db.prepare(sql).all();
    db.close();
    return rows.map((row) => ({ ...row }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("shows an article with what is known of it", () => {
  expect(asked("SELECT * FROM v_articles")).toEqual([
    {
      DOCUMENT: "a.txt",
      PART: 1,
      TITLE: "打击诈骗成效",
      PUBLISHER: "某市日报",
      PUBLISHED: "2023-12-05",
      PUBLISHED_LAST: "2023-12-05",
      URL: null,
      REF_AREA: "CN",
      AREA_NAME: "全国",
      FORMAT: "text",
      ENCODING: "utf-8",
      BYTES: 7,
      SHA256: sampleRecord("a.txt", { cases: 12 }).sha256,
      TEXT: "某市2023年共破获电信网络诈骗案件12起。\n警方提醒市民注意防范。",
    },
  ]);
});

test("shows an observation under SDMX names, with its sentence and its place", () => {
  expect(asked("SELECT * FROM v_observations")).toEqual([
    {
      OBS_ID: "o-a.txt",
      INDICATOR: "cases.solved",
      SUBJECT: "telecom-fraud",
      BREAKDOWN: null,
      REF_AREA: "CN",
      AREA_NAME: "全国",
      TIME_PERIOD: "2023",
      TIME_COVERAGE: "FULL",
      TIME_START: "2023-01-01",
      TIME_END: "2023-12-31",
      OBS_VALUE: 12,
      OBS_LOW: 12,
      OBS_HIGH: 12,
      UNIT_MEASURE: "case",
      OBS_STATUS: "A",
      BOUND: "exact",
      SCOPE: "aggregate",
      RATE: null,
      FIGURE: "12起",
      QUOTE: "某市2023年共破获电信网络诈骗案件12起。",
      CONFIDENCE: 0.95,
      DOCUMENT: "a.txt",
      PART: 1,
      TITLE: "打击诈骗成效",
      PUBLISHER: "某市日报",
      PUBLISHED: "2023-12-05",
      SOURCE_START: 20,
      SOURCE_END: 23,
    },
  ]);
});

test.each([
  ["2023-01-01", "2023-12-31", "2023", "FULL"],
  ["2023-07-01", "2023-12-31", "2023-S2", "FULL"],
  ["2023-04-01", "2023-09-30", "2023-04-01/P6M", "FULL"],
  ["2023-10-01", "2023-12-31", "2023-Q4", "FULL"],
  ["2023-02-01", "2023-04-30", "2023-02-01/P3M", "FULL"],
  ["2024-02-01", "2024-02-29", "2024-02", "FULL"],
  ["2024-02-01", "2024-02-28", "2024-02-01/P28D", "FULL"],
  ["2023-01-01", "2023-09-30", "2023-01-01/P9M", "FULL"],
  ["2019-01-01", "2023-12-31", "2019-01-01/P5Y", "FULL"],
  ["2022-11-01", "2023-10-31", "2022-11-01/P1Y", "FULL"],
  ["2022-11-01", "2024-01-31", "2022-11-01/P15M", "FULL"],
  ["2023-09-08", "2024-01-01", "2023-09-08/P116D", "FULL"],
  ["2023-12-25", "2023-12-25", "2023-12-25", "FULL"],
  [null, "2023-12-25", "2023-12-25", "UNTIL"],
  ["2023-09-01", null, "2023-09-01", "SINCE"],
  [null, null, null, null],
])("writes the period %s to %s as %s", (start, end, TIME_PERIOD, TIME_COVERAGE) => {
  const period = { start, end, text: "" };
  expect(asked("SELECT TIME_PERIOD, TIME_COVERAGE FROM v_observations", { period })).toEqual([
    { TIME_PERIOD, TIME_COVERAGE },
  ]);
});

test("shows what articles state of changes, a row a change", () => {
  const change = [
    { basis: "yoy", direction: "up", value: 52, unit: "percent", bound: "max", low: 51.5, high: 52, text: "上升近52%" },
    { basis: "mom", direction: "down", value: null, unit: null, bound: null, low: null, high: null, text: "有所下降" },
  ] as unknown as Observation["change"];
  expect(asked("SELECT BASIS, DIRECTION, CHANGE_VALUE, FIGURE FROM v_changes", { change })).toEqual([
    { BASIS: "yoy", DIRECTION: "up", CHANGE_VALUE: 52, FIGURE: "上升近52%" },
    { BASIS: "mom", DIRECTION: "down", CHANGE_VALUE: null, FIGURE: "有所下降" },
  ]);
});

test("shows problems", () => {
  expect(asked("SELECT * FROM v_diagnostics")).toEqual([
    { DOCUMENT: "a.txt", SEVERITY: "info", RULE: "cleaning/note", MESSAGE: "something to know", HINT: null },
  ]);
});

test.each([
  [{ confidence: 0.5 }, "U"],
  [{ quantity: null }, "L"],
])("marks %j with the status %s", (change, OBS_STATUS) => {
  expect(asked("SELECT OBS_STATUS FROM v_observations", change)).toEqual([{ OBS_STATUS }]);
});
