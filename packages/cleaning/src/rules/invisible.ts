import { type Change, type Draft, change } from "../draft.ts";

// Matches a control character but line ends and tabs, a zero-width or direction mark, a soft hyphen, a byte order
// mark in the middle of a text; must not match U+3000, a no-break space or the joiner within 👨‍👩‍👧.
const invisible = /[[\p{Cc}\p{Cf}]--[\t\n\v\f\r\u200D]]+|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/gv;

/** Drops what nobody sees: leftovers of files, of typesetting and of pages that mark their text against copying. */
export function dropInvisible(draft: Draft): Draft {
  const changes: Change[] = [];
  for (const match of draft.text.matchAll(invisible)) {
    const end = match.index + match[0].length;
    changes.push({ start: match.index, end, replacement: "", rule: "cleaning/invisible-character" });
  }
  return change(draft, changes);
}
