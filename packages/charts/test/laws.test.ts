import type { Bound } from "@jianbao/model";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chart, type ChartFigure, type Scene, type TextMark, drawChart } from "../src/index.ts";
import { tiles } from "../src/grid.ts";
import { marksOf, squareMeasure, textsOf } from "./charts.ts";

/** A figure that may be hedged, computed, revised, in doubt; greater and smaller by up to four powers of ten. */
const figure: fc.Arbitrary<ChartFigure> = fc
  .record({
    digits: fc.integer({ min: 0, max: 9999 }),
    power: fc.constantFrom(1, 10, 100),
    bound: fc.constantFrom<Bound>("exact", "exact", "min", "max", "approx", "range"),
    origin: fc.constantFrom("stated", "stated", "derived", "revised"),
    doubt: fc.constantFrom("none", "none", "none", "disputed", "questioned"),
  })
  .map(({ digits, power, bound, origin, doubt }) => {
    const value = digits / power;
    const label = {
      exact: `${value}`,
      min: `${value}余`,
      max: `近${value}`,
      approx: `约${value}`,
      range: `${value}至${value + 1}`,
    };
    return {
      value,
      bound,
      label: label[bound],
      text: `${label[bound]}万起`,
      ...(origin === "derived" || origin === "revised" ? { origin } : {}),
      ...(doubt === "disputed" || doubt === "questioned" ? { doubts: [doubt] } : {}),
      observations: [],
    };
  });

const name = fc.constantFrom(
  "破获案件",
  "止付",
  "抓获犯罪嫌疑人（银行卡）",
  "打掉跨境电信网络诈骗犯罪集团及其关联窝点",
);
const points = (count: number): fc.Arbitrary<readonly (ChartFigure | null)[]> =>
  fc.array(fc.oneof({ weight: 5, arbitrary: figure }, { weight: 1, arbitrary: fc.constant(null) }), {
    minLength: count,
    maxLength: count,
  });
const periods = fc.constantFrom(
  Array.from({ length: 6 }, (_, i) => `${2018 + i}年`),
  Array.from({ length: 13 }, (_, i) => `${2022 + Math.floor((i + 8) / 12)}年${((i + 8) % 12) + 1}月`),
  Array.from({ length: 36 }, (_, i) => `${2021 + Math.floor(i / 12)}年${(i % 12) + 1}月`),
  ["2023年"],
);
const lines = (count: number) =>
  fc.array(fc.record({ label: name, points: points(count) }), { minLength: 1, maxLength: 4 });

const series: fc.Arbitrary<Chart> = periods.chain((all) =>
  lines(all.length).map((of) => ({ kind: "series", description: "", unit: "万起", periods: all, series: of })),
);
const panels: fc.Arbitrary<Chart> = periods.chain((all) =>
  lines(all.length).map((of) => ({
    kind: "panels",
    description: "",
    periods: all,
    panels: of.map((line) => ({ ...line, unit: "万起" })),
  })),
);
const change: fc.Arbitrary<Chart> = fc
  .array(
    fc.record({
      label: name,
      current: figure,
      previous: figure,
      change: fc.constantFrom("−6%", "+14%至+18%（推算）", "约+214%"),
      tone: fc.constantFrom("good", "bad", null),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .chain((rows) =>
    fc.constantFrom("万起", "").map((unit) => ({
      kind: "change",
      description: "",
      unit,
      currentLabel: "2024年1月至9月",
      previousLabel: "2023年1月至9月",
      rows,
    })),
  );
const areas = fc.array(figure, { minLength: 1, maxLength: 34 });
const ranked: fc.Arbitrary<Chart> = areas.map((figures) => ({
  kind: "ranked",
  description: "",
  unit: "万起",
  rows: figures.map((one, at) => ({ label: at % 3 === 0 ? "新疆维吾尔自治区" : "福建省", rank: at + 1, figure: one })),
}));
const map: fc.Arbitrary<Chart> = areas.map((figures) => ({
  kind: "map",
  description: "",
  unit: "万起",
  rows: figures.map((one, at) => ({ code: tiles[at]?.code ?? "", label: "某省", rank: at + 1, figure: one })),
}));

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the characters of a text cover: from cap height to baseline. */
function boxOf({ text, x, y, size, weight, anchor }: TextMark): Box {
  const width = squareMeasure(text, size, weight);
  const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y };
}

/** Pairs of texts that touch, texts that leave the scene, and texts that a line or point runs into. */
function faultsOf(scene: Scene): readonly string[] {
  const boxes = textsOf(scene).map(boxOf);
  const out = boxes.filter(
    ({ left, right, top, bottom }) => left < -0.5 || right > scene.width + 0.5 || top < -0.5 || bottom > scene.height,
  );
  const pairs = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) => a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1,
      )
      .map((b) => `${a.text} × ${b.text}`),
  );
  const onMarks = boxes.filter((box) => isOnLine(scene, box) || isOnPoint(scene, box));
  return [...out.map(({ text }) => `out: ${text}`), ...pairs, ...onMarks.map(({ text }) => `on a mark: ${text}`)];
}

/** Tells whether a line of figures runs through a text: walks along each piece, a hundredth at a time. */
function isOnLine(scene: Scene, { left, right, top, bottom }: Box): boolean {
  return marksOf(scene).some((mark) => {
    if (mark.type !== "path" || mark.paint.strokeWidth !== 1.4) return false;
    return mark.commands.some((command, at) => {
      const from = mark.commands[at - 1];
      if (command[0] !== "L" || from === undefined || from[0] === "Z") return false;
      const [x0, y0, x1, y1] = [Number(from[1]), Number(from[2]), Number(command[1]), Number(command[2])];
      return Array.from({ length: 101 }, (_, i) => i / 100).some((t) => {
        const [x, y] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
        return x > left && x < right && y > top && y < bottom;
      });
    });
  });
}

/** Tells whether a point covers a part of a text. */
function isOnPoint(scene: Scene, { left, right, top, bottom }: Box): boolean {
  return marksOf(scene).some((mark) => {
    if (mark.type !== "path" || mark.paint.strokeWidth !== 1.2) return false;
    const ends = mark.commands.flatMap((command) => (command[0] === "Z" ? [] : [command.slice(-2).map(Number)]));
    const xs = ends.map(([x = 0]) => x);
    const ys = ends.map(([, y = 0]) => y);
    return Math.min(...xs) < right && Math.max(...xs) > left && Math.min(...ys) < bottom && Math.max(...ys) > top;
  });
}

describe.each([
  ["series", series],
  ["panels", panels],
  ["change", change],
  ["ranked", ranked],
  ["map", map],
] as const)("any %s chart", (_, arbitrary) => {
  it.each([453, 300])(
    "keeps its texts apart, clear of lines and points, and within the scene at %d pt",
    async (width) => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (chart) => {
          const scene = await drawChart(chart, { measure: squareMeasure, width });
          expect(faultsOf(scene)).toEqual([]);
          expect(scene.width).toBe(width);
          for (const mark of marksOf(scene))
            if (mark.type === "path")
              for (const command of mark.commands)
                for (const number of command.slice(1)) expect(Number.isFinite(number)).toBe(true);
        }),
        { numRuns: 25 },
      );
    },
  );
});
