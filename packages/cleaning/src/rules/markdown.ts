import type { Span } from "@jianbao/model";
import { type Change, type Draft, change } from "../draft.ts";
import type { Stated, Structure } from "../structure.ts";

/** Reads Markdown as the lines of its text: marks, link targets, pictures, comments and front matter go. */
export function readMarkdown(draft: Draft): { draft: Draft; structure: Structure } {
  const { text } = draft;
  const changes: Change[] = [];
  const headings: Span[] = [];
  const stated: Stated[] = [];
  let position = 0;
  const front = /^---\r?\n(?:[^\n]{0,400}\n){0,40}?---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (front !== null) {
    readFrontMatter(front[0], stated);
    changes.push({ start: 0, end: front[0].length, replacement: "" });
    position = front[0].length;
  }
  while (position < text.length) {
    const newline = text.indexOf("\n", position);
    const end = newline < 0 ? text.length : newline;
    readLine(text, position, end, changes, headings);
    position = end + 1;
  }
  return { draft: change(draft, changes), structure: { headings, stated } };
}

function readFrontMatter(front: string, stated: Stated[]): void {
  const fields: Readonly<Record<string, Stated["field"]>> = {
    title: "title",
    date: "published",
    source: "publisher",
    publisher: "publisher",
    url: "url",
    author: "byline",
  };
  // Matches a line `title: 标题`; must not match an indented or a list line.
  for (const match of front.matchAll(/^([a-z]{1,20}):[ \t]{0,4}(\S.{0,300})$/gmu)) {
    const field = fields[match[1] ?? ""];
    const value = (match[2] ?? "").trim().replaceAll(/^["']|["']$/gu, "");
    if (field !== undefined && value !== "") stated.push({ field, value, evidence: `front matter ${match[1] ?? ""}` });
  }
}

function readLine(text: string, start: number, end: number, changes: Change[], headings: Span[]): void {
  const line = text.slice(start, end);
  // Matches `## `, `> `, `- ` and `* ` at a line's start; must not match `#标签` or `-5`.
  const lead = /^[ \t]{0,3}(?:(#{1,6})[ \t]+|>[ \t]?|[*+-][ \t]+(?=\S))/u.exec(line);
  if (lead !== null) changes.push({ start, end: start + lead[0].length, replacement: "" });
  if (lead?.[1] !== undefined) headings.push({ start: start + lead[0].length, end });
  const from = start + (lead?.[0].length ?? 0);
  const body = text.slice(from, end);
  // A rule of a table, a rule across the page, or the underline of a heading.
  if (/^[ \t|:=*_-]{3,}\r?$/u.test(body)) {
    changes.push({ start: from, end, replacement: "" });
    return;
  }
  if (/^[ \t]*\|.*\|[ \t]*\r?$/u.test(body)) {
    for (const match of body.matchAll(/[ \t]*\|[ \t]*/gu)) {
      const at = from + match.index;
      const edge = match.index === 0 || match.index + match[0].length >= body.trimEnd().length;
      changes.push({ start: at, end: at + match[0].length, replacement: edge ? "" : "\t" });
    }
    return;
  }
  // Matches `**`, `__`, a backtick, `![图](x)`, `](http://…)` and an opening bracket; each goes, the words stay.
  const marks =
    /!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|\]\([^)\n]{0,400}\)|\*{1,3}|_{2,3}|`{1,3}|\\(?=[\p{P}])|<!--[^\n]{0,400}-->/gu;
  let link = -1;
  for (const match of body.matchAll(marks)) {
    const at = from + match.index;
    if (match[0].startsWith("](")) {
      const open = text.lastIndexOf("[", at);
      if (open < Math.max(from, link)) continue;
      insertInOrder(changes, { start: open, end: open + 1, replacement: "" });
      link = at;
    } else if (/^\*+$/u.test(match[0]) && isLiteralStar(text, at, match[0].length)) continue;
    changes.push({ start: at, end: at + match[0].length, replacement: "" });
  }
}

/** A star between spaces or digits multiplies or marks a footnote; it is no emphasis. */
function isLiteralStar(text: string, at: number, length: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + length] ?? " ";
  return (/[\s\d]/u.test(before) && /[\s\d]/u.test(after)) || false;
}

function insertInOrder(changes: Change[], one: Change): void {
  let i = changes.length;
  while (i > 0 && (changes[i - 1]?.start ?? -1) > one.start) i--;
  if ((changes[i - 1]?.end ?? 0) > one.start) return;
  changes.splice(i, 0, one);
}
