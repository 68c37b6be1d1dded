import type { ResolvedRole } from "@jianbao/document";
import { rounded } from "../page/page.ts";
import { colourOf } from "../world.ts";
import type { BlockContext } from "./context.ts";
import { Flow, type FlowBox, type FlowFrame, shifted } from "./flow.ts";

/**
 * Collects blocks with the rules, background and padding of a role around them. Rules and padding
 * belong to the first and last box; a background is painted under each, so that it may cross pages.
 */
export function decorated(
  context: BlockContext,
  role: ResolvedRole | null,
  collect: (inner: BlockContext) => void,
): void {
  if (role === null || (role.ruleAbove === 0 && role.ruleBelow === 0 && role.background === null)) {
    collect(context);
    return;
  }
  const { world, left, width } = context;
  const inset = role.background === null ? 0 : role.padding;
  const flow = new Flow();
  collect({ ...context, flow, left: left + inset, width: width - 2 * inset, floats: false });
  const boxes = flow.items.flatMap((item, index) => (item.type === "box" ? [index] : []));
  const first = boxes[0];
  const last = boxes.at(-1);
  const background = role.background === null ? null : colourOf(world, role.background);
  const colour = colourOf(world, role.ruleColour);
  const above = role.ruleAbove + (role.ruleAbove > 0 || background !== null ? role.padding : 0);
  const below = role.ruleBelow + (role.ruleBelow > 0 || background !== null ? role.padding : 0);
  flow.items.forEach((item, index) => {
    if (item.type === "space") {
      if (background === null) context.flow.space(item.height);
      else
        context.flow.box({
          height: item.height,
          keep: true,
          frames: [filling(left, 0, width, item.height, background)],
        });
      return;
    }
    if (item.type !== "box") return context.flow.add(item);
    context.flow.boxes([
      around(item, {
        top: index === first ? above : 0,
        bottom: index === last ? below : 0,
        background,
        role,
        colour,
        left,
        width,
      }),
    ]);
  });
  context.flow.space(flow.pending);
}

interface Decoration {
  readonly top: number;
  readonly bottom: number;
  readonly background: string | null;
  readonly role: ResolvedRole;
  readonly colour: string;
  readonly left: number;
  readonly width: number;
}

function around(box: FlowBox, { top, bottom, background, role, colour, left, width }: Decoration): FlowBox {
  const height = box.height + top + bottom;
  const frames: FlowFrame[] = [];
  if (background !== null) frames.push(filling(left, 0, width, height, background));
  if (top > 0 && role.ruleAbove > 0) frames.push(filling(left, 0, width, role.ruleAbove, colour));
  frames.push(...box.frames.map((frame) => shifted(frame, 0, top)));
  if (bottom > 0 && role.ruleBelow > 0)
    frames.push(filling(left, height - role.ruleBelow, width, role.ruleBelow, colour));
  // On a grid it is the text that stands on a line, not the rule and the room above it.
  return { ...box, height, frames, ...(top > 0 ? { onGrid: false } : {}) };
}

/** A rectangle of one colour. */
export function filling(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): FlowFrame & { type: "box" } {
  return { type: "box", x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), colour };
}
