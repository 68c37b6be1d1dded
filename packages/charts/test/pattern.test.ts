import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pattern, patternMarks, patternOf } from "../src/pattern.ts";
import { SceneRecorder } from "../src/record.ts";
import type { PathCommand } from "../src/scene.ts";

const rect = (x: number, y: number, width: number, height: number): readonly PathCommand[] => [
  ["M", x, y],
  ["L", x + width, y],
  ["L", x + width, y + height],
  ["L", x, y + height],
  ["Z"],
];
const hatch: Pattern = { type: "hatch", colour: "#000000", ground: null };

describe("a pattern", () => {
  it("is read from a fill, with its ground where it has one", () => {
    expect(patternOf("hatch(#1f4e79)")).toEqual({ type: "hatch", colour: "#1f4e79", ground: null });
    expect(patternOf("dots(#1f4e79, #ffffff)")).toEqual({ type: "dots", colour: "#1f4e79", ground: "#ffffff" });
    expect(patternOf("crosshatch( black )")?.type).toBe("crosshatch");
    for (const other of ["#1f4e79", "rgb(1, 2, 3)", "hatch", "stripes(#000)"]) expect(patternOf(other)).toBeNull();
  });

  it("hatches a square at 45°, three points apart", () => {
    const lines = patternMarks(hatch, rect(0, 0, 12, 12));
    const starts = lines.filter(([letter]) => letter === "M").map((command) => Number(command[1]) + Number(command[2]));
    expect(starts.length).toBeGreaterThanOrEqual(5);
    starts.forEach((sum, at) => expect(sum).toBeCloseTo((starts[0] ?? 0) + at * 3 * Math.SQRT2, 1));
  });

  it("keeps within the path, whatever its type", () => {
    const side = fc.integer({ min: 1, max: 60 });
    const at = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(fc.constantFrom("hatch", "crosshatch", "dots"), at, at, side, side, (type, x, y, width, height) => {
        for (const command of patternMarks({ ...hatch, type }, rect(x, y, width, height))) {
          if (command[0] === "Z") continue;
          expect(Number(command[1])).toBeGreaterThanOrEqual(x - 0.01);
          expect(Number(command[1])).toBeLessThanOrEqual(x + width + 0.01);
          expect(Number(command[2])).toBeGreaterThanOrEqual(y - 0.01);
          expect(Number(command[2])).toBeLessThanOrEqual(y + height + 0.01);
        }
      }),
    );
  });

  it("leaves holes free", () => {
    const ring = [...rect(0, 0, 30, 30), ...rect(10, 10, 10, 10)];
    for (const command of patternMarks({ ...hatch, type: "dots" }, ring)) {
      if (command[0] === "Z") continue;
      const [x, y] = [Number(command[1]), Number(command[2])];
      expect(x > 10 && x < 20 && y > 10 && y < 20).toBe(false);
    }
  });

  it("follows curves", () => {
    const context = new SceneRecorder();
    context.arc(20, 20, 10, 0, 2 * Math.PI);
    context.closePath();
    context.fillStyle = "hatch(#000000)";
    context.fill();
    const [mark] = context.marks;
    if (mark?.type !== "path") throw new Error("no path");
    expect(mark.commands.length).toBeGreaterThan(8);
    for (const [, x, y] of mark.commands) expect(Math.hypot(Number(x) - 20, Number(y) - 20)).toBeCloseTo(10, 0);
  });

  it("is recorded as a ground with its outline and marks upon it", () => {
    const context = new SceneRecorder();
    context.rect(0, 0, 20, 10);
    context.fillStyle = "hatch(#1f4e79, #ffffff)";
    context.fill();
    context.strokeStyle = "#1f4e79";
    context.stroke();
    expect(context.marks.map((mark) => (mark.type === "path" ? mark.paint : null))).toEqual([
      { fill: "#ffffff", stroke: "#1f4e79", strokeWidth: 1 },
      { stroke: "#1f4e79", strokeWidth: 0.8 },
    ]);
  });
});
