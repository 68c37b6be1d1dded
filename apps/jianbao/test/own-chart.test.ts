import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { textOfPdf } from "./pdf-text.ts";
import { type Run, copyExample, jianbao, temporaryFolder } from "./run.ts";

const chart = {
  data: { name: "areas/cases.solved" },
  mark: "bar",
  encoding: {
    y: { field: "area", type: "nominal", sort: "-x", title: null },
    x: { field: "value", type: "quantitative", title: "各省破获案件（起）" },
    fill: {
      condition: { test: "datum.bound != 'exact'", value: "hatch(#1f4e79)" },
      value: "#1f4e79",
    },
  },
};

/** Builds the example with a template that brings a chart of its own. */
async function build(folder: string, spec: unknown, tongue: "zh" | "en" = "en"): Promise<Run> {
  copyExample(folder);
  const mine = join(folder, "templates", "mine");
  cpSync(new URL("../../../templates/monthly/", import.meta.url).pathname, mine, { recursive: true });
  mkdirSync(join(mine, "charts"));
  writeFileSync(join(mine, "charts", "areas.vl.json"), JSON.stringify(spec));
  writeFileSync(
    join(mine, "briefing.hbs"),
    '<figure><chart ref="charts/areas.vl.json" alt="各省破获案件"><figcaption>图　各省破获案件</figcaption></figure>',
  );
  const formats = ["--format", "pdf,html,json", "--fail-on", "error"];
  return await jianbao(folder, ["build", "2024-01", "--template", "mine", ...formats], { tongue });
}

describe("a template's own chart", () => {
  let html: string;
  let pdf: string;
  let run: Run;

  beforeAll(async () => {
    using folder = temporaryFolder();
    run = await build(folder.path, chart);
    html = readFileSync(join(folder.path, "out", "2024-01", "briefing.html"), "utf8");
    pdf = await textOfPdf(readFileSync(join(folder.path, "out", "2024-01", "briefing.pdf")));
  }, 120_000);

  it("is drawn from the issue's figures into PDF and HTML, as text", () => {
    expect(run.err).not.toContain("chart");
    for (const text of ["福建省", "江西省", "甘肃省", "各省破获案件（起）"]) {
      expect(html).toMatch(new RegExp(`<text[^>]*>${text}</text>`, "u"));
      expect(pdf).toContain(text);
    }
    expect(html).toMatch(/<text[^>]*>2万<\/text>/u);
  });

  it("has the sources of its figures as notes, and the figures as a table", () => {
    expect(html).toMatch(/<figcaption[^>]*>图　各省破获案件(?:<sup><a[^>]*>\d+<i><\/i><\/a><\/sup>)+<\/figcaption>/u);
    expect(html).toMatch(/<details.*2\.21万起.*<\/details>/su);
    expect(html).toContain("图：各省破获案件。福建省，破获案件，2023年2.21万起；");
  });
});

describe("a template's chart that cannot be drawn", () => {
  it.each([
    [{ ...chart, mark: "pyramid" }, /failed chart: .*pyramid.* \(mine\/charts\/areas\.vl\.json\)/u],
    [{ ...chart, data: { url: "https://example.org/a.json" } }, /failed chart: data outside the specification/u],
    [{ ...chart, transform: [{ calculate: "now()", as: "t" }] }, /failed chart: chart depends on the clock/u],
  ])("names its file and the remedy, and no issue is written", async (spec, message) => {
    using folder = temporaryFolder();
    const { code, err } = await build(folder.path, spec);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).toContain("[app/chart-failed]");
    expect(err).toContain("docs/charts.md");
  });

  it("says so in Chinese", async () => {
    using folder = temporaryFolder();
    const { err } = await build(folder.path, { ...chart, data: { name: "area" } }, "zh");
    expect(err).toContain("图要的数据没有（mine/charts/areas.vl.json）：area [briefing/chart-data]");
    expect(err).toContain("可用 series、months、areas、comparisons");
  });
});
