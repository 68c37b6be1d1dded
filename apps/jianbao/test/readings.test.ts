import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadPack } from "../src/pack.ts";
import { readSidecar } from "../src/facts.ts";
import { readArticle } from "../src/reading.ts";
import { listSources } from "../src/source-file.ts";
import { type Expected, type Tally, compare, emptyTally, f1 } from "./compare.ts";
import { exampleFolder } from "./run.ts";

describe("the example's articles, as they arrived", () => {
  it("are read as a careful reader reads them", async () => {
    const tally = await readExample();
    expect(tally.expected).toBeGreaterThan(200);
    // Floors that only rise. They hold for the damaged files, through decoding and cleaning.
    expect(f1(tally.found, tally), tally.misses.join("\n")).toBeGreaterThanOrEqual(0.99);
    expect(f1(tally.whole, tally), tally.misses.join("\n")).toBeGreaterThanOrEqual(0.97);
    // Figures of what pages carry beside an article are nobody's statistics.
    expect(tally.read - tally.found, tally.misses.join("\n")).toBe(0);
  });
});

async function readExample(): Promise<Tally> {
  const rows = readFileSync(join(exampleFolder, "expected.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Expected & { readonly doc: string });
  const { pack } = await loadPack("telecom-fraud", null);
  const tally = emptyTally();
  const sources = join(exampleFolder, "sources");
  for (const { file } of listSources(sources)) {
    const { facts } = readSidecar(sources, file);
    const { observations } = await readArticle(readFileSync(join(sources, file)), file, facts, pack);
    compare(
      tally,
      file,
      observations,
      rows.filter(({ doc }) => doc === file),
    );
  }
  return tally;
}
