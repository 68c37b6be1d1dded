import { afterEach, describe, expect, it } from "vitest";
import * as vega from "vega";
import { contrast } from "../src/colour.ts";
import { tileName, tiles } from "../src/grid.ts";
import { type Chart, type PathMark, type Scene, drawChart } from "../src/index.ts";
import {
  changeChart,
  dump,
  figure,
  mapChart,
  marksOf,
  mixedChart,
  panelsChart,
  rankedChart,
  seriesChart,
  specChart,
  squareMeasure,
  textsOf,
} from "./charts.ts";

const options = { measure: squareMeasure, width: 400 };
const draw = (chart: Chart): Promise<Scene> => drawChart(chart, options);
const paths = (scene: Scene): readonly PathMark[] => marksOf(scene).filter((mark) => mark.type === "path");
/** Points, without the paper around them. */
const dots = (scene: Scene): readonly PathMark[] =>
  paths(scene).filter(({ paint }) => paint.fill !== undefined && paint.stroke !== "#ffffff");
const linesOf = (scene: Scene): readonly PathMark[] =>
  paths(scene).filter(({ paint }) => paint.fill === undefined && paint.strokeWidth === 1.4);
const zone = process.env["TZ"];

afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("a drawn chart", () => {
  const all: readonly (readonly [string, Chart])[] = [
    ["change", changeChart],
    ["change-own-axes", mixedChart],
    ["series", seriesChart],
    ["panels", panelsChart],
    ["ranked", rankedChart],
    ["map", mapChart],
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

  it.each(all.slice(0, -1))("of kind %s stays within its width where that is small", async (_, chart) => {
    for (const width of [120, 180, 260]) {
      const scene = await drawChart(chart, { measure: squareMeasure, width });
      expect(scene.width).toBe(width);
      for (const mark of paths(scene)) expect(edgesOf(mark).right).toBeLessThanOrEqual(width + 0.5);
    }
  });

  it.each([
    ["zh-Hans", "40万", "空心：约数（余、近、约等）"],
    ["zh-Hant-TW", "40萬", "空心：約數（餘、近、約等）"],
    ["zh-Hant-HK", "40萬", "空心：約數（餘、近、約等）"],
    ["en", "400,000", "Hollow: approximate in the source"],
  ] as const)("counts in %s as %s and explains itself", async (locale, tick, key) => {
    const points = [13.1, 46.4].map((value) => figure(value * 1e4, `${value}万`, { bound: "min" }));
    const chart: Chart = { ...seriesChart, unit: "起", periods: ["2018年", "2019年"], series: [{ label: "", points }] };
    const texts = textsOf(await drawChart(chart, { ...options, locale })).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([tick, key]));
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
  it("has the figures of both periods and the change in columns under their heads", async () => {
    const texts = textsOf(await draw(changeChart));
    const column = (text: string): number | undefined => texts.find((one) => one.text === text)?.x;
    expect(column("46.4")).toBe(column("2022年"));
    expect(column("43.7")).toBe(column("2023年"));
    expect(column("−5.8%")).toBe(column("变化"));
  });

  it("tells a change for the worse by weight, and says so", async () => {
    const texts = textsOf(await draw(changeChart));
    expect(texts.filter(({ weight }) => weight === 700).map(({ text }) => text)).toEqual(["+64%"]);
    expect(texts.map(({ text }) => text)).toContain("加粗：向不利方向变化");
  });

  it("draws rows of one unit on one axis from nought", async () => {
    const scene = await draw(changeChart);
    const [before, now, , hedged] = dots(scene).map((mark) => (edgesOf(mark).left + edgesOf(mark).right) / 2);
    const texts = textsOf(scene);
    const nought = texts.find(({ text }) => text === "0")?.x ?? Number.NaN;
    expect(((now ?? 0) - nought) / ((before ?? 0) - nought)).toBeCloseTo(43.7 / 46.4, 2);
    expect(((hedged ?? 0) - nought) / ((before ?? 0) - nought)).toBeCloseTo(32.8 / 46.4, 2);
  });

  it("draws rows of several units each to its own greater figure, and says so", async () => {
    const scene = await draw(mixedChart);
    const places = dots(scene)
      .slice(0, 6)
      .map((mark) => (edgesOf(mark).left + edgesOf(mark).right) / 2);
    const greatest = Math.max(...places);
    for (const [row, greater] of [0, 1, 1].entries()) expect(places[row * 2 + greater]).toBeCloseTo(greatest, 1);
    expect(textsOf(scene).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["836.4万个", "266万个*", "各行比例不同，均自零起，只可在行内比较"]),
    );
  });

  it("tells its two periods apart by shape, 推算 by a third, hedged figures hollow", async () => {
    const shapes = dots(await draw(changeChart)).slice(0, 4);
    const corners = shapes.map(
      ({ commands }) => commands.filter(([letter]) => letter === "L" || letter === "C").length,
    );
    expect(new Set(corners).size).toBeGreaterThan(1);
    expect(shapes.map(({ paint }) => paint.fill)).toEqual(["#59636e", "#1f4e79", "#59636e", "#ffffff"]);
  });

  it("gives twelve rows with two-line labels their place", async () => {
    const [row] = changeChart.rows;
    const label = "打掉跨境电信网络诈骗犯罪集团及其关联的“黑灰产”窝点（含已移送审查起诉的）";
    const rows = Array.from({ length: 12 }, (_, i) => ({ ...row, label: `${i + 1}、${label}` }));
    const scene = await draw({ ...changeChart, rows } as Chart);
    const starts = textsOf(scene).filter(({ anchor, x }) => anchor === "start" && x === 0);
    expect(starts.length).toBeGreaterThan(24);
    const ys = starts.map(({ y }) => y);
    expect(ys.every((y, i) => i === 0 || y - (ys[i - 1] ?? 0) > 10)).toBe(true);
  });

  it("draws figures that are all nought, and no rows at all", async () => {
    const row = { label: "甲", current: figure(0, "0"), previous: figure(0, "0"), change: "—", tone: null };
    expect(textsOf(await draw({ ...mixedChart, rows: [row] })).map(({ text }) => text)).toContain("0万起");
    expect(textsOf(await draw({ ...changeChart, rows: [row] })).map(({ text }) => text)).toContain("—");
    expect((await draw({ ...changeChart, rows: [] })).width).toBe(400);
  });
});

describe("a series chart", () => {
  const months = Array.from({ length: 36 }, (_, i) => `${2021 + Math.floor(i / 12)}年${(i % 12) + 1}月`);

  it("leaves a gap where a figure is missing, and says so there", async () => {
    const scene = await draw(seriesChart);
    expect(
      linesOf(scene)[0]
        ?.commands.map(([letter]) => letter)
        .join(""),
    ).toBe("MLML");
    expect(textsOf(scene).map(({ text }) => text)).toContain("无数字");
  });

  it("draws a hedged figure hollow and says what that means", async () => {
    const scene = await draw(seriesChart);
    const points = paths(scene).filter(({ paint }) => paint.fill !== undefined);
    expect(points.slice(0, 4).map(({ paint }) => paint.fill)).toEqual(["#1f4e79", "#1f4e79", "#1f4e79", "#ffffff"]);
    expect(textsOf(scene).some(({ text }) => text.startsWith("空心"))).toBe(true);
  });

  it("marks a disputed figure as tables do, and one that may be wrong", async () => {
    const points = [figure(1, "1", { doubts: ["disputed"] }), figure(2, "2", { doubts: ["questioned"] })];
    const chart = { ...seriesChart, periods: ["2018年", "2019年"], series: [{ label: "", points }] };
    const texts = textsOf(await draw(chart)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["1*", "2※", "*：各来源不一致，见核对", "※：疑有差错，见核对"]));
  });

  it("tells by shape what is 推算 and what was revised", async () => {
    const points = [figure(1, "1"), figure(2, "2", { origin: "derived" }), figure(3, "3", { origin: "revised" })];
    const chart = { ...seriesChart, periods: ["2018年", "2019年", "2020年"], series: [{ label: "", points }] };
    const scene = await draw(chart);
    const outlines = paths(scene)
      .filter(({ paint }) => paint.fill !== undefined)
      .slice(0, 3)
      .map(({ commands: [start, ...rest] }) =>
        rest.map(([letter, x, y]) => `${letter}${Number(x) - Number(start?.[1])},${Number(y) - Number(start?.[2])}`),
      );
    expect(new Set(outlines.map((outline) => outline.join(" "))).size).toBe(3);
    expect(textsOf(scene).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["菱形：推算", "方形：修订后的数字"]),
    );
  });

  it("names no unit and no single series, which the caption does", async () => {
    const texts = textsOf(await draw(seriesChart)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["0", "20", "40", "13.1", "46.4余"]));
    expect(texts.filter((text) => /单位|破获/u.test(text))).toEqual([]);
  });

  it("writes 年 once", async () => {
    const texts = textsOf(await draw(seriesChart)).map(({ text }) => text);
    expect(texts.filter((text) => /^20\d\d/u.test(text))).toEqual(["2018", "2019", "2020", "2021", "2022年"]);
  });

  it("sets lines apart by dash, and names each with its last figure at its end", async () => {
    const [one] = seriesChart.series;
    if (one === undefined) throw new Error("no series");
    const lower = one.points.map((point) => point && { ...point, value: point.value / 2 });
    const scene = await draw({ ...seriesChart, series: [one, { label: "止付", points: lower }] });
    expect(linesOf(scene).map(({ paint }) => paint.dash)).toEqual([undefined, [6, 3]]);
    const ends = textsOf(scene).filter(({ text }) => /^(?:破获案件|止付)/u.test(text));
    expect(ends.map(({ text }) => text)).toEqual(["破获案件 46.4余", "止付 46.4余"]);
  });

  it("of 36 months labels the first, the last, the highest, the lowest and what is in doubt alone", async () => {
    const values = months.map((_, i) => Math.round(300 + 150 * Math.sin(i / 3)) / 100);
    const points = values.map((value, i) => figure(value, `${value}件`, i === 20 ? { doubts: ["disputed"] } : {}));
    const chart = { ...seriesChart, periods: months, series: [{ label: "", points }] };
    const texts = textsOf(await draw(chart)).map(({ text }) => text);
    const labels = texts.filter((text) => text.includes("件"));
    const wanted = [values[0], values[35], Math.max(...values), Math.min(...values)].map((value) => `${value}件`);
    expect(labels.toSorted()).toEqual([...wanted, `${values[20]}件*`].toSorted());
    expect(texts.filter((text) => text.endsWith("年"))).toEqual(["2021年", "2022年", "2023年"]);
  });

  it("is about two and a half times as wide as high", async () => {
    for (const chart of [seriesChart, { ...seriesChart, periods: months }]) {
      const { width, height } = await drawChart(chart, { ...options, width: 450 });
      expect(width / height).toBeGreaterThan(2.1);
      expect(width / height).toBeLessThan(2.9);
    }
  });

  it("draws a single period, and none", async () => {
    for (const periods of [["2023年"], []]) expect((await draw({ ...seriesChart, periods })).width).toBe(400);
  });
});

