import { afterEach, describe, expect, it } from "vitest";
import * as vega from "vega";
import { type Chart, type PathMark, type Scene, drawChart } from "../src/index.ts";
import { changeChart, dump, marksOf, rankedChart, seriesChart, specChart, squareMeasure, textsOf } from "./charts.ts";

const options = { measure: squareMeasure, width: 400 };
const draw = (chart: Chart): Promise<Scene> => drawChart(chart, options);
const paths = (scene: Scene): readonly PathMark[] => marksOf(scene).filter((mark) => mark.type === "path");
const zone = process.env["TZ"];

afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("a drawn chart", () => {
  const all: readonly (readonly [string, Chart])[] = [
    ["change", changeChart],
    ["series", seriesChart],
    ["ranked", rankedChart],
    ["spec", specChart],
  ];

  it.each(all)("of kind %s is the scene on file", async (kind, chart) => {
    await expect(dump(await draw(chart))).toMatchFileSnapshot(`scenes/${kind}.txt`);
  });

  it.each(all)("of kind %s is the same the second time", async (_, chart) => {
    const first = await draw(chart);
    expect(await draw(chart)).toEqual(first);
  });

  it("is the same whatever is drawn at the same time", async () => {
    const alone = await draw(seriesChart);
    const wide = { measure: (text: string) => text.length * 20, width: 300 };
    const [, together] = await Promise.all([drawChart(rankedChart, wide), draw(seriesChart), draw(changeChart)]);
    expect(together).toEqual(alone);
  });

  it("is the same in every time zone", async () => {
    const scenes: Scene[] = [];
    const offsets = new Set<number>();
    for (const name of ["Asia/Shanghai", "America/New_York", "Pacific/Apia"]) {
      process.env["TZ"] = name;
      offsets.add(new Date(0).getTimezoneOffset());
      scenes.push(await draw(specChart));
    }
    expect(offsets.size).toBe(3);
    expect(scenes[1]).toEqual(scenes[0]);
    expect(scenes[2]).toEqual(scenes[0]);
    expect(textsOf(scenes[0] as Scene).map(({ text }) => text)).toContain("2023年1月");
  });

  it.each(all)("of kind %s survives JSON", async (_, chart) => {
    const scene = await draw(chart);
    expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
  });

  it.each(all)("of kind %s says nothing in English", async (_, chart) => {
    for (const { text } of textsOf(await draw(chart))) expect(text).not.toMatch(/[A-Za-z]/u);
  });

  it.each(all)("of kind %s has normal colours and coordinates in hundredths within the scene", async (_, chart) => {
    const scene = await draw(chart);
    for (const mark of marksOf(scene)) {
      const numbers =
        mark.type === "path" ? mark.commands.flatMap((command) => command.slice(1).map(Number)) : [mark.x, mark.y];
      for (const number of numbers) expect(Math.round(number * 100) / 100).toBe(number);
      if (mark.type === "text") {
        expect(mark.colour).toMatch(/^#[0-9a-f]{6}$/u);
        expect([400, 700]).toContain(mark.weight);
        const width = squareMeasure(mark.text, mark.size, mark.weight);
        const left = mark.x - (mark.anchor === "end" ? width : mark.anchor === "middle" ? width / 2 : 0);
        expect(left).toBeGreaterThanOrEqual(-0.5);
        expect(left + width).toBeLessThanOrEqual(scene.width + 0.5);
        expect(mark.y).toBeLessThanOrEqual(scene.height);
      } else if (mark.type === "path") {
        for (const colour of [mark.paint.fill, mark.paint.stroke]) {
          if (colour !== undefined) expect(colour).toMatch(/^#[0-9a-f]{6}$/u);
        }
      }
    }
  });

  it("leaves Vega's own text measure as it was", async () => {
    const { textMetrics } = vega as unknown as { textMetrics: { width: unknown } };
    const before = textMetrics.width;
    await draw(changeChart);
    expect(textMetrics.width).toBe(before);
  });

  it.each(all.slice(0, 3))("of kind %s stays within its width where that is small", async (_, chart) => {
    for (const width of [120, 180, 260]) {
      const scene = await drawChart(chart, { measure: squareMeasure, width });
      expect(scene.width).toBe(width);
      for (const mark of paths(scene)) expect(edgesOf(mark).right).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it.each([
    ["zh-Hant-TW", "40萬", "單位：起"],
    ["en", "400,000", "Unit: 起"],
  ] as const)("counts in %s as %s", async (locale, tick, unit) => {
    const texts = textsOf(await drawChart(seriesChart, { ...options, locale })).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([tick, unit]));
  });

  it("takes its colours and its size", async () => {
    const scene = await drawChart(rankedChart, { ...options, size: 12, colours: { accent: "#9b1c1c" } });
    expect(textsOf(scene).some(({ size }) => size === 12)).toBe(true);
    expect(paths(scene).some(({ paint }) => paint.fill === "#9b1c1c")).toBe(true);
  });

  it("needs a width", async () => {
    await expect(drawChart(changeChart, { measure: squareMeasure, width: 0 })).rejects.toThrow("0 pt wide");
  });
});

describe("a change chart", () => {
  it("labels every bar with its figure and names the periods once", async () => {
    const texts = textsOf(await draw(changeChart)).map(({ text }) => text);
    expect(texts).toEqual([
      "2023年 43.7万起",
      "2022年 46.4万起",
      "32.8万起",
      "未公布",
      "−5.8%",
      "—",
      "破获案件",
      "止付",
    ]);
  });

  it("draws no bar for a figure that is missing", async () => {
    const bars = paths(await draw(changeChart)).filter(({ paint }) => paint.fill !== undefined);
    expect(bars).toHaveLength(3);
  });

  it("draws bars in proportion to their figures", async () => {
    const bars = paths(await draw(changeChart)).filter(({ paint }) => paint.fill !== undefined);
    const [current = 0, previous = 1] = bars
      .map(widthOf)
      .sort((a, b) => b - a)
      .slice(0, 2)
      .reverse();
    expect(current / previous).toBeCloseTo(43.7 / 46.4, 2);
  });

  it("gives twelve rows with two-line labels their place", async () => {
    const [row] = changeChart.kind === "change" ? changeChart.rows : [];
    const label = "打掉跨境电信网络诈骗犯罪集团及其关联的“黑灰产”窝点（含已移送审查起诉的）";
    const rows = Array.from({ length: 12 }, (_, i) => ({ ...row, label: `${i + 1}、${label}` }));
    const scene = await draw({ ...changeChart, rows } as Chart);
    const ends = textsOf(scene).filter(({ anchor, weight }) => anchor === "end" && weight === 400);
    expect(ends.length).toBeGreaterThan(24);
    const ys = ends.map(({ y }) => y);
    expect(ys.every((y, i) => i === 0 || y - (ys[i - 1] ?? 0) > 10)).toBe(true);
  });

  it("draws figures that are all nought", async () => {
    const row = { label: "甲", current: 0, previous: 0, currentText: "0起", previousText: "0起", changeText: "—" };
    const scene = await draw({ ...changeChart, rows: [row] } as Chart);
    expect(textsOf(scene).map(({ text }) => text)).toContain("2023年 0起");
  });

  it("draws no rows at all", async () => {
    const scene = await draw({ ...changeChart, rows: [] } as Chart);
    expect(textsOf(scene)).toEqual([]);
  });
});

describe("a series chart", () => {
  it("leaves a gap where a figure is missing", async () => {
    const line = paths(await draw(seriesChart)).find(
      ({ paint }) => paint.fill === undefined && paint.strokeWidth === 1.4,
    );
    expect(line?.commands.map(([letter]) => letter).join("")).toBe("MLML");
  });

  it("draws a hedged figure hollow and says what that means", async () => {
    const scene = await draw(seriesChart);
    const points = paths(scene).filter(({ paint }) => paint.fill !== undefined);
    expect(points.map(({ paint }) => paint.fill)).toEqual(["#1f4e79", "#1f4e79", "#1f4e79", "#ffffff"]);
    expect(textsOf(scene).some(({ text }) => text.startsWith("空心"))).toBe(true);
  });

  it("counts its axis in 万 and names the unit", async () => {
    const texts = textsOf(await draw(seriesChart)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["0", "20万", "40万", "60万", "单位：起", "破获案件"]));
  });

  it("sets lines apart by dash", async () => {
    const [one] = seriesChart.kind === "series" ? seriesChart.series : [];
    const scene = await draw({ ...seriesChart, series: [one, { ...one, label: "止付" }] } as Chart);
    const lines = paths(scene).filter(({ paint }) => paint.fill === undefined && paint.strokeWidth === 1.4);
    expect(lines.map(({ paint }) => paint.dash)).toEqual([undefined, [6, 3]]);
  });

  it("draws a single period, and none", async () => {
    for (const periods of [["2023年"], []]) {
      const scene = await draw({ ...seriesChart, periods } as Chart);
      expect(scene.width).toBe(400);
    }
  });
});

describe("a ranked chart", () => {
  it("draws a hedged figure's bar hollow", async () => {
    const bars = paths(await draw(rankedChart)).filter(({ paint }) => paint.fill !== undefined);
    expect(bars.map(({ paint }) => paint.fill)).toEqual(["#1f4e79", "#ffffff", "#1f4e79"]);
  });

  it("keeps falling figures left of nought", async () => {
    const rows = [5, -10].map((value, i) => ({ label: `${i}`, value, bound: "exact", text: `${value}%` }));
    const bars = paths(await draw({ ...rankedChart, rows } as Chart)).filter(({ paint }) => paint.fill !== undefined);
    const [rise, fall] = bars.map(edgesOf);
    expect(fall?.right).toBe(rise?.left);
  });
});

describe("a template's own chart", () => {
  const values = [
    { a: "甲", b: 30_000, t: 1 },
    { a: "乙", b: 50_000, t: 2 },
    { a: "丙", b: 20_000, t: 3 },
  ];
  const x = { field: "a", type: "nominal", title: null };
  const y = { field: "b", type: "quantitative", title: null };

  it("counts its axes in 万", async () => {
    const texts = textsOf(await draw(spec({ data: { values }, mark: "bar", encoding: { x, y } })));
    expect(texts.map(({ text }) => text)).toContain("5万");
  });

  it.each(["area", "line", "trail", "point", "square", "rule", "tick", "circle", "text"])(
    "may use the mark %s",
    async (mark) => {
      const size = mark === "trail" ? { size: { field: "t", type: "quantitative", legend: null } } : {};
      const text = mark === "text" ? { text: { field: "a" } } : {};
      const scene = await draw(spec({ data: { values }, mark, encoding: { x, y, ...size, ...text } }));
      expect(marksOf(scene).length).toBeGreaterThan(5);
    },
  );

  it("may cut a pie, whose arcs close", async () => {
    const encoding = { theta: y, color: { field: "a", type: "nominal", legend: null } };
    const scene = await draw(spec({ data: { values }, mark: { type: "arc", innerRadius: 20 }, encoding }));
    const arcs = paths(scene).filter(({ commands }) => commands.some(([letter]) => letter === "C"));
    expect(arcs).toHaveLength(3);
    for (const { commands } of arcs) expect(commands.at(-1)).toEqual(["Z"]);
  });

  it("may turn and wrap its labels", async () => {
    const turned = { ...x, axis: { labelAngle: -90, labelExpr: "['第一行', datum.label]" } };
    const texts = textsOf(await draw(spec({ data: { values }, mark: "bar", encoding: { x: turned, y } })));
    expect(texts.filter(({ text, angle }) => text === "第一行" && angle === -90)).toHaveLength(3);
  });

  it("may clip its marks", async () => {
    const clipped = { ...y, scale: { domain: [0, 40_000] } };
    const scene = await draw(
      spec({ data: { values }, mark: { type: "bar", clip: true }, encoding: { x, y: clipped } }),
    );
    const clips = marksOf(scene).filter((mark) => mark.type === "clip");
    expect(clips.some(({ marks }) => marks.length === 3)).toBe(true);
  });

  it("counts in UTC in its own expressions too", async () => {
    const at = [{ t: "2023-01-01T00:00:00Z", b: 1 }];
    const chart = spec({
      data: { values: at },
      transform: [{ calculate: "year(toDate(datum.t)) + '年' + (month(toDate(datum.t)) + 1) + '月'", as: "label" }],
      mark: "text",
      encoding: { text: { field: "label" } },
    });
    for (const name of ["Asia/Shanghai", "America/New_York"]) {
      process.env["TZ"] = name;
      expect(textsOf(await draw(chart)).map(({ text }) => text)).toEqual(["2023年1月"]);
    }
  });

  it("may not read the clock", async () => {
    const chart = spec({
      data: { values },
      transform: [{ calculate: "now()", as: "n" }],
      mark: "point",
      encoding: { x: { field: "n", type: "quantitative" } },
    });
    await expect(draw(chart)).rejects.toThrow("chart depends on the clock: now()");
  });

  it("may not fetch data", async () => {
    const url = "https://example.org/data.json";
    await expect(draw(spec({ data: { url }, mark: "bar", encoding: {} }))).rejects.toThrow(
      `outside the specification: ${url}`,
    );
  });

  it("is refused where it is no specification, and the next chart is drawn", async () => {
    await expect(draw(spec({ mark: 3 }))).rejects.toThrow(RangeError);
    await expect(draw(rankedChart)).resolves.toMatchObject({ width: 400 });
  });
});

function edgesOf({ commands }: PathMark): { readonly left: number; readonly right: number } {
  const xs = commands.flatMap((command) => (command.length > 1 ? [Number(command[1])] : []));
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

function widthOf(mark: PathMark): number {
  const { left, right } = edgesOf(mark);
  return right - left;
}

function spec(spec: Record<string, unknown>): Chart {
  return { kind: "spec", description: "", unit: "", spec };
}
