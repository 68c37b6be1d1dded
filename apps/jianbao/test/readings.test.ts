import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Change, Observation } from "@jianbao/model";
import { describe, expect, it } from "vitest";
import { loadPack } from "../src/pack.ts";
import { readSidecar } from "../src/facts.ts";
import { readArticle } from "../src/reading.ts";
import { sourceFiles } from "../src/workspace.ts";
import { exampleFolder } from "./run.ts";

/** A row of the example's expected.jsonl: what a careful reader gets out of a figure. */
interface Expected {
  readonly doc: string;
  readonly text: string;
  readonly value: number | null;
  readonly unit: string;
  readonly indicator: string | null;
  readonly scope: string;
  readonly area: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly bound: string;
  readonly change: readonly Change[] | null;
  readonly subject?: string;
  readonly alt?: readonly { readonly start: string | null; readonly end: string | null }[];
}

describe("the example's articles, as they arrived", () => {
  it("are read as a careful reader reads them", async () => {
    const { found, whole, expected, read, misses } = await compare();
    expect(expected).toBeGreaterThan(200);
    // Floors that only rise. They hold for the damaged files, through decoding and cleaning.
    expect(f1(found, read, expected), misses.join("\n")).toBeGreaterThanOrEqual(0.99);
    expect(f1(whole, read, expected), misses.join("\n")).toBeGreaterThanOrEqual(0.97);
  });
});

async function compare(): Promise<{
  found: number;
  whole: number;
  expected: number;
  read: number;
  misses: readonly string[];
}> {
  const rows = readFileSync(join(exampleFolder, "expected.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Expected);
  const { pack } = await loadPack("telecom-fraud", null);
  const misses: string[] = [];
  let found = 0;
  let whole = 0;
  let read = 0;
  for (const file of sourceFiles(exampleFolder)) {
    const sources = join(exampleFolder, "sources");
    const { facts } = readSidecar(sources, file);
    const reading = await readArticle(readFileSync(join(sources, file)), file, facts, pack);
    const left = [...reading.observations];
    read += left.length;
    for (const row of rows.filter(({ doc }) => doc === file)) {
      const candidates = left
        .map((observation) => ({ observation, wrong: wrongFields(row, observation) }))
        .filter(({ observation }) => sameFigure(row, observation))
        .sort((a, b) => a.wrong.length - b.wrong.length);
      const best = candidates[0];
      if (best === undefined) {
        misses.push(`${file} ${row.text}: not found`);
        continue;
      }
      left.splice(left.indexOf(best.observation), 1);
      found++;
      if (best.wrong.length === 0) whole++;
      else misses.push(`${file} ${row.text}: ${best.wrong.join(", ")}`);
    }
  }
  return { found, whole, expected: rows.length, read, misses };
}

/** A figure is known by its value; a statement without a level by the figure of its change. */
function sameFigure(row: Expected, observation: Observation): boolean {
  const value = observation.quantity?.value ?? null;
  if (row.value !== null || value !== null) return row.value === value;
  return (row.change?.[0]?.value ?? null) === (observation.change[0]?.value ?? null);
}

function wrongFields(row: Expected, o: Observation): readonly string[] {
  const periods = [{ start: row.start, end: row.end }, ...(row.alt ?? [])];
  const checks: Readonly<Record<string, boolean>> = {
    unit: row.value === null || row.unit === o.quantity?.unit,
    indicator: row.indicator === o.indicator,
    subject: row.subject === undefined || (row.subject === "telecom-fraud") === (o.subject === "telecom-fraud"),
    scope: row.scope === o.scope,
    area: row.area === o.area?.code || row.area === o.area?.name,
    period: periods.some(({ start, end }) => start === (o.period?.start ?? null) && end === (o.period?.end ?? null)),
    bound: row.bound === (o.quantity?.bound ?? "exact"),
    change: changeKey(row.change ?? []) === changeKey(o.change),
  };
  return Object.keys(checks).filter((field) => checks[field] !== true);
}

function changeKey(changes: readonly Pick<Change, "basis" | "direction" | "value" | "unit">[]): string {
  return changes
    .map(({ basis, direction, value, unit }) => `${basis} ${direction} ${value} ${unit}`)
    .sort()
    .join("; ");
}

function f1(right: number, read: number, expected: number): number {
  return (2 * right) / (read + expected);
}
