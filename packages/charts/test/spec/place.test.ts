import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels, spread } from "../../src/spec/place.ts";
import { squareMeasure } from "../charts.ts";

describe("labels of a column", () => {
  it("stay where they want to be when there is room", () => {
    expect(
      spread(
        [
          { at: 10, height: 8 },
          { at: 40, height: 8 },
        ],
        0,
        100,
      ).map(({ at }) => at),
    ).toEqual([10, 40]);
  });

  it("never overlap, and keep within the column where they fit", () => {
    const label = fc.record({ at: fc.double({ min: 0, max: 100, noNaN: true }), height: fc.constantFrom(8, 16) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
        const placed = spread(labels, 0, 100);
        placed.forEach(({ at, height }, i) => {
          const before = placed[i - 1];
          if (before) expect(at - height / 2).toBeGreaterThanOrEqual(before.at + before.height / 2 - 1e-9);
          expect(at - height / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(at + height / 2).toBeLessThanOrEqual(100 + 1e-9);
        });
      }),
    );
  });
});

describe("figures beside points", () => {
  const plot = { width: 300, height: 100, size: 8, measure: squareMeasure };

  it("stand above their points, or below where another stands above", () => {
    const labels = [
      { series: 0, index: 0, x: 50, y: 50, text: "13.1万" },
      { series: 1, index: 0, x: 50, y: 56, text: "12.9万" },
    ];
    const [first, second] = placeLabels(labels, plot);
    expect(first?.y).toBeLessThan(50);
    expect(second?.y).toBeGreaterThan(56);
  });

  it("step aside where the line to the next point passes", () => {
    const labels = [
      { series: 0, index: 0, x: 60, y: 90, text: "373.8亿元" },
      { series: 0, index: 1, x: 110, y: 20, text: "2720亿元" },
    ];
    const first = placeLabels(labels, plot).find(({ index }) => index === 0);
    expect(first?.x).toBeLessThan(60);
  });

  it("never touch one another", () => {
    const point = fc.record({
      series: fc.integer({ min: 0, max: 3 }),
      index: fc.integer({ min: 0, max: 5 }),
      y: fc.integer({ min: 0, max: 100 }),
      text: fc.constantFrom("1万", "13.1万", "1389万"),
    });
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const placed = placeLabels(
          points.map((point) => ({ ...point, x: point.index * 50 + 25 })),
          plot,
        );
        const boxes = placed.map(({ x, y, text }) => ({ x, y, half: squareMeasure(text, 8, 400) / 2 }));
        boxes.forEach((a, i) =>
          boxes.slice(i + 1).forEach((b) => {
            expect(Math.abs(a.x - b.x) >= a.half + b.half || Math.abs(a.y - b.y) >= 8).toBe(true);
          }),
        );
      }),
    );
  });
});
