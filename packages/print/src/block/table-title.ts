import { type Inline, type ResolvedRole, type Table, textOf } from "@jianbao/document";
import { collectInlines } from "../line/inline.ts";
import { type SetLine, setLines } from "../line/set.ts";
import { type World, roleIn, styleOf } from "../world.ts";
import type { BlockContext } from "./context.ts";
import { type FlowBox, boxesOf, shifted } from "./flow.ts";

/** Caption and unit; the unit stands on the caption's last line where there is room at the right. */
export function titleBoxes(
  context: BlockContext,
  parent: number | null,
  table: Table,
  role: ResolvedRole,
  place: string,
): FlowBox[] {
  const { world, left, width } = context;
  const boxes: FlowBox[] = [];
  let captionWidth = Infinity;
  const element =
    parent === null || (table.caption.length === 0 && table.unit === null)
      ? null
      : world.structure.add(parent, "Caption");
  if (table.caption.length > 0) {
    const lines = linesOf(world, table.caption, role, element, width, role.align, place);
    captionWidth = lines.at(-1)?.width ?? Infinity;
    boxes.push(...boxesOf(lines, left, true).map((box) => ({ ...box, keep: true })));
  }
  if (table.unit !== null) {
    const unitRole = roleIn(world, "tableUnit", context.around);
    const text: Inline[] = [{ type: "text", value: table.unit }];
    const lines = linesOf(world, text, unitRole, element, width, unitRole.align, place);
    const unitWidth = Math.max(0, ...lines.map((line) => line.width));
    const last = boxes.at(-1);
    const room = role.align === "center" ? (width - captionWidth) / 2 : width - captionWidth;
    if (last !== undefined && lines.length === 1 && unitWidth + unitRole.size < room) {
      const [unit] = boxesOf(lines, left, true);
      const drop = last.height - (unit?.height ?? 0);
      const frames = (unit?.frames ?? []).map((frame) => shifted(frame, 0, drop));
      boxes[boxes.length - 1] = { ...last, frames: [...last.frames, ...frames] };
    } else {
      boxes.push(...boxesOf(lines, left, true).map((box) => ({ ...box, keep: true })));
    }
  }
  return boxes;
}

/** The caption of a page that continues the table: 续表 and the caption's words. */
export function continuationTitle(context: BlockContext, table: Table, role: ResolvedRole, place: string): FlowBox[] {
  const { world } = context;
  const caption: Inline[] = withoutCalls(table.caption);
  const text = textOf(caption);
  // 续表1 where the caption numbers itself (表1 …), else the caption with 续表 in brackets.
  const continued: Inline[] =
    world.language === "en"
      ? [...caption, { type: "text", value: " (continued)" }]
      : text === ""
        ? [{ type: "text", value: "续表" }]
        : /^表\s*\d/u.test(text) // matches 表1 and 表 2, not 表彰
          ? [{ type: "text", value: "续" }, ...caption]
          : [...caption, { type: "text", value: "（续表）" }];
  return titleBoxes(context, null, { ...table, caption: continued }, role, place);
}

function withoutCalls(inlines: readonly Inline[]): Inline[] {
  return inlines.filter((inline) => inline.type !== "footnote");
}

function linesOf(
  world: World,
  inlines: readonly Inline[],
  role: ResolvedRole,
  element: number | null,
  measure: number,
  align: ResolvedRole["align"],
  place: string,
): SetLine[] {
  const segments = collectInlines(world, inlines, { style: styleOf(world, role), element, place });
  const leading = role.leading * role.size;
  return setLines(world, segments, { measure, indent: 0, align, leading, size: role.size, place });
}
