import type { Change } from "../draft.ts";

/**
 * Adds the change from a written-out character to the character itself. Where one stands right behind another, its
 * first code unit becomes the character and the rest goes: a map joins replacements that touch, and a page that writes
 * all its characters out would be one replacement, in which no figure has a place of its own.
 */
export function pushDecoded(changes: Change[], start: number, end: number, replacement: string): void {
  if (changes.at(-1)?.end === start && replacement.length === 1 && end - start > 1) {
    changes.push({ start, end: start + 1, replacement }, { start: start + 1, end, replacement: "" });
  } else changes.push({ start, end, replacement });
}
