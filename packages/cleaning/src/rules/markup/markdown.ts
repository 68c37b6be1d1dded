import type { Span } from "@jianbao/model";
import { type Change, type Draft, change, inOrder, isWithin } from "../../draft.ts";
import type { Stated, Structure } from "../../structure.ts";
import { inlineMarks } from "./markdown-inline.ts";

/**
 * Reads Markdown as the lines of its text: marks, link targets, pictures, comments and front matter go. In a file that
 * does not say that it is Markdown they are listed as what they were taken for.
 */
export function readMarkdown(draft: Draft, declared: boolean): { draft: Draft; structure: Structure } {
  const { text } = draft;
  const changes: Change[] = [];
  const headings: Span[] = [];
  const stated: Stated[] = [];
  let position = 0;
  // Matches `---` to `---` (YAML) and `+++` to `+++` (TOML) at the start; must not match a rule across the page alone.
  const front = /^(---|\+\+\+)\r?\n(?:[^\n]{0,400}\n){0,40}?\1[ \t]*(?:\r?\n|$)/u.exec(text);
  if (front !== null) {
    readFrontMatter(front[0], stated);
    changes.push({ start: 0, end: front[0].length, replacement: "" });
    position = front[0].length;
  }
  const comments = commentsOf(text);
  for (const { start, end } of comments) changes.push({ start, end, replacement: "" });
  const labels = labelsOf(text);
  let fence: string | null = null;
  let before: Span | null = null;
  while (position < text.length) {
    const newline = text.indexOf("\n", position);
    const stop = newline < 0 ? text.length : newline;
    const end = stop > position && text.charCodeAt(stop - 1) === 0x0d ? stop - 1 : stop;
    const line = { start: position, end };
    // Matches "```bash" and "~~~"; must not match "`code`".
    const fenced: string | undefined = /^[ \t]{0,3}(`{3,}|~{3,})(?:[^`~][^`]*)?$/u.exec(
      text.slice(position, Math.min(end, position + 200)),
    )?.[1];
    if (fenced !== undefined && (fence === null || fenced.startsWith(fence))) {
      changes.push({ ...line, replacement: "" });
      fence = fence === null ? fenced : null;
      before = null;
    } else if (fence === null && !isWithin(comments, position)) {
      if (before !== null && isUnderline(text.slice(position, Math.min(end, position + 200)))) {
        if (mayHead(text.slice(before.start, before.end))) headings.push(before);
        changes.push({ ...line, replacement: "" });
        before = null;
      } else before = readLine(text, line, labels, changes, headings);
    } else before = null;
    position = stop + 1;
  }
  const listed = declared ? changes : changes.map((one) => ({ ...one, ...(one.replacement === "" ? mark : marked) }));
  return { draft: change(draft, inOrder(listed)), structure: { headings, stated } };
}

const marked = { rule: "cleaning/markdown-mark" };
const mark = { ...marked, reason: "is a mark of Markdown", score: 0.95 };

const headingLine = /^#{1,6}[ \t]+\S/mu;
// Matches `[某文](https://a.cn/1)`, `![](/a.jpg)`; must not match `[某文](某注)`.
const linked = /!?\[[^\]\n]{0,200}\]\((?:https?:|\/|#|\.|mailto:)[^)\s]{0,400}\)/gu;
const strong = /\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*/gu;

/**
 * Tells that a text file was written in Markdown, whatever its name: two kinds of its marks stand in it, or two links.
 * A single sign may be a writer's own: 【#某话题#】, * 注, **.
 */
export function isMarkdown(text: string): boolean {
  const links = text.includes("](") ? (text.match(linked)?.length ?? 0) : 0;
  if (links > 1) return true;
  const kinds = [
    links > 0,
    text.includes("# ") && headingLine.test(text),
    text.includes("**") && (text.match(strong)?.length ?? 0) > 1,
    text.includes("```"),
  ];
  return kinds.filter(Boolean).length > 1;
}

function commentsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf("<!--"); start >= 0;) {
    const stop = text.indexOf("-->", start);
    if (stop < 0) break;
    spans.push({ start, end: stop + 3 });
    start = text.indexOf("<!--", stop);
  }
  return spans;
}

// Matches `[1]: http://a.cn "年鉴"`; must not match `[^1]: 注` or `[注]: 数据见表`.
const definition =
  /^[ \t]{0,3}\[([^[\]^][^[\]]{0,100})\]:[ \t]{1,8}<?((?:https?:|\/|\.|#|mailto:|[\w-]{1,60}\.\w)\S{0,400})/u;

/** The labels that links may refer to, lower case. */
function labelsOf(text: string): Set<string> {
  const labels = new Set<string>();
  if (!text.includes("]:")) return labels;
  for (const line of text.split("\n")) {
    const label = definition.exec(line.slice(0, 600))?.[1];
    if (label !== undefined) labels.add(label.toLowerCase());
  }
  return labels;
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
  // Matches a line `title: 标题` or `title = "标题"`; must not match an indented or a list line.
  for (const match of front.matchAll(/^([a-z]{1,20})(?::|[ \t]{0,4}=)[ \t]{0,4}(\S.{0,300})$/gmu)) {
    const field = fields[match[1] ?? ""];
    const value = (match[2] ?? "").trim().replaceAll(/^["']|["']$/gu, "");
    if (field !== undefined && value !== "") stated.push({ field, value, evidence: `front matter ${match[1] ?? ""}` });
  }
}

/** `====` or `----` under a line makes it a heading. */
function isUnderline(line: string): boolean {
  return /^[ ]{0,3}(?:={2,}|-{2,})[ \t]*$/u.test(line);
}

/** A paragraph with a rule across the page right under it is no heading. */
function mayHead(line: string): boolean {
  return line.length <= 60 && !/[。；：，…]["”』」]?\s*$/u.test(line);
}

/** Reads one line's marks; gives the words that an underline below would make a heading, or null. */
function readLine(
  text: string,
  { start, end }: Span,
  labels: ReadonlySet<string>,
  changes: Change[],
  headings: Span[],
): Span | null {
  const line = text.slice(start, Math.min(end, start + 400));
  if (definition.test(line)) {
    changes.push({ start, end, replacement: "" });
    return null;
  }
  // Matches `## `, `> > `, `- `, `* [x] ` and `[^1]: ` at a line's start; must not match `#标签` or `-5`.
  const lead =
    /^[ \t]{0,3}(?:(?:>[ \t]?){1,8})?(?:(#{1,6})[ \t]+|[*+-][ \t]+(?=\S)(?:\[[ xX]\][ \t]+)?|\[\^[\w-]{1,30}\]:[ \t]{0,4})?/u.exec(
      line,
    );
  const from = start + (lead?.[0].trimStart() === "" ? 0 : (lead?.[0].length ?? 0));
  const body = text.slice(from, end);
  // A rule of a table, a rule across the page.
  if (/^[ \t|:=*_-]{3,}$/u.test(body) || /^[ \t]{0,3}(?:[*_-][ \t]*){3,}$/u.test(line)) {
    changes.push({ start, end, replacement: "" });
    return null;
  }
  if (from > start) changes.push({ start, end: from, replacement: "" });
  let to = end;
  if (lead?.[1] !== undefined) {
    // Matches the marks that close a heading: `标题 ##`.
    to -= /[ \t]+#+[ \t]*$/u.exec(body.slice(-100))?.[0].length ?? 0;
    if (to < end) changes.push({ start: to, end, replacement: "" });
    headings.push({ start: from, end: to });
  }
  if (/^[ \t]*\|.*\|[ \t]*$/u.test(body)) {
    readRow(body, from, changes);
    for (const one of inlineMarks(text, from, to, labels)) changes.push(one);
    return null;
  }
  for (const one of inlineMarks(text, from, to, labels)) changes.push(one);
  return body.trim() === "" || lead?.[0].trim() !== "" ? null : { start: from, end };
}

/** A table's row: cells stand between tabs. */
function readRow(body: string, from: number, changes: Change[]): void {
  for (const match of body.matchAll(/[ \t]*\|[ \t]*/gu)) {
    const at = from + match.index;
    const edge = match.index === 0 || match.index + match[0].length >= body.trimEnd().length;
    changes.push({ start: at, end: at + match[0].length, replacement: edge ? "" : "\t" });
  }
}
