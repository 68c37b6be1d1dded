import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Observation } from "@jianbao/model";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvColumns, toCsv, toCsvRow } from "../src/csv.ts";
import { csvTableSchema } from "../src/csv-schema.ts";
import { manifestJsonSchema } from "../src/manifest-schema.ts";
import { sdmxHead, sdmxRow, unplacedOf } from "../src/sdmx.ts";
import { codeLists, components, structureMessage } from "../src/sdmx-structure.ts";
import { timePeriodOf } from "../src/time-period.ts";
import { copyExample, jianbao, temporaryFolder } from "./run.ts";

/** A reader of RFC 4180 of its own, character by character, so that the writer is not checked by itself. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (at >= text.length) throw new Error("a quoted cell does not end");
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\r" && text[at] !== "\n") cell += text[at++];
    }
    row.push(cell);
    if (text[at] === ",") {
      at++;
      continue;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no line end at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Takes off the mark that keeps a cell from being run as a formula. */
function plain(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

function observation(more: Partial<Observation> = {}): Observation {
  return {
    id: "o-0123456789ab",
    document: "a.txt",
    part: 1,
    indicator: "cases.solved",
    measure: "破获案件",
    subject: "telecom-fraud",
    breakdown: null,
    scope: "aggregate",
    quantity: {
      text: "9.9万余起",
      value: 99_000,
      unit: "case",
      unitText: "起",
      bound: "min",
      low: 99_000,
      high: 100_000,
    },
    area: { code: "CN", name: "全国" },
    period: { start: "2023-01-01", end: "2023-12-31", text: "2023年" },
    actor: null,
    rate: null,
    change: [],
    source: { start: 0, end: 5, quote: "破获案件9.9万余起。", quoteStart: 0, quoteEnd: 10 },
    confidence: 0.9,
    ...more,
  };
}

function change(text: string): Observation["change"][number] {
  return { basis: "yoy", direction: "up", value: 1, unit: "percent", bound: "exact", low: 1, high: 1, text };
}

function sdmxCells(one: Observation): Record<string, string> {
  const [head = [], row = []] = parseCsv(`${sdmxHead()}${sdmxRow(one, undefined)}`);
  return Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""]));
}

describe("a cell of CSV", () => {
  it("is never run as a formula, and a number stays one", () => {
    for (const text of ["=1+1", "+86", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "'=1"])
      expect(parseCsv(`${toCsvRow([text])}\r\n`)[0]?.[0]).toBe(`'${text}`);
    expect(toCsvRow([-3.5, "-3.5", "-12%", "43.7万起", "'引文"])).toBe("-3.5,-3.5,-12%,43.7万起,'引文");
  });

  it("holds whatever text it is given", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('"', ",", "\r\n", "=", "'=", "，", "＝")), { minLength: 1 }),
        (texts) => {
          const [row = []] = parseCsv(`${toCsvRow(texts)}\r\n`);
          expect(row.map(plain)).toEqual(texts);
        },
      ),
    );
  });
});

describe("TIME_PERIOD", () => {
  it.each([
    ["2023-01-01", "2023-12-31", "2023", "FULL"],
    ["2023-01-01", "2023-06-30", "2023-S1", "FULL"],
    ["2023-07-01", "2023-12-31", "2023-S2", "FULL"],
    ["2023-10-01", "2023-12-31", "2023-Q4", "FULL"],
    ["2023-02-01", "2023-02-28", "2023-02", "FULL"],
    ["2023-12-25", "2023-12-25", "2023-12-25", "FULL"],
    ["2023-01-01", "2023-09-30", "2023-01-01/P9M", "FULL"],
    ["2023-02-01", "2023-04-30", "2023-02-01/P3M", "FULL"],
    ["2019-01-01", "2023-12-31", "2019-01-01/P5Y", "FULL"],
    ["2023-09-01", "2023-12-25", "2023-09-01/P116D", "FULL"],
    [null, "2024-01-05", "2024-01-05", "UNTIL"],
    ["2020-01-01", null, "2020-01-01", "SINCE"],
  ])("spells %s to %s as %s, %s", (start, end, text, coverage) => {
    expect(timePeriodOf({ start, end })).toEqual({ text, coverage });
  });

  it("is none where nothing is known", () => {
    expect(timePeriodOf(null)).toBeNull();
    expect(timePeriodOf({ start: null, end: null })).toBeNull();
  });
});

