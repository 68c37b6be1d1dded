import type { Line } from "./lines.ts";

/**
 * The hard wrap of a run of lines: a mail program, a newspaper's column or a converter cut them at one width.
 * A line of such a run is *full* where the first word of the next would not have fitted: its break tells
 * nothing. Where that word would have fitted, the break was meant.
 */
export interface Measure {
  /** Columns of a full line; a Han character takes two. */
  readonly columns: number;
  readonly ruler: Ruler;
  /** The indent, in Han characters, at which a paragraph begins, or null where none is indented. */
  readonly indent: number | null;
  /** Blank lines between two lines of one paragraph. */
  readonly gap: number;
  /** Paragraphs are set apart by more blank lines than `gap`. */
  readonly spaced: boolean;
}

/** How lines were measured before they were cut: by the columns of a screen, or by characters, figures like the rest. */
interface Ruler {
  readonly widthOf: (text: string) => number;
  /** How wide the first word of a line is, with what cannot be parted from it. */
  readonly headOf: (text: string) => number;
}

const byColumns: Ruler = { widthOf: columnsOf, headOf };
/** A program that cuts after so many characters cuts words and figures, and parts marks from them. */
const byCharacters: Ruler = { widthOf: (text) => 2 * text.length, headOf: () => 2 };

/** Tells for each line the wrap of the run that it stands in; null where lines are paragraphs. */
export function measuresOf(lines: readonly Line[]): (Measure | null)[] {
  if (lines.length < 3) return lines.map(() => null);
  const columns = measuredBy(lines, byColumns);
  if (!mayBeCut(lines)) return columns;
  const characters = measuredBy(lines, byCharacters);
  // A break or two more may be chance.
  return explained(lines, characters) > explained(lines, columns) + 2 ? characters : columns;
}

/** Tells that lines of one length in characters differ in columns: figures or Latin words stand in some of them. */
function mayBeCut(lines: readonly Line[]): boolean {
  const counts = new Map<number, Set<number>>();
  for (const { text, closed } of lines) {
    if (closed) continue;
    const widths = counts.get(text.length) ?? new Set();
    counts.set(text.length, widths.add(columnsOf(text)));
    if (widths.size > 1 && text.length >= 8) return true;
  }
  return false;
}

/** How many breaks in mid-sentence stand at a full line's end, less those that do not. */
function explained(lines: readonly Line[], measures: readonly (Measure | null)[]): number {
  let sum = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const measure = measures[i] ?? null;
    if (next === undefined || line.closed) return;
    if (measure !== null && measure === measures[i + 1]) sum += isFull(line, next, measure) ? 1 : -1;
  });
  return sum;
}

function measuredBy(lines: readonly Line[], ruler: Ruler): (Measure | null)[] {
  const found: (Measure | null)[] = lines.map(() => null);
  const sizes = lines.map((line) => line.indent * 2 + ruler.widthOf(line.text));
  const heads = lines.map((line) => ruler.headOf(line.text));
  // A page may have columns of several widths.
  for (let round = 0; round < 3; round++) {
    const columns = commonWidth(lines, sizes, heads, found);
    if (columns === null) break;
    let any = false;
    for (let i = 0; i < lines.length; i++) {
      let end = i;
      while (
        end < lines.length &&
        found[end] === null &&
        (sizes[end] ?? 0) <= columns + hangingOf(lines[end]?.text ?? "")
      )
        end++;
      if (end - i >= 3) {
        const measure = measureOf(lines.slice(i, end), sizes.slice(i, end), heads.slice(i, end), columns, ruler);
        if (measure !== null) {
          found.fill(measure, i, end);
          any = true;
        }
      }
      i = Math.max(i, end - 1);
    }
    if (!any) break;
  }
  return found;
}

/** Tells whether a line is as full as its measure allows, given the line after it. */
export function isFull(line: Line, next: Line, { columns, ruler }: Measure): boolean {
  const size = line.indent * 2 + ruler.widthOf(line.text);
  return size <= columns + hangingOf(line.text) && size + ruler.headOf(next.text) > columns;
}

/** Tells whether no more than a fifth of a line is free. */
export function isNearlyFull(line: Line, { columns, ruler }: Measure): boolean {
  return (line.indent * 2 + ruler.widthOf(line.text)) * 5 >= columns * 4;
}

/** A mark that must not begin a line may hang over the edge. */
const hanging = 2;

