import { type Change, type Draft, change } from "../draft.ts";

/** Reads line breaks and indents that were written out by a program: `\n`, `\r\n`, `\u3000`. */
export function readEscapes(draft: Draft): Draft {
  const { text } = draft;
  if (!text.includes("\\n") && !text.includes("\\u3000")) return draft;
  const changes: Change[] = [];
  // Matches `\n` and `\r\n\u3000\u3000`; must not match the path `D:\new`, for what stands around it.
  for (const match of text.matchAll(/(?:\\[rnt]|\\u3000){1,40}/gu)) {
    const before = text[match.index - 1] ?? "\n";
    const after = text[match.index + match[0].length] ?? "\n";
    if (/[A-Za-z:\\]/u.test(before) || /[a-z\\]/u.test(after)) continue;
    const breaks = match[0].includes("\\n") || match[0].includes("\\u3000\\u3000");
    if (!breaks) continue;
    const end = match.index + match[0].length;
    changes.push({ start: match.index, end, replacement: "\n", rule: "cleaning/escape" });
  }
  return change(draft, changes);
}
