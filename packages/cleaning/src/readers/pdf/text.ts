import type { SourcePlace } from "@jianbao/model";
import type { Box } from "./glyphs.ts";
import type { FurnitureLine } from "./furniture.ts";
import { type PageLine, continues, isClosed } from "./lines.ts";
import { type Manner, jointOf, mannerOf } from "./paragraphs.ts";
import type { Placed } from "./placed.ts";

/** A page in reading order, with what belongs to the page and not to its text. */
export interface OrderedPage {
  readonly lines: readonly PageLine[];
  readonly head: readonly FurnitureLine[];
  readonly foot: readonly FurnitureLine[];
  readonly toPage: (box: Box) => Box;
}

/** Writes the pages' lines, those of one paragraph as one line of the text, with the place of each. */
export function textOfPages(pages: readonly OrderedPage[], body: number): { text: string; places: SourcePlace[] } {
  const places: SourcePlace[] = [];
  const parts: string[] = [];
  let length = 0;
  const write = (piece: string): void => {
    parts.push(piece);
    length += piece.length;
  };
  const frames = pages.map((page) => page.toPage);
  const furniture = (lines: readonly FurnitureLine[], page: number): void => {
    for (const line of lines) {
      if (length > 0) write("\n");
      const start = length;
      write(line.text);
      places.push({ start, end: length, page, box: boxOf(around(line.pieces), frames[page - 1]), role: "furniture" });
    }
  };
  let shown = 0;
  // Furniture waits for the end of a paragraph that crosses the page.
  const upTo = (page: number): void => {
    for (; shown < page; shown++) {
      if (shown > 0) furniture(pages[shown - 1]?.foot ?? [], shown);
      furniture(pages[shown]?.head ?? [], shown + 1);
    }
  };
  const inPages = pages.flatMap(({ lines }, p) => lines.map((line) => ({ line, page: p + 1 })));
  const manner = mannerOf(inPages, body);
  const flowing = defer(inPages, manner);
  const heads = headingsOf(flowing, body);
  const wrapped = wrappedHeads(flowing, body);
  let before: Placed | undefined;
  let opening: PageLine | undefined;
  for (const placed of flowing) {
    const { line, page } = placed;
    const joint =
      before === undefined ? null : wrapped.has(line) ? "" : jointOf(before, placed, opening ?? before.line, manner);
    if (joint === null) {
      upTo(page);
      if (length > 0) write(needsBlank(before, placed, heads) ? "\n\n" : "\n");
      if (line.indent) write("　　");
      opening = line;
    } else write(joint);
    const start = length;
    write(line.text);
    const role = line.role ?? (heads.has(line) ? ("heading" as const) : undefined);
    places.push({
      start,
      end: length,
      page,
      box: boxOf(line, frames[page - 1]),
      ...(role === undefined ? {} : { role }),
    });
    before = placed;
  }
  upTo(pages.length);
  furniture(pages.at(-1)?.foot ?? [], pages.length);
  return { text: parts.join(""), places };
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((one) => one.left)),
    top: Math.min(...boxes.map((one) => one.top)),
    right: Math.max(...boxes.map((one) => one.right)),
    bottom: Math.max(...boxes.map((one) => one.bottom)),
  };
}

function boxOf(box: Box, toPage: ((box: Box) => Box) | undefined): [number, number, number, number] {
  const { left, top, right, bottom } = toPage?.(box) ?? box;
  return [left, top, right, bottom];
}

/** Lets a paragraph end before the box, the caption or the note that stands in its way is read. */
function defer(lines: readonly Placed[], manner: Manner): Placed[] {
  const out: Placed[] = [];
  let waiting: Placed[] = [];
  let open: Placed | undefined;
  let opening: PageLine | undefined;
  const goesOn = (next: Placed | undefined): boolean =>
    open !== undefined && next !== undefined && jointOf(open, next, opening ?? open.line, manner) !== null;
  for (let i = 0; i < lines.length;) {
    const placed = lines[i];
    if (placed === undefined) break;
    if (placed.line.aside === 0) {
      if (!goesOn(placed)) {
        out.push(...waiting);
        waiting = [];
        opening = placed.line;
      }
      out.push(placed);
      open = placed;
      i++;
      continue;
    }
    let end = i + 1;
    while (end < lines.length && lines[end]?.page === placed.page && lines[end]?.line.aside === placed.line.aside)
      end++;
    const group = lines.slice(i, end);
    if (waiting.length > 0 || goesOn(nextOfText(lines, end))) waiting.push(...group);
    else out.push(...group);
    i = end;
  }
  return [...out, ...waiting];
}

