import { readFileSync, existsSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { analyse, printedFigures } from "../src/index.ts";
import { inputOf } from "./notation.ts";

/** Lines of the notation, at random: few indicators, areas and periods, so that figures meet. */
const figure = fc
  .tuple(
    fc.constantFrom(
      "cases.solved",
      "suspects.captured",
      "cards.seized#银行卡",
      "cards.seized",
      "cases.solve_rate",
      "centers.built",
    ),
    fc.constantFrom("", "@CN-SN", "@OVERSEAS", "@610122"),
    fc.constantFrom("", "!0.4"),
    fc.constantFrom(
      "2022",
      "2023",
      "2019..2023",
      "2023-01..2023-09",
      "2022-01..2022-09",
      "2023-01-01..",
      "..2023-12-31",
      "2023-01-01..2024-01-04",
      "?",
    ),
    fc.constantFrom("20万", "20.3万", "近21万", "30万余", "约20万", "25", "0", "31.5万", "?"),
    fc.constantFrom("", " +20%", " -3.1%", " +2.2pp", " =", " 占30%", " -2x"),
  )
  .map(
    ([id, area, confidence, period, value, change]) =>
      `${id.replace(/(#.*)?$/u, `${area}$1`)}${confidence} ${period} ${value}${change}`,
  );
const dates = ["2024-01-04", "2024-01", "2023-10-09", "2022-12", "?", "2024"];
const line = fc
  .tuple(
    fc.constantFrom(...dates),
    fc.constantFrom("公安部", "某县公安局"),
    fc.array(figure, { minLength: 1, maxLength: 5 }),
  )
  .map(([date, publisher, figures]) => ({ date, publisher, figures }));
const lines = fc
  .array(line, { maxLength: 8 })
  .map((all) =>
    all.map(({ date, publisher, figures }, i) => `${date} ${publisher} ${i}.txt: ${figures.join(" | ")}`).join("\n"),
  );

test("gives the same analysis whatever the order of its input", () => {
  fc.assert(
    fc.property(lines, fc.infiniteStream(fc.nat(1000)), (text, random) => {
      const input = inputOf("2024-01", text);
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, at: Number(random.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const other = {
        ...input,
        observations: shuffled(input.observations),
        publications: shuffled(input.publications),
      };
      expect(JSON.stringify(analyse(other))).toBe(JSON.stringify(analyse(input)));
    }),
    { numRuns: 200 },
  );
});

test("names only observations and articles that it hands over, and every index exists", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const analysis = analyse(inputOf("2024-01", text));
      for (const id of JSON.stringify({ ...analysis, observations: {} }).match(/o-[\w.]+/gu) ?? []) {
        const observation = analysis.observations[id];
        expect(observation).toBeDefined();
        expect(analysis.publications[`${observation?.document}#1`]).toBeDefined();
      }
      for (const { current } of [...analysis.comparisons, ...analysis.areas]) {
        if (current.conflict !== null) expect(analysis.conflicts[current.conflict]).toBeDefined();
      }
      expect(new Set(analysis.findings.map(({ id }) => id)).size).toBe(analysis.findings.length);
      expect(new Set(analysis.conflicts.map(({ id }) => id)).size).toBe(analysis.conflicts.length);
    }),
    { numRuns: 200 },
  );
});

test("finds nothing changed against itself but what the period first prints", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const input = inputOf("2024-01", text);
      const previous = printedFigures(analyse(input));
      expect(analyse({ ...input, previous }).changes).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("does not depend on what is published later", () => {
  fc.assert(
    fc.property(lines, figure, (text, later) => {
      const before = analyse(inputOf("2023-12", text));
      const after = analyse(inputOf("2023-12", `${text}\n2024-03-01 公安部 later.txt: ${later}`));
      expect(after).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test("throws on nothing that an observation can hold", () => {
  const end = fc.constantFrom(
    null,
    "2023-01-01",
    "2023-12-31",
    "2023-02-30",
    "2023-9-1",
    "2023",
    "去年",
    "",
    "9999-12-31",
  );
  const number = fc.constantFrom(null, 0, -3, 0.1 + 0.2, 1e21, 5e-324, 1e15 + 0.5, Number.MAX_VALUE);
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end, end, number, number), { maxLength: 6 }), (all) => {
      const text = all.map(
        ([{ date, publisher, figures }], i) => `${date} ${publisher} ${i}.txt: ${figures.join(" | ")}`,
      );
      const input = inputOf("2024-01", text.join("\n"));
      const observations = input.observations.map((observation) => {
        const [, start, end, value, low] = all[Number.parseInt(observation.document, 10)] ?? [];
        const { quantity } = observation;
        return {
          ...observation,
          period: { start: start ?? null, end: end ?? null, text: null },
          quantity: quantity === null ? null : { ...quantity, value: value ?? null, low: low ?? null },
        };
      });
      const publications = input.publications.map((p, i) => ({
        ...p,
        published: i % 3 === 0 ? "2024-13" : p.published,
      }));
      const analysis = analyse({ ...input, observations, publications });
      expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    }),
    { numRuns: 300 },
  );
});

const facts = new URL("../../../../shared/facts/telecom-fraud-national.csv", import.meta.url);

test.runIf(existsSync(facts))("reads the real figures of six years and keeps every promise on them", () => {
  const rows = readFileSync(facts, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  const text = rows
    .filter(([, , , , , value]) => value !== "")
    .map(([published, area, start, end, indicator, value, , bound], i) => {
      const suffix = bound === "min" ? "余" : "";
      return `${published} 新华社 ${i}.txt: ${indicator}@${area} ${start}..${end} ${value}${suffix}`;
    })
    .join("\n");
  const analysis = analyse(inputOf("2024-05", text));
  expect(analysis.series.find(({ key }) => key.indicator === "cases.solved")?.points).toHaveLength(5);
  expect(analysis.conflicts.some(({ nearly, key }) => nearly && key.indicator === "cases.solved")).toBe(true);
  expect(analysis.findings.map(({ rule }) => rule)).toContain("analysis/sum-incomplete");
});
