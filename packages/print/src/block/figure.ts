import type { Scene, SceneMark } from "@jianbao/charts";
import { type Figure, type Inline, type ResolvedRole, textOf } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import { collectInlines } from "../line/inline.ts";
import { setLines } from "../line/set.ts";
import { type Frame, type Rectangle, rounded } from "../page/page.ts";
import { noteSeparator } from "../page/page-maker.ts";
import { type World, faceOf, report, styleOf, roleIn } from "../world.ts";
import { type BlockContext, shortened } from "./context.ts";
import { Flow, type FlowBox, type FlowFrame, boxesOf, stacked } from "./flow.ts";
import { textFrames } from "./text-frame.ts";

/**
 * Collects a figure: the drawn scene, below it its caption and the notes to it, all on one page.
 * In the main column it may move to the top of the next page, unless the document wants it in its place.
 */
export function collectFigure(
  context: BlockContext,
  figure: Figure,
  collectNotes: (inner: BlockContext) => void,
): void {
  const { world, flow, left, width } = context;
  const place = `figure “${shortened(textOf(figure.caption))}”`;
  const role = roleIn(world, "caption", context.around);
  const scene = world.charts[figure.chart];
  const drawing =
    scene === undefined ? missingScene(context, figure, place) : drawnScene(context, figure, scene, place);
  const below = new Flow();
  below.space(3);
  if (figure.caption.length > 0) {
    const element = world.structure.add(context.element, "P");
    const segments = collectInlines(world, figure.caption, { style: styleOf(world, role), element, place });
    const { align, size } = role;
    const lines = setLines(world, segments, {
      measure: width,
      indent: 0,
      align,
      leading: role.leading * size,
      size,
      place,
    });
    below.boxes(boxesOf(lines, left, false));
  }
  collectNotes({ ...context, flow: below, floats: false });
  const after = Math.max(role.spaceAfter, role.spaceBefore, below.pending);
  if (figure.id !== undefined) world.places.add(figure.id);
  const start: FlowFrame[] = figure.id === undefined ? [] : [{ type: "place", name: figure.id, x: left, y: 0 }];
  const boxOf = (scale: number): FlowBox => {
    const box = stacked([...drawing.boxes(scale), ...below.items], false);
    return { ...box, frames: [...start, ...box.frames] };
  };
  const box = boxOf(1);
  const isPlaced = figure.place === "here" || !context.floats || flow.endsKept();
  if (box.height + leastNotes(world, box) > context.pageHeight) {
    // What is taller than a page is cut where it can be, between the lines of its caption.
    flow.space(role.spaceBefore);
    flow.boxes(drawing.boxes(1).map((each) => ({ ...each, keep: true, frames: [...start, ...each.frames] })));
    for (const item of below.items) flow.add(item);
    flow.space(after);
  } else if (isPlaced) {
    flow.space(role.spaceBefore);
    flow.boxes([box]);
    flow.space(after);
  } else {
    flow.float({ type: "float", box, before: role.spaceBefore, after, shrunk: shrinking(box, drawing, boxOf) });
  }
}

/** Height of a line of each note that a box calls: a page that holds the box holds as much. */
function leastNotes(world: World, { calls }: FlowBox): number {
  const sources = new Set(calls.map(({ footnote }) => footnote.source)).size;
  const { size, leading } = roleIn(world, "footnote");
  return sources === 0 ? 0 : noteSeparator + sources * leading * size;
}

/** What is drawn of a figure: at most the scale 1, at least `least`; the height is that of the part that scales. */
interface Drawing {
  readonly height: number;
  readonly least: number;
  readonly boxes: (scale: number) => readonly FlowBox[];
}

/** Makes a figure smaller so that it fits a height, as far as its labels can still be read. */
function shrinking(
  { height }: FlowBox,
  drawing: Drawing,
  boxOf: (scale: number) => FlowBox,
): (height: number) => FlowBox | null {
  const made = new Map<number, FlowBox>();
  return (room) => {
    const scale = Math.floor(100 * (1 - (height - room) / drawing.height)) / 100;
    if (!(scale >= drawing.least && scale < 1)) return null;
    const box = made.get(scale) ?? boxOf(scale);
    made.set(scale, box);
    return box;
  };
}

/** A figure is made at most so much smaller to fill a page. */
const leastScale = 0.85;
/** 六号, the smallest text that CLREQ (2.1.3) has for reading. */
const leastSize = 7.5;

function drawnScene(context: BlockContext, figure: Figure, scene: Scene, place: string): Drawing {
  const { world, left, width } = context;
  const element = world.structure.add(context.element, "Figure", { alternative: figure.alternative });
  const role = roleIn(world, "chartText");
  const caption = roleIn(world, "caption", context.around);
  const whole = scaleOf(context, scene, figure.caption.length > 0 ? 3 * caption.leading * caption.size : 0, place);
  return {
    height: scene.height * whole,
    least: Math.max(leastScale, leastSize / (role.size * whole)),
    boxes: (share) => {
      const scale = whole * share;
      const x = left + (width - scene.width * scale) / 2;
      const frames = sceneFrames(world, scene, { x, y: 0, scale, element, role });
      const extent = { width: rounded(scene.width * scale), height: rounded(scene.height * scale) };
      frames.unshift({ type: "extent", x: rounded(x), y: 0, ...extent, element });
      return [boxOfFrames(scene.height * scale, frames)];
    },
  };
}

function boxOfFrames(height: number, frames: readonly Frame[]): FlowBox {
  return { type: "box", height, frames, calls: [], keep: true, split: null, repeat: null };
}

/** The words of a chart that is not there. */
function missingScene(context: BlockContext, figure: Figure, place: string): Drawing {
  const { world, left, width } = context;
  report(world, "error", "missing-chart", `unknown chart: ${figure.chart} (${place})`, "its text stands in its place");
  const style = styleOf(world, roleIn(world, "body", context.around));
  const element = world.structure.add(context.element, "P");
  const text: Inline[] = [{ type: "text", value: figure.alternative }];
  const segments = collectInlines(world, text, { style, element, place });
  const { size } = style.role;
  const leading = style.role.leading * size;
  const lines = setLines(world, segments, { measure: width, indent: 0, align: "justify", leading, size, place });
  const boxes = boxesOf(lines, left, true);
  return { height: leading * lines.length, least: 1, boxes: () => boxes };
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
