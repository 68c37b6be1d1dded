import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SceneRecorder } from "../src/record.ts";

describe("the recorder", () => {
  it("writes absolute paths after transforms", () => {
    const context = new SceneRecorder();
    context.translate(10, 20);
    context.rotate(Math.PI / 2);
    context.scale(2, 2);
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(3, 0);
    context.strokeStyle = "steelblue";
    context.stroke();
    expect(context.marks).toEqual([
      {
        type: "path",
        commands: [
          ["M", 10, 20],
          ["L", 10, 26],
        ],
        paint: { stroke: "#4682b4", strokeWidth: 1 },
      },
    ]);
  });

  it("joins the fill and the stroke of one path", () => {
    const context = new SceneRecorder();
    context.beginPath();
    context.rect(0, 0, 2, 1);
    context.fillStyle = "#FFF";
    context.fill();
    context.stroke();
    expect(context.marks).toHaveLength(1);
    expect(context.marks[0]).toMatchObject({ paint: { fill: "#ffffff", stroke: "#000000", strokeWidth: 1 } });
  });

  it("keeps them apart where their opacities differ", () => {
    const context = new SceneRecorder();
    context.beginPath();
    context.rect(0, 0, 2, 1);
    context.fillStyle = "rgba(0, 0, 0, 0.25)";
    context.fill();
    context.stroke();
    expect(context.marks).toHaveLength(2);
    expect(context.marks[0]).toMatchObject({ paint: { fill: "#000000", opacity: 0.25 } });
  });

  it("paints nothing that is transparent or no colour", () => {
    const context = new SceneRecorder();
    context.beginPath();
    context.rect(0, 0, 2, 1);
    for (const style of ["transparent", "none", "rgba(1, 2, 3, 0)", "nonsense"]) {
      context.fillStyle = style;
      context.fill();
      context.fillText("字", 0, 0);
    }
    expect(context.marks).toEqual([]);
  });

  it("flattens a gradient to its middle colour", () => {
    const context = new SceneRecorder();
    const gradient = context.createLinearGradient();
    for (const colour of ["red", "lime", "blue"]) gradient.addColorStop(0, colour);
    context.fillStyle = gradient;
    context.beginPath();
    context.rect(0, 0, 1, 1);
    context.fill();
    expect(context.marks[0]).toMatchObject({ paint: { fill: "#00ff00" } });
  });

  it("ends a clip where the state is restored", () => {
    const context = new SceneRecorder();
    context.save();
    context.beginPath();
    context.rect(1, 2, 3, 4);
    context.clip();
    context.fillText("内", 0, 0);
    context.restore();
    context.fillText("外", 0, 0);
    expect(context.marks).toMatchObject([
      { type: "clip", x: 1, y: 2, width: 3, height: 4, marks: [{ text: "内" }] },
      { type: "text", text: "外" },
    ]);
  });

  it("reads size and weight of a font", () => {
    const context = new SceneRecorder();
    for (const font of ["9px sans-serif", "bold 9.5px x", "italic 600 12px x", "300 8px x"]) {
      context.font = font;
      context.fillText("字", 0, 0);
    }
    expect(context.marks.map((mark) => mark.type === "text" && [mark.size, mark.weight])).toEqual([
      [9, 400],
      [9.5, 700],
      [12, 700],
      [8, 400],
    ]);
  });

  it("turns text by its transform", () => {
    const context = new SceneRecorder();
    context.translate(5, 5);
    context.rotate(-Math.PI / 2);
    context.textAlign = "right";
    context.fillText("字", 3, 0);
    expect(context.marks[0]).toMatchObject({ x: 5, y: 2, angle: -90, anchor: "end" });
  });

  it("keeps every arc within a thousandth of its circle", () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(angle, angle, fc.boolean(), (start, end, counterclockwise) => {
        const radius = 1000;
        const context = new SceneRecorder();
        context.beginPath();
        context.arc(0, 0, radius, start, end, counterclockwise);
        context.stroke();
        const [mark] = context.marks;
        const commands = mark?.type === "path" ? mark.commands : [];
        let [px, py] = [0, 0];
        for (const command of commands) {
          if (command[0] === "M") [, px, py] = command;
          else if (command[0] === "C") {
            const [, x1, y1, x2, y2, x, y] = command;
            const middle = Math.hypot((px + 3 * x1 + 3 * x2 + x) / 8, (py + 3 * y1 + 3 * y2 + y) / 8);
            expect(Math.abs(middle - radius)).toBeLessThan(1);
            [px, py] = [x, y];
          }
        }
        expect(Math.hypot(px - radius * Math.cos(end), py - radius * Math.sin(end))).toBeLessThan(1);
      }),
    );
  });
});
