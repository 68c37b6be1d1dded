import type { Table } from "@jianbao/document";
import { roleIn } from "../world.ts";
import type { BlockContext } from "./context.ts";
import { Flow, type FlowBox, type FlowFrame, stacked } from "./flow.ts";
import { collectTable } from "./table.ts";

/** Part of a page up to which a table is kept whole, and moves as figures do where it does not fit. */
const smallPart = 1 / 3;

/**
 * Collects a table with the notes to it. In the main column a small one is one piece, which may go to
 * the top of the next page, unless the document wants it in its place; larger ones are cut between rows.
 */
export function collectFloatingTable(
  context: BlockContext,
  table: Table,
  hasNotes: boolean,
  collectNotes: (inner: BlockContext) => void,
): void {
  const { world, flow, left, pageHeight } = context;
  const inner = new Flow();
  const own = { ...context, flow: inner, floats: false };
  collectTable(own, table, hasNotes);
  collectNotes(own);
  if (table.id !== undefined) world.places.add(table.id);
  const start: FlowFrame[] = table.id === undefined ? [] : [{ type: "place", name: table.id, x: left, y: 0 }];
  const [first] = inner.items;
  const items = first?.type === "space" ? inner.items.slice(1) : inner.items;
  const whole = stacked(items, false);
  const isSmall = whole.height <= pageHeight * smallPart;
  if (isSmall && context.floats && table.place !== "here" && !flow.endsKept()) {
    const box: FlowBox = { ...whole, frames: [...start, ...whole.frames] };
    const before = roleIn(world, "caption", context.around).spaceBefore;
    flow.float({ type: "float", box, before, after: inner.pending, shrunk: () => null });
    return;
  }
  let isFirst = true;
  for (const item of inner.items) {
    if (item.type === "box" && isFirst) {
      flow.boxes([{ ...item, frames: [...start, ...item.frames] }]);
      isFirst = false;
    } else flow.add(item);
  }
  flow.space(inner.pending);
}
