import type { SourceText } from "@jianbao/model";
import { type Change, type Draft, change } from "../draft.ts";

/** Puts in what stood where the bytes of a file are no character, as far as reading them left no doubt. */
export function restoreStrays(draft: Draft, { strays = [] }: SourceText): Draft {
  const changes: Change[] = [];
  for (const { at, original } of strays) {
    if (original === null || draft.source[at] !== "\uFFFD") continue;
    const { start, end } = draft.map.toCleanSpan({ start: at, end: at + 1 });
    if (draft.text.slice(start, end) === "\uFFFD")
      changes.push({ start, end, replacement: original, rule: "cleaning/stray-byte" });
  }
  return change(draft, changes);
}
