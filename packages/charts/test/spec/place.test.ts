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
  it("stand above their points, or below where another line's point is nearer above", () => {
    const labels = [label(0, 0, 50, 40, "13.1万"), label(1, 0, 50, 56, "12.9万")];
    const placed = placeLabels(labels, labels, plot);
    expect(placed.find(({ series }) => series === 0)?.y).toBeLessThan(40);
    expect(placed.find(({ series }) => series === 1)?.y).toBeGreaterThan(56);
  });

  it("step aside where the line to the next point passes", () => {
    const labels = [label(0, 0, 60, 90, "373.8亿元"), label(0, 1, 110, 20, "2720亿元")];
    const first = placeLabels(labels, labels, plot).find(({ index }) => index === 0);
    expect(first?.x).toBeLessThan(60);
  });

  it("leave a grid line free where another place is", () => {
    const labels = [label(0, 0, 60, 50, "20")];
    const [free] = placeLabels(labels, labels, plot);
    const [moved] = placeLabels(labels, labels, { ...plot, grid: [(free?.y ?? 0) - 2] });
    expect(free?.y).toBeLessThan(50);
    expect(moved?.y).toBeGreaterThan(50);
  });

  const point = fc.record({
    series: fc.integer({ min: 0, max: 3 }),
    index: fc.integer({ min: 0, max: 5 }),
    y: fc.integer({ min: 0, max: 100 }),
    text: fc.constantFrom("1万", "13.1万", "1389万余"),
    rank: fc.integer({ min: 0, max: 5 }),
  });
  const points = fc
    .uniqueArray(point, { selector: ({ series, index }) => `${series} ${index}` })
    .map((all) => all.map((one) => ({ ...one, x: one.index * 50 + 25 })));

  it("never touch one another, and stay within the plot", () => {
    fc.assert(
      fc.property(points, (labels) => {
        const boxes = placeLabels(labels, labels, plot).map(boxOf);
        for (const [i, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(300);
          expect(a.bottom).toBeLessThanOrEqual(100);
          for (const b of boxes.slice(i + 1)) {
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
        }
      }),
    );
  });

  it("never touch a line or a point", () => {
    fc.assert(
      fc.property(points, (labels) => {
        for (const box of placeLabels(labels, labels, plot).map(boxOf)) {
          const isIn = (x: number, y: number): boolean =>
            x > box.left && x < box.right && y > box.top && y < box.bottom;
          for (const from of labels) {
            expect(isIn(from.x, from.y)).toBe(false);
            const to = labels.find(({ series, index }) => series === from.series && index === from.index + 1);
            if (to === undefined) continue;
            // Walks along the line, a hundredth at a time.
            const steps = Array.from({ length: 101 }, (_, i) => i / 100);
            expect(steps.some((t) => isIn(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t))).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function label(series: number, index: number, x: number, y: number, text: string) {
  return { series, index, x, y, text, rank: 0 };
}

function boxOf({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) {
  const half = squareMeasure(text, 8, 400) / 2;
  return { left: x - half, right: x + half, top: y - 6.4, bottom: y + 0.8 };
}
