import type { Paint, PathCommand, Scene, SceneMark, TextMark } from "@jianbao/charts";
import { unreachable } from "@jianbao/model";
import { attributes, escape } from "./escape.ts";

/** Writes a scene as inline SVG: one picture with one name; text stays text. `id` prefixes the ids of its clips. */
export function svgOf(scene: Scene, alternative: string, id: string): string {
  let clips = 0;
  const write = (mark: SceneMark): string => {
    switch (mark.type) {
      case "path":
        return `<path${attributes({ d: outline(mark.commands), ...paintOf(mark.paint) })}/>`;
      case "text":
        return textOf(mark);
      case "clip": {
        const clip = `${id}-clip-${++clips}`;
        const { x, y, width, height } = mark;
        return `<clipPath${attributes({ id: clip })}><rect${attributes({ x, y, width, height })}/></clipPath><g${attributes({ "clip-path": `url(#${clip})` })}>${mark.marks.map(write).join("")}</g>`;
      }
      default:
        return unreachable(mark);
    }
  };
  const frame = attributes({
    viewBox: `0 0 ${scene.width} ${scene.height}`,
    width: scene.width,
    height: scene.height,
    role: "img",
    "aria-label": alternative,
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"${frame}>${scene.marks.map(write).join("")}</svg>`;
}

function outline(commands: readonly PathCommand[]): string {
  return commands.map(([letter, ...numbers]) => letter + numbers.join(" ")).join("");
}

function paintOf({ fill, stroke, strokeWidth, dash, opacity }: Paint): Record<string, string | number | undefined> {
  return {
    fill: fill ?? "none",
    stroke,
    "stroke-width": stroke === undefined ? undefined : strokeWidth,
    "stroke-dasharray": stroke === undefined ? undefined : dash?.join(" "),
    opacity,
  };
}

function textOf({ x, y, text, size, weight, colour, anchor, angle }: TextMark): string {
  const place = attributes({
    x,
    y,
    "font-size": size,
    "font-weight": weight === 400 ? undefined : weight,
    "text-anchor": anchor === "start" ? undefined : anchor,
    fill: colour,
    transform: angle === 0 ? undefined : `rotate(${angle} ${x} ${y})`,
  });
  return `<text${place}>${escape(text)}</text>`;
}
