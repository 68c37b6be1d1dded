import { type Foreign, furnitureOf } from "./furniture.ts";
import type { View } from "./view.ts";

/** Lines that are of the page by their own form. */
export function formsOf(views: readonly View[]): (Foreign | null)[] {
  const first = views.findIndex(({ prose }) => prose);
  const last = views.findLastIndex(({ prose }) => prose);
  const forms = views.map((view, i) =>
    view.plain ? null : furnitureOf(view.line, first < 0 || i < first ? "before" : i > last ? "after" : "within"),
  );
  markRepeated(views, forms);
  return forms;
}

/** Heads that the pages of a document repeat, and the page's title before the headline. */
function markRepeated(views: readonly View[], forms: (Foreign | null)[]): void {
  const counts = new Map<string, number>();
  for (const { line } of views)
    if (line.han >= 6 && !line.closed) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const [i, { line, prose }] of views.entries()) {
    if (prose || forms[i] !== null) continue;
    if ((counts.get(line.text) ?? 0) >= 3) {
      if (seen.has(line.text)) {
        forms[i] = { rule: "cleaning/running-head", reason: "is repeated on the pages", score: 0.9 };
      }
      seen.add(line.text);
    }
    // 标题_频道_某某网, then the headline itself.
    const next = views[i + 1]?.line.text ?? "";
    if (next.length >= 6 && line.text.startsWith(next) && /^\s?[_|｜丨–-]/u.test(line.text.slice(next.length))) {
      forms[i] = { rule: "cleaning/page-data", reason: "is the page's title, and repeats the headline", score: 0.95 };
    }
  }
}