describe("a row of SDMX-CSV 2.0", () => {
  it("begins with structure, id and action, then the components in the order of the structure", () => {
    expect(sdmxHead()).toBe(
      "STRUCTURE[;],STRUCTURE_ID,ACTION,INDICATOR,SUBJECT,BREAKDOWN,REF_AREA,SCOPE,RATE,TIME_COVERAGE,OBS_ID,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,BOUND,OBS_LOW,OBS_HIGH,TEXT,CHANGE[],SOURCE,TITLE,PUBLISHED,DOCUMENT\r\n",
    );
    expect(sdmxCells(observation())).toMatchObject({
      "STRUCTURE[;]": "datastructure",
      STRUCTURE_ID: "JIANBAO:OBSERVATIONS(1.0.0)",
      ACTION: "I",
      INDICATOR: "cases_solved",
      BREAKDOWN: "_T",
      RATE: "_Z",
      TIME_PERIOD: "2023",
      OBS_VALUE: "99000",
      OBS_STATUS: "A",
      BOUND: "min",
      OBS_LOW: "99000",
      OBS_HIGH: "100000",
    });
  });

  it("tells an estimate, a doubtful reading and a missing level by the codes of CL_OBS_STATUS", () => {
    const quantity = observation().quantity ?? null;
    if (quantity === null) throw new Error("no quantity");
    const status = (more: Partial<Observation>): string | undefined => sdmxCells(observation(more))["OBS_STATUS"];
    expect(status({})).toBe("A");
    expect(status({ quantity: { ...quantity, bound: "approx" } })).toBe("E");
    expect(status({ confidence: 0.5 })).toBe("U");
    expect(status({ quantity: null })).toBe("L");
    expect(status({ quantity: { ...quantity, value: null } })).toBe("L");
  });

  it("holds several changes in one cell, parted as the head says", () => {
    expect(sdmxCells(observation({ change: [change("同比上升1%"), change("环比；上升;2%")] }))["CHANGE[]"]).toBe(
      '同比上升1%;"环比；上升;2%"',
    );
  });

  it("is not written of a figure that SDMX cannot identify", () => {
    expect(unplacedOf(observation())).toBeNull();
    expect(unplacedOf(observation({ indicator: null }))).toBe("indicator");
    expect(unplacedOf(observation({ area: null }))).toBe("area");
    expect(unplacedOf(observation({ period: { start: null, end: null, text: null } }))).toBe("period");
  });
});