describe("small multiples", () => {
  it("name each row with its unit and begin each axis at nought", async () => {
    const texts = textsOf(await draw(panelsChart)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["拦截电话", "单位：亿次", "单位：亿条", "单位：万个"]));
    expect(texts.filter((text) => text === "0")).toHaveLength(3);
    expect(texts.filter((text) => text === "2023年")).toHaveLength(1);
  });

  it("leave gaps as gaps", async () => {
    const scene = await draw(panelsChart);
    const lines = paths(scene).filter(({ paint }) => paint.fill === undefined && paint.strokeWidth === 1.4);
    const ends = lines.map(({ commands }) => commands.map(([letter]) => letter).join(""));
    expect(ends.filter((letters) => letters === "ML")).toHaveLength(3);
    expect(textsOf(scene).filter(({ text }) => text === "无数字")).toHaveLength(3);
  });

  it("are lower than as many charts", async () => {
    const { height } = await draw(panelsChart);
    expect(height).toBeLessThan(1.5 * (await draw(seriesChart)).height);
  });
});

describe("a ranked chart", () => {
  it("hatches a hedged figure's bar and says what that means", async () => {
    const scene = await draw(rankedChart);
    const bars = paths(scene).filter(({ paint }) => paint.fill !== undefined);
    expect(bars.slice(0, 4).map(({ paint }) => paint.fill)).toEqual(["#1f4e79", "#ffffff", "#1f4e79", "#1f4e79"]);
    const hatch = paths(scene).find(({ paint }) => paint.strokeWidth === 0.8);
    expect(hatch?.commands.length).toBeGreaterThan(20);
    expect(textsOf(scene).some(({ text }) => text.startsWith("斜纹"))).toBe(true);
  });

  it("writes ranks, one for areas whose figures overlap", async () => {
    const ranks = textsOf(await draw(rankedChart)).filter(({ text }) => /^\d$/u.test(text));
    expect(ranks.map(({ text }) => text)).toEqual(expect.arrayContaining(["1", "2", "2", "4"]));
  });

  it("says where not all areas are drawn", async () => {
    const texts = textsOf(await draw({ ...rankedChart, of: 31 })).map(({ text }) => text);
    expect(texts).toContain("只画前4位，共31个地区");
  });

  it("keeps falling figures left of nought", async () => {
    const rows = [5, -10].map((value, i) => ({ label: `${i}`, rank: i + 1, figure: figure(value, `${value}%`) }));
    const bars = paths(await draw({ ...rankedChart, rows })).filter(({ paint }) => paint.fill !== undefined);
    const [rise, fall] = bars.map(edgesOf);
    expect(fall?.right).toBe(rise?.left);
  });
});

