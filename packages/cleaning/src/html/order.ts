import type { Span } from "@jianbao/model";
import type { Doubted } from "../draft.ts";
import type { Measure } from "./measure.ts";
import { silent, visit } from "./tree.ts";

/** Text that style sheets show in another order than it stands in: its words and figures are not to be trusted. */
export function reorderedIn({ page, hidden }: Measure, { start, end }: Span): Doubted[] {
  const found: Doubted[] = [];
  visit(page, (node) => {
    if (node.type === "text" || silent.has(node.name) || hidden.has(node)) return false;
    const style = node.attributes["style"] ?? "";
    // Matches `order: 2`, `unicode-bidi:bidi-override`, `flex-direction:row-reverse`; must not match `border:0`.
    const moves =
      /(?:^|[;\s])(?:order\s?:\s?-?\d|unicode-bidi\s?:\s?(?:bidi|isolate)-override|flex-direction\s?:\s?[a-z]+-reverse)/iu.test(
        style,
      );
    if (!moves || node.end <= start || node.start >= end) return true;
    found.push({
      span: { start: node.start, end: node.end },
      rule: "cleaning/html-order",
      reason: "is shown in another order than it stands in",
      score: 0.7,
    });
    return false;
  });
  return found;
}