function nextOfText(lines: readonly Placed[], from: number): Placed | undefined {
  for (let i = from; i < lines.length; i++) if (lines[i]?.line.aside === 0) return lines[i];
  return undefined;
}

/** Lines that are set larger than the text and stand alone: headlines of several lines are left to the words. */
function headingsOf(lines: readonly Placed[], body: number): Set<PageLine> {
  const heads = new Set<PageLine>();
  lines.forEach(({ line }, i) => {
    if (line.role !== undefined || line.size < body * 1.18 || line.text.length > 44 || isClosed(line.text)) return;
    const same = (other: Placed | undefined): boolean =>
      other !== undefined &&
      other.line.aside === line.aside &&
      Math.abs(other.line.size - line.size) < line.size * 0.05;
    if (!same(lines[i - 1]) && !same(lines[i + 1])) heads.add(line);
  });
  return heads;
}

/** Second lines of headlines whose first was broken by its width, not by its sense. */
function wrappedHeads(lines: readonly Placed[], body: number): Set<PageLine> {
  const heads = new Set<PageLine>();
  const widths = new Map<number, { left: number; right: number }>();
  for (const { line, page } of lines) {
    const width = widths.get(page);
    if (width === undefined) widths.set(page, { left: line.left, right: line.right });
    else {
      width.left = Math.min(width.left, line.left);
      width.right = Math.max(width.right, line.right);
    }
  }
  for (let i = 1; i < lines.length; i++) {
    const [before, here] = [lines[i - 1], lines[i]];
    if (before === undefined || here === undefined || before.page !== here.page) continue;
    const [a, b] = [before.line, here.line];
    if (a.role !== undefined || b.role !== undefined || a.aside !== b.aside || a.size < body * 1.18) continue;
    if (Math.abs(a.size - b.size) > a.size * 0.05 || b.top - a.top > a.size * 2.2 || isClosed(a.text)) continue;
    // A quotation that is set large is open until its last line.
    if (/^“[^”]{1,24}$/u.test(a.text) && /^[^“”]{1,24}”$/u.test(b.text)) {
      heads.add(b);
      continue;
    }
    const under = lines.slice(i + 1).find(({ line }) => line.size < body * 1.1)?.line;
    const page = widths.get(before.page);
    const least = Math.min(
      under === undefined ? Infinity : under.columnRight - under.columnLeft,
      page === undefined ? Infinity : page.right - page.left,
    );
    // Another character would not have fitted.
    if (a.right - a.left > least - a.size * 1.6 && a.right - a.left <= least * 1.05) heads.add(b);
    else if (page !== undefined && a.right - a.left > page.right - page.left - a.size * 1.6) heads.add(b);
  }
  return heads;
}

/** White space stands between blocks, but not where a column or a page breaks a sentence. */
function needsBlank(before: Placed | undefined, { line, page }: Placed, heads: ReadonlySet<PageLine>): boolean {
  if (before === undefined) return false;
  if (before.line.aside !== line.aside) return true;
  const isNew = before.page !== page || line.top < before.line.top - 1 || line.columnLeft !== before.line.columnLeft;
  if (isNew) {
    if (continues(before.line, line)) return false;
    // The next column begins a paragraph or goes on after a sentence: one text still, if nothing larger stands between.
    return !(line.indent && Math.abs(line.size - before.line.size) < 0.6);
  }
  return line.gap || (heads.has(line) && !heads.has(before.line) && isClosed(before.line.text));
}
