import { type Line, isProse } from "./lines.ts";
import { isOrdered } from "./traits.ts";

/** What is judged as one: a line, or the lines that a hard wrap made of a paragraph. */
export interface Unit {
  /** The first of its lines. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
  readonly line: Line;
}

/**
 * Puts the lines of a hard-wrapped paragraph together, so that a piece of a sentence is not judged by itself.
 * `alone` tells that a line must not be put to others.
 */
export function unitsOf(lines: readonly Line[], alone: (line: Line) => boolean): Unit[] {
  const width = widthOf(lines);
  const units: Unit[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    if (width !== null) {
      while (to < lines.length && goesOn(lines, to, width) && !alone(lines[to] as Line)) to++;
    }
    // Lines without a clause are no sentence, however wide they are.
    if (!lines.slice(from, to).some(({ commas, sentences, closed }) => commas + sentences > 0 || closed)) to = from + 1;
    units.push({ from, to, line: to === from + 1 ? (lines[from] as Line) : together(lines.slice(from, to)) });
    from = to;
  }
  return units;
}

/** The width of hard-wrapped lines in code units, or null: many lines without an end are as wide, and hold clauses. */
function widthOf(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  let open = 0;
  for (const { closed, text, commas, sentences } of lines) {
    if (closed || text.length < 12 || text.length > 80 || commas + sentences === 0) continue;
    open++;
    counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  }
  if (open < 2 || open * 5 < lines.length) return null;
  let width = 0;
  let best = 0;
  for (const at of counts.keys()) {
    const near = [-2, -1, 0, 1, 2].reduce((sum, by) => sum + (counts.get(at + by) ?? 0), 0);
    if (near > best || (near === best && at > width)) {
      best = near;
      width = at;
    }
  }
  return best >= 2 && best * 2 >= open ? width : null;
}

function goesOn(lines: readonly Line[], i: number, width: number): boolean {
  const before = lines[i - 1];
  const line = lines[i];
  if (before === undefined || line === undefined || before.marked || line.marked || before.closed) return false;
  if ((line.blank > 0 && line.indent >= 1.5) || isOrdered(line.text)) return false;
  // Matches `3.某某`, `● 某某`; must not match `3.5万`.
  if (/^(?:\d{1,2}[.、．](?!\d)|[●•·■◆▪【☆★])/u.test(line.text)) return false;
  return Math.abs(before.text.length - width) <= 3 && line.text.length <= width + 3;
}

function together(lines: readonly Line[]): Line {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0);
  // A mark at the end of an inner line is one inside.
  const inner = lines.slice(0, -1).map(({ text }) => text.at(-1) ?? "");
  const count = (marks: string): number => inner.filter((mark) => marks.includes(mark)).length;
  return {
    ...first,
    end: last.end,
    text: lines.map(({ text }) => text).join(""),
    han: sum(({ han }) => han),
    closed: last.closed,
    sentences: sum(({ sentences }) => sentences) + count("。！？；"),
    commas: sum(({ commas }) => commas) + count("，、"),
    clauses: sum(({ clauses }) => clauses) + count("，"),
  };
}

/** Tells whether a unit reads as prose, also where its wrapped end is missing. */
export function isProseUnit({ from, to, line }: Unit): boolean {
  return isProse(line) || (to - from > 1 && line.han > 30) || (line.han >= 8 && line.text.endsWith("。"));
}
