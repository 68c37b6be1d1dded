import type { Chart } from "@jianbao/charts";
import { type Figure, textOf, walk } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { compose } from "../src/index.ts";
import { fullAnalysis, monthly, options } from "./fixture.ts";

const ref = "charts/years.vl.json";
const bars = (name: string): string =>
  JSON.stringify({
    data: { name },
    mark: "bar",
    encoding: { x: { field: "period", type: "ordinal" }, y: { field: "value", type: "quantitative" } },
  });

/** Composes the full issue with a template that brings one chart. */
async function composed(
  spec: string,
  markup = `<figure><chart ref="${ref}" alt="各年破案"><figcaption>图　各年</figcaption></figure>`,
) {
  const { files } = monthly().template;
  const template = { name: "mine", files: { ...files, [ref]: spec, "briefing.hbs": markup } };
  const { document, charts, diagnostics } = await compose(fullAnalysis(), options({ template }));
  const figures: Figure[] = [];
  if (document !== null) walk(document, (node) => (node.type === "figure" ? (figures.push(node), true) : true));
  return {
    document,
    charts,
    figure: figures[0],
    problems: diagnostics.map(({ rule, message, hint }) => `${rule}: ${message} — ${hint}`),
  };
}

/** The rows that a chart is drawn from. */
function rowsOf(chart: Chart | undefined, name: string): readonly Record<string, unknown>[] {
  if (chart?.kind !== "spec") throw new Error("no specification");
  const sets = chart.spec["datasets"] as Record<string, readonly Record<string, unknown>[]>;
  return sets[name] ?? [];
}

describe("a chart of a template", () => {
  test("is bound to the view's data by name", async () => {
    const { charts, problems } = await composed(bars("series"));
    expect(problems).toEqual([]);
    const rows = rowsOf(charts[ref], "series");
    expect(rows.map(({ label, period, value, unit, text }) => [label, period, value, unit, text])).toEqual([
      ["破获案件", "2020年", 322_000, "起", "32.2万起"],
      ["破获案件", "2022年", 464_000, "起", "46.4万起"],
      ["破获案件", "2023年", 437_000, "起", "43.7万起"],
    ]);
  });

  test.each([
    ["areas", ["1.2万起", "3.05万起"]],
    ["areas/crackdown", ["1.2万起", "3.05万起"]],
    ["areas/funds.stopped", []],
    ["comparisons/funds.stopped", ["3288亿元"]],
    ["months", []],
  ])("asks for %s", async (name, texts) => {
    const { charts } = await composed(bars(name));
    expect(rowsOf(charts[ref], name).map(({ text }) => text)).toEqual(texts);
  });

  test("has the notes of its figures at its caption, and tells them behind the template's words", async () => {
    const { figure, document } = await composed(bars("areas"));
    const notes = (figure?.caption ?? []).flatMap((inline) => (inline.type === "footnote" ? [inline.source] : []));
    expect(notes.toSorted()).toEqual(["2024-local.txt#1", "2024-other.txt#1"]);
    expect(textOf((figure?.caption ?? []).slice(0, 1))).toBe("图　各年");
    expect(figure?.alternative).toBe("图：各年破案。北河，破获案件，2023年1.2万起；南山，破获案件，2023年3.05万起。");
    expect(document).not.toBeNull();
  });

  test("may draw fields that it makes itself", async () => {
    const spec = {
      data: { name: "series" },
      transform: [{ calculate: "datum.value / 10000", as: "wan" }],
      mark: "bar",
      encoding: { y: { field: "wan", type: "quantitative" } },
    };
    expect((await composed(JSON.stringify(spec))).problems).toEqual([]);
  });

  test("keeps data of its own", async () => {
    const spec = { data: { values: [{ a: 1 }] }, mark: "bar", encoding: {} };
    const { charts, figure } = await composed(JSON.stringify(spec));
    expect(charts[ref]).toMatchObject({ kind: "spec", spec: { data: { values: [{ a: 1 }] } } });
    expect(figure?.alternative).toBe("图：各年破案。");
  });

  test.each([
    [
      '{"data": }',
      /^briefing\/chart-syntax: unreadable chart: .*JSON.* \(mine\/charts\/years\.vl\.json\) — a chart is one JSON object: a Vega-Lite specification$/u,
    ],
    ["[]", /^briefing\/chart-syntax: unreadable chart: no object \(mine\/charts\/years\.vl\.json\) — /u],
    [
      bars("serie"),
      /^briefing\/chart-data: unknown data: serie \(mine\/charts\/years\.vl\.json\) — did you mean series\?$/u,
    ],
    [bars("people"), /^briefing\/chart-data: unknown data: people .* — data sets: series months areas comparisons$/u],
    [
      bars("series/cases.slved"),
      /^briefing\/chart-data: unknown theme or indicator in data: series\/cases\.slved .* — did you mean cases\.solved\?$/u,
    ],
    [
      bars("series").replace('"period"', '"perod"'),
      /^briefing\/chart-data: unknown field: perod \(mine\/charts\/years\.vl\.json\) — did you mean period\?$/u,
    ],
  ])("of %s is refused with its file and a remedy", async (spec, problem) => {
    const { document, problems } = await composed(spec);
    expect(document).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test.each([
    ["charts/year.vl.json", "did you mean charts/years.vl.json?"],
    ["charts/of-another-name.vl.json", "put the specification into templates/mine/charts/of-another-name.vl.json"],
    ["quite-another", expect.stringMatching(/^charts: /u) as string],
  ])("that is not there is refused: %s", async (other, hint) => {
    const markup = `<p>a</p>\n<figure><chart ref="${ref}" alt="a"></figure>\n<figure><chart ref="${other}" alt="a"></figure>`;
    const { files } = monthly().template;
    const template = { name: "mine", files: { ...files, [ref]: bars("series"), "briefing.hbs": markup } };
    const { document, diagnostics } = await compose(fullAnalysis(), options({ template }));
    expect(document).toBeNull();
    expect(diagnostics).toEqual([
      {
        severity: "error",
        rule: "briefing/unknown-chart",
        document: "mine/briefing.hbs",
        message: `unknown chart: ${other} (mine/briefing.hbs:3)`,
        hint,
      },
    ]);
  });
});