/** How far a line's last marks may hang over the edge: those of `“我到了”。` by twice as much. */
function hangingOf(text: string): number {
  return /[，。、；：！？”’）》」』…][，。、；：！？”’）》」』]$/u.test(text) ? 2 * hanging : hanging;
}

/** How wide a text is: Han characters and full-width marks take two columns. */
export function columnsOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // The two halves of a character beyond the basic plane take one each.
    sum += unit < 0x2000 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return sum;
}

/** How wide the first word of a line is, with the marks that cannot be parted from it. */
function headOf(text: string): number {
  // Matches `“中`, `体，`, `Super`, `38.5℃`; what is longer than a short word is cut anywhere.
  const head =
    /^[“‘（(《「『【]{0,3}(?:[A-Za-z\d][A-Za-z\d.,%-]{0,15}|[^A-Za-z\d])?[，。、；：！？”’）》」』…%℃]{0,3}/u.exec(
      text,
    );
  return columnsOf(head?.[0] ?? "");
}

/** The width at which most lines end in mid-sentence, if enough of them do. */
function commonWidth(
  lines: readonly Line[],
  sizes: readonly number[],
  heads: readonly number[],
  done: readonly (Measure | null)[],
): number | null {
  const counts = new Map<number, number>();
  lines.forEach((line, i) => {
    const size = sizes[i] ?? 0;
    if (done[i] === null && size >= 16 && !endsSentence(line.text)) counts.set(size, (counts.get(size) ?? 0) + 1);
  });
  const candidates = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, 8);
  let best: number | null = null;
  let most = 2;
  for (const [columns] of candidates) {
    let full = 0;
    for (let i = 0; i + 1 < lines.length; i++) {
      if (done[i] !== null || (sizes[i + 1] ?? 0) > columns + hanging) continue;
      const size = sizes[i] ?? 0;
      if (size <= columns + hanging && size + (heads[i + 1] ?? 0) > columns && !endsSentence(lines[i]?.text ?? ""))
        full++;
    }
    // Of two widths that explain the same breaks the greater is the measure, the smaller one of its ragged ends.
    if (full > most || (full === most && best !== null && columns > best)) {
      most = full;
      best = columns;
    }
  }
  return best;
}

/** Judges a run of lines that are no wider than a measure: wrapped, or lines that are short for another reason. */
function measureOf(
  lines: readonly Line[],
  sizes: readonly number[],
  heads: readonly number[],
  columns: number,
  ruler: Ruler,
): Measure | null {
  let full = 0;
  let short = 0;
  let marked = 0;
  const gaps = [0, 0, 0, 0];
  const indents = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (line.clauses > 0 || line.sentences > 0 || line.commas > 0) marked++;
    if (next === undefined || endsSentence(line.text)) continue;
    if ((sizes[i] ?? 0) + (heads[i + 1] ?? 0) <= columns) {
      short++;
      continue;
    }
    full++;
    const gap = Math.min(3, next.blank);
    gaps[gap] = (gaps[gap] ?? 0) + 1;
    indents.set(next.indent, (indents.get(next.indent) ?? 0) + 1);
  }
  // Titles of news, verses and entries of lists have no marks within, and their ends are ragged.
  if (full < 3 || full < short || marked * 3 < lines.length) return null;
  const gap = gaps.indexOf(Math.max(...gaps));
  const base = [...indents].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const indented = lines.filter((line) => line.indent >= base + 1.5).length;
  const continued = [...indents].reduce((sum, [indent, count]) => sum + (indent >= base + 1.5 ? count : 0), 0);
  const apart = lines.filter((line, i) => i > 0 && line.blank > gap && endsSentence(lines[i - 1]?.text ?? "")).length;
  return {
    columns,
    ruler,
    indent: indented >= 1 && continued * 3 <= full ? base + 1.5 : null,
    gap,
    spaced: apart >= 1,
  };
}

const sentenceEnds: ReadonlySet<string> = new Set("。！？!?…：:；;\uFFFD");
const endsAfter: ReadonlySet<string> = new Set('”’"』」》）)】]');

/** Tells whether a text ends as a sentence does: `结束。`, `吗？”`, `说：`, and not `《刑法》` or `“断卡”`. */
export function endsSentence(text: string): boolean {
  let last = text.length - 1;
  while (last > 0 && endsAfter.has(text.charAt(last))) last--;
  return sentenceEnds.has(text.charAt(last));
}
