import type { Span } from "@jianbao/model";
import type { MarkupElement } from "../readers/markup.ts";
import type { Measure, PageLine } from "./measure.ts";
import { kindOf } from "./tree.ts";

/**
 * The short lines of an article's entries: what stands in boxes of the same kind as its sentences do (the captions of a
 * gallery), and what each entry begins with (the times of a live report). A paragraph alone proves nothing: editors
 * paste advertisements into paragraphs as well.
 */
export function settledIn(measure: Measure, { start, end }: Span): Span[] {
  const lines = measure.lines.filter((line) => line.start >= start && line.end <= end);
  const asked = askedIn(lines, measure);
  const prose = new Map<string, number>();
  const heads = new Map<string, { entries: number; texts: Set<string> }>();
  for (const [i, line] of lines.entries()) {
    const kind = kindIn(line.block);
    if (kind === null) continue;
    if (line.prose > 0) {
      prose.set(kind, (prose.get(kind) ?? 0) + 1);
      continue;
    }
    const next = lines[i + 1];
    const head = heads.get(kind) ?? { entries: 0, texts: new Set<string>() };
    head.texts.add(measure.words(line));
    if (next !== undefined && opens(line, next)) head.entries++;
    heads.set(kind, head);
  }
  return lines.filter((line) => {
    if (asked.has(line)) return true;
    const kind = kindIn(line.block);
    if (kind === null || line.prose > 0 || line.linked > 0 || line.text > 40) return false;
    if ((prose.get(kind) ?? 0) >= 3) return true;
    const head = heads.get(kind);
    return head !== undefined && head.entries >= 3 && head.texts.size * 2 > head.entries && isTime(measure.words(line));
  });
}

/** What someone wrote to an office up to its answer, with the heads of both. */
function askedIn(lines: readonly PageLine[], measure: Measure): ReadonlySet<PageLine> {
  const found = new Set<PageLine>();
  let open: PageLine[] = [];
  for (const line of lines) {
    const words = line.text <= 24 ? measure.words(line) : "";
    if (asks.test(words)) open = [line];
    else if (open.length === 0) continue;
    else if (answers.test(words)) {
      for (const one of [...open, line]) found.add(one);
      open = [];
    } else if (open.length > 24) open = [];
    else open.push(line);
  }
  return found;
}

// Matches `来信内容`, `网友留言：`; must not match `留言板`.
const asks =
  /^(?:(?:来信|留言|咨询|提问|投诉|诉求|建议)(?:内容|描述|详情)|问题描述|网友(?:留言|提问|诉求|咨询)|群众(?:来信|诉求))[:：]?$/u;
// Matches `官方回复`, `某县水利局回复`, `办理结果：`; must not match `回复`, a button.
const answers =
  /^(?:(?:官方|部门|单位|承办单位|\p{Script=Han}{2,16}[局委厅办府处])(?:回复|答复)|(?:回复|答复|办理)(?:内容|结果|情况|意见))[:：]?$/u;

/** Tells that a line heads what someone asks of an office or what it answers. */
export function isTurn(text: string): boolean {
  return asks.test(text) || answers.test(text);
}

/** Matches `10:00`, `14时05分`, `10月18日09:42`; must not match `10:00开抢`. */
function isTime(words: string): boolean {
  return /^(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?)?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|[时点](?:\d{1,2}分)?)$/u.test(
    words,
  );
}

/** Tells whether a line stands at the beginning of the box that holds the next. */
function opens(line: PageLine, next: PageLine): boolean {
  return next.block.parent === line.block || (next.block.parent !== null && next.block.parent === line.block.parent);
}

/** The kind of a box that its author named; null for paragraphs and boxes without a name. */
function kindIn(block: MarkupElement): string | null {
  if (block.name === "p" || block.name === "td") return null;
  const kind = kindOf(block);
  return kind.includes(".") ? `${kind} ${block.parent === null ? "" : kindOf(block.parent)}` : null;
}

/** Tells that the boxes of a page are lines of print, as programs that keep the places of a paper write them. */
export function isSetInLines(measure: Measure, { start, end }: Span): boolean {
  const lines = measure.lines.filter((line) => line.start >= start && line.end <= end && line.text >= 12);
  if (lines.length < 4) return false;
  // Sentences end within a paragraph of its own, not within a line of print.
  const open = lines.filter((line) => !/[。！？：；”」）)…]$/u.test(measure.words(line)));
  const lengths = open.map((line) => line.text).sort((a, b) => a - b);
  const middle = lengths[lengths.length >> 1] ?? 0;
  const alike = open.filter((line) => Math.abs(line.text - middle) <= 3).length;
  return open.length * 5 >= lines.length * 3 && alike * 5 >= open.length * 4 && middle <= 60;
}
