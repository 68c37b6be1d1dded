import type { Scene, SceneMark } from "@jianbao/charts";
import { type Figure, type ResolvedRole, textOf } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import { collectInlines } from "../line/inline.ts";
import { setLines } from "../line/set.ts";
import { type Frame, type Rectangle, rounded } from "../page/page.ts";
import { type World, faceOf, report, styleOf, roleIn } from "../world.ts";
import { type BlockContext, shortened } from "./context.ts";
import { boxesOf } from "./flow.ts";
import { textFrames } from "./text-frame.ts";

/** Collects a figure: the drawn scene, and below it, on the same page, its caption. */
export function collectFigure(context: BlockContext, figure: Figure): void {
  const { world, flow, left, width } = context;
  const place = `figure “${shortened(textOf(figure.caption))}”`;
  const role = roleIn(world, "caption", context.around);
  const captionElement = (): number => world.structure.add(context.element, "P");
  const leading = role.leading * role.size;
  const scene = world.charts[figure.chart];
  flow.space(role.spaceBefore);
  if (scene === undefined) {
    report(
      world,
      "error",
      "missing-chart",
      `unknown chart: ${figure.chart} (${place})`,
      "its text stands in its place",
    );
    const style = styleOf(world, roleIn(world, "body", context.around));
    const segments = collectInlines(world, [{ type: "text", value: figure.alternative }], {
      style,
      element: captionElement(),
      place,
    });
    const { size } = style.role;
    const lines = setLines(world, segments, {
      measure: width,
      indent: 0,
      align: "justify",
      leading: style.role.leading * size,
      size,
      place,
    });
    flow.boxes(boxesOf(lines, left, true));
  } else {
    const element = world.structure.add(context.element, "Figure", { alternative: figure.alternative });
    const scale = scaleOf(context, scene, 3 * leading, place);
    const x = left + (width - scene.width * scale) / 2;
    const frames = sceneFrames(world, scene, { x, y: 0, scale, element, role: roleIn(world, "chartText") });
    const extent = { width: rounded(scene.width * scale), height: rounded(scene.height * scale) };
    frames.unshift({ type: "extent", x: rounded(x), y: 0, ...extent, element });
    flow.box({ height: scene.height * scale, frames, keep: figure.caption.length > 0 });
    flow.space(3);
  }
  if (figure.caption.length > 0) {
    const segments = collectInlines(world, figure.caption, {
      style: styleOf(world, role),
      element: captionElement(),
      place,
    });
    const lines = setLines(world, segments, {
      measure: width,
      indent: 0,
      align: role.align,
      leading,
      size: role.size,
      place,
    });
    flow.boxes(boxesOf(lines, left, false));
  }
  flow.space(Math.max(role.spaceAfter, role.spaceBefore));
}

/** Makes a scene fit the column and the page; one that had to be made smaller than its column is reported. */
function scaleOf(context: BlockContext, scene: Scene, captionRoom: number, place: string): number {
  const byWidth = Math.min(1, context.width / scene.width);
  const room = context.pageHeight - captionRoom;
  if (scene.height * byWidth <= room) return byWidth;
  report(
    context.world,
    "warning",
    "figure-too-large",
    `larger than a page: ${place} (${Math.round(scene.height)} pt high, ${Math.round(room)} pt available)`,
    "it was made smaller",
  );
  return Math.max(0.05, room / scene.height);
}

interface ScenePlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly element: number;
  readonly role: ResolvedRole;
}

function sceneFrames(world: World, scene: Scene, place: ScenePlace): Frame[] {
  const frames: Frame[] = [];
  const add = (marks: readonly SceneMark[], clip: Rectangle | null): void => {
    for (const mark of marks) {
      switch (mark.type) {
        case "path":
          frames.push({
            type: "path",
            x: rounded(place.x),
            y: rounded(place.y),
            scale: place.scale,
            commands: mark.commands,
            paint: mark.paint,
            ...(clip === null ? {} : { clip }),
            element: place.element,
          });
          break;
        case "text":
          frames.push(
            ...textFrames(world, mark.text, {
              x: place.x + mark.x * place.scale,
              y: place.y + mark.y * place.scale,
              face: faceOf(world, place.role.family, mark.weight),
              size: mark.size * place.scale,
              colour: mark.colour,
              anchor: mark.anchor,
              angle: mark.angle,
              element: place.element,
            }).map((frame) => (clip === null ? frame : { ...frame, clip })),
          );
          break;
        case "clip": {
          const inner: Rectangle = {
            x: rounded(place.x + mark.x * place.scale),
            y: rounded(place.y + mark.y * place.scale),
            width: rounded(mark.width * place.scale),
            height: rounded(mark.height * place.scale),
          };
          add(mark.marks, clip === null ? inner : intersection(clip, inner));
          break;
        }
        default:
          unreachable(mark);
      }
    }
  };
  add(scene.marks, null);
  return frames;
}

function intersection(a: Rectangle, b: Rectangle): Rectangle {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: rounded(Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x)),
    height: rounded(Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y)),
  };
}
