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

test("never sets statistics of different kinds against each other: no conflict, sum, difference or comparison mixes them", () => {
  const indicator = fc.constantFrom("cases.solved", "suspects.captured", "cards.seized", "cards.seized#银行卡");
  const place = fc.constantFrom("", "@CN-SN", "@610100", "@OVERSEAS");
  const rate = fc.constantFrom("", "~per-day", "~per-month");
  const month = fc.constantFrom(
    "2023-01",
    "2023-02",
    "2023-03",
    "2023-01..2023-02",
    "2023-01..2023-03",
    "2023",
    "2022",
    "2022..2023",
  );
  const mixed = fc
    .tuple(
      indicator,
      place,
      fc.constantFrom("", "&毒品犯罪"),
      rate,
      month,
      fc.constantFrom("30", "40", "90万", "9000", "100"),
    )
    .map(([id, at, subject, per, period, value]) => {
      const [name = "", part] = id.split("#");
      return `${name}${at}${part === undefined ? "" : `#${part}`}${subject}${per} ${period} ${value}`;
    });
  const article = fc.array(mixed, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 5 }), fc.func(fc.boolean()), (all, isCase) => {
      const text = all.map((figures, i) => `2024-01-0${i + 1} 甲${i} ${i}.txt: ${figures.join(" | ")}`).join("\n");
      const input = inputOf("2024-01", text);
      const observations = input.observations.map((o) => (isCase(o.id) ? { ...o, scope: "case" as const } : o));
      const analysis = analyse({ ...input, observations });
      const of = (id: string): (typeof observations)[number] => {
        const found = observations.find((o) => o.id === id);
        if (found === undefined) throw new RangeError(id);
        return found;
      };
      const keyOf = (id: string, but: readonly string[] = []): string => {
        const { indicator: what, subject, breakdown, scope, rate: per, quantity, area } = of(id);
        const fields = { what, subject, breakdown, scope, per, unit: quantity?.unit, area: area?.code };
        return JSON.stringify(Object.entries(fields).filter(([name]) => !but.includes(name)));
      };
      const areOne = (ids: readonly string[], but: readonly string[] = []): void => {
        expect(new Set(ids.map((id) => keyOf(id, but))).size).toBeLessThanOrEqual(1);
      };
      for (const { candidates } of analysis.conflicts) areOne(candidates.flatMap(({ value }) => value.observations));
      for (const {
        rule,
        observations: ids,
        facts: { relation },
      } of analysis.findings) {
        for (const id of ids) expect(of(id)).toMatchObject({ scope: "aggregate", subject: "telecom-fraud" });
        if (rule === "analysis/part-exceeds-whole" || rule === "analysis/parts-exceed-whole")
          areOne(ids, relation === "area" ? ["area"] : relation === "breakdown" ? ["breakdown"] : []);
        else if (/sum|difference|change|jump|slip|revised|several|contradicted/u.test(rule)) areOne(ids);
      }
      for (const { current, previous } of [...analysis.comparisons, ...analysis.areas])
        areOne([...current.observations, ...(previous?.observations ?? [])]);
      for (const step of (analysis.steps ?? []).flatMap((one) => one.steps))
        areOne([...(step.stated?.observations ?? []), ...(step.derived?.value.observations ?? [])]);
      for (const { points } of analysis.series) areOne(points.flatMap((point) => point.observations));
    }),
    { numRuns: 500 },
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