describe("a map of tiles", () => {
  it("names all provinces, with the figures of those that have one", async () => {
    const texts = textsOf(await draw(mapChart)).map(({ text }) => text);
    for (const { code } of tiles) expect(texts).toContain(tileName(code, "zh-Hans"));
    for (const { figure: one } of mapChart.rows) expect(texts).toContain(one.label);
    expect(texts).toEqual(expect.arrayContaining(["无数字", "方格位置为示意，不表示疆界"]));
  });

  it("outlines what has no figure with dashes", async () => {
    const scene = await draw(mapChart);
    const dashed = paths(scene).filter(({ paint }) => paint.dash !== undefined);
    // The tiles without a figure, and the key's.
    expect(dashed).toHaveLength(34 - mapChart.rows.length + 1);
  });

  it("parts figures into classes of like sizes, equal figures in one, each with its range and count", async () => {
    const ranges = textsOf(await draw(mapChart)).flatMap(({ text }) => (/（\d+）$/u.test(text) ? [text] : []));
    expect(ranges).toEqual(["3.1—4.2（2）", "1.9—2.21（2）", "0.9—1.4326（2）", "0.4—0.6105（3）"]);
  });

  it("tells classes apart in greyscale by pattern, and sets figures on tones that let them be read", async () => {
    const scene = await draw(mapChart);
    const marks = marksOf(scene);
    const patterns = new Set(
      marks.map((mark) => (mark.type === "path" && mark.paint.strokeWidth === 0.8 ? "hatch" : "")),
    );
    expect(patterns.has("hatch")).toBe(true);
    for (const { label } of mapChart.rows.map((row) => row.figure)) {
      const text = textsOf(scene).find((one) => one.text === label);
      const tile = marks.findLast(
        (mark): mark is PathMark =>
          mark.type === "path" &&
          mark.paint.fill !== undefined &&
          edgesOf(mark).left < (text?.x ?? 0) &&
          edgesOf(mark).right > (text?.x ?? 0) &&
          isOver(mark, text?.y ?? 0),
      );
      expect(contrast(text?.colour ?? "", tile?.paint.fill ?? "#ffffff")).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("ranks the areas beside the grid as its rows do", async () => {
    const ranks = textsOf(await drawChart(mapChart, { ...options, width: 450 }))
      .filter(({ text, anchor }) => anchor === "end" && /^\d$/u.test(text))
      .map(({ text }) => text);
    expect(ranks).toEqual(mapChart.rows.map(({ rank }) => `${rank}`));
  });

  it("takes all 34, and one alone", async () => {
    const rows = tiles.map(({ code }, i) => ({ code, label: code, rank: i + 1, figure: figure(34 - i, `${34 - i}`) }));
    expect(textsOf(await drawChart({ ...mapChart, rows }, { ...options, width: 450 })).at(-2)?.text).toMatch(
      /^其余\d+个见方格$/u,
    );
    for (const some of [rows, rows.slice(0, 1)]) expect((await draw({ ...mapChart, rows: some })).width).toBe(400);
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

  it.each([
    ["zh-Hans", "1月周日"],
    ["zh-Hant-TW", "1月週日"],
    ["en", "JanSun"],
  ] as const)("names months and days in %s", async (locale, text) => {
    const chart = spec({
      data: { values: [{ t: "2023-01-01" }] },
      transform: [{ calculate: "timeFormat(toDate(datum.t), '%b%a')", as: "label" }],
      mark: "text",
      encoding: { text: { field: "label" } },
    });
    const texts = textsOf(await drawChart(chart, { ...options, locale })).map((one) => one.text);
    expect(texts).toEqual([text]);
  });

  it("may fill its marks with patterns", async () => {
    const fill = {
      field: "a",
      type: "nominal",
      legend: null,
      scale: { range: ["hatch(#000000)", "dots(#000000, #eeeeee)"] },
    };
    const scene = await draw(spec({ data: { values }, mark: "bar", encoding: { x, y, fill } }));
    expect(paths(scene).filter(({ paint }) => paint.strokeWidth === 0.8)).toHaveLength(2);
    expect(paths(scene).some(({ paint }) => paint.fill === "#eeeeee")).toBe(true);
  });

  it("tells categories apart without colour: fills by pattern, lines by contrast with the paper", async () => {
    const many = ["甲", "乙", "丙", "丁"].flatMap((a, i) => [1, 2].map((t) => ({ a, t, b: i + t })));
    const encoding = { x: { field: "t", type: "ordinal" }, y, color: { field: "a", type: "nominal" } };
    const bars = paths(await draw(spec({ data: { values: many }, mark: "bar", encoding })));
    expect(bars.some(({ paint }) => paint.strokeWidth === 0.8)).toBe(true);
    const lines = paths(await draw(spec({ data: { values: many }, mark: "line", encoding })));
    const strokes = lines.flatMap(({ paint }) => (paint.strokeWidth === 1.5 ? [paint.stroke ?? ""] : []));
    expect(new Set(strokes).size).toBe(4);
    for (const stroke of strokes) expect(contrast(stroke, "#ffffff")).toBeGreaterThanOrEqual(3);
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

  it.each([
    [{ mark: "bat" }, "unknown mark: bat (did you mean bar?)"],
    [
      { mark: "bar", encoding: { x: { feild: "a" } } },
      "channel x without field or value: it has feild (did you mean field?)",
    ],
    [{ mark: "bar", encoding: { q: { field: "a", type: "nominal" } } }, "q is not a valid encoding channel"],
    [{ mark: "bar", encoding: { x: { field: "a", type: "nominl" } } }, "Invalid field type"],
    [{ encoding: {} }, "chart cannot be compiled: invalid specification: Make sure"],
    [{ mark: "bar", transform: [{ filter: "datum.a =" }] }, "chart cannot be compiled"],
  ])("is refused with what is wrong: %j", async (wrong, message) => {
    await expect(draw(spec({ data: { values }, ...wrong }))).rejects.toThrow(message);
  });

  it("is refused where it is no specification, and the next chart is drawn", async () => {
    await expect(draw(spec({ mark: 3 }))).rejects.toThrow(RangeError);
    await expect(draw(rankedChart)).resolves.toMatchObject({ width: 400 });
  });
});

function isOver({ commands }: PathMark, y: number): boolean {
  const ys = commands.flatMap((command) => (command.length > 1 ? [Number(command[2])] : []));
  return Math.min(...ys) < y && Math.max(...ys) > y;
}

function edgesOf({ commands }: PathMark): { readonly left: number; readonly right: number } {
  const xs = commands.flatMap((command) => (command.length > 1 ? [Number(command[1])] : []));
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

function spec(spec: Record<string, unknown>): Chart {
  return { kind: "spec", description: "", unit: "", spec };
}