describe("export of the example", () => {
  const folder = temporaryFolder();
  let figures: Observation[] = [];

  beforeAll(async () => {
    copyExample(folder.path);
    const { out } = await jianbao(folder.path, ["export", "--format", "jsonl"]);
    figures = out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Observation);
  }, 120_000);
  afterAll(() => folder[Symbol.dispose]());

  it("writes CSV that another reader reads back to the same values, as its published schema says", async () => {
    const { out, code } = await jianbao(folder.path, ["export", "--bom"]);
    expect(code).toBe(0);
    expect(out.startsWith("\ufeff")).toBe(true);
    const [head = [], ...rows] = parseCsv(out.slice(1));
    const schema = published("observations.csv.schema.json") as { fields: { name: string; type: string }[] };
    expect(schema).toEqual(csvTableSchema());
    expect(head).toEqual(schema.fields.map(({ name }) => name));
    expect(rows.length).toBe(figures.length);
    expect(rows.length).toBeGreaterThan(100);
    for (const [index, row] of rows.entries()) {
      for (const [at, { type }] of schema.fields.entries()) {
        const cell = plain(row[at] ?? "");
        const figure = figures[index];
        const value = figure === undefined ? undefined : csvColumns[at]?.value(figure);
        if (cell === "") expect(value ?? "").toBe("");
        else if (type === "number" || type === "integer") expect(Number(cell)).toBe(value);
        else expect(cell).toBe(value);
        if (type === "date" && cell !== "") expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
        if (type === "integer" && cell !== "") expect(cell).toMatch(/^\d+$/u);
      }
    }
    expect(toCsv(figures)).toBe(out.slice(1));
  });

  it("writes SDMX-CSV by the published structure: every cell in its representation, every key once", async () => {
    const { out, err } = await jianbao(folder.path, ["export", "--format", "sdmx-csv"]);
    expect(published("observations.sdmx.json")).toEqual(structureMessage());
    const [head = [], ...rows] = parseCsv(out);
    const dimensions = components.filter(({ role }) => role === "dimension" || role === "time").map(({ id }) => id);
    const keys = new Set<string>();
    for (const row of rows) {
      expect(row.length).toBe(head.length);
      const cells = Object.fromEntries(head.map((name, index) => [name.replace("[]", ""), row[index] ?? ""]));
      for (const { id, role, representation } of components) {
        const cell = cells[id] ?? "";
        if (cell === "" && role !== "dimension" && role !== "time") continue;
        if (representation.type === "codes") expect(Object.keys(codeLists[representation.list] ?? {})).toContain(cell);
        else if (representation.type === "ObservationalTimePeriod")
          expect(cell).toMatch(/^\d{4}(?:-(?:S[12]|Q[1-4]|\d{2}(?:-\d{2}(?:\/P\d+[YMD])?)?))?$/u);
        else if (representation.type === "String")
          expect(cell).toMatch(new RegExp(`^${representation.pattern ?? "[^]+"}$`, "u"));
        else expect(Number.isFinite(Number(cell))).toBe(true);
      }
      keys.add(dimensions.map((id) => cells[id]).join("|"));
    }
    expect(keys.size).toBe(rows.length);
    const without = figures.filter((figure) => unplacedOf(figure) !== null);
    expect(rows.length + without.length).toBe(figures.length);
    expect(err.includes("left out")).toBe(without.length > 0);
  });

  it("writes JSON Lines by the published schema", () => {
    const validate = new Ajv2020({ strict: false }).compile(published("observation.schema.json") as object);
    for (const figure of figures) {
      validate(figure);
      expect(validate.errors).toBeNull();
    }
  });

  it("keeps what meets all conditions", async () => {
    const of = async (where: string): Promise<Observation[]> => {
      const { out } = await jianbao(folder.path, ["export", "--format", "jsonl", "--where", where]);
      return out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Observation);
    };
    const solved = await of("indicator=cases.solved|suspects.captured,area!=CN");
    expect(new Set(solved.map(({ indicator }) => indicator))).toEqual(new Set(["cases.solved", "suspects.captured"]));
    expect(solved.every(({ area }) => area?.code !== "CN")).toBe(true);
    const late = await of("year>=2023,unit=CNY");
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ period }) => (period?.start ?? period?.end ?? "") >= "2023")).toBe(true);
    const january = await of("published<=2023-01");
    expect(january.map(({ document }) => document)).toContain("fujian-2023-01.txt");
    expect(january.map(({ document }) => document)).not.toContain("fujian-2023-12.txt");
    expect(await of("breakdown=")).toEqual(figures.filter(({ breakdown }) => breakdown === null));
    expect((await jianbao(folder.path, ["export", "--where", "indicater=a"])).err).toContain(
      "did you mean indicator=…?",
    );
    expect((await jianbao(folder.path, ["export", "--where", "unit>=CNY"])).code).toBe(2);
  });
});

describe("manifest.json", () => {
  it("follows its published schema, and names every file with its hash", async () => {
    using folder = temporaryFolder();
    copyExample(folder.path);
    const built = await jianbao(folder.path, ["build", "2024-01", "--format", "json,csv", "--fail-on", "never"]);
    expect(built.code).toBe(0);
    const out = join(folder.path, "out", "2024-01");
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as {
      readonly inputs: readonly { readonly document: string; readonly sha256: string }[];
      readonly outputs: readonly { readonly file: string; readonly sha256: string; readonly bytes: number }[];
    };
    expect(published("manifest.schema.json")).toEqual(manifestJsonSchema());
    const validate = new Ajv2020({ strict: false }).compile(published("manifest.schema.json") as object);
    validate(manifest);
    expect(validate.errors).toBeNull();
    for (const { document, sha256 } of manifest.inputs)
      expect(hashOf(join(folder.path, "sources", document))).toBe(sha256);
    for (const { file, sha256, bytes } of manifest.outputs) {
      expect(hashOf(join(out, file))).toBe(sha256);
      expect(readFileSync(join(out, file)).byteLength).toBe(bytes);
    }
    expect(manifest.outputs.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["briefing.json", "observations.csv"]),
    );
    expect(manifest.inputs.length).toBeGreaterThan(10);
  }, 120_000);
});

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function published(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "schema", name), "utf8"));
}
