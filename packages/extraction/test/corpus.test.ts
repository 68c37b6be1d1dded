import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, pack } from "./notation.ts";

const corpus = new URL("../../../../shared/corpus/", import.meta.url);
const besides = new URL("../../../../../shared/corpus/", import.meta.url);
const folder = existsSync(corpus) ? corpus : besides;

interface Row {
  readonly doc: string;
  readonly value: number | null;
  readonly indicator: string | null;
  readonly scope: string;
  readonly area: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly bound: string;
  readonly subject: string;
  readonly change: readonly { value: number | null }[] | null;
  readonly alt?: readonly { start: string | null; end: string | null }[];
}

const lines = (name: string): string[] => readFileSync(new URL(name, folder), "utf8").trim().split("\n");

test.skipIf(!existsSync(folder))("the real articles are read nearly whole", () => {
  const gold = lines("gold.jsonl").map((line) => JSON.parse(line) as Row);
  let whole = 0;
  let paired = 0;
  let found = 0;
  for (const line of lines("documents.jsonl")) {
    const { document, ...facts } = JSON.parse(line) as { document: string; published: string; area: string };
    const { observations } = extract(
      articleOf(readFileSync(new URL(`seeds-clean/${document}`, folder), "utf8"), facts),
      pack,
    );
    found += observations.length;
    const left = [...observations];
    for (const row of gold.filter(({ doc }) => doc === document)) {
      const same = left.filter(
        ({ quantity, change }) =>
          (quantity?.value ?? null) === row.value &&
          (row.value !== null || (change[0]?.value ?? null) === (row.change?.[0]?.value ?? null)),
      );
      if (same.length === 0) continue;
      paired++;
      const right = same.find(
        (o) =>
          o.indicator === row.indicator &&
          o.scope === row.scope &&
          o.area?.code === row.area &&
          o.quantity?.bound === row.bound &&
          (o.subject === pack.id) === (row.subject === pack.id) &&
          o.change.length === (row.change?.length ?? 0) &&
          [row, ...(row.alt ?? [])].some(
            ({ start, end }) => start === (o.period?.start ?? null) && end === (o.period?.end ?? null),
          ),
      );
      if (right) whole++;
      left.splice(left.indexOf(right ?? (same[0] as (typeof left)[number])), 1);
    }
  }
  expect((2 * paired) / (gold.length + found)).toBeGreaterThanOrEqual(0.98);
  expect((2 * whole) / (gold.length + found)).toBeGreaterThanOrEqual(0.94);
});
